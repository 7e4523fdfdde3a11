import CopydeskText

/// The built-in names of the world: one row a thing, found by any of its names.
struct Gazetteer: Sendable {
  /// The one gazetteer that all share: the compiled one of the binary.
  static let shared: Gazetteer = {
    let bytes = UnsafeRawBufferPointer(EmbeddedTable("gazetteer.bin").bytes)
    guard let compiled = CompiledGazetteer(bytes) else { return Gazetteer(empty) }
    return Gazetteer(compiled)
  }()

  /// What there is if the binary has no table: a test sees to it that it has one.
  private static let empty: CompiledGazetteer = {
    let bytes = (try? GazetteerCompiler.compile([])) ?? []
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    memory.copyBytes(from: bytes)
    // The compiler's own bytes are a compiled gazetteer.
    // swift-format-ignore: NeverForceUnwrap
    return CompiledGazetteer(UnsafeRawBufferPointer(memory))!
  }()

  /// What the matcher must know of a row; the rest is read from its bytes when an entity is made.
  struct Row: Sendable {
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
    case countries, groups, organizations, regions, persons, admin, places, minorPlaces

    /// The name of its file, without the ending.
    var fileName: String { self == .minorPlaces ? "minor-places" : "\(self)" }
    /// Whether its names are meant only where the text says that it means a place.
    var isMinor: Bool { self == .minorPlaces }
    /// Whether its rows are settlements or units below a state.
    var isPlace: Bool { self == .places || self == .minorPlaces }
  }

  /// The columns of a line of a table.
  enum Column: Int { case type, rank, country, state, keys, name, id, latitude, longitude, extra, population }

  /// The kinds of id that are numbers.
  static let idPrefixes = ["geonames:", "wikidata:Q"]

  /// The rows, by number.
  struct Rows: Sendable {
    fileprivate let compiled: CompiledGazetteer
    /// The numbers of the rows.
    var indices: Range<Int> { 0..<compiled.rowCount }

    subscript(index: Int) -> Row {
      let row = Int32(truncatingIfNeeded: index)
      return Row(
        type: Gazetteer.type(compiled.load(row, 28, as: UInt8.self)), rank: compiled.load(row, 29, as: UInt8.self),
        country: compiled.load(row, 24, as: UInt16.self), state: compiled.load(row, 26, as: UInt16.self),
        table: Table(rawValue: compiled.load(row, 30, as: UInt8.self)) ?? .minorPlaces)
    }
  }

  let compiled: CompiledGazetteer
  /// By country: the further ids of the state.
  let stateIDs: [UInt16: [String]]
  /// The names that may be taken for what they mean wherever they stand.
  let names: NameIndex
  /// The names of smaller places, which are meant only where the text says that it means a place.
  let minorNames: NameIndex
  /// The rows.
  let rows: Rows

  init(_ compiled: CompiledGazetteer) {
    self.compiled = compiled
    (names, minorNames, rows) = (compiled.names, compiled.minorNames, Rows(compiled: compiled))
    var ids: [UInt16: [String]] = [:]
    // The states stand first.
    for index in rows.indices {
      let row = rows[index]
      guard row.table == .countries else { break }
      let extra = compiled.string(at: compiled.load(Int32(truncatingIfNeeded: index), 8, as: UInt32.self))
      if let extra { ids[row.country] = [extra] }
    }
    stateIDs = ids
  }

  private static func type(_ index: UInt8) -> EntityType {
    switch index {
    case 0: .person
    case 1: .organization
    case 2: .geopolitical
    case 3: .location
    case 4: .group
    case 5: .facility
    case 6: .event
    case 7: .product
    case 8: .work
    default: .law
    }
  }

  /// The string in a column of a row (name, id, country, state or extra); nil if it is empty.
  func string(_ row: Int32, _ column: Column) -> String? {
    switch column {
    case .name: compiled.string(at: compiled.load(row, 0, as: UInt32.self))
    case .extra: compiled.string(at: compiled.load(row, 8, as: UInt32.self))
    case .id: id(of: row)
    case .country: letters(compiled.load(row, 24, as: UInt16.self))
    case .state: letters(compiled.load(row, 26, as: UInt16.self))
    case .type, .rank, .keys, .latitude, .longitude, .population: nil
    }
  }

  private func id(of row: Int32) -> String? {
    let kind = Int(compiled.load(row, 31, as: UInt8.self))
    let number = compiled.load(row, 4, as: UInt32.self)
    if kind == 0 { return nil }
    return kind <= Self.idPrefixes.count ? Self.idPrefixes[kind - 1] + String(number) : compiled.string(at: number)
  }

  private func letters(_ code: UInt16) -> String? {
    code == 0 ? nil : String(decoding: [UInt8(code >> 8), UInt8(code & 0xFF)], as: UTF8.self)
  }

  /// The point of a row, in degrees.
  func point(_ row: Int32) -> (latitude: Double, longitude: Double)? {
    let latitude = compiled.load(row, 12, as: Int32.self)
    let longitude = compiled.load(row, 16, as: Int32.self)
    guard latitude != CompiledGazetteer.noCoordinate, longitude != CompiledGazetteer.noCoordinate else { return nil }
    return (Double(latitude) / 10_000, Double(longitude) / 10_000)
  }

  /// How many people live there; 0: not known.
  func population(_ row: Int32) -> Int { Int(compiled.load(row, 20, as: UInt32.self)) }

  /// The rows that a name may mean, the likeliest table first.
  func meanings(_ entry: Int32) -> some Sequence<Int32> {
    sequence(state: entry) { next -> Int32? in
      guard next >= 0 else { return nil }
      let entry = names.entries[Int(next)]
      next = entry.isLast ? -1 : next + 1
      return entry.value
    }
  }

  /// The row of the first meaning.
  func row(_ entry: Int32) -> Row { rows[Int(names.entries[Int(entry)].value)] }
}
