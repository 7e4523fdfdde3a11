import Glibc

/// What the user wants read: paths as they were given.
public enum InputPath: Sendable, Equatable {
  /// A file or folder.
  case path(String)
  /// `-`: standard input.
  case standardInput
}

/// An input that cannot be opened; the run goes on with the next one.
public struct InputProblem: Error, Sendable {
  /// The path as given.
  public let path: String
  /// What is wrong, for a person.
  public let message: String
}

/// How inputs are read.
public struct ReadingOptions: Sendable {
  /// The format of all inputs; nil: by name and content.
  public var format: SourceFormat?
  /// The largest document in bytes.
  public var maxBytes: Int
  /// How many seconds to wait for more of a pipe before giving up; nil: for ever.
  public var idleTimeout: Double?
  /// The share of the files to read.
  public var share = InputShare.all
  /// Files and folders that are passed over in the folders that are walked, because they are the output.
  public var excluded: Set<FileIdentity> = []
  /// Counts what is read, for whoever watches.
  public var meter: InputMeter?
  /// The book that every document is entered in when it is read.
  public var ledger: InputLedger?
  /// Formats are detected, documents up to 32 MiB.
  public init(format: SourceFormat? = nil, maxBytes: Int = 32 << 20) {
    (self.format, self.maxBytes) = (format, maxBytes)
  }
}

/// One of several equal shares of the files: of `n` runs over the same inputs, each reads every `n`th file.
public struct InputShare: Sendable, Hashable {
  /// Which one, from 1.
  public let number: Int
  /// How many there are.
  public let count: Int

  /// All files.
  public static let all = InputShare(uncheckedNumber: 1, count: 1)

  /// Share `number` of `count`; nil if there is no such share.
  public init?(number: Int, count: Int) {
    guard count >= 1, (1...count).contains(number) else { return nil }
    self.init(uncheckedNumber: number, count: count)
  }

  private init(uncheckedNumber number: Int, count: Int) { (self.number, self.count) = (number, count) }

  func contains(_ file: Int) -> Bool { file % count == number - 1 }
}

/// All records of all inputs, in order: the first stage. Folders are walked as they come, nothing is read ahead.
public struct Inputs {
  private var pending: [Entry]  // the next one last
  private var reader: (any RecordReader)?
  private let options: ReadingOptions
  private var settled = ReaderFindings()
  private var fileCount = 0

  private struct Entry {
    let path: InputPath
    /// Whether the user named it, rather than its folder.
    let isNamed: Bool
  }

  /// The inputs in the order given.
  public init(_ paths: [InputPath], options: ReadingOptions = .init()) {
    pending = paths.reversed().map { Entry(path: $0, isNamed: true) }
    self.options = options
  }

  /// What was passed over so far: files in folders by their extension, records by their media type, damage.
  public var findings: ReaderFindings {
    var findings = settled
    if let reader { findings.add(reader.findings) }
    return findings
  }

  /// The next record, or the problem of an input that cannot be opened; nil at the end of all.
  public mutating func next() -> Result<RawRecord, InputProblem>? {
    let input = read()
    if let input { options.ledger?.enter(input) }
    return input
  }

  private mutating func read() -> Result<RawRecord, InputProblem>? {
    while !Interruption.isRequested {
      if let record = reader?.next() { return .success(record) }
      if let reader { settled.add(reader.findings) }
      reader = nil
      guard let entry = pending.popLast() else { return nil }
      do throws(InputProblem) {
        try open(entry)
      } catch {
        return .failure(error)
      }
    }
    return nil
  }

  private mutating func open(_ entry: Entry) throws(InputProblem) {
    guard case .path(let path) = entry.path else {
      guard isOurs() else { return }
      let stream = FileStream.standardInput(idleTimeout: options.idleTimeout, meter: options.meter)
      return try openStream(stream, path: "-", name: "")
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard isOurs() else { return }
      throw problem(path)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: try walk(path)
    case S_IFREG where !entry.isNamed && FormatSniffer.isForeign(path):
      if isOurs() { settled.skip(FormatSniffer.fileExtension(of: path)) }
    default:
      guard isOurs() else { return }
      let stream: FileStream
      do throws(ReadError) {
        stream = try FileStream(path: path, idleTimeout: options.idleTimeout, meter: options.meter)
      } catch {
        throw InputProblem(path: path, message: error.message)
      }
      try openStream(stream, path: path, name: path)
    }
  }

  /// Whether the next file is in our share.
  private mutating func isOurs() -> Bool {
    fileCount += 1
    return options.share.contains(fileCount - 1)
  }

  /// Looks at the first bytes: what is packed is unpacked on the way.
  private mutating func openStream(_ stream: FileStream, path: String, name: String) throws(InputProblem) {
    // Who says what it is need not wait until there is enough to tell.
    let head = try Self.head(of: stream, path: path, count: options.format == nil ? 4096 : 4, keepsBeginning: true)
    // An empty standard input holds no document; an empty file is one, without text.
    if head.isEmpty, path == "-" { return }
    let packing = Packing.of(head)
    let inner = packing == nil ? name : Packing.unpackedName(of: name)
    let peeked = packing.map { UnpackedStream.peek(head, packing: $0) } ?? head
    if format(ofName: inner, content: peeked) == .warc {
      let input = try Self.opening(path) { () throws(ReadError) in
        try WARCInput(stream, head: head, packing: packing)
      }
      reader = WARCReader(input, path: path, limit: options.maxBytes)
    } else if let packing {
      let unpacked = try Self.opening(path) { () throws(ReadError) in
        try UnpackedStream(stream, head: head, packing: packing)
      }
      openReader(unpacked, head: try Self.head(of: unpacked, path: path), path: path, name: inner)
    } else {
      openReader(stream, head: head, path: path, name: inner)
    }
  }

  /// Calls a throwing closure; its error becomes the path's problem.
  private static func opening<Value>(_ path: String, _ body: () throws(ReadError) -> Value) throws(InputProblem)
    -> Value
  {
    do throws(ReadError) {
      return try body()
    } catch {
      throw InputProblem(path: path, message: error.message)
    }
  }

  /// The first bytes of a stream, enough to tell its format.
  /// - Parameter keepsBeginning: whether a stream that fails after some bytes has those read; it then fails again.
  private static func head(
    of stream: some ByteStream, path: String, count: Int = 4096, keepsBeginning: Bool = false
  ) throws(InputProblem) -> [UInt8] {
    var head: [UInt8] = []
    var stream = stream
    do throws(ReadError) {
      while head.count < count, try stream.read(into: &head, count: 1 << 16) > 0 {}
    } catch {
      if keepsBeginning, !head.isEmpty { return head }
      throw InputProblem(path: path, message: error.message)
    }
    return head
  }

  private func format(ofName name: String, content: [UInt8]) -> SourceFormat {
    options.format ?? FormatSniffer.format(ofName: name) ?? FormatSniffer.format(ofContent: content)
  }

  /// Finds out the format and makes the reader for it.
  private mutating func openReader(_ stream: some ByteStream, head: [UInt8], path: String, name: String) {
    let format = format(ofName: name, content: head)
    let limit = options.maxBytes
    switch format {
    case .jsonl: reader = JSONLinesReader(stream, head: head, path: path, limit: limit)
    case .csv: reader = CSVReader(stream, head: head, path: path, limit: limit)
    case .feed: reader = FeedReader(stream, head: head, path: path, limit: limit)
    case .html, .text, .warc:
      reader = WholeFileReader(stream, head: head, path: path, format: format, limit: limit)
    }
  }

  /// Puts the entries of a folder in front of what is pending: sorted by bytes, no hidden files, no symbolic links.
  private mutating func walk(_ path: String) throws(InputProblem) {
    guard let folder = opendir(path) else { throw problem(path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    names.sort { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    let base = path.hasSuffix("/") ? path : path + "/"
    for name in names.reversed() {
      var status = stat()
      guard lstat(base + name, &status) == 0 else { continue }
      let kind = status.st_mode & S_IFMT
      guard kind == S_IFDIR || kind == S_IFREG else { continue }
      // `copydesk in > in/z.jsonl` would read what it writes, without end. Whether a file is there already must not
      // change which files a share has, so it does not count.
      guard !options.excluded.contains(FileIdentity(status)) else {
        settled.note("passed over \(base + name): it is the output")
        continue
      }
      pending.append(Entry(path: .path(base + name), isNamed: false))
    }
  }

  private func problem(_ path: String) -> InputProblem {
    InputProblem(path: path, message: ReadError().message)
  }
}

extension FormatSniffer {
  /// The extension of a file's name, with its dot; empty if it has none.
  static func fileExtension(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return String(name[dot...])
  }

  /// Whether a file in a folder is something else than news: it has an extension, and not one of ours. Saved pages
  /// often have none.
  static func isForeign(_ path: String) -> Bool {
    // A page in gzip is a page.
    let path = Packing.unpackedName(of: path)
    let ending = fileExtension(of: path)
    return !ending.isEmpty && ending.count <= 6 && format(ofName: path) == nil
  }
}
