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

  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var repeated: [Repeated] = []
  /// For each token its word among the repeated ones, or −1.
  private let entries = Workspace<Int32>()
  /// The hashes of the features of all repeated words.
  private(set) var features: [UInt64] = []

  /// The number of different capitalised words.
  var count: Int { repeated.count }

  /// The word of a token among the capitalised ones, or −1.
  @inline(__always)
  func entry(of token: Int) -> Int { Int(entries.base[token]) }

  /// The features of a capitalised word; none if it stands there once.
  @inline(__always)
  func features(of entry: Int) -> Range<Int> {
    repeated[entry].start..<repeated[entry].start + repeated[entry].features
  }

  /// A number for how the document writes the word: in lower case too, inside sentences, once or often.
  @inline(__always)
  func kind(of token: Int) -> UInt64 {
    let entry = Int(entries.base[token])
    guard entry >= 0 else { return 0 }
    let word = repeated[entry]
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
    guard !repeated.isEmpty else { return }
    for index in 0..<tokens where writings[index].case == .lower {
      let place = find(infos[Int(words[index])].lower)
      if slots[place] >= 0 { repeated[Int(slots[place])].isLower = true }
    }
    for sentence in sentences { addContexts(of: sentence, words, infos) }
    collect()
  }

  private func reset(_ tokens: Int) {
    repeated.removeAll(keepingCapacity: true)
    features.removeAll(keepingCapacity: true)
    entries.fill(tokens, with: -1)
    var size = 64
    while size < tokens { size *= 2 }
    if size > slots.count || slots.count > 4096 && size * 8 < slots.count {
      slots = Array(repeating: -1, count: size)
    } else {
      for index in slots.indices { slots[index] = -1 }
    }
  }

  @inline(__always)
  private func find(_ key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: key >> 24) & (slots.count - 1)
    while slots[place] >= 0, repeated[Int(slots[place])].key != key { place = (place + 1) & (slots.count - 1) }
    return place
  }

  private func add(
    _ index: Int, _ sentence: Range<Int>, _ words: UnsafePointer<Int32>, _ infos: UnsafePointer<WordInfo>
  ) {
    let key = infos[Int(words[index])].lower
    let place = find(key)
    if slots[place] < 0 {
      slots[place] = Int32(truncatingIfNeeded: repeated.count)
      repeated.append(Repeated(key: key))
    }
    let entry = Int(slots[place])
    entries.base[index] = Int32(truncatingIfNeeded: entry)
    repeated[entry].count += 1
    if index > sentence.lowerBound { repeated[entry].hasInner = true }
  }

  /// Notes the neighbours of repeated words: an entry, then the hash, in two arrays in step.
  private func addContexts(of sentence: Range<Int>, _ words: UnsafePointer<Int32>, _ infos: UnsafePointer<WordInfo>) {
    for index in sentence {
      let entry = Int(entries.base[index])
      guard entry >= 0, repeated[entry].count > 1, repeated[entry].features < Self.occurrences * 6 else { continue }
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
    repeated[entry].features += 1
  }

  /// Sorts the notes by word, each feature once.
  private func collect() {
    var start = 0
    for index in repeated.indices {
      repeated[index].start = start
      start += repeated[index].features
      repeated[index].features = 0
    }
    features.append(contentsOf: repeatElement(0, count: start))
    for note in notes {
      let entry = Int(note.entry)
      let range = features(of: entry)
      if features[range].contains(note.hash) { continue }
      features[range.upperBound] = note.hash
      repeated[entry].features += 1
    }
    notes.removeAll(keepingCapacity: true)
  }
}
