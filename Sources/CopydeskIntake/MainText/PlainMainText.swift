import CopydeskText

/// Finds the article in plain text: the lines of a page that somebody copied or another tool stripped of its markup.
public struct PlainMainText {
  /// An extractor.
  public init() {}

  /// The main text, and the metadata that lines of the text tell (the headline, a timestamp line).
  /// - Parameter page: valid UTF-8.
  public func extract(from page: [UInt8]) -> MainText {
    MainText(text: page)
  }
}
