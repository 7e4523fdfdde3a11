/// JSON that is not one document on each line: an array of them, or one after the other, over as many lines as they like.
///
/// A value that is damaged costs itself alone: reading goes on where something begins as the first one did.
struct JSONValuesReader<Stream: ByteStream>: RecordReader {
  private var input: SlidingBuffer<Stream>
  private let path: String
  private let limit: Int
  private var number = 0
  private var isInArray = false
  private var hasEnded = false
  /// The first key of the first document, in its quotes: what the others most likely begin with.
  private var firstKey: [UInt8]?
  private(set) var findings = ReaderFindings()

  /// How much of a value that is too long or damaged is kept, for its id.
  private static var keptPrefix: Int { 1 << 16 }

  /// - Parameters:
  ///   - head: what was read of the stream to find out the format.
  ///   - limit: the longest document in bytes.
  init(_ stream: Stream, head: [UInt8], path: String, limit: Int) {
    input = SlidingBuffer(stream, head: head)
    (self.path, self.limit) = (path, limit)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { input.use(3) }
  }

  var emptiness: DocumentFailure? {
    DocumentFailure(code: .noDocuments, stage: "read", message: "the file of JSON holds no document")
  }

  mutating func next() -> RawRecord? {
    while let byte = nextByte() {
      switch byte {
      case UInt8(ascii: ","): input.use(1)
      case UInt8(ascii: "]") where isInArray:
        input.use(1)
        isInArray = false
      case UInt8(ascii: "[") where !isInArray:
        input.use(1)
        isInArray = true
      case UInt8(ascii: "{"): return value()
      case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"): return stray()
      default: return isInArray ? value() : stray()
      }
    }
    return atEnd()
  }

  /// The next byte that is no space.
  private mutating func nextByte() -> UInt8? {
    while input.fill(to: 1) {
      if let byte = input.unread.first, byte > 0x20 { return byte }
      input.use(1)
    }
    return nil
  }

  private mutating func atEnd() -> RawRecord? {
    if hasEnded { return nil }
    hasEnded = true
    if let error = input.takeError() {
      return failure(.unreadable, "\(path): \(error.message)", at: input.offset, length: 0)
    }
    guard isInArray else { return nil }
    findings.note("\(path): the array has no end: what followed byte \(input.offset) is lost")
    return failure(
      .jsonDamaged, "\(path): the array has no end: what followed is lost", at: input.offset, length: 0)
  }

  // MARK: A value

  /// The value that begins here, or what there is of it.
  private mutating func value() -> RawRecord {
    number += 1
    let start = input.offset
    var scanner = JSONScanner()
    var index = 0
    // Set when the value is too long to hold.
    var prefix: [UInt8]?
    while true {
      let step = input.unread.withUnsafeBufferPointer { scanner.scan($0, from: index) }
      switch step {
      case .end(let end): return whole(from: start, count: end, prefix)
      case .wrong(let place, let problem):
        return damaged(from: start, at: input.offset - start + place, problem, prefix)
      case .going:
        index = input.unread.count
        if index > limit || prefix != nil {
          prefix = prefix ?? Array(input.unread.prefix(Self.keptPrefix))
          input.use(index)
          index = 0
        }
        if input.fill(to: index + 1) { continue }
        if scanner.isWhole { return whole(from: start, count: index, prefix) }
        return damaged(from: start, at: input.offset - start + index, "the text ends inside the value", prefix)
      }
    }
  }

  private mutating func whole(from start: Int, count: Int, _ prefix: [UInt8]?) -> RawRecord {
    let length = input.offset - start + count
    let isTooLarge = length > limit
    let bytes = prefix ?? Array(input.unread.prefix(isTooLarge ? Self.keptPrefix : count))
    input.use(count)
    if firstKey == nil { firstKey = Self.firstKey(of: bytes) }
    return record(bytes, at: start, length: length, isTooLarge ? .tooLarge(limit: limit) : nil)
  }

  /// A value that breaks off: the next one may begin inside of what looked like it.
  private mutating func damaged(from start: Int, at place: Int, _ problem: String, _ prefix: [UInt8]?) -> RawRecord {
    let kept = prefix ?? Array(input.unread.prefix(min(place, Self.keptPrefix)))
    // What is too deep has lost no bracket, and holds no neighbours: each level could be taken for the next document.
    if prefix == nil { input.use(problem == JSONScanner.tooDeep ? max(1, place) : 1) }
    skipToStart()
    let length = input.offset - start
    findings.note("\(path): no JSON at byte \(start + place): \(problem)")
    let failure =
      length > limit
      ? DocumentFailure.tooLarge(limit: limit)
      : DocumentFailure(
        code: .badJSON, stage: "decode", message: "no JSON at byte \(place) of the document: \(problem)")
    return record(kept, at: start, length: length, failure)
  }

  /// What is neither a value nor stands between values.
  private mutating func stray() -> RawRecord {
    number += 1
    let start = input.offset
    input.use(1)
    skipToStart()
    let message = "no document in \(input.offset - start) bytes at byte \(start)"
    findings.note("\(path): \(message)")
    return failure(.jsonDamaged, "\(path): \(message)", at: start, length: input.offset - start)
  }

  private func record(_ bytes: [UInt8], at offset: Int, length: Int, _ failure: DocumentFailure?) -> RawRecord {
    RawRecord(
      provenance: Provenance(id: "\(path)#\(number)", path: path, offset: offset, length: length, format: .jsonl),
      bytes: bytes, line: number, failure: failure)
  }

  private func failure(_ code: FailureCode, _ message: String, at offset: Int, length: Int) -> RawRecord {
    RawRecord(
      provenance: Provenance(id: "\(path)@\(offset)", path: path, offset: offset, length: length, format: .jsonl),
      bytes: [], failure: DocumentFailure(code: code, stage: "read", message: message))
  }

  // MARK: The next one

  /// Goes to where a document may begin: `{` and the first key, behind a comma, a bracket or a line's end. To the end, if
  /// there is none.
  private mutating func skipToStart() {
    // What was used last stands before the unread bytes.
    var before: UInt8 = 0x0A
    while input.fill(to: 1) {
      // Enough to see a key.
      _ = input.fill(to: 256 + (firstKey?.count ?? 0))
      let bytes = input.unread
      var found: Int?
      var last = before
      var index = bytes.startIndex
      while index < bytes.endIndex {
        let byte = bytes[index]
        if byte == UInt8(ascii: "{"), [0x0A, 0x2C, 0x5B, 0x7D].contains(last), isStart(bytes[index...]) {
          found = index - bytes.startIndex
          break
        }
        // Spaces count as what stands before them.
        if byte > 0x20 || byte == 0x0A { last = byte }
        index += 1
      }
      if let found {
        input.use(found)
        return
      }
      // The last bytes may be the beginning of one.
      let isLast = !input.fill(to: bytes.count + 1)
      let step = isLast ? bytes.count : max(1, bytes.count - 128 - (firstKey?.count ?? 0))
      before = bytes.prefix(step).last { $0 > 0x20 || $0 == 0x0A } ?? before
      input.use(step)
    }
    // The end of the array is among what was passed over.
    isInArray = false
  }

  /// Whether a `{` begins a document, as far as its first key tells.
  private func isStart(_ bytes: ArraySlice<UInt8>) -> Bool {
    let rest = bytes.dropFirst().drop { $0 <= 0x20 }
    guard let firstKey else { return rest.first == UInt8(ascii: "\"") }
    return rest.starts(with: firstKey)
  }

  private static func firstKey(of object: [UInt8]) -> [UInt8]? {
    guard object.first == UInt8(ascii: "{") else { return nil }
    let rest = object.dropFirst().drop { $0 <= 0x20 }
    guard rest.first == UInt8(ascii: "\""), let end = rest.dropFirst().firstIndex(of: UInt8(ascii: "\"")) else {
      return nil
    }
    let key = rest[...end]
    return key.count <= 128 ? Array(key) : nil
  }
}
