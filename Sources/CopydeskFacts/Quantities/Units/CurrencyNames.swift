import CopydeskText

/// What languages without a table of their own call currencies: `Gazetteer/currency-names.tsv`.
enum CurrencyNames {
  /// The currencies of a language with their names; prepositions that elide stand before them as well (`d'euro`).
  static func names(for language: String, _ prepositions: [String]) -> [(symbol: String, names: [String])] {
    let elided = prepositions.filter { $0.utf8.last == UInt8(ascii: "'") }
    return (byLanguage[language] ?? []).compactMap { cell in
      let parts = cell.listed(by: UInt8(ascii: ":"))
      guard parts.count == 2 else { return nil }
      return (parts[0], parts[1].listedWords.flatMap { name in [name] + elided.map { $0 + name } })
    }
  }

  private static let byLanguage: [String: [String]] = {
    var table: [String: [String]] = [:]
    EmbeddedTable("currency-names.tsv").forEachLine { table[$0[0]] = Array($0.dropFirst()) }
    return table
  }()
}
