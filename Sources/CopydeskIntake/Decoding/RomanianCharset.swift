import CopydeskText

extension CharsetLabel {
  /// Bytes as UTF-8 by the canonical label of their charset, with the number of ill-formed sequences; nil if nobody knows it.
  static func decode(_ bytes: [UInt8], from charset: String) -> (bytes: [UInt8], substitutions: Int)? {
    guard charset == "iso-8859-16" else { return ICU.decode(bytes, from: icuName(charset)) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0xA1 {
        if byte >= 0x80 { out.append(0xC2) }
        out.append(byte)
      } else {
        out.append(contentsOf: romanian[Int(byte) - 0xA1])
      }
    }
    return (out, 0)
  }

  /// The same with what was rewritten; slower.
  static func decodeWithEdits(
    _ bytes: [UInt8], from charset: String
  ) -> (bytes: [UInt8], substitutions: Int, edits: TextEdits)? {
    guard charset == "iso-8859-16" else { return ICU.decodeWithEdits(bytes, from: icuName(charset)) }
    guard let (decoded, substitutions) = decode(bytes, from: charset) else { return nil }
    var edits = TextEdits()
    for byte in bytes {
      if byte < 0x80 { edits.keep(1) } else { edits.replace(1, by: byte < 0xA1 ? 2 : romanian[Int(byte) - 0xA1].count) }
    }
    return (decoded, substitutions, edits)
  }

  /// ISO-8859-16 from A1 on, which ICU lacks: the one ISO charset with the `ș` and `ț` of Romanian.
  private static let romanian: [[UInt8]] =
    ("ĄąŁ€„Š§š©Ș«Ź\u{AD}źŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐ"
    + "ŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ").unicodeScalars.map { Array(String($0).utf8) }
}
