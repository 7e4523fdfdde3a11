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
    var codes: Set<Substring> = []
    for module in ["CopydeskIntake", "Copydesk"] {
      let folder = "\(Repository.root)/Sources/\(module)"
      let files = try #require(FileManager.default.enumerator(atPath: folder))
      for case let file as String in files where file.hasSuffix(".swift") {
        let source = try text("Sources/\(module)/\(file)")
        for mark in ["DocumentFailure(", "failure("] {
          for part in source.split(separator: mark).dropFirst() {
            let start = part.drop { $0 == " " || $0 == "\n" }
            let code = start.hasPrefix("code: \"") ? start.dropFirst(7) : start.hasPrefix("\"") ? start.dropFirst() : ""
            codes.insert(code.prefix { $0 != "\"" })
          }
        }
      }
    }
    codes = codes.filter { $0.contains("-") || ["unreadable", "timeout"].contains($0) }.filter { !$0.contains(" ") }
    #expect(codes.count >= 12)
    for code in codes { #expect(page.contains("`\(code)`"), "\(code)") }
  }
}
