public import CopydeskText

/// A document with its names marked: to learn from, or to measure on.
public struct TrainingDocument: Sendable {
  /// A name: its bytes in the text, and its type.
  public struct Name: Sendable, Hashable {
    /// Where it stands.
    public let range: TextRange
    /// What it is.
    public let type: String
    /// A name.
    public init(range: TextRange, type: String) { (self.range, self.type) = (range, type) }
  }

  /// The text.
  public let bytes: [UInt8]
  /// Its tokens.
  public let tokens: [TextRange]
  /// Its sentences, as ranges of tokens.
  public let sentences: [Range<Int>]
  /// The names, in order.
  public let names: [Name]
  /// What rules and lists say of each token (`Tagger.names`); empty: nothing.
  public let hints: [UInt32]

  /// A document.
  public init(bytes: [UInt8], tokens: [TextRange], sentences: [Range<Int>], names: [Name], hints: [UInt32] = []) {
    self.hints = hints
    (self.bytes, self.tokens, self.sentences, self.names) = (bytes, tokens, sentences, names)
  }

  /// The name that these tokens would be.
  package func name(at span: Range<Int>, type: String) -> Name {
    Name(range: TextRange(Int(tokens[span.lowerBound].start), Int(tokens[span.upperBound - 1].end)), type: type)
  }

  /// The label of each token. A token that a name covers in part belongs to it.
  func labels(_ set: LabelSet) -> [UInt8] {
    var labels = [UInt8](repeating: 0, count: tokens.count)
    var token = 0
    for name in names {
      guard let type = set.types.firstIndex(of: name.type) else { continue }
      while token < tokens.count, tokens[token].end <= name.range.start { token += 1 }
      let first = token
      while token < tokens.count, tokens[token].start < name.range.end { token += 1 }
      guard token > first else { continue }
      for index in first..<token {
        let position: LabelSet.Position =
          token == first + 1 ? .unit : index == first ? .begin : index == token - 1 ? .last : .inside
        labels[index] = UInt8(set.label(type: type, position))
      }
    }
    return labels
  }
}
