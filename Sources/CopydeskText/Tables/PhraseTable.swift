/// Words and phrases to look up in a text: case is ignored, the longest match wins, nothing is allocated.
///
/// A phrase is a sequence of tokens; the table knows the hash of every phrase and of every beginning of one, so that a
/// look-up stops at the first token that leads nowhere. Values are indices into whatever the caller keeps.
public struct PhraseTable: Sendable {
  private struct Slot: Sendable {
    var hash: UInt64 = 0
    var value: Int32 = -1  // −1: only the beginning of a phrase
    var used = false
  }

  private var slots: [Slot]
  private var mask: Int
  /// A bit for each key that a phrase may begin with: most words of a text are turned away by it alone.
  @usableFromInline var firsts: [UInt64] = Array(repeating: 0, count: 64)
  /// The number of phrases.
  public private(set) var count = 0

  /// A table of phrases and their values (0 or more; the first of two equal phrases stays).
  public init(_ phrases: some Sequence<(phrase: String, value: Int)>) { self.init(Array(phrases)) }

  /// The same of an array, which nearly all are made of.
  public init(_ phrases: [(phrase: String, value: Int)]) {
    slots = Array(repeating: Slot(), count: 64)
    mask = 63
    var used = 0
    var opening: [UInt64] = []
    var keys: [UInt64] = []
    for (phrase, value) in phrases {
      Self.read(phrase, into: &keys)
      var hash = Self.seed
      if let first = keys.first { opening.append(first) }
      for (index, key) in keys.enumerated() {
        hash = Self.step(hash, key)
        if (used + 1) * 2 > slots.count { grow() }
        let place = Self.find(hash, in: slots, mask)
        if !slots[place].used {
          slots[place] = Slot(hash: hash, value: -1, used: true)
          used += 1
        }
        if index == keys.count - 1, slots[place].value < 0 {
          slots[place].value = Int32(value)
          count += 1
        }
      }
    }
    var words = 64
    while words * 8 < opening.count { words *= 2 }
    firsts = Array(repeating: 0, count: words)
    for key in opening { firsts[Self.word(key) & (words - 1)] |= Self.bit(key) }
  }

  /// The keys of a phrase's tokens. Most phrases are nothing but words of small letters: no tokenizer need tell what they are.
  private static func read(_ phrase: String, into keys: inout [UInt64]) {
    keys.removeAll(keepingCapacity: true)
    var phrase = phrase
    let isPlain = phrase.withUTF8 { bytes in
      var hash = FoldedHash()
      var isInside = false
      for byte in bytes {
        if byte &- 0x61 < 26 {
          hash.add(byte)
          isInside = true
        } else if byte == 0x20 {
          if isInside { keys.append(hash.value) }
          (hash, isInside) = (FoldedHash(), false)
        } else {
          return false
        }
      }
      if isInside { keys.append(hash.value) }
      return true
    }
    guard !isPlain else { return }
    keys.removeAll(keepingCapacity: true)
    for token in Tokenizer.tokens(of: Text(phrase)) { keys.append(token.key) }
  }

  /// A table of words that all mean the same.
  public init(words: String) {
    self.init(words.listedWords.map { (phrase: $0, value: 0) })
  }

  /// Whether a phrase may start with the token: never wrongly no, seldom wrongly yes.
  @inlinable
  public func mayStart(with token: Token) -> Bool {
    firsts[Self.word(token.key) & (firsts.count - 1)] & Self.bit(token.key) != 0
  }

  @inlinable
  static func word(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 6) }
  @inlinable
  static func bit(_ key: UInt64) -> UInt64 { 1 << (key & 63) }

  /// The longest phrase that starts at the token: its value and how many tokens it takes.
  @inlinable
  public func longestMatch(_ tokens: [Token], at start: Int) -> (value: Int, count: Int)? {
    // Nearly every call ends here: it should be one at the caller's.
    guard start < tokens.count, mayStart(with: tokens[start]) else { return nil }
    return match(tokens, at: start)
  }

  @usableFromInline
  func match(_ tokens: [Token], at start: Int) -> (value: Int, count: Int)? {
    var best: (value: Int, count: Int)?
    var hash = Self.seed
    var index = start
    while index < tokens.count {
      // A phrase does not run over a line break.
      if index > start, tokens[index].flags.contains(.lineStart) { break }
      hash = Self.step(hash, tokens[index].key)
      let slot = slots[Self.find(hash, in: slots, mask)]
      guard slot.used else { break }
      index += 1
      if slot.value >= 0 { best = (Int(slot.value), index - start) }
    }
    return best
  }

  /// The value of a single word.
  @inlinable
  public subscript(token: Token) -> Int? { mayStart(with: token) ? value(of: token) : nil }

  @usableFromInline
  func value(of token: Token) -> Int? {
    let slot = slots[Self.find(Self.step(Self.seed, token.key), in: slots, mask)]
    return slot.used && slot.value >= 0 ? Int(slot.value) : nil
  }

  /// Whether the word is in the table.
  @inlinable
  public func contains(_ token: Token) -> Bool { self[token] != nil }

  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Mixes a token into the hash of the phrase.
  private static func step(_ hash: UInt64, _ key: UInt64) -> UInt64 {
    var value = (hash &* 0x9E37_79B9_7F4A_7C15) ^ key
    value = (value ^ (value >> 31)) &* 0xBF58_476D_1CE4_E5B9
    return value ^ (value >> 29)
  }

  private static func find(_ hash: UInt64, in slots: [Slot], _ mask: Int) -> Int {
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index].used, slots[index].hash != hash { index = (index + 1) & mask }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    mask = slots.count - 1
    for slot in old where slot.used { slots[Self.find(slot.hash, in: slots, mask)] = slot }
  }
}
