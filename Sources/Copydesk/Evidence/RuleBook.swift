import CopydeskText

/// What the `rule` of a fact means, in a sentence.
public enum RuleBook {
  /// The sentence for a rule; nil for one that is not known.
  public static func meaning(of rule: String) -> String? {
    let both = "+tagger"
    guard rule.hasSuffix(both) else { return meanings[rule] ?? construction(rule) }
    return meanings[String(rule.dropLast(both.count))].map { $0 + "; the trained tagger finds it too" }
  }

  /// What a row of `constructions.tsv` says of itself: its first example.
  private static func construction(_ rule: String) -> String? {
    guard rule.hasPrefix("time/") else { return nil }
    let folders = [LanguagePack.shared.common] + LanguagePack.shared.languages
    let rows = folders.lazy.compactMap { $0.words(.constructions)?.rows(String(rule.dropFirst(5))).first }
    guard let examples = rows.first?.fields.dropFirst(3).first else { return nil }
    let example = examples.split(separator: "|").first.map { $0.split(separator: " ").joined(separator: " ") } ?? ""
    return "words of time that mean something together (\(example))"
  }

  /// All but the constructions of the tables.
  static let meanings: [String: String] = [
    "entity/gazetteer": "a name of the built-in tables, in the form that they have",
    "entity/gazetteer-weak": "a name of the tables that is a common word or name too, kept for what stands round it",
    "entity/correction": "a name that your own file of corrections gives (--names)",
    "entity/acronym": "an acronym that was introduced behind its full name, or is in the tables",
    "entity/person-title": "capitalised words behind a title or office (President, Dr.)",
    "entity/person-given-name": "a known given name and the capitalised words behind it",
    "entity/person-surname": "a known family name with capitalised words before it",
    "entity/person-speech": "a capitalised name that does the saying beside a reporting word",
    "entity/person-repeat": "a part of the full name of a person named elsewhere in the document",
    "entity/person-lone-name": "one name alone, which the words round it show to be a person's",
    "entity/shape": "capitalised like a name, and no table knows it",
    "entity/org-pattern": "a name that ends or begins like an organisation's (… Ministry, University of …)",
    "entity/armed-force": "an armed force or police named with its country or place",
    "entity/head-pattern": "a name whose head word tells its type (… Bridge, … Award, Lake …)",
    "entity/border-crossing": "a place or two before or behind the words for a border crossing",
    "entity/settlement": "a name behind the word for a village, town or city",
    "entity/tagger": "the trained tagger finds it by its words and those round it; no rule does",
    "entity/user-gazetteer": "a name of your own list (--gazetteer)",
    "entity/in-place": "an unknown name behind a preposition of place",
    "quantity/number": "a number for itself",
    "quantity/counted": "a number and the noun phrase that it counts",
    "quantity/unit": "a number and a unit of measure",
    "quantity/shared-unit": "a number that shares the unit of a later one (five or six kilometres)",
    "quantity/shared-noun": "a number that shares the counted noun of a later one (four-, five- and six-cylinder)",
    "quantity/two-bounds": "a lower and an upper bound for one amount (more than 10 and less than 40)",
    "quantity/compound": "two amounts that make one (five feet ten, 15 dollars 50)",
    "quantity/rate": "an amount for each of something (90 km an hour)",
    "quantity/range": "two numbers, the ends of a range",
    "quantity/fraction": "a fraction in words or figures",
    "quantity/percent": "a number with a percent sign or word",
    "quantity/age": "the age of somebody",
    "quantity/money-symbol": "a number beside the sign of a currency",
    "quantity/money-name": "a number and the name of a currency",
    "time/iso-date": "a date in ISO 8601",
    "time/iso-month": "a year and a month in figures",
    "time/numeric-date": "a date in figures, read in the order of its language",
    "time/date": "a day, a month and a year",
    "time/month-day": "a day and a month; the year is that of the anchor",
    "time/month": "a month; the year is that of the anchor",
    "time/month-of-year": "a month and a year",
    "time/day": "a day told from the anchor (today, the 5th)",
    "time/month-and-day": "a day of the month by its number alone, in a month that was told",
    "time/weekday-and-day": "a day of the week with the day of the month (Friday the 13th)",
    "time/week-number": "a week by its number in the year",
    "time/nth": "the first, second… last day, week or month of a stretch",
    "time/from-date": "so long before or after a date that is told (three weeks from tomorrow)",
    "time/weekday": "a day of the week, resolved by the tense and the anchor",
    "time/weekdays": "a day of the week in the plural: each of them",
    "time/weekend": "a weekend near the anchor",
    "time/holiday": "a holiday, resolved to its day",
    "time/year": "a year",
    "time/spelled-year": "a year in words",
    "time/finishing-time": "hours, minutes and seconds that something took (3:07:35)",
    "time/apostrophe-year": "a year of two figures behind an apostrophe",
    "time/year-before": "the year or stretch before one that was told (a year earlier)",
    "time/year-range": "two years, the ends of a stretch",
    "time/fiscal-year": "a financial year",
    "time/decade": "a decade",
    "time/decade-name": "a decade by its name (the sixties)",
    "time/century": "a century",
    "time/season": "a season",
    "time/quarter": "a quarter or half of a year",
    "time/the-quarter": "the quarter that was told before",
    "time/the-period": "the stretch that was told before (the year-earlier period)",
    "time/shared-unit": "a number that shares the unit of time of a later one",
    "time/shifted-unit": "a week, month or year counted from the anchor (last month)",
    "time/same": "the day or year that was spoken of (that day)",
    "time/edge": "the beginning, middle or end of a stretch of time",
    "time/distance": "so long before or after the anchor (three days ago)",
    "time/duration": "a length of time with a number",
    "time/bare-units": "a length of time without a number (for months)",
    "time/stretch": "the time up to the anchor or from it on (the past week)",
    "time/recent": "a vague stretch up to now (in recent years)",
    "time/reference": "now, then or the future in general",
    "time/clock": "a time of day on the clock",
    "time/clock-interval": "two clock times, the ends of a stretch",
    "time/instant": "a moment told by hours or minutes from the time of publication",
    "time/day-part": "a part of a day (Friday evening)",
    "time/length": "a word that is a length of time by itself (jahrelang)",
    "time/listed-day": "a day of a list or stretch that shares its month or year with another (May 11 and 12)",
    "time/set": "a time that comes again (daily)",
    "time/every": "every so often (every second week)",
    "time/times-per-unit": "so many times in a stretch (twice a year)",
    "quote/QSV": "words in quotation marks, then speaker and reporting word (“…,” Kurti said)",
    "quote/QVS": "words in quotation marks, then reporting word and speaker (“…,” said Kurti)",
    "quote/SVQ": "speaker, reporting word, then what was said (Kurti said that …)",
    "quote/SVN": "speaker and a word for what quoted words call something (called it “…”)",
    "quote/interrupted": "a quotation that its attribution stands inside of",
    "quote/continued": "a quotation that goes on behind its attribution",
    "quote/according-to": "a clause with its source (according to …)",
    "quote/headline-colon": "speaker, colon, what was said, as in headlines",
    "quote/transcript": "a line of an interview or transcript: name, colon, words",
    "quote/nested": "a quotation inside a quotation",
    "quote/carried": "a quotation without attribution; the speaker is the one who spoke before",
    "quote/fragment": "some quoted words inside a sentence; the speaker is its subject or the one before",
    "quote/alone": "a quotation for which no speaker was found",
  ]
}
