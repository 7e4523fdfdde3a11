import CopydeskText

/// Amounts whose unit is not right behind them: shared, fused or only meant.
extension QuantityScanner {
  /// Takes the unit of the next amount in a list: `eight or nine euros`, `7 and 8 inches`.
  func shared(_ amount: Amount) -> Amount {
    let next = amount.tokens.upperBound
    if let listed = suspended(amount) { return listed }
    guard amount.unit == nil, amount.low == nil, !amount.number.isFraction, continues(next),
      amount.number.scale == 1, words.and.contains(tokens[next]) || words.or.contains(tokens[next]),
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

  /// Makes one of two bounds: `more than 10 and less than 40`.
  func bounded(_ quantity: Quantity, _ lead: Lead, by last: Quantity?) -> Quantity? {
    guard let last, last.modifier == .more || last.modifier == .atLeast, lead.before > 0,
      quantity.modifier == .less || quantity.modifier == .atMost, let low = last.value, let high = quantity.value,
      low < high, last.unit == nil || last.unit == quantity.unit,
      last.counted == nil || last.counted == quantity.counted
    else { return nil }
    var before = lead.before
    let isJoined =
      words.and.contains(tokens[before]) || isMark(before, ",") || words.but.contains(tokens[before])
    guard isJoined else { return nil }
    if isMark(before - 1, ",") { before -= 1 }
    guard before > 0, tokens[before - 1].range.end == last.range.end else { return nil }
    var both = quantity
    both.range = TextRange(Int(last.range.start), Int(quantity.range.end))
    (both.value, both.low, both.high, both.modifier) = (nil, low, high, .exactly)
    both.rule = "quantity/two-bounds"
    return both
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
      && lead.before > 0 && tokens[lead.before - 1].flags.contains(.capitalised) && isName(endingAt: lead.before - 1)
    let isAged = words.ages.table.contains(before) || isTurned(amount, lead) || isListed || isAgeOf || isBracketed
    let isApposed =
      amount.number.isPlain && lead.modifier == .exactly && isMark(lead.before, ",") && lead.before > 0
      && tokens[lead.before - 1].flags.contains(.capitalised) && value >= 2
      && (isMark(next, ",") || isMark(next, ".") || isMark(next, ";"))
      && amount.tokens.lowerBound == lead.before + 1 && isName(endingAt: lead.before - 1)
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

  /// Whether two capitalised words stand before the comma, as in a full name.
  private func isName(endingAt index: Int) -> Bool {
    guard index >= 1, tokens[index].kind == .word, tokens[index - 1].kind == .word else { return false }
    return tokens[index - 1].flags.contains(.capitalised) && !tokens[index].flags.contains(.lineStart)
  }

  /// `USD10m`, `EUR1,700`, `RM23.50`, `Rs20`: the tokenizer keeps letters and digits together.
  func fusedMoney(at index: Int) -> Amount? {
    if isMark(index, "$"), isGlued(index + 1), index + 1 < tokens.count, tokens[index + 1].kind == .word,
      let amount = fusedMoney(at: index + 1), amount.unit?.isMoney == true
    {
      // '$US113 trillion'
      var whole = amount
      whole.tokens = index..<amount.tokens.upperBound
      return whole
    }
    let token = tokens[index]
    guard token.kind == .word, token.flags.isSuperset(of: [.hasDigit, .capitalised]), token.range.count <= 12 else {
      return nil
    }
    let bytes = text.bytes
    var offset = Int(token.range.start)
    let end = Int(token.range.end)
    while offset < end, !isDigit(bytes[offset]) { offset += 1 }
    guard offset < end else { return nil }  // digits of another script
    let letters = Text(validUTF8: Array(bytes[Int(token.range.start)..<offset]))
    let codes = Tokenizer.tokens(of: letters)
    let currency: UnitTable.Match
    if letters[TextRange(0, letters.count)] == "US", isMark(index - 1, "$") {
      currency = UnitTable.Match(unit: Unit(symbol: "USD", dimension: "money"), end: 1, isSign: true)
    } else {
      guard codes.count == 1, let match = units.match(codes, at: 0, in: letters), match.unit.isMoney, match.isSign
      else { return nil }
      currency = match
    }
    // The rest of the token, and of the number behind a comma or point.
    var digits = offset
    while digits < end, isDigit(bytes[digits]) { digits += 1 }
    var next = index + 1
    var last = end
    if digits == end, next + 1 < tokens.count, isGlued(next), isGlued(next + 1), tokens[next + 1].kind == .number,
      isMark(next, ".") || isMark(next, ",")
    {
      last = Int(tokens[next + 1].range.end)
      digits = last
      next += 2
    }
    guard
      let parsed = DigitParser.parse(
        TextRange(offset, digits), in: text, decimalComma: numbers.lexicon.decimalComma)
    else { return nil }
    var number = Number(tokens: index..<next, value: parsed.value, isDigits: true)
    if digits < last {
      let scale = Text(validUTF8: Array(bytes[digits..<last]))
      let parts = Tokenizer.tokens(of: scale)
      if parts.count == 1, let letter = units.scaleOfLetter(parts[0]) {
        number.scale = letter
      } else if case .scale(let value)? = numbers.lexicon.match(parts, at: 0)?.word {
        number.scale = value
      } else {
        return nil
      }
      number.value = Number.product(parsed.value, number.scale)
    } else {
      number = numbers.scaled(number)
    }
    return Amount(
      tokens: number.tokens, number: number, unit: currency.unit, isPrefixed: true, rule: "quantity/money-symbol")
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
