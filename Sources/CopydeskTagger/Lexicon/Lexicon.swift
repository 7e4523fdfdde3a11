/// What is known of words without any training: their clusters, and the lists of names they stand in.
///
/// The tables lie in one block of bytes as they do in the file, so that a mapped or embedded file is used in place.
/// A look-up compares 16 bits of the hash: one in some ten thousand unknown words is taken for a known one, which a
/// statistical tagger does not feel, and a table of half a million words takes two megabytes.
public struct Lexicon: @unchecked Sendable {
  // @unchecked: the bytes are constant for the life of the value, `owner` sees to that.
  private let bytes: UnsafeRawBufferPointer
  private let owner: AnyObject?
  private let paths: Section
  private let rows: Section
  private let brown: HashedTable
  private let vectors: HashedTable
  private let names: HashedTable
  /// The names of the lists, by bit.
  public let lists: [String]

  struct Section {
    var offset = 0
    var count = 0
  }

  /// What the clusterings say of a word; 0 where it is in none.
  struct Clusters {
    /// The path in the Brown tree, its first bit highest of 20.
    var brown: UInt32 = 0
    var hasBrown = false
    var k250: UInt16 = 0
    var k1000: UInt16 = 0
    var k4000: UInt16 = 0
  }

  /// The first bytes of a file.
  public static let magic: [UInt8] = Array("CDLEX1\n\0".utf8)
  /// In the mask of a name: it is also the beginning of a longer one.
  public static let isBeginning: UInt16 = 0x8000

  /// A lexicon without a word.
  public static let empty = Lexicon()

  private init() {
    bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    owner = nil
    (paths, rows) = (Section(), Section())
    (brown, vectors, names) = (HashedTable(), HashedTable(), HashedTable())
    lists = []
  }

  /// A lexicon over the bytes of a file, which `owner` keeps; nil if they are not one.
  public init?(_ bytes: UnsafeRawBufferPointer, owner: AnyObject? = nil) {
    var reader = SectionReader(bytes)
    guard reader.takes(Self.magic) else { return nil }
    guard let lists = reader.string(), let paths = reader.section(stride: 4), let rows = reader.section(stride: 6),
      let brown = reader.section(stride: 4), let vectors = reader.section(stride: 4),
      let names = reader.section(stride: 4)
    else { return nil }
    (self.bytes, self.owner) = (bytes, owner)
    (self.paths, self.rows) = (paths, rows)
    self.brown = HashedTable(bytes, brown)
    self.vectors = HashedTable(bytes, vectors)
    self.names = HashedTable(bytes, names)
    self.lists = lists.split(separator: " ").map(String.init)
  }

  /// The clusters of a word by the hashes of its forms, the likeliest form first.
  func clusters(of forms: [UInt64]) -> Clusters {
    var clusters = Clusters()
    for form in forms {
      guard let id = brown[form], Int(id) < paths.count else { continue }
      clusters.brown = bytes.loadUnaligned(fromByteOffset: paths.offset + 4 * Int(id), as: UInt32.self)
      clusters.hasBrown = true
      break
    }
    for form in forms {
      guard let id = vectors[form], Int(id) < rows.count else { continue }
      let offset = rows.offset + 6 * Int(id)
      clusters.k250 = bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self) &+ 1
      clusters.k1000 = bytes.loadUnaligned(fromByteOffset: offset + 2, as: UInt16.self) &+ 1
      clusters.k4000 = bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt16.self) &+ 1
      break
    }
    return clusters
  }

  /// What a name's hash begins with.
  static let nameSeed: UInt64 = 0x51ED_270B_9F2A_38C7

  /// The lists that the name with this hash stands in, one bit each, and whether it begins a longer one; nil: neither.
  @inline(__always)
  func lists(of name: UInt64) -> UInt16? { names[name] }

  /// The same for a single word by its key.
  @inline(__always)
  func singleLists(of key: UInt64) -> UInt16? { lists(of: FeatureHash.mix(Self.nameSeed, key)) }
}

/// A table from 64-bit hashes to 16-bit values, 4 bytes a slot: the upper half of a slot is a part of the hash.
struct HashedTable {
  private let slots: UnsafePointer<UInt32>?
  private let count: UInt64

  init() { (slots, count) = (nil, 0) }

  init(_ bytes: UnsafeRawBufferPointer, _ section: Lexicon.Section) {
    slots = bytes.baseAddress?.advanced(by: section.offset).assumingMemoryBound(to: UInt32.self)
    count = UInt64(section.count)
  }

  /// The place where a search begins, and the part of the hash that a slot keeps (never 0).
  @inline(__always)
  static func place(_ hash: UInt64, count: UInt64) -> (index: Int, check: UInt32) {
    let low = UInt64(UInt32(truncatingIfNeeded: hash))
    return (Int((low &* count) >> 32), UInt32(truncatingIfNeeded: hash >> 48) | 1)
  }

  @inline(__always)
  subscript(hash: UInt64) -> UInt16? {
    guard let slots, count > 0 else { return nil }
    var (index, check) = Self.place(hash, count: count)
    var steps = 0
    while slots[index] != 0, steps < 512 {
      if slots[index] >> 16 == check { return UInt16(truncatingIfNeeded: slots[index]) }
      index += 1
      steps += 1
      if index == Int(count) { index = 0 }
    }
    return nil
  }
}

/// Reads the sections of a file: each is a 32-bit number of elements and those, padded to 8 bytes.
struct SectionReader {
  private let bytes: UnsafeRawBufferPointer
  private(set) var offset = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func takes(_ magic: [UInt8]) -> Bool {
    guard bytes.count >= offset + magic.count, bytes[offset..<offset + magic.count].elementsEqual(magic) else {
      return false
    }
    offset += magic.count
    return true
  }

  mutating func section(stride: Int) -> Lexicon.Section? {
    guard offset + 8 <= bytes.count else { return nil }
    let count = Int(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    let start = offset + 8
    guard count <= (bytes.count - start) / stride else { return nil }
    offset = start + (count * stride + 7) / 8 * 8
    return Lexicon.Section(offset: start, count: count)
  }

  mutating func string() -> String? {
    guard let section = section(stride: 1) else { return nil }
    return String(decoding: bytes[section.offset..<section.offset + section.count], as: UTF8.self)
  }
}
