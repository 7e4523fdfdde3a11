import ArgumentParser
import CArguments
import Copydesk
import CopydeskIntake
import CopydeskText
import Glibc

/// The command: `copydesk [run] …` and its companions, a file each.
@main
struct CopydeskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copydesk",
    abstract: "Turns news into structured facts: entities, quantities, times and quotes, as JSON Lines.",
    discussion: """
      EXAMPLES
        copydesk news/ > records.jsonl              every page of a folder, one record per line
        copydesk view -o report.html records.jsonl  look at it in a browser
        copydesk --layers quotes page.html          just the quotes (and what they need)
        copydesk --in jsonl - < docs.jsonl          a filter: a line out for each line in
        copydesk --out facts news/ > facts.jsonl    one flat row a fact, for SQL

      Exit status: 0 all read · 1 if a document crashed or every one failed, with --strict if any did · 64 usage · 65 bad \
      data · 66 an input could not be opened · 70 fault of copydesk · 74 output error · 130 interrupted. \
      docs/OUTPUT.md describes every key.
      """,
    version: "copydesk \(Version.current) (resources \(Version.resources))",
    subcommands: [
      RunCommand.self, ShowCommand.self, ViewCommand.self, ExplainCommand.self, VerifyCommand.self, NamesCommand.self,
      GazetteerCommand.self, LanguagesCommand.self, SchemaCommand.self, BlocksCommand.self, RepairCommand.self,
      KeysCommand.self,
      DigestCommand.self, ManCommand.self,
    ],
    defaultSubcommand: RunCommand.self)

  /// Runs the command. A mistake is told in one line, as every other trouble is.
  static func main() {
    StandardStreams.fillGaps()
    do {
      var command = try parseAsRoot(arguments)
      if let overlay = LanguagePack.overlay, let problem = overlay.problem {
        // The facts would be others than asked for.
        StandardError.say("\(LanguageOverlay.variable): \(overlay.path) \(problem)")
        exit(withError: ExitCode(66))
      }
      try command.run()
    } catch {
      let status = exitCode(for: error)
      if status != .success, !(error is ExitCode) {
        StandardError.say("\(oneLine(message(for: error))) (copydesk --help tells more)")
        exit(withError: status)
      }
      if status == .success, !(error is ExitCode) { tell(requestedHelp ?? fullMessage(for: error)) }
      exit(withError: status)
    }
  }

  /// Writes what was asked for instead of a run: help, the version, a completion script.
  private static func tell(_ text: String) {
    do {
      try StandardOutput().writeOrExit(text.hasSuffix("\n") ? text : "\(text)\n")
    } catch {
      exit(withError: error)
    }
  }

  /// A message on one line. The library puts the values of a list on a line each: `  - records`.
  private static func oneLine(_ message: String) -> String {
    message.split(separator: "\n").reduce(into: "") { whole, line in
      let words = line.split(separator: " ")
      let isItem = words.first == "-"
      if !whole.isEmpty { whole += isItem && !whole.hasSuffix(":") ? ", " : " " }
      whole += words.dropFirst(isItem ? 1 : 0).joined(separator: " ")
    }
  }

  /// What stands behind the command's name; also without /proc, where Swift's own list is empty. Names of files need not be
  /// UTF-8.
  private static let arguments = (1..<max(1, copydesk_argument_count())).map { index in
    copydesk_argument(index).map {
      FileName.argument(UnsafeBufferPointer(start: $0, count: strlen($0)).map(UInt8.init(bitPattern:)))
    } ?? ""
  }

  /// The page of `copydesk --help`, `copydesk view --help` or `copydesk help view`, if that is what was asked.
  private static var requestedHelp: String? {
    guard arguments.contains(where: { ["--help", "-h", "help"].contains($0) }) else { return nil }
    let root = CommandInfo.root
    let names = root.subcommands.map(\.name)
    return HelpPage().text(of: arguments.first(where: names.contains), in: root)
  }
}
