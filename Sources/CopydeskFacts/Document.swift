public import CopydeskText

/// The main text of one page, cut into sentences and tokens, with what the extractors have found so far.
///
/// Scanners keep documents and hand them on at every turn: all that does not change lies behind one reference, so that a
/// copy costs next to nothing. (As a plain structure, copying it took a twelfth of all time on plain text.)
public struct Document: Sendable {
  /// What does not change.
  private final class Contents: Sendable {
    let text: Text
    let language: String
    let published: Timestamp?
    let publishedBy: String?
    let headline: TextRange?
    let url: String?
    let segmentation: Segmentation

    init(
      _ text: Text, _ language: String, _ published: Timestamp?, _ publishedBy: String?, _ headline: TextRange?,
      _ url: String?
    ) {
      (self.text, self.language, self.published, self.publishedBy) = (text, language, published, publishedBy)
      (self.headline, self.url) = (headline, url)
      segmentation = Segmentation(of: text, language: language)
    }

    init(_ other: Contents, _ segmentation: Segmentation) {
      (text, language, published, publishedBy) = (other.text, other.language, other.published, other.publishedBy)
      (headline, url, self.segmentation) = (other.headline, other.url, segmentation)
    }
  }

  private var contents: Contents
  /// The language that an extractor reads it in, if it is not the document's.
  private var readingLanguage: String?
  private var findings: [String: any Sendable] = [:]

  /// The text that every offset refers to.
  public var text: Text { contents.text }
  /// BCP 47 (`en`, `sr-Cyrl`), or `und` if the language is not known. Of a document that mixes languages, the main one;
  /// of a reading, the language that it is read in.
  public var language: String { readingLanguage ?? contents.language }
  /// The languages of the sentences (BCP 47): `document.sentenceLanguages[index]`.
  public var sentenceLanguages: SentenceLanguages { contents.segmentation.languages }
  /// When it was published, if that is known: the anchor of relative times.
  public var published: Timestamp? { contents.published }
  /// Where `published` comes from; nil without a date.
  public var publishedBy: String? { contents.publishedBy }
  /// The headline inside the text, if it stands there.
  public var headline: TextRange? { contents.headline }
  /// The address of the page, if it is known: its publisher's place is evidence.
  public var url: String? { contents.url }
  /// The words, numbers and signs, in order.
  public var tokens: [Token] { contents.segmentation.tokens }
  /// The sentences, in order; every token is in exactly one.
  public var sentences: [Sentence] { contents.segmentation.sentences }

  /// Tokenizes and segments a text.
  public init(
    text: Text, language: String = "en", published: Timestamp? = nil, publishedBy: String? = nil,
    headline: TextRange? = nil, url: String? = nil
  ) {
    contents = Contents(text, language, published, publishedBy, headline, url)
  }

  /// The same document for extractors to read by the rules of another language: of what they find, only what stands in
  /// sentences of that language counts.
  public func reading(in language: String) -> Document {
    var reading = self
    reading.readingLanguage = language == contents.language ? nil : language
    return reading
  }

  /// The same document with words like the `qu'` of `qu'il` cut off as tokens of their own; findings and offsets stay.
  func cuttingElisions() -> Document {
    guard let elided = LanguagePack.shared.language(for: language)?.elided, !elided.isEmpty else { return self }
    var cut = self
    cut.contents = Contents(contents, contents.segmentation.cutting(elided: elided, in: text))
    return cut
  }

  /// The language of the sentence with that byte offset. - Complexity: O(log n).
  public func language(at offset: Int) -> String {
    sentenceLanguages.isMixed ? sentenceLanguages[sentenceIndex(at: offset)] : contents.language
  }

  /// What an extractor has found; empty before it has run.
  public subscript<E: Extractor>(_ extractor: E.Type) -> [E.Finding] {
    get { findings[E.name] as? [E.Finding] ?? [] }
    set { findings[E.name] = newValue }
  }

  /// The index of the sentence with that byte offset (the last one that starts at or before it).
  /// - Complexity: O(log n).
  public func sentenceIndex(at offset: Int) -> Int {
    sentences.lastIndex(startingAtOrBefore: offset) { Int($0.range.start) } ?? 0
  }

  /// The index of the first token that starts at or after the byte offset.
  /// - Complexity: O(log n).
  public func tokenIndex(atOrAfter offset: Int) -> Int {
    tokens.partitionPoint { Int($0.range.start) < offset }
  }

  /// The range from the first to the last of some tokens (at least one).
  public func range(ofTokens tokens: Range<Int>) -> TextRange {
    TextRange(Int(self.tokens[tokens.lowerBound].range.start), Int(self.tokens[tokens.upperBound - 1].range.end))
  }

  /// The string of a token.
  public func string(_ token: Int) -> String { text[tokens[token].range] }

  /// Whether the token, in lower case, is the word.
  public func token(_ index: Int, is word: StaticString) -> Bool {
    tokens.indices.contains(index) && text.folds(tokens[index].range, to: word)
  }
}
