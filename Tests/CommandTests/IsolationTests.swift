import CopydeskTestSupport
import Foundation
import Testing

/// Documents that kill, hang or fill their worker process cost themselves alone.
@Suite struct IsolationTests {
  private static let faults = [
    "trap": "crashed", "exit": "crashed", "overflow": "crashed", "hang": "timeout", "sleep": "timeout",
    "leak": "memory",
  ]

  private func lines(_ ids: [String]) -> [UInt8] {
    Array(ids.map { "{\"id\":\"\($0)\",\"text\":\"Ana Berg said that \($0) costs 5 euros.\"}\n" }.joined().utf8)
  }

  private func isolated(_ planted: [String: String], _ options: String..., input: [UInt8]) throws -> CommandResult {
    let plan = planted.map { "\($0.value)=\($0.key)" }.sorted().joined(separator: ",")
    return try runCopydesk(
      ["--in", "jsonl", "--timeout-per-doc", "0.5", "--memory-per-worker", "600000000"] + options + ["-"], input: input,
      environment: ["COPYDESK_PLANT": plan, "COPYDESK_LONGEST_SLEEP": "0.5"])
  }

  @Test(arguments: faults.keys.sorted())
  func oneDocumentCostsItselfAlone(_ fault: String) throws {
    let ids = (0..<40).map { "d\($0)" }
    let plain = try isolated([:], input: lines(ids))
    let result = try isolated(["d17": fault], "--jobs", "2", input: lines(ids))
    #expect(result.status == 1 && result.lines.count == ids.count)
    for (line, before) in zip(result.lines, plain.lines) where line != before {
      #expect(line.contains("\"id\":\"d17\"") && line.contains("\"code\":\"\(Self.faults[fault] ?? "")\""))
    }
    // It is named, with the way to see it again.
    #expect(result.errors.contains("document d17: ") && result.errors.contains("--no-isolation --only d17"))
  }

  @Test func severalFaultsInOneRunForAnyNumberOfWorkers() throws {
    let ids = (0..<100).map { "d\($0)" }
    // Neighbours, the first one and the last one.
    let planted = ["d0": "trap", "d1": "exit", "d50": "trap", "d51": "trap", "d52": "trap", "d99": "exit"]
    var outputs: Set<String> = []
    for jobs in ["1", "2", "5"] {
      let result = try isolated(planted, "--jobs", jobs, input: lines(ids))
      #expect(result.lines.count == ids.count)
      outputs.insert(result.output)
    }
    #expect(outputs.count == 1)
  }

  @Test func onlyOneDocument() throws {
    let result = try copydesk("--only", "b", "--in", "jsonl", "-", input: lines(["a", "b", "c"]))
    #expect(result.lines.count == 1 && result.output.contains("\"id\":\"b\""))
    let inProcess = try copydesk("--only", "b", "--no-isolation", "--in", "jsonl", "-", input: lines(["a", "b", "c"]))
    #expect(inProcess.output == result.output)
  }

  @Test func inOneProcessTheBytesAreTheSame() throws {
    let ids = (0..<200).map { "d\($0)" }
    let here = try copydesk("--no-isolation", "--in", "jsonl", "-", input: lines(ids))
    #expect(try copydesk("--in", "jsonl", "-", input: lines(ids)).output == here.output)
  }

  @Test func resumingGoesOnPastADocumentThatCrashes() throws {
    let folder = TemporaryFolder()
    let input = folder.write("a.jsonl", lines((0..<30).map { "d\($0)" }))
    func run(_ out: String, _ plant: String, _ more: [String]) throws -> CommandResult {
      try runCopydesk(
        ["--quiet", "--output-dir", "\(folder.path)/\(out)", "--shard-size", "10"] + more + [input], input: [],
        environment: ["COPYDESK_PLANT": plant])
    }
    #expect(try run("a", "trap=d12", []).status == 1)
    // The first shard is there; the others are written again, and the fault with them.
    #expect(try run("b", "trap=d12", []).status == 1)
    for name in ["records-00001.jsonl", "done/records-00001.json", "records-00002.jsonl", "done/records-00002.json"] {
      try FileManager.default.removeItem(atPath: "\(folder.path)/b/\(name)")
    }
    #expect(try run("b", "trap=d12", ["--resume"]).status == 1)
    for name in ["records-00000.jsonl", "records-00001.jsonl", "records-00002.jsonl"] {
      #expect(
        try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/a/\(name)"))
          == Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/b/\(name)")))
    }
  }

  @Test func aParentThatIgnoresItsChildren() throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    shell.arguments = [
      "-c", "trap '' CHLD; printf '{\"id\":\"a\",\"text\":\"Rain fell.\"}\\n' | exec \(try binary()) -q --in jsonl -",
    ]
    let output = Pipe()
    (shell.standardOutput, shell.standardError) = (output, FileHandle.nullDevice)
    try shell.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0 && text.contains("\"id\":\"a\""))
  }

  @Test func aPlantThatIsNoneIsAUsageError() throws {
    #expect(try runCopydesk(["-"], input: [], environment: ["COPYDESK_PLANT": "flood=a"]).status == 64)
    #expect(try copydesk("--memory-per-worker", "5").status == 64)
  }

  /// Reading itself may trap: the input ends with an error record there, and everything else comes out as ever.
  @Test(arguments: ["b.jsonl#0", "b.jsonl#2", "a.jsonl#1"])
  func readingThatTrapsCostsTheRestOfTheInput(_ place: String) throws {
    let folder = TemporaryFolder()
    for name in ["a", "b", "c"] { folder.write("in/\(name).jsonl", lines((0..<4).map { "\(name)\($0)" })) }
    let parts = place.split(separator: "#")
    let count = try #require(Int(parts[1]))
    func run(_ options: [String]) throws -> CommandResult {
      try runCopydesk(
        options + ["in"], input: [], environment: ["COPYDESK_PLANT_READING": "in/\(place)"], folder: folder.path)
    }
    let result = try run([])
    let whole = try copydesk("in", folder: folder.path)
    let broken = parts[0].prefix(1)
    let expected = whole.lines.filter { line in
      (0..<4).allSatisfy { $0 < count || !line.contains("\"id\":\"\(broken)\($0)\"") }
    }
    #expect(result.status == 66)
    #expect(result.lines.filter { !$0.contains("\"code\":\"crashed\"") } == expected)
    #expect(
      result.lines.count == expected.count + 1 && result.errors.contains("in/\(parts[0]): reading record \(count + 1)"))
    // Into files, too, and with the same bytes.
    #expect(try run(["--output-dir", "\(folder.path)/out", "--shard-size", "3"]).status == 66)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/out").filter {
      $0.hasSuffix("jsonl")
    }
    let files = try names.sorted().map { try String(contentsOfFile: "\(folder.path)/out/\($0)", encoding: .utf8) }
    #expect(files.joined() == result.output)
  }

  @Test func aStreamThatCannotBeReadAgainIsGivenUpWithAWord() throws {
    let pipe = Process()
    pipe.executableURL = URL(fileURLWithPath: "/bin/sh")
    pipe.arguments = ["-c", "cat | \(try binary()) --in jsonl -"]
    pipe.environment = ["COPYDESK_PLANT_READING": "-#1", "PATH": "/usr/bin:/bin"]
    let (input, errors) = (Pipe(), Pipe())
    (pipe.standardInput, pipe.standardError) = (input, errors)
    pipe.standardOutput = FileHandle.nullDevice
    try pipe.run()
    try input.fileHandleForWriting.write(contentsOf: lines(["a", "b", "c"]))
    try input.fileHandleForWriting.close()
    let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    pipe.waitUntilExit()
    #expect(pipe.terminationStatus == 70 && message.contains("given up"))
  }
}
