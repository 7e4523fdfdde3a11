import CopydeskText

/// What an expression means before it is set in relation to an anchor.
indirect enum TimeMeaning: Sendable, Equatable {
  /// A date, perhaps without its year.
  case calendar(year: Int?, month: Int?, day: Int?)
  /// `last May` −1, `next May` 1.
  case shiftedMonth(Int, Int)
  /// `Friday`; −1 `last Friday`, 0 `this Friday`, 1 `next Friday`.
  case weekday(Int, shift: Int?)
  /// `the 18th`: the nearest such day.
  case dayOfMonth(Int)
  /// A unit of the calendar some steps away: `yesterday`, `last week`, `two years ago`.
  case offset(TimeUnit, Int)
  /// `that day`, `the same year`: of the date told last; nil is that date itself, `by that time`.
  case same(TimeUnit?)
  /// `the weekend`, the latest one or the one ahead.
  case weekend
  /// `spring`, `last spring`, `spring 1999`.
  case season(String, year: Int?, shift: Int?)
  /// A quarter (`Q3`) or half (`H1`) of a year.
  case part(String, year: Int?, yearShift: Int?)
  /// `the 1990s`: 199.
  case decade(Int)
  /// `the 20th century`: 19.
  case century(Int)
  /// `Easter`, `Thanksgiving 2019`, `last Christmas`.
  case holiday(Holiday, year: Int?, shift: Int?)
  /// `Friday the 13th`: the nearest month in which the day falls on the weekday.
  case weekdayAndDay(weekday: Int, day: Int)
  /// `the first week of May`, `the last Friday of the month`; −1 counts from the end.
  case nth(Int, TimeUnit, weekday: Int?, of: TimeMeaning)
  /// `the second quarter of 2021`, `Tuesday of next week`, `April that year`: the first inside the second.
  case within(TimeMeaning, TimeMeaning)
  /// `three days from Tuesday`: a date that is told by its distance from another.
  case shifted(TimeMeaning, TimeUnit, Int)
  /// `Labor Day weekend`: the weekend nearest to a date.
  case weekendOf(TimeMeaning)
  /// `five minutes ago`: so many seconds, minutes or hours from now.
  case instant(TimeUnit, Int)
  /// `the year-earlier period`: the stretch told last, a year before.
  case yearBefore
  /// `the quarter`: that told last, or the latest that is over.
  case thePeriod(TimeUnit)
  /// `1998-99`.
  case years(Int, Int)
  /// A duration, a set, a reference.
  case literal(String)
}

extension TimeMeaning {
  /// The unit that it names; nil for what is no date of the calendar.
  var grain: TimeUnit? {
    switch self {
    case .calendar(_, _, .some), .weekday, .dayOfMonth, .holiday, .weekdayAndDay, .shifted: .day
    case .calendar(_, .some, nil), .shiftedMonth: .month
    case .calendar, .years: .year
    case .offset(let unit, _), .thePeriod(let unit): unit
    case .same(let unit): unit
    case .weekend, .weekendOf: .weekend
    case .season: .season
    case .part(let part, _, _): part.hasPrefix("H") ? .season : .quarter
    case .decade: .decade
    case .century: .century
    case .nth(_, let unit, _, _): unit
    case .within(let inner, _): inner.grain
    case .instant, .yearBefore, .literal: nil
    }
  }

  /// Whether it leaves open which one is meant, so that something else may tell it.
  var isOpen: Bool {
    switch self {
    case .calendar(nil, _, _), .weekday(_, shift: nil), .dayOfMonth, .weekend, .season(_, year: nil, shift: nil),
      .part(_, year: nil, yearShift: nil), .holiday(_, year: nil, shift: nil), .weekdayAndDay, .same(.some),
      .thePeriod(.quarter):
      true
    default: false
    }
  }

  /// Itself as a part of something else; what tells its year becomes a date of the calendar.
  func within(_ outer: TimeMeaning) -> TimeMeaning {
    if case .nth(let count, let unit, let weekday, _) = self { return .nth(count, unit, weekday: weekday, of: outer) }
    guard case .calendar(let year?, nil, nil) = outer else { return .within(self, outer) }
    switch self {
    case .calendar(_, let month, let day): return .calendar(year: year, month: month, day: day)
    case .part(let part, _, _): return .part(part, year: year, yearShift: nil)
    case .season(let season, _, _): return .season(season, year: year, shift: nil)
    case .holiday(let holiday, _, _): return .holiday(holiday, year: year, shift: nil)
    default: return .within(self, outer)
    }
  }

  /// Whether it is a date of the calendar with its month.
  var hasMonth: Bool {
    if case .calendar(_, .some, _) = self { return true }
    return false
  }

  /// Whether it is told in days from another: `the next day`.
  var isDay: Bool {
    if case .offset(.day, _) = self { return true }
    return false
  }
}

/// An expression as it was read, before it is resolved.
struct TimeCandidate: Sendable {
  var tokens: Range<Int>
  var type: TimeType
  var meaning: TimeMeaning
  /// The clock time or part of the day: `T16:00`, `TMO`.
  var clock = ""
  /// The other end of two clock times: `T11:30` of `between 10 and 11:30`.
  var clockEnd = ""
  var rule: String
  /// What a duration means where the sentence looks ahead: `will be back in two weeks`.
  var ahead: TimeMeaning?
  /// Whether it counts from the date told last in its sentence: `on Friday … two days later`, not `two days ago`.
  var countsFromText = false
  /// How many sentences back that date may stand.
  var reach = 0
  /// Whether a clock time, a part of the day or the end of a year stands alone: in a story that of the date told last.
  var isOfAnyDay = false
  /// Whether it is none unless something else is joined to it: `the year`, `the night`, `first half`.
  var isPart = false
  /// Whether `the` and `a` before it belong to the span: `the 1990s`, but not `the Sept. 24 attack`.
  var takesDeterminer = false

  /// The same with a clock time or part of the day.
  func with(clock: String) -> TimeCandidate {
    var candidate = self
    candidate.clock = clock
    return candidate
  }

  init(
    _ tokens: Range<Int>, _ type: TimeType, _ meaning: TimeMeaning, rule: String,
    takesDeterminer: Bool = false
  ) {
    RuleNote.enter(rule)
    (self.tokens, self.type, self.meaning, self.rule) = (tokens, type, meaning, rule)
    self.takesDeterminer = takesDeterminer
  }
}
