import CopydeskIntake

/// Finds the bytes of a source that a span of the text was made of.
protocol SpanLocator {
  /// The bytes inside the record's, or nil if they cannot be told.
  func bytes(of span: Range<Int>, in text: [UInt8], madeOf raw: RawRecord) -> Range<Int>?
}

/// Finds them by looking for the same bytes with the same words round them. Words whose letters were rewritten on the way
/// (another charset, character references, escapes) are not found, and neither is a span that markup cuts.
struct SearchingLocator: SpanLocator {
  /// How many bytes on either side are looked through for the words round the span.
  private static let reach = 400

  func bytes(of span: Range<Int>, in text: [UInt8], madeOf raw: RawRecord) -> Range<Int>? {
    let wanted = Array(text[span])
    guard !wanted.isEmpty else { return nil }
    let before = words(in: text[max(0, span.lowerBound - Self.reach / 4)..<span.lowerBound]).suffix(5)
    let after = words(in: text[span.upperBound..<min(text.count, span.upperBound + Self.reach / 4)]).prefix(5)
    var best: (range: Range<Int>, score: Int)?
    for start in occurrences(of: wanted, in: raw.bytes) {
      let range = start..<start + wanted.count
      let left = Set(words(in: raw.bytes[max(0, start - Self.reach)..<start]))
      let right = Set(words(in: raw.bytes[range.upperBound..<min(raw.bytes.count, range.upperBound + Self.reach)]))
      let score = before.count { left.contains($0) } + after.count { right.contains($0) }
      if score > best?.score ?? -1 { best = (range, score) }
    }
    // Where most of the words are others, it is another place.
    guard let best, best.score * 2 >= before.count + after.count else { return nil }
    return best.range
  }

  private func words(in bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    bytes.split { byte in
      !(byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39)
    }
  }

  private func occurrences(of wanted: [UInt8], in bytes: [UInt8]) -> [Int] {
    guard bytes.count >= wanted.count else { return [] }
    return (0...bytes.count - wanted.count).filter { start in
      bytes[start] == wanted[0] && bytes[start..<start + wanted.count].elementsEqual(wanted)
    }
  }
}
