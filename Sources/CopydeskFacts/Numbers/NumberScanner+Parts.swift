import CopydeskText

/// Parts of numbers, and amounts that are not stated whole: fractions, open and vague amounts.
extension NumberScanner {
  /// `a million`, `a dozen`, `a third of`, `a quarter of a million`, `a couple of hundred`, `a few`.
  func article(at start: Int, _ index: Int) -> Number? {
    guard index < tokens.count, let (word, count) = lexicon.match(tokens, at: index) else { return nil }
    switch word {
    case .scale:
      guard var number = cardinal(at: index), tokens[index].flags.contains(.spaceBefore) else { return nil }
      number.tokens = start..<number.tokens.upperBound
      takeAndFraction(&number)
      return number
    case .vague(let value): return vague(from: start, at: index + count, value)
    case .fraction(let part), .ordinalFraction(let part):
      // 'a quarter of', 'a third of'; not 'a third man'.
      if part == 0.25, index + count < tokens.count, case .scale? = lexicon.match(tokens, at: index + count)?.word {
        return fraction(from: start, at: index + count, part)
      }
      let isHalf = part == 0.5
      guard isHalf || isOf(index + count) || isPartByItself(start, index + count) else { return nil }
      if isHalf, !isOf(index + count), !isEndOfPhrase(index + count) { return nil }
      return fraction(from: start, at: index + count, part)
    default: return nil
    }
  }

  /// `fell by a fifth`, `about a quarter,`: a part where a phrase ends.
  private func isPartByItself(_ start: Int, _ end: Int) -> Bool {
    start > 0 && isEndOfPhrase(end) && lexicon.beforeParts.contains(tokens[start - 1])
  }

  /// `several thousand`, `a couple of hundred`, `a few`.
  func vague(from start: Int, at index: Int, _ value: Double?) -> Number? {
    var number = Number(tokens: start..<index, value: value, isApproximate: true, isVague: true)
    var next = index
    if isOf(next) { next += 1 }
    if next < tokens.count, let (scale, count) = scaleWords(at: next) {
      number.tokens = start..<next + count
      number.value = value.map { Number.product($0, scale) }
      number.scale = scale
    } else if value != nil, next > index {
      number.tokens = start..<next
    }
    if number.value != nil { number.isVague = false }
    return number
  }

  /// `dozens`, `tens of thousands`, `hundreds of thousands`.
  func plural(from start: Int, at index: Int, _ base: Double) -> Number? {
    var number = Number(tokens: start..<index, isApproximate: true)
    var low = base
    // 'tens of thousands of millions', 'decenas de miles', 'desetine hiljada'
    var (index, last) = (index, base)
    for _ in 0..<2 {
      let place = isOf(index) ? index + 1 : index
      guard place < tokens.count, !tokens[place].flags.contains(.lineStart), let (next, count) = scaleWords(at: place),
        next > last, next >= 1000
      else { break }
      (low, last, index) = (low * next, next, place + count)
    }
    number.tokens = start..<index
    (number.low, number.high) = (low, low * 10)
    return number
  }

  /// `half`, `half a million`, `half a dozen`.
  func fraction(from start: Int, at index: Int, _ part: Double) -> Number {
    var number = Number(tokens: start..<index, value: part, isFraction: true)
    var next = index
    if isOf(next) { next += 1 }
    if next < tokens.count, lexicon.match(tokens, at: next)?.word == .article { next += 1 }
    if next < tokens.count, !tokens[next].flags.contains(.lineStart),
      case .scale(let scale)? = lexicon.match(tokens, at: next)?.word
    {
      number = Number(tokens: start..<next + 1, value: Number.product(part, scale), scale: scale)
    }
    return number
  }

  /// The `thirds` of `two thirds`.
  func denominator(at index: Int) -> (value: Double, end: Int)? {
    var index = index
    if index + 1 < tokens.count, tokens[index].isMark("-", in: text), isGlued(index + 1) || !isGlued(index) {
      index += 1
    }
    guard index < tokens.count, let (word, count) = lexicon.match(tokens, at: index) else { return nil }
    switch word {
    // 'three halves', not 'two half'
    case .fraction(let part):
      return part < 0.5 || lexicon.nouns.isPlural(tokens[index], in: text) ? (part, index + count) : nil
    case .ordinalFraction(let part):
      let isSure = isOf(index + count) || isEndOfPhrase(index + count) || isGlued(index)
      return isSure ? (part, index + count) : nil
    default: return nil
    }
  }

  /// `and a half`, `and three quarters`.
  func takeAndFraction(_ number: inout Number) {
    var next = number.tokens.upperBound
    guard let value = number.value, next < tokens.count, tokens[next].kind == .word else { return }
    if let half = lexicon.halves.longestMatch(tokens, at: next), !tokens[next].flags.contains(.lineStart) {
      number.value = value + 0.5 * (number.scale >= 1000 ? number.scale : 1)
      number.tokens = number.tokens.lowerBound..<next + half.count
      number.isPlain = false
      return
    }
    guard next + 1 < tokens.count, lexicon.match(tokens, at: next)?.word == .conjunction else { return }
    next += 1
    var times = 1.0
    if let (word, count) = lexicon.match(tokens, at: next) {
      if word == .article { next += count }
      if case .value(let digit) = word {
        // 'and three fifths', 'and fifty-four hundredths'
        guard digit < 100, let over = cardinal(at: next), let value = over.value, value < 100 else { return }
        (times, next) = (value, over.tokens.upperBound)
        if next + 1 < tokens.count, tokens[next].isMark("-", in: text), isGlued(next + 1) { next += 1 }
      }
    }
    guard next < tokens.count, let (word, count) = lexicon.match(tokens, at: next) else { return }
    let part: Double
    switch word {
    case .fraction(let fraction): part = fraction
    case .ordinalFraction(let fraction) where fraction == 0.25: part = fraction
    case .ordinalFraction(let fraction) where isEndOfPhrase(next + count) || isPlural(next + count): part = fraction
    default: return
    }
    // 'one billion and a half million'
    if number.scale >= 1e6, let scale = scale(at: next + count), scale >= 1000, scale < number.scale {
      number.value = value + part * times * scale
      number.tokens = number.tokens.lowerBound..<next + count + 1
      number.isPlain = false
      return
    }
    // 'five billion and three quarters', but 'one hundred and three quarters'
    number.value = value + part * times * (number.scale >= 1000 ? number.scale : 1)
    number.tokens = number.tokens.lowerBound..<next + count
    number.isPlain = false
  }

  private func isPlural(_ index: Int) -> Bool {
    index < tokens.count && lexicon.nouns.isPlural(tokens[index], in: text)
  }

  /// `one over twenty`, at the end of a phrase.
  private func over(_ number: Number) -> Number? {
    let next = number.tokens.upperBound
    guard let over = number.value, abs(over) == 1, number.scale == 1, next + 1 < tokens.count,
      lexicon.overs.contains(tokens[next]), !tokens[next].flags.contains(.lineStart)
    else { return nil }
    let under: Number?
    if tokens[next + 1].kind == .number {
      under = DigitParser.plainInteger(tokens[next + 1], in: text).map {
        Number(tokens: next + 1..<next + 2, value: Double($0))
      }
    } else {
      under = cardinal(at: next + 1)
    }
    guard let under, let total = under.value, total > 1, total <= 1000, isEndOfPhrase(under.tokens.upperBound) else {
      return nil
    }
    var number = number
    (number.value, number.isFraction, number.isPlain) = (over / total, true, false)
    number.tokens = number.tokens.lowerBound..<under.tokens.upperBound
    return number
  }

  /// `one in five`, `three out of four`, `9 in 10`.
  func outOf(_ number: Number) -> Number {
    if let fraction = over(number) { return fraction }
    var number = number
    let next = number.tokens.upperBound
    guard let over = number.value, over >= 1, over < 100, over == over.rounded(), number.scale == 1,
      next < tokens.count,
      let (word, count) = lexicon.match(tokens, at: next), word == .outOf, next + count < tokens.count
    else { return number }
    let under: Number?
    if tokens[next + count].kind == .number {
      guard number.isDigits || over < 13, let digits = DigitParser.plainInteger(tokens[next + count], in: text),
        digits <= 100 || count > 1
      else { return number }
      under = Number(tokens: next + count..<next + count + 1, value: Double(digits))
    } else {
      guard !number.isDigits || over == 1 else { return number }
      under = cardinal(at: next + count)
    }
    guard let under, let total = under.value, total > over, total <= 1_000_000, total >= 2 else { return number }
    if count == 1, over > 1, total != 10, total != 5, total != 4, total != 3, total != 100 { return number }
    number.value = over / total
    number.isFraction = true
    number.isPlain = false
    number.tokens = number.tokens.lowerBound..<under.tokens.upperBound
    return number
  }

  /// `fivefold`, `zehnfach`: how many times, in one word.
  func fold(at start: Int) -> Number? {
    let range = tokens[start].range
    guard let ending = lexicon.folds.length(ofEnd: range, in: text), ending < range.count else { return nil }
    let head = Text(validUTF8: Array(text.bytes[Int(range.start)..<Int(range.end) - ending]))
    let parts = Tokenizer.tokens(of: head)
    guard parts.count == 1, case .value(let value)? = lexicon.match(parts, at: 0)?.word, value > 1 else { return nil }
    return Number(tokens: start..<start + 1, value: value, isFraction: true)
  }
}
