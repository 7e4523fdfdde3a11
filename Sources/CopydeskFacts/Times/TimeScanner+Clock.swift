import CopydeskText

/// Clock times and parts of the day.
extension TimeScanner {
  /// A clock time's value and the token behind it.
  struct Clock {
    var value: String
    var end: Int
  }

  /// `16:00`, `5 p.m.`, `11.30am`, `3 o'clock`, `15:00 GMT Saturday`, `10 a.m. on Friday`.
  func clock(at index: Int) -> TimeCandidate? {
    guard let clock = clockValue(at: index) else { return nil }
    return clockCandidate(from: index, clock)
  }

  /// `noon`, `midnight on Friday`.
  func namedClock(at index: Int, _ value: String) -> TimeCandidate? {
    clockCandidate(from: index, Clock(value: value, end: after(index)))
  }

  private func clockCandidate(from start: Int, _ clock: Clock) -> TimeCandidate {
    var candidate = TimeCandidate(start..<clock.end, .time, .offset(.day, 0), rule: "time/clock")
    candidate.clock = clock.value
    var next = clock.end
    if isMark(next, ",") { next += 1 }
    if continues(next), isPreposition(next), tokens[next].range.count == 2 { next += 1 }
    if continues(next), word(next) == .definite { next += 1 }
    guard continues(next) else { return candidate }
    var date: TimeCandidate?
    switch word(next) {
    case .weekday(let weekday)?: date = weekdayDate(at: next, weekday, shift: nil, from: next)
    case .month(let month)?: date = monthDate(at: next, month)
    case .day(let steps)?: date = day(from: next, at: after(next), steps)
    default:
      if tokens[next].kind == .number, next == clock.end || isPreposition(next - 1) { date = dateInDigits(at: next) }
    }
    guard let date, date.clock.isEmpty, date.type == .date else { return candidate }
    switch date.meaning {
    case .calendar(_, _, .some), .weekday, .offset(.day, _):
      candidate.meaning = date.meaning
      candidate.tokens = start..<date.tokens.upperBound
    default: break
    }
    return candidate
  }

  /// The clock time at the token.
  func clockValue(at index: Int) -> Clock? {
    guard index < tokens.count, tokens[index].kind == .number else { return nil }
    var hour = 0
    var minute: Int?
    var second: Int?
    var next = index + 1
    if let plain = plain(index), tokens[index].range.count <= 2 {
      hour = plain
      if isMark(next, ":"), isGlued(next), isGlued(next + 1), let value = plainTwoDigits(next + 1) {
        minute = value
        next += 2
        if isMark(next, ":"), isGlued(next), isGlued(next + 1), let value = plainTwoDigits(next + 1) {
          second = value
          next += 2
        }
      }
    } else if let plain = plain(index), tokens[index].range.count == 4, continues(next), word(next) == .zone,
      plain < 2400
    {
      // '0800 UTC'
      (hour, minute) = (plain / 100, plain % 100)
    } else if let (hours, minutes) = dotted(index) {
      // '11.30am', '16.30 Uhr': only with what makes it a clock time.
      guard continues(next), isHalfDayOrClock(next) else { return nil }
      (hour, minute) = (hours, minutes)
    } else {
      return nil
    }
    guard hour <= 24, (minute ?? 0) < 60, index == 0 || tokens[index - 1].kind != .symbol else { return nil }
    var isClock = minute != nil
    if isClock, isMark(index - 1, ":"), isGlued(index) { return nil }
    if continues(next), case .halfDay(let offset)? = word(next), hour <= 12, hour > 0 {
      hour = hour % 12 + offset
      next += 1
      if isMark(next, "."), isGlued(next), continues(next + 1), !tokens[next + 1].flags.contains(.sentenceStart),
        !tokens[next - 1].flags.contains(.initialism)
      {
        next += 1
      }
      isClock = true
    } else if lexicon.namesUnits, continues(next), word(next) == .units(.hour), index > 0, word(index - 1) == .at {
      // 'u 18 sati'
      next = after(next)
      isClock = true
    } else if continues(next), word(next) == .oClock {
      next = after(next)
      isClock = true
    } else if minute != nil, second == nil, tokens[index].range.count == 1, !isClockContext(index) {
      // '2:30' alone may be a score or a ratio.
      return nil
    }
    guard isClock else { return nil }
    while continues(next), word(next) == .zone, next < tokens.count { next = after(next) }
    // A finishing time: '3:07:35'.
    if second != nil, tokens[index].range.count == 1 { return nil }
    var value = "T" + CivilDate.padded(hour, 2) + ":" + CivilDate.padded(minute ?? 0, 2)
    if let second { value += ":" + CivilDate.padded(second, 2) }
    return Clock(value: value, end: next)
  }

  private func plainTwoDigits(_ index: Int) -> Int? {
    guard index < tokens.count, tokens[index].range.count == 2, let value = plain(index), value < 60 else { return nil }
    return value
  }

  /// `11.30` as hours and minutes.
  private func dotted(_ index: Int) -> (Int, Int)? {
    let range = tokens[index].range
    guard range.count == 4 || range.count == 5, text.bytes[Int(range.end) - 3] == UInt8(ascii: ".") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for offset in range {
        guard text.bytes[offset] >= UInt8(ascii: "0"), text.bytes[offset] <= UInt8(ascii: "9") else { return nil }
        value = value * 10 + Int(text.bytes[offset] - UInt8(ascii: "0"))
      }
      return value
    }
    guard let hours = number(Int(range.start)..<Int(range.end) - 3),
      let minutes = number(Int(range.end) - 2..<Int(range.end))
    else { return nil }
    return (hours, minutes)
  }

  private func isHalfDayOrClock(_ index: Int) -> Bool {
    switch word(index) {
    case .halfDay?, .oClock?: true
    default: false
    }
  }

  private func isClockContext(_ index: Int) -> Bool {
    if index > 0, word(index - 1) == .at || isPreposition(index - 1) { return true }
    return false
  }

  /// `in the evening` is that of the day itself, `on the 18th` the nearest.
  func ofTheDay(at index: Int) -> TimeCandidate? {
    let next = after(index)
    guard isPreposition(index - 1), continues(next) else { return nil }
    if case .part(let part)? = word(next), tokens[index - 1].range.count == 2, !isFollowedByNoun(after(next)) {
      var candidate = TimeCandidate(
        index..<after(next), .time, .offset(.day, 0), rule: "time/day-part", confidence: 0.6)
      candidate.clock = "T" + part
      return candidate
    }
    guard text.folds(tokens[index - 1].range, to: "on"), let day = plain(next), (1...31).contains(day),
      !lexicon.ordinalStops, let suffix = ordinalSuffix(next + 1), !isFollowedByNoun(next + 1 + suffix)
    else { return nil }
    return TimeCandidate(index..<next + 1 + suffix, .date, .dayOfMonth(day), rule: "time/day", confidence: 0.7)
  }

  /// Whether a word goes on that is neither of time nor a preposition: `in the morning session`.
  private func isFollowedByNoun(_ index: Int) -> Bool {
    continues(index) && tokens[index].kind == .word && word(index) == nil && !isPreposition(index)
  }

  /// Takes the part of the day or the clock time behind a day: `Monday morning`, `Tuesday at 3 p.m.`
  func withPart(_ candidate: TimeCandidate) -> TimeCandidate {
    let end = candidate.tokens.upperBound
    var part: String?
    if continues(end) {
      if case .part(let value)? = word(end) { part = value }
      // 'heute Morgen', 'am Freitag Morgen': tomorrow's word is that of the morning.
      if lexicon.ordinalStops, word(end) == .day(1), tokens[end].flags.contains(.capitalised) { part = "MO" }
    }
    if let part {
      var candidate = candidate
      candidate.tokens = candidate.tokens.lowerBound..<after(end)
      (candidate.type, candidate.clock, candidate.rule) = (.time, "T" + part, "time/day-part")
      return candidate
    }
    return withClock(candidate)
  }

  /// Takes `at 3 p.m.` or `, 3 p.m.` behind a day.
  func withClock(_ candidate: TimeCandidate) -> TimeCandidate {
    var next = candidate.tokens.upperBound
    switch candidate.meaning {
    case .calendar(_, _, .some), .weekday, .offset(.day, _): break
    default: return candidate
    }
    if isMark(next, ",") { next += 1 }
    if continues(next), word(next) == .at { next += 1 }
    guard continues(next) else { return candidate }
    var clock = clockValue(at: next)
    if clock == nil, case .clock(let value)? = word(next) { clock = Clock(value: value, end: after(next)) }
    guard let clock else { return candidate }
    var candidate = candidate
    candidate.tokens = candidate.tokens.lowerBound..<clock.end
    (candidate.type, candidate.clock, candidate.rule) = (.time, clock.value, "time/clock")
    return candidate
  }
}
