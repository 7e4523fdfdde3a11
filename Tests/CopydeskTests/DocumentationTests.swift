import CopydeskIntake
import CopydeskTestSupport
import Foundation
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

  @Test func outputPageNamesEveryKeyAndLayer() throws {
    let page = try text("docs/OUTPUT.md")
    for field in Record.fields { #expect(page.contains("`\(field.name)`"), "\(field.name)") }
    for field in FlatFact.fields { #expect(page.contains("`\(field.name)`"), "\(field.name)") }
    for field in Provenance.fields { #expect(page.contains("`\(field.name)`"), "\(field.name)") }
    func check<E: Extractor>(_ extractor: E) {
      for field in E.Finding.fields { #expect(page.contains("`\(field.name)`"), "\(E.name).\(field.name)") }
    }
    for extractor in Extractors.all { check(extractor) }
  }
}
