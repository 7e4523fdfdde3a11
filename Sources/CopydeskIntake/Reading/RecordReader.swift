/// Cuts one input into raw records, one after the other.
protocol RecordReader {
  /// The next record; nil at the end.
  mutating func next() -> RawRecord?
  /// What it has passed over so far.
  var findings: ReaderFindings { get }
  /// Whether the next record has been read already.
  var hasRecordAtHand: Bool { get }
  /// After the last record: what to say if there was none; nil if that is in order.
  var emptiness: DocumentFailure? { get }
}

extension RecordReader {
  var hasRecordAtHand: Bool { false }

  var findings: ReaderFindings { ReaderFindings() }
  var emptiness: DocumentFailure? { nil }
}

/// A file that is not read: one failure.
struct FailedReader: RecordReader {
  private var record: RawRecord?

  init(_ failure: DocumentFailure, path: String, format: SourceFormat) {
    record = RawRecord(
      provenance: Provenance(id: path, path: path, offset: 0, length: 0, format: format), bytes: [], failure: failure)
  }

  mutating func next() -> RawRecord? {
    defer { record = nil }
    return record
  }
}

/// A file that is one document.
struct WholeFileReader<Stream: ByteStream>: RecordReader {
  private var stream: Stream?
  private let path: String
  private let format: SourceFormat
  private let limit: Int
  private var bytes: [UInt8]

  /// - Parameters:
  ///   - head: what was read of the stream to find out the format.
  ///   - limit: the largest document in bytes.
  init(_ stream: Stream, head: [UInt8], path: String, format: SourceFormat, limit: Int) {
    (self.stream, self.path, self.format, self.limit) = (stream, path, format, limit)
    bytes = head
  }

  mutating func next() -> RawRecord? {
    guard var stream else { return nil }
    self.stream = nil
    var failure: DocumentFailure?
    do throws(ReadError) {
      while bytes.count <= limit, try stream.read(into: &bytes, count: 1 << 16) > 0 {}
    } catch {
      failure = DocumentFailure(code: .unreadable, stage: "read", message: "\(path): \(error.message)")
    }
    let length = bytes.count
    if length > limit {
      failure = .tooLarge(limit: limit)
      bytes = []
    }
    return RawRecord(
      provenance: Provenance(id: path, path: path, offset: 0, length: length, format: format), bytes: bytes,
      failure: failure)
  }
}

/// JSON Lines: each line, ended by `\n` or `\r\n` or the end of the file, is a document. Empty lines are lines.
struct JSONLinesReader<Stream: ByteStream>: RecordReader {
  private var stream: Stream
  private let path: String
  private let limit: Int
  private var buffer: [UInt8]
  private var start = 0
  private var offset = 0
  private var line = 0
  private var ended = false

  /// How much of a line that is too long is kept, for its id.
  private static var keptPrefix: Int { 1 << 16 }
  private static var chunk: Int { 1 << 16 }

  /// - Parameters:
  ///   - head: what was read of the stream to find out the format.
  ///   - limit: the longest line in bytes.
  init(_ stream: Stream, head: [UInt8], path: String, limit: Int) {
    (self.stream, self.path, self.limit) = (stream, path, limit)
    buffer = head
  }

  var hasRecordAtHand: Bool { buffer[start...].contains(0x0A) }

  mutating func next() -> RawRecord? {
    var bytes: [UInt8] = []
    var length = 0
    var failure: DocumentFailure?
    var sawNewline = false
    while !sawNewline {
      if start == buffer.count {
        if ended { break }
        buffer.removeAll(keepingCapacity: true)
        start = 0
        do throws(ReadError) {
          if try stream.read(into: &buffer, count: Self.chunk) == 0 { ended = true }
        } catch {
          ended = true
          failure = DocumentFailure(code: .unreadable, stage: "read", message: "\(path): \(error.message)")
        }
        continue
      }
      let end = buffer[start...].firstIndex(of: 0x0A) ?? buffer.count
      sawNewline = end < buffer.count
      // Of a line that is too long, only the beginning is held: memory stays bounded.
      let room = length + (end - start) <= limit ? end - start : max(0, Self.keptPrefix - length)
      if length <= limit { bytes.append(contentsOf: buffer[start..<min(end, start + room)]) }
      length += end - start
      start = end + (sawNewline ? 1 : 0)
      if length > limit, bytes.count > Self.keptPrefix { bytes.removeLast(bytes.count - Self.keptPrefix) }
    }
    guard length > 0 || sawNewline || failure != nil else { return nil }
    line += 1
    let at = offset
    offset += length + (sawNewline ? 1 : 0)
    if length > limit {
      failure = .tooLarge(limit: limit)
    } else if bytes.last == 0x0D {
      bytes.removeLast()
      length -= 1
    }
    return RawRecord(
      provenance: Provenance(id: "\(path)#\(line)", path: path, offset: at, length: length, format: .jsonl),
      bytes: bytes, line: line, failure: failure)
  }
}

extension DocumentFailure {
  static func tooLarge(limit: Int) -> DocumentFailure {
    DocumentFailure(
      code: .tooLarge, stage: "read", message: "larger than \(limit) bytes, the limit that --max-bytes sets")
  }
}
