/// Serbian Cyrillic in Latin letters, so that one set of weights serves both alphabets; and Latin letters without marks.
enum Latinizer {
  private static let cyrillic: [UInt32: [UInt8]] = {
    let lower: [(String, String)] = [
      ("а", "a"), ("б", "b"), ("в", "v"), ("г", "g"), ("д", "d"), ("ђ", "đ"), ("е", "e"), ("ж", "ž"), ("з", "z"),
      ("и", "i"), ("ј", "j"), ("к", "k"), ("л", "l"), ("љ", "lj"), ("м", "m"), ("н", "n"), ("њ", "nj"), ("о", "o"),
      ("п", "p"), ("р", "r"), ("с", "s"), ("т", "t"), ("ћ", "ć"), ("у", "u"), ("ф", "f"), ("х", "h"), ("ц", "c"),
      ("ч", "č"), ("џ", "dž"), ("ш", "š"),
    ]
    var table: [UInt32: [UInt8]] = [:]
    for (from, to) in lower {
      let capital = String(to.prefix(1)).uppercased() + to.dropFirst()
      for scalar in from.unicodeScalars { table[scalar.value] = Array(to.utf8) }
      for scalar in from.uppercased().unicodeScalars { table[scalar.value] = Array(capital.utf8) }
    }
    return table
  }()

  /// The word with its Serbian Cyrillic letters in Latin; other bytes stay.
  static func latin(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 == 0xD0 || $0 == 0xD1 || $0 == 0xD2 }) else { return bytes }
    var out: [UInt8] = []
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if let latin = cyrillic[scalar.value] {
        out += latin
      } else {
        out += Array(String(scalar).utf8)
      }
    }
    return out
  }

  /// Base letters of Latin-1 Supplement and Latin Extended-A (U+00C0…U+017F), one for each; `?`: stays as it is.
  private static let base = Array(
    ("aaaaaa?ceeeeiiii?nooooo?ouuuuy?saaaaaa?ceeeeiiii?nooooo?ouuuuy?y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkk?llllllllllnnnnnn???oooooo??rrrrrrsssssssstttttt"
      + "uuuuuuuuuuuuwwyyyzzzzzz?").utf8)

  /// Lower-case bytes without the marks of Latin letters: `vučić` is `vucic`.
  static func plain(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0xC3 && $0 <= 0xC5 }) else { return bytes }
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0xC3, byte <= 0xC5, index + 1 < bytes.count {
        let code = Int(byte & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F)
        let letter = base.indices.contains(code - 0xC0) ? base[code - 0xC0] : UInt8(ascii: "?")
        if letter != UInt8(ascii: "?") {
          out.append(letter)
          index += 2
          continue
        }
      }
      out.append(byte)
      index += 1
    }
    return out
  }
}
