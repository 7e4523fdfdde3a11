public import CopydeskText

/// How a stated number bounds the real one.
public enum QuantityModifier: String, Sendable, CaseIterable {
  /// As stated.
  case exactly = "="
  /// About, around, several.
  case about = "~"
  /// Less than, closer than.
  case less = "<"
  /// More than.
  case more = ">"
  /// Up to, at most.
  case atMost = "<="
  /// At least.
  case atLeast = ">="
}

/// A number with its unit or with what it counts.
public struct Quantity: Annotation {
  /// The number with its scale word and unit; the modifier and the counted noun stand outside.
  public var range: TextRange
  /// The number in the stated unit; nil for ranges and vague amounts.
  public var value: Double?
  /// The lower bound, of a range or after `more than`.
  public var low: Double?
  /// The upper bound, of a range or after `up to`.
  public var high: Double?
  /// The UCUM symbol (`km`), the ISO 4217 code (`USD`), `%`, or nil for counts.
  public var unit: String?
  /// What the unit measures: `length`, `money`, `ratio`, `count`…
  public var dimension: String
  /// How the number bounds the real one.
  public var modifier: QuantityModifier
  /// The noun phrase that is counted, without determiner; nil for measures.
  public var counted: String?
  /// 0…1.
  public var confidence: Double
  /// What made it.
  public var rule: String

  /// A quantity.
  public init(
    range: TextRange, value: Double?, low: Double? = nil, high: Double? = nil, unit: String?, dimension: String,
    modifier: QuantityModifier = .exactly, counted: String? = nil, confidence: Double, rule: String
  ) {
    (self.range, self.value, self.low, self.high, self.unit) = (range, value, low, high, unit)
    (self.dimension, self.modifier, self.counted) = (dimension, modifier, counted)
    (self.confidence, self.rule) = (confidence, rule)
  }

  /// `quantity`.
  public static let kind = "quantity"
  /// `n0`, `n1`…
  public static let idPrefix = "n"

  /// `value low high unit dimension modifier counted`.
  public static let fields: [RecordField<Quantity>] = [
    .number("value", orNull: { $0.value }),
    .number("low", orNull: { $0.low }),
    .number("high", orNull: { $0.high }),
    .string("unit", orNull: { $0.unit }),
    .string("dimension") { $0.dimension },
    .oneOf("modifier") { $0.modifier },
    .string("counted", orNull: { $0.counted }),
  ]

  /// The columns of a quantity.
  public func flatten(into fact: inout FlatFact, in document: Document) {
    (fact.type, fact.value, fact.low, fact.high) = (dimension, value, low, high)
    (fact.unit, fact.dimension, fact.modifier, fact.counted) = (unit, dimension, modifier.rawValue, counted)
  }
}
