import CopydeskText
import Testing

@testable import CopydeskFacts

/// The shipped files say nothing that the tables would pass over.
@Suite struct LanguageTableTests {
  private static let folders = [LanguagePack.shared.common] + LanguagePack.shared.languages

  private func unknown<Key: RawRepresentable<String>>(_ area: LanguageArea, _ key: Key.Type) -> [String] {
    Self.folders.flatMap { language in
      (language.words(area)?.rows ?? []).filter { Key(rawValue: $0.key) == nil || $0.fields.count > 3 }
        .map { "\(language.folder)/\(area.rawValue).tsv: \($0.fields.joined(separator: " "))" }
    }
  }

  @Test func everyKeyIsKnown() {
    #expect(unknown(.numbers, NumberKey.self) == [])
    #expect(unknown(.quantities, QuantityKey.self) == [])
    #expect(unknown(.units, UnitKey.self) == [])
    #expect(unknown(.times, TimeKey.self) == [])
  }

  @Test func everyWordOfTimeHasItsMeaning() {
    var wrong: [String] = []
    for language in LanguagePack.shared.languages {
      TableRows<TimeKey>(.times, of: language).forEach { row in
        if row.key.isWord != (TimeWord(row) != nil) || row.words.isEmpty {
          wrong.append("\(language.folder): \(row.key.rawValue) \(row.value)")
        }
      }
    }
    #expect(wrong == [])
  }

  @Test func everyNumberIsOne() {
    let counted: Set<NumberKey> = [.value, .scale, .plural, .fraction, .ordinalFraction]
    var wrong: [String] = []
    for language in LanguagePack.shared.languages {
      TableRows<NumberKey>(.numbers, of: language).forEach { row in
        let hasNumber = NumberLexicon.number(row.value) != nil
        if counted.contains(row.key) != hasNumber, row.key != .vague || !hasNumber && !row.value.isEmpty {
          wrong.append("\(language.folder): \(row.key.rawValue) \(row.value)")
        }
      }
    }
    #expect(wrong == [])
  }

  @Test func everyNameIsOfAKnownUnit() {
    let symbols = Set(UnitKind.all.map(\.symbol))
    var wrong: [String] = []
    for language in Self.folders {
      TableRows<UnitKey>(.units, of: language).forEach { row in
        switch row.key {
        case .name, .sign, .part, .millions:
          if !symbols.contains(row.value) { wrong.append("\(row.value) \(row.words)") }
        case .unit, .scaleLetter, .sureSign: break
        }
      }
    }
    #expect(wrong == [])
    #expect(symbols.count == UnitKind.all.count, "one row per unit")
  }

  /// Only money has no base unit; every other one converts into what is a base unit itself.
  @Test func everyUnitHasItsBase() {
    let rows = TableRows<UnitKey>(.units, of: nil).rows(.unit)
    #expect(rows.count == UnitKind.all.count && rows.count > 250)
    for unit in UnitKind.all {
      guard unit.dimension != "money" else {
        #expect(BaseUnit(of: unit.symbol) == nil, "\(unit.symbol)")
        continue
      }
      let base = BaseUnit(of: unit.symbol)
      #expect(base != nil && base.map { $0.factor > 0 } == true, "\(unit.symbol)")
      // A base unit that is a row of its own stands for itself.
      if let own = base.flatMap({ BaseUnit(of: $0.symbol) }) {
        #expect(own.symbol == base?.symbol && own.factor == 1 && own.offset == 0, "\(unit.symbol)")
      }
    }
  }

  /// Units of one dimension have one base unit, so that they can be added.
  @Test func dimensionsHaveOneBase() {
    var bases: [String: Set<String>] = [:]
    for unit in UnitKind.all { if let base = unit.base { bases[unit.dimension, default: []].insert(base.symbol) } }
    let several = bases.filter { $0.value.count > 1 }.mapValues { $0.sorted() }
    #expect(
      several == [
        "information": ["By", "By/s"], "light": ["cd", "cd/m2", "lm", "lx"], "radiation": ["Bq", "C/kg", "Gy", "Sv"],
        "fuel": ["m/m3", "m3/m"],
      ])
  }

  /// A language without a file has the sparse table, a code the table of its folder.
  @Test func tablesAreThoseOfFolders() {
    #expect(TimeLexicon.table(for: "hr") === TimeLexicon.table(for: "sr-Cyrl"))
    #expect(TimeLexicon.table(for: "de-AT") !== TimeLexicon.table(for: "en"))
    #expect(TimeLexicon.table(for: "ja").isSparse && !TimeLexicon.table(for: "it").isSparse)
    #expect(QuantityWords.table(for: "xx") === QuantityWords.table(for: "zz"))
    #expect(NumberLexicon.table(for: "ja").isSparse && NumberLexicon.table(for: "sr").compounds.isEmpty)
  }

  @Test(arguments: [
    ("de", "fünfundzwanzig", 25.0), ("de", "dreitausendvierhundert", 3400), ("de", "eintausendundeins", 1001),
    ("it", "centottanta", 180), ("it", "duemilacinquecento", 2500), ("it", "novecentonovantanovemila", 999_000),
  ])
  func compounds(_ language: String, _ word: String, _ value: Double) {
    let text = Text(word)
    #expect(NumberLexicon.table(for: language).compound(Tokenizer.tokens(of: text)[0], in: text) == value)
  }

  /// No word is a number because it begins as one, and none takes long.
  @Test(arguments: [
    "eingestellt", "achtundachtungsvoll", "centottantaggine", String(repeating: "ventidue", count: 12) + "x",
  ])
  func noCompounds(_ word: String) {
    let text = Text(word)
    for language in ["de", "it"] {
      #expect(NumberLexicon.table(for: language).compound(Tokenizer.tokens(of: text)[0], in: text) == nil)
    }
  }
}
