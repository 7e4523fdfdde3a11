import CZstd

/// libzstd.
final class ZstdUnpacker: Unpacker {
  private let context: OpaquePointer

  /// - Parameter dictionary: what all frames need; none if empty.
  init(dictionary: [UInt8] = []) throws(ReadError) {
    guard let context = ZSTD_createDStream() else { throw ReadError("zstd has no memory") }
    self.context = context
    // libzstd copies it.
    let status = dictionary.withUnsafeBytes { ZSTD_DCtx_loadDictionary(context, $0.baseAddress, $0.count) }
    if ZSTD_isError(status) != 0 { throw ReadError("the dictionary of the zstd data is damaged") }
  }

  deinit { ZSTD_freeDStream(context) }

  func restart() throws(ReadError) {
    if ZSTD_isError(ZSTD_DCtx_reset(context, ZSTD_reset_session_only)) != 0 { throw ReadError("zstd cannot start") }
  }

  func unpack(_ input: [UInt8], from position: inout Int, into output: inout [UInt8], count: Int) -> UnpackingState {
    var result = 0
    // libzstd keeps these pointers only during the call.
    input.withUnsafeBytes { input in
      output.append(room: count) { room in
        var from = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: position)
        var to = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
        result = ZSTD_decompressStream(context, &to, &from)
        position = from.pos
        return to.pos
      }
    }
    guard ZSTD_isError(result) != 0 else { return result == 0 ? .memberEnd : .going }
    switch ZSTD_getErrorCode(result) {
    case ZSTD_error_dictionary_wrong: return .refused("the zstd data needs a dictionary that is not in the file")
    case ZSTD_error_frameParameter_windowTooLarge:
      return .refused("the zstd data needs a window of more than 128 MiB (zstd -d --long=31 unpacks it)")
    default: return .damaged
    }
  }
}

/// The dictionary that web archives in Zstandard may begin with (the IIPC's form): a frame to skip, marked `5D 2A 4D 18`,
/// that holds it, packed or as it is.
enum ZstdDictionary {
  /// The largest one that is read; those in use have some hundred KiB.
  static let largest = 16 << 20

  /// How many bytes of the file hold it; nil if the file begins with none.
  static func length(at head: [UInt8]) -> Int? {
    guard head.starts(with: [0x5D, 0x2A, 0x4D, 0x18]), head.count >= 8 else { return nil }
    let size = head[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    return size <= largest ? 8 + size : nil
  }

  /// The dictionary in the first bytes of a file; empty if there is none, or it is not whole.
  static func read(_ head: [UInt8]) -> [UInt8] {
    guard let length = length(at: head), head.count >= length else { return [] }
    let content = Array(head[8..<length])
    guard content.starts(with: Packing.zstd.magic) else { return content }
    return (try? UnpackedStream.peek(content, packing: .zstd, count: largest)) ?? []
  }
}
