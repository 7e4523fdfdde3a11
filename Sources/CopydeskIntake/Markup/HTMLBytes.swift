import Glibc

/// Small facts about the bytes of markup.
enum HTMLBytes {
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isNameByte(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") }
  static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  /// Whether the element counts towards the depth: it has an end tag and its end tag is written.
  static func nests(_ tag: Tag) -> Bool {
    switch tag {
    case .br, .hr, .img, .meta, .link, .base, .input, .embed: false
    case .p, .li, .td, .th, .tr, .option, .html, .head, .body: false
    default: true
    }
  }

  /// The offset of the next such byte, or `end` (the page's length if not given).
  static func next(_ byte: UInt8, in page: [UInt8], from start: Int, to end: Int? = nil) -> Int {
    let end = end ?? page.count
    guard start < end else { return end }
    // Safe: the search stays between `start` and the end of the bytes, which live during the call.
    return page.withUnsafeBytes { raw in
      guard let base = raw.baseAddress, let found = memchr(base + start, Int32(byte), end - start) else { return end }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Whether an ASCII word in lower case occurs, case ignored.
  static func contains(_ word: StaticString, in bytes: ArraySlice<UInt8>) -> Bool {
    // Safe: the buffer lives during the call.
    word.withUTF8Buffer { contains($0, in: bytes) }
  }

  /// The same of a word that is read from a table.
  static func contains(_ word: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
    // Safe: the buffer lives during the call.
    word.withUnsafeBufferPointer { contains($0, in: bytes) }
  }

  private static func contains(_ needle: UnsafeBufferPointer<UInt8>, in bytes: ArraySlice<UInt8>) -> Bool {
    // Safe: both buffers live during the call, and no offset goes beyond their ends.
    bytes.withUnsafeBufferPointer { bytes in
      guard bytes.count >= needle.count, !needle.isEmpty else { return false }
      for start in 0...(bytes.count - needle.count) where lower(bytes[start]) == needle[0] {
        var offset = 1
        while offset < needle.count, lower(bytes[start + offset]) == needle[offset] { offset += 1 }
        if offset == needle.count { return true }
      }
      return false
    }
  }

  /// Appends the decimal digits of a number that is not negative.
  static func write(_ number: Int, to bytes: inout [UInt8]) {
    if number >= 10 { write(number / 10, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
