import CopydeskText

/// Writes the sections of a compiled gazetteer: rows, names and strings in, the same bytes out for the same ones.
///
/// docs/internals/GAZETTEER.md draws them, `CompiledGazetteer` reads them. The built-in tables and the lists of users are both
/// written by it.
struct GazetteerWriter {
  /// A name of an index, or the beginning of one.
  struct Name {
    /// The hash of the skeletons of its words.
    let hash: UInt64
    /// Row, form and whether it is the row's first name, as `NameIndex.Entry` has them; `noEntry`: only a beginning.
    let meaning: UInt32
    /// Of two meanings of one name the one with the lower number comes first.
    let order: UInt32

    /// A meaning of a name.
    init(hash: UInt64, row: Int, form: NameTable.Form, isMain: Bool, order: Int) {
      self.hash = hash
      meaning = UInt32(row) | UInt32(form.rawValue) << 24 | (isMain ? 1 << 26 : 0)
      self.order = UInt32(truncatingIfNeeded: order)
    }

    /// The beginning of a name.
    init(beginning hash: UInt64) { (self.hash, meaning, order) = (hash, CompiledGazetteer.noEntry, 0) }

    /// Whether a name goes on behind it.
    var isBeginning: Bool { meaning == CompiledGazetteer.noEntry }
    /// The row that it means.
    var row: Int { Int(meaning & 0xFF_FFFF) }
  }

  /// What a row holds; `type` as a number, strings as places in the pool.
  struct Row {
    var type: UInt8
    var rank: UInt8 = 0
    var table: UInt8 = 0
    var name: UInt32
    var id: (kind: UInt8, number: UInt32)
    var extra: UInt32 = 0
    var latitude = CompiledGazetteer.noCoordinate
    var longitude = CompiledGazetteer.noCoordinate
    var population: UInt32 = 0
    var country: UInt16 = 0
    var state: UInt16 = 0
  }

  private var rows: [UInt8] = []
  /// How many rows there are.
  private(set) var rowCount = 0
  private var pool: [UInt8] = [0]
  private var places: [String: UInt32] = [:]

  /// Whether another row can be added: a meaning has room for 24 bits of its number, a row for 32 of a string's place.
  var hasRoom: Bool { rowCount < 1 << 24 && pool.count < 1 << 31 }

  /// Puts a string into the pool; its place there, 0 for the empty one.
  mutating func store(_ string: String) -> UInt32 {
    if string.isEmpty { return 0 }
    let offset = UInt32(pool.count)
    pool += string.utf8
    pool.append(0)
    return offset
  }

  /// The same for strings that come often: each stands in the pool once.
  mutating func storeOnce(_ string: String) -> UInt32 {
    if string.isEmpty { return 0 }
    if let known = places[string] { return known }
    let offset = store(string)
    places[string] = offset
    return offset
  }

  /// Adds a row; its number is `rowCount` before.
  mutating func add(_ row: Row) {
    withUnsafeTemporaryAllocation(byteCount: CompiledGazetteer.rowSize, alignment: 8) { bytes in
      bytes.storeBytes(of: row.name.littleEndian, toByteOffset: 0, as: UInt32.self)
      bytes.storeBytes(of: row.id.number.littleEndian, toByteOffset: 4, as: UInt32.self)
      bytes.storeBytes(of: row.extra.littleEndian, toByteOffset: 8, as: UInt32.self)
      bytes.storeBytes(of: row.latitude.littleEndian, toByteOffset: 12, as: Int32.self)
      bytes.storeBytes(of: row.longitude.littleEndian, toByteOffset: 16, as: Int32.self)
      bytes.storeBytes(of: row.population.littleEndian, toByteOffset: 20, as: UInt32.self)
      bytes.storeBytes(of: row.country.littleEndian, toByteOffset: 24, as: UInt16.self)
      bytes.storeBytes(of: row.state.littleEndian, toByteOffset: 26, as: UInt16.self)
      for (offset, byte) in [row.type, row.rank, row.table, row.id.kind].enumerated() { bytes[28 + offset] = byte }
      rows.append(contentsOf: bytes)
    }
    rowCount += 1
  }

  /// `geonames:831053` and `wikidata:Q222031` as numbers; other ids are strings.
  static func numbered(_ id: String) -> (kind: UInt8, number: UInt32)? {
    for (kind, prefix) in Gazetteer.idPrefixes.enumerated() where id.hasPrefix(prefix) {
      if let number = UInt32(id.dropFirst(prefix.count)), "\(prefix)\(number)" == id {
        return (UInt8(kind) + 1, number)
      }
    }
    return id.isEmpty ? (0, 0) : nil
  }

  /// The kind of an id that is a string.
  static let wordedID = UInt8(Gazetteer.idPrefixes.count) + 1

  /// Names in the order in which an index has them.
  ///
  /// They are dealt out by the first bits of their hashes, and then sorted in short runs.
  static func sorted(_ names: [Name]) -> [Name] {
    let bits = max(1, names.count.bitWidth - names.count.leadingZeroBitCount - 3)
    func run(_ name: Name) -> Int { Int(truncatingIfNeeded: name.hash >> UInt64(64 - bits)) }
    var ends = [Int](repeating: 0, count: (1 << bits) + 1)
    for name in names { ends[run(name) + 1] += 1 }
    for run in 1..<ends.count { ends[run] += ends[run - 1] }
    // Where each run begins, and, when its names are dealt out, where it ends.
    return [Name](unsafeUninitializedCapacity: names.count) { buffer, count in
      for name in names {
        buffer.initializeElement(at: ends[run(name)], to: name)
        ends[run(name)] += 1
      }
      for run in 0..<1 << bits {
        let start = run == 0 ? 0 : ends[run - 1]
        var part = UnsafeMutableBufferPointer(rebasing: buffer[start..<ends[run]])
        part.sort {
          $0.hash != $1.hash ? $0.hash < $1.hash : $0.order < $1.order
        }
      }
      count = names.count
    }
  }

  /// The whole file.
  /// - Parameters:
  ///   - names: those of the first index, sorted.
  ///   - minorNames: those of the second one, sorted.
  ///   - digest: of what it was made of.
  func file(names: [Name], minorNames: [Name], digest: UInt32) -> [UInt8] {
    let (first, second) = (Section(names), Section(minorNames))
    var bytes: [UInt8] = []
    func append(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    let meanings = first.meanings.count + second.meanings.count
    let slots = (first.directory.count + second.directory.count) * 4 + (first.slots.count + second.slots.count) * 8
    bytes.reserveCapacity(CompiledGazetteer.headerSize + rows.count + meanings * 4 + slots + pool.count)
    append(CompiledGazetteer.magic)
    let counts = [
      rowCount, meanings, first.bits, first.slots.count, second.bits, second.slots.count, pool.count,
    ]
    for count in counts { append(UInt32(count)) }
    append(digest)
    bytes += rows
    for meaning in first.meanings + second.meanings { append(meaning) }
    for (section, before) in [(first, 0), (second, first.meanings.count)] {
      for place in section.directory { append(place) }
      for slot in section.slots {
        append(slot.low)
        append(slot.meaning == CompiledGazetteer.noEntry ? slot.meaning : slot.meaning + UInt32(before))
      }
    }
    return bytes + pool
  }

  /// Directory, slots and meanings of an index.
  private struct Section {
    private(set) var bits = 4
    private(set) var directory: [UInt32] = []
    private(set) var slots: [(hash: UInt64, low: UInt32, meaning: UInt32)] = []
    private(set) var meanings: [UInt32] = []

    init(_ names: [Name]) {
      for name in names {
        if slots.last?.hash != name.hash {
          slots.append((name.hash, UInt32(truncatingIfNeeded: name.hash), CompiledGazetteer.noEntry))
        }
        if name.isBeginning { continue }
        let last = slots.count - 1
        if slots[last].meaning == CompiledGazetteer.noEntry {
          slots[last].meaning = UInt32(meanings.count)
        } else {
          meanings[meanings.count - 1] &= ~NameIndex.lastMeaning
        }
        meanings.append(name.meaning | NameIndex.lastMeaning)
      }
      while 1 << bits < slots.count { bits += 1 }
      // Half as many buckets as names: the buckets stay short, and the directory in the cache.
      bits = max(4, bits - 1)
      // Two names that no bucket tells apart are less probable than a fault of the memory; smaller buckets do.
      while bits < NameIndex.mostBits, hasTwins() { bits += 1 }
      directory = [UInt32](repeating: 0, count: (1 << bits) + 1)
      for (place, slot) in slots.enumerated() { directory[bucket(slot.hash) + 1] = UInt32(place + 1) }
      for bucket in 1..<directory.count where directory[bucket] == 0 { directory[bucket] = directory[bucket - 1] }
    }

    private func bucket(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> UInt64(64 - bits)) }

    private func hasTwins() -> Bool {
      slots.indices.contains { place in
        var before = place - 1
        while before >= 0, bucket(slots[before].hash) == bucket(slots[place].hash) {
          if slots[before].low == slots[place].low { return true }
          before -= 1
        }
        return false
      }
    }
  }
}
