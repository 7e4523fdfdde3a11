import CopydeskText
import Synchronization

/// A table that exists once for each language of numbers, quantities and times.
///
/// Classes: a scanner that holds one by value is copied with all of its tables for a question about a single word.
protocol TablePerLanguage: AnyObject, Sendable {
  static var english: Self { get }
  static var german: Self { get }
  static var french: Self { get }
  static var spanish: Self { get }
  static var turkish: Self { get }
  static var albanian: Self { get }
  /// Serbian, Croatian and Bosnian, in both scripts.
  static var serbian: Self { get }

  /// What can be said of a language without a table of its own: digits, signs, and magnitudes where they are known.
  static func sparse(for language: String, _ magnitudes: Magnitudes) -> Self
  /// Those that were made.
  static var sparseTables: SparseTables<Self> { get }
}

/// The languages that have tables of numbers, quantities and times of their own.
enum TableLanguage: CaseIterable {
  case english, german, french, spanish, turkish, albanian, serbian

  /// The tags without script and region.
  var tags: [String] {
    switch self {
    case .english: ["en"]
    case .german: ["de"]
    case .french: ["fr"]
    case .spanish: ["es"]
    case .turkish: ["tr"]
    case .albanian: ["sq"]
    case .serbian: ["sr", "hr", "bs", "sh", "cnr"]
    }
  }

  /// By tag.
  static let byTag = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { language in language.tags.map { ($0, language) } })
}

extension TablePerLanguage {
  /// The table of a BCP 47 language; a sparse one where there is none of its own. Each is built when a text first needs it.
  static func table(for language: String) -> Self {
    let base = LanguageTag.base(of: language)
    return switch TableLanguage.byTag[base] {
    case .german?: german
    case .french?: french
    case .spanish?: spanish
    case .turkish?: turkish
    case .albanian?: albanian
    case .serbian?: serbian
    case .english?: english
    case nil: sparseTables.table(for: base)
    }
  }
}

/// The sparse tables, made when a text first needs them: one for each language whose magnitudes are known, and one more.
final class SparseTables<Table: TablePerLanguage>: Sendable {
  private let tables = Mutex<[String: Table]>([:])

  func table(for language: String) -> Table {
    tables.withLock { tables in
      if let table = tables[language] { return table }
      // Languages that nobody knows are one; inputs may name any number of them.
      let key = Magnitudes.languages.contains(language) ? language : "und"
      if let table = tables[key] { return table }
      let table = Table.sparse(for: key, Magnitudes.of(key) ?? .everywhere)
      tables[key] = table
      return table
    }
  }
}
