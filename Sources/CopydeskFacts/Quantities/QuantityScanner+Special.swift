import CopydeskText

/// Amounts whose unit is not right behind them: shared, fused or only meant.
extension QuantityScanner {
  /// Takes the unit of the next amount in a list: `eight or nine euros`, `7 and 8 inches`.
  func shared(_ amount: Amount) -> Amount {
    let next = amount.tokens.upperBound
    if let listed = suspended(amount) { return listed }
    guard amount.unit == nil, amount.low == nil, !amount.number.isFraction, continues(next) else { return amount }
    // '90 million of the 400 million kroner'
    if amount.number.scale >= 1000, words.of.contains(tokens[next]), isDeterminer(next + 1), continues(next + 2),
      let whole = self.amount(at: afterModifier(next + 2)), whole.number.scale >= 1000, let unit = whole.unit
    {
      var amount = amount
      (amount.unit, amount.rule) = (unit, "quantity/shared-unit")
      return amount
    }
    guard amount.number.scale == 1, words.and.contains(tokens[next]) || words.or.contains(tokens[next]),
      let second = self.amount(at: next + 1), let unit = second.unit,
      !second.isPrefixed || unit.isMoney && amount.number.isPlain && !words.and.contains(tokens[next]),
      second.number.isDigits == amount.number.isDigits, unit.symbol != "%" || second.number.isDigits
    else { return amount }
    var amount = amount
    amount.unit = unit
    amount.rule = "quantity/shared-unit"
    return amount
  }

  /// Takes the unit of the last of a list with hyphens: `a 7- or 8-inch screen`, `two-, three- and four-day trips`.
  private func suspended(_ amount: Amount) -> Amount? {
    var next = amount.tokens.upperBound
    let first = next
    guard amount.unit == nil, amount.low == nil else { return nil }
    for _ in 0..<5 {
      guard isDash(next), isGlued(next), continues(next + 1) else { return nil }
      next += 1
      if isGlued(next), !isMark(next, ",") { return nil }
      if isMark(next, ",") { next += 1 }
      if continues(next), words.and.contains(tokens[next]) || words.or.contains(tokens[next]) { next += 1 }
      guard continues(next), let item = self.amount(at: next), item.low == nil, !item.isPrefixed else { return nil }
      if let unit = item.unit {
        var amount = amount
        (amount.unit, amount.rule) = (unit, "quantity/shared-unit")
        return amount
      }
      // 'four-, five- and six-cylinder engines' count cylinders.
      if isDash(item.tokens.upperBound), isGlued(item.tokens.upperBound), next > first,
        let noun = countedTokens(after: item.tokens.upperBound, item)
      {
        var amount = amount
        amount.counted = noun
        return amount
      }
      next = item.tokens.upperBound
    }
    return nil
  }

  /// What a quantity takes over from the one before it.
  func related(_ quantity: Quantity, _ lead: Lead, to found: [Quantity]) -> Quantity {
    guard let last = found.last, lead.before > 0 else { return quantity }
    var quantity = quantity
    let before = tokens[lead.before]
    let isNext = lead.before > 0 && tokens[lead.before - 1].range.end == last.range.end
    // 'more than 100 kilometres (60 miles)': the same bound in another unit.
    if isNext, quantity.modifier == .exactly, last.modifier != .exactly, quantity.value != nil, last.value != nil,
      quantity.unit != nil, last.unit != nil, quantity.dimension == last.dimension,
      isMark(lead.before, "(") || isMark(lead.before, "/")
    {
      quantity.modifier = last.modifier
      if last.low != nil { quantity.low = quantity.value }
      if last.high != nil { quantity.high = quantity.value }
    }
    // '1.79 euros a litre, up from 1.58'
    if quantity.unit == nil, quantity.counted == nil, quantity.low == nil, lead.end == lead.before + 1,
      let unit = last.unit, last.dimension != "time", words.openers[before] == 0,
      words.changes.contains(tokens[lead.before - 1]), Int(before.range.start) - Int(last.range.end) < 12
    {
      (quantity.unit, quantity.dimension, quantity.rule) = (unit, last.dimension, "quantity/shared-unit")
      return quantity
    }
    // '6 million homes, including 1.5 million in the north', 'rose 64 points to 4,577'
    guard quantity.unit == nil, quantity.counted == nil, quantity.value != nil,
      let last = found.suffix(3).last(where: { $0.unit == nil }), let counted = last.counted,
      Int(quantity.range.start) - Int(last.range.end) < 120
    else { return quantity }
    let hasNoun = Int(before.range.start) > 0 && isCounted(counted, endingAt: lead.before - 1)
    // '68,400 people who … and 95,800 who'
    let next = document.tokenIndex(atOrAfter: Int(quantity.range.end))
    if tokens.indices.contains(next), words.counted.relative.contains(tokens[next]) {
      quantity.counted = counted
      return quantity
    }
    if words.including.contains(before) || hasNoun && words.connectors[before] == 0 { quantity.counted = counted }
    return quantity
  }

  /// Hands the points of an index to its other levels in the sentence: `1,463.87 points, while … to 1,333.18`.
  func shareCounted(_ found: inout [Quantity]) {
    for index in found.indices where found[index].unit == nil && found[index].counted == nil {
      guard let value = found[index].value, value >= 100, value != value.rounded() else { continue }
      let sentence = document.sentenceIndex(at: Int(found[index].range.start))
      for neighbour in max(0, index - 4)..<min(found.count, index + 5) {
        guard let counted = found[neighbour].counted, words.counted.indexNouns.contains(counted),
          document.sentenceIndex(at: Int(found[neighbour].range.start)) == sentence
        else { continue }
        found[index].counted = counted
        found[index].rule = "quantity/shared-noun"
        break
      }
    }
  }

  /// A temperature behind a spaced minus: `- 20 degrees Celsius`, where no range or list can be meant.
  func belowZero(_ amount: Amount) -> Amount {
    let start = amount.tokens.lowerBound
    let end = amount.tokens.upperBound
    if let unit = amount.unit, unit.dimension == "temperature" || unit.symbol == "deg", amount.low == nil,
      continues(end), let below = words.measures.belowZero.longestMatch(tokens, at: end),
      let value = amount.number.value,
      value > 0
    {
      var amount = amount
      amount.unit = unit.symbol == "deg" ? Unit(symbol: "Cel", dimension: "temperature") : unit
      (amount.number.value, amount.tokens) = (-value, start..<end + below.count)
      return amount
    }
    // 'sıfırın altında 12 derece'
    if let unit = amount.unit, unit.dimension == "temperature" || unit.symbol == "deg", amount.low == nil,
      let value = amount.value, value > 0,
      (1...3).contains(where: {
        start >= $0 && words.measures.belowZero.longestMatch(tokens, at: start - $0)?.count == $0
      })
    {
      var amount = amount
      amount.number.value = -value
      return amount
    }
    guard amount.unit?.dimension == "temperature", amount.low == nil, start > 1, isMark(start - 1, "-"),
      let value = amount.number.value, value > 0, tokens[start].flags.contains(.spaceBefore),
      tokens[start - 2].kind == .word, !tokens[start - 1].flags.contains(.lineStart),
      units.match(tokens, at: start - 2, in: text) == nil
    else { return amount }
    var amount = amount
    amount.number.value = -value
    amount.tokens = start - 1..<amount.tokens.upperBound
    return amount
  }

  /// Whether the phrase stands right before the token behind this one.
  private func isCounted(_ counted: String, endingAt index: Int) -> Bool {
    let end = Int(tokens[index].range.end)
    let bytes = counted.utf8
    guard bytes.count <= end else { return false }
    return text.bytes[(end - bytes.count)..<end].elementsEqual(bytes)
  }

  /// Takes years as the unit of an age: `aged 34 and 61`, `under the age of 5`, `Ana Marić, 34, said`.
  func aged(_ amount: Amount, _ lead: Lead, afterAge: UInt32?) -> Amount {
    guard amount.unit == nil, amount.number.isDigits || amount.number.scale == 1, let value = amount.number.value,
      value < 120, value > 0, lead.before >= 0
    else { return amount }
    let before = tokens[lead.before]
    let next = amount.tokens.upperBound
    let isListed =
      lead.before > 0 && afterAge == tokens[lead.before - 1].range.end
      && (words.and.contains(before) || words.or.contains(before)) && amount.number.isPlain
    let hasAgePhrase =
      lead.end > 2 && lead.end == amount.tokens.lowerBound && words.of.contains(tokens[lead.end - 1])
      && words.ages.table.contains(tokens[lead.end - 2])
    let isAgeOf =
      hasAgePhrase || lead.before > 0 && words.of.contains(before) && words.ages.table.contains(tokens[lead.before - 1])
    // 'Anna Thelen (33)'
    let isBracketed =
      words.bracketsAges && amount.number.isPlain && value >= 10 && isMark(lead.before, "(") && isMark(next, ")")
      && isName(endingAt: lead.before - 1)
    let isAged = words.ages.table.contains(before) || isTurned(amount, lead) || isListed || isAgeOf || isBracketed
    let isApposed =
      amount.number.isPlain && lead.modifier == .exactly && isMark(lead.before, ",") && lead.before > 0
      && amount.tokens.lowerBound == lead.before + 1
      && (isMark(next, ",") || isMark(next, ".") || isMark(next, ";"))
      && (value >= 2 && isName(endingAt: lead.before - 1)
        || value >= 5 && isMark(next, ",") && isPhrase(before: lead.before))
    guard isAged || isApposed else { return amount }
    var amount = amount
    amount.unit = Unit(symbol: "a", dimension: "time")
    amount.rule = "quantity/age"
    return amount
  }

  /// `She turned 40 in May`, `he will be 35 by then`: a person and the end of the phrase.
  private func isTurned(_ amount: Amount, _ lead: Lead) -> Bool {
    let next = amount.tokens.upperBound
    guard amount.number.isPlain, lead.modifier == .exactly, (amount.number.value ?? 0) >= 5, lead.before > 0,
      words.ages.verbs.contains(tokens[lead.before]),
      numbers.isEndOfPhrase(next) && !isMark(next, "-") && !isMark(next, "%")
        || words.ages.followers.contains(tokens[next])
    else { return false }
    let isTurning = !words.ages.being.contains(tokens[lead.before])
    for index in max(0, lead.before - 3)..<lead.before
    where words.ages.persons.contains(tokens[index]) || isTurning && tokens[index].flags.contains(.capitalised) {
      return true
    }
    return false
  }

  /// Whether two capitalised words end there, as a full name does.
  private func isName(endingAt index: Int) -> Bool {
    guard index >= 1, tokens[index].kind == .word, tokens[index - 1].kind == .word else { return false }
    return tokens[index].flags.contains(.capitalised) && tokens[index - 1].flags.contains(.capitalised)
      && !tokens[index].flags.contains(.lineStart)
  }

  /// Whether nothing but a short noun phrase with its determiner stands before the comma: `her brother, 31, was`.
  private func isPhrase(before comma: Int) -> Bool {
    var index = comma - 1
    while index > 0, index >= comma - 3, continues(index), tokens[index].kind == .word,
      !words.stops.contains(tokens[index])
    {
      if isDeterminer(index - 1) { return true }
      index -= 1
    }
    return false
  }
}
