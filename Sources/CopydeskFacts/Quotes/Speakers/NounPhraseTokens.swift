import CopydeskText

/// What a token is to the readers of noun phrases.
extension SpeechScene {
  /// The index of the entity at a token; nil if there is none.
  func entity(at token: Int) -> Int? { entityAt[token] >= 0 ? Int(entityAt[token]) : nil }

  /// The first token of the entity at a token.
  func entityStart(at token: Int) -> Int {
    var start = token
    while start > 0, entityAt[start - 1] == entityAt[token] { start -= 1 }
    return start
  }

  /// Whether the token is a given name, as far as the lists tell: `Ana`.
  func isGivenName(_ token: Int) -> Bool {
    WordCues.listed[Skeleton.shared.key(of: tokens[token], in: document.text)].contains(.given)
  }

  /// The token after the entity at a token.
  func entityEnd(at token: Int) -> Int {
    var end = token + 1
    while end < tokens.count, entityAt[end] == entityAt[token] { end += 1 }
    return end
  }

  /// An apostrophe right behind a word: `the tenants’ league`.
  func isApostrophe(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .punctuation, !token.flags.contains(.spaceBefore) else { return false }
    return isPunctuation(index, "'") || document.text.folds(token.range, to: "’")
  }

  /// A hyphen inside a word: `NATO-led`.
  func isGlued(_ index: Int) -> Bool {
    isPunctuation(index, "-/") && !tokens[index].flags.contains(.spaceBefore) && index + 1 < tokens.count
      && !tokens[index + 1].flags.contains(.spaceBefore)
  }

  /// Whether the token is a preposition here; the *to* of infinitives is one before a noun: `close to the president`.
  func isPreposition(_ index: Int) -> Bool {
    guard classes[index] == .infinitive, index + 1 < tokens.count else { return classes[index] == .preposition }
    let next = index + 1
    return entityAt[next] >= 0 || classes[next] == .determiner || language.objectPronouns.contains(tokens[next])
      || isCapitalised(next)
  }
}
