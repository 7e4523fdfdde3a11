/// A day of the proleptic Gregorian calendar.
public struct CivilDate: Sendable, Hashable, Comparable {
  /// The year, 1…9999.
  public let year: Int
  /// The month, 1…12.
  public let month: Int
  /// The day of the month, 1…31.
  public let day: Int

  /// The date, or nil if there is no such day.
  public init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year) else {
      return nil
    }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The date of a count of days since 1970-01-01, held inside the years 1…9999.
  public init(daysSinceEpoch: Int) {
    // The days-to-civil algorithm over 400-year eras that begin in March (H. Hinnant, public domain).
    let shifted = min(max(daysSinceEpoch, -719_162), 2_932_896) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The days since 1970-01-01.
  public var daysSinceEpoch: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day of the week, 1 = Monday … 7 = Sunday (ISO 8601).
  public var weekday: Int { ((daysSinceEpoch + 3) % 7 + 7) % 7 + 1 }

  /// The ISO 8601 week and the year that it belongs to.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = adding(days: 4 - weekday)
    let first = CivilDate(thursday.year, 1, 1) ?? thursday
    return (thursday.year, (thursday.daysSinceEpoch - first.daysSinceEpoch) / 7 + 1)
  }

  /// The date some days later (earlier if negative).
  public func adding(days: Int) -> CivilDate {
    // `99999999999999999999 days ago`: more than the calendar has is its end, not an overflow.
    CivilDate(daysSinceEpoch: daysSinceEpoch + min(max(days, -4_000_000), 4_000_000))
  }

  /// The date some months later; the 31st becomes the last day of a shorter month.
  public func adding(months: Int) -> CivilDate {
    let total = min(max(year * 12 + month - 1 + min(max(months, -200_000), 200_000), 12), 9999 * 12 + 11)
    let (year, month) = (total / 12, total % 12 + 1)
    return CivilDate(year, month, min(day, Self.days(in: month, of: year))) ?? self
  }

  /// `2023-09-30`.
  public var isoString: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }

  /// The days of a month.
  public static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The earlier day first.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The number with leading zeros.
  public static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// A day with a clock time and zone where they are stated.
public struct Timestamp: Sendable, Hashable {
  /// The day.
  public let date: CivilDate
  /// Seconds since midnight, or nil if no time is stated.
  public let secondOfDay: Int?
  /// `Z`, `+02:00`, or nil if no zone is stated.
  public let zone: String?

  /// A day, with what is stated of its time.
  public init(date: CivilDate, secondOfDay: Int? = nil, zone: String? = nil) {
    (self.date, self.secondOfDay, self.zone) = (date, secondOfDay, zone)
  }

  /// ISO 8601: `2023-09-30`, `2023-09-30T12:01:51`, `2023-09-30T12:01:51+02:00`.
  public var isoString: String {
    guard let secondOfDay else { return date.isoString }
    let (hour, minute, second) = (secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60)
    let clock = [hour, minute, second].map { CivilDate.padded($0, 2) }.joined(separator: ":")
    return "\(date.isoString)T\(clock)\(zone ?? "")"
  }

  /// The time stated in ISO 8601 at the start of a string (`2023-09-30`, `2023-09-30 12:01`, `20230930T120151Z`,
  /// `2023-09-30T12:01:51.123+0200`); nil if it is none.
  public init?(iso8601 string: String) {
    var scanner = ISOScanner(bytes: Array(string.utf8))
    scanner.skipSpaces()
    guard let year = scanner.digits(4) else { return nil }
    let dashed = scanner.take(UInt8(ascii: "-"))
    guard let month = scanner.digits(2) else { return nil }
    if dashed { guard scanner.take(UInt8(ascii: "-")) else { return nil } }
    guard let day = scanner.digits(2), let date = CivilDate(year, month, day) else { return nil }
    guard !scanner.isAtDigit else { return nil }
    guard scanner.take(UInt8(ascii: "T")) || scanner.take(UInt8(ascii: "t")) || scanner.take(UInt8(ascii: " ")),
      let hour = scanner.digits(2), hour < 24
    else {
      self.init(date: date)
      return
    }
    let colon = scanner.take(UInt8(ascii: ":"))
    guard let minute = scanner.digits(2), minute < 60 else {
      self.init(date: date)
      return
    }
    var second = 0
    if colon ? scanner.take(UInt8(ascii: ":")) : scanner.isAtDigit {
      second = min(scanner.digits(2) ?? 0, 59)
      if scanner.take(UInt8(ascii: ".")) || scanner.take(UInt8(ascii: ",")) { while scanner.digits(1) != nil {} }
    }
    self.init(date: date, secondOfDay: hour * 3600 + minute * 60 + second, zone: scanner.zone())
  }
}

private struct ISOScanner {
  let bytes: [UInt8]
  var index = 0

  var isAtDigit: Bool { index < bytes.count && (0x30...0x39).contains(bytes[index]) }

  mutating func skipSpaces() { while index < bytes.count, bytes[index] <= 0x20 { index += 1 } }

  mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  mutating func digits(_ count: Int) -> Int? {
    guard index + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[index..<index + count] {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    index += count
    return value
  }

  mutating func zone() -> String? {
    _ = take(UInt8(ascii: " "))
    if take(UInt8(ascii: "Z")) || take(UInt8(ascii: "z")) { return "Z" }
    let sign = take(UInt8(ascii: "+")) ? "+" : take(UInt8(ascii: "-")) ? "-" : nil
    guard let sign, let hour = digits(2), hour <= 14 else { return nil }
    _ = take(UInt8(ascii: ":"))
    let minute = digits(2) ?? 0
    guard minute < 60 else { return nil }
    return "\(sign)\(CivilDate.padded(hour, 2)):\(CivilDate.padded(minute, 2))"
  }
}
