import CopydeskText

/// Bytes in some charset to UTF-8: byte order mark, strict UTF-8, the declaration if it fits the bytes, detection.
public struct CharsetDecoder {
  private let detector = CharsetDetector()
  private let ranker = CharsetRanker()

  /// A decoder with a detector of its own: one a worker.
  public init() {}

  /// Bytes as UTF-8, and how that came about.
  public struct Decoded: Sendable {
    /// Valid UTF-8.
    public var bytes: [UInt8]
    /// The WHATWG label, in lower case.
    public var charset: String
    /// What told it.
    public var evidence: CharsetEvidence
    /// Soft trouble.
    public var warnings: Set<Warning>
  }

  /// What decoding rewrote: from the document as it was read to the decoded bytes.
  func edits(of decoded: Decoded, from bytes: [UInt8]) -> TextEdits {
    var edits = TextEdits()
    var marks = [[0xEF, 0xBB, 0xBF]] as [[UInt8]]
    marks += Self.wideMarks.filter { $0.charset == decoded.charset }.map(\.mark)
    let mark = decoded.evidence == .bom ? marks.first { bytes.starts(with: $0) } : nil
    edits.replace(mark?.count ?? 0, by: 0)
    let rest = mark.map { Array(bytes[$0.count...]) } ?? bytes
    if rest == decoded.bytes {
      edits.keep(rest.count)
      return edits
    }
    if decoded.charset == "utf-8" {
      _ = Text.repaired(rest, noting: &edits)
    } else if let (_, _, decoding) = CharsetLabel.decodeWithEdits(rest, from: decoded.charset) {
      edits.append(decoding)
    }
    return edits
  }

  /// Decodes a document.
  /// - Parameters:
  ///   - bytes: the document as it was read.
  ///   - isMarkup: whether it may declare its charset, and tags tell nothing of its language.
  ///   - http: the charset that the HTTP header (or whatever else holds the document) names.
  public func decode(_ bytes: [UInt8], isMarkup: Bool, declared http: String? = nil) -> Decoded {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let (text, bad) = Text.repaired(Array(bytes[3...]))
      return Decoded(bytes: text, charset: "utf-8", evidence: .bom, warnings: bad > 0 ? [.badBytes] : [])
    }
    for (mark, charset) in Self.wideMarks where bytes.starts(with: mark) {
      if let decoded = decoded(Array(bytes[mark.count...]), charset, .bom) { return decoded }
    }
    if let hidden = HiddenCharset.find(in: bytes, detector: detector), var decoded = decoded(bytes, hidden, .sniffed),
      decoded.warnings.isEmpty
    {
      decoded.warnings.insert(.charsetGuessed)
      return decoded
    }
    let declared = http ?? (isMarkup ? CharsetDeclaration.find(in: bytes) : nil)
    let evidence = http == nil ? CharsetEvidence.meta : .http
    let utf8 = Text.repaired(bytes)
    if utf8.replacements == 0 {
      let isASCII = !bytes.contains { $0 >= 0x80 }
      // `charset=unknown`, or 4 KB of anything, is the name of none.
      let isUnknown = declared.map { !CharsetLabel.isKnown($0) } ?? false
      if let declared, !isUnknown, declared == "utf-8" || isASCII && !declared.hasPrefix("utf-16") {
        return Decoded(bytes: bytes, charset: declared, evidence: evidence, warnings: [])
      }
      return Decoded(
        bytes: bytes, charset: "utf-8", evidence: .sniffed,
        warnings: declared == nil ? [] : [isUnknown ? .charsetUnknown : .charsetMismatch])
    }
    var warnings: Set<Warning> = []
    if let declared, declared != "utf-8" {
      if let decoded = decoded(bytes, declared, evidence) {
        if decoded.warnings.isEmpty { return decoded }
        warnings.insert(.charsetMismatch)
      } else {
        warnings.insert(.charsetUnknown)
      }
    }
    // A page of UTF-8 with a few bad bytes (a cut character, a stray quotation mark) is still one: in other charsets most
    // bytes above ASCII are ill-formed.
    let good = Self.multibyteSequences(in: bytes)
    if good > 0, utf8.replacements * 3 <= good || utf8.replacements == 1 && good >= 3 {
      return Decoded(
        bytes: utf8.bytes, charset: "utf-8", evidence: declared == "utf-8" ? evidence : .sniffed,
        warnings: warnings.union([.badBytes]))
    }
    if declared == "utf-8" { warnings.insert(.charsetMismatch) }
    warnings.insert(.charsetGuessed)
    let guess = detector.detect(bytes.prefix(200_000), stripTags: isMarkup).map {
      (charset: CharsetLabel.canonical($0.charset), confidence: $0.confidence)
    }
    if let charset = ranker.choose(for: bytes, isMarkup: isMarkup, guess: guess),
      var decoded = decoded(bytes, charset, .sniffed)
    {
      decoded.warnings.formUnion(warnings)
      return decoded
    }
    return Decoded(
      bytes: utf8.bytes, charset: "utf-8", evidence: .sniffed, warnings: warnings.union([.badBytes]))
  }

  /// The mark of UTF-16 is the beginning of that of UTF-32, which comes first.
  private static let wideMarks: [(mark: [UInt8], charset: String)] = [
    ([0xFF, 0xFE, 0, 0], "utf-32le"), ([0, 0, 0xFE, 0xFF], "utf-32be"), ([0xFF, 0xFE], "utf-16le"),
    ([0xFE, 0xFF], "utf-16be"),
  ]

  private func decoded(_ bytes: [UInt8], _ charset: String, _ evidence: CharsetEvidence) -> Decoded? {
    guard let (text, bad) = CharsetLabel.decode(bytes, from: charset) else { return nil }
    return Decoded(
      bytes: text, charset: CharsetLabel.exact(charset, of: bytes), evidence: evidence,
      warnings: bad > 0 ? [.badBytes] : [])
  }

  private static func multibyteSequences(in bytes: [UInt8]) -> Int {
    var (count, index) = (0, 0)
    while index < bytes.count {
      let length = UTF8Validity.sequenceLength(bytes, at: index)
      if length > 1 { count += 1 }
      index += max(1, abs(length))
    }
    return count
  }
}
