import CLZ4

/// liblz4, for frames.
final class LZ4Unpacker: Unpacker {
  private let context: OpaquePointer

  init() throws(ReadError) {
    var context: OpaquePointer?
    guard LZ4F_isError(LZ4F_createDecompressionContext(&context, UInt32(LZ4F_VERSION))) == 0, let context else {
      throw ReadError("liblz4 has no memory")
    }
    self.context = context
  }

  deinit { LZ4F_freeDecompressionContext(context) }

  func restart() throws(ReadError) { LZ4F_resetDecompressionContext(context) }

  func unpack(_ input: [UInt8], from position: inout Int, into output: inout [UInt8], count: Int) -> UnpackingState {
    var result = 0
    // liblz4 keeps neither pointer after the call.
    input.withUnsafeBytes { input in
      output.append(room: count) { room in
        var (used, written) = (input.count - position, room.count)
        let source = input.baseAddress.map { $0 + position }
        result = LZ4F_decompress(context, room.baseAddress, &written, source, &used, nil)
        position += used
        return written
      }
    }
    if LZ4F_isError(result) != 0 { return .damaged }
    return result == 0 ? .memberEnd : .going
  }
}
