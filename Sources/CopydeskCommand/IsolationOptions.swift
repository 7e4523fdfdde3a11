import ArgumentParser
import Copydesk
import Glibc

/// How documents are kept from each other.
struct IsolationOptions: ParsableArguments {
  @Flag(
    name: .customLong("no-isolation"),
    help: "Process documents in this process: one that crashes it takes all others along.")
  var isOff = false

  @Option(
    help: ArgumentHelp(
      "The most memory that a worker process may take for a document; what takes more becomes an error record.",
      valueName: "bytes"))
  var memoryPerWorker = IsolationSettings().memoryPerWorker

  @Option(help: ArgumentHelp("Process only the document with this id.", valueName: "id"))
  var only: String?

  mutating func validate() throws {
    guard memoryPerWorker >= 64 << 20 else { throw ValidationError("--memory-per-worker takes a number from 67108864") }
  }

  /// The processes that do the work; nil if they are not wanted, or not to be had.
  ///
  /// To be called before anything starts a thread.
  func makeWorkers(_ pipeline: Pipeline, jobs: Int, timePerDocument: Double?, timesStages: Bool) throws -> WorkerServer? {
    if isOff { return nil }
    var settings = IsolationSettings()
    settings.memoryPerWorker = memoryPerWorker
    if let timePerDocument { settings.timePerDocument = timePerDocument }
    if let value = getenv("COPYDESK_PLANT") {
      guard let planted = PlantedFaults(String(cString: value)) else {
        throw ValidationError("COPYDESK_PLANT takes FAULT=ID,…: trap, hang, sleep, leak, overflow or exit")
      }
      settings.planted = planted
    }
    if let sleep = getenv("COPYDESK_LONGEST_SLEEP").flatMap({ Double(String(cString: $0)) }) { settings.longestSleep = sleep }
    let workers = WorkerServer(pipeline, workers: jobs, settings: settings, timesStages: timesStages, only: only)
    if workers == nil { StandardError.say("worker processes cannot be started: documents are not isolated") }
    return workers
  }
}
