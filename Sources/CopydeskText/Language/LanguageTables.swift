/// What tells one language from another: its commonest words, and letters that others lack.
struct LanguageTable: Sendable {
  /// BCP 47.
  let tag: String
  /// Words that a page of the language is full of.
  let words: String
  /// Lower-case letters that are typical of it.
  let letters: String

  /// Latin scripts.
  static let latin: [LanguageTable] = [
    .init(
      tag: "en",
      words: """
        the of and to in is that for was on with as it by at from are be this have has had not but they his were which
        an or their been who will would said its he she we you more than after about also when there
        """,
      letters: ""),
    .init(
      tag: "de",
      words: """
        der die das und ist nicht ein eine einer eines dem den des im zu auf mit für sich von als auch es an werden aus
        er hat dass sie nach wird bei einem noch wie am um einen über so zum war haben nur oder aber vor zur bis mehr
        """,
      letters: "äöüß"),
    .init(
      tag: "fr",
      words: """
        le la les de des du et est un une dans en que qui pour pas sur au aux par avec ce il elle se ne sont plus son sa
        ses ont été mais ou nous vous cette ces leur être fait comme après selon d'un d'une c'est qu'il
        """,
      letters: "éèêàçùœ"),
    .init(
      tag: "es",
      words: """
        el la los las de del y en que un una es por con para se no su al lo como más pero sus le ya o este sí porque
        esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante ha fue han
        """,
      letters: "ñáíóú¿¡"),
    .init(
      tag: "it",
      words: """
        il la i gli le di del della dei delle e è un una che in per non con si sono da al alla come più ma anche nel
        nella su questo questa ha hanno lo dal ai stato essere o dopo ed all'
        """,
      letters: "àèìòù"),
    .init(
      tag: "pt",
      words: """
        o a os as de do da dos das e em que um uma é para com não no na nos nas por mais se como mas ao foi ele ela
        são seu sua ou quando muito já também pelo pela até isso entre depois sem mesmo
        """,
      letters: "ãõçáéâêô"),
    .init(
      tag: "nl",
      words: """
        de het een en van in is dat op te zijn met voor niet aan er die om ook als bij maar door over naar uit hij ze
        wordt werd heeft hebben nog dan wel meer deze kan geen tot was
        """,
      letters: ""),
    .init(
      tag: "sv",
      words: """
        och att det i en som är på av för med den till inte har de om ett han men var jag vi från så kan man när år
        hon under också efter eller nu sig skulle blev mycket
        """,
      letters: "åäö"),
    .init(
      tag: "da",
      words: """
        og i at det er en den til på af for med der de som ikke har et han var men om vi jeg fra kan man så blev hun
        eller efter også været ved hvor over skal
        """,
      letters: "æøå"),
    .init(
      tag: "nb",
      words: """
        og i det er på en som til av for med at han de har ikke var den et om fra men vi jeg så kan hun etter også ble
        være eller når skal over ved hvor mot seg
        """,
      letters: "æøå"),
    .init(
      tag: "fi",
      words: """
        ja on ei se että hän oli mutta myös kun ovat joka sen mukaan tai niin kuin jo vain ole olla ovat vuonna sekä
        noin nyt mitä hänen tämä jos
        """,
      letters: "äö"),
    .init(
      tag: "pl",
      words: """
        i w na z się do nie że jest o to jak po a od za przez są był było dla oraz ale który która które co tym przy
        już jego tego roku być także
        """,
      letters: "ąęłśżźćńó"),
    .init(
      tag: "cs",
      words: """
        a v se na je že to s z o do i pro jako si ale by za po ve jsou byl bylo který které podle při od však také už
        než není až jeho
        """,
      letters: "ěřůčšžýáíé"),
    .init(
      tag: "sk",
      words: """
        a v sa na je že to s z o do i pre ako si ale by za po vo sú bol bolo ktorý ktoré podľa pri od však aj už než
        nie jeho
        """,
      letters: "ľĺŕôäčšžýáíé"),
    .init(
      tag: "sl",
      words: """
        in je v na da so za se ki z ne po pa tudi bi s ob ali kot pri od do je bil bila še iz ter več lahko kar
        """,
      letters: "čšž"),
    .init(
      tag: "hr",
      words: """
        i je u na da se za su od s o kao ne koji koja koje nije bi će to što iz ili ali tko gdje tijekom također prema
        nakon biti bio bila svoje priopćenju izvijestila vlade tisuća
        """,
      letters: "čćđšž"),
    .init(
      tag: "sr",
      words: """
        i je u na da se za su od sa o kao ne koji koja koje nije bi će to što iz ili ali ko gde tokom takođe prema
        nakon biti bio bila svoje saopštenju izjavio vlade hiljada posle između odnosno uvek
        """,
      letters: "čćđšž"),
    .init(
      tag: "sq",
      words: """
        të e në dhe i me për një se nga që është do u ka si më nuk janë edhe pas ky kjo tha por ishte kanë u ku ndërsa
        këtë vetëm pa së kishte shumë gjatë
        """,
      letters: "ëç"),
    .init(
      tag: "tr",
      words: """
        ve bir bu da de için ile çok olarak daha olan gibi en ne kadar sonra ise ama değil var yeni her o dedi göre
        ancak tarafından üzerinde oldu olduğunu etti
        """,
      letters: "ığşçöü"),
    .init(
      tag: "ro",
      words: """
        și de în la a cu nu este pe că o din pentru care un mai sa fi au ce se ca fost după sunt al lui dar prin
        această până
        """,
      letters: "ăâîșțşţ"),
    .init(
      tag: "hu",
      words: """
        a az és hogy nem is egy ez volt meg már csak még el de mint azt lehet kell után szerint vagy ha aki amely
        között
        """,
      letters: "őűáéíóöüú"),
    .init(
      tag: "lt", words: "ir yra kad į iš su tai buvo bet ne kaip už apie nuo jau tik po dėl bus",
      letters: "ąčęėįšųūž"),
    .init(
      tag: "lv", words: "un ir ka ar par uz no bija bet kas tas kā pēc arī nav pie gan vai tika", letters: "āčēģīķļņšūž"
    ),
    .init(
      tag: "et", words: "ja on ei et see ka oli mis kui ning aga ta oma või nii pärast mille kes", letters: "äöüõ"),
  ]

  /// Cyrillic scripts.
  static let cyrillic: [LanguageTable] = [
    .init(
      tag: "sr-Cyrl",
      words: "и је у на да се за су од са о као не који која које није би ће то што из или али после током",
      letters: "ђјљњћџ"),
    .init(
      tag: "mk",
      words: "и во на да се за од со е ќе не што кои која како но или беше има биде тоа овој по според",
      letters: "ѓќѕјљњџ"),
    .init(
      tag: "ru",
      words: "и в на не что с по как это он из за от к а у но его для все так о же был она было до или при",
      letters: "ыэё"),
    .init(
      tag: "uk",
      words: "і в у на не що з до та як за це від його про для але він по й або вже був під час які",
      letters: "іїєґ"),
    .init(
      tag: "bg",
      words: "и на в да се за от е с по не че са ще като до това при които след към или беше има но",
      letters: "ъщ"),
    .init(
      tag: "be",
      words: "і ў на не што з да як у гэта за ён пра для але па яго ад было", letters: "ўі"),
  ]
}
