import CopydeskText

/// Raw records on their way to a worker process: all but their bytes, which travel by themselves.
extension RawRecord {
  /// Writes all but the bytes.
  public func write(to wire: inout WireWriter) {
    provenance.write(to: &wire)
    wire.optional(line) { $0.integer($1) }
    wire.optional(failure) { $1.write(to: &$0) }
    given.write(to: &wire)
    wire.list(warnings.sorted()) { $0.case($1) }
    content.write(to: &wire)
    wire.optional(convertedFrom) {
      $0.string($1.charset)
      $0.case($1.evidence)
    }
  }

  /// A record that was written; its bytes are still to come.
  public init(from wire: inout WireReader) throws(WireError) {
    self.init(provenance: try Provenance(from: &wire), bytes: [])
    line = try wire.optional { (wire) throws(WireError) in try wire.integer() }
    failure = try wire.optional { (wire) throws(WireError) in try DocumentFailure(from: &wire) }
    given = try GivenMetadata(from: &wire)
    warnings = Set(try wire.list { (wire) throws(WireError) in try wire.case(of: Warning.self) })
    content = try RawContent(from: &wire)
    convertedFrom = try wire.optional { (wire) throws(WireError) in
      (try wire.string(), try wire.case(of: CharsetEvidence.self))
    }
  }
}

extension Provenance {
  func write(to wire: inout WireWriter) {
    wire.string(id)
    wire.string(path)
    wire.integer(offset)
    wire.integer(length)
    wire.case(format)
    wire.string(orNil: charset)
    wire.optional(charsetBy) { $0.case($1) }
    wire.string(orNil: sha256)
  }

  init(from wire: inout WireReader) throws(WireError) {
    self.init(
      id: try wire.string(), path: try wire.string(), offset: try wire.integer(), length: try wire.integer(),
      format: try wire.case(of: SourceFormat.self))
    charset = try wire.stringOrNil()
    charsetBy = try wire.optional { (wire) throws(WireError) in try wire.case(of: CharsetEvidence.self) }
    sha256 = try wire.stringOrNil()
  }
}

extension DocumentFailure {
  /// Writes the failure.
  public func write(to wire: inout WireWriter) {
    wire.case(code)
    wire.string(stage)
    wire.string(message)
  }

  /// A failure that was written.
  public init(from wire: inout WireReader) throws(WireError) {
    self.init(code: try wire.case(of: FailureCode.self), stage: try wire.string(), message: try wire.string())
  }
}

extension GivenMetadata {
  func write(to wire: inout WireWriter) {
    for value in [url, title, byline, language] { wire.string(orNil: value) }
    wire.string(orNil: published?.isoString)
  }

  init(from wire: inout WireReader) throws(WireError) {
    self.init()
    url = try wire.stringOrNil()
    title = try wire.stringOrNil()
    byline = try wire.stringOrNil()
    language = try wire.stringOrNil()
    published = try wire.stringOrNil().flatMap { Timestamp(iso8601: $0) }
  }
}

extension RawContent {
  func write(to wire: inout WireWriter) {
    switch self {
    case .whole: wire.integer(0)
    case .archived(let content):
      wire.integer(1)
      wire.flag(content.isHTTP)
      wire.string(content.mediaType)
      for value in [content.charset, content.blockDigest, content.payloadDigest] { wire.string(orNil: value) }
    case .row(let header):
      wire.integer(2)
      header.write(to: &wire)
    case .item(let head):
      wire.integer(3)
      wire.string(orNil: head.charset)
      wire.string(orNil: head.language)
      wire.string(orNil: head.base)
      wire.integer(head.namespaces.count)
      for namespace in head.namespaces {
        wire.string(namespace.prefix)
        wire.string(namespace.uri)
      }
    }
  }

  init(from wire: inout WireReader) throws(WireError) {
    switch try wire.integer() {
    case 0: self = .whole
    case 1:
      self = .archived(
        ArchivedContent(
          isHTTP: try wire.flag(), mediaType: try wire.string(), charset: try wire.stringOrNil(),
          blockDigest: try wire.stringOrNil(), payloadDigest: try wire.stringOrNil()))
    case 2: self = .row(try CSVHeader(from: &wire))
    case 3:
      var head = FeedHead(
        charset: try wire.stringOrNil(), language: try wire.stringOrNil(), base: try wire.stringOrNil())
      for _ in 0..<(try wire.integer()) {
        head.namespaces.append(FeedHead.Namespace(prefix: try wire.string(), uri: try wire.string()))
      }
      self = .item(head)
    default: throw WireError()
    }
  }
}
