import CopydeskText

/// The words of pages, of all languages at once: what language a page is in is not known yet when its lines are judged.
///
/// Where a phrase has two values, the first file's counts: what holds everywhere, then the folders by their names.
struct PageWords: Sendable {
  private let files: [LanguageWords]

  /// The rows of an area in all folders of a pack.
  init(_ area: LanguageArea, of pack: LanguagePack = .shared) {
    files = ([pack.common] + pack.languages).compactMap { $0.words(area) }
  }

  /// What stands around articles.
  static let page = PageWords(.page)
  /// The months and weekdays.
  static let dates = PageWords(.dates)

  /// The rows of a key.
  func rows(_ key: String) -> [LanguageWords.Row] { files.flatMap { $0.rows(key) } }

  /// The phrases of a key, each once.
  func phrases(_ key: String) -> [String] {
    var known: Set<String> = []
    return rows(key).flatMap(\.phrases).filter { known.insert($0).inserted }
  }

  /// The phrases of a key and what their rows say of them.
  func values<Value>(_ key: String, _ read: (String) -> Value?) -> WordTable<Value> {
    var entries: [UInt64: Value] = [:]
    for row in rows(key) {
      guard let value = read(row.value) else { continue }
      for phrase in row.phrases {
        let hash = FoldedHash.of(phrase)
        if entries[hash] == nil { entries[hash] = value }
      }
    }
    return WordTable(entries)
  }

  /// The keys of `page.tsv`.
  static let pageKeys: Set = [
    "line", "opening", "inside", "appeal", "label", "note-opening", "note", "about-author", "byline-opener",
    "byline-ender", "joiner", "particle", "post", "agency", "author-class", "author-folder", "updated-stem", "dateline",
    "stop-word", "class", "class-state", "class-ending",
  ]
  /// The keys of `dates.tsv`.
  static let dateKeys: Set = ["month", "weekday", "month-first", "utc"]
}
