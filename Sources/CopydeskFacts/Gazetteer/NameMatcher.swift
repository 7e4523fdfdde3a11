import CopydeskText

/// Finds the names of one compiled list in a text.
///
/// It has pointers and numbers only: a list that is held anew for each token costs more than to look it up.
struct NameMatcher: Sendable {
  /// Names whose first word has a capital, or is no word.
  let names: NameIndex
  /// Names whose first word has none.
  let lowerNames: NameIndex
  /// How many things the list has.
  let rowCount: Int

  /// The longest name that begins at a token, as the number of its row and of its tokens; of two the later one.
  @inline(__always)
  func match(
    at index: Int, before end: Int, _ keys: [UInt64], in page: CuedDocument
  ) -> (row: Int, count: Int)? {
    let lower = lowerNames.isEmpty ? nil : match(in: lowerNames, at: index, before: end, keys, page)
    // A name with a capital needs one in the text; a figure has none.
    guard page.has(index, .capital) || page.tokens[index].kind != .word else { return lower }
    guard let upper = match(in: names, at: index, before: end, keys, page) else { return lower }
    guard let lower, (lower.count, lower.row) > (upper.count, upper.row) else { return upper }
    return lower
  }

  @inline(__always)
  private func match(
    in index: NameIndex, at start: Int, before end: Int, _ keys: [UInt64], _ page: CuedDocument
  ) -> (row: Int, count: Int)? {
    let match = index.longestMatch(keys, at: start, before: end) { entry, count in
      accepts(index.entries[Int(entry)], start..<start + count, page)
    }
    return match.map { (Int(index.entries[Int($0.entry)].value), $0.count) }
  }

  private func accepts(_ entry: NameIndex.Entry, _ tokens: Range<Int>, _ page: CuedDocument) -> Bool {
    guard entry.value < rowCount else { return false }
    switch entry.form {
    case .anyCase, .surname: return true
    case .capitalised: return tokens.contains { page.has($0, .capital) }
    case .capitals:
      // 'It' is no IT, and 'who' not the WHO; but 'Nato' is NATO.
      let first = tokens.lowerBound
      return page.has(first, .capital)
        && (page.tokens[first].flags.contains(.allCaps) || !page.hasAny(first, [.stop, .common]))
    }
  }

  /// Asks for the memory that tells where the names are that begin with a word.
  @inline(__always)
  func prefetchPlace(of key: UInt64) { names.prefetchPlace(of: key) }

  /// Asks for these names themselves.
  @inline(__always)
  func prefetchSlot(of key: UInt64) { names.prefetchSlot(of: key) }
}
