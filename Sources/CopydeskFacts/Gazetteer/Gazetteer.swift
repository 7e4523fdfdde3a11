import CopydeskText

/// The built-in names of the world: one row a thing, found by any of its names.
struct Gazetteer: Sendable {
  /// The one gazetteer that all share, made at the first look-up.
  static let shared = Gazetteer()

  /// What the matcher must know of a row; the rest is read from its bytes when an entity is made.
  struct Row: Sendable {
    /// Where its line starts.
    let start: UInt32
    let type: EntityType
    /// 0…9: how likely the name means it, for places by population.
    let rank: UInt8
    /// The two letters of its country as one number; 0: none.
    let country: UInt16
    /// The two letters of its state or province, of the United States and Canada; 0: none.
    let state: UInt16
    let table: Table
  }

  /// The tables, in the order in which their meanings of a name are preferred.
  enum Table: UInt8, Sendable, CaseIterable {
    case countries, groups, organizations, regions, persons, admin, places
  }

  /// The columns of a line.
  enum Column: Int { case type, name, id, country, latitude, longitude, rank, extra, keys }

  private(set) var rows: [Row] = []
  private(set) var names: NameTable
  private let tables: [EmbeddedTable]

  private init() {
    tables = Table.allCases.map { EmbeddedTable("\($0).tsv") }
    let size = tables.reduce(0) { $0 + $1.bytes.count }
    names = NameTable(capacity: size / 26)
    rows.reserveCapacity(size / 64)
    for table in Table.allCases { read(table) }
  }

  private mutating func read(_ table: Table) {
    let bytes = tables[Int(table.rawValue)].bytes
    var index = 0
    while index < bytes.count {
      let start = index
      var column = 0
      var rank: UInt8 = 0
      var country: UInt16 = 0
      var state: UInt32 = 0
      while column < Column.keys.rawValue {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\t") {
          column += 1
        } else if column == Column.rank.rawValue {
          rank = byte &- UInt8(ascii: "0")
        } else if column == Column.country.rawValue {
          country = (country << 8) | UInt16(byte)
        } else if column == Column.extra.rawValue {
          state = (state << 8) | UInt32(byte)
        }
        index += 1
      }
      let row = Int32(truncatingIfNeeded: rows.count)
      rows.append(
        Row(
          start: UInt32(truncatingIfNeeded: start), type: Self.type(bytes[start], bytes[start + 1]), rank: rank,
          country: country, state: UInt16(exactly: state) ?? 0, table: table))
      readNames(of: row, in: bytes, from: &index)
    }
  }

  /// Reads the last column of a line: names as tokens with a space between two, `|` between names, and a mark of the
  /// form before some.
  private mutating func readNames(of row: Int32, in bytes: UnsafeBufferPointer<UInt8>, from index: inout Int) {
    var name = NameTable.seed
    var word = FoldedHash()
    var form = NameTable.Form.capitalised
    var isFirst = true
    while true {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: " "):
        name = NameTable.step(name, word.value)
        names.add(beginning: name)
        word = FoldedHash()
      case UInt8(ascii: "|"), UInt8(ascii: "\n"):
        names.add(name: NameTable.step(name, word.value), value: row, form: form)
        if byte == UInt8(ascii: "\n") { return }
        (name, word, form, isFirst) = (NameTable.seed, FoldedHash(), .capitalised, true)
        continue
      case UInt8(ascii: "^") where isFirst: form = .capitals
      case UInt8(ascii: "=") where isFirst: form = .anyCase
      case UInt8(ascii: "~") where isFirst: form = .surname
      default: word.add(byte)
      }
      isFirst = false
    }
  }

  private static func type(_ first: UInt8, _ second: UInt8) -> EntityType {
    switch (first, second) {
    case (UInt8(ascii: "P"), UInt8(ascii: "E")): .person
    case (UInt8(ascii: "P"), _): .product
    case (UInt8(ascii: "G"), _): .geopolitical
    case (UInt8(ascii: "L"), UInt8(ascii: "O")): .location
    case (UInt8(ascii: "L"), _): .law
    case (UInt8(ascii: "N"), _): .group
    case (UInt8(ascii: "F"), _): .facility
    case (UInt8(ascii: "E"), _): .event
    case (UInt8(ascii: "W"), _): .work
    default: .organization
    }
  }

  /// The string in a column of a row; nil if it is empty.
  func string(_ row: Int32, _ column: Column) -> String? {
    let bytes = tables[Int(rows[Int(row)].table.rawValue)].bytes
    var index = Int(rows[Int(row)].start)
    var current = 0
    while current < column.rawValue {
      if bytes[index] == UInt8(ascii: "\t") { current += 1 }
      index += 1
    }
    var end = index
    while bytes[end] != UInt8(ascii: "\t"), bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return end > index ? String(decoding: bytes[index..<end], as: UTF8.self) : nil
  }

  /// The point of a row.
  func point(_ row: Int32) -> (latitude: Double, longitude: Double)? {
    guard let latitude = string(row, .latitude).flatMap(Double.init),
      let longitude = string(row, .longitude).flatMap(Double.init)
    else { return nil }
    return (latitude, longitude)
  }

  /// The rows that a name may mean, the likeliest table first.
  func meanings(_ entry: Int32) -> some Sequence<Int32> {
    sequence(state: entry) { next -> Int32? in
      guard next >= 0 else { return nil }
      let entry = names.entries[Int(next)]
      next = entry.next
      return entry.value
    }
  }

  /// The row of the first meaning.
  func row(_ entry: Int32) -> Row { rows[Int(names.entries[Int(entry)].value)] }
}
