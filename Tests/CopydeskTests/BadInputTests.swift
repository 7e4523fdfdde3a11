import CopydeskIntake
import CopydeskTestSupport
import CopydeskText
import Testing

@testable import Copydesk

/// Bytes that are no text: a valid record each time, and a warning that names what was done to them.
@Suite struct BadInputTests {
  private let pipeline: Pipeline

  init() throws {
    var options = Options()
    options.tracesSource = true
    options.layers = ["times"]
    pipeline = try Pipeline(options)
  }

  /// The record of a file of these bytes, valid, with every sentence leading into them.
  private func record(_ bytes: [UInt8], _ format: SourceFormat = .text) -> Record {
    var worker = pipeline.makeWorker()
    let provenance = Provenance(id: "x", path: "x", offset: 0, length: bytes.count, format: format)
    let record = worker.record(of: RawRecord(provenance: provenance, bytes: bytes))
    #expect(RecordVerifier.problems(in: Array(pipeline.json(of: record).utf8)) == [])
    for sentence in record.document?.sentences ?? [] {
      if let range = record.sourceRange(of: sentence.range) {
        #expect(range.lowerBound >= 0 && range.upperBound <= bytes.count)
      }
    }
    return record
  }

  private static let text = Array(
    "Kryetari i Gjakovës tha të hënën: «Çmimi është 12 €». Градоначелник ћути 😀, 你好, Zoë.".utf8)

  @Test func singleBytes() {
    for byte in UInt8.min...UInt8.max {
      let record = record([byte])
      if byte == 0 || byte >= 0x80 { #expect(!record.warnings.isEmpty, "\(byte)") }
    }
  }

  @Test func truncations() {
    for end in Self.text.indices {
      let cut = Array(Self.text[..<end])
      let isInside = end > 0 && Self.text[end] & 0xC0 == 0x80
      for format in [SourceFormat.text, .html] {
        let record = record(cut, format)
        if isInside { #expect(record.warnings.contains(.badBytes) || record.warnings.contains(.charsetGuessed)) }
      }
    }
    // Long enough that it can only be UTF-8, cut inside its last character.
    let long = Array(repeatElement(Self.text, count: 8).joined()) + [0xC3]
    #expect(record(long).warnings.contains(.badBytes) && record(long).provenance.charset == "utf-8")
  }

  /// Overlong, surrogates, beyond the last code point, lone bytes.
  @Test(arguments: [
    [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xF0, 0x80, 0x80, 0xAF], [0xF8, 0x88, 0x80, 0x80, 0x80],
    [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80],
    [0xF4, 0x90, 0x80, 0x80], [0xFE], [0xFF], [0x80], [0xC3, 0xC3],
  ])
  func illFormed(_ bad: [UInt8]) {
    let record = record(Self.text + bad + Self.text)
    #expect(record.provenance.charset == "utf-8" && record.warnings.contains(.badBytes))
    let text = record.document.map { String(decoding: $0.text.bytes, as: UTF8.self) } ?? ""
    #expect(text.contains("\u{FFFD}") && text.contains("Zoë.") && text.hasPrefix("Kryetari"))
  }

  @Test func nulCharacters() {
    for format in [SourceFormat.text, .html] {
      let record = record(Array("The bri\0dge over the Lim re\0opens on Monday, the mayor said.\0\0".utf8), format)
      #expect(record.warnings.contains(.nulCharacters))
      let text = record.document.map { String(decoding: $0.text.bytes, as: UTF8.self) } ?? ""
      #expect(!text.contains("\0") && text.contains("Lim"))
    }
  }

  @Test func severalEncodingsInOneFile() {
    let latin = "Caf\u{E9} Z\u{FC}rich".unicodeScalars.map { UInt8($0.value) }
    let mixed = record(Self.text + [0x0A] + latin + [0x0A] + Self.text)
    #expect(mixed.provenance.charset == "utf-8" && mixed.warnings.contains(.badBytes))
    let twice = record(Self.text + Array("\nThe mayor of ZÃ¼rich said: â€œwe are readyâ€\u{9D}.\n".utf8) + Self.text)
    #expect(twice.warnings.contains(.mojibakeRepaired))
    let text = twice.document.map { String(decoding: $0.text.bytes, as: UTF8.self) } ?? ""
    #expect(text.contains("Zürich said: “we are ready”.") && text.contains("Çmimi është 12 €"))
  }

  /// Ten in a release build.
  @Test func oneLineOfManyMegabytes() {
    let line = Array("the bridge over the Lim reopens, ".utf8)
    let record = record(Array(repeatElement(line, count: 10_000_000 / TextSize.divisor / line.count).joined()))
    #expect(record.failure == nil && record.document?.sentences.count == 1)
  }

  @Test func aMillionMarks() {
    let record = record(
      Array(("The e" + String(repeating: "\u{301}", count: 1_000_000 / TextSize.divisor) + " of Prijepolje.").utf8))
    #expect(record.failure == nil && (record.document?.text.count ?? 0) >= 2_000_000 / TextSize.divisor)
  }
}
