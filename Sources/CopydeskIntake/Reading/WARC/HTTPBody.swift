/// What an HTTP response carries: its body without chunks and packing.
struct HTTPBody {
  /// The bytes of the page.
  var bytes: [UInt8]
  /// Whether the body ends too early, or is damaged at some place; what stands before it is there.
  var isCut = false

  /// A gzip file can unpack to itself; honest servers pack once.
  private static let mostPackings = 4

  /// - Parameters:
  ///   - body: the body as it came.
  ///   - limit: the largest size to unpack to; what is larger may be a bomb.
  init(_ body: ArraySlice<UInt8>, head: HTTPHead, limit: Int) throws(DocumentFailure) {
    bytes = []
    if head.isChunked, let chunks = Self.unchunked(body) {
      (bytes, isCut) = chunks
    } else {
      // A crawler may have joined the chunks and kept the field.
      bytes = Array(body)
    }
    guard head.packings.count <= Self.mostPackings else {
      throw DocumentFailure(
        code: .badHTTP, stage: "decode", message: "the page is packed \(head.packings.count) times, one in the other")
    }
    for packing in head.packings.reversed() { try unpack(packing, limit: limit) }
  }

  /// The chunks of a body joined (RFC 9112, 7.1); nil if it does not come in chunks at all.
  static func unchunked(_ body: ArraySlice<UInt8>) -> (bytes: [UInt8], isCut: Bool)? {
    var bytes: [UInt8] = []
    var index = body.startIndex
    while true {
      guard let (size, start) = chunkSize(body, at: index) else {
        return index == body.startIndex ? nil : (bytes, true)
      }
      if size == 0 { return (bytes, false) }
      guard size <= body.endIndex - start else {
        bytes.append(contentsOf: body[start...])
        return (bytes, true)
      }
      bytes.append(contentsOf: body[start..<start + size])
      index = start + size
      if index < body.endIndex, body[index] == 0x0D { index += 1 }
      if index < body.endIndex, body[index] == 0x0A { index += 1 }
    }
  }

  /// The size in a chunk's first line, and where its data begins.
  private static func chunkSize(_ body: ArraySlice<UInt8>, at start: Int) -> (size: Int, start: Int)? {
    var (size, digits, index) = (0, 0, start)
    while index < body.endIndex, let digit = hexValue(body[index]), digits < 9 {
      size = size << 4 | digit
      digits += 1
      index += 1
    }
    guard digits > 0, let end = body[index...].prefix(4096).firstIndex(of: 0x0A),
      body[index..<end].allSatisfy({ $0 >= 0x20 || $0 == 0x0D || $0 == 0x09 })
    else { return nil }
    return (size, end + 1)
  }

  private static func hexValue(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x46, 0x61...0x66: Int(byte | 0x20) - 0x57
    default: nil
    }
  }

  private mutating func unpack(_ name: String, limit: Int) throws(DocumentFailure) {
    switch name {
    case "gzip", "x-gzip":
      // A crawler may have unpacked it and kept the field.
      if Packing.gzip.matches(bytes) { try unpack(limit, Inflater(.header)) }
    case "deflate":
      // By the standard with zlib's two bytes, on the web often without.
      let hasHeader = bytes.count >= 2 && bytes[0] & 0x0F == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
      let looksPlain = FormatSniffer.format(ofContent: Array(bytes.prefix(4096))) == .html
      if !looksPlain { try unpack(limit, Inflater(hasHeader ? .header : .none)) }
    case "zstd":
      if Packing.zstd.matches(bytes), let unpacker = try? ZstdUnpacker() { try unpack(limit, unpacker) }
    default:
      if FormatSniffer.format(ofContent: Array(bytes.prefix(4096))) == .html { return }
      throw DocumentFailure(
        code: .badHTTP, stage: "decode", message: "the page is packed with '\(name)', which cannot be unpacked")
    }
  }

  private mutating func unpack(_ limit: Int, _ unpacker: any Unpacker) throws(DocumentFailure) {
    var unpacked: [UInt8] = []
    var (position, members, memberStart) = (0, 0, 0)
    var isOpen = false
    while isOpen || position < bytes.count {
      if !isOpen {
        guard (try? unpacker.restart()) != nil else { break }
        isOpen = true
        memberStart = unpacked.count
      }
      let before = (unpacked.count, position)
      let state = unpacker.unpack(bytes, from: &position, into: &unpacked, count: 1 << 16)
      if unpacked.count > limit { throw .tooLarge(limit: limit) }
      switch state {
      case .memberEnd:
        isOpen = false
        members += 1
      case .going where before != (unpacked.count, position): continue
      case .going, .damaged, .refused:
        // Bytes behind the last member are no damage of the page.
        isCut = isCut || members == 0 || unpacked.count > memberStart
        bytes = unpacked
        return
      }
    }
    bytes = unpacked
  }
}

extension Packing {
  /// Whether bytes begin as a member does.
  func matches(_ bytes: [UInt8]) -> Bool { bytes.starts(with: magic) }
}
