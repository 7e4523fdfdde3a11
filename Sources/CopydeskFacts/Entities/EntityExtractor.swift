import CopydeskText

/// Finds the entities of a document.
public struct EntityExtractor: Extractor {
  /// `entities`.
  public static let name = "entities"

  /// An extractor with the built-in tables.
  public init() {}

  /// The entities, sorted by range.
  public func extract(from document: Document, using scratch: inout Void) -> [Entity] {
    []
  }
}
