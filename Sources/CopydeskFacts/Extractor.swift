public import CopydeskText

/// A fact with a place in the text.
public protocol Annotation: Sendable {
  /// Where it stands.
  var range: TextRange { get }
  /// How sure its extractor is, 0…1.
  var confidence: Double { get }
  /// What made it: a stable, short name (`time/weekday`).
  var rule: String { get }

  /// The name of the kind in the flat shape: `entity`, `time`.
  static var kind: String { get }
  /// The letter of its ids in the record: `e` for `e0`, `e1`…
  static var idPrefix: String { get }
  /// Its keys in the record beyond those of every span, in order: the writer and the schema both go by this list.
  static var fields: [RecordField<Self>] { get }
  /// Fills in its columns of the flat shape (`--out facts`).
  func flatten(into fact: inout FlatFact, in document: Document)
}

/// Finds one kind of fact in a document.
///
/// An extractor is a value without state of its own: tables are shared, what changes lives in the `Scratch` of each
/// worker. The pipeline runs extractors in the order that `reads` demands.
public protocol Extractor: Sendable {
  /// The kind of fact.
  associatedtype Finding: Annotation
  /// What one worker reuses from document to document: buffers, caches.
  associatedtype Scratch = Void

  /// The key in the record and the name on the command line (`--layers quantities`).
  static var name: String { get }
  /// The extractors whose findings it reads.
  static var reads: [any Extractor.Type] { get }

  /// The scratch of a new worker.
  func makeScratch() -> Scratch
  /// The findings in the document, sorted by range.
  func extract(from document: Document, using scratch: inout Scratch) -> [Finding]
}

extension Extractor {
  /// None.
  public static var reads: [any Extractor.Type] { [] }
}

extension Extractor where Scratch == Void {
  /// Nothing to keep.
  public func makeScratch() {}
}
