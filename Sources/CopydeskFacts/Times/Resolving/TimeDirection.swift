import CopydeskText

/// Which way the sentence looks at an expression: `will meet on Friday` is ahead, `was arrested on Friday` is back.
///
/// The verb that governs it decides: the nearest before it in its clause, else the first behind it there. The `will` of
/// `gave up on Tuesday because the storm will return` and of `who will retire, spoke on Sunday` is another's.
struct TimeDirection {
  let document: Document
  let lexicon: TimeLexicon

  private enum Cue: Int { case back, ahead, deadline }

  /// 1 ahead, −1 back, 0 unknown.
  func direction(of candidate: TimeCandidate) -> Int {
    let start = candidate.tokens.lowerBound
    let sentence = document.sentences[document.sentenceIndex(at: Int(document.tokens[start].range.start))].tokens
    let before = before(start, in: sentence)
    return before != 0 ? before : behind(candidate, in: sentence)
  }

  /// Whether it is all that is said: `in 5 days` over a list, which is a date.
  func isFragment(_ candidate: TimeCandidate) -> Bool {
    let start = candidate.tokens.lowerBound
    let sentence = document.sentences[document.sentenceIndex(at: Int(document.tokens[start].range.start))].tokens
    return sentence.count <= candidate.tokens.count + 1
  }

  private func cue(_ index: Int) -> Cue? {
    guard document.tokens[index].kind == .word else { return nil }
    return lexicon.cues.longestMatch(document.tokens, at: index).flatMap { Cue(rawValue: $0.value) }
  }

  private func before(_ start: Int, in sentence: Range<Int>) -> Int {
    let tokens = document.tokens
    var (hasDeadline, hasPast, isParted) = (false, false, false)
    var index = start
    while index > sentence.lowerBound, start - index < Self.reach {
      index -= 1
      let token = tokens[index]
      guard token.kind == .word else {
        if token.isMark(",", in: document.text) {
          if hasPast { break }
          isParted = true
        }
        continue
      }
      if start - index > 1, lexicon[.clause].contains(token) { break }
      guard let cue = cue(index) else {
        // In 'proposed a dividend, payable on 15 April' it doesn't govern.
        guard !hasPast, !isParted, isPast(index) else { continue }
        // 'have been postponed until Saturday'
        if hasDeadline, lexicon[.deferral].contains(token) { return 1 }
        // 'will vote on a revised plan on Friday' is still ahead.
        hasPast = true
        continue
      }
      switch cue {
      case .deadline: hasDeadline = hasDeadline || start - index <= 2
      case .ahead: return 1
      case .back:
        if hasPast { return -1 }
        if hasDeadline, lexicon[.perfect].contains(token) { continue }
        // 'is to be found', 'will be killed': the participle looks no way.
        if index > sentence.lowerBound, lexicon[.infinitive].contains(tokens[index - 1]) { continue }
        return -1
      }
    }
    return hasDeadline ? 1 : hasPast ? -1 : 0
  }

  /// `picketed`: a past form by its ending, unless a word before it makes it an adjective: `a revised plan`.
  private func isPast(_ index: Int) -> Bool {
    lexicon.pastEndings.matchEnd(of: document.tokens[index].range, in: document.text)
      && !(index > 0 && lexicon.isDeterminer(document.tokens, at: index - 1))
  }

  private func behind(_ candidate: TimeCandidate, in sentence: Range<Int>) -> Int {
    let tokens = document.tokens
    var index = candidate.tokens.upperBound
    let limit = min(sentence.upperBound, index + Self.reach)
    let isOpening = candidate.tokens.lowerBound - sentence.lowerBound <= 3
    while index < limit {
      // 'On Friday, the court will decide'
      if tokens[index].isMark(",", in: document.text), !isOpening || index > candidate.tokens.upperBound { break }
      if lexicon[.clause].contains(tokens[index]) { break }
      if let cue = cue(index), cue != .deadline { return cue == .ahead ? 1 : -1 }
      if isPast(index) { return -1 }
      index += 1
    }
    return 0
  }

  /// How far a cue may stand away, in tokens.
  private static let reach = 14
}
