import ArgumentParser

/// The command for those who work on Copydesk: builds what the product ships. It is not installed.
@main
struct CopydeskWorkshop: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copydesk-workshop", abstract: "Builds what Copydesk ships.",
    subcommands: [BuildGazetteer.self, TrainLinker.self])
}
