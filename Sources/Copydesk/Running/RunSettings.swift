package import CopydeskIntake

/// How a run goes about its work. None of it changes a record, except `timePerDocument`.
public struct RunSettings: Sendable {
  /// The number of threads.
  public var jobs = 1
  /// The largest number of documents between reading and writing; nil: four a thread.
  public var documentsInFlight: Int?
  /// The largest number of bytes between reading and writing; nil: 64 MiB, or the largest document if that is more.
  public var bytesInFlight: Int?
  /// The seconds of processor time that a document may take before it is given up; nil: as many as it needs.
  public var timePerDocument: Double?
  /// The seconds to wait for more of a pipe before giving up; nil: for ever.
  public var idleTimeout: Double?
  /// The share of the files to read.
  package var share = InputShare.all
  /// Files and folders that are passed over in the folders that are walked, because they are the output.
  package var excluded: Set<FileIdentity> = []
  /// The book of what is read: `ShardFolder` gives it, and compares by it.
  package var ledger: InputLedger?
  /// How many documents to pass over: they were written before.
  package var documentsDone = 0
  /// The id of the one document that is wanted; nil: all of them.
  public var only: String?
  /// The processes that do the work; nil: the threads of this one.
  package var workers: WorkerServer?
  /// What earlier attempts at the same run have found out.
  package var attempt = RunSupervisor.Attempt()
  /// Where a test lets reading end the process: `PATH#RECORD`.
  package var plantedTrap: String?
  /// Whether lines go out one by one, so that documents should not be put together on their way to a worker.
  package var isLineByLine = false
  /// Whether the processor time of each stage is taken.
  public var timesStages = false
  /// Follows the run while it goes on.
  public var progress: RunProgress?

  /// One thread, no limits.
  public init() {}
}
