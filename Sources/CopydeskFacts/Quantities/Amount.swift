/// A number with its unit, before modifier and counted noun: what the small grammar reads.
///
///     amount  = [currency sign] number [scale letter] [unit] [rate]
///     number  = digits or words, with scale words, fractions and decimals (`NumberScanner`)
///     rate    = (per | a | /) unit
///     range   = amount (to | – | ±) amount, between amount and amount
struct Amount {
  var tokens: Range<Int>
  var number: Number
  var unit: Unit?
  /// Whether the unit stands before the number: `$5`.
  var isPrefixed = false
  var rule = "quantity/number"
  /// The lower end, if it is a range.
  var low: Double?
  var high: Double?
  /// The noun that a later number of the list names.
  var counted: Range<Int>?
  /// The denominator of a rate is in the unit already.
  var isRate = false

  init(_ number: Number) {
    (tokens, self.number) = (number.tokens, number)
    (low, high) = (number.low, number.high)
  }

  var value: Double? { number.value }
  /// Whether nothing but a single number is stated: no range, no open amount, no part.
  var isSingle: Bool { low == nil && !number.isVague && !number.isFraction }

  /// Takes a unit that stands up to a token.
  mutating func take(_ unit: Unit, to end: Int) {
    self.unit = unit
    tokens = tokens.lowerBound..<end
    rule = unit.isMoney ? "quantity/money-name" : unit.symbol == "%" ? "quantity/percent" : "quantity/unit"
  }

  /// Multiplies the number by what stands up to a token.
  mutating func multiply(by scale: Double, to end: Int) {
    number.value = number.value.map { Number.product($0, scale) }
    (number.scale, number.isPlain) = (scale, false)
    tokens = tokens.lowerBound..<end
  }

  /// The range from this amount to the end of another, with its number and unit.
  func range(to other: Amount, _ low: Double, _ high: Double) -> Amount {
    var range = self
    range.tokens = tokens.lowerBound..<other.tokens.upperBound
    (range.number, range.unit) = (other.number, other.unit ?? unit)
    (range.low, range.high, range.rule) = (low, high, "quantity/range")
    return range
  }
}
