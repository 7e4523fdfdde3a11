import Copydesk
import CopydeskFacts
import CopydeskIntake
import CopydeskTestSupport
import Testing

/// A hundred invented paragraphs through the whole of the engine, each with the names of those who speak in it: descriptions,
/// governments, joint speakers, passives, several reporters (`Golden/speakers.tsv`).
@Suite struct SpeakerParagraphTests {
  @Test func nineOfTenAreNamedInFull() throws {
    let lines = try Repository.lines("Tests/CopydeskTests/Golden/speakers.tsv")
    let rows = lines.map { line in
      String(decoding: line, as: UTF8.self).split(separator: "\t").map(String.init)
    }
    var options = Options()
    options.layers = [QuoteExtractor.name]
    let pipeline = try Pipeline(options)
    var wrong: [String] = []
    for row in rows {
      let text = row[0].split(separator: "\\n").joined(separator: "\n")
      let document = try #require(pipeline.record(ofText: text).document)
      let names = document[QuoteExtractor.self].map { $0.speaker?.name ?? "null" }
      if names.joined(separator: "|") != row[1] { wrong.append("\(row[0]) → \(names)") }
    }
    #expect(rows.count >= 100)
    #expect(wrong.count * 10 <= rows.count, "\(wrong.joined(separator: "\n"))")
  }
}
