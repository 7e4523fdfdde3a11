/// What a token is made of.
public enum TokenKind: UInt8, Sendable {
  /// Letters, perhaps with digits, inner apostrophes or the stops of an initialism (`U.S.`).
  case word
  /// Digits with inner separators (`10,000`, `3.5`, `24.12.2023`).
  case number
  /// A mark of punctuation; each is a token of its own.
  case punctuation
  /// Any other sign: currency, mathematics, emoji.
  case symbol
}

/// What is known of a token's form and place.
public struct TokenFlags: OptionSet, Sendable {
  /// The bits.
  public let rawValue: UInt16
  /// Flags from their bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The first letter is upper case.
  public static let capitalised = TokenFlags(rawValue: 1)
  /// It has at least two letters and all of them are upper case.
  public static let allCaps = TokenFlags(rawValue: 2)
  /// It contains a digit.
  public static let hasDigit = TokenFlags(rawValue: 4)
  /// It contains a character outside ASCII.
  public static let nonASCII = TokenFlags(rawValue: 8)
  /// White space stands before it (or it opens the text).
  public static let spaceBefore = TokenFlags(rawValue: 16)
  /// A line break stands before it (or it opens the text).
  public static let lineStart = TokenFlags(rawValue: 32)
  /// It is an initialism with stops: `U.S.`, `p.m.`
  public static let initialism = TokenFlags(rawValue: 64)
  /// It opens a sentence.
  public static let sentenceStart = TokenFlags(rawValue: 128)
  /// An upper-case letter follows a lower-case one: `McDonald`, `iPhone`.
  public static let innerCapital = TokenFlags(rawValue: 256)
}

/// A word, number or sign of a text: 24 bytes, no string.
public struct Token: Sendable {
  /// Where it stands.
  public let range: TextRange
  /// The hash of its lower-case bytes: the key of the look-up tables.
  public let key: UInt64
  /// What it is made of.
  public let kind: TokenKind
  /// Its form and place.
  public internal(set) var flags: TokenFlags

  /// Whether it is this mark or sign, which is ASCII.
  public func isMark(_ mark: Unicode.Scalar, in text: Text) -> Bool {
    range.count == 1 && UInt32(text.bytes[Int(range.start)]) == mark.value
  }
}

/// The hash of lower-case bytes that tokens and look-up tables share: 64-bit FNV-1a, the same in every process.
public struct FoldedHash: Sendable {
  /// The hash so far.
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
  /// The hash of nothing.
  public init() {}
  /// Takes one more byte.
  public mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
}
