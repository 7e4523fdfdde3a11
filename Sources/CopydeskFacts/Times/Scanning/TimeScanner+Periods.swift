import CopydeskText

/// Periods told by their place: `last week`, `early 2011`, `the third quarter of 2022`, `spring 1999`.
extension TimeScanner {
  /// Behind `last`, `this` or `next`: a unit, a weekday, a month, a season, a part of the day.
  func shifted(from start: Int, at index: Int, _ steps: Int) -> TimeCandidate? {
    guard continues(index) else { return nil }
    switch word(index) {
    case .unit(let unit)?: return shiftedUnit(from: start, at: index, unit, steps)
    case .holiday(let holiday)?: return self.holiday(at: index, holiday, shift: steps, from: start)
    case .weekday(let weekday)?: return weekdayDate(at: index, weekday, shift: steps, from: start)
    case .month(let month)? where tokens[index].flags.contains(.capitalised) || lexicon.dayFirst:
      let next = after(index)
      // 'last Aug. 14'
      if steps < 0, let date = monthDate(at: index, month), case .calendar(nil, _, .some) = date.meaning {
        return extended(date, to: start)
      }
      if continues(next), year(next) != nil || plain(next) != nil { return nil }
      return TimeCandidate(start..<next, .date, .shiftedMonth(month, steps), rule: "time/month")
    case nil where lexicon[.kindOfYear].contains(tokens[index]):
      // 'this calendar year', 'this working week'
      let next = after(index)
      guard continues(next), case .unit(let unit)? = word(next), unit == .year || unit == .week else { return nil }
      return shiftedUnit(from: start, at: next, unit, steps)
    case .fiscal?:
      let next = after(index)
      guard continues(next), case .unit(let unit)? = word(next) else { return nil }
      return shiftedUnit(from: start, at: next, unit, steps)
    default: return nil
    }
  }

  private func shiftedUnit(from start: Int, at index: Int, _ unit: TimeUnit, _ steps: Int) -> TimeCandidate? {
    switch unit {
    case .second, .minute, .hour:
      // 'at the last minute' is no minute.
      guard unit != .second, steps > 0 || unit == .hour else { return nil }
      return TimeCandidate(
        start..<after(index), .time, .instant(unit, steps), rule: "time/instant",
        takesDeterminer: true)
    case .decade where steps != 0:
      // Ten years from then on, not a decade of the calendar.
      return TimeCandidate(
        start..<after(index), .duration, .literal("P1DE"), rule: "time/stretch", takesDeterminer: true)
    case .day:
      // 'the last day' is the last of some, 'the previous day' the one before.
      guard steps >= 0 || !lexicon[.lastOfMany].contains(tokens[index - 1]) else { return nil }
      if steps != 0 {
        let candidate = TimeCandidate(
          start..<after(index), .date, .offset(.day, steps), rule: "time/shifted-unit", takesDeterminer: true)
        return following(candidate, steps)
      }
      return TimeCandidate(start..<after(index), .date, .offset(.day, 0), rule: "time/shifted-unit")
    default:
      if unit == .week, let day = weekdayBehind(from: start, at: after(index), steps) { return day }
      let candidate = following(
        TimeCandidate(
          start..<after(index), .date, .offset(unit, steps * unit.factor), rule: "time/shifted-unit",
          takesDeterminer: true), steps)
      return unit == .year ? candidate : withPart(candidate)
    }
  }

  /// Lets `the following year`, `the previous day` and `the next day` count from the date told before them.
  private func following(_ candidate: TimeCandidate, _ steps: Int) -> TimeCandidate {
    let start = candidate.tokens.lowerBound
    let isNextDay = steps > 0 && candidate.meaning.isDay && start > 0 && word(start - 1) == .definite
    guard isNextDay || lexicon[.sequel].contains(tokens[start]) else { return candidate }
    var candidate = candidate
    candidate.countsFromText = true
    candidate.reach = steps > 0 ? 2 : 0
    return candidate
  }

  /// `next week Tuesday`, `this week on Monday at 9 am`, `last week - Monday`.
  private func weekdayBehind(from start: Int, at index: Int, _ weeks: Int) -> TimeCandidate? {
    guard !lexicon.postposes, !lexicon.namesUnits else { return nil }
    var next = index
    if isMark(next, "-") || continues(next) && lexicon[.on].contains(tokens[next]) { next += 1 }
    guard continues(next), case .weekday(let weekday)? = word(next) else { return nil }
    var end = after(next)
    if form(next).contains(.abbreviation), isMark(end, "."), isGlued(end) { end += 1 }
    return withPart(
      TimeCandidate(
        start..<end, .date, .within(.weekday(weekday, shift: nil), .offset(.week, weeks)), rule: "time/weekday"))
  }

  /// `first week`, `third Friday`: of what, the chain tells.
  private func nth(_ range: Range<Int>, _ count: Int, _ unit: TimeUnit, weekday: Int? = nil) -> TimeCandidate {
    var candidate = TimeCandidate(
      range, .date, .nth(count, unit, weekday: weekday, of: .offset(.year, 0)), rule: "time/nth", takesDeterminer: true)
    candidate.isPart = true
    return candidate
  }

  /// `week 31`, `week 27 of last year`.
  func numberedWeek(at index: Int) -> TimeCandidate? {
    let next = after(index)
    guard word(index) == .unit(.week), !tokens[index].flags.contains(.capitalised) || lexicon.ordinalStops,
      continues(next), let week = plain(next), (1...53).contains(week), tokens[next].range.count <= 2,
      index == 0 || tokens[index - 1].kind != .number, !isMark(next + 1, "-")
    else { return nil }
    return TimeCandidate(
      index..<next + 1, .date, .nth(week, .week, weekday: nil, of: .offset(.year, 0)), rule: "time/week-number",
      takesDeterminer: true)
  }

  /// `early 2011`, `mid-2023`, `late last year`, `the end of September`, `the late 1990s`, `early this week`.
  func edge(at index: Int) -> TimeCandidate? {
    var next = after(index)
    var hasOf = false
    if isInnerHyphen(next) { next += 1 }
    if continues(next), word(next) == .of {
      next = after(next)
      hasOf = true
    } else if lexicon.ordinalStops, continues(next), word(next) == .definite {
      hasOf = true  // 'Ende des Jahres'
    } else if continues(next), form(next).contains(.elided) {
      hasOf = true  // 'fine dell’anno'
    }
    if hasOf, continues(next), word(next) == .definite {
      var unitIndex = after(next)
      // 'the beginning of the financial year'
      if continues(unitIndex), word(unitIndex) == .fiscal { unitIndex = after(unitIndex) }
      if continues(unitIndex), case .unit(let unit)? = word(unitIndex), unit.rawValue >= TimeUnit.week.rawValue {
        // 'fin de la semaine dernière'
        if let whole = postposed(at: unitIndex, .unit(unit)) { return edged(whole, from: index) }
        var candidate = TimeCandidate(
          index..<after(unitIndex), .date, .offset(unit, 0), rule: "time/edge", takesDeterminer: true)
        candidate.isOfAnyDay = true
        return candidate
      }
      next = unitIndex
    }
    guard continues(next), hasOf || !form(index).contains(.weak) else { return nil }
    let inner: TimeCandidate?
    switch word(next) {
    case .part(let part)? where !hasOf && !isInnerHyphen(after(index)):
      // 'late afternoon', 'early morning'
      inner = TimeCandidate(next..<after(next), .time, .offset(.day, 0), rule: "time/edge")
        .with(clock: "T" + part)
    case .month(let month)?: inner = monthDate(at: next, month) ?? monthAlone(at: next, month)
    case .unit(let unit)? where hasOf && unit.rawValue >= TimeUnit.week.rawValue:
      inner =
        postposed(at: next, .unit(unit))
        ?? TimeCandidate(next..<after(next), .date, .offset(unit, 0), rule: "time/edge")
    case .unit(.year)? where year(after(next)) != nil: inner = unitDate(from: next, .year)
    case .units? where lexicon[.decadePrefix].contains(tokens[next]): inner = decadeBehind(next)
    case .definite?, .indefinite?, .approximate?, .unit?, .units?, .edge?, .set?, .reference?, .distance?: inner = nil
    default: inner = expression(at: next)
    }
    guard let candidate = inner, candidate.type == .date || candidate.type == .time else { return nil }
    if case .calendar(_, _, .some) = candidate.meaning, hasOf { return nil }
    return edged(candidate, from: index)
  }

  private func edged(_ candidate: TimeCandidate, from start: Int) -> TimeCandidate {
    var candidate = extended(candidate, to: start)
    candidate.rule = "time/edge"
    candidate.takesDeterminer = true
    return candidate
  }

  private func monthAlone(at index: Int, _ month: Int) -> TimeCandidate {
    TimeCandidate(index..<after(index), .date, .calendar(year: nil, month: month, day: nil), rule: "time/month")
  }

  /// `the weekend`; other units need a number or an article.
  func unitDate(from start: Int, _ unit: TimeUnit) -> TimeCandidate? {
    let next = after(start)
    if unit == .week { return numberedWeek(at: start) }
    // 'viti 2025', 'the year 2000'
    if unit == .year, !lexicon.namesUnits, continues(next), let year = year(next), (1700...2100).contains(year) {
      return TimeCandidate(
        start..<next + 1, .date, .calendar(year: year, month: nil, day: nil), rule: "time/year", takesDeterminer: true)
    }
    // 'godinu dana ranije'
    if lexicon.namesUnits, continues(next), case .distance? = word(next) {
      return distance(
        from: start, NumberedDuration(value: "", amount: 1, unit: unit, end: next, isPlainDuration: true))
    }
    guard unit == .weekend else { return nil }
    return TimeCandidate(
      start..<after(start), .date, .weekend, rule: "time/weekend", takesDeterminer: true)
  }

  /// `spring 2023`, `the spring of 1999`, `in winter`.
  func seasonDate(at index: Int, _ season: String) -> TimeCandidate? {
    let hasArticle = index > 0 && word(index - 1) == .definite
    // 'winter is coming', 'a summer sale'; a name is 'Summer Walker' or 'the Winter Palace'.
    let isCommon =
      !tokens[index].flags.contains(.capitalised) && !lexicon.postposes && !lexicon.namesUnits && !lexicon.ordinalStops
    // 'their Autumn meetings'
    let isOwned =
      index > 0 && isDeterminer(index - 1) && continues(after(index)) && tokens[after(index)].kind == .word
      && !tokens[after(index)].flags.contains(.capitalised)
    let isIntroduced = isPreposition(hasArticle ? index - 2 : index - 1) || form(index).contains(.elided)
    var candidate = TimeCandidate(
      index..<after(index), .date, .season(season, year: nil, shift: nil), rule: "time/season", takesDeterminer: true)
    // 'Spring 2023' needs its year.
    candidate.isPart = !(isCommon || isOwned || isIntroduced) || form(index).contains(.weak)
    return candidate
  }

  /// `third quarter of 2022`, `first half of the year`, `twentieth century`, and the same behind `3rd`.
  func ordinalPeriod(at index: Int, _ ordinal: Int) -> TimeCandidate? {
    let next = after(index)
    if isInnerHyphen(next) {
      var candidate = ordinalUnit(from: index, at: next + 1, ordinal)
      // 'a second-quarter loss'
      if let end = candidate?.tokens.upperBound, isFollowedByNoun(end) { candidate?.takesDeterminer = false }
      return candidate
    }
    return ordinalUnit(from: index, at: next, ordinal)
  }

  /// `20th century`, `3rd quarter`.
  func ordinalDigits(at index: Int) -> TimeCandidate? {
    guard let ordinal = plain(index), let suffix = ordinalSuffix(index + 1) else { return nil }
    if let set = everyMonth(on: ordinal, from: index, at: index + 1 + suffix) { return set }
    return ordinalUnit(from: index, at: index + 1 + suffix, ordinal)
  }

  /// `the 19th of every month`
  private func everyMonth(on day: Int, from start: Int, at index: Int) -> TimeCandidate? {
    guard (1...31).contains(day), continues(index), word(index) == .of, continues(after(index)),
      word(after(index)) == .every, continues(after(after(index))), word(after(after(index))) == .unit(.month)
    else { return nil }
    return TimeCandidate(
      start..<after(after(after(index))), .set, .literal("XXXX-XX-\(CivilDate.padded(day, 2))"), rule: "time/every",
      takesDeterminer: true)
  }

  private func ordinalUnit(from start: Int, at index: Int, _ ordinal: Int) -> TimeCandidate? {
    guard continues(index) else { return nil }
    let next = after(index)
    switch word(index) {
    case .of? where continues(next):
      // 'the fourth of July 1995'
      guard case .month(let month)? = word(next), CivilDate(2024, month, ordinal) != nil, !lexicon.ordinalStops,
        tokens[start].kind == .word, tokens[next].flags.contains(.capitalised) || !form(next).contains(.capital)
      else { return nil }
      var candidate = withYear(from: start, at: next + 1, month: month, day: ordinal)
      candidate.takesDeterminer = true
      return withClock(candidate)
    case .weekday(let weekday)? where ordinal <= 5 && !lexicon.ordinalStops:
      // 'the first Monday of next month'
      return nth(start..<next, ordinal, .day, weekday: weekday)
    case .unit(let unit)?
    where unit == .week || unit == .month || unit == .weekend || unit == .day && !lexicon.dayFirst:
      return nth(start..<next, ordinal, unit)
    case .unit(.quarter)? where (1...4).contains(ordinal):
      return partOfYear(start..<next, "Q\(ordinal)")
    case .half? where ordinal <= 2: return partOfYear(start..<next, "H\(ordinal)")
    case .unit(.century)? where (2...21).contains(ordinal):
      return TimeCandidate(
        start..<next, .date, .century(ordinal - 1), rule: "time/century", takesDeterminer: true)
    default: return nil
    }
  }

  /// A quarter or a half of a year; a half is none without its year.
  func partOfYear(_ range: Range<Int>, _ part: String) -> TimeCandidate {
    var candidate = TimeCandidate(
      range, .date, .part(part, year: nil, yearShift: nil), rule: "time/quarter", takesDeterminer: true)
    candidate.isPart = part.hasPrefix("H")
    return candidate
  }

  /// `Q3 2023`, `H1`, `FY2024`, `1Q`.
  func lettered(at index: Int) -> TimeCandidate? {
    let range = tokens[index].range
    let bytes = text.folded
    let first = bytes[Int(range.start)]
    let digit = bytes[Int(range.end) - 1]
    if let candidate = gluedMonth(at: index) { return candidate }
    if range.count == 2, first == UInt8(ascii: "q") || first == UInt8(ascii: "h"),
      tokens[index].flags.contains(.capitalised), digit >= UInt8(ascii: "1"), digit <= UInt8(ascii: "4")
    {
      let part = (first == UInt8(ascii: "q") ? "Q" : "H") + String(digit - UInt8(ascii: "0"))
      guard first == UInt8(ascii: "q") || digit <= UInt8(ascii: "2") else { return nil }
      return partOfYear(index..<index + 1, part)
    }
    if first == UInt8(ascii: "f"), range.count == 6 || range.count == 4,
      bytes[Int(range.start) + 1] == UInt8(ascii: "y")
    {
      var year = 0
      for offset in Int(range.start) + 2..<Int(range.end) {
        guard bytes[offset] >= UInt8(ascii: "0"), bytes[offset] <= UInt8(ascii: "9") else { return nil }
        year = year * 10 + Int(bytes[offset] - UInt8(ascii: "0"))
      }
      return TimeCandidate(
        index..<index + 1, .date, .literal("FY\(year < 100 ? 2000 + year : year)"), rule: "time/fiscal-year")
    }
    return nil
  }

  /// `Dec31, 1994`: a month and its day without a space.
  private func gluedMonth(at index: Int) -> TimeCandidate? {
    let range = tokens[index].range
    guard range.count >= 4, range.count <= 11 else { return nil }
    var split = Int(range.start)
    while split < Int(range.end), text.bytes[split] > UInt8(ascii: "9") { split += 1 }
    var day = 0
    for offset in split..<Int(range.end) {
      guard text.bytes[offset] >= UInt8(ascii: "0"), text.bytes[offset] <= UInt8(ascii: "9") else { return nil }
      day = day * 10 + Int(text.bytes[offset] - UInt8(ascii: "0"))
    }
    guard split - Int(range.start) >= 3, Int(range.end) - split <= 2 else { return nil }
    let letters = Text(validUTF8: Array(text.bytes[Int(range.start)..<split]))
    guard let match = lexicon.table.longestMatch(Tokenizer.tokens(of: letters), at: 0),
      case .month(let month) = lexicon.entries[match.value].word, CivilDate(2024, month, day) != nil
    else { return nil }
    return withYear(from: index, at: index + 1, month: month, day: day)
  }

  /// `fiscal 2023`, `fiscal year 2023`.
  func fiscal(at index: Int) -> TimeCandidate? {
    var next = after(index)
    if continues(next), word(next) == .unit(.year) { next += 1 }
    guard continues(next), let year = year(next) else { return nil }
    return TimeCandidate(index..<next + 1, .date, .literal("FY\(year)"), rule: "time/fiscal-year")
  }
}
