import CopydeskIntake
import CopydeskTestSupport
import Testing

/// Files of many documents in UTF-16 and UTF-32.
@Suite struct WideLinesTests {
  static func encodings(of text: String, marks: [Bool] = [true, false]) -> [(
    bytes: [UInt8], label: String, isMarked: Bool
  )] {
    func big(_ value: UInt32, _ width: Int) -> [UInt8] {
      (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> UInt32($0 * 8)) }
    }
    return marks.flatMap { isMarked in
      let text = (isMarked ? "\u{FEFF}" : "") + text
      let wide = text.utf16.map { big(UInt32($0), 2) }
      let wider = text.unicodeScalars.map { big($0.value, 4) }
      return [
        (wide.flatMap { $0 }, "utf-16be", isMarked), (wide.flatMap { $0.reversed() }, "utf-16le", isMarked),
        (wider.flatMap { $0 }, "utf-32be", isMarked), (wider.flatMap { $0.reversed() }, "utf-32le", isMarked),
      ]
    }
  }

  private static let files = [
    ("a.jsonl", "{\"id\":\"1\",\"text\":\"Đinđić 😀 said.\"}\n{\"id\":\"2\",\"text\":\"Two.\"}\n"),
    ("a.json", "[ {\"id\":\"1\",\"text\":\"Đinđić 😀 said.\"},\n{\"id\":\"2\",\"text\":\"Two.\"} ]"),
    ("a.csv", "id\ttext\r\n1\tĐinđić 😀 said.\r\n2\tTwo.\r\n"),
    (
      "a.rss",
      "<rss><channel><item><guid>1</guid><description>Đinđić 😀 said.</description></item>\n"
        + "<item><guid>2</guid><description>Two.</description></item></channel></rss>"
    ),
  ]

  @Test func documentsAreCut() throws {
    for (name, text) in Self.files {
      for (bytes, label, isMarked) in Self.encodings(of: text) {
        let records = WARCReaderTests.read(bytes, name).records
        #expect(records.count == 2, "\(name) \(label)")
        var ids: [String] = []
        for record in records {
          var provenance = record.provenance
          let page = try PageDecoder().decode(record, provenance: &provenance)
          ids.append(provenance.id)
          #expect(provenance.charset == label && provenance.charsetBy == (isMarked ? .bom : .sniffed))
          #expect(page.provenance.charset == label)
          if provenance.id == "1" { #expect(WARCReaderTests.text(page) == "Đinđić 😀 said.") }
          // Places count in UTF-8.
          let source = Array(text.utf8)[provenance.offset..<provenance.offset + provenance.length]
          #expect(Array(source) == record.bytes, "\(name) \(label)")
        }
        #expect(ids == ["1", "2"])
      }
    }
  }

  /// Halves of pairs, half a unit at the end: replaced, with the line beside them as it was.
  @Test func illFormedUnits() throws {
    let marks: [UInt8] = [0xFF, 0xFE]
    func wide(_ units: [UInt16]) -> [UInt8] { units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } }
    let line =
      Array("{\"text\":\"a".utf16) + [0xD83D] + Array("b\"}\n{\"text\":\"".utf16) + [0xDE00, 0xD83D]
      + Array("\"}\n".utf16)
    for tail in [[], [0x41], [0x3D, 0xD8]] as [[UInt8]] {
      let records = WARCReaderTests.read(marks + wide(line) + tail, "a.jsonl").records
      #expect(records.count == (tail.isEmpty ? 2 : 3))
      #expect(try WARCReaderTests.text(WARCReaderTests.decode(records[0])) == "a\u{FFFD}b")
      #expect(try WARCReaderTests.text(WARCReaderTests.decode(records[1])) == "\u{FFFD}\u{FFFD}")
    }
  }

  /// What a crash leaves is no UTF-32: the lines behind it are still lines.
  @Test func zerosAreNoWideCharset() {
    for count in [1, 3, 512, 4095, 4096, 70_000] {
      let bytes = [UInt8](repeating: 0, count: count) + Array("\n{\"id\":\"2\",\"text\":\"Two.\"}\n".utf8)
      let records = WARCReaderTests.read(bytes, "a.jsonl").records
      #expect(records.count == 2 && records.last.map { (try? WARCReaderTests.decode($0)) != nil } == true, "\(count)")
      #expect(WARCReaderTests.read(bytes, "a").records.count == (count <= 512 ? 2 : 1), "\(count)")
    }
  }

  @Test func wholeFilesWithTheMarkOfUTF32() throws {
    for (bytes, label, _) in Self.encodings(of: "Kryetari tha të hënën.", marks: [true]) {
      let record = try #require(WARCReaderTests.read(bytes, "a.txt").records.first)
      var provenance = record.provenance
      let page = try PageDecoder(tracesSource: true).decode(record, provenance: &provenance)
      #expect(WARCReaderTests.text(page) == "Kryetari tha të hënën." && provenance.charset == label)
    }
  }
}
