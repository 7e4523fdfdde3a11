/// A value of JSON, as the parser found it.
public enum JSONValue: Sendable {
  /// The members, in order; a repeated key stays repeated.
  case object([(key: String, value: JSONValue)])
  /// The elements.
  case array([JSONValue])
  /// The characters, valid UTF-8.
  case string([UInt8])
  /// The number as it is written.
  case number(String)
  /// True or false.
  case bool(Bool)
  /// Null.
  case null

  /// The member of that key (the last one, as JavaScript has it), or nil.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The elements of an array; a single value counts as an array of one, null as an empty one.
  public var elements: [JSONValue] {
    switch self {
    case .array(let elements): elements
    case .null: []
    default: [self]
    }
  }

  /// The string of a string or number; nil for anything else.
  public var string: String? {
    switch self {
    case .string(let bytes): String(decoding: bytes, as: UTF8.self)
    case .number(let number): number
    default: nil
    }
  }
}
