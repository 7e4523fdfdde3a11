import CopydeskFacts
import CopydeskTestSupport
import CopydeskText
import Foundation
import Testing

@testable import Copydesk

/// docs/LANGUAGES.md is what the folders say: `COPYDESK_UPDATE_DOCS=1 swift test --filter LanguagesPageTests` writes it anew.
@Suite struct LanguagesPageTests {
  private static let path = "docs/LANGUAGES.md"

  /// The page: a row for each folder of `Languages/`.
  private static func page() -> String {
    let table = Languages.all
    let support = Dictionary(table.rows.map { ($0.language, $0.support) }) { first, _ in first }
    let signs: [LanguageSupport: String] = [.full: "full", .partly: "partly", .none: "–"]
    func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }
    var page = """
      # Languages

      One row for each folder of [Languages](../Languages/README.md), made of what stands in it (`copydesk languages` prints the
      same by tag; [what full and partly mean](OUTPUT.md#languages)). To add a language or a layer of one, add files:
      [adding a language](adding/a-language.md).

      <!-- Written by COPYDESK_UPDATE_DOCS=1 swift test --filter LanguagesPageTests; a test compares it with the folders. -->


      """
    page += row(["language", "tags"] + table.layers + ["files"])
    page += row(Array(repeating: "---", count: table.layers.count + 3))
    for language in LanguagePack.shared.languages.sorted(by: { ($0.name, $0.folder) < ($1.name, $1.folder) }) {
      let layers = (support[language.folder] ?? []).map { signs[$0] ?? "" }
      let files = language.areas.filter { $0 != .language }.map(\.rawValue).joined(separator: " ")
      page += row([language.name, language.codes.joined(separator: " ")] + layers + [files])
    }
    let folders = Set(LanguagePack.shared.languages.flatMap(\.codes))
    let others = table.rows.map(\.language).filter { !folders.contains($0) }
    page += """

      Of \(others.count) more languages the magnitudes, currencies and the decimal mark are known from Unicode's data (*partly*
      of quantities): \(others.joined(separator: ", ")).

      """
    return page
  }

  @Test func thePageIsWhatTheFoldersSay() throws {
    let page = Self.page()
    if Environment.variable("COPYDESK_UPDATE_DOCS") != nil {
      try page.write(toFile: "\(Repository.root)/\(Self.path)", atomically: true, encoding: .utf8)
    }
    #expect(
      String(decoding: try Repository.bytes(Self.path), as: UTF8.self) == page, "COPYDESK_UPDATE_DOCS=1 writes it anew")
  }

  /// A folder is in the table, with a layer at least.
  @Test func everyFolderIsInTheTable() {
    let tags = Set(Languages.all.rows.map(\.language))
    for language in LanguagePack.shared.languages {
      #expect(tags.isSuperset(of: language.codes), "\(language.folder)")
      #expect(Languages.all.rows.contains { $0.language == language.folder && $0.support.contains { $0 != .none } })
    }
  }
}
