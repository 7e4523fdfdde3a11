import CopydeskFacts
import CopydeskIntake
import CopydeskText

/// Writes records as lines of JSON, in the shape and with the offsets that the options ask for.
struct RecordSerializer {
  let shape: OutputShape
  let unit: OffsetUnit
  private let extractors: [any Extractor]
  private let fields: [RecordField<Record>]
  private var json = JSONBuffer()

  /// - Parameter own: the extractors that are not the product's.
  init(shape: OutputShape, unit: OffsetUnit, own: [any Extractor] = []) {
    (self.shape, self.unit) = (shape, unit)
    (extractors, fields) = (Extractors.all + own, Record.fields(with: own))
  }

  /// The lines of a record, each ended by `\n`: one for `records`; for `facts` one a fact, or one `error` row if the
  /// document failed.
  mutating func lines(of record: Record) -> [UInt8] {
    let text = record.document?.text ?? Text(validUTF8: [])
    json.removeAll()
    var writer = RecordWriter(json: json, text: text, offsets: ScalarOffsets(of: text, in: unit), unit: unit)
    switch shape {
    case .records:
      writer.json.reserve(roughSize(of: record))
      writer.object(record, fields)
      writer.json.endLine()
    case .facts:
      for extractor in extractors { facts(of: extractor, record, &writer) }
      if let failure = record.failure { write(failure, of: record, &writer) }
    }
    json = writer.json
    return json.bytes
  }

  /// About the bytes of a record's line, rather too many: what is not written to costs nothing.
  private func roughSize(of record: Record) -> Int {
    guard let document = record.document else { return 4096 }
    func count<E: Extractor>(_ extractor: E) -> Int { document[E.self].count }
    let findings = extractors.reduce(0) { $0 + count($1) }
    return 4096 + document.text.count / 8 * 9 + document.sentences.count * 40 + findings * 448
  }

  private func facts<E: Extractor>(of extractor: E, _ record: Record, _ writer: inout RecordWriter) {
    guard let document = record.document, record.layers.contains(E.name) else { return }
    for (index, finding) in document[E.self].enumerated() {
      var fact = FlatFact(
        doc: record.id, kind: E.Finding.kind, id: "\(E.Finding.idPrefix)\(index)",
        start: writer.offsets[Int(finding.range.start)], end: writer.offsets[Int(finding.range.end)],
        text: document.text[finding.range], sent: document.sentenceIndex(at: Int(finding.range.start)),
        conf: finding.confidence, rule: finding.rule, url: record.metadata.url,
        published: record.metadata.published?.isoString, run: record.run)
      finding.flatten(into: &fact, in: document)
      writer.object(fact, FlatFact.fields)
      writer.json.endLine()
    }
  }

  /// A failed document is a row too: nothing is dropped in silence.
  private func write(_ failure: DocumentFailure, of record: Record, _ writer: inout RecordWriter) {
    var fact = FlatFact(
      doc: record.id, kind: "error", id: "x0", start: 0, end: 0, text: failure.message, sent: 0, conf: 1,
      rule: "\(failure.stage)/\(failure.code.rawValue)", url: record.metadata.url, published: nil, run: record.run)
    fact.type = failure.code.rawValue
    writer.object(fact, FlatFact.fields)
    writer.json.endLine()
  }
}
