public import CopydeskText

/// The kinds of named entity, as docs/OUTPUT.md defines them.
public enum EntityType: String, Sendable, CaseIterable {
  /// A person.
  case person = "PER"
  /// An organisation: alliance, mission, ministry, army, company, medium.
  case organization = "ORG"
  /// A state, city, town or village, also for its government.
  case geopolitical = "GPE"
  /// A continent, region, water or mountain.
  case location = "LOC"
  /// A nationality, people, religion or adjective of a region.
  case group = "NORP"
  /// A building, crossing, base, airport.
  case facility = "FAC"
  /// A named war, election, storm or tournament.
  case event = "EVENT"
  /// A product, platform or vehicle.
  case product = "PRODUCT"
  /// The title of a work.
  case work = "WORK"
  /// A treaty, constitution or act.
  case law = "LAW"
}

/// A mention of somebody or something by name.
public struct Entity: Annotation {
  /// The name in the text, without article, title or possessive.
  public var range: TextRange
  /// What kind of thing it names.
  public var type: EntityType
  /// The full name: `Albin Kurti` for `Kurti`, `Kosovo Force` for `KFOR`; all mentions of one thing share it.
  public var name: String
  /// `geonames:831053`, `wikidata:Q222031`, or nil.
  public var link: String?
  /// Further ids of the same thing, in the same form.
  public var sameAs: [String]
  /// Degrees north, for places.
  public var latitude: Double?
  /// Degrees east, for places.
  public var longitude: Double?
  /// ISO 3166-1 alpha-2 (`XK` for Kosovo).
  public var country: String?
  /// 0…1.
  public var confidence: Double
  /// What made it.
  public var rule: String

  /// A mention, with its link where there is one.
  public init(
    range: TextRange, type: EntityType, name: String, link: String? = nil, sameAs: [String] = [],
    latitude: Double? = nil, longitude: Double? = nil, country: String? = nil, confidence: Double, rule: String
  ) {
    (self.range, self.type, self.name, self.link, self.sameAs) = (range, type, name, link, sameAs)
    (self.latitude, self.longitude, self.country) = (latitude, longitude, country)
    (self.confidence, self.rule) = (confidence, rule)
  }

  /// `entity`.
  public static let kind = "entity"
  /// `e0`, `e1`…
  public static let idPrefix = "e"

  /// `type name link same_as lat lon country`.
  public static let fields: [RecordField<Entity>] = [
    .oneOf("type") { $0.type },
    .string("name") { $0.name },
    .string("link", orNull: { $0.link }),
    .strings("same_as") { $0.sameAs },
    .number("lat", orNull: { $0.latitude }),
    .number("lon", orNull: { $0.longitude }),
    .string("country", orNull: { $0.country }),
  ]

  /// The columns of an entity.
  public func flatten(into fact: inout FlatFact, in document: Document) {
    (fact.type, fact.name, fact.link) = (type.rawValue, name, link)
    (fact.lat, fact.lon, fact.country) = (latitude, longitude, country)
  }
}
