import ArgumentParser

/// The command for those who work on Copydesk: builds what the product ships, trains and measures taggers. It is not
/// installed.
@main
struct CopydeskWorkshop: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copydesk-workshop", abstract: "Builds, trains and measures what Copydesk works with.",
    subcommands: [BuildGazetteer.self, BuildLexicon.self, TrainLinker.self, TrainIds.self, Train.self, Evaluate.self])
}

struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Train a model.", subcommands: [TrainNER.self])
}

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Measure a model.", subcommands: [EvaluateNER.self])
}
