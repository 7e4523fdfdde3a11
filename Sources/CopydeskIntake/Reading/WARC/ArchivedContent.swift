/// What a WARC record says of its block.
struct ArchivedContent: Sendable {
  /// Whether the block is an HTTP response, rather than the page or text itself.
  let isHTTP: Bool
  /// The media type of the block; empty if there is none.
  let mediaType: String
  /// The canonical label of its charset.
  let charset: String?
  /// `sha1:…`, of the block.
  let blockDigest: String?
  /// `sha1:…`, of the body.
  let payloadDigest: String?
}

/// The page in the block of a WARC record.
struct ArchivedBody {
  /// Without chunks and packing.
  private(set) var bytes: [UInt8]
  private(set) var mediaType: String
  private(set) var charset: String?
  /// As it was sent.
  private(set) var sent: ArraySlice<UInt8>?
  private(set) var isChunked = false
  private(set) var isCut = false

  init(_ record: RawRecord, _ content: ArchivedContent, limit: Int) throws(DocumentFailure) {
    (bytes, mediaType, charset) = (record.bytes, content.mediaType, content.charset)
    guard content.isHTTP else { return }
    guard let head = HTTPHead(record.bytes[...]) else {
      throw DocumentFailure(code: .badHTTP, stage: "decode", message: "the record has no HTTP response")
    }
    let sent = record.bytes[head.bodyStart...]
    let unpacked = try HTTPBody(sent, head: head, limit: limit)
    (bytes, mediaType, charset) = (unpacked.bytes, head.mediaType, head.charset)
    (self.sent, isChunked, isCut) = (sent, head.isChunked, unpacked.isCut)
  }
}

extension PageDecoder {
  /// Decodes the block of a WARC record.
  func decodeArchived(
    _ record: RawRecord, _ content: ArchivedContent, provenance: inout Provenance
  ) throws(DocumentFailure) -> DecodedPage {
    var warnings = record.warnings
    if checksDigests, !Digest.holds(content.blockDigest, for: record.bytes[...]) { warnings.insert(.digestMismatch) }
    let body = try ArchivedBody(record, content, limit: limit)
    if checksDigests, record.warnings.isEmpty, let sent = body.sent,
      !Digest.holds(content.payloadDigest, for: sent),
      !body.isChunked || !Digest.holds(content.payloadDigest, for: (HTTPBody.unchunked(sent)?.bytes ?? [])[...])
    {
      warnings.insert(.digestMismatch)
    }
    if body.isCut { warnings.insert(.truncatedRecord) }
    let head = Array(body.bytes.prefix(4096))
    if let found = UnsupportedFormat.of(head) ?? Packing.of(head).map(UnsupportedFormat.packed) { throw found.failure }
    let isMarkup =
      body.mediaType.isEmpty
      ? FormatSniffer.format(ofContent: head) == .html : MediaType.isMarkup(body.mediaType)
    return decodeBytes(
      body.bytes, isMarkup: isMarkup, declared: body.charset, given: record.given, warnings: warnings,
      provenance: &provenance)
  }
}
