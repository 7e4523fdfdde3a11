import CWorker
import CopydeskIntake
import Glibc

/// Why output could not be written, in words, with the file's name.
package struct OutputError: Error, Sendable, CustomStringConvertible {
  /// For a person: `out/records-00000.jsonl: No space left on device`.
  package let description: String

  /// An error with its message.
  package init(_ description: String) { self.description = description }
}

/// A file that is written front to back, through a buffer.
package struct OutputFile: ~Copyable {
  private let descriptor: Int32
  private let closes: Bool
  private let name: String
  private var buffer: [UInt8] = []
  /// The bytes written and buffered.
  package private(set) var count = 0

  private static var bufferSize: Int { 1 << 16 }

  /// How many of the next bytes were sent by an earlier attempt at the same run.
  private var passedOver = 0

  /// Standard output.
  /// - Parameter count: how many of the first bytes have gone out before.
  package static func standardOutput(passingOver count: Int = 0) -> OutputFile {
    var file = OutputFile(descriptor: 1, closes: false, name: "standard output", count: 0)
    file.passedOver = count
    return file
  }

  /// A file, made if it isn't there.
  /// - Parameters:
  ///   - path: where it is.
  ///   - count: how many of its bytes are kept; those behind them go.
  package init(path: String, keeping count: Int = 0) throws(OutputError) {
    let descriptor = try Self.open(path, keeping: count)
    self.init(descriptor: descriptor, closes: true, name: path, count: count)
  }

  private static func open(_ path: String, keeping count: Int) throws(OutputError) -> Int32 {
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw error(path) }
    var status = stat()
    // Pipes and /dev/null have no length to cut.
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return descriptor }
    if status.st_size >= count, ftruncate(descriptor, count) == 0, lseek(descriptor, count, SEEK_SET) == count {
      return descriptor
    }
    let failure = error(path)
    close(descriptor)
    guard status.st_size >= count else {
      throw OutputError("\(path) has \(status.st_size) bytes, but \(count) of it were written before: it was changed")
    }
    throw failure
  }

  private init(descriptor: Int32, closes: Bool, name: String, count: Int) {
    (self.descriptor, self.closes, self.name, self.count) = (descriptor, closes, name, count)
  }

  deinit { if closes { close(descriptor) } }

  /// Takes bytes; they go out when enough are together.
  package mutating func write(_ bytes: [UInt8]) throws(OutputError) {
    count += bytes.count
    if buffer.isEmpty, bytes.count >= Self.bufferSize { return try send(bytes) }
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Sends all that is held back.
  package mutating func flush() throws(OutputError) {
    if buffer.isEmpty { return }
    let bytes = buffer
    buffer.removeAll()
    try send(bytes)
    buffer = bytes
    buffer.removeAll(keepingCapacity: true)
  }

  /// Sends all that is held back, and waits until it is on the disk.
  package mutating func synchronize() throws(OutputError) {
    try flush()
    // Pipes and some file systems have nothing to wait for.
    if fsync(descriptor) != 0, errno != EINVAL, errno != EROFS, errno != ENOTSUP { throw Self.error(name) }
  }

  private mutating func send(_ bytes: [UInt8]) throws(OutputError) {
    let start = min(passedOver, bytes.count)
    passedOver -= start
    let isSent = bytes.withUnsafeBytes { buffer in
      var offset = start
      while offset < buffer.count {
        let sent = Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
        if sent >= 0 {
          offset += sent
          if descriptor == 1 { copydesk_log_written(UInt64(sent)) }
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
    if !isSent { throw Self.error(name) }
  }

  private static func error(_ name: String) -> OutputError { OutputError("\(name): \(ReadError().message)") }

  /// Writes a whole file so that it is there with all its bytes or not at all. What is no file (a device, a pipe) is written
  /// into, and of a symbolic link the file that it leads to.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(OutputError) {
    guard let target = replaceable(path) else {
      var file = try OutputFile(path: path)
      try file.write(bytes)
      return try file.synchronize()
    }
    let temporary = "\(target).part"
    do throws(OutputError) {
      var file = try OutputFile(path: temporary)
      try file.write(bytes)
      try file.synchronize()
      try move(temporary, to: target)
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// The file that may be replaced by another of its name: the path, or what it leads to as a link; nil if it is no file, and
  /// has to be written into. What is not there may be made.
  package static func replaceable(_ path: String) -> String? {
    var (own, target) = (stat(), stat())
    guard lstat(path, &own) == 0 else { return path }
    if own.st_mode & S_IFMT == S_IFREG { return path }
    guard stat(path, &target) == 0, target.st_mode & S_IFMT == S_IFREG, let real = realpath(path, nil) else {
      return nil
    }
    defer { free(real) }
    return String(cString: real)
  }

  /// Gives a file its name, in place of any that had it.
  static func move(_ path: String, to target: String) throws(OutputError) {
    guard rename(path, target) == 0 else { throw error(target) }
    // The name is in the folder, which has to reach the disk as well.
    let folder = target.contains("/") ? String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)]) : "."
    let descriptor = Glibc.open(folder.isEmpty ? "/" : folder, O_RDONLY | O_CLOEXEC)
    if descriptor >= 0 {
      fsync(descriptor)
      close(descriptor)
    }
  }

  /// Makes an empty file where there is nothing, so that it has an identity before anything is read.
  static func makeFile(_ path: String) throws(OutputError) {
    var status = stat()
    if stat(path, &status) == 0 { return }
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw error(path) }
    close(descriptor)
  }

  /// Makes a folder, and those that it lies in.
  static func makeFolder(_ path: String) throws(OutputError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made == "/" ? "\(part)" : "/\(part)"
      guard mkdir(made, 0o755) == 0 || errno == EEXIST else { throw error(made) }
    }
  }
}
