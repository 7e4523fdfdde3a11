import CopydeskIntake
import CopydeskTestSupport
import CopydeskText
import Testing

@Suite struct TableAndFeedTests {
  private func read(_ name: String, _ text: String, _ options: ReadingOptions = .init()) -> [RawRecord] {
    WARCReaderTests.read(Array(text.utf8), name, options).records
  }

  private func decoded(_ record: RawRecord, _ keys: JSONLinesKeys = .init()) throws -> (DecodedPage, id: String) {
    var provenance = record.provenance
    let page = try PageDecoder(keys: keys).decode(record, provenance: &provenance)
    return (page, provenance.id)
  }

  /// What ends rows: `\r\n`, `\n`, and `\r` alone as on old Macs, but for those inside of quotation marks.
  @Test(arguments: ["\r", "\n", "\r\n"])
  func rowsEndInAnyOfThree(_ end: String) throws {
    for last in ["", end] {
      let records = read("a.csv", "id,text\(end)a,\"One\rtwo\"\(end)b,Three\(last)")
      #expect(records.count == 2)
      for (record, expected) in zip(records, ["One\rtwo", "Three"]) {
        guard case .text(let bytes) = try decoded(record).0.content else { return #expect(Bool(false)) }
        #expect(String(decoding: bytes, as: UTF8.self) == expected, "\(end.utf8)")
      }
    }
  }

  @Test func rowsAreDocuments() throws {
    let table = "\u{FEFF}id,Text,published\r\na,\"Two lines,\nand a \"\"quote\"\"\",2023-09-30\r\n\r\nb,Plain,\n"
    let records = read("a.csv", table)
    #expect(records.map(\.line) == [1, 2] && records[0].provenance.offset == 22)
    let (first, id) = try decoded(records[0])
    #expect(id == "a" && WARCReaderTests.text(first) == "Two lines,\nand a \"quote\"")
    #expect(first.given.published?.isoString == "2023-09-30" && first.warnings.isEmpty)
    #expect(try WARCReaderTests.text(decoded(records[1]).0) == "Plain")
  }

  @Test(arguments: [("id;text\na;One, two", ";"), ("id\ttext\na\tOne", "tab"), ("id|text\na|One", "|")])
  func findsTheDelimiter(_ table: String, _ name: String) throws {
    let (page, id) = try decoded(try #require(read("a.csv", table).first))
    #expect(id == "a" && WARCReaderTests.text(page).hasPrefix("One"), "\(name)")
  }

  @Test func otherColumnsAndNone() throws {
    var keys = JSONLinesKeys()
    keys.text = "body"
    let records = read("a.csv", "uri,body,extra\nx,Some text\n")
    let (page, id) = try decoded(records[0], keys)
    #expect(WARCReaderTests.text(page) == "Some text" && id.hasSuffix("a.csv#1") && page.warnings == [.columnCount])
    #expect(throws: DocumentFailure.self) { try decoded(records[0]) }
  }

  @Test func aStrayQuotationMarkCostsNoNeighbour() throws {
    let rows = (1...50).map { "\($0),\($0 == 20 ? "\"said the man" : "Row \($0)")\n" }.joined()
    let records = read("a.csv", "id,text\n\(rows)")
    #expect(records.count == 50)
    #expect(records[19].warnings == [.unclosedQuote] && records[20].warnings.isEmpty)
    #expect(try decoded(records[20]).id == "21")
    // The end of the file inside a field: what there is of it.
    #expect(read("a.csv", "id,text,date\na,\"One\nTwo").count == 1)
  }

  @Test func aRowTooLongIsOneError() {
    let records = read(
      "a.csv", "id,text\na,\(String(repeating: "x", count: 5000))\nb,B\n", ReadingOptions(maxBytes: 1000))
    #expect(records.count == 2 && records[0].failure?.code == .tooLarge && records[1].failure == nil)
  }

  /// Excel's first line says what stands between fields, and is no row.
  @Test(arguments: ["sep=;\r\n", "\u{FEFF}sep=;\n", "SEP=;\n", "\"sep=;\"\n"])
  func theLineOfTheDelimiter(_ first: String) throws {
    let records = read("a.csv", "\(first)id;text\na;One, two, three\n")
    #expect(records.count == 1 && records[0].line == 1)
    let (page, id) = try decoded(records[0])
    #expect(id == "a" && WARCReaderTests.text(page) == "One, two, three" && page.warnings.isEmpty)
    #expect(try decoded(read("a.csv", "sep=\t\nid\ttext\na\tOne\n")[0]).id == "a")
    #expect(try decoded(read("a.csv", "sep=^\nid^text\na^One\n")[0]).id == "a")
  }

  /// A mark in the header that nothing closes, or something else by chance, ends at its line.
  @Test func aStrayMarkInTheHeaderCostsNoRow() throws {
    for rows in ["1,The man\n2,The woman\n", "1,The \"man\"\n2,The woman\n", "1,\"The man\"\n2,\"The woman\"\n"] {
      let records = read("a.csv", "id,\"text\n\(rows)")
      #expect(try records.map { try decoded($0).id } == ["1", "2"], "\(rows)")
    }
    // A name over two lines is one.
    #expect(try decoded(read("a.csv", "id,text,\"a\nb\"\n1,One,x\n")[0]).id == "1")
  }

  @Test func hostileTables() throws {
    // As many columns as bytes, in the header, in a row, in both.
    let wide = String(repeating: ",", count: 500_000)
    for table in ["id,text\(wide)\n1,One\n", "id,text\n1,One\(wide)\n", "id,text\(wide)\n1,One\(wide)\n"] {
      let time = try processorTime {
        let records = read("a.csv", table)
        let id = try decoded(records[0]).id
        #expect(records.count == 1 && id == "1")
      }
      #expect(time < .seconds(8), "\(time)")
    }
    // Marks, pairs of marks and line ends without end.
    for piece in ["\"", "\"\"", "\"\n", ",\"", "\",\"\n", "\r"] {
      let table = "id,text\n" + String(repeating: piece, count: 20_000)
      let time = processorTime { _ = read("a.csv", table, ReadingOptions(maxBytes: 100_000)) }
      #expect(time < .seconds(8), "\(piece): \(time)")
    }
  }

  private let rss = """
    <?xml version="1.0" encoding="utf-8"?>
    <!-- <item> in a comment --><rss version="2.0"><channel><title>News</title><language>en-GB</language>
    <item><title>Trains &amp;amp; buses</title><link>https://example.org/1</link><guid>one</guid>
    <pubDate>Sat, 30 Sep 2023 18:42:00 +0300</pubDate><dc:creator>A. Writer</dc:creator>
    <description>Short.</description><content:encoded><![CDATA[<p>The </item> whole <b>text</b>.</p>]]></content:encoded></item>
    <item><link>https://example.org/2</link><description>&lt;p&gt;Escaped &amp;eacute;&lt;/p&gt;</description></item>
    </channel></rss>
    """

  @Test func itemsAreDocuments() throws {
    let records = read("a", rss)
    #expect(records.map(\.provenance.format) == [.feed, .feed])
    let bytes = Array(rss.utf8)
    for record in records {
      let (start, length) = (record.provenance.offset, record.provenance.length)
      #expect(String(decoding: bytes[start..<start + length], as: UTF8.self).hasPrefix("<item>"))
      #expect(String(decoding: bytes[start..<start + length], as: UTF8.self).hasSuffix("</item>"))
    }
    let (first, id) = try decoded(records[0])
    #expect(id == "one" && first.given.title == "Trains & buses" && first.given.url == "https://example.org/1")
    #expect(first.given.published?.isoString == "2023-09-30T18:42:00+03:00" && first.given.byline == "A. Writer")
    #expect(first.given.language == "en-GB" && WARCReaderTests.text(first) == "<p>The </item> whole <b>text</b>.</p>")
    let (second, url) = try decoded(records[1])
    #expect(url == "https://example.org/2" && WARCReaderTests.text(second) == "<p>Escaped &eacute;</p>")
  }

  @Test func atomEntries() throws {
    let atom = """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><id>tag:1</id><title type="html">A &lt;b&gt;title&lt;/b&gt;</title>
      <link rel="self" href="https://example.org/self"/><link href='https://example.org/a?b=1&amp;c=2' rel="alternate"/>
      <updated>2023-09-30T10:00:00Z</updated><author><name>B. Writer</name></author>
      <content type="xhtml"><div><p>Marked up.</p></div></content></entry>
      <entry><id>tag:2</id><summary>Plain &amp;amp; simple</summary></entry></feed>
      """
    let records = read("a.atom", atom)
    let (first, id) = try decoded(records[0])
    #expect(
      id == "tag:1" && first.given.title == "A title" && first.given.url == "https://example.org/a?b=1&c=2"
        && first.given.byline == "B. Writer")
    #expect(first.given.published?.isoString == "2023-09-30T10:00:00Z")
    #expect(WARCReaderTests.text(first) == "<div><p>Marked up.</p></div>")
    #expect(try WARCReaderTests.text(decoded(records[1]).0) == "Plain & simple")
  }

  @Test func brokenFeedsKeepTheirItems() throws {
    let broken = "<rss><channel><item><guid>1</guid><item><guid>2</guid><![CDATA[ </item><item><guid>3</guid></item>"
    let records = read("a.rss", broken)
    #expect(try records.map { try decoded($0).id } == ["1", "2", "3"])
    #expect(records[0].warnings == [.truncatedRecord] && records[1].warnings == [.truncatedRecord])
    // Many comments without an end take no longer than one.
    let many = "<rss>" + String(repeating: "<item><!-- ", count: 20_000)
    #expect(read("a.rss", many).count == 20_000)
  }

  /// A section without an end costs its item at most: also where another item's section seems to end it.
  @Test func sectionsWithoutAnEnd() throws {
    let items = (1...3).map { "<item><guid>\($0)</guid><description><![CDATA[Text]]></description></item>" }
    let cut = "<item><guid>2</guid><description><![CDATA[Text</description></item>"
    for text in [
      "<rss><channel><description><![CDATA[News</description>\(items.joined())</channel></rss>",
      "<rss><channel>\(items[0])\(cut)\n\(items[2])</channel></rss>",
      "<rss><channel><!-- News \(items.joined(separator: " "))</channel></rss>",
      "<rss><channel><!-- News \(items.joined(separator: " "))<!-- The end --></channel></rss>",
      "<rss><channel><!-- <item><guid>0</guid></item> <item></item> -->\(items.joined())</channel></rss>",
    ] {
      #expect(try read("a.rss", text).map { try decoded($0).id } == ["1", "2", "3"], "\(text)")
    }
    let news = "<rss version=\"2.0\"><channel><description><![CDATA[News</description><item><title>t</title>"
    #expect(read("a.rss", news + "<description>The man said no.</description></item></channel></rss>").count == 1)
  }

  /// What an Atom `source` says is of another feed (RFC 4287, 4.2.11), wherever it stands and however the entry is written.
  @Test(arguments: ["", "<br>"])
  func theSourceIsAnotherFeed(_ flaw: String) throws {
    let entry = """
      <entry><source><id>urn:feed</id><title>Harbour News</title></source><id>urn:e1</id><title>Bridge reopens</title>
      <content type="html">The bridge opened.\(flaw)</content></entry>
      """
    let feed = "<feed xmlns=\"http://www.w3.org/2005/Atom\">\(entry)</feed>"
    let (page, id) = try decoded(#require(read("a.atom", feed).first))
    #expect(id == "urn:e1" && page.given.title == "Bridge reopens")
  }

  @Test func namespacesCountNotPrefixes() throws {
    let feed = """
      <rss xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:d='http://purl.org/dc/elements/1.1/' xmlns:m="urn:media">
      <channel><item><m:title>A picture</m:title><title>Bridge &amp; quay</title><description>Short.</description>
      <d:creator>Ada Moss</d:creator><c:encoded><![CDATA[<p>The whole text &amp; more.</p>]]></c:encoded></item></channel></rss>
      """
    let (page, _) = try decoded(#require(read("a.rss", feed).first))
    #expect(page.given.title == "Bridge & quay" && page.given.byline == "Ada Moss")
    guard case .html(let bytes) = page.content else { return #expect(Bool(false)) }
    #expect(String(decoding: bytes, as: UTF8.self) == "<p>The whole text &amp; more.</p>")
  }

  @Test(
    arguments: [
      ("<author>desk@news.example (Ada Moss)</author>", "Ada Moss"),
      ("<author>Ada Moss &lt;desk@news.example></author>", "Ada Moss"),
      ("<author>desk@news.example</author>", nil),
      ("<dc:creator>Ada Moss</dc:creator><dc:creator>Jo Lind</dc:creator>", "Ada Moss; Jo Lind"),
      ("<author><name>Ada Moss</name></author><author><name>Jo Lind</name></author>", "Ada Moss; Jo Lind"),
    ] as [(String, String?)])
  func authorsByName(_ markup: String, _ expected: String?) throws {
    let page = try decoded(#require(read("a.rss", "<rss><channel><item>\(markup)</item></channel></rss>").first)).0
    #expect(page.given.byline == expected)
  }

  @Test(
    arguments: [
      ("<link>/a/b</link>", "https://news.example/a/b"), ("<link>../c?d=1</link>", "https://news.example/x/c?d=1"),
      ("<link>https://other.example/</link>", "https://other.example/"),
      ("<guid>https://news.example/7</guid>", "https://news.example/7"),
      ("<guid isPermaLink=\"false\">https://news.example/7</guid>", nil),
      ("<link>//cdn.example/a</link>", "https://cdn.example/a"),
    ] as [(String, String?)])
  func addresses(_ markup: String, _ expected: String?) throws {
    let feed =
      "<rss xml:base=\"https://news.example/x/y/z\"><channel><item>\(markup)<title>T</title></item></channel></rss>"
    #expect(try decoded(#require(read("a.rss", feed).first)).0.given.url == expected)
  }

  @Test func summariesOfOtherVocabularies() throws {
    for name in ["dc:description", "media:description", "itunes:summary"] {
      let feed =
        "<rss><channel><item><title>A\u{8} bridge</title><\(name)>The bridge opened.</\(name)></item></channel></rss>"
      let page = try decoded(#require(read("a.rss", feed).first)).0
      guard case .text(let bytes) = page.content else { return #expect(Bool(false)) }
      #expect(String(decoding: bytes, as: UTF8.self) == "The bridge opened." && page.given.title == "A bridge")
    }
  }

  @Test func namesInsideOthersAreNotTheItems() throws {
    let feed =
      "<rss><channel><item><box><title>Of the box</title></box><title>Of the item</title></item></channel></rss>"
    #expect(try decoded(#require(read("a.rss", feed).first)).0.given.title == "Of the item")
  }

  @Test func hostileFeeds() {
    let laughs = "<!DOCTYPE rss [" + (1...50).map { "<!ENTITY a\($0) \"&a\($0 - 1);&a\($0 - 1);\">" }.joined() + "]>"
    let item = "<item><description>" + String(repeating: "&a50;", count: 1000) + "</description></item>"
    for text in [
      "\(laughs)<rss>\(item)</rss>", "<rss>" + String(repeating: "<", count: 50_000),
      "<rss>" + String(repeating: "<item>", count: 5000), "<rss>" + String(repeating: "<![CDATA[", count: 50_000),
      "<rss>" + String(repeating: "</item><item", count: 5000),
      "<rss><item>" + String(repeating: "<link", count: 20_000),
      "<rss><item>" + String(repeating: "<link href=", count: 20_000) + "></item>",
    ] {
      let time = processorTime {
        for record in read("a.rss", text) {
          var provenance = record.provenance
          _ = try? PageDecoder().decode(record, provenance: &provenance)
        }
      }
      #expect(time < .seconds(8), "\(text.prefix(60)): \(time)")
    }
  }

  @Test func mailDates() throws {
    for (date, iso) in [
      ("30 Sep 23 18:42 GMT", "2023-09-30T18:42:00Z"),
      ("Sat, 30 September 2023 08:00:05 EST", "2023-09-30T08:00:05-05:00"),
      ("Sat, 30 Sep 2023", "2023-09-30"),
    ] {
      let item = "<rss><item><guid>x</guid><pubDate>\(date)</pubDate><description>d</description></item></rss>"
      #expect(try decoded(read("a.rss", item)[0]).0.given.published?.isoString == iso)
    }
  }

  @Test func zstdIsUnpacked() {
    let lines = Array("{\"id\":1}\n{\"id\":2}\n".utf8)
    #expect(WARCReaderTests.read(Packed.zstd(lines) + Packed.zstd(lines), "a.jsonl.zst").records.count == 4)
    #expect(WARCReaderTests.read(Packed.zstd(lines).dropLast(3), "a.jsonl.zst").records.isEmpty)
  }
}
