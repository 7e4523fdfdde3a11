import CopydeskText

/// Attribution by a colon: headlines and transcripts.
extension ReportedSpeechFinder {
  /// `X: "…"`, `X: CLAUSE` and `CLAUSE: X` on a line of its own without a stop.
  mutating func findColonHeadline(in unit: Range<Int>) {
    guard unit.count <= 30, scene.tokens[unit.lowerBound].flags.contains(.lineStart),
      unit.upperBound == scene.tokens.count || scene.tokens[unit.upperBound].flags.contains(.lineStart)
    else { return }
    if findDashHeadline(in: unit) { return }
    guard let colon = unit.first(where: { scene.isPunctuation($0, ":") && scene.spanAt[$0] < 0 }),
      colon > unit.lowerBound, colon + 1 < unit.upperBound,
      scene.tokens[colon + 1].flags.contains(.spaceBefore), !scene.isPunctuation(unit.upperBound - 1, ".")
    else { return }
    if scene.language.labels.contains(scene.tokens[colon - 1]) { return }
    let behind = colon + 1..<contentFinder.trimmedEnd(colon + 1, unit.upperBound)
    let front = unit.lowerBound..<colon
    guard !behind.isEmpty else { return }
    if front.count <= 6, namesSpeaker(front),
      contentFinder.hasQuotation(behind) || isName(front) && behind.count > 3
        || contentFinder.opensClause(colon + 1, end: unit.upperBound)
    {
      return addHeadline(behind, speaker: front, unit)
    }
    if behind.count <= 4, isName(behind), front.count >= 3, !contentFinder.hasQuotation(behind) {
      addHeadline(front, speaker: behind, unit)
    }
  }

  /// `Bank to cut 2,000 jobs - sources`: behind the dash those who speak without a name; a name there is the publisher's.
  private mutating func findDashHeadline(in unit: Range<Int>) -> Bool {
    let last = unit.upperBound - 1
    guard unit.count >= 6, let dash = (last - 3..<last).last(where: scene.isDash),
      scene.language.roles.contains(scene.tokens[last]),
      (dash + 1..<unit.upperBound).allSatisfy({ scene.isWord($0) && scene.entityAt[$0] < 0 && !scene.isCapitalised($0) }
      )
    else { return false }
    // Past the label of `Exclusive: …`.
    let colon = (unit.lowerBound..<dash).first { scene.isPunctuation($0, ":") }
    let isLabel =
      colon.map { $0 == unit.lowerBound + 1 && scene.language.labels.contains(scene.tokens[$0 - 1]) } ?? false
    let content = (isLabel ? unit.lowerBound + 2 : unit.lowerBound)..<dash
    guard content.count >= 3, isLabel || colon == nil, !contentFinder.hasQuotation(content) else { return false }
    addHeadline(content, speaker: dash + 1..<unit.upperBound, unit)
    return true
  }

  private mutating func addHeadline(_ content: Range<Int>, speaker: Range<Int>, _ unit: Range<Int>) {
    var speech = ReportedSpeech(
      tokens: content, kind: .indirect, speaker: NounPhrase(speaker), cue: nil, unit: unit,
      rule: "quote/headline-colon", confidence: 0.65)
    let spans = spans(in: content)
    if spans.contains(where: { isTaken[$0] }) { return }
    guard !spans.isEmpty else { return found.append(speech) }
    let isDirect = !hasWordsOutside(content)
    for span in spans {
      isTaken[span] = true
      speech.tokens = scene.spans[span].tokens
      speech.span = span
      speech.kind = isDirect ? .direct : .mixed
      speech.clause = isDirect ? nil : content
      found.append(speech)
    }
  }

  /// Whether the words before a colon name one who speaks: a name, or a role alone.
  private func namesSpeaker(_ tokens: Range<Int>) -> Bool {
    guard !tokens.contains(where: { scene.isFinite($0) || scene.classes[$0] == .preposition && scene.entityAt[$0] < 0 })
    else {
      return false
    }
    let last = tokens.upperBound - 1
    if scene.entityAt[last] >= 0 { return isName(tokens.lowerBound..<tokens.upperBound) }
    return scene.language.roles.contains(scene.tokens[last])
  }

  /// Whether the words end in the name of a person, body or state.
  private func isName(_ tokens: Range<Int>) -> Bool {
    let entity = Int(scene.entityAt[tokens.upperBound - 1])
    guard entity >= 0 else { return false }
    switch scene.entities[entity].type {
    case .person, .organization, .geopolitical: return true
    default: return false
    }
  }

  // MARK: - Transcripts

  /// The lines of a transcript, `NAME: …`: at least three, by at least one name twice.
  mutating func findTranscript() {
    var turns: [(name: Range<Int>, words: Range<Int>)] = []
    var names: [UInt64: Int] = [:]
    for unit in scene.units where scene.tokens[unit.lowerBound].flags.contains(.lineStart) {
      guard let name = turnName(unit) else { continue }
      var end = unit.upperBound
      while end < scene.tokens.count, !scene.tokens[end].flags.contains(.lineStart) { end += 1 }
      turns.append((name, name.upperBound + 1..<end))
      names[scene.tokens[name.upperBound - 1].key, default: 0] += 1
    }
    guard turns.count >= 3, names.values.contains(where: { $0 > 1 }) else { return }
    var isTurn = [Bool](repeating: false, count: scene.tokens.count)
    var spoken: [ReportedSpeech] = []
    for turn in turns where !turn.words.isEmpty {
      let taken = spans(in: turn.words)
      for span in taken { isTaken[span] = true }
      for token in turn.words { isTurn[token] = true }
      spoken.append(
        ReportedSpeech(
          tokens: turn.words, kind: .direct, speaker: NounPhrase(turn.name), cue: nil,
          unit: turn.name.lowerBound..<turn.words.upperBound, rule: "quote/transcript", confidence: 0.8))
    }
    found.removeAll { isTurn[$0.tokens.lowerBound] }
    found += spoken
  }

  private func turnName(_ unit: Range<Int>) -> Range<Int>? {
    guard let colon = unit.prefix(6).first(where: { scene.isPunctuation($0, ":") }), colon > unit.lowerBound,
      colon + 1 < unit.upperBound, scene.tokens[colon + 1].flags.contains(.spaceBefore)
    else { return nil }
    let name = unit.lowerBound..<colon
    let isCapitals = name.allSatisfy { scene.tokens[$0].flags.contains(.allCaps) || !scene.isWord($0) }
    return isCapitals || isName(name) ? name : nil
  }
}
