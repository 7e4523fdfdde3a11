import CCLDR
import CopydeskFacts
import CopydeskText
import Glibc
import Testing

/// What CLDR writes is read back: dates in every style, relative words and distances, in each language that has words of time.
@Suite struct TimeRoundTripTests {
  private static let published = CivilDate(2024, 5, 2)
  private static let locales = ["en", "de", "fr", "es", "it", "tr", "sr_Latn", "sr_Cyrl", "hr", "sq", "nl", "pt"]
  private static let patterns = [
    "short", "medium", "long", "full", "yMMMd", "yMMMMd", "yMMMEd", "yMMMMEEEEd", "yMd", "yMMM", "yMMMM", "MMMMd",
    "MMMd",
  ]

  /// Where another reading is right or none is: the locale and pattern, or the locale with the words.
  private static let exceptions: Set<String> = [
    // `mar` is the third month and the third day; beside a number the month wins.
    "it yMMMEd",
    // The week in the accusative is Sunday too.
    "sr_Latn za 1 nedelju", "sr_Cyrl за 1 недељу",
    // `vjet` is the plural of years as well, `mot` the weather.
    "sq vjet", "sq mot",
  ]

  private func times(_ text: String, _ locale: String) -> [(text: String, value: String)] {
    let language = locale.replacing("_", with: "-")
    let document = Document(
      text: Text(text), language: language, published: Self.published.map { Timestamp(date: $0) },
      publishedBy: "option")
    var scratch: Void = ()
    return TimeExtractor().extract(from: document, using: &scratch).map { (document.text[$0.range], $0.value) }
  }

  private func taken(_ string: UnsafeMutablePointer<CChar>?) -> String? {
    guard let string else { return nil }
    defer { free(string) }
    return String(cString: string)
  }

  @Test func datesOfEveryStyle() {
    var wrong: [String] = []
    var count = 0
    for locale in Self.locales {
      for pattern in Self.patterns where !Self.exceptions.contains("\(locale) \(pattern)") {
        for (month, day) in (1...12).flatMap({ month in [3, 8, 25].map { (month, $0) } }) {
          // A date without its year is the nearest: those far from publication are another year's.
          let isBare = !pattern.contains("y") && pattern.contains("M")
          guard let date = CivilDate(isBare ? 2024 : 2019, month, day), !isBare || (3...5).contains(month),
            let written = taken(cldr_date(locale, pattern, Int32(date.year), Int32(month), Int32(day)))
          else { continue }
          count += 1
          let value =
            pattern.contains("d") || pattern.count > 5 && !pattern.contains("y") || !pattern.contains("M")
            ? date.isoString : String(date.isoString.prefix(7))
          let found = times("(\(written))", locale)
          if found.map(\.value) != [value] { wrong.append("\(locale) \(pattern): \(written) → \(found)") }
        }
      }
    }
    #expect(count > 3000)
    #expect(wrong == [], "\(wrong.count) of \(count)")
  }

  @Test func relativeWordsAndDistances() {
    var wrong: [String] = []
    var count = 0
    for locale in Self.locales {
      for (unit, name) in [("day", "day"), ("week", "week"), ("month", "month"), ("year", "year")] {
        for steps in [-25, -5, -2, -1, 0, 1, 2, 5, 25] {
          for words in [0, 1] where words == 1 || steps != 0 {
            guard let written = taken(cldr_relative(locale, unit, Int32(steps), Int32(words))),
              let value = Self.value(name, steps, isDistance: written.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }),
              !Self.exceptions.contains("\(locale) \(written)")
            else { continue }
            count += 1
            let found = times(written, locale)
            if found.map(\.value) != [value] { wrong.append("\(locale): \(written) (\(value)) → \(found)") }
          }
        }
      }
    }
    #expect(count > 500)
    #expect(wrong == [], "\(wrong.count) of \(count)")
  }

  /// The value so many units from publication; weeks away are told by the day.
  private static func value(_ unit: String, _ steps: Int, isDistance: Bool) -> String? {
    guard let published else { return nil }
    switch unit {
    case "day": return published.adding(days: steps).isoString
    case "week":
      let date = published.adding(days: 7 * steps)
      if isDistance { return date.isoString }
      let week = date.isoWeek
      return "\(week.year)-W\(week.week < 10 ? "0" : "")\(week.week)"
    case "month": return String(published.adding(months: steps).isoString.prefix(7))
    default: return String(published.year + steps)
    }
  }
}
