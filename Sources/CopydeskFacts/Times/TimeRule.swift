import CopydeskText

/// A construction of time as a row of `constructions.tsv` says it: slots that words fill, and what they mean together.
///
///     year-before-event	definite unit=day|week counts-after <day>	DATE shifted(inner,unit,1)	the day after Easter
///
/// A class, since every text's words are matched with lists of them: a copy of one counted references to five of its parts.
final class TimeRule: Sendable {
  /// What a word or more fill.
  enum Slot: Sendable {
    /// Words of one of these keys, with one of these values if there are any: `unit=week|month`.
    case word([TimeKey], values: [String])
    /// A word of a list: `@latest`.
    case list(TimeKey)
    /// A number in digits or words.
    case number
    /// A number with its unit; `amounts` with more than one: no `20 year issue`.
    case amount, amounts
    /// Four digits that are a year; a year in words.
    case year, spelledYear
    /// A Roman numeral.
    case roman
    /// A day: `Monday`, `Easter`, `3 May`.
    case day
    /// A hyphen without spaces.
    case hyphen
    /// Behind the span: the end of the phrase; no noun that it would describe; no `of`.
    case end, noNoun, noOf
  }

  struct Element: Sendable {
    let slot: Slot
    var isOptional = false
    /// Whether it must stand beside the span and is no part of it.
    var isBeside = false
  }

  /// `time/day-after`
  let id: String
  let type: TimeType
  let elements: [Element]
  /// The keys that the second word must have; nil where that is open. Most rules end there.
  let second: TimeKeySet?
  /// What stands right before the span: words of a list.
  let before: TimeKey?
  let meaning: Meaning
  let flags: Flags
  /// What is told of the day: `T{part}`.
  let clock: String

  init(
    id: String, type: TimeType, elements: [Element], before: TimeKey?, meaning: Meaning, flags: Flags, clock: String
  ) {
    (self.id, self.type, self.elements, self.before) = (id, type, elements, before)
    (self.meaning, self.flags, self.clock) = (meaning, flags, clock)
    second = Self.second(elements)
  }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    /// `the` before it belongs to the span.
    static let determiner = Flags(rawValue: 1)
    /// It counts from the date told last, in its sentence or in one of the two before.
    static let told = Flags(rawValue: 2)
    static let toldBefore = Flags(rawValue: 4)
    /// A clock time or a part of the day may follow.
    static let clock = Flags(rawValue: 8)
    static let partOfDay = Flags(rawValue: 16)
    /// None by itself: something must be joined to it.
    static let part = Flags(rawValue: 32)
    /// The clock time of a set may follow: `every Monday at four`.
    static let setClock = Flags(rawValue: 64)

    private enum Name: String {
      case determiner, told, clock, part
      case toldBefore = "told-before"
      case partOfDay = "part-of-day"
      case setClock = "set-clock"
    }

    /// By its name.
    init?(name: String) {
      switch Name(rawValue: name) {
      case .determiner?: self = .determiner
      case .told?: self = .told
      case .toldBefore?: self = .toldBefore
      case .clock?: self = .clock
      case .partOfDay?: self = .partOfDay
      case .part?: self = .part
      case .setClock?: self = .setClock
      case nil: return nil
      }
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }
  }

  /// What the words mean; the names stand for what the slots were filled with.
  indirect enum Meaning: Sendable {
    case offset(Argument, Argument)
    case same(Argument)
    /// The date told last itself.
    case told
    case period(Argument)
    case nth(Argument, Argument, Meaning)
    case shifted(Argument, Argument)
    case weekday(Argument)
    case month(Argument)
    case season(Argument)
    case part(String, year: Argument?)
    case century(Argument)
    case calendar(Argument)
    case weekend
    case yearBefore
    /// A value with `{…}` for what was read: `P{number}{unit}`.
    case value(String)
  }

  enum Argument: Sendable {
    case number(Int)
    case unit(TimeUnit)
    case filled(Register)
  }

  /// What slots are filled with.
  enum Register: String, Sendable { case unit, steps, ordinal, number, year, weekday, month, inner, amount }

  /// What `{…}` stands for in a value; `one`, `two` and `many` are of the unit.
  enum Piece: String, Sendable {
    case part, season, weekday, month, year, amount, half, one, two, many, number, digits
  }

  private enum MeaningName: String {
    case offset, same, period, nth, shifted, weekday, month, season, part, century, calendar, weekend, told
    case yearBefore = "year-before"
  }
}

/// A row that says nothing, with its fault.
struct TimeRuleFault: Error { let message: String }

extension TimeRule {
  /// The rules of a row; one whose first slot may be missing is two.
  static func rules(_ fields: [String]) throws -> [TimeRule] {
    guard fields.count >= 3 else { throw TimeRuleFault(message: "\(fields.count) fields") }
    var elements: [Element] = []
    var before: TimeKey?
    var isBeside = false
    for word in fields[1].listedWords {
      if word == "$" {
        isBeside = true
      } else if word.hasSuffix("^") {
        guard elements.isEmpty, word.hasPrefix("@"), let table = TimeKey(rawValue: String(word.dropFirst().dropLast()))
        else {
          throw TimeRuleFault(message: "no list \(word)")
        }
        before = table
      } else {
        let isOptional = word.hasSuffix("?")
        let name = isOptional ? String(word.dropLast()) : word
        elements.append(Element(slot: try slot(name), isOptional: isOptional, isBeside: isBeside))
      }
    }
    let parts = fields[2].listedWords
    guard parts.count >= 2, let type = TimeType(rawValue: parts[0]) else {
      throw TimeRuleFault(message: "no type in \(fields[2])")
    }
    var flags: Flags = []
    var clock = ""
    for part in parts.dropFirst(2) {
      if let flag = Flags(name: part) {
        flags.insert(flag)
      } else if part.hasPrefix("T") {
        clock = part
      } else {
        throw TimeRuleFault(message: "no flag \(part)")
      }
    }
    let meaning = try meaning(parts[1])
    var rules: [TimeRule] = []
    while true {
      rules.append(
        TimeRule(
          id: "time/" + fields[0], type: type, elements: elements, before: before, meaning: meaning, flags: flags,
          clock: clock))
      guard let first = elements.first, first.isOptional else { return rules }
      elements.removeFirst()
    }
  }

  private static func second(_ elements: [Element]) -> TimeKeySet? {
    guard elements.count > 1, case .word = elements[0].slot, case .word(let keys, _) = elements[1].slot,
      !elements[1].isOptional
    else { return nil }
    return TimeKeySet(keys)
  }

  /// The slots that are no word.
  private enum SlotName: String {
    case number, amount, amounts, year, roman, end
    case spelledYear = "spelled-year"
    case day = "<day>"
    case hyphen = "-"
    case noNoun = "!noun"
    case noOf = "!of"

    var slot: Slot {
      switch self {
      case .number: .number
      case .amount: .amount
      case .amounts: .amounts
      case .year: .year
      case .roman: .roman
      case .end: .end
      case .spelledYear: .spelledYear
      case .day: .day
      case .hyphen: .hyphen
      case .noNoun: .noNoun
      case .noOf: .noOf
      }
    }
  }

  private static func slot(_ name: String) throws -> Slot {
    if let named = SlotName(rawValue: name) { return named.slot }
    if name.hasPrefix("@") {
      guard let table = TimeKey(rawValue: String(name.dropFirst())) else {
        throw TimeRuleFault(message: "no list \(name)")
      }
      return .list(table)
    }
    let parts = name.split(separator: "=").map(String.init)
    let keys = (parts.first ?? "").split(separator: "|").compactMap { TimeKey(rawValue: String($0)) }
    guard !keys.isEmpty, keys.allSatisfy(\.isWord) else { throw TimeRuleFault(message: "no slot \(name)") }
    return .word(keys, values: parts.count > 1 ? parts[1].split(separator: "|").map(String.init) : [])
  }

  /// `offset(unit,steps)`, `value:P1{unit}`.
  private static func meaning(_ text: String) throws -> Meaning {
    if text.hasPrefix("value:") { return .value(String(text.dropFirst(6))) }
    let parts = text.split(separator: "(", maxSplits: 1).map(String.init)
    let inside = parts.count > 1 ? String(parts[1].dropLast()) : ""
    let names = inside.split(separator: ",", maxSplits: 2).map(String.init)
    func argument(_ place: Int) throws -> Argument {
      guard place < names.count else { throw TimeRuleFault(message: "too little in \(text)") }
      if let number = Int(names[place]) { return .number(number) }
      if let register = Register(rawValue: names[place]) { return .filled(register) }
      guard let unit = TimeUnit.byName[names[place]] else { throw TimeRuleFault(message: "no \(names[place])") }
      return .unit(unit)
    }
    switch parts.first.flatMap(MeaningName.init) {
    case .offset?: return .offset(try argument(0), try argument(1))
    case .same?: return .same(try argument(0))
    case .told?: return .told
    case .period?: return .period(try argument(0))
    case .nth?:
      return .nth(
        try argument(0), try argument(1), names.count > 2 ? try meaning(names[2]) : .offset(.unit(.year), .number(0)))
    case .shifted?: return .shifted(try argument(0), try argument(1))
    case .weekday?: return .weekday(try argument(0))
    case .month?: return .month(try argument(0))
    case .season?: return .season(try argument(0))
    case .part?: return .part(names.first ?? "", year: names.count > 1 ? try argument(1) : nil)
    case .century?: return .century(try argument(0))
    case .calendar?: return .calendar(try argument(0))
    case .weekend?: return .weekend
    case .yearBefore?: return .yearBefore
    case nil: throw TimeRuleFault(message: "no meaning \(text)")
    }
  }
}

/// The rules of a language, by the key of their first slot.
final class TimeRules: Sendable {
  let byKey: [[TimeRule]]
  let byNumber: [TimeRule]
  let byRoman: [TimeRule]
  /// Rules that begin with a word of a list, and the words that they may begin with.
  let byList: [TimeRule]
  let listStarts: PhraseTable
  /// What is wrong with rows: for the test.
  let faults: [String]

  static let none = TimeRules([], words: nil)

  /// The rules of files, with the words of the lists that they ask for.
  init(_ files: [LanguageWords], words: TableRows<TimeKey>?) {
    var byKey = [[TimeRule]](repeating: [], count: TimeKey.allCases.count)
    var (byNumber, byRoman, byList): ([TimeRule], [TimeRule], [TimeRule]) = ([], [], [])
    var starts: [(phrase: String, value: Int)] = []
    var faults: [String] = []
    for row in files.flatMap(\.rows) {
      do {
        for rule in try TimeRule.rules(row.fields) {
          switch rule.elements.first?.slot {
          case .word(let keys, _)?: for key in keys { byKey[key.place].append(rule) }
          case .list(let key)?:
            byList.append(rule)
            starts += words?.phrases(key) ?? []
          case .number?, .amount?, .amounts?, .year?, .spelledYear?: byNumber.append(rule)
          case .roman?: byRoman.append(rule)
          default: faults.append("\(row.key): nowhere")
          }
        }
      } catch {
        faults.append("\(row.key): \((error as? TimeRuleFault)?.message ?? "")")
      }
    }
    (self.byKey, self.byNumber, self.byRoman, self.byList) = (byKey, byNumber, byRoman, byList)
    (listStarts, self.faults) = (starts.isEmpty ? .none : PhraseTable(starts), faults)
  }
}

/// Some keys, to ask for one of them at every word.
struct TimeKeySet: Sendable {
  private var bits: (UInt64, UInt64) = (0, 0)

  init(_ keys: [TimeKey]) {
    for key in keys {
      if key.place < 64 { bits.0 |= 1 << UInt64(key.place) } else { bits.1 |= 1 << UInt64(key.place - 64) }
    }
  }

  func contains(_ key: TimeKey) -> Bool {
    let place = key.place
    return place < 64 ? bits.0 >> UInt64(place) & 1 == 1 : bits.1 >> UInt64(place - 64) & 1 == 1
  }
}

extension TimeKey {
  /// Its place among all keys.
  ///
  /// Asked for at every word, so it is the byte that the case is; a test holds that against the order of the cases.
  var place: Int { withUnsafeBytes(of: self) { Int($0[0]) } }
}
