import CopydeskText

/// Reads the words of a document: for each token its look-up key and its cues, for `CuedDocument`.
///
/// Half of the time of a match of the gazetteer is spent here, most of that on waiting for memory. So the words are passed
/// over several times: what a word needs next is asked for in one pass and looked at in the following one.
struct CueReader {
  /// The skeleton keys.
  private(set) var keys: [UInt64]
  /// What is known of each word.
  private(set) var marks: [Cue]
  private let document: Document
  private let tokens: [Token]
  private let cues: CueTable
  private let gazetteer = Gazetteer.shared

  init(_ document: Document, cues: CueTable, inflection: Inflection?) {
    (self.document, self.cues, tokens) = (document, cues, document.tokens)
    keys = Self.keys(of: document, cues.words)
    // The words in lower case.
    var lower = KeySet(capacity: tokens.count)
    marks = Self.marks(of: document, keys, cues, gazetteer.names, &lower)
    if let inflection { undoInflection(inflection, lower) }
    markStarts(lower)
    markStyles()
  }

  private static func keys(of document: Document, _ words: WordCues) -> [UInt64] {
    let skeleton = Skeleton.shared
    let (tokens, text) = (document.tokens, document.text)
    return words.withReader { words in
      [UInt64](unsafeUninitializedCapacity: tokens.count) { buffer, count in
        for index in tokens.indices {
          let key = skeleton.key(of: tokens[index], in: text)
          words.prefetch(key)
          buffer.initializeElement(at: index, to: key)
        }
        count = tokens.count
      }
    }
  }

  private static func marks(
    of document: Document, _ keys: [UInt64], _ cues: CueTable, _ names: NameIndex, _ lower: inout KeySet
  ) -> [Cue] {
    let (tokens, text, capitals) = (document.tokens, document.text, TokenFlags([.capitalised, .innerCapital]))
    return cues.words.withReader { words in
      [Cue](unsafeUninitializedCapacity: tokens.count) { buffer, count in
        for index in tokens.indices {
          var mark: Cue = []
          if tokens[index].kind == .word {
            mark = words[keys[index]]
            if tokens[index].flags.isDisjoint(with: capitals) {
              lower.insert(keys[index])
            } else {
              mark.insert(.capital)
              // The end of a word says nothing where the whole is known: the Commerzbank is a name, a Volksbank needs a town.
              let ending = cues.classes(ofEndOf: tokens[index], in: text)
              if !ending.isEmpty, names.entry(keys[index]) < 0 { mark.formUnion(ending) }
            }
            if mark.mayBeginName != 0 { names.prefetchPlace(of: keys[index]) }
          }
          buffer.initializeElement(at: index, to: mark)
        }
        count = tokens.count
      }
    }
  }

  /// Marks the words that a name of the gazetteer begins with, and those that stand in lower case elsewhere.
  private mutating func markStarts(_ lower: KeySet) {
    let (names, keys, tokens) = (gazetteer.names, keys, tokens)
    marks.withUnsafeMutableBufferPointer { marks in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: marks.count) { starts in
        var count = 0
        for index in marks.indices {
          starts[count] = Int32(truncatingIfNeeded: index)
          // Most words of a text are plain ones in lower case; no name that may begin so begins with one of them.
          count += marks[index].mayBeginName & (tokens[index].kind != .punctuation ? 1 : 0)
        }
        for start in starts[..<count] { names.prefetchSlot(of: keys[Int(start)]) }
        for start in starts[..<count] {
          let index = Int(start)
          if names.begins(with: keys[index]) { marks[index].insert(.nameStart) }
          if marks[index].contains(.capital), lower.contains(keys[index]) { marks[index].insert(.lowerElsewhere) }
        }
      }
    }
  }

  /// Gives names in a case the keys of their base forms.
  private mutating func undoInflection(_ inflection: Inflection, _ lower: KeySet) {
    let phrases = replaceInflectedPhrases(by: InflectedNames(inflection: inflection, gazetteer: gazetteer))
    for index in keys.indices where marks[index].contains(.capital) && gazetteer.names.entry(keys[index]) < 0 {
      // 'Severna' of Severna Makedonija is no Severn.
      if phrases.contains(index) { continue }
      guard marks[index].isDisjoint(with: [.stop, .common, .given]), !lower.contains(keys[index]) else { continue }
      if let base = inflection.baseKey(of: tokens[index], in: document.text, gazetteer) { keys[index] = base }
    }
  }

  /// Gives names of several words in a case the keys of their base forms; the tokens of these names.
  private mutating func replaceInflectedPhrases(by names: InflectedNames) -> Set<Int> {
    var replaced: Set<Int> = []
    var index = 0
    while index + 1 < keys.count {
      guard marks[index].contains(.capital), marks[index].isDisjoint(with: [.stop, .day]),
        marks[index + 1].contains(.capital), !tokens[index + 1].flags.contains(.sentenceStart),
        let base = names.baseKeys(tokens[index...], keys: keys[index...], in: document.text)
      else {
        index += 1
        continue
      }
      for (offset, key) in base.enumerated() {
        keys[index + offset] = key
        replaced.insert(index + offset)
      }
      index += base.count
    }
    return replaced
  }

  // MARK: Style

  private mutating func markStyles() {
    let (tokens, bytes) = (tokens, document.text.bytes)
    marks.withUnsafeMutableBufferPointer { marks in
      for sentence in document.sentences {
        Style(tokens: tokens, bytes: bytes).mark(sentence.tokens, &marks)
      }
    }
  }

  /// Headline case, capitals, and the words that open a sentence or a quotation in it.
  private struct Style {
    let tokens: [Token]
    let bytes: [UInt8]

    func mark(_ sentence: Range<Int>, _ marks: inout UnsafeMutableBufferPointer<Cue>) {
      let (space, allCaps, initialism) = (TokenFlags.spaceBefore, TokenFlags.allCaps, TokenFlags.initialism)
      var (words, capitals, shouted, plain) = (0, 0, 0, 0)
      var opens = true
      for index in sentence {
        let token = tokens[index]
        guard token.kind == .word else {
          if token.kind == .punctuation, isOpening(token) { opens = true }
          continue
        }
        let mark = marks[index]
        if opens { marks[index].insert(.opening) }
        // Sums without a branch: what a word is, the processor cannot foresee.
        let counts =
          count(opens || token.flags.contains(space) || index == sentence.lowerBound)
          & count(token.range.count > 1)
        opens = false
        words += counts
        shouted += counts & count(token.flags.contains(allCaps)) & count(!token.flags.contains(initialism))
        capitals += counts & count(mark.contains(.capital))
        plain += counts & count(mark.isDisjoint(with: [.capital, .stop, .connector]))
      }
      // 'UN, EU, NATO and OSCE' is no line in capitals: it takes more than short words.
      if words >= 2, shouted * 4 >= words * 3, plain == 0, hasLongCapitals(sentence) {
        for index in sentence { marks[index].insert(.shouting) }
      } else if words >= 4, capitals >= 4, plain * 5 <= capitals, !isStop(sentence.upperBound - 1) {
        for index in sentence { marks[index].insert(.titleCase) }
      }
    }

    @inline(__always)
    private func count(_ condition: Bool) -> Int { condition ? 1 : 0 }

    private func isStop(_ index: Int) -> Bool {
      tokens[index].range.count == 1 && bytes[Int(tokens[index].range.start)] == UInt8(ascii: ".")
    }

    private func hasLongCapitals(_ sentence: Range<Int>) -> Bool {
      var long = 0
      for index in sentence where tokens[index].flags.contains(.allCaps) && tokens[index].range.count > 5 {
        long += 1
      }
      return long >= 2 || (long == 1 && sentence.count <= 4)
    }

    /// Whether a capital behind this mark may be that of a new sentence: an opening quotation mark, a colon, a bullet.
    private func isOpening(_ token: Token) -> Bool {
      switch bytes[Int(token.range.start)] {
      case UInt8(ascii: ":"): true
      case UInt8(ascii: "*"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0xE2, UInt8(ascii: "-"):
        token.flags.contains(.spaceBefore)
      default: false
      }
    }
  }
}

extension Cue {
  /// 1 for a capitalised word and for one that is not plain, else 0: without a branch, for the processor cannot foresee it.
  @inline(__always)
  fileprivate var mayBeginName: Int {
    Int(truncatingIfNeeded: (rawValue & Cue.capital.rawValue).leadingZeroBitCount >> 5 ^ 1)
      | Int(truncatingIfNeeded: (rawValue & Cue([.stop, .common]).rawValue).leadingZeroBitCount >> 5)
  }
}

/// A set of keys that are hashes already: a `Set` would hash each of them once more, for every word of a text.
struct KeySet {
  private var slots: [UInt64]

  /// An empty set for so many keys at most.
  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  /// Adds a key; 0 stands for an empty place and is never in it.
  mutating func insert(_ key: UInt64) { slots[slot(of: key)] = key }

  func contains(_ key: UInt64) -> Bool { key != 0 && slots[slot(of: key)] == key }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & mask }
    return slot
  }
}
