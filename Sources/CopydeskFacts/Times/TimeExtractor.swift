import CopydeskText

/// Finds the times of a document.
///
/// A scanner reads candidates in one pass; a resolver then sets each in relation to the day of publication. What a word
/// means is in the tables of its language (`Languages`).
public struct TimeExtractor: Extractor {
  /// `times`.
  public static let name = "times"

  /// Those with a table of their own.
  public var languages: [String: LanguageSupport]? { LanguagePack.shared.support(by: [.numbers, .times]) }

  /// An extractor with the built-in tables.
  public init() {}

  /// The times, sorted by range.
  public func extract(from document: Document, using scratch: inout Void) -> [TimeExpression] {
    guard !document.tokens.isEmpty else { return [] }
    let scanner = TimeScanner(document)
    let candidates = scanner.candidates()
    guard !candidates.isEmpty else { return [] }
    let dateLine = document.published == nil ? scanner.dateLine(among: candidates) : nil
    let resolver = TimeResolver(anchor: document.published?.date ?? dateLine, second: document.published?.secondOfDay)
    let directions = TimeDirection(document: document, lexicon: scanner.lexicon)
    let anchor: TimeAnchor? =
      document.published == nil ? dateLine.map { _ in .text } : document.publishedBy == "option" ? .option : .published
    var told = ToldDates(years: ToldDates.years(candidates, published: resolver.anchor))
    let veto = TimeVeto(document)
    var opening: TimeResolver.Resolution?
    return candidates.indices.compactMap { index in
      var candidate = candidates[index]
      if veto.covers(document.range(ofTokens: candidate.tokens)) { return nil }
      if index + 1 < candidates.count, scanner.isRange(candidate, candidates[index + 1]) {
        candidate.takeYear(of: candidates[index + 1])
      }
      // 'It will double in five years': years are mostly a length.
      if let ahead = candidate.ahead,
        directions.isFragment(candidate) || ahead.grain != .year && directions.direction(of: candidate) > 0
      {
        candidate.become(ahead)
      }
      let direction = candidate.meaning.looksAround ? directions.direction(of: candidate) : 0
      let sentence = document.sentenceIndex(at: Int(document.tokens[candidate.tokens.lowerBound].range.start))
      let fromText = told.resolution(of: candidate, in: sentence)
      if fromText == nil, case .same = candidate.meaning { return nil }
      let isClosing = opening != nil && index > 0 && scanner.isRange(candidates[index - 1], candidate)
      let closing = isClosing ? opening?.earliest.flatMap { resolver.first(candidate.meaning, after: $0) } : nil
      let resolution = fromText ?? closing ?? resolver.resolve(candidate.meaning, direction: direction)
      opening = resolution
      told.note(candidate, resolution, in: sentence, isOfText: fromText != nil)
      let isRelative = resolution.underspecified != nil
      let rule = candidate.rule
      return TimeExpression(
        range: document.range(ofTokens: candidate.tokens), type: candidate.type,
        value: candidate.value(resolution.value + resolution.clock),
        underspecified: resolution.underspecified.map { candidate.value($0) },
        earliest: resolution.earliest, latest: resolution.latest,
        anchor: fromText != nil ? .text : isRelative ? anchor : nil,
        confidence: RuleConfidence.ofTime(rule), rule: rule)
    }
  }
}

extension TimeCandidate {
  /// The value of its day with its clock times: `2024-05-02T10:00/2024-05-02T11:30`.
  fileprivate func value(_ day: String) -> String {
    clockEnd.isEmpty ? day + clock : "\(day)\(clock)/\(day)\(clockEnd)"
  }

  /// Turns a duration into the date that it means where the sentence looks ahead: `will be back in two weeks`.
  mutating func become(_ ahead: TimeMeaning) {
    (meaning, rule, type) = (ahead, "time/distance", .date)
    if case .instant = ahead { type = .time }
  }
}

extension TimeMeaning {
  /// Whether its value depends on where the sentence looks.
  fileprivate var looksAround: Bool {
    switch self {
    case .calendar(nil, _, _), .weekday(_, shift: nil), .weekend, .dayOfMonth, .season(_, year: nil, shift: nil),
      .holiday(_, year: nil, shift: nil), .weekdayAndDay, .part(_, year: nil, yearShift: nil):
      true
    case .nth(_, _, _, let whole), .within(_, let whole): whole.looksAround
    case .shifted(let base, _, _), .weekendOf(let base): base.looksAround
    default: false
    }
  }
}
