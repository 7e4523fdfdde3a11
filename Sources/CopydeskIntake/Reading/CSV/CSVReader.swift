/// A table with a row of names: each further row, which may go over several lines inside quotation marks, is a document.
/// Empty lines don't count.
struct CSVReader<Stream: ByteStream>: RecordReader {
  private var lines: SlidingBuffer<Stream>
  private let path: String
  private let limit: Int
  private var header: CSVHeader?
  /// What the first line says of the delimiter (`sep=;`).
  private var stated: UInt8?
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

  var emptiness: DocumentFailure? {
    DocumentFailure(
      code: .noRows, stage: "read",
      message: header == nil ? "the table is empty" : "the table has no row below its header")
  }

  mutating func next() -> RawRecord? {
    while header == nil {
      guard let first = cutRow() else { return unreadable() }
      let row = lines.unread.prefix(first.length)
      if stated == nil, let delimiter = CSVHeader.statedDelimiter(row) {
        stated = delimiter
      } else if !row.isEmpty {
        header = CSVHeader(row, delimiter: stated)
      }
      lines.use(first.length + first.end)
      if first.isTooLarge { _ = skipLine() }
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
    var scanner = CSVScanner(delimiter: header?.delimiter ?? stated, readsQuotes: unclosed < Self.mostUnclosed)
    var index = 0
    while index <= limit, lines.fill(to: index + 1) {
      // A quotation mark and what follows it are looked at together.
      _ = lines.fill(to: index + 2)
      index = lines.unread.withUnsafeBufferPointer { scanner.scan($0, from: index, limit: limit) }
      if let end = scanner.end {
        // `1,"said the man` is closed by chance before the first word of a later row's field, `2,"She said"`.
        if scanner.hasOddClosing, let firstLine = scanner.firstLine, firstLine < end, isRow(firstLine) {
          var cut = cut(at: firstLine)
          cut.isUnclosed = true
          return cut
        }
        return cut(at: end)
      }
    }
    guard scanner.isQuoted else {
      if header == nil, let firstLine = scanner.firstLine, scanner.hasOddClosing { return cut(at: firstLine) }
      return Cut(length: index, end: 0, isTooLarge: index > limit)
    }
    return unclosedRow(firstLine: scanner.firstLine, count: index)
  }

  /// A row with a quotation mark that nothing closes. If its first line has as many fields as it should, or is that of the
  /// header, the mark was a stray one; else the file is cut off inside the row.
  private mutating func unclosedRow(firstLine: Int?, count: Int) -> Cut {
    unclosed += 1
    if let firstLine {
      if count > limit || isRow(firstLine) {
        var cut = cut(at: firstLine)
        cut.isUnclosed = true
        return cut
      }
    }
    return Cut(length: count, end: 0, isUnclosed: true, isTooLarge: count > limit)
  }

  /// Whether the first line alone has as many fields as a row should; of the header, nobody knows.
  private func isRow(_ firstLine: Int) -> Bool {
    guard let header else { return true }
    return lines.unread.prefix(firstLine).count { $0 == header.delimiter } + 1 == header.count
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
      failure: DocumentFailure(code: .unreadable, stage: "read", message: "\(path): \(error.message)"))
  }
}

/// Finds the end of a row over bytes that come in pieces.
private struct CSVScanner {
  let delimiter: UInt8?
  let readsQuotes: Bool
  /// The index of the line end that ends the row.
  private(set) var end: Int?
  /// The index of the first line end, in quotation marks or not.
  private(set) var firstLine: Int?
  private(set) var isQuoted = false
  /// Whether a quotation mark was closed where no field ends.
  private(set) var hasOddClosing = false
  private var isStart = true

  init(delimiter: UInt8?, readsQuotes: Bool) { (self.delimiter, self.readsQuotes) = (delimiter, readsQuotes) }

  /// Goes on from an index. Stops at the row's end, behind the limit, or before a quotation mark or a carriage return
  /// that is the last byte, unless it is the only one left.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) -> Int {
    var index = start
    while index < bytes.count, index <= limit {
      let byte = bytes[index]
      if byte == 0x0A, firstLine == nil { firstLine = index }
      if isQuoted {
        if byte == CSVHeader.quote {
          let next = index + 1 < bytes.count ? bytes[index + 1] : nil
          if next == nil, index > start { return index }
          // Two are one inside the field.
          if next == byte {
            index += 1
          } else {
            isQuoted = false
            if let next, next != 0x0A, next != 0x0D, !isDelimiter(next) { hasOddClosing = true }
          }
        }
      } else if byte == 0x0A {
        end = index
        return index
      } else if byte == 0x0D {
        // Alone it ends a row too: tables of old Macs have nothing else.
        let next = index + 1 < bytes.count ? bytes[index + 1] : nil
        if next == nil, index > start { return index }
        if next != 0x0A {
          end = index
          return index
        }
      } else if byte == CSVHeader.quote, isStart, readsQuotes {
        (isQuoted, isStart) = (true, false)
      } else {
        isStart = isDelimiter(byte)
      }
      index += 1
    }
    return index
  }

  /// Before the header is read, any of the delimiters may be it.
  private func isDelimiter(_ byte: UInt8) -> Bool {
    delimiter.map { byte == $0 } ?? CSVHeader.delimiters.contains(byte)
  }
}
