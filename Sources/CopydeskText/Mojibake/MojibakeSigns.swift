/// How natural characters are beside each other, and how likely one is as the outcome of a repair, in rough bits.
enum MojibakeSigns {
  /// What a character does beside others.
  enum Kind: UInt8 {
    case upper, lower, uncased, digit, space, ascii, control, lost
    /// Never beside a letter: `¤ § ¶ ¼ † ‡ ˜`.
    case sign
    /// Of mathematics and of boxes.
    case drawing
    /// Often behind a letter: closing quotes, dashes, `…`, `™`.
    case closing
    /// Never behind a letter: `¿ ¡ « „`.
    case opening
    /// `² ³ °`
    case raised
    case noBreakSpace

    var isLetter: Bool { self == .upper || self == .lower || self == .uncased }
  }

  static func kind(of code: UInt32) -> Kind {
    switch code {
    case 0xFFFD: return .lost
    case 0x41...0x5A: return .upper
    case 0x61...0x7A: return .lower
    case 0x30...0x39: return .digit
    case 0...0x20: return .space
    case 0x21..<0x80: return .ascii
    case 0x80..<0xA0: return .control
    case 0xA0: return .noBreakSpace
    case 0xAA, 0xBA, 0x2B0...0x2FF: return .sign
    case 0xAE, 0xBB, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x203A, 0x2122: return .closing
    case 0xB0, 0xB2, 0xB3: return .raised
    case 0xA1, 0xAB, 0xBF, 0x201A, 0x201E, 0x2039: return .opening
    case 0x2500..<0x2600, 0x2200..<0x2300, 0x2310, 0x2320, 0x2321, 0x25CA: return .drawing
    default: break
    }
    guard CharacterClass.of(code) == .letter else { return .sign }
    if code < 0x800 {
      if CaseFolding.isUpper(code) { return .upper }
      return code < 0x590 ? .lower : .uncased
    }
    if code >= 0x1E00, code < 0x1F00 { return code & 1 == 0 ? .upper : .lower }
    return .uncased
  }

  /// Latin, Greek and Cyrillic as 0, 1 and 2; 3 for all others.
  private static func alphabet(_ code: UInt32) -> Int {
    switch code {
    case 0..<0x250: 0
    case 0x370..<0x400: 1
    case 0x400..<0x530: 2
    default: 3
    }
  }

  /// How much two neighbours surprise.
  static func surprise(_ left: UInt32, _ right: UInt32) -> Int {
    let (a, b) = (kind(of: left), kind(of: right))
    if b == .control { return 12 }
    switch (a, b) {
    case (.control, _): return 0
    case (.upper, .upper), (.upper, .lower), (.upper, .uncased),
      (.lower, _) where b.isLetter,
      (.uncased, _) where b.isLetter:
      if alphabet(left) != alphabet(right) { return a == .lower && b == .upper ? 10 : 5 }
      if a == .lower, b == .upper { return 5 }
      // `âœ`, `Å¾`: letters that windows-1252 keeps among its signs.
      let isAmongSigns = [0x152, 0x153, 0x160, 0x161, 0x178, 0x17D, 0x17E, 0x192].contains(right)
      return left >= 0x80 && isAmongSigns ? 3 : 0
    case (_, .sign) where a.isLetter: return 6
    case (_, .opening) where a.isLetter, (_, .drawing) where a.isLetter: return 5
    case (_, .closing) where a.isLetter: return 1
    case (_, .raised) where a.isLetter: return 2
    case (_, .lost) where a.isLetter: return 4
    case (.sign, _) where b.isLetter, (.opening, _) where b.isLetter: return 3
    case (.drawing, _) where b.isLetter || b == .sign: return 5
    // `”T`, `™e`; but `l’a`, `“a`, `„a`, `»a`, `–a`, `…a` are usual.
    case (.closing, _) where b.isLetter: return [0xAE, 0x201D, 0x2022, 0x203A, 0x2122].contains(left) ? 5 : 0
    case (.raised, _) where b.isLetter: return 5
    case (.sign, .sign), (.sign, .drawing), (.drawing, .drawing): return 5
    case (.sign, .opening), (.drawing, .opening), (.closing, .sign), (.closing, .opening), (.closing, .drawing),
      (.opening, .sign), (.opening, .opening), (.opening, .drawing):
      return 4
    case (.sign, .closing), (.sign, .raised): return 3
    default: return 0
    }
  }

  /// How likely a character is as the outcome of a repair, beside the neighbours that it would have.
  /// - Parameter beforeLast: the character before `last`.
  static func plausibility(of code: UInt32, after last: UInt32?, beforeLast: UInt32?, before next: UInt32?) -> Int {
    var value = plausibility(of: code, after: last, beforeLast)
    let own = kind(of: code)
    guard own == .upper || own == .lower else { return value }
    if let last {
      let other = kind(of: last)
      if other == .upper || other == .lower {
        if alphabet(last) != alphabet(code) {
          value -= alphabet(code) == 1 ? 0 : 3  // `IL2Rγ`
        } else if own == .upper, other == .lower {
          value -= 6
        } else if own == .lower, other == .upper, let beforeLast, kind(of: beforeLast) == .upper {
          value -= 6
        } else {
          value += 2
        }
      }
    }
    if let next {
      let other = kind(of: next)
      if other == .upper || other == .lower, alphabet(next) == alphabet(code) {
        if own == .lower, other == .upper {
          value -= 6
        } else if own == .upper, other == .lower, let last, kind(of: last) == .upper {
          value -= 3
        } else {
          value += 1
        }
      }
    }
    return value
  }

  /// How usual a character is in texts.
  private static func plausibility(of code: UInt32, after last: UInt32?, _ beforeLast: UInt32?) -> Int {
    switch code {
    case 0xFFFD: return 0
    // What is left after one layer of two: `Ì` + U+0081, `â€` + U+009D.
    case 0x80..<0xA0: return isLayer(after: last, beforeLast) ? 0 : -20
    case 0..<0x80: return -20
    case 0xA0: return 2
    case 0x2013, 0x2014, 0x2018...0x201A, 0x201C...0x201E, 0x2022, 0x2026, 0x20AC, 0x2122, 0x2039, 0x203A: return 4
    case 0xA3, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB2, 0xB3, 0xB4, 0xB7, 0xBB, 0xBD, 0xBF, 0xA1: return 3
    case 0xA1..<0xC0, 0xD7, 0xF7: return 0
    case 0xC0..<0x100: return 3
    case 0x17F, 0x1D00..<0x1DC0: return -12
    case 0x132, 0x133, 0x138, 0x13F, 0x140, 0x149: return -4
    case 0x100..<0x180, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x218...0x21B, 0x259: return 2
    case 0x180..<0x2B0: return -8
    case 0x2B0..<0x300: return -2
    case 0x300..<0x370: return 0
    case 0x370..<0x460, 0x490, 0x491, 0x5D0..<0x5EB: return 2
    case 0x460..<0x600: return -6
    case 0x60C, 0x61B, 0x61F, 0x621..<0x653, 0x660..<0x66A, 0x67E, 0x686, 0x6A9, 0x6AF, 0x6CC: return 2
    case 0x600..<0x700: return -2
    case 0x700..<0x900: return -8
    case 0x900..<0x1000, 0x1E00..<0x1F00, 0x3000..<0xA000, 0xAC00..<0xD7A4: return 4
    case 0x2000..<0x2070: return 1
    case 0x20A0..<0x2C00: return 3
    case 0xE000..<0xF900: return -12
    case 0xF900..<0x10000: return 2
    case 0x1F000..<0x1FB00: return 8
    default: return -4
    }
  }

  /// Whether characters of Latin-1 in front begin a sequence that a control goes on with.
  private static func isLayer(after last: UInt32?, _ beforeLast: UInt32?) -> Bool {
    func length(_ code: UInt32?) -> Int { code.map { $0 < 0x100 ? MojibakeTable.length(ofLead: UInt8($0)) : 0 } ?? 0 }
    if length(last) > 0 { return true }
    guard let last, length(beforeLast) > 2 else { return false }
    return (0x80..<0xC0).contains(MojibakeTable.shared.byte(of: last, in: 0))
  }

  /// Whether the character may stand beside mojibake as it is: quotes, dashes and spaces around it.
  static func isNatural(_ code: UInt32) -> Bool {
    switch code {
    case 0..<0x80, 0xA0, 0xAB, 0xAE, 0xB0, 0xB2, 0xB3, 0xBB: true
    case 0x82, 0x84, 0x85, 0x8B, 0x91...0x97, 0x99, 0x9B: true  // the same in windows-1252, not yet decoded
    case 0x2013, 0x2014, 0x2018...0x201A, 0x201C...0x201E, 0x2022, 0x2026, 0x2039, 0x203A, 0x2122: true
    default: false
    }
  }
}
