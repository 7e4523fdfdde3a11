import CopydeskText

/// What a word does inside a number.
enum NumberWord: Sendable, Equatable {
  /// Adds itself: `seven`, `ninety`, `doscientos`.
  case value(Double)
  /// Multiplies what stands before it: `hundred`, `dozen`, `million`.
  case scale(Double)
  /// An open amount of a power: `dozens`, `thousands`.
  case plural(Double)
  /// A part: `half`, `thirds`.
  case fraction(Double)
  /// The singular name of a part that is an ordinal elsewhere: `third`.
  case ordinalFraction(Double)
  /// An amount that is not stated: `several`, or about two for `couple`.
  case vague(Double?)
  /// `a`, which counts only before a scale, a part or a vague amount.
  case article
  /// `and`.
  case conjunction
  /// `of`.
  case of
  /// `minus`.
  case minus
  /// `point`, before spelled decimals.
  case point
  /// `in` and `out of`, of `one in five`.
  case outOf
  /// Before an ordinal: `every fifth`.
  case every
}

/// The number words of one language, and how it writes digits: `numbers.tsv`.
final class NumberLexicon: LanguageTable {
  static let area = LanguageArea.numbers
  static let tables = SparseTables<NumberLexicon>()

  let table: PhraseTable
  let words: [NumberWord]
  /// The words that a number may begin with: neither `and` nor `of`.
  let starts: PhraseTable
  /// Before a part without a whole: `by a third`.
  let beforeParts: PhraseTable
  /// Between the parts of `one over twenty`.
  let overs: PhraseTable
  /// Before `or minus`.
  let plus: PhraseTable
  /// Whether a comma stands before the decimals.
  let decimalComma: Bool
  /// Whether tens take a conjunction: `treinta y cinco`, `dvadeset i pet`; English has it behind hundreds only.
  let joinsTens: Bool
  /// Whether ten takes what is below it: `on iki`.
  let joinsTen: Bool
  /// Behind a number, half of one more: `iki buçuk`, `dva i po`.
  let halves: PhraseTable
  /// Scale words that are one without an article: `milion evra`, `mil millones`.
  let loneScales: PhraseTable
  /// Letters that multiply money alone, as they could be other words: `5 M €`; places in `shortValues`.
  let shortScales: PhraseTable
  let shortValues: [Double]
  /// How words end that say how many times: `fivefold`.
  let folds: WordEndings
  /// Scale words that are about: `vingtaine`.
  let rounded: PhraseTable
  /// The parts of numbers that are written as one word, or none: `zweihundertfünfzig`.
  let compounds: [Compound]
  /// Between such parts: `und`.
  private let compoundAnd: [[UInt8]]
  /// Whether the language has no table of its own: what is not in digits with a known magnitude or unit is not known.
  let isSparse: Bool
  /// Whether a single mark before three digits may stand before decimals as well as in a group: `1.450`.
  let hasUnknownMarks: Bool
  /// Magnitudes that stand before their number, as indices into `words`: `milioni 5`.
  let leadingScales: PhraseTable
  /// Whether what is below a thousand may follow it in digits: `3 bin 400`.
  let addsDigits: Bool
  let labels: NumberLabels
  let nouns: PluralNouns
  /// The possessive: `'s`.
  let possessives: WordEndings
  /// Between a number and its unit of time: `two full years`.
  let beforeTimeUnits: PhraseTable

  /// A part of a compound number.
  struct Compound: Sendable {
    let bytes: [UInt8]
    let value: Double
  }

  convenience init(_ language: Language) {
    self.init(TableRows(.numbers, of: language), language.switches, language.codes.compactMap(Magnitudes.of), nil)
  }

  convenience init(sparse language: String, _ magnitudes: Magnitudes) {
    var switches: Set<LanguageSwitch> = [.joinsTens, .addsDigits, .pluralS]
    if magnitudes.decimalComma == true { switches.insert(.decimalComma) }
    self.init(TableRows(.numbers, of: nil), switches, [], magnitudes)
  }

  private init(
    _ rows: TableRows<NumberKey>, _ switches: Set<LanguageSwitch>, _ magnitudes: [Magnitudes], _ sparse: Magnitudes?
  ) {
    var phrases: [(phrase: String, value: Int)] = []
    var words: [NumberWord] = []
    func add(_ key: NumberKey, _ make: (Double?) -> NumberWord) {
      for row in rows.rows(key) {
        let word = make(Self.number(row.value))
        for item in row.words {
          rows.append(item, words.count, to: &phrases)
          words.append(word)
        }
      }
    }
    add(.value) { .value($0 ?? 0) }
    add(.scale) { .scale($0 ?? 1) }
    add(.plural) { .plural($0 ?? 1) }
    add(.fraction) { .fraction($0 ?? 1) }
    add(.ordinalFraction) { .ordinalFraction($0 ?? 1) }
    add(.vague) { .vague($0) }
    add(.article) { _ in .article }
    add(.minus) { _ in .minus }
    add(.every) { _ in .every }
    var leading: [(phrase: String, value: Int)] = []
    let short = ((sparse?.words ?? []) + magnitudes.flatMap(\.words)).filter(\.isShort)
    (shortScales, shortValues) = (PhraseTable(short.enumerated().map { ($1.phrase, $0) }), short.map(\.value))
    for word in sparse?.words ?? [] where !word.isShort {
      if word.isBefore {
        leading.append((word.phrase, words.count))
      } else {
        phrases.append((word.phrase, words.count))
      }
      words.append(.scale(word.value))
    }
    // What the own list lacks; what means less than a million is in it.
    for word in magnitudes.flatMap(\.words) where word.value >= 1e6 && !word.isShort {
      phrases.append((word.phrase, words.count))
      words.append(.scale(word.value))
    }
    leadingScales = PhraseTable(leading)
    starts = sparse == nil ? PhraseTable(phrases) : leadingScales
    (isSparse, hasUnknownMarks) = (sparse != nil, sparse != nil && sparse?.decimalComma == nil)
    add(.and) { _ in .conjunction }
    add(.of) { _ in .of }
    for preposition in sparse?.prepositions ?? [] {
      phrases.append((preposition, words.count))
      words.append(.of)
    }
    add(.outOf) { _ in .outOf }
    add(.point) { _ in .point }
    table = PhraseTable(phrases)
    self.words = words
    (beforeParts, overs, plus) = (rows.table(.beforePart), rows.table(.over), rows.table(.plus))
    (loneScales, folds) = (rows.table(.loneScale), rows.endings(.fold))
    (rounded, halves) = (rows.table(.rounded), rows.table(.halfMore))
    decimalComma = switches.contains(.decimalComma)
    (joinsTens, joinsTen) = (switches.contains(.joinsTens), switches.contains(.joinsTen))
    addsDigits = switches.contains(.addsDigits)
    compounds = switches.contains(.compoundNumbers) ? Self.compounds(rows.rows(.value) + rows.rows(.scale)) : []
    compoundAnd = rows.list(.compoundAnd).map { Array($0.utf8) }
    labels = NumberLabels(rows)
    nouns = PluralNouns(rows, hasS: switches.contains(.pluralS))
    possessives = rows.endings(.possessive)
    beforeTimeUnits = rows.table(.beforeTimeUnit)
  }

  /// `7`, `0.5`, `1/3`; nil if it is none.
  static func number(_ value: String) -> Double? {
    let parts = value.listed(by: UInt8(ascii: "/")).map { Double($0) }
    switch parts.count {
    case 1: return parts[0]
    case 2: return parts[0].flatMap { over in parts[1].map { over / $0 } }
    default: return nil
    }
  }

  /// The longest first.
  private static func compounds(_ rows: [TableRows<NumberKey>.Row]) -> [Compound] {
    rows.flatMap { row in
      number(row.value).map { value in
        value > 1000 ? [] : row.words.map { Compound(bytes: Array($0.utf8), value: value) }
      } ?? []
    }
    .sorted { $0.bytes.count > $1.bytes.count }
  }

  /// What the words at a token do, and how many tokens they take.
  func match(_ tokens: [Token], at index: Int) -> (word: NumberWord, count: Int)? {
    guard let match = table.longestMatch(tokens, at: index) else { return nil }
    return (words[match.value], match.count)
  }

  /// The value of a number written as one word, or nil: `fünfundzwanzig`, `dreitausendvierhundert`, `centottanta`.
  func compound(_ token: Token, in text: Text) -> Double? {
    // No number that is written so is longer.
    guard !compounds.isEmpty, token.kind == .word, (7...127).contains(token.range.count) else { return nil }
    var dead: UInt128 = 0
    return compound(text.folded[token.range.indices], 0, CompoundSum(), &dead)
  }

  /// What the parts of a compound number make so far.
  private struct CompoundSum {
    var (total, hundreds, below) = (0.0, 0.0, 0.0)
    var parts = 0

    func adding(_ part: Double) -> CompoundSum {
      var sum = self
      sum.parts += 1
      switch part {
      case 1000: (sum.total, sum.hundreds, sum.below) = (max(hundreds + below, 1) * 1000, 0, 0)
      case 100: (sum.hundreds, sum.below) = (max(below, 1) * 100, 0)
      default: sum.below += part
      }
      return sum
    }
  }

  /// The sum with what is left of a word, if that is nothing but parts. The longest is tried first: `venti` before the `vent`
  /// of `ventotto`. From where no way led on (`dead`, a bit for each place) none does, so that each place is tried once.
  private func compound(_ word: ArraySlice<UInt8>, _ place: Int, _ sum: CompoundSum, _ dead: inout UInt128) -> Double? {
    if word.isEmpty { return sum.parts > 1 ? sum.total + sum.hundreds + sum.below : nil }
    if dead & (1 << UInt128(place)) != 0 { return nil }
    if sum.parts > 0 {
      for and in compoundAnd where and.count < word.count && word.starts(with: and) {
        if let value = compound(word.dropFirst(and.count), place + and.count, sum, &dead) { return value }
      }
    }
    for part in compounds where word.starts(with: part.bytes) {
      let (rest, next) = (word.dropFirst(part.bytes.count), place + part.bytes.count)
      if let value = compound(rest, next, sum.adding(part.value), &dead) { return value }
    }
    dead |= 1 << UInt128(place)
    return nil
  }
}
