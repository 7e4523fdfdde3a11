import CopydeskText

/// How a table is written, and what its columns are.
struct CSVHeader: Sendable {
  /// What stands between fields.
  let delimiter: UInt8
  /// The names of the columns.
  let names: [String]

  static let quote = UInt8(ascii: "\"")

  /// - Parameter row: the first row, without its end.
  init(_ row: ArraySlice<UInt8>) {
    let row = row.starts(with: [0xEF, 0xBB, 0xBF]) ? row.dropFirst(3) : row
    let delimiter = Self.delimiter(of: row)
    self.delimiter = delimiter
    names = CSVRow.fields(of: row, delimiter: delimiter).map { field in
      String(decoding: field, as: UTF8.self).split(separator: " ").joined(separator: " ")
    }
  }

  /// - Parameters:
  ///   - delimiter: what stands between fields.
  ///   - names: the names of the columns.
  init(delimiter: UInt8, names: [String]) { (self.delimiter, self.names) = (delimiter, names) }

  /// The column of a name; case does not matter.
  func column(_ name: String) -> Int? {
    let name = name.lowercased()
    return names.firstIndex { $0.lowercased() == name }
  }

  /// The value under a column's name.
  func value(_ name: String, in fields: [[UInt8]]) -> [UInt8]? {
    column(name).flatMap { $0 < fields.count ? fields[$0] : nil }
  }

  /// The likeliest of those in use: the one that the row has most of, outside quotation marks.
  private static func delimiter(of row: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in row {
      if byte == quote { isQuoted.toggle() } else if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let candidates = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }
    return candidates.max { (counts[$0] ?? 0, $1) < (counts[$1] ?? 0, $0) } ?? UInt8(ascii: ",")
  }
}

/// A row of a table (RFC 4180, read leniently).
enum CSVRow {
  /// The fields of a row without its end. A quotation mark counts only where a field begins; what stands behind the
  /// closing one is kept as it is.
  static func fields(of row: ArraySlice<UInt8>, delimiter: UInt8) -> [[UInt8]] {
    var fields: [[UInt8]] = [[]]
    forEachByte(of: row, delimiter: delimiter) { field, place, _ in
      while fields.count <= field { fields.append([]) }
      if let place { fields[field].append(row[place]) }
    }
    return fields
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
    let fields = CSVRow.fields(of: row[...], delimiter: header.delimiter)
    func value(_ key: String) -> String? {
      header.value(key, in: fields).flatMap { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
    }
    if let id = value(keys.id) ?? value(keys.url) { provenance.id = id }
    var page = decoded
    page.provenance = provenance
    page.given.url = value(keys.url)
    page.given.title = value("title")
    page.given.language = value(keys.language)
    if let date = value(keys.date) {
      page.given.published = Timestamp(iso8601: date)
      if page.given.published == nil { page.warnings.insert(.badDate) }
    }
    if fields.count != header.names.count { page.warnings.insert(.columnCount) }
    func trace(_ key: String) {
      guard page.sourceMap != nil, let column = header.column(key) else { return }
      page.sourceMap?.append(CSVRow.edits(ofField: column, of: row[...], delimiter: header.delimiter))
    }
    if let text = header.value(keys.text, in: fields) {
      page.content = .text(text)
      trace(keys.text)
    } else if let html = header.value(keys.html, in: fields) {
      page.content = .html(html)
      trace(keys.html)
    } else {
      throw DocumentFailure(
        code: "no-content", stage: "decode", message: "the row has no column \"\(keys.text)\" or \"\(keys.html)\"")
    }
    return page
  }
}
