/// Takes out of a text what a reader does not see and a matcher trips over.
public enum TextCleaner {
  /// The text in form C, without soft hyphens, zero-width and direction marks and control characters; every kind of
  /// space is a space, every kind of line break `\n`. Valid UTF-8 in, valid UTF-8 out.
  public static func cleaned(_ bytes: [UInt8]) -> [UInt8] {
    ICU.nfc(withoutInvisibles(bytes))
  }

  private static func withoutInvisibles(_ bytes: [UInt8]) -> [UInt8] {
    // Most texts have none of the lead bytes below and no controls: nothing is copied then.
    let suspicious = bytes.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F || $0 == 0xC2 || $0 >= 0xE2 }
    guard suspicious else { return bytes }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x0A: out.append(byte)
      case 0x0D:
        if index + 1 == bytes.count || bytes[index + 1] != 0x0A { out.append(0x0A) }
      case 0x09: out.append(0x20)
      case 0..<0x20, 0x7F: break
      case 0xC2 where index + 1 < bytes.count:
        let next = bytes[index + 1]
        switch next {
        case 0xA0: out.append(0x20)
        case 0xAD: break
        case 0x85: out.append(0x0A)
        case 0x80..<0xA0: break
        default: out.append(contentsOf: [byte, next])
        }
        index += 1
      case 0xE2 where index + 2 < bytes.count:
        append(bytes[index...index + 2], to: &out)
        index += 2
      case 0xE3 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80:
        out.append(0x20)
        index += 2
      case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF:
        index += 2
      default: out.append(byte)
      }
      index += 1
    }
    return out
  }

  /// A character of the block U+2000…: spaces become a space, U+2028 and U+2029 a line break; U+200B, U+200E, U+200F,
  /// U+202A…E, U+2060 and U+2066…9 go. The joiners U+200C and U+200D stay: Persian, Indic scripts and emoji need them.
  private static func append(_ character: ArraySlice<UInt8>, to out: inout [UInt8]) {
    let bytes = Array(character)
    guard bytes[1] == 0x80 || bytes[1] == 0x81 else { return out.append(contentsOf: bytes) }
    let code = 0x2000 | Int(bytes[1] & 0x3F) << 6 | Int(bytes[2] & 0x3F)
    switch code {
    case 0x2000...0x200A, 0x202F, 0x205F: out.append(0x20)
    case 0x2028, 0x2029: out.append(0x0A)
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069: break
    default: out.append(contentsOf: bytes)
    }
  }
}
