import CCopydeskData

/// A file of `Gazetteer/`, `Languages/` or `Models/` that is compiled into the binary: its bytes, where they lie.
///
/// The pointer is to a constant of the binary, good for its length and for ever; hence it may be shared.
public struct EmbeddedTable: @unchecked Sendable {
  /// The bytes.
  public let bytes: UnsafeBufferPointer<UInt8>

  /// The table of that name; empty if there is none.
  public init(_ name: String) {
    let table = copydesk_table(name)
    bytes = UnsafeBufferPointer(start: table.bytes, count: table.length)
  }

  /// Calls with the fields of each line: tab-separated; lines that start with `#` are comments.
  public func forEachLine(_ body: ([String]) -> Void) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      body(fields.map { String(decoding: $0, as: UTF8.self) })
    }
  }

  /// Calls with the fields of each line that has a value in its first field.
  public func forEachLine(of value: String, _ body: ([String]) -> Void) {
    for line in bytes.split(separator: UInt8(ascii: "\n"))
    where line.starts(with: value.utf8) && line.dropFirst(value.utf8.count).first == UInt8(ascii: "\t") {
      body(
        line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
          .map { String(decoding: $0, as: UTF8.self) })
    }
  }

  /// The fields of the first line that has a value in its first field; nil if there is none.
  public func firstLine(of value: String) -> [String]? {
    var first: [String]?
    forEachLine(of: value) { if first == nil { first = $0 } }
    return first
  }

  /// Calls with the first field of each line.
  public func forEachFirstField(_ body: (String) -> Void) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      body(String(decoding: line.prefix { $0 != UInt8(ascii: "\t") }, as: UTF8.self))
    }
  }
}
