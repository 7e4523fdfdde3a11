import CopydeskText

/// A day that returns every year: on its date, on a weekday of its month, or so many days from Easter.
enum Holiday: Sendable, Equatable {
  /// `Christmas`: a month and a day.
  case fixed(Int, Int)
  /// `Labor Day`: the first Monday of September; −1 is the last one, as of `Memorial Day`; perhaps some days later.
  case weekday(nth: Int, weekday: Int, month: Int, plus: Int = 0)
  /// So many days after the fourth Thursday of November: `Black Friday` is the day after.
  case thanksgiving(Int)
  /// `Good Friday`: two days before Easter Sunday in the Western churches.
  case easter(Int)

  /// As a row of `times.tsv` has it: `12-25`, `weekday 3 1 1` (the third Monday of January), `thanksgiving 1`, `easter -2`.
  init?(_ parts: [String]) {
    let numbers = parts.dropFirst().compactMap { Int($0) }
    switch (parts.first, numbers.count) {
    case ("weekday"?, 3), ("weekday"?, 4):
      self = .weekday(
        nth: numbers[0], weekday: numbers[1], month: numbers[2], plus: numbers.count > 3 ? numbers[3] : 0)
    case ("thanksgiving"?, 1): self = .thanksgiving(numbers[0])
    case ("easter"?, 1): self = .easter(numbers[0])
    case (let date?, 0):
      let fields = date.listed(by: UInt8(ascii: "-")).compactMap { Int($0) }
      guard fields.count == 2, CivilDate(2024, fields[0], fields[1]) != nil else { return nil }
      self = .fixed(fields[0], fields[1])
    default: return nil
    }
  }

  /// The day in a year, or nil if there is none.
  func date(in year: Int) -> CivilDate? {
    switch self {
    case .fixed(let month, let day): CivilDate(year, month, day)
    case .weekday(let nth, let weekday, let month, let days):
      Self.date(nth, weekday, month, year)?.adding(days: days)
    case .thanksgiving(let days): Self.date(4, 4, 11, year)?.adding(days: days)
    case .easter(let days): Self.easter(year)?.adding(days: days)
    }
  }

  /// The value without a year.
  var underspecified: String {
    switch self {
    case .fixed(let month, let day): "XXXX-\(CivilDate.padded(month, 2))-\(CivilDate.padded(day, 2))"
    case .weekday(_, _, let month, _): "XXXX-\(CivilDate.padded(month, 2))-XX"
    case .thanksgiving: "XXXX-11-XX"
    case .easter: "XXXX-XX-XX"
    }
  }

  /// The nth weekday of a month, or the last one (−1).
  static func date(_ nth: Int, _ weekday: Int, _ month: Int, _ year: Int) -> CivilDate? {
    guard let first = CivilDate(year, month, 1) else { return nil }
    if nth < 0 {
      guard let last = CivilDate(year, month, CivilDate.days(in: month, of: year)) else { return nil }
      return last.adding(days: -((last.weekday - weekday + 7) % 7))
    }
    let date = first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (nth - 1))
    return date.month == month ? date : nil
  }

  /// Easter Sunday of the Gregorian calendar: the anonymous computus, printed in Nature in 1876.
  private static func easter(_ year: Int) -> CivilDate? {
    let (golden, century, ofCentury) = (year % 19, year / 100, year % 100)
    let correction = (century + 8) / 25
    let moon = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30
    let sunday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - moon - ofCentury % 4) % 7
    let late = (golden + 11 * moon + 22 * sunday) / 451
    let days = moon + sunday - 7 * late + 114
    return CivilDate(year, days / 31, days % 31 + 1)
  }
}
