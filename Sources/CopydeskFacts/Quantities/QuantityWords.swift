import CopydeskText

/// The words round a number: modifiers, change, stops; `quantities.tsv`.
final class QuantityWords: LanguageTable {
  static let area = LanguageArea.quantities
  static let tables = SparseTables<QuantityWords>()

  /// Before a number: `about`, `up to`; values are places in `modifiers`.
  let modifierTable: PhraseTable
  let modifiers: [QuantityModifier] = [.about, .less, .more, .atMost, .atLeast]
  /// Between the two ends of a range: `to` 0, `and` 1 (behind `between`).
  let connectors: PhraseTable
  /// Before the first end: `between` 1, `from` 0.
  let openers: PhraseTable
  /// Where a counted noun phrase ends.
  let stops: PhraseTable
  /// Before a denominator: `per`, `a`.
  let per: PhraseTable
  let each: PhraseTable
  /// Before a denominator of money: `30 euros le mètre carré`.
  let perArticles: PhraseTable
  /// Rates whose denominator stands before them: `saatte 180 kilometre`; places in `ratesBeforeUnits`.
  let ratesBefore: PhraseTable
  let ratesBeforeUnits: [String]
  /// Before a year: `by 2140`.
  let beforeYears: PhraseTable
  let of: PhraseTable
  /// What may stand between `of` and the noun: `the`, `its`.
  let determiners: PhraseTable
  let indefinite: PhraseTable
  /// Behind it the two ends of `X to Y` are two amounts: `fell 1 percent to 20 dollars`.
  let changes: PhraseTable
  let and: PhraseTable
  let or: PhraseTable
  let but: PhraseTable
  /// Behind `or`: places in `modifiers`.
  let behindOr: PhraseTable
  /// Before a part of what was counted: `including 1.5 million in the north`.
  let including: PhraseTable
  /// Behind the ablative of an amount: `100'den fazla`, `5 tondan az`; places in `modifiers`.
  let trailing: PhraseTable
  let ablatives: WordEndings
  /// `over five years` says for how long, `for over two years` how long at least.
  let spans: PhraseTable
  let beforeSpans: PhraseTable
  /// Whether the age stands in brackets behind a name: `Anna Thelen (33)`.
  let bracketsAges: Bool
  /// Whether the word for one is the article as well: `eine Straße`.
  let oneIsArticle: Bool
  /// Whether case endings are glued to digits by an apostrophe: `15'i`.
  let hasCaseEndings: Bool
  /// Whether digits with a stop are an ordinal: `u 85. godini`.
  let ordinalStops: Bool
  /// How the noun of a counted phrase is told from its adjectives.
  let nouns: NounForm
  let counted: CountedWords
  let measures: MeasureWords
  let ages: AgeWords
  /// Whether the language has no words here: what is counted is not known.
  let isSparse: Bool

  /// What marks a noun in a language.
  enum NounForm: Sendable {
    /// The plural's s: English.
    case plural
    /// A capital: German.
    case capital
    /// Nothing: the first word counts.
    case none
  }

  convenience init(_ language: Language) {
    self.init(TableRows(.quantities, of: language), language.switches, of: [], isSparse: false)
  }

  /// Signs, and the preposition between a magnitude and its unit.
  convenience init(sparse language: String, _ magnitudes: Magnitudes) {
    let whole = magnitudes.prepositions.filter { $0.utf8.last != UInt8(ascii: "'") }
    self.init(TableRows(.quantities, of: nil), [], of: whole, isSparse: true)
  }

  private init(
    _ rows: TableRows<QuantityKey>, _ switches: Set<LanguageSwitch>, of prepositions: [String], isSparse: Bool
  ) {
    self.isSparse = isSparse
    (bracketsAges, oneIsArticle) = (switches.contains(.bracketedAges), switches.contains(.oneIsArticle))
    (ordinalStops, hasCaseEndings) = (switches.contains(.ordinalStops), switches.contains(.caseEndings))
    nouns = switches.contains(.countedPlurals) ? .plural : switches.contains(.nounsCapitalised) ? .capital : .none
    let of = rows.phrases(.of) + prepositions.map { ($0, 0) }
    let modifiers: [QuantityKey] = [.about, .less, .more, .atMost, .atLeast]
    modifierTable = PhraseTable(modifiers.enumerated().flatMap { rows.phrases($1, $0) })
    trailing = PhraseTable(rows.phrases(.trailingLess, 1) + rows.phrases(.trailingMore, 2))
    behindOr = PhraseTable(rows.phrases(.orAbout, 0) + rows.phrases(.orLess, 3) + rows.phrases(.orMore, 4))
    connectors = PhraseTable(rows.phrases(.to, 0) + rows.phrases(.and, 1))
    openers = PhraseTable(rows.phrases(.from, 0) + rows.phrases(.between, 1))
    let ends: [QuantityKey] = [.to, .and, .per, .determiner, .stop]
    stops = PhraseTable((ends.flatMap { rows.phrases($0) } + of).filter { !$0.phrase.contains(" ") })
    self.of = PhraseTable(of)
    (per, each, determiners) = (rows.table(.per), rows.table(.each), rows.table(.determiner))
    (perArticles, beforeYears) = (rows.table(.perArticle), rows.table(.beforeYear))
    let before = rows.rows(.rateBefore)
    ratesBeforeUnits = before.map(\.value)
    ratesBefore = PhraseTable(before.enumerated().flatMap { place, row in row.words.map { ($0, place) } })
    (indefinite, changes, including) = (rows.table(.indefinite), rows.table(.change), rows.table(.including))
    (and, or, but) = (rows.table(.and), rows.table(.or), rows.table(.but))
    (spans, beforeSpans, ablatives) = (rows.table(.span), rows.table(.beforeSpan), rows.endings(.ablative))
    (counted, measures, ages) = (CountedWords(rows), MeasureWords(rows), AgeWords(rows))
  }
}

/// Words round counted nouns.
final class CountedWords: Sendable {
  /// Between the number and the noun phrase: `eight more picks`.
  let fillers: PhraseTable
  let strong: PhraseTable
  let by: PhraseTable
  /// Endings of ordinals in digits behind a hyphen: `19-të`.
  let ordinalEndings: PhraseTable
  /// The `nc` of `3'üncü`.
  let ordinalLetters: WordEndings
  /// Behind a number and before no noun: `won five straight`.
  let lone: PhraseTable
  /// What has digits, and counts none: `a six-figure sum`.
  let figures: PhraseTable
  /// Between the numbers of `one-on-one`, `two-by-four`, `two-to-one`.
  let between: PhraseTable
  /// What ends the name of a street behind the number of a house.
  let streets: PhraseTable
  let adjectives: PhraseTable
  let nounsLikeAdjectives: PhraseTable
  let adverbs: WordEndings
  let participles: WordEndings
  let adjectiveEndings: WordEndings
  /// Nouns that end as adverbs do: `family`.
  let noAdverbs: PhraseTable
  /// Plurals that stand before another noun: `police officers`.
  let compounding: PhraseTable
  /// Before `one` as a pronoun: `no one`, `any one of`.
  let beforePronoun: PhraseTable
  let beforeHalf: PhraseTable
  let relative: PhraseTable
  /// `points`, which the other levels of an index share.
  let indexNouns: Set<String>

  init(_ rows: TableRows<QuantityKey>) {
    (fillers, strong, by) = (rows.table(.filler), rows.table(.strong), rows.table(.by))
    (ordinalEndings, ordinalLetters) = (rows.table(.ordinalEnding), rows.endings(.ordinalLetters))
    (lone, between, streets) = (rows.table(.lone), rows.table(.inNotation), rows.table(.street))
    (adjectives, nounsLikeAdjectives) = (rows.table(.adjective), rows.table(.noAdjective))
    (adverbs, participles) = (rows.endings(.adverbEnding), rows.endings(.participleEnding))
    (adjectiveEndings, noAdverbs) = (rows.endings(.adjectiveEnding), rows.table(.noAdverb))
    (compounding, beforePronoun) = (rows.table(.compounding), rows.table(.beforePronoun))
    figures = rows.table(.figure)
    (beforeHalf, relative, indexNouns) = (rows.table(.beforeHalf), rows.table(.relative), Set(rows.list(.indexNoun)))
  }
}

/// Words that tell what a unit means: `pounds` that weigh, `m` that is a metre.
final class MeasureWords: Sendable {
  let pounds: PhraseTable
  let massCues: PhraseTable
  let behindMass: PhraseTable
  let inch: PhraseTable
  /// Behind inches: `2 in thick`.
  let sizes: PhraseTable
  /// Behind metres: `100m race`.
  let behindMetres: PhraseTable
  let cents: PhraseTable
  let second: PhraseTable
  /// What may be counted in the denominator of a price: `25 cents per share`.
  let shares: PhraseTable
  /// Behind a temperature that is then negative.
  let belowZero: PhraseTable

  init(_ rows: TableRows<QuantityKey>) {
    (pounds, massCues, behindMass) = (rows.table(.pounds), rows.table(.massCue), rows.table(.behindMass))
    (inch, sizes, behindMetres) = (rows.table(.inch), rows.table(.size), rows.table(.behindMetres))
    (cents, second, shares) = (rows.table(.cents), rows.table(.second), rows.table(.share))
    belowZero = rows.table(.belowZero)
  }
}

/// Words round the age of a person: `aged 34`, `34 years old`, `she turned 40 in May`.
final class AgeWords: Sendable {
  let table: PhraseTable
  let old: PhraseTable
  let verbs: PhraseTable
  /// Those of them that say nothing of an age by themselves: `is`.
  let being: PhraseTable
  let persons: PhraseTable
  let followers: PhraseTable

  init(_ rows: TableRows<QuantityKey>) {
    (table, old, verbs) = (rows.table(.age), rows.table(.old), rows.table(.ageVerb))
    (being, persons, followers) = (rows.table(.being), rows.table(.person), rows.table(.behindAge))
  }
}
