import CPrefetch
import CopydeskText

/// The bytes of a compiled gazetteer, read where they lie: nothing is parsed, copied or allocated.
///
/// Little-endian sections, one behind the other; docs/internals/GAZETTEER.md draws them. `GazetteerCompiler` writes them.
///
/// Whatever the bytes are, nothing outside them is read: they may be a file of the user's.
///
/// The pointer is to a constant of the binary, to memory that is never freed, or to what a `NameList` holds; hence it may be
/// shared.
struct CompiledGazetteer: @unchecked Sendable {
  /// `CPDGAZ01` as a little-endian number.
  static let magic: UInt64 = 0x3130_5A41_4744_5043
  /// Magic, then seven counts and the digest of the tables, of four bytes each.
  static let headerSize = 40
  /// The bytes of a row.
  static let rowSize = 32
  /// The bytes of a slot of a name index.
  static let slotSize = 8
  /// A slot that is only the beginning of a name.
  static let noEntry: UInt32 = 0xFFFF_FFFF
  /// The coordinate of a thing without a place.
  static let noCoordinate = Int32.min

  private let base: UnsafeRawPointer
  /// The number of rows.
  let rowCount: Int
  /// The number of meanings of all names.
  let entryCount: Int
  /// The names that may be taken for what they mean wherever they stand.
  let names: NameIndex
  /// The names of smaller places, which are meant only where the text says that it means a place.
  let minorNames: NameIndex
  /// The digest of the tables that it was compiled from.
  let digest: UInt32
  private let entries: Int
  private let pool: Int
  private let poolSize: Int

  /// Nil if the bytes are no compiled gazetteer of this version.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress, bytes.count >= Self.headerSize,
      UInt64(littleEndian: base.loadUnaligned(as: UInt64.self)) == Self.magic
    else { return nil }
    self.base = base
    let count = { Int(UInt32(littleEndian: base.loadUnaligned(fromByteOffset: 8 + 4 * $0, as: UInt32.self))) }
    (rowCount, entryCount) = (count(0), count(1))
    guard NameIndex.bits.contains(count(2)), NameIndex.bits.contains(count(4)) else { return nil }
    entries = Self.headerSize + rowCount * Self.rowSize
    let meanings = NameIndex.Entries(base: base + entries, count: entryCount)
    names = NameIndex(
      base: base, directory: entries + entryCount * 4, bits: count(2), slotCount: count(3), entries: meanings)
    minorNames = NameIndex(base: base, directory: names.end, bits: count(4), slotCount: count(5), entries: meanings)
    pool = minorNames.end
    poolSize = count(6)
    digest = UInt32(count(7))
    guard bytes.count == pool + poolSize else { return nil }
  }

  /// A number of a row, from the byte with that offset in it.
  @inline(__always)
  func load<T: FixedWidthInteger & BitwiseCopyable>(_ row: Int32, _ offset: Int, as type: T.Type) -> T {
    precondition(row >= 0 && row < rowCount)
    return T(
      littleEndian: base.loadUnaligned(
        fromByteOffset: Self.headerSize + Int(row) * Self.rowSize + offset, as: T.self))
  }

  /// The string of the pool at an offset; nil for offset 0.
  func string(at offset: UInt32) -> String? {
    guard offset > 0, Int(offset) < poolSize else { return nil }
    let start = base + pool + Int(offset)
    var length = 0
    while Int(offset) + length < poolSize, start.load(fromByteOffset: length, as: UInt8.self) != 0 { length += 1 }
    return String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
  }
}

/// The names of a compiled gazetteer, as hashes of the skeletons of their words.
///
/// A directory by the first bits of the hash, and behind it the slots of each bucket: 32 more bits of the hash, and the first
/// meaning. A false match needs about 48 equal bits: once in 10⁹ words.
struct NameIndex: @unchecked Sendable {
  /// One meaning of a name.
  struct Entry: Sendable {
    fileprivate let bits: UInt32
    /// The row of the gazetteer.
    var value: Int32 { Int32(bits & 0xFF_FFFF) }
    /// How it must be written.
    var form: NameTable.Form { NameTable.Form(rawValue: UInt8(truncatingIfNeeded: bits >> 24) & 3) ?? .capitalised }
    /// Whether it is the thing's first name, and not a name in another language or a former one.
    var isMain: Bool { bits & 1 << 26 != 0 }
    /// Whether the name has no further meaning.
    var isLast: Bool { bits & NameIndex.lastMeaning != 0 }
  }

  /// The meanings of all names, by number.
  struct Entries: @unchecked Sendable {
    fileprivate let base: UnsafeRawPointer
    fileprivate let count: Int
    /// The meaning with a number that a look-up has given; behind the last one, one that ends every list of them.
    subscript(index: Int) -> Entry {
      guard index < count else { return Entry(bits: NameIndex.lastMeaning) }
      return Entry(bits: UInt32(littleEndian: base.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)))
    }
  }

  /// The meanings; those of one name stand one behind the other.
  let entries: Entries
  private let base: UnsafeRawPointer
  private let directory: Int
  private let slots: Int
  private let slotCount: Int
  private let shift: UInt64
  /// Where the index ends.
  fileprivate let end: Int

  /// Whether it has no name.
  var isEmpty: Bool { slotCount == 0 }

  /// Marks the last meaning of a name.
  static let lastMeaning: UInt32 = 1 << 31
  /// The largest directory.
  static let mostBits = 30
  /// By how many bits of the hash a directory can go.
  fileprivate static let bits = 4...mostBits

  fileprivate init(base: UnsafeRawPointer, directory: Int, bits: Int, slotCount: Int, entries: Entries) {
    (self.base, self.directory, self.slotCount, self.entries) = (base, directory, slotCount, entries)
    shift = UInt64(64 - bits)
    slots = directory + ((1 << bits) + 1) * 4
    end = slots + slotCount * CompiledGazetteer.slotSize
  }

  @inline(__always)
  private func word(_ offset: Int) -> UInt32 {
    UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The first meaning of the name with that hash; −1 if it only begins one, nil if it does not even that.
  @inline(__always)
  private func find(_ hash: UInt64) -> Int32? {
    let bucket = directory + Int(truncatingIfNeeded: hash >> shift) * 4
    var slot = Int(word(bucket))
    // Never behind the last slot, whatever a damaged directory says.
    let end = min(Int(word(bucket + 4)), slotCount)
    let low = UInt32(truncatingIfNeeded: hash)
    while slot < end {
      let place = slots + slot * CompiledGazetteer.slotSize
      if word(place) == low {
        let entry = word(place + 4)
        return entry < UInt32(truncatingIfNeeded: entries.count) ? Int32(bitPattern: entry) : -1
      }
      slot += 1
    }
    return nil
  }

  /// Asks for the memory that tells where the names that begin with a word are, and then, if it is there, for theirs: two
  /// misses of the cache one behind the other, for every other word of a text.
  @inline(__always)
  func prefetchPlace(of key: UInt64) { prefetchPlace(ofName: NameTable.step(NameTable.seed, key)) }

  @inline(__always)
  func prefetchSlot(of key: UInt64) { prefetchSlot(ofName: NameTable.step(NameTable.seed, key)) }

  /// The same for a whole name by its hash.
  @inline(__always)
  func prefetchPlace(ofName hash: UInt64) {
    copydesk_prefetch(base + directory + Int(truncatingIfNeeded: hash >> shift) * 4)
  }

  @inline(__always)
  func prefetchSlot(ofName hash: UInt64) {
    let bucket = directory + Int(truncatingIfNeeded: hash >> shift) * 4
    copydesk_prefetch(base + slots + Int(word(bucket)) * CompiledGazetteer.slotSize)
  }

  /// The first meaning of the name with that hash, or −1.
  func entry(hash: UInt64) -> Int32 { find(hash) ?? -1 }

  /// Whether a name has that hash, or begins so.
  @inline(__always)
  func isKnown(hash: UInt64) -> Bool { find(hash) != nil }

  /// Whether a name begins with a word.
  @inline(__always)
  func begins(with key: UInt64) -> Bool { find(NameTable.step(NameTable.seed, key)) != nil }

  /// The first meaning of a single word, or −1.
  func entry(_ key: UInt64) -> Int32 { entry(hash: NameTable.step(NameTable.seed, key)) }

  /// The first meaning of the name made of these words, or −1.
  func entry(_ keys: ArraySlice<UInt64>) -> Int32 {
    entry(hash: keys.reduce(NameTable.seed) { NameTable.step($0, $1) })
  }

  /// The first meaning of a name as it is written in running text, or −1.
  func entry(ofPhrase name: String) -> Int32 {
    let text = Text(name)
    return entry(Tokenizer.tokens(of: text).map { Skeleton.shared.key(of: $0, in: text) }[...])
  }

  /// The longest name among the words from `start` on that `accepts` (the first meaning, the number of words) takes.
  /// - Complexity: one probe a word, and as many words as some name begins with.
  @inline(__always)
  func longestMatch(
    _ keys: [UInt64], at start: Int, before end: Int, where accepts: (Int32, Int) -> Bool
  ) -> (entry: Int32, count: Int)? {
    var best: (entry: Int32, count: Int)?
    var hash = NameTable.seed
    var index = start
    while index < end {
      hash = NameTable.step(hash, keys[index])
      guard let entry = find(hash) else { break }
      index += 1
      if entry >= 0, accepts(entry, index - start) { best = (entry, index - start) }
    }
    return best
  }
}
