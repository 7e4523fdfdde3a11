import CopydeskText

/// Units in fractions of each other, and rates.
extension QuantityScanner {
  // MARK: Compounds

  /// `6 feet 2 inches`, `5ft 11in`, `3 dollars 50 cents`, `2 km and 1 meter`.
  func compounded(_ amount: Amount) -> Amount {
    if let whole = withHalfUnit(amount) { return whole }
    guard let unit = amount.unit, amount.low == nil, let value = amount.value,
      let (smaller, factor) = units.smaller[unit.symbol]
        ?? (unit.isMoney && unit.symbol.utf8.count == 3 ? ("{cent}", 100) : nil)
    else { return amount }
    var next = amount.tokens.upperBound
    let isMetric = unit.dimension == "length" && !unit.symbol.hasPrefix("[") || unit.symbol == "kg"
    if !isMetric, continues(next), words.and.contains(tokens[next]) { next += 1 }
    if next == amount.tokens.upperBound, isMark(next, ",") { next += 1 }
    guard continues(next), var second = self.amount(at: next), let part = second.value, part < factor,
      !second.isPrefixed, second.low == nil
    else { return amount }
    let end = second.tokens.upperBound
    if second.unit == nil, unit.symbol == "[ft_i]", second.number.isPlain, continues(end),
      words.measures.inch.contains(tokens[end])
    {
      // '12 ft 2 in': behind feet it is no preposition.
      second.unit = Unit(symbol: smaller, dimension: unit.dimension)
      second.tokens = second.tokens.lowerBound..<end + 1
    }
    // '15 dollars and 15', 'one dollar and two'
    let isCents =
      second.number.isPlain && second.number.integerDigits == 2
      || next > amount.tokens.upperBound && !second.number.isDigits && !second.number.isFraction
        && !second.number.isVague
    if second.unit == nil, unit.isMoney, isCents, !amount.isPrefixed, numbers.isEndOfPhrase(end), !isMark(end, "%"),
      !isMark(end, "-"), !isMark(end, ","), amount.number.isDigits == second.number.isDigits || second.number.isDigits
    {
      // '15 dollars 50'
      second.unit = Unit(symbol: smaller, dimension: unit.dimension)
    }
    // '20 ringgit and 43c', 'three pounds 50p'
    if second.unit == nil, unit.isMoney, second.number.isPlain, second.number.integerDigits == 2, continues(end),
      isGlued(end), words.measures.cents.contains(tokens[end])
    {
      second.unit = Unit(symbol: smaller, dimension: unit.dimension)
      second.tokens = second.tokens.lowerBound..<end + 1
    }
    let isPart =
      second.unit?.symbol == smaller || unit.isMoney && second.unit?.symbol == "{cent}" && smaller != "{penny}"
    guard isPart else { return amount }
    var whole = amount
    whole.tokens = amount.tokens.lowerBound..<second.tokens.upperBound
    whole.rule = "quantity/compound"
    if unit.isMoney {
      whole.number.value = (value * factor + part) / factor
      return whole
    }
    whole.number.value = value * factor + part
    whole.unit = second.unit
    // '2 yards, 7 feet, 10 inches': at most as deep as the chain of units.
    return compounded(whole)
  }

  /// `one ton and a half`, `une tonne et demie`, `una tonelada y media`.
  private func withHalfUnit(_ amount: Amount) -> Amount? {
    var next = amount.tokens.upperBound
    guard amount.unit != nil, !amount.isPrefixed, amount.low == nil, let value = amount.value,
      continues(next + 1), numbers.lexicon.match(tokens, at: next)?.word == .conjunction
    else { return nil }
    next += 1
    let hasArticle = numbers.lexicon.match(tokens, at: next)?.word == .article
    if hasArticle { next += 1 }
    // English 'a ton and half of the coal' are two.
    guard hasArticle || numbers.lexicon.joinsTens, continues(next),
      let (word, count) = numbers.lexicon.match(tokens, at: next),
      case .fraction(0.5) = word, !(hasArticle && numbers.isOf(next + count))
    else { return nil }
    var whole = amount
    whole.number.value = value + 0.5
    whole.tokens = amount.tokens.lowerBound..<next + count
    return whole
  }

  /// Takes the whole before the cents: `a dollar and 42 cents`.
  func withWhole(_ amount: Amount, _ lead: Lead) -> Amount {
    let whole = lead.before - 1
    guard let unit = amount.unit, unit.isMoney, unit.symbol.hasPrefix("{"), amount.low == nil, !amount.isRate,
      let part = amount.value, part < 100, whole > 0, words.and.contains(tokens[lead.before]),
      lead.end == amount.tokens.lowerBound, lead.modifier == .exactly, continues(whole),
      words.indefinite.contains(tokens[whole - 1]), let match = units.match(tokens, at: whole, in: text),
      match.end == lead.before,
      match.unit.symbol.utf8.count == 3, (units.smaller[match.unit.symbol]?.0 ?? "{cent}") == unit.symbol
    else { return amount }
    var both = amount
    both.unit = match.unit
    both.number.value = (100 + part) / 100
    both.tokens = whole - 1..<amount.tokens.upperBound
    both.rule = "quantity/compound"
    return both
  }

  // MARK: Rates

  /// Takes the denominator: `$85 a barrel`, `300,000 barrels per day`, `25 cents per share`, `1.3 A/cm2`, `£30 a-year`,
  /// `52,000 barrel-a-day`, `30 euros le mètre carré`.
  func rated(_ amount: Amount) -> Amount {
    guard let unit = amount.unit, unit.dimension != "ratio" else { return amount }
    if let unit = rateBefore(amount) {
      var rate = amount
      (rate.unit, rate.isRate, rate.rule) = (unit, true, "quantity/rate")
      return rate
    }
    let start = afterSubstance(afterBracket(amount))
    let per = afterGluedDash(start)
    guard continues(per) else { return amount }
    let isArticle = unit.isMoney && words.perArticles.contains(tokens[per])
    guard isMark(per, "/") && isGlued(per) || isArticle || words.per.contains(tokens[per]) else { return amount }
    let under = afterGluedDash(per + 1)
    guard continues(under), tokens[under].kind == .word else { return amount }
    var (symbol, end) = ("", under + 1)
    if let match = units.match(tokens, at: under, in: text), !match.unit.isMoney, match.unit.dimension != "ratio",
      !(match.isSign && isArticle)
    {
      if unit.isTime, !match.unit.isTime || words.each.contains(tokens[per]) { return amount }
      (symbol, end) = (match.unit.symbol, match.end)
    } else if unit.isMoney, !isArticle, per == start, words.measures.shares.contains(tokens[under]) {
      symbol = "{\(text.lowercased(tokens[under].range))}"
    } else {
      return amount
    }
    var rate = amount
    rate.unit = unit.per(symbol)
    if start == amount.tokens.upperBound { rate.tokens = amount.tokens.lowerBound..<end }
    (rate.isRate, rate.rule) = (true, "quantity/rate")
    return rate
  }

  /// The unit with a denominator that stands before: `saatte 180 kilometre`, but not in `üç saatte 42 kilometre`, which is a
  /// way and its time.
  private func rateBefore(_ amount: Amount) -> Unit? {
    let before = amount.tokens.lowerBound - 1
    guard before >= 0, continues(before + 1), let place = words.ratesBefore[tokens[before]], let unit = amount.unit,
      !unit.isTime,
      !(max(0, before - 4)..<before).contains(where: { numbers.number(at: $0)?.tokens.upperBound == before })
    else { return nil }
    return unit.per(words.ratesBeforeUnits[place])
  }

  /// The token behind a dash that is glued on both sides.
  private func afterGluedDash(_ index: Int) -> Int {
    isDash(index) && isGlued(index) && isGlued(index + 1) ? index + 1 : index
  }

  /// The token behind what is measured, if a denominator stands there: `40 cubic metres of water per second`.
  private func afterSubstance(_ index: Int) -> Int {
    guard continues(index), words.of.contains(tokens[index]), continues(index + 1), tokens[index + 1].kind == .word,
      continues(index + 2), words.per.contains(tokens[index + 2]), !words.indefinite.contains(tokens[index + 2])
    else { return index }
    return index + 2
  }

  /// The token behind the same price in another currency: `C$6 (US$4.46) per share`.
  private func afterBracket(_ amount: Amount) -> Int {
    let end = amount.tokens.upperBound
    guard amount.unit?.isMoney == true, continues(end), isMark(end, "("), continues(end + 1),
      let other = self.amount(at: end + 1), other.unit?.isMoney == true, continues(other.tokens.upperBound),
      isMark(other.tokens.upperBound, ")")
    else { return end }
    return other.tokens.upperBound + 1
  }
}
