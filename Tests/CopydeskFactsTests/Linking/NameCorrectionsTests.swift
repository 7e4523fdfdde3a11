import CopydeskText
import Testing

@testable import CopydeskFacts

@Suite("Corrections of names")
struct NameCorrectionsTests {
  private func names(_ file: String, _ string: String) throws -> [String] {
    let corrections = try NameCorrections(Array(file.utf8))
    var scratch = EntityExtractor().makeScratch()
    return EntityExtractor(corrections: corrections).extract(from: Document(text: Text(string)), using: &scratch)
      .map { "\($0.type.rawValue) \($0.name) \($0.link ?? "-")" }
  }

  @Test("A text is given a name, a name becomes another one, a name is dropped")
  func actions() throws {
    let text = "Anna Bergstrom met Tirana's mayor. Bergstrom wrote to NATO."
    #expect(
      try names("add\tBergstrom\tAnna Maria Bergström\tdesk:5\tPER\n", text).filter { $0.hasPrefix("PER") } == [
        "PER Anna Bergstrom -", "PER Anna Maria Bergström desk:5",
      ])
    #expect(
      try names("# ours\nmerge\tAnna Bergstrom\tAnna Bergström\tdesk:5\r\n", text).filter { $0.hasPrefix("PER") }
        == Array(repeating: "PER Anna Bergström desk:5", count: 2))
    #expect(try !names("kill\tnato", text).contains { $0.hasPrefix("ORG") })
  }

  @Test("A place that is given a name of the gazetteer gets its link and point")
  func places() throws {
    let corrections = try NameCorrections(Array("merge\tTirana\tPrizren\n".utf8))
    let right = corrections.corrected(text: "Tirana", name: "Tirana", link: "geonames:3183875", type: .geopolitical)
    #expect(right?.name == "Prizren" && right?.link == "geonames:786712")
  }

  @Test(
    "A bad line is named",
    arguments: [
      ("kill", "line 1: no name in the second column"), ("\nadd\tA\t", "line 2: no name in the third column"),
      ("drop\tA", "line 1: 'drop' is none of add, merge and kill"), ("add\tA\tB\t\tX", "line 1: there is no type 'X'"),
    ])
  func failures(_ file: String, _ message: String) {
    do {
      _ = try NameCorrections(Array(file.utf8))
      Issue.record("no error")
    } catch { #expect("\(error)" == message) }
  }
}
