import CopydeskIntake
import CopydeskTestSupport
import Foundation
import Testing

@testable import Copydesk

/// The tables of docs/OUTPUT.md that tell what a name means stand beside the names:
/// `COPYDESK_UPDATE_DOCS=1 swift test --filter OutputPageTests` writes them anew.
@Suite struct OutputPageTests {
  private static let path = "docs/OUTPUT.md"

  private static let warnings = [["code", "what happened"]] + Warning.allCases.map { [code($0.rawValue), $0.meaning] }

  private static let failures =
    [["code", "stage", "what happened"]] + FailureCode.allCases.map { [code($0.rawValue), $0.stages, $0.meaning] }

  private static func code(_ name: String) -> String { "`\(name)`" }

  private static func table(_ rows: [[String]]) -> [String] {
    let lines = rows.map { "| \($0.joined(separator: " | ")) |" }
    let rule = "|" + String(repeating: "---|", count: rows.first?.count ?? 0)
    return lines.prefix(1) + [rule] + lines.dropFirst()
  }

  /// The page with the table that begins with these titles in place of the one that stands there; nil if there is none.
  private static func replacing(_ rows: [[String]], in lines: [String]) -> [String]? {
    let table = table(rows)
    guard let start = lines.firstIndex(of: table[0]) else { return nil }
    let end = lines[start...].firstIndex { !$0.hasPrefix("|") } ?? lines.endIndex
    return lines[..<start] + table + lines[end...]
  }

  @Test func theTablesOfWarningsAndErrorsAreThoseOfTheNames() throws {
    let page = String(decoding: try Repository.bytes(Self.path), as: UTF8.self)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let withWarnings = try #require(Self.replacing(Self.warnings, in: lines))
    let right = try #require(Self.replacing(Self.failures, in: withWarnings)).joined(separator: "\n")
    if Environment.variable("COPYDESK_UPDATE_DOCS") != nil {
      try right.write(toFile: "\(Repository.root)/\(Self.path)", atomically: true, encoding: .utf8)
    } else {
      #expect(page == right, "COPYDESK_UPDATE_DOCS=1 swift test --filter OutputPageTests writes the tables anew")
    }
  }

  @Test func namesAreInKebabCase() {
    for name in Warning.allCases.map(\.rawValue) + FailureCode.allCases.map(\.rawValue) {
      #expect(!name.isEmpty && name.utf8.allSatisfy { 0x61...0x7A ~= $0 || $0 == 0x2D }, "\(name)")
    }
  }
}
