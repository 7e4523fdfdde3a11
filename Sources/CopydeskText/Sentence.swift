/// A sentence: its bytes and its tokens.
public struct Sentence: Sendable {
  /// From its first to its last token.
  public let range: TextRange
  /// The indices of its tokens.
  public let tokens: Range<Int>
}

/// Groups tokens into sentences.
///
/// A line break always ends one: blocks of the main text stand on lines of their own. A stop ends one unless it belongs
/// to an abbreviation, an initial or an ordinal (`3. Oktober`), or the next word goes on in lower case. Closing quotes
/// and brackets stay with the sentence that they close.
public enum SentenceSegmenter {
  /// The sentences in order; every token is in exactly one. Sets `.sentenceStart` on the first token of each.
  public static func sentences(of text: Text, tokens: inout [Token], language: String) -> [Sentence] {
    var sentences: [Sentence] = []
    sentences.reserveCapacity(tokens.count / 16 + 4)
    let rules = Rules(language: language)
    var start = 0
    var index = 0
    while index < tokens.count {
      var end = index + 1
      let isLast = end == tokens.count || tokens[end].flags.contains(.lineStart)
      if !isLast {
        guard rules.mayEnd(tokens[index], in: text) else {
          index = end
          continue
        }
        // `…"`, `.)`, `?!`: what closes belongs to the sentence before.
        while end < tokens.count, !tokens[end].flags.contains(.lineStart), rules.closes(tokens, at: end, in: text) {
          end += 1
        }
        let atEnd = end == tokens.count || tokens[end].flags.contains(.lineStart)
        if !atEnd, !rules.isBoundary(tokens, stop: index, next: end, sentenceStart: start, in: text) {
          index = end
          continue
        }
      }
      sentences.append(
        Sentence(
          range: TextRange(Int(tokens[start].range.start), Int(tokens[end - 1].range.end)), tokens: start..<end))
      tokens[start].flags.insert(.sentenceStart)
      start = end
      index = end
    }
    return sentences
  }
}

private struct Rules {
  let abbreviations: PhraseTable
  let starters: PhraseTable
  let ordinalStops: Bool

  init(language: String) {
    let table = Abbreviations.table(for: language)
    abbreviations = table.abbreviations
    starters = table.starters
    ordinalStops = table.ordinalStops
  }

  /// Whether a sentence may end behind this token.
  func mayEnd(_ token: Token, in text: Text) -> Bool {
    if token.flags.contains(.initialism) { return true }
    guard token.kind == .punctuation else { return false }
    let first = text.bytes[Int(token.range.start)]
    if first < 0x80 {
      return first == UInt8(ascii: ".") || first == UInt8(ascii: "!") || first == UInt8(ascii: "?")
    }
    return text[token.range] == "…" || text[token.range] == "。" || text[token.range] == "।"
  }

  /// Whether the token only closes: a further stop, a closing quote or bracket without space before it.
  func closes(_ tokens: [Token], at index: Int, in text: Text) -> Bool {
    let token = tokens[index]
    guard token.kind == .punctuation else { return false }
    let spaced = token.flags.contains(.spaceBefore)
    switch text[token.range] {
    case ".", "!", "?", "…": return !spaced
    case "\"", "'", "”", "’", "“", "»", ")", "]": return !spaced
    default: return false
    }
  }

  /// Whether a sentence ends at the stop, given the token that follows the stop and what closes with it.
  func isBoundary(_ tokens: [Token], stop: Int, next: Int, sentenceStart: Int, in text: Text) -> Bool {
    let following = tokens[next]
    guard following.flags.contains(.spaceBefore) else { return false }
    let opening = firstWord(tokens, from: next, in: text)
    let closed = next > stop + 1
    let isStop = text.bytes[Int(tokens[stop].range.start)] == UInt8(ascii: ".")

    if tokens[stop].flags.contains(.initialism) {
      // 'in the U.S. The army' ends, 'the U.S. Embassy' and 'at 5 p.m. on Friday' do not.
      guard let opening else { return false }
      return opening.flags.contains(.capitalised) && starters.contains(opening)
    }
    guard isStop else {
      // '!' and '?' end a sentence unless it goes on in lower case: '"Why?" he asked'.
      guard let opening else { return true }
      return opening.kind == .number || opening.flags.contains(.capitalised)
    }
    if let opening, opening.kind == .word, !opening.flags.contains(.capitalised),
      !opening.flags.contains(.innerCapital), isLowerCased(opening, in: text)
    {
      return false
    }
    if !closed, stop > sentenceStart, !tokens[stop].flags.contains(.spaceBefore) {
      let previous = tokens[stop - 1]
      // An initial: 'J. Smith', but not the 'I' of 'than I. He'.
      if previous.kind == .word, previous.flags.contains(.capitalised), text[previous.range].unicodeScalars.count == 1,
        let opening, opening.flags.contains(.capitalised), !starters.contains(opening)
      {
        return false
      }
      if previous.kind == .word, abbreviations.contains(previous) {
        // 'Mr. Smith', 'Sept. 24' go on; 'Acme Inc. The firm' ends.
        guard let opening else { return false }
        if !starters.contains(opening) { return false }
        return abbreviations[previous] == 1
      }
      // '3. Oktober', '5. maj': an ordinal, in the languages that write it so; but a year ends a sentence.
      if ordinalStops, previous.kind == .number, previous.range.count <= 2 { return false }
      // A list's number at the start of a line: '1. Item'.
      if previous.kind == .number, stop - 1 == sentenceStart { return false }
    }
    return true
  }

  /// The first word or number from the token on, past opening quotes and brackets.
  private func firstWord(_ tokens: [Token], from index: Int, in text: Text) -> Token? {
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

  /// Whether the word is written in an alphabet with case, in lower case (Arabic and Chinese have none).
  private func isLowerCased(_ token: Token, in text: Text) -> Bool {
    let lead = text.bytes[Int(token.range.start)]
    return lead < 0x80 ? lead >= UInt8(ascii: "a") && lead <= UInt8(ascii: "z") : lead < 0xD3
  }
}
