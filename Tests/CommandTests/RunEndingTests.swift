import CopydeskTestSupport
import Foundation
import Testing

/// What a run says when it ends, and its exit status.
@Suite struct RunEndingTests {
  private let folder = TemporaryFolder()

  @Test func nothingButErrorsIsNoSuccess() throws {
    folder.write(
      "other.jsonl", "{\"headline\":\"A\",\"body\":\"B\",\"pubdate\":\"C\"}\n{\"headline\":\"D\",\"body\":\"E\"}\n".utf8
    )
    let all = try copydesk("other.jsonl", folder: folder.path)
    #expect(all.status == 1 && all.lines.count == 2)
    #expect(
      all.errors.contains("copydesk: 2 of 2 documents have an error\ncopydesk: 2 × no-content: "), "\(all.errors)")
    for word in ["headline, body, pubdate", "--text-key"] { #expect(all.errors.contains(word), "\(all.errors)") }
    #expect(try copydesk("--text-key", "body", "other.jsonl", folder: folder.path).status == 0)
    // One that is read is enough, none at all is no failure, and what cannot be opened has its own status.
    folder.write("mixed.jsonl", "{\"text\":\"Rain fell.\"}\n{bad\n{bad\n\n".utf8)
    let mixed = try copydesk("mixed.jsonl", folder: folder.path)
    #expect(mixed.status == 0 && mixed.errors.contains("3 of 4 documents have an error\n"))
    #expect(mixed.errors.contains("copydesk: 2 × bad-json: ") && mixed.errors.contains("copydesk: 1 × empty-line: "))
    folder.write("empty.jsonl", [])
    #expect(try copydesk("empty.jsonl", folder: folder.path).status == 0)
    #expect(try copydesk("/no/such", folder: folder.path).status == 66)
    let one = try copydesk("--in", "jsonl", input: Array("{bad\n".utf8))
    #expect(one.status == 1 && one.errors.contains("1 of 1 document has an error\n"), "\(one.errors)")
  }

  /// A resumed run ends like one that nothing happened to.
  @Test func aResumedRunHasTheStatusOfTheWhole() throws {
    folder.write("bad.jsonl", "{bad\n{bad\n".utf8)
    folder.write("mixed.jsonl", "{\"text\":\"Rain fell.\"}\n{bad\n".utf8)
    for (name, status) in [("bad", 1), ("mixed", 0)] {
      let result = try shell(
        """
        copydesk -q --output-dir \(name) --shard-size 1 \(name).jsonl; echo $?
        copydesk -q --output-dir \(name) --shard-size 1 --resume \(name).jsonl; echo $?
        rm \(name)/done/records-00001.json; copydesk -q --output-dir \(name) --shard-size 1 --resume \(name).jsonl; echo $?
        """, folder: folder)
      #expect(result.lines == ["\(status)", "\(status)", "\(status)"], "\(name): \(result.output)")
    }
  }

  @Test func theClosingReportCountsWarningsAndKnowsOneFromMany() throws {
    let one = try shell("printf 'Rain' > a.txt; touch b.txt c.php; copydesk --output-dir out .", folder: folder)
    #expect(one.errors.contains("2 documents, 0 with an error") && one.errors.contains("1 empty-text"), "\(one.errors)")
    #expect(one.errors.contains("skipped unsupported files: 1 .php"))
    let single = try shell("copydesk --output-dir single a.txt; copydesk a.txt | copydesk verify", folder: folder)
    #expect(
      single.errors.contains("1 document, 0 with") && single.errors.contains("1 record, 0 problems"), "\(single.errors)"
    )
  }

  @Test func anInterruptSaysHowFarItCame() throws {
    for (options, hint) in [([], false), (["--output-dir", "\(folder.path)/out"], true)] {
      let process = Process()
      let (input, errors) = (Pipe(), Pipe())
      process.executableURL = URL(fileURLWithPath: try binary())
      process.arguments = options + ["--in", "jsonl", "--jobs", "1", "-"]
      (process.standardInput, process.standardError) = (input, errors)
      process.standardOutput = FileHandle(forWritingAtPath: folder.write("out.jsonl", []))
      try process.run()
      let line = "{\"id\":\"x\",\"text\":\"\(String(repeating: "word ", count: 2000))\"}\n"
      for _ in 0..<2 { try input.fileHandleForWriting.write(contentsOf: Array(line.utf8)) }
      // How many of them are done by then depends on the machine.
      usleep(700_000)
      process.interrupt()
      let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 130 && said.contains("interrupted after "), "\(said)")
      #expect(said.contains("--resume continues") == hint, "\(said)")
    }
  }

  /// A line that is drawn again and again, and output on the same terminal, would write over each other.
  @Test func theProgressLineIsDrawnOnlyWhereTheOutputIsNot() throws {
    guard try shell("script --version").status == 0 else { return }
    func screen(_ command: String) throws -> String {
      // The input takes longer than the line's half second.
      let slow = "{ sleep 1.2; printf '{\\\"text\\\":\\\"Rain fell.\\\"}\\n'; }"
      return try shell(
        "export TERM=xterm; script -qec \"\(slow) | '\(binary())' --in jsonl \(command)\" /dev/null", folder: folder
      ).output
    }
    let mark = "documents  0.0/s"
    for (command, isDrawn) in [
      ("-", false), ("- | cat", false), ("- > o.jsonl", true), ("- > /dev/null", true), ("--progress - | cat", true),
      ("--quiet - > o.jsonl", false),
    ] {
      let drawn = try screen(command)
      #expect(drawn.contains(mark) == isDrawn, "\(command): \(drawn)")
    }
  }
}
