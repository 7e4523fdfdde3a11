import CopydeskIntake
import CopydeskTestSupport
import Testing

@testable import Copydesk

/// What the pages say must be so.
@Suite struct DocumentationTests {
  private func text(_ path: String) throws -> String { String(decoding: try Repository.bytes(path), as: UTF8.self) }

  @Test func theExampleOfTheReadmeCompiles() throws {
    let example = try text("Tests/CopydeskTests/ReadmeExample.swift")
    #expect(try text("README.md").contains("```swift\n\(example)```"))
    try printSpeakers(ofHTML: [])
  }

  @Test func outputPageNamesEveryKeyWarningAndLayer() throws {
    let page = try text("docs/OUTPUT.md")
    for field in Record.fields { #expect(page.contains("`\(field.name)`"), "\(field.name)") }
    for field in FlatFact.fields { #expect(page.contains("`\(field.name)`"), "\(field.name)") }
    for field in Provenance.fields { #expect(page.contains("`\(field.name)`"), "\(field.name)") }
    for warning in Warning.allCases { #expect(page.contains("`\(warning.rawValue)`"), "\(warning)") }
    func check<E: Extractor>(_ extractor: E) {
      for field in E.Finding.fields { #expect(page.contains("`\(field.name)`"), "\(E.name).\(field.name)") }
    }
    for extractor in Extractors.all { check(extractor) }
  }

  /// Error codes are spelled where they arise; each must be on the page.
  @Test func outputPageNamesEveryErrorCode() throws {
    let page = try text("docs/OUTPUT.md")
    let files = [
      "CopydeskIntake/Reading/RecordReader.swift", "CopydeskIntake/Decoding/DecodedPage.swift",
      "Copydesk/Pipeline.swift", "CopydeskIntake/Reading/WARC/HTTPBody.swift",
      "CopydeskIntake/Reading/WARC/ArchivedContent.swift", "CopydeskIntake/Reading/CSV/CSVHeader.swift",
      "Copydesk/Running/Runner.swift",
    ]
    var codes: Set<Substring> = []
    for file in files {
      for part in try text("Sources/\(file)").split(separator: "DocumentFailure(").dropFirst() {
        guard let start = part.firstRange(of: "code: \"")?.upperBound else { continue }
        codes.insert(part[start...].prefix { $0 != "\"" })
      }
    }
    #expect(codes.count >= 5)
    for code in codes { #expect(page.contains("`\(code)`"), "\(code)") }
  }
}
