import CopydeskIntake
import Glibc

/// Where the source of a record lies now.
enum SourcePath {
  /// - Parameters:
  ///   - path: as the record has it.
  ///   - root: a file, or the folder to look in. Corpora move: `corpus/2024/a.html` is found as `2024/a.html` too.
  /// - Returns: as `InputPath` takes it.
  static func resolve(_ path: String, against root: String) -> String? {
    guard isFolder(root) else { return exists(root) ? root : nil }
    if let found = find(path, in: root) { return found }
    // The name of the file need not be UTF-8.
    return FileName(escaped: path).flatMap { find(FileName.argument($0.bytes), in: root) }
  }

  private static func find(_ path: String, in root: String) -> String? {
    var rest = path[...]
    while true {
      let candidate = rest.hasPrefix("/") ? String(rest) : "\(root)/\(rest)"
      if !rest.isEmpty, exists(candidate), !isFolder(candidate) { return candidate }
      guard let slash = rest.firstIndex(of: "/") else { return nil }
      rest = rest[rest.index(after: slash)...]
    }
  }

  private static func exists(_ path: String) -> Bool { FileName(argument: path).withCString { access($0, F_OK) } == 0 }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return FileName(argument: path).withCString { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
