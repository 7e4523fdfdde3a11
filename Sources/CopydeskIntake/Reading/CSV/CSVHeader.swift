import CopydeskText

/// How a table is written, and what its columns are.
struct CSVHeader: Sendable {
  /// What stands between fields.
  let delimiter: UInt8
  /// How many columns there are.
  let count: Int
  /// The place of each column by its name in lower case; the first of two with one name counts.
  private let columns: [String: Int]

  static let quote = UInt8(ascii: "\"")
  /// Spreadsheets have no more columns; those behind have no names. A row can have as many delimiters as bytes.
  static let mostColumns = 1 << 14

  /// - Parameters:
  ///   - row: the first row, without its end.
  ///   - delimiter: what stands between fields; nil: what the row shows.
  init(_ row: ArraySlice<UInt8>, delimiter: UInt8? = nil) {
    let row = Self.withoutMark(row)
    let delimiter = delimiter ?? Self.delimiter(of: row)
    self.delimiter = delimiter
    let (fields, count) = CSVRow.fields(of: row, delimiter: delimiter) { $0 < Self.mostColumns }
    var columns: [String: Int] = [:]
    for (index, field) in fields {
      let name = String(decoding: field, as: UTF8.self).split(separator: " ").joined(separator: " ").lowercased()
      columns[name] = min(columns[name] ?? index, index)
    }
    (self.columns, self.count) = (columns, count)
  }

  /// Writes the header for a worker process.
  func write(to wire: inout WireWriter) {
    wire.integer(Int(delimiter))
    wire.integer(count)
    wire.list(columns.sorted { ($0.value, $0.key) < ($1.value, $1.key) }) {
      $0.string($1.key)
      $0.integer($1.value)
    }
  }

  /// A header that was written.
  init(from wire: inout WireReader) throws(WireError) {
    delimiter = UInt8(truncatingIfNeeded: try wire.integer())
    count = try wire.integer()
    let pairs = try wire.list { (wire) throws(WireError) in (try wire.string(), try wire.integer()) }
    columns = Dictionary(pairs) { first, _ in first }
  }

  /// The column of a name; case does not matter.
  func column(_ name: String) -> Int? { columns[name.lowercased()] }

  /// What `sep=;` says, which Excel writes as the first line and reads as such: the delimiter; nil if it is no such line.
  static func statedDelimiter(_ row: ArraySlice<UInt8>) -> UInt8? {
    let row = withoutMark(row).filter { $0 != quote }
    guard row.count == 5, let last = row.last,
      row.dropLast().map({ $0 | 0x20 }) == Array("sep=".utf8).map({ $0 | 0x20 })
    else { return nil }
    return last
  }

  /// What may stand between fields: those in use.
  static let delimiters = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

  private static func withoutMark(_ row: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    row.starts(with: [0xEF, 0xBB, 0xBF]) ? row.dropFirst(3) : row
  }

  /// The likeliest of those in use: the one that the row has most of, outside quotation marks.
  private static func delimiter(of row: ArraySlice<UInt8>) -> UInt8 {
    var counts = [Int](repeating: 0, count: 256)
    var isQuoted = false
    for byte in row {
      if byte == quote { isQuoted.toggle() } else if !isQuoted { counts[Int(byte)] += 1 }
    }
    return delimiters.max { (counts[Int($0)], $1) < (counts[Int($1)], $0) } ?? UInt8(ascii: ",")
  }
}

/// A row of a table (RFC 4180, read leniently).
enum CSVRow {
  /// Some fields of a row without its end, by their columns, and how many there are in all. A quotation mark counts only
  /// where a field begins; what stands behind the closing one is kept as it is.
  static func fields(
    of row: ArraySlice<UInt8>, delimiter: UInt8, where isWanted: (Int) -> Bool
  ) -> (fields: [Int: [UInt8]], count: Int) {
    var fields: [Int: [UInt8]] = [:]
    // The field in hand, if it is wanted.
    var (current, bytes): (Int, [UInt8]?) = (0, isWanted(0) ? [] : nil)
    forEachByte(of: row, delimiter: delimiter) { field, place, _ in
      if field != current {
        if let bytes { fields[current] = bytes }
        (current, bytes) = (field, isWanted(field) ? [] : nil)
      }
      if let place { bytes?.append(row[place]) }
    }
    if let bytes { fields[current] = bytes }
    return (fields, current + 1)
  }

  /// What was rewritten of a row, which begins at index 0, to get one of its fields.
  static func edits(ofField wanted: Int, of row: ArraySlice<UInt8>, delimiter: UInt8) -> TextEdits {
    var edits = TextEdits()
    forEachByte(of: row, delimiter: delimiter) { field, place, count in
      guard field == wanted, let place else { return }
      edits.replace(place - edits.sourceCount, by: 0)
      if count == 1 { edits.keep(1) } else { edits.replace(count, by: 1) }
    }
    return edits
  }

  /// Calls with each byte of each field, its place in the row and the bytes that it took there (two for a doubled quotation
  /// mark); at the beginning of each field but the first, without a place.
  private static func forEachByte(
    of row: ArraySlice<UInt8>, delimiter: UInt8, _ body: (_ field: Int, _ place: Int?, _ count: Int) -> Void
  ) {
    var field = 0
    var (isQuoted, isStart) = (false, true)
    var index = row.startIndex
    while index < row.endIndex {
      let byte = row[index]
      index += 1
      if isQuoted {
        if byte != CSVHeader.quote {
          body(field, index - 1, 1)
        } else if index < row.endIndex, row[index] == CSVHeader.quote {
          body(field, index - 1, 2)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == delimiter {
        field += 1
        body(field, nil, 0)
        isStart = true
      } else if byte == CSVHeader.quote, isStart {
        (isQuoted, isStart) = (true, false)
      } else {
        body(field, index - 1, 1)
        isStart = false
      }
    }
  }
}

extension PageDecoder {
  /// Decodes a row by the names of its columns, which are those of the keys of JSON lines.
  func decodeRow(
    _ record: RawRecord, _ header: CSVHeader, provenance: inout Provenance
  ) throws(DocumentFailure) -> DecodedPage {
    let decoded = decodeBytes(
      record.bytes, isMarkup: false, declared: nil, given: .init(), warnings: record.warnings, provenance: &provenance)
    guard case .text(let row) = decoded.content else { return decoded }
    let names = [keys.id, keys.url, "title", keys.language, keys.date, keys.text, keys.html]
    let wanted = Set(names.compactMap(header.column))
    let (fields, count) = CSVRow.fields(of: row[...], delimiter: header.delimiter, where: wanted.contains)
    func bytes(_ key: String) -> [UInt8]? { header.column(key).flatMap { fields[$0] } }
    func value(_ key: String) -> String? {
      bytes(key).flatMap { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
    }
    if let id = value(keys.id) ?? value(keys.url) { provenance.id = id }
    var page = decoded
    page.provenance = provenance
    page.given.url = value(keys.url)
    page.given.title = value("title")
    page.given.language = value(keys.language)
    if let date = value(keys.date) {
      page.given.published = GivenDate.read(date)
      if page.given.published == nil { page.warnings.insert(.badDate) }
    }
    if count != header.count { page.warnings.insert(.columnCount) }
    func trace(_ key: String) {
      guard page.sourceMap != nil, let column = header.column(key) else { return }
      page.sourceMap?.append(CSVRow.edits(ofField: column, of: row[...], delimiter: header.delimiter))
    }
    if let text = bytes(keys.text) {
      page.content = .text(text)
      trace(keys.text)
    } else if let html = bytes(keys.html) {
      page.content = .html(html)
      trace(keys.html)
    } else {
      throw DocumentFailure(
        code: .noContent, stage: "decode", message: "the row has no column \"\(keys.text)\" or \"\(keys.html)\"")
    }
    return page
  }
}
