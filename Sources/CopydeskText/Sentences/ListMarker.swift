/// The number of a list's item: `1)`, `2.)`, `• 3.`, `4.`
struct ListMarker {
  var value: Int
  /// How many tokens the number has behind it.
  var hasStop: Bool
  var hasBracket: Bool
  /// The tokens of the marker.
  var tokens: Range<Int>

  /// The marker that starts at a token: a bullet, a number of at most three digits, its stop and bracket.
  init?(_ tokens: [Token], at start: Int, in bytes: [UInt8]) {
    var index = start
    if SentenceMark.of(tokens[index], in: bytes) == .bullet
      || bytes[Int(tokens[index].range.start)] == UInt8(ascii: "*")
    {
      index += 1
    }
    guard index < tokens.count, tokens[index].kind == .number, tokens[index].range.count <= 3 else { return nil }
    value = 0
    for byte in bytes[tokens[index].range.indices] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte) - 0x30
    }
    index += 1
    func takes(_ sign: UInt8) -> Bool {
      guard index < tokens.count, tokens[index].range.count == 1, bytes[Int(tokens[index].range.start)] == sign,
        !tokens[index].flags.contains(.spaceBefore)
      else { return false }
      index += 1
      return true
    }
    hasStop = takes(UInt8(ascii: "."))
    hasBracket = takes(UInt8(ascii: ")"))
    guard hasStop || hasBracket, index < tokens.count, tokens[index].flags.contains(.spaceBefore) else { return nil }
    self.tokens = start..<index
  }

  /// Whether the other is the next item's.
  func isFollowed(by other: ListMarker) -> Bool {
    other.value == value + 1 && other.hasStop == hasStop && other.hasBracket == hasBracket
  }
}
