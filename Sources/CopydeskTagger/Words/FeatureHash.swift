/// The hashing of features: a feature is a 64-bit number, its row in the table of weights the upper bits of it.
enum FeatureHash {
  /// Mixes two numbers into one.
  @inline(__always)
  static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var value = (left ^ right) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 32
    return value &* 0xD6E8_FEB8_6659_FD93
  }

  /// The hash of some bytes.
  @inline(__always)
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash ^ (hash >> 29)
  }

  /// The hash of a short run of bytes, eight at a time.
  @inline(__always)
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index + 8 <= bytes.count {
      hash = mix(hash, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = (rest << 8) | UInt64(bytes[index])
      index += 1
    }
    return mix(hash, rest)
  }
}
