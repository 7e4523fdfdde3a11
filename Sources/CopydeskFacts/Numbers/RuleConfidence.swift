import CopydeskText

/// How sure a time or a quantity is: the share of right values of its rule on the development data.
///
/// `scripts/calibrate` counts; docs/internals/CONFIDENCE.md has the counts and says how they are smoothed.
enum RuleConfidence {
  private static let table = LearnedTable("rule-confidence.tsv")
  private static let usualOfTimes = table["other-times"] ?? 0
  private static let usualOfQuantities = table["other-quantities"] ?? 0

  /// That of a rule of times; of one that the data shows too seldom, that of all.
  static func ofTime(_ rule: String) -> Double { table[rule] ?? usualOfTimes }

  /// That of a rule of quantities; of one that the data shows too seldom, that of all.
  static func ofQuantity(_ rule: String) -> Double { table[rule] ?? usualOfQuantities }
}
