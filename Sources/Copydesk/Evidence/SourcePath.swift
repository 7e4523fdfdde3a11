import Glibc

/// Where the source of a record lies now.
enum SourcePath {
  /// - Parameters:
  ///   - path: as the record has it.
  ///   - root: a file, or the folder to look in. Corpora move: `corpus/2024/a.html` is found as `2024/a.html` too.
  static func resolve(_ path: String, against root: String) -> String? {
    guard isFolder(root) else { return exists(root) ? root : nil }
    var rest = path[...]
    while true {
      let candidate = rest.hasPrefix("/") ? String(rest) : "\(root)/\(rest)"
      if !rest.isEmpty, exists(candidate), !isFolder(candidate) { return candidate }
      guard let slash = rest.firstIndex(of: "/") else { return nil }
      rest = rest[rest.index(after: slash)...]
    }
  }

  private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
