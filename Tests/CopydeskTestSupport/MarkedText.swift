public import CopydeskText

/// A text with the expected spans marked in it, so that no test counts offsets: `about ⟦350 meters⟧ from Kleçkë`.
public struct MarkedText: Sendable {
  /// The text without the marks.
  public let text: Text
  /// The marked spans, by their opening marks.
  public let spans: [TextRange]

  /// Takes `⟦` and `⟧` out of the string; they may nest.
  public init(_ marked: String) {
    var bytes: [UInt8] = []
    var open: [Int] = []
    var spans: [TextRange] = []
    for character in marked.unicodeScalars {
      switch character {
      case "⟦": open.append(bytes.count)
      case "⟧": if let start = open.popLast() { spans.append(TextRange(start, bytes.count)) }
      default: bytes.append(contentsOf: Array(String(character).utf8))
      }
    }
    text = Text(validUTF8: bytes)
    self.spans = spans.sorted()
  }

  /// The marked strings.
  public var strings: [String] { spans.map { text[$0] } }
}
