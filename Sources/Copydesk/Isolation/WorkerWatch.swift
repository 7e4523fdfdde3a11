import CWorker
import CopydeskIntake
import Glibc

/// Looks after the time that a worker takes over a document. The clock is that of its processor time: a busy machine
/// makes no document late.
struct WorkerWatch {
  private let process: Int32
  private let settings: IsolationSettings
  private let clock = ContinuousClock()
  /// The document that was in hand at the last look, and the processor time at which it was first seen there.
  private var document = -1
  private var start: Int64 = 0
  /// The processor time at the last look, and when it last grew.
  private var last: Int64 = -1
  private var lastProgress: ContinuousClock.Instant

  init(process: Int32, settings: IsolationSettings) {
    (self.process, self.settings) = (process, settings)
    lastProgress = clock.now
  }

  /// Called again and again while the worker says nothing; why it is to be ended, if it is.
  mutating func look(at notes: WorkerNotes) -> DocumentFailure? {
    let time = copydesk_processor_time(process)
    if notes.document != document { (document, start) = (notes.document, time) }
    if time != last || !isAsleep { (last, lastProgress) = (time, clock.now) }
    if Double(time - start) / 1e9 > settings.timePerDocument {
      return failure(notes, "took more than \(settings.timePerDocument) s of processor time (--timeout-per-doc)")
    }
    if clock.now - lastProgress > .seconds(settings.longestSleep) {
      return failure(notes, "waited for \(settings.longestSleep) s without doing anything")
    }
    return nil
  }

  private func failure(_ notes: WorkerNotes, _ message: String) -> DocumentFailure {
    DocumentFailure(code: .timeout, stage: WorkStage.name(notes.stage), message: message)
  }

  /// Whether the process waits for something: neither on a processor, nor in want of one, nor stopped by somebody.
  private var isAsleep: Bool {
    guard let stream = try? FileStream(path: "/proc/\(process)/stat") else { return false }
    var bytes: [UInt8] = []
    _ = try? stream.read(into: &bytes, count: 512)
    // `17 (copydesk) S 1 …`
    guard let name = bytes.lastIndex(of: UInt8(ascii: ")")), name + 2 < bytes.count else { return false }
    return bytes[name + 2] == UInt8(ascii: "S")
  }
}

/// How a worker ended, and what it noted before.
struct WorkerDeath {
  let notes: WorkerNotes
  /// Whether the system refused it more memory, or took the process because it had none left.
  let isOutOfMemory: Bool
  /// Whether somebody else ended it: its document may do nothing wrong.
  let isFromOutside: Bool
  private let signal: Int
  private let status: Int

  init(_ answer: ServerAnswer?, _ notes: WorkerNotes, limit: Int) {
    self.notes = notes
    (signal, status) = (Int(answer?.signal ?? 0), Int(answer?.status ?? -1))
    let isLarge = limit > 0 && Int(answer?.memory ?? 0) > limit / 2
    isOutOfMemory = notes.isOutOfMemory || isLarge
    isFromOutside = !isOutOfMemory && notes.signal == 0 && signal != 0
  }

  /// What the document's record says.
  var failure: DocumentFailure {
    let stage = WorkStage.name(notes.stage)
    if isOutOfMemory {
      return DocumentFailure(
        code: .memory, stage: stage, message: "wanted more memory than a worker may have (--memory-per-worker)")
    }
    var message = signal > 0 ? "ended the process by signal \(signal)" : "ended the process with status \(status)"
    if let name = Self.names[Int32(clamping: signal)] { message += " (\(name))" }
    if let rule = notes.rule, notes.stage >= WorkStage.layers { message += ", last rule \(rule)" }
    if notes.place > 0 { message += ", at 0x\(String(notes.place, radix: 16)) of the program" }
    return DocumentFailure(code: .crashed, stage: stage, message: message)
  }

  private static let names: [Int32: String] = [
    SIGILL: "SIGILL", SIGTRAP: "SIGTRAP", SIGABRT: "SIGABRT", SIGBUS: "SIGBUS", SIGFPE: "SIGFPE", SIGSEGV: "SIGSEGV",
    SIGKILL: "SIGKILL", SIGTERM: "SIGTERM",
  ]
}
