/// The beginning of a record inside other bytes: `WARC/1.0` or another version, the end of the line, and a field behind it.
/// Before it there may be anything: a record that is cut off need not end with a line.
enum Boundary {
  /// How many bytes it takes to see one.
  static let lookAhead = 16

  /// The offset, from the slice's start, of the first one at `from` or later.
  static func find(in bytes: ArraySlice<UInt8>, from: Int) -> Int? {
    var index = bytes.startIndex + from
    // One that is not whole yet is found when more was read.
    while index + lookAhead <= bytes.endIndex {
      guard let start = bytes[index...].firstIndex(of: UInt8(ascii: "W")), start + lookAhead <= bytes.endIndex else {
        return nil
      }
      if isRecord(bytes, at: start) { return start - bytes.startIndex }
      index = start + 1
    }
    return nil
  }

  /// Whether one begins in the line that ends before this index, and goes over its end.
  static func endsLine(_ bytes: ArraySlice<UInt8>, at lineEnd: Int) -> Bool {
    let hasReturn = lineEnd > bytes.startIndex && bytes[lineEnd - 1] == 0x0D
    let start = lineEnd - (hasReturn ? 1 : 0) - WARCHeader.mark.count - 3
    // The line of the header's own version is none of another.
    return start > bytes.startIndex && lineEnd + 1 < bytes.endIndex && isRecord(bytes, at: start)
  }

  /// `WARC/1.0`, a line end, and a letter.
  private static func isRecord(_ bytes: ArraySlice<UInt8>, at start: Int) -> Bool {
    guard bytes[start] == UInt8(ascii: "W"), bytes[start...].starts(with: WARCHeader.mark) else { return false }
    var index = start + WARCHeader.mark.count
    guard bytes[index] == UInt8(ascii: "1") || bytes[index] == UInt8(ascii: "0"),
      bytes[index + 1] == UInt8(ascii: "."), (0x30...0x39).contains(bytes[index + 2])
    else { return false }
    index += 3
    if bytes[index] == 0x0D { index += 1 }
    return bytes[index] == 0x0A && (0x41...0x5A).contains(bytes[index + 1] & 0xDF)
  }
}

/// The empty line that ends a header.
enum HeaderEnd {
  /// What comes first in a record's header.
  enum First {
    /// Its end: its length with the empty line.
    case end(Int)
    /// The beginning of another record.
    case otherRecord
  }

  /// The end of a record's header, or another record before it: `WARC/1.0` in every line must not be searched to its end
  /// each time. Nil if there is neither.
  static func findInRecord(_ bytes: ArraySlice<UInt8>, from: Int) -> First? {
    var index = bytes.startIndex + from
    while let end = bytes[index...].firstIndex(of: 0x0A) {
      let next = end + 1
      if Boundary.endsLine(bytes, at: end) { return .otherRecord }
      if next < bytes.endIndex, bytes[next] == 0x0A { return .end(next + 1 - bytes.startIndex) }
      if next + 1 < bytes.endIndex, bytes[next] == 0x0D, bytes[next + 1] == 0x0A {
        return .end(next + 2 - bytes.startIndex)
      }
      index = next
    }
    return nil
  }

  /// The length of the header with its empty line, from the slice's start.
  static func find(in bytes: ArraySlice<UInt8>, from: Int) -> Int? {
    var index = bytes.startIndex + from
    while let end = bytes[index...].firstIndex(of: 0x0A) {
      let next = end + 1
      if next < bytes.endIndex, bytes[next] == 0x0A { return next + 1 - bytes.startIndex }
      if next + 1 < bytes.endIndex, bytes[next] == 0x0D, bytes[next + 1] == 0x0A { return next + 2 - bytes.startIndex }
      index = next
    }
    return nil
  }
}
