import CWorker
import CopydeskIntake
import Glibc

/// Watches over a run: the process that reads inputs and writes records is a child of the one that was started.
///
/// Workers take care of documents; what cuts files into documents is in one process for all of them. If that ends in the middle
/// of a record, the run is started again: the output is a function of the inputs, so what has gone out already is passed
/// over, byte for byte, and the input that could not be read ends with an error record.
package struct RunSupervisor {
  /// One attempt at a run, as the child finds it.
  package struct Attempt: Sendable {
    /// How many of the first bytes of standard output have gone out before.
    package internal(set) var written = 0
    /// The inputs that end with an error after so many records, because reading more ends the process.
    package internal(set) var unreadable: [String: Int] = [:]
    /// Whether there was an attempt before.
    package internal(set) var isRepeated = false

    /// The first one.
    package init() {}
  }

  private let log: UnsafeMutablePointer<copydesk_run_log>
  private let say: (String) -> Void
  private let inputStart: off_t

  /// How many inputs may end the process before the run is given up.
  private static var patience: Int { 16 }

  /// - Parameter say: takes messages for the user.
  /// - Returns: nil if there is no memory to share.
  package init?(say: @escaping (String) -> Void) {
    guard let memory = copydesk_share(MemoryLayout<copydesk_run_log>.stride) else { return nil }
    log = memory.bindMemory(to: copydesk_run_log.self, capacity: 1)
    self.say = say
    inputStart = lseek(0, 0, SEEK_CUR)
  }

  /// Runs in a child; in the process that was started it does not return, but ends as the child did.
  ///
  /// The run has a thread of its own there. Swift's locks name their owner by a number that each thread asks for once; the
  /// main thread of a forked process still has that of its parent, and whoever waits for a lock of it waits for ever.
  /// - Precondition: this process has no other threads.
  /// - Parameters:
  ///   - readsStandardInput: whether standard input is among the inputs: what was taken of a pipe is gone.
  ///   - body: the run; it is told what earlier attempts have found out.
  /// - Throws: what the run throws.
  package func run(readsStandardInput: Bool, _ body: (Attempt) throws -> Void) throws {
    guard let attempt = start(readsStandardInput: readsStandardInput) else { return try body(Attempt()) }
    try withoutActuallyEscaping(body) { body in
      let call = Call(body: body, attempt: attempt)
      // The call lives until the thread has ended.
      let status = copydesk_on_new_thread(
        { Unmanaged<Call>.fromOpaque($0).takeUnretainedValue().run() }, Unmanaged.passUnretained(call).toOpaque())
      guard status == 0 else { return try body(attempt) }
      if let error = call.error { throw error }
    }
  }

  /// A run on its way to another thread.
  private final class Call {
    private let body: (Attempt) throws -> Void
    private let attempt: Attempt
    private(set) var error: (any Error)?

    init(body: @escaping (Attempt) throws -> Void, attempt: Attempt) { (self.body, self.attempt) = (body, attempt) }

    func run() {
      do { try body(attempt) } catch { self.error = error }
    }
  }

  /// Forks, and returns in the child, once for each attempt.
  /// - Returns: nil if the system does not let us fork.
  private func start(readsStandardInput: Bool) -> Attempt? {
    var attempt = Attempt()
    while true {
      log.pointee.is_reading = 0
      let child = copydesk_fork()
      if child == 0 {
        copydesk_log_to(log)
        return attempt
      }
      guard child > 0 else {
        if attempt.isRepeated { giveUp() }
        return nil
      }
      copydesk_forward_interrupts(child)
      var end = copydesk_end()
      guard copydesk_await(child, &end) == 0 else { giveUp() }
      if end.signal == 0 { exit(end.status) }
      guard Self.deadly.contains(end.signal) else { endLike(signal: end.signal) }
      let path = withUnsafeBytes(of: log.pointee.path) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      let record = Int(clamping: log.pointee.record)
      guard log.pointee.is_reading != 0, !path.isEmpty else {
        say("ended by signal \(end.signal), in no document and no input: this is a fault of copydesk")
        exit(70)
      }
      say(
        "\(path): reading record \(record + 1) of it ended the process by signal \(end.signal): this is a fault of copydesk"
      )
      let isAtStart = !readsStandardInput || (inputStart >= 0 && lseek(0, inputStart, SEEK_SET) == inputStart)
      guard isAtStart, attempt.unreadable[path] == nil, attempt.unreadable.count < Self.patience else { giveUp() }
      attempt.unreadable[path] = record
      attempt.written = Int(clamping: log.pointee.written)
      attempt.isRepeated = true
    }
  }

  /// Ends as the child did.
  private func endLike(signal: Int32) -> Never {
    copydesk_end_by(signal)
    exit(128 &+ signal)
  }

  private func giveUp() -> Never {
    say("the run has been given up: what was read after that is not in the output")
    exit(70)
  }

  private static let deadly: Set<Int32> = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE]
}
