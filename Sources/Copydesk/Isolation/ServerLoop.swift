import CWorker
import Glibc

/// What the command asks of the server of its workers.
struct ServerRequest: BitwiseCopyable {
  enum Kind: Int64 {
    /// A worker, with the box of `number`.
    case start
    /// The end of the process `number`.
    case reap
    /// The end of all.
    case end
  }

  private var kindNumber: Int64 = 0
  private(set) var number: Int64 = 0
  var kind: Kind? { Kind(rawValue: kindNumber) }

  init(kind: Kind, number: Int64) { (kindNumber, self.number) = (kind.rawValue, number) }

  /// The next request; nil if the command is gone.
  init?(from channel: Channel) {
    var descriptor: Int32 = -1
    guard copydesk_receive(channel.socket, &self, MemoryLayout<Self>.size, &descriptor) == 0 else { return nil }
  }

  func send(to channel: Channel) -> Bool {
    withUnsafeBytes(of: self) { bytes in
      bytes.baseAddress.map { copydesk_send(channel.socket, $0, bytes.count, -1) == 0 } ?? false
    }
  }
}

/// What the server answers.
struct ServerAnswer: BitwiseCopyable {
  /// The new process, or what `reap` was asked of; 0 or less: it was in vain.
  var process: Int64 = 0
  /// The exit status; -1 if a signal ended it.
  var status: Int64 = -1
  /// The signal that ended it, or 0.
  var signal: Int64 = 0
  /// The most memory that it had, less what it shared with the server when it began, in bytes.
  var memory: Int64 = 0

  /// Receives an answer; the descriptor that came with it, -1 if there was none, nil if the server is gone.
  mutating func receive(from channel: Channel) -> Int32? {
    var descriptor: Int32 = -1
    return copydesk_receive(channel.socket, &self, MemoryLayout<Self>.size, &descriptor) == 0 ? descriptor : nil
  }

  func send(to channel: Channel, _ descriptor: Int32 = -1) -> Bool {
    withUnsafeBytes(of: self) { bytes in
      bytes.baseAddress.map { copydesk_send(channel.socket, $0, bytes.count, descriptor) == 0 } ?? false
    }
  }
}

/// The server of workers: forks them, and tells how they ended. It has one thread and reads no document.
struct ServerLoop {
  private let control: Channel
  private let memory: SharedMemory
  private let settings: IsolationSettings
  private let makeWorker: () -> PipelineWorker
  private var worker: PipelineWorker?
  private var children: Set<Int32> = []
  private var used: Int64 = 0

  init(
    _ control: Channel, _ memory: SharedMemory, _ settings: IsolationSettings,
    makeWorker: @escaping () -> PipelineWorker
  ) {
    self.control = control
    (self.memory, self.settings, self.makeWorker) = (memory, settings, makeWorker)
  }

  mutating func run() {
    while let request = ServerRequest(from: control), let kind = request.kind {
      let isAnswered =
        switch kind {
        case .start: start(Int(request.number))
        case .reap: reap(Int32(truncatingIfNeeded: request.number))
        case .end: end()
        }
      if !isAnswered || kind == .end { return }
    }
  }

  private mutating func start(_ number: Int) -> Bool {
    var ends: [Int32] = [-1, -1]
    guard let box = memory.box(of: number), copydesk_socket_pair(&ends) == 0 else {
      return ServerAnswer().send(to: control)
    }
    let worker = self.worker ?? makeWorker()
    self.worker = worker
    let process = copydesk_fork()
    if process == 0 {
      close(ends[0])
      close(control.socket)
      copydesk_become_worker(box, UInt64(clamping: settings.memoryPerWorker))
      var loop = WorkerLoop(Channel(ends[1]), memory.request(of: number), worker, planted: settings.planted)
      loop.run()
      _exit(0)
    }
    let theirs = Channel(ends[0])
    close(ends[1])
    guard process > 0 else { return ServerAnswer().send(to: control) }
    children.insert(process)
    var answer = ServerAnswer()
    answer.process = Int64(process)
    return answer.send(to: control, theirs.socket)
  }

  private mutating func reap(_ process: Int32) -> Bool {
    // Nobody waits for a process but we, so its number cannot have been given to another one.
    guard children.contains(process) else { return ServerAnswer().send(to: control) }
    kill(process, SIGKILL)
    return wait(for: process).send(to: control)
  }

  private mutating func end() -> Bool {
    for process in children { _ = wait(for: process) }
    var answer = ServerAnswer()
    answer.memory = used
    return answer.send(to: control)
  }

  private mutating func wait(for process: Int32) -> ServerAnswer {
    var end = copydesk_end()
    var answer = ServerAnswer()
    guard copydesk_await(process, &end) == 0 else { return answer }
    children.remove(process)
    answer.process = Int64(process)
    (answer.status, answer.signal) = (Int64(end.status), Int64(end.signal))
    answer.memory = max(0, Int64(clamping: end.memory) - Int64(clamping: end.shared))
    used += answer.memory
    return answer
  }
}
