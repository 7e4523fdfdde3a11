import CopydeskText

/// Periods told by their place: `last week`, `early 2011`, `the third quarter of 2022`, `spring 1999`.
extension TimeScanner {
  /// Behind `last`, `this` or `next`: a unit, a weekday, a month, a season, a part of the day.
  func shifted(from start: Int, at index: Int, _ steps: Int) -> TimeCandidate? {
    guard continues(index) else { return nil }
    switch word(index) {
    case .unit(let unit)?: return shiftedUnit(from: start, at: index, unit, steps)
    case .weekday(let weekday)?: return weekdayDate(at: index, weekday, shift: steps, from: start)
    case .month(let month)? where tokens[index].flags.contains(.capitalised) || lexicon.dayFirst:
      let next = after(index)
      if continues(next), year(next) != nil || plain(next) != nil { return nil }
      return TimeCandidate(start..<next, .date, .shiftedMonth(month, steps), rule: "time/month")
    case .season(let season)?:
      return TimeCandidate(
        start..<after(index), .date, .season(season, year: nil, shift: steps), rule: "time/season",
        takesDeterminer: true)
    case .part(let part)?:
      // 'last night' is that of the day before, 'this morning' of the day itself.
      var candidate = TimeCandidate(start..<after(index), .time, .offset(.day, steps), rule: "time/day-part")
      candidate.clock = "T" + part
      return candidate
    case .fiscal?:
      let next = after(index)
      guard continues(next), case .unit(let unit)? = word(next) else { return nil }
      return shiftedUnit(from: start, at: next, unit, steps)
    case .half?, .ordinal?: return nil
    case .stretch(let direction)? where steps == 0: return stretch(from: start, at: after(index), direction)
    default: return stretch(from: start, at: index, steps, isShift: true)
    }
  }

  private func shiftedUnit(from start: Int, at index: Int, _ unit: TimeUnit, _ steps: Int) -> TimeCandidate? {
    switch unit {
    case .second, .minute, .hour: return nil
    case .decade where steps != 0:
      // Ten years from then on, not a decade of the calendar.
      return TimeCandidate(
        start..<after(index), .duration, .literal("P1DE"), rule: "time/stretch", takesDeterminer: true)
    case .day:
      // 'the last day' is the last of some, 'the previous day' the one before.
      guard steps >= 0 || !text.folds(tokens[index - 1].range, to: "last") else { return nil }
      if steps != 0 {
        return TimeCandidate(
          start..<after(index), .date, .offset(.day, steps), rule: "time/shifted-unit", takesDeterminer: true)
      }
      return TimeCandidate(start..<after(index), .date, .offset(.day, 0), rule: "time/shifted-unit")
    default:
      let candidate = TimeCandidate(
        start..<after(index), .date, .offset(unit, steps), rule: "time/shifted-unit", takesDeterminer: true)
      return unit == .year ? candidate : withPart(candidate)
    }
  }

  /// `that day`, `the same year`.
  func same(from start: Int, at index: Int) -> TimeCandidate? {
    guard continues(index), case .unit(let unit)? = word(index) else { return nil }
    switch unit {
    case .day, .week, .month, .year:
      return TimeCandidate(start..<after(index), .date, .same(unit), rule: "time/same", confidence: 0.6)
    default: return nil
    }
  }

  /// Behind `past`, `coming`, or `last` with a number: the stretch up to now or from now on, which is a duration.
  func stretch(from start: Int, at index: Int, _ steps: Int, isShift: Bool = false) -> TimeCandidate? {
    guard continues(index) else { return nil }
    if let duration = numberedDuration(at: index) {
      guard duration.isPlainDuration else { return nil }
      return TimeCandidate(
        start..<duration.end, .duration, .literal(duration.value), rule: "time/stretch", takesDeterminer: true)
    }
    switch word(index) {
    // 'this past Sunday', 'the coming weekend'
    case .weekday(let weekday)? where !isShift: return weekdayDate(at: index, weekday, shift: steps, from: start)
    case .unit(.weekend)? where !isShift: return shiftedUnit(from: start, at: index, .weekend, steps)
    case .unit(let unit)? where !isShift:
      let (prefix, suffix) = unit.letters
      return TimeCandidate(
        start..<after(index), .duration, .literal("\(prefix)1\(suffix)"), rule: "time/stretch", takesDeterminer: true)
    case .units(let unit)?:
      let (prefix, suffix) = unit.letters
      return TimeCandidate(
        start..<after(index), .duration, .literal("\(prefix)X\(suffix)"), rule: "time/stretch", takesDeterminer: true)
    default: return nil
    }
  }

  /// `early 2011`, `mid-2023`, `late last year`, `the end of September`, `the late 1990s`, `early this week`.
  func edge(at index: Int) -> TimeCandidate? {
    var next = after(index)
    var hasOf = false
    if isInnerHyphen(next) { next += 1 }
    if continues(next), word(next) == .of {
      next = after(next)
      hasOf = true
    }
    if hasOf, continues(next), word(next) == .definite {
      let unitIndex = after(next)
      if continues(unitIndex), case .unit(let unit)? = word(unitIndex), unit.rawValue >= TimeUnit.week.rawValue {
        return TimeCandidate(
          index..<after(unitIndex), .date, .offset(unit, 0), rule: "time/edge", takesDeterminer: true)
      }
      next = unitIndex
    }
    guard continues(next), hasOf || !form(index).contains(.weak) else { return nil }
    let inner: TimeCandidate?
    switch word(next) {
    case .part(let part)? where !hasOf && !isInnerHyphen(after(index)):
      // 'late afternoon', 'early morning'
      inner = TimeCandidate(next..<after(next), .time, .offset(.day, 0), rule: "time/edge", confidence: 0.6)
        .with(clock: "T" + part)
    case .month(let month)?: inner = monthDate(at: next, month) ?? monthAlone(at: next, month)
    case .unit(let unit)? where hasOf && unit.rawValue >= TimeUnit.week.rawValue:
      inner = TimeCandidate(next..<after(next), .date, .offset(unit, 0), rule: "time/edge")
    case .definite?, .indefinite?, .approximate?, .unit?, .units?, .edge?, .set?, .reference?: inner = nil
    case .distance?: inner = nil
    default: inner = expression(at: next)
    }
    guard var candidate = inner, candidate.type == .date || candidate.type == .time else { return nil }
    if case .calendar(_, _, .some) = candidate.meaning, hasOf { return nil }
    candidate = extended(candidate, to: index)
    candidate.rule = "time/edge"
    candidate.takesDeterminer = true
    return candidate
  }

  private func monthAlone(at index: Int, _ month: Int) -> TimeCandidate {
    TimeCandidate(index..<after(index), .date, .calendar(year: nil, month: month, day: nil), rule: "time/month")
  }

  /// `earlier this year`, `later this week`.
  func early(at index: Int) -> TimeCandidate? {
    let next = after(index)
    guard continues(next) else { return nil }
    switch word(next) {
    case .shift(let steps)?:
      guard let candidate = shifted(from: index, at: after(next), steps), candidate.type == .date else { return nil }
      return candidate
    case .day(let steps)?: return day(from: index, at: after(next), steps)
    default:
      // 'earlier in the day', 'later in the week'
      guard isPreposition(next), continues(next + 1), word(next + 1) == .definite, continues(next + 2),
        case .unit(let unit)? = word(next + 2), unit.rawValue >= TimeUnit.day.rawValue
      else { return nil }
      return TimeCandidate(index..<after(next + 2), .date, .offset(unit, 0), rule: "time/edge", confidence: 0.7)
    }
  }

  /// `the weekend`; other units need a number or an article.
  func unitDate(from start: Int, _ unit: TimeUnit) -> TimeCandidate? {
    let next = after(start)
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
      start..<after(start), .date, .weekend, rule: "time/weekend", confidence: 0.8, takesDeterminer: true)
  }

  /// `spring 2023`, `the spring of 1999`, `in winter`.
  func seasonDate(at index: Int, _ season: String) -> TimeCandidate? {
    var next = after(index)
    if continues(next), word(next) == .of { next += 1 }
    if continues(next), let year = year(next) {
      return TimeCandidate(
        index..<next + 1, .date, .season(season, year: year, shift: nil), rule: "time/season", takesDeterminer: true)
    }
    if next > after(index), continues(next), case .shift(let steps)? = word(next) {
      let unit = after(next)
      if continues(unit), word(unit) == .unit(.year) {
        return TimeCandidate(
          index..<after(unit), .date, .season(season, year: nil, shift: steps), rule: "time/season",
          takesDeterminer: true)
      }
    }
    let hasArticle = index > 0 && word(index - 1) == .definite
    guard isPreposition(hasArticle ? index - 2 : index - 1), !form(index).contains(.weak) else { return nil }
    return TimeCandidate(
      index..<after(index), .date, .season(season, year: nil, shift: nil), rule: "time/season", confidence: 0.7,
      takesDeterminer: true)
  }

  /// `third quarter of 2022`, `first half of the year`, `twentieth century`, and the same behind `3rd`.
  func ordinalPeriod(at index: Int, _ ordinal: Int) -> TimeCandidate? {
    let next = after(index)
    if isInnerHyphen(next) { return ordinalUnit(from: index, at: next + 1, ordinal) }
    return ordinalUnit(from: index, at: next, ordinal)
  }

  /// `20th century`, `3rd quarter`.
  func ordinalDigits(at index: Int) -> TimeCandidate? {
    guard let ordinal = plain(index), let suffix = ordinalSuffix(index + 1) else { return nil }
    return ordinalUnit(from: index, at: index + 1 + suffix, ordinal)
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
    case .unit(.quarter)? where (1...4).contains(ordinal):
      return withYearOfPart(from: start, at: next, "Q\(ordinal)", needsYear: false)
    case .half? where ordinal <= 2: return withYearOfPart(from: start, at: next, "H\(ordinal)", needsYear: true)
    case .unit(.century)? where (2...21).contains(ordinal):
      return TimeCandidate(
        start..<next, .date, .century(ordinal - 1), rule: "time/century", takesDeterminer: true)
    default: return nil
    }
  }

  /// Takes `of 2022`, `2022`, `of last year`, `of the year` behind a quarter or half.
  private func withYearOfPart(from start: Int, at index: Int, _ part: String, needsYear: Bool) -> TimeCandidate? {
    var next = index
    if continues(next), word(next) == .of { next += 1 }
    if continues(next), let year = year(next) {
      return TimeCandidate(
        start..<next + 1, .date, .part(part, year: year, yearShift: nil), rule: "time/quarter", takesDeterminer: true)
    }
    if next > index, continues(next) {
      var shift: Int?
      if case .shift(let steps)? = word(next) { shift = steps }
      if word(next) == .definite { shift = 0 }
      let unit = after(next)
      if let shift, continues(unit), word(unit) == .unit(.year) {
        return TimeCandidate(
          start..<after(unit), .date, .part(part, year: nil, yearShift: shift), rule: "time/quarter",
          takesDeterminer: true)
      }
    }
    if needsYear { return nil }
    return TimeCandidate(
      start..<index, .date, .part(part, year: nil, yearShift: nil), rule: "time/quarter", confidence: 0.7,
      takesDeterminer: true)
  }

  /// `Q3 2023`, `H1`, `FY2024`, `1Q`.
  func lettered(at index: Int) -> TimeCandidate? {
    let range = tokens[index].range
    let bytes = text.folded
    let first = bytes[Int(range.start)]
    let digit = bytes[Int(range.end) - 1]
    if range.count == 2, first == UInt8(ascii: "q") || first == UInt8(ascii: "h"),
      tokens[index].flags.contains(.capitalised), digit >= UInt8(ascii: "1"), digit <= UInt8(ascii: "4")
    {
      let part = (first == UInt8(ascii: "q") ? "Q" : "H") + String(digit - UInt8(ascii: "0"))
      guard first == UInt8(ascii: "q") || digit <= UInt8(ascii: "2") else { return nil }
      return withYearOfPart(from: index, at: index + 1, part, needsYear: first == UInt8(ascii: "h"))
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

  /// `fiscal 2023`, `fiscal year 2023`.
  func fiscal(at index: Int) -> TimeCandidate? {
    var next = after(index)
    if continues(next), word(next) == .unit(.year) { next += 1 }
    guard continues(next), let year = year(next) else { return nil }
    return TimeCandidate(index..<next + 1, .date, .literal("FY\(year)"), rule: "time/fiscal-year")
  }
}
