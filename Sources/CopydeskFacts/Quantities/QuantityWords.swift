import CopydeskText

/// The words round a number: modifiers, change, stops. One set for each language.
final class QuantityWords: TablePerLanguage {
  /// Before a number: `about`, `up to`; values are places in `modifiers`.
  let modifierTable: PhraseTable
  let modifiers: [QuantityModifier]
  /// Between the two ends of a range: `to` 0, `and` 1 (behind `between`).
  let connectors: PhraseTable
  /// Before the first end: `between` 1, `from` 0.
  let openers: PhraseTable
  /// Where a counted noun phrase ends.
  let stops: PhraseTable
  /// Before a denominator: `per`, `a`.
  let per: PhraseTable
  let of: PhraseTable
  /// What may stand between `of` and the noun: `the`, `its`.
  let determiners: PhraseTable
  /// Behind it the two ends of `X to Y` are two amounts: `fell 1 percent to 20 dollars`.
  let changes: PhraseTable
  /// `aged`.
  let ages: PhraseTable
  let and: PhraseTable
  let or: PhraseTable
  /// Before a part of what was counted: `including 1.5 million in the north`.
  let including: PhraseTable
  /// Whether the age stands in brackets behind a name: `Anna Thelen (33)`.
  let bracketsAges: Bool
  /// Whether the word for one is the article as well: `eine Straße`.
  let oneIsArticle: Bool
  /// Behind the ablative of an amount: `100'den fazla`, `5 tondan az`; places in `modifiers`.
  let trailing: PhraseTable
  /// Whether case endings are glued to digits by an apostrophe: `15'i`.
  let hasCaseEndings: Bool
  /// Whether digits with a stop are an ordinal: `u 85. godini`.
  let ordinalStops: Bool
  /// How the noun of a counted phrase is told from its adjectives.
  let nouns: NounForm
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

  init(
    about: String, less: String, more: String, atMost: String, atLeast: String, connectors: String, and: String,
    between: String, from: String, stops: String, per: String, of: String, determiners: String, changes: String,
    ages: String, or: String = "", including: String = "", trailingLess: String = "", trailingMore: String = "",
    bracketsAges: Bool = false, ordinalStops: Bool = false,
    oneIsArticle: Bool = false, nouns: NounForm = .none, cyrillic: Bool = false, isSparse: Bool = false
  ) {
    self.isSparse = isSparse
    (self.nouns, self.bracketsAges, self.oneIsArticle) = (nouns, bracketsAges, oneIsArticle)
    self.ordinalStops = ordinalStops
    func phrases(_ words: String, _ value: Int) -> [(phrase: String, value: Int)] {
      QuantityWords.phrases(cyrillic ? words + " " + SerbianScript.cyrillic(words) : words, value)
    }
    var modifierPhrases: [(phrase: String, value: Int)] = []
    var modifiers: [QuantityModifier] = []
    let groups: [(String, QuantityModifier)] = [
      (about, .about), (less, .less), (more, .more), (atMost, .atMost), (atLeast, .atLeast),
    ]
    for (words, modifier) in groups {
      modifierPhrases += phrases(words, modifiers.count)
      modifiers.append(modifier)
    }
    modifierTable = PhraseTable(modifierPhrases)
    self.modifiers = modifiers
    trailing = PhraseTable(Self.phrases(trailingLess, 1) + Self.phrases(trailingMore, 2))
    hasCaseEndings = !trailingMore.isEmpty
    self.connectors = PhraseTable(phrases(connectors, 0) + phrases(and, 1))
    openers = PhraseTable(phrases(from, 0) + phrases(between, 1))
    let common = [connectors, and, of, per, determiners, stops].joined(separator: " ")
    self.stops = PhraseTable(phrases(common, 0).filter { !$0.phrase.contains(" ") })
    self.per = PhraseTable(phrases(per, 0))
    self.of = PhraseTable(phrases(of, 0))
    self.determiners = PhraseTable(phrases(determiners, 0))
    self.changes = PhraseTable(phrases(changes, 0))
    self.ages = PhraseTable(phrases(ages, 0))
    self.and = PhraseTable(phrases(and, 0))
    self.or = PhraseTable(phrases(or, 0))
    self.including = PhraseTable(phrases(including, 0))
  }

  private static func phrases(_ words: String, _ value: Int) -> [(phrase: String, value: Int)] {
    words.listedWords.map { (phrase: $0.replacing(0x5F, by: 0x20), value: value) }
  }

  static let english = QuantityWords(
    about: """
      about around some roughly nearly almost approximately approx approx. an_estimated estimated circa ca ca. close_to
      in_the_region_of barely somewhere_around averaged averaging an_average_of_about just_about virtually ~ ≈
      """,
    less: """
      less_than fewer_than under_the_age_of below_the_age_of under below closer_than lower_than smaller_than short_of just_under well_under just_below
      nearer_than shorter_than younger_than < sub-
      """,
    more: """
      more_than over_the_age_of above_the_age_of over above exceeding in_excess_of greater_than upwards_of upward_of exceed exceeds exceeded beyond
      longer_than larger_than higher_than bigger_than well_over just_over older_than farther_than further_than
      surpassing topping well_above just_above >
      """,
    atMost: """
      up_to at_most no_more_than not_more_than a_maximum_of maximum_of as_many_as as_much_as at_the_most no_greater_than
      no_higher_than no_longer_than a_maximum less_than_or_equal_to less_or_equal_than lower_or_equal_than ≤ <=
      """,
    atLeast: """
      at_least no_fewer_than no_less_than not_less_than a_minimum_of minimum_of at_the_very_least not_fewer_than greater_than_or_equal_to higher_or_equal_than greater_or_equal_than more_or_equal_than ≥ >=
      """,
    connectors: "to till through", and: "and", between: "between", from: "from",
    stops: """
      in on at by for from with without into onto upon over under above below about around near between among across
      through during before after since until till against within outside inside behind beside beyond along towards
      toward despite via as than like per off out up down away back ago apart later earlier
      or but nor yet so if when while where why how because although though unless whether that which who whom whose what
      he she it they we i you him her them us me who's it's there here then now today tomorrow yesterday tonight
      is are was were be been being am isn't aren't wasn't weren't has have had having do does did done will would shall
      should can could may might must cannot can't won't don't didn't doesn't 's 've 're 'll 'd
      said says say told tells announced according going being reported came come went go gone took take made make got get gave give
      left won lost met held fell rose killed died live lived lives work worked attended took fled crossed arrived joined
      remain remained want wanted need needed began begin start started end ended became become saw see seen found find
      know knew think thought show showed shows keep kept let put run ran set stood stand sat fought paid pay sold bought
      sent built led brought voted agreed refused signed gathered protested marched rallied turned grew last next
      not also already still just only even very too more most less least ever never often always again once soon
      immediately separately respectively each both all any every no none same such
      """,
    per: "per a an each every", of: "of",
    determiners: "the a an this that these those his her its their our your my",
    changes: """
      rose fell rise fall rises falls rising falling climbed climb climbs jumped jump dropped drop drops gained gain gains
      added slipped lost increased decreased grew grow declined surged soared plunged tumbled edged up down by cut
      raised advanced slid sank shed
      """,
    ages: "aged age ages", or: "or", including: "including", nouns: .plural)
}
