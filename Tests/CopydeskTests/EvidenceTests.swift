import CopydeskFacts
import CopydeskIntake
import CopydeskTestSupport
import CopydeskText
import Testing

@testable import Copydesk

@Suite struct EvidenceTests {
  private let folder = TemporaryFolder()
  private let page = """
    <html><head><meta charset="utf-8"><title>Bridge opens</title></head><body><article><h1>Bridge opens</h1>
    <p>Some 1,200 people crossed the new bridge on 3 May 2024, mayor Ana Kovač said.</p>
    <p>&ldquo;We waited eleven years for this day,&rdquo; Kovač told reporters.</p></article></body></html>
    """

  /// The record of the page as the command would write it, run from the folder.
  private func record(_ options: Options = .init()) throws -> JSONValue {
    folder.write("pages/bridge.html", page.utf8)
    let pipeline = try Pipeline(options)
    let path = "\(folder.path)/pages/bridge.html"
    let made = try #require(pipeline.records(in: [.path(path)]).first { _ in true })
    // As if it had been given as pages/bridge.html.
    let line = pipeline.json(of: made).replacing(path, with: "pages/bridge.html")
    return try #require(JSONParser.parse(Array(line.utf8)[...]))
  }

  private func differences(_ record: JSONValue, root: String? = nil) throws -> [String] {
    var source = Rederivation(against: root ?? folder.path)
    return RecordDrift.differences(between: record, and: try source.record(like: record))
  }

  @Test func aRecordIsMadeAgainAlsoFromAFolderThatMoved() throws {
    let record = try record()
    #expect(try differences(record).isEmpty)
    #expect(try differences(record, root: "\(folder.path)/pages").isEmpty)
    #expect(try differences(record, root: "\(folder.path)/pages/bridge.html").isEmpty)
    #expect(throws: RederivationProblem.self) { try differences(record, root: "/nowhere") }
  }

  @Test func optionsAreFoundOutFromTheRun() throws {
    var options = Options()
    (options.offsets, options.layers, options.isVerbatim) = (.utf16, ["times"], true)
    options.published = Timestamp(iso8601: "2024-05-04")
    let record = try record(options)
    var source = Rederivation(against: folder.path)
    let made = try source.record(like: record)
    #expect(made.isSameRun && RecordDrift.differences(between: record, and: made).isEmpty)
  }

  @Test func rarerOptionsAreFoundOutAsWell() throws {
    var options = Options()
    (options.headline, options.checksDigests) = (.title, true)
    options.corrections = try NameCorrections(Array("add\tKovač\tAna Kovač\t\tPER\n".utf8))
    let record = try record(options)
    var given = Options()
    given.corrections = options.corrections
    var source = Rederivation(against: folder.path, options: given)
    let made = try source.record(like: record)
    #expect(made.isSameRun && RecordDrift.differences(between: record, and: made).isEmpty)
    // Without the file of names, it is not known.
    var poorer = Rederivation(against: folder.path)
    #expect(throws: RederivationProblem.self) { try poorer.record(like: record) }
    var forced = Rederivation(against: folder.path, comparesOtherRuns: true)
    #expect(try !forced.record(like: record).isSameRun)
  }

  @Test func driftIsNamed() throws {
    let record = try record()
    func changed(_ part: String, to other: String) throws -> JSONValue {
      let line = try #require(json(record).contains(part) ? json(record).replacing(part, with: other) : nil)
      return try #require(JSONParser.parse(Array(line.utf8)[...]))
    }
    let value = try differences(changed("\"value\":1200.0", to: "\"value\":1300.0"))
    #expect(value.count == 1 && value[0].contains("value is 1300.0, the source gives 1200.0"))
    let title = try differences(changed("\"title\":\"Bridge opens\"", to: "\"title\":\"Bridge closed\""))
    #expect(title == ["title is “Bridge closed”, the source gives “Bridge opens”"])
    let moved = try differences(changed("\"id\":\"n0\",\"start\":", to: "\"id\":\"n0\",\"start\":1"))
    #expect(
      moved.contains { $0.contains("the source does not give it") }
        && moved.contains { $0.contains("the record has it not") })

    folder.write("pages/bridge.html", page.replacing("1,200", with: "1,300").utf8)
    let other = try differences(record)
    #expect(other.count == 1 && other[0].hasPrefix("the source has changed: sha256"))
  }

  @Test func anExplanationHasRuleEvidenceAndBytes() throws {
    let record = try record()
    var options = Options()
    options.tracesSource = true
    var source = Rederivation(against: folder.path, options: options)
    let explanation = Explanation(of: record, derived: .success(try source.record(like: record)))
    let amount = try #require(explanation.lines(forFact: "n0")).joined(separator: "\n")
    let start = try #require(page.firstRange(of: "1,200")?.lowerBound.utf16Offset(in: page))
    #expect(amount.contains("bytes           \(start)–\(start + 5) of the source"))
    #expect(amount.contains("quantity/counted: a number and the noun phrase that it counts"))
    #expect(amount.contains("[1,200] people crossed") && amount.contains("the same fact"))
    let quote = try #require(explanation.lines(forFact: "q0") ?? explanation.lines(forFact: "q1")).joined(
      separator: "\n")
    #expect(quote.contains("the speaker is e"))
    #expect(explanation.lines(forFact: "n99") == nil)
    #expect(explanation.documentLines.contains { $0.contains("decoded as utf-8, told by: meta") })
  }

  @Test func everyRuleHasASentence() throws {
    let files = try Repository.files(under: "Sources/CopydeskFacts", suffix: ".swift")
    var rules: Set<String> = []
    for file in files {
      let source = String(decoding: try Repository.bytes(file), as: UTF8.self)
      for layer in ["entity", "quantity", "time", "quote"] {
        for part in source.split(separator: "\"\(layer)/").dropFirst() {
          rules.insert("\(layer)/\(part.prefix { $0 != "\"" })")
        }
      }
    }
    // The ids of constructions are put together from their rows.
    rules.remove("time/")
    for folder in [LanguagePack.shared.common] + LanguagePack.shared.languages {
      for row in folder.words(.constructions)?.rows ?? [] { rules.insert("time/\(row.key)") }
    }
    #expect(rules.count > 120)
    for rule in rules.sorted() { #expect(RuleBook.meaning(of: rule) != nil, "\(rule) needs a line in RuleBook") }
  }

  /// A record as JSON again.
  private func json(_ value: JSONValue) -> String {
    switch value {
    case .object(let members): "{" + members.map { "\"\($0.key)\":\(json($0.value))" }.joined(separator: ",") + "}"
    case .array(let elements): "[" + elements.map(json).joined(separator: ",") + "]"
    case .string(let bytes):
      "\"" + String(decoding: bytes, as: UTF8.self).replacing("\n", with: "\\n").replacing("\"", with: "\\\"") + "\""
    case .number(let digits): digits
    case .bool(let bool): bool ? "true" : "false"
    case .null: "null"
    }
  }
}

extension String {
  fileprivate func replacing(_ part: String, with other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}
