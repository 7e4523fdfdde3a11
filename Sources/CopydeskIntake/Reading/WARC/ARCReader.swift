/// The line before each record of an ARC file, the format before WARC: `URL IP-address Archive-date Content-type
/// Archive-length`, in version 2 with more between type and length.
struct ARCHeader {
  /// How every file begins.
  static let mark = Array("filedesc:".utf8)
  /// No honest line is longer.
  static let longest = 1 << 14

  /// The address of what was fetched.
  let url: String
  /// The media type, as it was sent; `no-type` is none.
  let mediaType: String
  /// The number of bytes after the line.
  let length: Int

  /// The header of a line without its end; nil if it is none.
  init?(_ line: ArraySlice<UInt8>) {
    guard line.count <= Self.longest, let last = line.last, (0x30...0x39).contains(last) else { return nil }
    let fields = line.split(separator: 0x20)
    // Addresses may have spaces in them: the others are counted from the end.
    let dates = [fields.count - 3, fields.count - 8]
    guard let date = dates.first(where: { $0 >= 2 && Self.isDate(fields[$0]) }),
      let colon = fields[0].firstIndex(of: UInt8(ascii: ":")), colon > fields[0].startIndex,
      fields[0][..<colon].allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }),
      let length = Int(String(decoding: fields[fields.count - 1], as: UTF8.self)), length >= 0
    else { return nil }
    url = String(decoding: Array(fields[..<(date - 1)].joined(separator: [0x20])), as: UTF8.self)
    let type = String(decoding: fields[date + 1], as: UTF8.self).lowercased()
    mediaType = type == "no-type" ? "" : type
    self.length = length
  }

  /// `20210304100000`; the hour may be missing.
  private static func isDate(_ field: ArraySlice<UInt8>) -> Bool {
    (8...17).contains(field.count) && field.allSatisfy { (0x30...0x39).contains($0) } && field.first != 0x30
  }
}

/// ARC, version 1 or 2: each page or text is a record. Where the length of one is wrong, the next line that is a header
/// begins the next.
struct ARCReader<Stream: ByteStream>: RecordReader {
  private var input: SlidingBuffer<Stream>
  private let path: String
  private let limit: Int
  private var holdsRecords = false
  private var hasEnded = false
  private(set) var findings = ReaderFindings()

  /// - Parameters:
  ///   - head: what was read of the stream already.
  ///   - limit: the largest document in bytes.
  init(_ stream: Stream, head: [UInt8], path: String, limit: Int) {
    input = SlidingBuffer(stream, head: head)
    (self.path, self.limit) = (path, limit)
  }

  var emptiness: DocumentFailure? { holdsRecords ? nil : .noRecords }

  mutating func next() -> RawRecord? {
    while skipLineEnds() {
      let start = input.offset
      guard let (header, count) = headerHere() else {
        skipToHeader()
        let damage = "no ARC record in \(input.offset - start) bytes at byte \(start)"
        findings.note("\(path): \(damage)")
        return failure(.warcDamaged, "\(path): \(damage)", at: start, length: input.offset - start)
      }
      input.use(count)
      if let record = record(header, start: start) { return record }
    }
    guard !hasEnded, let error = input.takeError() else { return nil }
    hasEnded = true
    return failure(.unreadable, "\(path): \(error.message)", at: input.offset, length: 0)
  }

  private mutating func record(_ header: ARCHeader, start: Int) -> RawRecord? {
    let isAboutFile = header.url.hasPrefix("filedesc:")
    if !isAboutFile { holdsRecords = true }
    guard header.length <= limit else {
      _ = input.fill(to: HTTPHead.longest)
      let isLost = !isAboutFile && isWanted(header, input.unread)
      skipToHeader(within: header.length)
      return isLost ? settled(header, start: start, bytes: [], .tooLarge(limit: limit)) : nil
    }
    let (length, isCut) = blockLength(header.length)
    let block = input.unread.prefix(length)
    let isWanted = !isAboutFile && isWanted(header, block)
    let bytes = isWanted ? Array(block) : []
    input.use(length)
    if isCut, !isAboutFile { findings.note("\(path): the record at byte \(start) is cut off or damaged") }
    guard isWanted else { return nil }
    var record = settled(header, start: start, bytes: bytes, nil)
    if isCut { record.warnings.insert(.truncatedRecord) }
    return record
  }

  /// The bytes of the block: as many as the header says if the next record follows them, else those before it.
  private mutating func blockLength(_ stated: Int) -> (length: Int, isCut: Bool) {
    let isWhole = input.fill(to: stated)
    if isWhole {
      _ = input.fill(to: stated + ARCHeader.longest)
      let rest = input.unread.dropFirst(stated).drop { $0 == 0x0A || $0 == 0x0D }
      if rest.isEmpty || ARCHeader(rest.prefix { $0 != 0x0A && $0 != 0x0D }) != nil { return (stated, false) }
    }
    var searched = 0
    while true {
      if let next = Self.headerStart(in: input.unread, from: searched) { return (next, true) }
      let count = input.unread.count
      // The last line may be the beginning of a header.
      searched = max(0, count - 2 * ARCHeader.longest)
      if count > limit || !input.fill(to: count + 1) { return (min(count, isWhole ? stated : count), true) }
    }
  }

  private mutating func isWanted(_ header: ARCHeader, _ block: ArraySlice<UInt8>) -> Bool {
    guard header.url.hasPrefix("http") else { return false }
    return block.starts(with: "HTTP/".utf8) ? findings.wantsResponse(block) : findings.wants(header.mediaType)
  }

  private func settled(
    _ header: ARCHeader, start: Int, bytes: [UInt8], _ failure: DocumentFailure?
  ) -> RawRecord {
    let place = Provenance(
      id: header.url, path: path, offset: start, length: input.offset - start, format: .warc)
    var record = RawRecord(provenance: place, bytes: bytes, failure: failure)
    record.given.url = header.url
    record.content = .archived(
      ArchivedContent(
        isHTTP: bytes.starts(with: "HTTP/".utf8), mediaType: MediaType.essence(of: header.mediaType),
        charset: MediaType.charset(of: header.mediaType), blockDigest: nil, payloadDigest: nil))
    return record
  }

  private func failure(_ code: FailureCode, _ message: String, at offset: Int, length: Int) -> RawRecord {
    RawRecord(
      provenance: Provenance(id: "\(path)@\(offset)", path: path, offset: offset, length: length, format: .warc),
      bytes: [], failure: DocumentFailure(code: code, stage: "read", message: message))
  }

  // MARK: Bytes

  private mutating func skipLineEnds() -> Bool {
    while input.fill(to: 1) {
      guard let byte = input.unread.first, byte == 0x0A || byte == 0x0D else { return true }
      input.use(1)
    }
    return false
  }

  /// The header in the line that begins here, and the bytes of the line with its end.
  private mutating func headerHere() -> (ARCHeader, Int)? {
    var searched = 0
    while true {
      let bytes = input.unread
      let end = bytes.dropFirst(searched).firstIndex(of: 0x0A)
      searched = bytes.count
      if end == nil, searched <= ARCHeader.longest, input.fill(to: searched + 1) { continue }
      guard let end else { return nil }
      let line = bytes[..<end]
      return ARCHeader(line.last == 0x0D ? line.dropLast() : line).map { ($0, end + 1 - bytes.startIndex) }
    }
  }

  /// Goes to the next header behind a line's end, or to the end.
  /// - Parameter count: how many bytes to pass over at most.
  private mutating func skipToHeader(within count: Int = .max) {
    var left = count
    while left > 0, input.fill(to: 1) {
      _ = input.fill(to: min(left, 2 * ARCHeader.longest))
      if let next = Self.headerStart(in: input.unread, from: 0), next <= left {
        input.use(next)
        return
      }
      let isLast = left <= input.unread.count || !input.fill(to: input.unread.count + 1)
      let step = isLast ? min(left, input.unread.count) : max(1, input.unread.count - ARCHeader.longest)
      input.use(min(step, left))
      left -= min(step, left)
    }
  }

  /// The offset, from the slice's start, of the first header behind a line's end.
  private static func headerStart(in bytes: ArraySlice<UInt8>, from: Int) -> Int? {
    var index = bytes.startIndex + from
    while let end = bytes[index...].firstIndex(of: 0x0A) {
      let rest = bytes[(end + 1)...]
      // A line that is not whole yet is seen when more was read.
      let line = rest.prefix(ARCHeader.longest).prefix { $0 != 0x0A && $0 != 0x0D }
      if line.endIndex < bytes.endIndex, ARCHeader(line) != nil { return end + 1 - bytes.startIndex }
      index = end + 1
    }
    return nil
  }
}

extension DocumentFailure {
  static let noRecords = DocumentFailure(
    code: .noRecords, stage: "read", message: "the archive holds no record of a page or anything else")
}
