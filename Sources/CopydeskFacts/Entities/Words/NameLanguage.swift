import CopydeskText

/// What the rules of names know of a language: its `names.tsv`, and the common one, for names travel. Languages/README.md says
/// what the keys mean.
final class NameLanguage: Sendable {
  /// What words and phrases say of the names beside them.
  let cues: CueTable
  /// The small words.
  let words: NameWords
  /// What plain words say of where a text was written.
  let local: LocalCues
  /// The keys that are read.
  let keys: Set<String>

  /// - Parameters:
  ///   - own: the language's file, nil if it has none.
  ///   - common: what holds in every language.
  init(_ own: LanguageWords?, common: LanguageWords?) {
    var rows = RowReader(common, own)
    cues = CueTable(&rows)
    words = NameWords(&rows)
    // A sheriff says nothing in a German text.
    var ownRows = RowReader(own ?? common)
    local = LocalCues(&ownRows)
    keys = rows.keys.union(ownRows.keys)
  }

  /// The tables of a BCP 47 language; the common ones where it has no file.
  static func table(for language: String) -> NameLanguage { tables.table(for: language) ?? common }

  /// Those of no language.
  static let common = NameLanguage(nil, common: LanguagePack.shared.common.words(.names))

  private static let tables = LanguageTables { language -> NameLanguage in
    guard let own = language.words(.names) else { return common }
    return NameLanguage(own, common: LanguagePack.shared.common.words(.names))
  }
}
