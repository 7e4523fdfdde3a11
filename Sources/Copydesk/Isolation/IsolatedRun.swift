import CopydeskIntake
import Synchronization

extension Pipeline {
  /// Every document in a worker process. The threads of `OrderedDispatch` only carry batches there and lines back.
  ///
  /// Small documents travel together, because each crossing costs some microseconds whatever its size; a batch is never
  /// waited for, so a stream is answered as fast as it comes.
  func process(
    _ run: PipelineRun, _ settings: RunSettings, in server: WorkerServer,
    _ write: @escaping @Sendable (DocumentLines, Bool) -> String?
  ) {
    let inFlight = settings.documentsInFlight ?? max(64, settings.jobs * 64)
    let batchSize = settings.isLineByLine ? 1 : max(1, min(32, inFlight / (settings.jobs * 2)))
    let numbers = Atomic(0)
    let isBroken = Atomic(false)
    let dispatch = OrderedDispatch(
      jobs: settings.jobs, window: max(1, min(inFlight / batchSize, settings.jobs * 4)),
      budget: settings.bytesInFlight ?? max(64 << 20, options.maxBytes))
    dispatch.run(
      OrderedDispatch.Steps(
        next: {
          guard let (items, size) = run.nextBatch(of: batchSize, bytes: Self.batchBytes) else { return nil }
          return (items, size)
        },
        makeScratch: { WorkerProcess(server, numbers.wrappingAdd(1, ordering: .relaxed).oldValue) },
        work: { (items: [WorkItem], process: inout WorkerProcess) -> [DocumentLines] in
          var work = IsolatedWork(items, in: process)
          let lines = work.run { item, failure in makeWorker().lines(of: item, givenUp: failure, isBare: true) }
          if let lines { return lines }
          // Without processes, in this one: said once, in the report.
          isBroken.store(true, ordering: .relaxed)
          var worker = makeWorker()
          worker.only = settings.only
          return items.map { worker.lines(of: $0) }
        }, expired: { _ in [] },
        write: { batch, isLast in
          for (index, lines) in batch.enumerated() {
            guard run.write(lines, isLast && index == batch.count - 1, write) else { return false }
          }
          return true
        },
        finish: { process in
          if settings.timesStages, let clock = process.stages() { run.add(clock) }
          process.close()
        }))
    if isBroken.load(ordering: .relaxed) {
      run.note("worker processes could not be started: documents were not isolated")
    }
  }

  /// When a batch is large enough.
  private static var batchBytes: Int { 128 << 10 }
}
