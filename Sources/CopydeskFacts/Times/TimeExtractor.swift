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
    var lastDay: CivilDate?
    var lastSentence = -1
    return candidates.compactMap { candidate in
      var candidate = candidate
      if let ahead = candidate.ahead, directions.direction(of: candidate) > 0 {
        (candidate.type, candidate.meaning, candidate.rule) = (.date, ahead, "time/distance")
      }
      let direction = candidate.meaning.looksAround ? directions.direction(of: candidate) : 0
      var resolution = resolver.resolve(candidate.meaning, direction: direction)
      var isOfText = false
      if case .same(let unit) = candidate.meaning {
        guard let lastDay, unit.rawValue >= TimeUnit.day.rawValue else { return nil }
        resolution = TimeResolver(anchor: lastDay).resolve(.offset(unit, 0), direction: 0)
        isOfText = true
      }
      if candidate.countsFromText || candidate.type == .date {
        let sentence = document.sentenceIndex(at: Int(document.tokens[candidate.tokens.lowerBound].range.start))
        if candidate.countsFromText, sentence == lastSentence, let lastDay {
          resolution = TimeResolver(anchor: lastDay).resolve(candidate.meaning, direction: 0)
          isOfText = true
        }
        lastSentence = sentence
      }
      // What 'that year' may refer to: the last date told, by its first day.
      if candidate.type == .date || candidate.type == .time, let day = resolution.earliest { lastDay = day }
      let isRelative = resolution.underspecified != nil
      return TimeExpression(
        range: document.range(ofTokens: candidate.tokens), type: candidate.type,
        value: resolution.value + candidate.clock,
        underspecified: resolution.underspecified.map { $0 + candidate.clock },
        earliest: resolution.earliest, latest: resolution.latest,
        anchor: isOfText ? .text : isRelative && document.published != nil ? anchor : nil,
        confidence: candidate.confidence,
        rule: "\(candidate.rule)")
    }
  }
}

extension TimeMeaning {
  /// Whether its value depends on where the sentence looks.
  fileprivate var looksAround: Bool {
    switch self {
    case .calendar(nil, _, _), .weekday(_, shift: nil), .weekend, .dayOfMonth, .season(_, year: nil, shift: nil): true
    default: false
    }
  }
}
