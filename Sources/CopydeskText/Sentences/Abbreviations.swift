/// What a language's stops mean: its abbreviations, and the words that begin a sentence.
struct Abbreviations: Sendable {
  /// What may follow an abbreviation's stop.
  enum Kind: Int {
    /// A sentence never ends there: `Mr.`, `Sept.`
    case never
    /// One ends there only before a word that begins sentences: `Inc.`, `p.m.`
    case beforeStarter
    /// One ends there before any capital: `etc.`
    case beforeCapital
    /// The stop is an abbreviation's only before a number: `p. 55`, `No. 10`, `Art. 5`.
    case beforeNumber
  }

  private let words: PhraseTable
  /// Words that, capitalised after an abbreviation, open a new sentence.
  let starters: PhraseTable
  /// Titles, which may open one too: `at 6 P.M. Mr. Smith`.
  let titles: PhraseTable
  /// Whether `3.` and `XII.` are ordinals.
  let ordinalStops: Bool
  /// Whether a colon ends a sentence and a stop does not (Armenian).
  let colonStops: Bool
  /// Whether a semicolon ends a question.
  let semicolonQuestions: Bool

  init(_ language: Language?) {
    let file = language?.words(.abbreviations)
    func list(_ key: String, _ kind: Kind) -> [(phrase: String, value: Int)] {
      (file?.list(key) ?? []).map { (phrase: $0, value: kind.rawValue) }
    }
    // A word of two kinds is of the first.
    words = PhraseTable(
      list("title", .never) + list("never", .never) + list("before-number", .beforeNumber)
        + list("before-starter", .beforeStarter) + list("before-capital", .beforeCapital))
    titles = PhraseTable(words: file?.words("title") ?? "")
    starters = PhraseTable(words: file?.words("starter") ?? "")
    ordinalStops = language?.has(.ordinalStops) ?? false
    colonStops = language?.has(.colonStops) ?? false
    semicolonQuestions = language?.has(.semicolonQuestions) ?? false
  }

  /// The keys of a language's rows.
  static let keys: Set = ["title", "never", "before-number", "before-starter", "before-capital", "starter"]

  /// The kind of abbreviation that a word is.
  subscript(word: Token) -> Kind? { words[word].flatMap(Kind.init(rawValue:)) }

  /// The same of a word that an elided one may stand in front of: `l’Ing.`
  func kind(of word: Token, in text: Text) -> Kind? {
    if let kind = self[word] { return kind }
    let bytes = text.folded[word.range.indices]
    guard let sign = bytes.prefix(5).lastIndex(where: { $0 == UInt8(ascii: "'") || $0 == 0x99 }),
      sign + 1 < bytes.endIndex
    else { return nil }
    var rest = FoldedHash()
    for byte in bytes[(sign + 1)...] { rest.add(byte) }
    return self[
      Token(range: TextRange(sign + 1, Int(word.range.end)), key: rest.value, kind: .word, flags: word.flags)]
  }

  /// The table of a BCP 47 language; where it has none, that of the language whose stops hold everywhere else.
  static func table(for tag: String) -> Abbreviations {
    let pack = LanguagePack.shared
    let own = pack.language(for: tag).flatMap { $0.has(.abbreviations) ? $0 : nil }
    guard let language = own ?? pack.fallbackStops else { return none }
    return tables[language]
  }

  private static let tables = TablesByFolder { Abbreviations($0) }
  private static let none = Abbreviations(nil)
}
