import CopydeskFacts

/// Spark: what `StructType.fromJson` takes. Every field is nullable, as Spark makes it when it reads files.
enum SparkSchema {
  static func text(for keys: [JSONShape.Key]) -> String {
    var json = JSONBuffer()
    write(.object(keys), into: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func write(_ shape: JSONShape, into json: inout JSONBuffer) {
    switch shape {
    case .string, .oneOf: json.string("string")
    case .integer: json.string("long")
    case .number: json.string("double")
    case .nullable(let shape): write(shape, into: &json)
    case .array(let element):
      json.beginObject()
      json.key("type")
      json.string("array")
      json.key("elementType")
      write(element, into: &json)
      json.key("containsNull")
      json.bool(true)
      json.endObject()
    case .object(let keys):
      json.beginObject()
      json.key("type")
      json.string("struct")
      json.key("fields")
      json.beginArray()
      for key in keys { write(key, into: &json) }
      json.endArray()
      json.endObject()
    }
  }

  private static func write(_ key: JSONShape.Key, into json: inout JSONBuffer) {
    json.beginObject()
    json.key("name")
    json.string(key.name)
    json.key("type")
    write(key.shape, into: &json)
    json.key("nullable")
    json.bool(true)
    json.key("metadata")
    json.beginObject()
    json.endObject()
    json.endObject()
  }
}
