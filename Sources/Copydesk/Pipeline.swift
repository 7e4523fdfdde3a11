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
    var serializer = RecordSerializer(shape: .records, unit: options.offsets)
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

  init(options: Options, extractors: [any Extractor], run: String, clock: StageClock) {
    (self.options, self.run, self.clock) = (options, run, clock)
    decoder = PageDecoder(
      keys: options.keys, limit: options.maxBytes, checksDigests: options.checksDigests,
      tracesSource: options.tracesSource)
    builder = DocumentBuilder(options: options)
    annotator = Annotator(extractors)
    languages = LanguageCheck(extractors, layers: options.layers)
    serializer = RecordSerializer(shape: options.shape, unit: options.offsets)
  }

  /// A raw record through all stages.
  mutating func record(of raw: RawRecord) -> Record {
    var provenance = raw.provenance
    do throws(DocumentFailure) {
      let page = try decoder.decode(raw, provenance: &provenance)
      clock.lap("decode")
      let (main, map) = builder.mainText(of: page)
      clock.lap("main text")
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
      return failed(provenance, error)
    }
  }

  /// The record of an input that cannot be opened.
  func record(of problem: InputProblem) -> Record {
    failed(
      Provenance(id: problem.path, path: problem.path, offset: 0, length: 0, format: options.format ?? .text),
      DocumentFailure(code: "unreadable", stage: "read", message: "\(problem.path): \(problem.message)"))
  }

  private func failed(_ provenance: Provenance, _ failure: DocumentFailure) -> Record {
    var record = Record(provenance: provenance, run: run, layers: options.layers)
    record.failure = failure
    return record
  }

  /// The record as lines of output.
  mutating func lines(of record: Record) -> [UInt8] { serializer.lines(of: record) }
}
