import CopydeskFacts

/// BigQuery: the array of fields that `bq load --schema` takes.
enum BigQuerySchema {
  static func text(for keys: [JSONShape.Key]) -> String {
    var json = JSONBuffer()
    write(keys, into: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func write(_ keys: [JSONShape.Key], into json: inout JSONBuffer) {
    json.beginArray()
    for key in keys {
      var (shape, mode) = (key.shape.unwrapped, key.shape.isNullable ? "NULLABLE" : "REQUIRED")
      if case .array(let element) = shape { (shape, mode) = (element, "REPEATED") }
      json.beginObject()
      json.key("name")
      json.string(key.name)
      json.key("type")
      json.string(type(of: shape))
      json.key("mode")
      json.string(mode)
      if case .object(let inner) = shape {
        json.key("fields")
        write(inner, into: &json)
      }
      json.endObject()
    }
    json.endArray()
  }

  private static func type(of shape: JSONShape) -> String {
    switch shape {
    case .integer: "INTEGER"
    case .number: "FLOAT"
    case .object: "RECORD"
    default: "STRING"
    }
  }
}
