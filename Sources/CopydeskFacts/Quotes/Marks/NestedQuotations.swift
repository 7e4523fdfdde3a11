import CopydeskText

/// Quotations inside quotations: what a speaker says that another one said.
extension ReportedSpeechFinder {
  /// Takes a nested quotation if a reporting word stands right before it: `"They say 'we thought it was ours' or …"`.
  mutating func findNestedQuotations() {
    var last: ReportedSpeech?
    for (index, span) in scene.spans.enumerated() {
      guard let parent = span.parent, scene.spans[parent].parent == nil, isTaken[parent], wordCount(index) > 2 else {
        continue
      }
      let start = span.tokens.lowerBound
      let floor = scene.spans[parent].inner.lowerBound
      if let cue = cue(before: start, floor: floor) {
        var speaker: NounPhrase?
        if case .phrase(let phrase) = reportFinder.phrases.nestedSubject(before: cue.lowerBound, floor: floor) {
          speaker = phrase
        }
        let speech = ReportedSpeech(
          tokens: span.tokens, kind: .direct, span: index, speaker: speaker, cue: cue,
          unit: scene.spans[parent].inner, rule: "quote/nested", confidence: 0.6)
        found.append(speech)
        last = speech
      } else if var speech = last, start >= 2, speech.tokens.upperBound == start - 1,
        scene.classes[start - 1] == .coordinator
      {
        speech.tokens = span.tokens
        speech.span = index
        found.append(speech)
        last = speech
      }
    }
  }

  /// The reporting word right before a quotation, a comma or colon between.
  private func cue(before start: Int, floor: Int) -> Range<Int>? {
    var end = start
    if end > floor, scene.isPunctuation(end - 1, ",:") { end -= 1 }
    for first in stride(from: end - 1, through: max(floor, end - 3), by: -1) where scene.cueAt[first] >= 0 {
      let cue = scene.cues[Int(scene.cueAt[first])]
      if cue.tokens.upperBound == end, cue.uses.contains(.quoted) { return cue.tokens }
    }
    return nil
  }
}

extension NounPhraseFinder {
  /// The subject of a verb inside a quotation: its pronoun or name right before it.
  func nestedSubject(before verb: Int, floor: Int) -> Subject {
    guard verb > floor else { return .none }
    let last = verb - 1
    let isSubject = scene.classes[last].isPronoun || scene.entityAt[last] >= 0
    guard isSubject else { return .none }
    var start = last
    while start > floor, scene.entityAt[last] >= 0, scene.entityAt[start - 1] == scene.entityAt[last] { start -= 1 }
    return .phrase(NounPhrase(start..<verb))
  }
}
