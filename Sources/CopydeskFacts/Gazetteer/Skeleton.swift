import CopydeskText

/// What is left of a word when case, diacritics and alphabet are ignored: `Vučić`, `Vucic` and `Вучић` are `vucic`.
///
/// Names are looked up by the skeletons of their words. `scripts/build-gazetteer` writes the same skeletons into the
/// tables; both go by `skeleton.tsv`.
///
/// It is not `NameKeys`, which knows all spellings of one name and says whether two names may be one: that takes ICU and
/// gives several keys. This is one key, of every word of every document, by a table, without memory; where it joins too
/// little (Özel, Oezel), the gazetteer has both spellings.
struct Skeleton: Sendable {
  /// The one table that all share.
  static let shared = Skeleton()

  /// By code point (Latin, Cyrillic; then Latin Extended Additional): up to three ASCII bytes, the first lowest; 0: none.
  private var letters: [UInt32] = Array(repeating: 0, count: 0x530 + 0x100)
  /// The code points that leave no trace, as the soft sign.
  private static let silent: UInt32 = 0xFFFF_FFFF

  private init() {
    EmbeddedTable("skeleton.tsv").forEachLine { fields in
      guard fields.count == 2, let scalar = fields[0].unicodeScalars.first else { return }
      let place = Self.place(of: scalar.value)
      guard let place else { return }
      var packed: UInt32 = 0
      for (index, byte) in fields[1].utf8.prefix(3).enumerated() { packed |= UInt32(byte) << UInt32(8 * index) }
      letters[place] = packed == 0 ? Self.silent : packed
    }
  }

  private static func place(of code: UInt32) -> Int? {
    if code < 0x530 { return Int(code) }
    if code >= 0x1E00, code < 0x1F00 { return Int(code) - 0x1E00 + 0x530 }
    return nil
  }

  /// The hash of the token's skeleton: the key of the name tables.
  func key(of token: Token, in text: Text) -> UInt64 {
    guard token.flags.contains(.nonASCII) else { return token.key }
    var hash = FoldedHash()
    forEachByte(of: token.range, in: text) { hash.add($0) }
    return hash.value
  }

  /// The key of a word in lower-case ASCII.
  static func key(ofASCII word: String) -> UInt64 {
    var hash = FoldedHash()
    for byte in word.utf8 { hash.add(byte) }
    return hash.value
  }

  /// The skeleton of a part of a text, for tests and for comparing names.
  func string(of range: TextRange, in text: Text) -> String {
    var bytes: [UInt8] = []
    forEachByte(of: range, in: text) { bytes.append($0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @inline(__always)
  private func forEachByte(of range: TextRange, in text: Text, _ body: (UInt8) -> Void) {
    let bytes = text.folded
    var index = Int(range.start)
    let end = Int(range.end)
    while index < end {
      let lead = bytes[index]
      if lead < 0x80 {
        body(lead)
        index += 1
        continue
      }
      let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      var code: UInt32 = length == 2 ? UInt32(lead & 0x1F) : UInt32(lead & 0x0F)
      for offset in 1..<length where index + offset < end { code = (code << 6) | UInt32(bytes[index + offset] & 0x3F) }
      if code == 0x2019 || code == 0x2018 || code == 0x2BB {
        body(UInt8(ascii: "'"))  // O’Brien is O'Brien
      } else if code >= 0x2010 && code <= 0x2014 {
        body(UInt8(ascii: "-"))
      } else if let place = Self.place(of: code), letters[place] != 0 {
        var packed = letters[place]
        if packed != Self.silent {
          while packed != 0 {
            body(UInt8(truncatingIfNeeded: packed))
            packed >>= 8
          }
        }
      } else if !(code >= 0x300 && code < 0x370) {
        for offset in 0..<length where index + offset < end { body(bytes[index + offset]) }
      }
      index += length
    }
  }
}
