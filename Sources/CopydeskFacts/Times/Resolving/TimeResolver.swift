import CopydeskText

/// Turns what an expression means into a TIMEX3 value, with the day of publication as its anchor.
struct TimeResolver {
  let anchor: CivilDate?
  /// Seconds since midnight of the anchor, where they are known.
  var second: Int?
  /// What of the anchor the text told, where it is a date of the text that the story goes on from; nil for publication.
  var told: TimeUnit?

  /// A value with the days that it spans.
  struct Resolution {
    var value: String
    /// The value without an anchor; nil if none was needed.
    var underspecified: String?
    var earliest: CivilDate?
    var latest: CivilDate?
    /// `T16:05`, where the value is a clock time by itself.
    var clock = ""
  }

  /// Resolves a meaning; the direction is that of the sentence: 1 ahead, −1 back, 0 unknown.
  func resolve(_ meaning: TimeMeaning, direction: Int) -> Resolution {
    switch meaning {
    case .literal(let value): return Resolution(value: value)
    case .calendar(let year?, let month, let day): return Self.date(year, month, day)
    case .calendar(nil, let month, let day): return openYear(month: month, day: day, direction)
    case .shiftedMonth(let month, let shift):
      return relative("XXXX" + Self.tail(month, nil)) { anchor in
        var year = anchor.year
        if shift < 0, month >= anchor.month { year -= 1 }
        if shift > 0, month <= anchor.month { year += 1 }
        return Self.date(year, month, nil)
      }
    case .weekday(let weekday, let shift):
      return relative("XXXX-WXX-\(weekday)") { Self.day(self.weekday(weekday, shift, direction, $0)) }
    case .dayOfMonth(let day):
      return relative("XXXX-XX-\(CivilDate.padded(day, 2))") { anchor in
        Self.day(self.dayOfMonth(day, direction, anchor))
      }
    case .offset(let unit, let steps): return offset(unit, steps)
    case .same(let unit): return offset(unit ?? .day, 0)
    case .weekend:
      return relative("XXXX-WXX-WE") { anchor in
        let isNow = anchor.weekday >= 6 || direction > 0
        return Self.week(of: anchor.adding(days: isNow ? 0 : -7), weekend: true)
      }
    case .season(let season, let year?, _): return Self.season(season, year)
    case .season(let season, nil, let shift):
      return relative("XXXX-\(season)") { anchor in
        let isNext = told != nil && shift == nil
        return Self.season(
          season,
          isNext ? toldYear(Self.firstMonth(season), anchor) : seasonYear(season, shift, direction, anchor))
      }
    case .part(let part, let year?, _): return Self.part(part, year)
    case .part(let part, nil, let shift):
      return relative("XXXX-\(part)") { anchor in
        if let shift { return Self.part(part, anchor.year + shift) }
        if told != nil { return Self.part(part, anchor.year) }
        // 'rose in the third quarter' in May: that of last year.
        if direction < 0, Self.firstMonth(part) > anchor.month { return Self.part(part, anchor.year - 1) }
        // In January, 'the fourth quarter' is that of the year before.
        let monthsAhead = Self.firstMonth(part) - anchor.month
        return Self.part(part, monthsAhead > 6 ? anchor.year - 1 : anchor.year)
      }
    case .decade(let decade):
      return Resolution(
        value: "\(decade)X", earliest: CivilDate(decade * 10, 1, 1), latest: CivilDate(decade * 10 + 9, 12, 31))
    case .century(let century):
      return Resolution(
        value: "\(CivilDate.padded(century, 2))XX", earliest: CivilDate(century * 100 + 1, 1, 1),
        latest: CivilDate(century * 100 + 100, 12, 31))
    case .holiday(let holiday, let year?, _):
      return holiday.date(in: year).map(Self.day) ?? Self.date(year, nil, nil)
    case .holiday(let holiday, nil, let shift):
      return relative(holiday.underspecified) { anchor in
        (self.holiday(holiday, shift, direction, anchor)).map(Self.day) ?? Self.date(anchor.year, nil, nil)
      }
    case .weekdayAndDay(let weekday, let day):
      return relative("XXXX-XX-\(CivilDate.padded(day, 2))") { anchor in
        Self.day(self.weekdayAndDay(weekday, day, direction, anchor) ?? anchor)
      }
    case .nth(let count, let unit, let weekday, let whole):
      return nth(count, unit, weekday, of: resolve(whole, direction: direction))
    case .within(let inner, let outer): return within(inner, resolve(outer, direction: direction))
    case .shifted(let base, let unit, let steps):
      // 'two weeks from Monday' counts from the next one, 'a week ago Tuesday' from the last.
      if case .weekday = base, unit != .day || abs(steps) > 1 {
        return shifted(resolve(base, direction: steps > 0 ? 1 : -1), unit, steps)
      }
      return shifted(resolve(base, direction: direction), unit, steps)
    case .weekendOf(let day):
      return weekend(of: resolve(day, direction: direction))
    case .instant(let unit, let steps): return instant(unit, steps)
    case .yearBefore: return offset(.year, -1)
    case .thePeriod(let unit): return offset(unit, unit == .quarter ? -1 : 0)
    case .years(let first, let second):
      return Resolution(
        value: "\(first)/\(second)", earliest: CivilDate(first, 1, 1), latest: CivilDate(second, 12, 31))
    }
  }

  private func relative(_ underspecified: String, _ make: (CivilDate) -> Resolution) -> Resolution {
    guard let anchor else { return Resolution(value: underspecified, underspecified: underspecified) }
    var resolution = make(anchor)
    resolution.underspecified = underspecified
    return resolution
  }

  // MARK: Days and months

  /// The year of a date without one: a month is the latest such month, a day the nearest one unless the sentence
  /// looks the other way.
  private func openYear(month: Int?, day: Int?, _ direction: Int) -> Resolution {
    relative("XXXX" + Self.tail(month, day)) { anchor in
      guard let month else { return Self.date(anchor.year, nil, nil) }
      if told != nil { return Self.date(toldYear(month, anchor), month, day) }
      guard let day else {
        var year = month > anchor.month ? anchor.year - 1 : anchor.year
        if direction > 0, month != anchor.month { year = month < anchor.month ? anchor.year + 1 : anchor.year }
        return Self.date(year, month, nil)
      }
      // 29 February is at most eight years away.
      let dates = (-8...8).compactMap { CivilDate(anchor.year + $0, month, day) }
      return Self.day(nearest(dates, direction, anchor) ?? anchor)
    }
  }

  /// The latest such day that is not after publication, or the next one where the sentence looks ahead.
  private func weekday(_ weekday: Int, _ shift: Int?, _ direction: Int, _ anchor: CivilDate) -> CivilDate {
    let back = (anchor.weekday - weekday + 7) % 7
    if told != nil, shift == nil { return anchor.adding(days: (7 - back) % 7) }
    switch shift {
    case .some(-1): return anchor.adding(days: back == 0 ? -7 : -back)
    case .some(0): return anchor.adding(days: weekday - anchor.weekday)
    case .some(1): return anchor.adding(days: back == 0 ? 7 : 7 - back)
    default: return anchor.adding(days: direction > 0 && back > 0 ? 7 - back : -back)
    }
  }

  /// The latest such day that is not after publication, or the next one where the sentence looks ahead.
  private func dayOfMonth(_ day: Int, _ direction: Int, _ anchor: CivilDate) -> CivilDate {
    let isAhead = direction > 0
    if told != nil, let date = CivilDate(anchor.year, anchor.month, day) { return date }
    for months in 0...2 {
      let month = anchor.adding(months: isAhead ? months : -months)
      if let date = CivilDate(month.year, month.month, day), isAhead ? date > anchor : date <= anchor { return date }
    }
    return anchor
  }

  static func day(_ date: CivilDate) -> Resolution {
    Resolution(value: date.isoString, earliest: date, latest: date)
  }

  static func date(_ year: Int, _ month: Int?, _ day: Int?) -> Resolution {
    let value = CivilDate.padded(year, 4) + (month == nil ? "" : tail(month, day))
    guard let month else {
      return Resolution(value: value, earliest: CivilDate(year, 1, 1), latest: CivilDate(year, 12, 31))
    }
    guard let day else {
      return Resolution(
        value: value, earliest: CivilDate(year, month, 1),
        latest: CivilDate(year, month, CivilDate.days(in: month, of: year)))
    }
    let date = CivilDate(year, month, day)
    return Resolution(value: value, earliest: date, latest: date)
  }

  /// `-09`, `-09-27`.
  private static func tail(_ month: Int?, _ day: Int?) -> String {
    var tail = ""
    if let month { tail += "-" + CivilDate.padded(month, 2) }
    if let day { tail += "-" + CivilDate.padded(day, 2) }
    return tail
  }

  /// The year of a month in a story: it goes on from the date told last, or a little back.
  private func toldYear(_ month: Int, _ anchor: CivilDate) -> Int {
    guard let told, told.rawValue < TimeUnit.season.rawValue else { return anchor.year }
    let ahead = month - anchor.month
    return ahead < -6 ? anchor.year + 1 : ahead > 8 ? anchor.year - 1 : anchor.year
  }

  // MARK: Steps of a unit

  func offset(_ unit: TimeUnit, _ steps: Int) -> Resolution {
    switch unit {
    case .second, .minute, .hour, .day:
      return relative("XXXX-XX-XX") { Self.day($0.adding(days: unit == .day ? steps : 0)) }
    case .week, .fortnight: return relative("XXXX-WXX") { Self.week(of: $0.adding(days: 7 * steps), weekend: false) }
    case .weekend: return relative("XXXX-WXX-WE") { Self.week(of: $0.adding(days: 7 * steps), weekend: true) }
    case .month:
      return relative("XXXX-XX") { anchor in
        let date = anchor.adding(months: steps)
        return Self.date(date.year, date.month, nil)
      }
    case .quarter:
      return relative("XXXX-QX") { anchor in
        let date = anchor.adding(months: 3 * steps)
        return Self.part("Q\((date.month + 2) / 3)", date.year)
      }
    case .season, .year:
      return relative("XXXX") { anchor in
        // 'forty thousand years ago' is before any calendar.
        let year = anchor.year + steps
        guard (1...9999).contains(year) else { return Resolution(value: steps < 0 ? "PAST_REF" : "FUTURE_REF") }
        return Self.date(year, nil, nil)
      }
    case .decade:
      return relative("XXX") { anchor in
        let decade = (anchor.year / 10 + steps)
        guard (100...999).contains(decade) else { return Resolution(value: steps < 0 ? "PAST_REF" : "FUTURE_REF") }
        return Resolution(
          value: "\(decade)X", earliest: CivilDate(decade * 10, 1, 1), latest: CivilDate(decade * 10 + 9, 12, 31))
      }
    case .century:
      return relative("XX") { anchor in
        let century = (anchor.year - 1) / 100 + steps
        guard (0...98).contains(century) else { return Resolution(value: steps < 0 ? "PAST_REF" : "FUTURE_REF") }
        return resolve(.century(century), direction: 0)
      }
    }
  }

  static func week(of date: CivilDate, weekend: Bool) -> Resolution {
    let week = date.isoWeek
    let monday = date.adding(days: 1 - date.weekday)
    return Resolution(
      value: "\(CivilDate.padded(week.year, 4))-W\(CivilDate.padded(week.week, 2))\(weekend ? "-WE" : "")",
      earliest: monday.adding(days: weekend ? 5 : 0), latest: monday.adding(days: 6))
  }

  // MARK: Seasons, quarters, halves

  private static func firstMonth(_ part: String) -> Int {
    switch part {
    case "Q2", "SP": part == "SP" ? 3 : 4
    case "Q3", "H2": 7
    case "Q4": 10
    case "SU": 6
    case "FA": 9
    case "WI": 12
    default: 1
    }
  }

  private func seasonYear(_ season: String, _ shift: Int?, _ direction: Int, _ anchor: CivilDate) -> Int {
    let first = Self.firstMonth(season)
    let hasBegun = anchor.month >= first
    switch shift {
    case .some(-1): return hasBegun && anchor.month > first + 2 ? anchor.year : anchor.year - 1
    case .some(1): return hasBegun ? anchor.year + 1 : anchor.year
    case .some(0): return season == "WI" && anchor.month < 3 ? anchor.year - 1 : anchor.year
    default:
      if direction > 0 { return anchor.month > first + 2 ? anchor.year + 1 : anchor.year }
      return hasBegun ? anchor.year : anchor.year - 1
    }
  }

  private static func season(_ season: String, _ year: Int) -> Resolution {
    let first = CivilDate(year, firstMonth(season), 1)
    return Resolution(
      value: "\(CivilDate.padded(year, 4))-\(season)", earliest: first,
      latest: first?.adding(months: 3).adding(days: -1))
  }

  static func part(_ part: String, _ year: Int) -> Resolution {
    let first = CivilDate(year, firstMonth(part), 1)
    return Resolution(
      value: "\(CivilDate.padded(year, 4))-\(part)", earliest: first,
      latest: first?.adding(months: part.hasPrefix("H") ? 6 : 3).adding(days: -1))
  }
}
