import CopydeskText

/// A table by the hashes of words.
///
/// The keys are hashes already: a `Dictionary` would hash them once more, and that took a tenth of the time of a page.
struct WordTable<Value: Sendable>: Sendable {
  /// By slot; 0 is an empty one.
  private let keys: [UInt64]
  private let values: [Value?]

  init(_ entries: [UInt64: Value]) {
    var size = 16
    while size < entries.count * 4 { size *= 2 }
    var keys = [UInt64](repeating: 0, count: size)
    var values = [Value?](repeating: nil, count: size)
    for (key, value) in entries {
      var slot = Self.slot(of: key, in: size)
      while keys[slot] != 0 { slot = (slot + 1) & (size - 1) }
      (keys[slot], values[slot]) = (key, value)
    }
    (self.keys, self.values) = (keys, values)
  }

  subscript(key: UInt64) -> Value? {
    var slot = Self.slot(of: key, in: keys.count)
    // A quarter full at most: an empty slot is near.
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  func contains(_ key: UInt64) -> Bool { self[key] != nil }

  private static func slot(of key: UInt64, in size: Int) -> Int {
    Int(truncatingIfNeeded: key ^ key >> 32) & (size - 1)
  }
}

extension WordTable<Bool> {
  /// A set of words.
  init(words: some Sequence<String>) {
    var entries: [UInt64: Bool] = [:]
    for word in words { entries[FoldedHash.of(word)] = true }
    self.init(entries)
  }
}
