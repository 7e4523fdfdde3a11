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
  public func process(_ paths: [InputPath], jobs: Int, write: @escaping @Sendable ([UInt8]) -> String?) -> Report {
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
  ) -> Report {
    var reading = ReadingOptions(format: options.format, maxBytes: options.maxBytes)
    (reading.idleTimeout, reading.share) = (settings.idleTimeout, settings.share)
    reading.meter = settings.progress?.input
    (reading.excluded, reading.ledger) = (settings.excluded, settings.ledger)
    let run = PipelineRun(self, Inputs(paths, options: reading), settings)
    var dispatch = OrderedDispatch(
      jobs: settings.jobs, window: max(settings.documentsInFlight ?? max(16, settings.jobs * 4), 1),
      budget: settings.bytesInFlight ?? max(64 << 20, options.maxBytes))
    dispatch.timeLimit = settings.timePerDocument
    dispatch.run(
      OrderedDispatch.Steps(
        next: { run.next() }, makeScratch: { makeWorker(timesStages: settings.timesStages) },
        work: { input, worker in Self.lines(of: input, &worker) },
        expired: { input in
          var worker = makeWorker()
          return Self.lines(ofExpired: input, after: settings.timePerDocument ?? 0, &worker)
        }, write: { lines, isLast in run.write(lines, isLast, write) }, finish: { run.add($0.clock) }))
    return run.report()
  }

  typealias Input = Result<RawRecord, InputProblem>

  private static func lines(of input: Input, _ worker: inout PipelineWorker) -> DocumentLines {
    worker.clock.start()
    switch input {
    case .success(let raw): return lines(of: worker.record(of: raw), raw, &worker)
    case .failure(let problem):
      let record = worker.record(of: problem)
      var lines = lines(of: record, nil, &worker)
      lines.problem = "\(problem.path): \(problem.message)"
      return lines
    }
  }

  private static func lines(ofExpired input: Input, after limit: Double, _ worker: inout PipelineWorker)
    -> DocumentLines
  {
    guard case .success(var raw) = input else { return lines(of: input, &worker) }
    raw.failure = DocumentFailure(
      code: "timeout", stage: "run", message: "took more than \(limit) s, the limit that --timeout-per-doc sets")
    return lines(of: worker.record(of: raw), raw, &worker)
  }

  private static func lines(of record: Record, _ raw: RawRecord?, _ worker: inout PipelineWorker) -> DocumentLines {
    let bytes = worker.lines(of: record)
    worker.clock.lap("write")
    var lines = DocumentLines(
      bytes: bytes, sourceBytes: raw?.provenance.length ?? 0, warnings: record.warnings, failure: record.failure)
    if raw != nil, record.failure?.code == "unreadable" { lines.problem = record.failure?.message }
    return lines
  }
}

/// What the threads of a run share: the inputs and the report.
private final class PipelineRun: Sendable {
  private let inputs: Mutex<Inputs>
  private let shared: Mutex<(report: Report, clock: StageClock, reading: StageClock)>
  private let documentsDone: Int
  private let progress: Progress?

  init(_ pipeline: Pipeline, _ inputs: sending Inputs, _ settings: RunSettings) {
    self.inputs = Mutex(inputs)
    let clock = StageClock(isOn: settings.timesStages)
    shared = Mutex((Report(), clock, clock))
    (documentsDone, progress) = (settings.documentsDone, settings.progress)
    skipDone()
  }

  private func skipDone() {
    inputs.withLock { inputs in
      for _ in 0..<documentsDone where inputs.next() == nil { return }
    }
  }

  func next() -> (Pipeline.Input, Int)? {
    var clock = shared.withLock { $0.reading }
    clock.start()
    let input = inputs.withLock { $0.next() }
    clock.lap("read")
    // One thread reads at a time, so nobody else has changed it.
    let after = clock
    shared.withLock { $0.reading = after }
    return input.map { ($0, (try? $0.get())?.bytes.count ?? 0) }
  }

  func write(_ lines: DocumentLines, _ isLast: Bool, _ write: (DocumentLines, Bool) -> String?) -> Bool {
    progress?.add(failed: lines.failure != nil)
    let error = write(lines, isLast)
    return shared.withLock { shared in
      guard error == nil else {
        shared.report.outputError = error
        return false
      }
      shared.report.counts.add(lines)
      if let problem = lines.problem { shared.report.problems.append(problem) }
      return true
    }
  }

  func add(_ clock: StageClock) { shared.withLock { $0.clock.add(clock) } }

  func report() -> Report {
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
