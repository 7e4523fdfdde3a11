/// What the words of a row of `numbers.tsv` do.
enum NumberKey: String, CaseIterable, Sendable {
  /// Adds itself; its value stands beside it: `value 7 seven`.
  case value
  /// Multiplies what stands before it: `scale 1000 thousand`.
  case scale
  /// An open amount of a power: `plural 12 dozens`.
  case plural
  /// A part: `fraction 1/3 thirds`.
  case fraction
  /// The name of a part that is an ordinal elsewhere: `third`.
  case ordinalFraction = "ordinal-fraction"
  /// An amount that is not stated (`several`), or about its value (`couple`).
  case vague
  /// `a`, which counts only before a scale, a part or a vague amount.
  case article
  case and
  case of
  /// `in` and `out of`, of `one in five`.
  case outOf = "out-of"
  case minus
  /// Before `or minus`, which then takes no side: `plus`.
  case plus
  /// Before spelled decimals: `point`.
  case point
  /// Before a part without a whole: the `by` of `by a third`.
  case beforePart = "before-part"
  /// Between the parts of `one over twenty`.
  case over
  /// Scale words that are one without an article: `milion evra`, `mil millones`.
  case loneScale = "lone-scale"
  /// How words end that say how many times: `fivefold`.
  case fold
  /// Before an ordinal, a part of all: `every fifth`.
  case every
  /// Scale words that are about: `vingtaine`.
  case rounded
  /// Behind a number, half of one more: `iki buçuk`, `dva i po`.
  case halfMore = "half-more"
  /// Between the parts of a number that is one word: the `und` of `fünfundzwanzig`.
  case compoundAnd = "compound-and"
  /// Words whose number names a thing: `Resolution 1244`, `Article 5`.
  case label
  /// Those whose number never counts what follows it: `type 2 diabetes`.
  case alwaysLabel = "always-label"
  /// Before a number in words: `a category one hurricane`.
  case spelledLabel = "spelled-label"
  /// Plurals that no ending shows, and collective nouns that are counted: `people`, `police`.
  case pluralNoun = "plural-noun"
  /// Words with a final s that are no plurals: `bus`.
  case noPlural = "no-plural"
  /// The possessive: `'s`.
  case possessive
  /// Between a number and its unit of time: `two full years`.
  case beforeTimeUnit = "before-time-unit"
}
