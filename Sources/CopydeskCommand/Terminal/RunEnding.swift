import ArgumentParser
import Copydesk
import CopydeskIntake
import Synchronization

/// The first message of each error's code, with which the closing lines explain the counts.
final class FailureTally: Sendable {
  private let first = Mutex<[String: String]>([:])

  /// Takes in what a document gave.
  func add(_ lines: DocumentLines) {
    guard let failure = lines.failure else { return }
    first.withLock { first in
      if first[failure.code.rawValue] == nil { first[failure.code.rawValue] = failure.message }
    }
  }

  /// `2 × no-content: the line has no …`, the most frequent first. What could not be read has a line of its own already.
  func lines(_ counts: RunCounts) -> [String] {
    let errors = counts.errors.filter { $0.key != "unreadable" }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return first.withLock { first in errors.map { "\($0.value) × \($0.key): \(first[$0.key] ?? "")" } }
  }
}

/// How a run ended: what there is to say of it, and its exit status.
struct RunEnding {
  let report: RunReport
  let tally: FailureTally
  /// What the whole output holds: also what earlier runs into the same folder have written.
  let written: RunCounts
  let isStrict: Bool
  /// Whether `--resume` could go on.
  let isResumable: Bool

  /// What went wrong, a line each, on standard error.
  func tell() {
    for problem in report.problems { StandardError.say(problem) }
    for note in report.notes { StandardError.say(note) }
    for casualty in report.casualties { tell(casualty) }
    let findings = report.findings
    for note in findings.notes.prefix(20) { StandardError.say(note) }
    if findings.noteCount > 20 { StandardError.say("… and \(findings.noteCount - 20) more notes like these") }
    if let error = report.outputError { StandardError.say(error) }
    // Files by their extension, records of archives by their media type.
    for (noun, isFile) in [("files", true), ("records", false)] {
      let kinds = report.skipped.filter { $0.key.hasPrefix(".") == isFile }.sorted { $0.key < $1.key }
      if kinds.isEmpty { continue }
      StandardError.say("skipped unsupported \(noun): \(kinds.map { "\($0.value) \($0.key)" }.joined(separator: ", "))")
    }
    let failures = report.failures - (report.counts.errors["unreadable"] ?? 0)
    if failures > 0 {
      StandardError.say(
        "\(failures) of \(Plural.documents(report.documents)) \(failures == 1 ? "has" : "have") an error")
      for line in tally.lines(report.counts).prefix(10) { StandardError.say(line) }
    }
    if Interruption.isRequested {
      let way = isResumable ? "; --resume continues after the last complete file" : ""
      StandardError.say("interrupted after \(Plural.documents(report.documents))\(way)")
    }
  }

  /// Names a document that was the end of a worker, and how to see it happen.
  private func tell(_ casualty: Casualty) {
    let failure = casualty.failure
    StandardError.say(
      "\(casualty.path): document \(casualty.id): \(failure.code.rawValue) in \(failure.stage): \(failure.message); to see it "
        + "again, run the same with --no-isolation --only \(Shell.quoted(casualty.id))")
  }

  /// The exit status; nil for success.
  var status: ExitCode? {
    if report.outputError != nil { return ExitCode(74) }
    if Interruption.isRequested { return ExitCode(130) }
    if !report.problems.isEmpty { return ExitCode(66) }
    if !report.casualties.isEmpty { return ExitCode(1) }
    // Nothing but errors is no result, whoever reads only the status.
    let isFruitless = written.failures > 0 && written.failures == written.documents
    return isFruitless || (isStrict && report.failures > 0) ? ExitCode(1) : nil
  }
}

/// Numbers with their nouns.
enum Plural {
  /// `1 document`, `2 documents`.
  static func documents(_ count: Int) -> String { of(count, "document") }

  /// `1 record`, `2 records`.
  static func of(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
