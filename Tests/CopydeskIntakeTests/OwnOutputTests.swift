import CopydeskIntake
import CopydeskTestSupport
import CopydeskText
import Testing

/// What Copydesk wrote, dates as people give them, and inputs that hold nothing.
@Suite struct OwnOutputTests {
  private func failure(_ line: String, _ keys: JSONLinesKeys = .init()) throws -> DocumentFailure? {
    let record = try #require(WARCReaderTests.read(Array(line.utf8), "a.jsonl").records.first)
    var provenance = record.provenance
    do throws(DocumentFailure) {
      _ = try PageDecoder(keys: keys).decode(record, provenance: &provenance)
      return nil
    } catch {
      return error
    }
  }

  private static let own = [
    #"{"schema":"copydesk/1","id":"a","text":"The man said no.","error":null,"run":"0"}"#,
    #"{"doc":"a","kind":"quote","id":"q0","text":"no","rule":"quote/x","quote_kind":null,"time_value":null,"run":"0"}"#,
  ]

  @Test(arguments: own.indices)
  func recordsAndFactsAreNoDocuments(_ index: Int) throws {
    let failure = try #require(try failure(Self.own[index]))
    #expect(failure.code == .ownOutput && failure.message.contains("copydesk show"))
    var keys = JSONLinesKeys()
    keys.readsOwnOutput = true
    #expect(try self.failure(Self.own[index], keys) == nil)
  }

  @Test func documentsOfOthersAreDocuments() throws {
    for line in [
      #"{"schema":"news/1","text":"x"}"#, #"{"doc":"a","kind":"b","run":"c","text":"x"}"#, #"{"schema":1,"text":"x"}"#,
    ] {
      #expect(try failure(line) == nil, "\(line)")
    }
  }

  @Test(arguments: [
    ("2023-09-30", "2023-09-30"), ("1696099320", "2023-09-30T18:42:00Z"), ("1696099320000", "2023-09-30T18:42:00Z"),
    ("1696099320.75", "2023-09-30T18:42:00Z"), ("Sat, 30 Sep 2023 18:42:00 GMT", "2023-09-30T18:42:00Z"),
    ("4 March 2021", "2021-03-04"), ("March 4, 2021", "2021-03-04"), ("30.09.2023", "2023-09-30"),
    ("30/09/2023", "2023-09-30"), ("9/30/2023", "2023-09-30"), ("4 марта 2021", "2021-03-04"),
    ("2023-09-30T18:42:00+02:00", "2023-09-30T18:42:00+02:00"), ("20230930", "2023-09-30"),
  ])
  func datesAsTheyAreGiven(_ text: String, _ iso: String) { #expect(GivenDate.read(text)?.isoString == iso) }

  /// What may be two days is none, and so is a number of some other kind.
  @Test(arguments: [
    "03/04/2021", "3-4-2021", "yesterday", "", "12", "169609932", "16960993200", "0696099320", "99999999999999999999",
    "-1696099320", "1696099320x", "2023-13-01", "Sat, 99 Sep 2023", "30 Sep -9223372036854775808", "٣٠ سبتمبر",
  ])
  func whatIsNoDate(_ text: String) { #expect(GivenDate.read(text) == nil) }

  @Test func zonesOfMailAreChecked() {
    #expect(GivenDate.read("30 Sep 2023 18:42 +٠٣٠٠")?.zone == nil)
    #expect(GivenDate.read("30 Sep 2023 18:42 +9999")?.zone == nil)
    #expect(GivenDate.read("30 Sep 2023 18:42 +05:30")?.zone == "+05:30")
  }

  @Test func datesOfLinesAndRows() throws {
    for (name, text) in [
      ("a.jsonl", #"{"text":"x","published":1696099320}"#), ("a.csv", "text,published\nx,1696099320\n"),
    ] {
      let record = try #require(WARCReaderTests.read(Array(text.utf8), name).records.first)
      #expect(try WARCReaderTests.decode(record).given.published?.isoString == "2023-09-30T18:42:00Z")
    }
  }

  /// The findings' `silent-*` and their like.
  @Test(arguments: [
    ("a.rss", "<html><body>500 Internal Server Error</body></html>", "no-items"),
    ("a.rss", "<rss><channel><title>Empty</title></channel></rss>", "no-items"), ("a.rss", "", "no-items"),
    ("a.rss", "<rss><channel><![CDATA[News</channel></rss>", "no-items"),
    ("a.csv", "<html><body>500 Internal Server Error</body></html>", "no-rows"), ("a.csv", "", "no-rows"),
    ("a.csv", "id,text\n", "no-rows"), ("a.csv", "sep=;\nid;text\n\n", "no-rows"), ("a.csv", "\n\n", "no-rows"),
    ("a.warc", "", "no-records"), ("a.arc", "", "no-records"),
    ("a.warc", "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n", "no-records"),
    ("a.json", "[]", "no-documents"),
  ])
  func inputsThatHoldNothingSaySo(_ name: String, _ text: String, _ code: String) {
    #expect(WARCReaderTests.read(Array(text.utf8), name).failures == [code])
    let wide = WARCReaderTests.read(Packed.gzip(Array(text.utf8)), "\(name).gz")
    #expect(wide.failures == [code])
  }

  /// A file of lines without lines is in order: a shard can be empty. So is an archive of what is no news.
  @Test func emptyLinesFilesAreInOrder() {
    #expect(WARCReaderTests.read([], "a.jsonl").records.isEmpty)
    let image = WARCReaderTests.record(id: 1, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx")
    #expect(WARCReaderTests.read(image).records.isEmpty)
  }
}
