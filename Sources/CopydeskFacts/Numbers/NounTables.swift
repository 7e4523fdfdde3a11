import CopydeskText

/// Words whose number names a thing: `Resolution 1244`, `Article 5`, `Flight 1549`.
final class NumberLabels: Sendable {
  let table: PhraseTable
  /// Those whose number never counts what follows it: `type 2 diabetes`.
  let always: PhraseTable
  /// Before a number in words: `a category one hurricane`, `phase two`.
  let spelled: PhraseTable

  init(_ rows: TableRows<NumberKey>) {
    (table, always, spelled) = (rows.table(.label), rows.table(.alwaysLabel), rows.table(.spelledLabel))
  }
}

/// Whether a word is a noun in the plural, as far as its form tells.
final class PluralNouns: Sendable {
  /// Plurals without an s, and collective nouns that are counted.
  let irregular: PhraseTable
  /// Words with a final s that are no plurals.
  let singular: PhraseTable
  /// Whether an s ends plurals: it does in English, and it may in a language of which nothing is known.
  private let hasS: Bool

  init(_ rows: TableRows<NumberKey>, hasS: Bool) {
    (irregular, singular, self.hasS) = (rows.table(.pluralNoun), rows.table(.noPlural), hasS)
  }

  /// Whether the word looks like a noun in the plural.
  func isPlural(_ token: Token, in text: Text) -> Bool {
    guard token.kind == .word, !token.flags.contains(.initialism) else { return false }
    if irregular.contains(token) { return true }
    let end = Int(token.range.end)
    guard hasS, token.range.count > 2, text.folded[end - 1] == UInt8(ascii: "s") else { return false }
    // 'TDs', 'MPs'; what else is as short is no plural.
    if token.range.count == 3 { return text.bytes[end - 1] == UInt8(ascii: "s") && text.bytes[end - 2] &- 0x41 < 26 }
    let before = text.folded[end - 2]
    // 'glass', 'virus', 'basis' are no plurals.
    guard before != UInt8(ascii: "s"), before != UInt8(ascii: "'") else { return false }
    if before == UInt8(ascii: "u") || before == UInt8(ascii: "i") {
      return token.range.count > 4 && before == UInt8(ascii: "i") && !singular.contains(token)
    }
    return !singular.contains(token)
  }
}
