/// The bytes of a WARC file as its reader wants them: a window that slides over the unpacked bytes, member by member, and
/// that knows where in the file it is.
///
/// An unpacked file is one long member. In a packed one, no record goes beyond the end of its member.
struct WARCInput {
  /// What became of a wish for more bytes.
  enum Filling {
    /// There are more.
    case more
    /// The member (or the unpacked file) is complete.
    case memberEnd
    /// The file ends inside the member.
    case cutOff
    /// The packed data is damaged.
    case damaged
    /// The file cannot be read on.
    case unreadable(ReadError)
  }

  private let source: FileStream
  private let packing: Packing?
  private let dictionary: [UInt8]
  private let unpacker: (any Unpacker)?

  /// Unpacked bytes; those before `start` are used up.
  private(set) var buffer: [UInt8] = []
  /// Where the unread bytes begin in `buffer`.
  private(set) var start = 0
  /// The offset of the unread bytes among the unpacked ones.
  private(set) var offset = 0

  /// Packed bytes of the member in hand, kept so that the search for the next one can begin inside it.
  private var packed: [UInt8]
  private var packedPosition = 0
  /// The file offset of `packed[0]`.
  private var packedOffset = 0
  private var isInMember = false
  private var isBroken = false
  private var hasEnded = false

  /// The file offset of the member in hand.
  private(set) var memberOffset = 0
  /// Where the member in hand begins among the unpacked bytes.
  private(set) var memberStart = 0
  /// What was passed over before the member in hand: bytes of the file that are neither member nor padding.
  private(set) var gap: Range<Int>?

  /// How much of a member is kept for the search for the next one.
  private static var keptPacked: Int { 8 << 20 }
  private static var chunk: Int { 1 << 16 }

  /// - Parameter head: what was read of the source already.
  init(_ source: FileStream, head: [UInt8], packing: Packing?) throws(ReadError) {
    (self.source, self.packing) = (source, packing)
    dictionary = packing == .zstd ? ZstdDictionary.read(head) : []
    unpacker = try packing?.makeUnpacker(dictionary: dictionary)
    if packing == nil {
      buffer = head
      packed = []
    } else {
      packed = head
    }
  }

  /// Whether the file is packed.
  var isPacked: Bool { packing != nil }
  /// The unread bytes.
  var unread: ArraySlice<UInt8> { buffer[start...] }
  /// The file offset behind the last packed byte that was used.
  var packedEnd: Int { packedOffset + packedPosition }

  /// Marks bytes as used.
  mutating func use(_ count: Int) {
    start += count
    offset += count
    if start == buffer.count {
      buffer.removeAll(keepingCapacity: true)
      start = 0
    } else if start > 1 << 20, start > buffer.count / 2 {
      buffer.removeFirst(start)
      start = 0
    }
  }

  /// Appends more bytes of the member to the unread ones.
  mutating func fill() -> Filling {
    guard let unpacker else { return fillFromFile() }
    guard isInMember else { return .memberEnd }
    if isBroken { return .damaged }
    let before = buffer.count
    while true {
      let state = unpacker.unpack(packed, from: &packedPosition, into: &buffer, count: Self.chunk)
      switch state {
      case .damaged, .refused:
        isBroken = true
        return buffer.count > before ? .more : .damaged
      case .memberEnd:
        isInMember = false
        return buffer.count > before ? .more : .memberEnd
      case .going:
        if buffer.count > before { return .more }
        guard packedPosition == packed.count else { return .damaged }
        do throws(ReadError) {
          if try !refill(keepingMember: true) { return .cutOff }
        } catch {
          return .unreadable(error)
        }
      }
    }
  }

  private mutating func fillFromFile() -> Filling {
    if hasEnded { return .memberEnd }
    do throws(ReadError) {
      if try source.read(into: &buffer, count: Self.chunk) > 0 { return .more }
    } catch {
      hasEnded = true
      return .unreadable(error)
    }
    hasEnded = true
    return .memberEnd
  }

  /// Drops the rest of the member and goes to the next one: to the one that follows, if the member was read to its end
  /// and there is one right behind it, else to the nearest place where one begins that unpacks to a WARC record.
  /// - Parameter searches: whether to search inside the member in hand, because it is damaged.
  /// - Returns: whether there is one. `gap` then is what was passed over between the two.
  mutating func nextMember(searches: Bool) throws(ReadError) -> Bool {
    use(buffer.count - start)
    gap = nil
    guard let packing, let unpacker else { return false }
    isInMember = false
    if searches {
      packedPosition = max(0, memberOffset + 1 - packedOffset)
    } else {
      try skipPadding()
    }
    let from = packedEnd
    var found = true
    if searches {
      found = try search(packing)
    } else if try !begins(packing, verify: false) {
      found = try search(packing)
      if packedEnd > from { gap = from..<packedEnd }
    }
    guard found else { return false }
    memberOffset = packedEnd
    memberStart = offset
    try unpacker.restart()
    (isInMember, isBroken) = (true, false)
    return true
  }

  /// Whether the member in hand, read to its end, took the beginning of the next one for its own: a Zstandard frame that
  /// was cut off goes on in whatever stands behind it, and without a checksum nothing tells but the end, where no other
  /// frame begins.
  mutating func hasSwallowed() throws(ReadError) -> Bool {
    // The fifth byte of a frame has the flag of the checksum. What was dropped cannot be searched, and a file of four
    // bytes has no fifth.
    let flags = memberOffset - packedOffset + 4
    guard packing == .zstd, packed.indices.contains(flags), packed[flags] & 4 == 0 else { return false }
    var index = packedPosition
    while true {
      while index < packed.count, packed[index] == 0 { index += 1 }
      if index + 4 <= packed.count { return !Packing.zstd.begins(packed[index...]) }
      let count = packed.count - index
      // Dropped bytes would move those that are kept.
      let before = packedOffset
      guard try refill(keepingMember: true) else { return count > 0 }
      index -= packedOffset - before
      if memberOffset < packedOffset { return false }
    }
  }

  private mutating func skipPadding() throws(ReadError) {
    while true {
      while packedPosition < packed.count, packed[packedPosition] == 0 { packedPosition += 1 }
      guard packedPosition == packed.count, try refill(keepingMember: false) else { return }
    }
  }

  /// Whether a member begins here.
  private mutating func begins(_ packing: Packing, verify: Bool) throws(ReadError) -> Bool {
    // To verify, enough to unpack the first bytes of a record.
    while packed.count - packedPosition < (verify ? 1024 : 6), try refill(keepingMember: false) {}
    let here = packed[packedPosition...]
    // What holds no data is no place to go on from.
    guard verify ? here.starts(with: packing.magic) : packing.begins(here) else { return false }
    return !verify
      || (try? UnpackedStream.peek(Array(here.prefix(1 << 14)), packing: packing, dictionary: dictionary, count: 64))?
        .starts(with: WARCHeader.mark) ?? false
  }

  /// Goes to the next place where a member begins that unpacks to a record; false at the end of the file.
  private mutating func search(_ packing: Packing) throws(ReadError) -> Bool {
    let (first, second) = (packing.magic[0], packing.magic[1])
    while true {
      while packedPosition + 1 < packed.count {
        if packed[packedPosition] == first, packed[packedPosition + 1] == second,
          try begins(packing, verify: true)
        {
          return true
        }
        packedPosition += 1
      }
      if try !refill(keepingMember: false) {
        packedPosition = packed.count
        return false
      }
    }
  }

  /// Reads on; drops packed bytes that nobody needs any more.
  private mutating func refill(keepingMember: Bool) throws(ReadError) -> Bool {
    if hasEnded { return false }
    let keptFrom = keepingMember ? max(0, memberOffset - packedOffset) : packedPosition
    let drop = packedPosition - keptFrom > Self.keptPacked ? packedPosition : keptFrom
    if drop > 0 {
      packed.removeFirst(drop)
      packedOffset += drop
      packedPosition -= drop
    }
    if try source.read(into: &packed, count: Self.chunk) > 0 { return true }
    hasEnded = true
    return false
  }
}
