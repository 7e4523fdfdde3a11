import CopydeskText
import Synchronization

/// The tables of one kind, by the folder of their language: each is made when the first text comes that needs it.
final class LanguageTables<Table: Sendable>: Sendable {
  private let tables = Mutex<[String: Table]>([:])
  private let make: @Sendable (Language) -> Table

  /// - Parameter make: makes the table of a language.
  init(_ make: @escaping @Sendable (Language) -> Table) { self.make = make }

  /// The table of a language.
  func table(of language: Language) -> Table {
    tables.withLock { tables in
      if let table = tables[language.folder] { return table }
      let table = make(language)
      tables[language.folder] = table
      return table
    }
  }

  /// The table of a BCP 47 language; nil if no folder means it.
  func table(for tag: String) -> Table? { LanguagePack.shared.language(for: tag).map(table(of:)) }
}

extension LanguagePack {
  /// The codes of the languages that have a file of an area: the layer knows them.
  func tags(with area: LanguageArea) -> [String] {
    languages.filter { $0.areas.contains(area) }.flatMap(\.codes)
  }

  /// How much a layer knows that reads these files, by code: a folder that has all of them is known in full.
  func support(by areas: Set<LanguageArea>) -> [String: LanguageSupport] {
    let known = languages.filter { areas.isSubset(of: $0.areas) }
    return Dictionary(known.flatMap { $0.codes.map { ($0, LanguageSupport.full) } }) { first, _ in first }
  }
}
