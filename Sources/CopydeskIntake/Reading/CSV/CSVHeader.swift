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

  /// The value under a column's name; case does not matter.
  func value(_ name: String, in fields: [[UInt8]]) -> [UInt8]? {
    let name = name.lowercased()
    guard let index = names.firstIndex(where: { $0.lowercased() == name }), index < fields.count else { return nil }
    return fields[index]
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
    var fields: [[UInt8]] = []
    var field: [UInt8] = []
    var (isQuoted, isStart) = (false, true)
    var index = row.startIndex
    while index < row.endIndex {
      let byte = row[index]
      index += 1
      if isQuoted {
        if byte != CSVHeader.quote {
          field.append(byte)
        } else if index < row.endIndex, row[index] == CSVHeader.quote {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == delimiter {
        fields.append(field)
        field.removeAll()
        isStart = true
      } else if byte == CSVHeader.quote, isStart {
        (isQuoted, isStart) = (true, false)
      } else {
        field.append(byte)
        isStart = false
      }
    }
    fields.append(field)
    return fields
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
    if let text = header.value(keys.text, in: fields) {
      page.content = .text(text)
    } else if let html = header.value(keys.html, in: fields) {
      page.content = .html(html)
    } else {
      throw DocumentFailure(
        code: "no-content", stage: "decode", message: "the row has no column \"\(keys.text)\" or \"\(keys.html)\"")
    }
    return page
  }
}
