import Copydesk
import CopydeskIntake
import CopydeskTestSupport
import CopydeskText
import Testing

@Suite struct SourceRangeTests {
  private func records(_ bytes: [UInt8], name: String) throws -> [Record] {
    let folder = TemporaryFolder()
    var options = Options()
    options.tracesSource = true
    options.layers = []
    let path = folder.write(name, bytes)
    return try Array(Pipeline(options).records(in: [.path(path)]))
  }

  private func record(_ bytes: [UInt8], name: String) throws -> Record {
    try #require(records(bytes, name: name).first)
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

  // MARK: Containers

  private static let body = "The \"Lim\" bridge, mayor Ana Kovač said, reopens on Monday; tickets cost 12 € a day."

  @Test func throughTables() throws {
    let field = Self.body.replacing("\"", with: "\"\"")
    let row = Array("7,\"\(field)\",2024-05-03".utf8)
    let table = Array("id,text,published\r\n1,Short one.,2024-05-01\r\n".utf8) + row + Array("\r\n".utf8)
    for (name, file) in [("a.csv", table), ("a.csv.gz", Packed.gzip(table))] {
      let records = try self.records(file, name: name)
      #expect(records.count == 2)
      let record = try #require(records.last)
      #expect(Array(table[record.provenance.offset...].prefix(record.provenance.length)) == row)
      #expect(try source(of: "\"Lim\" bridge", in: record, row) == Array("\"\"Lim\"\" bridge".utf8))
      #expect(try source(of: "Kovač", in: record, row) == Array("Kovač".utf8))
      #expect(record.provenance.sha256 == SHA256.hexDigest(of: row))
    }
  }

  @Test func throughTablesInLegacyCharsets() throws {
    let row = latin("9;\"Die Br\u{FC}cke \u{FC}ber die Ruhr in K\u{F6}ln ist \"\"sch\u{F6}n\"\", sagte sie gestern.\"")
    let records = try records(latin("id;text\n") + row + [0x0A], name: "a.csv")
    let record = try #require(records.first)
    #expect(try source(of: "Köln", in: record, row) == latin("K\u{F6}ln"))
    #expect(try source(of: "\"schön\"", in: record, row) == latin("\"\"sch\u{F6}n\"\""))
  }

  @Test func throughFeeds() throws {
    let items = [
      "<item><title>One</title><description>The Lim bridge reopens; tickets cost 12 &#8364; a day, &amp;quot;at last&amp;quot;.</description></item>",
      "<item><title>Two</title><content:encoded><![CDATA[<p>The ferry to Kor&#269;ula <b>sails</b> twice a day from May, the office said on Monday.</p>]]></content:encoded></item>",
      "<item><title>Three</title><description>&lt;p&gt;Snow fell on Kor&amp;#269;ula &amp;amp; Bra&#269; on Monday, the office said in a statement.&lt;/p&gt;</description></item>",
      "<entry><title>Four</title><content type=\"xhtml\"><div><p>The road to Pe&#263; will be closed on Monday, the office said.</p></div></content></entry>",
    ]
    let feed = Array("<rss><channel><title>News</title>\n\(items.joined(separator: "\n"))\n</channel></rss>".utf8)
    let records = try records(feed, name: "a.xml")
    #expect(records.count == 4)
    let expected = [
      ("12 €", "12 &#8364;"), ("Korčula sails", "Kor&#269;ula <b>sails"),
      ("Korčula & Brač", "Kor&amp;#269;ula &amp;amp; Bra&#269;"),
      ("Peć", "Pe&#263;"),
    ]
    for (record, (item, (word, origin))) in zip(records, zip(items, expected)) {
      #expect(Array(feed[record.provenance.offset...].prefix(record.provenance.length)) == Array(item.utf8))
      #expect(try source(of: word, in: record, Array(item.utf8)) == Array(origin.utf8))
    }
    #expect(
      try source(of: "\"at last\"", in: records[0], Array(items[0].utf8)) == Array("&amp;quot;at last&amp;quot;".utf8))
  }

  /// Ranges count in the page, whatever the response and the archive packed it in.
  @Test func throughArchives() throws {
    let page = Array(
      "<html><head><meta charset=utf-8></head><body><h1>Lim bridge</h1><p>The bridge over the Lim in Prije&shy;polje, mayor Ana Kova&#269; said, reopens on Monday.</p></body></html>"
        .utf8)
    func block(_ fields: String, _ body: [UInt8]) -> [UInt8] {
      Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\(fields)\r\n".utf8) + body
    }
    let half = page.count / 2
    func chunk(_ part: ArraySlice<UInt8>) -> [UInt8] {
      Array("\(String(part.count, radix: 16))\r\n".utf8) + part + [13, 10]
    }
    let chunks = chunk(page[..<half]) + chunk(page[half...]) + Array("0\r\n\r\n".utf8)
    let blocks = [
      block("", page), block("Transfer-Encoding: chunked\r\n", chunks),
      block("Content-Encoding: gzip\r\n", Packed.gzip(page)),
    ]
    let archived = blocks.enumerated().map { number, block in
      Array(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:\(number)>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: \(block.count)\r\n\r\n"
          .utf8) + block + [13, 10, 13, 10]
    }
    for (name, file) in [
      ("a.warc", archived.flatMap { $0 }), ("a.warc.gz", archived.flatMap { Packed.gzip($0) }),
    ] {
      let records = try records(file, name: name)
      #expect(records.count == 3)
      for record in records {
        #expect(record.provenance.sha256 == SHA256.hexDigest(of: page))
        #expect(try source(of: "Kovač said", in: record, page) == Array("Kova&#269; said".utf8))
        #expect(try source(of: "Prijepolje", in: record, page) == Array("Prije&shy;polje".utf8))
      }
    }
  }

  /// Words at random, written at random in each container's way: every one leads back to where it was written.
  @Test func throughEveryContainerAtRandom() throws {
    var random = SeededGenerator(seed: 31)
    func number(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
    for round in 0..<12 {
      let words = (0..<40).map { "\(["Lim", "Kovač", "Ëndrra", "“Пут”", "\"no\"", "R&D"][number(6)])\(round)x\($0)" }
      func written(_ escape: (String) -> String) -> String { words.map(escape).joined(separator: " ") }
      func reference(_ word: String) -> String {
        word.unicodeScalars.map { scalar in
          switch scalar {
          case "&": "&amp;"
          case "\"": "&quot;"
          default: scalar.value > 0x7F && number(2) == 0 ? "&#\(scalar.value);" : String(Character(scalar))
          }
        }.joined()
      }
      let quoted = written { $0.replacing("\"", with: "\"\"") }
      let referenced = words.map(reference)
      let files: [(name: String, bytes: [UInt8], forms: [String])] = [
        ("a.csv", Array("id,text\n1,\"\(quoted)\"\n".utf8), words.map { $0.replacing("\"", with: "\"\"") }),
        (
          "a.xml",
          Array(
            "<rss><channel><item><content:encoded><![CDATA[<p>\(referenced.joined(separator: " "))</p>]]></content:encoded></item></channel></rss>"
              .utf8),
          referenced
        ),
        ("a.txt", Array(words.joined(separator: " ").utf8), words),
        (
          "a.jsonl", Array("{\"text\":\"\(written { $0.replacing("\"", with: "\\\"") })\"}\n".utf8),
          words.map { $0.replacing("\"", with: "\\\"") }
        ),
      ]
      for (name, bytes, forms) in files {
        let record = try #require(records(bytes, name: name).first)
        let source = Array(bytes[record.provenance.offset...].prefix(record.provenance.length))
        for (word, form) in zip(words, forms) {
          #expect(try self.source(of: word, in: record, source) == Array(form.utf8), "\(name)")
        }
      }
    }
  }

  @Test func isNotNotedUnasked() throws {
    let record = try Pipeline().record(ofText: "Plain.")
    #expect(record.sourceRange(of: TextRange(0, 2)) == nil)
  }
}
