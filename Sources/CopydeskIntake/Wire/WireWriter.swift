/// Writes values as bytes for another process of the same program: no versions, no byte order but the machine's.
public struct WireWriter {
  /// What was written.
  public private(set) var bytes: [UInt8] = []

  /// Nothing written.
  public init() {}

  /// Forgets what was written, but keeps its room.
  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// A whole number.
  public mutating func integer(_ value: Int) { withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) } }

  /// A number with a fraction.
  public mutating func number(_ value: Double) { withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) } }

  /// A truth.
  public mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

  /// A text.
  public mutating func string(_ value: String) {
    integer(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }

  /// Bytes.
  public mutating func bytes(_ value: [UInt8]) {
    integer(value.count)
    bytes.append(contentsOf: value)
  }

  /// A value that may be missing.
  public mutating func optional<Value>(_ value: Value?, _ write: (inout WireWriter, Value) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }

  /// A text that may be missing.
  public mutating func string(orNil value: String?) { optional(value) { $0.string($1) } }

  /// A list.
  public mutating func list<Values: Collection>(_ values: Values, _ write: (inout WireWriter, Values.Element) -> Void) {
    integer(values.count)
    for value in values { write(&self, value) }
  }

  /// One of the values of an enumeration.
  public mutating func `case`<Value: CaseIterable & Equatable>(_ value: Value) {
    integer(Array(Value.allCases).firstIndex(of: value) ?? 0)
  }
}
