/// A table of learned numbers: `Models/NAME.tsv`, a row `name<TAB>number…` for each feature or rule.
///
/// Trainers write these files, nobody else; `Models/manifest.tsv` says which, and on what data.
public struct LearnedTable: Sendable {
  private var rows: [String: [Double]] = [:]

  /// The table of that file name, compiled into the binary.
  public init(_ name: String) {
    self.init(EmbeddedTable(name).bytes)
  }

  /// A table from the bytes of its file; `#` begins a comment.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) {
    for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      guard let name = fields.first else { continue }
      rows[name] = fields.dropFirst().compactMap(Double.init)
    }
  }

  /// A number of a row; nil without it.
  public subscript(name: String, column column: Int = 0) -> Double? {
    guard let row = rows[name], row.indices.contains(column) else { return nil }
    return row[column]
  }

  /// The names of the rows.
  public var names: Set<String> { Set(rows.keys) }

  /// The weights of an enumeration's cases in their order, each by the case's name; 0 for what was never learned.
  public func weights<Feature: CaseIterable>(of type: Feature.Type, column: Int = 0) -> [Double] {
    Feature.allCases.map { self[String(describing: $0), column: column] ?? 0 }
  }
}
