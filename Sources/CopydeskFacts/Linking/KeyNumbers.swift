/// The keys of a document, such as the hashes of its names or its countries, numbered from 0 as they come.
struct KeyNumbers {
  private var slots: [(key: UInt64, number: Int)]
  /// How many numbers there are.
  private(set) var count = 0

  /// Room for so many keys.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: (0, 0), count: size)
  }

  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  /// The number of a key, the next one if it is new. A key is never 0.
  mutating func number(of key: UInt64) -> Int {
    let slot = slot(of: key)
    if slots[slot].key == 0 {
      slots[slot] = (key, count)
      count += 1
    }
    return slots[slot].number
  }

  /// The number of a key, if it has one.
  func known(_ key: UInt64) -> Int? {
    let slot = slot(of: key)
    return slots[slot].key == 0 ? nil : slots[slot].number
  }
}
