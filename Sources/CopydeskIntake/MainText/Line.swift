import CopydeskText

/// Small facts about lines of text.
enum Line {
  /// The bytes with every run of white space as one space, and without what is not to be read (soft hyphens, controls).
  static func collapsed(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var needsSpace = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      switch LineForm.of(bytes, at: index) {
      case .space: needsSpace = true
      case .nothing: break
      default:
        if needsSpace, !out.isEmpty { out.append(0x20) }
        needsSpace = false
        out.append(contentsOf: bytes[index..<min(index + length, bytes.count)])
      }
      index += length
    }
    return out
  }

  /// The string with every run of white space as one space.
  static func collapsed(_ string: String) -> String { String(decoding: collapsed(Array(string.utf8)), as: UTF8.self) }

  /// Letters and digits alone, in lower case: two lines with one key say the same.
  static func key(_ line: some Sequence<UInt8>) -> [UInt8] {
    let bytes = CaseFolding.folded(Array(line))
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let form = LineForm.of(bytes, at: index)
      if form == .letter || form == .ideograph {
        out.append(contentsOf: bytes[index..<min(index + length, bytes.count)])
      }
      index += length
    }
    return out
  }

  /// Whether the first key occurs in the second.
  static func occurs(_ needle: [UInt8], in key: [UInt8]) -> Bool {
    guard let first = needle.first, needle.count <= key.count else { return false }
    for start in 0...(key.count - needle.count) where key[start] == first {
      if key[start..<start + needle.count].elementsEqual(needle) { return true }
    }
    return false
  }
}
