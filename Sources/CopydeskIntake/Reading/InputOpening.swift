/// An input that is being read.
struct OpenInput {
  /// Cuts it into records.
  var reader: any RecordReader
  /// The path, for what is said of all of it.
  let path: String
  /// Whether the path does not show the file's name as it is.
  var isEscaped = false
  /// The charset that all of it is converted from on the way.
  var convertedFrom: (charset: String, evidence: CharsetEvidence)?
  private var isUsed = false

  private let format: SourceFormat

  init(_ reader: any RecordReader, path: String, format: SourceFormat) {
    (self.reader, self.path, self.format) = (reader, path, format)
  }

  /// The next record; nil at the end. An input that should hold records and has none gives a failure.
  mutating func next() -> RawRecord? {
    var record = reader.next()
    if record == nil, !isUsed, !Interruption.isRequested, let failure = reader.emptiness {
      record = RawRecord(
        provenance: Provenance(id: path, path: path, offset: 0, length: 0, format: format), bytes: [], failure: failure)
    }
    isUsed = true
    record?.convertedFrom = convertedFrom
    if isEscaped { record?.warnings.insert(.pathEscaped) }
    return record
  }
}

/// Finds out what a file is, and makes the reader for it.
struct InputOpening {
  let options: ReadingOptions
  /// The path, for records and messages.
  let path: String
  /// The name that may tell the format; empty for standard input.
  let name: String

  /// Looks at the first bytes: what is packed is unpacked on the way.
  /// - Returns: nil if there is nothing to read.
  func open(_ stream: FileStream) throws(InputProblem) -> OpenInput? {
    // Who says what it is need not wait until there is enough to tell.
    var head = try head(of: stream, count: options.format == nil ? 4096 : 4, keepsBeginning: true)
    // An empty standard input holds no document; an empty file is one, without text.
    if head.isEmpty, path == "-" { return nil }
    guard let packing = Packing.of(head) else { return try open(stream, head: head, content: head, packing: nil) }
    if packing == .zstd, let length = ZstdDictionary.length(at: head), length > head.count {
      try fill(&head, from: stream, count: length + 4096)
    }
    var content = try peek(head, packing)
    // The first block of bzip2 and LZ4 must be there before it unpacks to anything.
    while content.isEmpty, head.count < Self.largestBlock {
      let before = head.count
      try fill(&head, from: stream, count: before * 2)
      if head.count == before { break }
      content = try peek(head, packing)
    }
    return try open(stream, head: head, content: content, packing: packing)
  }

  private static let largestBlock = 5 << 20

  /// - Parameter content: the first bytes, unpacked.
  private func open(
    _ stream: FileStream, head: [UInt8], content: [UInt8], packing: Packing?
  ) throws(InputProblem) -> OpenInput? {
    let inner = packing == nil ? name : Packing.unpackedName(of: name)
    let format = format(ofName: inner, content: content)
    if let failure = unsupported(content, format, isPacked: packing != nil) { return failed(failure, format) }
    guard format == .warc else {
      guard let packing else { return openReader(stream, head: head, format: format) }
      let unpacked = try opening { () throws(ReadError) in
        try UnpackedStream(stream, head: head, packing: packing)
      }
      // A member that is damaged from its beginning is told here.
      let content = try self.head(of: unpacked)
      return openReader(unpacked, head: content, format: self.format(ofName: inner, content: content))
    }
    if content.starts(with: ARCHeader.mark) {
      guard let packing else {
        return OpenInput(ARCReader(stream, head: head, path: path, limit: limit), path: path, format: .warc)
      }
      let unpacked = try opening { () throws(ReadError) in
        try UnpackedStream(stream, head: head, packing: packing)
      }
      return OpenInput(ARCReader(unpacked, head: [], path: path, limit: limit), path: path, format: .warc)
    }
    let input = try opening { () throws(ReadError) in
      try WARCInput(stream, head: head, packing: packing)
    }
    return OpenInput(WARCReader(input, path: path, limit: limit), path: path, format: .warc)
  }

  private func openReader(_ stream: some ByteStream, head: [UInt8], format: SourceFormat) -> OpenInput {
    let holdsSeveral = format == .jsonl || format == .csv || format == .feed
    // Without a mark, a few zeros may mean anything; and who asks for lines gets one answer for each line of bytes.
    if holdsSeveral, let wide = WideCharset.of(head),
      wide.isMarked || options.format != .jsonl && wide.fitsASCII(head.prefix(wide.width))
    {
      let converted = ConvertedStream(stream, head: head, from: wide)
      var text: [UInt8] = []
      // An error comes again when the reader goes on.
      while text.count < 4096, let count = try? converted.read(into: &text, count: 4096), count > 0 {}
      var input = openPlainReader(converted, head: text, format: format)
      input.convertedFrom = (wide.label, wide.isMarked ? .bom : .sniffed)
      return input
    }
    return openPlainReader(stream, head: head, format: format)
  }

  private func openPlainReader(_ stream: some ByteStream, head: [UInt8], format: SourceFormat) -> OpenInput {
    let reader: any RecordReader
    switch format {
    // Who asks for lines gets a line of output for each.
    case .jsonl where options.format == nil && JSONShape.isOfValues(head):
      reader = JSONValuesReader(stream, head: head, path: path, limit: limit)
    case .jsonl: reader = JSONLinesReader(stream, head: head, path: path, limit: limit)
    case .csv: reader = CSVReader(stream, head: head, path: path, limit: limit)
    case .feed: reader = FeedReader(stream, head: head, path: path, limit: limit)
    case .html, .text, .warc:
      reader = WholeFileReader(stream, head: head, path: path, format: format, limit: limit)
    }
    return OpenInput(reader, path: path, format: format)
  }

  /// Why a file cannot be read by what it begins with; nil if it can. Lines that were asked for are answered one by one.
  private func unsupported(_ content: [UInt8], _ format: SourceFormat, isPacked: Bool) -> DocumentFailure? {
    guard options.format != .jsonl else { return nil }
    if let found = UnsupportedFormat.of(content) { return found.failure }
    if isPacked, let packing = Packing.of(content) { return UnsupportedFormat.packed(packing).failure }
    // In a page, NULs are taken out; what is nothing but bytes is no text, unless somebody says so.
    return options.format == nil && format == .text ? UnsupportedFormat.binary(content)?.failure : nil
  }

  private func failed(_ failure: DocumentFailure, _ format: SourceFormat) -> OpenInput {
    OpenInput(FailedReader(failure, path: path, format: format), path: path, format: format)
  }

  private var limit: Int { options.maxBytes }

  private func format(ofName name: String, content: [UInt8]) -> SourceFormat {
    options.format ?? FormatSniffer.format(ofName: name) ?? FormatSniffer.format(ofContent: content)
  }

  // MARK: Bytes

  private func peek(_ head: [UInt8], _ packing: Packing) throws(InputProblem) -> [UInt8] {
    try opening { () throws(ReadError) in
      try UnpackedStream.peek(
        head, packing: packing, dictionary: packing == .zstd ? ZstdDictionary.read(head) : [])
    }
  }

  /// Calls a throwing closure; its error becomes the path's problem.
  private func opening<Value>(_ body: () throws(ReadError) -> Value) throws(InputProblem) -> Value {
    do throws(ReadError) {
      return try body()
    } catch {
      throw InputProblem(path: path, message: error.message)
    }
  }

  /// The first bytes of a stream, enough to tell its format.
  /// - Parameter keepsBeginning: whether a stream that fails after some bytes has those read; it then fails again.
  private func head(
    of stream: some ByteStream, count: Int = 4096, keepsBeginning: Bool = false
  ) throws(InputProblem) -> [UInt8] {
    var head: [UInt8] = []
    do throws(ReadError) {
      var stream = stream
      while head.count < count, try stream.read(into: &head, count: 1 << 16) > 0 {}
    } catch {
      if keepsBeginning, !head.isEmpty { return head }
      throw InputProblem(path: path, message: error.message)
    }
    return head
  }

  private func fill(_ head: inout [UInt8], from stream: FileStream, count: Int) throws(InputProblem) {
    do throws(ReadError) {
      while head.count < count, try stream.read(into: &head, count: 1 << 16) > 0 {}
    } catch {
      throw InputProblem(path: path, message: error.message)
    }
  }
}
