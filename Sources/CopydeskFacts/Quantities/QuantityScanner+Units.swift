import CopydeskText

/// Whether what stands beside a number is meant as its unit.
extension QuantityScanner {
  /// Whether `in` is no preposition: `2 1/2 in thick`, `is 2 in.`
  func isInch(_ amount: Amount, at index: Int) -> Bool {
    guard amount.number.isDigits, amount.number.scale == 1, continues(index),
      words.measures.inch.contains(tokens[index]),
      (amount.number.value ?? 0) < 1000
    else { return false }
    let next = index + 1
    if !continues(next) { return true }
    if isMark(next, ".") { return !continues(next + 1) || tokens[next + 1].flags.contains(.sentenceStart) }
    return words.measures.sizes.contains(tokens[next])
  }

  /// Whether the unit can be meant: a bare letter, `second` behind a number, `in` the preposition.
  func fits(_ match: UnitTable.Match, _ amount: Amount, at index: Int) -> Bool {
    let number = amount.number
    if match.isSign {
      // 'nine am', 'two in': letters need digits.
      guard number.isDigits || match.unit.symbol == "%" else {
        return number.scale > 1 && match.unit.isMoney || units.isSure(tokens[index])
      }
      if match.unit.symbol == "deg", isGlued(index) { return true }
      // 'the 21st century', but 'weighs 11st'
      if match.unit.symbol == "[stone_av]", isGlued(index), let value = number.value, number.isPlain,
        value.truncatingRemainder(dividingBy: 10) == 1, value.truncatingRemainder(dividingBy: 100) != 11
      {
        return false
      }
      // '10c a litre', not 'Section 10c' or 'Flat 7c'
      if match.unit.symbol == "{cent}", tokens[index].kind == .word {
        let start = amount.tokens.lowerBound
        return (number.value ?? 100) < 100 && !(start > 0 && isNamed(before: start))
      }
      // 'apartment 24703 L-202'
      if isDash(match.end), isGlued(match.end), isGlued(match.end + 1), continues(match.end + 1),
        tokens[match.end + 1].kind == .number, tokens[index].kind == .word
      {
        return false
      }
      if match.unit.dimension == "temperature", tokens[index].range.count == 1 { return isDegrees(amount, index) }
      // 'the iPhone 5s', 'the 2010s'
      if match.unit.symbol == "s", tokens[index].range.count == 1 { return !number.isPlain }
      if match.unit.symbol == "[in_i]" || match.unit.symbol == "[ft_i]", tokens[index].kind == .punctuation {
        return isGlued(index) && !isQuoted(before: index)
      }
      if match.unit.isMoney, tokens[index].kind == .symbol, isGlued(match.end), continues(match.end),
        tokens[match.end].kind == .number
      {
        return false  // '5 $10 notes'
      }
      return true
    }
    // 'two won', 'three rand': short names that are words as well; 'South Korean won' are none.
    if match.end == index + 1, match.unit.symbol == "KRW" || match.unit.symbol == "ZAR" {
      return (number.value ?? 0) >= 100 || number.scale > 1
    }
    if match.unit.symbol == "s", words.measures.second.contains(tokens[index]), number.value != 1, !isDash(index - 1) {
      return number.isDigits && !number.isPlain || isMark(index + 1, "-") || continues(index + 1) && number.isDigits
    }
    return true
  }

  /// Whether a name or label stands before the number: `Section 10`, `Flat 7`.
  private func isNamed(before start: Int) -> Bool {
    let token = tokens[start - 1]
    return token.kind == .word && !tokens[start].flags.contains(.lineStart)
      && (numbers.lexicon.labels.table.contains(token)
        || token.flags.contains(.capitalised) && !token.flags.contains(.sentenceStart))
  }

  /// Whether a bare `C` or `F` is meant as degrees: not in `777F` or `14.7C/`.
  private func isDegrees(_ amount: Amount, _ index: Int) -> Bool {
    let start = amount.tokens.lowerBound
    if isMark(index + 1, "/"), isGlued(index + 1) { return false }
    if start > 1, isDash(start - 1), isGlued(start), tokens[start - 2].kind == .word { return false }
    let isNamed =
      start > 0 && tokens[start - 1].flags.contains(.capitalised) && !tokens[start - 1].flags.contains(.sentenceStart)
    return abs(amount.number.value ?? 0) < 500 && !(isNamed && amount.number.isPlain)
  }

  /// Whether a quotation mark is open before the sign, so that it closes a quote: `"he is 34"`.
  private func isQuoted(before index: Int) -> Bool {
    let sentence = document.sentences[document.sentenceIndex(at: Int(tokens[index].range.start))].tokens
    var marks = 0
    for place in max(sentence.lowerBound, index - 100)..<index where isMark(place, "\"") || isMark(place, "'") {
      marks += 1
    }
    return marks % 2 == 1
  }

  /// Whether pounds weigh: `a 25-pound bag`, `weighs 80 pounds`, `10 pounds of flour`; else they pay.
  func isMass(_ amount: Amount, isHyphened: Bool) -> Bool {
    if isHyphened { return true }
    let (start, end) = (amount.tokens.lowerBound, amount.tokens.upperBound)
    if continues(end), words.of.contains(tokens[end]) || words.measures.behindMass.contains(tokens[end]) { return true }
    if continues(end + 1), units.match(tokens, at: end + 1, in: text)?.unit.dimension == "mass" { return true }
    for index in max(0, start - 8)..<min(tokens.count, end + 8) where words.measures.massCues.contains(tokens[index]) {
      return true
    }
    return false
  }
}
