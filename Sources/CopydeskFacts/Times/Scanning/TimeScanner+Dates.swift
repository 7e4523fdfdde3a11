import CopydeskText

/// Dates by number and name.
extension TimeScanner {
  /// Whatever starts with digits: a date, a clock time, a year, a duration.
  func numeric(at index: Int) -> TimeCandidate? {
    // 'the Core i7-12650H', 'the Ju87-2010'
    if index > 1, isGlued(index), isMark(index - 1, "-"), isGlued(index - 1), tokens[index - 2].kind == .word,
      tokens[index - 2].flags.contains(.hasDigit)
    {
      return nil
    }
    if let candidate = numericDate(at: index) ?? yearFirst(at: index) { return withClock(candidate) }
    if let candidate = dayOfMonth(at: index) { return withClock(candidate) }
    if let candidate = dayBeforeList(at: index) { return candidate }
    if let candidate = finishingTime(at: index) ?? clock(at: index) { return candidate }
    if let candidate = duration(at: index) { return candidate }
    return ordinalDigits(at: index) ?? monthAndDay(at: index) ?? shortDecade(at: index) ?? years(at: index)
  }

  /// `2020/Sep/23`, `2017 April`.
  func yearFirst(at index: Int) -> TimeCandidate? {
    guard let year = year(index), (1500...2100).contains(year) else { return nil }
    let isParted = isMark(index + 1, "/") || isMark(index + 1, "-")
    var next = index + 1
    if isParted { next += 1 }
    // '2019 Q1'
    if !isParted, continues(next), let part = quarterLabel(next) {
      return TimeCandidate(
        index..<next + 1, .date, .part(part, year: year, yearShift: nil), rule: "time/quarter")
    }
    guard continues(next), !isParted || isGlued(next), let month = isParted ? self.month(next) : namedMonth(next),
      tokens[next].flags.contains(.capitalised) || isPreposition(index - 1) || isParted,
      isParted || !form(next).contains(.weak) || tokens[next].flags.contains(.capitalised)
    else { return nil }
    next += 1
    if isParted, isMark(next, "/") || isMark(next, "-"), isGlued(next), let day = plain(next + 1),
      CivilDate(year, month, day) != nil
    {
      return TimeCandidate(
        index..<next + 2, .date, .calendar(year: year, month: month, day: day), rule: "time/date")
    }
    // 'In 2017 April was warm' begins a clause; 'in 2017 April' ends one.
    guard isParted || !isFollowedByNoun(next) && plain(next) == nil else { return nil }
    return TimeCandidate(index..<next, .date, .calendar(year: year, month: month, day: nil), rule: "time/date")
  }

  func namedMonth(_ index: Int) -> Int? {
    if case .month(let month)? = word(index) { return month }
    return nil
  }

  /// The quarter of `Q1`.
  func quarterLabel(_ index: Int) -> String? {
    let range = tokens[index].range
    guard range.count == 2, text.folded[Int(range.start)] == UInt8(ascii: "q"), isEndOfDate(index + 1) else {
      return nil
    }
    let digit = text.bytes[Int(range.start) + 1]
    return digit >= UInt8(ascii: "1") && digit <= UInt8(ascii: "4") ? "Q\(digit - UInt8(ascii: "0"))" : nil
  }

  func isEndOfDate(_ index: Int) -> Bool { !isGlued(index) || isMark(index, ".") || isMark(index, ",") }

  /// `on 11/20`, `on 5/12`: a month and a day only where a day is looked for.
  func monthAndDay(at index: Int) -> TimeCandidate? {
    guard index > 0, lexicon[.beforeDay].contains(tokens[index - 1]) || isListed(index) else { return nil }
    return slashedDay(at: index)
  }

  /// `11/20`, where a day is sure to be meant: behind a weekday or `on`.
  func slashedDay(at index: Int) -> TimeCandidate? {
    guard tokens[index].range.count <= 2, let first = plain(index), isMark(index + 1, "/"), isGlued(index + 1),
      isGlued(index + 2), index + 2 < tokens.count, tokens[index + 2].range.count <= 2, let second = plain(index + 2),
      !isMark(index + 3, "/"), !isFollowedByNoun(index + 3)
    else { return nil }
    var (month, day) = lexicon.dayFirst ? (second, first) : (first, second)
    if CivilDate(2024, month, day) == nil { swap(&month, &day) }
    guard CivilDate(2024, month, day) != nil else { return nil }
    return TimeCandidate(
      index..<index + 3, .date, .calendar(year: nil, month: month, day: day), rule: "time/month-and-day")
  }

  /// Whether another such date stands before the comma: `on 11/20, 11/22`.
  func isListed(_ index: Int) -> Bool {
    index >= 4 && isMark(index - 3, "/")
      && (isMark(index - 1, ",") || numbers.lexicon.match(tokens, at: index - 1)?.word == .conjunction
        || lexicon[.or].contains(tokens[index - 1]))
  }

  /// A date that starts with digits, without its clock time.
  func dateInDigits(at index: Int) -> TimeCandidate? { numericDate(at: index) ?? dayOfMonth(at: index) }

  // MARK: Digits only

  /// `2023-09-24`, `24/09/2023`, `24.09.2023`, `24.9.`
  func numericDate(at index: Int) -> TimeCandidate? {
    let bytes = text.bytes
    let token = tokens[index]
    // 24.09.2023 is one token.
    var parts: [Int] = []
    var widths: [Int] = []
    var value = 0
    var width = 0
    for offset in token.range.indices {
      let byte = bytes[offset]
      if byte == UInt8(ascii: ".") {
        parts.append(value)
        widths.append(width)
        (value, width) = (0, 0)
      } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), width < 5 {
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
        width += 1
      } else {
        return nil
      }
    }
    parts.append(value)
    widths.append(width)
    if parts.count == 3 {
      guard widths[0] <= 2, widths[1] <= 2, widths[2] == 4 || widths[2] == 2 else { return nil }
      return date(index..<index + 1, parts[0], parts[1], parts[2], dayFirst: true)
    }
    if parts.count == 1, let spaced = spacedDate(at: index, value) { return spaced }
    if parts.count == 2, lexicon.ordinalStops, isMark(index + 1, "."), isGlued(index + 1), widths[1] <= 2 {
      // '24.9.' without a year, and '24. 9. 2023' below.
      guard CivilDate(2024, parts[1], parts[0]) != nil else { return nil }
      return TimeCandidate(
        index..<index + 2, .date, .calendar(year: nil, month: parts[1], day: parts[0]), rule: "time/numeric-date")
    }
    guard parts.count == 1, index + 4 < tokens.count, isGlued(index + 1), isGlued(index + 2), isGlued(index + 3),
      isGlued(index + 4), let second = plain(index + 2), let third = plain(index + 4),
      isMark(index + 1, "-") && isMark(index + 3, "-") || isMark(index + 1, "/") && isMark(index + 3, "/")
    else { return nil }
    let range = index..<index + 5
    if width == 4 {
      guard CivilDate(value, second, third) != nil else { return nil }
      return withISOClock(
        TimeCandidate(range, .date, .calendar(year: value, month: second, day: third), rule: "time/iso-date"))
    }
    guard width <= 2, tokens[index + 4].range.count == 4 || tokens[index + 4].range.count == 2 else { return nil }
    return date(range, value, second, third, dayFirst: lexicon.dayFirst)
  }

  /// `29. 8. 2015.`
  func spacedDate(at index: Int, _ day: Int) -> TimeCandidate? {
    guard lexicon.dayFirst, tokens[index].range.count <= 2, isMark(index + 1, "."), isGlued(index + 1),
      continues(index + 2), let month = plain(index + 2), tokens[index + 2].range.count <= 2, isMark(index + 3, "."),
      isGlued(index + 3), continues(index + 4), let year = year(index + 4), CivilDate(year, month, day) != nil
    else { return nil }
    // The stop is the year's where the sentence goes on.
    let hasStop =
      isMark(index + 5, ".") && isGlued(index + 5) && continues(index + 6)
      && !tokens[index + 6].flags.contains(.capitalised)
    return TimeCandidate(
      index..<index + (hasStop ? 6 : 5), .date, .calendar(year: year, month: month, day: day),
      rule: "time/numeric-date")
  }

  /// `2004-03-04T18:32:56Z`
  func withISOClock(_ date: TimeCandidate) -> TimeCandidate {
    let index = date.tokens.upperBound
    guard index < tokens.count, isGlued(index), tokens[index].range.count == 3,
      text.folded[Int(tokens[index].range.start)] == UInt8(ascii: "t"), isMark(index + 1, ":")
    else { return date }
    let digits = text.bytes[Int(tokens[index].range.start) + 1..<Int(tokens[index].range.end)].map { Int($0) - 48 }
    guard digits.allSatisfy({ (0...9).contains($0) }), let minute = plainTwoDigits(index + 2), isGlued(index + 2) else {
      return date
    }
    var clock = Clock(hour: digits[0] * 10 + digits[1], minute: minute, end: index + 3)
    guard clock.hour < 25 else { return date }
    if isMark(clock.end, ":"), isGlued(clock.end + 1), let second = plainTwoDigits(clock.end + 1) {
      (clock.second, clock.end) = (second, clock.end + 2)
    }
    if isGlued(clock.end), clock.end < tokens.count, word(clock.end) == .universal || isZulu(clock.end) {
      (clock.isUniversal, clock.end) = (true, clock.end + 1)
    } else {
      clock = withOffset(clock)
    }
    var candidate = date
    candidate.tokens = date.tokens.lowerBound..<clock.end
    (candidate.type, candidate.clock, candidate.rule) = (.time, clock.value, "time/clock")
    return candidate
  }

  func isZulu(_ index: Int) -> Bool {
    tokens[index].range.count == 1 && text.folded[Int(tokens[index].range.start)] == UInt8(ascii: "z")
  }

  func date(_ range: Range<Int>, _ first: Int, _ second: Int, _ year: Int, dayFirst: Bool) -> TimeCandidate? {
    let year = year < 100 ? fullYear(year) : year
    var (day, month) = dayFirst ? (first, second) : (second, first)
    // 24/09/2023 can be read one way only.
    if CivilDate(year, month, day) == nil { swap(&day, &month) }
    guard CivilDate(year, month, day) != nil else { return nil }
    return TimeCandidate(
      range, .date, .calendar(year: year, month: month, day: day), rule: "time/numeric-date")
  }

  /// The year of two figures: that of this century unless it is far ahead of publication.
  func fullYear(_ year: Int) -> Int {
    2000 + year <= (document.published?.date.year ?? 2039) + 10 ? 2000 + year : 1900 + year
  }

  // MARK: Day and month

  /// The length of what follows the day's number: the `th` of `24th`, the stop of `24.`
  func ordinalSuffix(_ index: Int) -> Int? {
    guard index < tokens.count, isGlued(index) else { return nil }
    if lexicon.ordinalStops, isMark(index, ".") { return 1 }
    return lexicon.ordinalSuffixes.contains(tokens[index].range, in: text) ? 1 : nil
  }

  /// `30 September 2023`, `the 30th of September`, `3. Oktober`, `24-Sept-2023`.
  func dayOfMonth(at index: Int) -> TimeCandidate? {
    // '$12 December' pays twelve.
    guard let day = plain(index), (1...31).contains(day), !isGlued(index) || tokens[index - 1].kind != .symbol else {
      return nil
    }
    var next = index + 1
    let suffix = ordinalSuffix(next)
    if let suffix { next += suffix }
    var hasOf = false
    if continues(next), word(next) == .of {
      next += 1
      hasOf = true
    } else if isInnerHyphen(next) || isMark(next, "/") && isGlued(next) && isGlued(next + 1) {
      next += 1
    }
    guard continues(next), let month = self.month(next) else { return nil }
    guard CivilDate(2024, month, day) != nil else { return nil }
    next += 1
    if form(next - 1).contains(.abbreviation), isMark(next, "."), isGlued(next) { next += 1 }
    var candidate = withYear(from: index, at: next, month: month, day: day)
    candidate.takesDeterminer = suffix != nil && hasOf
    if !isMark(candidate.tokens.upperBound - 1, ".") || candidate.tokens.upperBound > next { return candidate }
    return trimmed(candidate)
  }

  /// The token behind `31 June 2024`, which is no day: neither is its month or year told.
  func impossibleDate(at index: Int) -> Int? {
    // '2024-13-45'
    if let year = year(index), isInnerHyphen(index + 1), isInnerHyphen(index + 3), index + 4 < tokens.count,
      let month = plain(index + 2), let day = plain(index + 4), tokens[index + 2].range.count == 2,
      tokens[index + 4].range.count == 2
    {
      return CivilDate(year, month, day) == nil ? index + 5 : nil
    }
    if let end = endOfDigitChain(at: index) { return end }
    guard let day = plain(index), (30...39).contains(day), tokens[index].range.count == 2 else { return nil }
    var next = index + 1 + (ordinalSuffix(index + 1) ?? 0)
    if continues(next), word(next) == .of { next += 1 }
    guard continues(next), case .month(let month)? = word(next), CivilDate(2024, month, day) == nil,
      tokens[next].flags.contains(.capitalised) || lexicon.dayFirst
    else { return nil }
    next += 1
    if isMark(next, ",") { next += 1 }
    return continues(next) && year(next) != nil ? next + 1 : next
  }

  /// The token behind `2010-2015-86`, `555-0143-22`: the number of a telephone or document, which holds no year.
  func endOfDigitChain(at index: Int) -> Int? {
    guard isInnerHyphen(index + 1), isInnerHyphen(index + 3), numericDate(at: index) == nil else { return nil }
    var end = index + 1
    while isInnerHyphen(end), end + 1 < tokens.count, tokens[end + 1].kind == .number { end += 2 }
    return end >= index + 5 ? end : nil
  }

  /// The month at a token, in lower case as well where its abbreviation stands behind a day: `14 nov`.
  func month(_ index: Int) -> Int? {
    if case .month(let month)? = word(index) { return month }
    guard !lexicon.dayFirst, let match = lexicon.table.longestMatch(tokens, at: index), match.count == 1,
      case .month(let month) = lexicon.entries[match.value].word, tokens[index].range.count == 3,
      !isFollowedByNoun(index + 1)
    else { return nil }
    return month
  }

  /// Leaves a stop that nothing follows out of the span: `in Sept.`
  func trimmed(_ candidate: TimeCandidate) -> TimeCandidate {
    var candidate = candidate
    let end = candidate.tokens.upperBound
    if isMark(end - 1, "."), candidate.tokens.count > 1 { candidate.tokens = candidate.tokens.lowerBound..<end - 1 }
    return candidate
  }

  /// Takes the year behind a month or a day: `, 2023`, ` of 2023`, ` 2023`, `of last year`.
  func withYear(from start: Int, at index: Int, month: Int, day: Int?) -> TimeCandidate {
    var next = index
    if isMark(next, ","), day != nil || year(next + 1) != nil { next += 1 }
    if continues(next), word(next) == .of { next = after(next) }
    // '28 June in 2020'
    if day != nil, next == index, continues(next), lexicon[.inYear].contains(tokens[next]),
      let told = year(next + 1),
      isBareYear(next + 1, told, hasMonth: true)
    {
      next += 1
      return TimeCandidate(
        start..<next + 1, .date, .calendar(year: told, month: month, day: day), rule: "time/date")
    }
    if !lexicon.ordinalStops, continues(next), tokens[next].kind == .word, let told = spelledYear(at: next),
      (1500...2100).contains(told.year)
    {
      return TimeCandidate(
        start..<told.end, .date, .calendar(year: told.year, month: month, day: day), rule: "time/spelled-year")
    }
    if isInnerHyphen(index) || isMark(index, "/") && isGlued(index) && isGlued(index + 1) { next = index + 1 }
    if continues(next), let year = year(next), next == index || isBareYear(next, year, hasMonth: true) {
      var end = next + 1
      if lexicon.ordinalStops, isMark(end, "."), continues(end + 1), !tokens[end + 1].flags.contains(.capitalised) {
        end += 1
      }
      if lexicon.namesUnits {
        end = max(end, withYearUnit(next + 1))
        // '3 Ocak 2019 Perşembe'
        if let day, continues(end), case .weekday(let weekday)? = word(end),
          CivilDate(year, month, day)?.weekday == weekday
        {
          end = after(end)
        }
      }
      return TimeCandidate(
        start..<end, .date, .calendar(year: year, month: month, day: day), rule: "time/date")
    }
    return TimeCandidate(
      start..<index, .date, .calendar(year: nil, month: month, day: day),
      rule: day == nil ? "time/month" : "time/month-day")
  }

  /// `September`, `Sept. 24`, `September 24, 2023`, `September 2023`.
  func monthDate(at index: Int, _ month: Int) -> TimeCandidate? {
    var next = index + 1
    if form(index).contains(.abbreviation), isMark(next, "."), isGlued(next), continues(next + 1) { next += 1 }
    var dayIndex = next
    if continues(next), let day = plain(next), (30...39).contains(day), CivilDate(2024, month, day) == nil,
      tokens[next].range.count == 2, !isPluralNoun(next + 1), !isPercentOrScale(next + 1)
    {
      return nil  // 'Feb 30'
    }
    if continues(dayIndex), word(dayIndex) == .definite { dayIndex = after(dayIndex) }
    if isInnerHyphen(dayIndex) || isMark(dayIndex, "/") && isGlued(dayIndex) && isGlued(dayIndex + 1) { dayIndex += 1 }
    if continues(dayIndex), let day = plain(dayIndex), (1...31).contains(day), tokens[dayIndex].range.count <= 2,
      CivilDate(2024, month, day) != nil, !isPercentOrScale(dayIndex + 1)
    {
      var end = dayIndex + 1
      if !lexicon.ordinalStops, let suffix = ordinalSuffix(end) { end += suffix }
      // 'Sept. 24-26' is read as its first day; 'June 20:15' is no date.
      if !isMark(end, ":") || !isGlued(end) || !isGlued(end + 1) {
        return withClock(withYear(from: index, at: end, month: month, day: day))
      }
    }
    // 'March eighteenth'
    if continues(dayIndex), tokens[dayIndex].kind == .word, let (day, end) = dayInWords(dayIndex),
      CivilDate(2024, month, day) != nil
    {
      return withClock(withYear(from: index, at: end, month: month, day: day))
    }
    // 'sept mille'
    if isPercentOrScale(index + 1) { return nil }
    let candidate = withYear(from: index, at: next, month: month, day: nil)
    if candidate.tokens.upperBound == next, case .calendar(nil, _, _) = candidate.meaning {
      if form(index).contains(.inDates) { return nil }
      if form(index).contains(.weak) || form(index).contains(.abbreviation) {
        guard isPreposition(index - 1) || previousIsMonth(index) else { return nil }
      }
      // A name: 'April Ryan' in the middle of a sentence.
      return next > index + 1 ? trimmed(candidate) : candidate
    }
    return candidate
  }

  /// `eighteenth`, `twenty fourth`, `twenty nine`; not `second quarter`, `first time` or `five times`.
  func dayInWords(_ index: Int) -> (day: Int, end: Int)? {
    guard let day = spelledDay(at: index, isOrdinal: false), spelledYear(at: index) == nil || isOrdinal(index) else {
      return nil
    }
    let next = day.end
    guard continues(next), tokens[next].kind == .word, !isPreposition(next), word(next) != .at else { return day }
    // 'january first two thousand', 'march eighteenth nine thirty'
    return smallNumber(at: next) != nil || spelledYear(at: next) != nil ? day : nil
  }

  func isOrdinal(_ index: Int) -> Bool {
    if case .ordinal? = word(index) { return true }
    return false
  }

  func previousIsMonth(_ index: Int) -> Bool {
    guard index >= 2, case .month? = word(index - 2) else { return false }
    return true
  }

  func isPercentOrScale(_ index: Int) -> Bool {
    guard continues(index) else { return false }
    if isMark(index, "%") { return true }
    if case .scale? = numbers.lexicon.match(tokens, at: index)?.word { return true }
    return false
  }
}
