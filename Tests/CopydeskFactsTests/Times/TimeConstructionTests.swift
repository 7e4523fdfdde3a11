import CopydeskFacts
import CopydeskTestSupport
import CopydeskText
import Testing

/// One sentence a construction; the day of publication is Thursday, 2 May 2024, ten in the morning.
@Suite struct TimeConstructionTests {
  private static let published = CivilDate(2024, 5, 2).map { Timestamp(date: $0, secondOfDay: 36_000) }

  private func expect(
    _ marked: String, _ values: [String], _ language: String = "en", at location: SourceLocation = #_sourceLocation
  ) {
    let marked = MarkedText(marked)
    let document = Document(
      text: marked.text, language: language, published: Self.published, publishedBy: "option")
    var scratch: Void = ()
    let found = TimeExtractor().extract(from: document, using: &scratch)
    #expect(found.map { marked.text[$0.range] } == marked.strings, sourceLocation: location)
    #expect(found.map(\.value) == values, sourceLocation: location)
  }

  @Test(arguments: [
    ("The shop opens ⟦Monday from 8-9am⟧.", ["2024-04-29T08:00/2024-04-29T09:00"]),
    ("It lasted between ⟦10 and 11:30 am on Friday⟧.", ["2024-04-26T10:00/2024-04-26T11:30"]),
    ("Guns fell silent at ⟦half past six⟧.", ["2024-05-02T06:30"]),
    ("They met ⟦last night at 8⟧ and again at ⟦ten past nine⟧.", ["2024-05-01T20:00", "2024-05-02T09:10"]),
    ("from ⟦16:00⟧ to ⟦18:00⟧", ["2024-05-02T16:00", "2024-05-02T18:00"]),
    ("He left at ⟦3 in the morning⟧.", ["2024-05-02T03:00"]),
    ("A curfew starts at ⟦seven p.m.⟧", ["2024-05-02T19:00"]),
    ("It ended ⟦Tuesday in the afternoon⟧.", ["2024-04-30TAF"]),
    ("Traffic stopped ⟦three hours ago⟧.", ["2024-05-02T07:00"]),
    ("The probe landed at ⟦08:15 UTC⟧, ⟦11:15 GMT⟧.", ["2024-05-02T08:15Z", "2024-05-02T11:15"]),
    ("The train left at ⟦a quarter to nine⟧.", ["2024-05-02T08:45"]),
    ("She ran it in ⟦4:05:09⟧, he at ⟦04:05:09⟧.", ["PT4H5M9S", "2024-05-02T04:05:09"]),
    ("⟦tuesday march nineteenth nine thirty⟧", ["2024-03-19T09:30"]),
  ])
  func clocks(_ text: String, _ values: [String]) { expect(text, values) }

  @Test(arguments: [
    ("born on ⟦twenty five January nineteen eighty six⟧", ["1986-01-25"]),
    ("He came in ⟦nineteen ninety-six⟧ and left.", ["1996"]),
    ("opened on ⟦28 June in 2020⟧ and ⟦Oct/2⟧", ["2020-06-28", "2023-10-02"]),
    ("due on ⟦11/20⟧ or ⟦11/25⟧", ["2024-11-20", "2024-11-25"]),
    ("filed ⟦Dec31, 1994⟧ and ⟦2020/Sep/23⟧", ["1994-12-31", "2020-09-23"]),
    ("on ⟦Friday the 12th⟧", ["2024-04-12"]),
    ("⟦Easter 2019⟧ and ⟦Thanksgiving 2010⟧, ⟦last Christmas⟧", ["2019-04-21", "2010-11-25", "2023-12-25"]),
    ("⟦the first week of 2019⟧, ⟦the last week of May⟧", ["2019-W01", "2024-W22"]),
    ("⟦the first Monday of next month⟧", ["2024-06-03"]),
    ("⟦three weeks from tomorrow⟧", ["2024-05-24"]),
    ("shut for ⟦three weeks⟧ from ⟦Monday⟧", ["P3W", "2024-04-29"]),
    ("Sales in ⟦week 31⟧ fell.", ["2024-W31"]),
    ("no rise since ⟦'82⟧ at all", ["1982"]),
    ("a hit of ⟦the nineties⟧; he is in his nineties", ["199X"]),
    ("It shut ⟦two weeks before 13 May 1999⟧, ⟦a week after Christmas⟧.", ["1999-04-29", "2024-01-01"]),
    ("shut for ⟦two days⟧ after ⟦Monday⟧", ["P2D", "2024-04-29"]),
    (
      "⟦Black Friday 2010⟧, ⟦Labor Day weekend⟧, ⟦the weekend of 4 May 2019⟧",
      ["2010-11-26", "2023-W35-WE", "2019-W18-WE"]
    ),
    ("He will return in ⟦a fortnight’s time⟧; it opens in ⟦ten days' time⟧.", ["2024-05-16", "2024-05-12"]),
    ("born ⟦03/18/40⟧, due ⟦03/18/30⟧", ["1940-03-18", "2030-03-18"]),
    ("It cost $12 in ⟦December⟧ and $9 ⟦December 27⟧.", ["2023-12", "2023-12-27"]),
    ("call +86 2010-2015-86, the most up to date list", []),
    ("⟦June 12, 1971⟧: The bridge opened.", ["1971-06-12"]),
    ("a hit of ⟦the 1980's⟧ and ⟦the late 1990's⟧; ⟦1990⟧'s best song", ["198X", "199X", "1990"]),
    ("a Core i5-12450H chip, the Harbor 2000 Index", []),
    ("a goal in the last minute", []),
    ("She left in ⟦2011⟧. ⟦The following year⟧ she won.", ["2011", "2012"]),
    ("It fell on ⟦Monday⟧. ⟦The next day⟧ it rose.", ["2024-04-29", "2024-04-30"]),
    ("It closed ⟦the week⟧ higher and ended ⟦the day⟧ with a loss.", ["2024-W18", "2024-05-02"]),
    ("Summer Walker sang; a mild ⟦winter⟧ helped; their ⟦Autumn⟧ talks failed.", ["2023-WI", "2023-FA"]),
    ("by ⟦the end of the fiscal year⟧", ["2024"]),
    ("She hopes to one day return. One day, a stranger came. It took ⟦one day⟧.", ["P1D"]),
    ("She left in ⟦2011⟧. ⟦Two years later⟧ she won.", ["2011", "2013"]),
    ("the Sunday school and the film After Hours", []),
    ("the best ⟦to date⟧.", ["PRESENT_REF"]),
  ])
  func days(_ text: String, _ values: [String]) { expect(text, values) }

  @Test(arguments: [
    ("He served ⟦two years and three months⟧.", ["P2Y3M"]),
    ("It took ⟦1 hour and 30 minutes⟧.", ["PT1H30M"]),
    ("a loss over ⟦the past two quarters⟧", ["P2Q"]),
    ("the highest level in ⟦years⟧.", ["PXY"]),
    ("after ⟦a fortnight⟧", ["P2W"]),
    ("between ⟦12⟧ and ⟦18 months⟧", ["P12M", "P18M"]),
    ("⟦every Monday at 4pm⟧ and ⟦every other week⟧", ["XXXX-WXX-1T16:00", "P2W"]),
    ("paid on ⟦the 19th of every month⟧", ["XXXX-XX-19"]),
    ("It grew over ⟦the years⟧ by ⟦quarterly⟧ steps.", ["PXY", "P3M"]),
  ])
  func lengthsAndSets(_ text: String, _ values: [String]) { expect(text, values) }

  @Test(arguments: [
    (
      "Profit fell in ⟦the third quarter⟧. ⟦A year earlier⟧ it rose; in ⟦the year-earlier period⟧ costs were lower.",
      ["2023-Q3", "2022-Q3", "2022-Q3"]
    ),
    ("Sales rose in ⟦the second quarter of 2021⟧. Costs fell in ⟦the quarter⟧.", ["2021-Q2", "2021-Q2"]),
    ("It must be signed by ⟦June 10⟧. By ⟦that time⟧ he will be gone.", ["2024-06-10", "2024-06-10"]),
    ("Turnout in ⟦2019⟧ was lower than ⟦the year before⟧.", ["2019", "2018"]),
    ("Not since ⟦1982⟧ was it so low. It ended ⟦the day⟧ at 7,100.", ["1982", "2024-05-02"]),
    ("The loss was small for ⟦the entire year⟧.", ["2024"]),
    ("open from ⟦October⟧ to ⟦March⟧ and ⟦Wednesday⟧ – ⟦Sunday⟧", ["2023-10", "2024-03", "2024-05-01", "2024-05-05"]),
    ("It ran ⟦Nov. 18⟧ – ⟦Jan. 9, 2016⟧.", ["2015-11-18", "2016-01-09"]),
    ("The index closed on ⟦Monday⟧. It lost 2% for ⟦the day⟧.", ["2024-04-29", "2024-04-29"]),
  ])
  func anchoredInTheText(_ text: String, _ values: [String]) { expect(text, values) }

  @Test(arguments: [
    ("de", "um ⟦halb neun am Freitag⟧, in ⟦den 1990er Jahren⟧", ["2024-04-26T08:30", "199X"]),
    ("de", "⟦alle zwei Wochen⟧, an ⟦Weihnachten 2019⟧", ["P2W", "2019-12-25"]),
    ("fr", "Le ⟦14 juillet 2023 à 18h30⟧, dans ⟦les années 1990⟧", ["2023-07-14T18:30", "199X"]),
    ("es", "En ⟦la década de 1990⟧, a las ⟦8 de la tarde⟧", ["199X", "2024-05-02T20:00"]),
    ("tr", "⟦İki yıl önce⟧, ⟦geçen hafta⟧", ["2022", "2024-W17"]),
    (
      "tr", "⟦1990'lı yıllarda⟧, ⟦2000’lerde⟧, ⟦80'li yıllar⟧, ⟦doksanlı yıllarda⟧, 2000'lik banknot",
      ["199X", "200X", "198X", "199X"]
    ),
    ("sr", "tokom ⟦devedesetih godina⟧, u ⟦ponedeljak u 18.30 časova⟧", ["199X", "2024-04-29T18:30"]),
    ("sr-Cyrl", "Из Новог Сада стиже помоћ.", []),
    ("sq", "⟦Të hënën në orën 18:30⟧, ⟦dy javë më parë⟧", ["2024-04-29T18:30", "2024-04-18"]),
  ])
  func languages(_ language: String, _ text: String, _ values: [String]) { expect(text, values, language) }

  /// Where nobody says when it was published, the line that dates the text does.
  @Test func dateLine() {
    let text = Text("Ferry runs aground\n12 March 2015\nIt hit a rock on Tuesday.")
    var scratch: Void = ()
    let found = TimeExtractor().extract(from: Document(text: text, language: "en"), using: &scratch)
    #expect(found.map(\.value) == ["2015-03-12", "2015-03-10"])
    #expect(found.map(\.anchor) == [nil, .text])
  }

  /// A day that doesn't exist is no date, nor are its month and year told.
  @Test(arguments: ["on 31 June 2024", "on Feb 30", "30 February", "the year 0", "at 25:61", "2024-13-45"])
  func impossible(_ text: String) { expect(text, []) }
}
