import CopydeskText

/// Names of several words in a case: `u Novom Pazaru`, `Aleksandra Vučića`, `Severne Makedonije`.
///
/// Each word may be in its base form or in one of a few others; the first combination that the gazetteer knows counts.
struct InflectedNames {
  let inflection: Inflection
  let gazetteer: Gazetteer

  /// The longest name of the gazetteer is rarely longer in these languages.
  private static let longest = 3

  /// The keys of the base forms of the words from `start` on; nil if they are no name of the gazetteer in a case.
  /// - Complexity: at most 6³ look-ups; most words end it at the first.
  func baseKeys(_ tokens: ArraySlice<Token>, keys: ArraySlice<UInt64>, in text: Text) -> [UInt64]? {
    let words = Array(tokens.prefix(Self.longest))
    guard words.count > 1 else { return nil }
    var best: [UInt64]?
    extend(words, Array(keys.prefix(Self.longest)), text, hash: NameTable.seed, chosen: [], best: &best)
    return best
  }

  private func extend(
    _ words: [Token], _ keys: [UInt64], _ text: Text, hash: UInt64, chosen: [UInt64], best: inout [UInt64]?
  ) {
    let position = chosen.count
    guard position < words.count else { return }
    for key in [keys[position]] + inflection.baseKeys(of: words[position], in: text) {
      let next = NameTable.step(hash, key)
      guard gazetteer.names.isKnown(hash: next) else { continue }
      let all = chosen + [key]
      let entry = gazetteer.names.entry(hash: next)
      if entry >= 0, all.count > max(1, best?.count ?? 1), isWorthAGuess(entry), all != Array(keys.prefix(all.count)) {
        best = all
      }
      extend(words, keys, text, hash: next, chosen: all, best: &best)
    }
  }

  private func isWorthAGuess(_ entry: Int32) -> Bool {
    let row = gazetteer.row(entry)
    return row.table != .places || row.rank >= 1 || row.country == PublisherPlace.code("XK")
  }
}
