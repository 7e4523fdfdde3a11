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

  init(
    titles: String = "", never: String = "", numbers: String = "", maybe: String = "", last: String = "",
    starters: String,
    ordinalStops: Bool = false, colonStops: Bool = false
  ) {
    func list(_ words: String, _ kind: Kind) -> [(phrase: String, value: Int)] {
      words.listedWords.map { (phrase: $0, value: kind.rawValue) }
    }
    words = PhraseTable(
      list(titles, .never) + list(never, .never) + list(numbers, .beforeNumber) + list(maybe, .beforeStarter)
        + list(last, .beforeCapital))
    self.titles = PhraseTable(words: titles)
    self.starters = PhraseTable(words: starters)
    (self.ordinalStops, self.colonStops) = (ordinalStops, colonStops)
  }

  /// The kind of abbreviation that a word is.
  subscript(word: Token) -> Kind? { words[word].flatMap(Kind.init(rawValue:)) }

  /// The table of a BCP 47 language; English where there is none of its own.
  static func table(for language: String) -> Abbreviations {
    // Each is built when its first text comes.
    switch language.prefix(while: { $0 != "-" }) {
    case "de": german
    case "fr": french
    case "es": spanish
    case "it": italian
    case "pt": portuguese
    case "nl": dutch
    case "ro": romanian
    case "da", "no", "nb", "nn", "sv": scandinavian
    case "sr", "hr", "bs", "sh", "sl", "mk": southSlavic
    case "bg": bulgarian
    case "ru", "uk", "be": russian
    case "kk": kazakh
    case "pl": polish
    case "cs", "sk": czech
    case "hu": hungarian
    case "fi": finnish
    case "el": greek
    case "sq": albanian
    case "tr": turkish
    case "hy": armenian
    default: english
    }
  }
}
