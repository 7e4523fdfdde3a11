import CopydeskFacts
public import CopydeskIntake
import Dispatch
import Synchronization

/// What became of a run.
public struct Report: Sendable {
  /// The records written.
  public var documents = 0
  /// How many of them have an error.
  public var failures = 0
  /// The inputs that could not be opened.
  public var problems: [String] = []
  /// The number of each warning.
  public var warnings: [Warning: Int] = [:]
  /// The files in folders that were no news, by their extension.
  public var skipped: [String: Int] = [:]
  /// Why the output could not be written; nil if it could.
  public var outputError: String?
}

/// Runs a pipeline over inputs on several threads.
extension Pipeline {
  /// Processes the inputs and writes their lines, in order, through a closure.
  /// - Parameters:
  ///   - paths: what to read.
  ///   - jobs: the number of threads; the output does not depend on it.
  ///   - write: takes whole lines; returns an error's message to end the run.
  /// - Returns: what became of it.
  public func process(_ paths: [InputPath], jobs: Int, write: @escaping @Sendable ([UInt8]) -> String?) -> Report {
    let inputs = Mutex(
      Inputs(paths, options: ReadingOptions(format: options.format, maxBytes: options.maxBytes)))
    let report = Mutex(Report())
    let dispatch = OrderedDispatch(
      jobs: jobs, window: max(16, jobs * 4), budget: max(64 << 20, options.maxBytes))
    dispatch.run(
      next: {
        inputs.withLock { inputs in
          inputs.next().map { ($0, (try? $0.get())?.bytes.count ?? 0) }
        }
      },
      makeScratch: { makeWorker() },
      work: { (input: Result<RawRecord, InputProblem>, worker: inout PipelineWorker) in
        let record: Record
        switch input {
        case .success(let raw): record = worker.record(of: raw)
        case .failure(let problem): record = worker.record(of: problem)
        }
        report.withLock { report in
          report.documents += 1
          if record.failure != nil { report.failures += 1 }
          if case .failure(let problem) = input { report.problems.append("\(problem.path): \(problem.message)") }
          for warning in record.warnings { report.warnings[warning, default: 0] += 1 }
        }
        return worker.lines(of: record)
      },
      write: { bytes in
        guard let error = write(bytes) else { return true }
        report.withLock { $0.outputError = error }
        return false
      })
    var final = report.withLock { $0 }
    final.problems.sort()
    final.skipped = inputs.withLock { $0.skipped }
    return final
  }
}
