import CopydeskText

/// Lengths without a number: `a year`, `for years`, `vor Jahren`; clock times of sets.
extension TimeScanner {
  /// `a year`, `a day earlier`, `a decade ago`; not the `a day` of `300 barrels a day`.
  func indefiniteUnit(at index: Int) -> TimeCandidate? {
    var next = after(index)
    if continues(next), word(next) == nil, numbers.lexicon.beforeTimeUnits.contains(tokens[next]) { next += 1 }
    guard continues(next), case .unit(let unit)? = word(next), unit != .second, unit != .season, unit != .quarter,
      unit != .weekend
    else { return nil }
    let (prefix, suffix) = unit.letters
    let value = unit == .decade ? "P10Y" : unit == .century ? "P100Y" : "\(prefix)\(unit.factor)\(suffix)"
    let end = after(next)
    if isInnerHyphen(end) { return nil }
    let duration = compounded(
      NumberedDuration(value: value, amount: 1, unit: unit, end: end, isPlainDuration: true))
    if let distant = distance(from: index, duration) { return distant }
    guard !isRate(index) else { return nil }
    return lengthOrDate(from: index, duration)
  }

  /// Whether `a day` says how often: behind a number, a price, a noun in the plural or `once`.
  func isRate(_ index: Int) -> Bool {
    guard index > 0, !tokens[index].flags.contains(.lineStart) else { return false }
    let previous = tokens[index - 1]
    switch previous.kind {
    case .number, .symbol: return true
    case .punctuation: return isMark(index - 1, "%")
    case .word:
      if word(index - 1) == .times { return true }
      if isPreposition(index - 1) { return false }
      if numbers.lexicon.match(tokens, at: index - 1) != nil { return true }
      return numbers.lexicon.nouns.isPlural(previous, in: text)
    }
  }

  /// `days before`, `for years`, `in recent months`.
  func bareUnits(at index: Int, _ unit: TimeUnit) -> TimeCandidate? {
    // The title 'After Hours'
    if tokens[index].flags.contains(.capitalised), !tokens[index].flags.contains(.sentenceStart) { return nil }
    let end = after(index)
    let (prefix, suffix) = unit.letters
    let duration = NumberedDuration(
      value: "\(prefix)X\(suffix)", amount: nil, unit: unit, end: end, isPlainDuration: true)
    if let distant = distance(from: index, duration) { return distant }
    // 'the highest level in years'
    let isSpan = index > 0 && lexicon[.ahead].contains(tokens[index - 1]) && numbers.isEndOfPhrase(end)
    let isMeasured = isSpan || continues(end) && lexicon[.durationFollower].contains(tokens[end])
    guard index > 0, isMeasured || lexicon[.durationLeader].contains(tokens[index - 1]) else {
      if index > 0, lexicon[.recent].contains(tokens[index - 1]), unit.rawValue > TimeUnit.hour.rawValue {
        return TimeCandidate(index - 1..<end, .date, .literal("PAST_REF"), rule: "time/recent")
      }
      return nil
    }
    return TimeCandidate(index..<end, .duration, .literal(duration.value), rule: "time/bare-units")
  }

  /// `vor zwei Tagen`, `il y a deux jours`, `pre dva dana`; `in zwei Wochen`, `za dva dana`.
  func leadingDistance(at index: Int, _ sign: Int) -> TimeCandidate? {
    let next = after(index)
    guard continues(next) else { return nil }
    if let duration = numberedDuration(at: next), duration.isPlainDuration, let amount = duration.amount {
      return distance(index..<duration.end, duration.unit, amount, sign)
    }
    if case .unit(let unit)? = word(next), sign < 0 { return distance(index..<after(next), unit, 1, sign) }
    return nil
  }

  /// Takes the clock time of a set: `every Monday at 4pm`, `Thursdays at 17.30`.
  func withClockOfSet(_ set: TimeCandidate, _ day: String) -> TimeCandidate {
    var next = set.tokens.upperBound
    let isAsked = continues(next) && word(next) == .at
    if isAsked { next = after(next) }
    guard continues(next), let clock = clockValue(at: next, isAsked: isAsked) else { return set }
    var candidate = set
    candidate.tokens = set.tokens.lowerBound..<clock.end
    candidate.meaning = .literal(day + clock.value)
    return candidate
  }
}
