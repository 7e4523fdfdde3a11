/// The form of an input, as the record's `source.format` names it.
public enum SourceFormat: String, Sendable, CaseIterable {
  /// An HTML page.
  case html
  /// Plain text.
  case text
  /// JSON Lines: a document a line.
  case jsonl
  /// A web archive: a page or text a record.
  case warc
  /// A table with a row of names: a document a row.
  case csv
  /// RSS or Atom: a document an item.
  case feed
}

/// Where a document comes from: the record's `source`, and its id.
public struct Provenance: Sendable {
  /// The id: given, else the given URL, else the path (`path#line` for JSON Lines).
  public var id: String
  /// The path as the user gave it; `-` for standard input.
  public var path: String
  /// The byte offset of the record in the file.
  public var offset: Int
  /// The number of bytes of the record.
  public var length: Int
  /// The form of the input.
  public var format: SourceFormat
  /// The charset that the bytes were decoded from (WHATWG label, lower case); nil if they were not.
  public var charset: String?
  /// What told the charset.
  public var charsetBy: CharsetEvidence?
  /// The SHA-256 of the record's bytes; nil if they were never held whole.
  public var sha256: String?

  /// The provenance of a record that is not decoded yet.
  public init(id: String, path: String, offset: Int, length: Int, format: SourceFormat) {
    (self.id, self.path, self.offset, self.length, self.format) = (id, path, offset, length, format)
  }
}

/// What told the charset of a document.
public enum CharsetEvidence: String, Sendable, CaseIterable {
  /// A byte order mark.
  case bom
  /// The header of the response (WARC).
  case http
  /// A `meta` element or an XML declaration.
  case meta
  /// The bytes themselves.
  case sniffed
  /// The user.
  case option
}

/// Why a document has no facts: the record's `error`.
public struct DocumentFailure: Error, Sendable {
  /// What is the matter.
  public let code: FailureCode
  /// The stage that gave up: `read`, `decode`, `extract`…
  public let stage: String
  /// What happened, for a person.
  public let message: String

  /// A failure.
  public init(code: FailureCode, stage: String, message: String) {
    (self.code, self.stage, self.message) = (code, stage, message)
  }
}

/// The bytes of one document as they stand in the source; the first stage's output.
public struct RawRecord: Sendable {
  /// Where it comes from.
  public var provenance: Provenance
  /// The bytes: a whole file, a line of JSON Lines without its end, the block of a WARC record, a row, an item. Only the
  /// beginning, if `failure` is set.
  public var bytes: [UInt8]
  /// The number of the line (the row, the item), from 1.
  public var line: Int?
  /// Why it could not be read whole.
  public var failure: DocumentFailure?
  /// What the container says of the document.
  public var given = GivenMetadata()
  /// Soft trouble with the container.
  public var warnings: Set<Warning> = []
  /// The charset that the file was converted from before it was cut into records, and what told it; nil if it was not.
  var convertedFrom: (charset: String, evidence: CharsetEvidence)?
  /// What the decoder must know of the container, beside its format.
  var content = RawContent.whole

  /// A record.
  public init(provenance: Provenance, bytes: [UInt8], line: Int? = nil, failure: DocumentFailure? = nil) {
    (self.provenance, self.bytes, self.line, self.failure) = (provenance, bytes, line, failure)
  }
}

/// How the bytes of a raw record hold the document.
enum RawContent: Sendable {
  /// They are the document, or a line of JSON.
  case whole
  /// They are the block of a WARC record.
  case archived(ArchivedContent)
  /// They are a row of a table.
  case row(CSVHeader)
  /// They are an element of a feed.
  case item(FeedHead)
}
