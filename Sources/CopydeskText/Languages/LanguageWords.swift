/// A file of a language's folder: rows of `key`, perhaps a value, and words separated by spaces; `_` is a space in a phrase.
///
///     month	1	januar jänner jan~
///     prepositions	im in seit bis
public struct LanguageWords: Sendable {
  /// A line.
  public struct Row: Sendable {
    /// The fields between tabs; at least one.
    public let fields: [String]
    /// What the row is of.
    public var key: String { fields[0] }
    /// The field between the key and the words; empty if there is none.
    public var value: String { fields.count > 2 ? fields[1] : "" }
    /// The last field.
    public var words: String { fields.count > 1 ? fields[fields.count - 1] : "" }
  }

  /// All rows, in the order of the file.
  public let rows: [Row]
  private let places: [String: [Int]]

  init(_ bytes: [UInt8]) {
    var rows: [Row] = []
    // As bytes, without slices of slices: the first text of every run waits for these rows.
    bytes.withUnsafeBufferPointer { bytes in
      var fields: [String] = []
      fields.reserveCapacity(3)
      var start = 0
      for place in 0...bytes.count {
        let byte = place < bytes.count ? bytes[place] : 0x0A
        guard byte == 0x0A || byte == 0x09 else { continue }
        let isEmptyLine = byte == 0x0A && place == start && fields.isEmpty
        if !isEmptyLine {
          fields.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self))
        }
        start = place + 1
        if byte == 0x0A, !isEmptyLine {
          rows.append(Row(fields: fields))
          fields = []
          fields.reserveCapacity(3)
        }
      }
    }
    self.rows = rows
    var places: [String: [Int]] = [:]
    for (place, row) in rows.enumerated() { places[row.key, default: []].append(place) }
    self.places = places
  }

  /// The rows of a key, in their order.
  public func rows(_ key: String) -> [Row] { (places[key] ?? []).map { rows[$0] } }

  /// The words of a key, those of all its rows one after the other; empty without any.
  public func words(_ key: String) -> String { rows(key).map(\.words).joined(separator: " ") }

  /// The same, each by itself.
  public func list(_ key: String) -> [String] { words(key).listedWords }

  /// The keys.
  public var keys: some Collection<String> { places.keys }
}
