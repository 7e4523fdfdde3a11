import Copydesk
import CopydeskIntake
import Glibc
import Synchronization

/// What takes the lines of a run.
protocol RunSink: Sendable {
  /// The documents that were written before this run.
  var documentsDone: Int { get }
  /// What all files hold, earlier runs' among them; nil if it is what the run itself has counted.
  var written: RunCounts? { get }
  /// The files that are complete, for the manifest.
  var shards: [Shard] { get }
  /// The book of what the run reads; nil if nobody wants to know.
  var ledger: InputLedger? { get }
  /// The digest of what was read, by the book.
  var readDigest: LineDigest { get }
  /// Takes the lines of the next document, and whether nothing else is in work; returns an error's message.
  func write(_ lines: DocumentLines, isLast: Bool) -> String?
  /// Ends the run, whole or broken off; returns an error's message.
  func finish(isWhole: Bool) -> String?
}

extension ShardFolder: RunSink {
  var ledger: InputLedger? { book }
  var written: RunCounts? { shards.reduce(into: RunCounts()) { $0.add($1.counts) } }
  func write(_ lines: DocumentLines, isLast: Bool) -> String? { write(lines) }
}

/// Standard output. Lines are held back only while others are in work: who waits for an answer gets it.
final class StreamSink: RunSink {
  private struct State: ~Copyable {
    var output: OutputFile
    var rejects: OutputFile?
    var shard = Shard(name: "-")
    var hasher = SHA256Hasher()
  }

  private let state: Mutex<State>
  private let isDigested: Bool
  private let isLineBuffered: Bool
  /// A terminal gets lines of the same values with nothing in them that turns its text round.
  private let isTerminal: Bool
  private let read = ReadDigest()
  let ledger: InputLedger?

  /// - Parameter passedOver: how many of the first bytes went out in an earlier attempt at the run.
  init(rejects: String?, isDigested: Bool, isLineBuffered: Bool, passedOver: Int = 0) throws(OutputError) {
    isTerminal = isatty(1) == 1
    (self.isDigested, self.isLineBuffered) = (isDigested, isLineBuffered || isTerminal)
    ledger = isDigested ? InputLedger(forSum: { [read] in read.add($0) }) : nil
    if let rejects {
      state = Mutex(
        State(output: .standardOutput(passingOver: passedOver), rejects: try OutputFile(path: rejects)))
    } else {
      state = Mutex(State(output: .standardOutput(passingOver: passedOver)))
    }
  }

  var documentsDone: Int { 0 }
  var written: RunCounts? { nil }
  var readDigest: LineDigest { read.digest }

  var shards: [Shard] {
    state.withLock { state in
      var shard = state.shard
      shard.sha256 = SHA256.hexadecimal(state.hasher.digest())
      return [shard]
    }
  }

  func write(_ lines: DocumentLines, isLast: Bool) -> String? {
    state.withLock { state in
      do throws(OutputError) {
        try state.output.write(isTerminal ? VisibleText.shown(json: lines.bytes) : lines.bytes)
        if isLast || isLineBuffered { try state.output.flush() }
        if lines.failure != nil { try state.rejects?.write(lines.bytes) }
      } catch {
        return error.description
      }
      if isDigested {
        state.shard.counts.add(lines)
        state.shard.digest.add(lines.bytes)
        state.hasher.update(lines.bytes)
      }
      return nil
    }
  }

  func finish(isWhole: Bool) -> String? {
    state.withLock { state in
      do throws(OutputError) {
        try state.output.flush()
        try state.rejects?.flush()
        return nil
      } catch {
        return error.description
      }
    }
  }
}
