import CopydeskText

/// A unit of measure or currency.
struct Unit: Sendable, Hashable {
  /// The UCUM symbol, the ISO 4217 code, or `{annotation}` where neither has one.
  let symbol: String
  /// `length`, `money`, `ratio`…
  let dimension: String

  var isMoney: Bool { dimension == "money" }
  var isTime: Bool { dimension == "time" }
}

/// The names, abbreviations and signs of units in one language.
final class UnitTable: TablePerLanguage {
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

  let units: [Unit]
  private let table: PhraseTable
  private let groups: [[Alias]]
  private let prefixes: PhraseTable

  /// Rows of `symbol | dimension | names | abbreviations`; several rows may share a symbol.
  init(rows: [String]) {
    var units: [Unit] = []
    var indices: [String: Int] = [:]
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
    for row in rows {
      let fields = row.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map { field in
        String(Substring(field)).listedWords
      }
      guard fields.count >= 3, let symbol = fields[0].first, let dimension = fields[1].first else { continue }
      let index = indices[symbol] ?? units.count
      if index == units.count {
        units.append(Unit(symbol: symbol, dimension: dimension))
        indices[symbol] = index
      }
      for name in fields[2] { add(UnitTable.spaced(name), Alias(unit: index, spelling: nil, isTight: false)) }
      for sign in fields.count > 3 ? fields[3] : [] {
        let isTight = sign.hasSuffix("!")
        let spelling = UnitTable.spaced(isTight ? String(sign.dropLast()) : sign)
        add(
          spelling, Alias(unit: index, spelling: Array(spelling.utf8).filter { $0 != 0x20 }, isTight: isTight))
      }
    }
    self.units = units
    self.groups = groups
    table = PhraseTable(phrases)
    prefixes = PhraseTable(
      phrases.filter { phrase in
        groups[phrase.value].contains { units[$0.unit].isMoney && $0.spelling != nil || units[$0.unit].symbol == "%" }
      })
  }

  /// `square_km` → `square km`.
  private static func spaced(_ name: String) -> String { name.replacing(0x5F, by: 0x20) }

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

  private static func rows(_ block: String) -> [String] {
    block.listed(by: 0x0A)
  }

  /// Serbian names in both alphabets.
  private static func bothScripts(_ rows: [String]) -> [String] {
    rows
      + rows.compactMap { row in
        let fields = row.split(separator: "|", omittingEmptySubsequences: false)
        return fields.count < 3 ? nil : "\(fields[0])|\(fields[1])|\(SerbianScript.cyrillic(String(fields[2])))|"
      }
  }

  private static let common = rows(MeasureRows.rows) + rows(CurrencyRows.rows)
  static let english = UnitTable(rows: common)
  static let german = UnitTable(rows: rows(LocalUnitRows.german) + common)
  static let french = UnitTable(rows: rows(LocalUnitRows.french) + common)
  static let spanish = UnitTable(rows: rows(LocalUnitRows.spanish) + common)
  static let turkish = UnitTable(rows: rows(LocalUnitRows.turkish) + common)
  static let albanian = UnitTable(rows: rows(LocalUnitRows.albanian) + common)
  static let serbian = UnitTable(rows: bothScripts(rows(LocalUnitRows.serbian)) + common)

  static let sparseTables = SparseTables<UnitTable>()
  /// Signs that are the same everywhere, and the names of currencies where they are known.
  static func sparse(for language: String, _ magnitudes: Magnitudes) -> UnitTable {
    UnitTable(
      rows: SignRows.measures + SignRows.currencies + CurrencyNames.rows(for: language, magnitudes.prepositions))
  }
}
