import CopydeskFacts

/// Elasticsearch and OpenSearch: settings and mappings of an index. Arrays of objects are `nested`: otherwise the name of
/// one person and the role of another would match together.
enum ElasticsearchSchema {
  static func text(for shape: OutputShape, _ keys: [JSONShape.Key]) -> String {
    var json = JSONBuffer()
    json.beginObject()
    json.key("mappings")
    json.beginObject()
    json.key("dynamic")
    json.string("strict")
    if shape == .facts { point(&json) }
    write(keys, into: &json)
    json.endObject()
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// Strings that are read as prose; all others are looked up whole.
  private static let prose: Set<String> = ["text", "title", "byline", "counted", "message"]
  /// Days and instants. TIMEX3 values (`2023-W39`, `PT2H`) are none.
  private static let dates: Set<String> = ["published", "modified", "earliest", "latest"]

  private static func write(_ keys: [JSONShape.Key], into json: inout JSONBuffer) {
    json.key("properties")
    json.beginObject()
    for key in keys {
      json.key(key.name)
      json.beginObject()
      write(key, into: &json)
      json.endObject()
    }
    json.endObject()
  }

  private static func write(_ key: JSONShape.Key, into json: inout JSONBuffer) {
    switch key.shape.unwrapped {
    case .array(.object(let keys)):
      type("nested", &json)
      write(keys, into: &json)
    case .object(let keys): write(keys, into: &json)
    case .integer: type("integer", &json)
    case .number: type("double", &json)
    case .string where prose.contains(key.name):
      type("text", &json)
      json.key("fields")
      json.beginObject()
      json.key("keyword")
      json.beginObject()
      type("keyword", &json)
      json.key("ignore_above")
      json.integer(1024)
      json.endObject()
      json.endObject()
    case .string where dates.contains(key.name):
      type("date", &json)
      json.key("format")
      json.string("strict_date_optional_time")
    default: type("keyword", &json)
    }
  }

  /// A point for maps, made of `lat` and `lon` when it is asked for.
  private static func point(_ json: inout JSONBuffer) {
    json.key("runtime")
    json.beginObject()
    json.key("location")
    json.beginObject()
    type("geo_point", &json)
    json.key("script")
    json.string("if (doc['lat'].size() > 0) emit(doc['lat'].value, doc['lon'].value)")
    json.endObject()
    json.endObject()
  }

  private static func type(_ name: String, _ json: inout JSONBuffer) {
    json.key("type")
    json.string(name)
  }
}
