import CCopydeskData

/// The tables that are built into the binary.
public enum Resources {
  /// A hash of all tables, for the record's `run`.
  public static var fingerprint: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var index = 0
    while true {
      let table = copydesk_table_at(index)
      guard let bytes = table.bytes else { break }
      // Eight bytes a step: the tables are some megabytes, and every start pays for this.
      // Of a model the beginning is enough, any training changes it, and the rest stays on disk until a text needs it.
      let isModel = bytes[0] == UInt8(ascii: "C") && bytes[1] == UInt8(ascii: "D")
      let raw = UnsafeRawBufferPointer(start: bytes, count: isModel ? min(table.length, 16384) : table.length)
      var offset = 0
      while offset + 8 <= raw.count {
        hash = (hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        offset += 8
      }
      for byte in raw[offset...] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      index += 1
    }
    return String(hash, radix: 16)
  }
}
