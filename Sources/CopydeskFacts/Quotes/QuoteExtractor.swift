import CopydeskText

/// Finds the quotes of a document.
public struct QuoteExtractor: Extractor {
  /// `quotes`.
  public static let name = "quotes"

  /// `entities`: speakers are names.
  public static var reads: [any Extractor.Type] { [EntityExtractor.self] }

  /// An extractor with the built-in tables.
  public init() {}

  /// The quotes, sorted by range.
  public func extract(from document: Document, using scratch: inout Void) -> [Quote] {
    []
  }
}
