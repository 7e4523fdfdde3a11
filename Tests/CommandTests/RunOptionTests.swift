import CopydeskTestSupport
import Foundation
import Testing

/// The options for streams and long runs.
@Suite struct RunOptionTests {
  private func lines(_ count: Int) -> [UInt8] {
    Array((0..<count).map { "{\"id\":\"d\($0)\",\"text\":\"Kosovo \($0).\"}\n" }.joined().utf8)
  }

  @Test func foldersManifestsAndResuming() throws {
    let folder = TemporaryFolder()
    let input = folder.write("a.jsonl", lines(25) + Array("{broken\n".utf8))
    let out = "\(folder.path)/out"
    let (manifest, rejects) = ("\(folder.path)/manifest.json", "\(folder.path)/rejects.jsonl")
    func run(_ more: String...) throws -> CommandResult {
      try copydesk(
        "--output-dir", out, "--shard-size", "10", "--manifest", manifest, "--rejects", rejects,
        more.first ?? "--quiet",
        input)
    }
    #expect(try run().status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: out).sorted() == [
        "done", "records-00000.jsonl", "records-00001.jsonl", "records-00002.jsonl",
      ])
    let first = try String(contentsOfFile: manifest, encoding: .utf8)
    #expect(first.contains("\"documents\":26") && first.contains("\"code\":\"bad-json\",\"count\":1"))
    #expect(try String(contentsOfFile: rejects, encoding: .utf8).split(separator: "\n").count == 1)
    // The digest is that of the lines, wherever they are.
    let stream = try copydesk(input)
    let digest = try copydesk("digest", input: Array(stream.output.utf8)).lines[0]
    #expect(first.contains("\"digest\":\"\(digest)\",\"shards\""))
    // A complete run is not done again, and a folder is not written twice by mistake.
    #expect(try run().status == 74)
    #expect(try run("--resume").status == 0)
    #expect(try String(contentsOfFile: manifest, encoding: .utf8) == first)
  }

  @Test func statisticsAndReport() throws {
    let folder = TemporaryFolder()
    let stats = "\(folder.path)/stats.json"
    let result = try copydesk("--stats", stats, "--in", "jsonl", "-", input: lines(5))
    #expect(result.status == 0 && result.errors.isEmpty, "no report without a terminal")
    let text = try String(contentsOfFile: stats, encoding: .utf8)
    for key in ["documents", "peak_memory_bytes", "documents_per_second", "stages", "warnings"] {
      #expect(text.contains("\"\(key)\":"), "\(key)")
    }
    #expect(text.contains("\"name\":\"entities\""))
  }

  @Test func sharesAreOfFiles() throws {
    let folder = TemporaryFolder()
    for name in ["a", "b", "c", "d", "e"] { folder.write("in/\(name).txt", "Some text.".utf8) }
    var ids: [String] = []
    for number in 1...2 {
      let result = try copydesk("--shard", "\(number)/2", "in", folder: folder.path)
      ids += result.lines.map { String($0.split(separator: "\"")[7]) }
    }
    #expect(ids == ["in/a.txt", "in/c.txt", "in/e.txt", "in/b.txt", "in/d.txt"])
    #expect(try copydesk("--shard", "3/2", "in").status == 64)
  }

  @Test func aSilentPipeEndsTheInput() throws {
    let process = Process()
    let (input, errors) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: try binary())
    process.arguments = ["--in", "jsonl", "--idle-timeout", "0.3", "-"]
    (process.standardInput, process.standardError) = (input, errors)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: lines(200))
    let written = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 66 && message.contains("--idle-timeout"))
    // All that came was answered, and then one line tells that the input broke off.
    #expect(written.split(separator: "\n").count == 201 && written.contains("\"code\":\"unreadable\""))
  }

  /// Who sends a document and waits for its answer gets it, though the input goes on.
  @Test func answersAreNotHeldBack() throws {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: try binary())
    process.arguments = ["--in", "jsonl", "--jobs", "2", "--max-in-flight", "3", "-"]
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    let line = Array("{\"id\":\"x\",\"text\":\"\(String(repeating: "word ", count: 2000))\"}\n".utf8)
    for _ in 0..<3 {
      try input.fileHandleForWriting.write(contentsOf: line)
      var answer: [UInt8] = []
      while answer.last != 0x0A { answer += Array(output.fileHandleForReading.availableData) }
      #expect(answer.count > line.count)
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func damagedArchivesAreToldWithTheirPlace() throws {
    let folder = TemporaryFolder()
    let head = "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\n"
    let path = folder.write("a.warc", "\(head)Text.\r\n\r\nnoise and more of it\r\n\(head)More.\r\n\r\n".utf8)
    let result = try copydesk(path)
    #expect(result.status == 0 && result.lines.count == 3 && result.lines[1].contains("warc-damaged"))
    #expect(result.errors.contains("at byte \(head.utf8.count + 9)"))
  }
}
