import ArgumentParser
import Copydesk
import CopydeskIntake

/// `copydesk verify`: checks that records are what the contract says, and what their sources give.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check records: keys, types, text[start:end] == span.text; with --against, every fact and digest.",
    discussion: """
      EXAMPLES
        copydesk verify records.jsonl
        copydesk verify --against news/ records.jsonl    make each record again and name what drifted

      With which options a record was made is found out from its run; files (--names, --gazetteer, --model), --max-bytes and \
      keys of JSON lines other than the usual ones must be given again. What other options, resources or another version \
      have made is not compared, unless by --force. One line on standard error for each problem; exit status 65 if there is \
      any.
      """)

  @Argument(help: "Files of records; '-' or nothing is standard input.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("The source, or the folder that the records' paths start from.", valueName: "path"))
  var against: String?

  @OptionGroup(title: "How the records were made")
  var origin: OriginOptions

  @OptionGroup(title: "Keys of JSON lines")
  var keys: KeyOptions

  func run() throws {
    let options = try origin.options(keys: keys)
    var check = RecordCheck(
      source: against.map { Rederivation(against: $0, options: options, comparesOtherRuns: origin.force) })
    try RecordLines.forEach(in: paths) { raw in
      for problem in check.problems(of: raw) { StandardError.say("\(RecordLines.place(of: raw))\(problem)") }
      return true
    }
    guard check.records > 0 else {
      StandardError.say("there are no records to check")
      throw ExitCode(65)
    }
    if check.repeated > 0 { StandardError.say("\(Plural.of(check.repeated, "more line")) like these") }
    let derived = against == nil ? "" : ", \(check.derived) made again from their source"
    StandardError.say("\(Plural.of(check.records, "record"))\(derived), \(Plural.of(check.problems, "problem"))")
    if check.problems > 0 { throw ExitCode(65) }
  }
}

/// Checks records one after the other.
private struct RecordCheck {
  var source: Rederivation?
  private(set) var (records, derived, problems) = (0, 0, 0)
  /// Lines that are no records, for a reason that was told before: all lines of a file of another schema, say.
  private(set) var repeated = 0
  private var reasons: Set<String> = []
  private var strangeRuns: Set<String> = []

  init(source: Rederivation?) { self.source = source }

  /// Each with the id of the record before it, where there is one.
  mutating func problems(of raw: RawRecord) -> [String] {
    records += 1
    do throws(RecordProblem) {
      let record = try RecordVerifier.record(in: raw)
      var found = RecordVerifier.problems(in: record)
      if found.isEmpty { found = drift(of: record) }
      problems += found.count
      return found.map { ", \(record["id"]?.string ?? "no id"): \($0)" }
    } catch {
      problems += 1
      guard reasons.count < 100, reasons.insert(error.message).inserted else {
        repeated += 1
        return []
      }
      return [": \(error.message)"]
    }
  }

  private mutating func drift(of record: JSONValue) -> [String] {
    do throws(RederivationProblem) {
      guard let made = try source?.record(like: record) else { return [] }
      derived += 1
      return RecordDrift.differences(between: record, and: made)
    } catch {
      // One line for all records of a run that nobody can make again.
      if error.isOtherRun, !strangeRuns.insert(record["run"]?.string ?? "").inserted { return [] }
      return [error.message]
    }
  }
}
