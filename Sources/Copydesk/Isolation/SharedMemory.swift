import CWorker

/// Memory that the command and its workers share: for each worker a box for its notes, and room for what is asked of it.
///
/// Documents cross here rather than through a socket: the system need not copy them, nor find memory for them each time.
struct SharedMemory: @unchecked Sendable {
  // Safe: it is mapped as long as the process lives. A request is written by the command while its worker waits for one, and
  // read by the worker. A box is written by its worker alone; the command reads it after the worker's death, or single
  // words of which nothing depends but whether a worker counts as late.
  private let boxes: UnsafeMutablePointer<copydesk_box>
  private let requests: UnsafeMutableRawPointer
  private let workers: Int

  /// The room for a request. What is larger goes through the socket.
  private static let requestSize = 2 << 20

  init?(workers: Int) {
    guard let boxes = copydesk_share(workers * MemoryLayout<copydesk_box>.stride),
      let requests = copydesk_share(workers * Self.requestSize)
    else { return nil }
    self.boxes = boxes.bindMemory(to: copydesk_box.self, capacity: workers)
    (self.requests, self.workers) = (requests, workers)
  }

  /// The box of a worker; nil if there is none of that number.
  func box(of number: Int) -> UnsafeMutablePointer<copydesk_box>? {
    (0..<workers).contains(number) ? boxes + number : nil
  }

  /// What a worker noted.
  func notes(of number: Int) -> WorkerNotes { box(of: number).map { WorkerNotes($0) } ?? WorkerNotes() }

  /// The room for what is asked of a worker; empty if there is none of that number.
  func request(of number: Int) -> UnsafeMutableRawBufferPointer {
    guard (0..<workers).contains(number) else { return UnsafeMutableRawBufferPointer(start: nil, count: 0) }
    return UnsafeMutableRawBufferPointer(start: requests + number * Self.requestSize, count: Self.requestSize)
  }
}
