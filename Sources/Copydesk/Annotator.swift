import CWorker
import CopydeskFacts

/// The last stage: runs extractors over documents, each with the scratch of its worker.
struct Annotator {
  private var workers: [any ExtractorWorker]

  init(_ extractors: [any Extractor]) {
    workers = extractors.map { Self.worker(for: $0) }
  }

  /// Adds every extractor's findings to the document; each one's time goes into the clock.
  mutating func annotate(_ document: inout Document, _ clock: inout StageClock) {
    for index in workers.indices {
      copydesk_note_stage(workers[index].stage)
      workers[index].run(on: &document)
      clock.lap(workers[index].name)
    }
  }

  private static func worker<E: Extractor>(for extractor: E) -> any ExtractorWorker { Worker(extractor) }
}

private protocol ExtractorWorker {
  var name: String { get }
  var stage: UInt32 { get }
  mutating func run(on document: inout Document)
}

/// An extractor and its scratch.
private struct Worker<E: Extractor>: ExtractorWorker {
  private let extractor: E
  private var scratch: E.Scratch
  var name: String { E.name }
  let stage = WorkStage.layer(E.name)

  init(_ extractor: E) {
    self.extractor = extractor
    scratch = extractor.makeScratch()
  }

  mutating func run(on document: inout Document) {
    document[E.self] = extractor.findings(in: document, using: &scratch)
  }
}
