import CopydeskText

/// A number with its unit, ranges of two, and units in the plural and in fractions of each other.
extension QuantityScanner {
  /// `$3.5bn`, `350 meters`, `78-day`, `40C`, or a bare number.
  func amount(at index: Int) -> Amount? {
    guard continues(index) || index < tokens.count else { return nil }
    if let prefixed = prefixed(at: index) { return prefixed }
    guard let number = numbers.number(at: index) else { return nil }
    return withUnit(Amount(tokens: number.tokens, number: number))
  }

  // MARK: Money before the number

  private func prefixed(at index: Int) -> Amount? {
    guard let currency = units.match(tokens, at: index, in: text) else { return nil }
    if currency.unit.symbol == "%", !currency.isSign || isGlued(currency.end), continues(currency.end),
      tokens[currency.end].kind == .number || !currency.isSign, index == 0 || tokens[index - 1].kind != .number,
      numbers.lexicon.decimalComma, let number = numbers.number(at: currency.end), number.value != nil
    {
      // '%12,5', 'yüzde 12,5'
      return Amount(
        tokens: index..<number.tokens.upperBound, number: number, unit: currency.unit, isPrefixed: true,
        rule: "quantity/percent")
    }
    guard currency.unit.isMoney, currency.isSign else { return nil }
    var next = currency.end
    // 'Rs. 500'
    if isMark(next, "."), isGlued(next) { next += 1 }
    guard continues(next), tokens[next].kind == .number || tokens[next].kind == .punctuation && isGlued(next),
      let number = numbers.number(at: next)
    else { return nil }
    var amount = Amount(tokens: index..<number.tokens.upperBound, number: number, unit: currency.unit, isPrefixed: true)
    amount.rule = "quantity/money-symbol"
    takeMoneyScale(&amount)
    // 'US$5 million dollars', '$10 USD', '$100-million'
    if let repeated = units.match(tokens, at: amount.tokens.upperBound, in: text), repeated.unit == currency.unit,
      continues(amount.tokens.upperBound)
    {
      amount.tokens = index..<repeated.end
    }
    return amount
  }

  /// `€3m`, `$10B`, `£2T`: letters that mean a unit elsewhere.
  private func takeMoneyScale(_ amount: inout Amount) {
    let next = amount.tokens.upperBound
    guard amount.number.scale == 1, continues(next), tokens[next].kind == .word, isGlued(next), !words.isSparse,
      let value = amount.number.value
    else { return }
    guard let scale = units.scaleOfLetter(tokens[next]) else { return }
    amount.number.value = Number.product(value, scale)
    amount.number.scale = scale
    amount.number.isPlain = false
    amount.tokens = amount.tokens.lowerBound..<next + 1
  }

  // MARK: Units behind the number

  private func withUnit(_ amount: Amount) -> Amount {
    var amount = amount
    var next = amount.tokens.upperBound
    guard continues(next) else { return amount }
    var isHyphened = false
    if isDash(next), isGlued(next), isGlued(next + 1), continues(next + 1), tokens[next + 1].kind == .word {
      next += 1
      isHyphened = true
    }
    if amount.number.scale == 1, amount.number.isDigits, let value = amount.number.value,
      tokens[next].flags.contains(.allCaps), let currency = units.currencyOfMillions(tokens[next])
    {
      (amount.number.value, amount.number.scale, amount.number.isPlain) = (Number.product(value, 1e6), 1e6, false)
      amount.unit = currency
      (amount.tokens, amount.rule) = (amount.tokens.lowerBound..<next + 1, "quantity/money-name")
      return amount
    }
    if let million = millionLetter(amount, at: next) {
      return million.number.scale == amount.number.scale ? million : withUnit(million)
    }
    if amount.number.isVague || amount.number.low != nil || amount.number.isFraction, continues(next),
      words.of.contains(tokens[next])
    {
      // 'tens of thousands of dollars', 'a quarter of a mile', but 'half of the dollars' counts them.
      var inner = next + 1
      if amount.number.isFraction, continues(inner), words.indefinite.contains(tokens[inner]) { inner += 1 }
      if continues(inner), let match = units.match(tokens, at: inner, in: text), !match.isSign,
        amount.number.low != nil || amount.number.isVague || inner > next + 1
      {
        amount.unit = match.unit
        amount.tokens = amount.tokens.lowerBound..<match.end
        amount.rule = "quantity/unit"
        takeBounds(&amount)
        return amount
      }
      takeBounds(&amount)
      return amount
    }
    if amount.number.isFraction, continues(next), words.indefinite.contains(tokens[next]),
      let match = units.match(tokens, at: next + 1, in: text), !match.isSign
    {
      amount.unit = match.unit
      amount.tokens = amount.tokens.lowerBound..<match.end
      amount.rule = "quantity/unit"
      return amount
    }
    takeBounds(&amount)
    // '2 millones de dólares', '3 millions de dollars'
    if numbers.lexicon.decimalComma || words.isSparse, amount.number.scale >= 1e6, words.of.contains(tokens[next]),
      continues(next + 1),
      let match = units.match(tokens, at: next + 1, in: text), !match.isSign
    {
      amount.unit = match.unit
      amount.tokens = amount.tokens.lowerBound..<match.end
      amount.rule = match.unit.isMoney ? "quantity/money-name" : "quantity/unit"
      return amount
    }
    // 'two full years', 'three more days'
    var place = next
    if !isHyphened, continues(next), numbers.lexicon.beforeTimeUnits.contains(tokens[next]),
      let match = units.match(tokens, at: next + 1, in: text), match.unit.isTime, !match.isSign
    {
      place = next + 1
    }
    if isInch(amount, at: place) {
      amount.unit = Unit(symbol: "[in_i]", dimension: "length")
      amount.tokens = amount.tokens.lowerBound..<place + 1
      amount.rule = "quantity/unit"
      return amount
    }
    guard continues(place), let match = units.match(tokens, at: place, in: text), fits(match, amount, at: place) else {
      return amount
    }
    amount.unit = match.unit
    amount.tokens = amount.tokens.lowerBound..<match.end
    // '75 USD million'
    if match.unit.isMoney, amount.number.scale == 1, let value = amount.number.value, continues(match.end),
      tokens[match.end].kind == .word, let scale = numbers.scale(at: match.end), scale >= 1000
    {
      (amount.number.value, amount.number.scale, amount.number.isPlain) = (Number.product(value, scale), scale, false)
      amount.tokens = amount.tokens.lowerBound..<match.end + 1
    }
    if words.measures.pounds.contains(tokens[place]), match.unit.symbol == "GBP", isMass(amount, isHyphened: isHyphened)
    {
      amount.unit = Unit(symbol: "[lb_av]", dimension: "mass")
      amount.rule = "quantity/unit"
      return amount
    }
    amount.rule =
      match.unit.isMoney ? "quantity/money-name" : match.unit.symbol == "%" ? "quantity/percent" : "quantity/unit"
    takeAge(&amount)
    return amount
  }

  /// Whether `in` is no preposition: `2 1/2 in thick`, `is 2 in.`
  private func isInch(_ amount: Amount, at index: Int) -> Bool {
    guard amount.number.isDigits, amount.number.scale == 1, continues(index),
      words.measures.inch.contains(tokens[index]),
      (amount.number.value ?? 0) < 1000
    else { return false }
    let next = index + 1
    if !continues(next) { return true }
    if isMark(next, ".") { return !continues(next + 1) || tokens[next + 1].flags.contains(.sentenceStart) }
    return words.measures.sizes.contains(tokens[next])
  }

  private func takeBounds(_ amount: inout Amount) {
    (amount.low, amount.high) = (amount.number.low, amount.number.high)
  }

  /// `35m people`, `4.3M`, `a 2.7m-strong force`: a million where something is counted; else a metre.
  private func millionLetter(_ amount: Amount, at index: Int) -> Amount? {
    guard amount.number.isDigits, amount.number.scale == 1, isGlued(index), tokens[index].range.count == 1,
      !words.isSparse, let value = amount.number.value, units.scaleOfLetter(tokens[index]) == 1e6
    else { return nil }
    let isUpper = tokens[index].flags.contains(.capitalised)
    let next = index + 1
    var isCount = isUpper
    if isDash(next), isGlued(next), continues(next + 1), words.counted.strong.contains(tokens[next + 1]) {
      isCount = true
    }
    if !isCount, continues(next), tokens[next].kind == .word, !words.stops.contains(tokens[next]),
      !words.measures.behindMetres.contains(tokens[next]), counted(after: next, amount) != nil, value < 1000,
      hasPlural(from: next)
    {
      isCount = true
    }
    // '12.3m tonnes'
    if !isCount, continues(next), let match = units.match(tokens, at: next, in: text), !match.isSign { isCount = true }
    guard isCount else { return nil }
    var amount = amount
    amount.number.value = Number.product(value, 1e6)
    amount.number.scale = 1e6
    amount.number.isPlain = false
    amount.tokens = amount.tokens.lowerBound..<next
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

  /// Whether the unit can be meant: a bare letter, `second` behind a number, `in` the preposition.
  private func fits(_ match: UnitTable.Match, _ amount: Amount, at index: Int) -> Bool {
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
    if match.unit.symbol == "KRW" || match.unit.symbol == "ZAR" {
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
  private func isMass(_ amount: Amount, isHyphened: Bool) -> Bool {
    if isHyphened { return true }
    let (start, end) = (amount.tokens.lowerBound, amount.tokens.upperBound)
    if continues(end), words.of.contains(tokens[end]) || words.measures.behindMass.contains(tokens[end]) { return true }
    if continues(end + 1), units.match(tokens, at: end + 1, in: text)?.unit.dimension == "mass" { return true }
    for index in max(0, start - 8)..<min(tokens.count, end + 8) where words.measures.massCues.contains(tokens[index]) {
      return true
    }
    return false
  }

  /// `34-year-old`, `34 years old`, `34 years of age`.
  private func takeAge(_ amount: inout Amount) {
    guard amount.unit?.isTime == true else { return }
    var next = amount.tokens.upperBound
    if isDash(next), isGlued(next), isGlued(next + 1) { next += 1 }
    if continues(next), words.ages.old.contains(tokens[next]) {
      amount.tokens = amount.tokens.lowerBound..<next + 1
      amount.rule = "quantity/age"
    }
  }

  // MARK: Ranges

  /// Takes the other end: `5 to 10 km`, `20–30%`, `between 3 and 5 million`, `$2 million to $3 million`.
  func range(from first: Amount, isBetween: Bool, hasOpener: Bool, isChange: Bool) -> Amount? {
    let next = first.tokens.upperBound
    guard continues(next), first.low == nil, !first.number.isVague, let low = first.number.value else { return nil }
    var isDashed = isDash(next)
    var other = next + 1
    if isDashed, isGlued(next), !isGlued(next + 1), continues(next + 1), !isBetween,
      let connector = words.connectors.longestMatch(tokens, at: next + 1), connector.value == 0
    {
      // 'an 8- to 10-week course'
      isDashed = false
      other = next + 1 + connector.count
    } else if isDashed {
      guard isGlued(next) == isGlued(next + 1) else { return nil }
      if !isGlued(next), first.unit == nil, !first.number.isDigits { return nil }
    } else {
      guard let connector = words.connectors.longestMatch(tokens, at: next), (connector.value == 1) == isBetween else {
        return nil
      }
      // 'from 5 to about 7 litres'
      other = afterModifier(next + connector.count)
    }
    guard continues(other), var second = amount(at: other), second.low == nil, !second.number.isVague,
      !second.number.isFraction || first.number.isFraction || second.unit != nil
    else { return nil }
    if !isDashed, let end = widest(second) { second = end }
    guard let high = second.number.value else { return nil }
    var range = first
    range.tokens = first.tokens.lowerBound..<second.tokens.upperBound
    range.unit = second.unit ?? first.unit
    if first.isRate, let end = Optional(rated(second)), end.isRate {
      // '2 g/m3 to 5 g/m3', '$20 an hour to $30 an hour'
      guard end.unit == first.unit else { return nil }
      range.unit = end.unit
      range.tokens = first.tokens.lowerBound..<end.tokens.upperBound
      range.number = end.number
      (range.low, range.high, range.rule, range.isRate) = (low, high, "quantity/range", true)
      return range
    }
    if let one = first.unit, let other = second.unit, one != other { return nil }
    if first.unit != nil, second.unit == nil, !first.isPrefixed, !hasOpener, !isDashed { return nil }
    var (left, right) = (low, high)
    let isUnitShared = first.unit == nil && second.unit != nil && !second.isPrefixed
    // The scale word stands once: '3 to 5 million', '$2–3 billion', but '$370,000 to $5.5 million' is as written.
    if first.number.scale == 1, second.number.scale > 1, low < 1000,
      low < high / second.number.scale * 1000 || hasOpener
    {
      left = Number.product(left, second.number.scale)
    }
    if first.number.scale > 1, second.number.scale == 1, first.isPrefixed, !second.isPrefixed, isDashed {
      right = Number.product(right, first.number.scale)
    }
    guard left < right || hasOpener && left != right || isDashed && range.unit != nil && left != right else {
      return nil
    }
    if range.unit == nil, !hasOpener {
      if isDashed {
        guard isCounting(second) || low >= 100 && second.number.isDigits else { return nil }
      } else {
        guard isCounting(second) || second.number.scale > 1 || low >= 13 && first.number.isDigits else { return nil }
      }
    }
    // 'fell 1 percent to 20 dollars', but 'rose by 1 to 1.5 degrees'
    if isChange, !isDashed, !isUnitShared { return nil }
    range.number = second.number
    range.isRate = second.isRate
    (range.low, range.high) = (left, right)
    range.rule = "quantity/range"
    return range
  }

  /// `two or three hundred people`, `four or five thousand dollars`: the scale word is meant for both.
  func either(from first: Amount) -> Amount? {
    let next = first.tokens.upperBound
    guard first.unit == nil, first.low == nil, first.number.scale == 1, !first.number.isVague,
      !first.number.isFraction, let low = first.number.value, low >= 1, continues(next),
      words.or.contains(tokens[next]),
      let second = amount(at: next + 1), !second.isPrefixed, second.low == nil, !second.number.isFraction,
      let high = second.number.value, second.number.scale >= 100, first.number.isDigits == second.number.isDigits,
      low < high / second.number.scale, low < 1000
    else { return nil }
    var range = second
    range.tokens = first.tokens.lowerBound..<second.tokens.upperBound
    (range.low, range.high) = (Number.product(low, second.number.scale), high)
    range.rule = "quantity/range"
    return range
  }

  /// `5 ± 0.2 kg`, `40 +/- 3 mm`: both ends are told by their distance from the middle.
  func tolerant(_ first: Amount) -> Amount? {
    var next = first.tokens.upperBound
    guard first.low == nil, !first.number.isVague, !first.number.isFraction, let middle = first.number.value,
      continues(next)
    else { return nil }
    if text.folds(tokens[next].range, to: "±") {
      next += 1
    } else if isMark(next, "+"), isMark(next + 1, "/"), isMark(next + 2, "-"), isGlued(next + 1), isGlued(next + 2) {
      next += 3
    } else {
      return nil
    }
    guard continues(next), let second = amount(at: next), second.low == nil, !second.isPrefixed,
      let distance = second.number.value, distance > 0,
      first.unit == nil || second.unit == nil || first.unit == second.unit
    else { return nil }
    var range = first
    range.tokens = first.tokens.lowerBound..<second.tokens.upperBound
    range.unit = first.unit ?? second.unit
    (range.low, range.high) = (middle - distance, middle + distance)
    range.rule = "quantity/range"
    return range
  }

  /// The upper end where it is a range itself: `from 24 to 33-35 billion euros`.
  private func widest(_ second: Amount) -> Amount? {
    let dash = second.tokens.upperBound
    guard second.unit == nil, isDash(dash), isGlued(dash), isGlued(dash + 1), continues(dash + 1),
      let last = amount(at: dash + 1), last.low == nil, last.unit != nil || last.number.scale > 1,
      let low = second.number.value, let high = last.number.value, low < high / last.number.scale
    else { return nil }
    return last
  }

  private func isCounting(_ amount: Amount) -> Bool { counted(after: amount.tokens.upperBound, amount) != nil }
}
