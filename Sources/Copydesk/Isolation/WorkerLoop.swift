import CWorker
import CopydeskIntake
import Glibc

/// What a worker process does: takes batches of documents, answers each one, and ends with its connection.
///
/// A batch is read whole before the first answer goes out, so neither side ever waits for the other to read.
struct WorkerLoop {
  private let channel: Channel
  private let request: UnsafeMutableRawBufferPointer
  private var worker: PipelineWorker
  private var answers: [UInt8] = []
  private var wire = WireWriter()

  /// - Parameters:
  ///   - request: where documents are found, if they have room there.
  init(
    _ channel: Channel, _ request: UnsafeMutableRawBufferPointer, _ worker: PipelineWorker, planted: PlantedFaults
  ) {
    (self.channel, self.request) = (channel, request)
    self.worker = worker
    self.worker.planted = planted
  }

  /// Works until the connection is closed.
  mutating func run() {
    while let head = BatchHead(from: channel) {
      guard head.count > 0 else {
        // No documents: the times that were taken are wanted.
        wire.removeAll()
        worker.clock.write(to: &wire)
        guard answer(wire.bytes, []), flush() else { return }
        continue
      }
      guard let items = try? head.items(from: channel, request) else { return }
      for (number, item) in items.enumerated() {
        copydesk_note_document(UInt32(clamping: number))
        let lines = worker.lines(of: item)
        copydesk_note_stage(WorkStage.idle)
        wire.removeAll()
        lines.write(to: &wire)
        guard answer(wire.bytes, lines.bytes) else { return }
      }
      guard flush() else { return }
    }
  }

  private mutating func answer(_ head: [UInt8], _ lines: [UInt8]) -> Bool {
    withUnsafeBytes(of: (head.count, lines.count)) { answers.append(contentsOf: $0) }
    answers.append(contentsOf: head)
    if lines.count < 1 << 16 { answers.append(contentsOf: lines) }
    if answers.count < 1 << 16, lines.count < 1 << 16 { return true }
    defer { answers.removeAll(keepingCapacity: true) }
    return channel.send(answers, lines.count < 1 << 16 ? [] : lines)
  }

  private mutating func flush() -> Bool {
    defer { answers.removeAll(keepingCapacity: true) }
    return answers.isEmpty || channel.send(answers)
  }
}
