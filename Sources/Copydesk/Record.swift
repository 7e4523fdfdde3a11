public import CopydeskFacts
public import CopydeskIntake
public import CopydeskText

/// One input document and all that was found in it: one line of the output.
public struct Record: Sendable {
  /// Where it comes from.
  public var provenance: Provenance
  /// What the page or the input says of it.
  public var metadata = PageMetadata()
  /// How sure its language is, 0…1; nil if it was given or is not known.
  public var languageConfidence: Double?
  /// The text and its facts; nil if the document failed.
  public var document: Document?
  /// Soft trouble.
  public var warnings: Set<Warning> = []
  /// Why there is no document; nil if all went well.
  public var failure: DocumentFailure?
  /// The hash of version, resources and options.
  public var run: String
  /// The layers that were asked for.
  var layers: [String]

  /// The way from the source's bytes to the text; nil unless `Options.tracesSource` asks for it and it is known.
  var sourceMap: SourceMap?

  /// The bytes of the input that a part of the text came from; nil unless `Options.tracesSource` asks for it, and where the
  /// text does not stand in the page's markup, but in its data.
  ///
  /// They are counted in the bytes that `provenance.sha256` is the digest of:
  /// - of a page or text, the file; of JSON Lines, a table or a feed, the line, row or item, which stands at
  ///   `provenance.offset` of the file (as it was unpacked, if it is packed as a whole);
  /// - of a record in a web archive, the body of the response, with its chunks joined and unpacked if it came so, or the
  ///   block of a record without a response. `PageDecoder.sourceBytes(of:)` gives these bytes.
  ///
  /// ```swift
  /// var options = Options()
  /// options.tracesSource = true
  /// let bytes = record.sourceRange(of: entity.range)  // 10412..<10437
  /// ```
  /// - Complexity: O(log n) in the places where the text was rewritten.
  public func sourceRange(of range: TextRange) -> Range<Int>? { sourceMap?.sourceRange(of: range) }

  /// The id of the document.
  public var id: String { provenance.id }

  /// The schema's name, and number.
  public static let schema = "copydesk/1"

  /// The keys of the record, in order: the writer and the schema both go by this list.
  static let fields = fields(of: Extractors.all)

  /// The same with the layers of extractors that are not the product's, after its own.
  static func fields(with own: [any Extractor]) -> [RecordField<Record>] {
    own.isEmpty ? fields : fields(of: Extractors.all + own)
  }

  private static func fields(of extractors: [any Extractor]) -> [RecordField<Record>] {
    [
      RecordField("schema", .oneOf([schema])) { $1.json.string(Self.schema) },
      .string("id") { $0.id },
      RecordField("source", .object(Provenance.fields.map { .init($0.name, $0.shape) })) { record, writer in
        writer.object(record.provenance, Provenance.fields)
      },
      .string("url", orNull: { $0.metadata.url }),
      .string("site", orNull: { $0.metadata.site }),
      .string("title", orNull: { $0.metadata.title }),
      .string("byline", orNull: { $0.metadata.byline }),
      .string("published", orNull: { $0.metadata.published?.isoString }),
      .string("modified", orNull: { $0.metadata.modified?.isoString }),
      .string("published_by", orNull: { $0.metadata.publishedBy }),
      .string("title_by", orNull: { $0.metadata.titleBy }),
      .string("byline_by", orNull: { $0.metadata.bylineBy }),
      .string("language", orNull: { $0.metadata.language }),
      .number("language_conf", orNull: { $0.languageConfidence }),
      RecordField("text", .string) {
        $1.json.string(utf8: $1.text.bytes); _ = $0
      },
      RecordField("offsets", .oneOf(OffsetUnit.allCases.map(\.rawValue))) {
        $1.json.string($1.unit.rawValue); _ = $0
      },
      RecordField("sentences", .array(.object([.init("start", .integer), .init("end", .integer)]))) { record, writer in
        writer.json.beginArray()
        for sentence in record.document?.sentences ?? [] {
          writer.json.beginObject()
          writer.bounds(sentence.range)
          writer.json.endObject()
        }
        writer.json.endArray()
      },
    ] + extractors.map { layerField($0) } + [
      .strings("warnings") { $0.warnings.sorted().map(\.rawValue) },
      RecordField(
        "error", .nullable(.object(["code", "stage", "message"].map { JSONShape.Key($0, .string) }))
      ) { record, writer in
        guard let failure = record.failure else { return writer.json.null() }
        writer.json.beginObject()
        for (key, value) in [("code", failure.code.rawValue), ("stage", failure.stage), ("message", failure.message)] {
          writer.json.key(key)
          writer.json.string(value)
        }
        writer.json.endObject()
      },
      .string("run") { $0.run },
    ]
  }

  /// The array of one layer: objects with the keys that all spans have, then those of the layer.
  private static func layerField<E: Extractor>(_ extractor: E) -> RecordField<Record> {
    let own = E.Finding.fields
    let keys = SpanHead.fields.map { JSONShape.Key($0.name, $0.shape) } + own.map { .init($0.name, $0.shape) }
    return RecordField(E.name, .array(.object(keys))) { record, writer in
      writer.json.beginArray()
      if let document = record.document, record.layers.contains(E.name) {
        for (index, finding) in document[E.self].enumerated() {
          writer.json.beginObject()
          writer.members(SpanHead(finding, index: index, in: document), SpanHead.fields)
          finding.writeFields(to: &writer)
          writer.json.endObject()
        }
      }
      writer.json.endArray()
    }
  }
}

/// What all spans of a record have, whatever their layer.
private struct SpanHead {
  let id: String
  let range: TextRange
  let sentence: Int
  let confidence: Double
  let rule: String

  init<A: Annotation>(_ finding: A, index: Int, in document: Document) {
    id = A.idPrefix + String(index)
    range = finding.range
    sentence = document.sentenceIndex(at: Int(finding.range.start))
    (confidence, rule) = (finding.confidence, finding.rule)
  }

  static let fields: [RecordField<SpanHead>] = [
    .string("id") { $0.id },
    RecordField("start", .integer) { $1.json.integer($1.offsets[Int($0.range.start)]) },
    RecordField("end", .integer) { $1.json.integer($1.offsets[Int($0.range.end)]) },
    RecordField("text", .string) { $1.json.string(utf8: $1.text.bytes[$0.range.indices]) },
    RecordField("sent", .integer) { $1.json.integer($0.sentence) },
    RecordField("conf", .number) { $1.json.number($0.confidence) },
    .string("rule") { $0.rule },
  ]
}

extension Provenance {
  /// The keys of `source`.
  static let fields: [RecordField<Provenance>] = [
    .string("path") { $0.path },
    RecordField("offset", .integer) { $1.json.integer($0.offset) },
    RecordField("length", .integer) { $1.json.integer($0.length) },
    RecordField("format", .oneOf(SourceFormat.allCases.map(\.rawValue))) { $1.json.string($0.format.rawValue) },
    .string("charset", orNull: { $0.charset }),
    RecordField("charset_by", .nullable(.oneOf(CharsetEvidence.allCases.map(\.rawValue)))) {
      $1.json.string($0.charsetBy?.rawValue)
    },
    .string("sha256", orNull: { $0.sha256 }),
  ]
}
