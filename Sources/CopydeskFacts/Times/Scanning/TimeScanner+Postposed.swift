import CopydeskText

/// Languages that put `last` and `next` behind the noun: `la semaine dernière`, `el lunes pasado`, `javën e kaluar`.
extension TimeScanner {
  /// A unit, weekday or month with its shift behind it.
  func postposed(at index: Int, _ word: TimeWord) -> TimeCandidate? {
    guard lexicon.postposes else { return nil }
    let next = after(index)
    // 'tremujori i tretë i vitit 2022'
    if word == .unit(.quarter), continues(next), case .ordinal(let quarter)? = self.word(next), quarter <= 4 {
      return partOfYear(index..<after(next), "Q\(quarter)")
    }
    guard continues(next), case .shift(let steps)? = self.word(next), steps != 0 else { return nil }
    let range = index..<after(next)
    switch word {
    case .unit(let unit) where unit.rawValue >= TimeUnit.weekend.rawValue:
      return TimeCandidate(range, .date, .offset(unit, steps), rule: "time/shifted-unit", takesDeterminer: true)
    case .weekday(let weekday):
      return TimeCandidate(
        range, .date, .weekday(weekday, shift: steps), rule: "time/weekday", takesDeterminer: true)
    case .season(let season):
      return TimeCandidate(
        range, .date, .season(season, year: nil, shift: steps), rule: "time/season", takesDeterminer: true)
    case .month(let month):
      return TimeCandidate(range, .date, .shiftedMonth(month, steps), rule: "time/month")
    default: return nil
    }
  }
}
