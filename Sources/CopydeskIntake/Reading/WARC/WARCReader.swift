/// WARC (ISO 28500), packed record by record, packed as a whole, or not packed: each page or text is a record.
///
/// Nothing that is damaged stops it. A record that is cut off is handed out as far as it goes; where no record can be
/// found, a failure tells the place, and reading goes on with the next record.
struct WARCReader: RecordReader {
  private var input: WARCInput
  private let path: String
  private let limit: Int
  private var waiting: [RawRecord] = []
  private var hasEnded = false
  /// Whether every member so far held one record: then the end of a member is the end of its record.
  private var isPackedByRecord = true
  /// Whether there was any record but those about the file.
  private var holdsRecords = false
  private(set) var findings = ReaderFindings()

  private typealias Filling = WARCInput.Filling

  /// - Parameter limit: the largest document in bytes.
  init(_ input: WARCInput, path: String, limit: Int) {
    (self.input, self.path, self.limit) = (input, path, limit)
  }

  var emptiness: DocumentFailure? { holdsRecords ? nil : .noRecords }

  mutating func next() -> RawRecord? {
    while true {
      if !waiting.isEmpty { return waiting.removeFirst() }
      if hasEnded { return nil }
      do throws(ReadError) {
        if try openRecord(), let record = try readRecord() { waiting.append(record) }
      } catch {
        hasEnded = true
        waiting.append(
          failure(.unreadable, at: place, length: 0, "\(path): \(error.message), after byte \(place)"))
      }
    }
  }

  /// The place of the unread bytes, for messages: in the file, if members tell it.
  private var place: Int { input.isPacked ? input.memberOffset : input.offset }

  /// The file offset of the member in hand, or of the end of a packed file: what was before it ends there.
  private var nextOffset: Int { hasEnded ? input.packedEnd : input.memberOffset }

  // MARK: To the beginning of a record

  /// Goes to the next record; false if that took more than one step, or there is none.
  private mutating func openRecord() throws(ReadError) -> Bool {
    while true {
      let state = fill(to: 1)
      if state == nil, input.unread.first == 0x0D || input.unread.first == 0x0A {
        input.use(1)
      } else if let state {
        let damaged = state.isDamage ? input.memberOffset : nil
        let isStarted = input.offset > input.memberStart
        try leaveMember(state)
        // Where a record should begin, the member cannot be unpacked.
        if let damaged {
          let length = nextOffset - damaged
          if isStarted {
            report(
              "the packed data of \(length) bytes at byte \(damaged) is damaged: what followed its last record is lost",
              at: damaged, length: length)
          } else {
            reportGap(at: damaged, length: length)
          }
        }
        return false
      } else {
        break
      }
    }
    _ = fill(to: WARCHeader.mark.count)
    if input.unread.starts(with: WARCHeader.mark) { return true }
    try passOver(from: input.offset)
    return false
  }

  /// At the end of a member, goes to the next one.
  private mutating func leaveMember(_ state: Filling) throws(ReadError) {
    if case .unreadable(let error) = state { throw error }
    guard input.isPacked else {
      hasEnded = true
      return
    }
    let searches = try state.isDamage ? true : input.hasSwallowed()
    let found = try input.nextMember(searches: searches)
    if let gap = input.gap { reportGap(at: gap.lowerBound, length: gap.count) }
    if !found { hasEnded = true }
  }

  /// Where a record should begin and none does: goes to the next one in this member, or to its end.
  /// - Parameter start: where that is, among the unpacked bytes.
  private mutating func passOver(from start: Int) throws(ReadError) {
    let fromOffset = input.isPacked ? input.memberOffset : start
    let state = skipToBoundary()
    let passed = input.offset - start
    if input.isPacked, start == input.memberStart, let state {
      // Nothing of the member could be read.
      let memberOffset = input.memberOffset
      try leaveMember(state)
      reportGap(at: memberOffset, length: nextOffset - memberOffset)
    } else {
      reportGap(at: fromOffset, length: passed)
    }
  }

  private mutating func reportGap(at offset: Int, length: Int) {
    report("no WARC record in \(length) bytes at byte \(offset)", at: offset, length: length)
  }

  private mutating func report(_ damage: String, at offset: Int, length: Int) {
    note(damage)
    waiting.append(failure(.warcDamaged, at: offset, length: length, "\(path): \(damage)"))
  }

  private mutating func note(_ text: String) { findings.note("\(path): \(text)") }

  // MARK: A record

  private mutating func readRecord() throws(ReadError) -> RawRecord? {
    let start = input.offset
    guard let headerLength = headerLength(), let header = WARCHeader(input.unread.prefix(headerLength)) else {
      // A header without an end: the next record may begin inside it.
      input.use(WARCHeader.mark.count)
      try passOver(from: start)
      return nil
    }
    input.use(headerLength)
    if header.type != "warcinfo" { holdsRecords = true }
    let frame = readBlock(header)
    if frame.isTooLarge {
      let isLost = isWanted(header, input.unread)
      let (offset, length) = try skipLarge(header, start: start)
      guard isLost else { return nil }
      var record = RawRecord(provenance: provenance, bytes: [], failure: .tooLarge(limit: limit))
      settle(&record, header, offset: offset, length: length)
      return record
    }
    let block = input.unread.prefix(frame.length)
    let found = isWanted(header, block) ? RawRecord(provenance: provenance, bytes: Array(block)) : nil
    input.use(frame.length)
    var damage = frame.isCut
    let (offset, length, isDamaged) = try finish(start: start, end: frame.end)
    damage = damage || isDamaged
    if damage { note("the record at byte \(offset) is cut off or damaged") }
    guard var record = found else { return nil }
    settle(&record, header, offset: offset, length: length)
    if damage || header.truncated != nil { record.warnings.insert(.truncatedRecord) }
    return record
  }

  /// The length of the header with its empty line; nil if it has no end, or another record begins inside it.
  private mutating func headerLength() -> Int? {
    var searched = 0
    while true {
      let unread = input.unread
      switch HeaderEnd.findInRecord(unread, from: searched) {
      case .end(let end)?: return end
      case .otherRecord?: return nil
      case nil: break
      }
      searched = max(0, unread.count - Boundary.lookAhead)
      if unread.count > WARCHeader.longest { return nil }
      guard case .more = input.fill() else { return nil }
    }
  }

  /// How much of the unread bytes is the block of a record.
  private struct Frame {
    var length: Int
    /// Whether it is not what the header promises.
    var isCut = false
    var isTooLarge = false
    /// Why no more could be read; nil if more can.
    var end: Filling?
  }

  /// Finds the end of the block: where the header says, if the record ends there, else where the next one begins.
  private mutating func readBlock(_ header: WARCHeader) -> Frame {
    guard let length = header.contentLength else { return cutBlock() }
    if length > limit {
      _ = fill(to: 1 << 16)
      return Frame(length: 0, isTooLarge: true)
    }
    if let end = fill(to: length) {
      var frame = cutBlock()
      frame.end = end
      return frame
    }
    return isFollowedByBoundary(length) ? Frame(length: length) : cutBlock()
  }

  /// Whether the record ends after so many bytes: two line ends, or the end of the member, or the next record.
  private mutating func isFollowedByBoundary(_ length: Int) -> Bool {
    var index = length
    while true {
      if fill(to: index + 1) != nil { return true }
      let byte = input.unread[input.start + index]
      if byte == 0x0D || byte == 0x0A {
        index += 1
        // What the format asks for; more need not be there yet.
        if index == length + 4 { return true }
      } else {
        _ = fill(to: index + 5)
        return input.unread[(input.start + index)...].starts(with: WARCHeader.mark)
      }
    }
  }

  /// The block of a record whose length is wrong: to the next record, or as far as there is anything.
  private mutating func cutBlock() -> Frame {
    var searched = 0
    while true {
      let unread = input.unread
      if let boundary = Boundary.find(in: unread, from: searched) {
        return Frame(length: Self.trimmedCount(unread.prefix(boundary)), isCut: true)
      }
      searched = max(0, unread.count - Boundary.lookAhead)
      if unread.count > limit { return Frame(length: 0, isCut: true, isTooLarge: true) }
      let state = input.fill()
      if case .more = state { continue }
      return Frame(length: Self.trimmedCount(input.unread), isCut: true, end: state)
    }
  }

  private static func trimmedCount(_ bytes: ArraySlice<UInt8>) -> Int {
    var bytes = bytes
    while let last = bytes.last, last == 0x0D || last == 0x0A { bytes.removeLast() }
    return bytes.count
  }

  /// Passes over a block that is too large to hold.
  /// - Returns: the record's place.
  private mutating func skipLarge(_ header: WARCHeader, start: Int) throws(ReadError) -> (offset: Int, length: Int) {
    let memberOffset = input.memberOffset
    if input.isPacked, start == input.memberStart, isPackedByRecord, memberOffset > 0 {
      // Rather than unpack what nobody wants, which may be a bomb.
      hasEnded = try !input.nextMember(searches: true)
      return (memberOffset, nextOffset - memberOffset)
    }
    var left = header.contentLength ?? Int.max
    var end: Filling?
    while left > 0, end == nil {
      // An unpacked record with such a length may be a damaged one, with others inside.
      if !input.isPacked, let boundary = Boundary.find(in: input.unread.prefix(left), from: 0) {
        input.use(boundary)
        left = 0
      } else {
        // The last bytes may be the beginning of a boundary.
        let isLast = left <= input.unread.count
        let step = isLast ? left : max(0, input.unread.count - Boundary.lookAhead)
        input.use(step)
        left -= step
        if left > 0 { end = fill(to: min(left, input.unread.count + 1)) }
      }
    }
    if let end {
      input.use(input.unread.count)
      try leaveMember(end)
    }
    return (start, input.offset - start)
  }

  /// After a block: what the record's place is, now that it is known whether the member ends with it.
  private mutating func finish(start: Int, end: Filling?) throws(ReadError) -> (Int, Int, isDamaged: Bool) {
    guard input.isPacked else {
      var ends = 0
      while ends < 4, fill(to: 1) == nil, input.unread.first == 0x0D || input.unread.first == 0x0A {
        input.use(1)
        ends += 1
      }
      return (start, input.offset - start, false)
    }
    var state = end
    while state == nil {
      state = fill(to: 1)
      guard state == nil, input.unread.first == 0x0D || input.unread.first == 0x0A else { break }
      input.use(1)
    }
    if case .memberEnd = state, try input.hasSwallowed() { state = .damaged }
    guard start == input.memberStart, let state else {
      isPackedByRecord = false
      return (start, input.offset - start, state?.isDamage ?? false)
    }
    let offset = input.memberOffset
    guard state.isDamage else { return (offset, input.packedEnd - offset, false) }
    try leaveMember(state)
    return (offset, nextOffset - offset, true)
  }

  // MARK: Pages and texts

  /// Whether a block (or its beginning) is news, as far as can be told from outside. Counts what is not.
  private mutating func isWanted(_ header: WARCHeader, _ block: ArraySlice<UInt8>) -> Bool {
    switch header.type {
    case "response" where header.contentType.hasPrefix("application/http"), "response" where header.contentType.isEmpty:
      return findings.wantsResponse(block)
    case "conversion", "resource": return findings.wants(MediaType.essence(of: header.contentType))
    default: return false
    }
  }

  private func settle(_ record: inout RawRecord, _ header: WARCHeader, offset: Int, length: Int) {
    record.provenance.offset = offset
    record.provenance.length = length
    record.provenance.id = header.recordID ?? header.targetURI ?? "\(path)@\(offset)"
    record.given.url = header.targetURI
    record.content = .archived(
      ArchivedContent(
        isHTTP: header.type == "response", mediaType: MediaType.essence(of: header.contentType),
        charset: MediaType.charset(of: header.contentType), blockDigest: header.blockDigest,
        payloadDigest: header.payloadDigest))
  }

  /// What is known of any record; its place and its id follow.
  private var provenance: Provenance { Provenance(id: path, path: path, offset: 0, length: 0, format: .warc) }

  private func failure(_ code: FailureCode, at offset: Int, length: Int, _ message: String) -> RawRecord {
    RawRecord(
      provenance: Provenance(id: "\(path)@\(offset)", path: path, offset: offset, length: length, format: .warc),
      bytes: [], failure: DocumentFailure(code: code, stage: "read", message: message))
  }

  // MARK: Bytes

  /// Reads until there are so many unread bytes; nil if there are, else why not.
  private mutating func fill(to count: Int) -> Filling? {
    while input.unread.count < count {
      let state = input.fill()
      if case .more = state { continue }
      return state
    }
    return nil
  }

  /// Goes to the next place in the member where a record begins; else to the member's end, and tells what that is.
  private mutating func skipToBoundary() -> Filling? {
    while true {
      if let boundary = Boundary.find(in: input.unread, from: 0) {
        input.use(boundary)
        return nil
      }
      input.use(max(0, input.unread.count - Boundary.lookAhead))
      let state = input.fill()
      if case .more = state { continue }
      input.use(input.unread.count)
      return state
    }
  }
}

extension WARCInput.Filling {
  /// Whether the bytes end where they should not.
  var isDamage: Bool {
    switch self {
    case .cutOff, .damaged: true
    case .more, .memberEnd, .unreadable: false
    }
  }
}

extension ReaderFindings {
  /// Whether an HTTP response (or its beginning) is a page or text. Counts what is not.
  mutating func wantsResponse(_ block: ArraySlice<UInt8>) -> Bool {
    guard let head = HTTPHead(block) else { return true }  // the decoder tells what is wrong
    guard (200...299).contains(head.status) else {
      skip("HTTP \(head.status)")
      return false
    }
    return wants(head.mediaType)
  }

  /// Whether something of a media type is a page or text. Counts what is not.
  mutating func wants(_ mediaType: String) -> Bool {
    if mediaType.isEmpty || MediaType.isMarkup(mediaType) || mediaType == "text/plain" { return true }
    skip(mediaType)
    return false
  }
}
