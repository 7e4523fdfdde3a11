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
  /// Writes these keys and their values.
  func writeFields(to writer: inout RecordWriter)
  /// Fills in its columns of the flat shape (`--out facts`).
  func flatten(into fact: inout FlatFact, in document: Document)
}

extension Annotation {
  /// Asked of the fact itself, so that each kind has its own code for it: one for all kinds would have to ask each value for
  /// its size before every key.
  public func writeFields(to writer: inout RecordWriter) { writer.members(self, Self.fields) }
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
  /// The languages that it has rules for, by their BCP 47 tag without script and region; nil: it reads all of them alike.
  /// Made of the tables that it reads by, so that it says what is so.
  var languages: [String: LanguageSupport]? { get }

  /// The scratch of a new worker.
  func makeScratch() -> Scratch
  /// The findings in the document, sorted by range.
  func extract(from document: Document, using scratch: inout Scratch) -> [Finding]
  /// The findings of a document that mixes languages, sorted by range: of each language's, those that stand in it.
  func merged(_ readings: [LanguageReading<Finding>], in document: Document) -> [Finding]
}

/// How much an extractor knows of a language.
public enum LanguageSupport: String, Sendable, CaseIterable {
  /// It has rules and words of the language.
  case full
  /// It has some words of the language; what they do not tell is left out.
  case partly
  /// It has nothing of the language: only what digits, signs, marks and names tell.
  case none
}

/// What an extractor found when it read a document by the rules of one of its languages.
public struct LanguageReading<Finding: Sendable>: Sendable {
  /// BCP 47.
  public let language: String
  /// In all of the document.
  public let findings: [Finding]
}

extension Extractor {
  /// All alike.
  public var languages: [String: LanguageSupport]? { nil }

  /// How much it knows of a language (BCP 47).
  public func support(for language: String) -> LanguageSupport {
    languages.map { $0[LanguageTag.base(of: language)] ?? .none } ?? .full
  }

  /// None.
  public static var reads: [any Extractor.Type] { [] }

  /// The findings in the document, each by the rules of the language of its sentence. A document in one language is read
  /// once, one in several once for each.
  public func findings(in document: Document, using scratch: inout Scratch) -> [Finding] {
    guard document.sentenceLanguages.isMixed else { return extract(from: document, using: &scratch) }
    let readings = document.sentenceLanguages.all.map { language in
      LanguageReading(
        language: language, findings: extract(from: document.reading(in: language), using: &scratch))
    }
    return merged(readings, in: document)
  }

  /// Each finding counts in the language of the sentence that it begins in.
  public func merged(_ readings: [LanguageReading<Finding>], in document: Document) -> [Finding] {
    readings.flatMap { reading in
      reading.findings.filter { document.language(at: Int($0.range.start)) == reading.language }
    }
    .sorted { $0.range < $1.range }
  }
}

extension Extractor where Scratch == Void {
  /// Nothing to keep.
  public func makeScratch() {}
}
