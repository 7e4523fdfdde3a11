import CopydeskText

/// Weekdays and days.
extension TimeScanner {
  /// `Friday`, `Friday morning`, `Friday, September 29`, `Tuesday at 3 p.m.`
  func weekdayDate(at index: Int, _ weekday: Int, shift: Int?, from start: Int) -> TimeCandidate? {
    var next = after(index)
    if shift == nil, continues(next), lexicon.contexts.behindWeekdays.contains(tokens[next]) { return nil }
    let hasStop = form(index).contains(.abbreviation) && isMark(next, ".") && isGlued(next)
    if hasStop { next += 1 }
    var dateIndex = next
    if isMark(dateIndex, ",") { dateIndex += 1 }
    if continues(dateIndex), word(dateIndex) == .definite { dateIndex += 1 }
    if continues(dateIndex), tokens[dateIndex].kind == .number, let date = slashedDay(at: dateIndex) {
      return extended(withClock(date), to: start)
    }
    if continues(dateIndex), shift == nil {
      var date: TimeCandidate?
      if tokens[dateIndex].kind == .number {
        date = numericDate(at: dateIndex) ?? dayOfMonth(at: dateIndex)
      } else if case .month(let month)? = word(dateIndex) {
        date = monthDate(at: dateIndex, month)
      } else if tokens[dateIndex].kind == .word, numbers.mayStart(at: dateIndex) || isOrdinalWord(dateIndex) {
        date = spelledDay(at: dateIndex, isOrdinal: false).flatMap { spelledDate(from: dateIndex, $0) }
      }
      if let date, case .calendar(_, _, .some) = date.meaning { return extended(withClock(date), to: start) }
    }
    if form(index).contains(.inDates) { return nil }
    if shift == nil, let dated = weekdayAndDay(from: start, at: next, weekday) { return dated }
    // 'Black Friday', 'the Sunday Times'
    if shift == nil, index > 0, lexicon.contexts.beforeWeekdayNames.contains(tokens[index - 1]) { return nil }
    if continues(next), !hasStop, lexicon.contexts.behindWeekdayNames.contains(tokens[next]),
      tokens[next].flags.contains(.capitalised)
    {
      return nil
    }
    if form(index).contains(.weak), !isPreposition(index - 1), shift == nil, !hasStop { return nil }
    if lexicon.namesUnits, continues(next), word(next) == .unit(.day) { next = after(next) }
    return withPart(
      TimeCandidate(
        start..<(hasStop ? next - 1 : next), .date, .weekday(weekday, shift: shift), rule: "time/weekday"))
  }

  private func isOrdinalWord(_ index: Int) -> Bool {
    if case .ordinal? = word(index) { return true }
    return false
  }

  /// `Friday the 13th`, `Tue 13th`, `tuesday the eleventh`.
  private func weekdayAndDay(from start: Int, at index: Int, _ weekday: Int) -> TimeCandidate? {
    var next = index
    let hasArticle = continues(next) && word(next) == .definite
    if hasArticle { next = after(next) }
    guard continues(next), !lexicon.ordinalStops else { return nil }
    var (day, end) = (0, next)
    if let plain = plain(next), let suffix = ordinalSuffix(next + 1) {
      (day, end) = (plain, next + 1 + suffix)
    } else if let plain = plain(next), tokens[next].range.count <= 2, numbers.isEndOfPhrase(next + 1),
      !isMark(next + 1, ":"), !isMark(next + 1, "-"), !isMark(next + 1, "/"), !isMark(next + 1, "%")
    {
      // 'on Friday 31'
      (day, end) = (plain, next + 1)
    } else if hasArticle, let spelled = spelledDay(at: next, isOrdinal: true) {
      (day, end) = spelled
    }
    guard (1...31).contains(day), !isFollowedByNoun(end), !continues(end) || word(end) != .of else { return nil }
    return withClock(
      TimeCandidate(start..<end, .date, .weekdayAndDay(weekday: weekday, day: day), rule: "time/weekday-and-day"))
  }

  /// `today`, `yesterday morning`.
  func day(from start: Int, at next: Int, _ steps: Int) -> TimeCandidate? {
    withPart(TimeCandidate(start..<next, .date, .offset(.day, steps), rule: "time/day"))
  }
}
