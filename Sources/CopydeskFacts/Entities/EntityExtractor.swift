import CopydeskText

/// Finds the entities of a document.
public struct EntityExtractor: Extractor {
  /// `entities`.
  public static let name = "entities"

  /// What the user knows better.
  private let corrections: NameCorrections?

  /// An extractor with the built-in tables, and with the corrections of a user.
  public init(corrections: NameCorrections? = nil) { self.corrections = corrections }

  /// The entities, sorted by range.
  public func extract(from document: Document, using scratch: inout Void) -> [Entity] {
    // The tables are made at the first word, not at the start of the process.
    guard !document.tokens.isEmpty else { return [] }
    let page = CuedDocument(document)
    let entities = EntityLinker(page: page, mentions: RuleMentionFinder().mentions(in: page)).entities()
    return corrections?.applied(to: entities, in: document.text) ?? entities
  }
}
