import CopydeskText

/// Decides whether somebody says the words of a quotation, or whether they are a title, a term or a scare quote.
///
/// A logistic regression over `QuotationFeature`; docs/internals/QUOTES-MODEL.md tells how its weights were learned.
enum QuotationScorer {
  /// The log odds that somebody says it.
  static func score(_ evidence: QuotationEvidence) -> Double {
    evidence.features.reduce(0) { $0 + QuoteModels.quotations[$1.rawValue] }
  }

  /// Takes away what nobody says.
  static func dropScareQuotes(from finder: inout ReportedSpeechFinder) {
    let context = QuotationContext(finder)
    // In place, and the evidence looks at no other speech: of a text of nothing but `"no"` there are half a million.
    var found: [ReportedSpeech] = []
    swap(&found, &finder.found)
    var kept = 0
    for index in found.indices {
      guard let speech = scored(found[index], in: finder, context) else { continue }
      found[kept] = speech
      kept += 1
    }
    found.removeSubrange(kept...)
    swap(&found, &finder.found)
  }

  /// The speech with its score; nil if nobody says it.
  private static func scored(
    _ speech: ReportedSpeech, in finder: ReportedSpeechFinder, _ context: QuotationContext
  ) -> ReportedSpeech? {
    guard let span = speech.span else { return speech }
    // A piece of speech that runs over paragraphs stands or falls with the whole, not alone.
    let quoted = finder.scene.spans[span]
    if quoted.continues || quoted.closing == .continued { return speech }
    // The weights know the sentences that they were learned from; elsewhere a reporting word is enough.
    if !finder.scene.language.has(.learnedQuotes), speech.cue != nil { return speech }
    var scored = speech
    let score = score(QuotationEvidence(of: speech, span: span, in: finder, context: context))
    scored.score = score
    return score < QuoteModels.threshold ? nil : scored
  }

  /// What is seen of each quotation.
  static func evidence(in finder: ReportedSpeechFinder) -> [(speech: ReportedSpeech, evidence: QuotationEvidence)] {
    let context = QuotationContext(finder)
    return finder.found.compactMap { speech in
      guard let span = speech.span else { return nil }
      return (speech, QuotationEvidence(of: speech, span: span, in: finder, context: context))
    }
  }
}
