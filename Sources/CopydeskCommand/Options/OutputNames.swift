import ArgumentParser
import Copydesk
import CopydeskIntake
import Glibc

/// The files that a command writes, held against each other and against its inputs before anything is opened for writing:
/// no two of them may be one file, whatever they are called.
struct OutputNames {
  private var outputs: [(label: String, place: FilePlace)] = []

  /// Nothing is written.
  init() {}

  /// Takes in the file that an option names; nil if the option is not given.
  /// - Throws: `ValidationError` for an empty name, or a file that another option has.
  mutating func add(_ path: String?, _ option: String) throws {
    guard let path else { return }
    guard !path.isEmpty else { throw ValidationError("\(option) has an empty name") }
    if let place = FilePlace(path) { try add(place, label: "\(option) \(path)") }
  }

  /// Takes in standard output, if it is a file.
  mutating func addStandardOutput() throws {
    if let place = FilePlace(descriptor: 1) { try add(place, label: "standard output") }
  }

  private mutating func add(_ place: FilePlace, label: String) throws {
    if let other = outputs.first(where: { $0.place == place }) {
      throw ValidationError("\(other.label) and \(label) are one file")
    }
    outputs.append((label, place))
  }

  /// Makes sure that no input is an output.
  /// - Throws: `ValidationError`, with the path, for one that is, and for an empty name.
  func check(inputs: [InputPath]) throws {
    for input in inputs { try check(input.place, input.name) }
  }

  /// Makes sure that a file that is read (`nil`: none) is not an output.
  func check(_ path: String?) throws {
    guard let path else { return }
    guard !path.isEmpty else { throw ValidationError("a file has an empty name") }
    try check(path == "-" ? FilePlace(descriptor: 0) : FilePlace(path), path)
  }

  private func check(_ place: FilePlace?, _ name: String) throws {
    guard !name.isEmpty else { throw ValidationError("an input has an empty name") }
    guard let place, let output = outputs.first(where: { $0.place == place }) else { return }
    throw ValidationError("\(name): input file is output file (\(output.label))")
  }

  /// Makes sure that nothing that a command reads is its standard output: it would read what it writes, without end.
  static func checkFilter(_ inputs: [InputPath]) throws {
    var names = OutputNames()
    try names.addStandardOutput()
    try names.check(inputs: inputs)
  }

  /// What the command writes and what it says, to be passed over in folders: those that are there already.
  static func excluded(_ paths: [String?]) -> Set<FileIdentity> {
    var identities = Set(paths.compactMap { $0 }.compactMap { FilePlace($0)?.identity })
    for descriptor in [1, 2] as [Int32] {
      if let identity = FilePlace(descriptor: descriptor)?.identity { identities.insert(identity) }
    }
    return identities
  }
}

/// A file by what it is rather than by what it is called; also one that is not there yet.
private enum FilePlace: Equatable {
  case file(FileIdentity)
  case missing(folder: FileIdentity, name: String)

  /// The file, folder or pipe of an open descriptor; nil for a device or what has been closed.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, Self.holdsBytes(status), let identity = FileIdentity(descriptor: descriptor)
    else { return nil }
    self = .file(identity)
  }

  /// What a path leads to; nil for a device, of which any number may be written to and read from.
  init?(_ path: String, links: Int = 40) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard Self.holdsBytes(status), let identity = FileIdentity(path: path) else { return nil }
      self = .file(identity)
      return
    }
    let parts = path.split(separator: "/")
    guard let name = parts.last else { return nil }
    let before = path[..<name.startIndex]
    // A link that leads to nothing yet: the file is made where it leads.
    if links > 0, let target = Self.linkTarget(path) {
      self.init(target.hasPrefix("/") ? target : before + target, links: links - 1)
      return
    }
    guard let folder = FileIdentity(path: before.isEmpty ? "." : String(before)) else { return nil }
    self = .missing(folder: folder, name: String(name))
  }

  var identity: FileIdentity? { if case .file(let identity) = self { identity } else { nil } }

  private static func holdsBytes(_ status: stat) -> Bool {
    [S_IFREG, S_IFDIR, S_IFIFO].contains(status.st_mode & S_IFMT)
  }

  private static func linkTarget(_ path: String) -> String? {
    var bytes = [CChar](repeating: 0, count: 4096)
    let count = readlink(path, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
  }
}

extension InputPath {
  /// As it was given.
  fileprivate var name: String {
    switch self {
    case .path(let path): path
    case .standardInput: "-"
    }
  }

  fileprivate var place: FilePlace? {
    switch self {
    case .path(let path): FilePlace(path)
    case .standardInput: FilePlace(descriptor: 0)
    }
  }
}
