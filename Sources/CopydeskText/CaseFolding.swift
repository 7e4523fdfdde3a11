/// Lower case that keeps every offset.
public enum CaseFolding {
  /// For each code point below U+0800 the code point of its lower case, where both take the same number of bytes.
  static let twoByte: [UInt16] = {
    var table = (0..<0x800).map { UInt16($0) }
    func shift(_ range: ClosedRange<Int>, by distance: Int) {
      for code in range { table[code] = UInt16(code + distance) }
    }
    func pairs(_ range: ClosedRange<Int>) {
      for code in stride(from: range.lowerBound, through: range.upperBound, by: 2) { table[code] = UInt16(code + 1) }
    }
    shift(0x41...0x5A, by: 32)
    shift(0xC0...0xD6, by: 32)
    shift(0xD8...0xDE, by: 32)
    pairs(0x100...0x12E)
    pairs(0x132...0x136)
    pairs(0x139...0x147)
    pairs(0x14A...0x176)
    table[0x178] = 0xFF
    pairs(0x179...0x17D)
    table[0x18F] = 0x259
    pairs(0x1CD...0x1DB)
    pairs(0x1DE...0x1EE)
    pairs(0x1F8...0x21E)
    pairs(0x222...0x232)
    table[0x386] = 0x3AC
    shift(0x388...0x38A, by: 37)
    table[0x38C] = 0x3CC
    shift(0x38E...0x38F, by: 63)
    shift(0x391...0x3A1, by: 32)
    shift(0x3A3...0x3AB, by: 32)
    shift(0x400...0x40F, by: 80)
    shift(0x410...0x42F, by: 32)
    pairs(0x460...0x480)
    pairs(0x48A...0x4BE)
    pairs(0x4D0...0x52E)
    return table
  }()

  /// The bytes in lower case, as many as before.
  public static func folded(_ bytes: [UInt8]) -> [UInt8] {
    let table = twoByte
    // Safe: every index stays below `count`, of which both buffers have as many bytes. Zeros first: an array of room that is
    // not filled yet takes longer to make than the words of a text to fold.
    var folded = [UInt8](repeating: 0, count: bytes.count)
    bytes.withUnsafeBufferPointer { bytes in
      folded.withUnsafeMutableBufferPointer { out in
        let count = bytes.count
        var index = 0
        while index < count {
          if index + 8 <= count, let source = bytes.baseAddress, let target = out.baseAddress {
            let eight = UnsafeRawPointer(source + index).loadUnaligned(as: UInt64.self)
            if eight & 0x8080_8080_8080_8080 == 0 {
              UnsafeMutableRawPointer(target + index).storeBytes(of: lowered(eight), as: UInt64.self)
              index += 8
              continue
            }
          }
          let byte = bytes[index]
          if byte < 0x80 {
            out[index] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            index += 1
          } else if byte >= 0xC3 && byte < 0xE0 && index + 1 < count {
            let code = table[(Int(byte & 0x1F) << 6) | Int(bytes[index + 1] & 0x3F)]
            out[index] = UInt8(truncatingIfNeeded: 0xC0 | (code >> 6))
            out[index + 1] = UInt8(truncatingIfNeeded: 0x80 | (code & 0x3F))
            index += 2
          } else {
            out[index] = byte
            index += 1
          }
        }
      }
    }
    return folded
  }

  /// Eight bytes of ASCII in lower case.
  @inline(__always)
  private static func lowered(_ eight: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let fromA = eight &+ ones &* 0x3F  // the high bit of each byte from `A` on
    let pastZ = eight &+ ones &* 0x25  // of each byte behind `Z`
    return eight | ((fromA & ~pastZ & (ones &* 0x80)) >> 2)
  }

  /// Whether the code point is an upper-case letter (of the alphabets that the table covers).
  public static func isUpper(_ code: UInt32) -> Bool {
    code == 0x130 || (code < 0x800 && UInt32(twoByte[Int(code)]) != code)
  }
}
