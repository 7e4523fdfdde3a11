import CopydeskText

/// Ranges: two amounts, or one and how far it may be off.
extension QuantityScanner {
  /// Takes the other end: `5 to 10 km`, `20–30%`, `between 3 and 5 million`, `$2 million to $3 million`.
  func range(from first: Amount, isBetween: Bool, hasOpener: Bool, isChange: Bool) -> Amount? {
    let next = first.tokens.upperBound
    guard continues(next), first.low == nil, !first.number.isVague, let low = first.value,
      let (other, isDashed) = otherEnd(of: first, isBetween: isBetween), continues(other),
      var second = amount(at: other), second.low == nil, !second.number.isVague, !isUnknown(second),
      !second.number.isFraction || first.number.isFraction || second.unit != nil
    else { return nil }
    if !isDashed, let end = widest(second) { second = end }
    guard let high = second.value else { return nil }
    if first.isRate, case let end = rated(second), end.isRate {
      // '2 g/m3 to 5 g/m3', '$20 an hour to $30 an hour'
      guard end.unit == first.unit else { return nil }
      return first.range(to: end, low, high)
    }
    if let one = first.unit, let other = second.unit, one != other { return nil }
    if first.unit != nil, second.unit == nil, !first.isPrefixed, !hasOpener, !isDashed { return nil }
    var (left, right) = (low, high)
    // The scale word stands once: '3 to 5 million', '$2–3 billion', but '$500 to $2 million' is as written.
    if first.number.scale == 1, second.number.scale > 1, low < high / second.number.scale {
      left = Number.product(left, second.number.scale)
    }
    if first.number.scale > 1, second.number.scale == 1, first.isPrefixed, !second.isPrefixed, isDashed {
      right = Number.product(right, first.number.scale)
    }
    var range = first.range(to: second, left, right)
    range.isRate = second.isRate
    guard left < right || left != right && (hasOpener || isDashed && range.unit != nil) else { return nil }
    if range.unit == nil, !hasOpener, countedTokens(after: second.tokens.upperBound, second) == nil {
      guard
        isDashed
          ? low >= 100 && second.number.isDigits
          : second.number.scale > 1 || low >= 13 && first.number.isDigits
      else { return nil }
    }
    // 'fell 1 percent to 20 dollars', but 'rose by 1 to 1.5 degrees'
    let isUnitShared = first.unit == nil && second.unit != nil && !second.isPrefixed
    return isChange && !isDashed && !isUnitShared ? nil : range
  }

  /// Where the other end may stand: behind a dash, `to`, or the `and` of `between`.
  private func otherEnd(of first: Amount, isBetween: Bool) -> (index: Int, isDashed: Bool)? {
    let next = first.tokens.upperBound
    if isDash(next), isGlued(next), !isGlued(next + 1), continues(next + 1), !isBetween,
      let connector = words.connectors.longestMatch(tokens, at: next + 1), connector.value == 0
    {
      return (next + 1 + connector.count, false)  // 'an 8- to 10-week course'
    }
    if isDash(next) {
      guard isGlued(next) == isGlued(next + 1), isGlued(next) || first.unit != nil || first.number.isDigits else {
        return nil
      }
      return (next + 1, true)
    }
    guard let connector = words.connectors.longestMatch(tokens, at: next), (connector.value == 1) == isBetween else {
      return nil
    }
    // 'from 5 to about 7 litres'
    return (afterModifier(next + connector.count), false)
  }

  /// `two or three hundred people`, `four or five thousand dollars`: the scale word is meant for both.
  func either(from first: Amount) -> Amount? {
    let next = first.tokens.upperBound
    guard first.unit == nil, first.isSingle, first.number.scale == 1, let low = first.value, low >= 1, low < 1000,
      continues(next), words.or.contains(tokens[next]),
      let second = amount(at: next + 1), !second.isPrefixed, second.isSingle, let high = second.value,
      second.number.scale >= 100, first.number.isDigits == second.number.isDigits, low < high / second.number.scale
    else { return nil }
    return first.range(to: second, Number.product(low, second.number.scale), high)
  }

  /// `5 ± 0.2 kg`, `40 +/- 3 mm`: both ends are told by their distance from the middle.
  func tolerant(_ first: Amount) -> Amount? {
    var next = first.tokens.upperBound
    guard first.isSingle, let middle = first.value, continues(next) else { return nil }
    if text.folds(tokens[next].range, to: "±") {
      next += 1
    } else if isMark(next, "+"), isMark(next + 1, "/"), isMark(next + 2, "-"), isGlued(next + 1), isGlued(next + 2) {
      next += 3
    } else {
      return nil
    }
    guard continues(next), let second = amount(at: next), second.low == nil, !second.isPrefixed,
      let distance = second.value, distance > 0,
      first.unit == nil || second.unit == nil || first.unit == second.unit
    else { return nil }
    var range = first.range(to: second, middle - distance, middle + distance)
    (range.number, range.unit) = (first.number, first.unit ?? second.unit)
    return range
  }

  /// The upper end where it is a range itself: `from 24 to 33-35 billion euros`.
  private func widest(_ second: Amount) -> Amount? {
    let dash = second.tokens.upperBound
    guard second.unit == nil, isDash(dash), isGlued(dash), isGlued(dash + 1), continues(dash + 1),
      let last = amount(at: dash + 1), last.low == nil, last.unit != nil || last.number.scale > 1,
      let low = second.value, let high = last.value, low < high / last.number.scale
    else { return nil }
    return last
  }

  /// Makes one of two bounds: `more than 10 and less than 40`.
  func bounded(_ quantity: Quantity, _ lead: Lead, by last: Quantity?) -> Quantity? {
    guard let last, last.modifier == .more || last.modifier == .atLeast, lead.before > 0,
      quantity.modifier == .less || quantity.modifier == .atMost, let low = last.value, let high = quantity.value,
      low < high, last.unit == nil || last.unit == quantity.unit,
      last.counted == nil || last.counted == quantity.counted
    else { return nil }
    var before = lead.before
    guard words.and.contains(tokens[before]) || isMark(before, ",") || words.but.contains(tokens[before]) else {
      return nil
    }
    if isMark(before - 1, ",") { before -= 1 }
    guard before > 0, tokens[before - 1].range.end == last.range.end else { return nil }
    var both = quantity
    both.range = TextRange(Int(last.range.start), Int(quantity.range.end))
    (both.value, both.low, both.high, both.modifier) = (nil, low, high, .exactly)
    both.rule = "quantity/two-bounds"
    return both
  }
}
