import CWorker
import Glibc

/// What the user wants read: paths as they were given.
public enum InputPath: Sendable, Equatable {
  /// A file or folder. A name that is no UTF-8 stands as `FileName.argument` writes it.
  case path(String)
  /// `-`: standard input.
  case standardInput
}

/// An input that cannot be opened; the run goes on with the next one.
public struct InputProblem: Error, Sendable {
  /// The path as given; bytes that are no UTF-8 escaped, as `FileName` does it.
  public let path: String
  /// What is wrong, for a person.
  public let message: String
  /// Whether `path` escapes some bytes.
  public var isEscaped = false
  /// Whether reading it ends the process.
  public var isFatal = false

  /// A problem of an input.
  public init(path: String, message: String, isEscaped: Bool = false, isFatal: Bool = false) {
    (self.path, self.message, self.isEscaped, self.isFatal) = (path, message, isEscaped, isFatal)
  }
}

/// All records of all inputs, in order: the first stage. Folders are walked as they come, nothing is read ahead.
public struct Inputs {
  private var pending: [Entry]  // the next one last
  private var current: OpenInput?
  private let options: ReadingOptions
  private var settled = ReaderFindings()
  private var fileCount = 0
  /// The records that the current input has given.
  private var recordCount = 0
  /// Whether the current input is a file, which never makes anybody wait.
  private var isReadingFile = false

  private struct Entry {
    /// Nil: standard input.
    let file: FileName?
    /// Whether the user named it, rather than its folder.
    let isNamed: Bool
  }

  /// The inputs in the order given.
  public init(_ paths: [InputPath], options: ReadingOptions = .init()) {
    pending = paths.reversed().map { path in
      switch path {
      case .path(let name): Entry(file: FileName(argument: name), isNamed: true)
      case .standardInput: Entry(file: nil, isNamed: true)
      }
    }
    self.options = options
  }

  /// What was passed over so far: files in folders by their extension, records by their media type, damage.
  public var findings: ReaderFindings {
    var findings = settled
    if let current { findings.add(current.reader.findings) }
    return findings
  }

  /// The next record, or the problem of an input that cannot be opened; nil at the end of all.
  public mutating func next() -> Result<RawRecord, InputProblem>? {
    let input = read()
    if let input { options.ledger?.enter(input) }
    return input
  }

  private mutating func read() -> Result<RawRecord, InputProblem>? {
    // Whoever watches over this process knows what it was reading when it ended.
    defer { copydesk_log_reading(0, 0) }
    while !Interruption.isRequested {
      if let current {
        if let problem = fatal(current.path) {
          self.current = nil
          return .failure(problem)
        }
        copydesk_log_reading(1, UInt64(recordCount))
        if options.plantedTrap == "\(current.path)#\(recordCount)" { preconditionFailure("planted") }
      }
      if let record = current?.next() {
        recordCount += 1
        return .success(record)
      }
      if let current { settled.add(current.reader.findings) }
      current = nil
      guard let entry = pending.popLast() else { return nil }
      do throws(InputProblem) {
        recordCount = 0
        if copydesk_is_watched() != 0 { copydesk_log_input(entry.file?.description ?? "-") }
        if let problem = fatal(entry.file?.description ?? "-") { throw problem }
        copydesk_log_reading(1, 0)
        try open(entry)
      } catch {
        return .failure(error)
      }
    }
    return nil
  }

  /// What is said of an input that ended the process at this place before.
  private func fatal(_ path: String) -> InputProblem? {
    guard !options.unreadable.isEmpty, options.unreadable[path] == recordCount else { return nil }
    return InputProblem(path: path, message: "reading record \(recordCount + 1) of it ends the process", isFatal: true)
  }

  /// Whether the next record is there without waiting for a pipe to give more.
  public var hasNextAtHand: Bool {
    if let current { return isReadingFile || current.reader.hasRecordAtHand }
    var status = stat()
    guard let file = pending.last?.file, file.withCString({ stat($0, &status) }) == 0 else { return false }
    return [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  private mutating func open(_ entry: Entry) throws(InputProblem) {
    var status = stat()
    guard let file = entry.file else {
      if fstat(0, &status) == 0, isOutput(status, "standard input") { return }
      guard isOurs() else { return }
      let stream = FileStream.standardInput(idleTimeout: options.idleTimeout, meter: options.meter)
      isReadingFile = stream.isRegular
      current = try InputOpening(options: options, path: "-", name: "").open(stream)
      return
    }
    let path = file.description
    guard file.withCString({ stat($0, &status) }) == 0 else {
      let problem = problem(file)
      guard isOurs() else { return }
      throw problem
    }
    if isOutput(status, path) { return }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: try walk(file)
    case S_IFREG where !entry.isNamed && FormatSniffer.isForeign(path):
      if isOurs() { settled.skip(FormatSniffer.fileExtension(of: path)) }
    default:
      guard isOurs() else { return }
      let stream: FileStream
      do throws(ReadError) {
        stream = try FileStream(file, idleTimeout: options.idleTimeout, meter: options.meter)
      } catch {
        throw problem(file, error.message)
      }
      isReadingFile = stream.isRegular
      do throws(InputProblem) {
        current = try InputOpening(options: options, path: path, name: path).open(stream)
        current?.isEscaped = file.isEscaped
      } catch {
        throw problem(file, error.message)
      }
    }
  }

  /// Whether a file or folder is the output: `copydesk in > in/z.jsonl` would read what it writes, without end. It has no
  /// place among the files that are shared out, since it need not have been there the last time.
  private mutating func isOutput(_ status: stat, _ path: String) -> Bool {
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFDIR, options.excluded.contains(FileIdentity(status)) else { return false }
    settled.note("passed over \(path): it is the output")
    return true
  }

  /// Whether the next file is in our share.
  private mutating func isOurs() -> Bool {
    fileCount += 1
    return options.share.contains(fileCount - 1)
  }

  /// Puts the entries of a folder in front of what is pending: sorted by bytes, no hidden files, no symbolic links.
  private mutating func walk(_ path: FileName) throws(InputProblem) {
    guard let folder = path.withCString({ opendir($0) }) else { throw problem(path) }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else { break }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name.first != UInt8(ascii: ".") { names.append(name) }
    }
    if errno != 0 { settled.note("\(path): \(ReadError().message): some of its entries are not known") }
    names.sort { $0.lexicographicallyPrecedes($1) }
    for name in names.reversed() {
      var status = stat()
      let file = path.appending(name)
      // What may not be looked at is told when its turn comes.
      let isSeen = file.withCString { lstat($0, &status) } == 0
      let kind = status.st_mode & S_IFMT
      if !isSeen || kind == S_IFDIR || kind == S_IFREG { pending.append(Entry(file: file, isNamed: false)) }
    }
  }

  /// - Parameter message: what is wrong; the error of the last system call, if none is given.
  private func problem(_ file: FileName, _ message: String? = nil) -> InputProblem {
    InputProblem(path: file.description, message: message ?? ReadError().message, isEscaped: file.isEscaped)
  }
}
