import CopydeskTestSupport
import Foundation
import Testing

/// Runs `copydesk-workshop`, as a person does in a shell.
func workshop(_ arguments: [String]) throws -> CommandResult {
  let folder = TemporaryFolder()
  let process = Process()
  process.executableURL = URL(
    fileURLWithPath: (try binary() as NSString).deletingLastPathComponent + "/copydesk-workshop")
  process.arguments = arguments
  let (output, errors) = (folder.write("out", []), folder.write("err", []))
  process.standardOutput = FileHandle(forWritingAtPath: output)
  process.standardError = FileHandle(forWritingAtPath: errors)
  try process.run()
  process.waitUntilExit()
  return CommandResult(
    status: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
    errors: try String(contentsOfFile: errors, encoding: .utf8))
}

@Suite struct WorkshopTests {
  /// 'The Serbian envoy Mira Tashev left early.'
  private static func corpus(marksPeoples: Bool) -> [UInt8] {
    var lines: [String] = []
    for person in ["Mira Tashev", "Oren Veld", "Lena Korsk", "Pavel Dunn"] {
      for people in ["Serbian", "German", "Turkish", "Albanian", "French"] {
        let name = person.split(separator: " ")
        lines += [
          "The O", "\(people) \(marksPeoples ? "B-NORP" : "O")", "envoy O", "\(name[0]) B-PER", "\(name[1]) I-PER",
        ]
        lines += ["left O", "early O", ". O", ""]
      }
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  @Test func learnsTypesOfTheRules() throws {
    let folder = TemporaryFolder()
    let (plain, marked) = (
      folder.write("plain.bio", Self.corpus(marksPeoples: false)),
      folder.write("marked.bio", Self.corpus(marksPeoples: true))
    )
    func peoples(_ options: [String]) throws -> String? {
      let model = "\(folder.path)/my.cdtag"
      let shared = ["--train", plain, "--types", "PER,NORP", "--epochs", "3", "--bits", "11", "--out", model]
      #expect(try workshop(["train", "ner"] + shared + options).status == 0)
      return try workshop(["evaluate", "ner", marked, "--model", model]).output.split(separator: "\n")
        .first { $0.hasPrefix("NORP") }.map(String.init)
    }
    #expect(try peoples([])?.hasSuffix("found 0") == true)
    #expect(try peoples(["--rules", "NORP"])?.hasSuffix("F1 100.00\tgold 20\tfound 20") == true)

    // One byte of its weights changed, its end cut off, its checksum taken away: a refusal in one line.
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/my.cdtag")))
    var damaged = bytes
    damaged[bytes.count / 2] ^= 0x40
    for (file, word) in [
      (bytes, ""), (damaged, "damaged"), (Array(bytes.dropLast(5)), "checksum"), ([1, 2, 3], "not a tagger"),
    ] {
      let path = folder.write("x.cdtag", file)
      let result = try copydesk("--model", path, "--in", "jsonl", "-", input: Array("{\"text\":\"Rain fell.\"}\n".utf8))
      #expect(result.status == (word.isEmpty ? 0 : 65), "\(result.errors)")
      #expect(word.isEmpty || result.errors.contains(word) && result.errors.split(separator: "\n").count == 1)
    }
  }
}
