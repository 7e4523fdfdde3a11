import CopydeskIntake
import CopydeskTestSupport
import Synchronization
import Testing

@testable import Copydesk

@Suite struct PipelineTests {
  /// The lines that a run over inputs writes.
  static func output(_ paths: [String], jobs: Int = 2, _ change: (inout Options) -> Void = { _ in }) throws -> [UInt8] {
    var options = Options()
    change(&options)
    let out = Mutex<[UInt8]>([])
    _ = try Pipeline(options).process(paths.map { .path($0) }, jobs: jobs) { bytes in
      out.withLock { $0 += bytes }
      return nil
    }
    return out.withLock { $0 }
  }

  private let corpus = ["\(Repository.root)/Corpus/pages", "\(Repository.root)/seeds/pages"]

  @Test func theSameBytesForAnyNumberOfJobs() throws {
    let one = try Self.output(corpus, jobs: 1)
    #expect(one.count > 10_000)
    #expect(try Self.output(corpus, jobs: 2) == one)
    #expect(try Self.output(corpus, jobs: 8) == one)
  }

  @Test(arguments: OffsetUnit.allCases)
  func everyRecordIsValid(_ unit: OffsetUnit) throws {
    let schema = try #require(JSONSchema(RecordSchema.text(for: .jsonSchema, shape: .records)))
    let lines = try Self.output(corpus) { $0.offsets = unit }.split(separator: 0x0A)
    #expect(lines.count == 24)
    for line in lines {
      let record = try #require(JSONParser.parse(line))
      #expect(schema.problems(in: record) == [])
      #expect(RecordVerifier.problems(in: Array(line)) == [])
      #expect(record["error"]?.string == nil)
      #expect(!(record["sentences"]?.elements.isEmpty ?? true))
    }
  }

  @Test func everyFactIsValid() throws {
    let schema = try #require(JSONSchema(RecordSchema.text(for: .jsonSchema, shape: .facts)))
    let lines = try Self.output(corpus) { $0.shape = .facts }.split(separator: 0x0A)
    var kinds: Set<String> = []
    for line in lines {
      let fact = try #require(JSONParser.parse(line))
      #expect(schema.problems(in: fact) == [])
      kinds.insert(fact["kind"]?.string ?? "")
    }
    #expect(kinds == ["entity", "quantity", "time", "quote"])
  }

  @Test func extractorsFitTogether() throws {
    let names = Extractors.names
    #expect(Set(names).count == names.count)
    let order = try Extractors.runOrder(for: names).map { type(of: $0).name }
    #expect(Set(order) == Set(names))
    #expect(try #require(order.firstIndex(of: "times")) < #require(order.firstIndex(of: "quantities")))
    #expect(throws: UsageError.self) { try Extractors.runOrder(for: ["nonsense"]) }
  }

  @Test func findingsAreSortedAndOnCharacterBoundaries() throws {
    for record in try Pipeline().records(in: corpus.map { .path($0) }) {
      let document = try #require(record.document)
      func check<E: Extractor>(_ extractor: E) {
        let ranges = document[E.self].map(\.range)
        #expect(ranges == ranges.sorted(), "\(E.name) of \(record.id)")
        for range in ranges {
          #expect(range.end <= document.text.count && !range.isEmpty)
          #expect(Text.repaired(Array(document.text.bytes[range.indices])).replacements == 0)
          #expect(!document.text.bytes[range.indices].contains(0x0A), "\(document.text[range]) crosses a line")
        }
      }
      for extractor in Extractors.all { check(extractor) }
    }
  }

  @Test func layersThatWereNotAskedForAreEmpty() throws {
    let lines = try Self.output(corpus) { $0.layers = ["quotes"] }.split(separator: 0x0A)
    let records = lines.compactMap { JSONParser.parse($0) }
    #expect(records.allSatisfy { $0["entities"]?.elements.isEmpty == true })
    #expect(records.contains { $0["quotes"]?.elements.isEmpty == false })
  }

  @Test func verbatimTextIsTheGivenText() throws {
    let folder = TemporaryFolder()
    var random = SeededGenerator(seed: 9)
    let texts = (0..<200).map { _ in random.text(count: 80) }
    var lines: [UInt8] = []
    for text in texts {
      var json = JSONBuffer()
      json.beginObject()
      json.key("text")
      json.string(text)
      json.endObject()
      json.endLine()
      lines += json.bytes
    }
    let output = try Self.output([folder.write("texts.jsonl", lines)]) { $0.isVerbatim = true }
    let records = output.split(separator: 0x0A)
    #expect(records.map { JSONParser.parse($0)?["text"]?.string } == texts)
    #expect(records.allSatisfy { RecordVerifier.problems(in: Array($0)).isEmpty })
  }

  @Test func oneLineOutForEachLineIn() throws {
    let folder = TemporaryFolder()
    let lines: [[UInt8]] = [
      Array(#"{"id":"a","text":"Fine."}"#.utf8), [], Array("{broken".utf8), [0xFF, 0xFE, 0x00], Array("[1]".utf8),
      Array(#"{"id":"b","text":"NUL "#.utf8) + [0x00] + Array(#" here"}"#.utf8), Array(#"{"id":"c"}"#.utf8),
      Array(#"{"id":"d","text":"bad "#.utf8) + [0xC3] + Array(#" byte"}"#.utf8), Array("   ".utf8),
      Array(#"{"id":5,"html":"<p>x</p>","published":"never"}"#.utf8),
      Array(#"{"url":"http://x.example/","text":"y"}"#.utf8),
    ]
    let path = folder.write("mixed.jsonl", Array(lines.joined(separator: [0x0A])))
    let records = try Self.output([path]) { $0.format = .jsonl }.split(separator: 0x0A).compactMap {
      JSONParser.parse($0)
    }
    #expect(
      records.map { $0["id"]?.string } == [
        "a", "\(path)#2", "\(path)#3", "\(path)#4", "\(path)#5", "b", "c", "d", "\(path)#9", "5", "http://x.example/",
      ])
    #expect(
      records.map { $0["error"]?["code"]?.string } == [
        nil, "empty-line", "bad-json", "bad-json", "bad-json", nil, "no-content", nil, "empty-line", nil, nil,
      ])
    #expect(records[7]["warnings"]?.elements.map(\.string) == ["bad-bytes", "language-unsupported"])
    #expect(records[9]["warnings"]?.elements.contains { $0.string == "bad-date" } == true)
  }

  @Test func datesOfTheUserAreStrongerThanThoseOfTheInput() throws {
    let folder = TemporaryFolder()
    let path = folder.write("a.jsonl", #"{"text":"On Friday.","published":"2023-09-30"}"#.utf8)
    func published(_ change: (inout Options) -> Void) throws -> [String?] {
      let record = try JSONParser.parse(Self.output([path], change)[...].dropLast())
      return [record?["published"]?.string, record?["published_by"]?.string]
    }
    #expect(try published { _ in } == ["2023-09-30", "input"])
    #expect(try published { $0.published = Timestamp(iso8601: "2020-01-02") } == ["2020-01-02", "option"])
  }

  @Test func theRunTellsOptionsApart() throws {
    var options = Options()
    let first = try Pipeline(options).run
    #expect(try Pipeline(options).run == first && first.hasPrefix("r"))
    options.offsets = .utf16
    #expect(try Pipeline(options).run != first)
  }
}
