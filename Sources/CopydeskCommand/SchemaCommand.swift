import ArgumentParser
import Copydesk

/// `copydesk schema`: the JSON Schema of the output.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of a line of output.")

  @Option(name: .customLong("for"), help: "The shape: records or facts.")
  var shape: OutputShape = .records

  func run() throws {
    if let error = StandardOutput().write(Array("\(RecordSchema.json(for: shape))\n".utf8)) {
      StandardError.say("standard output: \(error)")
      throw ExitCode(74)
    }
  }
}
