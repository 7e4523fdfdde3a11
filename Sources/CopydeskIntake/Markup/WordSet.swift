import CopydeskText

extension WordTable<Bool> {
  /// A set of words.
  init(words: some Sequence<String>) {
    var entries: [UInt64: Bool] = [:]
    for word in words { entries[FoldedHash.of(word)] = true }
    self.init(entries)
  }
}
