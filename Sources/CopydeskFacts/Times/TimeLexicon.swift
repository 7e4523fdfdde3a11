import CopydeskText

/// A unit of the calendar or the clock.
enum TimeUnit: Int, Sendable {
  case second, minute, hour, day, weekend, week, fortnight, month, quarter, season, year, decade, century

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
enum TimeEdge: Int, Sendable { case start, middle, end }

/// What a word does inside an expression of time.
enum TimeWord: Sendable, Equatable {
  case month(Int)
  case weekday(Int)
  case unit(TimeUnit)
  /// More than one of a unit, so that no number need be stated: `days`, `years`.
  case units(TimeUnit)
  /// `yesterday`: −1.
  case day(Int)
  /// `morning`: `MO`.
  case part(String)
  /// `tonight`, `heute Nacht`: a day and a part of it.
  case dayPart(Int, String)
  /// `last` −1, `this` 0, `next` 1.
  case shift(Int)
  /// `past`, `coming`: the stretch up to now or from now on.
  case stretch(Int)
  case edge(TimeEdge)
  case season(String)
  /// `ago`, `earlier`: −1; `later`, `from now`: 1; behind a duration.
  case distance(Int)
  /// `vor`, `il y a`, `pre`: −1; `in`, `dans`, `za`: 1; before a duration.
  case leadingDistance(Int)
  /// `each`, `every`.
  case every
  /// `daily`: `P1D`.
  case set(String)
  /// `now`: `PRESENT_REF`.
  case reference(String)
  /// `the`, `a`; one as a number is `a`.
  case definite
  case indefinite
  /// `about`, `almost`: inside the span of a duration.
  case approximate
  case ordinal(Int)
  case of
  /// `noon`, `midnight`.
  case clock(String)
  /// `a.m.` 0, `p.m.` 12.
  case halfDay(Int)
  /// `o'clock`, `Uhr`, `časova`.
  case oClock
  /// `EST`, and `GMT`, the clock of London in winter; `UTC` makes a clock time universal.
  case zone
  case universal
  case at
  case fiscal
  case half
  /// `once`, `twice`, `times`: before `a week`.
  case times
  /// `that`, `the same`: the unit of the date before.
  case same
  /// `year-end`.
  case periodEnd(TimeUnit)
  /// `Mondays`.
  case weekdays(Int)
  /// `Mittwochabend`: a weekday and a part of the day.
  case weekdayPart(Int, String)
  /// `lani`: a unit some steps away.
  case relative(TimeUnit, Int)
  case holiday(Holiday)
  /// `year-earlier`, `year-ago`: the same stretch of the year before.
  case yearBefore
  /// `nineties`: 199.
  case decadeName(Int)
  /// `other`, behind `every`.
  case other
}

/// How a word must be written to be meant.
struct TimeWordForm: OptionSet, Sendable {
  let rawValue: UInt8
  /// Upper case: `May`.
  static let capital = TimeWordForm(rawValue: 1)
  /// Only with a number or a preposition beside it: `March`, `mars`.
  static let weak = TimeWordForm(rawValue: 2)
  /// An abbreviation, which a stop may follow: `Sept.`
  static let abbreviation = TimeWordForm(rawValue: 4)
}

/// The words of time of one language.
final class TimeLexicon: TablePerLanguage {
  struct Entry: Sendable {
    let word: TimeWord
    let form: TimeWordForm
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
  /// Before a duration that a sentence about the future counts from now: `will be back in two weeks`.
  let ahead: PhraseTable
  /// Behind a duration that counts from what was told: `earlier`, `later`, but not `ago`.
  let narrative: PhraseTable
  /// `following`, `previous`: a unit counts from the date told before, where there is one.
  let sequels: PhraseTable
  /// Between the minutes and the hour: `past` 1, `to` 2.
  let clockSteps: PhraseTable
  /// Whether the half hour counts to the hour that follows: `halb neun` is half past eight.
  let halfIsBefore: Bool
  /// Behind a year of ten: the `s` of `1990s`.
  let decadeSuffixes: PhraseTable
  /// The same behind an apostrophe: `lı` of `1990'lı`; an open one may go on, `lar` of `1990'larda`.
  let decadeEndings: [(bytes: [UInt8], isOpen: Bool)]
  /// Before it: `années 1990`.
  let decadePrefixes: PhraseTable
  /// Whether `h` parts hours from minutes: `18h30`.
  let hourLetter: Bool
  /// Between two clock times: `to`, `until`, `and`.
  let clockConnectors: PhraseTable
  /// Before the first of two clock times: `from`, `between`.
  let clockOpeners: PhraseTable
  /// Between a duration and the date that it counts from: `three days from Tuesday` 0, `a week after Easter` 1,
  /// `two weeks before 13 May` 2; behind the last two only a day of the calendar or a holiday.
  let countsFrom: PhraseTable
  /// What may stand before a bare year or month: `in`, `since`.
  let prepositions: PhraseTable
  /// What lets a sentence look ahead (`will`, 1), back (`said`, 0) or asks for the next date (`until`, 2).
  let cues: PhraseTable

  /// Whether the language has no words here: only what digits tell by themselves is a time.
  let isSparse: Bool

  static let sparseTables = SparseTables<TimeLexicon>()
  static func sparse(for language: String, _ magnitudes: Magnitudes) -> TimeLexicon {
    TimeLexicon(isSparse: true) { $0.decadeSuffixes = "" }
  }

  /// Words by what they do; `_` stands for a space, `*` marks capital, `?` weak, `.` an abbreviation behind the word.
  struct Words {
    var list: [(words: String, word: TimeWord)] = []
    var prepositions = ""
    var past = ""
    var future = ""
    var deadlines = ""
    var ahead = ""
    var narrative = ""
    var sequels = ""
    var minutesPast = ""
    var minutesTo = ""
    var decadeSuffixes = "s 's ’s"
    var decadeEndings = ""
    var decadePrefixes = ""
    var halfIsBefore = false
    var hourLetter = false
    var clockConnectors = ""
    var clockOpeners = ""
    var countsFrom = ""
    var countsBefore = ""
    var countsAfter = ""

    mutating func add(_ words: String, _ word: TimeWord) { list.append((words, word)) }
    /// One group for each number, from 1, parted by `;`.
    mutating func add(numbered groups: String, _ make: (Int) -> TimeWord) {
      for (index, group) in groups.split(separator: ";").enumerated() { add(String(group), make(index + 1)) }
    }
  }

  init(
    dayFirst: Bool = true, ordinalStops: Bool = false, postposes: Bool = false, namesUnits: Bool = false,
    cyrillic: Bool = false, elides: Bool = false, isSparse: Bool = false,
    _ fill: (inout Words) -> Void
  ) {
    var words = Words()
    fill(&words)
    self.isSparse = isSparse
    var phrases: [(phrase: String, value: Int)] = []
    var entries: [Entry] = []
    for (list, word) in words.list {
      for item in list.listedWords {
        var form: TimeWordForm = []
        var bytes: [UInt8] = []
        for byte in item.utf8 {
          switch byte {
          case UInt8(ascii: "*"): form.insert(.capital)
          case UInt8(ascii: "?"): form.insert(.weak)
          case UInt8(ascii: "~"): form.insert(.abbreviation)
          case UInt8(ascii: "_"): bytes.append(0x20)
          default: bytes.append(byte)
          }
        }
        let phrase = String(decoding: bytes, as: UTF8.self)
        phrases.append((phrase, entries.count))
        // 'ocak'ta' and 'ocak’ta'
        if bytes.contains(UInt8(ascii: "'")) {
          phrases.append((String(phrase.map { $0 == "'" ? "’" : $0 }), entries.count))
        }
        if cyrillic { phrases.append((SerbianScript.cyrillic(phrase), entries.count)) }
        if elides, let first = phrase.first, "aeiouéêàâh".contains(first) {
          for article in ["l'", "l’", "d'", "d’"] { phrases.append((article + phrase, entries.count)) }
        }
        entries.append(Entry(word: word, form: form))
      }
    }
    table = PhraseTable(phrases)
    self.entries = entries
    func spellings(_ words: String) -> String { cyrillic ? words + " " + SerbianScript.cyrillic(words) : words }
    func listed(_ words: String, _ value: Int) -> [(phrase: String, value: Int)] {
      spellings(words).listedWords.map { (phrase: $0.replacing(0x5F, by: 0x20), value: value) }
    }
    prepositions = PhraseTable(listed(words.prepositions, 0))
    cues = PhraseTable(listed(words.past, 0) + listed(words.future, 1) + listed(words.deadlines, 2))
    ahead = PhraseTable(listed(words.ahead, 0))
    narrative = PhraseTable(listed(words.narrative, 0))
    sequels = PhraseTable(listed(words.sequels, 0))
    clockSteps = PhraseTable(listed(words.minutesPast, 1) + listed(words.minutesTo, 2))
    (halfIsBefore, hourLetter) = (words.halfIsBefore, words.hourLetter)
    decadeSuffixes = PhraseTable(listed(words.decadeSuffixes, 0))
    decadeEndings = words.decadeEndings.split(separator: " ").map { ending in
      let isOpen = ending.hasSuffix("*")
      return (bytes: Array((isOpen ? ending.dropLast() : ending).utf8), isOpen: isOpen)
    }
    decadePrefixes = PhraseTable(listed(words.decadePrefixes, 0))
    clockConnectors = PhraseTable(listed(words.clockConnectors, 0))
    clockOpeners = PhraseTable(listed(words.clockOpeners, 0))
    countsFrom = PhraseTable(
      listed(words.countsFrom, 0) + listed(words.countsBefore, 2) + listed(words.countsAfter, 1))
    (self.dayFirst, self.ordinalStops, self.postposes) = (dayFirst, ordinalStops, postposes)
    self.namesUnits = namesUnits
  }
}
