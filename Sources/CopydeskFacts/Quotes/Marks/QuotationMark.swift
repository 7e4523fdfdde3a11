import CopydeskText

/// A quotation mark at a token: its family, its shape and how many tokens write it.
struct QuotationMark: Sendable {
  /// Marks that may pair with each other.
  enum Family: Sendable { case double, single, guillemet }
  /// What the glyph says of its direction.
  enum Shape: Sendable { case open, close, straight }

  /// Its family.
  let family: Family
  /// Its direction.
  let shape: Shape
  /// The tokens that it takes: 2 for `''` and ` `` `.
  let width: Int

  /// The mark at a token of a paragraph, or nil if it is none.
  ///
  /// Of three marks in a row (`Obama,'''`) the first closes an open single one.
  init?(at index: Int, in document: Document, paragraph: Range<Int>, closingSingle: Bool = false) {
    let token = document.tokens[index]
    guard token.kind != .word, token.kind != .number else { return nil }
    let bytes = document.text.bytes
    let start = Int(token.range.start)
    let second = index + 1
    func isDoubled(_ byte: UInt8) -> Bool {
      guard second < paragraph.upperBound else { return false }
      let next = document.tokens[second]
      return next.range.count == 1 && bytes[Int(next.range.start)] == byte && !next.flags.contains(.spaceBefore)
    }
    switch token.range.count {
    case 1:
      let byte = bytes[start]
      switch byte {
      case UInt8(ascii: "\""): self.init(.double, .straight)
      case UInt8(ascii: "'"):
        let isThird = closingSingle && index + 2 < paragraph.upperBound && document.token(index + 2, is: "'")
        if isDoubled(byte), !isThird { self.init(.double, .straight, 2) } else { self.init(.single, .straight) }
      case UInt8(ascii: "`"):
        if isDoubled(byte) { self.init(.double, .open, 2) } else { self.init(.single, .open) }
      default: return nil
      }
    case 2 where bytes[start] == 0xC2 && bytes[start + 1] == 0xAB: self.init(.guillemet, .open)
    case 2 where bytes[start] == 0xC2 && bytes[start + 1] == 0xBB: self.init(.guillemet, .close)
    case 3 where bytes[start] == 0xE2 && bytes[start + 1] == 0x80:
      switch bytes[start + 2] {
      case 0x98, 0x9A, 0x9B: self.init(.single, .open)  // ‘ ‚ ‛
      case 0x99: self.init(.single, .close)  // ’
      case 0x9C, 0x9E, 0x9F: self.init(.double, .open)  // “ „ ‟
      case 0x9D: self.init(.double, .close)  // ”
      case 0xB9: self.init(.guillemet, .open)  // ‹
      case 0xBA: self.init(.guillemet, .close)  // ›
      default: return nil
      }
    default: return nil
    }
  }

  private init(_ family: Family, _ shape: Shape, _ width: Int = 1) {
    (self.family, self.shape, self.width) = (family, shape, width)
  }
}
