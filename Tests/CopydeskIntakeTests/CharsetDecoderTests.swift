import CopydeskIntake
import CopydeskText
import Testing

@Suite struct CharsetDecoderTests {
  private let decoder = CharsetDecoder()
  private let serbian =
    "Председник општине рекао је у среду да ће радови почети у марту и трајати годину дана, пише лист."

  /// Windows-1251 for the letters of Russian and Serbian that the sample needs.
  private func windows1251(_ string: String) -> [UInt8] {
    let special: [UInt32: UInt8] = [0x458: 0xBC, 0x459: 0x9A, 0x45A: 0x9C, 0x45B: 0x9E, 0x45F: 0x9F, 0x452: 0x90]
    return string.unicodeScalars.map { scalar in
      if scalar.value < 0x80 { return UInt8(scalar.value) }
      return special[scalar.value] ?? UInt8(scalar.value - 0x410 + 0xC0)
    }
  }

  @Test func byteOrderMarks() {
    let utf8 = decoder.decode([0xEF, 0xBB, 0xBF, 0x61], isMarkup: false)
    #expect(utf8.bytes == [0x61] && utf8.evidence == .bom && utf8.charset == "utf-8")
    let utf16 = decoder.decode([0xFF, 0xFE, 0x0D, 0x01, 0x61, 0x00], isMarkup: true)
    #expect(String(decoding: utf16.bytes, as: UTF8.self) == "ča" && utf16.charset == "utf-16le")
  }

  @Test func declarationThatFits() {
    let page = Array("<meta charset='windows-1250'>Vu".utf8) + [0xE8] + Array("i".utf8) + [0xE6]
    let decoded = decoder.decode(page, isMarkup: true)
    #expect(decoded.evidence == .meta && decoded.charset == "windows-1250" && decoded.warnings.isEmpty)
    #expect(String(decoding: decoded.bytes, as: UTF8.self).hasSuffix("Vučić"))
  }

  @Test func latin1MeansWindows1252() {
    let page =
      Array("<meta http-equiv=Content-Type content=\"text/html; charset=ISO-8859-1\">".utf8) + [0x93, 0x80, 0x94]
    let decoded = decoder.decode(page, isMarkup: true)
    #expect(decoded.charset == "windows-1252")
    #expect(String(decoding: decoded.bytes, as: UTF8.self).hasSuffix("“€”"))
  }

  @Test func utf8BeatsAWrongDeclaration() {
    let page = Array("<meta charset=iso-8859-1>Vučić i Kleçkë".utf8)
    let decoded = decoder.decode(page, isMarkup: true)
    #expect(decoded.bytes == page && decoded.charset == "utf-8")
    #expect(decoded.warnings == [.charsetMismatch] && decoded.evidence == .sniffed)
  }

  @Test(arguments: ["unknown", "foo-\(String(repeating: "x", count: 300))", "%charset%"])
  func whatIsNoCharsetIsNotCalledOne(_ label: String) {
    let decoded = decoder.decode(Array("<meta charset=\"\(label)\">Vlora and Split".utf8), isMarkup: true)
    #expect(decoded.charset == "utf-8" && decoded.evidence == .sniffed && decoded.warnings == [.charsetUnknown])
    #expect(decoder.decode(Array("Vlora".utf8), isMarkup: true, declared: label).charset == "utf-8")
    #expect(decoder.decode(Array("<meta charset=koi8-r>Vlora".utf8), isMarkup: true).charset == "koi8-r")
  }

  @Test(arguments: [
    ("windows-1250", "Vzhodna zapornica bo zaprta, je dejal inženir. Občani so prišli na sejo, župan pa molči."),
    ("iso-8859-2", "Vlada je u četvrtak raspravljala o budžetu, a ministar je rekao da će plate rasti. Škola počinje."),
    ("windows-1253", "Η Άννα και ο Άρης πήγαν στην Άνδρο."),
  ])
  func noSignBelongsInAWord(_ charset: String, _ text: String) throws {
    let bytes = try #require(Self.encoded(text, charset))
    let decoded = decoder.decode(bytes, isMarkup: false)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == text && decoded.charset == charset)
  }

  /// By asking for each byte what it decodes to.
  private static func encoded(_ text: String, _ charset: String) -> [UInt8]? {
    var bytes: [UInt32: UInt8] = [:]
    for byte in UInt8(0x80)...0xFF {
      guard let decoded = ICU.decode([byte], from: charset)?.bytes,
        let scalar = String(decoding: decoded, as: UTF8.self).unicodeScalars.first
      else { return nil }
      bytes[scalar.value] = byte
    }
    return text.unicodeScalars.map { $0.value < 0x80 ? UInt8($0.value) : bytes[$0.value] ?? UInt8(ascii: "?") }
  }

  @Test func detectsUndeclaredCyrillic() {
    let decoded = decoder.decode(windows1251(serbian), isMarkup: false)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == serbian)
    #expect(decoded.charset == "windows-1251" && decoded.warnings.contains(.charsetGuessed))
  }

  @Test func fewBadBytesInUTF8() {
    let bytes = Array("Vučić, Kurti, Kleçkë, Banjë".utf8) + [0xE2, 0x80]
    let decoded = decoder.decode(bytes, isMarkup: false)
    #expect(decoded.charset == "utf-8" && decoded.warnings == [.badBytes])
    #expect(String(decoding: decoded.bytes, as: UTF8.self).hasSuffix("Banjë\u{FFFD}"))
  }

  @Test func anyBytesGiveValidUTF8() {
    for lead in UInt8.min...UInt8.max {
      for bytes in [[lead], [lead, lead], [0x61, lead, 0x20], [0xFF, 0xFE, lead]] as [[UInt8]] {
        let decoded = decoder.decode(bytes, isMarkup: lead % 2 == 0)
        #expect(Text.repaired(decoded.bytes).replacements == 0)
      }
    }
    #expect(decoder.decode([], isMarkup: true).bytes.isEmpty)
  }

  /// ICU takes it for KOI8-R, which has other letters for і, ї and є.
  @Test func ukrainianKOI8() {
    let letters: [Character: UInt8] = [
      "м": 0xCD, "і": 0xA6, "с": 0xD3, "т": 0xD4, "о": 0xCF, "ї": 0xA7, "х": 0xC8, "н": 0xCE, "є": 0xA4, "п": 0xD0,
      "р": 0xD2, "е": 0xC5, "з": 0xDA, "и": 0xC9, "д": 0xC4, "в": 0xD7, "к": 0xCB, "а": 0xC1, "л": 0xCC, "у": 0xD5,
      "й": 0xCA, "ц": 0xC3, "ь": 0xD8,
    ]
    let text = "їх міст стоїть поруч і його президент сказав що їхній ліс є на сході країни"
    let bytes = text.map { letters[$0] ?? 0x20 }
    #expect(decoder.decode(bytes, isMarkup: false).charset == "koi8-u")
  }

  @Test func wideTextWithoutMark() {
    let bytes = "Kurti said".utf8.flatMap { [$0, 0] as [UInt8] }
    #expect(decoder.decode(bytes, isMarkup: false).charset == "utf-16le")
    let wider = "Kurti said".utf8.flatMap { [0, 0, 0, $0] as [UInt8] }
    #expect(decoder.decode(wider, isMarkup: false).charset == "utf-32be")
  }

  @Test func romanianISO() {
    let page = Array("<meta charset=iso-8859-16>Timi".utf8) + [0xBA] + Array("oara".utf8)
    #expect(String(decoding: decoder.decode(page, isMarkup: true).bytes, as: UTF8.self).hasSuffix("Timișoara"))
  }

  /// Ill-formed, cut, mixed: always text, always with a warning where something was lost or guessed.
  @Test func takesAnyBytes() {
    let decoder = CharsetDecoder()
    func decode(_ bytes: [UInt8]) -> CharsetDecoder.Decoded {
      let decoded = decoder.decode(bytes, isMarkup: false)
      #expect(Text.repaired(decoded.bytes).replacements == 0)
      return decoded
    }
    for byte in UInt8.min...UInt8.max { #expect(byte < 0x80 || !decode([byte]).warnings.isEmpty) }
    let whole = Array("Çmimi: 12 € – për «gjithë» 😀.".utf8)
    for end in whole.indices {
      let isCut = Text.repaired(Array(whole[..<end])).replacements > 0
      #expect(decode(Array(whole[..<end])).warnings.isEmpty == !isCut)
    }
    for bad in [[0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE0, 0x80, 0x80]] as [[UInt8]] {
      let text = Array("Zoë paid 5 € for a café crème, said René. ".utf8)
      let decoded = decode(text + text + bad + text)
      #expect(decoded.charset == "utf-8" && decoded.warnings.contains(.badBytes))
    }
    // A letter in Latin-1 inside a page of UTF-8.
    let mixed =
      Array("Fjalët e kryetarit çelën debat në këshill. Caf".utf8) + [0xE9] + Array(" është hapur për të gjithë.".utf8)
    #expect(decode(mixed).charset == "utf-8" && decode(mixed).warnings.contains(.badBytes))
  }

  @Test func namesTheNarrowestLabel() {
    let decoder = CharsetDecoder()
    func charset(_ body: [UInt8]) -> String {
      decoder.decode(Array("<meta charset=gb2312><p>".utf8) + body, isMarkup: true).charset
    }
    #expect(charset([0xD6, 0xD0, 0xB9, 0xFA]) == "gb2312")
    #expect(charset([0xD6, 0xD0, 0x81, 0x40]) == "gbk")
  }
}
