/// One fact with nothing nested: a row for CSV, SQL or a search index (`--out facts`).
public struct FlatFact: Sendable {
  /// The id of the document.
  public var doc: String
  /// What it is: `entity`, `quantity`, `time`, `quote`.
  public var kind: String
  /// The id inside the document.
  public var id: String
  /// The first offset, in the unit of the run.
  public var start: Int
  /// The offset after the last.
  public var end: Int
  /// The text itself.
  public var text: String
  /// The index of the sentence.
  public var sent: Int
  /// The type inside its layer: `PER`, `DATE`, a quantity's dimension, a quote's kind is in `quoteKind`.
  public var type: String?
  /// The full name of an entity or a speaker.
  public var name: String?
  /// The id of an entity.
  public var link: String?
  /// Degrees north.
  public var lat: Double?
  /// Degrees east.
  public var lon: Double?
  /// ISO 3166-1 alpha-2.
  public var country: String?
  /// The number.
  public var value: Double?
  /// The lower bound.
  public var low: Double?
  /// The upper bound.
  public var high: Double?
  /// UCUM or ISO 4217.
  public var unit: String?
  /// What the unit measures.
  public var dimension: String?
  /// `=`, `~`, `<`, `>`, `<=`, `>=`.
  public var modifier: String?
  /// What is counted.
  public var counted: String?
  /// TIMEX3.
  public var timeValue: String?
  /// The first day that a time can mean.
  public var earliest: String?
  /// The last day.
  public var latest: String?
  /// The name of a speaker.
  public var speaker: String?
  /// The id of a speaker.
  public var speakerLink: String?
  /// The reporting word.
  public var cue: String?
  /// `direct`, `indirect`, `mixed`.
  public var quoteKind: String?
  /// 0…1.
  public var conf: Double
  /// What made it.
  public var rule: String
  /// The page's address.
  public var url: String?
  /// The page's date.
  public var published: String?
  /// The hash of the run.
  public var run: String

  /// A row without the columns of its layer.
  public init(
    doc: String, kind: String, id: String, start: Int, end: Int, text: String, sent: Int, conf: Double, rule: String,
    url: String?, published: String?, run: String
  ) {
    (self.doc, self.kind, self.id, self.start, self.end) = (doc, kind, id, start, end)
    (self.text, self.sent, self.conf, self.rule) = (text, sent, conf, rule)
    (self.url, self.published, self.run) = (url, published, run)
  }

  /// The columns in order.
  public static let fields: [RecordField<FlatFact>] = [
    .string("doc") { $0.doc },
    .string("kind") { $0.kind },
    .string("id") { $0.id },
    RecordField("start", .integer) { $1.json.integer($0.start) },
    RecordField("end", .integer) { $1.json.integer($0.end) },
    .string("text") { $0.text },
    RecordField("sent", .integer) { $1.json.integer($0.sent) },
    .string("type", orNull: { $0.type }),
    .string("name", orNull: { $0.name }),
    .string("link", orNull: { $0.link }),
    .number("lat", orNull: { $0.lat }),
    .number("lon", orNull: { $0.lon }),
    .string("country", orNull: { $0.country }),
    .number("value", orNull: { $0.value }),
    .number("low", orNull: { $0.low }),
    .number("high", orNull: { $0.high }),
    .string("unit", orNull: { $0.unit }),
    .string("dimension", orNull: { $0.dimension }),
    .string("modifier", orNull: { $0.modifier }),
    .string("counted", orNull: { $0.counted }),
    .string("time_value", orNull: { $0.timeValue }),
    .string("earliest", orNull: { $0.earliest }),
    .string("latest", orNull: { $0.latest }),
    .string("speaker", orNull: { $0.speaker }),
    .string("speaker_link", orNull: { $0.speakerLink }),
    .string("cue", orNull: { $0.cue }),
    .string("quote_kind", orNull: { $0.quoteKind }),
    RecordField("conf", .number) { $1.json.number($0.conf) },
    .string("rule") { $0.rule },
    .string("url", orNull: { $0.url }),
    .string("published", orNull: { $0.published }),
    .string("run") { $0.run },
  ]
}
