// One worker for all inputs: its tables, taggers and detectors are made once, so that hundreds of inputs take a second.
@testable import Copydesk
import CopydeskFacts
import CopydeskIntake

/// Runs inputs through all stages and checks what comes out.
struct FuzzWorker {
  private let pipeline: Pipeline
  private var worker: PipelineWorker

  init(_ options: Options) {
    guard let pipeline = try? Pipeline(options) else { fatalError("the options are wrong") }
    self.pipeline = pipeline
    worker = pipeline.makeWorker()
  }

  /// Every record of a file, whatever its format is.
  mutating func check(file path: String) {
    var inputs = Inputs(
      [.path(path)], options: ReadingOptions(format: pipeline.options.format, maxBytes: pipeline.options.maxBytes))
    while let next = inputs.next() {
      switch next {
      case .success(let raw): check(raw)
      case .failure(let problem): check(worker.record(of: problem))
      }
    }
  }

  /// One raw record.
  mutating func check(_ raw: RawRecord) { check(worker.record(of: raw)) }

  private func check(_ record: Record) {
    let problems = RecordVerifier.problems(in: Array(pipeline.json(of: record).utf8))
    if !problems.isEmpty { fatalError("\(problems)") }
    guard let document = record.document else { return }
    // No two quotes cross: one holds the other, or they stand beside one another.
    var open: [UInt32] = []
    for quote in document[QuoteExtractor.self] {
      while let last = open.last, last <= quote.range.start { open.removeLast() }
      if let last = open.last, last < quote.range.end { fatalError("quotes cross") }
      open.append(quote.range.end)
    }
  }
}
