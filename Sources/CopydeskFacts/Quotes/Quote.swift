public import CopydeskText

/// How speech is reported.
public enum QuoteKind: String, Sendable, CaseIterable {
  /// Quoted words that stand by themselves.
  case direct
  /// A reported clause without quotation marks.
  case indirect
  /// A quoted fragment inside a reporting sentence.
  case mixed
}

/// Whom a quote is attributed to.
public struct Speaker: Sendable {
  /// The name, noun phrase or pronoun in the text.
  public var range: TextRange
  /// The full name where it is known, else nil.
  public var name: String?
  /// The id of the entity, or nil.
  public var link: String?
  /// The index of the mention among the document's entities, or nil.
  public var entity: Int?

  /// A speaker.
  public init(range: TextRange, name: String?, link: String? = nil, entity: Int? = nil) {
    (self.range, self.name, self.link, self.entity) = (range, name, link, entity)
  }
}

/// What somebody is reported to have said.
public struct Quote: Annotation {
  /// Direct and mixed: with both marks. Indirect: the reported clause.
  public var range: TextRange
  /// How the speech is reported.
  public var kind: QuoteKind
  /// The whole reported clause round a mixed fragment; nil otherwise.
  public var clause: TextRange?
  /// The index of the quote that it is nested in, or nil.
  public var parent: Int?
  /// Who speaks, or nil.
  public var speaker: Speaker?
  /// The reporting word (`said`, `called on`, `According to`), or nil.
  public var cue: TextRange?
  /// 0…1.
  public var confidence: Double
  /// What made it.
  public var rule: String

  /// A quote.
  public init(
    range: TextRange, kind: QuoteKind, clause: TextRange? = nil, parent: Int? = nil, speaker: Speaker? = nil,
    cue: TextRange? = nil, confidence: Double, rule: String
  ) {
    (self.range, self.kind, self.clause, self.parent) = (range, kind, clause, parent)
    (self.speaker, self.cue, self.confidence, self.rule) = (speaker, cue, confidence, rule)
  }

  /// `quote`.
  public static let kind = "quote"
  /// `q0`, `q1`…
  public static let idPrefix = "q"

  private static let bounds: [JSONShape.Key] = [.init("start", .integer), .init("end", .integer)]
  private static let span = bounds + [.init("text", .string)]

  /// `kind clause parent speaker cue`.
  public static let fields: [RecordField<Quote>] = [
    .oneOf("kind") { $0.kind },
    RecordField("clause", .nullable(.object(bounds))) { quote, writer in
      guard let clause = quote.clause else { return writer.json.null() }
      writer.json.beginObject()
      writer.bounds(clause)
      writer.json.endObject()
    },
    .string("parent", orNull: { $0.parent.map { "\(idPrefix)\($0)" } }),
    RecordField(
      "speaker",
      .nullable(
        .object(
          span + ["name", "link", "entity"].map { JSONShape.Key($0, .nullable(.string)) }))
    ) { quote, writer in
      guard let speaker = quote.speaker else { return writer.json.null() }
      writer.json.beginObject()
      writer.span(speaker.range)
      writer.json.key("name")
      writer.json.string(speaker.name)
      writer.json.key("link")
      writer.json.string(speaker.link)
      writer.json.key("entity")
      writer.json.string(speaker.entity.map { "\(Entity.idPrefix)\($0)" })
      writer.json.endObject()
    },
    RecordField("cue", .nullable(.object(span))) { quote, writer in
      guard let cue = quote.cue else { return writer.json.null() }
      writer.json.beginObject()
      writer.span(cue)
      writer.json.endObject()
    },
  ]

  /// The columns of a quote.
  public func flatten(into fact: inout FlatFact, in document: Document) {
    (fact.speaker, fact.speakerLink, fact.name) = (speaker?.name, speaker?.link, speaker?.name)
    fact.quoteKind = kind.rawValue
    fact.cue = cue.map { document.text[$0] }
  }
}
