/// Why a block of a page is in the article's text or not.
public enum BlockVerdict: String, Sendable, CaseIterable {
  /// Kept: a part of the article.
  case article
  /// Kept: the headline.
  case headline
  /// Kept: the sentence under the headline that sums the article up.
  case standfirst
  /// Kept: the rules say no, but the learned scorer holds it for a part of the article.
  case recovered
  /// Inside an element that its tag or names call something else (a menu, comments, a caption…).
  case excluded
  /// Outside the element that holds the article.
  case outside
  /// The words are those of buttons, requests, notices.
  case phrase
  /// The summary under a link to another article.
  case teaser
  /// Under a heading over other articles or comments.
  case otherSection = "other-section"
  /// The same was said above.
  case duplicate
  /// Links, or a line that is no sentence outside the article's own paragraphs.
  case links
  /// A second headline of the first level, the address of a picture.
  case form
  /// The byline or the time before the article, the rights behind it.
  case frame
  /// A heading with nothing under it, or what trails behind the last sentence.
  case trailing
  /// Who wrote it, where it first appeared, how to write in.
  case endNote = "end-note"
  /// The headline again.
  case repeatedHeadline = "repeated-headline"
  /// The rules say yes, but the learned scorer holds it for no part of the article.
  case score

  /// Whether the scorer may bring the block back: what the rules only guess from where the block stands. What they read
  /// off its words or its names (`Stand: 18.01.2024`, an `aside` of related posts, who wrote it) is none of the article's,
  /// however well it fits in between.
  var isOpinion: Bool {
    switch self {
    case .outside, .links, .trailing: true
    default: false
    }
  }

  /// Whether the block is in the text.
  public var isKept: Bool {
    switch self {
    case .article, .headline, .standfirst, .recovered: true
    default: false
    }
  }
}
