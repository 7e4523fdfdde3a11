import CopydeskIntake

/// Makes lines of a batch with a worker process, and finds out which document is to blame if that dies.
///
/// A document is to blame only if it kills a worker in which it is alone: what somebody else ended is done again, and comes
/// out as if nothing had happened.
struct IsolatedWork {
  private let process: WorkerProcess
  private let items: [WorkItem]
  private var lines: [DocumentLines] = []
  /// Why documents are given up.
  private var verdicts: [Int: DocumentFailure] = [:]
  /// How often each document has ended a worker.
  private var deaths: [Int: Int] = [:]
  /// Documents that are given up, and whose error record ended a worker too.
  private var hopeless: Set<Int> = []

  /// How often a document may end a worker before it is given up, also if somebody else seems to have done it.
  private static let patience = 2
  private static let patienceWithOutsiders = 5

  init(_ items: [WorkItem], in process: WorkerProcess) { (self.items, self.process) = (items, process) }

  /// The lines of all documents, in order; nil if no worker can be started.
  mutating func run(bare: (WorkItem, DocumentFailure) -> DocumentLines) -> [DocumentLines]? {
    while lines.count < items.count {
      let next = lines.count
      if let verdict = verdicts[next] {
        guard giveUp(next, verdict, bare) else { return nil }
      } else {
        // A suspect runs alone, and those before it without it.
        let suspect = deaths.keys.filter { $0 >= next && verdicts[$0] == nil }.min()
        let verdict = verdicts.keys.filter { $0 > next }.min() ?? items.count
        let end = suspect == next ? next + 1 : min(suspect ?? items.count, verdict)
        guard work(next..<end) else { return nil }
      }
    }
    return lines
  }

  private mutating func work(_ range: Range<Int>) -> Bool {
    switch process.exchange(items[range], into: &lines) {
    case nil: return true
    case .noWorker?: return false
    case .late(let failure, let document)?:
      // The number is of no use if the worker wrote nonsense over it; what runs alone needs none.
      let late = range.lowerBound + document
      verdicts[range.contains(late) ? late : lines.count] = failure
    case .death(let death)?:
      let told = range.lowerBound + death.notes.document
      let suspect = range.count > 1 && told >= lines.count && range.contains(told) ? told : lines.count
      deaths[suspect, default: 0] += 1
      let patience = death.isFromOutside ? Self.patienceWithOutsiders : Self.patience
      if range.count == 1, deaths[suspect, default: 0] >= patience { verdicts[suspect] = death.failure }
    }
    return true
  }

  /// Makes the error record of a document that is given up. A worker does it, for it reads the document's id; if that, too, is
  /// the end of it, the record goes without.
  private mutating func giveUp(
    _ number: Int, _ verdict: DocumentFailure, _ bare: (WorkItem, DocumentFailure) -> DocumentLines
  ) -> Bool {
    var item = items[number]
    if case .success(var raw) = item {
      raw.failure = verdict
      item = .success(raw)
    }
    if !hopeless.contains(number) {
      switch process.exchange([item], into: &lines) {
      case .noWorker?: return false
      case nil: break
      case .late?, .death?: hopeless.insert(number)
      }
    }
    if hopeless.contains(number) { lines.append(bare(items[number], verdict)) }
    if case .success(let raw) = items[number] { lines[number].casualtyPath = raw.provenance.path }
    return true
  }
}
