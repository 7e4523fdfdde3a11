import CopydeskIntake
import CopydeskTestSupport
import Testing

@Suite struct ARCReaderTests {
  private static func file(_ records: [[UInt8]], about: String? = nil) -> [UInt8] {
    let about = about ?? "1 0 Veld\nURL IP-address Archive-date Content-type Archive-length\n"
    let head = "filedesc://a.arc 0.0.0.0 20210304100000 text/plain \(about.utf8.count)\n\(about)\n"
    return Array(head.utf8) + records.flatMap { $0 }
  }

  private static func record(
    _ number: Int, length: Int? = nil, url: String? = nil, type: String = "text/html", block: String? = nil
  ) -> [UInt8] {
    let block = block ?? WARCReaderTests.page(number)
    let url = url ?? "https://example.org/\(number)"
    return Array("\(url) 10.0.0.1 2021030410000\(number) \(type) \(length ?? block.utf8.count)\n\(block)\n".utf8)
  }

  private static let three = (1...3).map { record($0) }

  @Test func readsPagesAndTheirPlaces() throws {
    let bytes = Self.file(Self.three)
    for name in ["a", "a.arc", "a.warc"] {
      let reading = WARCReaderTests.read(bytes, name)
      #expect(reading.ids == ["https://example.org/1", "https://example.org/2", "https://example.org/3"])
      for (record, source) in zip(reading.records, Self.three) {
        let (start, length) = (record.provenance.offset, record.provenance.length)
        #expect(Array(bytes[start..<start + length]) == source.dropLast())
        let page = try WARCReaderTests.decode(record)
        #expect(WARCReaderTests.text(page).hasPrefix("<html>") && page.given.url == record.provenance.id)
        #expect(page.warnings.isEmpty && page.provenance.format == .warc && page.provenance.charset == "utf-8")
      }
    }
    let packed = Packed.gzip(Self.file([])) + Self.three.flatMap { Packed.gzip($0) }
    #expect(WARCReaderTests.read(packed, "a.arc.gz").ids.count == 3)
  }

  @Test func otherKindsOfRecords() throws {
    let records = [
      Self.record(1, url: "dns:example.org", type: "text/dns", block: "20210304 example.org 10.0.0.1"),
      Self.record(
        2, url: "http://example.org/a picture", type: "image/png",
        block: "HTTP/1.0 200 OK\r\nContent-Type: image/png\r\n\r\nx"),
      Self.record(3, block: "HTTP/1.0 404 Not Found\r\nContent-Type: text/html\r\n\r\nx"),
      Self.record(4, url: "http://example.org/a page", block: "<p>A page without a head.</p>"),
      Self.record(5, type: "no-type", block: "HTTP/1.0 200 OK\r\n\r\n<html><p>No type.</p></html>"),
    ]
    let reading = WARCReaderTests.read(Self.file(records), "a.arc")
    #expect(reading.ids == ["http://example.org/a page", "https://example.org/5"])
    #expect(reading.findings.skipped == ["image/png": 1, "HTTP 404": 1])
    #expect(try WARCReaderTests.text(WARCReaderTests.decode(reading.records[0])) == "<p>A page without a head.</p>")
    #expect(WARCReaderTests.read(Self.file([]), "a.arc").failures == ["no-records"])
    // Version 2 says more of each.
    let two =
      "https://example.org/2 10.0.0.1 20210304100000 text/html 200 - - 0 a.arc 29\n<p>A page without a head.</p>\n"
    #expect(WARCReaderTests.read(Self.file([Array(two.utf8)]), "a.arc").ids == ["https://example.org/2"])
  }

  @Test func wrongLengthsCostNoNeighbour() throws {
    for length in [0, 1, 20, 100, 5000, 1 << 40, Int.max] {
      let bytes = Self.file([Self.three[0], Self.record(2, length: length), Self.three[2]])
      let reading = WARCReaderTests.read(bytes, "a.arc")
      #expect(reading.ids == ["https://example.org/1", "https://example.org/2", "https://example.org/3"], "\(length)")
      let isTooLarge = length > ReadingOptions().maxBytes
      #expect(reading.failures == (isTooLarge ? ["too-large"] : []))
      if !isTooLarge { #expect(reading.records[1].warnings == [.truncatedRecord]) }
    }
    // The first record, about the file, may be wrong as well.
    let about = Self.file(Self.three).prefix { $0 != 0x0A }
    let wrong = String(decoding: about, as: UTF8.self).split(separator: " ").dropLast().joined(separator: " ") + " 76"
    let bytes = Array(wrong.utf8) + Self.file(Self.three).dropFirst(about.count)
    #expect(WARCReaderTests.read(bytes, "a.arc").ids.count == 3)
  }

  @Test func damageIsToldAndPassedOver() {
    let junk = Array("some bytes that are no header\nand more\n".utf8)
    let reading = WARCReaderTests.read(Self.file([Self.three[0], junk, Self.three[1]]), "a.arc")
    #expect(reading.records.count >= 2 && reading.ids.last == "https://example.org/2")
    // The first record's length was right, but no header follows it: both are told.
    #expect(reading.records[0].warnings == [.truncatedRecord] || reading.failures == ["warc-damaged"])
    let bytes = Self.file(Self.three)
    for end in 0..<bytes.count { _ = WARCReaderTests.read(Array(bytes[..<end]), "a.arc") }
    var long = Self.file([Self.three[0]])
    long += [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20) + [0x0A] + Self.three[1]
    #expect(WARCReaderTests.read(long, "a.arc").ids.last == "https://example.org/2")
  }
}
