import CopydeskText

/// How a reporting word is used.
struct ReportingUse: OptionSet, Sendable {
  let rawValue: UInt16

  /// With a that-clause: *announce that*.
  static let clause = ReportingUse(rawValue: 1)
  /// With a clause without *that*: *say he would*.
  static let bare = ReportingUse(rawValue: 2)
  /// With an infinitive for what is asked: *urge both sides to*.
  static let directive = ReportingUse(rawValue: 4)
  /// With the person spoken to before what is said: *tell reporters*.
  static let addressee = ReportingUse(rawValue: 8)
  /// With *whether*, *if* and question words.
  static let question = ReportingUse(rawValue: 16)
  /// With a noun phrase that may hold quoted words: *call the ruling "a gift"*.
  static let characterisation = ReportingUse(rawValue: 32)
  /// With quoted speech: `"…," he continued`.
  static let quoted = ReportingUse(rawValue: 64)
  /// A form that is a noun as well: *claims*, *reports*.
  static let nounlike = ReportingUse(rawValue: 128)
  /// A participle: *saying*.
  static let participle = ReportingUse(rawValue: 256)
  /// Stands behind what is said: Turkish *dedi*.
  static let last = ReportingUse(rawValue: 512)

  /// Always with the person spoken to: *tell*.
  static let object = ReportingUse(rawValue: 1024)

  /// With nothing but a clause, so that none of its verbs need be known: *say*, but not *confirm the news*.
  static let clauseOnly = ReportingUse(rawValue: 2048)

  /// What verbs of saying take.
  static let saying: ReportingUse = [.clause, .bare, .quoted, .characterisation]
  /// What verbs of asking for something take.
  static let asking: ReportingUse = [.directive, .addressee, .quoted, .characterisation]
}

/// What a word does in a sentence, as far as a closed list knows.
enum WordClass: UInt8, Sendable {
  case other
  case determiner, preposition, adverb, time
  /// *and*, *but*.
  case coordinator
  /// *that* before a clause.
  case that
  /// *whether*, *how*.
  case whether
  /// *to* before an infinitive.
  case infinitive
  /// *because*, *when*: words that open another clause.
  case subordinator
  /// *who*, *which*.
  case relative
  /// A verb that shows that a clause is one: *is*, *will*, *went*.
  case finite
  /// *not*.
  case negation
  case he, she, it, they
  /// *I*, *we*, *you*.
  case speechPerson
  /// *this*, *there*, *nobody*: subjects that no name stands for.
  case otherPronoun

  /// Whether the word is a pronoun that can be a subject.
  var isPronoun: Bool { rawValue >= WordClass.he.rawValue }
}

/// The words by which one language reports speech: a table, no code.
struct ReportingLanguage: Sendable {
  /// The class of a function word, by its raw value.
  let classes: PhraseTable
  /// The index of the uses of a reporting word.
  let verbs: PhraseTable
  /// The uses, by that index.
  let uses: [ReportingUse]
  /// *according to*: 0 before its noun phrase, 1 behind it.
  let sources: PhraseTable
  /// *as* before a report that comments a clause: `As the Post reported, …`.
  let comments: PhraseTable
  /// Nouns of people and bodies that speak, without a name: *minister*, *police*.
  let roles: PhraseTable
  /// Nouns and verbs that end like adverbs: *ally*, *family*.
  let nounsInLy = PhraseTable(
    words:
      "ally family italy july rally reply supply assembly monopoly anomaly bully belly butterfly homily lily jelly fly")
  /// Verbs in the present that are no nouns: 0 as they follow *they*, 1 as they follow *she*.
  let presentVerbs: PhraseTable
  /// Whether the past tense ends in -ed and adverbs in -ly.
  let hasEnglishEndings: Bool
  /// Whether no words of the language are known.
  var isWordless: Bool { uses.isEmpty }

  /// A table from lists of words; commas between phrases.
  init(
    classes: [(WordClass, String)], verbs: [(ReportingUse, String)], sources: String, sourcesBehind: String = "",
    comments: String, roles: String, presentVerbs: String = "", hasEnglishEndings: Bool = false
  ) {
    self.classes = PhraseTable(
      classes.flatMap { entry in
        Self.phrases(entry.1, separator: 0x20).map { (phrase: $0, value: Int(entry.0.rawValue)) }
      })
    uses = verbs.map(\.0)
    self.verbs = PhraseTable(
      verbs.enumerated().flatMap { index, entry in
        Self.phrases(entry.1, separator: UInt8(ascii: ",")).map { (phrase: $0, value: index) }
      })
    self.sources = PhraseTable(
      Self.phrases(sources, separator: UInt8(ascii: ",")).map { (phrase: $0, value: 0) }
        + Self.phrases(sourcesBehind, separator: UInt8(ascii: ",")).map { (phrase: $0, value: 1) })
    self.comments = PhraseTable(words: comments)
    self.roles = PhraseTable(words: roles)
    self.presentVerbs = PhraseTable(
      Self.phrases(presentVerbs, separator: 0x20).flatMap { verb in
        [(phrase: verb, value: 0), (phrase: Self.thirdPerson(verb), value: 1)]
      })
    self.hasEnglishEndings = hasEnglishEndings
  }

  /// `carries`, `passes`, `keeps`.
  private static func thirdPerson(_ verb: String) -> String {
    if verb.hasSuffix("y"), !["ay", "ey", "oy", "uy"].contains(where: verb.hasSuffix) {
      return verb.dropLast() + "ies"
    }
    let takesE = ["s", "sh", "ch", "x", "z", "o"].contains(where: verb.hasSuffix)
    return verb + (takesE ? "es" : "s")
  }

  /// The phrases of a list, those with an apostrophe in both spellings (`didn't`, `didn’t`).
  private static func phrases(_ list: String, separator: UInt8) -> [String] {
    list.listed(by: separator).flatMap { phrase -> [String] in
      guard phrase.utf8.contains(UInt8(ascii: "'")) else { return [phrase] }
      return [phrase, String(phrase.map { $0 == "'" ? "’" : $0 })]
    }
  }

  /// The table of a BCP 47 language; one without words where there is none of its own: English words would find English
  /// verbs in other languages.
  static func table(for language: String) -> ReportingLanguage {
    byTag[LanguageTag.base(of: language)]?() ?? wordless
  }

  /// The tables, each made when its first text comes.
  static let byTag: [String: @Sendable () -> ReportingLanguage] = [
    "en": { english }, "de": { german }, "sq": { albanian }, "tr": { turkish },
    "sr": { slavic }, "hr": { slavic }, "bs": { slavic }, "sh": { slavic }, "cnr": { slavic },
  ]

  /// Of a language that is not known: what stands in marks may be a quote, but who says it is not told.
  private static let wordless = ReportingLanguage(classes: [], verbs: [], sources: "", comments: "", roles: "")
}
