import CopydeskFacts
import CopydeskTestSupport
import CopydeskText
import Testing

@Suite struct TimeExtractorTests {
  /// Thursday, 2 May 2024.
  private static let published = CivilDate(2024, 5, 2).map { Timestamp(date: $0) }

  private func times(_ text: Text, _ language: String = "en", dated: Bool = true) -> [TimeExpression] {
    let document = Document(
      text: text, language: language, published: dated ? Self.published : nil, publishedBy: dated ? "option" : nil)
    var scratch: Void = ()
    return TimeExtractor().extract(from: document, using: &scratch)
  }

  private func expect(
    _ marked: String, _ values: [String], _ language: String = "en", dated: Bool = true,
    at location: SourceLocation = #_sourceLocation
  ) {
    let marked = MarkedText(marked)
    let found = times(marked.text, language, dated: dated)
    #expect(found.map { marked.text[$0.range] } == marked.strings, sourceLocation: location)
    #expect(found.map(\.value) == values, sourceLocation: location)
  }

  @Test(arguments: [
    ("signed on ⟦12 March 2019⟧ in Niš", ["2019-03-12"]),
    ("signed on ⟦March 12, 2019⟧, in Niš", ["2019-03-12"]),
    ("since ⟦July 2011⟧", ["2011-07"]),
    ("The ⟦Feb. 17⟧ rally", ["2024-02-17"]),
    ("on ⟦14/02/2020⟧ and ⟦2020-03-01⟧", ["2020-02-14", "2020-03-01"]),
    ("⟦the 1980s⟧ and ⟦the 19th century⟧", ["198X", "18XX"]),
    ("the season of ⟦1997-98⟧", ["1997/1998"]),
    ("in ⟦Q1 2024⟧ and ⟦the second quarter of 2021⟧", ["2024-Q1", "2021-Q2"]),
    ("⟦the winter of 2010⟧, ⟦fiscal 2012⟧", ["2010-WI", "FY2012"]),
    ("⟦Tuesday, April 30, 2024⟧", ["2024-04-30"]),
  ])
  func calendar(_ text: String, _ values: [String]) { expect(text, values) }

  @Test(arguments: [
    ("They left ⟦yesterday⟧ and return ⟦tomorrow⟧.", ["2024-05-01", "2024-05-03"]),
    ("Guards fired on ⟦Tuesday⟧.", ["2024-04-30"]),
    ("The council will vote on ⟦Monday⟧.", ["2024-05-06"]),
    ("He quit ⟦last Thursday⟧; ⟦last week⟧ was calm.", ["2024-04-25", "2024-W17"]),
    ("Prices fell in ⟦August⟧ and will rise in ⟦June⟧.", ["2023-08", "2024-06"]),
    ("It opened in ⟦November of last year⟧.", ["2023-11"]),
    ("She resigned ⟦a day earlier⟧, ⟦three weeks ago⟧.", ["2024-05-01", "2024-04-11"]),
    ("⟦Earlier this month⟧, ⟦late last year⟧, ⟦early 2022⟧", ["2024-05", "2023", "2022"]),
    ("at ⟦the end of the year⟧", ["2024"]),
    ("over ⟦the weekend⟧", ["2024-W17-WE"]),
  ])
  func relative(_ text: String, _ values: [String]) { expect(text, values) }

  @Test(arguments: [
    ("on ⟦the fourth of July 1995⟧ and ⟦March eighteenth⟧", ["1995-07-04", "2024-03-18"]),
    ("on ⟦Tuesday of next week⟧, ⟦Monday evening last week⟧", ["2024-05-07", "2024-04-22TEV"]),
    ("The minister will return in ⟦three days⟧.", ["2024-05-05"]),
    ("Output doubled in ⟦three days⟧.", ["P3D"]),
    ("They met on ⟦Friday⟧ and parted ⟦two days later⟧.", ["2024-04-26", "2024-04-28"]),
    ("on ⟦the 18th⟧ and in ⟦the evening⟧", ["2024-04-18", "2024-05-02TEV"]),
    ("before ⟦Christmas 2019⟧ and on ⟦New Year's Eve⟧", ["2019-12-25", "2023-12-31"]),
    ("built between ⟦1410⟧ and ⟦1440⟧", ["1410", "1440"]),
    ("⟦one and a half hours⟧ and ⟦1.5 hours⟧", ["PT1.5H", "PT1.5H"]),
  ])
  func counted(_ text: String, _ values: [String]) { expect(text, values) }

  @Test(arguments: [
    ("de", "am ⟦Mittwochabend⟧ starb der ⟦61-jährige⟧ Mann", ["2024-05-01TEV", "P61Y"]),
    (
      "sr", "⟦2019. godine⟧, u ⟦martu 2021. godine⟧, ⟦7. januara u 18 časova⟧", ["2019", "2021-03", "2024-01-07T18:00"]
    ),
    ("hr", "više nego ⟦lani⟧", ["2023"]),
    ("sq", "nga ⟦viti 2019⟧, ⟦e mërkura, 10 prill⟧", ["2019", "2024-04-10"]),
    ("tr", "⟦2021 yılının haziran ayında⟧, ⟦salı günü⟧", ["2021-06", "2024-04-30"]),
  ])
  func forms(_ language: String, _ text: String, _ values: [String]) { expect(text, values, language) }

  @Test(arguments: [
    ("The bus left at ⟦7:45 a.m. on Sunday⟧.", ["2024-04-28T07:45"]),
    ("They met on ⟦Monday at 9 p.m.⟧ in Bar.", ["2024-04-29T21:00"]),
    ("Curfew begins at ⟦22:00 tonight⟧.", ["2024-05-02T22:00"]),
    ("Rain fell ⟦Wednesday evening⟧.", ["2024-05-01TEV"]),
  ])
  func clock(_ text: String, _ values: [String]) { expect(text, values) }

  @Test(arguments: [
    ("a ⟦12-week⟧ course of ⟦40 minutes⟧", ["P12W", "PT40M"]),
    ("in ⟦the past two months⟧", ["P2M"]),
    ("a ⟦61-year-old⟧ driver waited ⟦several days⟧", ["P61Y", "PXD"]),
    ("⟦a week⟧ after the vote", ["P1W"]),
    ("paid ⟦monthly⟧, seen ⟦every Friday⟧, held ⟦twice a year⟧", ["P1M", "XXXX-WXX-5", "P1Y"]),
    ("He is ⟦now⟧ free and ⟦recently⟧ wed.", ["PRESENT_REF", "PAST_REF"]),
  ])
  func durationsAndSets(_ text: String, _ values: [String]) { expect(text, values) }

  @Test func sameDay() {
    expect(
      "It opened on ⟦4 May 2009⟧ and closed ⟦that day⟧; ⟦that year⟧ was wet.", ["2009-05-04", "2009-05-04", "2009"])
    #expect(times(Text("On 4 May 2009 and that day")).last?.anchor == .text)
  }

  @Test func looksAhead() {
    expect("He stayed until ⟦Friday⟧.", ["2024-05-03"])
    expect("The hearing is scheduled for ⟦Tuesday⟧.", ["2024-05-07"])
    expect("⟦This past Sunday⟧ and ⟦this coming Sunday⟧", ["2024-04-28", "2024-05-05"])
  }

  @Test(arguments: [
    "You may march.", "Article 2010 of the code", "about 1990 soldiers", "It cost 20 euros a day.", "They won 3-1.",
    "Resolution 1999 stands", "the Second Army",
  ])
  func notTimes(_ text: String) { expect(text, []) }

  @Test func withoutAnchor() {
    expect(
      "On ⟦Friday⟧ or ⟦October 3⟧, ⟦last month⟧, ⟦today⟧, from ⟦16:00⟧",
      ["XXXX-WXX-5", "XXXX-10-03", "XXXX-XX", "XXXX-XX-XX", "XXXX-XX-XXT16:00"], dated: false)
    let found = times(Text("On Friday"), dated: false)
    #expect(found.first?.underspecified == "XXXX-WXX-5")
    #expect(found.first?.anchor == nil)
    #expect(found.first?.earliest == nil)
  }

  @Test func interval() {
    let found = times(Text("in April"))
    #expect(found.first?.earliest == CivilDate(2024, 4, 1))
    #expect(found.first?.latest == CivilDate(2024, 4, 30))
    #expect(found.first?.anchor == .option)
    #expect(found.first?.underspecified == "XXXX-04")
    #expect(found.first?.rule == "time/month")
  }

  @Test(arguments: [
    ("de", "am ⟦7. Januar 2021⟧, ⟦letzten Montag⟧ und ⟦vor drei Jahren⟧", ["2021-01-07", "2024-04-29", "2021"]),
    ("sr", "⟦prošlog petka⟧, ⟦7. januara 2021.⟧ i ⟦pre tri godine⟧", ["2024-04-26", "2021-01-07", "2021"]),
    ("sr-Cyrl", "⟦прошлог петка⟧ и ⟦јуче⟧", ["2024-04-26", "2024-05-01"]),
    ("sq", "më ⟦7 janar 2021⟧, ⟦javën e kaluar⟧, ⟦tre vite më parë⟧", ["2021-01-07", "2024-W17", "2021"]),
    ("tr", "⟦7 Ocak 2021⟧, ⟦geçen hafta⟧, ⟦üç yıl önce⟧", ["2021-01-07", "2024-W17", "2021"]),
    ("fr", "le ⟦7 janvier 2021⟧, ⟦la semaine dernière⟧, ⟦il y a trois ans⟧", ["2021-01-07", "2024-W17", "2021"]),
    ("es", "el ⟦7 de enero de 2021⟧, ⟦la semana pasada⟧, ⟦hace tres años⟧", ["2021-01-07", "2024-W17", "2021"]),
  ])
  func languages(_ language: String, _ text: String, _ values: [String]) { expect(text, values, language) }
}
