/// Decides whether somebody says the words of a quotation, or whether they are a title, a term or a scare quote.
///
/// A logistic regression over `QuotationFeature`; docs/internals/QUOTES-MODEL.md tells how its weights were learned.
enum QuotationScorer {
  /// The log odds that somebody says it.
  static func score(_ evidence: QuotationEvidence) -> Double {
    evidence.features.reduce(0) { $0 + QuotationWeights.weights[$1.rawValue] }
  }

  /// Takes away what nobody says.
  static func dropScareQuotes(from finder: inout ReportedSpeechFinder) {
    let context = QuotationContext(finder)
    let candidates = finder
    finder.found = finder.found.compactMap { speech in
      guard let span = speech.span else { return speech }
      // A piece of speech that runs over paragraphs stands or falls with the whole, not alone.
      let quoted = candidates.scene.spans[span]
      if quoted.continues || quoted.closing == .continued { return speech }
      // The weights know English sentences; elsewhere a reporting word is enough.
      if !candidates.scene.language.hasEnglishEndings, speech.cue != nil { return speech }
      var scored = speech
      let score = score(QuotationEvidence(of: speech, span: span, in: candidates, context: context))
      scored.score = score
      return score < QuotationWeights.threshold ? nil : scored
    }
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
