/// Words that lose their last letter before a vowel and are written together with the next one: `qu'il`, `l'école`.
extension Segmentation {
  /// The same text with these words cut off, as tokens of their own: `qu'` and `il`. The key of `qu'` is that of `qu`, and its
  /// range has the apostrophe.
  /// - Parameter elided: the words without their apostrophes, in lower case.
  public func cutting(elided: Set<String>, in text: Text) -> Segmentation {
    let heads = Set(elided.map { Array($0.utf8) })
    let longest = heads.reduce(0) { max($0, $1.count) }
    var cut = self
    cut.tokens = []
    cut.tokens.reserveCapacity(tokens.count + tokens.count / 8)
    cut.sentences = sentences.map { sentence in
      let start = cut.tokens.count
      for token in tokens[sentence.tokens] { Self.append(token, to: &cut.tokens, heads, longest, text) }
      return Sentence(range: sentence.range, tokens: start..<cut.tokens.count)
    }
    return cut
  }

  private static func append(
    _ token: Token, to tokens: inout [Token], _ heads: Set<[UInt8]>, _ longest: Int, _ text: Text
  ) {
    var rest = token
    while rest.kind == .word, let end = apostrophe(in: rest, longest, text),
      heads.contains(Array(text.folded[Int(rest.range.start)..<end.start]))
    {
      var hash = FoldedHash()
      for byte in text.folded[Int(rest.range.start)..<end.start] { hash.add(byte) }
      tokens.append(
        Token(
          range: TextRange(Int(rest.range.start), end.end), key: hash.value, kind: .word,
          flags: rest.flags.intersection([.capitalised, .spaceBefore, .lineStart, .sentenceStart, .nonASCII])))
      let tail = Tokenizer.tokens(
        of: text, in: TextRange(end.end, Int(rest.range.end)), behind: [], language: "und")
      guard tail.count == 1, let only = tail.first else { return tokens += tail }
      rest = only
    }
    tokens.append(rest)
  }

  /// The first apostrophe of a token, with letters on both sides, if no more bytes than that stand before it.
  private static func apostrophe(in token: Token, _ longest: Int, _ text: Text) -> (start: Int, end: Int)? {
    let (start, end) = (Int(token.range.start), Int(token.range.end))
    for index in start..<min(end, start + longest + 1) {
      if text.bytes[index] == UInt8(ascii: "'") { return index > start && index + 1 < end ? (index, index + 1) : nil }
      if text.bytes[index] == 0xE2, index + 3 < end, text.bytes[index + 1] == 0x80, text.bytes[index + 2] == 0x99 {
        return index > start ? (index, index + 3) : nil
      }
    }
    return nil
  }
}
