import CopydeskTestSupport
import Foundation
import Testing

/// Standard input, output and error as engines and shells hand them over: full, closed.
@Suite struct StandardStreamTests {
  private let folder = TemporaryFolder()

  /// Every command with something to say, in a folder with `records.jsonl`, `page.html` and `pairs.jsonl`.
  private static let commands = [
    "page.html", "--output-dir out --manifest - page.html", "show records.jsonl", "view -o - records.jsonl",
    "explain records.jsonl", "explain page.html --fact e0", "explain --blocks page.html", "names records.jsonl",
    "gazetteer lookup Oslo", "gazetteer compare pairs.jsonl", "gazetteer link pairs.jsonl", "schema",
    "blocks page.html",
    "blocks --json page.html", "repair page.html", "keys page.html", "digest records.jsonl", "man", "languages",
    "--help",
    "--version",
    "help view", "gazetteer --help", "--generate-completion-script bash",
  ]

  private func prepare() throws {
    folder.write("page.html", "<h1>Storm</h1><p>Rain fell in Oslo on 3 May 2024, Ana Berg said.</p>".utf8)
    folder.write("pairs.jsonl", "{\"id\":\"1\",\"a\":\"Oslo\",\"b\":\"Oslo\",\"text\":\"Oslo.\"}\n".utf8)
    #expect(try shell("copydesk page.html > records.jsonl", folder: folder).status == 0)
  }

  @Test func aFullOutputIsStatus74ForEveryCommand() throws {
    try prepare()
    for command in Self.commands {
      let result = try shell("rm -rf out; copydesk \(command) > /dev/full", folder: folder)
      #expect(result.status == 74, "\(command): \(result.status) \(result.errors)")
      #expect(result.errors.contains("No space left on device"), "\(command): \(result.errors)")
    }
    // Nobody is left out of the list: `verify` alone writes nothing to standard output.
    let page = try shell("copydesk --help", folder: folder).output
    let list = page.components(separatedBy: "COMMANDS").last?.components(separatedBy: "\n\n").first ?? ""
    let names = list.split(separator: "\n").dropFirst().filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(names.count > 10)
    for name in names where name != "run" && name != "verify" {
      #expect(Self.commands.contains { $0.hasPrefix(name) }, "\(name)")
    }
  }

  @Test func aClosedOutputIsStatus74ForEveryCommand() throws {
    try prepare()
    for command in Self.commands {
      let result = try shell("rm -rf out; copydesk \(command) >&-", folder: folder)
      #expect(result.status == 74, "\(command): \(result.status) \(result.errors)")
    }
  }

  @Test(arguments: [
    "-", "--in jsonl -", "show", "verify -", "names -", "view -o page.out", "digest", "repair", "keys", "blocks",
    "gazetteer link", "gazetteer compare", "--files-from -",
  ])
  func aClosedInputCannotBeRead(_ command: String) throws {
    let result = try shell("copydesk \(command) <&-", folder: folder)
    #expect(result.status == 66, "\(result.status) \(result.errors)")
    #expect(result.errors.contains("Bad file descriptor"), "\(result.errors)")
  }

  /// The number of a closed descriptor is the next that the system gives: no file may get 1 or 2.
  @Test func messagesNeverGoIntoFiles() throws {
    folder.write("a.jsonl", "{bad\n{\"text\":\"Rain fell.\"}\n".utf8)
    let result = try shell(
      """
      copydesk --rejects r.jsonl --manifest m.json --stats s.json a.jsonl /no/such > o.jsonl 2>&-; echo $?
      copydesk --output-dir out --rejects r2.jsonl a.jsonl /no/such >&- 2>&- <&-; echo $?
      cat r.jsonl o.jsonl m.json s.json out/*.jsonl r2.jsonl | grep -v '^{.*}$'
      wc -l < o.jsonl; cat out/*.jsonl | wc -l; cat a.jsonl | wc -l
      """, folder: folder)
    #expect(result.lines == ["66", "66", "3", "3", "2"], "\(result.output)")
  }
}
