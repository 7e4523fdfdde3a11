import CopydeskIntake
import CopydeskTestSupport
import Foundation
import Testing

@testable import Copydesk

/// The records of all our pages, as they were when somebody last looked at them.
///
/// A change of the output shows in the diff of `Golden/*.jsonl`. `COPYDESK_UPDATE_GOLDEN=1 swift test --filter GoldenTests`
/// rewrites them. What depends on the checkout or the version (the path, the hash of the run) is masked.
@Suite struct GoldenTests {
  @Test(arguments: ["seeds", "Corpus"])
  func recordsAreAsTheyWere(_ folder: String) throws {
    let output = try PipelineTests.output(["\(Repository.root)/\(folder)/pages"])
    let run = try Pipeline().run
    let lines = String(decoding: output, as: UTF8.self)
      .replacingOccurrences(of: "\(Repository.root)/", with: "").replacingOccurrences(of: run, with: "run")
    let golden = "Tests/CopydeskTests/Golden/\(folder).jsonl"
    if Environment.variable("COPYDESK_UPDATE_GOLDEN") != nil {
      try lines.write(toFile: "\(Repository.root)/\(golden)", atomically: true, encoding: .utf8)
    }
    let expected = String(decoding: try Repository.bytes(golden), as: UTF8.self).split(separator: "\n")
    let found = lines.split(separator: "\n")
    #expect(found.count == expected.count)
    let schema = try #require(JSONSchema(RecordSchema.text(for: .jsonSchema, shape: .records)))
    for (new, old) in zip(found, expected) {
      if new != old {
        let same = zip(new.utf8, old.utf8).prefix { $0 == $1 }.count
        let (a, b) = [new, old].map {
          String(decoding: $0.utf8.dropFirst(max(0, same - 60)).prefix(160), as: UTF8.self)
        }
        .reduce(into: ("", "")) { pair, part in pair = pair.0.isEmpty ? (part, "") : (pair.0, part) }
        Issue.record("\(new.prefix(90)): now …\(a)… but was …\(b)…")
      }
      // The golden records themselves are valid, whatever the program does now.
      let value = try #require(JSONParser.parse(Array(old.utf8)[...]))
      #expect(schema.problems(in: value) == [])
    }
  }
}
