import CopydeskText

/// A stretch of text between quotation marks.
struct QuotedSpan: Sendable {
  /// How it ends.
  enum Closing: Sendable {
    /// With a closing mark.
    case mark
    /// With its paragraph; the next paragraph opens again.
    case continued
    /// Without a mark, where the speech must have ended.
    case repaired
  }

  /// The tokens with both marks.
  var tokens: Range<Int>
  /// The tokens between the marks.
  var inner: Range<Int>
  /// How it ends.
  var closing: Closing
  /// Whether the paragraph before left its quotation open.
  var continues = false
  /// The span that it is nested in.
  var parent: Int?
}

/// Pairs the quotation marks of each paragraph.
///
/// No mark is paired over a line break, so that one odd mark spoils one paragraph at most: news pages lose closing marks,
/// turn curly ones the wrong way (`“Prices will fall,“ said`) and mix types (`"dialogue.”`).
struct QuotationMarks {
  private let document: Document
  /// Whether a reporting word starts at the token: the end of an unclosed quotation stands before one.
  private let isCue: (Int) -> Bool
  /// `'em`, `'til`: words that an apostrophe opens, which is no single mark.
  private let elisions: PhraseTable
  private var spans: [QuotedSpan] = []
  private var stack = OpenMarks()
  /// The double marks from the one at hand to the end of the paragraph: the last of an odd number closes.
  private var doublesLeft = 0

  private typealias Open = OpenMarks.Mark

  /// The spans of a document by their opening marks, outer ones first.
  static func spans(
    in document: Document, elisions: PhraseTable, isCue: @escaping (Int) -> Bool
  ) -> [QuotedSpan] {
    var marks = QuotationMarks(document: document, elisions: elisions, isCue: isCue)
    var start = 0
    let tokens = document.tokens
    while start < tokens.count {
      var end = start + 1
      while end < tokens.count, !tokens[end].flags.contains(.lineStart) { end += 1 }
      marks.pair(start..<end)
      start = end
    }
    return marks.nested()
  }

  private init(document: Document, elisions: PhraseTable, isCue: @escaping (Int) -> Bool) {
    (self.document, self.elisions, self.isCue) = (document, elisions, isCue)
  }

  // MARK: - One paragraph

  private mutating func pair(_ paragraph: Range<Int>) {
    stack.removeAll()
    let candidates = candidates(in: paragraph)
    doublesLeft = countDoubles(candidates, paragraph)
    // Where the last mark ends, and whether it opened something.
    var last = (end: paragraph.lowerBound, opens: true)
    for index in candidates where index >= last.end {
      let isInner = stack.last?.mark.family == .single
      guard let mark = QuotationMark(at: index, in: document, paragraph: paragraph, closingSingle: isInner) else {
        continue
      }
      let afterOpening = index == last.end ? last.opens : mayPrecedeOpening(index - 1)
      let place = Place(mark, at: index, in: document, paragraph: paragraph, afterOpening: afterOpening)
      let open = stack.count
      switch mark.family {
      case .double:
        pairDouble(mark, place, paragraph)
        doublesLeft -= 1
      case .guillemet: pairGuillemet(mark, place)
      case .single: pairSingle(mark, place, paragraph)
      }
      last = (index + mark.width, stack.count > open)
    }
    for open in stack.marks where open.mark.family != .single {
      closeUnclosed(open, paragraph, limit: paragraph.upperBound)
    }
  }

  /// Where a mark stands: what a glance at its neighbours tells.
  private struct Place {
    var token: Int
    var next: Int
    var spaceBefore: Bool
    var spaceAfter: Bool
    var wordAfter: Bool
    var looksOpening: Bool { spaceBefore && !spaceAfter && wordAfter }

    /// What may stand between an opening mark and its first word.
    private static let beforeWords: Set<String> = ["(", "[", "…", "¡", "¿", ".", "‘", "'", "“", "\""]

    init(
      _ mark: QuotationMark, at index: Int, in document: Document, paragraph: Range<Int>, afterOpening: Bool
    ) {
      token = index
      next = index + mark.width
      let tokens = document.tokens
      spaceBefore = afterOpening || tokens[index].flags.contains(.spaceBefore)
      spaceAfter = next >= paragraph.upperBound || tokens[next].flags.contains(.spaceBefore)
      wordAfter = next < paragraph.upperBound
      if wordAfter, tokens[next].kind == .punctuation {
        wordAfter = Self.beforeWords.contains(document.string(next))
      }
    }
  }

  private static let beforeOpenings: Set<String> = ["(", "[", "—", "–", "-", "/"]

  /// An opening bracket or a dash: a mark behind it may open without a space.
  private func mayPrecedeOpening(_ index: Int) -> Bool {
    let token = document.tokens[index]
    guard token.kind == .punctuation else { return false }
    return Self.beforeOpenings.contains(document.string(index))
  }

  private mutating func pairDouble(_ mark: QuotationMark, _ place: Place, _ paragraph: Range<Int>) {
    guard let open = stack.lastDouble else {
      // ‘12" pipe’ is a measure, and a closing mark that nothing opened is a leftover.
      let glued = !place.spaceBefore
      let mayOpen = mark.shape == .straight && place.wordAfter && doublesLeft % 2 == 0
      if glued, place.spaceAfter && !mayOpen || mark.shape == .close { return }
      if glued, document.tokens[place.token - 1].kind == .number { return }
      stack.append(Open(token: place.token, inner: place.next, mark: mark))
      return
    }
    let reopens =
      place.looksOpening
      && (mark.shape == .open || mark.shape == .straight && doublesLeft % 2 == 0)
    if reopens {
      let lost = stack[open]
      stack.remove(from: open)
      closeUnclosed(lost, paragraph, limit: place.token)
      stack.append(Open(token: place.token, inner: place.next, mark: mark))
    } else {
      close(open, at: place)
    }
  }

  /// The double marks of a paragraph.
  private func countDoubles(_ candidates: [Int], _ paragraph: Range<Int>) -> Int {
    var count = 0
    var end = paragraph.lowerBound
    for index in candidates where index >= end {
      guard let mark = QuotationMark(at: index, in: document, paragraph: paragraph) else { continue }
      if mark.family == .double { count += 1 }
      end = index + mark.width
    }
    return count
  }

  /// The tokens whose first byte may be that of a mark: few of many, so that the rest cost next to nothing.
  private func candidates(in paragraph: Range<Int>) -> [Int] {
    let bytes = document.text.bytes
    let tokens = document.tokens
    return paragraph.filter { index in
      guard tokens[index].kind != .word, tokens[index].kind != .number else { return false }
      switch bytes[Int(tokens[index].range.start)] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), 0xC2, 0xE2: return true
      default: return false
      }
    }
  }

  private mutating func pairGuillemet(_ mark: QuotationMark, _ place: Place) {
    if let open = stack.lastGuillemet {
      if stack[open].mark.shape != mark.shape || !place.looksOpening { return close(open, at: place) }
    } else if mark.shape == .close, !place.spaceBefore, place.spaceAfter {
      return
    }
    stack.append(Open(token: place.token, inner: place.next, mark: mark))
  }

  private mutating func pairSingle(_ mark: QuotationMark, _ place: Place, _ paragraph: Range<Int>) {
    if let top = stack.last, top.mark.family == .single, mark.shape != .open || !place.spaceBefore {
      let gluedAfter = !place.spaceAfter && place.next < paragraph.upperBound && isWord(place.next)
      if gluedAfter || place.spaceBefore && !place.spaceAfter { return }
      if isPluralPossessive(place, paragraph) { return }
      return close(stack.count - 1, at: place)
    }
    guard mark.shape != .close, place.spaceBefore, !place.spaceAfter, place.next < paragraph.upperBound,
      document.tokens[place.next].kind != .number, !elisions.contains(document.tokens[place.next])
    else { return }
    stack.append(Open(token: place.token, inner: place.next, mark: mark))
  }

  private func isWord(_ index: Int) -> Bool {
    document.tokens[index].kind == .word || document.tokens[index].kind == .number
  }

  /// `the drivers' union`: an apostrophe after s, if another mark closes later on.
  private func isPluralPossessive(_ place: Place, _ paragraph: Range<Int>) -> Bool {
    guard place.token > 0, place.next < paragraph.upperBound, place.spaceAfter, isWord(place.next) else { return false }
    let last = document.text.folded[Int(document.tokens[place.token - 1].range.end) - 1]
    guard last == UInt8(ascii: "s"), document.tokens[place.token - 1].kind == .word else { return false }
    let limit = min(paragraph.upperBound, place.next + 60)
    for index in place.next..<limit {
      guard let mark = QuotationMark(at: index, in: document, paragraph: paragraph), mark.family == .single,
        mark.shape != .open
      else { continue }
      let opens = document.tokens[index].flags.contains(.spaceBefore)
      return !opens
    }
    return false
  }

  private mutating func close(_ open: Int, at place: Place) {
    let opened = stack[open]
    stack.remove(from: open)
    guard opened.inner < place.token else { return }
    spans.append(
      QuotedSpan(tokens: opened.token..<place.next, inner: opened.inner..<place.token, closing: .mark))
  }

  // MARK: - Unclosed marks

  private mutating func closeUnclosed(_ open: Open, _ paragraph: Range<Int>, limit: Int) {
    guard open.inner < limit else { return }
    let opensParagraph = open.token <= paragraph.lowerBound + 1
    let reported =
      open.token > paragraph.lowerBound
      && (max(paragraph.lowerBound, open.token - 3)..<open.token).contains(where: isCue)
    let isSpeech = opensParagraph || reported
    let next = paragraph.upperBound
    if isSpeech, limit == next, next < document.tokens.count,
      let mark = QuotationMark(at: next, in: document, paragraph: next..<document.tokens.count),
      mark.family == open.mark.family, mark.shape != .close
    {
      return append(open, end: limit, .continued)
    }
    if let end = endBeforeAttribution(from: open.inner, limit: limit) { return append(open, end: end, .repaired) }
    if limit == next, isSpeech { append(open, end: limit, .repaired) }
  }

  private mutating func append(_ open: Open, end: Int, _ closing: QuotedSpan.Closing) {
    spans.append(QuotedSpan(tokens: open.token..<end, inner: open.inner..<end, closing: closing))
  }

  /// The end of lost speech: behind the comma of `We are ready to return, Kovač said`.
  private func endBeforeAttribution(from start: Int, limit: Int) -> Int? {
    for index in start..<min(limit, start + 200) {
      guard document.token(index, is: ",") || document.token(index, is: "?") || document.token(index, is: "!") else {
        continue
      }
      for after in index + 1..<max(index + 1, min(limit, index + 9)) {
        if document.token(after, is: ",") || document.tokens[after].flags.contains(.sentenceStart) && after > index + 1
        {
          break
        }
        if isCue(after) { return index + 1 }
      }
    }
    return nil
  }

  // MARK: - Nesting

  /// The spans in order, each inside its parent or beside it.
  ///
  /// Crossing ones are the fault of a lost mark (`“We are «ready to go, he said, and ‘buy’ bread» today`): the later one
  /// ends with its parent, as far as that one reaches after its own cut, and is dropped if nothing is left of it.
  private func nested() -> [QuotedSpan] {
    let sorted = spans.sorted {
      $0.tokens.lowerBound != $1.tokens.lowerBound
        ? $0.tokens.lowerBound < $1.tokens.lowerBound : $0.tokens.upperBound > $1.tokens.upperBound
    }
    var kept: [QuotedSpan] = []
    kept.reserveCapacity(sorted.count)
    var enclosing: [Int] = []
    for var span in sorted {
      let start = span.tokens.lowerBound
      while let last = enclosing.last, kept[last].tokens.upperBound <= start { enclosing.removeLast() }
      if let parent = enclosing.last, kept[parent].tokens.upperBound < span.tokens.upperBound {
        let end = kept[parent].inner.upperBound
        guard span.inner.lowerBound < end else { continue }
        span.tokens = start..<end
        span.inner = span.inner.clamped(to: start..<end)
      }
      span.parent = enclosing.last
      if let last = kept.last, last.closing == .continued, last.tokens.upperBound == start { span.continues = true }
      enclosing.append(kept.count)
      kept.append(span)
    }
    return kept
  }
}
