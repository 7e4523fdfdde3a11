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
/// and brackets stay with the sentence that they close, and so do the numbers of notes (`[1]`). The items of a list that
/// was run together (`1) … 2) …`) are sentences of their own.
public enum SentenceSegmenter {
  /// The sentences in order; every token is in exactly one. Sets `.sentenceStart` on the first token of each.
  /// - Parameters:
  ///   - text: what the tokens were cut from.
  ///   - tokens: what it was cut into.
  ///   - first: the first token that is in no sentence yet.
  ///   - language: BCP 47.
  public static func sentences(
    of text: Text, tokens: inout [Token], from first: Int = 0, language: String
  ) -> [Sentence] {
    var sentences: [Sentence] = []
    sentences.reserveCapacity((tokens.count - first) / 16 + 4)
    let rules = SentenceRules(text: text, table: Abbreviations.table(for: language))
    var start = first
    while start < tokens.count {
      let end = rules.end(ofSentenceAt: start, in: tokens)
      sentences.append(
        Sentence(
          range: TextRange(Int(tokens[start].range.start), Int(tokens[end - 1].range.end)), tokens: start..<end))
      tokens[start].flags.insert(.sentenceStart)
      start = end
    }
    return sentences
  }
}
