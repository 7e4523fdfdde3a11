import CopydeskText

/// Quantities in a language without tables of its own.
extension QuantityScanner {
  /// Whether a quantity is sure, though what the words round it mean is not known: it has a unit, a magnitude, or groups of
  /// digits, and nothing beside it can be a magnitude that would change it. Bare digits may be the day of a date.
  func isSure(_ amount: Amount) -> Bool {
    let (start, end) = (amount.tokens.lowerBound, amount.tokens.upperBound)
    // '1 milione 500 euro', 'milioni €5'
    if start > 0, continues(start), isScale(start - 1) { return false }
    // '5 EUR milioni'; '€5milionowy'
    if isScale(end) || numbers.isMagnitude(end) { return false }
    let isOpen = amount.unit == nil || amount.isPrefixed
    if isOpen, isGlued(end), tokens[end].kind == .word { return false }
    if amount.number.scale > 1 { return true }
    // Where magnitudes are not known, any word behind the number may be one.
    if isOpen, numbers.lexicon.hasUnknownMarks, continues(end), tokens[end].kind == .word { return false }
    return amount.unit != nil || amount.number.isGrouped && amount.number.integerDigits >= 5
  }

  private func isScale(_ index: Int) -> Bool {
    index < tokens.count && tokens[index].kind == .word
      && (numbers.scale(at: index) != nil || Magnitudes.mayStand(tokens, at: index, in: text))
  }
}
