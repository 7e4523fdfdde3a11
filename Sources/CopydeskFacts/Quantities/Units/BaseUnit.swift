/// What a unit is worth in the base unit of its dimension: `km` is 1000 m, `[degF]` is K after 459.67 are added.
public struct BaseUnit: Sendable, Hashable {
  /// The UCUM symbol of the base unit: `m`, `m2`, `m3`, `kg`, `s`, `K`, `rad`, `m/s`, `W`, `J`, `Pa`, `By`, `1`…
  public let symbol: String
  /// The base value is (value + offset) · factor.
  public let factor: Double
  /// What is added first; other than 0 for temperatures only.
  public let offset: Double

  /// The base unit of a symbol as `Quantity.unit` has it, or nil where there is no fixed rate, as for money.
  ///
  /// `A/B` is converted part by part: `km/h` is 0.2777… m/s, `[bbl_us]/d` is m3/s.
  public init?(of unit: String) {
    if let row = Self.table[unit] {
      guard let row else { return nil }
      self = row
      return
    }
    guard let slash = unit.firstIndex(of: "/"), let over = Self.table[String(unit[..<slash])] ?? nil,
      let under = Self.table[String(unit[unit.index(after: slash)...])] ?? nil, over.offset == 0, under.offset == 0
    else { return nil }
    self.init(symbol: "\(over.symbol)/\(under.symbol)", factor: over.factor / under.factor)
  }

  /// A value of the unit in the base unit.
  public func convert(_ value: Double) -> Double { (value + offset) * factor }

  init(symbol: String, factor: Double, offset: Double = 0) {
    (self.symbol, self.factor, self.offset) = (symbol, factor, offset)
  }

  /// Those of `common/units.tsv`: exact where the unit is defined so (the inch is 0.0254 m since 1959), a year is the Julian
  /// year of 365.25 days as in UCUM, a month its twelfth.
  private static let table = Dictionary(UnitKind.all.map { ($0.symbol, $0.base) }) { first, _ in first }
}

extension Quantity {
  /// The base unit of its dimension; nil for counts and money.
  public var baseUnit: BaseUnit? { unit.flatMap { BaseUnit(of: $0) } }

  /// The same amount in the base unit: 5 km as 5000 m; nil for counts and money.
  public func inBaseUnit() -> Quantity? {
    guard let base = baseUnit else { return nil }
    var quantity = self
    quantity.unit = base.symbol
    (quantity.value, quantity.low, quantity.high) = (
      value.map(base.convert), low.map(base.convert), high.map(base.convert)
    )
    return quantity
  }
}
