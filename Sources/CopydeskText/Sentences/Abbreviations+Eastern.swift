extension Abbreviations {
  static let southSlavic = Abbreviations(
    titles: "dr prof mr g gđa gđica gosp gospođa ing mag akad др проф г инж ж",
    never: "tj npr god čl sv inž tzv op ur odn ul engl lat njem nem st доц тзв тј нпр бул ул св енгл",
    numbers: "br str čl st tač al sv tel бр стр чл тел",
    maybe: "god din год дин", last: "itd dr sl итд др сл",
    starters: "on ona ono oni to ovo taj ova a i ali u na kako он она оно они то ово а и али у на како",
    ordinalStops: true)

  static let bulgarian = Abbreviations(
    titles: "г г-н г-жа д-р проф доц инж акад ген полк кап", never: "пл ул бул ж к гр обл с св т нар чл вкл напр",
    numbers: "стр чл ал т бр тел № гл", maybe: "г год лв", last: "др",
    starters: "той тя то те това този тази в на и но а след според")

  static let russian = Abbreviations(
    titles: "г-н г-жа д-р проф акад доц инж ген полк им тов гр",
    never:
      "ул пл пр просп пер наб корп стр обл р-н тел т е д п к напр см ср св англ нем фр лат янв фев февр апр июн июл авг сент окт нояб дек",
    numbers: "кв д стр с гл рис табл ст ч п тел № вып",
    maybe: "г руб коп тыс млн млрд долл дол др пр", last: "др гг",
    starters: "он она оно они это этот эта эти мы я вы но и а на по как")

  static let kazakh = Abbreviations(
    never: "т б ж ғ қ м проф акад", numbers: "б бет", starters: "ол бұл бұлар біз мен сол")

  static let polish = Abbreviations(
    titles: "dr prof inż mgr hab gen płk ppłk kpt ks bp abp abł hr św",
    never: "ul al pl os np m tzn tzw ok woj pow gm itp bałt łac niem ang ur zm wg por",
    numbers: "nr str s art ust pkt poz t rozdz tel r", maybe: "r zł tys mln mld", last: "itd itp",
    starters: "on ona ono oni to ten ta te w na i ale a po jak", ordinalStops: true)

  static let czech = Abbreviations(
    titles: "p pí dr prof doc ing mgr judr mudr phdr bc mjr plk gen",
    never: "ul nám tř tzv tj např napr resp cca mil tis sv č s r o a kol ev",
    numbers: "č čl odst str obr tab tel roč par", maybe: "kč tis mil mld", last: "atd apod",
    starters: "on ona ono oni to ten ta ty v na a ale i po podle jak", ordinalStops: true)

  static let hungarian = Abbreviations(
    titles: "dr prof ifj id özv gr", never: "pl ún ill kb vö ker krt u", numbers: "sz old évf tel", last: "stb",
    starters: "a az ez ő ők és de egy", ordinalStops: true)

  static let finnish = Abbreviations(
    titles: "hra rva nti tri prof dos", never: "esim mm ns ko ks klo n nk ym tms vrt v os", numbers: "s nro luku puh",
    last: "jne ym yms", starters: "hän se he ne tämä mutta ja", ordinalStops: true)

  static let greek = Abbreviations(
    titles: "κ κα κος δρ καθ στρ", never: "λ π χ αρ βλ δηλ κ σελ τηλ οδ", numbers: "σελ αρ τ αρθρ τηλ", last: "κλπ κτλ",
    starters: "ο η το οι τα ένας μια και αλλά στο στη σε")

  static let albanian = Abbreviations(
    titles: "dr prof z zj znj mr", never: "q sh shek dmth ish rr bul", numbers: "nr f fq neni tel", last: "etj",
    starters: "ai ajo ata ato ky kjo ne në një por dhe")

  static let turkish = Abbreviations(
    titles: "dr prof doç yrd av sn op uzm öğr gör alb gen org yzb", never: "bkz alm ing mah cad sok apt bul",
    numbers: "no s sf md tel", last: "vb vs", starters: "bu o şu ve ama ancak bir", ordinalStops: true)

  /// Armenian ends a sentence with `։`, for which most keyboards write a colon; its stop is a lighter pause.
  static let armenian = Abbreviations(never: "դ պ թ", starters: "նա սա դա այս այդ բայց և", colonStops: true)
}
