import CopydeskText

/// The countries whose press writes in a language: what a lone word of a text may be a town of.
enum HomeCountries {
  /// The countries of a BCP 47 language, as the numbers of the gazetteer's rows; none of English, in which all the world is
  /// written about, and of languages that `cues.tsv` does not list.
  static func of(_ language: String) -> [UInt16] { table[String(language.prefix { $0 != "-" })] ?? [] }

  private static let table: [String: [UInt16]] = {
    var table: [String: [UInt16]] = [:]
    EmbeddedTable("cues.tsv").forEachLine { fields in
      guard fields.count == 3, fields[1] == "home" else { return }
      table[fields[0]] = fields[2].split(separator: "|").map { PublisherPlace.code(String($0)) }
    }
    return table
  }()
}
