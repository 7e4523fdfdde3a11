import CopydeskText

/// Bytes in some charset to UTF-8: byte order mark, strict UTF-8, the declaration if it fits the bytes, detection.
public struct CharsetDecoder {
  private let detector = CharsetDetector()

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

  /// Decodes a document.
  /// - Parameters:
  ///   - bytes: the document as it was read.
  ///   - isMarkup: whether it may declare its charset, and tags tell nothing of its language.
  public func decode(_ bytes: [UInt8], isMarkup: Bool) -> Decoded {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let (text, bad) = Text.repaired(Array(bytes[3...]))
      return Decoded(bytes: text, charset: "utf-8", evidence: .bom, warnings: bad > 0 ? [.badBytes] : [])
    }
    for (mark, charset) in [([0xFF, 0xFE] as [UInt8], "utf-16le"), ([0xFE, 0xFF], "utf-16be")]
    where bytes.starts(with: mark) {
      if let decoded = decoded(Array(bytes[2...]), charset, .bom) { return decoded }
    }
    let declared = isMarkup ? CharsetDeclaration.find(in: bytes) : nil
    let utf8 = Text.repaired(bytes)
    if utf8.replacements == 0 {
      let isASCII = !bytes.contains { $0 >= 0x80 }
      if let declared, declared == "utf-8" || isASCII && !declared.hasPrefix("utf-16") {
        return Decoded(bytes: bytes, charset: declared, evidence: .meta, warnings: [])
      }
      return Decoded(
        bytes: bytes, charset: "utf-8", evidence: .sniffed, warnings: declared == nil ? [] : [.charsetMismatch])
    }
    var warnings: Set<Warning> = []
    if let declared, declared != "utf-8" {
      if let decoded = decoded(bytes, declared, .meta) {
        if decoded.warnings.isEmpty { return decoded }
        warnings.insert(.charsetMismatch)
      } else {
        warnings.insert(.charsetUnknown)
      }
    }
    // A page of UTF-8 with a few bad bytes (a cut character, a stray quotation mark) is still one.
    let good = Self.multibyteSequences(in: bytes)
    if good > 0, utf8.replacements * 20 <= good || utf8.replacements == 1 && good >= 3 {
      return Decoded(
        bytes: utf8.bytes, charset: "utf-8", evidence: declared == "utf-8" ? .meta : .sniffed,
        warnings: warnings.union([.badBytes]))
    }
    if declared == "utf-8" { warnings.insert(.charsetMismatch) }
    warnings.insert(.charsetGuessed)
    if let guess = detector.detect(bytes.prefix(200_000), stripTags: isMarkup),
      var decoded = decoded(bytes, CharsetLabel.canonical(guess.charset), .sniffed)
    {
      decoded.warnings.formUnion(warnings)
      return decoded
    }
    return Decoded(
      bytes: utf8.bytes, charset: "utf-8", evidence: .sniffed, warnings: warnings.union([.badBytes]))
  }

  private func decoded(_ bytes: [UInt8], _ charset: String, _ evidence: CharsetEvidence) -> Decoded? {
    guard let (text, bad) = ICU.decode(bytes, from: CharsetLabel.icuName(charset)) else { return nil }
    return Decoded(bytes: text, charset: charset, evidence: evidence, warnings: bad > 0 ? [.badBytes] : [])
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

/// Names of charsets: many labels, few meanings (WHATWG Encoding Standard).
enum CharsetLabel {
  /// What a label means on the web: ISO-8859-1 is windows-1252, ISO-8859-9 is windows-1254.
  static func canonical(_ label: String) -> String {
    let lower = label.lowercased()
    return aliases[lower] ?? lower
  }

  /// ICU's name for a canonical label.
  static func icuName(_ label: String) -> String { icuNames[label] ?? label }

  private static let aliases: [String: String] = [
    "utf8": "utf-8", "unicode-1-1-utf-8": "utf-8", "x-unicode20utf8": "utf-8",
    "iso-8859-1": "windows-1252", "iso8859-1": "windows-1252", "iso_8859-1": "windows-1252",
    "latin1": "windows-1252", "l1": "windows-1252", "ascii": "windows-1252", "us-ascii": "windows-1252",
    "cp1252": "windows-1252", "x-cp1252": "windows-1252", "ansi_x3.4-1968": "windows-1252",
    "cp1250": "windows-1250", "x-cp1250": "windows-1250", "cp1251": "windows-1251", "x-cp1251": "windows-1251",
    "win-1251": "windows-1251", "cp1253": "windows-1253", "cp1254": "windows-1254", "cp1255": "windows-1255",
    "cp1256": "windows-1256", "cp1257": "windows-1257", "cp1258": "windows-1258",
    "iso-8859-9": "windows-1254", "iso8859-9": "windows-1254", "latin5": "windows-1254",
    "latin2": "iso-8859-2", "iso8859-2": "iso-8859-2", "iso_8859-2": "iso-8859-2",
    "iso-8859-8-i": "windows-1255", "iso-8859-8": "windows-1255",
    "tis-620": "windows-874", "iso-8859-11": "windows-874",
    "gb2312": "gbk", "gb_2312-80": "gbk", "x-gbk": "gbk", "gb18030": "gb18030",
    "big5-hkscs": "big5", "shift-jis": "shift_jis", "sjis": "shift_jis", "x-sjis": "shift_jis",
    "windows-31j": "shift_jis", "ks_c_5601-1987": "euc-kr", "windows-949": "euc-kr", "ksc5601": "euc-kr",
    "utf-16": "utf-16le", "unicode": "utf-16le", "cp866": "ibm866", "koi8": "koi8-r", "koi": "koi8-r",
    "mac": "macintosh", "x-mac-roman": "macintosh",
  ]

  private static let icuNames: [String: String] = [
    "x-mac-cyrillic": "x-mac-cyrillic", "macintosh": "macintosh", "windows-874": "windows-874-2000",
    "gbk": "gb18030", "euc-kr": "windows-949-2000", "shift_jis": "ibm-943_P15A-2003",
  ]
}

/// The charset that a page declares in its first bytes.
enum CharsetDeclaration {
  /// The canonical label of `<meta charset=…>`, `<meta … content="…charset=…">` or `<?xml … encoding=…?>`.
  static func find(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    var index = 0
    while index < head.count {
      guard head[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      let rest = head[index...]
      if rest.starts(with: Array("<!--".utf8)) {
        index = endOfComment(head, from: index + 4)
      } else if rest.starts(with: Array("<meta".utf8)) {
        let end = rest.firstIndex(of: UInt8(ascii: ">")) ?? head.count
        if let label = value(after: "charset", in: head[index..<end]) { return sanitized(label) }
        index = end
      } else if rest.starts(with: Array("<?xml".utf8)) {
        let end = rest.firstIndex(of: UInt8(ascii: ">")) ?? head.count
        if let label = value(after: "encoding", in: head[index..<end]) { return sanitized(label) }
        index = end
      } else {
        index += 1
      }
    }
    return nil
  }

  /// A page whose ASCII markup could be read is not UTF-16, whatever it says.
  private static func sanitized(_ label: String) -> String {
    let canonical = CharsetLabel.canonical(label)
    return canonical.hasPrefix("utf-16") || canonical.hasPrefix("utf-32") ? "utf-8" : canonical
  }

  private static func endOfComment(_ head: [UInt8], from start: Int) -> Int {
    var index = start
    while index + 2 < head.count {
      if head[index] == UInt8(ascii: "-"), head[index + 1] == UInt8(ascii: "-"), head[index + 2] == UInt8(ascii: ">") {
        return index + 3
      }
      index += 1
    }
    return head.count
  }

  /// What stands behind `name =`, with or without quotes.
  private static func value(after name: String, in tag: ArraySlice<UInt8>) -> String? {
    let name = Array(name.utf8)
    var index = tag.startIndex
    func skipSpace() { while index < tag.endIndex, tag[index] <= 0x20 { index += 1 } }
    while index < tag.endIndex {
      guard tag[index...].starts(with: name) else {
        index += 1
        continue
      }
      index += name.count
      skipSpace()
      guard index < tag.endIndex, tag[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < tag.endIndex, tag[index] <= 0x20 || tag[index] == 0x22 || tag[index] == 0x27 { index += 1 }
      let start = index
      while index < tag.endIndex, tag[index] > 0x20, ![0x22, 0x27, 0x3B, 0x2F, 0x3E].contains(tag[index]) { index += 1 }
      if index > start { return String(decoding: tag[start..<index], as: UTF8.self) }
    }
    return nil
  }
}
