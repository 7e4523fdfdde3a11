import CBzip2

/// libbz2.
final class Bzip2Unpacker: Unpacker {
  private var stream = bz_stream()
  private var isOpen = false

  deinit { if isOpen { BZ2_bzDecompressEnd(&stream) } }

  func restart() throws(ReadError) {
    if isOpen { BZ2_bzDecompressEnd(&stream) }
    stream = bz_stream()
    isOpen = BZ2_bzDecompressInit(&stream, 0, 0) == BZ_OK
    guard isOpen else { throw ReadError("libbz2 has no memory") }
  }

  func unpack(_ input: [UInt8], from position: inout Int, into output: inout [UInt8], count: Int) -> UnpackingState {
    guard isOpen else { return .damaged }
    var status = BZ_OK
    // libbz2 takes a pointer to variable bytes but does not change them; it keeps neither pointer after the call.
    input.withUnsafeBytes { input in
      output.append(room: count) { room in
        room.withMemoryRebound(to: CChar.self) { room in
          let bytes = UnsafeMutablePointer(mutating: input.baseAddress?.assumingMemoryBound(to: CChar.self))
          stream.next_in = bytes.map { $0 + position }
          stream.avail_in = UInt32(clamping: input.count - position)
          stream.next_out = room.baseAddress
          stream.avail_out = UInt32(clamping: room.count)
          let given = Int(stream.avail_in)
          status = BZ2_bzDecompress(&stream)
          position += given - Int(stream.avail_in)
          return room.count - Int(stream.avail_out)
        }
      }
    }
    switch status {
    case BZ_OK: return .going
    case BZ_STREAM_END: return .memberEnd
    default: return .damaged
    }
  }
}
