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
    #expect(records.count == 2 && records[0].failure?.code == "too-large" && records[1].failure == nil)
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
