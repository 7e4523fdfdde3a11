import CopydeskFacts
public import CopydeskIntake
import Dispatch
import Synchronization

/// Runs a pipeline over inputs on several threads.
extension Pipeline {
  /// Processes the inputs and writes their lines, in order, through a closure.
  /// - Parameters:
  ///   - paths: what to read.
  ///   - jobs: the number of threads; the output does not depend on it.
  ///   - write: takes whole lines; returns an error's message to end the run.
  /// - Returns: what became of it.
  public func process(_ paths: [InputPath], jobs: Int, write: @escaping @Sendable ([UInt8]) -> String?) -> RunReport {
    var settings = RunSettings()
    settings.jobs = jobs
    return process(paths, settings) { lines, _ in write(lines.bytes) }
  }

  /// Processes the inputs and writes their lines, in order, through a closure.
  /// - Parameters:
  ///   - paths: what to read.
  ///   - settings: how to go about it.
  ///   - write: takes the lines of a document, and whether nothing else is in flight: what it holds back should then go
  ///     out. Returns an error's message to end the run.
  /// - Returns: what became of it.
  public func process(
    _ paths: [InputPath], _ settings: RunSettings, write: @escaping @Sendable (DocumentLines, Bool) -> String?
  ) -> RunReport {
    let run = makeRun(paths, settings)
    if let workers = settings.workers {
      process(run, settings, in: workers, write)
    } else {
      process(run, settings, write)
    }
    return run.report()
  }

  /// Processes the inputs on several threads of this process and hands out their records, in order.
  ///
  /// ```swift
  /// let report = pipeline.forEachRecord(in: [.path("news/")], jobs: 4) { record in
  ///   print(record.id, record.document?[QuoteExtractor.self].count ?? 0)
  ///   return true
  /// }
  /// ```
  /// - Parameters:
  ///   - paths: what to read.
  ///   - jobs: the number of threads; the records and their order do not depend on it.
  ///   - body: takes one record after the other, called by one thread at a time; false ends the run.
  /// - Returns: what became of it.
  @discardableResult
  public func forEachRecord(in paths: [InputPath], jobs: Int = 1, _ body: @escaping @Sendable (Record) -> Bool)
    -> RunReport
  {
    var settings = RunSettings()
    settings.jobs = jobs
    let run = makeRun(paths, settings)
    dispatch(for: settings).run(
      OrderedDispatch.Steps(
        next: { run.next() }, makeScratch: { makeWorker() },
        work: { input, worker in worker.recordAndCounts(of: input) },
        // Without a limit of time none expires.
        expired: { input in
          var worker = makeWorker()
          return worker.recordAndCounts(of: input)
        },
        write: { output, isLast in
          run.write(output.counts, isLast) { _, _ in body(output.record) ? nil : "ended" }
        }, finish: { _ in }))
    var report = run.report()
    // Whoever has seen enough has met no error.
    report.outputError = nil
    return report
  }

  private func makeRun(_ paths: [InputPath], _ settings: RunSettings) -> PipelineRun {
    var reading = ReadingOptions(format: options.format, maxBytes: options.maxBytes)
    (reading.idleTimeout, reading.share) = (settings.idleTimeout, settings.share)
    reading.meter = settings.progress?.input
    (reading.excluded, reading.ledger) = (settings.excluded, settings.ledger)
    (reading.unreadable, reading.plantedTrap) = (settings.attempt.unreadable, settings.plantedTrap)
    return PipelineRun(Inputs(paths, options: reading), settings)
  }

  private func dispatch(for settings: RunSettings) -> OrderedDispatch {
    var dispatch = OrderedDispatch(
      jobs: settings.jobs, window: max(settings.documentsInFlight ?? max(16, settings.jobs * 4), 1),
      budget: settings.bytesInFlight ?? max(64 << 20, options.maxBytes))
    dispatch.timeLimit = settings.timePerDocument
    return dispatch
  }

  /// Every document in a thread of this process.
  private func process(
    _ run: PipelineRun, _ settings: RunSettings, _ write: @escaping @Sendable (DocumentLines, Bool) -> String?
  ) {
    dispatch(for: settings).run(
      OrderedDispatch.Steps(
        next: { run.next() },
        makeScratch: {
          var worker = makeWorker(timesStages: settings.timesStages)
          worker.only = settings.only
          return worker
        }, work: { input, worker in worker.lines(of: input) },
        expired: { input in
          let limit = settings.timePerDocument ?? 0
          let failure = DocumentFailure(
            code: .timeout, stage: "run", message: "took more than \(limit) s of processor time (--timeout-per-doc)")
          return makeWorker().lines(of: input, givenUp: failure)
        }, write: { lines, isLast in run.write(lines, isLast, write) }, finish: { run.add($0.clock) }))
  }
}

/// What the threads of a run share: the inputs and the report.
final class PipelineRun: Sendable {
  private let inputs: Mutex<Inputs>
  private let shared: Mutex<(report: RunReport, clock: StageClock, reading: StageClock)>
  private let documentsDone: Int
  private let progress: RunProgress?

  init(_ inputs: sending Inputs, _ settings: RunSettings) {
    self.inputs = Mutex(inputs)
    let clock = StageClock(isOn: settings.timesStages)
    shared = Mutex((RunReport(), clock, clock))
    (documentsDone, progress) = (settings.documentsDone, settings.progress)
    skipDone()
  }

  private func skipDone() {
    inputs.withLock { inputs in
      for _ in 0..<documentsDone where inputs.next() == nil { return }
    }
  }

  /// The next document and its size; nil at the end.
  func next() -> (WorkItem, Int)? {
    var clock = shared.withLock { $0.reading }
    clock.start()
    let input = inputs.withLock { $0.next() }
    clock.lap("read")
    // One thread reads at a time, so nobody else has changed it.
    let after = clock
    shared.withLock { $0.reading = after }
    return input.map { ($0, (try? $0.get())?.bytes.count ?? 0) }
  }

  /// The next documents, as many as are at hand without waiting for them, and the sum of their sizes; nil at the end.
  func nextBatch(of count: Int, bytes: Int) -> ([WorkItem], Int)? {
    guard let (first, firstSize) = next() else { return nil }
    var (batch, size) = ([first], firstSize)
    while batch.count < count, size < bytes, inputs.withLock({ $0.hasNextAtHand }), let (item, itemSize) = next() {
      batch.append(item)
      size += itemSize
    }
    return (batch, size)
  }

  func write(_ lines: DocumentLines, _ isLast: Bool, _ write: (DocumentLines, Bool) -> String?) -> Bool {
    if lines.isPassedOver { return true }
    progress?.add(failed: lines.failure != nil)
    let error = write(lines, isLast)
    return shared.withLock { shared in
      guard error == nil else {
        shared.report.outputError = error
        return false
      }
      shared.report.counts.add(lines)
      if let problem = lines.problem { shared.report.problems.append(problem) }
      if let path = lines.casualtyPath, let failure = lines.failure, shared.report.casualties.count < 100 {
        shared.report.casualties.append(Casualty(id: lines.id, path: path, failure: failure))
      }
      return true
    }
  }

  /// Something that the user should know of the run.
  func note(_ text: String) { shared.withLock { $0.report.notes.append(text) } }

  func add(_ clock: StageClock) { shared.withLock { $0.clock.add(clock) } }

  func report() -> RunReport {
    let findings = inputs.withLock { $0.findings }
    return shared.withLock { shared in
      var report = shared.report
      report.findings = findings
      var clock = shared.reading
      clock.add(shared.clock)
      report.stages = clock.laps.map { ($0.stage, Double($0.nanoseconds) / 1e9) }
      return report
    }
  }
}
