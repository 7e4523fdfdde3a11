import CopydeskText

/// A unit of measure or currency.
struct Unit: Sendable, Hashable {
  /// The UCUM symbol, the ISO 4217 code, or `{annotation}` where neither has one.
  let symbol: String
  /// `length`, `money`, `ratio`…
  let dimension: String

  var isMoney: Bool { dimension == "money" }
  var isTime: Bool { dimension == "time" }

  /// This unit for one of another: `USD/[bbl_us]`.
  func per(_ other: String) -> Unit { Unit(symbol: "\(symbol)/\(other)", dimension: isMoney ? dimension : "rate") }
}

/// The names, abbreviations and signs of units in one language: `units.tsv`.
final class UnitTable: LanguageTable {
  static let area = LanguageArea.units
  static let tables = SparseTables<UnitTable>()

  /// A way to write a unit.
  private struct Alias: Sendable {
    let unit: Int
    /// The spelling, without spaces, that must be met exactly; nil for names in any case.
    let spelling: [UInt8]?
    /// Whether no space may stand before it: the `C` of `40C`.
    let isTight: Bool
  }

  /// A unit found in a text.
  struct Match: Sendable {
    var unit: Unit
    var end: Int
    /// Whether it is an abbreviation or sign, not a name.
    var isSign: Bool
  }

  /// The next smaller unit and how many of it make one.
  let smaller: [String: (String, Double)]
  private let units: [Unit]
  private let table: PhraseTable
  private let groups: [[Alias]]
  private let prefixes: PhraseTable

  /// Letters behind an amount of money that multiply it, as indices into `scales`: `$10B`.
  private let scaleLetters: PhraseTable
  private let scales: [Double]
  /// Millions of a currency: `30 MUSD`, as indices into `units`.
  private let millions: PhraseTable
  /// Abbreviations that are no words, so that a number in words may stand before them: `five km`.
  private let sure: PhraseTable

  convenience init(_ language: Language) { self.init(TableRows(.units, of: language), names: []) }

  /// Signs that are the same everywhere, and the names of currencies where they are known.
  convenience init(sparse language: String, _ magnitudes: Magnitudes) {
    self.init(TableRows(.units, of: nil), names: CurrencyNames.names(for: language, magnitudes.prepositions))
  }

  private init(_ rows: TableRows<UnitKey>, names: [(symbol: String, names: [String])]) {
    let (units, indices) = (Self.allUnits, Self.indices)
    var groups: [[Alias]] = []
    var groupOf: [String: Int] = [:]
    var phrases: [(phrase: String, value: Int)] = []
    func add(_ spelling: String, _ alias: Alias) {
      // 'd'euros' and 'd’euros'
      if alias.spelling == nil, spelling.utf8.contains(UInt8(ascii: "'")) {
        add(String(spelling.map { $0 == "'" ? "’" : $0 }), alias)
      }
      let key = spelling.lowercased()
      if let group = groupOf[key] {
        groups[group].append(alias)
      } else {
        groupOf[key] = groups.count
        phrases.append((spelling, groups.count))
        groups.append([alias])
      }
    }
    rows.forEach { row in
      guard row.key == .name || row.key == .sign, let index = indices[row.value] else { return }
      switch row.key {
      case .name:
        for name in row.words.flatMap(rows.spellings) { add(name, Alias(unit: index, spelling: nil, isTight: false)) }
      case .sign:
        for sign in row.words {
          let isTight = sign.hasSuffix("!")
          let spelling = (isTight ? String(sign.dropLast()) : sign).replacing(0x5F, by: 0x20)
          add(
            spelling, Alias(unit: index, spelling: Array(spelling.utf8).filter { $0 != 0x20 }, isTight: isTight))
        }
      default: break
      }
    }
    for (symbol, names) in names {
      guard let index = indices[symbol] else { continue }
      for name in names {
        add(name.replacing(0x5F, by: 0x20), Alias(unit: index, spelling: nil, isTight: false))
      }
    }
    self.units = units
    self.groups = groups
    table = PhraseTable(phrases)
    prefixes = PhraseTable(
      phrases.filter { phrase in
        groups[phrase.value].contains { units[$0.unit].isMoney && $0.spelling != nil || units[$0.unit].symbol == "%" }
      })
    let letters = rows.rows(.scaleLetter)
    scales = letters.map { Double($0.value) ?? 1 }
    scaleLetters = PhraseTable(
      letters.enumerated().flatMap { index, row in row.words.map { (phrase: $0, value: index) } })
    millions = PhraseTable(
      rows.rows(.millions).flatMap { row in
        indices[row.value].map { index in row.words.map { (phrase: $0, value: index) } } ?? []
      })
    sure = rows.table(.sureSign)
    smaller = Dictionary(
      rows.rows(.part).compactMap { row in
        guard row.words.count == 2, let factor = Double(row.words[1]) else { return nil }
        return (row.value, (row.words[0], factor))
      }
    ) { first, _ in first }
  }

  private static let allUnits = UnitKind.all.map { Unit(symbol: $0.symbol, dimension: $0.dimension) }
  private static let indices = Dictionary(
    allUnits.enumerated().map { ($1.symbol, $0) }
  ) { first, _ in first }

  /// What a letter behind an amount of money multiplies it by: a million for `m`.
  func scaleOfLetter(_ token: Token) -> Double? { scaleLetters[token].map { scales[$0] } }

  /// The currency of `MUSD`.
  func currencyOfMillions(_ token: Token) -> Unit? { millions[token].map { units[$0] } }

  /// Whether an abbreviation is no word.
  func isSure(_ token: Token) -> Bool { sure.contains(token) }

  /// Whether the token may begin what stands before its number: `$`, `US $`, `yüzde`, but not the `in` of inches.
  func mayPrecedeNumber(_ token: Token) -> Bool { prefixes.mayStart(with: token) }

  /// The unit at the token.
  func match(_ tokens: [Token], at index: Int, in text: Text) -> Match? {
    guard index < tokens.count, let match = table.longestMatch(tokens, at: index) else { return nil }
    let end = index + match.count
    let isGlued = !tokens[index].flags.contains(.spaceBefore)
    for alias in groups[match.value] {
      // '500g', and '2 A/cm2' with a space
      let isOver = end < tokens.count && tokens[end].isMark("/", in: text) && !tokens[end].flags.contains(.spaceBefore)
      if alias.isTight, !isGlued, !isOver { continue }
      if let spelling = alias.spelling, !Self.equals(tokens[index..<end], spelling, in: text) { continue }
      return Match(unit: units[alias.unit], end: end, isSign: alias.spelling != nil)
    }
    return nil
  }

  /// Whether the tokens, without the spaces between them, are written so.
  private static func equals(_ tokens: ArraySlice<Token>, _ spelling: [UInt8], in text: Text) -> Bool {
    var place = 0
    for token in tokens {
      for offset in token.range.indices {
        guard place < spelling.count, text.bytes[offset] == spelling[place] else { return false }
        place += 1
      }
    }
    return place == spelling.count
  }
}
