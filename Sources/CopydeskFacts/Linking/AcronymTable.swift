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
      // 'VATICAN CITY (VXN)': an agency behind a dateline is no short form of the place.
      if isAcronym(second), first.tokens.count > 1,
        first.type == .organization || Self.abbreviates(second.tokens.lowerBound, first.tokens, in: page)
      {
        expansions[page.keys[second.tokens.lowerBound]] = first
      } else if isAcronym(first), second.tokens.count > 1,
        second.type == .organization || Self.abbreviates(first.tokens.lowerBound, second.tokens, in: page)
      {
        expansions[page.keys[first.tokens.lowerBound]] = second
      }
    }
  }

  /// Whether the letters of a word in capitals stand in the long form in their order, two of them at the heads of its words.
  static func abbreviates(_ short: Int, _ long: Range<Int>, in page: CuedDocument) -> Bool {
    let letters = page.text.folded[page.tokens[short].range.indices].filter { $0 != UInt8(ascii: ".") }
    guard letters.count > 1 else { return false }
    var (next, heads) = (0, 0)
    for token in long where page.tokens[token].kind == .word {
      for (place, byte) in page.text.folded[page.tokens[token].range.indices].enumerated()
      where next < letters.count && letters[next] == byte {
        next += 1
        if place == 0 { heads += 1 }
      }
    }
    return next == letters.count && heads > 1
  }

  private func isAcronym(_ mention: Mention) -> Bool {
    mention.tokens.count == 1 && page.tokens[mention.tokens.lowerBound].flags.contains(.allCaps)
  }

  /// The mention that spells the abbreviation out.
  func expansion(of mention: Mention) -> Mention? {
    isAcronym(mention) ? expansions[page.keys[mention.tokens.lowerBound]] : nil
  }
}
