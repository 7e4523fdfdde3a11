import CopydeskTestSupport
import Foundation
import Testing

/// What a run of the command gave.
struct CommandResult {
  let status: Int32
  let output: String
  let errors: String
  var lines: [Substring] { output.split(separator: "\n") }
}

/// Runs `copydesk` as a process of its own.
func copydesk(
  _ arguments: String..., input: [UInt8] = [], environment: [String: String]? = nil, folder: String = "/"
) throws -> CommandResult {
  try runCopydesk(arguments, input: input, environment: environment, folder: folder)
}

/// The same with a list of arguments.
func runCopydesk(
  _ arguments: [String], input: [UInt8] = [], environment: [String: String]? = nil, folder: String = "/"
) throws -> CommandResult {
  let files = TemporaryFolder()
  let process = Process()
  process.executableURL = URL(fileURLWithPath: try binary())
  process.arguments = arguments
  process.currentDirectoryURL = URL(fileURLWithPath: folder)
  if let environment { process.environment = environment }
  // Files rather than pipes: neither side ever waits for the other.
  let paths = [files.write("in", input), files.write("out", []), files.write("err", [])]
  process.standardInput = FileHandle(forReadingAtPath: paths[0])
  process.standardOutput = FileHandle(forWritingAtPath: paths[1])
  process.standardError = FileHandle(forWritingAtPath: paths[2])
  try process.run()
  process.waitUntilExit()
  func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
  let status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
  return CommandResult(status: status, output: try text(paths[1]), errors: try text(paths[2]))
}

/// The binary that was built with these tests, or the one that `COPYDESK_BINARY` names.
func binary() throws -> String {
  if let path = ProcessInfo.processInfo.environment["COPYDESK_BINARY"] { return path }
  // The test runner lies beside it, in the folder of the build.
  let beside = CommandLine.arguments.map { ($0 as NSString).deletingLastPathComponent + "/copydesk" }
  let candidates = beside + ["\(Repository.root)/.build/debug/copydesk"]
  return try #require(candidates.first { FileManager.default.isExecutableFile(atPath: $0) })
}

@Suite struct CommandTests {
  @Test func filtersWithoutEnvironment() throws {
    let result = try copydesk(
      "--in", "jsonl", "-", input: Array("{\"id\":\"a\",\"text\":\"Kosovo.\"}\n\n".utf8), environment: [:])
    #expect(result.status == 0 && result.lines.count == 2)
    #expect(result.output.contains("\"id\":\"a\"") && result.output.contains("\"code\":\"empty-line\""))
  }

  @Test func emptyInput() throws {
    let result = try copydesk("-")
    #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
  }

  @Test func strictFailsForABadDocument() throws {
    let mixed = Array("{\"id\":1}\n{\"text\":\"Rain fell.\"}\n".utf8)
    #expect(try copydesk("--strict", "--in", "jsonl", input: mixed).status == 1)
    #expect(try copydesk("--in", "jsonl", input: mixed).status == 0)
  }

  @Test(arguments: [
    ["--nonsense"], ["--jobs", "0"], ["--in", "pdf"], ["--layers", "nonsense", "x"], ["--published", "yesterday"],
    ["--files-from", "a", "b"], ["--max-bytes", "-1"],
  ])
  func usageErrorsAreOneLine(_ arguments: [String]) throws {
    let result = try copydeskList(arguments)
    #expect(result.status == 64 && result.output.isEmpty)
    #expect(result.errors.hasPrefix("copydesk: ") && result.errors.split(separator: "\n").count == 1)
    #expect(!result.errors.contains(" - "), "\(result.errors)")
  }

  private func copydeskList(_ arguments: [String]) throws -> CommandResult {
    switch arguments.count {
    case 1: try copydesk(arguments[0])
    case 2: try copydesk(arguments[0], arguments[1])
    default: try copydesk(arguments[0], arguments[1], arguments[2])
    }
  }

  @Test func missingInputs() throws {
    let folder = TemporaryFolder()
    let page = folder.write("page.txt", "Some text.".utf8)
    let result = try copydesk("/no/such", page)
    #expect(result.status == 66 && result.lines.count == 2, "the other input is processed")
    #expect(result.errors == "copydesk: /no/such: No such file or directory\n")
    #expect(result.output.contains("\"code\":\"unreadable\""))
    let list = try copydesk("--files-from", folder.path)
    #expect(list.status == 66 && list.errors.contains("Is a directory"))
  }

  @Test func listOfFiles() throws {
    let folder = TemporaryFolder()
    folder.write("b.txt", "B.".utf8)
    folder.write("a.txt", "A.".utf8)
    let list = folder.write("list", "b.txt\n\na.txt\n".utf8)
    let result = try copydesk("--files-from", list, folder: folder.path)
    #expect(result.lines.count == 2 && result.lines[0].contains("\"id\":\"b.txt\""))
  }

  @Test func fullDisk() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try binary())
    process.arguments = ["\(Repository.root)/seeds/pages"]
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    #expect(message == "copydesk: standard output: No space left on device\n")
  }

  @Test func closedPipeEndsItQuietly() throws {
    let process = Process()
    let errors = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let pages = "\(Repository.root)/Corpus/pages \(Repository.root)/seeds/pages"
    process.arguments = ["-c", "'\(try binary())' \(pages) \(pages) \(pages) | head -c 1 >/dev/null"]
    process.standardError = errors
    try process.run()
    #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
    process.waitUntilExit()
  }

  @Test func interruptFinishesTheRecordInHand() throws {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: try binary())
    process.arguments = ["--in", "jsonl", "--jobs", "1", "-"]
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    // Long enough for the format to be settled and the line to be answered.
    let line = "{\"id\":\"x\",\"text\":\"\(String(repeating: "word ", count: 2000))\"}\n"
    try input.fileHandleForWriting.write(contentsOf: Array(line.utf8))
    var first = [UInt8](repeating: 0, count: 1)
    #expect(read(output.fileHandleForReading.fileDescriptor, &first, 1) == 1)
    process.interrupt()
    let rest = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 130)
    #expect(first[0] == UInt8(ascii: "{") && rest.last == UInt8(ascii: "\n"), "the record is whole")
  }

  @Test func outputDoesNotDependOnHashSeeds() throws {
    let pages = "\(Repository.root)/Corpus/pages"
    let pinned = try copydesk(pages, environment: ["SWIFT_DETERMINISTIC_HASHING": "1"])
    let (one, two) = (try copydesk(pages), try copydesk(pages, "--jobs", "8"))
    #expect(pinned.output == one.output && one.output == two.output && one.lines.count == 19)
  }

  @Test func languagesPrintsTheTable() throws {
    let table = try copydesk("languages")
    #expect(table.status == 0 && table.errors.isEmpty)
    #expect(table.output.hasPrefix("sentences ") && table.output.contains("all others, und"))
    let lines = try copydesk("languages", "--json").output.split(separator: "\n")
    #expect(lines.contains { $0.contains("\"language\":\"ro\"") && $0.contains("\"quantities\":\"partly\"") })
  }

  @Test func schemaAndVerify() throws {
    let records = try copydesk("\(Repository.root)/seeds/pages").output
    #expect(try copydesk("verify", input: Array(records.utf8)).status == 0)
    let broken = records.replacingOccurrences(of: "\"start\":1", with: "\"start\":2")
    #expect(try copydesk("verify", input: Array(broken.utf8)).status == 65)
    #expect(try copydesk("schema").output.hasPrefix("{\"$schema\""))
    #expect(try copydesk("schema", "--out", "facts").output.contains("\"time_value\""))
  }

  @Test func help() throws {
    let help = try copydesk("--help")
    #expect(help.status == 0 && help.output.contains("--layers") || help.output.contains("SUBCOMMANDS"))
    #expect(try copydesk("--version").output.hasPrefix("copydesk "))
  }
}
