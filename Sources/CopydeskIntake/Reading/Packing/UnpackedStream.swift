/// The bytes of a packed file: one member after the other, as `cat a.gz b.gz` makes them.
final class UnpackedStream: ByteStream {
  private let source: FileStream
  private let packing: Packing
  private let unpacker: any Unpacker
  private var packed: [UInt8]
  private var position = 0
  private var isInMember = false
  private var isFinished = false

  /// - Parameter head: what was read of the source already.
  init(_ source: FileStream, head: [UInt8], packing: Packing) throws(ReadError) {
    (self.source, self.packing) = (source, packing)
    unpacker = try packing.makeUnpacker(dictionary: packing == .zstd ? ZstdDictionary.read(head) : [])
    packed = head
  }

  /// What the beginning of a packed file unpacks to, as far as these bytes go; frames without data in front are passed
  /// over.
  /// - Throws: that it is packed in a way that we cannot unpack.
  static func peek(
    _ head: [UInt8], packing: Packing, dictionary: [UInt8] = [], count: Int = 4096
  ) throws(ReadError) -> [UInt8] {
    var unpacked: [UInt8] = []
    var position = 0
    let unpacker = try packing.makeUnpacker(dictionary: dictionary)
    while unpacked.isEmpty, position < head.count {
      try unpacker.restart()
      var state = UnpackingState.going
      while unpacked.isEmpty, case .going = state {
        let before = position
        state = unpacker.unpack(head, from: &position, into: &unpacked, count: count)
        if position == before { break }
      }
      if case .refused(let reason) = state { throw ReadError(reason) }
      guard case .memberEnd = state else { break }
    }
    return unpacked
  }

  func read(into buffer: inout [UInt8], count: Int) throws(ReadError) -> Int {
    let start = buffer.count
    while buffer.count == start, !isFinished {
      guard isInMember else {
        try openMember()
        continue
      }
      // Before more is read: a member that is read whole may still have more to give.
      let before = position
      switch unpacker.unpack(packed, from: &position, into: &buffer, count: min(count, 1 << 16)) {
      case .memberEnd: isInMember = false
      case .damaged: throw ReadError("the \(packing) data is damaged")
      case .refused(let reason): throw ReadError(reason)
      case .going where buffer.count == start && position == packed.count:
        if try !refill() { throw ReadError("the \(packing) data is cut off") }
      case .going where buffer.count == start && position == before:
        // With room and bytes there is nothing that it could wait for.
        throw ReadError("the \(packing) data is damaged")
      case .going: break
      }
    }
    return buffer.count - start
  }

  private func refill() throws(ReadError) -> Bool {
    packed.removeAll(keepingCapacity: true)
    position = 0
    return try source.read(into: &packed, count: 1 << 16) > 0
  }

  /// Starts the next member. Zeros behind the last one are padding; anything else there is damage.
  private func openMember() throws(ReadError) {
    while position < packed.count, packed[position] == 0 { position += 1 }
    if position == packed.count {
      isFinished = try !refill()
    } else {
      try unpacker.restart()
      isInMember = true
    }
  }
}
