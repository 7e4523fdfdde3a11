public import CopydeskText

/// What the gazetteer knows of a name: for people who check, and for other tools.
public enum GazetteerLookup {
  /// A thing that the name may mean.
  public struct Meaning: Sendable {
    /// The canonical name.
    public let name: String
    /// What kind of thing it is.
    public let type: EntityType
    /// `geonames:831053`, `wikidata:Q222031`, or nil.
    public let link: String?
    /// A further id, or the people of a state.
    public let extra: String?
    /// ISO 3166-1 alpha-2, and the state in the United States and Canada.
    public let country: String?
    /// Two letters, in the United States and Canada.
    public let state: String?
    /// Degrees, for places.
    public let point: (latitude: Double, longitude: Double)?
    /// How many people live there; 0: not known.
    public let population: Int
    /// 0…9: how likely the name means it.
    public let rank: Int
    /// The table of `Gazetteer/` that it stands in.
    public let table: String
    /// Whether the name is its first one, not a variant or one of another language.
    public let isMainName: Bool
  }

  /// All things that the name may mean, the likeliest table first; within one, by population. Case, diacritics and script do
  /// not matter.
  public static func meanings(of name: String) -> [Meaning] {
    let gazetteer = Gazetteer.shared
    return rows(of: name).map { row, isMain in
      let known = gazetteer.rows[Int(row)]
      return Meaning(
        name: gazetteer.string(row, .name) ?? name, type: known.type, link: gazetteer.string(row, .id),
        extra: gazetteer.string(row, .extra), country: gazetteer.string(row, .country),
        state: gazetteer.string(row, .state), point: gazetteer.point(row), population: gazetteer.population(row),
        rank: Int(known.rank), table: known.table.fileName, isMainName: isMain)
    }
    .enumerated()
    .sorted {
      (-$0.element.rank, -$0.element.population, $0.offset) < (-$1.element.rank, -$1.element.population, $1.offset)
    }
    .map(\.element)
  }

  /// Whether the names may mean the same thing: they are spellings of one another, or names of one row (Peć and Peja).
  /// - Parameters:
  ///   - first: a name, as it is written.
  ///   - second: another one.
  ///   - keys: remembers words from pair to pair.
  public static func mayMeanTheSame(_ first: String, _ second: String, by keys: NameKeys = NameKeys()) -> Bool {
    if keys.match(first, second) { return true }
    let rows = Set(rows(of: first).map(\.row))
    return self.rows(of: second).contains { rows.contains($0.row) }
  }

  private static func keys(of name: String) -> [UInt64] {
    // Soft hyphens and decomposed letters go, as they do from every text.
    let text = Text(validUTF8: TextCleaner.cleaned(Array(name.utf8)))
    return Tokenizer.tokens(of: text).map { Skeleton.shared.key(of: $0, in: text) }
  }

  private static func rows(of name: String) -> [(row: Int32, isMain: Bool)] {
    let gazetteer = Gazetteer.shared
    let hash = keys(of: name).reduce(NameTable.seed) { NameTable.step($0, $1) }
    var found: [(row: Int32, isMain: Bool)] = []
    for index in [gazetteer.names, gazetteer.minorNames] {
      var next = index.entry(hash: hash)
      while next >= 0 {
        let entry = index.entries[Int(next)]
        if !found.contains(where: { $0.row == entry.value }) { found.append((entry.value, entry.isMain)) }
        next = entry.isLast ? -1 : next + 1
      }
    }
    return found
  }
}
