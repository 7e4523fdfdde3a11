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

  private struct Slots {
    /// By the hash of a name: its meanings, in order. Without meanings: the beginning of a name.
    var meanings: [UInt64: [UInt32]] = [:]
  }

  private var rows: [UInt8] = []
  private var rowCount = 0
  private var names = Slots()
  private var minorNames = Slots()
  private var pool: [UInt8] = [0]
  private var strings: [String: UInt32] = [:]

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
    return try compiler.file(digest: digest(of: tables.map(\.bytes)))
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
    guard rowCount < 1 << 24 else { return "too many rows" }
    let id = identifier(field(.id))
    append(offset(of: field(.name)))
    append(id.number)
    append(offset(of: field(.extra)))
    append(coordinate(field(.latitude)))
    append(coordinate(field(.longitude)))
    append(UInt32(field(.population)) ?? 0)
    append(letters(field(.country)))
    append(letters(field(.state)))
    rows += [UInt8(type), rank, table.rawValue, id.kind]
    addNames(field(.keys), of: UInt32(rowCount), minor: table.isMinor)
    rowCount += 1
    return nil
  }

  /// Two letters as one number, as `Gazetteer.Row` has them.
  private func letters(_ code: String) -> UInt16 { code.utf8.reduce(0) { $0 << 8 | UInt16($1) } }

  /// Degrees in steps of 1/10,000.
  private func coordinate(_ degrees: String) -> Int32 {
    Double(degrees).map { Int32(($0 * 10_000).rounded()) } ?? CompiledGazetteer.noCoordinate
  }

  /// `geonames:831053` and `wikidata:Q222031` as numbers, another id as a string.
  private mutating func identifier(_ id: String) -> (kind: UInt8, number: UInt32) {
    for (kind, prefix) in Gazetteer.idPrefixes.enumerated() where id.hasPrefix(prefix) {
      if let number = UInt32(id.dropFirst(prefix.count)), "\(prefix)\(number)" == id {
        return (UInt8(kind) + 1, number)
      }
    }
    return id.isEmpty ? (0, 0) : (UInt8(Gazetteer.idPrefixes.count) + 1, offset(of: id))
  }

  private mutating func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { rows.append(contentsOf: $0) }
  }

  /// The place of a string in the pool.
  private mutating func offset(of string: String) -> UInt32 {
    if string.isEmpty { return 0 }
    if let known = strings[string] { return known }
    let offset = UInt32(pool.count)
    strings[string] = offset
    pool += Array(string.utf8) + [0]
    return offset
  }

  /// Adds the names of a row: tokens with a space between two, `|` between names, and a mark of the form before some.
  private mutating func addNames(_ keys: String, of row: UInt32, minor: Bool) {
    for (index, name) in keys.utf8.split(separator: UInt8(ascii: "|")).enumerated() {
      let mark = name.first.flatMap { NameTable.Form(mark: $0) }
      let words = (mark == nil ? name : name.dropFirst()).split(separator: UInt8(ascii: " "))
      var hash = NameTable.seed
      for (position, word) in words.enumerated() {
        var key = FoldedHash()
        for byte in word { key.add(byte) }
        hash = NameTable.step(hash, key.value)
        let isWhole = position == words.count - 1
        let form = UInt32((mark ?? .capitalised).rawValue)
        let entries: [UInt32] = isWhole ? [row | form << 24 | (index == 0 ? 1 << 26 : 0)] : []
        if minor {
          minorNames.meanings[hash, default: []] += entries
        } else {
          names.meanings[hash, default: []] += entries
        }
      }
    }
  }

  /// The whole file.
  private func file(digest: UInt32) throws(Failure) -> [UInt8] {
    var entries: [UInt32] = []
    let index = try section(names, entries: &entries)
    let minor = try section(minorNames, entries: &entries)
    var bytes: [UInt8] = []
    func append(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(CompiledGazetteer.magic)
    let counts = [rowCount, entries.count, index.bits, index.count, minor.bits, minor.count, pool.count]
    for count in counts { append(UInt32(count)) }
    append(digest)
    bytes += rows
    for entry in entries { append(entry) }
    return bytes + index.bytes + minor.bytes + pool
  }

  /// Directory and slots of some names; their meanings go behind those that there are.
  private func section(
    _ slots: Slots, entries: inout [UInt32]
  ) throws(Failure) -> (bits: Int, count: Int, bytes: [UInt8]) {
    var bits = 4
    while 1 << bits < slots.meanings.count { bits += 1 }
    // Half as many buckets as names: the buckets stay short, and the directory in the cache.
    bits = max(4, bits - 1)
    let sorted = slots.meanings.sorted { $0.key < $1.key }
    var directory = [UInt32](repeating: 0, count: (1 << bits) + 1)
    var words: [UInt32] = []
    for (place, slot) in sorted.enumerated() {
      directory[Int(slot.key >> UInt64(64 - bits)) + 1] = UInt32(place + 1)
      let low = UInt32(truncatingIfNeeded: slot.key)
      var before = place - 1
      while before >= 0, sorted[before].key >> UInt64(64 - bits) == slot.key >> UInt64(64 - bits) {
        if UInt32(truncatingIfNeeded: sorted[before].key) == low {
          throw Failure(table: "all", line: 0, message: "two names have the same hash")
        }
        before -= 1
      }
      words += [low, slot.value.isEmpty ? CompiledGazetteer.noEntry : UInt32(entries.count)]
      for (number, entry) in slot.value.enumerated() {
        entries.append(entry | (number == slot.value.count - 1 ? 1 << 31 : 0))
      }
    }
    for bucket in 1..<directory.count where directory[bucket] == 0 { directory[bucket] = directory[bucket - 1] }
    let bytes = (directory + words).flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
    return (bits, sorted.count, bytes)
  }
}
