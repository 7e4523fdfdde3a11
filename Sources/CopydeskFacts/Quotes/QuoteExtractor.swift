import CopydeskText

/// Finds the quotes of a document: what somebody is reported to have said, and who.
///
/// First quotation marks are paired, then every reporting word of the narrator looks for its subject and for what is
/// said; quotations that none of them takes go to whoever spoke last. Last, speakers are resolved to entities.
public struct QuoteExtractor: Extractor {
  /// `quotes`.
  public static let name = "quotes"

  /// `entities`: speakers are names.
  public static var reads: [any Extractor.Type] { [EntityExtractor.self] }

  /// Those whose words of reporting are known.
  public var languages: [String: LanguageSupport]? {
    Dictionary(LanguagePack.shared.tags(with: .reporting).map { ($0, .full) }) { first, _ in first }
  }

  /// An extractor with the built-in tables.
  public init() {}

  /// The quotes, sorted by range.
  public func extract(from document: Document, using scratch: inout Void) -> [Quote] {
    let scene = SpeechScene(document)
    guard !scene.cues.isEmpty || !scene.spans.isEmpty || !scene.units.isEmpty else { return [] }
    var finder = finder(scene)
    QuotationScorer.dropScareQuotes(from: &finder)
    SpeakerRanker.chooseSpeakers(in: &finder)
    finder.findNestedQuotations()
    return quotes(finder.found, scene)
  }

  /// A quote belongs to the language of its reporting word, whatever is said inside the marks. What one language's words
  /// report takes no quote from another's; quotations that nobody reports are taken as the main language has them.
  public func merged(_ readings: [LanguageReading<Quote>], in document: Document) -> [Quote] {
    func isOwn(_ cue: TextRange, _ language: String) -> Bool { document.language(at: Int(cue.start)) == language }
    var merged = readings.flatMap { reading in
      reading.findings.filter { $0.cue.map { isOwn($0, reading.language) } ?? false }
    }
    // `“Nećemo stati,” Petrović said.` is a sentence in Serbian, but its narrator's language is English.
    for reading in readings {
      let free = reading.findings.filter { $0.cue.map { !isOwn($0, reading.language) } ?? false }
      merged += Self.apart(free, from: merged)
    }
    merged += Self.apart((readings.first?.findings ?? []).filter { $0.cue == nil }, from: merged)
    merged.sort { $0.range < $1.range }
    Self.setParents(&merged)
    return merged
  }

  /// The quotes that none of the others overlaps. - Complexity: O(n log n).
  private static func apart(_ quotes: [Quote], from others: [Quote]) -> [Quote] {
    let taken = others.map { $0.clause ?? $0.range }.sorted()
    // The farthest end of those that start no later.
    var ends: [UInt32] = []
    for range in taken { ends.append(max(ends.last ?? 0, range.end)) }
    return quotes.filter { quote in
      let range = quote.clause ?? quote.range
      let starting = taken.partitionPoint { $0.start < range.end }
      return starting == 0 || ends[starting - 1] <= range.start
    }
  }

  /// Sets of each quote, in the order of the text, the innermost one that it is nested in.
  private static func setParents(_ quotes: inout [Quote]) {
    var enclosing: [Int] = []
    for index in quotes.indices {
      let range = quotes[index].range
      while let last = enclosing.last, quotes[last].range.end <= range.start { enclosing.removeLast() }
      quotes[index].parent = enclosing.last { quotes[$0].range.contains(range) }
      enclosing.append(index)
    }
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

  /// What the models see of a document, a line each, fields between tabs: what `scripts/train-quotes` learns from.
  ///
  /// `quotation START END FEATURES`; `quote KIND START END FROM TO FEATURES`, the clause and the quotation in it; and for
  /// each candidate `speaker KIND START END FROM TO NAME FEATURES`, the rules' choice first. Offsets in bytes.
  package func evidence(in document: Document) -> [String] {
    let scene = SpeechScene(document)
    var finder = finder(scene)
    func bounds(_ tokens: Range<Int>) -> String {
      let range = document.range(ofTokens: tokens)
      return "\(range.start)\t\(range.end)"
    }
    func names(_ features: [some Any]) -> String { features.map { String(describing: $0) }.joined(separator: " ") }
    var lines = QuotationScorer.evidence(in: finder).map { speech, evidence in
      "quotation\t\(bounds(speech.tokens))\t\(names(evidence.features))"
    }
    QuotationScorer.dropScareQuotes(from: &finder)
    let resolver = SpeakerResolver(scene)
    for (speech, candidates) in SpeakerRanker.evidence(in: finder) {
      let span = bounds(speech.clause ?? speech.tokens)
      let plain = names(QuoteConfidence.plainFeatures(of: speech, in: scene))
      lines.append("quote\t\(speech.kind.rawValue)\t\(span)\t\(bounds(speech.tokens))\t\(plain)")
      for candidate in candidates {
        let name = resolver.name(of: candidate.phrase) ?? ""
        lines.append(
          "speaker\t\(speech.kind.rawValue)\t\(span)\t\(bounds(candidate.phrase.head))\t"
            + "\(name)\t\(names(candidate.features))")
      }
    }
    return lines
  }

  /// Whether the speaker is more than the name that happens to stand before the quotation, as without verbs of saying it
  /// is: `a déclaré lundi à Lyon : « …`.
  private func isKnown(_ speech: ReportedSpeech, _ scene: SpeechScene) -> Bool {
    !scene.language.isWordless
      || !["quote/carried", "quote/continued", "quote/fragment"].contains(String(describing: speech.rule))
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
    var open: [UInt32] = []
    for speech in sorted {
      let range = document.range(ofTokens: speech.tokens)
      if let last = quotes.last, last.range == range { continue }
      while let end = open.last, end <= range.start { open.removeLast() }
      // Two rules may cut a line of fragments differently: `Ana says that the vote, according to Bookings: Richards (` is a
      // report and a headline with its source. Quotes nest or stand apart; the one that begins first stays.
      if let end = open.last, range.end > end { continue }
      open.append(range.end)
      quotes.append(
        Quote(
          range: range, kind: speech.kind, clause: speech.clause.map(document.range(ofTokens:)),
          speaker: isKnown(speech, scene) ? speech.speaker.map { resolver.speaker(of: $0, in: speech.unit) } : nil,
          cue: speech.cue.map(document.range(ofTokens:)), confidence: speech.confidence,
          rule: speech.rule))
    }
    Self.setParents(&quotes)
    return quotes
  }
}
