import CopydeskTestSupport
import CopydeskText
import Testing

@testable import CopydeskFacts

/// Times that are put together, stories, and what the tables of constructions say of themselves.
@Suite struct TimeGrammarTests {
  private static let published = CivilDate(2023, 10, 5).map { Timestamp(date: $0) }

  private func times(_ text: Text, _ language: String) -> [TimeExpression] {
    let document = Document(text: text, language: language, published: Self.published, publishedBy: "option")
    var scratch: Void = ()
    return TimeExtractor().extract(from: document, using: &scratch)
  }

  private func expect(
    _ marked: String, _ values: [String], _ language: String = "en", at location: SourceLocation = #_sourceLocation
  ) {
    let marked = MarkedText(marked)
    let found = times(marked.text, language)
    #expect(found.map { marked.text[$0.range] } == marked.strings, sourceLocation: location)
    #expect(found.map(\.value) == values, sourceLocation: location)
  }

  @Test(arguments: [
    ("In ⟦the 2021 second quarter⟧, the bank lost money.", ["2021-Q2"]),
    ("The ferry should sail by ⟦next year's third quarter⟧.", ["2024-Q3"]),
    ("They meet in ⟦the first half of next year⟧.", ["2024-H1"]),
    ("Sales in ⟦July⟧ beat ⟦the same month of 2019⟧.", ["2023-07", "2019-07"]),
    ("It came on ⟦the night of Nov. 2, 2021⟧.", ["2021-11-02TNI"]),
    ("It came on ⟦the night of Nov. 2, 2021, at 11 p.m.⟧", ["2021-11-02T23:00"]),
    ("It opens on ⟦the first Monday of May⟧.", ["2023-05-01"]),
    ("It was held on ⟦the last Sunday in September 2021⟧.", ["2021-09-26"]),
    ("It met on ⟦Tuesday of last week⟧, in ⟦spring of last year⟧.", ["2023-09-26", "2022-SP"]),
    ("The ban starts ⟦two weeks from Monday⟧.", ["2023-10-23"]),
    ("He called ⟦a week ago Tuesday⟧.", ["2023-09-26"]),
    ("⟦The day after Easter⟧ is a holiday.", ["2023-04-10"]),
    ("The night of the attack was cold, and half of the year.", []),
    ("Costs for ⟦the eight months⟧ rose; over ⟦the first five months⟧, exports fell.", ["P8M", "P5M"]),
    ("Repairs take ⟦two to three weeks⟧ or ⟦a month or two⟧.", ["P2W/P3W", "PXM"]),
    ("The siege lasted ⟦over two weeks⟧, until ⟦nearly three years ago⟧.", ["P2W", "2020"]),
    ("⟦The year two thousand and eight⟧ passed; ⟦Quarter 1 2019⟧ came.", ["2008", "2019-Q1"]),
    ("The wall is from ⟦567 BC⟧, the temple from ⟦the late 5th century B.C.⟧", ["BC0567", "BC04XX"]),
    ("It landed at ⟦18:30 GMT+2⟧, in Bar at ⟦1800 hours⟧.", ["2023-10-05T18:30+02:00", "2023-10-05T18:00"]),
    ("Sent ⟦2023-10-04T09:15:00Z⟧.", ["2023-10-04T09:15:00Z"]),
    ("Feb 29, 2015 is no day.", []),
    ("⟦half an hour⟧, ⟦20-plus years⟧; ⟦30+ minutes⟧", ["PT0.5H", "P20Y", "PT30M"]),
  ])
  func composed(_ text: String, _ values: [String]) { expect(text, values) }

  @Test(arguments: [
    ("en", "The fair is on ⟦May 11⟧ and ⟦12⟧.", ["2023-05-11", "2023-05-12"]),
    ("en", "It was open on ⟦June 3⟧ and ⟦4, 2022⟧.", ["2022-06-03", "2022-06-04"]),
    ("en", "It was held between ⟦10⟧ and ⟦12 July 2021⟧.", ["2021-07-10", "2021-07-12"]),
    ("en", "It took place on ⟦Sept 26⟧-⟦27⟧ here.", ["2023-09-26", "2023-09-27"]),
    ("de", "Am ⟦3.⟧, ⟦4.⟧ und ⟦5. Mai 2020⟧ war Markt.", ["2020-05-03", "2020-05-04", "2020-05-05"]),
    ("en", "On ⟦May 11⟧ and 12 people came.", ["2023-05-11"]),
    ("en", "In ⟦the first three days⟧ of the ⟦20 year⟧ lease he paid.", ["P3D", "P20Y"]),
  ])
  func lists(_ language: String, _ text: String, _ values: [String]) { expect(text, values, language) }

  @Test(arguments: [
    (
      "The bridge was built in ⟦1932⟧. In ⟦August⟧, cars crossed. ⟦A year later⟧ it fell.", ["1932", "1932-08", "1933"]
    ),
    ("She joined in ⟦1987⟧. In ⟦April that year⟧ she sang.", ["1987", "1987-04"]),
    ("It opened on ⟦May 3, 2011⟧. ⟦The next morning⟧ it was full.", ["2011-05-03", "2011-05-04TMO"]),
    ("It was founded in ⟦1932⟧ and ⟦1940⟧. Shots fell on ⟦September 27⟧.", ["1932", "1940", "2023-09-27"]),
    ("It opened in ⟦1932⟧. ⟦Yesterday⟧ it shut, as in ⟦August⟧.", ["1932", "2023-10-04", "2023-08"]),
    ("It stood in ⟦480 BC⟧. It fell in ⟦summer⟧.", ["BC0480", "XXXX-SU"]),
  ])
  func stories(_ text: String, _ values: [String]) { expect(text, values) }

  @Test(arguments: [
    ("Rescuers gave up on ⟦Tuesday⟧ because the storm will return.", ["2023-10-03"]),
    ("The union, which plans more walkouts, picketed the port on ⟦Monday⟧.", ["2023-10-02"]),
    ("The mayor, due to retire, thanked volunteers on ⟦Sunday⟧.", ["2023-10-01"]),
    ("Members will vote on a revised plan on ⟦Monday⟧.", ["2023-10-09"]),
    ("Lenders have extended the credit line through ⟦February⟧.", ["2024-02"]),
    ("Talks have been postponed until ⟦Monday⟧.", ["2023-10-09"]),
    ("The museum warned of a shortage in ⟦December⟧.", ["2023-12"]),
  ])
  func directions(_ text: String, _ values: [String]) { expect(text, values) }

  @Test(arguments: [
    ("sr", "Rođen je ⟦29. 8. 2015.⟧ u Nišu.", ["2015-08-29"]),
    ("sr", "Rat je počeo ⟦sredinom devedesetih⟧.", ["199X"]),
    ("es", "Ocurrió a ⟦mediados de los noventa⟧, en ⟦el siglo XIX⟧.", ["199X", "18XX"]),
    ("tr", "⟦1990'ların ortasında⟧ başladı, ⟦aylarca⟧ sürdü.", ["199X", "PXM"]),
    ("fr", "au ⟦milieu des années 1990⟧, un tableau du ⟦XIXe siècle⟧", ["199X", "18XX"]),
    ("de", "Die Ernte ist ⟦heuer⟧ schlecht, im ⟦Vorjahr⟧ war sie gut.", ["2023", "2022"]),
    ("es", "A las ⟦18.30 horas⟧ empezó.", ["2023-10-05T18:30"]),
    ("hr", "⟦Lani⟧ je u ⟦srpnju⟧ padala kiša.", ["2022", "2022-07"]),
    ("fr", "Sept mille sept cent soixante-dix-sept personnes.", []),
  ])
  func languages(_ language: String, _ text: String, _ values: [String]) { expect(text, values, language) }

  @Test func keysKnowTheirPlaces() { #expect(TimeKey.allCases.map(\.place) == Array(TimeKey.allCases.indices)) }

  /// Each row reads its examples; those behind `!` it leaves alone.
  @Test func everyConstructionReadsItsExamples() {
    var wrong: [String] = []
    var count = 0
    for language in [LanguagePack.shared.common] + LanguagePack.shared.languages {
      let rows = language.words(.constructions)?.rows ?? []
      wrong += TimeRules(language.words(.constructions).map { [$0] } ?? [], words: nil).faults
      for row in rows where row.fields.count == 4 {
        for example in row.words.split(separator: "|") {
          var text = example.trimming(" ")
          let isNegative = text.hasPrefix("!")
          if isNegative { text = text.dropFirst().trimming(" ") }
          var tongue = language.folder == "common" ? "en" : language.folder
          if let colon = text.firstIndex(of: ":"), text[..<colon].utf8.count == 2 {
            tongue = String(text[..<colon])
            text = text[text.index(after: colon)...].trimming(" ")
          }
          count += 1
          let isRead = times(Text(String(text)), tongue).contains { $0.rule == "time/" + row.key }
          if isRead == isNegative { wrong.append("\(row.key): \(example)") }
        }
      }
      wrong += rows.filter { $0.fields.count != 4 }.map { "\($0.key): no example" }
    }
    #expect(wrong == [])
    #expect(count > 60)
  }
}

extension StringProtocol where SubSequence == Substring {
  fileprivate func trimming(_ sign: Character) -> Substring {
    var part = self[...]
    while part.first == sign { part = part.dropFirst() }
    while part.last == sign { part = part.dropLast() }
    return part
  }
}
