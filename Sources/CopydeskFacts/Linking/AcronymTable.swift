import CopydeskText

/// The abbreviations that a document explains itself: 'Kosovo Force (KFOR)', 'KFOR (Kosovo Force)'.
struct AcronymTable {
  private var expansions: [UInt64: Mention] = [:]
  private let page: CuedDocument

  init(page: CuedDocument, mentions: [Mention]) {
    self.page = page
    guard mentions.count > 1 else { return }
    for index in 1..<mentions.count {
      let (first, second) = (mentions[index - 1], mentions[index])
      guard second.tokens.lowerBound == first.tokens.upperBound + 1, page.isMark(first.tokens.upperBound, "("),
        page.isMark(second.tokens.upperBound, ")")
      else { continue }
      if isAcronym(second), first.tokens.count > 1 {
        expansions[page.keys[second.tokens.lowerBound]] = first
      } else if isAcronym(first), second.tokens.count > 1 {
        expansions[page.keys[first.tokens.lowerBound]] = second
      }
    }
  }

  private func isAcronym(_ mention: Mention) -> Bool {
    mention.tokens.count == 1 && page.tokens[mention.tokens.lowerBound].flags.contains(.allCaps)
  }

  /// The mention that spells the abbreviation out.
  func expansion(of mention: Mention) -> Mention? {
    isAcronym(mention) ? expansions[page.keys[mention.tokens.lowerBound]] : nil
  }
}
