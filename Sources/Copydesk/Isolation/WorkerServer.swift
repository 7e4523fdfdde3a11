import CWorker
import Glibc
import Synchronization

/// Worker processes for the documents of a run: one that dies, hangs or eats its memory costs one document.
///
/// A server process is forked while this process has a single thread, and forks the workers as they are wanted, also in
/// place of those that died. They are not started anew: options, models and tables are there already, in memory that all
/// of them share until somebody writes to it.
package final class WorkerServer: Sendable {
  private let control: Mutex<Channel>
  private let memory: SharedMemory
  private let process: Int32
  let settings: IsolationSettings

  /// Starts the server. It costs a fork; workers are made when there is something to do.
  /// - Precondition: this process has no other threads: those would be missing, with the locks that they hold, in the
  ///   new one.
  /// - Parameters:
  ///   - pipeline: what the workers do.
  ///   - workers: the largest number of workers at a time.
  ///   - only: the id of the one document that is wanted; nil: all of them.
  /// - Returns: nil if the system does not let us fork.
  package init?(
    _ pipeline: Pipeline, workers: Int, settings: IsolationSettings = .init(), timesStages: Bool = false,
    only: String? = nil
  ) {
    var ends: [Int32] = [-1, -1]
    guard let memory = SharedMemory(workers: workers), copydesk_socket_pair(&ends) == 0 else { return nil }
    let process = copydesk_fork()
    if process == 0 {
      close(ends[0])
      copydesk_detach()
      var loop = ServerLoop(Channel(ends[1]), memory, settings) {
        var worker = pipeline.makeWorker(timesStages: timesStages)
        worker.only = only
        return worker
      }
      loop.run()
      _exit(0)
    }
    control = Mutex(Channel(ends[0]))
    close(ends[1])
    guard process > 0 else { return nil }
    (self.memory, self.process, self.settings) = (memory, process, settings)
  }

  /// A new worker with the box of a number; nil if there is none to be had.
  func makeWorker(_ number: Int) -> (channel: Channel, process: Int32)? {
    control.withLock { control in
      var answer = ServerAnswer()
      guard ServerRequest(kind: .start, number: Int64(number)).send(to: control),
        let socket = answer.receive(from: control),
        answer.process > 0
      else { return nil }
      return (Channel(socket), Int32(truncatingIfNeeded: answer.process))
    }
  }

  /// Kills a worker if it still lives; how it ended, nil if the server is gone too.
  func reap(_ process: Int32) -> ServerAnswer? {
    control.withLock { control in
      var answer = ServerAnswer()
      guard ServerRequest(kind: .reap, number: Int64(process)).send(to: control) else { return nil }
      return answer.receive(from: control) == -1 ? answer : nil
    }
  }

  /// Where the worker with a number finds what is asked of it, if it has room there.
  func request(of number: Int) -> UnsafeMutableRawBufferPointer { memory.request(of: number) }

  /// What the worker with a number noted last.
  func notes(of number: Int) -> WorkerNotes { memory.notes(of: number) }

  /// Waits for the end of all workers, whose connections are closed by now, and of the server.
  /// - Returns: the most memory that they had of their own, in bytes, as the sum of each one's most.
  package func finish() -> Int {
    let memory = control.withLock { control in
      var answer = ServerAnswer()
      guard ServerRequest(kind: .end, number: 0).send(to: control), answer.receive(from: control) != nil else {
        return 0
      }
      return Int(answer.memory)
    }
    var end = copydesk_end()
    copydesk_await(process, &end)
    return memory
  }
}

/// What a worker noted of its work.
struct WorkerNotes {
  private(set) var document = 0
  private(set) var stage = WorkStage.idle
  private(set) var rule: String?
  private(set) var signal: Int32 = 0
  private(set) var isOutOfMemory = false
  private(set) var place: UInt64 = 0

  init() {}

  init(_ box: UnsafePointer<copydesk_box>) {
    document = Int(box.pointee.document)
    (stage, signal, place) = (box.pointee.stage, box.pointee.signal, box.pointee.place)
    isOutOfMemory = box.pointee.signal != 0 && box.pointee.error == ENOMEM
    rule = copydesk_box_rule(box).map { String(cString: $0) }
  }
}
