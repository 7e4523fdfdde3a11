import CopydeskText

/// Finds the entities of a document.
public struct EntityExtractor: Extractor {
  /// `entities`.
  public static let name = "entities"

  /// An extractor with the built-in tables.
  public init() {}

  /// The entities, sorted by range.
  public func extract(from document: Document, using scratch: inout Void) -> [Entity] {
    // The tables are made at the first word, not at the start of the process.
    guard !document.tokens.isEmpty else { return [] }
    let page = CuedDocument(document)
    return EntityLinker(page: page, mentions: RuleMentionFinder().mentions(in: page)).entities()
  }
}
