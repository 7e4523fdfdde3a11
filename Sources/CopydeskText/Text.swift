/// A text as UTF-8 bytes, beside the same bytes in lower case.
///
/// Both arrays have the same length and the same offsets, so a match in the folded text is a place in the text:
/// only letters whose lower case has as many bytes are folded (Latin, Greek, Cyrillic; not `İ`, which would shrink).
public struct Text: Sendable {
  /// Valid UTF-8.
  public let bytes: [UInt8]
  /// The bytes in lower case.
  public let folded: [UInt8]

  /// A text from bytes that are known to be valid UTF-8 (the decoders and `Text.repaired` see to that).
  public init(validUTF8 bytes: [UInt8]) {
    self.bytes = bytes
    self.folded = CaseFolding.folded(bytes)
  }

  /// A text from a Swift string.
  public init(_ string: String) { self.init(validUTF8: Array(string.utf8)) }

  /// The number of bytes.
  public var count: Int { bytes.count }

  /// The string of a part.
  public subscript(range: TextRange) -> String {
    String(decoding: bytes[range.indices], as: UTF8.self)
  }

  /// The lower-case string of a part.
  public func lowercased(_ range: TextRange) -> String {
    String(decoding: folded[range.indices], as: UTF8.self)
  }

  /// Whether the part, in lower case, is the word.
  public func folds(_ range: TextRange, to word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { buffer in
      var index = Int(range.start)
      for byte in buffer {
        if folded[index] != byte { return false }
        index += 1
      }
      return true
    }
  }

  /// The bytes, with every ill-formed sequence replaced by U+FFFD (one for each maximal subpart, as Unicode and WHATWG
  /// have it), and how many there were.
  public static func repaired(_ bytes: [UInt8]) -> (bytes: [UInt8], replacements: Int) {
    var edits = TextEdits()
    return repaired(bytes, noting: &edits)
  }

  /// The same, noting what was rewritten.
  public static func repaired(
    _ bytes: [UInt8], noting edits: inout TextEdits
  ) -> (bytes: [UInt8], replacements: Int) {
    let valid = bytes.withUnsafeBufferPointer { UTF8Validity.isValid($0) }
    if valid {
      edits.keep(bytes.count)
      return (bytes, 0)
    }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 64)
    var replacements = 0
    var index = 0
    while index < bytes.count {
      let length = UTF8Validity.sequenceLength(bytes, at: index)
      if length > 0 {
        out.append(contentsOf: bytes[index..<index + length])
        edits.keep(length)
        index += length
      } else {
        out.append(contentsOf: [0xEF, 0xBF, 0xBD])
        edits.replace(-length, by: 3)
        replacements += 1
        index += -length
      }
    }
    return (out, replacements)
  }
}

/// What is well-formed UTF-8 (Unicode 15, table 3-7).
public enum UTF8Validity {
  /// Whether all of the bytes are well-formed.
  public static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    let count = bytes.count
    while index < count {
      if bytes[index] < 0x80 {
        index += 1
        // Eight bytes of ASCII at a time. Safe: the load stays inside the buffer.
        while index + 8 <= count, let base = bytes.baseAddress,
          UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          index += 8
        }
        continue
      }
      let length = sequenceLength(bytes, at: index)
      if length <= 0 { return false }
      index += length
    }
    return true
  }

  /// The length of the well-formed sequence at the index; or, negated, the length of the ill-formed maximal subpart.
  @inlinable
  public static func sequenceLength(_ bytes: some RandomAccessCollection<UInt8>, at start: Int) -> Int {
    func byte(_ offset: Int) -> UInt8? {
      let index = bytes.index(bytes.startIndex, offsetBy: start + offset)
      return index < bytes.endIndex ? bytes[index] : nil
    }
    guard let lead = byte(0) else { return 0 }
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0..<0x80: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, low) = (3, 0xA0)
    case 0xE1...0xEC, 0xEE, 0xEF: length = 3
    case 0xED: (length, high) = (3, 0x9F)
    case 0xF0: (length, low) = (4, 0x90)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, high) = (4, 0x8F)
    default: return -1
    }
    for offset in 1..<length {
      guard let next = byte(offset), next >= low, next <= high else { return -offset }
      (low, high) = (0x80, 0xBF)
    }
    return length
  }
}
