/// What the words of a row of `quantities.tsv` do.
enum QuantityKey: String, CaseIterable, Sendable {
  // Before a number.
  case about, less, more
  case atMost = "at-most"
  case atLeast = "at-least"
  // Behind its ablative: `100'den fazla`, `5 tondan az`.
  case trailingLess = "trailing-less"
  case trailingMore = "trailing-more"
  /// How such a word ends: the `den` of `100'den`.
  case ablative
  // Behind `or`: `or more`, `or less`, `or so`.
  case orMore = "or-more"
  case orLess = "or-less"
  case orAbout = "or-about"
  /// More of a time may say for how long: `over five years`; not behind `before-span`: `for over two years`.
  case span
  case beforeSpan = "before-span"

  // Between numbers, and round a range.
  case to, and, between, from, or, but
  /// Before a part of what was counted: `including 1.5 million in the north`.
  case including
  /// Behind it the two ends of `X to Y` are two amounts: `fell 1 percent to 20 dollars`.
  case change

  // Round the noun that is counted.
  /// Where a counted noun phrase ends.
  case stop
  /// Before a denominator: `per`, `a`; `each` makes no rate of two times.
  case per, each
  /// Articles that are one before money: `30 euros le mètre carré`.
  case perArticle = "per-article"
  /// What makes rates of what follows, with its unit: `saatte 180 kilometre`.
  case rateBefore = "rate-before"
  /// Before a year: the `by` of `by 2140`.
  case beforeYear = "before-year"
  /// Behind a hyphen, what a number of digits makes, and counts nothing: `a six-figure sum`.
  case figure
  case of
  /// What may stand between `of` and the noun: `the`, `its`.
  case determiner
  /// The `a` of `a quarter of a mile`, `a dollar and 42 cents`.
  case indefinite
  /// Between the number and the noun phrase: `eight more picks`.
  case filler
  /// Behind a hyphen, of how many something is: `350-strong`.
  case strong
  /// Between two sizes: the `x` of `27 x 20`.
  case by
  /// Endings of ordinals in digits behind a hyphen: `19-të`.
  case ordinalEnding = "ordinal-ending"
  /// What stands in the ending of an ordinal in digits: the `nc` of `3'üncü`.
  case ordinalLetters = "ordinal-letters"
  /// Behind a number and before no noun: `won five straight`.
  case lone
  /// Between the numbers of `one-on-one`, `two-by-four`, `two-to-one`.
  case inNotation = "in-notation"
  /// What ends the name of a street behind the number of a house.
  case street
  case adjective
  case noAdjective = "no-adjective"
  /// How adverbs, participles and adjectives end, with the least length of such a word in bytes.
  case adverbEnding = "adverb-ending"
  case participleEnding = "participle-ending"
  case adjectiveEnding = "adjective-ending"
  /// Nouns that end as adverbs do: `family`.
  case noAdverb = "no-adverb"
  /// Plurals that stand before another noun: `police officers`.
  case compounding
  /// Before `one` as a pronoun: `no one`, `any one of`.
  case beforePronoun = "before-pronoun"
  /// Before `half` as a noun: `the second half`.
  case beforeHalf = "before-half"
  /// Behind a number of people that a noun before it named: `68,400 people … and 95,800 who`.
  case relative
  /// The noun of an index, which its other levels share: `points`.
  case indexNoun = "index-noun"

  // Units.
  /// Names of a unit that weigh in some places and pay in others, and the words that tell: `pounds`.
  case pounds
  case massCue = "mass-cue"
  case behindMass = "behind-mass"
  /// `in`, where it is an inch: before a size (`thick`).
  case inch
  case size
  /// Behind metres, so that `m` is no million: `100m race`.
  case behindMetres = "behind-metres"
  /// The letter of cents: `43c`.
  case cents
  /// `second`, which is an ordinal behind most numbers.
  case second
  /// What is counted in the denominator of a price: `25 cents per share`.
  case share
  /// Behind a temperature: `below zero`.
  case belowZero = "below-zero"

  // Ages.
  /// `aged`.
  case age
  /// Behind years: `old`.
  case old
  /// `she turned 40 in May`: the verb, of which some say nothing of an age, the person, and what follows.
  case ageVerb = "age-verb"
  case being
  case person
  case behindAge = "behind-age"
}
