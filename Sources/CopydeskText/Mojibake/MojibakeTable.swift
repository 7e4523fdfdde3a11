/// The charsets that UTF-8 is wrongly read in, and the byte that each writes for a character.
///
/// UTF-8 read in such a charset turns `ë` into `Ã«` (windows-1252), `ВЂ` (windows-1251) or `√´` (Macintosh). To undo that,
/// one asks for the bytes of the characters and reads them as UTF-8.
struct MojibakeTable: Sendable {
  static let shared = MojibakeTable()

  /// ICU's names; of two that explain a text equally well, the earlier one did it.
  static let charsets = [
    "windows-1252", "windows-1251", "windows-1250", "windows-1254", "windows-1253", "windows-1257", "iso-8859-2",
    "macintosh", "ibm-437", "ibm-852",
  ]
  /// What a charset must overcome: those of other systems are rarer.
  static let handicaps = [0, 0, 1, 1, 1, 1, 1, 2, 2, 2]

  /// For each slot and charset, the byte from 80 on; 0: the charset lacks the character.
  private var bytes: [UInt8]
  /// For each slot, the charsets (a bit each) in which the character's byte begins a sequence of UTF-8.
  private var leads: [UInt16]
  /// For each slot, the charsets in which its byte continues one.
  private var continuations: [UInt16]

  private static let slotCount = 0xD04

  private init() {
    bytes = Array(repeating: 0, count: Self.slotCount * Self.charsets.count)
    leads = Array(repeating: 0, count: Self.slotCount)
    continuations = leads
    for (charset, name) in Self.charsets.enumerated() {
      for byte in UInt8(0x80)...0xFF {
        let decoded = ICU.decode([byte], from: name)?.bytes ?? []
        let code = String(decoding: decoded, as: UTF8.self).unicodeScalars.first?.value ?? 0xFFFD
        // A byte that the charset leaves free passes as the control character of its number.
        insert(byte, for: code == 0xFFFD ? UInt32(byte) : code, charset)
        // Latin-1, which windows-1252 is often called, has nothing but controls there.
        if charset == 0, byte < 0xA0 { insert(byte, for: UInt32(byte), charset) }
      }
    }
    // Any byte may have been lost.
    continuations[Self.slot(of: 0xFFFD)] = .max
  }

  private mutating func insert(_ byte: UInt8, for code: UInt32, _ charset: Int) {
    let slot = Self.slot(of: code)
    guard slot > 0 else { return }
    bytes[slot * Self.charsets.count + charset] = byte
    let bit = UInt16(1) << UInt16(charset)
    if byte < 0xC0 { continuations[slot] |= bit } else if Self.length(ofLead: byte) > 0 { leads[slot] |= bit }
  }

  /// Where the tables keep a code point; 0: nowhere.
  @inline(__always)
  private static func slot(of code: UInt32) -> Int {
    if code < 0x600 { return Int(code) }
    if code >= 0x2000, code < 0x2700 { return Int(code) - 0x2000 + 0x600 }
    switch code {
    case 0xFB01: return 0xD00
    case 0xFB02: return 0xD01
    case 0xF8FF: return 0xD02
    case 0xFFFD: return 0xD03
    default: return 0
    }
  }

  /// The byte of a code point in a charset, 80…FF; 0 if it has none (or is ASCII).
  func byte(of code: UInt32, in charset: Int) -> UInt8 {
    code < 0x80 ? 0 : bytes[Self.slot(of: code) * Self.charsets.count + charset]
  }

  /// The charsets in which the character begins a sequence.
  @inline(__always)
  func leads(_ code: UInt32) -> UInt16 { leads[Self.slot(of: code)] }

  /// The charsets in which it continues one.
  @inline(__always)
  func continuations(_ code: UInt32) -> UInt16 { continuations[Self.slot(of: code)] }

  /// The length of the sequence of UTF-8 that a byte begins; 0 if it begins none.
  static func length(ofLead byte: UInt8) -> Int {
    switch byte {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }
}
