import CopydeskText

/// Single words and what kinds of word they are, from the word lists.
struct WordTable: Sendable {
  /// The kinds, as bits.
  static let common: UInt8 = 1
  static let given: UInt8 = 2
  static let family: UInt8 = 4

  /// The one table that all share.
  static let shared = WordTable()

  private var slots: [(key: UInt64, kinds: UInt8)] = Array(repeating: (0, 0), count: 1 << 16)

  private init() {
    for (file, kind) in [
      ("common-words.txt", Self.common), ("given-names.txt", Self.given), ("family-names.txt", Self.family),
    ] {
      var hash = FoldedHash()
      for byte in EmbeddedTable(file).bytes {
        guard byte == UInt8(ascii: "\n") else {
          hash.add(byte)
          continue
        }
        let place = place(hash.value)
        slots[place].key = hash.value
        slots[place].kinds |= kind
        hash = FoldedHash()
      }
    }
  }

  /// The kinds of the word with that skeleton key.
  subscript(key: UInt64) -> UInt8 { slots[place(key)].kinds }

  private func place(_ key: UInt64) -> Int {
    var index = Int(truncatingIfNeeded: key ^ (key >> 32)) & 0xFFFF
    while slots[index].kinds != 0, slots[index].key != key { index = (index + 1) & 0xFFFF }
    return index
  }
}
