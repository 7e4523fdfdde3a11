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

  /// By the names that the rows of `reporting.tsv` give them.
  static let byName: [String: ReportingUse] = [
    "clause": .clause, "bare": .bare, "directive": .directive, "addressee": .addressee, "question": .question,
    "characterisation": .characterisation, "quoted": .quoted, "nounlike": .nounlike, "participle": .participle,
    "last": .last, "object": .object, "clause-only": .clauseOnly,
    // What verbs of saying take, and what verbs of asking for something take.
    "saying": [.clause, .bare, .quoted, .characterisation],
    "asking": [.directive, .addressee, .quoted, .characterisation],
  ]

  /// The uses that a row names, spaces between them.
  init(_ names: String) {
    self = names.split(separator: " ").reduce(into: []) { $0.formUnion(Self.byName[String($1)] ?? []) }
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }
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

  /// By the keys of `reporting.tsv`.
  static let byKey: [String: WordClass] = [
    "determiner": .determiner, "preposition": .preposition, "adverb": .adverb, "time": .time,
    "coordinator": .coordinator, "that": .that, "whether": .whether, "whether-opener": .whether, "if-opener": .whether,
    "infinitive": .infinitive, "subordinator": .subordinator, "relative": .relative, "finite": .finite,
    "negation": .negation, "speech-person": .speechPerson, "other-pronoun": .otherPronoun,
  ].merging(pronouns) { $1 }

  /// The pronouns that names stand for.
  static let pronouns: [String: WordClass] = ["he": .he, "she": .she, "it": .it, "they": .they]
}
