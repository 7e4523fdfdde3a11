import CopydeskText

/// Finds the article of an HTML page.
public struct HTMLMainText {
  /// An extractor with its buffers: one a worker.
  public init() {}

  /// The main text and the metadata of a page.
  /// - Parameters:
  ///   - page: the decoded page, valid UTF-8.
  ///   - url: its address, if known from outside.
  public mutating func extract(from page: [UInt8], url: String?) -> MainText {
    MainText(text: [])
  }
}
