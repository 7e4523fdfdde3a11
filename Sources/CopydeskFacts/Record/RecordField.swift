public import CopydeskText

/// The JSON type of a key, for the schema.
public indirect enum JSONShape: Sendable, Equatable {
  /// A string.
  case string
  /// One of some strings.
  case oneOf([String])
  /// A whole number.
  case integer
  /// A number with a fraction.
  case number
  /// An object with these keys, all required, in this order.
  case object([Key])
  /// An array of one shape.
  case array(JSONShape)
  /// The shape or null.
  case nullable(JSONShape)

  /// A key of an object.
  public struct Key: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// The shape of its value.
    public let shape: JSONShape
    /// A key and its shape.
    public init(_ name: String, _ shape: JSONShape) { (self.name, self.shape) = (name, shape) }
  }
}

/// Writes values of one document: JSON, with offsets in the unit that the user asked for.
public struct RecordWriter {
  /// The line so far.
  public var json: JSONBuffer
  /// The text that ranges refer to.
  public let text: Text
  /// From bytes to the user's unit.
  public let offsets: ScalarOffsets
  /// The user's unit.
  public let unit: OffsetUnit

  /// A writer for one document; `json` brings its memory along.
  public init(json: JSONBuffer, text: Text, offsets: ScalarOffsets, unit: OffsetUnit) {
    (self.json, self.text, self.offsets, self.unit) = (json, text, offsets, unit)
  }

  /// The keys `start` and `end`.
  public mutating func bounds(_ range: TextRange) {
    json.key(quoted: Self.start)
    json.integer(offsets[Int(range.start)])
    json.key(quoted: Self.end)
    json.integer(offsets[Int(range.end)])
  }

  private static let start = JSONBuffer.quoted(key: "start")
  private static let end = JSONBuffer.quoted(key: "end")

  /// The keys and values of some fields, inside an object.
  @inlinable
  public mutating func members<Value>(_ value: Value, _ fields: [RecordField<Value>]) {
    // Half of writing a line was counting references to the fields, which outlive it: the list keeps them.
    fields.withUnsafeBufferPointer { fields in
      for field in fields {
        Unmanaged.passUnretained(field)._withUnsafeGuaranteedRef { $0.append(value, to: &self) }
      }
    }
  }

  /// A value as an object of some fields.
  @inlinable
  public mutating func object<Value>(_ value: Value, _ fields: [RecordField<Value>]) {
    json.beginObject()
    members(value, fields)
    json.endObject()
  }

  /// The keys `start`, `end` and `text`.
  public mutating func span(_ range: TextRange) {
    bounds(range)
    json.key("text")
    json.string(utf8: text.bytes[range.indices])
  }
}

/// One key of a record: its name, its shape and how it is written. The writer and the schema share it.
///
/// A class, since the writer walks lists of them for every fact: one reference is cheaper to hand around than four.
public final class RecordField<Value>: Sendable {
  /// The key.
  public let name: String
  /// The key as it stands in a line, `,"name":`. Half of a line is keys: they are quoted once, not for each record.
  @usableFromInline let quotedName: [UInt8]
  /// The shape of the value.
  public let shape: JSONShape
  /// Writes the value (not the key).
  public let write: @Sendable (Value, inout RecordWriter) -> Void

  /// A key of any shape.
  @inlinable
  public init(_ name: String, _ shape: JSONShape, write: @escaping @Sendable (Value, inout RecordWriter) -> Void) {
    (self.name, self.shape, self.write) = (name, shape, write)
    quotedName = JSONBuffer.quoted(key: name)
  }

  /// Writes the key and the value.
  @inlinable
  @inline(never)
  func append(_ value: Value, to writer: inout RecordWriter) {
    writer.json.key(quoted: quotedName)
    write(value, &writer)
  }

  /// A string.
  @inlinable
  public static func string(_ name: String, _ get: @escaping @Sendable (Value) -> String) -> RecordField {
    RecordField(name, .string) { $1.json.string(get($0)) }
  }
  /// A string or null.
  @inlinable
  public static func string(_ name: String, orNull get: @escaping @Sendable (Value) -> String?) -> RecordField {
    RecordField(name, .nullable(.string)) { $1.json.string(get($0)) }
  }
  /// One of the cases of an enumeration.
  @inlinable
  public static func oneOf<Case: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ get: @escaping @Sendable (Value) -> Case
  ) -> RecordField {
    RecordField(name, .oneOf(Case.allCases.map(\.rawValue))) { $1.json.string(get($0).rawValue) }
  }
  /// A number or null.
  @inlinable
  public static func number(_ name: String, orNull get: @escaping @Sendable (Value) -> Double?) -> RecordField {
    RecordField(name, .nullable(.number)) { $1.json.number(get($0)) }
  }
  /// An array of strings.
  @inlinable
  public static func strings(_ name: String, _ get: @escaping @Sendable (Value) -> [String]) -> RecordField {
    RecordField(name, .array(.string)) { value, writer in
      writer.json.beginArray()
      for string in get(value) { writer.json.string(string) }
      writer.json.endArray()
    }
  }
}
