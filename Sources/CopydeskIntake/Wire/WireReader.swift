/// The bytes of another process end too early, or are no values: it ran wild before it died.
public struct WireError: Error {
  /// An error.
  public init() {}
}

/// Reads what a `WireWriter` wrote, and trusts none of it.
public struct WireReader {
  private let all: ArraySlice<UInt8>
  private var position: Int

  /// - Parameter bytes: what was written.
  public init(_ bytes: ArraySlice<UInt8>) { (all, position) = (bytes, bytes.startIndex) }

  /// A whole number.
  public mutating func integer() throws(WireError) -> Int { try fixed(Int.self) }

  /// A number with a fraction.
  public mutating func number() throws(WireError) -> Double { try fixed(Double.self) }

  private mutating func fixed<Value: BitwiseCopyable>(_ type: Value.Type) throws(WireError) -> Value {
    let piece = try take(MemoryLayout<Value>.size)
    // The slice has exactly the bytes of a value.
    return piece.withUnsafeBytes { $0.loadUnaligned(as: type) }
  }

  /// A truth.
  public mutating func flag() throws(WireError) -> Bool { try take(1).first == 1 }

  /// A text.
  public mutating func string() throws(WireError) -> String {
    let count = try integer()
    return String(decoding: try take(count), as: UTF8.self)
  }

  /// Bytes.
  public mutating func bytes() throws(WireError) -> [UInt8] { Array(try take(try integer())) }

  /// A value that may be missing.
  public mutating func optional<Value>(_ read: (inout WireReader) throws(WireError) -> Value) throws(WireError)
    -> Value?
  { try flag() ? read(&self) : nil }

  /// A text that may be missing.
  public mutating func stringOrNil() throws(WireError) -> String? {
    try optional { (reader) throws(WireError) in try reader.string() }
  }

  /// A list.
  public mutating func list<Value>(_ read: (inout WireReader) throws(WireError) -> Value) throws(WireError) -> [Value] {
    let count = try integer()
    // Every element takes a byte at least.
    guard (0...all.endIndex - position).contains(count) else { throw WireError() }
    var values: [Value] = []
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  /// One of the values of an enumeration.
  public mutating func `case`<Value: CaseIterable>(of type: Value.Type) throws(WireError) -> Value {
    let index = try integer()
    let all = Array(type.allCases)
    guard all.indices.contains(index) else { throw WireError() }
    return all[index]
  }

  private mutating func take(_ count: Int) throws(WireError) -> ArraySlice<UInt8> {
    guard count >= 0, count <= all.endIndex - position else { throw WireError() }
    defer { position += count }
    return all[position..<position + count]
  }
}
