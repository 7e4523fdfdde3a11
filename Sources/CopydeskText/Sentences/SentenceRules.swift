/// Where a sentence ends.
struct SentenceRules {
  let text: Text
  let table: Abbreviations

  /// The index after the last token of the sentence that starts at a token.
  func end(ofSentenceAt start: Int, in tokens: [Token]) -> Int {
    let list = ListMarker(tokens, at: start, in: text.bytes)
    // Nothing ends inside the marker of a list.
    let first = list?.tokens.upperBound ?? start
    var index = start
    // `«`, `「`: how many are open.
    var depth = 0
    while true {
      let next = index + 1
      if isAtLineEnd(tokens, next) { return next }
      if next > first, opensItem(tokens, at: next, after: list) { return next }
      let mark = SentenceMark.of(tokens[index], in: text.bytes)
      depth = max(0, depth + change(of: mark))
      guard index >= first, isStop(tokens[index], mark) else {
        index = next
        continue
      }
      // `…"`, `.)`, `?!`: what closes belongs to the sentence before.
      var end = next
      while !isAtLineEnd(tokens, end), closes(tokens, at: end) {
        depth = max(0, depth + change(of: SentenceMark.of(tokens[end], in: text.bytes)))
        end += 1
      }
      end = afterNotes(tokens, from: end)
      if isAtLineEnd(tokens, end) || opensItem(tokens, at: end, after: list) { return end }
      let stop = Stop(index: index, mark: mark, next: end, sentenceStart: start, isInside: depth > 0)
      if isBoundary(tokens, stop) { return end }
      index = end
    }
  }

  private func isAtLineEnd(_ tokens: [Token], _ index: Int) -> Bool {
    index >= tokens.count || tokens[index].flags.contains(.lineStart)
  }

  /// What a mark adds to the number of open quotations.
  private func change(of mark: SentenceMark?) -> Int {
    switch mark {
    case .opening: 1
    case .closing, .guillemet: -1
    default: 0
    }
  }

  /// A token that may end a sentence, and what surrounds it.
  private struct Stop {
    var index: Int
    var mark: SentenceMark?
    /// The token behind it and all that closes with it.
    var next: Int
    var sentenceStart: Int
    /// Whether a `«` or `「` is still open.
    var isInside: Bool
  }

  // MARK: Marks

  private func isStop(_ token: Token, _ mark: SentenceMark?) -> Bool {
    switch mark {
    case .stop: !table.colonStops
    case .call, .ellipsis, .full: true
    case .colon: table.colonStops
    case nil where table.semicolonQuestions && token.isMark(";", in: text): true
    default: token.flags.contains(.initialism)
    }
  }

  /// Whether the token only closes: a further stop, a closing quote or bracket without space before it.
  private func closes(_ tokens: [Token], at index: Int) -> Bool {
    guard let mark = SentenceMark.of(tokens[index], in: text.bytes) else { return false }
    let isSpaced = tokens[index].flags.contains(.spaceBefore)
    switch mark {
    // `. . .` is an ellipsis too; `snel. ...en` goes on with one that opens a sentence.
    case .stop:
      return !isSpaced
        || SentenceMark.of(tokens[index - 1], in: text.bytes) == .stop && !opensEllipsis(tokens, at: index)
    case .call, .ellipsis, .full, .quote, .closing: return !isSpaced
    // French sets it off: `« … toi. » Qui`.
    case .guillemet: return !isSpaced || index + 1 == tokens.count || tokens[index + 1].flags.contains(.spaceBefore)
    default: return false
    }
  }

  /// Whether `...` stands there, a space before it and a word right behind.
  private func opensEllipsis(_ tokens: [Token], at index: Int) -> Bool {
    guard tokens[index].flags.contains(.spaceBefore), index + 1 < tokens.count else { return false }
    var end = index + 1
    while end < tokens.count, end < index + 4, !tokens[end].flags.contains(.spaceBefore),
      SentenceMark.of(tokens[end], in: text.bytes) == .stop
    {
      end += 1
    }
    let isDots = end > index + 1 || SentenceMark.of(tokens[index], in: text.bytes) == .ellipsis
    return isDots && end < tokens.count && tokens[end].kind == .word && !tokens[end].flags.contains(.spaceBefore)
  }

  /// Goes on over `[1] [2]`, the numbers of notes.
  private func afterNotes(_ tokens: [Token], from start: Int) -> Int {
    var end = start
    while end + 2 < tokens.count, SentenceMark.of(tokens[end], in: text.bytes) == .bracket,
      text.bytes[Int(tokens[end].range.start)] == UInt8(ascii: "["), tokens[end + 1].kind == .number,
      SentenceMark.of(tokens[end + 2], in: text.bytes) == .closing, !tokens[end].flags.contains(.lineStart)
    {
      end += 3
    }
    return end
  }

  /// Whether the item of a list starts at the token.
  private func opensItem(_ tokens: [Token], at index: Int, after list: ListMarker?) -> Bool {
    let token = tokens[index]
    if token.range.count > 1, token.kind != .word, SentenceMark.of(token, in: text.bytes) == .bullet {
      return token.flags.contains(.spaceBefore)
    }
    guard let list, token.kind == .number, token.flags.contains(.spaceBefore),
      let next = ListMarker(tokens, at: index, in: text.bytes), list.isFollowed(by: next)
    else { return false }
    // `1. Mai … 2. Mai` is no list.
    guard !next.hasBracket else { return true }
    return !table.ordinalStops && tokens[next.tokens.upperBound].flags.contains(.capitalised)
  }

  // MARK: Boundaries

  private func isBoundary(_ tokens: [Token], _ stop: Stop) -> Bool {
    let following = tokens[stop.next]
    if stop.mark == .full { return isFullBoundary(tokens, stop) }
    guard following.flags.contains(.spaceBefore) else { return isGluedBoundary(tokens, stop) }
    // `[...]`, `(?)`
    if stop.index > 0, SentenceMark.of(tokens[stop.index - 1], in: text.bytes) == .bracket { return false }
    if goesOn(tokens, stop) { return false }
    if stop.mark == .stop, stop.next == stop.index + 1, opensEllipsis(tokens, at: stop.next) {
      return !belongsToWord(tokens, stop, before: nil)
    }
    let opening = firstWord(tokens, from: stop.next)
    if tokens[stop.index].flags.contains(.initialism) { return isBoundary(tokens, stop, initialismBefore: opening) }
    if let opening, isLowerCase(opening) {
      // `¿y la de …?` starts with a mark of its own.
      return SentenceMark.of(following, in: text.bytes) == .inverted
    }
    guard stop.mark == .stop else { return true }
    if isSpacedEllipsis(tokens, stop) { return false }
    return !belongsToWord(tokens, stop, before: opening)
  }

  /// What stands behind the stop shows that the sentence goes on.
  private func goesOn(_ tokens: [Token], _ stop: Stop) -> Bool {
    switch SentenceMark.of(tokens[stop.next], in: text.bytes) {
    case .slash: true  // the lines of a verse
    case .dash:
      stop.isInside || isSpan(tokens, stop)
        || isSignature(tokens, from: stop.next, isQuoted: stop.next > stop.index + 1)
    case .bracket:
      stop.next > stop.index + 1 && isReference(tokens, from: stop.next)
        || stop.mark == .call && isYear(tokens, from: stop.next)
    default: false
    }
  }

  /// `aus dem 2. -4. Jahrhundert`
  private func isSpan(_ tokens: [Token], _ stop: Stop) -> Bool {
    table.ordinalStops && stop.index > stop.sentenceStart && tokens[stop.index - 1].kind == .number
      && stop.next + 1 < tokens.count && tokens[stop.next + 1].kind == .number
      && !tokens[stop.next + 1].flags.contains(.spaceBefore)
  }

  /// `-4.`, where a span ends.
  private func isSpanEnd(_ tokens: [Token], _ stop: Stop) -> Bool {
    stop.index >= stop.sentenceStart + 2 && SentenceMark.of(tokens[stop.index - 2], in: text.bytes) == .dash
      && tokens[stop.index - 2].flags.contains(.spaceBefore)
  }

  /// `"…" - Jane Doe` at the end of a line.
  private func isSignature(_ tokens: [Token], from dash: Int, isQuoted: Bool) -> Bool {
    guard isQuoted, dash + 1 < tokens.count, tokens[dash + 1].flags.contains(.capitalised) else { return false }
    for index in dash + 1..<min(dash + 8, tokens.count) {
      if tokens[index].flags.contains(.lineStart) { return true }
      if SentenceMark.of(tokens[index], in: text.bytes) == .stop { return false }
    }
    return dash + 8 > tokens.count
  }

  /// `"…." (Smith 55).`: a reference in brackets, and only then the stop.
  private func isReference(_ tokens: [Token], from bracket: Int) -> Bool {
    for index in bracket + 1..<min(bracket + 24, tokens.count) {
      switch SentenceMark.of(tokens[index], in: text.bytes) {
      case .closing:
        return index + 1 < tokens.count && !tokens[index + 1].flags.contains(.spaceBefore)
          && SentenceMark.of(tokens[index + 1], in: text.bytes) == .stop
      case .call, .bracket: return false
      default: break
      }
    }
    return false
  }

  /// `Viva Maria! (1965)`: the year of a title.
  private func isYear(_ tokens: [Token], from bracket: Int) -> Bool {
    bracket + 2 < tokens.count && tokens[bracket + 1].kind == .number && tokens[bracket + 1].range.count == 4
      && SentenceMark.of(tokens[bracket + 2], in: text.bytes) == .closing
  }

  /// `. . .` inside a sentence; a fourth stop ends it.
  private func isSpacedEllipsis(_ tokens: [Token], _ stop: Stop) -> Bool {
    stop.next == stop.index + 3 && tokens[stop.index].flags.contains(.spaceBefore)
      && tokens[stop.index + 1].flags.contains(.spaceBefore) && tokens[stop.index + 2].flags.contains(.spaceBefore)
      && SentenceMark.of(tokens[stop.index + 2], in: text.bytes) == .stop
  }

  /// 'in the U.S. The army' ends, 'the U.S. Embassy' and 'at 5 p.m. on Friday' do not.
  private func isBoundary(_ tokens: [Token], _ stop: Stop, initialismBefore opening: Token?) -> Bool {
    guard let opening, opening.flags.contains(.capitalised) else { return false }
    // 'At 5 a.m. Mr. Smith left' has not said anything before the title.
    if table.titles.contains(opening) { return stop.index - stop.sentenceStart >= 4 }
    return table.starters.contains(opening)
  }

  /// Whether the stop belongs to the word before it: an abbreviation's, an initial's, an ordinal's or a list's.
  private func belongsToWord(_ tokens: [Token], _ stop: Stop, before opening: Token?) -> Bool {
    guard stop.index > stop.sentenceStart, !tokens[stop.index].flags.contains(.spaceBefore) else { return false }
    let previous = tokens[stop.index - 1]
    guard stop.next == stop.index + 1 else { return false }
    if previous.kind == .number {
      if stop.index - 1 == stop.sentenceStart { return true }
      // '3. Oktober', '5. maj': an ordinal, in the languages that write it so; but a year or a score ends a sentence.
      return table.ordinalStops && previous.range.count <= 2
        && (previous.flags.contains(.spaceBefore) || isSpanEnd(tokens, stop))
    }
    // `N°. 88`
    if previous.kind == .symbol, opening?.kind == .number, stop.index >= stop.sentenceStart + 2,
      isSingleLetter(tokens[stop.index - 2]), !previous.flags.contains(.spaceBefore)
    {
      return true
    }
    guard previous.kind == .word else { return false }
    let isStarter = opening.map { table.starters.contains($0) } ?? true
    if isInitial(tokens, stop), let opening, opening.flags.contains(.capitalised) {
      // 'А. И. Семенов': another initial, although 'И' is a word too.
      if !isStarter || isSingleLetter(opening) && hasStop(opening) { return true }
    }
    if table.ordinalStops, !isStarter, isRomanOrdinal(tokens, stop) { return true }
    switch table.kind(of: previous, in: text) {
    case .never: return true
    case .beforeStarter: return !isStarter
    case .beforeCapital: return opening?.flags.contains(.capitalised) != true
    case .beforeNumber: return opening?.kind == .number
    case nil: return false
    }
  }

  /// An initial: 'J. Smith', but neither the 'I' of 'than I. He' nor the 'C' of '12 °C. The'.
  private func isInitial(_ tokens: [Token], _ stop: Stop) -> Bool {
    let letter = tokens[stop.index - 1]
    guard letter.flags.contains(.capitalised), isSingleLetter(letter) else { return false }
    let before = stop.index >= stop.sentenceStart + 2 ? tokens[stop.index - 2] : nil
    if let before, !letter.flags.contains(.spaceBefore), before.kind == .symbol { return false }
    if text.bytes[Int(letter.range.start)] == UInt8(ascii: "I"), let before, before.kind == .word, isLowerCase(before) {
      return false
    }
    return true
  }

  /// Whether a stop stands right behind the word.
  private func hasStop(_ word: Token) -> Bool {
    Int(word.range.end) < text.count && text.bytes[Int(word.range.end)] == UInt8(ascii: ".")
  }

  private func isSingleLetter(_ token: Token) -> Bool {
    let lead = text.bytes[Int(token.range.start)]
    return token.range.count == (lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4)
  }

  /// `príslušníkov XII. pluku`; but behind a name (`Benedikta XVI. Takođe`) the sentence may end.
  private func isRomanOrdinal(_ tokens: [Token], _ stop: Stop) -> Bool {
    let number = tokens[stop.index - 1]
    let hasName = stop.index >= stop.sentenceStart + 3 && tokens[stop.index - 2].flags.contains(.capitalised)
    return !hasName && number.flags.contains(.capitalised) && number.range.count <= 6
      && text.bytes[number.range.indices].allSatisfy { [0x49, 0x56, 0x58, 0x4C, 0x43].contains($0) }
  }

  /// `。` and `!` of full width need no space; inside 「」 and before the particle behind them the sentence goes on.
  private func isFullBoundary(_ tokens: [Token], _ stop: Stop) -> Bool {
    if stop.isInside { return false }
    guard stop.next > stop.index + 1 else { return true }
    // `「…。」と`: what follows the quotation in hiragana belongs to it.
    let start = Int(tokens[stop.next].range.start)
    return !(text.bytes[start] == 0xE3 && (text.bytes[start + 1] == 0x81 || text.bytes[start + 1] == 0x82))
  }

  /// `at noon.The mayor`: a space was lost between a small letter and a capital; not in `Jane.Doe@example.org`.
  private func isGluedBoundary(_ tokens: [Token], _ stop: Stop) -> Bool {
    guard stop.mark == .stop || stop.mark == .call, stop.index > stop.sentenceStart, stop.next == stop.index + 1 else {
      return false
    }
    let (previous, following) = (tokens[stop.index - 1], tokens[stop.next])
    guard following.kind == .word, following.flags.contains(.capitalised), !following.flags.contains(.allCaps),
      !following.flags.contains(.innerCapital), previous.flags.contains(.spaceBefore)
    else { return false }
    switch previous.kind {
    case .word: guard previous.range.count >= 3, isLowerCase(previous) else { return false }
    case .number: guard previous.range.count >= 4 else { return false }
    default: return false
    }
    // `readme.Txt`, `example.Com/`: something follows that is glued too. `tuesday.Hr. Smith` has a space behind its stop.
    guard stop.next + 1 < tokens.count, !tokens[stop.next + 1].flags.contains(.spaceBefore) else { return true }
    switch SentenceMark.of(tokens[stop.next + 1], in: text.bytes) {
    case .stop: return stop.next + 2 < tokens.count && tokens[stop.next + 2].flags.contains(.spaceBefore)
    case .slash: return false
    default: return text.bytes[Int(tokens[stop.next + 1].range.start)] != UInt8(ascii: "@")
    }
  }

  // MARK: Words

  /// The first word or number from the token on, past opening quotes and brackets.
  private func firstWord(_ tokens: [Token], from index: Int) -> Token? {
    // Eight signs are more than any text opens a sentence with; without a bound, a line of stops would cost its square.
    var index = index
    let end = min(index + 8, tokens.count)
    while index < end, !tokens[index].flags.contains(.lineStart) {
      if tokens[index].kind == .word || tokens[index].kind == .number { return tokens[index] }
      if tokens[index].kind == .symbol { return nil }
      index += 1
    }
    return nil
  }

  /// Whether the word is written in small letters of an alphabet that has capitals (Arabic and Chinese have none).
  private func isLowerCase(_ token: Token) -> Bool {
    guard token.kind == .word, !token.flags.contains(.capitalised), !token.flags.contains(.innerCapital) else {
      return false
    }
    let lead = text.bytes[Int(token.range.start)]
    return lead < 0x80 ? lead >= UInt8(ascii: "a") && lead <= UInt8(ascii: "z") : lead < 0xD3
  }
}
