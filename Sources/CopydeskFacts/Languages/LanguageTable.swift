import CopydeskText
import Synchronization

/// A table of one language, made of a file of its folder: of numbers, quantities, units or times.
///
/// Classes: a scanner that holds one by value is copied with all of its tables for a question about a single word.
protocol LanguageTable: AnyObject, Sendable {
  /// The file that it is made of; a language without one has the sparse table.
  static var area: LanguageArea { get }
  /// Those that were made.
  static var tables: SparseTables<Self> { get }

  /// The table of a language that has the file.
  init(_ language: Language)
  /// What can be said of a language without the file: digits, signs, and magnitudes where they are known.
  init(sparse language: String, _ magnitudes: Magnitudes)
}

extension LanguageTable {
  /// The table of a BCP 47 language; a sparse one where its folder has no file. Each is built when a text first needs it.
  static func table(for language: String) -> Self { tables.table(for: LanguageTag.base(of: language)) }
}

/// The tables of one kind where every language has one, made when a text first needs them: one for each folder, one for each language without a folder
/// whose magnitudes are known, and one more for all others.
final class SparseTables<Table: LanguageTable>: Sendable {
  private let tables = Mutex<[String: Table]>([:])

  func table(for code: String) -> Table {
    tables.withLock { tables in
      if let table = tables[code] { return table }
      guard let language = LanguagePack.shared.language(for: code), language.areas.contains(Table.area) else {
        // Languages that nobody knows are one; inputs may name any number of them.
        let key = Magnitudes.languages.contains(code) ? code : "und"
        let table = tables[key] ?? Table(sparse: key, Magnitudes.of(key) ?? .everywhere)
        tables[key] = table
        return table
      }
      let table = tables[language.folder] ?? Table(language)
      tables[language.folder] = table
      tables[code] = table
      return table
    }
  }
}
