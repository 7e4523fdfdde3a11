/// What a language does differently, by name: code asks for the switch, not for the language.
public enum LanguageSwitch: String, Sendable, CaseIterable {
  /// A comma stands before decimals: `3,5`.
  case decimalComma = "decimal-comma"
  /// Digits with a stop are an ordinal: `am 3. Oktober`, `u 85. godini`.
  case ordinalStops = "ordinal-stops"
  /// Latin words are written in Cyrillic as well: Serbian.
  case cyrillic

  // Numbers
  /// Tens take a conjunction before what is below them: `treinta y cinco`, `dvadeset i pet`.
  case joinsTens = "joins-tens"
  /// Ten takes what is below it: `on iki`.
  case joinsTen = "joins-ten"
  /// Numbers are written as one word: `zweihundertfünfzig`, `duecentocinquanta`.
  case compoundNumbers = "compound-numbers"
  /// What is below a thousand may follow it in digits: `3 bin 400`.
  case addsDigits = "adds-digits"
  /// An s ends plurals: `soldiers`, `soldados`.
  case pluralS = "plural-s"

  // Quantities
  /// The noun that a number counts is told from its adjectives by its plural: `two armed and masked men`.
  case countedPlurals = "counted-plurals"
  /// Nouns begin with a capital: `zwei bewaffnete Männer`.
  case nounCapitals = "noun-capitals"
  /// The word for one is the article as well: `eine Straße`.
  case oneIsArticle = "one-is-article"
  /// The age stands in brackets behind a name: `Anna Thelen (33)`.
  case bracketedAges = "bracketed-ages"
  /// Case endings are glued to digits by an apostrophe: `15'i`, `2019'da`.
  case caseEndings = "case-endings"

  // Times
  /// The month stands before the day in digits: `9/24/2023`.
  case monthFirst = "month-first"
  /// `last` and `next` stand behind their noun: `la semaine dernière`.
  case shiftBehind = "shift-behind"
  /// The unit is named behind its value: `2021. godine`, `salı günü`.
  case unitBehind = "unit-behind"
  /// The half hour counts to the hour that follows: `halb neun` is half past eight.
  case halfBefore = "half-before"
  /// `h` parts hours from minutes: `18h30`.
  case hourLetter = "hour-letter"
  /// A stop parts hours from minutes behind the word for `at`: `alle 18.30`, `saat 18.30`.
  case dottedClock = "dotted-clock"
}
