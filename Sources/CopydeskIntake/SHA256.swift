import CNettle

/// SHA-256 (FIPS 180-4), by libnettle: the fingerprint of a record's source bytes.
///
/// The Swift package for it brings Foundation, and with it fifty megabytes, into the binary.
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
}

/// SHA-256 of bytes that come piece by piece.
public struct SHA256Hasher: Sendable {
  private var context = sha256_ctx()

  /// The hash of nothing.
  public init() { nettle_sha256_init(&context) }

  /// Takes in more bytes.
  public mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
    // Safe: the pointer holds as many bytes as it says, and is used during the call.
    if let start = bytes.baseAddress { nettle_sha256_update(&context, bytes.count, start) }
  }

  /// Takes in more bytes.
  public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { update($0) } }

  /// The 32 bytes of the hash of all that was taken in; more may follow.
  public func digest() -> [UInt8] {
    // The library begins anew once it has given a digest.
    var copy = context
    return [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_SIZE)) { digest, count in
      nettle_sha256_digest(&copy, digest.count, digest.baseAddress)
      count = digest.count
    }
  }
}

/// SHA-1 (FIPS 180-4), by libnettle: only to compare with what crawlers wrote.
enum SHA1 {
  /// The 20 bytes of the hash.
  static func digest(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    var context = sha1_ctx()
    nettle_sha1_init(&context)
    bytes.withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress { nettle_sha1_update(&context, bytes.count, start) }
    }
    return [UInt8](unsafeUninitializedCapacity: Int(SHA1_DIGEST_SIZE)) { digest, count in
      nettle_sha1_digest(&context, digest.count, digest.baseAddress)
      count = digest.count
    }
  }
}
