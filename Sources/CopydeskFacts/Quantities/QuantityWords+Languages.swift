/// The words round numbers in other languages than English.
extension QuantityWords {
  static let sparseTables = SparseTables<QuantityWords>()
  /// Signs, and the preposition between a magnitude and its unit.
  static func sparse(for language: String, _ magnitudes: Magnitudes) -> QuantityWords {
    let whole = magnitudes.prepositions.filter { $0.utf8.last != UInt8(ascii: "'") }
    return QuantityWords(
      about: "~ ≈", less: "<", more: ">", atMost: "≤ <=", atLeast: "≥ >=", connectors: "", and: "", between: "",
      from: "",
      stops: "", per: "", of: whole.joined(separator: " "), determiners: "", changes: "", ages: "", isSparse: true)
  }

  static let german = QuantityWords(
    about: "etwa rund ungefähr fast knapp circa ca. ca gegen beinahe schätzungsweise an_die",
    less: "weniger_als unter unterhalb", more: "mehr_als über oberhalb", atMost: "bis_zu höchstens maximal",
    atLeast: "mindestens wenigstens", connectors: "bis", and: "und", between: "zwischen", from: "von",
    stops: """
      in im an am auf aus bei mit nach seit von vor zu zum zur für gegen ohne um durch während wegen ist sind war waren
      hat haben hatte hatten wird werden wurde wurden sei seien oder aber wenn weil dass als wie der die das
      """,
    per: "pro je", of: "von", determiners: "der die das den dem des ein eine einen seine ihre",
    changes: "um auf stieg fiel sank", ages: "alter", or: "oder", including: "darunter", bracketsAges: true,
    ordinalStops: true,
    oneIsArticle: true,
    nouns: .capital)

  static let french = QuantityWords(
    about: "environ près_de presque quelque autour_de à_peu_près une_centaine_de", less: "moins_de",
    more: "plus_de au-delà_de", atMost: "jusqu'à au_maximum au_plus", atLeast: "au_moins", connectors: "à", and: "et",
    between: "entre", from: "de",
    stops: """
      dans en sur sous par pour avec sans chez vers contre selon depuis pendant avant après ont a est sont était étaient
      sera seront a été qui que dont où ou mais
      """,
    per: "par", of: "de d' des", determiners: "le la les l' un une des ses leurs ce ces", changes: "de monté baissé",
    ages: "âgé âgée âgés", or: "ou", oneIsArticle: true)

  static let spanish = QuantityWords(
    about: "unos unas cerca_de cerca_del casi alrededor_de alrededor_del aproximadamente en_torno_a", less: "menos_de",
    more: "más_de",
    atMost: "hasta como_máximo", atLeast: "al_menos por_lo_menos como_mínimo", connectors: "a al", and: "y",
    between: "entre", from: "de del",
    stops: """
      en por para con sin sobre bajo desde hasta según contra es son fue fueron era eran ha han había será que quien
      donde o pero se su sus resultaron murieron quedaron llegaron al
      """,
    per: "por al", of: "de del", determiners: "el la los las un una sus estos estas", changes: "subió cayó",
    ages: "edad", or: "o", oneIsArticle: true)

  static let turkish = QuantityWords(
    about: "yaklaşık ortalama tahminen neredeyse", less: "en_fazla_az", more: "", atMost: "en_fazla en_çok",
    atLeast: "en_az asgari", connectors: "ila ile", and: "ve", between: "", from: "",
    stops: "için gibi kadar olan oldu olarak daha fazla az önce sonra ise de da bir bu", per: "başına", of: "",
    determiners: "bu", changes: "", ages: "", or: "veya", trailingLess: "az", trailingMore: "fazla çok",
    ordinalStops: true, oneIsArticle: true)

  static let albanian = QuantityWords(
    about: "rreth afro gati afërsisht përafërsisht", less: "më_pak_se nën", more: "më_shumë_se mbi",
    atMost: "deri_në maksimumi", atLeast: "të_paktën së_paku minimumi", connectors: "deri_në deri", and: "dhe",
    between: "midis ndërmjet mes", from: "nga",
    stops: "në me për nga pa mbi nën te tek gjatë është janë ishte ishin ka kanë u do që i e të dhe ose por",
    per: "në për", of: "e", determiners: "këta këto", changes: "", ages: "moshë", or: "ose", oneIsArticle: true)

  static let serbian = QuantityWords(
    about: "oko skoro gotovo približno otprilike negde_oko", less: "manje_od ispod", more: "više_od preko iznad",
    atMost: "do najviše maksimalno", atLeast: "najmanje bar barem minimum", connectors: "do", and: "i",
    between: "između", from: "od",
    stops: """
      u na iz sa s o po pri za od do je su bio bila bilo bili biće će kod pod nad pred posle pre nakon tokom koji koje
      koja što kako ali ili se
      """,
    per: "po na", of: "", determiners: "ovih tih svih", changes: "za", ages: "", or: "ili", including: "uključujući",
    bracketsAges: true, ordinalStops: true, cyrillic: true)
}
