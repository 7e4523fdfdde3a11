import CopydeskText

/// Days that share their month: `May 11 and 12`, `Sept. 26-27`, `from 3 to 9 November`, `am 3., 4. und 5. Oktober`.
extension TimeScanner {
  /// The day at a token behind a date that has its month.
  func listedDay(at index: Int, behind last: TimeCandidate?) -> TimeCandidate? {
    guard let last, tokens[index].kind == .number,
      case .calendar(let told, let month?, .some(let before)) = last.meaning,
      last.clock.isEmpty, isBetweenDays(last.tokens.upperBound), last.tokens.upperBound + 1 == index,
      let (day, end) = dayInList(at: index), day > before, CivilDate(2024, month, day) != nil,
      // Behind the month, as in 'May 11 and 12'; 'on 11 May and 12 people' is none.
      !tokens[last.tokens.lowerBound].flags.contains(.hasDigit) || last.tokens.count == 1,
      isInnerHyphen(index - 1) && !isMark(end, "%")
        || !isFollowedByNoun(end)
          && (numbers.isEndOfPhrase(end) && !isMark(end, "%") || isPreposition(end) || isListEnd(end))
    else { return nil }
    // 'June 3 and 4, 2022'
    var candidate = withYear(from: index, at: end, month: month, day: day)
    if let told, case .calendar(nil, _, _) = candidate.meaning {
      candidate.meaning = .calendar(year: told, month: month, day: day)
    }
    candidate.rule = "time/listed-day"
    return candidate
  }

  /// The day at a token before others that end in their month.
  func dayBeforeList(at index: Int) -> TimeCandidate? {
    guard let (day, start) = dayInList(at: index), index == 0 || !isGlued(index) || isMark(index - 1, "(") else {
      return nil
    }
    var end = start
    for _ in 0..<6 {
      guard isBetweenDays(end), let next = dayInList(at: end + 1), next.day > day else { return nil }
      if let whole = dayOfMonth(at: end + 1) {
        guard case .calendar(let year, let month?, .some) = whole.meaning, CivilDate(2024, month, day) != nil else {
          return nil
        }
        return TimeCandidate(
          index..<start, .date, .calendar(year: year, month: month, day: day), rule: "time/listed-day")
      }
      end = next.end
    }
    return nil
  }

  /// A day in digits with what makes it an ordinal.
  private func dayInList(at index: Int) -> (day: Int, end: Int)? {
    guard index < tokens.count, tokens[index].kind == .number, tokens[index].range.count <= 2, let day = plain(index),
      (1...31).contains(day)
    else { return nil }
    return (day, index + 1 + (ordinalSuffix(index + 1) ?? 0))
  }

  /// A comma, a dash, `and`, `or`, `to` between two days.
  private func isBetweenDays(_ index: Int) -> Bool {
    guard continues(index), continues(index + 1) else { return false }
    if isMark(index, ",") || isMark(index, "-") || isMark(index, "/") { return true }
    if text.folds(tokens[index].range, to: "–") || isMark(index, "&") { return true }
    return lexicon[.clockConnector].contains(tokens[index]) || lexicon[.or].contains(tokens[index])
      || numbers.lexicon.match(tokens, at: index)?.word == .conjunction
  }

  private func isListEnd(_ index: Int) -> Bool {
    continues(index) && numbers.lexicon.match(tokens, at: index)?.word == .conjunction
  }
}
