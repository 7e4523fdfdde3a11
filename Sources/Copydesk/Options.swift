public import CopydeskFacts
public import CopydeskIntake
public import CopydeskTagger
public import CopydeskText

/// An option that makes no sense; its message says which and why.
public struct UsageError: Error, Sendable, CustomStringConvertible {
  /// For the user, one line.
  public let description: String
  /// An error with its message.
  public init(_ description: String) { self.description = description }
}

/// The two shapes of the output.
public enum OutputShape: String, Sendable, CaseIterable {
  /// One object a document.
  case records
  /// One flat object a fact.
  case facts
}

/// Where the headline of an HTML page goes.
public enum HeadlinePlace: String, Sendable, CaseIterable {
  /// Into `text`, as its first line, and into `title`.
  case text
  /// Into `title` only.
  case title
}

/// How documents are processed and written. The output is a function of these, the input and the version alone.
public struct Options: Sendable {
  /// The format of the inputs; nil: detected.
  public var format: SourceFormat?
  /// The keys of JSON lines.
  public var keys = JSONLinesKeys()
  /// The date of publication of all documents, stronger than what they say themselves.
  public var published: Timestamp?
  /// Annotate the given text as it stands: nothing stripped, nothing rewritten.
  public var isVerbatim = false
  /// Note for each record the way from its bytes to its text (`Record.sourceRange(of:)`); takes some time.
  public var tracesSource = false
  /// Where the headline of an HTML page goes.
  public var headline = HeadlinePlace.text
  /// Extractors of your own, beside those of the product. Setting them adds their names to `layers`; what they find stands
  /// in the record after the layers of the product, in the schema and in the flat facts.
  ///
  /// The hash of the run knows them by name alone: say in `resources` which version of them it was.
  public var extractors: [any Extractor] = [] {
    didSet { layers += extractors.map { type(of: $0).name }.filter { !layers.contains($0) } }
  }
  /// The layers to extract.
  public var layers = Extractors.names
  /// The unit of offsets.
  public var offsets = OffsetUnit.codepoint
  /// The shape of the output.
  public var shape = OutputShape.records
  /// Names that the user gives, merges or drops.
  public var corrections: NameCorrections?
  /// The largest document in bytes.
  public var maxBytes = ReadingOptions().maxBytes
  /// Whether the digests in web archives are compared with their records.
  public var checksDigests = false
  /// A tagger of names for all languages, instead of the built-in ones.
  public var model: TaggerModel?
  /// Names of the user, stronger than everything else.
  public var gazetteer: UserGazetteer?
  /// A hash of the files that the two came from, so that the record's `run` tells them apart.
  public var resources = ""

  /// The defaults.
  public init() {}

  /// All that shapes the output, spelled out, for the hash of the run.
  var signature: String {
    let names = Extractors.names + extractors.map { type(of: $0).name }
    let layers = names.filter(self.layers.contains).joined(separator: ",")
    let keys = [self.keys.id, self.keys.text, self.keys.html, self.keys.url, self.keys.date, self.keys.language]
    // What is not asked for is left out: a new option changes no run without it.
    let digests = checksDigests ? ["check-digests=true"] : []
    let ownOutput = self.keys.readsOwnOutput ? ["own-output=true"] : []
    let own = resources.isEmpty ? [] : ["resources=\(resources)"]
    let always = [
      "format=\(format?.rawValue ?? "auto")", "keys=\(keys.joined(separator: ","))",
      "published=\(published?.isoString ?? "-")", "verbatim=\(isVerbatim)", "headline=\(headline.rawValue)",
      "layers=\(layers)",
      "offsets=\(offsets.rawValue)", "shape=\(shape.rawValue)", "max-bytes=\(maxBytes)",
    ]
    let corrected = corrections.map { ["names=\(String($0.fingerprint, radix: 16))"] } ?? []
    return (always + digests + ownOutput + corrected + own).joined(separator: ";")
  }
}
