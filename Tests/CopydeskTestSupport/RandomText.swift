/// Random numbers that are the same in every run (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// A generator from a seed.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A string of characters of one to four bytes, with spaces, marks, digits and line breaks among them.
  public mutating func text(count: Int) -> String {
    let characters = Array("aAbZ 09.,'’\"“”-\n\t\u{A0}\u{AD}ëçšžĐÄßİıжЉ€…—中あ😀\u{301}\u{200B}\u{2028}")
    return String((0..<count).map { _ in characters[Int(next() % UInt64(characters.count))] })
  }
}
