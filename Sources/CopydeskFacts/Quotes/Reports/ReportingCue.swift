import CopydeskText

/// A reporting word in the text.
struct ReportingCue: Sendable {
  /// Its tokens.
  var tokens: Range<Int>
  /// How it is used.
  var uses: ReportingUse
  /// The pronoun that is glued to it: `dit-il`, `a-t-elle ajouté`.
  var pronoun: Int?
  /// Whether its first word is an auxiliary: `a déclaré`.
  var isCompound = false
}

extension ReportingCue {
  /// The reporting word that starts at a token; nil if none does.
  init?(at index: Int, _ tokens: [Token], _ language: ReportingLanguage, _ classes: [WordClass], _ text: Text) {
    if !language.compounds.isEmpty, let compound = Self.compound(at: index, tokens, language, classes, text) {
      self = compound
      return
    }
    guard let (value, count) = language.verbs.longestMatch(tokens, at: index) else { return nil }
    self.init(tokens: index..<index + count, uses: language.uses[value])
    pronoun = Self.gluedPronoun(at: index + count, tokens, language, classes, text)
  }

  /// `a déclaré`, `a également déclaré`, `a, pour sa part, déclaré`, `a-t-il déclaré`.
  private static func compound(
    at index: Int, _ tokens: [Token], _ language: ReportingLanguage, _ classes: [WordClass], _ text: Text
  ) -> ReportingCue? {
    for (openers, verbs) in language.compounds {
      guard let (_, count) = openers.longestMatch(tokens, at: index) else { continue }
      var next = index + count
      let pronoun = gluedPronoun(at: next, tokens, language, classes, text)
      if let pronoun { next = pronoun + 1 }
      for _ in 0..<4 where next < tokens.count {
        if let (_, count) = language.insertions.longestMatch(tokens, at: next) {
          next += count
        } else if classes[next] == .adverb || tokens[next].isMark(",", in: text) {
          next += 1
        } else {
          break
        }
      }
      guard let (value, length) = verbs.longestMatch(tokens, at: next),
        !tokens[next - 1].isMark(",", in: text) || next > index + count + 1
      else { continue }
      return ReportingCue(
        tokens: index..<next + length, uses: language.uses[value], pronoun: pronoun, isCompound: true)
    }
    return nil
  }

  /// The pronoun of `-il` and `-t-elle` right after a verb.
  private static func gluedPronoun(
    at hyphen: Int, _ tokens: [Token], _ language: ReportingLanguage, _ classes: [WordClass], _ text: Text
  ) -> Int? {
    guard language.has(.gluedPronouns), isGlue(hyphen, tokens, text) else { return nil }
    let first = hyphen + 1
    if classes[first].isPronoun { return first }
    guard language.pronounLinks.contains(tokens[first]), isGlue(first + 1, tokens, text), classes[first + 2].isPronoun
    else { return nil }
    return first + 2
  }

  /// Whether the token is a hyphen between two words.
  private static func isGlue(_ index: Int, _ tokens: [Token], _ text: Text) -> Bool {
    index + 1 < tokens.count && tokens[index].isMark("-", in: text) && !tokens[index].flags.contains(.spaceBefore)
      && !tokens[index + 1].flags.contains(.spaceBefore)
  }
}
