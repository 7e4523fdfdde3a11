import CopydeskText

/// Case endings of names, so that `u Srbiji` and `Prishtinës` find `Srbija` and `Prishtina` in the gazetteer.
///
/// A language is a list of endings; each is tried on the skeleton of a capitalised word that the gazetteer does not know.
struct Inflection: Sendable {
  /// An ending and what stands in its place in the base form.
  struct Ending: Sendable {
    let ending: [UInt8]
    let base: [UInt8]
  }

  private let endings: [Ending]
  /// Endings that are tried in names of several words only: of adjectives (`Novom` is `Novi`), of stems that change
  /// (`Aleksandra` is `Aleksandar`).
  private let phraseEndings: [Ending]
  /// Endings behind a hyphen: `UN-a`, `NATO-s`. They belong to the name as the ending of `Srbije` does.
  private let attached: Set<String>
  /// How words end that are adjectives and no case of a name: `hrvatski` is none of Hrvatska.
  private let adjectives: [[UInt8]]

  /// Whether regions are worth a guess too: `Europas`.
  private let guessesRegions: Bool

  /// The keys that are read.
  let keys: Set<String>

  /// The endings of a language's `endings.tsv`: `ending>base`, longest first, in skeletons: `e>a` for `Srbije`, `a>` for
  /// `Beograda`.
  init(_ words: LanguageWords?, guessesRegions: Bool = false) {
    var reader = RowReader(words)
    (endings, phraseEndings) = (Self.parsed(reader.phrases("ending")), Self.parsed(reader.phrases("phrase-ending")))
    attached = Set(reader.phrases("attached"))
    adjectives = reader.endings("adjective")
    self.guessesRegions = guessesRegions
    keys = reader.keys
  }

  private static func parsed(_ endings: [String]) -> [Ending] {
    endings.map { pair in
      let parts = pair.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
      return Ending(ending: Array(parts[0].utf8), base: parts.count > 1 ? Array(parts[1].utf8) : [])
    }
  }

  /// The endings of a BCP 47 language; nil if its names stay as they are.
  static func table(for language: String) -> Inflection? { tables.table(for: language) ?? nil }

  private static let tables = LanguageTables { language in
    language.words(.endings).map { Inflection($0, guessesRegions: language.has(.inflectedRegions)) }
  }

  /// The key of the base form of an unknown word, if the gazetteer has one that is worth a guess.
  func baseKey(of token: Token, in text: Text, _ gazetteer: Gazetteer) -> UInt64? {
    guard token.range.count >= 5 else { return nil }
    let skeleton = Array(Skeleton.shared.string(of: token.range, in: text).utf8)
    if adjectives.contains(where: { skeleton.suffix($0.count).elementsEqual($0) }) { return nil }
    for ending in endings {
      // Of a short word much must be left, or be put in the place of the ending: Čačku is Čačak.
      let stem = skeleton.count - ending.ending.count
      guard stem >= 4 || stem == 3 && ending.base.count > 1,
        skeleton.suffix(ending.ending.count).elementsEqual(ending.ending)
      else { continue }
      var hash = FoldedHash()
      for byte in skeleton.dropLast(ending.ending.count) { hash.add(byte) }
      for byte in ending.base { hash.add(byte) }
      let entry = gazetteer.names.entry(hash.value)
      if entry >= 0, isWorthAGuess(gazetteer.row(entry), gazetteer.names.entries[Int(entry)].form) { return hash.value }
    }
    return nil
  }

  /// The keys of all forms that a word may be a case of.
  func baseKeys(of token: Token, in text: Text) -> [UInt64] {
    guard token.range.count >= 4 else { return [] }
    let skeleton = Array(Skeleton.shared.string(of: token.range, in: text).utf8)
    return (endings + phraseEndings).compactMap { ending in
      guard skeleton.count >= ending.ending.count + 3, skeleton.suffix(ending.ending.count).elementsEqual(ending.ending)
      else { return nil }
      var hash = FoldedHash()
      for byte in skeleton.dropLast(ending.ending.count) { hash.add(byte) }
      for byte in ending.base { hash.add(byte) }
      return hash.value
    }
  }

  /// Whether a word behind a hyphen is the ending of the name before it.
  func isEnding(_ token: Token, in text: Text) -> Bool {
    token.range.count <= 10 && attached.contains(text[token.range])
  }

  /// Countries and their peoples, larger places, and surnames of the well-known: a village is too easily hit by chance.
  private func isWorthAGuess(_ row: Gazetteer.Row, _ form: NameTable.Form) -> Bool {
    switch row.table {
    case .countries: form == .capitalised
    case .places, .admin: row.rank >= 3 && form == .capitalised
    case .persons: form == .surname
    case .regions: guessesRegions && form == .capitalised
    default: false
    }
  }
}
