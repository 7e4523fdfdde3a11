import Glibc

/// What the values of names say, each read once: the elements of a page share few.
struct NamesCache {
  private struct Slot {
    var start: Int32 = 0
    var end: Int32 = 0
    var names = Names()
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private var used = 0

  /// What a value says.
  /// - Parameters:
  ///   - value: a range of the page's bytes, not empty.
  ///   - bytes: all of them.
  mutating func names(of value: Range<Int>, in bytes: [UInt8]) -> Names {
    var place = Self.hash(bytes, value) & (slots.count - 1)
    while slots[place].end > 0 {
      if Self.isSame(bytes, Int(slots[place].start)..<Int(slots[place].end), value) { return slots[place].names }
      place = (place + 1) & (slots.count - 1)
    }
    var names = Names()
    NameConcepts.read(bytes[value], into: &names)
    // A page of nothing but names, each another: they are read one by one.
    guard used < slots.count / 2 else { return names }
    used += 1
    slots[place] = Slot(start: Int32(value.lowerBound), end: Int32(value.upperBound), names: names)
    return names
  }

  /// By its length, its first and its last bytes: values that differ only in the middle are few.
  private static func hash(_ bytes: [UInt8], _ value: Range<Int>) -> Int {
    var hash = UInt64(truncatingIfNeeded: value.count)
    for byte in bytes[value.lowerBound..<min(value.lowerBound + 12, value.upperBound)] {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    for byte in bytes[max(value.lowerBound, value.upperBound - 12)..<value.upperBound] {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7FFF_FFFF)
  }

  private static func isSame(_ bytes: [UInt8], _ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.count == b.count
      && bytes.withUnsafeBytes { raw in
        // Safe: both ranges are of these bytes.
        raw.baseAddress.map { memcmp($0 + a.lowerBound, $0 + b.lowerBound, a.count) == 0 } ?? false
      }
  }
}
