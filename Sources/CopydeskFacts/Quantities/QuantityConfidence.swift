/// How sure a quantity is: the share of right values and units of its rule on the development data.
///
/// `scripts/calibrate` counts; docs/internals/CONFIDENCE.md has the counts and says how they are smoothed.
enum QuantityConfidence {
  /// What a rule has that the data shows too seldom.
  static let usual = 0.88

  static let byRule: [String: Double] = [
    "quantity/age": 0.89, "quantity/counted": 0.92, "quantity/fraction": 0.85, "quantity/money-name": 0.85,
    "quantity/money-symbol": 0.89, "quantity/number": 0.44, "quantity/percent": 0.99, "quantity/range": 0.92,
    "quantity/rate": 0.90, "quantity/shared-noun": 0.92, "quantity/shared-unit": 0.92, "quantity/unit": 0.94,
  ]

  static func of(_ rule: String) -> Double { byRule[rule] ?? usual }
}
