import CopydeskText

/// Durations, distances from now and sets: `78 days`, `two weeks ago`, `every Monday`.
extension TimeScanner {
  /// A number and its unit of time.
  struct NumberedDuration {
    var value: String
    var amount: Double?
    var unit: TimeUnit
    var end: Int
    /// Neither `78-day` nor `34-year-old`.
    var isPlainDuration: Bool
  }

  /// `78 days`, `78-day`, `several years`, `two weeks ago`, `three times a week`.
  func duration(at index: Int) -> TimeCandidate? {
    guard let duration = numberedDuration(at: index) else {
      if let number = numbers.number(at: index), number.tokens.upperBound < tokens.count,
        continues(number.tokens.upperBound), word(number.tokens.upperBound) == .times, number.scale == 1
      {
        return timesPerUnit(from: index, at: after(number.tokens.upperBound))
      }
      return nil
    }
    if duration.isPlainDuration, let distant = distance(from: index, duration) { return distant }
    var candidate = TimeCandidate(index..<duration.end, .duration, .literal(duration.value), rule: "time/duration")
    if duration.isPlainDuration { candidate.ahead = ahead(at: index, duration) }
    return candidate
  }

  /// The date that a duration behind `in` would mean.
  private func ahead(at index: Int, _ duration: NumberedDuration) -> TimeMeaning? {
    guard index > 0, lexicon.ahead.contains(tokens[index - 1]), let amount = duration.amount,
      (TimeUnit.day.rawValue...TimeUnit.month.rawValue).contains(duration.unit.rawValue)
    else { return nil }
    // 'It has doubled in five years': years are mostly a length.
    return distance(index..<duration.end, duration.unit, amount, 1)?.meaning
  }

  func numberedDuration(at index: Int) -> NumberedDuration? {
    guard index < tokens.count, let number = numbers.number(at: index) else { return nil }
    var next = number.tokens.upperBound
    if number.isFraction, number.value != 0.5 { return nil }
    if let value = number.value, value < 0 { return nil }
    // '2023 godine' is a year.
    if number.isPlain, number.integerDigits == 4, let value = number.value, value >= 1500, value < 2100 { return nil }
    var isHyphened = false
    if isInnerHyphen(next) {
      next += 1
      isHyphened = true
    }
    if number.isVague || number.low != nil, continues(next), word(next) == .of { next += 1 }
    // 'two full years', 'three more days'
    if !isHyphened, continues(next), word(next) == nil, DurationFillers.table.contains(tokens[next]) { next += 1 }
    guard continues(next) else { return nil }
    let unit: TimeUnit
    switch word(next) {
    case .unit(let single)?:
      // 'a 20 year lease'
      let isModifier =
        number.isDigits && single.rawValue > TimeUnit.second.rawValue && continues(after(next))
        && tokens[after(next)].kind == .word && word(after(next)) == nil && !isPreposition(after(next))
      guard
        isHyphened || isModifier || number.value == 1 || isGlued(next) || lexicon.dayFirst || number.isFraction
          || number.value != number.value?.rounded()
      else {
        return nil
      }
      if single == .second && (number.isVague || !isHyphened && !lexicon.dayFirst) { return nil }
      unit = single
    case .units(let several)?: unit = several
    default: return nil
    }
    let (prefix, suffix) = unit.letters
    var amount = "X"
    if let value = number.value, !number.isVague {
      amount = value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : value.description
    }
    var end = after(next)
    // '34-year-old', '34 years old'
    var isAge = false
    if isInnerHyphen(end), text.folds(tokens[end + 1].range, to: "old") || text.folds(tokens[end + 1].range, to: "olds")
    {
      (end, isAge) = (end + 2, true)
    } else if continues(end), text.folds(tokens[end].range, to: "old") {
      (end, isAge) = (end + 1, true)
    }
    return NumberedDuration(
      value: prefix + amount + suffix, amount: number.isVague ? nil : number.value, unit: unit, end: end,
      isPlainDuration: !isHyphened && !isAge)
  }

  /// Takes `ago`, `earlier`, `later` behind a duration; `a month earlier than` is none.
  func distance(from start: Int, _ duration: NumberedDuration) -> TimeCandidate? {
    guard continues(duration.end), case .distance(let sign)? = word(duration.end) else { return nil }
    let next = after(duration.end)
    if continues(next), text.folds(tokens[next].range, to: "than") { return nil }
    guard let amount = duration.amount else {
      let isPast = sign < 0
      return TimeCandidate(
        start..<next, .date, .literal(isPast ? "PAST_REF" : "FUTURE_REF"), rule: "time/distance", confidence: 0.6)
    }
    var candidate = distance(start..<next, duration.unit, amount, sign)
    candidate?.countsFromText = lexicon.narrative.contains(tokens[duration.end])
    return candidate
  }

  /// The day, month or year that lies an amount of a unit away; weeks are told by the day.
  private func distance(_ range: Range<Int>, _ unit: TimeUnit, _ amount: Double, _ sign: Int) -> TimeCandidate? {
    guard abs(amount) < 100_000 else { return nil }
    let steps = Int(amount.rounded()) * sign
    let meaning: TimeMeaning
    switch unit {
    case .second, .minute, .hour:
      return TimeCandidate(range, .time, .offset(.hour, steps), rule: "time/distance", confidence: 0.6)
    case .day: meaning = .offset(.day, steps)
    case .week: meaning = .offset(.day, Int((amount * 7).rounded()) * sign)
    case .weekend: meaning = .offset(.weekend, steps)
    case .month: meaning = .offset(.month, steps)
    case .quarter: meaning = .offset(.quarter, steps)
    case .season, .year: meaning = .offset(.year, steps)
    case .decade: meaning = .offset(.year, 10 * steps)
    case .century: meaning = .offset(.year, 100 * steps)
    }
    return TimeCandidate(range, .date, meaning, rule: "time/distance")
  }

  /// `a year`, `a day earlier`, `a decade ago`; not the `a day` of `300 barrels a day`.
  func indefiniteUnit(at index: Int) -> TimeCandidate? {
    var next = after(index)
    if continues(next), word(next) == nil, DurationFillers.table.contains(tokens[next]) { next += 1 }
    guard continues(next), case .unit(let unit)? = word(next), unit != .second, unit != .season, unit != .quarter,
      unit != .weekend
    else { return nil }
    let (prefix, suffix) = unit.letters
    let value = unit == .decade ? "P10Y" : unit == .century ? "P100Y" : "\(prefix)1\(suffix)"
    let end = after(next)
    if isInnerHyphen(end) { return nil }
    let duration = NumberedDuration(value: value, amount: 1, unit: unit, end: end, isPlainDuration: true)
    if let distant = distance(from: index, duration) { return distant }
    guard !isRate(index) else { return nil }
    var candidate = TimeCandidate(
      index..<end, .duration, .literal(value), rule: "time/duration", confidence: 0.7)
    candidate.ahead = ahead(at: index, duration)
    return candidate
  }

  /// Whether `a day` says how often: behind a number, a price, a noun in the plural or `once`.
  private func isRate(_ index: Int) -> Bool {
    guard index > 0, !tokens[index].flags.contains(.lineStart) else { return false }
    let previous = tokens[index - 1]
    switch previous.kind {
    case .number, .symbol: return true
    case .punctuation: return isMark(index - 1, "%")
    case .word:
      if word(index - 1) == .times { return true }
      if isPreposition(index - 1) { return false }
      if numbers.lexicon.match(tokens, at: index - 1) != nil { return true }
      return PluralNouns.isPlural(previous, in: text)
    }
  }

  /// `days before`, `for years`, `in recent months`.
  func bareUnits(at index: Int, _ unit: TimeUnit) -> TimeCandidate? {
    let end = after(index)
    let (prefix, suffix) = unit.letters
    let duration = NumberedDuration(
      value: "\(prefix)X\(suffix)", amount: nil, unit: unit, end: end, isPlainDuration: true)
    if let distant = distance(from: index, duration) { return distant }
    let isMeasured = continues(end) && DurationFillers.followers.contains(tokens[end])
    guard index > 0, isMeasured || DurationFillers.leaders.contains(tokens[index - 1]) else {
      if index > 0, DurationFillers.recent.contains(tokens[index - 1]), unit.rawValue > TimeUnit.hour.rawValue {
        return TimeCandidate(index - 1..<end, .date, .literal("PAST_REF"), rule: "time/recent", confidence: 0.6)
      }
      return nil
    }
    return TimeCandidate(index..<end, .duration, .literal(duration.value), rule: "time/bare-units", confidence: 0.6)
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

  // MARK: Sets

  /// `every Monday`, `every two years`, `each day`, `every morning`.
  func every(at index: Int) -> TimeCandidate? {
    let next = after(index)
    guard continues(next) else { return nil }
    func set(_ value: String, _ end: Int) -> TimeCandidate {
      TimeCandidate(index..<end, .set, .literal(value), rule: "time/every")
    }
    switch word(next) {
    case .weekday(let weekday)?: return set("XXXX-WXX-\(weekday)", after(next))
    case .unit(let unit)? where unit != .second:
      let (prefix, suffix) = unit.letters
      return set("\(prefix)1\(suffix)", after(next))
    case .part(let part)?: return set("XXXX-XX-XXT\(part)", after(next))
    case .month(let month)?: return set("XXXX-\(CivilDate.padded(month, 2))", after(next))
    case .season(let season)?: return set("XXXX-\(season)", after(next))
    default:
      guard let duration = numberedDuration(at: next), duration.isPlainDuration else { return nil }
      return set(duration.value, duration.end)
    }
  }

  /// `twice a week`, `three times a year`, `once every two years`.
  func timesPerUnit(from start: Int, at index: Int) -> TimeCandidate? {
    guard continues(index) else { return nil }
    if word(index) == .every { return every(at: index).map { extended($0, to: start) } }
    guard word(index) == .indefinite || text.folds(tokens[index].range, to: "per") else { return nil }
    let next = after(index)
    guard continues(next), case .unit(let unit)? = word(next) else { return nil }
    let (prefix, suffix) = unit.letters
    return TimeCandidate(start..<after(next), .set, .literal("\(prefix)1\(suffix)"), rule: "time/times-per-unit")
  }
}

/// Words that make a unit of time a duration.
enum DurationFillers {
  /// Between the number and the unit: `two full years`.
  static let table = PhraseTable(
    words: "full more consecutive straight whole long additional further entire previous successive extra short")
  /// Before a bare plural: `for years`.
  static let leaders = PhraseTable(words: "for within after over many take takes took taking last lasted lasting")
  /// Behind it: `days after`.
  static let followers = PhraseTable(words: "before after")
  static let recent = PhraseTable(words: "recent")
}
