import ArgumentParser
import Copydesk
import CopydeskIntake
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
  func makeWorkers(_ pipeline: Pipeline, jobs: Int, timePerDocument: Double?, timesStages: Bool) throws -> WorkerServer?
  {
    if isOff { return nil }
    var settings = IsolationSettings()
    settings.memoryPerWorker = memoryPerWorker
    if let timePerDocument { settings.timePerDocument = timePerDocument }
    if let value = Self.variable("COPYDESK_PLANT") {
      guard let planted = PlantedFaults(value) else {
        throw ValidationError("COPYDESK_PLANT takes FAULT=ID,…: trap, hang, sleep, leak, overflow or exit")
      }
      settings.planted = planted
    }
    if let sleep = Self.variable("COPYDESK_LONGEST_SLEEP").flatMap({ Double($0) }) { settings.longestSleep = sleep }
    let workers = WorkerServer(pipeline, workers: jobs, settings: settings, timesStages: timesStages, only: only)
    if workers == nil { StandardError.say("worker processes cannot be started: documents are not isolated") }
    return workers
  }

  /// Runs under a process that starts the run again if an input ends it.
  ///
  /// To be called before anything starts a thread.
  func supervise(_ inputs: [InputPath], _ body: (RunSupervisor.Attempt) throws -> Void) throws {
    guard !isOff, let supervisor = RunSupervisor(say: { StandardError.say($0) }) else { return try body(.init()) }
    try supervisor.run(readsStandardInput: inputs.contains(.standardInput), body)
  }

  /// Where a test lets reading end the process.
  var plantedTrap: String? { Self.variable("COPYDESK_PLANT_READING") }

  private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
