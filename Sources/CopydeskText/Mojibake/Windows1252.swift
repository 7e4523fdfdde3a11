/// What windows-1252 has where Unicode has the controls 80…9F.
enum Windows1252 {
  /// The code points, from 80 on; a byte that the charset leaves free is the control of its number.
  static let codes: [UInt32] = (UInt8(0x80)...0x9F).map { byte in
    let decoded = ICU.decode([byte], from: "windows-1252")?.bytes ?? []
    return String(decoding: decoded, as: UTF8.self).unicodeScalars.first?.value ?? UInt32(byte)
  }
}
