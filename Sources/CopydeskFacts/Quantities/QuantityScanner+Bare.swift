import CopydeskText

/// Whether a number without a unit is a quantity at all.
extension QuantityScanner {
  /// Whether a number without a unit is a quantity.
  func isAccepted(_ amount: Amount, _ first: Amount, _ lead: Lead, _ counted: Range<Int>?) -> Bool {
    let number = amount.number
    if number.isVague { return number.scale > 1 }
    let previous = lead.before
    if number.isOne {
      guard let counted, !words.oneIsArticle, !isPronoun(amount, counted) else { return false }
      if previous >= 0, numbers.lexicon.labels.spelled.contains(tokens[previous]) { return false }
      if previous >= 0, isDeterminer(previous) || words.counted.beforePronoun.contains(tokens[previous]) {
        return false
      }
      return !(isDash(amount.tokens.upperBound) && isGlued(amount.tokens.upperBound))
    }
    if number.isFraction { return isAcceptedFraction(amount, lead) }
    if number.low != nil, let base = number.low, base < 12 || base == 20 { return counted != nil }
    guard number.isDigits else {
      // 'a category one hurricane', 'Kick Six'
      if previous >= 0, tokens[previous].kind == .word, lead.modifier == .exactly, amount.tokens.count == 1 {
        if numbers.lexicon.labels.spelled.contains(tokens[previous]) { return false }
        if tokens[amount.tokens.lowerBound].flags.contains(.capitalised), tokens[previous].flags.contains(.capitalised)
        {
          return false
        }
      }
      return number.value != 0 || counted != nil || isZero(amount, lead)
    }
    // What digits of another script count is said in a language that has no tables here.
    if text.bytes[Int(tokens[amount.tokens.lowerBound].range.start)] >= 0x80,
      tokens[amount.tokens.lowerBound].kind == .number
    {
      return false
    }
    if number.isPlain, amount.low == nil, lead.modifier == .exactly, previous >= 0,
      !tokens[first.tokens.lowerBound].flags.contains(.lineStart)
    {
      let token = tokens[previous]
      if token.kind == .word,
        numbers.lexicon.labels.table.contains(token) && (token.flags.contains(.capitalised) || counted == nil)
          || numbers.lexicon.labels.always.contains(token)
      {
        return false
      }
      // 'iPhone 11', 'Planet 9': the name of a thing; but 'In March 150 patients' begins anew.
      if !isTold(previous), words.nouns == .plural || counted == nil, token.kind == .word,
        token.flags.contains(.capitalised) || token.flags.contains(.innerCapital),
        !token.flags.contains(.sentenceStart), number.integerDigits <= 4
      {
        return false
      }
      if isMark(previous, "#") || isMark(previous, "&") { return false }
      // 'No. 2'
      if isMark(previous, "."), isGlued(previous), previous > 0, tokens[previous - 1].flags.contains(.capitalised),
        numbers.lexicon.labels.table.contains(tokens[previous - 1])
      {
        return false
      }
      // 'by 2140'
      if counted == nil, number.integerDigits == 4, let year = number.value, (1800..<2200).contains(year),
        words.beforeYears.contains(token)
      {
        return false
      }
      // 'PMID: 15195237', 'ISBN: 9780…'
      if isMark(previous, ":"), number.integerDigits >= 5, counted == nil, previous > 0,
        tokens[previous - 1].flags.contains(.allCaps)
      {
        return false
      }
      // A list number: '1. Item', '(2)'.
      if isMark(previous, "("), isMark(amount.tokens.upperBound, ")"), number.integerDigits <= 2 { return false }
      // A note: '[16]'.
      if isMark(previous, "["), isMark(amount.tokens.upperBound, "]") { return false }
    }
    // 'the 787 Dreamliner'
    let next = amount.tokens.upperBound
    if number.isPlain, counted == nil, amount.low == nil, lead.modifier == .exactly, number.integerDigits <= 3,
      continues(next), tokens[next].kind == .word, tokens[next].flags.contains(.capitalised)
    {
      return false
    }
    if isModel(amount, lead, counted) { return false }
    // 'Firefox 3.5 is out'
    if number.integerDigits <= 2, number.scale == 1, amount.tokens.count == 1, amount.low == nil, counted == nil,
      lead.modifier == .exactly, previous >= 0, tokens[previous].kind == .word,
      tokens[previous].flags.contains(.capitalised), !tokens[previous].flags.contains(.sentenceStart)
    {
      return false
    }
    if number.isPlain, tokens[first.tokens.lowerBound].flags.contains(.lineStart), isMark(amount.tokens.upperBound, ".")
    {
      return false
    }
    return true
  }

  /// `One suspects it`, `one thinks`: what looks like a plural is a verb.
  private func isPronoun(_ amount: Amount, _ counted: Range<Int>) -> Bool {
    let last = counted.upperBound - 1
    guard counted.lowerBound == amount.tokens.upperBound, numbers.lexicon.nouns.isPlural(tokens[last], in: text),
      !numbers.lexicon.nouns.irregular.contains(tokens[last])
    else { return false }
    let next = last + 1
    return !continues(next) || tokens[next].kind != .word || tokens[next].flags.contains(.capitalised)
      || words.stops.contains(tokens[next])
  }

  /// Whether zero is an amount: `fell to zero`, not `net zero`.
  private func isZero(_ amount: Amount, _ lead: Lead) -> Bool {
    let (start, end) = (amount.tokens.lowerBound, amount.tokens.upperBound)
    let isLine = tokens[start].flags.contains(.lineStart)
    guard isLine || !tokens[start].flags.contains(.capitalised) else { return false }
    guard lead.before < 0 || isLine || words.stops.contains(tokens[lead.before]) else { return false }
    return numbers.isEndOfPhrase(end) && !isMark(end, "-") || words.stops.contains(tokens[end])
  }

  /// `a 737 replacement`, `Poor's 500 index`: the number of a model or of an index.
  private func isModel(_ amount: Amount, _ lead: Lead, _ counted: Range<Int>?) -> Bool {
    let number = amount.number
    guard number.isPlain, number.integerDigits >= 3, amount.low == nil, lead.modifier == .exactly, lead.before > 0,
      words.nouns == .plural,
      counted.map({ numbers.lexicon.nouns.isPlural(tokens[$0.upperBound - 1], in: text) }) != true
    else { return false }
    if words.indefinite.contains(tokens[lead.before]) { return true }
    // 'the older 757 on the route'
    if counted == nil, isAdjective(tokens[lead.before]), isDeterminer(lead.before - 1) { return true }
    let next = amount.tokens.upperBound
    return (isDeterminer(lead.before) || isPossessive(tokens[lead.before])) && continues(next)
      && tokens[next].kind == .word && !words.stops.contains(tokens[next])
  }

  private func isAcceptedFraction(_ amount: Amount, _ lead: Lead) -> Bool {
    let end = amount.tokens.upperBound
    // 'critics in all quarters'
    if amount.tokens.count == 1, !amount.number.isDigits, amount.number.value != 0.5, lead.before >= 0,
      numbers.lexicon.nouns.isPlural(tokens[amount.tokens.lowerBound], in: text), words.nouns == .plural
    {
      return false
    }
    guard amount.number.value == 0.5, amount.tokens.count == 1, !amount.number.isDigits else { return true }
    if isDash(end), isGlued(end) { return false }
    if isGlued(amount.tokens.lowerBound), isDash(amount.tokens.lowerBound - 1) { return false }
    if lead.modifier != .exactly { return true }
    if lead.before >= 0, isDeterminer(lead.before) || words.counted.beforeHalf.contains(tokens[lead.before]) {
      return false
    }
    return continues(end) && (words.of.contains(tokens[end]) || words.determiners.contains(tokens[end]))
  }
}
