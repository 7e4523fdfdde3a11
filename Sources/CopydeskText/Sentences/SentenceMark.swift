/// What a mark of punctuation means for the end of a sentence.
enum SentenceMark {
  /// `.`
  case stop
  /// `!`, `?`
  case call
  /// `…`
  case ellipsis
  /// `。`, `।`, `؟`: ends a sentence whatever follows; some of these are written without a space behind them.
  case full
  /// `:`
  case colon
  /// A quotation mark, which may open or close.
  case quote
  /// `»`
  case guillemet
  /// A closing bracket or East Asian quotation mark.
  case closing
  /// `(`, `[`
  case bracket
  /// `« 「 《 （`
  case opening
  /// `-`, `–`, `—`
  case dash
  /// `•` and its like before the items of a list.
  case bullet
  /// `¿`, `¡`
  case inverted
  /// `/`
  case slash

  /// The mark of a token's first character; nil for words, numbers and all other signs.
  static func of(_ token: Token, in bytes: [UInt8]) -> SentenceMark? {
    guard token.kind == .punctuation || token.kind == .symbol else { return nil }
    let start = Int(token.range.start)
    let lead = bytes[start]
    if lead < 0x80 { return ascii(lead) }
    if lead < 0xE0 { return of(UInt32(lead & 0x1F) << 6 | UInt32(bytes[start + 1] & 0x3F)) }
    guard lead < 0xF0 else { return nil }
    return of(UInt32(lead & 0x0F) << 12 | UInt32(bytes[start + 1] & 0x3F) << 6 | UInt32(bytes[start + 2] & 0x3F))
  }

  private static func ascii(_ byte: UInt8) -> SentenceMark? {
    switch byte {
    case UInt8(ascii: "."): .stop
    case UInt8(ascii: "!"), UInt8(ascii: "?"): .call
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "\""), UInt8(ascii: "'"): .quote
    case UInt8(ascii: ")"), UInt8(ascii: "]"): .closing
    case UInt8(ascii: "("), UInt8(ascii: "["): .bracket
    case UInt8(ascii: "-"): .dash
    case UInt8(ascii: "/"): .slash
    default: nil
    }
  }

  private static func of(_ code: UInt32) -> SentenceMark? {
    switch code {
    case 0x2026: .ellipsis
    case 0x589, 0x61F, 0x6D4, 0x964, 0x965, 0x104B, 0x1362, 0x1367, 0x1368, 0x17D4, 0x17D5, 0x3002, 0xFF01, 0xFF0E,
      0xFF1F, 0xFF61:
      .full
    case 0x2018...0x201F: .quote
    case 0xBB, 0x203A: .guillemet
    case 0x300B, 0x300D, 0x300F, 0x3011, 0xFF09, 0xFF3D: .closing
    case 0xAB, 0x2039, 0x300A, 0x300C, 0x300E, 0x3010, 0xFF08, 0xFF3B: .opening
    case 0x2010...0x2015: .dash
    case 0x2022, 0x2023, 0x2043, 0x25A0, 0x25AA, 0x25CF, 0x25E6: .bullet
    case 0xA1, 0xBF: .inverted
    default: nil
    }
  }
}
