/// How sure a time is: the share of right values of its rule on the development data.
///
/// `scripts/calibrate` counts; docs/internals/CONFIDENCE.md has the counts and says how they are smoothed.
enum TimeConfidence {
  /// What a rule has that the data shows too seldom.
  static let usual = 0.86

  static let byRule: [String: Double] = [
    "time/clock": 0.85, "time/date": 0.98, "time/day": 0.93, "time/distance": 0.75, "time/duration": 0.86,
    "time/edge": 0.89, "time/month": 0.90, "time/month-day": 0.95, "time/quarter": 0.92, "time/iso-date": 0.98,
    "time/numeric-date": 0.95, "time/recent": 0.76, "time/reference": 0.69, "time/same": 0.72, "time/set": 0.79,
    "time/shifted-unit": 0.78, "time/stretch": 0.76, "time/the-period": 0.91, "time/the-quarter": 0.72,
    "time/weekday": 0.90, "time/weekend": 0.72, "time/year": 0.92, "time/instant": 0.72, "time/year-before": 0.72,
    "time/week-number": 0.72, "time/month-and-day": 0.72, "time/apostrophe-year": 0.72,
  ]

  static func of(_ rule: String) -> Double { byRule[rule] ?? usual }
}
