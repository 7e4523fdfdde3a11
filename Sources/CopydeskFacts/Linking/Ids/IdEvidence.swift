import CopydeskText

/// What `IdResolver` sees of names whose places in the text are known, for those who fit its weights.
package enum IdEvidence {
  /// For each span, in their order: the number of each thing that it may mean, and what speaks for and against it.
  package static func things(
    of spans: [SpanLinker.Span], in document: Document
  ) -> [[(number: UInt32, features: [Float])]] {
    guard !document.tokens.isEmpty else { return spans.map { _ in [] } }
    let page = CuedDocument(document)
    let around = RuleMentionFinder().mentions(in: page)
    let resolver = IdResolver(page: page, mentions: around, places: PlaceResolver(page: page, mentions: around))
    return spans.map { span in SpanLinker.mention(span, page).map(resolver.evidence) ?? [] }
  }
}
