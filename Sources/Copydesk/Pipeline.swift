import CWorker
import CopydeskFacts
public import CopydeskIntake
import CopydeskText

/// Turns news into facts: raw records in, records with entities, quantities, times and quotes out.
///
/// ```swift
/// let pipeline = try Pipeline()
/// for record in pipeline.records(in: [.path("news/")]) {
///   for entity in record.document?[EntityExtractor.self] ?? [] { print(record.id, entity.name) }
/// }
/// ```
public struct Pipeline: Sendable {
  /// How documents are processed.
  public let options: Options
  private let extractors: [any Extractor]
  /// The hash of version, resources and options: records with different ones may differ for that reason alone.
  public let run: String

  /// A pipeline.
  /// - Throws: `UsageError` for options that make no sense.
  public init(_ options: Options = .init()) throws(UsageError) {
    self.options = options
    if let overlay = LanguagePack.overlay, let problem = overlay.problem {
      throw UsageError("\(LanguageOverlay.variable): \(overlay.path) \(problem)")
    }
    extractors = try Extractors.runOrder(for: options)
    run = Self.run(of: options)
  }

  /// The hash that records made with these options bear.
  static func run(of options: Options) -> String {
    let identity = "\(Version.current);\(Version.resources);\(options.signature)"
    return "r" + SHA256.hexDigest(of: Array(identity.utf8)).prefix(12)
  }

  /// The record of one text, as if it stood in a file.
  public func record(ofText text: String, id: String = "text") -> Record {
    record(of: Array(text.utf8), format: .text, id: id)
  }

  /// The record of one HTML page, as if it stood in a file.
  public func record(ofHTML page: [UInt8], id: String = "page") -> Record {
    record(of: page, format: .html, id: id)
  }

  /// The records of inputs, one after the other, in this thread. An input that cannot be opened gives a record with an
  /// error.
  public func records(in paths: [InputPath]) -> Records { Records(pipeline: self, paths: paths) }

  /// The record as a line of JSON, without its end.
  public func json(of record: Record) -> String {
    var serializer = RecordSerializer(shape: .records, unit: options.offsets, own: options.extractors)
    return String(decoding: serializer.lines(of: record).dropLast(), as: UTF8.self)
  }

  private func record(of bytes: [UInt8], format: SourceFormat, id: String) -> Record {
    let provenance = Provenance(id: id, path: id, offset: 0, length: bytes.count, format: format)
    var worker = makeWorker()
    return worker.record(of: RawRecord(provenance: provenance, bytes: bytes))
  }

  func makeWorker(timesStages: Bool = false) -> PipelineWorker {
    PipelineWorker(options: options, extractors: extractors, run: run, clock: StageClock(isOn: timesStages))
  }
}

/// The records of some inputs, in order.
public struct Records: Sequence, IteratorProtocol {
  private var inputs: Inputs
  private var worker: PipelineWorker

  init(pipeline: Pipeline, paths: [InputPath]) {
    inputs = Inputs(
      paths, options: ReadingOptions(format: pipeline.options.format, maxBytes: pipeline.options.maxBytes))
    worker = pipeline.makeWorker()
  }

  /// The next record; nil after the last.
  public mutating func next() -> Record? {
    switch inputs.next() {
    case nil: nil
    case .success(let raw)?: worker.record(of: raw)
    case .failure(let problem)?: worker.record(of: problem)
    }
  }
}

/// All stages with the scratch of one worker.
struct PipelineWorker {
  private let options: Options
  private let run: String
  private let decoder: PageDecoder
  private var builder: DocumentBuilder
  private var annotator: Annotator
  private var languages: LanguageCheck
  private var serializer: RecordSerializer
  /// The time of each stage.
  var clock: StageClock
  /// The id of the one document that is wanted; nil: all of them.
  var only: String?
  /// What a test does to the process on purpose.
  var planted = PlantedFaults()

  init(options: Options, extractors: [any Extractor], run: String, clock: StageClock) {
    (self.options, self.run, self.clock) = (options, run, clock)
    decoder = PageDecoder(
      keys: options.keys, limit: options.maxBytes, checksDigests: options.checksDigests,
      tracesSource: options.tracesSource)
    builder = DocumentBuilder(options: options)
    annotator = Annotator(extractors)
    languages = LanguageCheck(extractors, layers: options.layers)
    serializer = RecordSerializer(shape: options.shape, unit: options.offsets, own: options.extractors)
  }

  /// A raw record through all stages.
  mutating func record(of raw: RawRecord) -> Record {
    var provenance = raw.provenance
    do throws(DocumentFailure) {
      copydesk_note_stage(WorkStage.decode)
      let page = try decoder.decode(raw, provenance: &provenance)
      clock.lap("decode")
      if let only, page.provenance.id != only { return passedOver(page.provenance) }
      copydesk_note_stage(WorkStage.mainText)
      planted.strike(page.provenance.id)
      let (main, map) = try builder.mainText(of: page)
      clock.lap("main text")
      copydesk_note_stage(WorkStage.document)
      var record = builder.record(of: main, map: map, page: page, run: run)
      clock.lap("document")
      if var document = record.document {
        record.document = nil  // so that annotating changes it in place
        annotator.annotate(&document, &clock)
        if !languages.isSupported(document) { record.warnings.insert(.languageUnsupported) }
        record.document = document
      }
      return record
    } catch {
      return failed(provenance, error, raw.warnings.contains(.pathEscaped))
    }
  }

  /// The record of an input that cannot be opened.
  func record(of problem: InputProblem) -> Record {
    failed(
      Provenance(id: problem.path, path: problem.path, offset: 0, length: 0, format: options.format ?? .text),
      DocumentFailure(
        code: problem.isFatal ? .crashed : .unreadable, stage: "read", message: "\(problem.path): \(problem.message)"),
      problem.isEscaped)
  }

  private func failed(_ provenance: Provenance, _ failure: DocumentFailure, _ isPathEscaped: Bool) -> Record {
    var record = Record(provenance: provenance, run: run, layers: options.layers)
    if isPathEscaped { record.warnings.insert(.pathEscaped) }
    record.failure = failure
    return record
  }

  /// The record of a document that is not wanted: only its id matters.
  private func passedOver(_ provenance: Provenance) -> Record {
    Record(provenance: provenance, run: run, layers: options.layers)
  }

  /// The record as lines of output.
  mutating func lines(of record: Record) -> [UInt8] { serializer.lines(of: record) }

  /// All that is written of an input.
  mutating func lines(of item: WorkItem) -> DocumentLines {
    clock.start()
    return written(record(of: item), item)
  }

  /// The record of an input and what the report counts of it, without lines.
  mutating func recordAndCounts(of item: WorkItem) -> (record: Record, counts: DocumentLines) {
    clock.start()
    let record = record(of: item)
    return (record, counts(of: record, item))
  }

  /// The error record of a document that is given up.
  /// - Parameter isBare: whether not even its id is looked for in its bytes.
  func lines(of item: WorkItem, givenUp failure: DocumentFailure, isBare: Bool = false) -> DocumentLines {
    var worker = self
    worker.only = nil
    guard case .success(var raw) = item else { return worker.lines(of: item) }
    raw.failure = failure
    let record =
      isBare ? failed(raw.provenance, failure, raw.warnings.contains(.pathEscaped)) : worker.record(of: raw)
    return worker.written(record, .success(raw))
  }

  private mutating func record(of item: WorkItem) -> Record {
    switch item {
    case .success(let raw): record(of: raw)
    case .failure(let problem): record(of: problem)
    }
  }

  private mutating func written(_ record: Record, _ item: WorkItem) -> DocumentLines {
    var lines = counts(of: record, item)
    if lines.isPassedOver { return lines }
    copydesk_note_stage(WorkStage.write)
    lines.bytes = self.lines(of: record)
    clock.lap("write")
    return lines
  }

  private func counts(of record: Record, _ item: WorkItem) -> DocumentLines {
    var lines = DocumentLines(id: record.id, bytes: [])
    if let only, record.id != only {
      lines.isPassedOver = true
      return lines
    }
    (lines.warnings, lines.failure) = (record.warnings, record.failure)
    switch item {
    case .success(let raw):
      lines.sourceBytes = raw.provenance.length
      if record.failure?.code == .unreadable { lines.problem = record.failure?.message }
    case .failure(let problem): lines.problem = "\(problem.path): \(problem.message)"
    }
    return lines
  }
}
