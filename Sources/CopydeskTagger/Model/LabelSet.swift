/// The labels of a tagger: `O`, and for each type the four places that a token can have in a name of it (BILOU).
public struct LabelSet: Sendable, Equatable {
  /// Where a token stands in its name.
  public enum Position: Int, Sendable {
    /// The first of several.
    case begin
    /// Neither the first nor the last.
    case inside
    /// The last of several.
    case last
    /// The only one.
    case unit
  }

  /// The types, in the order of their labels.
  public let types: [String]
  /// The number of labels.
  public let count: Int
  /// The number of weights that a row holds: `count`, filled up to whole SIMD vectors.
  public let stride: Int

  /// The labels of these types.
  public init(types: [String]) {
    self.types = types
    count = 1 + 4 * types.count
    stride = (count + 7) / 8 * 8
  }

  /// The label of tokens outside of names.
  public static let outside = 0

  /// The label of a type and position.
  public func label(type: Int, _ position: Position) -> Int { 1 + 4 * type + position.rawValue }
  /// The type of a label other than `outside`.
  public func type(of label: Int) -> Int { (label - 1) >> 2 }
  /// The position of a label other than `outside`.
  public func position(of label: Int) -> Position { Position(rawValue: (label - 1) & 3) ?? .unit }

  /// Whether a sentence may begin with the label, or a name be over before it.
  public func mayStart(_ label: Int) -> Bool {
    label == Self.outside || position(of: label) == .begin || position(of: label) == .unit
  }

  /// Whether a sentence may end with the label.
  public func mayEnd(_ label: Int) -> Bool {
    label == Self.outside || position(of: label) == .last || position(of: label) == .unit
  }

  /// Whether one label may follow another.
  public func allows(_ label: Int, after previous: Int) -> Bool {
    if mayEnd(previous) { return mayStart(label) }
    return !mayStart(label) && type(of: label) == type(of: previous)
  }
}
