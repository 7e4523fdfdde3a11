import CWorker
import CopydeskIntake
import Glibc

/// A worker as a thread of the command sees it: takes batches, gives back their lines, whatever happens on the other side.
final class WorkerProcess {
  private let server: WorkerServer
  private let number: Int
  private var link: Link?
  private var wire = WireWriter()

  /// A connection and the process behind it.
  private struct Link {
    let channel: Channel
    let process: Int32
  }

  /// Why a batch was not answered to its end.
  enum Loss {
    /// The worker took too long over one document, and was killed.
    case late(DocumentFailure, document: Int)
    /// The worker died.
    case death(WorkerDeath)
    /// No worker can be started.
    case noWorker
  }

  /// - Parameter number: which of the server's boxes is ours.
  init(_ server: WorkerServer, _ number: Int) { (self.server, self.number) = (server, number) }

  /// Sends documents and collects their lines until all are answered or something is lost.
  func exchange(_ items: ArraySlice<WorkItem>, into lines: inout [DocumentLines]) -> Loss? {
    guard openLink() else { return .noWorker }
    // If the worker is gone, the answer tells.
    if let link { _ = BatchHead.send(items, through: link.channel, server.request(of: number), &wire) }
    return collect(items.count, into: &lines)
  }

  /// The times that the worker took of its stages.
  func stages() -> StageClock? {
    guard link?.channel.send(BatchHead.forStages) == true, let head = receive(exactly: 16),
      let bytes = receive(exactly: head.withUnsafeBytes { $0.loadUnaligned(as: Int.self) })
    else { return nil }
    var clock = StageClock(isOn: false)
    var wire = WireReader(bytes[...])
    return (try? clock.add(from: &wire)) == nil ? nil : clock
  }

  /// Lets the worker end.
  func close() { link = nil }

  private func openLink() -> Bool {
    if link != nil { return true }
    guard let (channel, process) = server.makeWorker(number) else { return false }
    channel.setPatience(seconds: max(0.001, min(server.settings.timePerDocument / 4, 0.05)))
    link = Link(channel: channel, process: process)
    return true
  }

  private func receive(exactly count: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < count {
      switch link?.channel.receive(into: &bytes, count: min(count - bytes.count, 1 << 16)) {
      case .bytes?, .nothing?: continue
      case .end?, nil: return nil
      }
    }
    return bytes
  }

  private func collect(_ count: Int, into lines: inout [DocumentLines]) -> Loss? {
    var buffer: [UInt8] = []
    var start = 0
    var missing = count
    var watch = WorkerWatch(process: link?.process ?? 0, settings: server.settings)
    while missing > 0 {
      guard let (answer, end) = Self.answer(in: buffer, at: start) else {
        if start > 1 << 20 || start == buffer.count {
          buffer.removeFirst(start)
          start = 0
        }
        switch link?.channel.receive(into: &buffer) {
        case .bytes?: continue
        case .nothing?:
          let notes = server.notes(of: number)
          guard let failure = watch.look(at: notes) else { continue }
          _ = endWorker()
          return .late(failure, document: notes.document)
        case .end?, nil: return .death(endWorker())
        }
      }
      guard let answer else { return .death(endWorker()) }
      lines.append(answer)
      start = end
      missing -= 1
    }
    return nil
  }

  /// The answer that begins at a place; nil as long as it is not there whole, its lines nil if it is none.
  private static func answer(in buffer: [UInt8], at start: Int) -> (lines: DocumentLines?, end: Int)? {
    guard buffer.count - start >= 16 else { return nil }
    let (head, size) = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start, as: (Int, Int).self) }
    guard (0...1 << 32).contains(head), (0...1 << 40).contains(size) else { return (nil, start) }
    let (middle, end) = (start + 16 + head, start + 16 + head + size)
    guard buffer.count >= end else { return nil }
    var wire = WireReader(buffer[start + 16..<middle])
    return (try? DocumentLines(from: &wire, bytes: Array(buffer[middle..<end])), end)
  }

  /// Ends the worker, if it has not ended by itself.
  private func endWorker() -> WorkerDeath {
    let answer = (link?.process).flatMap { server.reap($0) }
    link = nil
    return WorkerDeath(answer, server.notes(of: number), limit: server.settings.memoryPerWorker)
  }
}
