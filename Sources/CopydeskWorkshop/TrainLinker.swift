import ArgumentParser
import CopydeskFacts
import CopydeskIntake
import CopydeskText
import Glibc

/// `copydesk-workshop train-linker`: fits the weights of the place resolver.
struct TrainLinker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-linker",
    abstract: "Fit the weights by which place names are resolved, and cross-validate them.",
    discussion: """
      Gold: JSON Lines with id, text, source and entities (start, end in code points, geonameid or lat and lon). Documents of one
      publisher stay in one fold. docs/internals/LINKER-MODEL.md tells what is fitted and how well.
      """)

  @Argument(help: "Files of gold documents.")
  var files: [String]

  @Option(help: "The file of the weights to write: Models/places.tsv.")
  var output: String?

  @Option(help: "Into how many parts the documents are put.")
  var folds = 5

  func run() throws {
    let read = try files.flatMap { try GoldDocument.read($0) }
    // The same documents without their addresses: often there is none.
    let gold = read + read.compactMap(\.withoutAddress)
    let parts = gold.map { Int(truncatingIfNeeded: $0.publisherHash % UInt64(folds)) }
    var report = LinkerReport()
    for fold in 0..<folds {
      let training = zip(gold, parts).filter { $0.1 != fold }.map(\.0)
      let weights = LinkerFit.weights(for: training)
      for (document, part) in zip(gold, parts) where part == fold { report.add(document, weights) }
    }
    print("cross-validated:\n\(report.lines.joined(separator: "\n"))")
    guard let output else { return }
    let weights = LinkerFit.weights(for: gold)
    guard let file = fopen(output, "w") else { throw ValidationError("cannot write \(output)") }
    fputs(LinkerFit.source(of: weights), file)
    fclose(file)
  }
}

/// A document with the places that its names mean.
struct GoldDocument {
  struct Place {
    let range: TextRange
    let link: String?
    let point: (latitude: Double, longitude: Double)?
    /// The title of its article, where that is the id.
    let title: String?
  }

  private(set) var set: String
  private(set) var document: Document
  let publisherHash: UInt64
  let places: [Place]

  static func read(_ path: String) throws -> [GoldDocument] {
    var inputs = Inputs([.path(path)], options: .init(format: .jsonl, maxBytes: 1 << 30))
    var documents: [GoldDocument] = []
    while let input = inputs.next() {
      guard case .success(let raw) = input, let value = JSONParser.parse(raw.bytes[...]) else {
        throw ValidationError("\(path) is no JSON Lines")
      }
      documents.append(GoldDocument(value))
    }
    return documents
  }

  private init(_ value: JSONValue) {
    let text = value["text"]?.string ?? ""
    var offsets: [Int] = []  // of each code point
    for (index, byte) in text.utf8.enumerated() where byte & 0xC0 != 0x80 { offsets.append(index) }
    offsets.append(text.utf8.count)
    let offset = { (key: String, entity: JSONValue) in
      offsets[min(offsets.count - 1, entity[key]?.string.flatMap(Int.init) ?? 0)]
    }
    let source = value["source"]?.string ?? ""
    set = value["dataset"]?.string ?? ""
    // A source that is the address of the one article says nothing of a publisher.
    document = Document(text: Text(text), url: source.hasPrefix("http") ? nil : source)
    var hash = FoldedHash()
    for byte in (source.isEmpty ? value["id"]?.string ?? "" : source).utf8 { hash.add(byte) }
    publisherHash = hash.value >> 17
    places = (value["entities"]?.elements ?? []).compactMap { entity in
      if case .bool(true)? = entity["ignore"] { return nil }
      let number = { (key: String) in entity[key]?.string.flatMap(Double.init) }
      var point: (latitude: Double, longitude: Double)?
      if let latitude = number("lat"), let longitude = number("lon") { point = (latitude, longitude) }
      let title = entity["wikipedia"]?.string?.split(separator: "/").last.map {
        $0.split(separator: "_").joined(separator: " ")
      }
      return Place(
        range: TextRange(offset("start", entity), offset("end", entity)),
        link: entity["geonameid"]?.string.map { "geonames:\($0)" }, point: point, title: title)
    }
  }

  /// The document as a bare text; nil if it is one.
  var withoutAddress: GoldDocument? {
    guard document.url != nil else { return nil }
    var copy = self
    copy.set += ", no address"
    copy.document = Document(text: document.text)
    return copy
  }

  /// The names that were found by us, or the gold's own.
  func groups(_ weights: PlaceWeights, ownSpans: Bool) -> [LinkerEvidence.Group] {
    LinkerEvidence.groups(
      of: document, spans: ownSpans ? places.map { SpanLinker.Span(range: $0.range) } : nil, weights: weights)
  }

  /// Which candidates are right; the last one stands for none of them. Nil if the gold does not say.
  func labels(of group: LinkerEvidence.Group) -> [Bool]? {
    guard let place = group.ranges.lazy.compactMap({ range in self.places.first { $0.range == range } }).first,
      place.link != nil || place.point != nil
    else { return nil }
    var right = group.candidates.map { place.link != nil && $0.link == place.link }
    if !right.contains(true) { right = group.candidates.map { isNear($0, place) } }
    return right + [!right.contains(true)]
  }

  private func isNear(_ candidate: LinkerEvidence.Candidate, _ place: Place) -> Bool {
    guard let a = candidate.point, let b = place.point else { return false }
    let distance = Self.kilometres(a, b)
    if distance < 25 { return true }
    return place.link == nil && place.title == candidate.name && distance < (candidate.isArea ? 1500 : 400)
  }

  /// The great-circle distance.
  static func kilometres(
    _ a: (latitude: Double, longitude: Double), _ b: (latitude: Double, longitude: Double)
  ) -> Double {
    let (p, q) = (a.latitude * .pi / 180, b.latitude * .pi / 180)
    let across = sin((b.longitude - a.longitude) * .pi / 360)
    let h = sin((q - p) / 2) * sin((q - p) / 2) + cos(p) * cos(q) * across * across
    return 12742 * asin(min(1, h.squareRoot()))
  }
}
