package import CopydeskText

/// Finds the quotes of a document: what somebody is reported to have said, and who.
///
/// First quotation marks are paired, then every reporting word of the narrator looks for its subject and for what is
/// said; quotations that none of them takes go to whoever spoke last. Last, speakers are resolved to entities.
public struct QuoteExtractor: Extractor {
  /// `quotes`.
  public static let name = "quotes"

  /// `entities`: speakers are names.
  public static var reads: [any Extractor.Type] { [EntityExtractor.self] }

  /// An extractor with the built-in tables.
  public init() {}

  /// The quotes, sorted by range.
  public func extract(from document: Document, using scratch: inout Void) -> [Quote] {
    let scene = SpeechScene(document)
    guard !scene.cues.isEmpty || !scene.spans.isEmpty || !scene.units.isEmpty else { return [] }
    var finder = finder(scene)
    QuotationScorer.dropScareQuotes(from: &finder)
    finder.findNestedQuotations()
    return quotes(finder.found, scene)
  }

  /// Everything that may be a quote, scare quotes and titles included.
  private func finder(_ scene: SpeechScene) -> ReportedSpeechFinder {
    var finder = ReportedSpeechFinder(scene)
    for unit in scene.units { finder.findReports(in: unit) }
    for unit in scene.units { finder.findColonHeadline(in: unit) }
    finder.findTranscript()
    finder.findLooseQuotations()
    return finder
  }

  /// The quotations of a document with the names of what is seen of them: what `scripts/train-quotes` learns from.
  package func evidence(in document: Document) -> [(range: TextRange, features: [String])] {
    let scene = SpeechScene(document)
    return QuotationScorer.evidence(in: finder(scene)).map { speech, evidence in
      (document.range(ofTokens: speech.tokens), evidence.features.map { String(describing: $0) })
    }
  }

  /// The quotes in the order of the text, with their speakers.
  private func quotes(_ speeches: [ReportedSpeech], _ scene: SpeechScene) -> [Quote] {
    let document = scene.document
    let sorted = speeches.sorted {
      let (left, right) = (document.range(ofTokens: $0.tokens), document.range(ofTokens: $1.tokens))
      return left < right
    }
    var resolver = SpeakerResolver(scene)
    var quotes: [Quote] = []
    var enclosing: [Int] = []
    for speech in sorted {
      let range = document.range(ofTokens: speech.tokens)
      if let last = quotes.last, last.range == range { continue }
      var quote = Quote(
        range: range, kind: speech.kind, clause: speech.clause.map(document.range(ofTokens:)),
        speaker: speech.speaker.map { resolver.speaker(of: $0, in: speech.unit) },
        cue: speech.cue.map(document.range(ofTokens:)), confidence: speech.confidence,
        rule: String(describing: speech.rule))
      while let last = enclosing.last, quotes[last].range.end <= range.start { enclosing.removeLast() }
      quote.parent = enclosing.last { quotes[$0].range.contains(range) }
      enclosing.append(quotes.count)
      quotes.append(quote)
    }
    return quotes
  }
}
