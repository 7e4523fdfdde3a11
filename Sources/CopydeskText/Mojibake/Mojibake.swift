/// Repairs text that was UTF-8, was read in another charset, and was written as UTF-8 again: `Ã«`, `â€™`, `Ð’ÑƒÑ‡Ð¸Ñ›`.
///
/// A line is repaired where characters, as bytes of one charset, are UTF-8, where they are unlikely neighbours as they
/// stand, and where the outcome is likely. One doubtful pair is left alone (`VOCÊ…`), unless a clear one stands in the same
/// line. Layers are taken off one after the other (`nÃƒÂ©`). Controls of the range 80…9F that remain are windows-1252.
public enum Mojibake {
  /// The text repaired, and how many characters came out; nil if there was nothing to repair, as nearly always.
  /// - Parameter bytes: valid UTF-8.
  /// - Complexity: O(n); a text without suspicious neighbours is read once and nothing is allocated.
  public static func repaired(_ bytes: [UInt8]) -> (bytes: [UInt8], count: Int)? {
    var edits = TextEdits()
    return repaired(bytes, noting: &edits)
  }

  /// The same, noting what was rewritten.
  public static func repaired(_ bytes: [UInt8], noting edits: inout TextEdits) -> (bytes: [UInt8], count: Int)? {
    guard var first = MojibakeScan.suspicion(in: bytes, from: 0) else { return nil }
    var out: [UInt8] = []
    var (copied, count) = (0, 0)
    while true {
      let start = bytes[..<first].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let end = bytes[first...].firstIndex(of: 0x0A) ?? bytes.count
      var line = MojibakeLine(bytes, from: max(start, copied), to: end)
      if line.repair() {
        out.append(contentsOf: bytes[copied..<line.start])
        edits.keep(line.start - copied)
        count += line.write(to: &out, noting: &edits)
        copied = end
      }
      guard let next = MojibakeScan.suspicion(in: bytes, from: end) else { break }
      first = next
    }
    guard count > 0 else { return nil }
    out.append(contentsOf: bytes[copied...])
    edits.keep(bytes.count - copied)
    return (out, count)
  }

  /// A string repaired.
  public static func repaired(_ string: String) -> String {
    repaired(Array(string.utf8)).map { String(decoding: $0.bytes, as: UTF8.self) } ?? string
  }
}

/// Looks for what may be mojibake: cheap, and never wrong in saying that there is none.
private enum MojibakeScan {
  /// The first place from an offset on where one character begins a sequence and the next goes on with it, or where a
  /// control character of the range 80…9F stands.
  static func suspicion(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var index = start
      let count = buffer.count
      var lead: UInt16 = 0
      let table = MojibakeTable.shared
      while index < count {
        let byte = buffer[index]
        if byte < 0x80 {
          if lead != 0, byte == 0x20, buffer[index - 1] == 0x83, buffer[index - 2] == 0xC3 { return index }
          lead = 0
          index += 1
          // Eight bytes of ASCII at a time. Safe: the load stays inside the buffer.
          while index + 8 <= count, let base = buffer.baseAddress,
            UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
          {
            index += 8
          }
          continue
        }
        let code: UInt32
        if byte < 0xE0 {
          code = UInt32(byte & 0x1F) << 6 | UInt32(buffer[index + 1] & 0x3F)
          index += 2
        } else if byte < 0xF0 {
          code = UInt32(byte & 0x0F) << 12 | UInt32(buffer[index + 1] & 0x3F) << 6 | UInt32(buffer[index + 2] & 0x3F)
          index += 3
        } else {
          lead = 0
          index += 4
          continue
        }
        if code < 0xA0 || lead & table.continuations(code) != 0 { return index - 1 }
        lead = table.leads(code)
      }
      return nil
    }
  }
}
