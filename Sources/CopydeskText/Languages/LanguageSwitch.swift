/// What a language does differently, by name: code asks for the switch, not for the language.
public enum LanguageSwitch: String, Sendable, CaseIterable {
  /// A comma stands before decimals: `3,5`.
  case decimalComma = "decimal-comma"
  /// Digits with a stop are an ordinal: `am 3. Oktober`, `u 85. godini`.
  case ordinalStops = "ordinal-stops"
  /// Latin words are written in Cyrillic as well: Serbian.
  case cyrillic

  // How names are written.
  /// All nouns have a capital, so that a capital says nothing of a name: German.
  case nounsCapitalised = "nouns-capitalised"
  /// Names of regions take case endings: `Europas`.
  case inflectedRegions = "inflected-regions"
  /// A word that is the name of a state and the adjective of a people is the adjective: `Argentine`.
  case adjectivesAsStates = "adjectives-as-states"
  /// A line too short to tell its language is most often in this one.
  case shortTexts = "short-texts"

  // How speech is reported.
  /// The past tense is the participle too: `Asked about the gate, she …`, `alleged frauds`, `was added` report nothing.
  case pastAsParticiple = "past-as-participle"
  /// The word for *that* before a clause is a relative pronoun too: `reports that track spending`.
  case thatAsRelative = "that-as-relative"
  /// A comma stands between a source and what it says: `According to X, …`, but `Laut X sank der Anteil`.
  case sourceComma = "source-comma"
  /// A comma stands before a clause that depends on a verb: `sagte am Montag, das Tor bleibe zu`.
  case clauseComma = "clause-comma"
  /// The verb stands before its subject after a comment's *as*: `Kako je rekla Dova, …`.
  case commentInverts = "comment-inverts"
  /// Lists and endings tell nearly all finite verbs, so that words without one are no clause.
  case knownVerbs = "known-verbs"
  /// The weights of quotes, speakers and their confidence were learned from its texts (docs/internals/QUOTES-MODEL.md);
  /// elsewhere the choice of the rules stands.
  case learnedQuotes = "learned-quotes"
  /// A pronoun may be glued to its verb by a hyphen: `dit-il`, `a-t-elle ajouté`.
  case gluedPronouns = "glued-pronouns"
  /// A clause that depends on a verb needs its *that*, so that a noun phrase after a verb is an object: `annonce la fermeture`.
  case thatRequired = "that-required"
  /// A time may stand between a verb and its subject after it: `a déclaré mardi la maire`.
  case timeBeforeSpeaker = "time-before-speaker"
  /// *as*, the verb and its subject may follow what is said: `…, según dijo la alcaldesa`.
  case trailingComments = "trailing-comments"
  /// The narrator may speak inside the marks: `« Le pont est sûr, dit-il, et il le restera »`.
  case reportsInsideMarks = "reports-inside-marks"
  /// A verb needs no subject: `«…», dijo.` is said by the speaker before.
  case verbAlone = "verb-alone"
  /// Words in marks are a quote only where a reporting word says so, or where they stand alone: scare quotes are many, and no
  /// weights were learned that know them.
  case reportedOnly = "reported-only"
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
  /// A colon ends a sentence and a stop does not: Armenian, whose `։` most keyboards write as a colon.
  case colonStops = "colon-stops"
  /// A semicolon is a question mark: Greek.
  case semicolonQuestions = "semicolon-questions"
  /// Its abbreviations hold where a language has none of its own: `Mr.` and `No.` stand in texts all over the world.
  case fallbackStops = "fallback-stops"
  /// Suffixes behind an apostrophe are words of their own: `İzmir'in`.
  case apostropheSuffixes = "apostrophe-suffixes"
}
