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
  private static let ofConfidence = LearnedTable("quote-confidence.tsv")
  /// Of `ConfidenceFeature`.
  static let confidence = ofConfidence.weights(of: ConfidenceFeature.self)
  /// A report without marks that is less likely right is dropped.
  static let acceptance = ofConfidence["threshold"] ?? 0
}
