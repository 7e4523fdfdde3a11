import CopydeskText

/// Single words and what kinds of word they are, from the word lists.
struct WordKinds: Sendable {
  /// The kinds, as bits.
  static let common: UInt8 = 1
  static let given: UInt8 = 2
  static let family: UInt8 = 4

  /// The one table that all share.
  static let shared = WordKinds()

  private var words: WordTable<UInt8>

  private init() {
    let newline = UInt8(ascii: "\n")
    let lists = [
      ("common-words.txt", Self.common), ("given-names.txt", Self.given), ("family-names.txt", Self.family),
    ].map { (bytes: EmbeddedTable($0.0).bytes, kind: $0.1) }
    words = WordTable(capacity: lists.reduce(0) { count, list in count + list.bytes.count { $0 == newline } })
    for (bytes, kind) in lists {
      var hash = FoldedHash()
      for byte in bytes {
        guard byte == newline else {
          hash.add(byte)
          continue
        }
        words.update(hash.value) { ($0 ?? 0) | kind }
        hash = FoldedHash()
      }
    }
  }

  /// The kinds of the word with that skeleton key.
  subscript(key: UInt64) -> UInt8 { words[key] ?? 0 }
}
