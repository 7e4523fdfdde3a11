import CopydeskText

/// Names, as sequences of word skeletons, and what they may stand for.
///
/// Like `PhraseTable`, but keyed by skeletons, with several meanings for one name. The names of the gazetteer are compiled
/// (`NameIndex`); this is for tables that are made while the program runs.
struct NameTable: Sendable {
  /// How a name must be written in the text to count.
  enum Form: UInt8, Sendable {
    /// Capitalised.
    case capitalised
    /// In capitals, as in the table: `WHO` is not `who`.
    case capitals
    /// It may begin in lower case: `dpa`, `al-Qaeda`.
    case anyCase
    /// A bare surname: `Putin`.
    case surname

    /// The form that a mark before a name of a table says; nil if the byte is no mark.
    init?(mark: UInt8) {
      switch mark {
      case UInt8(ascii: "^"): self = .capitals
      case UInt8(ascii: "="): self = .anyCase
      case UInt8(ascii: "~"): self = .surname
      default: return nil
      }
    }
  }

  /// One meaning of a name.
  struct Entry: Sendable {
    /// The row of the gazetteer, or whatever the owner keeps.
    let value: Int32
    /// The next meaning of the same name, or −1.
    fileprivate(set) var next: Int32
    /// How it must be written.
    let form: Form
  }

  private struct Slot: Sendable {
    var hash: UInt64 = 0  // 0: free
    var entry: Int32 = -1  // −1: only the beginning of a name
    var last: Int32 = -1
  }

  private var slots: [Slot]
  private var mask: Int
  private var used = 0
  private(set) var entries: [Entry] = []

  /// An empty table with room for so many names and beginnings of names; it grows if there are more.
  init(capacity: Int) {
    var size = 64
    while size * 3 < capacity * 4 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    mask = size - 1
    entries.reserveCapacity(capacity)
  }

  /// What every name's hash begins with.
  static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Mixes the key of a word into the hash of the name.
  @inline(__always)
  static func step(_ hash: UInt64, _ key: UInt64) -> UInt64 {
    var value = (hash &* 0x9E37_79B9_7F4A_7C15) ^ key
    value = (value ^ (value >> 31)) &* 0xBF58_476D_1CE4_E5B9
    return (value ^ (value >> 29)) | 1
  }

  @inline(__always)
  private func place(_ hash: UInt64) -> Int {
    var index = Int(truncatingIfNeeded: hash >> 1) & mask
    while slots[index].hash != 0, slots[index].hash != hash { index = (index + 1) & mask }
    return index
  }

  /// The place of the hash, taken for it if it is new.
  @inline(__always)
  private mutating func taking(_ hash: UInt64) -> Int {
    let free = place(hash)
    if slots[free].hash == hash { return free }
    if used * 4 >= slots.count * 3 {
      grow()
      return taking(hash, at: place(hash))
    }
    return taking(hash, at: free)
  }

  private mutating func taking(_ hash: UInt64, at place: Int) -> Int {
    slots[place].hash = hash
    used += 1
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    mask = slots.count - 1
    for slot in old where slot.hash != 0 { slots[place(slot.hash)] = slot }
  }

  /// Makes the hash known as that of a beginning.
  mutating func add(beginning hash: UInt64) { _ = taking(hash) }

  /// Adds a meaning to the name with this hash, behind those it has.
  mutating func add(name hash: UInt64, value: Int32, form: Form) {
    let place = taking(hash)
    let entry = Int32(truncatingIfNeeded: entries.count)
    entries.append(Entry(value: value, next: -1, form: form))
    let last = slots[place].last
    if last >= 0 { entries[Int(last)].next = entry } else { slots[place].entry = entry }
    slots[place].last = entry
  }

  /// Adds a name as it is written in running text.
  mutating func add(_ name: String, value: Int32, form: Form = .capitalised) {
    add(Self.keys(of: name), value: value, form: form)
  }

  /// Adds the name made of these words.
  mutating func add(_ keys: [UInt64], value: Int32, form: Form = .capitalised) {
    guard let last = keys.last else { return }
    var hash = Self.seed
    for key in keys.dropLast() {
      hash = Self.step(hash, key)
      add(beginning: hash)
    }
    add(name: Self.step(hash, last), value: value, form: form)
  }

  /// The skeleton keys of the words of a name as it is written in running text.
  static func keys(of name: String) -> [UInt64] {
    let text = Text(name)
    return Tokenizer.tokens(of: text).map { Skeleton.shared.key(of: $0, in: text) }
  }

  /// The first meaning of the name made of these words, or −1.
  func entry(_ keys: ArraySlice<UInt64>) -> Int32 {
    var hash = Self.seed
    for key in keys { hash = Self.step(hash, key) }
    return slots[place(hash)].entry
  }

  /// The longest name of the table among the words from `start` on that `accepts` (the first meaning, the number of
  /// words) takes.
  @inline(__always)
  func longestMatch(
    _ keys: [UInt64], at start: Int, before end: Int, where accepts: (Int32, Int) -> Bool
  ) -> (entry: Int32, count: Int)? {
    var best: (entry: Int32, count: Int)?
    var hash = Self.seed
    var index = start
    while index < end {
      hash = Self.step(hash, keys[index])
      let slot = slots[place(hash)]
      guard slot.hash != 0 else { break }
      index += 1
      if slot.entry >= 0, accepts(slot.entry, index - start) { best = (slot.entry, index - start) }
    }
    return best
  }
}
