import CopydeskText

/// What a word or phrase says of the names beside it, or of itself.
struct Cue: OptionSet, Sendable {
  let rawValue: UInt32

  // From names.tsv.
  static let title = Cue(rawValue: 1 << 0)
  static let orgHead = Cue(rawValue: 1 << 1)
  static let company = Cue(rawValue: 1 << 2)
  static let facility = Cue(rawValue: 1 << 3)
  static let event = Cue(rawValue: 1 << 4)
  static let law = Cue(rawValue: 1 << 5)
  static let location = Cue(rawValue: 1 << 6)
  static let region = Cue(rawValue: 1 << 7)
  static let connector = Cue(rawValue: 1 << 8)
  static let particle = Cue(rawValue: 1 << 9)
  static let `in` = Cue(rawValue: 1 << 10)
  static let settlement = Cue(rawValue: 1 << 11)
  static let people = Cue(rawValue: 1 << 12)
  static let force = Cue(rawValue: 1 << 13)
  static let duty = Cue(rawValue: 1 << 14)
  static let speech = Cue(rawValue: 1 << 15)
  static let platform = Cue(rawValue: 1 << 16)
  static let crossing = Cue(rawValue: 1 << 17)
  static let day = Cue(rawValue: 1 << 18)
  static let stop = Cue(rawValue: 1 << 19)

  static let inside = Cue(rawValue: 1 << 28)
  static let leading = Cue(rawValue: 1 << 29)
  static let direction = Cue(rawValue: 1 << 30)

  // From the word lists and from the token itself; of other languages, the words of names.tsv that are towns elsewhere too.
  static let common = Cue(rawValue: 1 << 20)
  static let given = Cue(rawValue: 1 << 21)
  static let family = Cue(rawValue: 1 << 22)
  /// A word with a capital first letter (or inside, as in iPhone).
  static let capital = Cue(rawValue: 1 << 23)
  /// The word occurs in lower case elsewhere in the document.
  static let lowerElsewhere = Cue(rawValue: 1 << 24)
  /// The capital says nothing: first word of a sentence or of a quotation.
  static let opening = Cue(rawValue: 1 << 25)
  /// The capital says little: a headline in title case.
  static let titleCase = Cue(rawValue: 1 << 26)
  /// The capital says nothing: a line in capitals.
  static let shouting = Cue(rawValue: 1 << 27)
  /// A name of the gazetteer begins with the word.
  static let nameStart = Cue(rawValue: 1 << 31)

  /// The heads of names that are made of a head and what stands before it.
  static let heads: Cue = [.orgHead, .company, .facility, .event, .law, .location, .region]

  /// By the keys of `names.tsv`.
  static let byKey: [String: Cue] = [
    "title": .title, "org-head": .orgHead, "company": .company, "facility": .facility, "event": .event, "law": .law,
    "location": .location, "region": .region, "connector": .connector, "particle": .particle, "in": .in,
    "settlement": .settlement, "people": .people, "force": .force, "duty": .duty, "speech": .speech,
    "platform": .platform, "crossing": .crossing, "day": .day, "stop": .stop, "inside": .inside, "leading": .leading,
    "direction": .direction, "common": .common,
  ]
}

/// The cues of a language, with the common ones.
struct CueTable: Sendable {
  private struct Ending: Sendable {
    let bytes: [UInt8]
    let `class`: Cue
  }

  private var names: NameTable
  private var classes: [Cue] = []
  /// The cues of single words, with those of the word lists.
  private(set) var words: WordCues
  /// By the last byte: how words of a class end, in lower case.
  private var endings: [[Ending]] = []
  /// A bit for each key that a title may begin with: every word of a text is asked, and few are.
  private var titleStarts = [UInt64](repeating: 0, count: 64)

  init(_ rows: inout RowReader) {
    names = NameTable(capacity: 4096)
    let rows = rows.rows(Set(Cue.byKey.keys)).map { row in
      (cue: Cue.byKey[row.key] ?? [], value: row.value, words: row.spellings)
    }
    words = .withRoom(for: rows.reduce(0) { $0 + $1.words.count })
    for row in rows {
      for phrase in row.words {
        // Not the words but the ends of words: `Außenminister`, `Innenminister`.
        if row.value == Self.endingValue { addEnding(Array(phrase.utf8), row.cue) } else { add(phrase, row.cue) }
      }
    }
  }

  /// What a row has between its key and its words if these are the ends of capitalised words.
  static let endingValue = "ending"

  private mutating func add(_ phrase: String, _ cue: Cue) {
    let keys = NameTable.keys(of: phrase)
    if cue.contains(.title), let first = keys.first {
      titleStarts[Int(first >> 6 & 63)] |= 1 << (first & 63)
    }
    if keys.count == 1 { words.insert(cue, for: keys[0]) }
    let known = names.entry(keys[...])
    if known >= 0 {
      classes[Int(names.entries[Int(known)].value)].formUnion(cue)
    } else {
      names.add(keys, value: Int32(classes.count))
      classes.append(cue)
    }
  }

  private mutating func addEnding(_ bytes: [UInt8], _ wanted: Cue) {
    guard let last = bytes.last else { return }
    if endings.isEmpty { endings = Array(repeating: [], count: 256) }
    endings[Int(last)].append(Ending(bytes: bytes, class: wanted))
  }

  /// The classes of a capitalised word by its end: German writes `Verkehrsminister` as one word.
  func classes(ofEndOf token: Token, in text: Text) -> Cue {
    guard !endings.isEmpty, let last = text.folded[token.range.indices].last else { return [] }
    let word = text.folded[token.range.indices]
    var classes: Cue = []
    for ending in endings[Int(last)]
    where word.count >= ending.bytes.count + 3 && word.suffix(ending.bytes.count).elementsEqual(ending.bytes) {
      classes.formUnion(ending.class)
    }
    return classes
  }

  /// Whether a title may begin with the word: never wrongly no.
  func mayBeginTitle(_ key: UInt64) -> Bool { titleStarts[Int(key >> 6 & 63)] >> (key & 63) & 1 != 0 }

  /// The number of words of the longest phrase of a class at a place; 0: none.
  func length(of wanted: Cue, _ keys: [UInt64], at index: Int, before end: Int) -> Int {
    let match = names.longestMatch(keys, at: index, before: end) { entry, _ in
      !classes[Int(names.entries[Int(entry)].value)].isDisjoint(with: wanted)
    }
    return match?.count ?? 0
  }
}
