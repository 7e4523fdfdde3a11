import CPrefetch

/// The words that a worker has met, and what was computed of each: the sums of their weights, or, in training, their
/// features. Bounded: when it is full, only words that were met again stay.
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

  /// Where a word is found: 16 bytes, so that a probe touches one cache line.
  private struct Slot {
    var hash: UInt64 = 0
    /// The word, or −1.
    var id: Int32 = -1
    /// How often it was met again.
    var uses: UInt32 = 0
  }

  private let limit: Int
  private let lexicon: Lexicon
  private let endings: Endings
  private let slots: UnsafeMutablePointer<Slot>
  private let slotMask: Int
  /// Room for the features of the word at hand.
  private let features = Workspace<Feature>()
  /// The number of words.
  private(set) var count = 0
  /// The parts of each word.
  let infos: UnsafeMutablePointer<WordInfo>

  /// A store of at most so many words (a power of 2).
  init(lexicon: Lexicon, endings: Endings = .none, limit: Int = 1 << 16) {
    (self.lexicon, self.endings, self.limit) = (lexicon, endings, limit)
    slots = .allocate(capacity: limit * 2)
    slots.initialize(repeating: Slot(), count: limit * 2)
    slotMask = limit * 2 - 1
    infos = .allocate(capacity: limit)
  }

  deinit {
    slots.deallocate()
    infos.deallocate()
  }

  /// Whether it should be sifted between two documents.
  var isFull: Bool { count >= limit * 3 / 4 }

  /// Keeps the words that were met more than once since the last time; `move` is told their old and new ids, in rising
  /// order. A text of any length has new words without end, most of which never come again.
  func sift(move: (Int, Int) -> Void) {
    var kept: [Slot] = []
    for index in 0...slotMask where slots[index].id >= 0 && slots[index].uses > 0 { kept.append(slots[index]) }
    if kept.count > limit / 2 { kept = [] }
    kept.sort { $0.id < $1.id }
    slots.update(repeating: Slot(), count: slotMask + 1)
    for (id, slot) in kept.enumerated() {
      infos[id] = infos[Int(slot.id)]
      move(Int(slot.id), id)
      slots[find(slot.hash)] = Slot(hash: slot.hash, id: Int32(truncatingIfNeeded: id))
    }
    count = kept.count
  }

  /// The hash under which a word is found.
  @inline(__always)
  static func hash(of word: UnsafeRawBufferPointer) -> UInt64 { FeatureHash.of(word) | 1 }

  /// Asks for the place of a word before it is looked up.
  @inline(__always)
  func prefetch(_ hash: UInt64) { copydesk_prefetch(slots + (Int(truncatingIfNeeded: hash >> 20) & slotMask)) }

  @inline(__always)
  private func find(_ hash: UInt64) -> Int {
    var index = Int(truncatingIfNeeded: hash >> 20) & slotMask
    while slots[index].id >= 0, slots[index].hash != hash { index = (index + 1) & slotMask }
    return index
  }

  /// The id of a word; `isNew` is called with the features of one that was not met before.
  @inline(__always)
  func id(of word: UnsafeRawBufferPointer, isNew: (Int, UnsafeBufferPointer<Feature>) -> Void) -> Int32 {
    id(of: word, hash: Self.hash(of: word), isNew: isNew)
  }

  /// The same for a word whose hash is known.
  @inline(__always)
  func id(
    of word: UnsafeRawBufferPointer, hash: UInt64, isNew: (Int, UnsafeBufferPointer<Feature>) -> Void
  ) -> Int32 {
    let index = find(hash)
    if slots[index].id >= 0 {
      slots[index].uses &+= 1
      return slots[index].id
    }
    // A document with more different words than that shares one entry for the rest: no book may fill the memory.
    if count >= limit { return 0 }
    let id = count
    slots[index] = Slot(hash: hash, id: Int32(truncatingIfNeeded: id))
    add(word, isNew: isNew)
    return Int32(truncatingIfNeeded: id)
  }

  private func add(_ word: UnsafeRawBufferPointer, isNew: (Int, UnsafeBufferPointer<Feature>) -> Void) {
    // Longer ones are no words but data: their beginning is enough.
    let form = WordForm(word.prefix(Self.longest), lexicon: lexicon, endings: endings)
    let single = lexicon.singleLists(of: form.info.nameKey) ?? 0
    var info = form.info
    (info.lists, info.isSocial) = (single, Self.isSocial(word))
    (infos + count).initialize(to: info)
    count += 1
    let lists = Self.listFeatures(single & ~Lexicon.isBeginning, form.case)
    features.reserve((form.features.count + lists.count) * Self.window)
    let base = features.base
    var number = 0
    // Each as seen from the places that it reaches.
    @inline(__always) func add(_ feature: WordForm.Feature) {
      for place in -feature.reach...feature.reach {
        base[number] = Feature(
          hash: FeatureHash.mix(feature.hash, UInt64(0x100 + place)), place: place + Self.reach,
          isLexical: feature.isLexical)
        number += 1
      }
    }
    for feature in form.features { add(feature) }
    for feature in lists { add(feature) }
    isNew(count - 1, UnsafeBufferPointer(start: base, count: number))
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
