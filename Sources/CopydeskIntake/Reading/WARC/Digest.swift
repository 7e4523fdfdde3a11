/// The digests that WARC records carry: `sha1:` and `sha256:`, in base 32 or hexadecimal.
enum Digest {
  /// Whether bytes have a digest; true if there is none, or of a kind that is not known.
  static func holds(_ digest: String?, for bytes: ArraySlice<UInt8>) -> Bool {
    guard let digest, let colon = digest.firstIndex(of: ":") else { return true }
    let value = digest[digest.index(after: colon)...].lowercased()
    let hash: [UInt8]
    switch digest[..<colon].lowercased() {
    case "sha1": hash = SHA1.digest(of: bytes)
    case "sha256": hash = SHA256.digest(of: bytes)
    default: return true
    }
    return value == hexadecimal(hash) || value.prefix { $0 != "=" } == base32(hash)
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// RFC 4648, in lower case and without padding.
  private static func base32(_ bytes: [UInt8]) -> String {
    let digits = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    var (text, value, bits): ([UInt8], UInt32, Int) = ([], 0, 0)
    for byte in bytes {
      value = value << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(digits[Int(value >> UInt32(bits) & 31)])
      }
      value &= 0xFF
    }
    if bits > 0 { text.append(digits[Int(value << UInt32(5 - bits) & 31)]) }
    return String(decoding: text, as: UTF8.self)
  }
}

/// SHA-1 (FIPS 180-4): only to compare with what crawlers wrote.
enum SHA1 {
  static func digest(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    var state: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
      0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0
    )
    let whole = bytes.count & ~63
    var schedule = [UInt32](repeating: 0, count: 80)
    bytes.withUnsafeBufferPointer { buffer in
      for start in stride(from: 0, to: whole, by: 64) { block(buffer, start, &schedule, &state) }
    }
    var tail = Array(bytes.suffix(bytes.count - whole))
    tail.append(0x80)
    while tail.count % 64 != 56 { tail.append(0) }
    let bits = UInt64(bytes.count) << 3
    for shift in stride(from: UInt64(56), through: 0, by: -8) { tail.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    tail.withUnsafeBufferPointer { buffer in
      for start in stride(from: 0, to: buffer.count, by: 64) { block(buffer, start, &schedule, &state) }
    }
    return [state.0, state.1, state.2, state.3, state.4].flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
  }

  private static func block(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ schedule: inout [UInt32],
    _ state: inout (UInt32, UInt32, UInt32, UInt32, UInt32)
  ) {
    func rotate(_ value: UInt32, _ count: UInt32) -> UInt32 { value << count | value >> (32 - count) }
    for index in 0..<16 {
      let at = start + index * 4
      let high = UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16
      schedule[index] = high | UInt32(bytes[at + 2]) << 8 | UInt32(bytes[at + 3])
    }
    for index in 16..<80 {
      let mixed = schedule[index - 3] ^ schedule[index - 8] ^ schedule[index - 14] ^ schedule[index - 16]
      schedule[index] = rotate(mixed, 1)
    }
    var (a, b, c, d, e) = state
    for index in 0..<80 {
      let (mix, constant): (UInt32, UInt32) =
        switch index {
        case ..<20: ((b & c) | (~b & d), 0x5A82_7999)
        case ..<40: (b ^ c ^ d, 0x6ED9_EBA1)
        case ..<60: ((b & c) | (b & d) | (c & d), 0x8F1B_BCDC)
        default: (b ^ c ^ d, 0xCA62_C1D6)
        }
      let next = rotate(a, 5) &+ mix &+ e &+ constant &+ schedule[index]
      (e, d, c, b, a) = (d, c, rotate(b, 30), a, next)
    }
    state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e)
  }
}
