import CopydeskText

/// Dates that are told by a count: holidays, the nth of a stretch, so many days from another.
extension TimeResolver {
  /// The holiday that is meant: `last` and `next` by the calendar, else the nearest where the sentence looks.
  func holiday(_ holiday: Holiday, _ shift: Int?, _ direction: Int, _ anchor: CivilDate) -> CivilDate? {
    let dates = (-1...1).compactMap { holiday.date(in: anchor.year + $0) }
    switch shift {
    case .some(-1): return dates.last { $0 < anchor }
    case .some(0): return holiday.date(in: anchor.year)
    case .some(1): return dates.first { $0 > anchor }
    default: return nearest(dates, direction, anchor)
    }
  }

  /// The latest of the days that is not after publication, or a near one ahead unless the sentence looks back.
  func nearest(_ dates: [CivilDate], _ direction: Int, _ anchor: CivilDate) -> CivilDate? {
    func distance(_ date: CivilDate) -> Int { date.daysSinceEpoch - anchor.daysSinceEpoch }
    let past = dates.last { distance($0) <= 0 }
    let ahead = dates.first { distance($0) >= 0 }
    guard let past, let ahead else { return past ?? ahead }
    let isNear = distance(ahead) * 3 < -distance(past)
    let isAhead =
      direction > 0 ? distance(ahead) < 300 : direction < 0 ? distance(ahead) * 9 < -distance(past) : isNear
    return isAhead ? ahead : past
  }

  /// `Tuesday the 4th`: the latest month before, or the next one, in which that day is a Tuesday.
  func weekdayAndDay(_ weekday: Int, _ day: Int, _ direction: Int, _ anchor: CivilDate) -> CivilDate? {
    let dates = (-14...14).compactMap { months in
      let month = anchor.adding(months: months)
      return CivilDate(month.year, month.month, day).flatMap { $0.weekday == weekday ? $0 : nil }
    }
    return nearest(dates, direction, anchor)
  }

  /// The nth week, month, weekend or weekday inside a stretch; the stretch itself where it has none.
  func nth(_ count: Int, _ unit: TimeUnit, _ weekday: Int?, of whole: Resolution) -> Resolution {
    guard let first = whole.earliest, let last = whole.latest else {
      let open = weekday.map { "XXXX-WXX-\($0)" } ?? (unit == .week ? "XXXX-WXX" : whole.value)
      return Resolution(value: open, underspecified: whole.underspecified.map { _ in open })
    }
    var found: Resolution
    switch unit {
    case .day where weekday != nil:
      let weekday = weekday ?? 1
      let date =
        count > 0
        ? first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (count - 1))
        : last.adding(days: -((last.weekday - weekday + 7) % 7))
      found = Self.day(date)
    case .day: found = Self.day(count > 0 ? first.adding(days: count - 1) : last)
    case .week, .fortnight:
      // The first week of a year is the ISO week 1, of a month the one that holds its first Thursday.
      let isYear = last.daysSinceEpoch - first.daysSinceEpoch > 300
      let start = isYear ? CivilDate(first.year, 1, 4) ?? first : first.adding(days: 3)
      let end = isYear ? CivilDate(last.year, 12, 28) ?? last : last.adding(days: -3)
      found = Self.week(of: count > 0 ? start.adding(days: 7 * (count - 1)) : end, weekend: false)
    case .weekend:
      let saturday = first.adding(days: (6 - first.weekday + 7) % 7 + 7 * (count - 1))
      found = Self.week(of: count > 0 ? saturday : last, weekend: true)
    case .month:
      let date = count > 0 ? first.adding(months: count - 1) : last
      found = Self.date(date.year, date.month, nil)
    case .quarter:
      let date = count > 0 ? first.adding(months: 3 * (count - 1)) : last
      found = Self.part("Q\((date.month + 2) / 3)", date.year)
    default: return whole
    }
    guard let date = found.earliest, date <= last else { return whole }
    found.underspecified = whole.underspecified.map { _ in unit == .week ? "XXXX-WXX" : "XXXX-XX-XX" }
    return found
  }

  /// What is a part of something else means what it would mean to somebody at the end of that: `September` at the end of
  /// `last year`, `Tuesday` on the Sunday of `next week`.
  func within(_ inner: TimeMeaning, _ outer: Resolution) -> Resolution {
    guard let last = outer.latest else {
      return TimeResolver(anchor: nil).resolve(inner, direction: 0)
    }
    if inner.isDay, outer.earliest != last { return outer }
    var resolution = TimeResolver(anchor: last).resolve(inner, direction: -1)
    if outer.underspecified == nil { resolution.underspecified = nil }
    return resolution
  }

  /// A date so many days, weeks, months or years from the first day of another.
  func shifted(_ base: Resolution, _ unit: TimeUnit, _ steps: Int) -> Resolution {
    guard let start = base.earliest else { return Resolution(value: "XXXX-XX-XX", underspecified: "XXXX-XX-XX") }
    let date: CivilDate
    switch unit {
    case .month: date = start.adding(months: steps)
    case .quarter: date = start.adding(months: 3 * steps)
    case .year: date = start.adding(months: 12 * steps)
    case .week, .fortnight: date = start.adding(days: 7 * unit.factor * steps)
    default: date = start.adding(days: steps)
    }
    var resolution = Self.day(date)
    resolution.underspecified = base.underspecified.map { _ in "XXXX-XX-XX" }
    return resolution
  }

  /// The weekend nearest to a day: that before a Monday, that behind a Thursday.
  func weekend(of day: Resolution) -> Resolution {
    guard let date = day.earliest else { return Resolution(value: "XXXX-WXX-WE", underspecified: "XXXX-WXX-WE") }
    var resolution = Self.week(of: date.adding(days: date.weekday < 4 ? -7 : 0), weekend: true)
    resolution.underspecified = day.underspecified.map { _ in "XXXX-WXX-WE" }
    return resolution
  }

  /// The clock time some hours, minutes or seconds from now; the day alone where only that is known.
  func instant(_ unit: TimeUnit, _ steps: Int) -> Resolution {
    guard let second, let anchor else { return offset(unit, 0) }
    let length = unit == .hour ? 3600 : unit == .minute ? 60 : 1
    let total = second + length * steps
    let days = total >= 0 ? total / 86_400 : -((86_399 - total) / 86_400)
    let rest = total - days * 86_400
    var resolution = Self.day(anchor.adding(days: days))
    resolution.clock = "T" + CivilDate.padded(rest / 3600, 2) + ":" + CivilDate.padded(rest / 60 % 60, 2)
    resolution.underspecified = "XXXX-XX-XX"
    return resolution
  }
}
