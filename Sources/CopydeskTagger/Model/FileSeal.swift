/// The last bytes of a file of weights: a mark, and a checksum over all before it.
///
/// One changed byte among millions of weights gives other names, and nobody would know why. It finds damage, not malice.
enum FileSeal {
  private static let mark: [UInt8] = Array("CDSEAL1\n".utf8)
  private static let size = mark.count + 8
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The bytes with their seal.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    let sum = bytes.withUnsafeBytes { checksum($0) }
    return bytes + mark + (0..<8).map { UInt8(truncatingIfNeeded: sum >> UInt64(8 * $0)) }
  }

  /// What is sealed; nil if the bytes have no seal.
  static func content(of bytes: UnsafeRawBufferPointer) -> (content: UnsafeRawBufferPointer, isWhole: Bool)? {
    guard bytes.count >= size else { return nil }
    let end = bytes.count - size
    guard bytes[end..<end + mark.count].elementsEqual(mark) else { return nil }
    let content = UnsafeRawBufferPointer(rebasing: bytes[..<end])
    let sum = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: end + mark.count, as: UInt64.self))
    return (content, sum == checksum(content))
  }

  private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum = UInt64(bytes.count) &* factor
    var index = 0
    while index + 8 <= bytes.count {
      sum = (sum ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))) &* factor
      sum ^= sum >> 29
      index += 8
    }
    while index < bytes.count {
      sum = (sum ^ UInt64(bytes[index])) &* factor
      sum ^= sum >> 29
      index += 1
    }
    return sum
  }
}
