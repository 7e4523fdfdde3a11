/// A quote before its speaker is resolved; everything in tokens.
struct ReportedSpeech: Sendable {
  /// The tokens of the quote.
  var tokens: Range<Int>
  var kind: QuoteKind
  /// The whole reported clause of a mixed one.
  var clause: Range<Int>?
  /// The index of the quotation, unless it is indirect speech.
  var span: Int?
  var speaker: NounPhrase?
  var cue: Range<Int>?
  /// The tokens of the sentence that reports it.
  var unit: Range<Int>
  var rule: String
  var confidence: Double
  /// Whether its verb has no subject of its own: `…, saying`.
  var isShared = false
  /// Whether grammar leaves no choice of the speaker.
  var isFixed = false
  /// The log odds that somebody says it, where `QuotationScorer` was asked.
  var score: Double?
  /// The share of the speaker among the candidates, 0…1, where `SpeakerRanker` was asked.
  var share: Double?
}
