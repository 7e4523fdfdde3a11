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
    /// The words and phrases of the last field, with spaces: `read_more` is `read more`.
    public var phrases: [String] { words.listedWords.map { $0.replacing(UInt8(ascii: "_"), by: 0x20) } }
  }

  /// All rows, in the order of the file.
  public let rows: [Row]
  private let places: [String: [Int]]

  init(_ bytes: [UInt8]) {
    rows = bytes.split(separator: 0x0A).map { line in
      Row(
        fields: line.split(separator: 0x09, omittingEmptySubsequences: false).map {
          String(decoding: $0, as: UTF8.self)
        })
    }
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
