import CopydeskText

/// The learned weights of quotes, each list in the order of its features; docs/internals/QUOTES-MODEL.md says from what.
enum QuoteModels {
  private static let ofQuotations = LearnedTable("quotations.tsv")

  /// Of `QuotationFeature`.
  static let quotations = ofQuotations.weights(of: QuotationFeature.self)
  /// A quotation that scores less is dropped.
  static let threshold = ofQuotations["threshold"] ?? 0
  /// Of `SpeakerFeature`.
  static let speakers = LearnedTable("speakers.tsv").weights(of: SpeakerFeature.self)
  /// Of `ConfidenceFeature`.
  static let confidence = LearnedTable("quote-confidence.tsv").weights(of: ConfidenceFeature.self)
}
