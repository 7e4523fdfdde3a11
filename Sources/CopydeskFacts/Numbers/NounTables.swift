import CopydeskText

/// Words whose number names a thing: `Resolution 1244`, `Article 5`, `Flight 1549`.
enum TimeLabels {
  static let table = PhraseTable(
    words: """
      article articles section sections chapter page pages resolution resolutions no nos number numbers flight route
      highway room row gate channel version level phase game episode season group paragraph volume verse type model
      windows boeing airbus iphone galaxy apollo area district division unit building apartment apt lot box bus line
      track grade act schedule annex appendix title rule figure table chart item step lane unit exit interstate
      year pier platform bay block ward precinct regiment battalion brigade squadron top
      """)
  /// Those whose number never counts what follows it: `type 2 diabetes`.
  static let alwaysLabels = PhraseTable(words: "type category phase version tier")
  /// Behind a weekday that is none: `Sunday school`.
  static let behindWeekdays = PhraseTable(words: "school schools best")
  /// Before `one day`, which is then some day: `hopes to one day return`.
  static let beforeSomeDay = PhraseTable(words: "to will would could may might can should and")
  /// Before a month and a day in digits: `on 11/20`.
  static let beforeDays = PhraseTable(words: "on until till this am le el")
  /// Between `this` and a year or week: `this calendar year`.
  static let kindsOfYear = PhraseTable(words: "calendar working academic school business tax")
  /// Before `the day`, `the entire year` as a date.
  static let forUnits = PhraseTable(words: "for end ended ending close closed finish finished during")
  static let whole = PhraseTable(words: "entire whole full")
  /// Before `the day` where something else follows it: `ended the day at 7,114`.
  static let ends = PhraseTable(words: "end ended ending close closed finish finished")
  /// Behind `the year`, at the end of a phrase.
  static let before = PhraseTable(words: "before previous")
  /// Before `the years`.
  static let over = PhraseTable(words: "over through throughout")
  /// Of `by that time` and `in two weeks' time`.
  static let time = PhraseTable(words: "time")
  static let beforeThatTime = PhraseTable(words: "by at until till since before after")
  /// Behind `year-earlier`.
  static let periods = PhraseTable(words: "period month week half")
  /// Behind the day or week that ends: `ended the day with a loss`, `closed the week higher`.
  static let behindEnds = PhraseTable(
    words: "with up down higher lower flat unchanged little nearly almost about just well off as ahead")
  /// Behind a figure that is no year: `the Russell 2000 Index`.
  static let behindFigures = PhraseTable(words: "index")
  /// Between a day and its year: `28 June in 2020`.
  static let inYear = PhraseTable(words: "in")
}

extension TimeLabels {
  /// Before a number in words: `a category one hurricane`, `phase two`.
  static let spelled = PhraseTable(
    words: """
      category phase type level chapter number part round class stage tier grade version unit division group plan season
      episode volume act scene day week
      """)
}

/// Whether a word is a noun in the plural, as far as its form tells.
enum PluralNouns {
  /// Plurals without an s, and collective nouns that are counted.
  static let irregular = PhraseTable(
    words: """
      people men women children police troops dead wounded injured cattle sheep fish aircraft personnel staff infantry
      cavalry feet teeth mice geese oxen lice fishermen policemen policewomen firemen gunmen businessmen congressmen
      spokesmen servicemen servicewomen fishermen lawmen clergymen militiamen airmen seamen horsemen workmen craftsmen
      salesmen grandchildren schoolchildren media data criteria phenomena alumni bacteria crises analyses bases
      gendarmerie clergy militia homeless unemployed missing elderly youth yen
      """)

  /// Words with a final s that are no plurals.
  static let singular = PhraseTable(
    words: """
      is was has does this its his us as thus plus less unless across besides towards perhaps always sometimes gas bus
      news series always yes versus afterwards nowadays upwards downwards overseas basis crisis analysis emphasis
      christmas boss class glass mass pass loss cross press process success access business address congress progress stress
      campus virus status census focus bonus minus says makes takes gives goes comes gets becomes remains includes
      means needs wants shows seems leaves lives runs holds looks works plays uses keeps lets begins starts ends
      proves asks indicates suggests reflects falls stays adds belongs contains costs covers equals follows requires represents reaches brings calls
      """)

  /// Whether the word looks like a noun in the plural.
  static func isPlural(_ token: Token, in text: Text) -> Bool {
    guard token.kind == .word, !token.flags.contains(.initialism) else { return false }
    if irregular.contains(token) { return true }
    let end = Int(token.range.end)
    guard token.range.count > 3, text.folded[end - 1] == UInt8(ascii: "s") else { return false }
    let before = text.folded[end - 2]
    // 'glass', 'virus', 'basis' are no plurals.
    guard before != UInt8(ascii: "s"), before != UInt8(ascii: "'") else { return false }
    if before == UInt8(ascii: "u") || before == UInt8(ascii: "i") {
      return token.range.count > 4 && before == UInt8(ascii: "i") && !singular.contains(token)
    }
    return !singular.contains(token)
  }
}
