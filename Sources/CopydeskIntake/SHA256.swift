import CSHA

/// SHA-256 (FIPS 180-4): the fingerprint of a record's source bytes.
///
/// Our own, because the Swift package for it brings Foundation, and with it fifty megabytes, into the binary.
public enum SHA256 {
  /// The hash of the bytes in lower-case hexadecimal.
  public static func hexDigest(of bytes: some RandomAccessCollection<UInt8>) -> String {
    hexadecimal(digest(of: bytes))
  }

  /// The 32 bytes of the hash.
  public static func digest(of bytes: some RandomAccessCollection<UInt8>) -> [UInt8] {
    var hasher = SHA256Hasher()
    let done: Void? = bytes.withContiguousStorageIfAvailable { hasher.update($0) }
    if done == nil { Array(bytes).withUnsafeBufferPointer { hasher.update($0) } }
    return hasher.digest()
  }

  /// Bytes in lower-case hexadecimal.
  public static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var hex: [UInt8] = []
    hex.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      hex.append(digits[Int(byte >> 4)])
      hex.append(digits[Int(byte & 15)])
    }
    return String(decoding: hex, as: UTF8.self)
  }

  /// Takes whole blocks of 64 bytes into the state.
  fileprivate static func hash(_ bytes: UnsafeBufferPointer<UInt8>, into state: inout [UInt32]) {
    if hashWithInstructions(bytes, &state) { return }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      // Every entry is written before it is read: 0…15 from the block, the rest from those before.
      for start in stride(from: 0, to: bytes.count, by: 64) { block(bytes, start, schedule, &state) }
    }
  }

  /// Whether the processor has instructions for it; if so, the hash is done.
  private static func hashWithInstructions(_ bytes: UnsafeBufferPointer<UInt8>, _ state: inout [UInt32]) -> Bool {
    // Safe: the pointers hold 64 bytes for each block, 8 words of state and 64 constants, and are used during the call.
    state.withUnsafeMutableBufferPointer { state in
      csha256_blocks(state.baseAddress, bytes.baseAddress, bytes.count / 64, constants) != 0
    }
  }

  private static func block(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ schedule: UnsafeMutableBufferPointer<UInt32>,
    _ state: inout [UInt32]
  ) {
    func rotate(_ value: UInt32, _ count: UInt32) -> UInt32 { value >> count | value << (32 - count) }
    for index in 0..<16 {
      let at = start + index * 4
      let high = UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16
      schedule[index] = high | UInt32(bytes[at + 2]) << 8 | UInt32(bytes[at + 3])
    }
    for index in 16..<64 {
      let (w15, w2) = (schedule[index - 15], schedule[index - 2])
      let s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ w15 >> 3
      let s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ w2 >> 10
      schedule[index] = schedule[index - 16] &+ s0 &+ schedule[index - 7] &+ s1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
      let choice = (e & f) ^ (~e & g)
      let first = h &+ s1 &+ choice &+ constants[index] &+ schedule[index]
      let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ s0 &+ majority)
    }
    for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] = state[index] &+ value }
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
  ]
}

/// SHA-256 of bytes that come piece by piece.
public struct SHA256Hasher: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// The bytes that do not fill a block yet.
  private var tail: [UInt8] = []
  private var count: UInt64 = 0

  /// The hash of nothing.
  public init() {}

  /// Takes in more bytes.
  public mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
    count += UInt64(bytes.count)
    var start = 0
    if !tail.isEmpty {
      start = min(64 - tail.count, bytes.count)
      tail.append(contentsOf: bytes[..<start])
      guard tail.count == 64 else { return }
      tail.withUnsafeBufferPointer { SHA256.hash($0, into: &state) }
      tail.removeAll(keepingCapacity: true)
    }
    let whole = (bytes.count - start) & ~63
    SHA256.hash(UnsafeBufferPointer(rebasing: bytes[start..<start + whole]), into: &state)
    tail.append(contentsOf: bytes[(start + whole)...])
  }

  /// Takes in more bytes.
  public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { update($0) } }

  /// The 32 bytes of the hash of all that was taken in.
  public func digest() -> [UInt8] {
    var (state, tail) = (state, tail)
    tail.append(0x80)
    while tail.count % 64 != 56 { tail.append(0) }
    let bits = count << 3
    for shift in stride(from: UInt64(56), through: 0, by: -8) { tail.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    tail.withUnsafeBufferPointer { SHA256.hash($0, into: &state) }
    return state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) } }
  }
}
