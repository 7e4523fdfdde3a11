import CopydeskText

/// The dates that the text has told so far: what `that day`, `a year earlier` and `the quarter` count from, and in a story
/// every date that leaves its year or day open.
struct ToldDates {
  /// The first day of a date with the unit that it names.
  private struct Told {
    var day: CivilDate
    var unit: TimeUnit
    var sentence: Int

    var resolver: TimeResolver { TimeResolver(anchor: day, told: unit) }
  }

  /// How many years the text tells, where it is a story: it tells of the past by its years and not of this week, and its
  /// dates go on from each other. Else 0.
  let years: Int
  private var isStory: Bool { years > 0 }
  private var last: Told?
  private var lastDay: Told?
  /// The last date with its year: what is resolved against a resolved one drifts away with its first error.
  private var lastWithYear: Told?
  private var lastMonth: Told?
  private var lastQuarter: Told?
  /// Whether the story has come to years before Christ, which no calendar counts here.
  private var isBeforeChrist = false
  /// The year that was told by its distance: `last year`.
  private var lastYear: Told?

  init(years: Int) { self.years = years }

  /// What an expression means that refers to a date of the text; nil if it doesn't, or if none was told.
  func resolution(of candidate: TimeCandidate, in sentence: Int) -> TimeResolver.Resolution? {
    if let resolution = reference(of: candidate, in: sentence) { return resolution }
    if isStory, isBeforeChrist, candidate.meaning.goesOn || candidate.countsFromText || candidate.isEdgeOfNow {
      return TimeResolver(anchor: nil).resolve(candidate.meaning, direction: 0)
    }
    guard isStory, let last else { return nil }
    if candidate.meaning.isDay {
      guard candidate.countsFromText || candidate.isOfNoDay, let day = candidate.countsFromText ? lastDay : last,
        day.unit == .day
      else { return nil }
      return day.resolver.resolve(candidate.meaning, direction: 0)
    }
    guard candidate.meaning.goesOn || candidate.countsFromText || candidate.isEdgeOfNow else { return nil }
    var base =
      candidate.countsFromText || candidate.meaning.grain == .day && !candidate.meaning.hasMonth
      ? last : lastWithYear ?? last
    // 'On 10 March 1975 … by April': the month told last goes on.
    if case .calendar(_, let month?, _) = candidate.meaning, let lastMonth, abs(month - lastMonth.day.month) <= 2 {
      base = lastMonth
    }
    // A weekday follows a day.
    if case .weekday = candidate.meaning, base.unit != .day { return nil }
    // A sentence of fragments is no story, and what lies back far is told only in a long one.
    guard base.sentence < sentence || years > 2, base.sentence + 2 >= sentence || years > 7 else { return nil }
    return base.resolver.resolve(candidate.meaning, direction: 0)
  }

  private func reference(of candidate: TimeCandidate, in sentence: Int) -> TimeResolver.Resolution? {
    switch candidate.meaning {
    case .same(let unit):
      // 'that night' after a year is none that is known.
      guard let last, candidate.clock.isEmpty || last.unit == .day else { return nil }
      return last.resolver.resolve(.offset(unit ?? last.unit, 0), direction: 0)
    case .calendar(nil, .some, _) where lastYear?.sentence == sentence:
      // 'Lani je u srpnju'
      return lastYear?.resolver.resolve(candidate.meaning, direction: 0)
    case .within(.same(let unit?), let outer):
      // 'the same month of 2019', 'May that year'
      guard let last, let year = told(outer)?.earliest?.year else { return nil }
      return last.resolver.resolve(.offset(unit, 0), direction: 0).inYear(year)
    case .within(let inner, let outer):
      guard case .same = outer, let whole = told(outer) else { return nil }
      return TimeResolver(anchor: nil).within(inner, whole)
    case .thePeriod(.quarter):
      return lastQuarter.map { $0.resolver.resolve(.offset(.quarter, 0), direction: 0) }
    case .thePeriod(let unit):
      // 'the day' is none of the month that was told last.
      guard let last, unit.rawValue >= last.unit.rawValue else { return nil }
      return last.resolver.resolve(.offset(unit, 0), direction: 0)
    case .yearBefore:
      // 'the year-earlier quarter' after 'the third quarter'
      return lastQuarter.map { $0.resolver.resolve(.offset(.quarter, -4), direction: 0) }
    case .offset(.year, -1) where candidate.rule == "time/distance" || candidate.countsFromText && candidate.reach == 0:
      // A report on a quarter compares with that of the year before: 'a year ago', 'a year earlier'.
      if let lastQuarter, lastQuarter.sentence + 2 >= sentence, last?.unit == .quarter {
        return lastQuarter.resolver.resolve(.offset(.quarter, -4), direction: 0)
      }
      guard candidate.countsFromText, let last, last.sentence == sentence else { return nil }
      return last.resolver.resolve(last.unit == .month ? .offset(.month, -12) : .offset(.year, -1), direction: 0)
    default:
      // 'in 2015 … the next day' counts from a day that isn't told.
      guard candidate.countsFromText, let last, last.sentence + candidate.reach >= sentence,
        candidate.reach == 0 || last.unit == .day || !candidate.meaning.isDay
      else { return nil }
      return last.resolver.resolve(candidate.meaning, direction: 0)
    }
  }

  /// What the outer part of an expression means by itself.
  private func told(_ meaning: TimeMeaning) -> TimeResolver.Resolution? {
    switch meaning {
    case .same(let unit):
      last.map { $0.resolver.resolve(.offset(unit ?? $0.unit, 0), direction: 0) }
    case .calendar(.some, _, _): TimeResolver(anchor: nil).resolve(meaning, direction: 0)
    default: isStory ? last.map { $0.resolver.resolve(meaning, direction: 0) } : nil
    }
  }

  /// Notes the first day of a date.
  mutating func note(
    _ candidate: TimeCandidate, _ resolution: TimeResolver.Resolution, in sentence: Int, isOfText: Bool
  ) {
    guard candidate.type == .date || candidate.type == .time else { return }
    if case .literal(let value) = candidate.meaning, value.hasPrefix("BC") { isBeforeChrist = true }
    if case .calendar(.some, _, _) = candidate.meaning { isBeforeChrist = false }
    // What counts from publication is not of the story.
    if isStory, !isOfText, resolution.underspecified != nil { return }
    guard let first = resolution.earliest, let end = resolution.latest else {
      if candidate.type == .date { last?.sentence = sentence }
      return
    }
    let days = end.daysSinceEpoch - first.daysSinceEpoch
    // A story doesn't go on from a century.
    if isStory, days > 1000 { return }
    let unit: TimeUnit = days == 0 ? .day : days < 7 ? .week : days < 31 ? .month : days < 93 ? .quarter : .year
    let told = Told(day: first, unit: unit, sentence: sentence)
    last = told
    if resolution.underspecified == nil { lastWithYear = told }
    if unit == .day || unit == .month { lastMonth = told }
    if case .offset(.year, let steps) = candidate.meaning, steps != 0 { lastYear = told } else { lastYear = nil }
    if unit == .day { lastDay = told }
    if case .part(let part, _, _) = candidate.meaning, part.hasPrefix("Q") { lastQuarter = told }
    if case .offset(.quarter, _) = candidate.meaning { lastQuarter = told }
  }

  /// How many years a story tells, 0 for what is none: a story tells years that are over and hardly anything by weekdays or from today.
  static func years(_ candidates: [TimeCandidate], published: CivilDate?) -> Int {
    var (years, present) = (0, 0)
    for candidate in candidates {
      switch candidate.meaning {
      case .calendar(let year?, _, _):
        guard let published, year >= published.year else { years += 1; break }
        if year == published.year { present += 1 }
      // 'on September 27' in October is this year's.
      case .calendar(nil, let month?, let day?):
        if let published, let date = CivilDate(published.year, month, day),
          (-30...14).contains(date.daysSinceEpoch - published.daysSinceEpoch)
        {
          present += 1
        } else if published == nil, years == 0 {
          // Whose first dates have no year counts them from a publication that is not known.
          present += 1
        }
      case .literal(let value) where value.hasPrefix("BC"): years += 1
      case .decade, .years, .part(_, year: .some, _), .season(_, year: .some, _): years += 1
      case .weekday, .weekend: present += 2
      case .offset(.day, let steps) where abs(steps) <= 1 && !candidate.countsFromText && candidate.clock.isEmpty:
        present += 2
      case .offset(_, let steps) where abs(steps) <= 1 && !candidate.countsFromText && candidate.rule != "time/edge":
        present += 1
      default: break
      }
    }
    return years >= 3 * present ? years : 0
  }
}

extension TimeCandidate {
  /// A clock time or part of the day that stands alone, and is that of the day told last.
  fileprivate var isOfNoDay: Bool { meaning == .offset(.day, 0) && isOfAnyDay }

  /// `the end of the year`: of the year that the story is in.
  fileprivate var isEdgeOfNow: Bool {
    if case .offset(let unit, 0) = meaning { return isOfAnyDay && unit.rawValue > TimeUnit.day.rawValue }
    return false
  }
}

extension TimeMeaning {
  /// Whether it leaves open what a story tells.
  fileprivate var goesOn: Bool {
    switch self {
    case .nth(_, _, _, let whole): whole.goesOn
    case .within(_, let outer): outer.goesOn
    case .shifted(let base, _, _), .weekendOf(let base): base.goesOn
    case .holiday: false
    default: isOpen
    }
  }
}

extension TimeResolver.Resolution {
  /// The same month or day of another year.
  fileprivate func inYear(_ year: Int) -> TimeResolver.Resolution {
    guard let earliest else { return self }
    let isDay = earliest == latest
    return TimeResolver.date(year, earliest.month, isDay ? earliest.day : nil)
  }
}
