public import CopydeskIntake

/// What a document gave: its lines, and what there is to count of it.
public struct DocumentLines: Sendable {
  /// The id of the document.
  public var id: String
  /// The lines of output.
  public var bytes: [UInt8]
  /// The size of the document's source.
  public var sourceBytes = 0
  /// Its soft trouble.
  public var warnings: Set<Warning> = []
  /// Why it has no facts.
  public var failure: DocumentFailure?
  /// The input that could not be opened or read to its end; nil if that is not what went wrong.
  public var problem: String?
  /// The document is not the one that is wanted (`RunSettings.only`): it has no lines and counts for nothing.
  var isPassedOver = false
  /// The path of a document that was the end of its worker process; nil if it was not.
  var casualtyPath: String?

  /// The lines of a document.
  public init(
    id: String = "", bytes: [UInt8], sourceBytes: Int = 0, warnings: Set<Warning> = [], failure: DocumentFailure? = nil
  ) {
    (self.id, self.bytes, self.sourceBytes) = (id, bytes, sourceBytes)
    (self.warnings, self.failure) = (warnings, failure)
  }
}

/// A document that was the end of a worker process.
public struct Casualty: Sendable {
  /// The id of its record.
  public var id: String
  /// The input that it is in, as it was given.
  public var path: String
  /// What happened.
  public var failure: DocumentFailure
}

/// Counts of documents, as they go into reports and manifests.
public struct RunCounts: Sendable, Hashable {
  /// The documents.
  public var documents = 0
  /// How many of them have an error.
  public var failures = 0
  /// The bytes of their sources.
  public var sourceBytes = 0
  /// The bytes written.
  public var bytes = 0
  /// The number of each error's code.
  public var errors: [String: Int] = [:]
  /// The number of each warning's code.
  public var warnings: [String: Int] = [:]

  /// Nothing.
  public init() {}

  /// Counts a document.
  public mutating func add(_ lines: DocumentLines) {
    documents += 1
    sourceBytes += lines.sourceBytes
    bytes += lines.bytes.count
    if let failure = lines.failure {
      failures += 1
      errors[failure.code.rawValue, default: 0] += 1
    }
    for warning in lines.warnings { warnings[warning.rawValue, default: 0] += 1 }
  }

  /// Counts what others have counted.
  public mutating func add(_ other: RunCounts) {
    documents += other.documents
    failures += other.failures
    sourceBytes += other.sourceBytes
    bytes += other.bytes
    errors.merge(other.errors, uniquingKeysWith: +)
    warnings.merge(other.warnings, uniquingKeysWith: +)
  }
}

/// What became of a run.
public struct RunReport: Sendable {
  /// What was written.
  public var counts = RunCounts()
  /// The inputs that could not be opened, or not read to their end.
  public var problems: [String] = []
  /// The documents that were the end of a worker process: the first hundred.
  public var casualties: [Casualty] = []
  /// What else there is to say of the run, for a person.
  public var notes: [String] = []
  /// What was passed over in the inputs.
  public var findings = ReaderFindings()
  /// Why the output could not be written; nil if it could.
  public var outputError: String?
  /// The processor time of each stage in seconds, if it was taken.
  public var stages: [(name: String, seconds: Double)] = []

  /// The records written.
  public var documents: Int { counts.documents }
  /// How many of them have an error.
  public var failures: Int { counts.failures }
  /// The files that were no news by their extension, and the records of archives by their media type.
  public var skipped: [String: Int] { findings.skipped }
}
