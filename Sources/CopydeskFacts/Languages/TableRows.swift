import CopydeskText

/// The rows of a language's file and of the common one behind it, by keys that a table knows; in both alphabets where the
/// language is written in two.
struct TableRows<Key: RawRepresentable<String> & CaseIterable & Sendable> {
  /// A row whose key is known.
  struct Row {
    let key: Key
    fileprivate let row: LanguageWords.Row
    /// The field between key and words.
    var value: String { row.value }
    /// The words, `_` as written.
    var words: [String] { row.words.listedWords }
  }

  private let files: [LanguageWords]
  private let isCyrillic: Bool
  private let elided: Set<String>

  /// The rows of an area; those of the common folder alone if there is no language.
  init(_ area: LanguageArea, of language: Language?) {
    files = [language?.words(area), CommonFiles.words(area)].compactMap { $0 }
    isCyrillic = language?.has(.cyrillic) ?? false
    elided = language?.elided ?? []
  }

  /// All rows in the order of the files.
  func forEach(_ body: (Row) -> Void) {
    for file in files {
      for row in file.rows {
        if let key = Key(rawValue: row.key) { body(Row(key: key, row: row)) }
      }
    }
  }

  /// The rows of a key.
  func rows(_ key: Key) -> [Row] {
    var rows: [Row] = []
    for file in files {
      for row in file.rows(key.rawValue) { rows.append(Row(key: key, row: row)) }
    }
    return rows
  }

  /// The words of a key as they are written in the file.
  func list(_ key: Key) -> [String] { rows(key).flatMap(\.words) }

  /// A word with spaces for `_`, in Cyrillic too, and as it reads where elisions are cut off: `jusqu'à` as `jusqu à`.
  func spellings(_ word: String) -> [String] {
    let phrase = word.replacing(0x5F, by: 0x20)
    if isCyrillic { return [phrase, CyrillicSpelling.cyrillic(phrase)] }
    guard !elided.isEmpty, phrase.contains(where: { $0 == "'" || $0 == "’" }) else { return [phrase] }
    let words = phrase.split(separator: " ").map { word -> String in
      let parts = word.split(whereSeparator: { $0 == "'" || $0 == "’" })
      return parts.first.map { elided.contains(String($0)) } == true ? parts.joined(separator: " ") : String(word)
    }
    return [phrase, words.joined(separator: " ")]
  }

  /// The phrases of a key, each with the same value, for a table.
  func phrases(_ key: Key, _ value: Int = 0) -> [(phrase: String, value: Int)] {
    var phrases: [(phrase: String, value: Int)] = []
    for file in files {
      for row in file.rows(key.rawValue) {
        for word in row.words.listedWords { append(word, value, to: &phrases) }
      }
    }
    return phrases
  }

  /// Appends the spellings of a word.
  func append(_ word: String, _ value: Int, to phrases: inout [(phrase: String, value: Int)]) {
    phrases += spellings(word).map { ($0, value) }
  }

  /// A table of the words of a key.
  func table(_ key: Key) -> PhraseTable {
    let phrases = phrases(key)
    return phrases.isEmpty ? .none : PhraseTable(phrases)
  }

  /// The endings of a key, to compare with the bytes of words.
  func endings(_ key: Key) -> WordEndings {
    WordEndings(rows(key).flatMap { row in row.words.flatMap(spellings).map { ($0, Int(row.value) ?? 0) } })
  }
}

/// The files of the common folder, read once: every table has their rows.
private enum CommonFiles {
  static func words(_ area: LanguageArea) -> LanguageWords? {
    switch area {
    case .numbers: numbers
    case .quantities: quantities
    case .units: units
    default: LanguagePack.shared.common.words(area)
    }
  }

  private static let numbers = LanguagePack.shared.common.words(.numbers)
  private static let quantities = LanguagePack.shared.common.words(.quantities)
  private static let units = LanguagePack.shared.common.words(.units)
}

extension PhraseTable {
  /// A table without phrases.
  static let none = PhraseTable(words: "")
}

/// Short strings to compare with the end of a word, or with all of it: `th` of `24th`, `ly`.
struct WordEndings: Sendable {
  private let endings: [(bytes: [UInt8], atLeast: Int)]

  /// Endings with the least number of bytes that a word has which ends so.
  init(_ endings: [(ending: String, atLeast: Int)]) {
    self.endings = endings.map { (Array($0.ending.utf8), $0.atLeast) }
  }

  /// Whether the part is one of them.
  func contains(_ range: TextRange, in text: Text) -> Bool {
    endings.contains { $0.bytes.count == range.count && ends(range, $0.bytes, text) }
  }

  /// Whether the part ends in one of them.
  func matchEnd(of range: TextRange, in text: Text) -> Bool {
    endings.contains { range.count >= max($0.atLeast, $0.bytes.count) && ends(range, $0.bytes, text) }
  }

  /// The length of the first of them that the part ends in.
  func length(ofEnd range: TextRange, in text: Text) -> Int? {
    endings.first { range.count >= max($0.atLeast, $0.bytes.count) && ends(range, $0.bytes, text) }?.bytes.count
  }

  /// Whether one of them stands in the part.
  func occur(in range: TextRange, of text: Text) -> Bool {
    endings.contains { ending in
      var start = Int(range.start)
      while start + ending.bytes.count <= Int(range.end) {
        if ends(TextRange(start, start + ending.bytes.count), ending.bytes, text) { return true }
        start += 1
      }
      return false
    }
  }

  private func ends(_ range: TextRange, _ bytes: [UInt8], _ text: Text) -> Bool {
    var place = Int(range.end) - bytes.count
    for byte in bytes {
      if text.folded[place] != byte { return false }
      place += 1
    }
    return true
  }
}
