import Copydesk
import CopydeskIntake
import CopydeskTestSupport
import Testing

/// Our own pages against our own gold: no layer may sink below its floor (`Corpus/floors.json`).
///
/// `COPYDESK_SHOW_ERRORS=1` prints every miss and false alarm.
@Suite struct GoldTests {
  @Test(arguments: ["seeds", "Corpus"])
  func layersStayAboveTheirFloors(_ folder: String) throws {
    var golds: [String: JSONValue] = [:]
    for line in try Repository.lines("\(folder)/gold.jsonl") {
      let gold = try #require(JSONParser.parse(line[...]))
      golds[try #require(gold["id"]?.string)] = gold
    }
    var total: [String: Tally] = [:]
    let pipeline = try Pipeline()
    for record in pipeline.records(in: [.path("\(Repository.root)/\(folder)/pages")]) {
      let prefix = Repository.root + "/"
      let id = record.id.hasPrefix(prefix) ? String(record.id.dropFirst(prefix.count)) : record.id
      let gold = try #require(golds[id], "no gold for \(id)")
      golds[id] = nil
      let json = Array(pipeline.json(of: record).utf8)
      let score = GoldScore(gold: gold, record: try #require(JSONParser.parse(json[...])))
      total.merge(score.layers) { $0 + $1 }
      if showsErrors { for error in score.errors { print("\(id)  \(error)") } }
    }
    #expect(golds.isEmpty, "gold without a page: \(golds.keys.sorted())")

    let floors = try #require(JSONParser.parse(Repository.bytes("Corpus/floors.json")[...])?[folder])
    for (layer, tally) in total.sorted(by: { $0.key < $1.key }) {
      let floor = try #require(floors[layer]?.string.flatMap(Double.init), "no floor for \(layer)")
      if showsErrors { print("\(folder) \(layer): F1 \(tally.f1), \(tally)") }
      #expect(tally.f1 >= floor, "\(folder) \(layer) has F1 \(tally.f1)")
    }
  }

  /// Charset and language of the pages that were written to try them.
  @Test func charsetsAndLanguages() throws {
    let pages = Repository.root + "/Corpus/pages/"
    var seen = 0
    for line in try Repository.lines("Corpus/gold.jsonl") {
      let gold = try #require(JSONParser.parse(line[...]))
      let id = try #require(gold["id"]?.string)
      guard id.hasPrefix("Corpus/pages/") else { continue }
      seen += 1
      let path = pages + id.dropFirst("Corpus/pages/".count)
      let record = try #require(Array(Pipeline().records(in: [.path(path)])).first)
      #expect(record.provenance.charset == gold["charset"]?.string, "\(id)")
      #expect(record.metadata.language == gold["language"]?.string, "\(id)")
    }
    #expect(seen == 15)
  }

  private var showsErrors: Bool { Environment.variable("COPYDESK_SHOW_ERRORS") != nil }
}
