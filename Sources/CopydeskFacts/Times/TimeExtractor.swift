import CopydeskText

/// Finds the times of a document.
///
/// A scanner reads candidates in one pass; a resolver then sets each in relation to the day of publication. What a word
/// means is in the tables of its language (`Languages`).
public struct TimeExtractor: Extractor {
  /// `times`.
  public static let name = "times"

  /// An extractor with the built-in tables.
  public init() {}

  /// The times, sorted by range.
  public func extract(from document: Document, using scratch: inout Void) -> [TimeExpression] {
    guard !document.tokens.isEmpty else { return [] }
    let scanner = TimeScanner(document)
    let candidates = scanner.candidates()
    guard !candidates.isEmpty else { return [] }
    let resolver = TimeResolver(anchor: document.published?.date)
    let directions = TimeDirection(document: document, cues: scanner.lexicon.cues)
    let anchor: TimeAnchor = document.publishedBy == "option" ? .option : .published
    return candidates.map { candidate in
      let direction = candidate.meaning.looksAround ? directions.direction(of: candidate) : 0
      let resolution = resolver.resolve(candidate.meaning, direction: direction)
      let isRelative = resolution.underspecified != nil
      return TimeExpression(
        range: document.range(ofTokens: candidate.tokens), type: candidate.type,
        value: resolution.value + candidate.clock,
        underspecified: resolution.underspecified.map { $0 + candidate.clock },
        earliest: resolution.earliest, latest: resolution.latest,
        anchor: isRelative && document.published != nil ? anchor : nil, confidence: candidate.confidence,
        rule: "\(candidate.rule)")
    }
  }
}

extension TimeMeaning {
  /// Whether its value depends on where the sentence looks.
  fileprivate var looksAround: Bool {
    switch self {
    case .calendar(nil, _, _), .weekday(_, shift: nil), .weekend, .season(_, year: nil, shift: nil): true
    default: false
    }
  }
}
