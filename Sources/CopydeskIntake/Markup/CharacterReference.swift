import CopydeskText

/// The character references of HTML: `&eacute;`, `&#8217;`, `&#x2019;`.
enum CharacterReference {
  /// The bytes that the reference at an `&` stands for and where it ends; nil if there is none.
  static func read(_ bytes: [UInt8], at start: Int) -> (bytes: [UInt8], end: Int)? {
    var index = start + 1
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "#") { return numeric(bytes, at: index + 1) }
    while index < bytes.count, index - start <= CharacterNames.longest,
      HTMLBytes.isLetter(bytes[index]) || HTMLBytes.isDigit(bytes[index])
    {
      index += 1
    }
    guard index > start + 1 else { return nil }
    let name = bytes[start + 1..<index]
    let isClosed = index < bytes.count && bytes[index] == UInt8(ascii: ";")
    guard isClosed || bare.contains(String(decoding: name, as: UTF8.self)),
      let characters = CharacterNames.characters(of: name)
    else { return nil }
    return (characters, isClosed ? index + 1 : index)
  }

  /// The text with every reference read.
  static func decoded(_ string: String) -> String {
    guard string.utf8.contains(UInt8(ascii: "&")) else { return string }
    return String(decoding: decoded(bytes: Array(string.utf8)[...]), as: UTF8.self)
  }

  /// The bytes with every reference read.
  static func decoded(bytes: ArraySlice<UInt8>) -> [UInt8] {
    var edits = TextEdits()
    return decoded(bytes: bytes, noting: &edits)
  }

  /// The same, noting what was rewritten.
  static func decoded(bytes slice: ArraySlice<UInt8>, noting edits: inout TextEdits) -> [UInt8] {
    let bytes = Array(slice)
    var out: [UInt8] = []
    // What was copied so far.
    var kept = 0
    var index = 0
    while let sign = bytes[index...].firstIndex(of: UInt8(ascii: "&")) {
      guard let found = read(bytes, at: sign) else {
        index = sign + 1
        continue
      }
      out.append(contentsOf: bytes[kept..<sign])
      edits.keep(sign - kept)
      out.append(contentsOf: found.bytes)
      edits.replace(found.end - sign, by: found.bytes.count)
      (kept, index) = (found.end, found.end)
    }
    out.append(contentsOf: bytes[kept...])
    edits.keep(bytes.count - kept)
    return out
  }

  private static func numeric(_ bytes: [UInt8], at start: Int) -> (bytes: [UInt8], end: Int)? {
    var index = start
    let isHex = index < bytes.count && bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHex { index += 1 }
    var code: UInt32 = 0
    let first = index
    while index < bytes.count, let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue, isHex || digit < 10 {
      code = min(code * (isHex ? 16 : 10) + UInt32(digit), 0x11_0000)
      index += 1
    }
    guard index > first else { return nil }
    if index < bytes.count, bytes[index] == UInt8(ascii: ";") { index += 1 }
    // `&#146;` was written for the apostrophe of windows-1252 and is shown as such by every browser.
    if (0x80..<0xA0).contains(code) { code = windows1252[Int(code - 0x80)] }
    guard code >= 0x20 || code == 0x09 || code == 0x0A || code == 0x0D else { return ([UInt8(ascii: " ")], index) }
    let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
    return (Array(String(Character(scalar)).utf8), index)
  }

  /// The names that browsers read without the closing `;`.
  private static let bare: Set<String> = [
    "amp", "lt", "gt", "quot", "nbsp", "copy", "reg", "AMP", "LT", "GT", "QUOT", "auml", "ouml", "uuml", "Auml", "Ouml",
    "Uuml", "szlig", "eacute", "egrave", "agrave", "ccedil", "laquo", "raquo", "middot", "shy", "deg", "pound", "sect",
  ]

  /// What windows-1252 has where Unicode has control characters.
  private static let windows1252: [UInt32] = [
    0x20AC, 0x20, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x20, 0x17D, 0x20,
    0x20, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x20, 0x17E,
    0x178,
  ]
}
