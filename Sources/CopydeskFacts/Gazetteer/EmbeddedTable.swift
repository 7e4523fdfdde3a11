import CCopydeskData

/// The files of `Gazetteer/` that are compiled into the binary.
enum EmbeddedTable {
  /// The bytes of a table; empty if there is none of that name.
  static func bytes(_ name: String) -> [UInt8] {
    let table = copydesk_table(name)
    // The table is a constant of the binary: the pointer is good for its length, for ever.
    return Array(UnsafeBufferPointer(start: table.bytes, count: table.length))
  }

  /// Calls with the fields of each line: tab-separated; lines that start with `#` are comments.
  static func forEachLine(of name: String, _ body: ([Substring]) -> Void) {
    for line in String(decoding: bytes(name), as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      body(line.split(separator: "\t", omittingEmptySubsequences: false))
    }
  }
}
