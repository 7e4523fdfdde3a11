import CopydeskFacts
import CopydeskText
import Testing

/// Numbers that no sane page has: every value is finite or null, and nothing traps.
@Suite struct NumberInputTests {
  private func findings(_ string: String, _ language: String = "en") -> (times: [TimeExpression], numbers: [Quantity]) {
    var document = Document(
      text: Text(string), language: language, published: CivilDate(2024, 5, 2).map { Timestamp(date: $0) },
      publishedBy: "option")
    var scratch: Void = ()
    document[TimeExtractor.self] = TimeExtractor().extract(from: document, using: &scratch)
    return (document[TimeExtractor.self], QuantityExtractor().extract(from: document, using: &scratch))
  }

  private static let long = String(repeating: "7", count: 400)

  @Test(arguments: [
    String(repeating: "9", count: 10_000),
    "It paid $\(long) and \(long)% of \(long).\(long) euros.",
    "a share of 0.\(String(repeating: "0", count: 390))1 per cent",
    "1.\(long) km and 0,\(long) km",
    String(repeating: "1,", count: 3000) + "1 dollars",
    String(repeating: "10-", count: 3000) + "10 km",
    String(repeating: "between 3 and ", count: 1500) + "5 km",
    String(repeating: "from 3 to ", count: 1500) + "5 km",
    String(repeating: "5 billion ", count: 800),
    "9" + String(repeating: " trillion", count: 800) + " dollars",
    "two" + String(repeating: " hundred thousand million", count: 500),
    String(repeating: "minus ", count: 2000) + "5",
    String(repeating: "half of a ", count: 2000) + "million",
    String(repeating: "7- or ", count: 2000) + "8-inch",
    String(repeating: "2 yards, 7 feet, ", count: 1000),
    "5×10^999999999 and 5×10^-30 and 1e999 and NaN and inf and -inf",
    String(repeating: "several of ", count: 2000) + "thousands",
    String(repeating: "the last week of ", count: 3000) + "May",
    String(repeating: "a day from ", count: 3000) + "Monday, " + String(repeating: "3 days from ", count: 3000)
      + "May 4",
    String(repeating: "Monday nine a.m. ", count: 3000) + String(repeating: "9 this morning at ", count: 3000),
    String(repeating: "1 year and 1 month and ", count: 3000) + String(repeating: "2 years ", count: 3000),
    String(repeating: "half past ", count: 3000) + String(repeating: "from 9 to ", count: 3000) + "10 am",
    String(repeating: "2^9", count: 2000) + " and 2^999999 and 9e99 and .5e-30",
    "99999999999999999999 years ago, 4000 centuries ago, 90,000 decades later",
    "between between 3 and 5 and 7 km, from 2-3 to 4-5 to 6 tonnes, between 9 and between 1 and 2",
    String(repeating: "5 ± ", count: 400) + "5 km", String(repeating: "two or ", count: 400) + "three hundred",
    String(repeating: "8- to ", count: 400) + "10 weeks", String(repeating: "1 ton and a half and ", count: 400),
    String(repeating: "a dollar and ", count: 400) + "5 cents", String(repeating: "7-one-on-", count: 400) + "one",
    "in 99999 days, 99999 months from now, 99,999 years earlier",
    "two point" + String(repeating: " two", count: 800) + " million days ago",
    String(repeating: "one million ", count: 2000) + "years", String(repeating: "2020-01-01-", count: 2000),
    String(repeating: "2010-2011-", count: 2000), "USD٥", "USD٥.5", "EUR٣,",
  ])
  func isFiniteOrNull(_ string: String) {
    for language in ["en", "de", "sr", "tr", "sq", "fr", "es"] {
      let found = findings(string, language)
      for quantity in found.numbers {
        for value in [quantity.value, quantity.low, quantity.high] { #expect(value?.isFinite != false) }
      }
      for time in found.times { #expect(!time.value.contains("-") || time.value.first != "-") }
    }
  }

  @Test(arguments: [
    "on 31 June", "on 31/06/2023", "on 2023-02-30", "on 99.99.2023", "in the year 99999", "at 27:80", "0000-00-00",
  ])
  func datesThatDoNotExist(_ string: String) {
    for time in findings(string).times {
      #expect(time.earliest == nil || time.value.hasPrefix("20") || time.value == "XXXX-06")
    }
    #expect(!findings(string).times.contains { ["2023-06-31", "2023-02-30", "2024-06-31"].contains($0.value) })
  }

  @Test func yearsOutsideTheCalendar() {
    #expect(findings("in year 0 and in 99999").times.isEmpty)
    #expect(findings("forty thousand years ago").times.map(\.value) == ["PAST_REF"])
  }

  @Test func rightToLeftDigits() {
    let found = findings("قال ٣٠ شخصا و ١٢٣٤٥ ريال، and ۱۲۳ more")
    #expect(found.numbers.isEmpty)
    #expect(findings("في ٢٠٢٣ دفع ٣٫٥ km و ١٬٢٥٠€ و ١٢٪").times.map(\.value) == ["2023"])
    #expect(findings("في ٢٠٢٣ دفع ٣٫٥ km و ١٬٢٥٠€ و ١٢٪").numbers.map(\.value) == [3.5, 1250, 12])
    #expect(findings("२५ km, １２ km, ٣2 km").numbers.prefix(2).map(\.value) == [25, 12])
    #expect(findings(String(repeating: "٩", count: 10_000) + " km").numbers.isEmpty)
  }

  @Test func tableOfNumbers() {
    let row = (0..<12).map { "\($0 * 37 % 1000).\($0)" }.joined(separator: "\t")
    let table = Array(repeating: row, count: 400).joined(separator: "\n")
    for quantity in findings(table).numbers { #expect(quantity.value?.isFinite == true) }
  }
}
