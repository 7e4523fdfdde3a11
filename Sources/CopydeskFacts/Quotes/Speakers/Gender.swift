import CopydeskText

/// What is known of the gender of a name: enough to choose between two people for *he* and *she*.
enum Gender: Sendable {
  case male, female

  /// The gender that the words before a name (`Mrs.`, `spokeswoman`) or its given name show.
  static func of(_ entity: Entity, in scene: SpeechScene) -> Gender? {
    let first = scene.document.tokenIndex(atOrAfter: Int(entity.range.start))
    var index = first - 1
    let words = NameLanguage.table(for: scene.document.language).words
    while index >= 0, first - index <= 4, scene.entityAt[index] < 0 || index == first - 1 {
      if words.femaleTitles.contains(scene.tokens[index]) { return .female }
      if words.maleTitles.contains(scene.tokens[index]) { return .male }
      if scene.tokens[index].kind == .punctuation, !scene.isPunctuation(index, ".") { break }
      index -= 1
    }
    return ofGivenName(entity.name, words)
  }

  /// The gender of the first word of a full name.
  static func ofGivenName(_ name: String, _ words: NameWords) -> Gender? {
    let text = Text(name)
    let tokens = Tokenizer.tokens(of: text)
    guard tokens.count > 1, let given = tokens.first else { return nil }
    if words.maleNames.contains(given) { return .male }
    if words.femaleNames.contains(given) { return .female }
    // Arta, Ivana, Милица; the few men's names in -a are in the list above.
    let letters = text.folded[given.range.indices]
    let isFemale = words.femaleEndings.contains {
      letters.count >= $0.count && letters.suffix($0.count).elementsEqual($0)
    }
    return isFemale ? .female : nil
  }
}
