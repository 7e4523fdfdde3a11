import CopydeskText

/// Clock times, days and years in words: `half past eight`, `May twenty-ninth`, `nineteen ninety-six`.
extension TimeScanner {
  // MARK: Clock times

  /// `seven p.m.`, `half past eight`, `ten to nine`, `three o'clock`; `nine thirty` behind a day or `at`.
  func spelledClock(at index: Int, isAsked: Bool) -> Clock? {
    if let past = minutesPast(at: index) { return withHalf(past) ?? past }
    guard tokens[index].kind == .word, let clock = spelledHour(at: index) else { return nil }
    if let halved = withHalf(clock) { return halved }
    guard isAsked, clock.minute > 0 || !isFollowedByUnit(clock.end) else { return nil }
    return clock
  }

  /// An hour in words with its minutes: `nine`, `nine thirty`.
  func spelledHour(at index: Int) -> Clock? {
    guard let hour = smallNumber(at: index), (1...12).contains(hour.value) else { return nil }
    var clock = Clock(hour: hour.value, end: hour.end)
    if continues(hour.end), tokens[hour.end].kind == .word, let minute = smallNumber(at: hour.end),
      (10...59).contains(minute.value), !isFollowedByUnit(minute.end)
    {
      (clock.minute, clock.end) = (minute.value, minute.end)
    }
    return clock
  }

  /// `half past eight`, `20 min past eight`, `a quarter to nine`, `halb neun`.
  func minutesPast(at index: Int) -> Clock? {
    var minute = 0
    var next = index
    var isSure = true
    if let (word, count) = numbers.lexicon.match(tokens, at: index), case .fraction(0.5) = word {
      (minute, next) = (30, index + count)
      if lexicon.halfIsBefore {
        guard index > 0, self.word(index - 1) == .at, continues(next), let hour = smallNumber(at: next),
          (1...12).contains(hour.value)
        else { return nil }
        return Clock(hour: hour.value == 1 ? 12 : hour.value - 1, minute: 30, end: hour.end)
      }
    } else if word(index) == .unit(.quarter) || isQuarter(index) {
      (minute, next) = (15, index + 1)
    } else if let number = smallNumber(at: index), (1...29).contains(number.value) {
      (minute, next) = (number.value, number.end)
      isSure = false
      if continues(next) {
        switch word(next) {
        case .unit(.minute)?, .units(.minute)?: (next, isSure) = (after(next), true)
        default: break
        }
      }
    } else {
      return nil
    }
    guard continues(next), let step = lexicon.clockSteps[tokens[next]], continues(next + 1),
      let hour = smallNumber(at: next + 1), (1...12).contains(hour.value), !isFollowedByUnit(hour.end)
    else { return nil }
    // 'ten past nine', but not the 'five to nine' of a range.
    if !isSure, step == 2 || minute % 5 != 0 { return nil }
    // 'half of nine' is four and a half.
    if step == 2, minute == 30 { return nil }
    if step == 1 { return Clock(hour: hour.value, minute: minute, end: hour.end) }
    return Clock(hour: hour.value == 1 ? 12 : hour.value - 1, minute: 60 - minute, end: hour.end)
  }

  private func isQuarter(_ index: Int) -> Bool {
    if case .ordinalFraction(0.25)? = numbers.lexicon.match(tokens, at: index)?.word { return true }
    if case .fraction(0.25)? = numbers.lexicon.match(tokens, at: index)?.word { return true }
    return false
  }

  /// Whether a unit or noun follows, so that the number counts it.
  private func isFollowedByUnit(_ index: Int) -> Bool {
    guard continues(index), tokens[index].kind == .word else { return continues(index) && isMark(index, "%") }
    switch word(index) {
    case .unit?, .units?: return true
    case nil: return !isPreposition(index)
    default: return false
    }
  }

  /// A number below a hundred in digits or words.
  func smallNumber(at index: Int) -> (value: Int, end: Int)? {
    guard index < tokens.count else { return nil }
    if let plain = plain(index), tokens[index].range.count <= 2 { return (plain, index + 1) }
    guard tokens[index].kind == .word, numbers.mayStart(at: index), let number = numbers.cardinal(at: index),
      let value = number.value, value < 100, number.scale == 1
    else { return nil }
    return (Int(value), number.tokens.upperBound)
  }

  // MARK: Days and years

  /// A day of the month in words: `eighteenth`, `twenty fourth`, `twenty nine`.
  func spelledDay(at index: Int, isOrdinal: Bool) -> (day: Int, end: Int)? {
    guard continues(index), tokens[index].kind == .word, !lexicon.ordinalStops else { return nil }
    if case .ordinal(let ordinal)? = word(index), !lexicon[.noDay].contains(tokens[index]) {
      return (ordinal, after(index))
    }
    if word(index) == .unit(.second) { return (2, after(index)) }
    guard !isOrdinal, let number = smallNumber(at: index), (1...31).contains(number.value) else { return nil }
    return (number.value, number.end)
  }

  /// A year in words: `nineteen ninety-six`, `two thousand and fifteen`, `nineteen hundred ninety three`.
  func spelledYear(at index: Int) -> (year: Int, end: Int)? {
    guard index < tokens.count, tokens[index].kind == .word, numbers.mayStart(at: index),
      let first = numbers.cardinal(at: index), let value = first.value
    else { return nil }
    if (1100...2100).contains(value), first.tokens.count > 1, value == value.rounded() {
      return (Int(value), first.tokens.upperBound)
    }
    guard (11...20).contains(value), continues(first.tokens.upperBound),
      let rest = smallNumber(at: first.tokens.upperBound), tokens[first.tokens.upperBound].kind == .word,
      (10...99).contains(rest.value)
    else { return nil }
    return (Int(value) * 100 + rest.value, rest.end)
  }

  /// What number words alone may tell of time: a clock time, a day before its month, a year behind `in`.
  func spelled(at index: Int) -> TimeCandidate? {
    if let (first, second) = clockInterval(at: index) {
      var candidate = clockCandidate(from: index, second)
      (candidate.clock, candidate.clockEnd, candidate.rule) = (first.value, second.value, "time/clock-interval")
      return candidate
    }
    if let clock = spelledClock(at: index, isAsked: false) { return clockCandidate(from: index, clock) }
    if let day = spelledDay(at: index, isOrdinal: false), let date = spelledDate(from: index, day) { return date }
    guard index > 0, isPreposition(index - 1), !isFollowedByUnitOrNumber(index - 1), let year = spelledYear(at: index),
      (1500...2100).contains(year.year), !isFollowedByUnit(year.end), !isFollowedByNoun(year.end)
    else { return nil }
    return TimeCandidate(
      index..<year.end, .date, .calendar(year: year.year, month: nil, day: nil), rule: "time/spelled-year")
  }

  private func isFollowedByUnitOrNumber(_ index: Int) -> Bool { word(index) == .approximate }

  /// `twenty five January 1986`, `the twenty third day of September`.
  func spelledDate(from start: Int, _ day: (day: Int, end: Int)) -> TimeCandidate? {
    var next = day.end
    if continues(next), word(next) == .unit(.day) { next = after(next) }
    if continues(next), word(next) == .of { next = after(next) }
    guard continues(next), case .month(let month)? = word(next), tokens[next].flags.contains(.capitalised),
      CivilDate(2024, month, day.day) != nil
    else { return nil }
    var candidate = withYear(from: start, at: after(next), month: month, day: day.day)
    candidate.takesDeterminer = true
    return withClock(candidate)
  }
}
