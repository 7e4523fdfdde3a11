public import CopydeskText

/// What the input says of a document beside its content.
public struct GivenMetadata: Sendable {
  /// The address.
  public var url: String?
  /// The headline.
  public var title: String?
  /// The authors, as they are written.
  public var byline: String?
  /// The date of publication.
  public var published: Timestamp?
  /// BCP 47.
  public var language: String?

  /// Nothing given.
  public init() {}
}

/// A document as UTF-8: the second stage's output.
public struct DecodedPage: Sendable {
  /// What its bytes are.
  public enum Content: Sendable {
    /// A page with markup.
    case html([UInt8])
    /// Plain text.
    case text([UInt8])
  }

  /// Where it comes from.
  public var provenance: Provenance
  /// The content, valid UTF-8.
  public var content: Content
  /// What the input says of it.
  public var given: GivenMetadata
  /// Soft trouble.
  public var warnings: Set<Warning>
  /// The way from the record's source bytes (`PageDecoder.sourceBytes(of:)`) to the content; nil if it was not asked for.
  public var sourceMap: SourceMap?
}

/// The keys of the input's JSON lines.
public struct JSONLinesKeys: Sendable, Hashable {
  /// The key of the id.
  public var id = "id"
  /// The key of plain text.
  public var text = "text"
  /// The key of HTML.
  public var html = "html"
  /// The key of the address.
  public var url = "url"
  /// The key of the date of publication.
  public var date = "published"
  /// The key of the language.
  public var language = "language"
  /// Whether lines that Copydesk itself wrote are documents too, with the text under `text`. They are errors if not: a folder
  /// may hold the records of an earlier run.
  public var readsOwnOutput = false

  /// `id text html url published language`.
  public init() {}
}

/// The second stage: raw records to UTF-8 content.
public struct PageDecoder {
  let keys: JSONLinesKeys
  /// The largest page to unpack, in bytes.
  let limit: Int
  /// Whether the digests of archives are compared.
  let checksDigests: Bool
  let tracesSource: Bool
  private let charsets = CharsetDecoder()

  /// A decoder: one a worker.
  /// - Parameters:
  ///   - keys: the keys of JSON Lines and the columns of tables.
  ///   - limit: the largest page to unpack, in bytes.
  ///   - checksDigests: whether the digests of archives are compared.
  ///   - tracesSource: whether it notes the way from the record's bytes to the content, which takes some time.
  public init(
    keys: JSONLinesKeys = .init(), limit: Int = ReadingOptions().maxBytes, checksDigests: Bool = false,
    tracesSource: Bool = false
  ) {
    (self.keys, self.limit, self.checksDigests) = (keys, limit, checksDigests)
    self.tracesSource = tracesSource
  }

  /// Decodes a record. Whatever it learns of the record's identity goes into `provenance` also when it fails, so that
  /// the error record has the right id.
  public func decode(_ record: RawRecord, provenance: inout Provenance) throws(DocumentFailure) -> DecodedPage {
    provenance = record.provenance
    guard let (charset, evidence) = record.convertedFrom else {
      return try decodeContent(of: record, provenance: &provenance)
    }
    defer { (provenance.charset, provenance.charsetBy) = (charset, evidence) }
    var page = try decodeContent(of: record, provenance: &provenance)
    (page.provenance.charset, page.provenance.charsetBy) = (charset, evidence)
    return page
  }

  private func decodeContent(of record: RawRecord, provenance: inout Provenance) throws(DocumentFailure) -> DecodedPage
  {
    if record.provenance.format == .jsonl { return try decodeLine(record, provenance: &provenance) }
    if let failure = record.failure { throw failure }
    switch record.content {
    case .archived(let content): return try decodeArchived(record, content, provenance: &provenance)
    case .row(let header): return try decodeRow(record, header, provenance: &provenance)
    case .item(let head): return try decodeItem(record, head, provenance: &provenance)
    case .whole: break
    }
    return decodeBytes(
      record.bytes, isMarkup: record.provenance.format == .html, declared: nil, given: record.given,
      warnings: record.warnings, provenance: &provenance)
  }

  /// The bytes that ranges of the source count in, and that the digest in the record's `source` is of: a file (unpacked, if it
  /// is packed as a whole), a line, a row, an item; of a record in an archive, the body of its response with chunks joined
  /// and unpacked, or the block if it has no response.
  public func sourceBytes(of record: RawRecord) throws(DocumentFailure) -> [UInt8] {
    guard case .archived(let content) = record.content else { return record.bytes }
    return try ArchivedBody(record, content, limit: limit).bytes
  }

  /// Bytes of a page or text to UTF-8.
  /// - Parameters:
  ///   - declared: the charset that the container names.
  func decodeBytes(
    _ bytes: [UInt8], isMarkup: Bool, declared: String?, given: GivenMetadata, warnings: Set<Warning>,
    provenance: inout Provenance
  ) -> DecodedPage {
    provenance.sha256 = SHA256.hexDigest(of: bytes)
    let decoded = charsets.decode(bytes, isMarkup: isMarkup, declared: declared)
    (provenance.charset, provenance.charsetBy) = (decoded.charset, decoded.evidence)
    var map: SourceMap?
    if tracesSource { map = SourceMap(charsets.edits(of: decoded, from: bytes)) }
    return DecodedPage(
      provenance: provenance, content: isMarkup ? .html(decoded.bytes) : .text(decoded.bytes), given: given,
      warnings: warnings.union(decoded.warnings), sourceMap: map)
  }
}
