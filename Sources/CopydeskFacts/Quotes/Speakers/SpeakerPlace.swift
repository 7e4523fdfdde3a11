import CopydeskText

/// Where a speaker stands round a verb in languages whose verbs come first: French, Spanish, Italian.
extension NounPhraseFinder {
  /// The *as* that may open a sentence: after its *But*.
  func commentStart(_ unit: Range<Int>) -> Int {
    let first = unit.lowerBound
    return scene.classes[first] == .coordinator && first + 1 < unit.upperBound ? first + 1 : first
  }

  /// The token after the *as* that opens a sentence, past the object of `comme l'a dit X`.
  func afterComment(_ unit: Range<Int>) -> Int {
    let next = commentStart(unit) + 1
    guard scene.language.has(.trailingComments), next + 1 < unit.upperBound, scene.classes[next] == .determiner,
      scene.cueAt[next + 1] >= 0
    else { return next }
    return next + 1
  }

  /// Where the speaker after a verb begins: past the time and the agency of `a déclaré mardi à l'AFP la maire`.
  func speakerStart(behind verb: Int, _ unit: Range<Int>) -> Int {
    guard scene.language.has(.timeBeforeSpeaker) else { return verb }
    var start = verb
    for _ in 0..<3 where start < unit.upperBound {
      var next = start
      while next < unit.upperBound, next < start + 2, scene.language.timeLeaders.contains(scene.tokens[next]) {
        next += 1
      }
      if next < unit.upperBound, isTime(next) {
        start = next + 1
        while start < unit.upperBound, isTime(start) || scene.tokens[start].kind == .number { start += 1 }
      } else if let end = agencyEnd(start, unit) {
        start = end
      } else if scene.classes[start] == .adverb {
        start += 1
      } else {
        break
      }
    }
    return start
  }

  /// `à l'AFP`: a preposition, perhaps an article, and a name in capitals.
  private func agencyEnd(_ start: Int, _ unit: Range<Int>) -> Int? {
    guard scene.classes[start] == .preposition else { return nil }
    var name = start + 1
    if name < unit.upperBound, scene.classes[name] == .determiner { name += 1 }
    guard name < unit.upperBound, scene.tokens[name].flags.contains(.allCaps), scene.tokens[name].range.count <= 5
    else {
      return nil
    }
    return name + 1
  }

  /// Whether a phrase has a name, or ends its head in a role.
  func namesSomebody(_ phrase: NounPhrase) -> Bool {
    phrase.tokens.contains {
      scene.entityAt[$0] >= 0
        || scene.isCapitalised($0) && scene.classes[$0] == .other && !scene.tokens[$0].flags.contains(.sentenceStart)
    }
      || phrase.head.contains { scene.language.roles.contains(scene.tokens[$0]) }
  }
}
