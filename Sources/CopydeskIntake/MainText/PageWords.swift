import CopydeskText

/// The words of pages, of all languages at once: what language a page is in is not known yet when its lines are judged.
///
/// Where a phrase has two values, the first file's counts: what holds everywhere, then the folders by their names.
struct PageWords: Sendable {
  /// By key.
  private let rows: [String: [LanguageWords.Row]]

  /// The rows of an area in all folders of a pack.
  init(_ area: LanguageArea, of pack: LanguagePack = .shared) {
    var rows: [String: [LanguageWords.Row]] = [:]
    for language in [pack.common] + pack.languages {
      for row in language.words(area)?.rows ?? [] { rows[row.key, default: []].append(row) }
    }
    self.rows = rows
  }

  /// What stands around articles.
  static let page = PageWords(.page)
  /// The months and weekdays.
  static let dates = PageWords(.dates)

  /// The rows of a key.
  func rows(_ key: String) -> [LanguageWords.Row] { rows[key] ?? [] }

  /// The phrases of a key, each once.
  func phrases(_ key: String) -> [String] {
    var known: Set<String> = []
    return rows(key).flatMap(\.phrases).filter { known.insert($0).inserted }
  }

  /// By the hash of a phrase of a key, what its row says of it.
  func values<Value>(_ key: String, _ read: (String) -> Value?) -> WordTable<Value> {
    let rows = rows(key).map { (hashes: $0.hashes, value: read($0.value)) }
    var table = WordTable<Value>(capacity: rows.reduce(0) { $0 + $1.hashes.count })
    for (hashes, value) in rows {
      guard let value else { continue }
      for hash in hashes { table.update(hash) { $0 ?? value } }
    }
    return table
  }

  /// The keys of `page.tsv`.
  static let pageKeys: Set = [
    "line", "opening", "inside", "appeal", "label", "note-opening", "note", "about-author", "byline-opener",
    "byline-ender", "joiner", "particle", "post", "agency", "author-class", "author-folder", "updated-stem", "dateline",
    "degree", "author-token", "about-company", "stop-word", "class", "class-state", "class-ending",
  ]
  /// The keys of `dates.tsv`.
  static let dateKeys: Set = ["month", "weekday", "half-day", "month-first", "utc"]
}
