/// Takes out of a text what a reader does not see and a matcher trips over.
public enum TextCleaner {
  /// The text in form C, without soft hyphens, zero-width and direction marks and control characters; every kind of
  /// space is a space, every kind of line break `\n`, and a character reference left from a page (`&amp;`, `&#8217;`) its
  /// character. Valid UTF-8 in, valid UTF-8 out. - Complexity: O(n)
  public static func cleaned(_ bytes: [UInt8]) -> [UInt8] {
    var map = SourceMap()
    return cleaned(bytes, noting: &map)
  }

  /// The same, noting what was rewritten.
  public static func cleaned(_ bytes: [UInt8], noting map: inout SourceMap) -> [UInt8] {
    var edits = TextEdits()
    let visible = withoutInvisibles(bytes, noting: &edits)
    map.append(edits)
    guard let (composed, composing) = ICU.nfcWithEdits(visible) else { return visible }
    map.append(composing)
    return composed
  }

  private static func withoutInvisibles(_ bytes: [UInt8], noting edits: inout TextEdits) -> [UInt8] {
    var out: [UInt8] = []
    // What was copied so far, and where the run that stays begins.
    var kept = 0
    var index = 0
    let count = bytes.count
    while true {
      index = suspect(in: bytes, from: index)
      guard index < count else { break }
      guard let (length, replacement) = rewriting(bytes, at: index) else {
        index += 1
        continue
      }
      if out.isEmpty { out.reserveCapacity(count) }
      out.append(contentsOf: bytes[kept..<index])
      edits.keep(index - kept)
      out.append(contentsOf: replacement)
      edits.replace(length, by: replacement.count)
      index += length
      kept = index
    }
    guard kept > 0 else { return bytes }
    out.append(contentsOf: bytes[kept...])
    edits.keep(count - kept)
    return out
  }

  /// The first byte from an offset on that may begin something to rewrite; the text's end if there is none.
  private static func suspect(in bytes: [UInt8], from start: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      let count = bytes.count
      let ones: UInt64 = 0x0101_0101_0101_0101
      var index = start
      while index < count {
        // Eight bytes of ASCII without controls and `&` at a time. Safe: the load stays inside the buffer.
        if index + 8 <= count, let base = bytes.baseAddress {
          let eight = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
          let references = eight ^ (ones &* 0x26)
          let suspicious = eight | (eight &- ones &* 0x20) | (references &- ones)
          if suspicious & (ones &* 0x80) == 0 {
            index += 8
            continue
          }
        }
        let byte = bytes[index]
        let isPlain = byte >= 0x20 && byte < 0x7F && byte != 0x26 || byte == 0x0A
        guard isPlain || byte >= 0xC3 && byte < 0xE2 || byte >= 0x80 && byte < 0xC2 else { return index }
        index += 1
      }
      return count
    }
  }

  /// How many bytes at an offset become which others; nil if they stay.
  private static func rewriting(_ bytes: [UInt8], at index: Int) -> (length: Int, replacement: [UInt8])? {
    func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    switch byte(0) {
    case UInt8(ascii: "&"): return CharacterLeftover.read(bytes, at: index)
    case 0x0D: return (1, byte(1) == 0x0A ? [] : newline)
    case 0x09: return (1, space)
    case 0..<0x20, 0x7F: return (1, [])
    case 0xC2:
      switch byte(1) {
      case 0xA0: return (2, space)
      case 0x85: return (2, newline)
      case 0xAD, 0x80..<0xA0: return (2, [])
      default: return nil
      }
    case 0xE2 where byte(1) == 0x80 || byte(1) == 0x81:
      return generalPunctuation(0x2000 | Int(byte(1) & 0x3F) << 6 | Int(byte(2) & 0x3F)).map { (3, $0) }
    case 0xE3 where byte(1) == 0x80 && byte(2) == 0x80: return (3, space)
    case 0xEF where byte(1) == 0xBB && byte(2) == 0xBF: return (3, [])
    default: return nil
    }
  }

  private static let space: [UInt8] = [0x20]
  private static let newline: [UInt8] = [0x0A]

  /// A character of the block U+2000…: spaces become a space, U+2028 and U+2029 a line break; U+200B, U+200E, U+200F,
  /// U+202A…E, U+2060 and U+2066…9 go. The joiners U+200C and U+200D stay: Persian, Indic scripts and emoji need them.
  private static func generalPunctuation(_ code: Int) -> [UInt8]? {
    switch code {
    case 0x2000...0x200A, 0x202F, 0x205F: space
    case 0x2028, 0x2029: newline
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069: []
    default: nil
    }
  }
}

/// Character references that a text still has because its page was escaped twice, or was never read as a page.
enum CharacterLeftover {
  /// The reference at an `&`, its `;` included: how long it is and what it stands for; nil if it is none that texts leave.
  static func read(_ bytes: [UInt8], at start: Int) -> (length: Int, replacement: [UInt8])? {
    guard let end = bytes[start..<min(start + 10, bytes.count)].firstIndex(of: UInt8(ascii: ";")), end > start + 2
    else {
      return nil
    }
    let name = bytes[start + 1..<end]
    let code =
      name.first == UInt8(ascii: "#") ? numeric(name.dropFirst()) : names[String(decoding: name, as: UTF8.self)]
    guard let code, let scalar = Unicode.Scalar(code) else { return nil }
    // What cleaning would rewrite once more comes out at once: a no-break space as a space, a soft hyphen as nothing.
    if code == 0xA0 { return (end + 1 - start, [0x20]) }
    if code == 0xAD { return (end + 1 - start, []) }
    return (end + 1 - start, Array(String(Character(scalar)).utf8))
  }

  /// Decimal or hexadecimal, from the space on; 128…159 are those of windows-1252, as browsers have it.
  private static func numeric(_ digits: ArraySlice<UInt8>) -> UInt32? {
    let isHex = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
    let string = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    guard let code = UInt32(string, radix: isHex ? 16 : 10), code >= 0x20, code != 0x7F else { return nil }
    guard code < 0xA0, code >= 0x80 else { return isVisible(code) ? code : nil }
    let meant = Windows1252.codes[Int(code - 0x80)]
    return meant >= 0xA0 ? meant : nil
  }

  private static func isVisible(_ code: UInt32) -> Bool {
    !(0x2000..<0x2010).contains(code) && !(0x2028..<0x2030).contains(code) && !(0x205F..<0x2070).contains(code)
      && code != 0xFEFF && code != 0x3000
  }

  /// `&lt;` and `&gt;` are left: a text may speak of markup.
  private static let names: [String: UInt32] = [
    "amp": 0x26, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "shy": 0xAD, "ndash": 0x2013, "mdash": 0x2014,
    "lsquo": 0x2018, "rsquo": 0x2019, "sbquo": 0x201A, "ldquo": 0x201C, "rdquo": 0x201D, "bdquo": 0x201E,
    "hellip": 0x2026, "bull": 0x2022, "laquo": 0xAB, "raquo": 0xBB, "euro": 0x20AC, "pound": 0xA3, "copy": 0xA9,
    "reg": 0xAE, "trade": 0x2122, "deg": 0xB0, "middot": 0xB7, "auml": 0xE4, "ouml": 0xF6, "uuml": 0xFC, "Auml": 0xC4,
    "Ouml": 0xD6, "Uuml": 0xDC, "szlig": 0xDF, "eacute": 0xE9, "egrave": 0xE8, "ecirc": 0xEA, "agrave": 0xE0,
    "aacute": 0xE1, "ccedil": 0xE7, "ntilde": 0xF1, "oacute": 0xF3, "iacute": 0xED, "uacute": 0xFA, "euml": 0xEB,
    "Euml": 0xCB, "Ccedil": 0xC7, "scaron": 0x161, "Scaron": 0x160,
  ]
}
