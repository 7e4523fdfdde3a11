import CopydeskText

/// A document as the name finders see it: for each token its look-up key and its cues.
///
/// A class, so that the patterns that all read it share it without a copy.
final class CuedDocument {
  let document: Document
  let tokens: [Token]
  let text: Text
  let cues: CueTable
  // Written by the initialiser alone, read by one thread a quarter of a million times a megabyte: a check of exclusive access
  // for each took a twentieth of the whole run.
  /// The skeleton keys.
  @exclusivity(unchecked) private(set) var keys: [UInt64] = []
  /// What is known of each word.
  @exclusivity(unchecked) private(set) var marks: [Cue] = []
  /// Whether nouns are capitalised too, so that a capital says nothing (German).
  let capitalisesNouns: Bool
  /// The countries of the document's language; none for English.
  let home: [UInt16]
  /// How names of the language are inflected, if they are.
  private let inflection: Inflection?

  let gazetteer = Gazetteer.shared

  init(_ document: Document) {
    self.document = document
    tokens = document.tokens
    text = document.text
    cues = CueTable.table(for: document.language)
    home = HomeCountries.of(document.language)
    capitalisesNouns = document.language.hasPrefix("de")
    inflection = Inflection.table(for: document.language)
    let skeleton = Skeleton.shared
    let words = WordKinds.shared
    keys.reserveCapacity(document.tokens.count)
    marks.reserveCapacity(document.tokens.count)
    var lower = KeySet(capacity: document.tokens.count)
    for token in document.tokens {
      let key = skeleton.key(of: token, in: document.text)
      keys.append(key)
      guard token.kind == .word else {
        marks.append([])
        continue
      }
      var mark = cues.classes(of: key)
      let kinds = words[key]
      if kinds & WordKinds.common != 0 { mark.insert(.common) }
      if kinds & WordKinds.given != 0 { mark.insert(.given) }
      if kinds & WordKinds.family != 0 { mark.insert(.family) }
      if !token.flags.isDisjoint(with: [.capitalised, .innerCapital]) {
        mark.insert(.capital)
        // The end of a word says nothing where the whole is known: the Commerzbank is a name, a Volksbank needs a town.
        let ending = cues.classes(ofEndOf: token, in: document.text)
        if !ending.isEmpty, gazetteer.names.entry(key) < 0 { mark.formUnion(ending) }
      } else {
        lower.insert(key)
      }
      if Self.mayBeginName(mark) { gazetteer.names.prefetchPlace(of: key) }
      marks.append(mark)
    }
    for index in keys.indices where Self.mayBeginName(marks[index]) { gazetteer.names.prefetchSlot(of: keys[index]) }
    if let inflection {
      let phrases = replaceInflectedPhrases(by: InflectedNames(inflection: inflection, gazetteer: gazetteer))
      for index in keys.indices where marks[index].contains(.capital) && gazetteer.names.entry(keys[index]) < 0 {
        // 'Severna' of Severna Makedonija is no Severn.
        if phrases.contains(index) { continue }
        guard marks[index].isDisjoint(with: [.stop, .common, .given]), !lower.contains(keys[index]) else { continue }
        if let base = inflection.baseKey(of: tokens[index], in: text, gazetteer) { keys[index] = base }
      }
    }
    for (index, key) in keys.enumerated() where marks[index].contains(.capital) && lower.contains(key) {
      marks[index].insert(.lowerElsewhere)
    }
    for sentence in document.sentences { markStyle(of: sentence) }
  }

  /// Whether a word is looked up as the first one of a name: not a plain one in lower case.
  private static func mayBeginName(_ mark: Cue) -> Bool {
    mark.contains(.capital) || mark.isDisjoint(with: [.stop, .common])
  }

  /// Gives names of several words in a case the keys of their base forms; the tokens of these names.
  private func replaceInflectedPhrases(by names: InflectedNames) -> Set<Int> {
    var replaced: Set<Int> = []
    var index = 0
    while index + 1 < keys.count {
      guard marks[index].contains(.capital), marks[index].isDisjoint(with: [.stop, .day]),
        marks[index + 1].contains(.capital), !tokens[index + 1].flags.contains(.sentenceStart),
        let base = names.baseKeys(tokens[index...], keys: keys[index...], in: text)
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

  /// Headline case, capitals, and the words that open a sentence or a quotation in it.
  private func markStyle(of sentence: Sentence) {
    var words = 0
    var capitals = 0
    var shouted = 0
    var plain = 0
    var opens = true
    for index in sentence.tokens {
      let token = tokens[index]
      guard token.kind == .word, token.flags.contains(.spaceBefore) || index == sentence.tokens.lowerBound || opens
      else {
        if token.kind == .punctuation { opens = opens || isOpening(index, in: sentence) }
        continue
      }
      if opens { marks[index].insert(.opening) }
      opens = false
      guard token.range.count > 1 else { continue }
      words += 1
      if token.flags.contains(.allCaps), !token.flags.contains(.initialism) { shouted += 1 }
      if marks[index].contains(.capital) {
        capitals += 1
      } else if !marks[index].contains(.stop), !marks[index].contains(.connector) {
        plain += 1
      }
    }
    // 'UN, EU, NATO and OSCE' is no line in capitals: it takes more than short words.
    if words >= 2, shouted * 4 >= words * 3, plain == 0, sentenceHasLongCapitals(sentence) {
      for index in sentence.tokens { marks[index].insert(.shouting) }
    } else if words >= 4, capitals >= 4, plain * 5 <= capitals, !isMark(sentence.tokens.upperBound - 1, ".") {
      for index in sentence.tokens { marks[index].insert(.titleCase) }
    }
  }

  private func sentenceHasLongCapitals(_ sentence: Sentence) -> Bool {
    var long = 0
    for index in sentence.tokens where tokens[index].flags.contains(.allCaps) && tokens[index].range.count > 5 {
      long += 1
    }
    return long >= 2 || (long == 1 && sentence.tokens.count <= 4)
  }

  /// Whether a capital behind this mark may be that of a new sentence: an opening quotation mark, a colon, a bullet.
  private func isOpening(_ index: Int, in sentence: Sentence) -> Bool {
    let token = tokens[index]
    switch text.bytes[Int(token.range.start)] {
    case UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0xE2, UInt8(ascii: "-"):
      return token.flags.contains(.spaceBefore) || text.bytes[Int(token.range.start)] == UInt8(ascii: ":")
    default: return false
    }
  }

  /// A name with the ending that a hyphen joins to it: `UN-a`.
  func withEnding(_ name: Range<Int>) -> Range<Int> {
    let end = name.upperBound
    guard let inflection, end + 1 < tokens.count, isMark(end, "-"), isAttached(end), isAttached(end + 1),
      inflection.isEnding(tokens[end + 1], in: text)
    else { return name }
    return name.lowerBound..<end + 2
  }

  /// Whether the token has all of the cues.
  func has(_ index: Int, _ cue: Cue) -> Bool { marks.indices.contains(index) && marks[index].contains(cue) }
  /// Whether the token has any of the cues.
  func hasAny(_ index: Int, _ cue: Cue) -> Bool { marks.indices.contains(index) && !marks[index].isDisjoint(with: cue) }

  /// Whether the token is this mark of punctuation.
  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    tokens.indices.contains(index) && tokens[index].isMark(mark, in: text)
  }

  /// Whether nothing stands between the token and the one before it.
  func isAttached(_ index: Int) -> Bool {
    tokens.indices.contains(index) && !tokens[index].flags.contains(.spaceBefore)
  }

  /// Whether its capital is evidence of a name: not that of a sentence, a headline or a German noun.
  func isProper(_ index: Int) -> Bool {
    has(index, .capital) && !hasAny(index, [.opening, .titleCase, .shouting, .stop, .day]) && !capitalisesNouns
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

  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & mask }
    return slot
  }
}
