/// The abbreviations of each language, and the words that begin a sentence.
enum Abbreviations {
  struct Table: Sendable {
    /// Value 0: never at a sentence's end (`Mr.`); value 1: may stand there (`Inc.`, `a.m.`).
    let abbreviations: PhraseTable
    /// Words that, capitalised after an abbreviation, open a new sentence.
    let starters: PhraseTable
    /// Whether `3.` is an ordinal.
    let ordinalStops: Bool

    init(never: String, maybe: String, starters: String, ordinalStops: Bool = false) {
      func list(_ words: String, _ value: Int) -> [(phrase: String, value: Int)] {
        words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { (phrase: String($0), value: value) }
      }
      abbreviations = PhraseTable(list(never, 0) + list(maybe, 1))
      self.starters = PhraseTable(words: starters)
      self.ordinalStops = ordinalStops
    }
  }

  /// The table of a BCP 47 language; English where there is none of its own.
  static func table(for language: String) -> Table {
    let base = String(language.prefix(while: { $0 != "-" }))
    return tables[base] ?? english
  }

  private static let english = Table(
    never: """
      mr mrs ms mx dr prof rev hon gen col lt maj capt cmdr sgt cpl pvt adm sen rep gov pres supt fr msgr st mt ft
      vs v cf e.g i.e viz approx no nos vol pp fig figs sec ch art para ed eds trans univ dept est al ca c
      jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri
      """,
    maybe: "jr sr inc ltd co corp bros plc llc etc a.m p.m am pm ave blvd rd sq bldg ok min max m",
    starters: """
      the a an this that these those he she it they we i you his her its their our my your there here then in on at
      but and so if when while after before since as for from by with what who why how where not no yes some many most
      all both each one two three however meanwhile although because despite during according
      """)

  private static let german = Table(
    never: """
      hr fr dr prof dipl ing st bzw ca vgl z b d h u a i s o usw nr abs art bd hrsg jh mio mrd tsd str geb gest
      jan feb mär apr jun jul aug sep sept okt nov dez mo di mi do fr sa so evtl ggf inkl zzgl sog bspw etc
      """,
    maybe: "usw etc uhr",
    starters: "der die das ein eine er sie es wir ich ihr dies diese dieser dieses in im am auf und aber doch",
    ordinalStops: true)

  private static let slavic = Table(
    never:
      "dr prof mr g gđa gđica gosp itd tj npr br str god čl st sv ing inž tzv sl op ur odn др проф г тзв тј нпр бр",
    maybe: "itd god din д итд год дин",
    starters: "on ona ono oni to ovo taj ova a i ali u na kako он она оно они то ово а и али у на како",
    ordinalStops: true)

  private static let tables: [String: Table] = [
    "de": german,
    "sr": slavic, "hr": slavic, "bs": slavic, "sh": slavic, "sl": slavic, "mk": slavic,
    "sq": Table(
      never: "dr prof z znj zj nr f q p.sh etj sh shek dmth ish", maybe: "etj",
      starters: "ai ajo ata ato ky kjo ne në një por dhe"),
    "tr": Table(
      never: "dr prof doç yrd av sn bkz vb vs alb gen org no mah cad sok", maybe: "vb vs",
      starters: "bu o şu ve ama ancak bir", ordinalStops: true),
    "fr": Table(
      never: "m mm mme mlle dr prof st ste av env p pp cf éd art vol janv févr avr juil sept oct nov déc",
      maybe: "etc", starters: "le la les un une il elle ils elles ce cette ces je nous vous mais et"),
    "es": Table(
      never: "sr sra srta dr dra d dña prof ud uds av avda núm pág págs art cf ej p ee uu",
      maybe: "etc", starters: "el la los las un una él ella ellos ese esta este pero y en"),
    "it": Table(
      never: "sig sigg dott prof avv ing on s ss p pp cfr art n", maybe: "ecc",
      starters: "il lo la i gli le un una ma e in"),
    "pt": Table(
      never: "sr sra dr dra prof d av p pp art núm ex", maybe: "etc",
      starters: "o a os as um uma ele ela mas e em"),
  ]
}
