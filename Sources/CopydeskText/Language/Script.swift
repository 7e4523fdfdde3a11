/// The scripts that tell the language, or that the language model knows.
enum Script: UInt8, Sendable, CaseIterable {
  case latin, cyrillic, greek, arabic, hebrew, armenian, devanagari, bengali, gurmukhi, gujarati, tamil, telugu, kannada
  case malayalam, sinhala, thai, lao, tibetan, burmese, georgian, ethiopic, khmer, hangul, kana, han

  /// The script of a name as in the model's file.
  init?(name: String) {
    guard let script = Self.allCases.first(where: { String(describing: $0) == name }) else { return nil }
    self = script
  }

  /// The script of a letter; nil if it is of none of these.
  static func of(_ code: UInt32) -> Script? {
    if code < 0x250 { return .latin }
    if code >= 0x400, code < 0x530 { return .cyrillic }
    return ranges.first { $0.codes.contains(code) }?.script
  }

  /// The language of a text in the script, where the script alone tells it.
  var language: String? { Self.languages[self] }

  private static let ranges: [(codes: ClosedRange<UInt32>, script: Script)] = [
    (0x250...0x2AF, .latin), (0x370...0x3FF, .greek), (0x531...0x58F, .armenian), (0x591...0x5F4, .hebrew),
    (0x600...0x77F, .arabic), (0x900...0x97F, .devanagari), (0x980...0x9FF, .bengali), (0xA00...0xA7F, .gurmukhi),
    (0xA80...0xAFF, .gujarati), (0xB80...0xBFF, .tamil), (0xC00...0xC7F, .telugu), (0xC80...0xCFF, .kannada),
    (0xD00...0xD7F, .malayalam), (0xD80...0xDFF, .sinhala), (0xE00...0xE7F, .thai), (0xE80...0xEFF, .lao),
    (0xF00...0xFFF, .tibetan), (0x1000...0x109F, .burmese), (0x10A0...0x10FF, .georgian), (0x1100...0x11FF, .hangul),
    (0x1200...0x139F, .ethiopic), (0x1780...0x17FF, .khmer), (0x1C90...0x1CBF, .georgian), (0x1E00...0x1EFF, .latin),
    (0x1F00...0x1FFF, .greek), (0x3005...0x3007, .han), (0x3041...0x30FF, .kana), (0x3130...0x318F, .hangul),
    (0x3400...0x9FFF, .han), (0xAC00...0xD7AF, .hangul), (0xF900...0xFAFF, .han), (0xFB1D...0xFB4F, .hebrew),
    (0xFB50...0xFDFF, .arabic), (0xFE70...0xFEFC, .arabic), (0xFF66...0xFF9F, .kana), (0x20000...0x323AF, .han),
  ]

  private static let languages: [Script: String] = [
    .greek: "el", .hebrew: "he", .armenian: "hy", .devanagari: "hi", .bengali: "bn", .gurmukhi: "pa", .gujarati: "gu",
    .tamil: "ta", .telugu: "te", .kannada: "kn", .malayalam: "ml", .sinhala: "si", .thai: "th", .lao: "lo",
    .tibetan: "bo", .burmese: "my", .georgian: "ka", .ethiopic: "am", .khmer: "km", .hangul: "ko", .kana: "ja",
    .han: "zh",
  ]
}
