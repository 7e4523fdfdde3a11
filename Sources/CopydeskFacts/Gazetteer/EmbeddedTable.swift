import CCopydeskData

/// A file of `Gazetteer/` that is compiled into the binary: its bytes, where they lie.
///
/// The pointer is to a constant of the binary, good for its length and for ever; hence it may be shared.
struct EmbeddedTable: @unchecked Sendable {
  /// The bytes.
  let bytes: UnsafeBufferPointer<UInt8>

  /// The table of that name; empty if there is none.
  init(_ name: String) {
    let table = copydesk_table(name)
    bytes = UnsafeBufferPointer(start: table.bytes, count: table.length)
  }

  /// Calls with the fields of each line: tab-separated; lines that start with `#` are comments.
  func forEachLine(_ body: ([Substring]) -> Void) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      body(line.split(separator: "\t", omittingEmptySubsequences: false))
    }
  }
}
