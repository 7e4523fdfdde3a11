import ArgumentParser
import Copydesk

/// The command: `copydesk [run] …`, `copydesk schema`, `copydesk verify`.
@main
struct CopydeskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copydesk",
    abstract: "Turns news into structured facts: entities, quantities, times and quotes, as JSON Lines.",
    discussion: """
      copydesk news/                          every page of a folder, a record a line
      copydesk --layers quotes page.html      just the quotes (and what they need)
      copydesk --in jsonl - < docs.jsonl      a filter: one line out for each line in, in order
      copydesk --out facts news/ > facts.jsonl   one flat row a fact

      Exit status: 0 all read · 1 with --strict, if a document failed · 64 usage · 65 bad data · 66 an input could not be \
      opened · 74 output error · 130 interrupted. docs/OUTPUT.md describes every key.
      """,
    version: "copydesk \(Version.current) (resources \(Version.resources))",
    subcommands: [
      RunCommand.self, SchemaCommand.self, VerifyCommand.self, ShowCommand.self, NamesCommand.self,
      GazetteerCommand.self,
    ],
    defaultSubcommand: RunCommand.self)

  /// Runs the command. A mistake is told in one line, as every other trouble is.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let status = exitCode(for: error)
      if status != .success, !(error is ExitCode) {
        StandardError.say("\(message(for: error)) (copydesk --help tells more)")
        exit(withError: status)
      }
      exit(withError: error)
    }
  }
}
