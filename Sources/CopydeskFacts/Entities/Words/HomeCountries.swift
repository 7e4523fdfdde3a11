import CopydeskText

/// The countries whose press writes in a language: what a lone word of a text may be a town of.
enum HomeCountries {
  /// The countries of a BCP 47 language, as the numbers of the gazetteer's rows; none of English, in which all the world is
  /// written about, and of languages whose `language.tsv` names none.
  static func of(_ language: String) -> [UInt16] { table[LanguageTag.base(of: language)] ?? [] }

  /// By code: `home` rows hold for all codes of a language, or for the one that stands before the countries.
  private static let table: [String: [UInt16]] = {
    var table: [String: [UInt16]] = [:]
    for language in LanguagePack.shared.languages {
      let rows = language.words(.language)?.rows("home") ?? []
      for code in language.codes {
        guard let row = rows.first(where: { $0.value == code }) ?? rows.first(where: \.value.isEmpty) else { continue }
        table[code] = row.spellings.map(PublisherPlace.code)
      }
    }
    return table
  }()
}
