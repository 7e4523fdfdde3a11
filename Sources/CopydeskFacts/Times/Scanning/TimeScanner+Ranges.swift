import CopydeskText

/// Dates that hang together: the two ends of a stretch, and the line that dates the text.
extension TimeScanner {
  /// Whether the second date closes the stretch that the first opens: `Nov. 18 – Dec. 19`, `between March and May`.
  func isRange(_ first: TimeCandidate, _ second: TimeCandidate) -> Bool {
    let (start, end) = (first.tokens.upperBound, second.tokens.lowerBound)
    guard first.type == .date, second.type == .date, start < end, end - start <= 2, continues(start), continues(end)
    else { return false }
    if isMark(start, "-") || text.folds(tokens[start].range, to: "–") { return end == start + 1 }
    guard end == start + 1 || word(end - 1) == .definite, lexicon[.clockConnector].contains(tokens[start]) else {
      return false
    }
    // 'in March and May' are two, 'between March and May' is one.
    guard numbers.lexicon.match(tokens, at: start)?.word == .conjunction else { return true }
    var before = first.tokens.lowerBound - 1
    if before >= 0, word(before) == .definite { before -= 1 }
    return before >= 0 && lexicon[.clockOpener].contains(tokens[before])
  }

  /// The day that a line near the top states, and nothing else with it: that of the text.
  func dateLine(among candidates: [TimeCandidate]) -> CivilDate? {
    for candidate in candidates.prefix(3) {
      let (first, end) = (candidate.tokens.lowerBound, candidate.tokens.upperBound)
      guard first < 100, case .calendar(let year?, let month?, let day?) = candidate.meaning,
        tokens[first].flags.contains(.lineStart), end == tokens.count || tokens[end].flags.contains(.lineStart)
      else { continue }
      return CivilDate(year, month, day)
    }
    return nil
  }
}

extension TimeCandidate {
  /// Takes the year that the other end of its stretch states: `Nov. 18 – Dec. 19, 2015`.
  mutating func takeYear(of other: TimeCandidate) {
    guard case .calendar(nil, let month?, let day) = meaning,
      case .calendar(let year?, let last?, let lastDay) = other.meaning
    else { return }
    let isBefore = month < last || month == last && (day ?? 0) <= (lastDay ?? 31)
    meaning = .calendar(year: isBefore ? year : year - 1, month: month, day: day)
  }
}

extension TimeResolver {
  /// The first such weekday, month or day behind the one that opens a stretch; nil for what is told otherwise.
  func first(_ meaning: TimeMeaning, after opening: CivilDate) -> Resolution? {
    var resolution: Resolution
    switch meaning {
    case .weekday(let weekday, shift: nil):
      let days = (weekday - opening.weekday + 7) % 7
      resolution = Self.day(opening.adding(days: days == 0 ? 7 : days))
      resolution.underspecified = "XXXX-WXX-\(weekday)"
    case .calendar(nil, let month?, let day):
      let isLater = month > opening.month || month == opening.month && (day ?? 31) > opening.day
      let year = opening.year + (isLater ? 0 : 1)
      if let day, CivilDate(year, month, day) == nil { return nil }
      resolution = Self.date(year, month, day)
      resolution.underspecified = resolve(meaning, direction: 0).underspecified
    default: return nil
    }
    return anchor == nil ? nil : resolution
  }
}
