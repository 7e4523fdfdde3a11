import CopydeskText

/// Clock times and parts of the day.
extension TimeScanner {
  /// A clock time's value and the token behind it.
  struct Clock {
    var hour: Int
    var minute = 0
    var second: Int?
    var end: Int
    /// Whether `p.m.`, `in the morning` or a zone fixes which half of the day is meant.
    var isFixed = false
    /// Whether it is told in universal time.
    var isUniversal = false
    /// Its distance from universal time: `+02:00`.
    var offset = ""

    /// `T16:05`
    var value: String {
      let value = "T" + CivilDate.padded(hour, 2) + ":" + CivilDate.padded(minute, 2)
      return (second.map { "\(value):\(CivilDate.padded($0, 2))" } ?? value)
        + (!offset.isEmpty ? offset : isUniversal ? "Z" : "")
    }

    /// In the half of the day that a part of it means: eight `in the evening` is 20.
    func inPart(_ part: String) -> Clock {
      var clock = self
      clock.isFixed = true
      switch part {
      case "AF" where hour < 12, "EV" where hour < 12 && hour > 3, "NI" where hour < 12 && hour > 4: clock.hour += 12
      case "MO" where hour == 12: clock.hour = 0
      default: break
      }
      return clock
    }
  }

  /// `16:00`, `5 p.m.`, `11.30am`, `3 o'clock`, `15:00 GMT Saturday`, `10 a.m. on Friday`, `8-9am`.
  func clock(at index: Int) -> TimeCandidate? {
    if let (first, second) = clockInterval(at: index) {
      var candidate = clockCandidate(from: index, second)
      (candidate.clock, candidate.clockEnd, candidate.rule) = (first.value, second.value, "time/clock-interval")
      return candidate
    }
    guard let clock = clockValue(at: index) else { return nil }
    return clockCandidate(from: index, clock)
  }

  /// `noon`, `midnight on Friday`.
  func namedClock(at index: Int, _ value: String) -> TimeCandidate? {
    var candidate = clockCandidate(from: index, Clock(hour: 12, end: after(index)))
    candidate.clock = value
    return candidate
  }

  func clockCandidate(from start: Int, _ clock: Clock) -> TimeCandidate {
    var candidate = TimeCandidate(start..<clock.end, .time, .offset(.day, 0), rule: "time/clock")
    candidate.clock = clock.value
    candidate.isOfAnyDay = true
    var next = clock.end
    if isMark(next, ",") { next += 1 }
    if continues(next), word(next) == .of || isPreposition(next) && tokens[next].range.count == 2 { next += 1 }
    if continues(next), word(next) == .definite { next += 1 }
    guard continues(next) else { return candidate }
    var date: TimeCandidate?
    switch word(next) {
    case .weekday(let weekday)?: date = weekdayDate(at: next, weekday, shift: nil, from: next)
    case .month(let month)?: date = monthDate(at: next, month)
    case .day(let steps)?: date = day(from: next, at: after(next), steps)
    case .dayPart?, .shift?:
      // '8 tonight', 'at 9 this morning'
      date = expression(at: next)
      if let date, !date.clock.isEmpty, date.clockEnd.isEmpty, date.clock.utf8.count == 3 {
        candidate.clock = clock.inPart(String(date.clock.dropFirst())).value
        candidate.meaning = date.meaning
        candidate.tokens = start..<date.tokens.upperBound
        return candidate
      }
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

  /// The clock time at the token; `isAsked` where a day or `at` before it leaves no doubt, so that `at 8` will do.
  func clockValue(at index: Int, isAsked: Bool = false) -> Clock? {
    guard index < tokens.count else { return nil }
    guard tokens[index].kind == .number else { return spelledClock(at: index, isAsked: isAsked) }
    guard var clock = digitClock(at: index) else { return nil }
    var isClock = clock.end > index + 1
    let isDotted = tokens[index].range.count > 3 && plain(index) == nil
    let hasMinutes = isClock || isDotted
    guard index == 0 || tokens[index - 1].kind != .symbol else { return nil }
    if isClock, isMark(index - 1, ":"), isGlued(index) { return nil }
    if !isClock, let past = minutesPast(at: index) { return withHalf(past) ?? past }
    let halved = withHalf(clock)
    if let halved, halved.isFixed || hasMinutes || tokens[index].range.count > 2 || isZonedHour(halved, clock) {
      clock = halved
      isClock = true
    } else if tokens[index].range.count > 2, !hasMinutes {
      return nil  // '1140' alone
    } else if lexicon.namesUnits || lexicon.hourLetter, continues(clock.end), word(clock.end) == .units(.hour),
      isAt(index - 1), !continues(after(clock.end)) || word(after(clock.end)) != .of
    {
      // 'u 18 sati', 'à 7 heures 30', not 'à 7 heures de route'
      clock.end = after(clock.end)
      isClock = true
      if lexicon.hourLetter, continues(clock.end), let minute = plainTwoDigits(clock.end) {
        (clock.minute, clock.end) = (minute, clock.end + 1)
      }
    } else if isAsked {
      guard hasMinutes || isEndOfClock(clock.end) else { return nil }
      isClock = true
    } else if isDotted {
      // 'saat 18.30', not '11.30' alone
      guard lexicon.dotsClock, isAt(index - 1) else { return nil }
      isClock = true
    } else if hasMinutes, clock.second == nil, tokens[index].range.count == 1, !isClockContext(index) {
      // '2:30' alone may be a score or a ratio.
      return nil
    }
    guard isClock else { return nil }
    if clock.second != nil, tokens[index].range.count == 1, halved == nil, !isAsked { return nil }
    return clock
  }

  /// `at`, or the word for hours before a clock time: `saat 18.30`.
  func isAt(_ index: Int) -> Bool {
    guard index >= 0 else { return false }
    if word(index) == .at || lexicon.namesUnits && word(index) == .unit(.hour) { return true }
    // 'a las', 'alle ore'
    return (1...2).contains { index >= $0 && word(index - $0) == .at && after(index - $0) == index + 1 }
  }

  /// Whether an hour with nothing but what follows it is a clock time: `3 o'clock`, `18 Uhr`, `8 ET`.
  func isZonedHour(_ halved: Clock, _ hour: Clock) -> Bool { halved.end > hour.end }

  /// Hours and minutes in digits, whether they are a clock time or not: `16:00`, `11.30`, `1140`, `18h30`, `8`.
  func digitClock(at index: Int) -> Clock? {
    let next = index + 1
    if let plain = plain(index), tokens[index].range.count <= 2 {
      guard plain <= 24 else { return nil }
      var clock = Clock(hour: plain, end: next)
      if isMark(next, ":"), isGlued(next), isGlued(next + 1), let value = plainTwoDigits(next + 1) {
        (clock.minute, clock.end) = (value, next + 2)
        if isMark(next + 2, ":"), isGlued(next + 2), isGlued(next + 3), let value = plainTwoDigits(next + 3) {
          (clock.second, clock.end) = (value, next + 4)
        }
      } else if lexicon.hourLetter, continues(next), let minute = minuteBehindLetter(next) {
        (clock.minute, clock.end, clock.isFixed) = (minute, next + 1, true)
      }
      return clock
    }
    if let plain = plain(index), tokens[index].range.count == 3 || tokens[index].range.count == 4, plain < 2400,
      plain % 100 < 60, continues(next), isZone(next) || isHalfDay(next)
    {
      // '0800 UTC', '1140 a.m.'
      return Clock(hour: plain / 100, minute: plain % 100, end: next)
    }
    // 'at 1800 hours', '0600 hours'
    if let plain = plain(index), tokens[index].range.count == 4, plain < 2400, plain % 100 < 60, continues(next),
      word(next) == .units(.hour), isAt(index - 1) || text.bytes[Int(tokens[index].range.start)] == UInt8(ascii: "0")
    {
      return Clock(hour: plain / 100, minute: plain % 100, end: after(next), isFixed: true)
    }
    guard let (hours, minutes) = dotted(index), hours <= 24 else { return nil }
    // '11.30am', '16.30 Uhr', 'at 2.30': only with what makes it a clock time.
    let isMarked =
      continues(next)
      && (isHalfDayOrClock(next) || isAt(index - 1) && lexicon.hourLetter && word(next) == .units(.hour))
    guard isMarked || isAt(index - 1) else { return nil }
    return Clock(hour: hours, minute: minutes, end: next)
  }

  /// The minutes of `18h30`, whose letter and digits are one token.
  func minuteBehindLetter(_ index: Int) -> Int? {
    let range = tokens[index].range
    guard range.count == 3, isGlued(index), text.folded[Int(range.start)] == UInt8(ascii: "h") else { return nil }
    var value = 0
    for offset in range.indices.dropFirst() {
      let byte = text.bytes[offset]
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value < 60 ? value : nil
  }

  /// Takes `p.m.`, `o'clock`, `in the morning` and the zone; nil if nothing of it stands there.
  func withHalf(_ clock: Clock) -> Clock? {
    var clock = clock
    var next = clock.end
    var isMarked = false
    if continues(next), word(next) == .oClock {
      next = after(next)
      isMarked = true
      // '18 h 30'
      if lexicon.hourLetter, continues(next), clock.minute == 0, let minute = plainTwoDigits(next) {
        (clock.minute, next) = (minute, next + 1)
      }
    }
    if continues(next), case .halfDay(let offset)? = word(next), clock.hour <= 12, clock.hour > 0 {
      clock.hour = clock.hour % 12 + offset
      next = after(next)
      if isMark(next, "."), isGlued(next), continues(next + 1), !tokens[next + 1].flags.contains(.sentenceStart),
        !tokens[next - 1].flags.contains(.initialism)
      {
        next += 1
      }
      (isMarked, clock.isFixed) = (true, true)
    } else if let (part, end) = partBehind(next), clock.hour <= 12, clock.hour > 0 {
      clock = clock.inPart(part)
      next = end
      isMarked = true
    }
    while continues(next), isZone(next) {
      if word(next) == .universal { clock.isUniversal = true }
      next = after(next)
      isMarked = true
      clock.end = next
      clock = withOffset(clock)
      next = clock.end
    }
    clock.end = next
    return isMarked ? clock : nil
  }

  /// Takes the distance from universal time: the `+2` of `GMT+2`, `+02:00`.
  func withOffset(_ clock: Clock) -> Clock {
    let index = clock.end
    guard isGlued(index), isGlued(index + 1), isMark(index, "+") || isMark(index, "-"), let hours = plain(index + 1),
      hours <= 14, tokens[index + 1].range.count <= 2
    else { return clock }
    var (clock, minutes) = (clock, 0)
    clock.end = index + 2
    if isMark(clock.end, ":"), isGlued(clock.end), isGlued(clock.end + 1), let value = plainTwoDigits(clock.end + 1) {
      (minutes, clock.end) = (value, clock.end + 2)
    }
    clock.offset = (isMark(index, "+") ? "+" : "-") + CivilDate.padded(hours, 2) + ":" + CivilDate.padded(minutes, 2)
    return clock
  }

  /// The part of the day behind an hour: `in the morning`, `at night`.
  func partBehind(_ index: Int) -> (part: String, end: Int)? {
    guard isPreposition(index) || continues(index) && word(index) == .at, continues(index) else { return nil }
    var next = index + 1
    if continues(next), word(next) == .definite { next = after(next) }
    guard continues(next), case .part(let part)? = word(next), !isFollowedByNoun(after(next)) else { return nil }
    return (part, after(next))
  }

  func isZone(_ index: Int) -> Bool { word(index) == .zone || word(index) == .universal }

  func isHalfDay(_ index: Int) -> Bool {
    if case .halfDay? = word(index) { return true }
    return false
  }

  /// Whether nothing counted follows the hour: `at 8.`, `at 8 on Friday`, not `at 8 shops`.
  func isEndOfClock(_ index: Int) -> Bool {
    guard continues(index) else { return true }
    switch tokens[index].kind {
    case .punctuation: return !isMark(index, "%") && !isMark(index, "-") && !isMark(index, "/") && !isMark(index, ":")
    case .word:
      switch word(index) {
      case .day?, .dayPart?, .weekday?, .shift?: return true
      default: return isPreposition(index)
      }
    default: return false
    }
  }

  func plainTwoDigits(_ index: Int) -> Int? {
    guard index < tokens.count, tokens[index].range.count == 2, let value = plain(index), value < 60 else { return nil }
    return value
  }

  /// `11.30` as hours and minutes.
  func dotted(_ index: Int) -> (Int, Int)? {
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
      let minutes = number(Int(range.end) - 2..<Int(range.end)), minutes < 60
    else { return nil }
    return (hours, minutes)
  }

  func isHalfDayOrClock(_ index: Int) -> Bool { isHalfDay(index) || word(index) == .oClock }

  func isClockContext(_ index: Int) -> Bool {
    index > 0 && (word(index - 1) == .at || isPreposition(index - 1))
  }

  /// Whether a word goes on that is neither of time nor a preposition: `in the morning session`.
  func isFollowedByNoun(_ index: Int) -> Bool {
    continues(index) && tokens[index].kind == .word && word(index) == nil && !isPreposition(index)
  }

  /// Takes the part of the day or the clock time behind a day: `Monday morning`, `Tuesday at 3 p.m.`
  func withPart(_ candidate: TimeCandidate) -> TimeCandidate {
    let end = candidate.tokens.upperBound
    var part: (part: String, end: Int)?
    if continues(end) {
      if case .part(let value)? = word(end) { part = (value, after(end)) }
      // 'heute Morgen', 'am Freitag Morgen': tomorrow's word is that of the morning.
      if lexicon.ordinalStops, word(end) == .day(1), tokens[end].flags.contains(.capitalised) {
        part = ("MO", after(end))
      }
      // 'Tuesday in the morning'
      if part == nil, continues(end + 1), word(end + 1) == .definite { part = partBehind(end) }
    }
    guard let part else { return withClock(candidate) }
    var candidate = candidate
    candidate.tokens = candidate.tokens.lowerBound..<part.end
    (candidate.type, candidate.clock, candidate.rule) = (.time, "T" + part.part, "time/day-part")
    return withClock(candidate)
  }

  /// Takes `at 3 p.m.`, `, 3 p.m.` or `from 7 to 7:30` behind a day or a part of it.
  func withClock(_ candidate: TimeCandidate) -> TimeCandidate {
    var next = candidate.tokens.upperBound
    switch candidate.meaning {
    case .calendar(_, _, .some), .weekday, .within(.weekday, _), .weekdayAndDay, .offset(.day, _), .nth(_, .day, _, _):
      break
    default: return candidate
    }
    guard candidate.clockEnd.isEmpty, candidate.clock.utf8.count <= 3 else { return candidate }
    if isMark(next, ",") { next += 1 }
    guard continues(next) else { return candidate }
    var candidate = candidate
    let opener = lexicon[.clockOpener].contains(tokens[next]) ? next + 1 : next
    if continues(opener), let (first, second) = clockInterval(at: opener) {
      candidate.tokens = candidate.tokens.lowerBound..<second.end
      (candidate.type, candidate.rule) = (.time, "time/clock-interval")
      (candidate.clock, candidate.clockEnd) = (halved(first, candidate).value, halved(second, candidate).value)
      return candidate
    }
    var isAsked = false
    // 'Yarın saat 18.30'da'
    if lexicon.namesUnits, word(next) == .unit(.hour), continues(after(next)), tokens[after(next)].kind == .number {
      next = after(next)
      isAsked = true
    }
    if word(next) == .at || candidate.clock.utf8.count == 3 && word(next) == .approximate {
      if word(next) == .at { next = after(next) }
      isAsked = true
    }
    if isAsked, continues(next), word(next) == .approximate { next = after(next) }
    guard continues(next) else { return candidate }
    if case .clock(let value)? = word(next) {
      candidate.clock = value
      candidate.tokens = candidate.tokens.lowerBound..<after(next)
    } else if let clock = clockValue(
      at: next, isAsked: isAsked || isMark(next + 1, ":") && !isMark(next - 1, ",") || isSpelledTime(next))
    {
      candidate.clock = halved(clock, candidate).value
      candidate.tokens = candidate.tokens.lowerBound..<clock.end
    } else {
      return candidate
    }
    (candidate.type, candidate.rule) = (.time, "time/clock")
    return candidate
  }

  /// `nine thirty`, behind a day in words.
  func isSpelledTime(_ index: Int) -> Bool {
    tokens[index].kind == .word && tokens[index - 1].kind == .word && (spelledHour(at: index)?.minute ?? 0) > 0
  }

  /// The clock time in the part of the day that was told before it: `tonight at 8`.
  func halved(_ clock: Clock, _ candidate: TimeCandidate) -> Clock {
    guard candidate.clock.utf8.count == 3, !clock.isFixed else { return clock }
    return clock.inPart(String(candidate.clock.dropFirst()))
  }
}
