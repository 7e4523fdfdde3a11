import Copydesk
import CopydeskIntake
import CopydeskTestSupport
import CopydeskText
import Testing

@Suite struct SourceRangeTests {
  private func record(_ bytes: [UInt8], name: String) throws -> Record {
    let folder = TemporaryFolder()
    var options = Options()
    options.tracesSource = true
    options.layers = []
    let path = folder.write(name, bytes)
    var records = try Pipeline(options).records(in: [.path(path)])
    let first = records.next()
    return try #require(first)
  }

  /// The bytes of the input that a word of the record's text came from.
  private func source(of word: String, in record: Record, _ bytes: [UInt8]) throws -> [UInt8] {
    let text = try #require(record.document?.text)
    let string = String(decoding: text.bytes, as: UTF8.self)
    let place = try #require(string.firstRange(of: word), "\(word) in \(string)")
    let start = string.utf8.distance(from: string.startIndex, to: place.lowerBound)
    let range = try #require(record.sourceRange(of: TextRange(start, start + word.utf8.count)))
    return Array(bytes[range])
  }

  private func latin(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }

  @Test func throughCleaningAndSifting() throws {
    let page = Array(
      "  Bridge   over the Lim\u{A0}opens \n\n\u{FEFF}The new bri\u{AD}dge &amp; its road open on Monday, the mayor said.\n"
        .utf8)
    let record = try record(page, name: "a.txt")
    #expect(try source(of: "Lim opens", in: record, page) == Array("Lim\u{A0}opens".utf8))
    #expect(try source(of: "bridge & its", in: record, page) == Array("bri\u{AD}dge &amp; its".utf8))
    #expect(try source(of: "mayor", in: record, page) == Array("mayor".utf8))
  }

  @Test func throughLegacyCharsets() throws {
    let page = latin(
      "Die B\u{FC}rgermeisterin \u{F6}ffnete gestern die Br\u{FC}cke \u{FC}ber die Ruhr. Viele G\u{E4}ste kamen aus K\u{F6}ln.\n"
    )
    let record = try record(page, name: "a.txt")
    #expect(try source(of: "Bürgermeisterin", in: record, page) == latin("B\u{FC}rgermeisterin"))
    #expect(try source(of: "Köln", in: record, page) == latin("K\u{F6}ln"))
  }

  @Test func throughMojibakeAndBadBytes() throws {
    let page =
      Array("The mayor of ZÃ¼rich said: â€œwe are ready".utf8) + [0xFF] + Array("â€� for the café in GÃ¶teborg.\n".utf8)
    let record = try record(page, name: "a.txt")
    #expect(record.warnings.contains(.mojibakeRepaired))
    #expect(try source(of: "Zürich", in: record, page) == Array("ZÃ¼rich".utf8))
    #expect(try source(of: "Göteborg", in: record, page) == Array("GÃ¶teborg".utf8))
  }

  @Test func throughJSONEscapes() throws {
    let line = Array(#"{"id":"a","text":"Line one.\nThe \"caf\u00e9\" in Gj\u0061kova opened."}"#.utf8)
    let record = try record(line + [0x0A], name: "a.jsonl")
    #expect(try source(of: "\"café\"", in: record, line) == Array(#"\"caf\u00e9\""#.utf8))
    #expect(try source(of: "Gjakova", in: record, line) == Array(#"Gj\u0061kova"#.utf8))
  }

  @Test func throughMarkup() throws {
    let page = Array(
      """
      <html><head><title>Ferry to Korčula</title><style>p { color: red }</style></head><body><h1>Ferry to Korčula</h1>
      <!-- a note --><p>The ferry to Kor&#269;ula will sail <b>twice</b> a day from May, the har<i>bour</i> office said in a
      statement on Tuesday.</p><script>var a = "<p>The ferry</p>";</script>
      <p>Tickets cost &euro;12 for adults, and children under six years of age travel free of charge, as before.</p></body></html>
      """.utf8)
    let record = try record(page, name: "a.html")
    #expect(
      try source(of: "Korčula will sail twice", in: record, page) == Array("Kor&#269;ula will sail <b>twice".utf8))
    #expect(try source(of: "harbour office", in: record, page) == Array("har<i>bour</i> office".utf8))
    #expect(try source(of: "€12", in: record, page) == Array("&euro;12".utf8))
  }

  @Test func isNotNotedUnasked() throws {
    let record = try Pipeline().record(ofText: "Plain.")
    #expect(record.sourceRange(of: TextRange(0, 2)) == nil)
  }
}
