import CopydeskText

/// Reads the rows of language files by their keys, and remembers the keys: a test finds rows that nothing reads.
struct RowReader {
  private let files: [LanguageWords]
  /// The keys that were asked for.
  private(set) var keys: Set<String> = []

  /// - Parameter files: those that exist, the first one's rows first; one whose rows begin an earlier one, as the included
  ///   one's do, adds nothing.
  init(_ files: LanguageWords?...) {
    var kept: [LanguageWords] = []
    for case let file? in files where !kept.contains(where: { Self.begins($0, with: file) }) { kept.append(file) }
    self.files = kept
  }

  private static func begins(_ file: LanguageWords, with other: LanguageWords) -> Bool {
    file.rows.count >= other.rows.count && zip(file.rows, other.rows).allSatisfy { $0.fields == $1.fields }
  }

  /// The rows of some keys, in the order of the files.
  mutating func rows(_ wanted: Set<String>) -> [LanguageWords.Row] {
    keys.formUnion(wanted)
    return files.flatMap { $0.rows.filter { wanted.contains($0.key) } }
  }

  /// The rows of a key.
  mutating func rows(_ key: String) -> [LanguageWords.Row] {
    keys.insert(key)
    return files.flatMap { $0.rows(key) }
  }

  /// The words and phrases of a key.
  mutating func phrases(_ key: String) -> [String] { rows(key).flatMap(\.spellings) }

  /// The words of a key as a table in which all mean the same.
  mutating func table(_ key: String) -> PhraseTable { PhraseTable(phrases(key).map { (phrase: $0, value: 0) }) }

  /// The words of a key, each with what the value of its row stands for; rows of other values are left out.
  mutating func table(_ key: String, values: [String: Int]) -> PhraseTable {
    PhraseTable(
      rows(key).flatMap { row in
        values[row.value].map { value in row.spellings.map { (phrase: $0, value: value) } } ?? []
      })
  }

  /// The words of a key in bytes: the ends of words.
  mutating func endings(_ key: String) -> [[UInt8]] { phrases(key).map { Array($0.utf8) } }
}

extension LanguageWords.Row {
  /// The words and phrases, those with an apostrophe in both spellings (`didn't`, `didn’t`).
  var spellings: [String] {
    let list = words.listed(by: UInt8(ascii: " "))
    guard words.utf8.contains(where: { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "'") }) else { return list }
    return list.flatMap { word -> [String] in
      let phrase = word.replacing(UInt8(ascii: "_"), by: UInt8(ascii: " "))
      guard phrase.utf8.contains(UInt8(ascii: "'")) else { return [phrase] }
      return [phrase, String(phrase.map { $0 == "'" ? "’" : $0 })]
    }
  }
}
