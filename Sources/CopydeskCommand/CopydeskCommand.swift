import ArgumentParser
import Copydesk
import Glibc

/// The command: `copydesk [run] …` and its companions, a file each.
@main
struct CopydeskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copydesk",
    abstract: "Turns news into structured facts: entities, quantities, times and quotes, as JSON Lines.",
    discussion: """
      EXAMPLES
        copydesk news/ > records.jsonl              every page of a folder, a record a line
        copydesk view -o report.html records.jsonl  look at it in a browser
        copydesk --layers quotes page.html          just the quotes (and what they need)
        copydesk --in jsonl - < docs.jsonl          a filter: a line out for each line in
        copydesk --out facts news/ > facts.jsonl    one flat row a fact, for SQL

      Exit status: 0 all read · 1 with --strict, if a document failed · 64 usage · 65 bad data · 66 an input could not be \
      opened · 71 no /proc · 74 output error · 130 interrupted. docs/OUTPUT.md describes every key.
      """,
    version: "copydesk \(Version.current) (resources \(Version.resources))",
    subcommands: [
      RunCommand.self, ShowCommand.self, ViewCommand.self, ExplainCommand.self, VerifyCommand.self, NamesCommand.self,
      GazetteerCommand.self, SchemaCommand.self, BlocksCommand.self, RepairCommand.self, KeysCommand.self,
      DigestCommand.self, ManCommand.self,
    ],
    defaultSubcommand: RunCommand.self)

  /// Runs the command. A mistake is told in one line, as every other trouble is.
  static func main() {
    // Arguments are read from there. Without it they would be passed over in silence, as if there were none.
    guard access("/proc/self/cmdline", R_OK) == 0 else {
      StandardError.say("the options cannot be read: /proc is not mounted")
      exit(withError: ExitCode(71))
    }
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let status = exitCode(for: error)
      if status != .success, !(error is ExitCode) {
        // The library puts the values of a list on a line each.
        let message = message(for: error).split(separator: "\n").joined(separator: " ").split(separator: " ")
        StandardError.say("\(message.joined(separator: " ")) (copydesk --help tells more)")
        exit(withError: status)
      }
      if let help = requestedHelp {
        try? StandardOutput().writeOrExit(help)
        exit(withError: status)
      }
      exit(withError: error)
    }
  }

  /// The page of `copydesk --help`, `copydesk view --help` or `copydesk help view`, if that is what was asked.
  private static var requestedHelp: String? {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.contains(where: { ["--help", "-h", "help"].contains($0) }) else { return nil }
    let root = CommandInfo.root
    let names = root.subcommands.map(\.name)
    return HelpPage().text(of: arguments.first(where: names.contains), in: root)
  }
}
