import CopydeskText
import Glibc

/// Small facts about lines of text.
enum Line {
  /// The bytes with every run of white space as one space, and without what is not to be read (soft hyphens, controls).
  static func collapsed(_ bytes: [UInt8]) -> [UInt8] {
    var edits = TextEdits()
    return collapsed(bytes, noting: &edits)
  }

  /// The same, noting what was rewritten.
  static func collapsed(_ bytes: [UInt8], noting edits: inout TextEdits) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var needsSpace = false
    var dropped = 0
    /// What was left out since the last character becomes a space or nothing.
    func space() {
      guard dropped > 0 else { return }
      let isSpaced = needsSpace && !out.isEmpty
      if isSpaced { out.append(0x20) }
      if isSpaced, dropped == 1 { edits.keep(1) } else { edits.replace(dropped, by: isSpaced ? 1 : 0) }
      (needsSpace, dropped) = (false, 0)
    }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let run = plainRun(bytes, from: index)
      if run > index {
        space()
        out.append(contentsOf: bytes[index..<run])
        edits.keep(run - index)
        index = run
        continue
      }
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      switch LineForm.of(bytes, at: index) {
      case .space:
        needsSpace = true
        dropped += length
      case .nothing: dropped += length
      default:
        space()
        let end = min(index + length, bytes.count)
        for at in index..<end { out.append(bytes[at]) }
        edits.keep(end - index)
      }
      index += length
    }
    edits.replace(dropped, by: 0)
    return out
  }

  /// The end of a run of visible ASCII with single spaces inside: what stays as it is, and most of any text.
  private static func plainRun(_ bytes: [UInt8], from start: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      let count = bytes.count
      // Each byte is looked at once: a space counts when a plain byte follows.
      var index = start
      var end = start
      while index < count {
        let byte = bytes[index]
        if byte > 0x20, byte < 0x7F {
          end = index + 1
        } else if byte != 0x20 || end != index || index == start {
          break
        }
        index += 1
      }
      return end
    }
  }

  /// The string with every run of white space as one space.
  static func collapsed(_ string: String) -> String { String(decoding: collapsed(Array(string.utf8)), as: UTF8.self) }

  /// Letters and digits alone, in lower case: two lines with one key say the same.
  static func key(_ line: some Sequence<UInt8>) -> [UInt8] {
    let bytes = CaseFolding.folded(Array(line))
    return [UInt8](unsafeUninitializedCapacity: bytes.count) { out, count in
      // Safe: no byte is written that was not read.
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          out[count] = byte
          // ASCII is in lower case here.
          count += HTMLBytes.isLetter(byte) || HTMLBytes.isDigit(byte) ? 1 : 0
          index += 1
          continue
        }
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        let form = LineForm.of(bytes, at: index)
        if form == .letter || form == .ideograph {
          for at in index..<min(index + length, bytes.count) {
            out[count] = bytes[at]
            count += 1
          }
        }
        index += length
      }
    }
  }

  /// A key in a set. An array hashes itself byte by byte; this takes all of them at once, which is ten times as fast.
  struct SetKey: Hashable {
    let bytes: [UInt8]

    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
  }

  /// Whether the first key occurs in the second.
  static func occurs(_ needle: [UInt8], in key: [UInt8]) -> Bool {
    guard let first = needle.first, needle.count <= key.count else { return false }
    return key.withUnsafeBytes { key in
      needle.withUnsafeBytes { needle in
        guard let base = key.baseAddress, let wanted = needle.baseAddress else { return false }
        // Safe: a start is at most `end - 1`, and from there on stand as many bytes as the needle has.
        let end = key.count - needle.count + 1
        var start = 0
        while start < end, let found = memchr(base + start, Int32(first), end - start) {
          start = UnsafeRawPointer(found) - base
          // Many bytes at once: keys of one letter, `aaaa…` in `aaaa…`, are compared at every place.
          if memcmp(base + start, wanted, needle.count) == 0 { return true }
          start += 1
        }
        return false
      }
    }
  }
}
