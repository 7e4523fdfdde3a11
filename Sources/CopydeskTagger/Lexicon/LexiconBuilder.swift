import CopydeskText

/// Collects clusters and lists of names and lays them out as the bytes of a lexicon.
public struct LexiconBuilder {
  private var paths: [UInt32] = []
  private var pathIndex: [UInt32: UInt16] = [:]
  private var rows: [[UInt16]] = []
  private var rowIndex: [[UInt16]: UInt16] = [:]
  private var brown: [UInt64: UInt16] = [:]
  private var vectors: [UInt64: UInt16] = [:]
  private var names: [UInt64: UInt16] = [:]
  private var lists: [String] = []

  /// A builder of an empty lexicon.
  public init() {}

  /// Adds a word of the Brown clusters: its path as a string of bits.
  public mutating func add(word: String, path: some StringProtocol) {
    var bits: UInt32 = 0
    for bit in path.utf8.prefix(20) { bits = bits << 1 | (bit == UInt8(ascii: "1") ? 1 : 0) }
    bits <<= UInt32(20 - min(20, path.utf8.count))
    if pathIndex[bits] == nil {
      pathIndex[bits] = UInt16(paths.count)
      paths.append(bits)
    }
    brown[WordForm.hash(of: Array(word.utf8))] = pathIndex[bits]
  }

  /// Adds a word of the vector clusters: its numbers in the three clusterings.
  public mutating func add(word: String, clusters: [UInt16]) {
    if rowIndex[clusters] == nil {
      guard rows.count < Int(UInt16.max) else { return }
      rowIndex[clusters] = UInt16(rows.count)
      rows.append(clusters)
    }
    vectors[WordForm.hash(of: Array(word.utf8))] = rowIndex[clusters]
  }

  /// Adds a name to a list. - Returns: false if there are fifteen lists already.
  @discardableResult
  public mutating func add(name: String, list: String) -> Bool {
    let bit: Int
    if let known = lists.firstIndex(of: list) {
      bit = known
    } else {
      guard lists.count < 15 else { return false }
      bit = lists.count
      lists.append(list)
    }
    let text = Text(name)
    let tokens = Tokenizer.tokens(of: text)
    guard !tokens.isEmpty, tokens.count <= 12 else { return true }
    var hash = Lexicon.nameSeed
    for (index, token) in tokens.enumerated() {
      hash = FeatureHash.mix(hash, WordForm.nameKey(of: text.bytes[token.range.indices]))
      let value: UInt16 = index == tokens.count - 1 ? 1 << UInt16(bit) : Lexicon.isBeginning
      names[hash, default: 0] |= value
    }
    return true
  }

  /// The bytes of the lexicon, the same for the same entries in any order.
  public func bytes() -> [UInt8] {
    var out = SectionWriter(magic: Lexicon.magic)
    out.section(lists.joined(separator: " ").utf8.map { $0 })
    out.section(paths)
    out.section(rows.joined().map { $0 }, count: rows.count)
    out.section(Self.table(brown))
    out.section(Self.table(vectors))
    out.section(Self.table(names))
    return out.bytes
  }

  private static func table(_ entries: [UInt64: UInt16]) -> [UInt32] {
    guard !entries.isEmpty else { return [] }
    var slots = [UInt32](repeating: 0, count: entries.count * 5 / 4 + 8)
    for (hash, value) in entries.sorted(by: { $0.key < $1.key }) {
      var (index, check) = HashedTable.place(hash, count: UInt64(slots.count))
      while slots[index] != 0 { index = (index + 1) % slots.count }
      check <<= 16
      slots[index] = check | UInt32(value)
    }
    return slots
  }
}

/// Writes what `SectionReader` reads.
struct SectionWriter {
  /// What is written so far.
  private(set) var bytes: [UInt8]

  init(magic: [UInt8]) { bytes = magic }

  mutating func section<Element: FixedWidthInteger>(_ elements: [Element], count: Int? = nil) {
    append(UInt64(count ?? elements.count))
    for element in elements { append(element) }
    while bytes.count % 8 != 0 { bytes.append(0) }
  }

  private mutating func append(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
