import CopydeskText

/// Finds the times of a document.
public struct TimeExtractor: Extractor {
  /// `times`.
  public static let name = "times"

  /// An extractor with the built-in tables.
  public init() {}

  /// The times, sorted by range.
  public func extract(from document: Document, using scratch: inout Void) -> [TimeExpression] {
    []
  }
}
