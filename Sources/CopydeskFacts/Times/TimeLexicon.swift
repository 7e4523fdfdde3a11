import CopydeskText

/// A unit of the calendar or the clock.
enum TimeUnit: Int, Sendable, CaseIterable {
  case second, minute, hour, day, weekend, week, fortnight, month, quarter, season, year, decade, century

  /// By its name here.
  static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })

  /// How many of its letter it is: a fortnight is two weeks.
  var factor: Int { self == .fortnight ? 2 : 1 }

  /// Its letter in a duration: `P3M`, `PT3M`.
  var letters: (prefix: String, suffix: String) {
    switch self {
    case .second: ("PT", "S")
    case .minute: ("PT", "M")
    case .hour: ("PT", "H")
    case .day: ("P", "D")
    case .weekend: ("P", "WE")
    case .week, .fortnight: ("P", "W")
    case .month: ("P", "M")
    case .quarter: ("P", "Q")
    case .season: ("P", "SN")
    case .year: ("P", "Y")
    case .decade: ("P", "DE")
    case .century: ("P", "CE")
    }
  }
}

/// Which end of a period is meant.
enum TimeEdge: String, Sendable { case start, middle, end }

/// How a word must be written to be meant.
struct TimeWordForm: OptionSet, Sendable {
  let rawValue: UInt8
  /// Upper case: `May`.
  static let capital = TimeWordForm(rawValue: 1)
  /// Only with a number or a preposition beside it: `March`, `mars`.
  static let weak = TimeWordForm(rawValue: 2)
  /// An abbreviation, which a stop may follow: `Sept.`
  static let abbreviation = TimeWordForm(rawValue: 4)
  /// With an article or preposition before it: `dell'anno`.
  static let elided = TimeWordForm(rawValue: 8)
  /// Only beside the digits of a date: the `mar` of `3 mar 2020`.
  static let inDates = TimeWordForm(rawValue: 16)
}

/// The words of time of one language: `times.tsv`.
final class TimeLexicon: LanguageTable {
  static let area = LanguageArea.times
  static let tables = SparseTables<TimeLexicon>()

  struct Entry: Sendable {
    let word: TimeWord
    let key: TimeKey
    /// As its row has it.
    let value: String
    let form: TimeWordForm
    /// How much of it the article before it means: 1 of `un'ora`, a half of `mezz'ora`.
    var amount: Double?
  }

  let table: PhraseTable
  let entries: [Entry]
  /// Whether the day stands before the month in digits: 24/09/2023.
  let dayFirst: Bool
  /// Whether `3.` is an ordinal: `3. Oktober`.
  let ordinalStops: Bool
  /// Whether the shift stands behind its noun as well: `la semaine dernière`.
  let postposes: Bool
  /// Whether the unit is named behind its value: `2021. godine`, `salı günü`, `haziran ayında`.
  let namesUnits: Bool
  /// Between the minutes and the hour: `past` 1, `to` 2.
  let clockSteps: PhraseTable
  /// Whether the half hour counts to the hour that follows: `halb neun` is half past eight.
  let halfIsBefore: Bool
  /// The same behind an apostrophe: `lı` of `1990'lı`; an open one may go on, `lar` of `1990'larda`.
  let decadeEndings: [(bytes: [UInt8], isOpen: Bool)]
  /// Whether `h` parts hours from minutes: `18h30`.
  let hourLetter: Bool
  /// Whether a stop parts them behind `at`: `alle 18.30`, `saat 18.30`.
  let dotsClock: Bool
  /// Between a duration and the date that it counts from: `three days from Tuesday` 0, `a week after Easter` 1,
  /// `two weeks before 13 May` 2; behind the last two only a day of the calendar or a holiday.
  let countsFrom: PhraseTable
  /// What lets a sentence look ahead (`will`, 1), back (`said`, 0) or asks for the next date (`until`, 2).
  let cues: PhraseTable

  /// How past forms end.
  let pastEndings: WordEndings

  /// Whether the language has no words here: only what digits tell by themselves is a time.
  let isSparse: Bool

  /// Endings of ordinals in digits: `th`.
  let ordinalSuffixes: WordEndings

  /// Words by the place of their key.
  private let lists: [PhraseTable]
  /// What no case ending of a year begins with: the `l` of `200'lük`.
  let noCaseEndings: [[UInt8]]
  /// What the words mean together: `constructions.tsv`.
  let rules: TimeRules

  convenience init(_ language: Language) {
    let rows = TableRows<TimeKey>(.times, of: language)
    let files = [language.words(.constructions), LanguagePack.shared.common.words(.constructions)].compactMap { $0 }
    self.init(rows, TimeRules(files, words: rows), language.switches, false)
  }

  convenience init(sparse language: String, _ magnitudes: Magnitudes) {
    self.init(TableRows(.times, of: nil), .none, [], true)
  }

  private init(
    _ rows: TableRows<TimeKey>, _ rules: TimeRules, _ switches: Set<LanguageSwitch>, _ isSparse: Bool
  ) {
    (self.rules, self.isSparse) = (rules, isSparse)
    var phrases: [(phrase: String, value: Int)] = []
    var entries: [Entry] = []
    let articles = rows.rows(.elided).map { (words: $0.words, amount: NumberLexicon.number($0.value)) }
    let vowels = Set(rows.list(.elidedBefore).compactMap(\.first))
    rows.forEach { row in
      guard let word = TimeWord(row) else { return }
      for item in row.words {
        let (phrase, form) = Self.written(item)
        let before = phrases.count
        rows.append(phrase, entries.count, to: &phrases)
        entries.append(Entry(word: word, key: row.key, value: row.value, form: form))
        if !articles.isEmpty, let first = phrase.first, vowels.contains(first) {
          for (words, amount) in articles {
            for article in words { phrases.append((article + phrase, entries.count)) }
            entries.append(
              Entry(word: word, key: row.key, value: row.value, form: form.union(.elided), amount: amount))
          }
        }
        // 'ocak'ta' and 'ocak’ta'
        for (phrase, value) in phrases[before...] where phrase.utf8.contains(UInt8(ascii: "'")) {
          phrases.append((String(phrase.map { $0 == "'" ? "’" : $0 }), value))
        }
      }
    }
    table = PhraseTable(phrases)
    self.entries = entries
    lists = TimeKey.allCases.map { $0.isWord ? .none : rows.table($0) }
    noCaseEndings = rows.list(.noCaseEnding).map { Array($0.utf8) }
    cues = PhraseTable(rows.phrases(.past, 0) + rows.phrases(.future, 1) + rows.phrases(.deadline, 2))
    clockSteps = PhraseTable(rows.phrases(.minutesPast, 1) + rows.phrases(.minutesTo, 2))
    decadeEndings = rows.list(.decadeEnding).map { ending in
      let isOpen = ending.hasSuffix("*")
      return (bytes: Array((isOpen ? ending.dropLast() : ending[...]).utf8), isOpen: isOpen)
    }
    countsFrom = PhraseTable(
      rows.phrases(.countsFrom, 0) + rows.phrases(.countsBefore, 2) + rows.phrases(.countsAfter, 1))
    (ordinalSuffixes, pastEndings) = (rows.endings(.ordinalSuffix), rows.endings(.pastEnding))
    (dayFirst, ordinalStops) = (!switches.contains(.monthFirst), switches.contains(.ordinalStops))
    (postposes, namesUnits) = (switches.contains(.shiftBehind), switches.contains(.unitBehind))
    dotsClock = switches.contains(.dottedClock)
    (halfIsBefore, hourLetter) = (switches.contains(.halfBefore), switches.contains(.hourLetter))
  }

  /// The words of a row that are none of an expression, as `TimeKey` tells them.
  subscript(_ key: TimeKey) -> PhraseTable { lists[key.place] }

  /// Whether an article or the word of an owner stands there.
  func isDeterminer(_ tokens: [Token], at index: Int) -> Bool {
    if self[.owner].contains(tokens[index]) { return true }
    guard let match = table.longestMatch(tokens, at: index) else { return false }
    return entries[match.value].word == .definite || entries[match.value].word == .indefinite
  }

  /// A word of the file: `*` marks a capital, `?` a weak word, `~` an abbreviation, `!` one of dates, `_` stands for a space.
  private static func written(_ item: String) -> (phrase: String, form: TimeWordForm) {
    var form: TimeWordForm = []
    // Most have no mark.
    guard item.utf8.contains(where: { $0 < 0x61 || $0 == UInt8(ascii: "~") })
    else { return (item, form) }
    var bytes: [UInt8] = []
    for byte in item.utf8 {
      switch byte {
      case UInt8(ascii: "*"): form.insert(.capital)
      case UInt8(ascii: "?"): form.insert(.weak)
      case UInt8(ascii: "~"): form.insert(.abbreviation)
      case UInt8(ascii: "!"): form.insert(.inDates)
      case UInt8(ascii: "_"): bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
    return (String(decoding: bytes, as: UTF8.self), form)
  }
}
