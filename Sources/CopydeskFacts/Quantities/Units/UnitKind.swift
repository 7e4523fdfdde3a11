import CopydeskText

/// What a row of `units.tsv` is of.
enum UnitKey: String, CaseIterable, Sendable {
  /// A unit, in the common file: `unit km length m 1000`, its dimension, base unit, factor and perhaps offset.
  case unit
  /// Names in any case: `name km kilometre kilometers`.
  case name
  /// Abbreviations and signs, as they are written; `!` asks for no space before it: `sign t 5t!`.
  case sign
  /// The next smaller unit and how many of it make one: `part km m 1000`.
  case part
  /// A letter that multiplies the amount of money before it: `scale-letter 1000000 m`.
  case scaleLetter = "scale-letter"
  /// Millions of a currency: `millions EUR meur`.
  case millions
  /// Abbreviations that are no words, so that a number in words may stand before them: `five km`.
  case sureSign = "sure-sign"
}

/// A unit that we know, by its row in `common/units.tsv`.
struct UnitKind: Sendable {
  /// The UCUM symbol, the ISO 4217 code, or `{annotation}` where neither has one.
  let symbol: String
  /// `length`, `money`, `ratio`…
  let dimension: String
  /// What it is worth; nil for money, which has no fixed rate.
  let base: BaseUnit?

  /// All of them, in the order of the file.
  static let all: [UnitKind] = TableRows<UnitKey>(.units, of: nil).rows(.unit).compactMap(UnitKind.init)

  /// A row: `unit K temperature K 1`, `unit Cel temperature K 1 273.15`; nil if it is none.
  init?(_ row: TableRows<UnitKey>.Row) {
    guard let dimension = row.words.first, !row.value.isEmpty else { return nil }
    (symbol, self.dimension) = (row.value, dimension)
    guard row.words.count > 2 else {
      base = nil
      return
    }
    let numbers = row.words.dropFirst(2).map(NumberLexicon.number)
    guard let factor = numbers[0], let offset = numbers.count > 1 ? numbers[1] : 0 else { return nil }
    base = BaseUnit(symbol: row.words[1], factor: factor, offset: offset)
  }
}
