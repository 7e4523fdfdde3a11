import ArgumentParser
import Copydesk

/// How documents go through the process; none of it changes a record.
struct FlowOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The most documents between reading and writing (four a thread).", valueName: "number"))
  var maxInFlight: Int?

  @Option(
    help: ArgumentHelp("The most bytes of input between reading and writing (64 MiB).", valueName: "bytes"))
  var maxBytesInFlight: Int?

  @Flag(help: "Write out each line at once, also while others are in work.")
  var lineBuffered = false

  @Option(
    help: ArgumentHelp("End the input if nothing comes through a pipe for so long.", valueName: "seconds"))
  var idleTimeout: Double?

  mutating func validate() throws {
    if let maxInFlight, maxInFlight < 1 { throw ValidationError("--max-in-flight takes a number from 1") }
    if let maxBytesInFlight, maxBytesInFlight < 1 {
      throw ValidationError("--max-bytes-in-flight takes a number from 1")
    }
    if let idleTimeout, !(idleTimeout > 0) { throw ValidationError("--idle-timeout takes seconds, above 0") }
  }

  var settings: RunSettings {
    var settings = RunSettings()
    (settings.documentsInFlight, settings.bytesInFlight) = (maxInFlight, maxBytesInFlight)
    settings.idleTimeout = idleTimeout
    return settings
  }
}
