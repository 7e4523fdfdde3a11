import CopydeskText

/// A number with its unit before or behind it.
extension QuantityScanner {
  /// `$3.5bn`, `350 meters`, `78-day`, `40C`, `USD10m`, or a bare number.
  func amount(at index: Int) -> Amount? {
    guard continues(index) || index < tokens.count else { return nil }
    if let amount = prefixed(at: index) ?? fusedMoney(at: index) { return amount }
    return numbers.number(at: index).map { withUnit(Amount($0)) }
  }

  // MARK: Units before the number

  private func prefixed(at index: Int) -> Amount? {
    guard units.mayPrecedeNumber(tokens[index]), let prefix = units.match(tokens, at: index, in: text) else {
      return nil
    }
    if prefix.unit.symbol == "%" {
      // '%12,5', 'yüzde 12,5'
      guard !prefix.isSign || isGlued(prefix.end) && continues(prefix.end) && tokens[prefix.end].kind == .number,
        continues(prefix.end), index == 0 || tokens[index - 1].kind != .number, numbers.lexicon.decimalComma,
        let number = numbers.number(at: prefix.end), number.value != nil
      else { return nil }
      return prefixed(number, by: prefix.unit, from: index, rule: "quantity/percent")
    }
    // '$5', but no '(c. 314 – 368)': cents stand behind.
    guard prefix.unit.isMoney, prefix.isSign, prefix.unit.symbol != "{cent}" else { return nil }
    var next = prefix.end
    // 'Rs. 500'
    if isMark(next, "."), isGlued(next) { next += 1 }
    guard continues(next), tokens[next].kind == .number || tokens[next].kind == .punctuation && isGlued(next),
      let number = numbers.number(at: next)
    else { return nil }
    var amount = prefixed(number, by: prefix.unit, from: index, rule: "quantity/money-symbol")
    takeScaleLetter(&amount)
    // 'US$5 million dollars', '$10 USD', '$100-million'
    let end = amount.tokens.upperBound
    if continues(end), let repeated = units.match(tokens, at: end, in: text), repeated.unit == prefix.unit {
      amount.tokens = index..<repeated.end
    }
    return amount
  }

  private func prefixed(_ number: Number, by unit: Unit, from index: Int, rule: String) -> Amount {
    var amount = Amount(number)
    amount.take(unit, to: number.tokens.upperBound)
    (amount.tokens, amount.isPrefixed, amount.rule) = (index..<number.tokens.upperBound, true, rule)
    (amount.low, amount.high) = (nil, nil)
    return amount
  }

  /// `€3m`, `$10B`, `£2T`, `€5 bn`: letters that mean a unit elsewhere.
  private func takeScaleLetter(_ amount: inout Amount) {
    let next = amount.tokens.upperBound
    guard amount.value != nil, continues(next), tokens[next].kind == .word else { return }
    if amount.number.scale == 1, isGlued(next), !words.isSparse, let scale = units.scaleOfLetter(tokens[next]) {
      amount.multiply(by: scale, to: next + 1)
    } else if let (scale, end) = shortScale(amount, at: next) {
      amount.multiply(by: scale / amount.number.scale, to: end)
    }
  }

  /// Whether letters follow that may be a magnitude, where no money tells which: `5 Bn`, `5 B€`.
  func isUnknown(_ amount: Amount) -> Bool {
    (amount.unit == nil || amount.isPrefixed) && shortMatch(amount, at: amount.tokens.upperBound) != nil
  }

  /// The letters of a magnitude beside money, and where they end: `5 M €`, `2 mil M€`, `5 mlr. eura`.
  private func shortScale(_ amount: Amount, at next: Int) -> (scale: Double, end: Int)? {
    guard let match = shortMatch(amount, at: next), numbers.lexicon.shortValues[match.value] > 1 else { return nil }
    return (amount.number.scale * numbers.lexicon.shortValues[match.value], next + match.count)
  }

  private func shortMatch(_ amount: Amount, at next: Int) -> (value: Int, count: Int)? {
    guard amount.number.isDigits, amount.number.scale <= 1000, continues(next),
      let match = numbers.lexicon.shortScales.longestMatch(tokens, at: next),
      !(isDash(next + match.count) && isGlued(next + match.count))  // '$5 T-shirts'
    else { return nil }
    return match
  }

  /// `USD10m`, `EUR1,700`, `RM23.50`, `Rs20`, `$US113 trillion`, `$A7.3m`: the tokenizer keeps letters and digits together.
  private func fusedMoney(at index: Int) -> Amount? {
    let isSigned = isMark(index, "$") && isGlued(index + 1)
    let first = isSigned ? index + 1 : index
    guard first < tokens.count, tokens[first].kind == .word,
      tokens[first].flags.isSuperset(of: [.hasDigit, .capitalised]), tokens[first].range.count <= 12
    else { return nil }
    let (bytes, end) = (text.bytes, Int(tokens[first].range.end))
    var offset = Int(tokens[first].range.start)
    while offset < end, !isDigit(bytes[offset]) { offset += 1 }
    guard offset < end else { return nil }  // digits of another script
    let letters = Text(validUTF8: Array(bytes[Int(tokens[index].range.start)..<offset]))
    let codes = Tokenizer.tokens(of: letters)
    guard let currency = units.match(codes, at: 0, in: letters), currency.end == codes.count, currency.unit.isMoney,
      currency.isSign
    else { return nil }
    // The rest of the token, and of the number behind a comma or point.
    var (digits, next, last) = (offset, first + 1, end)
    while digits < end, isDigit(bytes[digits]) { digits += 1 }
    while digits == last, next + 1 < tokens.count, isGlued(next), isGlued(next + 1), tokens[next + 1].kind == .number,
      isMark(next, ".") || isMark(next, ",")
    {
      last = Int(tokens[next + 1].range.end)
      (digits, next) = (last, next + 2)
    }
    guard
      let parsed = DigitParser.parse(
        TextRange(offset, digits), in: text, decimalComma: numbers.lexicon.decimalComma)
    else { return nil }
    var number = Number(tokens: index..<next, value: parsed.value, isDigits: true)
    if digits < last {
      let letters = Text(validUTF8: Array(bytes[digits..<last]))
      guard let scale = scale(ofLetters: letters) else { return nil }
      (number.value, number.scale) = (Number.product(parsed.value, scale), scale)
    } else {
      number = numbers.scaled(number)
    }
    var amount = prefixed(number, by: currency.unit, from: index, rule: "quantity/money-symbol")
    takeScaleLetter(&amount)
    return amount
  }

  /// The million of the `m` or `mn` that is glued to digits.
  private func scale(ofLetters letters: Text) -> Double? {
    let parts = Tokenizer.tokens(of: letters)
    if parts.count == 1, let scale = units.scaleOfLetter(parts[0]) { return scale }
    if case .scale(let scale)? = numbers.lexicon.match(parts, at: 0)?.word { return scale }
    return nil
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  // MARK: Units behind the number

  private func withUnit(_ bare: Amount) -> Amount {
    var amount = bare
    var next = amount.tokens.upperBound
    guard continues(next) else { return amount }
    var isHyphened = false
    if isDash(next), isGlued(next), isGlued(next + 1), continues(next + 1), tokens[next + 1].kind == .word {
      next += 1
      isHyphened = true
    }
    if amount.number.scale == 1, amount.number.isDigits, tokens[next].flags.contains(.allCaps),
      let currency = units.currencyOfMillions(tokens[next])
    {
      amount.multiply(by: 1e6, to: next + 1)
      amount.take(currency, to: next + 1)
      return amount
    }
    if !isHyphened, let (scale, end) = shortScale(amount, at: next) {
      let place = isMark(end, ".") && isGlued(end) ? end + 1 : end
      if continues(place), let match = units.match(tokens, at: place, in: text), match.unit.isMoney {
        amount.multiply(by: scale / amount.number.scale, to: match.end)
        amount.take(match.unit, to: match.end)
        return amount
      }
    }
    if let million = millionLetter(amount, at: next) { return withUnit(million) }
    if let match = linkedUnit(amount, at: next) {
      amount.take(match.unit, to: match.end)
      return amount
    }
    // 'two full years', 'three more days'
    if !isHyphened, numbers.lexicon.beforeTimeUnits.contains(tokens[next]), let match = unitName(at: next + 1),
      match.unit.isTime
    {
      next += 1
    }
    if isInch(amount, at: next) {
      amount.take(Unit(symbol: "[in_i]", dimension: "length"), to: next + 1)
      return amount
    }
    guard continues(next), let match = units.match(tokens, at: next, in: text), fits(match, amount, at: next) else {
      return amount
    }
    amount.take(match.unit, to: match.end)
    // '75 USD million'
    if match.unit.isMoney, amount.number.scale == 1, amount.value != nil, continues(match.end),
      tokens[match.end].kind == .word, let scale = numbers.scale(at: match.end), scale >= 1000
    {
      amount.multiply(by: scale, to: match.end + 1)
    }
    if words.measures.pounds.contains(tokens[next]), match.unit.symbol == "GBP", isMass(amount, isHyphened: isHyphened)
    {
      amount.take(Unit(symbol: "[lb_av]", dimension: "mass"), to: amount.tokens.upperBound)
    }
    takeAge(&amount)
    return amount
  }

  /// The name of a unit, no abbreviation or sign.
  func unitName(at index: Int) -> UnitTable.Match? {
    guard continues(index), let match = units.match(tokens, at: index, in: text), !match.isSign else { return nil }
    return match
  }

  /// A unit behind `of` or an article: `tens of thousands of dollars`, `a quarter of a mile`, `half a mile`,
  /// `2 millones de dólares`; but `half of the dollars` counts them.
  private func linkedUnit(_ amount: Amount, at next: Int) -> UnitTable.Match? {
    let number = amount.number
    let isOf = words.of.contains(tokens[next])
    let place = isOf ? next + 1 : next
    if number.isFraction, continues(place), words.indefinite.contains(tokens[place]) { return unitName(at: place + 1) }
    let isLarge = number.scale >= 1e6 && (numbers.lexicon.decimalComma || words.isSparse)
    return isOf && (number.isVague || number.low != nil || isLarge) ? unitName(at: place) : nil
  }

  /// `35m people`, `4.3M`, `a 2.7m-strong force`, `12m of these phones`: a million where something is counted; else a metre.
  private func millionLetter(_ amount: Amount, at index: Int) -> Amount? {
    guard amount.number.isDigits, amount.number.scale == 1, isGlued(index), tokens[index].range.count == 1,
      !words.isSparse, let value = amount.value, units.scaleOfLetter(tokens[index]) == 1e6
    else { return nil }
    let next = index + 1
    var isCount = tokens[index].flags.contains(.capitalised)
    if !isCount, isDash(next), isGlued(next), continues(next + 1) {
      isCount = words.counted.strong.contains(tokens[next + 1])
    }
    if !isCount, continues(next), tokens[next].kind == .word, !words.measures.behindMetres.contains(tokens[next]) {
      let isPartOf = words.of.contains(tokens[next]) && isDeterminer(next + 1)
      isCount =
        isPartOf && hasPlural(from: next + 2)
        || !words.stops.contains(tokens[next]) && value < 1000 && countedTokens(after: next, amount) != nil
          && hasPlural(from: next)
    }
    // '12.3m tonnes'
    guard isCount || unitName(at: next) != nil else { return nil }
    var amount = amount
    amount.multiply(by: 1e6, to: next)
    return amount
  }

  func hasPlural(from index: Int) -> Bool {
    var index = index
    let limit = min(index + 6, tokens.count)
    while index < limit, continues(index), tokens[index].kind == .word,
      !words.stops.contains(tokens[index]) || words.and.contains(tokens[index])
    {
      if numbers.lexicon.nouns.isPlural(tokens[index], in: text) { return true }
      index += 1
    }
    return false
  }

  /// `34-year-old`, `34 years old`, `34 years of age`.
  private func takeAge(_ amount: inout Amount) {
    guard amount.unit?.isTime == true else { return }
    var next = amount.tokens.upperBound
    if isDash(next), isGlued(next), isGlued(next + 1) { next += 1 }
    guard continues(next), words.ages.old.contains(tokens[next]) else { return }
    amount.tokens = amount.tokens.lowerBound..<next + 1
    amount.rule = "quantity/age"
  }
}
