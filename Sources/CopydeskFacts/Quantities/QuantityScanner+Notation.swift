import CopydeskText

/// Numbers that are no amounts: scores, ordinals, codes, types, house numbers and numbers to dial.
extension QuantityScanner {
  /// Passes over what only looks like numbers: scores, phone numbers, ordinals, labels.
  func passedOver(_ amount: Amount) -> Int? {
    let (start, end) = (amount.tokens.lowerBound, amount.tokens.upperBound)
    if isNotation(amount) { return isZeroLed(amount) ? endOfDigits(end) : end }
    // '18001 0800 0282': a number to dial
    if amount.unit == nil, amount.number.isPlain, continues(end), tokens[end].kind == .number,
      tokens[end].range.count > 2, text.bytes[Int(tokens[end].range.start)] == UInt8(ascii: "0")
    {
      return endOfDigits(end)
    }
    // '4K' is a resolution.
    if amount.number.isDigits, amount.number.scale == 1000, amount.unit == nil, amount.number.integerDigits == 1,
      tokens[end - 1].range.count == 1, isGlued(end - 1), tokens[end - 1].flags.contains(.capitalised),
      !hasPlural(from: end)
    {
      return end
    }
    guard amount.number.isDigits else { return nil }
    if isUnknown(amount) { return end + 1 }
    if let end = endOfAddress(amount) { return end }
    // '22nd', '5G', 'B-52', '3D': part of a word.
    if amount.unit == nil, continues(end), isGlued(end), tokens[end].kind == .word, amount.number.scale == 1,
      afterEnding(end) == end || isOrdinalEnding(end)
    {
      return end + 1
    }
    // 'u 85. godini', 'në shekullin e 19-të'
    if amount.unit == nil, amount.number.isPlain, amount.number.integerDigits <= 3, isOrdinal(end) { return end + 1 }
    if start > 0, isGlued(start), tokens[start - 1].kind == .word { return end }
    // 'PS2.7m', 'v1.10.2': the tail of something that began with letters.
    if start > 1, isGlued(start), isGlued(start - 1), isMark(start - 1, ".") || isMark(start - 1, ","),
      tokens[start - 2].kind == .word, tokens[start - 2].flags.contains(.hasDigit)
    {
      return end
    }
    // 'ID.7', '§ 922'
    if start > 1, amount.unit == nil, isGlued(start), isGlued(start - 1), isMark(start - 1, "."),
      tokens[start - 2].kind == .word, tokens[start - 2].flags.contains(.capitalised)
    {
      return end
    }
    if start > 0, text.folds(tokens[start - 1].range, to: "§") { return end }
    // 'MQ-9', but 'a magnitude-6.1 quake'
    let isDecimal = !amount.number.isPlain && !amount.number.isGrouped && amount.number.scale == 1
    if start > 1, isDash(start - 1), isGlued(start), isGlued(start - 1), tokens[start - 2].kind == .word,
      !isDecimal || amount.unit != nil || tokens[start - 2].flags.contains(.capitalised),
      amount.unit == nil || amount.unit?.symbol == "m" || isSeries(amount)
    {
      return end
    }
    // '+383 38 123'
    if start > 0, isMark(start - 1, "+"), isGlued(start), amount.unit == nil { return endOfDigits(end) }
    // A score or a date: '2-1', '16/17'.
    if amount.unit == nil, amount.number.isPlain, end + 1 < tokens.count,
      isDash(end) || isMark(end, "/") || isMark(end, ":"),
      isGlued(end), isGlued(end + 1), tokens[end + 1].kind == .number
    {
      guard isDash(end), range(from: amount, isBetween: false, hasOpener: false, isChange: false) != nil,
        !(isDash(end + 2) && isGlued(end + 2) && continues(end + 3) && tokens[end + 3].kind == .number)
      else { return endOfDigits(end) }
    }
    return nil
  }

  /// Whether what follows digits makes them an ordinal: a stop inside the sentence, `-të`.
  private func isOrdinal(_ index: Int) -> Bool {
    guard continues(index + 1), isGlued(index) else { return false }
    if isDash(index) { return isGlued(index + 1) && words.counted.ordinalEndings.contains(tokens[index + 1]) }
    return words.ordinalStops && isMark(index, ".") && tokens[index + 1].kind == .word && !isGlued(index + 1)
      && !tokens[index + 1].flags.contains(.sentenceStart) && units.match(tokens, at: index + 1, in: text) == nil
  }

  /// The `üncü` of `3'üncü`.
  private func isOrdinalEnding(_ index: Int) -> Bool {
    words.counted.ordinalLetters.occur(in: tokens[index].range, of: text)
  }

  /// `MQ-9B`, `ROBUST-5B`: a letter behind the number of a type is no unit.
  private func isSeries(_ amount: Amount) -> Bool {
    let (start, end) = (amount.tokens.lowerBound, amount.tokens.upperBound)
    return amount.number.isPlain && isGlued(end - 1) && tokens[end - 1].kind == .word
      && tokens[end - 1].range.count == 1 && tokens[end - 1].flags.contains(.capitalised)
      && (tokens[start - 2].flags.contains(.allCaps) || tokens[start - 2].range.count == 1)
  }

  /// Whether it is a piece of some notation, and no amount: `7-Eleven`, `one-on-one`, `build_39`, `doi:10.1136`, `007`.
  private func isNotation(_ amount: Amount) -> Bool {
    let (start, end) = (amount.tokens.lowerBound, amount.tokens.upperBound)
    // 'a six-figure sum'
    if isDash(end), isGlued(end), isGlued(end + 1), continues(end + 1), words.counted.figures.contains(tokens[end + 1])
    {
      return true
    }
    guard start > 0 else { return isZeroLed(amount) }
    if !amount.number.isDigits {
      guard isDash(start - 1), isGlued(start), isGlued(start - 1), start > 1 else { return isOneOn(end) }
      return isOneOn(end) || words.counted.between.contains(tokens[start - 2])
        || tokens[start - 2].kind == .number && tokens[start].flags.contains(.capitalised)
    }
    guard amount.unit == nil else { return false }
    if isGlued(start), isMark(start - 1, "_") || isMark(start - 1, ";") { return true }
    if isGlued(start), isGlued(start - 1), isMark(start - 1, ":"), start > 1, tokens[start - 2].kind == .word {
      return true
    }
    if continues(end), isGlued(end) {
      if isMark(end, "_") { return true }
      if isDash(end), isGlued(end + 1), end + 1 < tokens.count, tokens[end + 1].kind == .word,
        tokens[end + 1].flags.contains(.capitalised), amount.tokens.count == 1,
        case .value? = numbers.lexicon.match(tokens, at: end + 1)?.word
      {
        return true  // '7-Eleven'
      }
    }
    return isZeroLed(amount)
  }

  /// `02382`, `007`: digits that a zero leads are a code.
  private func isZeroLed(_ amount: Amount) -> Bool {
    let range = tokens[amount.tokens.lowerBound].range
    return amount.number.isPlain && amount.unit == nil && range.count > 1
      && text.bytes[Int(range.start)] == UInt8(ascii: "0")
  }

  /// Whether `-on-one` or the like follows: `one-on-one`, `two-by-four`.
  private func isOneOn(_ index: Int) -> Bool {
    guard isDash(index), isGlued(index), isGlued(index + 1), continues(index + 3), isDash(index + 2),
      isGlued(index + 2), isGlued(index + 3), words.counted.between.contains(tokens[index + 1])
    else { return false }
    return numbers.number(at: index + 3) != nil
  }

  /// The token behind `1123 N. Water St.`, `9501 Skokie Blvd`: the number of a house.
  private func endOfAddress(_ amount: Amount) -> Int? {
    let number = amount.number
    guard number.integerDigits <= 5, amount.low == nil, words.nouns == .plural else { return nil }
    var index = number.tokens.lowerBound + 1
    // '14B Baker Street'
    if continues(index), isGlued(index), tokens[index].kind == .word, tokens[index].range.count == 1 { index += 1 }
    guard index == amount.tokens.upperBound, number.isPlain || index > number.tokens.lowerBound + 1 else { return nil }
    for step in 0..<5 {
      guard continues(index), tokens[index].kind == .word, !isGlued(index) else { return nil }
      let token = tokens[index]
      if step > 0, token.flags.contains(.capitalised), words.counted.streets.contains(token) { return index + 1 }
      guard token.flags.contains(.capitalised) || token.flags.contains(.hasDigit) else { return nil }
      index += 1
      // 'N. Water St.'
      if isMark(index, "."), isGlued(index), token.range.count <= 2 { index += 1 }
    }
    return nil
  }

  private func endOfDigits(_ index: Int) -> Int {
    var index = index
    while continues(index),
      tokens[index].kind == .number || isGlued(index) && (isDash(index) || isMark(index, "/") || isMark(index, ":"))
    {
      index += 1
    }
    return index
  }
}
