import CopydeskFacts
public import CopydeskIntake
import Glibc
import Synchronization

/// How the output of a run is laid out in a folder.
public struct ShardPlan: Sendable {
  /// The folder; it is made if it isn't there.
  public var folder: String
  /// The documents in each file.
  public var documentsPerShard: Int
  /// The file for the lines of documents that failed; nil: none.
  public var rejects: String?
  /// What a file's name begins with: `records`, `facts-00002-of-00008`.
  public var prefix: String
  /// What the output depends on; a run can be resumed only with the same.
  public var identity: String

  /// The plan of a pipeline's run over inputs.
  public init(
    _ pipeline: Pipeline, inputs: [InputPath], share: InputShare, folder: String, documentsPerShard: Int,
    rejects: String?
  ) {
    (self.folder, self.documentsPerShard, self.rejects) = (folder, documentsPerShard, rejects)
    let shape = pipeline.options.shape.rawValue
    let numbers = [share.number, share.count].map { String("0000\($0)".suffix(max(5, "\($0)".count))) }
    prefix = share.count == 1 ? shape : "\(shape)-\(numbers[0])-of-\(numbers[1])"
    let paths = Manifest.digest(of: inputs)
    identity = "\(pipeline.run) \(shape) \(share.number)/\(share.count) \(documentsPerShard) \(paths)"
  }
}

/// Writes the output of a run as files of so many documents each, so that the run can be killed at any moment and resumed.
///
/// A shard is written under another name and gets its own when it is complete; then its completion marker is written in
/// `done/`, in the same way. What has no marker is written again. As the output depends on nothing but the inputs and
/// the options, the folder ends up with the same bytes, however often the run was killed.
public final class ShardFolder: Sendable {
  private struct State: ~Copyable {
    var complete: [Shard] = []
    var shard: Shard
    var hasher = SHA256Hasher()
    var file: OutputFile?
    var rejects: OutputFile?
  }

  private let plan: ShardPlan
  private let state: Mutex<State>
  private let lock: Int32
  /// The documents of the shards that were complete before this run.
  public let documentsDone: Int

  /// Opens a folder.
  /// - Parameters:
  ///   - plan: which folder, and what goes into it.
  ///   - resumes: whether to go on where a run was killed; if not, there must be no shard of it.
  public init(_ plan: ShardPlan, resumes: Bool) throws(OutputError) {
    self.plan = plan
    try OutputFile.makeFolder("\(plan.folder)/done")
    lock = open("\(plan.folder)/done/.\(plan.prefix).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard lock >= 0 else { throw OutputError("\(plan.folder): \(ReadError().message)") }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      throw OutputError("\(plan.folder): another run is writing there")
    }
    let complete: [Shard]
    let rejectedBytes: Int
    do throws(OutputError) {
      (complete, rejectedBytes) = try Self.completeShards(of: plan)
      if !resumes, !complete.isEmpty {
        throw OutputError("\(plan.folder) has the output of a run: --resume goes on with it, or take an empty folder")
      }
    } catch {
      close(lock)
      throw error
    }
    documentsDone = complete.reduce(0) { $0 + $1.counts.documents }
    let rejects: OutputFile?
    if let path = plan.rejects {
      rejects = try OutputFile(path: path, keeping: rejectedBytes)
    } else {
      rejects = nil
    }
    state = Mutex(
      State(
        complete: complete, shard: Shard(name: Self.name(of: plan, complete.count)), rejects: rejects))
  }

  deinit { close(lock) }

  /// The shards that are complete.
  public var shards: [Shard] { state.withLock { $0.complete } }

  /// Writes the lines of the next document; returns an error's message if that fails.
  public func write(_ lines: DocumentLines) -> String? {
    state.withLock { state in
      do throws(OutputError) {
        if state.file == nil { state.file = try OutputFile(path: partPath(state.shard)) }
        try state.file?.write(lines.bytes)
        if lines.failure != nil { try state.rejects?.write(lines.bytes) }
        state.hasher.update(lines.bytes)
        state.shard.digest.add(lines.bytes)
        state.shard.counts.add(lines)
        if state.shard.counts.documents == plan.documentsPerShard { try complete(&state) }
        return nil
      } catch {
        return error.description
      }
    }
  }

  /// Ends the run: the last shard is complete too, unless the run was broken off.
  public func finish(isWhole: Bool) -> String? {
    state.withLock { state in
      do throws(OutputError) {
        if isWhole, state.shard.counts.documents > 0 { try complete(&state) }
        try state.rejects?.flush()
        return nil
      } catch {
        return error.description
      }
    }
  }

  private func complete(_ state: inout State) throws(OutputError) {
    try state.file?.synchronize()
    state.file = nil
    try state.rejects?.synchronize()
    try OutputFile.move(partPath(state.shard), to: "\(plan.folder)/\(state.shard.name)")
    state.shard.sha256 = SHA256.hexadecimal(state.hasher.digest())
    try OutputFile.replace(
      Self.markerPath(of: plan, state.complete.count),
      with: marker(state.shard, rejectedBytes: state.rejects?.count ?? 0))
    state.complete.append(state.shard)
    state.shard = Shard(name: Self.name(of: plan, state.complete.count))
    state.hasher = SHA256Hasher()
  }

  private func partPath(_ shard: Shard) -> String { "\(plan.folder)/\(shard.name).part" }

  private func marker(_ shard: Shard, rejectedBytes: Int) -> [UInt8] {
    var json = JSONBuffer()
    json.beginObject()
    json.key("schema")
    json.string("copydesk-shard/1")
    json.key("identity")
    json.string(plan.identity)
    shard.write(to: &json)
    json.key("rejected_bytes")
    json.integer(rejectedBytes)
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private static func number(_ number: Int) -> String { String("0000\(number)".suffix(max(5, "\(number)".count))) }

  private static func name(of plan: ShardPlan, _ number: Int) -> String {
    "\(plan.prefix)-\(Self.number(number)).jsonl"
  }

  private static func markerPath(of plan: ShardPlan, _ number: Int) -> String {
    "\(plan.folder)/done/\(plan.prefix)-\(Self.number(number)).json"
  }

  /// The shards that have a marker and all their bytes, from the first one on without a gap, and the size of the rejects
  /// at the end of the last one.
  private static func completeShards(of plan: ShardPlan) throws(OutputError) -> ([Shard], rejectedBytes: Int) {
    var shards: [Shard] = []
    var rejectedBytes = 0
    while let marker = readMarker(markerPath(of: plan, shards.count)) {
      guard marker["identity"]?.string == plan.identity else {
        throw OutputError(
          "\(plan.folder) has the output of a run with other inputs, other options or another version: "
            + "take an empty folder")
      }
      var status = stat()
      guard let shard = Shard(marker), stat("\(plan.folder)/\(shard.name)", &status) == 0,
        Int(status.st_size) == shard.counts.bytes
      else { break }
      shards.append(shard)
      rejectedBytes = marker["rejected_bytes"]?.string.flatMap { Int($0) } ?? 0
    }
    return (shards, rejectedBytes)
  }

  private static func readMarker(_ path: String) -> JSONValue? {
    guard let stream = try? FileStream(path: path) else { return nil }
    var bytes: [UInt8] = []
    while let count = try? stream.read(into: &bytes, count: 1 << 16), count > 0 {}
    return JSONParser.parse(bytes[...])
  }
}
