import Synchronization

/// Tables that are made of languages' words: one per folder, each made when the first text of its language comes.
final class TablesByFolder<Table: Sendable>: Sendable {
  private let made = Mutex<[String: Table]>([:])
  private let make: @Sendable (Language) -> Table

  /// Tables that are made so.
  init(_ make: @escaping @Sendable (Language) -> Table) { self.make = make }

  /// The table of a language. Whoever asks first makes it; others wait for it.
  subscript(language: Language) -> Table {
    made.withLock { made in
      if let table = made[language.folder] { return table }
      let table = make(language)
      made[language.folder] = table
      return table
    }
  }
}
