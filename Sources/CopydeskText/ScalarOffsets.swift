/// The units that offsets count.
public enum OffsetUnit: String, Sendable, CaseIterable {
  /// Unicode code points: Python, DuckDB.
  case codepoint
  /// Bytes of UTF-8: Rust, Go, C.
  case utf8
  /// UTF-16 code units: Java, JavaScript.
  case utf16
}

/// From byte offsets to offsets in another unit: one pass over the text, then a table look-up.
public struct ScalarOffsets: Sendable {
  /// The units before each 64-byte block; empty where units are bytes.
  private let blocks: [UInt32]
  private let bytes: [UInt8]
  private let utf16: Bool

  /// The offsets of a text in a unit. - Complexity: O(n) in the bytes.
  public init(of text: Text, in unit: OffsetUnit) {
    bytes = text.bytes
    utf16 = unit == .utf16
    guard unit != .utf8, text.bytes.contains(where: { $0 >= 0x80 }) else {
      blocks = []
      return
    }
    var blocks: [UInt32] = []
    blocks.reserveCapacity(bytes.count / 64 + 1)
    var units: UInt32 = 0
    let utf16 = utf16
    text.bytes.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: 64) {
        blocks.append(units)
        var index = start
        let end = min(start + 64, bytes.count)
        while !utf16, index + 8 <= end {
          units += 8 - Self.tails(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
          index += 8
        }
        while index < end {
          units += Self.units(bytes[index], utf16)
          index += 1
        }
      }
    }
    if bytes.count & 63 == 0 { blocks.append(units) }
    self.blocks = blocks
  }

  /// The offset in units of the byte offset.
  public subscript(byteOffset: Int) -> Int {
    if blocks.isEmpty { return byteOffset }
    let block = byteOffset >> 6
    var units = blocks[block]
    var index = block << 6
    if !utf16 {
      // Eight bytes at a time; offsets are asked for several times a fact.
      bytes.withUnsafeBytes { bytes in
        while index + 8 <= byteOffset {
          units += 8 - Self.tails(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
          index += 8
        }
      }
    }
    while index < byteOffset {
      units += Self.units(bytes[index], utf16)
      index += 1
    }
    return Int(units)
  }

  /// How many of eight bytes are not the first of their character.
  @inline(__always)
  private static func tails(_ eight: UInt64) -> UInt32 {
    let tails = (eight >> 7) & ~(eight >> 6) & 0x0101_0101_0101_0101
    return UInt32(truncatingIfNeeded: (tails &* 0x0101_0101_0101_0101) >> 56)
  }

  private static func units(_ byte: UInt8, _ utf16: Bool) -> UInt32 {
    if byte & 0xC0 == 0x80 { return 0 }
    return utf16 && byte >= 0xF0 ? 2 : 1
  }
}
