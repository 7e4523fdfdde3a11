import CopydeskText

/// Numbers in digits: signs, groups behind spaces, fractions.
extension NumberScanner {
  func signed(at start: Int) -> Number? {
    guard start + 1 < tokens.count, tokens[start + 1].kind == .number, isGlued(start + 1),
      tokens[start].isMark("-", in: text) || text.folds(tokens[start].range, to: "−")
    else { return nil }
    // 'the Mi-8', '10 -12' and '9-1' have no minus; '(-5)' and '$-50.8bn' have one.
    if start > 0, !tokens[start].flags.contains(.spaceBefore),
      tokens[start - 1].kind != .symbol || isDegreeOrPercent(start - 1), !tokens[start - 1].isMark("(", in: text)
    {
      return nil
    }
    // 'Nikkei 225 -2.4%'
    if start > 0, tokens[start - 1].kind == .number, start < 2 || !lexicon.labels.always.contains(tokens[start - 2]) {
      return nil
    }
    return digits(at: start + 1, sign: -1, from: start)
  }

  /// What ends an amount, so that a hyphen behind it is none of the next: `20°-25°`.
  private func isDegreeOrPercent(_ index: Int) -> Bool {
    text.folds(tokens[index].range, to: "°") || tokens[index].isMark("%", in: text)
  }

  func digits(at index: Int, sign: Double, from start: Int) -> Number? {
    guard let parsed = DigitParser.parse(tokens[index].range, in: text, decimalComma: lexicon.decimalComma) else {
      return nil
    }
    if lexicon.hasUnknownMarks, !parsed.isPlain, isAmbiguous(tokens[index].range) { return nil }
    var number = Number(tokens: start..<index + 1, value: parsed.value)
    number.isDigits = true
    number.isPlain = parsed.isPlain
    number.integerDigits = parsed.integerDigits
    takeSpacedGroups(&number)
    takeGroupsOfTwo(&number)
    takeApostropheGroups(&number)
    number.isGrouped = parsed.isGrouped || number.integerDigits > parsed.integerDigits
    if takeSlashFraction(&number) || takeVulgarFraction(&number) || sign < 0 { number.isPlain = false }
    takePowerOfTen(&number)
    if number.isPlain { takePoint(&number) }
    takeAndFraction(&number)
    number.value = number.value.map { $0 * sign }
    return outOf(scaled(number))
  }

  /// `10 000`, `1 250 000`, `222 333,50 €`: groups of three behind spaces. In English one group is sure behind a no-break
  /// space or if it is zeros; several hundreds in a row are a list (`146 152 158 164`) unless something measures them.
  func takeSpacedGroups(_ number: inout Number) {
    let start = number.tokens.upperBound
    guard number.isPlain, number.integerDigits <= 3, var value = number.value, value != 0, !isInList(start - 1) else {
      return
    }
    var (next, zeros) = (start, start)
    var (isNoBreak, hasDecimals) = (true, false)
    while next < tokens.count, next - start < 5, !hasDecimals, tokens[next].kind == .number,
      tokens[next].range.count >= 3,
      !isGlued(next), !tokens[next].flags.contains(.lineStart),
      let group = DigitParser.parse(tokens[next].range, in: text, decimalComma: lexicon.decimalComma),
      group.integerDigits == 3, !group.isGrouped
    {
      hasDecimals = !group.isPlain
      isNoBreak = isNoBreak && text.bytes[Int(tokens[next - 1].range.end)] >= 0x80
      value = value * 1000 + group.value
      next += 1
      if group.value == 0, zeros == next - 1 { zeros = next }
    }
    guard next > start else { return }
    let isGrouping =
      isNoBreak || zeros == next
      || (number.integerDigits < 3
        ? lexicon.decimalComma || next - start > 1
        : lexicon.decimalComma && (next - start == 1 || hasDecimals || isMeasured(next)))
    if !isGrouping {
      guard zeros > start else { return }
      (next, value, hasDecimals) = (zeros, number.value ?? 0, false)
      for _ in start..<zeros { value *= 1000 }
    }
    (number.value, number.isPlain) = (value, false)
    number.integerDigits += 3 * (next - start)
    number.tokens = number.tokens.lowerBound..<next
  }

  /// Whether the digits go on a list of such: the 202 of `lines 101 202 303`.
  private func isInList(_ index: Int) -> Bool {
    index > 0 && !tokens[index].flags.contains(.lineStart) && !isGlued(index) && tokens[index - 1].kind == .number
      && tokens[index].range.count == 3 && tokens[index - 1].range.count == 3
  }

  private func isMeasured(_ index: Int) -> Bool {
    index < tokens.count && !tokens[index].flags.contains(.lineStart)
      && (units?.match(tokens, at: index, in: text) != nil || scale(at: index) != nil)
  }

  /// `12 34 567`, as India groups: pairs, and three digits at the end. Nothing else is written so.
  private func takeGroupsOfTwo(_ number: inout Number) {
    guard number.isPlain, number.integerDigits <= 2, let first = number.value else { return }
    var (next, value) = (number.tokens.upperBound, first)
    while next < tokens.count, tokens[next].kind == .number,
      tokens[next].range.count == 2 || tokens[next].range.count == 3,
      next - number.tokens.lowerBound < 6, !isGlued(next), !tokens[next].flags.contains(.lineStart),
      let group = DigitParser.plainInteger(tokens[next], in: text)
    {
      let isLast = tokens[next].range.count == 3
      value = value * (isLast ? 1000 : 100) + Double(group)
      next += 1
      guard isLast else { continue }
      guard next - number.tokens.upperBound > 1, next == tokens.count || tokens[next].kind != .number else { return }
      (number.value, number.isPlain) = (value, false)
      number.integerDigits += 2 * (next - number.tokens.upperBound) + 1
      number.tokens = number.tokens.lowerBound..<next
      return
    }
  }

  /// `1’450’000`, as Switzerland groups.
  private func takeApostropheGroups(_ number: inout Number) {
    guard number.isPlain, number.integerDigits <= 3, number.value != 0 else { return }
    var next = number.tokens.upperBound
    while next + 1 < tokens.count, tokens[next].kind == .punctuation, isGlued(next), isGlued(next + 1),
      tokens[next].isMark("'", in: text) || text.folds(tokens[next].range, to: "’"),
      next - number.tokens.lowerBound < 12,
      tokens[next + 1].range.count == 3, let group = DigitParser.plainInteger(tokens[next + 1], in: text)
    {
      number.value = (number.value ?? 0) * 1000 + Double(group)
      number.integerDigits += 3
      next += 2
    }
    guard next > number.tokens.upperBound else { return }
    number.isPlain = false
    number.tokens = number.tokens.lowerBound..<next
  }

  /// Whether the only mark of some digits may stand before decimals or in a group: `1.450`, but not `1.45` or `1.450.000`.
  private func isAmbiguous(_ range: TextRange) -> Bool {
    let bytes = text.bytes[range.indices]
    let marks = bytes.indices.filter { bytes[$0] == UInt8(ascii: ",") || bytes[$0] == UInt8(ascii: ".") }
    guard marks.count == 1, let mark = marks.first else { return false }
    return bytes.endIndex - mark == 4 && mark - bytes.startIndex <= 3 && bytes.first != UInt8(ascii: "0")
  }

  /// The digits behind a magnitude that stands before them: `milioni 5`.
  func behindScale(at start: Int) -> Number? {
    guard let match = lexicon.leadingScales.longestMatch(tokens, at: start),
      case .scale(let scale) = lexicon.words[match.value]
    else { return nil }
    let next = start + match.count
    guard next < tokens.count, tokens[next].kind == .number, !tokens[next].flags.contains(.lineStart),
      var number = digits(at: next, sign: 1, from: start), number.scale == 1, let value = number.value
    else { return nil }
    (number.value, number.scale, number.isPlain) = (Number.product(value, scale), scale, false)
    return number
  }

  /// `2 1/2` and `1/2`.
  func takeSlashFraction(_ number: inout Number) -> Bool {
    func fraction(_ index: Int) -> Double? {
      guard index + 2 < tokens.count, tokens[index + 1].isMark("/", in: text), isGlued(index + 1), isGlued(index + 2),
        let over = DigitParser.plainInteger(tokens[index], in: text),
        let under = DigitParser.plainInteger(tokens[index + 2], in: text), over > 0, over < under,
        [2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 64, 100, 1000].contains(under) || over == 1 && under > 31 && under <= 1000
      else { return nil }
      if index + 3 < tokens.count, tokens[index + 3].isMark("/", in: text), isGlued(index + 3) { return nil }
      return Double(over) / Double(under)
    }
    let next = number.tokens.upperBound
    guard number.isPlain else { return false }
    let isAlone = number.tokens.count == 1 || number.tokens.count == 2 && tokens[next - 2].kind != .number
    if let part = fraction(next - 1), isAlone {
      number.value = part
      number.isFraction = true
      number.tokens = number.tokens.lowerBound..<next + 2
      return true
    }
    if let value = number.value, let part = fraction(next), !tokens[next].flags.contains(.lineStart) {
      number.value = value + part
      number.tokens = number.tokens.lowerBound..<next + 3
      return true
    }
    return false
  }

  func takeVulgarFraction(_ number: inout Number) -> Bool {
    let next = number.tokens.upperBound
    guard next < tokens.count, let part = vulgar(tokens[next]) else { return false }
    number.value = (number.value ?? 0) + part
    number.tokens = number.tokens.lowerBound..<next + 1
    return true
  }

  func vulgarFraction(at start: Int) -> Number? {
    guard let part = vulgar(tokens[start]) else { return nil }
    var number = Number(tokens: start..<start + 1, value: part)
    number.isFraction = true
    number.isDigits = true
    return scaled(number)
  }

  /// `½ ¼ ¾ ⅓ ⅔ ⅛`.
  func vulgar(_ token: Token) -> Double? {
    guard token.kind == .symbol, token.range.count == 2 || token.range.count == 3 else { return nil }
    let bytes = text.bytes[token.range.indices]
    if token.range.count == 2 {
      guard bytes.first == 0xC2 else { return nil }
      switch bytes.last {
      case 0xBC: return 0.25
      case 0xBD: return 0.5
      case 0xBE: return 0.75
      default: return nil
      }
    }
    guard bytes.first == 0xE2, bytes.dropFirst().first == 0x85 else { return nil }
    switch bytes.last {
    case 0x93: return 1.0 / 3
    case 0x94: return 2.0 / 3
    case 0x95: return 0.2
    case 0x96: return 0.4
    case 0x97: return 0.6
    case 0x98: return 0.8
    case 0x99: return 1.0 / 6
    case 0x9A: return 5.0 / 6
    case 0x9B: return 0.125
    case 0x9C: return 0.375
    case 0x9D: return 0.625
    case 0x9E: return 0.875
    default: return nil
    }
  }

  /// `2.5×10^6`, `6 x 10−4`: the exponent needs its own sign or caret, else `3×10` is a size.
  func takePowerOfTen(_ number: inout Number) {
    if takeExponent(&number) { return }
    var next = number.tokens.upperBound
    guard let value = number.value, next + 2 < tokens.count else { return }
    if text.folds(tokens[next].range, to: "×"), text.folds(tokens[next + 1].range, to: "10") {
      next += 2
    } else if text.folds(tokens[next].range, to: "x10") {
      next += 1
    } else {
      return
    }
    guard isGlued(next) else { return }
    let hasCaret = tokens[next].isMark("^", in: text)
    if hasCaret { next += 1 }
    guard next < tokens.count else { return }
    let isNegative = tokens[next].isMark("-", in: text) || text.folds(tokens[next].range, to: "−")
    if isNegative { next += 1 }
    guard hasCaret || isNegative, isGlued(next), let exponent = DigitParser.plainInteger(tokens[next], in: text),
      exponent <= 30
    else { return }
    var power = 1.0
    for _ in 0..<exponent { power *= 10 }
    number.value = isNegative ? value / power : value * power
    number.isPlain = false
    number.tokens = number.tokens.lowerBound..<next + 1
  }

  /// `4e14`, `9.83e-3`, `2^10`: an exponent glued to the digits.
  private func takeExponent(_ number: inout Number) -> Bool {
    var next = number.tokens.upperBound
    guard let value = number.value, next < tokens.count, isGlued(next) else { return false }
    let range = tokens[next].range
    let isPower = tokens[next].isMark("^", in: text)
    var exponent: Int?
    if isPower || range.count == 1 && text.folded[Int(range.start)] == UInt8(ascii: "e") {
      next += 1
      guard next < tokens.count, isGlued(next) else { return false }
      let isNegative = tokens[next].isMark("-", in: text)
      if isNegative || tokens[next].isMark("+", in: text) { next += 1 }
      guard next < tokens.count, isGlued(next) else { return false }
      exponent = DigitParser.plainInteger(tokens[next], in: text).map { isNegative ? -$0 : $0 }
    } else if range.count <= 3, text.folded[Int(range.start)] == UInt8(ascii: "e") {
      var digits = 0
      for offset in range.indices.dropFirst() {
        let byte = text.bytes[offset]
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return false }
        digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
      }
      // '4e14' and '1.5e6', but '7e7' is an aeroplane.
      guard digits >= 10 || !number.isPlain else { return false }
      exponent = digits
    }
    guard let exponent, abs(exponent) <= 30 else { return false }
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= isPower ? value : 10 }
    let result = isPower ? (exponent < 0 ? 1 / power : power) : exponent < 0 ? value / power : value * power
    guard result.isFinite, abs(result) < 1e30 else { return false }
    number.value = result
    number.isPlain = false
    number.tokens = number.tokens.lowerBound..<next + 1
    return true
  }
}
