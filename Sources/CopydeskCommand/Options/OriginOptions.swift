import ArgumentParser
import Copydesk
import CopydeskIntake

/// What records were made with, as far as they do not tell it themselves: for the commands that make them again.
struct OriginOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The file of names that the records were made with.", valueName: "file"))
  var names: String?

  @Option(help: ArgumentHelp("The tagger of names that they were made with.", valueName: "file"))
  var model: String?

  @Option(help: ArgumentHelp("A list of names that they were made with. Can be repeated.", valueName: "file"))
  var gazetteer: [String] = []

  @Option(help: ArgumentHelp("The largest document, in bytes, that they were made with.", valueName: "bytes"))
  var maxBytes: Int = ReadingOptions().maxBytes

  @Flag(help: "Compare also with what this version and these options give, if others made the record.")
  var force = false

  mutating func validate() throws {
    guard maxBytes > 0, maxBytes < Int(Int32.max) else {
      throw ValidationError("--max-bytes takes a number from 1 to \(Int32.max - 1)")
    }
  }

  /// The options of a pipeline that makes them again.
  func options(keys: KeyOptions) throws -> Options {
    var options = Options()
    options.keys = keys.keys
    options.maxBytes = maxBytes
    options.corrections = try names.map { try CorrectionsFile.read($0) }
    try UserResources.read(model: model, gazetteers: gazetteer, into: &options)
    return options
  }
}
