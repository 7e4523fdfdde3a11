import CLZMA

/// liblzma.
final class XZUnpacker: Unpacker {
  /// What the strongest setting of `xz` needs is half of it.
  private static let memory: UInt64 = 128 << 20

  private var stream = copydesk_lzma_stream()
  private var isOpen = false

  deinit { lzma_end(&stream) }

  func restart() throws(ReadError) {
    // It frees what the stream held before.
    guard lzma_stream_decoder(&stream, Self.memory, 0) == LZMA_OK else { throw ReadError("liblzma has no memory") }
    isOpen = true
  }

  func unpack(_ input: [UInt8], from position: inout Int, into output: inout [UInt8], count: Int) -> UnpackingState {
    guard isOpen else { return .damaged }
    var status = LZMA_OK
    // liblzma keeps neither pointer after the call.
    input.withUnsafeBufferPointer { input in
      output.append(room: count) { room in
        stream.next_in = input.baseAddress.map { $0 + position }
        stream.avail_in = input.count - position
        stream.next_out = room.baseAddress
        stream.avail_out = room.count
        status = lzma_code(&stream, LZMA_RUN)
        position = input.count - stream.avail_in
        return room.count - stream.avail_out
      }
    }
    switch status {
    case LZMA_OK, LZMA_BUF_ERROR: return .going
    case LZMA_STREAM_END: return .memberEnd
    case LZMA_MEMLIMIT_ERROR: return .refused("the xz data needs more than 128 MiB of memory (xz -dc unpacks it)")
    case LZMA_OPTIONS_ERROR: return .refused("the xz data is packed in a way that this liblzma does not know")
    default: return .damaged
    }
  }
}
