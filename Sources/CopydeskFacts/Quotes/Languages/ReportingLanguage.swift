import CopydeskText

/// The words by which one language reports speech: its `reporting.tsv`. Languages/README.md says what the keys mean.
final class ReportingLanguage: Sendable {
  /// The class of a function word, by its raw value.
  let classes: PhraseTable
  /// The index of the uses of a reporting word.
  let verbs: PhraseTable
  /// The uses, by that index.
  let uses: [ReportingUse]
  /// Verb forms of two words, `a déclaré`: what opens them and what ends them; the second with the index of its uses.
  let compounds: [(openers: PhraseTable, verbs: PhraseTable)]
  /// What may stand between the two: `a *pour sa part* déclaré`.
  let insertions: PhraseTable
  /// Letters that join a verb and its glued pronoun: `a-*t*-il`.
  let pronounLinks: PhraseTable
  /// *according to*: 0 before its noun phrase, 1 behind it.
  let sources: PhraseTable
  /// Whether one of the sources stands behind its noun phrase: `zufolge`.
  let hasSourcesAfter: Bool
  /// *as* before a report that comments a clause: `As the Post reported, …`.
  let comments: PhraseTable
  /// Nouns of people and bodies that speak, without a name: *minister*, *police*.
  let roles: PhraseTable
  /// Those of them that are bodies and no people: 0 *police*, *ministry*; 1 what bodies publish: *survey*.
  let bodies: PhraseTable
  /// Who speaks for a body: the pattern of what they are called (`spokesman of the ministry`).
  let spokespeople: PhraseTable
  private let spokesPatterns: [String]
  /// Verbs in the present that are no nouns: 0 as they follow *they*, 1 as they follow *she*.
  let presentVerbs: PhraseTable
  /// *him*, *her*, *them*: the raw values of *he*, *she* and *they*.
  let objectPronouns: PhraseTable
  /// The nouns that a state's name makes a body's name with (*government*), and the patterns of these names.
  let governments: PhraseTable
  private let governmentPatterns: [String]

  /// How words end that are adverbs, past tenses, participles, plurals and third persons as well as words can tell.
  let adverbEndings, pastEndings, participleEndings, pluralEndings, thirdEndings: [[UInt8]]
  /// Words that end like adverbs and are none: *ally*, *family*.
  let noAdverbs: PhraseTable
  /// How words end that are finite verbs, and words that end so and are none: `-aient`, `-eront`.
  let finiteEndings: [[UInt8]]
  let noFinites: PhraseTable

  /// The finite verbs that may stand between a subject and its reporting verb; empty: all of them.
  let auxiliaries: PhraseTable
  /// Before a participle: *was* noted.
  let passives: PhraseTable
  /// Between a subject and its verb: `they *all* said`.
  let floating: PhraseTable
  /// Before a verb that is a noun as well: `*some* claim`, `she *also* claims`.
  let quantifiers, frequencies: PhraseTable
  /// Right before a verb that then reports nothing: `*s*'ajoute`, `*est* dit`.
  let blockers: PhraseTable
  /// Before a time: `*on* Friday Lee said`.
  let timeLeaders: PhraseTable
  /// *and* between two speakers.
  let joiners: PhraseTable
  /// Prepositions that go with the noun before them whatever it is: *of*.
  let bindings: PhraseTable
  /// Those that go with a common noun and with no name: a guide *from* the club.
  let attachments: PhraseTable
  /// Prepositions that make a number vague: *about* a third.
  let approximators: PhraseTable
  /// *of* in the names of bodies, for comparing them.
  let nameLinkers: Set<String>
  /// *a*, *an*; and the determiners that are no part of what a description is called: *the*, *its*.
  let indefinites, definites: PhraseTable
  /// Articles that stand before the title of a name too: German *der Minister für Verkehr Ivo Kern*.
  let titleArticles: PhraseTable
  /// Before a noun phrase and its participle: *with* one in five saying.
  let absolutes: PhraseTable
  /// Before an infinitive that then is no wish: has *begun* to argue, *forced* the operator to admit.
  let phases, forcers: PhraseTable
  /// Before the body from which something is said by nobody: Serbian *Iz* ministarstva su saopštili.
  let origins: PhraseTable
  /// Before the one who speaks behind a passive: told *by* doctors.
  let agents: PhraseTable
  /// The last words of names that take an article: `the Czech *Republic*`; and the articles.
  let articledNames: [String: Int]
  private let nameArticles: [String]
  /// Conjunctions with which the narrator goes on, and those that set one report against another.
  let turns, contrasts: PhraseTable
  /// Behind a quotation and a comma, still part of what is said: *including*.
  let inclusions: PhraseTable
  /// *whether*: opens what is said and is no part of it; the second only behind verbs of asking: *if*.
  let openers, questionOpeners: PhraseTable
  /// Words that give a thing its name (*titled*), and the second half of `so-called`.
  let namings, namingTails: PhraseTable
  /// *I*, *we*, *my* and their like, inside quotations.
  let firstPersons: PhraseTable
  /// What people publish: *statement*.
  let documents: PhraseTable
  /// How people publish it: *issued* a statement.
  let publishers: PhraseTable
  /// Things that one reads off, but that say nothing: `according to *plan*`.
  let instruments: PhraseTable
  /// Labels that stand before a colon and say nothing: *photo*.
  let labels: PhraseTable
  /// Words that an apostrophe opens: `'*em*`.
  let elisions: PhraseTable

  private let switches: Set<LanguageSwitch>
  /// The keys that are read.
  let keys: Set<String>

  /// Whether no words of the language are known.
  var isWordless: Bool { uses.isEmpty }

  /// Whether the language has a switch.
  func has(_ aSwitch: LanguageSwitch) -> Bool { switches.contains(aSwitch) }

  /// What a body is called whose noun is at an index of `governments`: `Government of Kosovo`.
  func bodyName(_ index: Int, of state: String) -> String {
    governmentPatterns[index].split(separator: "…", omittingEmptySubsequences: false).joined(
      separator: withArticle(state))
  }

  /// What somebody is called who speaks for a body, by an index of `spokespeople`: `spokesman of the ministry`.
  func spokesName(_ index: Int, _ noun: String, of body: String) -> String {
    zip(spokesPatterns[index].split(separator: "…", omittingEmptySubsequences: false), [noun, body, ""])
      .map { $0 + $1 }.joined()
  }

  /// A name with the article that it has inside a sentence: `the Czech Republic`, `the Netherlands`.
  func withArticle(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard let last = words.last, let article = articledNames[String(last).lowercased()].map({ nameArticles[$0] }) else {
      return name
    }
    let rest = words.count > 1 && words[0].lowercased() == article ? words.dropFirst() : words[...]
    return ([Substring(article)] + rest).joined(separator: " ")
  }

  /// Whether a determiner is no part of what a description is called: *the*, *its*, *a*.
  func isArticle(_ token: Token) -> Bool { definites.contains(token) || indefinites.contains(token) }

  /// Whether a noun is a person's and no body's: *minister*.
  func isPerson(_ token: Token) -> Bool { roles.contains(token) && !bodies.contains(token) }

  /// The table of a file; nil: of a language without words.
  init(_ words: LanguageWords?, switches: Set<LanguageSwitch> = []) {
    var reader = RowReader(words)
    classes = Self.classes(&reader)
    var uses: [ReportingUse] = []
    verbs = Self.verbs("verb", &reader, &uses)
    var compounds: [(openers: PhraseTable, verbs: PhraseTable)] = []
    for (opener, verb) in Self.compoundKeys {
      let (openers, verbs) = (reader.table(opener), Self.verbs(verb, &reader, &uses))
      // Every word of a text is asked: a language without such forms has no tables.
      if openers.count > 0 { compounds.append((openers, verbs)) }
    }
    self.compounds = compounds
    self.uses = uses
    (insertions, pronounLinks) = (reader.table("insertion"), reader.table("pronoun-link"))
    let (before, after) = (reader.phrases("source"), reader.phrases("source-after"))
    sources = PhraseTable(
      before.map { (phrase: $0, value: 0) } + after.map { (phrase: $0, value: 1) })
    hasSourcesAfter = !after.isEmpty
    presentVerbs = PhraseTable(
      reader.phrases("present").map { (phrase: $0, value: 0) }
        + reader.phrases("present-third").map { (phrase: $0, value: 1) })
    objectPronouns = reader.table(
      "object-pronoun", values: WordClass.pronouns.mapValues { Int($0.rawValue) })
    let governments = reader.rows("government")
    governmentPatterns = governments.map { $0.value.replacing(UInt8(ascii: "_"), by: UInt8(ascii: " ")) }
    self.governments = PhraseTable(
      governments.enumerated().flatMap { index, row in row.spellings.map { (phrase: $0, value: index) } })
    let spokes = reader.rows("spokesperson")
    spokesPatterns = spokes.map { $0.value.replacing(UInt8(ascii: "_"), by: UInt8(ascii: " ")) }
    spokespeople = PhraseTable(
      spokes.enumerated().flatMap { index, row in row.spellings.map { (phrase: $0, value: index) } })
    let articled = reader.rows("name-article")
    nameArticles = articled.map(\.value)
    articledNames = Dictionary(
      articled.enumerated().flatMap { index, row in row.spellings.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    adverbEndings = reader.endings("adverb-ending")
    pastEndings = reader.endings("past-ending")
    participleEndings = reader.endings("participle-ending")
    pluralEndings = reader.endings("plural-ending")
    thirdEndings = reader.endings("third-ending")
    noAdverbs = reader.table("no-adverb")
    (finiteEndings, noFinites) = (reader.endings("finite-ending"), reader.table("no-finite"))
    nameLinkers = Set(reader.phrases("name-linker"))
    comments = reader.table("comment")
    let bodies =
      reader.phrases("body").map { (phrase: $0, value: 0) } + reader.phrases("paper").map { (phrase: $0, value: 1) }
    roles = PhraseTable(reader.phrases("role").map { (phrase: $0, value: 0) } + bodies)
    self.bodies = PhraseTable(bodies)
    (phases, forcers) = (reader.table("phase"), reader.table("forcer"))
    origins = reader.table("origin")
    (attachments, approximators) = (reader.table("attachment"), reader.table("approximator"))
    publishers = reader.table("publisher")
    (definites, titleArticles) = (reader.table("definite"), reader.table("title-article"))
    (absolutes, agents) = (reader.table("absolute"), reader.table("agent"))
    (auxiliaries, passives) = (reader.table("auxiliary"), reader.table("passive"))
    (floating, quantifiers) = (reader.table("floating"), reader.table("quantifier"))
    (frequencies, timeLeaders) = (reader.table("frequency"), reader.table("time-leader"))
    (joiners, bindings) = (reader.table("joiner"), reader.table("binding"))
    (indefinites, inclusions) = (reader.table("indefinite"), reader.table("inclusion"))
    (turns, contrasts) = (reader.table("turn"), reader.table("contrast"))
    (openers, questionOpeners) = (reader.table("whether-opener"), reader.table("if-opener"))
    (namings, namingTails) = (reader.table("naming"), reader.table("naming-tail"))
    (firstPersons, documents) = (reader.table("first-person"), reader.table("document"))
    (instruments, labels) = (reader.table("instrument"), reader.table("label"))
    (elisions, blockers) = (reader.table("elision"), reader.table("blocker"))
    self.switches = switches
    keys = reader.keys
  }

  /// The keys of what opens forms of two words and of what ends them: `a déclaré`, `s'est exclamé`.
  private static let compoundKeys = [("compound-opener", "compound"), ("reflexive-opener", "reflexive")]

  /// The words of rows whose values are uses, each with the index of its uses.
  private static func verbs(_ key: String, _ reader: inout RowReader, _ uses: inout [ReportingUse]) -> PhraseTable {
    let rows = reader.rows(key)
    let first = uses.count
    uses += rows.map { ReportingUse($0.value) }
    return PhraseTable(
      rows.enumerated().flatMap { index, row in row.spellings.map { (phrase: $0, value: first + index) } })
  }

  private static func classes(_ reader: inout RowReader) -> PhraseTable {
    PhraseTable(
      reader.rows(Set(WordClass.byKey.keys)).flatMap { row in
        row.spellings.map { (phrase: $0, value: Int(WordClass.byKey[row.key]?.rawValue ?? 0)) }
      })
  }

  /// The table of a BCP 47 language; one without words where it has no file: the words of another language would find
  /// verbs that are none.
  static func table(for language: String) -> ReportingLanguage { tables.table(for: language) ?? wordless }

  private static let tables = LanguageTables {
    ReportingLanguage($0.words(.reporting), switches: $0.switches)
  }

  /// Of a language that is not known: what stands in marks may be a quote, but who says it is not told.
  private static let wordless = ReportingLanguage(nil)
}
