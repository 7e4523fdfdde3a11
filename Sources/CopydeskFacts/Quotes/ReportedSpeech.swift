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
  var rule: StaticString
  var confidence: Double
}
