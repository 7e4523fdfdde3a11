import CPrefetch
import CopydeskText

/// What single words say by themselves: the cues of a word by its key, in a table that each word of a text is looked up in
/// once.
///
/// A slot holds half of a key and the cues in eight bytes, so that the words of a language stay in the cache beside the
/// gazetteer. Two tables with whole keys, one for the word lists and one for the cues, took a third of the time of a match.
/// The place of a slot holds 15 bits more of the key: a false match comes once in 10⁹ unknown words.
struct WordCues: Sendable {
  /// The words of the lists of common words, given names and family names.
  static let listed = WordCues(room: usualRoom)

  /// Those words, with room for so many of a language's own.
  static func withRoom(for count: Int) -> WordCues { count <= usualRoom ? listed : WordCues(room: count) }

  /// More than the words of any of our languages.
  private static let usualRoom = 4000

  /// The upper half of the key, then the cues; 0: free.
  private var slots: [UInt64]

  private init(room: Int) {
    let newline = UInt8(ascii: "\n")
    let lists: [(name: String, cue: Cue)] = [
      ("common-words.txt", .common), ("given-names.txt", .given), ("family-names.txt", .family),
    ]
    let tables = lists.map { (bytes: EmbeddedTable($0.name).bytes, cue: $0.cue) }
    let words = tables.reduce(room) { count, table in count + table.bytes.count { $0 == newline } }
    var size = 64
    while size * 5 < words * 8 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for (bytes, cue) in tables {
      var hash = FoldedHash()
      for byte in bytes {
        guard byte == newline else {
          hash.add(byte)
          continue
        }
        insert(cue, for: hash.value)
        hash = FoldedHash()
      }
    }
  }

  /// Adds cues to a word of a language.
  mutating func insert(_ cues: Cue, for key: UInt64) {
    guard cues.rawValue != 0 else { return }
    let place = slots.withUnsafeBufferPointer { Reader(slots: $0).place(of: key) }
    slots[place] |= key & Reader.half | UInt64(cues.rawValue)
  }

  /// The cues of a word; none if it is in no list.
  subscript(key: UInt64) -> Cue { withReader { $0[key] } }

  /// Calls with what looks words up without a check of each place.
  @inline(__always)
  func withReader<Result>(_ body: (Reader) -> Result) -> Result {
    slots.withUnsafeBufferPointer { body(Reader(slots: $0)) }
  }

  /// The table while it is read.
  struct Reader {
    fileprivate let slots: UnsafeBufferPointer<UInt64>
    /// The half of a key that a slot holds.
    fileprivate static let half: UInt64 = 0xFFFF_FFFF_0000_0000

    @inline(__always)
    private func start(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key ^ key >> 32) & (slots.count - 1) }

    /// The slot of a word, or the free one where it would stand. Five of eight are taken at most.
    @inline(__always)
    fileprivate func place(of key: UInt64) -> Int {
      var place = start(key)
      while slots[place] != 0, (slots[place] ^ key) & Self.half != 0 { place = (place + 1) & (slots.count - 1) }
      return place
    }

    @inline(__always)
    subscript(key: UInt64) -> Cue { Cue(rawValue: UInt32(truncatingIfNeeded: slots[place(of: key)])) }

    /// Asks for the memory that a word's cues are in.
    @inline(__always)
    func prefetch(_ key: UInt64) {
      if let base = slots.baseAddress { copydesk_prefetch(base + start(key)) }
    }
  }
}
