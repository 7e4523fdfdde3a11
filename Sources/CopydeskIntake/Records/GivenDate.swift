public import CopydeskText

/// The date that comes with a document: under a key of JSON, in a table's column, in a feed, on the command line.
public enum GivenDate {
  /// Nobody writes more.
  private static let longest = 80

  /// The time; nil if it is none, or may be two (`03/04/2021`). Read are ISO 8601, the seconds or milliseconds since 1970
  /// (`1696099320`), the form of mail (`Sat, 30 Sep 2023 18:42:00 GMT`) and dates with a month's name (`4 March 2021`).
  public static func read(_ text: String) -> Timestamp? {
    guard text.utf8.count <= longest else { return nil }
    if let found = Timestamp(iso8601: text) ?? epoch(text) ?? MailDate.read(text) { return found }
    guard !isAmbiguous(text), let found = WrittenDate.first(in: text), (1900...2100).contains(found.date.year) else {
      return nil
    }
    return found
  }

  /// Ten digits are seconds since 1970, thirteen milliseconds; from 2001 to 2286. A fraction does not count.
  private static func epoch(_ text: String) -> Timestamp? {
    let bytes = Array(text.utf8).filter { $0 > 0x20 }
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    let rest = bytes.dropFirst(digits.count)
    guard digits.count == 10 || digits.count == 13, digits.first != 0x30,
      rest.isEmpty || rest.first == UInt8(ascii: ".") && rest.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let seconds = digits.count == 13 ? number / 1000 : number
    return Timestamp(date: CivilDate(daysSinceEpoch: seconds / 86_400), secondOfDay: seconds % 86_400, zone: "Z")
  }

  /// Whether the first two numbers, with a stroke or a hyphen between, may both be the month, and are not the same.
  private static func isAmbiguous(_ text: String) -> Bool {
    let parts = text.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") }
    guard parts.count >= 3 else { return false }
    let numbers = parts.prefix(2).map { Int(String(decoding: $0.filter { $0 > 0x20 }, as: UTF8.self)) ?? 99 }
    return numbers.allSatisfy { $0 <= 12 } && numbers[0] != numbers[1]
  }
}

/// The dates of RSS, which are those of mail (RFC 5322): `Sat, 30 Sep 2023 18:42:00 +0300`.
enum MailDate {
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
  private static let zones = [
    "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00",
    "PST": "-08:00", "PDT": "-07:00",
  ]

  /// The time; nil if it is none.
  static func read(_ text: String) -> Timestamp? {
    var words = text.split { $0 == " " || $0 == "," }[...]
    if let first = words.first?.first, !("0"..."9").contains(first) { words.removeFirst() }
    let parts = Array(words)
    guard parts.count >= 3, let day = Int(parts[0]),
      let month = months.firstIndex(of: String(parts[1].prefix(3)).lowercased()), var year = Int(parts[2])
    else { return nil }
    // Two figures were once enough.
    if year < 100 { year += year < 70 ? 2000 : 1900 }
    guard let date = CivilDate(year, month + 1, day) else { return nil }
    let clock = parts.count > 3 ? parts[3].split(separator: ":").map { Int($0) ?? -1 } : []
    guard clock.count >= 2, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]) else {
      return Timestamp(date: date)
    }
    let second = clock.count > 2 && (0..<60).contains(clock[2]) ? clock[2] : 0
    return Timestamp(
      date: date, secondOfDay: clock[0] * 3600 + clock[1] * 60 + second, zone: parts.count > 4 ? zone(parts[4]) : nil)
  }

  private static func zone(_ text: Substring) -> String? {
    if ["GMT", "UT", "UTC", "Z"].contains(text.uppercased()) { return "Z" }
    if let zone = zones[text.uppercased()] { return zone }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard let sign = text.first, sign == "+" || sign == "-", digits.count == 4, let number = UInt16(digits),
      number <= 1459, number % 100 < 60
    else { return nil }
    return "\(sign)\(digits.prefix(2)):\(digits.suffix(2))"
  }
}
