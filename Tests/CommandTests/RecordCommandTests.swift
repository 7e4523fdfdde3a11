import CopydeskTestSupport
import Foundation
import Testing

/// The commands that read records back: `show`, `view`, `explain`, `verify`.
@Suite struct RecordCommandTests {
  private let folder = TemporaryFolder()

  private func records() throws -> [UInt8] { Array(try copydesk("\(Repository.root)/seeds/pages").output.utf8) }

  @Test func theReportHoldsEveryDocumentAndNoMarkupOfTheirs() throws {
    let lines = "{\"id\":\"a\",\"text\":\"</script><b>Maria Keller</b> 😀 came on 3 May 2024.\"}\n"
    let record = try copydesk("--in", "jsonl", "--verbatim", "-", input: Array(lines.utf8)).output
    let path = folder.write("report.html", [])
    let result = try copydesk("view", "-o", path, input: Array(record.utf8) + records())
    #expect(result.status == 0 && result.errors.isEmpty)
    let page = try String(contentsOfFile: path, encoding: .utf8)
    let data = try #require(
      page.components(separatedBy: "id=\"records\">").last?.components(separatedBy: "</script>").first)
    #expect(data.split(separator: "\n").count == 6 && !data.contains("<"))
    #expect(data.contains("\\u003c/script>\\u003cb>Maria Keller"))
    // UTF-16: the face counts two.
    let text = "</script><b>Maria Keller</b> 😀 came on 3 May 2024.".utf16
    #expect(data.contains("\"start\":\(text.count - 11),\"end\":\(text.count - 1)"))
    #expect(!page.contains("{{") && !page.contains("src="))
  }

  @Test func theReportSaysWhatItLeavesOut() throws {
    let path = folder.write("report.html", [])
    #expect(try copydesk("view", "--limit", "2", "-o", path, input: records()).status == 0)
    let page = try String(contentsOfFile: path, encoding: .utf8)
    #expect(page.contains("id=\"note\">the first ones, as --limit says<"))
    #expect(try copydesk("view", "-o", path, input: records()).status == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("id=\"note\"></script>"))
    #expect(access("\(path).part", F_OK) != 0)
  }

  @Test func aBadInputLeavesTheOlderReport() throws {
    let path = folder.write("report.html", "older".utf8)
    let good = folder.write("good.jsonl", try records())
    #expect(try copydesk("view", "-o", path, good, "/no/such").status == 66)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "older")
    #expect(access("\(path).part", F_OK) != 0)
  }

  @Test(arguments: ["show", "view", "explain", "verify", "names"])
  func badInputIsOneLine(_ command: String) throws {
    let good = try records().split(separator: 0x0A).first.map(Array.init) ?? []
    let newer = Array(
      String(decoding: good, as: UTF8.self).replacingOccurrences(of: "copydesk/1", with: "copydesk/2").utf8)
    let facts = Array(try copydesk("--out", "facts", "\(Repository.root)/seeds/pages").output.utf8)
    let cases: [(name: String, bytes: [UInt8], message: String)] = [
      ("empty", [], "no record"), ("newer", newer + [0x0A], "copydesk/2; this version reads copydesk/1"),
      ("cut", good + [0x0A] + good.dropLast(40), "the file may be cut off"),
      ("facts", Array(facts.prefix(while: { $0 != 0x0A })) + [0x0A], "a flat fact"),
      ("zeros", [UInt8](repeating: 0, count: 100_000), "no record"),
    ]
    for (name, bytes, message) in cases where command != "explain" || name == "newer" {
      let path = folder.write("\(name).jsonl", bytes)
      let output = "\(folder.path)/page.html"
      let result = try command == "view" ? copydesk("view", "-o", output, path) : copydesk(command, path)
      #expect(result.status == 65, "\(command) \(name): \(result.status)")
      let lines = result.errors.split(separator: "\n").filter {
        !$0.contains(" record, ") && !$0.contains(" records, ")
      }
      #expect(lines.count == 1, "\(command) \(name): \(result.errors)")
      if name != "zeros" { #expect(result.errors.contains(message), "\(command) \(name): \(result.errors)") }
      // What could be read is in the report.
      if command == "view" { #expect((access(output, F_OK) == 0) == (name == "cut"), "\(name)") }
      unlink(output)
    }
    let missing = command == "view" ? try copydesk("view", "-o", "-", "/no/such") : try copydesk(command, "/no/such")
    #expect(missing.status == 66 && missing.errors == "copydesk: /no/such: No such file or directory\n")
  }

  @Test func verifyAgainstTheSource() throws {
    let records = try copydesk("seeds/pages", "Corpus/pages", folder: Repository.root).output
    let path = folder.write("records.jsonl", records.utf8)
    let good = try copydesk("verify", "--against", ".", path, folder: Repository.root)
    #expect(good.status == 0 && good.errors.contains("24 made again from their source, 0 problems"))
    let changed = records.replacingOccurrences(of: "\"modifier\":\"~\"", with: "\"modifier\":\"=\"")
    let bad = try copydesk("verify", "--against", ".", input: Array(changed.utf8), folder: Repository.root)
    #expect(bad.status == 65 && bad.errors.contains("modifier is “=”, the source gives “~”"))
  }

  /// A run is made again with the files that it was made with, or not at all.
  @Test func recordsOfOtherResourcesAreNotCompared() throws {
    folder.write("page.txt", "Orlin Tashev left Oslo for Graz. Tashev rose.".utf8)
    folder.write("list.tsv", "Orlin Tashev\tPER\tdesk:17\tTashev\n".utf8)
    folder.write("names.tsv", "kill\tOslo\n".utf8)
    for options in [
      "--gazetteer list.tsv", "--names names.tsv", "--gazetteer list.tsv --names names.tsv", "--max-bytes 999999",
    ] {
      let result = try shell(
        """
        copydesk \(options) page.txt page.txt > records.jsonl
        copydesk verify --against . \(options) records.jsonl; echo $?
        copydesk explain \(options) records.jsonl --fact e0 > explained; echo $?; grep -c 'the same fact' explained
        copydesk verify records.jsonl; echo $?
        """, folder: folder)
      #expect(result.lines == ["0", "0", "1", "0"], "\(options): \(result.output) \(result.errors)")
      let other = try shell(
        "copydesk verify --against . records.jsonl; echo $?; copydesk explain records.jsonl --fact e0; echo $?",
        folder: folder)
      #expect(other.lines.first == "65" && other.lines.last == "65" && other.output.contains("not made again"))
      // One line for all records of the run, and one for what was explained.
      let told = other.errors.split(separator: "\n").filter { $0.contains("made with other options or resources") }
      #expect(
        told.count == 2 && other.errors.contains("0 made again from their source, 1 problem\n"), "\(other.errors)")
      let forced = try shell("copydesk verify --against . --force records.jsonl", folder: folder)
      #expect(forced.errors.contains("2 made again from their source"), "\(forced.errors)")
    }
    #expect(try shell("copydesk verify --gazetteer /no/such records.jsonl", folder: folder).status == 66)
  }

  @Test func explainFindsItsTarget() throws {
    let path = folder.write("records.jsonl", try copydesk("seeds/pages", folder: Repository.root).output.utf8)
    let id = "seeds/pages/border-deployment.html"
    let document = try copydesk("explain", "\(path)#\(id)", folder: Repository.root)
    #expect(document.status == 0 && document.output.hasPrefix(id) && document.output.contains("\nquotes\n"))
    let fact = try copydesk("explain", "\(path)#\(id)#t0", folder: Repository.root)
    #expect(fact.output == (try copydesk("explain", "\(path)#\(id)", "--fact", "t0", folder: Repository.root).output))
    #expect(fact.output.contains("made again from the source: the same fact"))
    #expect(try copydesk("explain", id, "--fact", "t0", folder: Repository.root).output.contains("time/"))
    let page = "seeds/pages/army-near-border.html"
    let blocks = try copydesk("explain", page, "--blocks", folder: Repository.root)
    #expect(blocks.output.contains("+ headline") && blocks.output.contains("- excluded"))
    #expect(blocks.output == (try copydesk("blocks", page, folder: Repository.root).output))
    #expect(try copydesk("explain", "\(path)#none", folder: Repository.root).status == 65)
    #expect(try copydesk("explain", "\(path)#\(id)#t999", folder: Repository.root).status == 65)
  }

  @Test func helpManPageAndCompletionsComeFromTheDeclarations() throws {
    let root = try copydesk("--help").output
    for word in ["EXAMPLES", "INPUT", "--layers", "explain", "KEYS OF JSON LINES"] {
      #expect(root.contains(word), "\(word)")
    }
    let view = try copydesk("help", "view").output
    #expect(view.contains("--limit") && view.contains("copydesk view -o report.html"))
    #expect(try copydesk("view", "-h").output == view)
    let page = try copydesk("man").output
    let options = Set(root.split(whereSeparator: { " ,\n".contains($0) }).filter { $0.hasPrefix("--") && $0.count > 3 })
    #expect(options.count > 10)
    for option in options { #expect(page.contains(option.replacingOccurrences(of: "-", with: "\\-")), "\(option)") }
    for shell in ["bash", "zsh", "fish"] {
      let script = try copydesk("--generate-completion-script", shell).output
      for name in ["explain", "view", "verbatim"] { #expect(script.contains(name), "\(shell) \(name)") }
    }
  }
}
