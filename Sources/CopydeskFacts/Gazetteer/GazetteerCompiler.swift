import CopydeskText

/// Turns the tables of `Gazetteer/` into the one file that is compiled into the binary: the same bytes for the same tables.
///
/// Columns and marks of a line: Gazetteer/README.md. A line with fewer columns than that is an error, not a row.
public struct GazetteerCompiler {
  /// A line that cannot be compiled.
  public struct Failure: Error, CustomStringConvertible {
    /// The table.
    public let table: String
    /// Its line, from 1; 0: the table as a whole.
    public let line: Int
    /// What is wrong.
    public let message: String
    /// `places.tsv:7: no name`.
    public var description: String { "\(table):\(line): \(message)" }
  }

  /// The tables that are compiled, in the order in which their meanings of a name are preferred.
  public static var tableNames: [String] { Gazetteer.Table.allCases.map { "\($0.fileName).tsv" } }

  private var writer = GazetteerWriter()
  private var names: [GazetteerWriter.Name] = []
  private var minorNames: [GazetteerWriter.Name] = []

  private init() {}

  /// The compiled file of tables, each with its name (one of `tableNames`) and its bytes.
  public static func compile(_ tables: [(name: String, bytes: [UInt8])]) throws(Failure) -> [UInt8] {
    var compiler = GazetteerCompiler()
    for table in Gazetteer.Table.allCases {
      let name = "\(table.fileName).tsv"
      guard let bytes = tables.first(where: { $0.name == name })?.bytes else { continue }
      var number = 0
      for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        number += 1
        if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
        if let problem = compiler.add(line, to: table) { throw Failure(table: name, line: number, message: problem) }
      }
    }
    return compiler.writer.file(
      names: GazetteerWriter.sorted(compiler.names), minorNames: GazetteerWriter.sorted(compiler.minorNames),
      digest: digest(of: tables.map(\.bytes)))
  }

  /// Stands in the file, so that a test can tell whether it was compiled from the tables that lie beside it.
  static func digest(of tables: [[UInt8]]) -> UInt32 {
    var hash = FoldedHash()
    for table in tables { for byte in table { hash.add(byte) } }
    return UInt32(truncatingIfNeeded: hash.value ^ hash.value >> 32)
  }

  /// Adds a row; what is wrong with it, if anything.
  private mutating func add(_ line: ArraySlice<UInt8>, to table: Gazetteer.Table) -> String? {
    let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard fields.count > Gazetteer.Column.extra.rawValue else { return "fewer than ten columns" }
    let field = { (column: Gazetteer.Column) in column.rawValue < fields.count ? fields[column.rawValue] : "" }
    guard let type = EntityType.allCases.firstIndex(where: { $0.rawValue == field(.type) }) else {
      return "no type '\(field(.type))'"
    }
    guard let rank = UInt8(field(.rank)), rank < 10 else { return "the rank is no digit" }
    guard !field(.name).isEmpty, !field(.keys).isEmpty else { return "no name" }
    guard writer.hasRoom else { return "too many rows" }
    let id = GazetteerWriter.numbered(field(.id)) ?? (GazetteerWriter.wordedID, writer.storeOnce(field(.id)))
    addNames(field(.keys), of: writer.rowCount, minor: table.isMinor)
    writer.add(
      GazetteerWriter.Row(
        type: UInt8(type), rank: rank, table: table.rawValue, name: writer.storeOnce(field(.name)),
        id: id, extra: writer.storeOnce(field(.extra)),
        latitude: coordinate(field(.latitude)), longitude: coordinate(field(.longitude)),
        population: UInt32(field(.population)) ?? 0, country: letters(field(.country)), state: letters(field(.state))))
    return nil
  }

  /// Two letters as one number, as `Gazetteer.Row` has them.
  private func letters(_ code: String) -> UInt16 { code.utf8.reduce(0) { $0 << 8 | UInt16($1) } }

  /// Degrees in steps of 1/10,000.
  private func coordinate(_ degrees: String) -> Int32 {
    Double(degrees).flatMap { Int32(exactly: ($0 * 10_000).rounded()) } ?? CompiledGazetteer.noCoordinate
  }

  /// Adds the names of a row: tokens with a space between two, `|` between names, and a mark of the form before some.
  private mutating func addNames(_ keys: String, of row: Int, minor: Bool) {
    for (index, name) in keys.utf8.split(separator: UInt8(ascii: "|")).enumerated() {
      let mark = name.first.flatMap { NameTable.Form(mark: $0) }
      let words = (mark == nil ? name : name.dropFirst()).split(separator: UInt8(ascii: " "))
      var hash = NameTable.seed
      for (position, word) in words.enumerated() {
        var key = FoldedHash()
        for byte in word { key.add(byte) }
        hash = NameTable.step(hash, key.value)
        let isWhole = position == words.count - 1
        let entry =
          isWhole
          ? GazetteerWriter.Name(
            hash: hash, row: row, form: mark ?? .capitalised, isMain: index == 0, order: names.count + minorNames.count)
          : GazetteerWriter.Name(beginning: hash)
        if minor { minorNames.append(entry) } else { names.append(entry) }
      }
    }
  }
}
