import CopydeskIntake
import CopydeskTestSupport
import Testing

@Suite struct WARCReaderTests {
  static func record(
    _ type: String = "response", id: Int, _ block: String, media: String = "application/http; msgtype=response",
    length: Int? = nil, fields: String = ""
  ) -> [UInt8] {
    let head =
      "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Record-ID: <urn:uuid:\(id)>\r\nwarc-target-uri: https://example.org/\(id)\r\n"
      + "\(fields)Content-Type: \(media)\r\nContent-Length: \(length ?? block.utf8.count)\r\n\r\n"
    return Array("\(head)\(block)\r\n\r\n".utf8)
  }

  static func page(_ number: Int, _ head: String = "Content-Type: text/html; charset=utf-8\r\n") -> String {
    "HTTP/1.1 200 OK\r\n\(head)\r\n<html><body><p>Page \(number) is about Kosovo.</p></body></html>"
  }

  static let three = (1...3).map { record(id: $0, page($0)) }

  struct Reading {
    var records: [RawRecord] = []
    var findings = ReaderFindings()
    var ids: [String] { records.map { $0.provenance.id } }
    var failures: [String] { records.compactMap { $0.failure?.code.rawValue } }
  }

  static func read(_ bytes: [UInt8], _ name: String = "a.warc", _ options: ReadingOptions = .init()) -> Reading {
    let folder = TemporaryFolder()
    var inputs = Inputs([.path(folder.write(name, bytes))], options: options)
    var reading = Reading()
    while let next = inputs.next() { if case .success(let record) = next { reading.records.append(record) } }
    reading.findings = inputs.findings
    return reading
  }

  static func decode(_ record: RawRecord, checksDigests: Bool = false) throws -> DecodedPage {
    var provenance = record.provenance
    return try PageDecoder(checksDigests: checksDigests).decode(record, provenance: &provenance)
  }

  static func text(_ page: DecodedPage) -> String {
    switch page.content {
    case .html(let bytes), .text(let bytes): String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test func readsResponsesAndTheirPlaces() throws {
    let bytes = Self.three.flatMap { $0 }
    let reading = Self.read(bytes)
    #expect(reading.ids == ["urn:uuid:1", "urn:uuid:2", "urn:uuid:3"])
    for (record, source) in zip(reading.records, Self.three) {
      let start = record.provenance.offset
      #expect(Array(bytes[start..<start + record.provenance.length]) == source)
      let page = try Self.decode(record)
      #expect(Self.text(page).hasPrefix("<html>") && page.provenance.charset == "utf-8")
      #expect(page.given.url == "https://example.org/\(record.provenance.id.suffix(1))")
      #expect(page.warnings.isEmpty && page.provenance.format == .warc)
    }
  }

  @Test func placesInPackedArchivesAreThoseOfMembers() {
    let members = Self.three.map(Packed.gzip)
    let reading = Self.read(members.flatMap { $0 }, "a.warc.gz")
    #expect(reading.records.map(\.provenance.offset) == [0, members[0].count, members[0].count + members[1].count])
    #expect(reading.records.map(\.provenance.length) == members.map(\.count))
    // Packed as a whole, there are no members to name: the places are those of the unpacked archive.
    let whole = Self.read(Packed.gzip(Self.three.flatMap { $0 }), "a.warc.gz")
    #expect(
      whole.records.map(\.provenance.offset) == Self.read(Self.three.flatMap { $0 }).records.map(\.provenance.offset))
    let frames = Self.three.map(Packed.zstd)
    #expect(Self.read(frames.flatMap { $0 }, "a.warc.zst").records.map(\.provenance.length) == frames.map(\.count))
  }

  @Test func passesOverWhatIsNoNews() {
    let others = [
      Self.record("warcinfo", id: 10, "software: x", media: "application/warc-fields"),
      Self.record("request", id: 11, "GET / HTTP/1.1\r\n\r\n", media: "application/http; msgtype=request"),
      Self.record(id: 12, "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nno"),
      Self.record(id: 13, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG"),
      Self.record("conversion", id: 14, "Some text.", media: "text/plain"),
      Self.record("resource", id: 15, "<html><p>A page.", media: "text/html"),
      Self.record("revisit", id: 16, "HTTP/1.1 200 OK\r\n\r\n"),
    ]
    let reading = Self.read((others + Self.three).flatMap { $0 })
    #expect(reading.ids == ["urn:uuid:14", "urn:uuid:15", "urn:uuid:1", "urn:uuid:2", "urn:uuid:3"])
    #expect(reading.findings.skipped == ["HTTP 404": 1, "image/png": 1])
  }

  @Test(arguments: [
    ("Transfer-Encoding: chunked\r\n", Array("5\r\n<p>Ko\r\n4;x=y\r\nsovo\r\n0\r\n\r\n".utf8), "<p>Kosovo"),
    ("Transfer-Encoding: chunked\r\n", Array("<p>joined before".utf8), "<p>joined before"),
    ("Content-Encoding: gzip\r\n", Packed.gzip(Array("<p>Kosovo".utf8)), "<p>Kosovo"),
    ("Content-Encoding: gzip\r\n", Array("<p>unpacked before".utf8), "<p>unpacked before"),
    ("Content-Encoding: zstd\r\n", Packed.zstd(Array("<p>Kosovo".utf8)), "<p>Kosovo"),
    // Bare deflate: a stored block.
    ("Content-Encoding: deflate\r\n", [1, 3, 0, 0xFC, 0xFF] + Array("<p>".utf8), "<p>"),
  ])
  func unpacksBodies(_ head: String, _ body: [UInt8], _ text: String) throws {
    let block = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\(head)\r\n".utf8) + body
    var record = Array(
      "WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: \(block.count)\r\n\r\n".utf8
    )
    record += block + Array("\r\n\r\n".utf8)
    let page = try Self.decode(try #require(Self.read(record).records.first))
    #expect(Self.text(page) == text && page.warnings.subtracting([.charsetGuessed]).isEmpty)
  }

  @Test func theHeaderTellsTheCharset() throws {
    let block = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"windows-1251\"\r\n\r\n<p>".utf8)
    let word: [UInt8] = [0xC2, 0xF3, 0xF7, 0xE8, 0xFB]  // Вучиы
    var record = Array(
      "WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: \(block.count + 5)\r\n\r\n"
        .utf8)
    record += block + word + Array("\r\n\r\n".utf8)
    let page = try Self.decode(try #require(Self.read(record).records.first))
    #expect(Self.text(page) == "<p>Вучиы" && page.provenance.charsetBy == .http)
  }

  @Test func damageCostsOneRecordAndIsTold() {
    let (one, two, three) = (Self.three[0], Self.three[1], Self.three[2])
    // Cut off: the next record begins inside the block. What there is of the page is used.
    let cut = Self.read(one + two.dropLast(30) + three)
    #expect(cut.ids == ["urn:uuid:1", "urn:uuid:2", "urn:uuid:3"])
    #expect(cut.records[1].warnings == [.truncatedRecord] && cut.findings.notes[0].contains("byte \(one.count)"))
    // A length that is too long, or too short, or missing.
    for length in [2_000, 10, -5] {
      let wrong = Self.record(id: 2, Self.page(2), length: length)
      let reading = Self.read(one + wrong + three)
      #expect(reading.ids == ["urn:uuid:1", "urn:uuid:2", "urn:uuid:3"], "length \(length)")
      #expect(reading.records.count == 3 && reading.records[1].bytes == Array(Self.page(2).utf8), "length \(length)")
    }
    // A lost beginning: one failure with its place.
    let headless = Self.read(one + two.dropFirst(7) + three)
    #expect(headless.ids == ["urn:uuid:1", headless.ids[1], "urn:uuid:3"] && headless.failures == ["warc-damaged"])
    #expect(headless.records[1].provenance.offset == one.count)
    // The end of the file inside a header, a block, the first bytes.
    for keep in [3, 40, 200, two.count - 20] {
      let reading = Self.read(one + two.prefix(keep))
      #expect(reading.ids.first == "urn:uuid:1" && reading.records.count == 2, "\(keep) bytes of the second")
    }
  }

  @Test func aCutFrameGivesBackWhatItTookOfTheNext() {
    // No checksum, one block of plain bytes: the frame goes on in the next one, and seems whole.
    let frames = Self.three.map(Packed.zstd)
    // The cut takes a byte, a part of the page, or all but the beginning of the header.
    for cut in [1, 40, frames[1].count - 60] {
      let reading = Self.read(frames[0] + frames[1].dropLast(cut) + frames[2], "a.warc.zst")
      let (first, last) = (reading.records.first, reading.records.last)
      #expect(first?.provenance.id == "urn:uuid:1" && last?.provenance.id == "urn:uuid:3", "\(cut)")
      #expect(first?.warnings.isEmpty == true && last?.warnings.isEmpty == true, "\(cut)")
      #expect(last?.provenance.offset == frames[0].count + frames[1].count - cut)
      let damaged = reading.records.dropFirst().dropLast()
      #expect(damaged.contains { $0.failure != nil || $0.warnings.contains(.truncatedRecord) }, "\(cut)")
    }
    // Padding, and a frame of no data, are nobody's beginning.
    let skipped: [UInt8] = [0x50, 0x2A, 0x4D, 0x18, 4, 0, 0, 0, 1, 2, 3, 4]
    let good = Self.read(frames[0] + [0, 0, 0] + frames[1] + skipped, "a.warc.zst")
    #expect(good.records.prefix(2).allSatisfy { $0.warnings.isEmpty && $0.failure == nil })
  }

  @Test func whatADamagedArchiveLosesIsSaid() {
    // Packed as a whole: the records before the damage are there, the rest is told as lost.
    let packed = Packed.gzip(Self.three.flatMap { $0 })
    let cut = Self.read(Array(packed.prefix(packed.count * 2 / 3)), "a.warc.gz")
    #expect(cut.ids.first == "urn:uuid:1" && cut.failures == ["warc-damaged"])
    #expect(cut.records.last?.failure?.message.contains("is damaged: what followed its last record is lost") == true)
  }

  @Test(arguments: [true, false])
  func damagedMembersCostOneRecord(_ isGzip: Bool) {
    let members = Self.three.map { isGzip ? Packed.gzip($0) : Packed.zstd($0) }
    let name = isGzip ? "a.warc.gz" : "a.warc.zst"
    func check(_ second: [UInt8], _ what: String, sourceLocation: SourceLocation = #_sourceLocation) {
      let reading = Self.read(members[0] + second + members[2], name)
      #expect(
        reading.ids.first == "urn:uuid:1" && reading.ids.last == "urn:uuid:3", "\(what)", sourceLocation: sourceLocation
      )
      #expect(reading.records.count <= 4 && reading.findings.noteCount > 0, "\(what)", sourceLocation: sourceLocation)
    }
    // Without a checksum, as here, a cut frame of Zstandard takes the beginning of the next one for its own.
    if isGzip {
      check(Array(members[1].dropLast(20)), "cut off")
      check(Array(members[1][..<40] + members[1][60...]), "a piece missing")
    }
    check(Array(members[1].prefix(8)), "cut off in its head")
    check(Array(members[1][4...]), "without its first bytes")
    check([UInt8](repeating: 7, count: 5000), "noise")
    // Zeros are padding, as tapes and disks have it.
    let padded = Self.read(members[0] + [0, 0, 0] + members[1], name)
    #expect(padded.ids == ["urn:uuid:1", "urn:uuid:2"] && padded.findings.noteCount == 0)
  }

  /// The beginning of a record again and again, in lines and inside of them: each costs its own bytes, not those to the end.
  @Test func beginningsWithoutEndAreLinear() {
    for piece in [
      "WARC/1.0\r\n", "WARC/1.0\nA", "WARC/1.0\r\nWARC-Type: response\r\n", "WARC/1.0\r\nContent-Length: 9\r\n\r\n",
    ] {
      let bytes = Array(String(repeating: piece, count: 20_000 / piece.utf8.count * 10).utf8)
      let time = processorTime { #expect(!Self.read(bytes).records.isEmpty || piece.hasSuffix("\r\n\r\n")) }
      #expect(time < .seconds(15), "\(piece): \(time)")
    }
    // The head of a page may be packed as often as somebody says.
    let often = "Content-Encoding: \(String(repeating: "gzip, ", count: 5000))gzip\r\n"
    let record = Self.read(Self.record(id: 1, Self.page(1, often))).records.first
    #expect(throws: DocumentFailure.self) { try record.map { try Self.decode($0) } }
  }

  @Test func hugeRecordsAndBombsAreBounded() throws {
    let big = String(repeating: "x", count: 300_000)
    let huge = Self.record(id: 2, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\(big)")
    let options = ReadingOptions(maxBytes: 100_000)
    for (name, bytes) in [
      ("a.warc", Self.three[0] + huge + Self.three[2]),
      ("a.warc.gz", [Self.three[0], huge, Self.three[2]].flatMap(Packed.gzip)),
      ("b.warc.gz", Packed.gzip(Self.three[0] + huge + Self.three[2])),
    ] {
      let reading = Self.read(bytes, name, options)
      #expect(
        reading.ids == ["urn:uuid:1", "urn:uuid:2", "urn:uuid:3"] && reading.failures == ["too-large"], "\(name)")
    }
    // A length that nobody can mean does not swallow the rest.
    let liar = Self.record(id: 2, Self.page(2), length: 4_000_000_000_000)
    #expect(Self.read(Self.three[0] + liar + Self.three[2], "a.warc", options).ids.last == "urn:uuid:3")
    let bomb = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n".utf8)
    var record = Array(
      "WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http\r\n\r\n".utf8)
    record += bomb + Packed.gzip([UInt8](repeating: 65, count: 200_000)) + Array("\r\n\r\n".utf8)
    let raw = try #require(Self.read(record).records.first)
    var provenance = raw.provenance
    #expect(throws: DocumentFailure.self) {
      try PageDecoder(limit: 100_000).decode(raw, provenance: &provenance)
    }
  }

  @Test func comparesDigestsOnRequest() throws {
    // Of "Some text.", by another program, and others.
    for (digest, isRight) in [
      ("sha1:EGALTHLIJFBZGOQPR5WIEHZ6DWSCUCOF", true), ("SHA1:2180b99d684943933a0f8f6c821f3e1da42a09c5", true),
      ("sha256:13b4c5aecd1b6d749afcee968fbf9c80f1ed1bbdbe1aaf25cb34ebd01144bbe9", true),
      ("sha1:FOCUCSWD6ZHEIW5RPQOGZBFJILHTLAGE", false), ("md5:whatever", true), ("sha256:00", false),
    ] {
      let record = Self.record(
        "conversion", id: 1, "Some text.", media: "text/plain", fields: "WARC-Block-Digest: \(digest)\r\n")
      let raw = try #require(Self.read(record).records.first)
      #expect(try Self.decode(raw).warnings.contains(.digestMismatch) == false)
      #expect(try Self.decode(raw, checksDigests: true).warnings.contains(.digestMismatch) == !isRight, "\(digest)")
    }
  }

  @Test func anyBytesEndAndKeepTheirNeighbours() {
    var random = SeededGenerator(seed: 5)
    let archive = Self.three.flatMap { $0 }
    for round in 0..<300 {
      var bytes = round % 2 == 0 ? archive : Self.three.flatMap(Packed.gzip)
      for _ in 0..<(round % 5 + 1) {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      let start = Int(random.next() % UInt64(bytes.count))
      if round % 3 == 0 { bytes.removeSubrange(start..<min(bytes.count, start + 40)) }
      let reading = Self.read(bytes, round % 2 == 0 ? "a.warc" : "a.warc.gz")
      #expect(reading.records.count <= 12)
      for record in reading.records {
        #expect(
          record.provenance.offset >= 0
            && record.provenance.offset + record.provenance.length <= max(bytes.count, archive.count))
        _ = try? Self.decode(record)
      }
    }
  }
}
