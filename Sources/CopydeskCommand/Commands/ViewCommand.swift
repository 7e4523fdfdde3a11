import ArgumentParser
import Copydesk
import CopydeskIntake

/// `copydesk view`: records as a page for the browser.
struct ViewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "view", abstract: "Write records as one page for the browser, with everything in it.",
    discussion: """
      EXAMPLES
        copydesk view -o report.html records.jsonl
        copydesk news/ | copydesk view -o report.html

      Documents with their facts highlighted, names, quotes with speakers, quantities, a timeline and a map. The page \
      loads nothing from anywhere. A thousand documents make about 15 MB. Of more than 128 MB, the first ones are kept; the \
      page and standard error say how many were left out.
      """)

  @Argument(help: "Files of records; '-' or nothing is standard input.")
  var paths: [String] = []

  @Option(name: .shortAndLong, help: ArgumentHelp("Where the page goes; '-' is standard output.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("At most so many documents.", valueName: "number"))
  var limit: Int?

  func run() throws {
    var names = OutputNames()
    if output == "-" { try names.addStandardOutput() } else { try names.add(output, "--output") }
    try names.check(inputs: paths.isEmpty ? [.standardInput] : paths.map { $0 == "-" ? .standardInput : .path($0) })
    var report = ReportFile(path: output)
    // Of those that the page has no room for, only the number is of interest.
    var (leftOut, isFull, isCut) = (0, false, false)
    let isWanted = {
      if isFull { leftOut += 1 }
      return !isFull
    }
    let status: ExitCode?
    do {
      status = try RecordLines.forEachRecord(in: paths, isWanted: isWanted) { record in
        guard report.documents < limit ?? .max else {
          isCut = true
          return false
        }
        if try !report.add(record) { (isFull, leftOut) = (true, 1) }
        return true
      }
    } catch {
      report.discard()
      throw error
    }
    guard report.documents > 0 else {
      if status == nil { StandardError.say("there are no records to view") }
      throw ExitCode(65)
    }
    try report.finish(note: note(leftOut: leftOut, isCut: isCut))
    if leftOut > 0 {
      StandardError.say(
        "the page has the first \(report.documents) documents, \(ReportFile.largest >> 20) MiB, as much as a browser "
          + "bears; the other \(leftOut) were left out")
    }
    // What could be read is in the page.
    if let status { throw status }
  }

  /// What the page says of documents that are not in it.
  private func note(leftOut: Int, isCut: Bool) -> String {
    if leftOut > 0 { return "the first ones; \(leftOut) more had no room" }
    return isCut ? "the first ones, as --limit says" : ""
  }
}
