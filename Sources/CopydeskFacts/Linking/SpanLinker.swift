public import CopydeskText

/// Links names whose places in the text are known already: from a gold standard, another tool or an editor.
public enum SpanLinker {
  /// A name: where it stands, and what kind of thing it names if that is known.
  public struct Span: Sendable {
    /// Bytes of the text.
    public let range: TextRange
    /// Nil: what the gazetteer says, else a place.
    public let type: EntityType?
    /// A name at a place in the text.
    public init(range: TextRange, type: EntityType? = nil) { (self.range, self.type) = (range, type) }
  }

  /// The entities of the spans, in their order; nil for a span without a word in it. Ranges stay as they were given.
  public static func entities(of spans: [Span], in document: Document) -> [Entity?] {
    let page = CuedDocument(document)
    let found = spans.map { mention($0, page) }
    let order = found.indices.filter { found[$0] != nil }.sorted { spans[$0].range.start < spans[$1].range.start }
    let linked = EntityLinker(page: page, mentions: order.compactMap { found[$0] }).entities()
    var entities = [Entity?](repeating: nil, count: spans.count)
    for (entity, index) in zip(linked, order) {
      entities[index] = entity
      entities[index]?.range = spans[index].range
      if entity.link == nil, found[index]?.entry == -1 { entities[index]?.name = document.text[spans[index].range] }
    }
    return entities
  }

  static func mention(_ span: Span, _ page: CuedDocument) -> Mention? {
    let first = page.document.tokenIndex(atOrAfter: Int(span.range.start))
    let end = page.document.tokenIndex(atOrAfter: Int(span.range.end))
    guard first < end else { return nil }
    let entry = page.gazetteer.names.entry(page.keys[first..<end])
    let type = span.type ?? (entry >= 0 ? page.gazetteer.row(entry).type : .geopolitical)
    return Mention(tokens: first..<end, type: type, entry: entry, rule: .gazetteer)
  }
}

/// What the place resolver sees, for those who fit its weights.
package struct LinkerEvidence {
  /// A place that a name may mean.
  package struct Candidate {
    package let link: String?
    package let name: String
    package let point: (latitude: Double, longitude: Double)?
    /// A country, state or region: its point is a matter of convention.
    package let isArea: Bool
    package let features: [Float]
  }

  /// A name of the document.
  package struct Group {
    /// Where it stands, in bytes.
    package let ranges: [TextRange]
    package let candidates: [Candidate]
    /// The features of the reading that it means none of them.
    package let none: [Float]
    /// The probabilities of the candidates by the weights.
    package let probabilities: [Float]
  }

  /// The groups of a document; `spans`: the names, or nil for those that Copydesk finds itself.
  package static func groups(
    of document: Document, spans: [SpanLinker.Span]?, weights: PlaceWeights
  ) -> [Group] {
    guard !document.tokens.isEmpty else { return [] }
    let page = CuedDocument(document)
    let mentions =
      spans?.compactMap { SpanLinker.mention($0, page) } ?? RuleMentionFinder().mentions(in: page)
    let resolver = PlaceResolver(
      page: page, mentions: mentions, publisher: PublisherPlace(url: document.url), weights: weights)
    return resolver.places.groups.indices.map { number in
      let group = resolver.places.groups[number]
      let evidence = resolver.evidence(ofGroup: number)
      return Group(
        ranges: group.mentions.map { document.range(ofTokens: mentions[$0].tokens) },
        candidates: zip(evidence.rows, evidence.features).map { candidate($0, $1, page.gazetteer) },
        none: evidence.ofNone,
        probabilities: resolver.places.candidates[group.candidates].map(\.probability))
    }
  }

  private static func candidate(_ row: Int32, _ features: [Float], _ gazetteer: Gazetteer) -> Candidate {
    let known = gazetteer.rows[Int(row)]
    return Candidate(
      link: gazetteer.string(row, .id), name: gazetteer.string(row, .name) ?? "", point: gazetteer.point(row),
      isArea: !known.table.isPlace && known.rank >= 4, features: features)
  }
}
