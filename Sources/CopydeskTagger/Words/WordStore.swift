/// The words that a worker has met, and what was computed of each: the sums of their weights, or, in training, their
/// features. Bounded: when it is full it starts anew.
final class WordStore {
  /// How far features of a word reach: to the second token before and behind it.
  static let reach = 2
  /// A feature of a word as seen from a token beside it.
  struct Feature {
    let hash: UInt64
    /// Where the word stands in the token's window.
    let place: Int
    let isLexical: Bool
  }

  /// The number of places in a window.
  static let window = 2 * reach + 1
  private static let longest = 96
  private let limit: Int
  private let lexicon: Lexicon
  /// Pairs of a hash and an id; no id: −1.
  private let slots: UnsafeMutablePointer<(hash: UInt64, id: Int32)>
  private let slotMask: Int
  /// The number of words.
  private(set) var count = 0
  /// The parts of each word.
  let infos: UnsafeMutablePointer<WordInfo>

  /// A store of at most so many words (a power of 2).
  init(lexicon: Lexicon, limit: Int = 1 << 16) {
    (self.lexicon, self.limit) = (lexicon, limit)
    slots = .allocate(capacity: limit * 2)
    slots.initialize(repeating: (0, -1), count: limit * 2)
    slotMask = limit * 2 - 1
    infos = .allocate(capacity: limit)
  }

  deinit {
    slots.deallocate()
    infos.deallocate()
  }

  /// Whether it may be emptied between two documents.
  var isFull: Bool { count >= limit * 3 / 4 }

  func removeAll() {
    slots.update(repeating: (0, -1), count: slotMask + 1)
    count = 0
  }

  /// The id of a word; `isNew` is called with the features of one that was not met before.
  @inline(__always)
  func id(of word: UnsafeRawBufferPointer, isNew: (Int, [Feature]) -> Void) -> Int32 {
    let hash = FeatureHash.of(word) | 1
    var index = Int(truncatingIfNeeded: hash >> 20) & slotMask
    while slots[index].id >= 0 {
      if slots[index].hash == hash { return slots[index].id }
      index = (index + 1) & slotMask
    }
    // A document with more different words than that shares one entry for the rest: no book may fill the memory.
    if count >= limit { return 0 }
    let id = count
    slots[index] = (hash, Int32(truncatingIfNeeded: id))
    add(word, isNew: isNew)
    return Int32(truncatingIfNeeded: id)
  }

  private func add(_ word: UnsafeRawBufferPointer, isNew: (Int, [Feature]) -> Void) {
    // Longer ones are no words but data: their beginning is enough.
    let form = WordForm(word.prefix(Self.longest), lexicon: lexicon)
    let single = lexicon.lists(of: FeatureHash.mix(Lexicon.nameSeed, form.info.nameKey)) ?? 0
    var info = form.info
    (info.lists, info.isSocial) = (single, Self.isSocial(word))
    (infos + count).initialize(to: info)
    count += 1
    var features: [Feature] = []
    for feature in form.features + Self.listFeatures(single & ~Lexicon.isBeginning, form.case) {
      for place in -feature.reach...feature.reach {
        features.append(
          Feature(
            hash: FeatureHash.mix(feature.hash, UInt64(0x100 + place)), place: place + Self.reach,
            isLexical: feature.isLexical))
      }
    }
    isNew(count - 1, features)
  }

  private static func isSocial(_ word: UnsafeRawBufferPointer) -> Bool {
    guard let first = word.first else { return false }
    if first == UInt8(ascii: "@") || first == UInt8(ascii: "#") { return true }
    return word.count >= 4 && word.prefix(4).elementsEqual("http".utf8)
  }

  /// That a word is in the lists of given names, cities and so on; its case says whether it can be meant here.
  private static func listFeatures(_ mask: UInt16, _ writing: WordForm.Case) -> [WordForm.Feature] {
    guard mask != 0 else { return [] }
    var features = [
      WordForm.Feature(hash: FeatureHash.mix(UInt64(mask) << 8 | UInt64(writing.rawValue), 0xA1), reach: 1)
    ]
    for bit in 0..<15 where mask & (1 << UInt16(bit)) != 0 {
      features.append(
        WordForm.Feature(hash: FeatureHash.mix(UInt64(bit) << 8 | UInt64(writing.rawValue), 0xA2), reach: 1))
    }
    return features
  }
}
