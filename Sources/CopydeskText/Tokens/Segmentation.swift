/// A text cut into tokens and sentences, each by the rules of its language.
public struct Segmentation: Sendable {
  /// The words, numbers and signs, in order.
  public internal(set) var tokens: [Token]
  /// The sentences, in order; every token is in exactly one.
  public internal(set) var sentences: [Sentence]
  /// The languages of the sentences.
  public private(set) var languages: SentenceLanguages

  /// Cuts a text by the rules of its language (BCP 47), and what is in another language by that one's.
  /// - Complexity: O(n) in the bytes.
  public init(of text: Text, language: String) {
    tokens = Tokenizer.tokens(of: text, language: language)
    sentences = SentenceSegmenter.sentences(of: text, tokens: &tokens, language: language)
    guard var teller = SentenceLanguageTeller(text, language: language) else {
      languages = SentenceLanguages(main: language)
      return
    }
    languages = teller.languages(of: sentences, tokens)
    if languages.isMixed { cutRunsAgain(text) }
  }

  /// Cuts the sentences of other languages once more: `am 3. Oktober` is one sentence only in German.
  private mutating func cutRunsAgain(_ text: Text) {
    let (oldTokens, oldSentences) = (tokens, sentences)
    (tokens, sentences) = ([], [])
    tokens.reserveCapacity(oldTokens.count)
    sentences.reserveCapacity(oldSentences.count)
    var runs: [SentenceLanguages.Run] = []
    var next = 0
    for run in languages.runs {
      keep(oldSentences[next..<run.sentences.lowerBound], oldTokens)
      let first = sentences.count
      cut(oldSentences[run.sentences], oldTokens, text, run.language)
      runs.append(.init(sentences: first..<sentences.count, language: run.language))
      next = run.sentences.upperBound
    }
    keep(oldSentences[next...], oldTokens)
    languages = SentenceLanguages(main: languages.main, runs: runs)
  }

  private mutating func keep(_ part: ArraySlice<Sentence>, _ old: [Token]) {
    guard let first = part.first, let last = part.last else { return }
    let shift = tokens.count - first.tokens.lowerBound
    tokens += old[first.tokens.lowerBound..<last.tokens.upperBound]
    sentences += part.lazy.map { sentence in
      Sentence(
        range: sentence.range, tokens: sentence.tokens.lowerBound + shift..<sentence.tokens.upperBound + shift)
    }
  }

  /// Cuts some sentences by another language's rules, which only join: what ends a sentence by its own language's
  /// abbreviations too ends one (`“Nećemo stati,” Mr. Petrović said.`).
  private mutating func cut(_ part: ArraySlice<Sentence>, _ old: [Token], _ text: Text, _ language: String) {
    guard let first = part.first, let last = part.last else { return }
    let start = tokens.count
    tokens += Tokenizer.tokens(
      of: text, in: TextRange(Int(first.range.start), Int(last.range.end)),
      behind: old[first.tokens.lowerBound].flags, language: language)
    let firstSentence = sentences.count
    var next = part.startIndex
    for sentence in SentenceSegmenter.sentences(of: text, tokens: &tokens, from: start, language: language) {
      while next < part.endIndex, part[next].range.start < sentence.range.start { next += 1 }
      let isOld = next < part.endIndex && part[next].range.start == sentence.range.start
      if isOld || sentences.count == firstSentence {
        sentences.append(sentence)
      } else {
        tokens[sentence.tokens.lowerBound].flags.remove(.sentenceStart)
        let joined = sentences.removeLast()
        sentences.append(
          Sentence(
            range: TextRange(Int(joined.range.start), Int(sentence.range.end)),
            tokens: joined.tokens.lowerBound..<sentence.tokens.upperBound))
      }
    }
  }
}
