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
  private let tracesSource: Bool
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

  private func decodeLine(_ record: RawRecord, provenance: inout Provenance) throws(DocumentFailure) -> DecodedPage {
    var parser = JSONParser(record.bytes[...])
    if let failure = record.failure {
      identify(.object(parser.membersOfPrefix()), &provenance)
      throw failure
    }
    provenance.sha256 = SHA256.hexDigest(of: record.bytes)
    (provenance.charset, provenance.charsetBy) = ("utf-8", .sniffed)
    if record.bytes.allSatisfy({ $0 <= 0x20 }) {
      throw DocumentFailure(code: "empty-line", stage: "decode", message: "the line is empty")
    }
    let line: JSONValue
    do throws(JSONError) {
      line = try parser.wholeText()
    } catch {
      var prefix = JSONParser(record.bytes[...])
      identify(.object(prefix.membersOfPrefix()), &provenance)
      throw DocumentFailure(
        code: "bad-json", stage: "decode", message: "no JSON at byte \(error.offset) of the line: \(error.problem)")
    }
    guard case .object = line else {
      throw DocumentFailure(code: "bad-json", stage: "decode", message: "the line is no JSON object")
    }
    identify(line, &provenance)
    var given = GivenMetadata()
    var warnings = parser.warnings
    given.url = string(line[keys.url])
    given.title = string(line["title"])
    given.language = string(line[keys.language])
    if let date = string(line[keys.date]) {
      given.published = Timestamp(iso8601: date)
      if given.published == nil { warnings.insert(.badDate) }
    }
    if case .string(let text)? = line[keys.text] {
      return DecodedPage(
        provenance: provenance, content: .text(text), given: given, warnings: warnings,
        sourceMap: tracesSource ? Self.sourceMap(of: keys.text, in: record.bytes) : nil)
    }
    if case .string(let html)? = line[keys.html] {
      return DecodedPage(
        provenance: provenance, content: .html(html), given: given, warnings: warnings,
        sourceMap: tracesSource ? Self.sourceMap(of: keys.html, in: record.bytes) : nil)
    }
    throw .noContent(in: line, keys: keys)
  }

  /// The way from a line to the string of one of its members.
  private static func sourceMap(of key: String, in line: [UInt8]) -> SourceMap? {
    var parser = JSONParser(line[...])
    return parser.editsOfMember(key).map { SourceMap($0.0, $0.1) }
  }

  /// The id of a line: given, else its URL, else `path#line`, which it has already.
  private func identify(_ line: JSONValue, _ provenance: inout Provenance) {
    if let id = string(line[keys.id]) ?? string(line[keys.url]) { provenance.id = id }
  }

  /// A non-empty string (or number) under a key.
  private func string(_ value: JSONValue?) -> String? {
    guard let string = value?.string, !string.isEmpty else { return nil }
    return string
  }
}
