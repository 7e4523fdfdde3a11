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
    return value == SHA256.hexadecimal(hash) || value.prefix { $0 != "=" } == base32(hash)
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
