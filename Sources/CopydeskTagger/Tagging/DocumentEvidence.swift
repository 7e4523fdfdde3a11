/// What a document says elsewhere of a capitalised word: the words beside its other occurrences, and whether it is
/// written in lower case too.
final class DocumentEvidence {
  /// A capitalised word that stands in the document more than once.
  private struct Repeated {
    var key: UInt64
    var count = 0
    /// An occurrence in the middle of a sentence that is not a headline.
    var hasInner = false
    var isLower = false
    /// Where its features begin, and how many there are.
    var start = 0
    var features = 0
  }

  /// How many occurrences of a word are looked at.
  private static let occurrences = 8

  private let slots = Workspace<Int32>()
  private var slotMask = 63
  private let repeated = Workspace<Repeated>()
  /// The number of different capitalised words.
  private(set) var count = 0
  /// For each token its word among the repeated ones, or −1.
  private let entries = Workspace<Int32>()
  private let hashes = Workspace<UInt64>()
  private var hashCount = 0
  /// The hashes of the features of all repeated words.
  var features: UnsafeBufferPointer<UInt64> { UnsafeBufferPointer(start: hashes.base, count: hashCount) }

  /// The word of a token among the capitalised ones, or −1.
  @inline(__always)
  func entry(of token: Int) -> Int { Int(entries.base[token]) }

  /// The features of a capitalised word; none if it stands there once.
  @inline(__always)
  func features(of entry: Int) -> Range<Int> {
    let word = repeated.base + entry
    return word.pointee.start..<word.pointee.start + word.pointee.features
  }

  /// A number for how the document writes the word: in lower case too, inside sentences, once or often.
  @inline(__always)
  func kind(of token: Int) -> UInt64 {
    let entry = Int(entries.base[token])
    guard entry >= 0 else { return 0 }
    let word = repeated.base[entry]
    return 1 | (word.isLower ? 2 : 0) | (word.hasInner ? 4 : 0) | (word.count > 1 ? 8 : 0) | (word.count > 3 ? 16 : 0)
  }

  func read(
    words: UnsafePointer<Int32>, writings: UnsafePointer<Writing>, count tokens: Int, sentences: [Range<Int>],
    infos: UnsafePointer<WordInfo>
  ) {
    reset(tokens)
    for sentence in sentences {
      for index in sentence where writings[index].isCapital { add(index, sentence, words, infos) }
    }
    guard count > 0 else { return }
    for index in 0..<tokens where writings[index].case == .lower {
      let slot = slots.base[find(infos[Int(words[index])].stem)]
      if slot >= 0 { repeated.base[Int(slot)].isLower = true }
    }
    for sentence in sentences { addContexts(of: sentence, words, infos) }
    collect()
  }

  private func reset(_ tokens: Int) {
    (count, hashCount) = (0, 0)
    entries.fill(tokens, with: -1)
    repeated.reserve(tokens)
    // Never more than two thirds full: where every token is another capitalised word, a full table costs more than linear time.
    var size = 64
    while size < tokens + tokens / 2 { size *= 2 }
    slotMask = size - 1
    slots.fill(size, with: -1)
  }

  @inline(__always)
  private func find(_ key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: key >> 24) & slotMask
    while slots.base[place] >= 0, repeated.base[Int(slots.base[place])].key != key { place = (place + 1) & slotMask }
    return place
  }

  private func add(
    _ index: Int, _ sentence: Range<Int>, _ words: UnsafePointer<Int32>, _ infos: UnsafePointer<WordInfo>
  ) {
    let key = infos[Int(words[index])].stem
    let place = find(key)
    if slots.base[place] < 0 {
      slots.base[place] = Int32(truncatingIfNeeded: count)
      (repeated.base + count).initialize(to: Repeated(key: key))
      count += 1
    }
    entries.base[index] = slots.base[place]
    let word = repeated.base + Int(slots.base[place])
    word.pointee.count += 1
    if index > sentence.lowerBound { word.pointee.hasInner = true }
  }

  /// Notes the neighbours of repeated words: an entry, then the hash, in two arrays in step.
  private func addContexts(of sentence: Range<Int>, _ words: UnsafePointer<Int32>, _ infos: UnsafePointer<WordInfo>) {
    for index in sentence {
      let entry = Int(entries.base[index])
      guard entry >= 0, repeated.base[entry].count > 1, repeated.base[entry].features < Self.occurrences * 6 else {
        continue
      }
      let this = infos[Int(words[index])]
      let before = index > sentence.lowerBound ? infos[Int(words[index - 1])] : .edge
      let after = index + 1 < sentence.upperBound ? infos[Int(words[index + 1])] : .edge
      note(FeatureHash.mix(before.lower, 0xC001), entry)
      note(FeatureHash.mix(after.lower, 0xC002), entry)
      note(FeatureHash.mix(UInt64(before.k1000), 0xC003), entry)
      note(FeatureHash.mix(UInt64(after.k1000), 0xC004), entry)
      let pattern = UInt64(before.case.rawValue) << 16 | UInt64(this.case.rawValue) << 8 | UInt64(after.case.rawValue)
      note(FeatureHash.mix(pattern, 0xC005), entry)
      // 'Albin Kurti' once: Kurti is a surname wherever it stands.
      let lists = UInt64(index > sentence.lowerBound && before.isCapital ? before.lists : 0)
      note(FeatureHash.mix(lists, 0xC006), entry)
    }
  }

  private var notes: [(entry: Int32, hash: UInt64)] = []

  private func note(_ hash: UInt64, _ entry: Int) {
    notes.append((Int32(truncatingIfNeeded: entry), hash))
    repeated.base[entry].features += 1
  }

  /// Sorts the notes by word, each feature once.
  private func collect() {
    for index in 0..<count {
      repeated.base[index].start = hashCount
      hashCount += repeated.base[index].features
      repeated.base[index].features = 0
    }
    hashes.fill(hashCount, with: 0)
    for note in notes {
      let word = repeated.base + Int(note.entry)
      let known = UnsafeMutableBufferPointer(start: hashes.base + word.pointee.start, count: word.pointee.features)
      if known.contains(note.hash) { continue }
      hashes.base[word.pointee.start + word.pointee.features] = note.hash
      word.pointee.features += 1
    }
    notes.removeAll(keepingCapacity: true)
  }
}
