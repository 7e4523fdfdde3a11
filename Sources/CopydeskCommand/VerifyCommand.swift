import ArgumentParser
import Copydesk
import CopydeskIntake

/// `copydesk verify`: checks that records are what the contract says.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check records: every key, every type, and text[start:end] == span.text.",
    discussion: "One line on standard error for each problem; exit status 65 if there is any.")

  @Argument(help: "Files of records; '-' or nothing is standard input.")
  var paths: [String] = []

  func run() throws {
    var problems = 0
    var records = 0
    try RecordLines.forEach(in: paths) { raw in
      records += 1
      for problem in RecordVerifier.problems(in: raw.bytes) {
        problems += 1
        StandardError.say("\(raw.provenance.id): \(problem)")
      }
    }
    StandardError.say("\(records) records, \(problems) problems")
    if problems > 0 { throw ExitCode(65) }
  }
}
