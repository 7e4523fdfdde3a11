import CopydeskText

/// Where a reported clause may begin.
extension ContentFinder {
  /// Whether a clause begins at the token: a noun phrase and then a verb, before anything that ends a clause.
  func opensClause(_ start: Int, end: Int) -> Bool {
    guard start < end else { return false }
    let first = scene.classes[start]
    if first.isPronoun, first != .otherPronoun { return start + 1 < end && scene.isWord(start + 1) }
    if scene.isFinite(start) && first == .finite { return first == .finite && isContracted(start) }
    guard scene.isWord(start) || scene.isPunctuation(start, "$(") else { return false }
    if first == .coordinator || first == .relative || first == .that || first == .infinitive { return false }
    if first == .subordinator { return false }
    // `said this week that …`
    if isTimePhrase(start), start + 2 < end, scene.classes[start + 2] == .that { return false }
    let isPossessor = start + 1 < end && scene.isPossessive(start + 1)
    if phrases.isTime(start), scene.entityAt[start] < 0, !isPossessor { return false }
    var index = start + 1
    var afterComma = false
    let limit = min(end, start + 30)
    while index < limit {
      if scene.isStop(index, end: end) || scene.isPunctuation(index, ":") { return false }
      if scene.isPunctuation(index, ",") { afterComma = true }
      if scene.isFinite(index), scene.spanAt[index] < 0 {
        // `claimed his prize and is ready`: the narrator goes on.
        if scene.classes[index - 1] == .coordinator, index - start <= 4, scene.language.has(.knownVerbs) {
          return false
        }
        return first != .preposition || afterComma || index - start > 4
      }
      if scene.classes[index] == .that, first == .preposition || first == .adverb { return false }
      if scene.classes[index] == .relative, first == .preposition { return false }
      index += 1
    }
    return false
  }

  /// `it's`, `they're` in one token, but not `isn't`.
  func isContracted(_ index: Int) -> Bool {
    let range = scene.tokens[index].range
    return range.count > 3 && hasApostrophe(index)
      && scene.document.text.bytes[Int(range.end) - 1] != UInt8(ascii: "t")
  }

  private func hasApostrophe(_ index: Int) -> Bool {
    let range = scene.tokens[index].range
    return scene.document.text.bytes[range.indices].contains { $0 == UInt8(ascii: "'") || $0 == 0x99 }
  }

  /// `this week`, `the night before`
  func isTimePhrase(_ index: Int) -> Bool {
    scene.classes[index] == .determiner && index + 1 < scene.tokens.count && phrases.isTime(index + 1)
      && scene.entityAt[index + 1] < 0
  }
}
