import CopydeskFacts
import CopydeskIntake
import CopydeskTestSupport
import CopydeskText
import Testing

@testable import Copydesk

/// Whatever comes in, a valid record comes out, in time linear in its size.
@Suite struct RobustnessTests {
  /// The units of hostile documents: each repeated a thousand times over.
  static let units = [
    "\"a ", "“a ", "“", "(a", "1", "1 ", "1,", "two hundred and ", "Albin ", "Albin Kurti said that ", "said ", ". ",
    "U.S. ", "'s", "a, ", "Kosovo and ", "a\n", "\n", "x", "<div>", "</div>", "<", "&amp", "<p>", "<!--", "<script>",
    "<a x=\"", "<table><tr><td>", "<b>x</b> ", "<h1>Title of it</h1>", "<li>Some words here now", "\0", "e\u{301}",
    "Prime Minister ", "Ministry of ", "on Monday ", "NAME: text. ", "a-", "$5 million ", "5-", "between 3 and ",
    "Kosovo Force (KFOR) ", "<script type=\"application/ld+json\">{\"a\":[", "«„‚", "a an the ", "half a ",
    "the day after ", "Mr. ", "A. ", "“No,” he said. ", "— ", "1/2 ", "31 June 0000 ", "😀", "\u{202E}\u{200B}",
  ]

  @Test func hostileDocumentsGiveValidRecordsQuickly() throws {
    let pipeline = try Pipeline()
    for unit in Self.units {
      let document = Array(String(repeating: unit, count: 12_000 / unit.utf8.count).utf8)
      for format in [SourceFormat.text, .html] {
        let time = try processorTime {
          let record = try self.record(of: document, format, pipeline)
          #expect(RecordVerifier.problems(in: Array(pipeline.json(of: record).utf8)) == [], "\(unit)")
        }
        // A debug build takes well under a second for each, one with a sanitizer up to sixteen; a quadratic step takes minutes.
        #expect(time < .seconds(40), "\(unit) as \(format) took \(time)")
      }
    }
  }

  @Test func damagedPagesGiveValidRecords() throws {
    let pipeline = try Pipeline()
    var random = SeededGenerator(seed: 11)
    for name in [
      "seeds/pages/troops-massing.html", "Corpus/pages/en/striker-transfer.html", "Corpus/pages/tr/metro.html",
    ] {
      let page = try Repository.bytes(name)
      for _ in 0..<12 {
        var damaged = page
        for _ in 0..<20 {
          damaged[Int(random.next() % UInt64(damaged.count))] = UInt8(truncatingIfNeeded: random.next())
        }
        damaged.removeLast(Int(random.next() % UInt64(damaged.count)))
        let record = try record(of: damaged, .html, pipeline)
        #expect(RecordVerifier.problems(in: Array(pipeline.json(of: record).utf8)) == [])
      }
    }
  }

  @Test func everyByteAloneGivesARecord() throws {
    let pipeline = try Pipeline()
    for byte in UInt8.min...UInt8.max {
      for format in [SourceFormat.text, .html, .jsonl] {
        let record = try record(of: [byte], format, pipeline)
        #expect(RecordVerifier.problems(in: Array(pipeline.json(of: record).utf8)) == [])
      }
    }
  }

  /// What stood in the middle of a text opens one: every sentence of our gold alone, and every fifth cut off at one of its
  /// words (`scripts/soak` does a hundred thousand).
  @Test func everySentenceAloneGivesARecord() throws {
    let pipeline = try Pipeline()
    var worker = pipeline.makeWorker()
    var random = SeededGenerator(seed: 3)
    var count = 0
    for line in try Repository.lines("Corpus/gold.jsonl") + Repository.lines("seeds/gold.jsonl") {
      let text = Text(try #require(JSONParser.parse(line[...])?["text"]?.string))
      let document = Document(text: text, language: "und")
      for sentence in document.sentences {
        let cut = sentence.tokens.lowerBound + Int(random.next() % UInt64(sentence.tokens.count))
        for end in count % 5 == 0 ? [sentence.range.end, document.tokens[cut].range.end] : [sentence.range.end] {
          let bytes = Array(text.bytes[Int(sentence.range.start)..<Int(end)])
          let provenance = Provenance(id: "x", path: "x", offset: 0, length: bytes.count, format: .text)
          let record = worker.record(of: RawRecord(provenance: provenance, bytes: bytes))
          let problems = RecordVerifier.problems(in: Array(pipeline.json(of: record).utf8))
          #expect(problems == [], "\(String(decoding: bytes, as: UTF8.self))")
          count += 1
        }
      }
    }
    #expect(count > 600)
  }

  private func record(of bytes: [UInt8], _ format: SourceFormat, _ pipeline: Pipeline) throws -> Record {
    var worker = pipeline.makeWorker()
    let provenance = Provenance(id: "x", path: "x", offset: 0, length: bytes.count, format: format)
    return worker.record(of: RawRecord(provenance: provenance, bytes: bytes))
  }
}
