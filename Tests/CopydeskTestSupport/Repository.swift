import Foundation
import Glibc

/// The checkout that the tests run in.
public enum Repository {
  /// Its folder, without a slash at the end.
  public static let root: String = {
    // …/Tests/CopydeskTestSupport/Repository.swift
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// The bytes of a file, by its path from the root.
  public static func bytes(_ path: String) throws -> [UInt8] {
    guard let file = fopen("\(root)/\(path)", "rb") else { throw MissingFile(path: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// The lines of a file, by its path from the root.
  public static func lines(_ path: String) throws -> [[UInt8]] {
    try bytes(path).split(separator: 0x0A).map(Array.init)
  }

  /// The paths, from the root, of all files below a folder whose names end so; sorted.
  public static func files(under folder: String, suffix: String) throws -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: "\(root)/\(folder)") else {
      throw MissingFile(path: folder)
    }
    return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(suffix) }.map { "\(folder)/\($0)" }.sorted()
  }

  /// A file that a test needs is not there.
  public struct MissingFile: Error {
    /// Its path from the root.
    public let path: String
  }
}

/// A folder for one test, gone at the end of its life.
public final class TemporaryFolder {
  /// Its path.
  public let path: String

  /// A new, empty folder.
  public init() {
    var template = Array("/tmp/copydesk-test-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
  }

  deinit {
    guard path != "/tmp" else { return }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file into it (folders on the way are made) and returns its path.
  @discardableResult
  public func write(_ name: String, _ bytes: some Sequence<UInt8>) -> String {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o755)
    }
    let target = "\(path)/\(name)"
    if let file = fopen(target, "wb") {
      let bytes = Array(bytes)
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }
    return target
  }
}
