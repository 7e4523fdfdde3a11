/// A table by the hashes of words (`FoldedHash`, never 0).
///
/// The keys are hashes already: a `Dictionary` would hash them once more, and that took a tenth of the time of a page.
public struct WordTable<Value: Sendable>: Sendable {
  /// By slot; 0 is an empty one.
  @usableFromInline var keys: [UInt64]
  @usableFromInline var values: [Value?]

  /// An empty table for so many words at most.
  @inlinable
  public init(capacity: Int) {
    var size = 16
    while size < capacity * 4 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: nil, count: size)
  }

  /// A table of some words.
  @inlinable
  public init(_ entries: [UInt64: Value]) {
    self.init(capacity: entries.count)
    for (key, value) in entries { update(key) { _ in value } }
  }

  /// Sets a word's value by the one that it has.
  @inlinable
  public mutating func update(_ key: UInt64, _ change: (Value?) -> Value) {
    let slot = slot(of: key)
    keys[slot] = key
    values[slot] = change(values[slot])
  }

  /// The value of a word.
  @inlinable
  public subscript(key: UInt64) -> Value? {
    let slot = slot(of: key)
    return keys[slot] == key ? values[slot] : nil
  }

  /// Whether the word is there.
  @inlinable
  public func contains(_ key: UInt64) -> Bool { self[key] != nil }

  /// The slot of a word, or the empty one where it would stand. A quarter of them is full at most: an empty one is near.
  @inlinable
  func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }
}
