import CopydeskText

/// Which way the sentence looks at an expression: `will meet on Friday` is ahead, `was arrested on Friday` is back.
struct TimeDirection {
  let document: Document
  let lexicon: TimeLexicon

  /// 1 ahead, −1 back, 0 unknown: the nearest cue before the expression decides, else the first one behind it in its
  /// clause: the `will` of `shares fell on Monday, and analysts say they will` is another's.
  func direction(of candidate: TimeCandidate) -> Int {
    let tokens = document.tokens
    let start = candidate.tokens.lowerBound
    let sentence = document.sentences[document.sentenceIndex(at: Int(tokens[start].range.start))].tokens
    var deadline = false
    var index = start
    while index > sentence.lowerBound, start - index < Self.reach {
      index -= 1
      guard tokens[index].kind == .word, let cue = lexicon.cues.longestMatch(tokens, at: index)?.value else { continue }
      if cue == 2 {
        if start - index <= 2 { deadline = true }
        continue
      }
      // 'has been postponed until Saturday'
      if deadline, cue == 0, lexicon.contexts.perfects.contains(tokens[index]) { continue }
      // 'is to be found', 'will be killed': the participle looks no way.
      if cue == 0, index > sentence.lowerBound, lexicon.contexts.infinitives.contains(tokens[index - 1]) { continue }
      return cue == 1 ? 1 : -1
    }
    if deadline { return 1 }
    index = candidate.tokens.upperBound
    let limit = min(sentence.upperBound, index + Self.reach)
    let isOpening = start - sentence.lowerBound <= 3
    while index < limit {
      // 'On Friday, the court will decide'
      if tokens[index].isMark(",", in: document.text), !isOpening || index > candidate.tokens.upperBound { break }
      if tokens[index].kind == .word, let cue = lexicon.cues.longestMatch(tokens, at: index)?.value, cue != 2 {
        return cue == 1 ? 1 : -1
      }
      index += 1
    }
    return 0
  }

  /// How far a cue may stand away, in tokens.
  private static let reach = 14
}
