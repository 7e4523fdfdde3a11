import CopydeskText

/// Reads the quantities of a document: one pass over the tokens.
struct QuantityScanner {
  let document: Document
  let text: Text
  let tokens: [Token]
  let numbers: NumberScanner
  let units: UnitTable
  let words: QuantityWords
  /// The times, sorted: what they cover is no quantity, unless it is an amount of time.
  let times: [TimeExpression]
  /// Names of bodies, works and products, sorted, if they were looked for: a number in one is no amount (`60 Minutes`).
  let names: [TextRange]

  private static let namedKinds: Set<EntityType> = [.organization, .work, .product]

  init(_ document: Document) {
    self.document = document
    (text, tokens) = (document.text, document.tokens)
    units = UnitTable.table(for: document.language)
    numbers = NumberScanner(document, units: units)
    words = QuantityWords.table(for: document.language)
    times = document[TimeExtractor.self]
    names = document[EntityExtractor.self].filter { Self.namedKinds.contains($0.type) }.map(\.range)
  }

  /// What stood before the number.
  struct Lead {
    var modifier = QuantityModifier.exactly
    /// The index of the token behind the modifier.
    var end = -1
    /// The index of the token before the modifier.
    var before = -1
  }

  /// The quantities in order; none overlaps another.
  func quantities() -> [Quantity] {
    var found: [Quantity] = []
    var lead = Lead()
    var ageEnd: UInt32?
    var nextTime = 0
    var index = 0
    while index < tokens.count {
      let start = tokens[index].range.start
      while nextTime < times.count, times[nextTime].range.end <= start { nextTime += 1 }
      // Its index, not the time: to copy one costs more than to look at a word.
      let time = nextTime < times.count && times[nextTime].range.start <= start ? nextTime : nil
      if let time, times[time].type == .date || times[time].type == .time, !hasAmount(times[time]) {
        index = max(index + 1, document.tokenIndex(atOrAfter: Int(times[time].range.end)))
        // 'Sept. 20-24', but 'her now-11-month-old son'
        if isDash(index), isGlued(index), isGlued(index + 1), tokens[index + 1].kind == .number, !isDash(index + 2) {
          index += 2
        }
        continue
      }
      if lead.end < index || tokens[index].flags.contains(.lineStart) { lead = Lead(end: -1, before: index - 1) }
      if let match = words.modifierTable.longestMatch(tokens, at: index) {
        if lead.end != index { lead = Lead(end: -1, before: index - 1) }
        lead.modifier = words.modifiers[match.value]
        lead.end = index + match.count
        index = lead.end
        continue
      }
      if lead.end != index { lead = Lead(end: index, before: index - 1) }
      if mayStart(at: index), let (quantity, end) = quantity(at: index, lead, in: time, afterAge: ageEnd) {
        if let quantity, !isInsideName(quantity.range) {
          let last = found.last
          if let both = bounded(quantity, lead, by: last) {
            found[found.count - 1] = both
          } else {
            found.append(related(quantity, lead, to: found))
          }
          ageEnd = quantity.rule == "quantity/age" ? quantity.range.end : nil
        }
        index = max(end, index + 1)
      } else if tokens[index].kind == .punctuation, isMark(index, ":"), isMark(index + 1, "/"), isMark(index + 2, "/") {
        // 'https://example.org/?q=29c%20d'
        repeat { index += 1 } while isGlued(index)
      } else {
        index += 1
      }
    }
    shareCounted(&found)
    return found
  }

  /// Whether all of an amount stands in a name. - Complexity: O(log *n*).
  private func isInsideName(_ range: TextRange) -> Bool {
    guard let index = names.lastIndex(startingAtOrBefore: Int(range.start), by: { Int($0.start) }) else { return false }
    return names[index].end >= range.end
  }

  /// Whether a quantity may start at the token, as most words do not.
  private func mayStart(at index: Int) -> Bool {
    let token = tokens[index]
    if numbers.mayStart(at: index) || units.mayPrecedeNumber(token) { return true }
    return token.kind == .word && (token.flags.contains(.hasDigit) || words.openers.mayStart(with: token))
  }

  /// Whether one end of the amount is a date: `between 2014 and 2017`.
  private func coversDate(_ amount: Amount) -> Bool {
    guard amount.unit?.isTime != true, amount.number.isDigits, amount.tokens.count > 1 else { return false }
    let range = document.range(ofTokens: amount.tokens)
    let index = firstTime(endingBehind: range.start)
    guard index < times.count, times[index].range.overlaps(range) else { return false }
    return (times[index].type == .date || times[index].type == .time) && !hasAmount(times[index])
  }

  /// The index of the first time that ends behind the offset, or the number of times. - Complexity: O(log *n*).
  private func firstTime(endingBehind offset: UInt32) -> Int {
    var (low, high) = (0, times.count)
    while low < high {
      let middle = (low + high) / 2
      if times[middle].range.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the time states an amount of time: `two weeks ago`, `78-day`.
  private func hasAmount(_ time: TimeExpression) -> Bool { time.rule == "time/distance" }

  /// What starts at the token: a quantity, or (nil) something to pass over, such as a score.
  private func quantity(at index: Int, _ lead: Lead, in time: Int?, afterAge: UInt32?)
    -> (Quantity?, end: Int)?
  {
    var start = index
    var isBetween = false
    var hasOpener = false
    if tokens[index].kind == .word, let opener = words.openers.longestMatch(tokens, at: index), continues(index + 1) {
      // 'between 3 and 5 kilometers'
      guard let first = amount(at: afterModifier(index + opener.count)) else { return nil }
      hasOpener = true
      isBetween = opener.value == 1
      start = first.tokens.lowerBound
    }
    guard var amount = amount(at: start) else { return nil }
    let first = amount
    if let passed = passedOver(amount) { return (nil, passed) }
    let isFalling = lead.before >= 0 && lead.before < tokens.count && words.changes.contains(tokens[lead.before])
    if let range = range(from: amount, isBetween: isBetween, hasOpener: hasOpener, isChange: isFalling && !hasOpener) {
      amount = range
      if isBetween { amount.tokens = index..<amount.tokens.upperBound }
    } else if hasOpener {
      return nil
    } else if let either = either(from: amount) ?? tolerant(amount) {
      amount = either
    }
    amount = withWhole(compounded(aged(shared(amount), lead, afterAge: afterAge)), lead)
    if !amount.isRate, !isTold(amount.tokens.upperBound) {
      amount = rated(amount)
      if amount.isRate, amount.low == nil,
        let range = range(from: amount, isBetween: isBetween, hasOpener: hasOpener, isChange: false), range.isRate
      {
        amount = range
      }
    }
    amount = belowZero(amount)
    if coversDate(amount) { return nil }
    return finished(amount, first, lead, in: time)
  }

  /// Whether a date starts at the token: the `a year earlier` behind a price is no rate.
  func isTold(_ index: Int) -> Bool {
    guard index < tokens.count else { return false }
    let start = tokens[index].range.start
    let told = firstTime(endingBehind: start)
    return told < times.count && times[told].range.start <= start && times[told].type == .date
  }

  func afterModifier(_ index: Int) -> Int {
    guard continues(index), let match = words.modifierTable.longestMatch(tokens, at: index) else { return index }
    return index + match.count
  }

  /// Puts together what is stated, or nil if it is no quantity after all.
  private func finished(_ amount: Amount, _ first: Amount, _ lead: Lead, in time: Int?)
    -> (Quantity?, end: Int)
  {
    var next = amount.tokens.upperBound
    var modifier = lead.modifier
    let number = amount.number
    if words.isSparse, !isSure(amount) { return (nil, next) }
    if number.isApproximate, modifier == .exactly { modifier = .about }
    var end = amount.tokens.upperBound
    if modifier == .exactly, let (after, taken) = trailingModifier(end) {
      modifier = after
      if amount.unit == nil { end = taken }
    }
    // 'bajó un 3,5 % hasta 1.250 euros' reaches them.
    if modifier == .atMost, numbers.lexicon.decimalComma, lead.before > 0, isMark(lead.before, "%") {
      modifier = .exactly
    }
    if let time, amount.unit?.isTime != true, times[time].type != .duration, times[time].type != .set {
      return (nil, next)
    }
    if let unit = amount.unit, unit.isTime, modifier == .more, isSpan(lead) { modifier = .exactly }
    var counted: String?
    if amount.unit == nil {
      let noun = amount.counted ?? countedTokens(after: end, amount)
      counted = noun.map { text[document.range(ofTokens: $0)] }
      guard words.isSparse || isAccepted(amount, first, lead, noun) else { return (nil, next) }
      // The numbers in '27,000 Model 3 sedans' are names.
      if amount.counted == nil, let noun, let number = noun.last(where: { tokens[$0].kind == .number }) {
        next = number + 1
      }
    } else if number.isOne, amount.unit?.isTime == true, !isGlued(amount.tokens.lowerBound + 1),
      isDeterminer(lead.before)
    {
      return (nil, next)
    }
    let isRange = amount.low != nil && amount.high != nil
    let value = isRange ? nil : number.isVague ? nil : number.value
    var (low, high) = (amount.low, amount.high)
    if !isRange {
      switch modifier {
      case .more, .atLeast: low = value
      case .less, .atMost: high = value
      case .exactly, .about: break
      }
    }
    let isFraction = amount.unit == nil && number.isFraction
    var rule = amount.rule
    if amount.unit == nil, counted != nil { rule = "quantity/counted" }
    if isFraction { rule = "quantity/fraction" }
    if amount.low != nil, !number.isApproximate { rule = "quantity/range" }
    RuleNote.enter(rule)
    let quantity = Quantity(
      range: document.range(ofTokens: amount.tokens), value: value, low: low, high: high,
      unit: amount.unit?.symbol ?? (isFraction ? "1" : nil),
      dimension: amount.unit?.dimension ?? (isFraction ? "ratio" : "count"), modifier: modifier, counted: counted,
      confidence: RuleConfidence.ofQuantity(rule), rule: rule)
    return (quantity, next)
  }

  /// `over five years` says for how long, `for over two years` how long at least.
  private func isSpan(_ lead: Lead) -> Bool {
    lead.end >= 1 && words.spans.contains(tokens[lead.end - 1]) && lead.before >= 0
      && !words.beforeSpans.contains(tokens[lead.before])
  }

  /// `or more`, `or so`, `or less`, `+`.
  private func trailingModifier(_ index: Int) -> (QuantityModifier, end: Int)? {
    let index = afterEnding(index)
    guard continues(index) else { return nil }
    // '100'den fazla kişi', '5 tondan az'
    if let place = words.trailing[tokens[index]], isAblative(index - 1) { return (words.modifiers[place], index + 1) }
    if tokens[index].isMark("+", in: text), isGlued(index) { return (.atLeast, index + 1) }
    guard continues(index + 1), words.or.contains(tokens[index]) else { return nil }
    return words.behindOr[tokens[index + 1]].map { (words.modifiers[$0], index + 2) }
  }

  /// The token behind a case ending that an apostrophe glues to digits: `15'i`, `100’den`.
  func afterEnding(_ index: Int) -> Int {
    guard words.hasCaseEndings, continues(index), isGlued(index), tokens[index].kind == .word else { return index }
    let range = tokens[index].range
    let isCurly = text.folds(TextRange(Int(range.start), min(Int(range.start) + 3, Int(range.end))), to: "’")
    return isCurly || text.bytes[Int(range.start)] == UInt8(ascii: "'") ? index + 1 : index
  }

  /// Whether the word ends as an ablative: `tondan`, `100'den`.
  private func isAblative(_ index: Int) -> Bool { words.ablatives.matchEnd(of: tokens[index].range, in: text) }

  // MARK: Neighbours

  func continues(_ index: Int) -> Bool { index < tokens.count && !tokens[index].flags.contains(.lineStart) }

  func isGlued(_ index: Int) -> Bool { numbers.isGlued(index) }

  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].isMark(mark, in: text)
  }

  func isDash(_ index: Int) -> Bool {
    tokens.indices.contains(index)
      && (isMark(index, "-") || text.folds(tokens[index].range, to: "–") || text.folds(tokens[index].range, to: "—"))
  }

  func isDeterminer(_ index: Int) -> Bool {
    index >= 0 && index < tokens.count && words.determiners.contains(tokens[index])
  }
}
