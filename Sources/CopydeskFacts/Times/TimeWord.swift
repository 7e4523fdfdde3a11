import CopydeskText

/// What a word does inside an expression of time.
enum TimeWord: Sendable, Equatable {
  case month(Int)
  case weekday(Int)
  case unit(TimeUnit)
  /// More than one of a unit, so that no number need be stated: `days`, `years`.
  case units(TimeUnit)
  /// `yesterday`: −1.
  case day(Int)
  /// `morning`: `MO`.
  case part(String)
  /// `tonight`, `heute Nacht`: a day and a part of it.
  case dayPart(Int, String)
  /// `last` −1, `this` 0, `next` 1.
  case shift(Int)
  /// `past`, `coming`: the stretch up to now or from now on.
  case stretch(Int)
  case edge(TimeEdge)
  case season(String)
  /// `ago`, `earlier`: −1; `later`, `from now`: 1; behind a duration.
  case distance(Int)
  /// `vor`, `il y a`, `pre`: −1; `in`, `dans`, `za`: 1; before a duration.
  case leadingDistance(Int)
  /// `each`, `every`.
  case every
  /// `daily`: `P1D`.
  case set(String)
  /// `now`: `PRESENT_REF`.
  case reference(String)
  /// `the`, `a`; one as a number is `a`.
  case definite
  case indefinite
  /// `about`, `almost`: inside the span of a duration.
  case approximate
  case ordinal(Int)
  case of
  /// `noon`, `midnight`.
  case clock(String)
  /// `a.m.` 0, `p.m.` 12.
  case halfDay(Int)
  /// `o'clock`, `Uhr`, `časova`.
  case oClock
  /// `EST`, and `GMT`, the clock of London in winter; `UTC` makes a clock time universal.
  case zone
  case universal
  case at
  case fiscal
  case half
  /// `once`, `twice`, `times`: before `a week`.
  case times
  /// `that`, `the same`: the unit of the date before.
  case same
  /// `year-end`.
  case periodEnd(TimeUnit)
  /// `Mondays`.
  case weekdays(Int)
  /// `Mittwochabend`: a weekday and a part of the day.
  case weekdayPart(Int, String)
  /// `lani`: a unit some steps away.
  case relative(TimeUnit, Int)
  case holiday(Holiday)
  /// `year-earlier`, `year-ago`: the same stretch of the year before.
  case yearBefore
  case latest
  /// `jahrelang`: a length by itself.
  case length(String)
  /// `nineties`: 199.
  case decadeName(Int)
  /// `other`, behind `every`.
  case other
}

extension TimeWord {
  /// What a row of `times.tsv` says of its words; nil if its key is none of these or its value is not right.
  init?(_ row: TableRows<TimeKey>.Row) {
    let value = row.value
    lazy var parts = value.listedWords
    let number = Int(value)
    let word: TimeWord? =
      switch row.key {
      case .month: number.map { .month($0) }
      case .weekday: number.map { .weekday($0) }
      case .weekdays: number.map { .weekdays($0) }
      case .unit: TimeUnit.byName[value].map { .unit($0) }
      case .units: TimeUnit.byName[value].map { .units($0) }
      case .day: number.map { .day($0) }
      case .part: Self.partsOfDay.contains(value) ? .part(value) : nil
      case .dayPart: Self.dayPart(parts).map { .dayPart($0, $1) }
      case .weekdayPart: Self.dayPart(parts).map { .weekdayPart($0, $1) }
      case .shift: number.map { .shift($0) }
      case .stretch: number.map { .stretch($0) }
      case .edge: TimeEdge(rawValue: value).map { .edge($0) }
      case .season: ["SP", "SU", "FA", "WI"].contains(value) ? .season(value) : nil
      case .distance: number.map { .distance($0) }
      case .leadingDistance: number.map { .leadingDistance($0) }
      case .relative: Self.relative(parts)
      case .every: .every
      case .set: value.hasPrefix("P") || value.hasPrefix("XXXX") ? .set(value) : nil
      case .reference: value.hasSuffix("_REF") ? .reference(value) : nil
      case .definite: .definite
      case .indefinite: .indefinite
      case .approximate: .approximate
      case .ordinal: number.map { .ordinal($0) }
      case .of: .of
      case .clock: value.hasPrefix("T") ? .clock(value) : nil
      case .halfDay: number.map { .halfDay($0) }
      case .oClock: .oClock
      case .zone: .zone
      case .universal: .universal
      case .at: .at
      case .fiscal: .fiscal
      case .half: .half
      case .times: .times
      case .same: .same
      case .other: .other
      case .periodEnd: TimeUnit.byName[value].map { .periodEnd($0) }
      case .holiday: Holiday(parts).map { .holiday($0) }
      case .yearBefore: .yearBefore
      case .latest: .latest
      case .length: value.hasPrefix("P") ? .length(value) : nil
      case .decadeName: number.map { .decadeName($0) }
      default: nil
      }
    guard let word else { return nil }
    self = word
  }

  private static let partsOfDay = ["MO", "MI", "AF", "EV", "NI"]

  /// `0 NI`
  private static func dayPart(_ parts: [String]) -> (Int, String)? {
    guard parts.count == 2, let day = Int(parts[0]), partsOfDay.contains(parts[1]) else { return nil }
    return (day, parts[1])
  }

  /// `year -1`
  private static func relative(_ parts: [String]) -> TimeWord? {
    guard parts.count == 2, let unit = TimeUnit.byName[parts[0]], let steps = Int(parts[1]) else { return nil }
    return .relative(unit, steps)
  }
}

extension TimeKey {
  /// Whether its rows are words of an expression, each with a `TimeWord`.
  var isWord: Bool {
    guard let place = Self.allCases.firstIndex(of: self), let last = Self.allCases.firstIndex(of: .decadeName) else {
      return false
    }
    return place <= last
  }
}
