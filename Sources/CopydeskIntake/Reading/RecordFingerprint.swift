import CopydeskText

/// The hash of everything that a document's output depends on, as it was read: of two equal ones the same records are made.
struct RecordFingerprint {
  /// 32 bytes.
  let bytes: [UInt8]

  /// Of what a reader has found, or of an input that could not be opened.
  init(of input: Result<RawRecord, InputProblem>) {
    switch input {
    case .success(let raw):
      var frame = Frame()
      frame.add(raw)
      var hasher = SHA256Hasher()
      hasher.update(frame.bytes)
      hasher.update(raw.bytes)
      bytes = hasher.digest()
    case .failure(let problem):
      var frame = Frame()
      frame.add("problem")
      frame.add(problem.path)
      frame.add(problem.message)
      bytes = SHA256.digest(of: frame.bytes)
    }
  }
}

/// Values one after the other, each with its length, so that no two lists of them have the same bytes.
private struct Frame {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ string: String?) {
    guard let string else { return add(-1) }
    add(string.utf8.count)
    bytes.append(contentsOf: string.utf8)
  }

  mutating func add(_ raw: RawRecord) {
    let (place, given) = (raw.provenance, raw.given)
    for string in [place.id, place.path, place.format.rawValue] { add(string) }
    for number in [place.offset, place.length, raw.line ?? 0, raw.bytes.count] { add(number) }
    for string in [given.url, given.title, given.byline, given.published?.isoString, given.language] { add(string) }
    add(raw.failure.map { "\($0.code) \($0.stage) \($0.message)" })
    add(raw.warnings.map(\.rawValue).sorted().joined(separator: " "))
    switch raw.content {
    case .whole: add("whole")
    case .archived(let content):
      add(content.isHTTP ? "http" : "block")
      for string in [content.mediaType, content.charset, content.blockDigest, content.payloadDigest] { add(string) }
    case .row(let header):
      add("row")
      add(Int(header.delimiter))
      for name in header.names { add(name) }
    case .item(let head):
      add("item")
      for string in [head.charset, head.language] { add(string) }
    }
  }
}
