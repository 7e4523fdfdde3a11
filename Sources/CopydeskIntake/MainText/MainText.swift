public import CopydeskText

/// What a page says of itself, each value with where it came from.
public struct PageMetadata: Sendable {
  /// The headline.
  public var title: String?
  /// `json-ld`, `meta`, `h1`, `title-element`, `text`…
  public var titleBy: String?
  /// The author or authors, joined by `; `.
  public var byline: String?
  /// Where the byline came from.
  public var bylineBy: String?
  /// When it was published.
  public var published: Timestamp?
  /// `json-ld`, `meta`, `time-element`, `url`, `text`…
  public var publishedBy: String?
  /// When it was last changed.
  public var modified: Timestamp?
  /// The page's address, as it gives it itself.
  public var url: String?
  /// The name of the site.
  public var site: String?
  /// The language that the page declares (BCP 47), unchecked.
  public var language: String?

  /// Nothing known.
  public init() {}
}

/// The article of a page, stripped of all else.
public struct MainText: Sendable {
  /// The blocks (headline, standfirst, crossheads, paragraphs), separated by `\n`: valid UTF-8, white space collapsed,
  /// no empty lines.
  public var text: [UInt8]
  /// Where the headline stands in the text; nil if it does not.
  public var headline: TextRange?
  /// Where the text stands in the decoded page.
  public var sources = SourceRuns()
  /// What the page says of itself.
  public var metadata: PageMetadata
  /// Soft trouble.
  public var warnings: Set<Warning>
  /// What was rewritten between the page and the text; nil if that is not known.
  public var edits: TextEdits?

  /// A main text.
  public init(
    text: [UInt8], headline: TextRange? = nil, metadata: PageMetadata = .init(), warnings: Set<Warning> = [],
    edits: TextEdits? = nil
  ) {
    (self.text, self.headline, self.metadata, self.warnings) = (text, headline, metadata, warnings)
    self.edits = edits
  }

  /// Takes the headline's line out of the text; it stays in the metadata.
  public mutating func removeHeadline() {
    guard let line = headline else { return }
    let end = min(Int(line.end) + 1, text.count)
    text.removeSubrange(Int(line.start)..<end)
    sources.remove(Int(line.start)..<end)
    if text.last == 0x0A { text.removeLast() }
    headline = nil
  }
}
