import CopydeskFacts

/// JSON Schema, draft 2020-12.
enum JSONSchemaText {
  static func text(for shape: OutputShape, _ keys: [JSONShape.Key]) -> String {
    var json = JSONBuffer()
    json.beginObject()
    json.key("$schema")
    json.string("https://json-schema.org/draft/2020-12/schema")
    json.key("title")
    json.string("\(Record.schema) \(shape.rawValue)")
    write(keys, into: &json)
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func write(_ keys: [JSONShape.Key], into json: inout JSONBuffer) {
    json.key("type")
    json.string("object")
    json.key("properties")
    json.beginObject()
    for key in keys {
      json.key(key.name)
      json.beginObject()
      write(key.shape, into: &json)
      json.endObject()
    }
    json.endObject()
    json.key("required")
    json.beginArray()
    for key in keys { json.string(key.name) }
    json.endArray()
    json.key("additionalProperties")
    json.bool(false)
  }

  private static func write(_ shape: JSONShape, into json: inout JSONBuffer) {
    switch shape {
    case .object(let keys): write(keys, into: &json)
    case .string: type("string", &json)
    case .integer: type("integer", &json)
    case .number: type("number", &json)
    case .oneOf(let cases):
      json.key("enum")
      json.beginArray()
      for value in cases { json.string(value) }
      json.endArray()
    case .array(let element):
      type("array", &json)
      json.key("items")
      json.beginObject()
      write(element, into: &json)
      json.endObject()
    case .nullable(let shape):
      json.key("anyOf")
      json.beginArray()
      json.beginObject()
      write(shape, into: &json)
      json.endObject()
      json.beginObject()
      type("null", &json)
      json.endObject()
      json.endArray()
    }
  }

  private static func type(_ name: String, _ json: inout JSONBuffer) {
    json.key("type")
    json.string(name)
  }
}
