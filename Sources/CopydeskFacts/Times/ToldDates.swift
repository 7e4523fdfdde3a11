import CopydeskText

/// The dates that the text has told so far: what `that day`, `a year earlier` and `the quarter` count from.
struct ToldDates {
  /// The first day of a date with the unit that it names.
  private struct Told {
    var day: CivilDate
    var unit: TimeUnit
    var sentence: Int
  }

  private var last: Told?
  private var lastQuarter: Told?

  /// What an expression means that refers to a date of the text; nil if it doesn't, or if none was told.
  func resolution(of candidate: TimeCandidate, in sentence: Int) -> TimeResolver.Resolution? {
    switch candidate.meaning {
    case .same(let unit):
      guard let last else { return nil }
      return resolver(last).resolve(.offset(unit ?? last.unit, 0), direction: 0)
    case .thePeriod(.quarter): return lastQuarter.map { resolver($0).resolve(.offset(.quarter, 0), direction: 0) }
    case .thePeriod(let unit):
      // 'the day' is none of the month that was told last.
      guard let last, unit.rawValue >= last.unit.rawValue else { return nil }
      return resolver(last).resolve(.offset(unit, 0), direction: 0)
    case .yearBefore:
      // 'the year-earlier quarter' after 'the third quarter'
      return lastQuarter.map { resolver($0).resolve(.offset(.quarter, -4), direction: 0) }
    case .offset(.year, -1) where candidate.rule == "time/distance":
      // A report on a quarter compares with that of the year before: 'a year ago', 'a year earlier'.
      if let lastQuarter, lastQuarter.sentence + 2 >= sentence, last?.unit == .quarter {
        return resolver(lastQuarter).resolve(.offset(.quarter, -4), direction: 0)
      }
      guard candidate.countsFromText, let last, last.sentence == sentence else { return nil }
      return resolver(last).resolve(
        last.unit == .month ? .offset(.month, -12) : .offset(.year, -1), direction: 0)
    default:
      // 'in 2015 … the next day' counts from a day that isn't told.
      guard candidate.countsFromText, let last, last.sentence + candidate.reach >= sentence,
        candidate.reach == 0 || last.unit == .day || !candidate.meaning.isDay
      else { return nil }
      return resolver(last).resolve(candidate.meaning, direction: 0)
    }
  }

  /// Notes the first day of a date.
  mutating func note(_ candidate: TimeCandidate, _ resolution: TimeResolver.Resolution, in sentence: Int) {
    guard candidate.type == .date || candidate.type == .time else { return }
    guard let first = resolution.earliest, let end = resolution.latest else {
      if candidate.type == .date { last?.sentence = sentence }
      return
    }
    let days = end.daysSinceEpoch - first.daysSinceEpoch
    let unit: TimeUnit = days == 0 ? .day : days < 7 ? .week : days < 31 ? .month : days < 93 ? .quarter : .year
    last = Told(day: first, unit: unit, sentence: sentence)
    if case .part(let part, _, _) = candidate.meaning, part.hasPrefix("Q") { lastQuarter = last }
    if case .offset(.quarter, _) = candidate.meaning { lastQuarter = last }
  }

  private func resolver(_ told: Told) -> TimeResolver { TimeResolver(anchor: told.day) }
}
