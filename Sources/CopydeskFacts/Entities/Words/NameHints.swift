package import CopydeskText

/// What the rules and the gazetteer say of each token, as numbers that a tagger learns to weigh.
///
/// The tagger that decides in the end has the rules' mentions among its features: it learns from marked text which of them
/// to believe where, as the rules can't know of themselves.
package struct NameHints {
  let page: CuedDocument

  /// The hints for a document, a number a token (0 where nothing is known), and the names of the rules with their types.
  package static func read(_ document: Document) -> (hints: [UInt32], names: [(range: TextRange, type: String)]) {
    guard !document.tokens.isEmpty else { return ([], []) }
    let page = CuedDocument(document)
    let mentions = RuleMentionFinder().mentions(in: page)
    let names = mentions.map { mention in
      let (first, last) = (page.tokens[mention.tokens.lowerBound], page.tokens[mention.tokens.upperBound - 1])
      return (TextRange(Int(first.range.start), Int(last.range.end)), mention.type.rawValue)
    }
    return (NameHints(page: page).hints(mentions), names)
  }

  /// In the lower half what the mention over the token is, in the upper half the longest name of the gazetteer there.
  func hints(_ mentions: [Mention]) -> [UInt32] {
    var hints = [UInt32](repeating: 0, count: page.tokens.count)
    for mention in mentions {
      let row = mention.entry >= 0 ? page.gazetteer.row(mention.entry).table.rawValue + 1 : 0
      let type = EntityType.allCases.firstIndex(of: mention.type) ?? 0
      let known = UInt32(type + 1) | UInt32(mention.rule.number) << 4 | UInt32(row) << 9
      for index in mention.tokens { hints[index] = known | Self.place(index, in: mention.tokens) << 14 }
    }
    for sentence in page.document.sentences { markNames(in: sentence.tokens, &hints) }
    return hints
  }

  /// Names of the gazetteer, also those that the rules did not trust: `Reading`, `Henderson`.
  private func markNames(in sentence: Range<Int>, _ hints: inout [UInt32]) {
    let names = page.gazetteer.names
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard page.has(index, .capital), !page.has(index, .stop),
        let match = names.longestMatch(page.keys, at: index, before: sentence.upperBound, where: { _, _ in true })
      else {
        index += 1
        continue
      }
      let row = page.gazetteer.row(match.entry)
      let known = UInt32(row.table.rawValue + 1) | UInt32(row.rank) << 4
      let tokens = index..<index + match.count
      for token in tokens { hints[token] |= (known | Self.place(token, in: tokens) << 14) << 16 }
      index = tokens.upperBound
    }
  }

  /// Whether the token is all of the name (0), its first (1), its last (2) or one between (3).
  private static func place(_ token: Int, in tokens: Range<Int>) -> UInt32 {
    if tokens.count == 1 { return 0 }
    return token == tokens.lowerBound ? 1 : token == tokens.upperBound - 1 ? 2 : 3
  }
}
