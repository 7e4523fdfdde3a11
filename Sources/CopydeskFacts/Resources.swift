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
      // Of a model the beginning is enough, any training changes it, and the rest stays on disk until a text needs it.
      let isModel = bytes[0] == UInt8(ascii: "C") && bytes[1] == UInt8(ascii: "D")
      let raw = UnsafeRawBufferPointer(start: bytes, count: isModel ? min(table.length, 16384) : table.length)
      hash = Self.hash(raw, from: hash)
      index += 1
    }
    return String(hash, radix: 16)
  }

  /// Four hashes of every fourth eight bytes, put together: the tables are some twenty megabytes, every start pays for this,
  /// and what waits for nobody is three times as fast.
  private static func hash(_ bytes: UnsafeRawBufferPointer, from seed: UInt64) -> UInt64 {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var (a, b, c, d) = (seed, seed ^ 1, seed ^ 2, seed ^ 3)
    func step(_ hash: UInt64, _ offset: Int) -> UInt64 {
      let mixed = (hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* factor
      // The product takes no high bit down.
      return mixed << 31 | mixed >> 33
    }
    var offset = 0
    while offset + 32 <= bytes.count {
      (a, b, c, d) = (step(a, offset), step(b, offset + 8), step(c, offset + 16), step(d, offset + 24))
      offset += 32
    }
    var hash = [b, c, d, UInt64(bytes.count)].reduce(a) { ($0 ^ $1) &* factor ^ $0 >> 29 }
    for byte in bytes[offset...] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}
