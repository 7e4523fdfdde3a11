/// Packed bytes, made without a library: gzip and Zstandard both allow data that is not made smaller.
public enum Packed {
  /// A gzip member.
  public static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    var start = 0
    repeat {
      let count = min(bytes.count - start, 0xFFFF)
      let isLast = start + count == bytes.count
      out += [isLast ? 1 : 0] + little(UInt32(count), 2) + little(~UInt32(count), 2)
      out += bytes[start..<start + count]
      start += count
    } while start < bytes.count
    return out + little(crc32(bytes), 4) + little(UInt32(truncatingIfNeeded: bytes.count), 4)
  }

  /// A Zstandard frame.
  public static func zstd(_ bytes: [UInt8]) -> [UInt8] {
    // One segment, its size in four bytes, no checksum.
    var out: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0xA0] + little(UInt32(bytes.count), 4)
    var start = 0
    repeat {
      let count = min(bytes.count - start, 100_000)
      let isLast: UInt32 = start + count == bytes.count ? 1 : 0
      out += little(UInt32(count) << 3 | isLast, 3) + bytes[start..<start + count]
      start += count
    } while start < bytes.count
    return out
  }

  private static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt32($0 * 8)) }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc = ~UInt32(0)
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
