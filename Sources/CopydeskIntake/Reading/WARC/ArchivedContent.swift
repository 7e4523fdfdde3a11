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

extension PageDecoder {
  /// Decodes the block of a WARC record.
  func decodeArchived(
    _ record: RawRecord, _ content: ArchivedContent, provenance: inout Provenance
  ) throws(DocumentFailure) -> DecodedPage {
    var warnings = record.warnings
    var (body, mediaType, charset) = (record.bytes, content.mediaType, content.charset)
    if checksDigests, !Digest.holds(content.blockDigest, for: body[...]) { warnings.insert(.digestMismatch) }
    if content.isHTTP {
      guard let head = HTTPHead(body[...]) else {
        throw DocumentFailure(code: "bad-http", stage: "decode", message: "the record has no HTTP response")
      }
      let sent = body[head.bodyStart...]
      let isWhole = record.warnings.isEmpty
      let unpacked = try HTTPBody(sent, head: head, limit: limit)
      if checksDigests, isWhole, !Digest.holds(content.payloadDigest, for: sent),
        !head.isChunked || !Digest.holds(content.payloadDigest, for: (HTTPBody.unchunked(sent)?.bytes ?? [])[...])
      {
        warnings.insert(.digestMismatch)
      }
      if unpacked.isCut { warnings.insert(.truncatedRecord) }
      (body, mediaType, charset) = (unpacked.bytes, head.mediaType, head.charset)
    }
    let isMarkup =
      mediaType.isEmpty
      ? FormatSniffer.format(ofContent: Array(body.prefix(4096))) == .html : MediaType.isMarkup(mediaType)
    return decodeBytes(
      body, isMarkup: isMarkup, declared: charset, given: record.given, warnings: warnings, provenance: &provenance)
  }
}
