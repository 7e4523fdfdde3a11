import CopydeskIntake
import CopydeskTestSupport
import Testing

@Suite struct UnsupportedFormatTests {
  static func bytes(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }

  static let files: [(start: String, name: String)] = [
    ("%PDF-1.4\n%\u{E2}\u{E3}", "PDF"), ("PK\u{03}\u{04}\u{14}\u{00}", "ZIP"),
    ("PK\u{03}\u{04}\u{14}\u{00}\u{00}\u{00}[Content_Types].xml word/document.xml", "Word"),
    ("PK\u{03}\u{04}\u{14}\u{00}mimetypeapplication/epub+zip", "EPUB"), ("7z\u{BC}\u{AF}\u{27}\u{1C}\u{00}", "7z"),
    ("Rar!\u{1A}\u{07}\u{01}\u{00}", "RAR"), ("\u{D0}\u{CF}\u{11}\u{E0}\u{A1}\u{B1}\u{1A}\u{E1}", "Office"),
    ("{\\rtf1\\ansi Some text.}", "RTF"), ("\u{89}PNG\u{0D}\u{0A}\u{1A}\u{0A}", "PNG"),
    ("\u{FF}\u{D8}\u{FF}\u{E0}\u{00}\u{10}JFIF", "JPEG"), ("GIF89a\u{01}\u{00}", "GIF"),
    ("RIFF\u{24}\u{00}\u{00}\u{00}WEBPVP8 ", "WebP"), ("BM\u{36}\u{00}\u{0C}\u{00}\u{00}\u{00}\u{00}\u{00}", "BMP"),
    ("II*\u{00}\u{08}", "TIFF"), ("\u{7F}ELF\u{02}\u{01}\u{01}", "ELF"), ("ID3\u{03}\u{00}\u{00}", "MP3"),
    ("\u{00}\u{00}\u{00}\u{20}ftypisom", "MP4"), ("OggS\u{00}\u{02}", "Ogg"), ("SQLite format 3\u{00}", "SQLite"),
    ("PAR1\u{15}\u{00}", "Parquet"), ("Obj\u{01}\u{04}", "Avro"), ("\u{1F}\u{9D}\u{90}", "compress"),
    ("a.txt" + String(repeating: "\u{00}", count: 252) + "ustar", "tar"),
  ]

  @Test(arguments: files.indices)
  func isNamedWhateverTheFileIsCalled(_ index: Int) throws {
    let (start, name) = Self.files[index]
    for ending in ["", ".html", ".txt", ".jsonl", ".csv", ".rss", ".warc", ".html.gz"] {
      let bytes = ending.hasSuffix("gz") ? Packed.gzip(Self.bytes(start)) : Self.bytes(start)
      let records = WARCReaderTests.read(bytes, "a\(ending)").records
      let failure = try #require(records.first?.failure, "\(name)\(ending)")
      #expect(
        records.count == 1 && failure.code == .unsupportedFormat && failure.message.contains(name), "\(failure)")
    }
    // Also where somebody says what it is, unless lines were asked for: those are answered one by one.
    for format in [SourceFormat.html, .text, .csv] {
      let records = WARCReaderTests.read(Self.bytes(start), "a", ReadingOptions(format: format)).records
      #expect(records.map(\.failure?.code.rawValue) == ["unsupported-format"])
    }
    let lines = WARCReaderTests.read(Self.bytes(start) + [0x0A, 0x0A], "a", ReadingOptions(format: .jsonl)).records
    #expect(lines.count == Self.bytes(start).count { $0 == 0x0A } + 2 && lines.allSatisfy { $0.failure == nil })
  }

  /// Prose that begins with the letters of a magic.
  @Test func textStaysText() {
    for text in [
      "BM shares fell.", "PK is short for it.", "RIFF raff.", "ID3 is a tag.", "MZ, the firm, said.", "Obj of it",
      "ORC and PAR1", "GIF is a format.", "II* and MM", "%PD", "7z", "OggS", "{\\rt", "SQLite format", "Rar!", "LZIP",
      "[1] The mayor", "[Updated] News", "[[link]]", "[\"We won\", he said]", "[]x", "[",
    ] {
      let records = WARCReaderTests.read(Array(text.utf8), "a").records
      #expect(records.count == 1 && records[0].failure == nil && records[0].provenance.format != .html, "\(text)")
    }
  }

  @Test func binaryIsNoText() {
    let binary = Self.bytes("some\u{00}bytes\u{01}")
    for name in ["a", "a.txt"] {
      #expect(WARCReaderTests.read(binary, name).records.first?.failure?.code == .unsupportedFormat, "\(name)")
    }
    // Unless somebody says so.
    let asked = WARCReaderTests.read(binary, "a", ReadingOptions(format: .text)).records
    #expect(asked.count == 1 && asked[0].failure == nil)
    // In a page NULs are taken out.
    #expect(WARCReaderTests.read(Array("<html><p>so\0me</p>".utf8), "a").records.first?.failure == nil)
    for text in ["Wide text, marked or not.", "Ein Text"] {
      for bytes in WideLinesTests.encodings(of: text) {
        #expect(WARCReaderTests.read(bytes.bytes, "a.txt").records.first?.failure == nil)
      }
    }
  }

  @Test func pagesInArchives() {
    for body in ["%PDF-1.4 x", "\u{1F}\u{8B}\u{08}\u{00}"] {
      let block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\(body)"
      let archive = WARCReaderTests.record(id: 1, block) + WARCReaderTests.record(id: 2, WARCReaderTests.page(2))
      let records = WARCReaderTests.read(archive).records
      #expect(records.count == 2)
      // A character above ASCII is two bytes here.
      let isPDF = body.hasPrefix("%")
      #expect(isPDF == ((try? WARCReaderTests.decode(records[0])) == nil))
      #expect((try? WARCReaderTests.decode(records[1])) != nil)
    }
  }

  @Test func packedDataInStrings() {
    for text in ["\\u001f\\u008b\\b\\u0000", "%PDF-1.7 \\u0000", "PK\\u0003\\u0004"] {
      let line = "{\"id\":\"x\",\"text\":\"\(text)\"}\n{\"id\":\"y\",\"text\":\"Plain.\"}"
      let records = WARCReaderTests.read(Array(line.utf8), "a.jsonl").records
      #expect(throws: DocumentFailure.self) { try WARCReaderTests.decode(records[0]) }
      #expect((try? WARCReaderTests.decode(records[1])) != nil)
    }
  }
}
