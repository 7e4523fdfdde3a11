public import CopydeskIntake

/// As much of JSON Schema as our own schema uses: it reads the printed schema, not the lists behind it.
public struct JSONSchema {
  private let schema: JSONValue

  /// A schema from its JSON.
  public init?(_ json: String) {
    guard let schema = JSONParser.parse(Array(json.utf8)[...]) else { return nil }
    self.schema = schema
  }

  /// Where the value does not fit, and why; empty if it does.
  public func problems(in value: JSONValue) -> [String] { Self.problems(value, schema, "$") }

  private static func problems(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
    if let choices = schema["anyOf"] {
      let each = choices.elements.map { problems(value, $0, path) }
      return each.contains { $0.isEmpty } ? [] : ["\(path): none of anyOf fits"] + each.joined()
    }
    if let cases = schema["enum"], !cases.elements.contains(where: { $0.string == value.string }) {
      return ["\(path): not one of the enum"]
    }
    switch (schema["type"]?.string, value) {
    case (nil, _), ("string", .string), ("null", .null): return []
    case ("integer", .number(let digits)): return Int(digits) == nil ? ["\(path): no integer"] : []
    case ("number", .number): return []
    case ("array", .array(let elements)):
      guard let items = schema["items"] else { return [] }
      return elements.enumerated().flatMap { problems($1, items, "\(path)[\($0)]") }
    case ("object", .object(let members)):
      guard case .object(let properties)? = schema["properties"] else { return [] }
      let required = schema["required"]?.elements.compactMap(\.string) ?? []
      let keys = members.map(\.key)
      var found = required.filter { !keys.contains($0) }.map { "\(path): \($0) is missing" }
      for member in members {
        guard let property = properties.first(where: { $0.key == member.key }) else {
          found.append("\(path): \(member.key) is not allowed")
          continue
        }
        found += problems(member.value, property.value, "\(path).\(member.key)")
      }
      return found
    default: return ["\(path): wrong type"]
    }
  }
}
