import CopydeskText

/// Reads constructions that the tables of the language tell.
extension TimeScanner {
  /// What the slots of a rule were filled with.
  private struct Filling {
    var end: Int
    var unit: TimeUnit?
    var steps: Int?
    var ordinal: Int?
    var number: Number?
    var year: Int?
    var weekday: Int?
    var month: Int?
    var part = ""
    var season = ""
    var inner: TimeMeaning?
    var amount: NumberedDuration?
  }

  /// The longest construction that begins at a word of a key; of two the first in the files.
  func construction(at index: Int) -> TimeCandidate? {
    var best: TimeCandidate?
    var opening = Opening()
    func take(_ rules: [TimeRule]) {
      for rule in rules {
        guard let found = match(rule, at: index, &opening) else { continue }
        if found.tokens.upperBound > best?.tokens.upperBound ?? 0 { best = found }
      }
    }
    let rules = lexicon.rules
    if entries[index] >= 0 { take(rules.byKey[lexicon.entries[Int(entries[index])].key.place]) }
    if tokens[index].kind == .number || numbers.mayStart(at: index) { take(rules.byNumber) }
    if isRoman(index) { take(rules.byRoman) }
    if rules.listStarts.contains(tokens[index]) { take(rules.byList) }
    return best
  }

  /// What several rules ask for at the same first word, read once.
  private struct Opening {
    var number: Number??
    var amount: NumberedDuration??
  }

  /// Whether a rule may begin at a word without an entry.
  func mayStartConstruction(at index: Int) -> Bool {
    lexicon.rules.listStarts.contains(tokens[index]) || isRoman(index)
  }

  private func match(_ rule: TimeRule, at start: Int, _ opening: inout Opening) -> TimeCandidate? {
    if let second = rule.second {
      let next = after(start)
      guard next < tokens.count, entries[next] >= 0, second.contains(lexicon.entries[Int(entries[next])].key) else {
        return nil
      }
    }
    if let before = rule.before, start == 0 || !lexicon[before].contains(tokens[start - 1]) { return nil }
    var filling = Filling(end: start)
    var end = start
    for element in rule.elements {
      if fill(element.slot, &filling, from: start, &opening) {
        if !element.isBeside { end = filling.end }
      } else if !element.isOptional {
        return nil
      }
    }
    guard let meaning = meaning(rule.meaning, filling) else { return nil }
    var candidate = TimeCandidate(
      start..<end, rule.type, meaning, rule: rule.id, takesDeterminer: rule.flags.contains(.determiner))
    candidate.isPart = rule.flags.contains(.part)
    if rule.flags.contains(.told) || rule.flags.contains(.toldBefore) {
      candidate.countsFromText = true
      candidate.reach = rule.flags.contains(.toldBefore) ? 2 : 0
    }
    if !rule.clock.isEmpty { candidate.clock = filled(rule.clock, filling) ?? "" }
    if rule.flags.contains(.partOfDay) { return withPart(candidate) }
    if rule.flags.contains(.setClock), case .literal(let value) = meaning {
      return withClockOfSet(candidate, value == "P1D" ? "XXXX-XX-XX" : value)
    }
    return rule.flags.contains(.clock) ? withClock(candidate) : candidate
  }

  // MARK: Slots

  private func fill(
    _ slot: TimeRule.Slot, _ filling: inout Filling, from start: Int, _ opening: inout Opening
  ) -> Bool {
    let index = filling.end
    let isFirst = index == start
    switch slot {
    case .end: return numbers.isEndOfPhrase(index)
    case .noNoun: return !isFollowedByNoun(index) && !isInnerHyphen(index)
    case .noOf: return !continues(index) || word(index) != .of
    default: break
    }
    guard index < tokens.count, isFirst || continues(index) else { return false }
    switch slot {
    case .word(let keys, let values):
      guard entries[index] >= 0 else { return false }
      let entry = lexicon.entries[Int(entries[index])]
      guard keys.contains(entry.key), values.isEmpty || values.contains(entry.value) else { return false }
      note(entry.word, &filling)
      filling.end = after(index)
    case .list(let key):
      guard let match = lexicon[key].longestMatch(tokens, at: index) else { return false }
      filling.end = index + match.count
    case .number:
      let known = isFirst ? opening.number : nil
      let read = known ?? numbers.number(at: index)
      if isFirst { opening.number = .some(read) }
      guard let number = read, number.value != nil || number.isVague else { return false }
      (filling.number, filling.end) = (number, number.tokens.upperBound)
    case .amount, .amounts:
      let known = isFirst ? opening.amount : nil
      let read = known ?? numberedDuration(at: index)
      if isFirst { opening.amount = .some(read) }
      guard let amount = read, amount.isPlainDuration else { return false }
      if case .amounts = slot {
        guard case .units? = word(amount.end - 1) else { return false }
      }
      (filling.amount, filling.unit, filling.end) = (amount, amount.unit, amount.end)
    case .year:
      guard let year = year(index) else { return false }
      (filling.year, filling.end) = (year, index + 1)
    case .spelledYear:
      guard let spelled = spelledYear(at: index), (1000...2100).contains(spelled.year) else { return false }
      (filling.year, filling.end) = (spelled.year, spelled.end)
    case .roman:
      guard let value = roman(index) else { return false }
      (filling.ordinal, filling.end) = (value, index + 1)
    case .day:
      guard let day = dayToCountFrom(at: index), day.clock.isEmpty, day.meaning.grain == .day else { return false }
      (filling.inner, filling.end) = (day.meaning, day.tokens.upperBound)
    case .hyphen:
      guard isInnerHyphen(index) else { return false }
      filling.end = index + 1
    case .end, .noNoun, .noOf: break
    }
    return true
  }

  private func note(_ word: TimeWord, _ filling: inout Filling) {
    switch word {
    case .unit(let unit), .units(let unit): filling.unit = unit
    case .shift(let steps), .stretch(let steps), .distance(let steps), .day(let steps), .leadingDistance(let steps):
      filling.steps = steps
    case .dayPart(let steps, let part): (filling.steps, filling.part) = (steps, part)
    case .ordinal(let ordinal): filling.ordinal = ordinal
    case .weekday(let weekday), .weekdays(let weekday): filling.weekday = weekday
    case .month(let month): filling.month = month
    case .part(let part): filling.part = part
    case .season(let season): filling.season = season
    default: break
    }
  }

  /// Whether a word looks like a Roman numeral.
  private func isRoman(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, token.flags.contains(.capitalised), token.range.count <= 6 else { return false }
    switch text.bytes[Int(token.range.start)] {
    case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"): return true
    default: return false
    }
  }

  /// `XIX`, `XIXe`
  private func roman(_ index: Int) -> Int? {
    guard isRoman(index) else { return nil }
    var (value, last) = (0, 0)
    let bytes = text.bytes[tokens[index].range.indices]
    for (place, byte) in bytes.enumerated() {
      let digit: Int
      switch byte {
      case UInt8(ascii: "I"): digit = 1
      case UInt8(ascii: "V"): digit = 5
      case UInt8(ascii: "X"): digit = 10
      case UInt8(ascii: "e") where place > 0 && place >= bytes.count - 3: return value
      default: return nil
      }
      value += last > 0 && digit > last ? digit - 2 * last : digit
      last = digit
    }
    return value
  }

  // MARK: Meanings

  private func value(_ argument: TimeRule.Argument, _ filling: Filling) -> Int? {
    switch argument {
    case .number(let number): return number
    case .unit: return nil
    case .filled(let register):
      switch register {
      case .steps: return filling.steps
      case .ordinal: return filling.ordinal
      case .number: return filling.number?.value.map { Int($0) }
      case .year: return filling.year
      case .weekday: return filling.weekday
      case .month: return filling.month
      case .amount:
        guard let amount = filling.amount?.amount, amount == amount.rounded(), amount < 100_000 else { return nil }
        return Int(amount)
      case .unit, .inner: return nil
      }
    }
  }

  private func unit(_ argument: TimeRule.Argument, _ filling: Filling) -> TimeUnit? {
    switch argument {
    case .unit(let unit): unit
    case .filled(.unit): filling.unit
    default: nil
    }
  }

  private func meaning(_ meaning: TimeRule.Meaning, _ filling: Filling) -> TimeMeaning? {
    switch meaning {
    case .offset(let unit, let steps):
      guard let unit = self.unit(unit, filling), let steps = value(steps, filling) else { return nil }
      return .offset(unit, steps * unit.factor)
    case .same(let unit): return self.unit(unit, filling).map { .same($0) }
    case .told: return .same(nil)
    case .period(let unit): return self.unit(unit, filling).map { .thePeriod($0) }
    case .nth(let count, let unit, let whole):
      guard let count = value(count, filling), let whole = self.meaning(whole, filling) else { return nil }
      if let weekday = filling.weekday { return .nth(count, .day, weekday: weekday, of: whole) }
      return self.unit(unit, filling).map { .nth(count, $0, weekday: nil, of: whole) }
    case .shifted(let unit, let steps):
      guard let inner = filling.inner, let unit = self.unit(unit, filling), let sign = value(steps, filling) else {
        return nil
      }
      let count = filling.amount == nil ? 1 : value(.filled(.amount), filling)
      return count.map { .shifted(inner, unit, $0 * sign) }
    case .weekday(let shift): return filling.weekday.map { .weekday($0, shift: value(shift, filling)) }
    case .month(let shift):
      guard let month = filling.month, let shift = value(shift, filling) else { return nil }
      return .shiftedMonth(month, shift)
    case .season(let shift): return .season(filling.season, year: nil, shift: value(shift, filling))
    case .part(let letter, let year):
      let number = filling.ordinal ?? filling.number?.value.map { Int($0) } ?? 0
      guard (1...(letter == "H" ? 2 : 4)).contains(number) else { return nil }
      return .part("\(letter)\(number)", year: year.flatMap { value($0, filling) }, yearShift: nil)
    case .century(let number): return value(number, filling).flatMap { (1...21).contains($0) ? .century($0 - 1) : nil }
    case .calendar(let year): return value(year, filling).map { .calendar(year: $0, month: nil, day: nil) }
    case .weekend: return .weekend
    case .yearBefore: return .yearBefore
    case .value(let pattern): return filled(pattern, filling).map { .literal($0) }
    }
  }

  /// A value with what was read in place of `{…}`; nil where that was not read.
  private func filled(_ pattern: String, _ filling: Filling) -> String? {
    guard pattern.utf8.contains(UInt8(ascii: "{")) else { return pattern }
    var result = ""
    for (place, piece) in pattern.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      guard place > 0 else { result += piece; continue }
      let parts = piece.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let name = TimeRule.Piece(rawValue: String(parts[0])),
        let value = written(name, filling)
      else { return nil }
      result += value + parts[1]
    }
    return result
  }

  private func written(_ piece: TimeRule.Piece, _ filling: Filling) -> String? {
    switch piece {
    case .part: return filling.part
    case .season: return filling.season
    case .weekday: return filling.weekday.map { String($0) }
    case .month: return filling.month.map { CivilDate.padded($0, 2) }
    case .year: return filling.year.map { CivilDate.padded($0, 4) }
    case .digits: return filling.number?.value.map { CivilDate.padded(Int($0), 4) }
    case .amount: return filling.amount?.value
    case .half: return filling.unit.map { "\($0.letters.prefix)0.5\($0.letters.suffix)" }
    case .one: return filling.unit.map { Self.length($0, 1) }
    case .two: return filling.unit.map { Self.length($0, 2) }
    case .many: return filling.unit.map { Self.length($0, nil) }
    case .number:
      guard let unit = filling.unit, let number = filling.number?.value else { return nil }
      return unit.letters.prefix + Self.written(number * Double(unit.factor)) + unit.letters.suffix
    }
  }

  /// `P3M`; nil for how many is `PXM`.
  static func length(_ unit: TimeUnit, _ count: Int?) -> String {
    let (prefix, suffix) = unit.letters
    return "\(prefix)\(count.map { String($0 * unit.factor) } ?? "X")\(suffix)"
  }
}
