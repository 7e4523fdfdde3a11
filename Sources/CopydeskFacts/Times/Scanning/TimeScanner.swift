import CopydeskText

/// Reads the expressions of time in a document: one pass over the tokens, one table look-up for each.
struct TimeScanner {
  let document: Document
  let text: Text
  let tokens: [Token]
  let lexicon: TimeLexicon
  let numbers: NumberScanner
  /// For each token the entry of the word or phrase that starts there, or −1.
  let entries: [Int16]
  let counts: [UInt8]

  init(_ document: Document) {
    self.document = document
    text = document.text
    tokens = document.tokens
    lexicon = TimeLexicon.table(for: document.language)
    numbers = NumberScanner(document)
    var entries = [Int16](repeating: -1, count: tokens.count)
    var counts = [UInt8](repeating: 1, count: tokens.count)
    for index in tokens.indices where tokens[index].kind == .word {
      guard let match = lexicon.table.longestMatch(tokens, at: index) else { continue }
      let form = lexicon.entries[match.value].form
      let isWritten = !form.contains(.capital) || tokens[index].flags.contains(.capitalised)
      if !isWritten, !Self.isMonthBeforeOrdinal(tokens, at: index, lexicon, match.value) { continue }
      entries[index] = Int16(match.value)
      counts[index] = UInt8(match.count)
    }
    (self.entries, self.counts) = (entries, counts)
  }

  /// Whether a month that wants a capital stands before its day, as in what was heard: `march eighteenth`.
  private static func isMonthBeforeOrdinal(_ tokens: [Token], at index: Int, _ lexicon: TimeLexicon, _ entry: Int)
    -> Bool
  {
    guard case .month = lexicon.entries[entry].word, !lexicon.entries[entry].form.contains(.abbreviation),
      index + 1 < tokens.count, let next = lexicon.table.longestMatch(tokens, at: index + 1),
      case .ordinal(let day) = lexicon.entries[next.value].word
    else { return false }
    return day > 3
  }

  /// The candidates in order; none overlaps another.
  func candidates() -> [TimeCandidate] {
    var found: [TimeCandidate] = []
    var index = 0
    while index < tokens.count {
      if tokens[index].kind == .number, let end = impossibleDate(at: index) {
        index = end
      } else if mayStart(at: index), let candidate = expression(at: index) ?? listedDay(at: index, behind: found.last) {
        let candidate = withEra(candidate)
        index = candidate.tokens.upperBound
        // 'Feb 29, 2015'
        if case .calendar(let year?, let month?, let day?) = candidate.meaning, CivilDate(year, month, day) == nil {
          continue
        }
        found.append(candidate)
        if candidate.rule == "time/listed-day" { Self.takeYear(&found) }
      } else {
        // 'a las' is one word of time.
        index = word(index) == .at ? after(index) : index + 1
      }
    }
    return TimeChain(scanner: self).joined(found)
  }

  /// Gives the days of a list the year that stands behind its last: `June 3, 4 and 5, 2022`.
  private static func takeYear(_ found: inout [TimeCandidate]) {
    var place = found.count - 1
    guard case .calendar(let year?, let month?, _) = found[place].meaning else { return }
    while place > 0, case .calendar(nil, month, let day?) = found[place - 1].meaning {
      place -= 1
      found[place].meaning = .calendar(year: year, month: month, day: day)
      if found[place].rule != "time/listed-day" { break }
    }
  }

  /// Whether an expression may start at the token, as it may not at most words; not even at every `the`.
  private func mayStart(at index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word else { return token.kind != .symbol || numbers.vulgarFraction(at: index) != nil }
    if entries[index] < 0 {
      return token.flags.contains(.hasDigit) || numbers.mayStart(at: index) || mayStartConstruction(at: index)
    }
    switch word(index) {
    case .of?, .at?, .zone?, .universal?, .oClock?, .halfDay?: return numbers.mayStart(at: index)
    case .definite?:
      let next = after(index)
      guard next < tokens.count, tokens[next].kind == .word, entries[next] < 0 else { return true }
      if lexicon[.whole].contains(tokens[next]) { return true }
      return tokens[next].flags.contains(.hasDigit) || numbers.mayStart(at: next)
    default: return true
    }
  }

  // MARK: What stands at a token

  /// The word of time at the token; nil behind a line break, unless it is the first of its expression.
  func word(_ index: Int) -> TimeWord? {
    guard index < tokens.count, entries[index] >= 0 else { return nil }
    return lexicon.entries[Int(entries[index])].word
  }

  func form(_ index: Int) -> TimeWordForm {
    guard index < tokens.count, entries[index] >= 0 else { return [] }
    return lexicon.entries[Int(entries[index])].form
  }

  /// How much of its unit the word at the token says with its article: `un'ora`.
  func elidedAmount(_ index: Int) -> Double? {
    guard index < tokens.count, entries[index] >= 0 else { return nil }
    return lexicon.entries[Int(entries[index])].amount
  }

  /// The token behind the word or phrase at the token.
  func after(_ index: Int) -> Int { index + Int(counts[index]) }

  /// Whether the token goes on in the same line.
  func continues(_ index: Int) -> Bool { index < tokens.count && !tokens[index].flags.contains(.lineStart) }

  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].isMark(mark, in: text)
  }

  func isGlued(_ index: Int) -> Bool { numbers.isGlued(index) }

  /// A hyphen or en dash between two tokens without spaces.
  func isInnerHyphen(_ index: Int) -> Bool {
    index + 1 < tokens.count && isGlued(index) && isGlued(index + 1)
      && (isMark(index, "-") || text.folds(tokens[index].range, to: "–"))
  }

  func plain(_ index: Int) -> Int? {
    continues(index) || index < tokens.count ? DigitParser.plainInteger(tokens[index], in: text) : nil
  }

  func isPreposition(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .word && lexicon[.preposition].contains(tokens[index])
  }

  // MARK: Dispatch

  /// The longest expression that starts at the token.
  func expression(at index: Int) -> TimeCandidate? {
    let built = construction(at: index)
    let scanned = scanned(at: index)
    guard let built else { return scanned }
    return scanned.map { $0.tokens.upperBound > built.tokens.upperBound } == true ? scanned : built
  }

  private func scanned(at index: Int) -> TimeCandidate? {
    switch tokens[index].kind {
    case .number: return numeric(at: index)
    case .symbol: return vulgarDuration(at: index)
    case .punctuation: return apostropheDecade(at: index)
    case .word: break
    }
    if let word = word(index), let candidate = expression(at: index, word) { return candidate }
    if tokens[index].flags.contains(.hasDigit) { return lettered(at: index) }
    guard numbers.mayStart(at: index) else { return nil }
    return spelled(at: index) ?? duration(at: index)
  }

  private func expression(at index: Int, _ word: TimeWord) -> TimeCandidate? {
    let next = after(index)
    if let candidate = postposed(at: index, word) { return candidate }
    switch word {
    case .definite, .indefinite: return determined(at: index, word)
    case .approximate:
      guard continues(next), self.word(next) != .approximate, self.word(next) != .definite,
        let candidate = expression(at: next), candidate.type == .duration || candidate.rule == "time/distance"
      else { return nil }
      return extended(candidate, to: index)
    case .month(let month):
      return monthDate(at: index, month).map { withEdgeBehind($0, at: $0.tokens.upperBound) }
    case .weekday(let weekday): return weekdayDate(at: index, weekday, shift: nil, from: index)
    case .day(let steps): return isInName(index) ? nil : day(from: index, at: next, steps)
    case .dayPart(let steps, let part):
      var candidate = TimeCandidate(index..<next, .time, .offset(.day, steps), rule: "time/day-part")
      candidate.clock = "T" + part
      return withClock(candidate)
    case .shift(let steps): return shifted(from: index, at: next, steps)
    case .edge: return edge(at: index)
    case .season(let season): return seasonDate(at: index, season)
    case .periodEnd(let unit):
      return TimeCandidate(index..<next, .date, .offset(unit, 0), rule: "time/edge", takesDeterminer: true)
    case .set(let value):
      guard !isInName(index) else { return nil }
      let set = TimeCandidate(index..<next, .set, .literal(value), rule: "time/set")
      return value == "P1D" ? withClockOfSet(set, "XXXX-XX-XX") : set
    case .reference(let value):
      guard !isInName(index), isReference(at: index) else { return nil }
      return TimeCandidate(index..<next, .date, .literal(value), rule: "time/reference")
    case .ordinal(let ordinal): return ordinalPeriod(at: index, ordinal) ?? spelled(at: index)
    case .unit(.second): return ordinalPeriod(at: index, 2)
    case .unit where lexicon[.decadePrefix].contains(tokens[index]),
      .units where lexicon[.decadePrefix].contains(tokens[index]):
      return decadeBehind(index) ?? ordinaryUnit(at: index, word)
    case .decadeName(let decade): return namedDecade(at: index, decade)
    case .unit(.quarter) where minutesPast(at: index) != nil:
      var candidate = spelled(at: index)
      candidate?.takesDeterminer = true
      return candidate
    case .unit where elidedAmount(index) != nil: return duration(at: index)
    case .unit(let unit): return unitDate(from: index, unit)
    case .weekdayPart(let weekday, let part):
      var candidate = TimeCandidate(index..<next, .time, .weekday(weekday, shift: nil), rule: "time/day-part")
      candidate.clock = "T" + part
      return candidate
    case .relative(let unit, let steps):
      // 'Tag Heuer'
      return isInName(index) ? nil : TimeCandidate(index..<next, .date, .offset(unit, steps), rule: "time/shifted-unit")
    case .holiday(let holiday): return self.holiday(at: index, holiday, shift: nil, from: index)
    case .units(let unit): return bareUnits(at: index, unit)
    case .clock(let value): return namedClock(at: index, value)
    case .fiscal: return fiscal(at: index)
    case .leadingDistance(let sign): return leadingDistance(at: index, sign)
    case .half: return spelled(at: index)
    case .length(let value): return TimeCandidate(index..<next, .duration, .literal(value), rule: "time/length")
    // These begin constructions of the tables, or nothing.
    case .part, .of, .halfDay, .oClock, .zone, .universal, .at, .latest, .weekdays, .stretch, .distance, .every, .same,
      .yearBefore, .other, .times:
      return nil
    }
  }

  /// Whether `to date` ends its phrase, so that it is none of `up to date` or `equal to date`.
  private func isReference(at index: Int) -> Bool {
    guard lexicon[.closingReference].longestMatch(tokens, at: index) != nil else { return true }
    return numbers.isEndOfPhrase(after(index))
      && !(index > 0 && lexicon[.noReference].contains(tokens[index - 1]))
  }

  private func ordinaryUnit(at index: Int, _ word: TimeWord) -> TimeCandidate? {
    switch word {
    case .unit(let unit): unitDate(from: index, unit)
    case .units(let unit): bareUnits(at: index, unit)
    default: nil
    }
  }

  /// `the nineties`, `devedesetih godina`, `neunziger Jahre`.
  private func namedDecade(at index: Int, _ decade: Int) -> TimeCandidate? {
    var end = after(index)
    if lexicon.ordinalStops {
      switch continues(end) ? self.word(end) : nil {
      case .unit(.year)?, .units(.year)?: end = after(end)
      default:
        // 'sredinom devedesetih'
        var isEdged = false
        if index > 0, case .edge? = self.word(index - 1) { isEdged = true }
        guard isEdged || form(index).contains(.capital) else { return nil }
      }
    } else {
      // 'in his nineties' is an age; 'anni Novanta' is none.
      var isIntroduced = counts[index] > 1
      if index > 0, case .edge? = self.word(index - 1) { isIntroduced = true }
      guard isIntroduced || index > 0 && self.word(index - 1) == .definite, !isFollowedByNoun(end) else { return nil }
    }
    return TimeCandidate(
      index..<end, .date, .decade(decade), rule: "time/decade-name", takesDeterminer: true)
  }

  /// `the 1990s`, `the last week`, `a year`, `a day earlier`.
  private func determined(at index: Int, _ word: TimeWord) -> TimeCandidate? {
    let next = after(index)
    guard continues(next) else { return nil }
    // 'the the the' must not recurse.
    switch self.word(next) {
    case .definite?, .indefinite?, .approximate?: return nil
    default: break
    }
    if word == .indefinite, let candidate = indefiniteUnit(at: index) { return candidate }
    if word == .definite, let candidate = ofTheDay(at: index) { return candidate }
    guard let candidate = expression(at: next), candidate.takesDeterminer || word == .indefinite else {
      return nil
    }
    guard candidate.takesDeterminer else { return nil }
    return extended(candidate, to: index)
  }

  /// Whether a capital makes the word a part of a name: `the Daily Mail`, `USA Today`.
  func isInName(_ index: Int) -> Bool {
    guard tokens[index].flags.contains(.capitalised), !tokens[index].flags.contains(.allCaps) else { return false }
    let next = after(index)
    if continues(next), tokens[next].kind == .word, tokens[next].flags.contains(.capitalised) {
      // 'Yesterday Italian rescuers searched'
      guard tokens[index].flags.contains(.sentenceStart), case .day? = word(index) else { return true }
    }
    return index > 0 && !tokens[index].flags.contains(.sentenceStart) && tokens[index - 1].flags.contains(.capitalised)
  }

  /// Takes `B.C.` behind a year or a century.
  private func withEra(_ candidate: TimeCandidate) -> TimeCandidate {
    let end = candidate.tokens.upperBound
    guard continues(end), let match = lexicon[.beforeChrist].longestMatch(tokens, at: end) else {
      return candidate
    }
    var candidate = candidate
    switch candidate.meaning {
    case .calendar(let year?, nil, nil): candidate.meaning = .literal("BC" + CivilDate.padded(year, 4))
    case .century(let century): candidate.meaning = .literal("BC" + CivilDate.padded(century, 2) + "XX")
    default: return candidate
    }
    candidate.tokens = candidate.tokens.lowerBound..<end + match.count
    return candidate
  }

  func extended(_ candidate: TimeCandidate, to start: Int) -> TimeCandidate {
    var candidate = candidate
    candidate.tokens = start..<candidate.tokens.upperBound
    return candidate
  }
}
