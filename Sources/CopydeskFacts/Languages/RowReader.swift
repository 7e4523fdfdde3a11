import CopydeskText

/// Reads the rows of language files by their keys, and remembers the keys: a test finds rows that nothing reads.
struct RowReader {
  private let all: [LanguageWords.Row]
  private var byKey: [String: [LanguageWords.Row]] = [:]
  /// The keys that were asked for.
  private(set) var keys: Set<String> = []

  /// - Parameter files: those that exist, the first one's rows first; what two of them have counts once.
  init(_ files: LanguageWords?...) {
    var rows = files.first??.rows ?? []
    for file in files.dropFirst() {
      let known = Set(rows.map(\.fields))
      rows += file?.rows.filter { !known.contains($0.fields) } ?? []
    }
    all = rows
    for row in rows { byKey[row.key, default: []].append(row) }
  }

  /// The rows of some keys, in the order of the files.
  mutating func rows(_ wanted: Set<String>) -> [LanguageWords.Row] {
    keys.formUnion(wanted)
    return all.filter { wanted.contains($0.key) }
  }

  /// The rows of a key.
  mutating func rows(_ key: String) -> [LanguageWords.Row] {
    keys.insert(key)
    return byKey[key] ?? []
  }

  /// The words and phrases of a key.
  mutating func phrases(_ key: String) -> [String] { rows(key).flatMap(\.phrases) }

  /// The words of a key as a table in which all mean the same.
  mutating func table(_ key: String) -> PhraseTable { PhraseTable(phrases(key).map { (phrase: $0, value: 0) }) }

  /// The words of a key, each with what the value of its row stands for; rows of other values are left out.
  mutating func table(_ key: String, values: [String: Int]) -> PhraseTable {
    PhraseTable(
      rows(key).flatMap { row in
        values[row.value].map { value in row.phrases.map { (phrase: $0, value: value) } } ?? []
      })
  }

  /// The words of a key in bytes: the ends of words.
  mutating func endings(_ key: String) -> [[UInt8]] { phrases(key).map { Array($0.utf8) } }
}

extension LanguageWords.Row {
  /// The words and phrases, those with an apostrophe in both spellings (`didn't`, `didn’t`).
  var phrases: [String] {
    words.listed(by: UInt8(ascii: " ")).flatMap { word -> [String] in
      let phrase = word.replacing(UInt8(ascii: "_"), by: UInt8(ascii: " "))
      guard phrase.utf8.contains(UInt8(ascii: "'")) else { return [phrase] }
      return [phrase, String(phrase.map { $0 == "'" ? "’" : $0 })]
    }
  }
}
