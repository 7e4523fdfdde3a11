import CopydeskText

/// Noun phrases with something between them and their verb.
extension NounPhraseFinder {
  /// `Ivana Petrović, who led the inquiry, said`; `the mayor of Peja, Lum Krasniqi, said`.
  func phraseWithApposition(closingComma comma: Int, floor: Int) -> NounPhrase? {
    let limit = max(floor, comma - 60)
    for index in stride(from: comma - 1, to: limit, by: -1) {
      guard scene.isPunctuation(index, ","), scene.spanAt[index] < 0, index + 1 < comma, opensApposition(index + 1)
      else {
        continue
      }
      guard var phrase = phrase(endingAt: index, floor: floor) else { continue }
      if scene.classes[phrase.tokens.lowerBound].isPronoun { return nil }
      // `Sanders, a senator from Vermont, who is 74, said`: a name further left is the head.
      var left = phrase.tokens.lowerBound - 1
      var steps = 0
      while steps < 3, !endsInPerson(phrase), left > floor, scene.isPunctuation(left, ","),
        let earlier = self.phrase(endingAt: left, floor: floor)
      {
        left = earlier.tokens.lowerBound - 1
        steps += 1
        if endsInPerson(earlier) { phrase = earlier }
      }
      let start = phrase.tokens.lowerBound
      phrase.tokens = start..<comma + 1
      if !isPlaceTail(index + 1..<comma) { phrase.apposition = index + 1..<comma }
      if let other = conjunct(before: start, floor: floor, of: phrase) {
        phrase.others.append(other)
        phrase.tokens = other.tokens.lowerBound..<comma + 1
      }
      return phrase
    }
    return nil
  }

  /// `Lena Voss, the clinic's director,` before `and Ivo Kern, its chief nurse, said`.
  private func conjunct(before start: Int, floor: Int, of phrase: NounPhrase) -> NounPhrase? {
    var end = start - 1
    guard end > floor, scene.language.joiners.contains(scene.tokens[end]) else { return nil }
    if scene.isPunctuation(end - 1, ",") { end -= 1 } else { return nil }
    guard endsInPerson(phrase),
      let other = phraseWithApposition(closingComma: end, floor: max(floor, start - Self.reach)), endsInPerson(other)
    else { return nil }
    return other
  }

  /// `in Split, Croatia,`
  private func isPlaceTail(_ tokens: Range<Int>) -> Bool {
    guard let place = scene.entity(at: tokens.lowerBound), scene.entityEnd(at: tokens.lowerBound) == tokens.upperBound,
      scene.entities[place].type == .geopolitical, let before = scene.entity(at: tokens.lowerBound - 2)
    else { return false }
    return scene.entities[before].type == .geopolitical
  }

  private func endsInPerson(_ phrase: NounPhrase) -> Bool {
    scene.entity(at: phrase.head.upperBound - 1).map { scene.entities[$0].type == .person } ?? false
  }

  private func opensApposition(_ index: Int) -> Bool {
    if scene.entityAt[index] >= 0 || scene.isCapitalised(index) || scene.tokens[index].kind == .number { return true }
    switch scene.classes[index] {
    case .determiner, .relative, .preposition, .other, .adverb: return true
    default: return false
    }
  }

  /// `Rep. Ann Lee (D-Mass.) said`, `Lee — who chairs the board — said`.
  func phraseWithInsertion(closing: Int, floor: Int, isDash: Bool) -> NounPhrase? {
    for index in stride(from: closing - 1, to: max(floor, closing - Self.reach), by: -1)
    where isDash ? scene.isDash(index) : scene.isPunctuation(index, "(") {
      guard var phrase = phrase(endingAt: index, floor: floor) else { return nil }
      phrase.tokens = phrase.tokens.lowerBound..<closing + 1
      return phrase
    }
    return nil
  }
}
