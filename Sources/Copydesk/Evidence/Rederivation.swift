public import CopydeskIntake

/// Why a record cannot be made again.
public struct RederivationProblem: Error, Sendable {
  /// For a person, one line.
  public let message: String
  /// Whether it is that options, resources or the version that made it are not known here.
  public let isOtherRun: Bool

  init(message: String, isOtherRun: Bool = false) { (self.message, self.isOtherRun) = (message, isOtherRun) }
}

/// A record that was made again from its source.
public struct Rederived {
  /// The bytes that it is made of.
  public let raw: RawRecord
  /// The new record.
  public let record: Record
  /// Its line, as the writer writes it.
  public let json: JSONValue
  /// The bytes that `record.sourceRange(of:)` counts in; nil if they cannot be had.
  public let sourceBytes: [UInt8]?
  /// Whether it was made as the old one was; if not, by this version with the given options.
  public let isSameRun: Bool
}

/// Makes records again from their sources, to hold both against each other. A source is read front to back: records in
/// its order cost one reading of it.
public struct Rederivation {
  private let root: String
  private let comparesOtherRuns: Bool
  private var options: RunOptions
  private var current: (path: String, format: SourceFormat?, inputs: Inputs)?
  private var pending: RawRecord?

  /// - Parameters:
  ///   - root: the source itself, or the folder that the paths in the records start from.
  ///   - options: those that the records do not tell; `tracesSource` for the way back to the source's bytes.
  ///   - comparesOtherRuns: whether records that another version, other options or other resources have made are made
  ///     again as well, with this version and these options.
  public init(against root: String, options: Options = .init(), comparesOtherRuns: Bool = false) {
    (self.root, self.options, self.comparesOtherRuns) = (root, RunOptions(given: options), comparesOtherRuns)
  }

  /// The record made again.
  public mutating func record(like record: JSONValue) throws(RederivationProblem) -> Rederived {
    let (pipeline, isSameRun) = options.pipeline(of: record)
    guard isSameRun || comparesOtherRuns else {
      throw RederivationProblem(
        message:
          "run \(record["run"]?.string ?? "") was made with other options or resources, or by another version: give "
          + "--gazetteer, --model, --names as it was made, or --force to compare all the same", isOtherRun: true)
    }
    let source = record["source"]
    let (path, offset) = (source?["path"]?.string ?? "", Int(source?["offset"]?.string ?? "") ?? 0)
    guard let file = SourcePath.resolve(path, against: root) else {
      throw RederivationProblem(message: "its source \(path) is not there")
    }
    var raw = try find(offset: offset, in: file, options: pipeline.options)
    // The paths in the record are those that were given when it was made.
    let id = raw.provenance.id
    if id.hasPrefix(raw.provenance.path) { raw.provenance.id = path + id.dropFirst(raw.provenance.path.count) }
    raw.provenance.path = path
    var worker = pipeline.makeWorker()
    let made = worker.record(of: raw)
    guard let json = JSONParser.parse(worker.lines(of: made)[...]) else {
      throw RederivationProblem(message: "cannot be read back")
    }
    let decoder = PageDecoder(limit: pipeline.options.maxBytes)
    let bytes = pipeline.options.tracesSource ? try? decoder.sourceBytes(of: raw) : nil
    return Rederived(raw: raw, record: made, json: json, sourceBytes: bytes, isSameRun: isSameRun)
  }

  private mutating func find(offset: Int, in file: String, options: Options) throws(RederivationProblem) -> RawRecord {
    if current?.path != file || current?.format != options.format || (pending?.provenance.offset ?? 0) > offset {
      let reading = ReadingOptions(format: options.format, maxBytes: options.maxBytes)
      current = (file, options.format, Inputs([.path(file)], options: reading))
      pending = nil
    }
    while true {
      if let pending, pending.provenance.offset == offset { return pending }
      switch current?.inputs.next() {
      case .success(let raw)?: pending = raw
      case .failure(let problem)?: throw RederivationProblem(message: "\(problem.path): \(problem.message)")
      case nil:
        current = nil
        throw RederivationProblem(message: "\(file) has no record at byte \(offset)")
      }
      if let pending, pending.provenance.offset > offset {
        throw RederivationProblem(message: "\(file) has no record at byte \(offset)")
      }
    }
  }
}
