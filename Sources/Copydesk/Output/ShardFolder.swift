package import CopydeskIntake
import Glibc
import Synchronization

/// Writes the output of a run as files of so many documents each, so that the run can be killed at any moment and resumed.
///
/// A shard is written under another name and gets its own when it is complete; then its completion marker is written in
/// `done/`, in the same way. What has no marker is written again. As the output depends on nothing but the inputs and
/// the options, the folder ends up with the same bytes, however often the run was killed. Each marker says what its shard
/// was made of; a run over other inputs is refused before it writes anything.
package final class ShardFolder: Sendable {
  private struct State: ~Copyable {
    var complete: [Shard]
    var shard: Shard
    var hasher = SHA256Hasher()
    var file: OutputFile?
    var rejects: OutputFile?
    var rejectedHash: SHA256Hasher
    /// Whether the inputs are known to be those of the complete shards.
    var isChecked = false
  }

  private let plan: ShardPlan
  private let markers: ShardMarkers
  private let state: Mutex<State>
  private let lastHash: SHA256Hasher
  private let rejectedBytes: Int
  private let lock: Int32
  private let read = ReadDigest()
  /// The documents of the shards that were complete before this run.
  package let documentsDone: Int
  /// The book that the run has to enter in what it reads (`RunSettings.ledger`).
  package let book: InputLedger
  /// What was damaged and is made again, a line each.
  package let notes: [String]

  /// Opens a folder.
  /// - Parameters:
  ///   - plan: which folder, and what goes into it.
  ///   - resumes: whether to go on where a run was killed; if not, there must be no shard of it.
  package init(_ plan: ShardPlan, resumes: Bool) throws(OutputError) {
    self.plan = plan
    markers = ShardMarkers(plan: plan)
    try OutputFile.makeFolder("\(plan.folder)/done")
    lock = try Self.lock(plan)
    let found: ShardMarkers.Found
    do throws(OutputError) {
      found = try markers.found()
      if !resumes, found.isBegun {
        throw OutputError("\(plan.folder) has the output of a run: --resume goes on with it, or take an empty folder")
      }
      if let path = plan.rejects { try OutputFile.makeFile(path) }
    } catch {
      close(lock)
      throw error
    }
    documentsDone = found.shards.reduce(0) { $0 + $1.counts.documents }
    notes = found.notes
    (lastHash, rejectedBytes) = (found.lastHash, found.rejectedBytes)
    let complete = found.shards.count
    book = InputLedger(
      expecting: { [markers] in $0 < complete ? markers.inputs(of: $0) : nil }, sum: { [read] in read.add($0) })
    state = Mutex(
      State(
        complete: found.shards, shard: Shard(name: plan.name(of: found.shards.count)),
        rejectedHash: found.rejectedHash))
  }

  deinit { close(lock) }

  private static func lock(_ plan: ShardPlan) throws(OutputError) -> Int32 {
    let lock = open("\(plan.folder)/done/.\(plan.prefix).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard lock >= 0 else { throw OutputError("\(plan.folder): \(ReadError().message)") }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      throw OutputError("\(plan.folder): another run is writing there")
    }
    return lock
  }

  /// The shards that are complete.
  package var shards: [Shard] {
    let complete = state.withLock { $0.complete }
    return complete.map { shard in
      var shard = shard
      shard.inputs = []
      return shard
    }
  }

  /// The digest of all that was read so far.
  package var readDigest: LineDigest { read.digest }

  /// Writes the lines of the next document; returns an error's message if that fails.
  package func write(_ lines: DocumentLines) -> String? {
    state.withLock { state in
      do throws(OutputError) {
        try check(&state)
        if state.file == nil { try begin(&state) }
        guard book.take(into: &state.shard.inputs) else {
          throw OutputError("\(plan.folder): what is written was not entered in the book of what is read")
        }
        try state.file?.write(lines.bytes)
        if lines.failure != nil, state.rejects != nil {
          try state.rejects?.write(lines.bytes)
          state.rejectedHash.update(lines.bytes)
        }
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
  package func finish(isWhole: Bool) -> String? {
    state.withLock { state in
      do throws(OutputError) {
        if isWhole { try check(&state) }
        if isWhole, state.file != nil, state.shard.counts.documents > 0 { try complete(&state) }
        try state.rejects?.flush()
        return nil
      } catch {
        return error.description
      }
    }
  }

  /// Makes sure, before anything is changed, that the complete shards were made of the inputs that were read now, and takes
  /// away what was made after them.
  private func check(_ state: inout State) throws(OutputError) {
    if state.isChecked { return }
    if let problem = book.problem {
      throw OutputError(
        "\(plan.folder) was made of other inputs, nothing was written: \(problem); take an empty folder, or bring them back"
      )
    }
    if let path = plan.rejects { state.rejects = try OutputFile(path: path, keeping: rejectedBytes) }
    try markers.removeAll(from: state.complete.count)
    state.isChecked = true
  }

  /// Begins the next file. If the last one is short, the inputs have grown: as in a run over all of them, it is filled first.
  private func begin(_ state: inout State) throws(OutputError) {
    guard let last = state.complete.last, last.counts.documents < plan.documentsPerShard else {
      state.file = try OutputFile(path: plan.partPath(of: state.complete.count))
      return
    }
    let number = state.complete.count - 1
    let (path, part) = (plan.path(of: number), plan.partPath(of: number))
    guard unlink(plan.markerPath(of: number)) == 0, rename(path, part) == 0 else {
      throw OutputError("\(path): \(ReadError().message)")
    }
    state.complete.removeLast()
    (state.shard, state.hasher) = (last, lastHash)
    state.file = try OutputFile(path: part, keeping: last.counts.bytes)
  }

  private func complete(_ state: inout State) throws(OutputError) {
    let number = state.complete.count
    try state.file?.synchronize()
    state.file = nil
    try state.rejects?.synchronize()
    try OutputFile.move(plan.partPath(of: number), to: plan.path(of: number))
    state.shard.sha256 = SHA256.hexadecimal(state.hasher.digest())
    try markers.write(
      state.shard, number: number, rejectedBytes: state.rejects?.count ?? 0,
      rejectedSHA256: SHA256.hexadecimal(state.rejectedHash.digest()))
    state.shard.inputs = []
    state.complete.append(state.shard)
    state.shard = Shard(name: plan.name(of: number + 1))
    state.hasher = SHA256Hasher()
  }
}

/// The digest of all documents that were read, whatever their order.
package final class ReadDigest: Sendable {
  private let sum = Mutex(LineDigest())

  /// Of nothing.
  package init() {}

  /// The digest so far.
  package var digest: LineDigest { sum.withLock { $0 } }

  /// Takes in the hash of a document, as `InputLedger` gives it.
  package func add(_ fingerprint: [UInt8]) { sum.withLock { $0.add(hash: fingerprint) } }
}
