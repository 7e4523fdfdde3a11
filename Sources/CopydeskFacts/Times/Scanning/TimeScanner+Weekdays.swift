import CopydeskText

/// Weekdays, days and holidays.
extension TimeScanner {
  /// `Friday`, `Friday morning`, `Friday, September 29`, `Tuesday at 3 p.m.`
  func weekdayDate(at index: Int, _ weekday: Int, shift: Int?, from start: Int) -> TimeCandidate? {
    var next = after(index)
    if shift == nil, continues(next), lexicon[.behindWeekday].contains(tokens[next]) { return nil }
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
    if shift == nil, index > 0, lexicon[.beforeWeekdayName].contains(tokens[index - 1]) { return nil }
    if continues(next), !hasStop, lexicon[.behindWeekdayName].contains(tokens[next]),
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

  func isOrdinalWord(_ index: Int) -> Bool {
    if case .ordinal? = word(index) { return true }
    return false
  }

  /// `Friday the 13th`, `Tue 13th`, `tuesday the eleventh`.
  func weekdayAndDay(from start: Int, at index: Int, _ weekday: Int) -> TimeCandidate? {
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

  /// `Christmas`, `Easter 2019`, `Thanksgiving of last year`, not the `Christmas` of a name.
  func holiday(at index: Int, _ holiday: Holiday, shift: Int?, from start: Int) -> TimeCandidate? {
    var next = after(index)
    if continues(next), tokens[next].kind == .word, word(next) == nil, !isPreposition(next) {
      guard !numbers.lexicon.nouns.isPlural(tokens[next], in: text), !tokens[next].flags.contains(.capitalised) else {
        return nil
      }
    }
    func candidate(_ year: Int?, _ shift: Int?, _ end: Int) -> TimeCandidate {
      // 'Labor Day weekend'
      if continues(end), word(end) == .unit(.weekend) {
        return TimeCandidate(
          start..<after(end), .date, .weekendOf(.holiday(holiday, year: year, shift: shift)), rule: "time/holiday",
          takesDeterminer: true)
      }
      return TimeCandidate(
        start..<end, .date, .holiday(holiday, year: year, shift: shift), rule: "time/holiday",
        takesDeterminer: false)
    }
    if let shift { return withClock(candidate(nil, shift, next)) }
    let end = next
    if continues(next), word(next) == .of || lexicon[.inYear].contains(tokens[next]) { next += 1 }
    if let told = year(next), isBareYear(next, told, hasMonth: true) { return candidate(told, nil, next + 1) }
    if continues(next), case .shift(let steps)? = word(next), continues(after(next)),
      word(after(next)) == .unit(.year)
    {
      return candidate(nil, steps == 0 ? 0 : steps, after(after(next)))
    }
    return candidate(nil, nil, end)
  }

  /// `in the evening` is that of the day itself, `on the 18th` the nearest.
  func ofTheDay(at index: Int) -> TimeCandidate? {
    let next = after(index)
    guard continues(next), index > 0 else { return nil }
    guard isPreposition(index - 1) else { return nil }
    if case .part(let part)? = word(next), tokens[index - 1].range.count == 2, !isFollowedByNoun(after(next)) {
      var candidate = TimeCandidate(
        index..<after(next), .time, .offset(.day, 0), rule: "time/day-part")
      candidate.clock = "T" + part
      candidate.isOfAnyDay = true
      return withClock(candidate)
    }
    guard lexicon[.on].contains(tokens[index - 1]), !lexicon.ordinalStops else { return nil }
    var (day, end) = (0, next)
    if let plain = plain(next), let suffix = ordinalSuffix(next + 1) {
      (day, end) = (plain, next + 1 + suffix)
    } else if let spelled = spelledDay(at: next, isOrdinal: true) {
      (day, end) = spelled
    }
    guard (1...31).contains(day), !isFollowedByNoun(end) else { return nil }
    // 'on the first Monday of May'
    if continues(end), case .weekday? = word(end) { return nil }
    // 'on the 23rd day of September'
    if continues(end), word(end) == .of || word(end) == .unit(.day) { return nil }
    return TimeCandidate(index..<end, .date, .dayOfMonth(day), rule: "time/day")
  }
}
