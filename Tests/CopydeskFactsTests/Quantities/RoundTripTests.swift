import CopydeskFacts
import CopydeskTestSupport
import CopydeskText
import Testing

/// What ICU formats comes out with the same value and unit: `scripts/build-units` wrote the examples.
@Suite struct RoundTripTests {
  private static let counts = [1, 2, 5, 25, 1234.5]

  private func quantities(_ string: String, _ language: String) -> [Quantity] {
    var document = Document(text: Text(string), language: language)
    var scratch: Void = ()
    document[TimeExtractor.self] = TimeExtractor().extract(from: document, using: &scratch)
    return QuantityExtractor().extract(from: document, using: &scratch)
  }

  private func forEachLine(of file: String, _ body: ([Substring]) -> Void) throws {
    for line in try Repository.lines("Tests/CopydeskFactsTests/Quantities/\(file)") {
      let text = String(decoding: line, as: UTF8.self)
      if !text.hasPrefix("#"), !text.isEmpty { body(text.split(separator: "\t", omittingEmptySubsequences: false)) }
    }
  }

  /// Names in full that are no unit to us, by language, and why.
  private static let names: [String: String] = [
    // Pounds pay unless the text speaks of weight; degrees are of temperature in the news.
    "": "[lb_av] deg",
    // Words of every day: feet, cups, knots, points; CLDR's name of two currencies is one (`CFA-Franc`).
    "de": "[ft_i] [qt_us] [cup_us] [kn_i] [ppm] atm XAF XOF",
    "en": "SLL",
    "es": "[ft_i] [qt_us] [pt_us] [cup_us] [kn_i] J bar atm ETB KHR SLL THB ZAR",
    "fr": """
    [in_i] [ft_i] [nmi_i] [smi_us] [pt_us] [cup_us] [oz_av] [qt_us] bar atm mol XAF XOF AOA BDT GTQ KZT MWK QAR TOP ZMW [yd_i]
    [mi_i]
    """,
    "it": "[qt_us] [pt_us] [cup_us] {decade} atm bar mol [kn_i]",
    "nl": "[ft_i] [kn_i] [qt_us] [cup_us]",
    "pt": "[qt_us] [cup_us] [kn_i] atm bar mol",
    "sq": "[ft_i] [qt_us] [cup_us] [stone_av] {quarter} bar",
    "hr": "[car_m] [ft_i] [qt_us] [cup_us] [stone_av] {quarter} Ohm bar",
    "sr-Latn": "[car_m] [ft_i] [cup_us] [stone_av] Ohm bar ANG NLG",
    // CLDR's Cyrillic mixes Latin letters into some of them.
    "sr-Cyrl": """
    [car_m] [ft_i] [cup_us] [stone_av] Ohm bar ANG NLG AFN BAM BHD BIF CZK IDR JMD JOD KMF KWD LBP LYD MDL MMK MNT MUR MVR OMR PGK RON
    RWF SSP TMT UAH UGX VUV XCD XPF YER
    """,
    "tr": "[cup_us] {quarter} [Btu] lx [ppth] ESP",
  ]

  /// Abbreviations that are single letters, words, or mean something else more often.
  private static let signs: Set<Substring> = Set(
    """
    K J V A N ' '' d s h min mo wk a {quarter} {decade} {century} [in_i] [ft_i] [yd_i] [nmi_i] [mi_i] [ly] [oz_tr] [stone_av]
    [lb_av] [car_m] [acr_us] [smi_us] [syd_i] [cyd_i] [pt_us] [cup_us] [foz_us] [tbs_us] [tsp_us] [bu_us] [kn_i] [HP] [psi] [degF]
    [ppth] Cel km/h By TBy PBy bit kbit mbar mm[Hg] L/(100.km) W.h MW.h GW.h TW.h AU pc pm m L g t W Ohm ANG ALL BOB CUP GIP MAD MOP PEN
    M{pixel} SDG SOS TOP TRY BAM DEM ATS ESP FRF BEF PTE THB CAD
    """.split { $0 == " " || $0 == "\n" })

  @Test func unitsAndCurrencies() throws {
    var right: [Substring: Int] = [:]
    try forEachLine(of: "unit-examples.tsv") { fields in
      guard fields.count == 4 else { return }
      let (language, unit, isLong) = (fields[0], fields[1], fields[2] == "l")
      let excepted = (Self.names[""] ?? "") + " " + (Self.names[String(language)] ?? "")
      let isExcepted =
        isLong ? excepted.split { $0 == " " || $0 == "\n" }.contains(unit) : Self.signs.contains(unit)
      for (count, text) in zip(Self.counts, fields[3].split(separator: "|")) {
        let found = quantities("(\(text)).", String(language))
        let isRight = found.map(\.value) == [count] && found.map(\.unit) == [String(unit)]
        if isRight { right[language, default: 0] += 1 }
        #expect(isRight || isExcepted, "\(language) \(text): \(found.map { ($0.value, $0.unit) })")
      }
    }
    #expect(right.count == 12)
    for (language, count) in right { #expect(count > 2700, "\(language)") }
  }

  private static let euros: [Substring: String] = [
    "en": "euros", "de": "Euro", "fr": "euros", "es": "euros", "it": "euro", "pt": "euros", "nl": "euro", "tr": "avro",
    "sq": "euro", "sr-Latn": "evra", "sr-Cyrl": "евра", "hr": "eura",
  ]
  /// Before what a million counts.
  private static let of: [Substring: String] = ["fr": "d'", "es": "de ", "it": "di ", "pt": "de "]

  @Test func spelledNumbers() throws {
    var count = 0
    try forEachLine(of: "spelled-examples.tsv") { fields in
      guard fields.count == 3, let number = Double(fields[1]), let euros = Self.euros[fields[0]] else { return }
      let of = number >= 1e6 && number.truncatingRemainder(dividingBy: 1e6) == 0 ? Self.of[fields[0]] ?? "" : ""
      // German rules have the genitive among them: `einhunderteines`.
      for text in fields[2].split(separator: "|") where !text.hasSuffix("eines") {
        let found = quantities("\(text) \(of)\(euros).", String(fields[0]))
        #expect(found.map(\.value) == [number] && found.map(\.unit) == ["EUR"], "\(fields[0]): \(text)")
        count += 1
      }
    }
    #expect(count > 1000)
  }
}
