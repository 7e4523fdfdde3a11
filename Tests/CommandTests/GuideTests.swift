import CopydeskTestSupport
import Foundation
import Testing

/// The commands of README.md and docs/GUIDE.md, run as a reader would: blocks of `sh` must succeed, those of `console` must
/// print what stands there. What needs an engine from a registry (`sh engines`, `sql`, `python`) is run by Integrations/test.
@Suite struct GuideTests {
  @Test func everyCommandOfTheGuide() throws { try runBlocks(of: "docs/GUIDE.md", atLeast: 12) }

  /// A newcomer has nothing but the clone.
  @Test func everyCommandOfTheReadme() throws { try runBlocks(of: "README.md", atLeast: 3, hasFiles: false) }

  private func runBlocks(of file: String, atLeast count: Int, hasFiles: Bool = true) throws {
    let reader = try Reader(hasFiles: hasFiles)
    let blocks = try Self.blocks(of: file).filter { !$0.text.hasPrefix("scripts/") }
    for block in blocks where block.kind == "sh" {
      let result = try reader.run(block.text)
      #expect(result.status == 0, "\(file): \(block.text)\n\(result.output)")
    }
    for block in blocks where block.kind == "console" {
      for command in block.text.split(separator: "$ ", omittingEmptySubsequences: true) {
        let lines = command.split(separator: "\n", maxSplits: 1)
        let result = try reader.run(String(lines[0]))
        #expect(result.output == (lines.count > 1 ? String(lines[1]) : ""), "\(file): \(lines[0])")
      }
    }
    #expect(blocks.count { ["sh", "console"].contains($0.kind) } >= count)
  }

  private static func blocks(of file: String) throws -> [(kind: String, text: String)] {
    let parts = String(decoding: try Repository.bytes(file), as: UTF8.self).components(separatedBy: "```")
    return stride(from: 1, to: parts.count - 1, by: 2).map { index in
      let lines = parts[index].split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(lines[0]), lines.count > 1 ? String(lines[1]) : "")
    }
  }
}

/// A folder as the guide describes it, and a shell in it.
private struct Reader {
  private let folder = TemporaryFolder()

  init(hasFiles: Bool) throws {
    for name in ["Integrations", "Corpus"] { symlink("\(Repository.root)/\(name)", "\(folder.path)/\(name)") }
    mkdir("\(folder.path)/bin", 0o755)
    symlink(try binary(), "\(folder.path)/bin/copydesk")
    let workshop = (try binary() as NSString).deletingLastPathComponent + "/copydesk-workshop"
    symlink(workshop, "\(folder.path)/bin/copydesk-workshop")
    guard hasFiles else { return }
    for page in try Repository.files(under: "Corpus/pages/en", suffix: "")
      + Repository.files(under: "seeds/pages", suffix: ".html")
    {
      folder.write("news/\(page.split(separator: "/").last ?? "page")", try Repository.bytes(page))
    }
    folder.write("page.html", try Repository.bytes("Corpus/pages/en/river-flood.html"))
    folder.write("notes.txt", "Some 1,200 people crossed the new bridge on 3 May 2024, mayor Ana Kovač said.\n".utf8)
    folder.write("dump.jsonl", "{\"uri\":\"a\",\"body\":\"Maria Keller came on Friday.\",\"text\":\"Fine.\"}\n".utf8)
    folder.write("docs.jsonl", "{\"id\":\"a\",\"text\":\"Maria Keller came on Friday.\"}\n".utf8)
    folder.write(
      "spans.jsonl", "{\"id\":\"a\",\"text\":\"He left Peja.\",\"entities\":[{\"start\":8,\"end\":12}]}\n".utf8)
    folder.write("pairs.jsonl", "{\"id\":\"a\",\"a\":\"Peć\",\"b\":\"Peja\"}\n".utf8)
    folder.write("ours.tsv", "merge\tAlex Marku\tAleks Marku\n".utf8)
    let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The ferry sails again after three years.</p>"
    let archived =
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
    folder.write("crawl/a.warc.gz", Packed.gzip(Array("\(archived)\(page.utf8.count)\r\n\r\n\(page)\r\n\r\n".utf8)))
    #expect(try run("copydesk notes.txt > one.jsonl").status == 0)
  }

  func run(_ script: String) throws -> (status: Int32, output: String) {
    // An engine that this machine lacks cannot answer; Integrations/test has it.
    var script = script
    if !FileManager.default.fileExists(atPath: "/usr/bin/sqlite3") {
      script = script.split(separator: "\n").filter { !$0.contains("sqlite") }.joined(separator: "\n")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-euo", "pipefail", "-c", script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ["PATH": "\(folder.path)/bin:/usr/bin:/bin:/usr/local/bin", "HOME": folder.path]
    let output = folder.write("output", [])
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle.standardError
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOfFile: output, encoding: .utf8))
  }
}
