import CopydeskText

/// Numbers in words, and the scale words behind digits.
extension NumberScanner {
  func words(at start: Int, first: (word: NumberWord, count: Int)) -> Number? {
    let second = start + first.count
    switch first.word {
    case .article: return article(at: start, second)
    case .vague(let value): return vague(from: start, at: second, value)
    case .plural(let base): return plural(from: start, at: second, base)
    case .fraction(let part): return fraction(from: start, at: second, part)
    case .ordinalFraction(let part):
      // 'quarter million', but not 'third million'.
      guard part == 0.25, second < tokens.count, !tokens[start].flags.contains(.capitalised),
        case .scale(let scale)? = lexicon.match(tokens, at: second)?.word, scale >= 1000,
        !tokens[second].flags.contains(.lineStart)
      else { return nil }
      return fraction(from: start, at: second, part)
    case .value, .scale:
      // A scale word needs an amount before it: not 'billion' alone, but 'hundred' in other languages (cent, yüz).
      if case .scale(let scale) = first.word, !lexicon.decimalComma || scale > 1000 || scale < 100,
        !lexicon.loneScales.contains(tokens[start]), !isScaleOfScale(start, second)
      {
        return nil
      }
      guard var number = cardinal(at: start) else { return nil }
      if let part = denominator(at: number.tokens.upperBound), let value = number.value, value < 1000 {
        return scaled(fraction(from: start, at: part.end, value * part.value))
      }
      takePoint(&number)
      takeAndFraction(&number)
      if lexicon.rounded.contains(tokens[number.tokens.upperBound - 1]) { number.isApproximate = true }
      return outOf(scaled(number))
    case .every:
      // 'every fifth voter', 'jeder Fünfte'
      guard second < tokens.count, !tokens[second].flags.contains(.lineStart),
        let ordinal = lexicon.match(tokens, at: second),
        case .ordinalFraction(let part) = ordinal.word
      else { return nil }
      return Number(tokens: start..<second + ordinal.count, value: part, isFraction: true)
    case .minus: return minus(from: start, at: second)
    case .conjunction, .of, .outOf, .point: return nil
    }
  }

  /// `hundred thousand` without its article, in the middle of a sentence.
  private func isScaleOfScale(_ start: Int, _ next: Int) -> Bool {
    guard !tokens[start].flags.contains(.capitalised), next < tokens.count, !tokens[next].flags.contains(.lineStart),
      case .scale(let outer)? = lexicon.match(tokens, at: next)?.word, outer >= 1000
    else { return false }
    return start == 0 || lexicon.match(tokens, at: start - 1) == nil
  }

  /// `two hundred and fifty thousand`, `twenty-five`, `dvadeset i pet`.
  func cardinal(at start: Int) -> Number? {
    var (total, current) = (0.0, 0.0)
    var room = Double.infinity  // what may still be added: below the tens, the hundreds, the scale
    var scaleRoom = Double.infinity
    var lastScale = 1.0
    var index = start
    var end = start
    // No number has more words; a text of nothing but `one million` would be read to its end at each of them.
    while index < tokens.count, index - start < 64 {
      if index > start {
        if tokens[index].flags.contains(.lineStart) { break }
        // 'three million, two hundred and forty'
        if tokens[index].isMark(",", in: text), current == 0, total >= 1000, index + 2 < tokens.count,
          case .value? = lexicon.match(tokens, at: index + 1)?.word,
          case .scale(100)? = lexicon.match(tokens, at: index + 2)?.word
        {
          index += 1
        }
        if tokens[index].isMark("&", in: text), room == 100, index + 1 < tokens.count, tokens[index + 1].kind == .word,
          case .value(let value)? = lexicon.match(tokens, at: index + 1)?.word, value > 0, value < 100
        {
          index += 1
        }
        // The hyphen of 'twenty-five'; 'five-year' stops at the next word.
        if tokens[index].isMark("-", in: text), index + 1 < tokens.count,
          isGlued(index) && isGlued(index + 1) || room == 10 && isDigitWord(index + 1)
        {
          index += 1
        }
      }
      guard tokens[index].kind == .word, let (word, count) = word(at: index) else { break }
      switch word {
      case .value(let value):
        guard value < min(room, scaleRoom), value > 0 || index == start else { return finish() }
        current += value
        room =
          value >= 100
          ? 100
          : value >= 20 || value == 10 && lexicon.joinsTen || (value >= 10 && lexicon.joinsTens && value == 60) ? 10 : 0
        if value == 60 || value == 80, lexicon.joinsTens { room = 20 }
        lastScale = 1
      case .scale(let scale), .plural(let scale):
        // Serbian `dve hiljade` has the word of `hiljade ljudi`.
        if case .plural = word, scale < 1000 || end == start { return finish() }
        guard scale < scaleRoom || scale > 1000 else { return finish() }
        if scale == 100 {
          guard current < 100, room != 100 else { return finish() }
          current = max(current, 1) * 100
          room = 100
        } else if total > 0, scale > scaleRoom || current == 0 {
          // 'hundred thousand million', 'dos mil trescientos millones'
          total = (total + current) * scale
          (current, room, scaleRoom) = (0, .infinity, scale)
        } else {
          total += max(current, 1) * scale
          (current, room, scaleRoom) = (0, .infinity, scale)
        }
        lastScale = scale
      case .conjunction:
        // 'two hundred and fifty', but not 'five and six'.
        let next = index + count
        let follows = lexicon.joinsTens ? end > start && (room <= 100 || current == 0) : room == 100 || current == 0
        guard end > start, follows, next < tokens.count,
          case .value(let value)? = lexicon.match(tokens, at: next)?.word,
          value < min(room, scaleRoom), value > 0, !isCountOfParts(next)
        else { return finish() }
        index = next
        continue
      default: return finish()
      }
      index += count
      end = index
    }
    return finish()

    func finish() -> Number? {
      guard end > start, total + current < 1e30 else { return nil }
      return Number(tokens: start..<end, value: total + current, scale: lastScale)
    }
  }

  /// Whether the word is that of a digit, so that a spaced hyphen before it joins: `fifty - two`.
  func isDigitWord(_ index: Int) -> Bool {
    guard !isGlued(index), !isGlued(index - 1), !tokens[index].flags.contains(.lineStart),
      case .value(let value)? = lexicon.match(tokens, at: index)?.word
    else { return false }
    return value > 0 && value < 10
  }

  /// The `three` of `a million and three fifths`.
  func isCountOfParts(_ index: Int) -> Bool {
    guard let (_, count) = lexicon.match(tokens, at: index), index + count < tokens.count else { return false }
    var next = index + count
    if tokens[next].isMark("-", in: text), next + 1 < tokens.count { next += 1 }
    if case .fraction(let part)? = lexicon.match(tokens, at: next)?.word { return part < 0.5 }
    return false
  }

  /// `minus 5`, `minus-1.4`, `negative five`.
  func minus(from start: Int, at index: Int) -> Number? {
    // 'plus or minus 3 points' takes no side.
    if start > 1, lexicon.plus.contains(tokens[start - 2]) { return nil }
    var index = index
    if index + 1 < tokens.count, tokens[index].isMark("-", in: text), isGlued(index + 1) { index += 1 }
    guard index < tokens.count, !tokens[index].flags.contains(.lineStart),
      lexicon.match(tokens, at: index)?.word != .minus, tokens[index].kind == .number || tokens[index].kind == .word,
      var number = number(at: index), !number.isVague,
      let value = number.value
    else { return nil }
    number.value = -value
    number.isPlain = false
    number.tokens = start..<number.tokens.upperBound
    return number
  }

  /// `two point two million`.
  func takePoint(_ number: inout Number) {
    var next = number.tokens.upperBound
    guard let value = number.value, value < 1000, next + 1 < tokens.count, tokens[next].kind == .word,
      lexicon.match(tokens, at: next)?.word == .point
    else { return }
    next += 1
    var (part, power) = (0.0, 1.0)
    // '1 point 1'
    if number.isDigits, let digits = DigitParser.plainInteger(tokens[next], in: text), tokens[next].range.count <= 3 {
      for _ in 0..<tokens[next].range.count { power *= 10 }
      (part, next) = (Double(digits), next + 1)
    }
    // As many decimals as a number holds: behind three hundred of them it would be none at all.
    while next < tokens.count, power < 1e15, case .value(let digit)? = lexicon.match(tokens, at: next)?.word {
      if digit >= 10, power == 1, let rest = cardinal(at: next), let two = rest.value, two < 100 {
        (part, power, next) = (two, 100, rest.tokens.upperBound)
        break
      }
      guard digit < 10 else { break }
      (part, power) = (part * 10 + digit, power * 10)
      next += 1
    }
    guard power > 1 else { return }
    number.value = (value * power + part) / power
    number.tokens = number.tokens.lowerBound..<next
    (number.scale, number.isPlain) = (1, false)
  }

  /// `.5`, behind a space.
  func pointed(at start: Int) -> Number? {
    guard tokens[start].isMark(".", in: text), tokens[start].flags.contains(.spaceBefore), isGlued(start + 1),
      start + 1 < tokens.count, let digits = DigitParser.plainInteger(tokens[start + 1], in: text)
    else { return nil }
    var value = Double(digits)
    for _ in 0..<tokens[start + 1].range.count { value /= 10 }
    return scaled(Number(tokens: start..<start + 2, value: value, isDigits: true))
  }

  /// Takes the scale word behind digits: `3.5 million`, `3.5bn`, `$100-million`, `2 dozens`.
  func scaled(_ number: Number) -> Number {
    var number = number
    var next = number.tokens.upperBound
    guard number.scale == 1 || number.scale == 100, !number.isFraction || number.scale == 1, var value = number.value
    else { return number }
    // 'two hundred dozens', but not 'two hundred hundreds'
    if number.scale == 100, next < tokens.count, scale(at: next).map({ $0 == 100 }) ?? true { return number }
    if next + 1 < tokens.count, tokens[next].isMark("-", in: text), isGlued(next), isGlued(next + 1) { next += 1 }
    while next < tokens.count, tokens[next].kind == .word, !tokens[next].flags.contains(.lineStart),
      let (scale, count) = scaleWords(at: next), value * scale < 1e30
    {
      defer { takeStop(&number, at: next) }
      value = Number.product(value, scale)
      number.scale *= scale
      number.value = value
      number.isPlain = false
      next += count
      number.tokens = number.tokens.lowerBound..<next
    }
    takeSmallerScale(&number)
    if number.scale > 1 {
      number.isFraction = false
      takeAndFraction(&number)
    }
    return number
  }

  /// Takes the stop of `800 Mio. Dollar`, `2,3 Mrd. Euro`: one in the middle of a sentence, behind an abbreviated scale.
  private func takeStop(_ number: inout Number, at index: Int) {
    guard lexicon.decimalComma || lexicon.isSparse, index + 1 < tokens.count, tokens[index].isMark(".", in: text),
      isGlued(index), tokens[index - 1].range.count <= (tokens[index - 1].flags.contains(.nonASCII) ? 8 : 4),
      tokens[index + 1].kind == .word,
      tokens[index + 1].flags.contains(.spaceBefore),
      !tokens[index + 1].flags.contains(.sentenceStart), !tokens[index + 1].flags.contains(.lineStart)
    else { return }
    number.tokens = number.tokens.lowerBound..<index + 1
  }

  /// `2 million 500 thousand`, `4 thousand 3 hundred and 21`: digits with a smaller scale word behind.
  private func takeSmallerScale(_ number: inout Number) {
    guard number.isDigits, number.scale >= 100, let value = number.value else { return }
    var (total, room, next) = (value, number.scale, number.tokens.upperBound)
    while next + 1 < tokens.count, tokens[next].flags.contains(.spaceBefore) || lexicon.isSparse,
      !tokens[next].flags.contains(.lineStart),
      let part = DigitParser.plainInteger(tokens[next], in: text), part > 0, let scale = scale(at: next + 1),
      !tokens[next + 1].flags.contains(.lineStart), scale < room, Double(part) * scale < room
    {
      (total, room, next) = (total + Double(part) * scale, scale, next + 2)
    }
    // '3 bin 400', '1万5000'
    if lexicon.addsDigits, next < tokens.count, room == 1000 ? !isGlued(next) : isGlued(next) && room >= 10_000,
      !tokens[next].flags.contains(.lineStart), let rest = DigitParser.plainInteger(tokens[next], in: text),
      rest > 0, Double(rest) < room, room > 1000 || tokens[next].range.count == 3
    {
      (total, next) = (total + Double(rest), next + 1)
    }
    // '4 thousand 3 hundred and 21', '5 hundred and 12'
    if room == 100, next + 1 < tokens.count, lexicon.match(tokens, at: next)?.word == .conjunction,
      let part = DigitParser.plainInteger(tokens[next + 1], in: text), part < 100, scale(at: next + 2) == nil
    {
      (total, next) = (total + Double(part), next + 2)
    }
    guard next > number.tokens.upperBound else { return }
    number.value = total
    number.tokens = number.tokens.lowerBound..<next
  }

  func scale(at index: Int) -> Double? { scaleWords(at: index)?.scale }

  /// The magnitude at a token, and of how many words it is: `millions`, `mila miliardi`.
  func scaleWords(at index: Int) -> (scale: Double, count: Int)? {
    guard let (word, count) = lexicon.match(tokens, at: index) else { return nil }
    switch word {
    case .scale(let scale): return (scale, count)
    case .plural(let scale) where scale >= 12: return (scale, count)
    default: return nil
    }
  }
}
