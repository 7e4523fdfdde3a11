import ArgumentParser
import CopydeskView

/// `copydesk view`: records as a page for the browser.
struct ViewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "view", abstract: "Write records as one page for the browser, with everything in it.",
    discussion: """
      EXAMPLES
        copydesk view -o report.html records.jsonl
        copydesk news/ | copydesk view -o report.html

      Documents with their facts highlighted, names, quotes with speakers, quantities, a timeline and a map. The page \
      loads nothing from anywhere. A thousand documents make about 15 MB; --limit keeps the first ones of more.
      """)

  @Argument(help: "Files of records; '-' or nothing is standard input.")
  var paths: [String] = []

  @Option(name: .shortAndLong, help: ArgumentHelp("Where the page goes; '-' is standard output.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("At most so many documents.", valueName: "number"))
  var limit: Int?

  /// Browsers give up on much more.
  private static let largest = 256 << 20

  func run() throws {
    // Everything is in memory before the file is touched: a bad input leaves an older report as it was.
    let page = ReportPage()
    var bytes = page.head
    var documents = 0
    let status = try RecordLines.forEachRecord(in: paths) { record in
      guard documents < limit ?? .max else { return false }
      documents += 1
      bytes += page.line(of: record)
      guard bytes.count <= Self.largest else {
        StandardError.say(
          "the page is larger than \(Self.largest >> 20) MiB, too much for a browser: choose with --limit")
        throw ExitCode(65)
      }
      return true
    }
    guard documents > 0 else {
      if status == nil { StandardError.say("there are no records to view") }
      throw ExitCode(65)
    }
    bytes += page.tail
    if let error = WholeFile.write(bytes, to: output) {
      StandardError.say("\(output): \(error)")
      throw ExitCode(74)
    }
    // What could be read is in the page.
    if let status { throw status }
  }
}
