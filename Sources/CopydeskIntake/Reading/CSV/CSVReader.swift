/// A table with a row of names: each further row, which may go over several lines inside quotation marks, is a document.
/// Empty lines don't count.
struct CSVReader<Stream: ByteStream>: RecordReader {
  private var lines: SlidingBuffer<Stream>
  private let path: String
  private let limit: Int
  private var header: CSVHeader?
  private var row = 0
  /// How often a quotation mark was not closed. After a few, the file is one that doesn't mean them.
  private var unclosed = 0
  private var failure: DocumentFailure?

  private static var mostUnclosed: Int { 16 }

  /// - Parameters:
  ///   - head: what was read of the stream to find out the format.
  ///   - limit: the longest row in bytes.
  init(_ stream: Stream, head: [UInt8], path: String, limit: Int) {
    lines = SlidingBuffer(stream, head: head)
    (self.path, self.limit) = (path, limit)
  }

  mutating func next() -> RawRecord? {
    if header == nil {
      guard let first = cutRow() else { return unreadable() }
      header = CSVHeader(lines.unread.prefix(first.length))
      lines.use(first.length + first.end)
    }
    guard let header else { return nil }
    while true {
      guard let cut = cutRow() else { return unreadable() }
      if cut.length == 0, !cut.isTooLarge {
        lines.use(cut.end)
        continue
      }
      row += 1
      let offset = lines.offset
      let bytes = Array(lines.unread.prefix(cut.isTooLarge ? min(cut.length, 1 << 16) : cut.length))
      lines.use(cut.length + cut.end)
      let length = cut.length + (cut.isTooLarge ? skipLine() : 0)
      var record = RawRecord(
        provenance: Provenance(id: "\(path)#\(row)", path: path, offset: offset, length: length, format: .csv),
        bytes: bytes, line: row, failure: cut.isTooLarge ? .tooLarge(limit: limit) : nil)
      record.content = .row(header)
      if cut.isUnclosed { record.warnings.insert(.unclosedQuote) }
      return record
    }
  }

  private struct Cut {
    /// The bytes of the row without its end.
    var length: Int
    /// The bytes of its end.
    var end: Int
    var isUnclosed = false
    var isTooLarge = false
  }

  /// The row at the beginning of the unread bytes; nil at the end of the file.
  private mutating func cutRow() -> Cut? {
    guard lines.fill(to: 1) else { return nil }
    let delimiter = header?.delimiter
    var (isQuoted, isStart) = (false, true)
    var firstLine: Int?
    var index = 0
    while lines.fill(to: index + 1) {
      if index > limit { break }
      let byte = lines.unread[lines.start + index]
      if byte == 0x0A, firstLine == nil { firstLine = index }
      if isQuoted {
        if byte == CSVHeader.quote {
          // Two are one inside the field.
          if lines.fill(to: index + 2), lines.unread[lines.start + index + 1] == byte {
            index += 1
          } else {
            isQuoted = false
          }
        }
      } else if byte == 0x0A {
        return cut(at: index)
      } else if byte == CSVHeader.quote, isStart, unclosed < Self.mostUnclosed {
        (isQuoted, isStart) = (true, false)
      } else {
        // Before the header is read, any of the delimiters may be it.
        isStart = delimiter.map { byte == $0 } ?? [0x2C, 0x3B, 0x09, 0x7C].contains(byte)
      }
      index += 1
    }
    guard isQuoted else { return Cut(length: index, end: 0, isTooLarge: index > limit) }
    return unclosedRow(firstLine: firstLine, count: index)
  }

  /// A row with a quotation mark that nothing closes. If its first line has as many fields as it should, the mark was a
  /// stray one; else the file is cut off inside the row.
  private mutating func unclosedRow(firstLine: Int?, count: Int) -> Cut {
    unclosed += 1
    if let firstLine, let header {
      let commas = lines.unread.prefix(firstLine).count { $0 == header.delimiter }
      if count > limit || commas + 1 == header.names.count {
        var cut = cut(at: firstLine)
        cut.isUnclosed = true
        return cut
      }
    }
    return Cut(length: count, end: 0, isUnclosed: true, isTooLarge: count > limit)
  }

  private func cut(at newline: Int) -> Cut {
    let hasReturn = newline > 0 && lines.unread[lines.start + newline - 1] == 0x0D
    return Cut(length: newline - (hasReturn ? 1 : 0), end: hasReturn ? 2 : 1)
  }

  /// Passes over the rest of a line that is too long; how many bytes that were.
  private mutating func skipLine() -> Int {
    var count = 0
    while lines.fill(to: 1) {
      if let end = lines.unread.firstIndex(of: 0x0A) {
        count += end - lines.start
        lines.use(end - lines.start + 1)
        return count
      }
      count += lines.unread.count
      lines.use(lines.unread.count)
    }
    return count
  }

  /// At the end: a failure, if it came too early.
  private mutating func unreadable() -> RawRecord? {
    guard let error = lines.takeError() else { return nil }
    return RawRecord(
      provenance: Provenance(id: "\(path)#\(row + 1)", path: path, offset: lines.offset, length: 0, format: .csv),
      bytes: [],
      failure: DocumentFailure(code: "unreadable", stage: "read", message: "\(path): \(error.message)"))
  }
}
