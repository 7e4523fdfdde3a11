import CopydeskIntake
import CopydeskTestSupport
import Foundation
import Synchronization
import Testing

@testable import Copydesk

/// An extractor from outside the package is a layer like the others.
@Suite struct OwnExtractorTests {
  private let text = "#Bridge reopens, see page#part. The mayor thanked all in #Mitrovica today."

  private func options(_ change: (inout Options) -> Void = { _ in }) -> Options {
    var options = Options()
    options.extractors = [HashtagExtractor()]
    change(&options)
    return options
  }

  @Test func itsFindingsStandInTheDocumentAndInTheRecord() throws {
    let pipeline = try pipelineWithHashtags()
    let record = pipeline.record(ofText: text)
    let document = try #require(record.document)
    #expect(document[HashtagExtractor.self].map { document.text[$0.range] } == ["#Bridge", "#Mitrovica"])

    let line = pipeline.json(of: record)
    let json = try #require(JSONParser.parse(Array(line.utf8)[...]))
    let spans = json["hashtags"]?.elements ?? []
    #expect(spans.map { $0["id"]?.string } == ["h0", "h1"])
    #expect(spans.map { $0["tag"]?.string } == ["bridge", "mitrovica"])
    #expect(spans.last?["sent"]?.string == "1")
    #expect(json["entities"]?.elements.isEmpty == false)
  }

  @Test func itStandsInTheSchemasAndRecordsAreVerifiedByThem() throws {
    let own: [any Extractor] = [HashtagExtractor()]
    let line = try pipelineWithHashtags().json(of: pipelineWithHashtags().record(ofText: text))
    let record = try #require(JSONParser.parse(Array(line.utf8)[...]))
    let schema = try #require(JSONSchema(RecordSchema.text(for: .jsonSchema, shape: .records, extractors: own)))
    #expect(schema.problems(in: record) == [])
    #expect(RecordVerifier.problems(in: Array(line.utf8), extractors: own) == [])
    #expect(RecordVerifier.problems(in: Array(line.utf8)) != [])
    for target in SchemaTarget.allCases {
      #expect(RecordSchema.text(for: target, shape: .records, extractors: own).contains("hashtags"), "\(target)")
      #expect(!RecordSchema.text(for: target, shape: .records).contains("hashtags"), "\(target)")
    }
  }

  @Test func itsFactsAreRows() throws {
    let folder = TemporaryFolder()
    let path = folder.write("a.txt", Array(text.utf8))
    let out = Mutex("")
    _ = try Pipeline(options { $0.shape = .facts }).process([.path(path)], jobs: 1) { bytes in
      out.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
      return nil
    }
    let rows = out.withLock { $0 }.split(separator: "\n").compactMap { JSONParser.parse(Array($0.utf8)[...]) }
    #expect(rows.filter { $0["kind"]?.string == "hashtag" }.map { $0["name"]?.string } == ["bridge", "mitrovica"])
  }

  @Test func aLayerThatIsNotAskedForIsEmpty() throws {
    let pipeline = try Pipeline(options { $0.layers = ["times"] })
    let json = pipeline.json(of: pipeline.record(ofText: text))
    #expect(json.contains(#""hashtags":[]"#))
    #expect(pipeline.run != (try Pipeline(options { $0.layers = ["times", "hashtags"] }).run))
  }

  /// Nothing changes for those who have none.
  @Test func theRunOfThoseWithoutOneStays() throws {
    var emptied = options()
    (emptied.extractors, emptied.layers) = ([], Extractors.names)
    #expect(try Pipeline(emptied).run == Pipeline().run)
    #expect(try Pipeline(options()).run != Pipeline().run)
  }

  @Test func namesThatClashAreRefused() {
    for extractor: any Extractor in [Misnamed<Word>(), Misnamed<Digit>(), Misnamed<Other>(), Misnamed<Capital>()] {
      var options = Options()
      options.extractors = [extractor]
      #expect(throws: UsageError.self) { try Pipeline(options) }
    }
    #expect(throws: UsageError.self) { try Pipeline(options { $0.extractors.append(HashtagExtractor()) }) }
    #expect(throws: UsageError.self) { try Pipeline(options { $0.layers = ["hashtag"] }) }
  }

  @Test func recordsComeInOrderForAnyNumberOfJobs() throws {
    let folder = TemporaryFolder()
    for number in 100..<160 { folder.write("\(number).txt", Array("Number #n\(number) came on Friday.".utf8)) }
    let pipeline = try pipelineWithHashtags()
    func tags(jobs: Int, last: String? = nil) -> [String] {
      let tags = Mutex<[String]>([])
      let report = pipeline.forEachRecord(in: [.path(folder.path)], jobs: jobs) { record in
        let tag = record.document?[HashtagExtractor.self].first?.tag ?? "none"
        tags.withLock { $0.append(tag) }
        return tag != last
      }
      #expect(report.outputError == nil)
      return tags.withLock { $0 }
    }
    #expect(tags(jobs: 1) == (100..<160).map { "n\($0)" })
    #expect(tags(jobs: 4) == tags(jobs: 1))
    #expect(tags(jobs: 4, last: "n109") == (100..<110).map { "n\($0)" })
  }

  @Test func thePageHoldsTheFile() throws {
    let page = String(decoding: try Repository.bytes("docs/adding/an-extractor.md"), as: UTF8.self)
    let file = String(decoding: try Repository.bytes("Tests/CopydeskTests/Hashtags.swift"), as: UTF8.self)
    #expect(page.contains("```swift\n\(file)```"))
  }
}

/// The names of a layer.
private protocol LayerNames: Sendable {
  static var layer: String { get }
  static var kind: String { get }
  static var prefix: String { get }
}
private enum Word: LayerNames { static let (layer, kind, prefix) = ("text", "word", "w") }
private enum Digit: LayerNames { static let (layer, kind, prefix) = ("digits", "quantity", "d") }
private enum Other: LayerNames { static let (layer, kind, prefix) = ("others", "other", "q") }
private enum Capital: LayerNames { static let (layer, kind, prefix) = ("Capitals", "capital", "c") }

private struct Finding<Names: LayerNames>: Annotation {
  let range = TextRange(0, 1)
  let confidence = 1.0
  let rule = "x/y"
  static var kind: String { Names.kind }
  static var idPrefix: String { Names.prefix }
  static var fields: [RecordField<Self>] { [] }
  func flatten(into fact: inout FlatFact, in document: Document) {}
}

private struct Misnamed<Names: LayerNames>: Extractor {
  static var name: String { Names.layer }
  func extract(from document: Document, using scratch: inout Void) -> [Finding<Names>] { [] }
}
