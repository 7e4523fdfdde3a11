import CopydeskTestSupport
import Foundation
import Testing

@Suite struct NamesCommandTests {
  private let records = """
    {"schema":"copydesk/1","id":"a","entities":[{"text":"Anna Berg","name":"Anna Berg","type":"PER","link":null,"country":null},\
    {"text":"Berg","name":"Anna Berg","type":"PER","link":null,"country":null},\
    {"text":"Tirana","name":"Tirana","type":"GPE","link":"geonames:3183875","country":"AL"}]}
    {"schema":"copydesk/1","id":"b","entities":[{"text":"Anna Berg","name":"Anna Berg","type":"PER","link":null,"country":null}]}

    """

  @Test func countsNamesAndVariants() throws {
    let result = try copydesk("names", input: Array(records.utf8))
    #expect(result.status == 0 && result.lines.count == 2)
    #expect(
      result.lines.first
        == """
        {"name":"Anna Berg","type":"PER","link":null,"country":null,"count":3,"variants":[{"text":"Anna Berg","count":2},\
        {"text":"Berg","count":1}],"documents":2,"document_ids":["a","b"]}
        """)
  }

  @Test func appliesCorrections() throws {
    let folder = TemporaryFolder()
    let file = folder.write("names.tsv", Array("merge\tAnna Berg\tAnna Bergström\tdesk:1\nkill\tTirana\n".utf8))
    let table = try copydesk("names", "--names", file, input: Array(records.utf8))
    let row = "\"name\":\"Anna Bergström\",\"type\":\"PER\",\"link\":\"desk:1\""
    #expect(table.lines.count == 1 && table.output.contains(row))
    let text = Array("Anna Berg left Tirana.".utf8)
    let run = try copydesk("--in", "text", "--names", file, input: text)
    #expect(run.output.contains("\"name\":\"Anna Bergström\",\"link\":\"desk:1\""))
    #expect(!run.output.contains("\"name\":\"Tirana\""))
    #expect(try copydesk("--names", folder.write("bad", Array("no\tline".utf8)), input: text).status == 65)
    #expect(try copydesk("--names", "/no/such", input: text).status == 66)
  }

  @Test func compilesListsOfNames() throws {
    let folder = TemporaryFolder()
    let list = folder.write("desk.tsv", Array("Orlin Tashev\tPER\tdesk:17\tTashev\nTashev\tORG\n".utf8))
    let compiled = "\(folder.path)/desk.cdgaz"
    let built = try workshop(["build-gazetteer", list])
    #expect(built.status == 0)
    #expect(built.errors == "\(list):2: “Tashev” stands at \(list):1 for something else; the later one counts\n")
    #expect(try workshop(["build-gazetteer", "--check", list]).status == 0)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: compiled)))
    let text = Array("Orlin Tashev left. Tashev rose.".utf8)
    // By its first bytes, not by its name; and a record does not tell from which of the two it is.
    let renamed = folder.write("list", bytes)
    let plain = try copydesk("--in", "text", "--gazetteer", list, input: text)
    #expect(plain.status == 0 && plain.output.contains("\"link\":\"desk:17\""))
    #expect(try copydesk("--in", "text", "--gazetteer", renamed, input: text).output == plain.output)
    for (damage, message) in [
      (Array(bytes.dropLast(7)), "cut off"), (bytes.map { $0 == 0x54 ? 0x55 : $0 }, "damaged"),
      (Array(bytes[..<8]) + [9] + Array(bytes[9...]), "later version"), ([0x1F, 0x8B, 8, 0], "no list of names"),
    ] {
      let file = folder.write("damaged.cdgaz", damage)
      let result = try copydesk("--in", "text", "--gazetteer", file, input: text)
      #expect(result.status == 65 && result.output.isEmpty)
      #expect(result.errors.contains(message) && result.errors.split(separator: "\n").count == 1)
    }
    #expect(try copydesk("--in", "text", "--gazetteer", "/no/such", input: text).status == 66)
    #expect(try workshop(["build-gazetteer", "/no/such"]).status != 0)
    #expect(try workshop(["build-gazetteer", "--check", list, list]).status != 0)
  }

  @Test func looksNamesUp() throws {
    let result = try copydesk("gazetteer", "lookup", "Peja")
    #expect(result.status == 0 && result.output.contains("\"country\":\"XK\""))
    let none = try copydesk("gazetteer", "lookup", "Qzzyx")
    #expect(none.status == 1 && none.output.isEmpty && none.errors.contains("Qzzyx: not known"))
  }

  @Test func comparesAndLinks() throws {
    let pairs = "{\"id\":\"1\",\"a\":\"Peć\",\"b\":\"Peja\"}\n{\"id\":\"2\",\"a\":\"Anna\",\"b\":\"Hanna\"}\n"
    let compared = try copydesk("gazetteer", "compare", input: Array(pairs.utf8))
    #expect(compared.output == "{\"id\":\"1\",\"same\":true}\n{\"id\":\"2\",\"same\":false}\n")
    let document = """
      {"id":"d","text":"Überall in Paris, Texas","entities":[{"start":11,"end":16},{"start":99,"end":120}]}

      """
    let linked = try copydesk("gazetteer", "link", input: Array(document.utf8))
    #expect(linked.output.contains("\"text\":\"Paris\"") && linked.output.contains("\"link\":\"geonames:4717560\""))
    #expect(linked.output.contains("\"text\":\"\",\"type\":null"))
  }
}
