/// A part of a text: UTF-8 offsets, end-exclusive, in the text it belongs to.
public struct TextRange: Sendable, Hashable, Comparable {
  /// The offset of the first byte.
  public var start: UInt32
  /// The offset after the last byte.
  public var end: UInt32

  /// A range from two byte offsets.
  public init(_ start: Int, _ end: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
  }

  /// The offsets as array indices.
  public var indices: Range<Int> { Int(start)..<Int(end) }
  /// The number of bytes.
  public var count: Int { Int(end) - Int(start) }
  /// Whether it holds no byte.
  public var isEmpty: Bool { start >= end }

  /// Whether the two share at least one byte.
  public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }
  /// Whether all of the other lies inside this one.
  public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }

  /// By start; of two that start together, the longer one first.
  public static func < (left: TextRange, right: TextRange) -> Bool {
    left.start != right.start ? left.start < right.start : left.end > right.end
  }
}
