import CopydeskText

/// Finds the names of courts' cases: 'Marbury v. Madison', where the sentence speaks of a court.
struct CaseFinder {
  let page: CuedDocument

  init(page: CuedDocument) { self.page = page }

  /// The cases, in order; they don't overlap.
  func mentions() -> [Mention] {
    var found: [Mention] = []
    for sentence in page.document.sentences {
      guard let versus = sentence.tokens.first(where: { page.token($0, isIn: page.words.versus) }),
        sentence.tokens.contains(where: { page.token($0, isIn: page.words.court) })
      else { continue }
      for index in versus..<sentence.tokens.upperBound where page.token(index, isIn: page.words.versus) {
        guard let name = name(around: index, in: sentence.tokens),
          found.last.map({ $0.tokens.upperBound <= name.lowerBound }) ?? true
        else { continue }
        found.append(Mention(tokens: name, type: .law, rule: .headPattern, probability: 0.9))
      }
    }
    return found
  }

  private func isName(_ index: Int) -> Bool { page.has(index, .capital) && !page.hasAny(index, [.stop, .day]) }

  private func name(around versus: Int, in sentence: Range<Int>) -> Range<Int>? {
    let after = page.isMark(versus + 1, ".") ? versus + 2 : versus + 1
    guard versus > sentence.lowerBound, after < sentence.upperBound, isName(versus - 1), isName(after) else {
      return nil
    }
    var (first, end) = (versus - 1, after + 1)
    while first > sentence.lowerBound, versus - first < 5, isName(first - 1) { first -= 1 }
    while end < sentence.upperBound, end - after < 5, isName(end) { end += 1 }
    return first..<end
  }
}
