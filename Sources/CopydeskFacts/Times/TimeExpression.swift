public import CopydeskText

/// The kinds of TIMEX3.
public enum TimeType: String, Sendable, CaseIterable {
  /// A day or a longer stretch of the calendar.
  case date = "DATE"
  /// A time of day.
  case time = "TIME"
  /// A length of time.
  case duration = "DURATION"
  /// A time that comes again.
  case set = "SET"
}

/// What a relative time was resolved against.
public enum TimeAnchor: String, Sendable, CaseIterable {
  /// The date of publication that the page states.
  case published
  /// A date in the text.
  case text
  /// The date that the user gave.
  case option
}

/// An expression of time: a date, a clock time, a duration or a set of times.
public struct TimeExpression: Annotation {
  /// The expression with its determiner, without its preposition.
  public var range: TextRange
  /// The kind.
  public var type: TimeType
  /// The TIMEX3 value, resolved as far as an anchor allows (`2023-09-29`, `P60D`, `PRESENT_REF`).
  public var value: String
  /// The value before resolution (`XXXX-WXX-5`); nil if it was complete as it stood.
  public var underspecified: String?
  /// The first day that it can mean; nil if open.
  public var earliest: CivilDate?
  /// The last day.
  public var latest: CivilDate?
  /// What it was resolved against; nil if nothing.
  public var anchor: TimeAnchor?
  /// 0…1.
  public var confidence: Double
  /// What made it.
  public var rule: String

  /// A time.
  public init(
    range: TextRange, type: TimeType, value: String, underspecified: String? = nil, earliest: CivilDate? = nil,
    latest: CivilDate? = nil, anchor: TimeAnchor? = nil, confidence: Double, rule: String
  ) {
    (self.range, self.type, self.value, self.underspecified) = (range, type, value, underspecified)
    (self.earliest, self.latest, self.anchor) = (earliest, latest, anchor)
    (self.confidence, self.rule) = (confidence, rule)
  }

  /// `time`.
  public static let kind = "time"
  /// `t0`, `t1`…
  public static let idPrefix = "t"

  /// `type value underspecified earliest latest anchor`.
  public static let fields: [RecordField<TimeExpression>] = [
    .oneOf("type") { $0.type },
    .string("value") { $0.value },
    .string("underspecified", orNull: { $0.underspecified }),
    .string("earliest", orNull: { $0.earliest?.isoString }),
    .string("latest", orNull: { $0.latest?.isoString }),
    RecordField("anchor", .nullable(.oneOf(TimeAnchor.allCases.map(\.rawValue)))) {
      $1.json.string($0.anchor?.rawValue)
    },
  ]

  /// The columns of a time.
  public func flatten(into fact: inout FlatFact, in document: Document) {
    (fact.type, fact.timeValue) = (type.rawValue, value)
    (fact.earliest, fact.latest) = (earliest?.isoString, latest?.isoString)
  }
}
