import CopydeskFacts
import CopydeskText
import Testing

@testable import Copydesk

/// Every rule of a quantity or time has a sentence in which it is at work, and shows it.
@Suite struct NumberRuleTests {
  /// The sentences are read as of Thursday, 2 May 2024, ten in the morning.
  private static let sentences: [(rule: String, text: String)] = [
    ("quantity/age", "a 29-year-old nurse"), ("quantity/compound", "5 feet 4 inches"),
    ("quantity/counted", "three armed men"), ("quantity/fraction", "two-thirds of drivers"),
    ("quantity/money-name", "30 euros"), ("quantity/money-symbol", "$30"), ("quantity/number", "It rose to 1,250."),
    ("quantity/percent", "41.5%"), ("quantity/range", "8 to 12 km"), ("quantity/rate", "$70 a barrel"),
    ("quantity/shared-noun", "It lost 12.5 points to 1,463.87 points, from 1,333.18."),
    ("quantity/shared-unit", "six or seven miles"), ("quantity/two-bounds", "more than 10 and less than 40"),
    ("quantity/unit", "14 km"),
    ("time/apostrophe-year", "no rise since '82 at all"), ("time/bare-units", "the highest level in years."),
    ("time/century", "in the 19th century"), ("time/clock", "at 16:00"), ("time/clock-interval", "from 8-9am"),
    ("time/date", "3 June 2015"), ("time/day", "yesterday"), ("time/day-part", "Monday morning"),
    ("time/decade", "the 1990s"), ("time/decade-name", "the nineties"), ("time/distance", "two weeks ago"),
    ("time/duration", "78 days"), ("time/edge", "early 2011"), ("time/every", "every Monday"),
    ("time/finishing-time", "in 4:05:09"), ("time/fiscal-year", "FY2024"),
    ("time/from-date", "three weeks from tomorrow"),
    ("time/holiday", "Easter 2019"), ("time/instant", "in the next hour"), ("time/iso-date", "2023-09-24"),
    ("time/iso-month", "2023-09"),
    ("time/listed-day", "on May 11 and 12"), ("time/month", "in September"), ("time/month-and-day", "due on 11/20"),
    ("time/month-day", "24 September"), ("time/month-of-year", "September of last year"),
    ("time/nth", "the first Monday of next month"), ("time/numeric-date", "24/09/2023"),
    ("time/quarter", "the third quarter of 2022"), ("time/recent", "in recent months"), ("time/reference", "currently"),
    ("time/same", "He came on Monday and left that day."), ("time/season", "spring 2023"), ("time/set", "daily"),
    ("time/shared-unit", "between 12 and 18 months"), ("time/shifted-unit", "last week"),
    ("time/spelled-year", "He came in nineteen ninety-six and left."), ("time/stretch", "the past three months"),
    ("time/the-period", "a loss for the entire year"), ("time/the-quarter", "Costs fell in the quarter."),
    ("time/times-per-unit", "twice a week"), ("time/week-number", "Sales in week 31 fell."),
    ("time/weekday", "on Friday"),
    ("time/weekday-and-day", "on Friday the 12th"), ("time/weekdays", "open on Mondays"),
    ("time/weekend", "over the weekend"), ("time/year", "in 1999"),
    ("time/year-before", "In the third quarter it rose; in the year-earlier period it fell."),
    ("time/year-range", "the war of 1998-99"),
  ]

  /// What English has no words for.
  private static let german = [("time/length", "Es dauerte jahrelang.")]

  @Test(arguments: german)
  func isAtWorkInGerman(_ rule: String, _ text: String) { check(rule, text, "de") }

  @Test(arguments: sentences)
  func isAtWork(_ rule: String, _ text: String) { check(rule, text, "en") }

  private func check(_ rule: String, _ text: String, _ language: String) {
    var document = Document(
      text: Text(text), language: language,
      published: CivilDate(2024, 5, 2).map { Timestamp(date: $0, secondOfDay: 36_000) },
      publishedBy: "option")
    var scratch: Void = ()
    document[TimeExtractor.self] = TimeExtractor().extract(from: document, using: &scratch)
    let quantities = QuantityExtractor().extract(from: document, using: &scratch)
    let rules = quantities.map(\.rule) + document[TimeExtractor.self].map(\.rule)
    #expect(rules.contains(rule), "\(rules)")
  }

  @Test func noneIsMissing() {
    let rules = RuleBook.meanings.keys.filter { $0.hasPrefix("quantity/") || $0.hasPrefix("time/") }
    #expect(Set(rules) == Set(Self.sentences.map(\.rule) + Self.german.map(\.0)))
  }
}
