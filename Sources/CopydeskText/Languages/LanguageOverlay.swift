import Glibc

/// The language pack that a user lays over the binary's own.
public struct LanguageOverlay: Sendable {
  /// The environment variable that names its file.
  public static let variable = "COPYDESK_LANGUAGES"

  /// Its file.
  public let path: String
  /// Why it, or a part of it, cannot be used: `cannot be read`; nil if all is well.
  public let problem: String?
  /// A hash of its bytes, so that the record's `run` tells whether it was there.
  public let fingerprint: String
  /// What could be read of it.
  let pack: LanguagePack

  init(contentsOf path: String) {
    self.path = path
    guard let bytes = Self.bytes(of: path) else {
      (problem, fingerprint, pack) = ("cannot be read", "", LanguagePack([:]))
      return
    }
    var problem = bytes.isEmpty ? "is empty" : nil
    pack = bytes.withUnsafeBufferPointer { LanguagePack($0, &problem) }
    self.problem = problem
    var hash = FoldedHash()
    for byte in bytes { hash.add(byte) }
    fingerprint = String(hash.value, radix: 16)
  }

  private static func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&part, 1, part.count, file), count > 0 { bytes += part[..<count] }
    return ferror(file) == 0 ? bytes : nil
  }
}
