import CZlib

/// zlib.
final class Inflater: Unpacker {
  /// What stands before and behind the data.
  enum Wrapper {
    /// The header of gzip or zlib, whichever there is.
    case header
    /// Nothing: bare deflate data, as some servers send it.
    case none
  }

  private let wrapper: Wrapper
  private var zlib = z_stream()
  private var isOpen = false

  init(_ wrapper: Wrapper) { self.wrapper = wrapper }

  deinit { if isOpen { inflateEnd(&zlib) } }

  func restart() throws(ReadError) {
    if isOpen {
      if inflateReset(&zlib) == Z_OK { return }
      inflateEnd(&zlib)
      isOpen = false
    }
    zlib = z_stream()
    let status = wrapper == .header ? copydesk_inflate_init(&zlib) : copydesk_inflate_init_bare(&zlib)
    guard status == Z_OK else { throw ReadError("zlib has no memory") }
    isOpen = true
  }

  func unpack(_ input: [UInt8], from position: inout Int, into output: inout [UInt8], count: Int) -> UnpackingState {
    guard isOpen else { return .damaged }
    var status: Int32 = Z_OK
    // zlib takes a pointer to variable bytes but does not change them; it keeps neither pointer after the call.
    input.withUnsafeBufferPointer { input in
      output.append(room: count) { room in
        zlib.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { $0 + position })
        zlib.avail_in = UInt32(clamping: input.count - position)
        zlib.next_out = room.baseAddress
        zlib.avail_out = UInt32(clamping: room.count)
        let given = Int(zlib.avail_in)
        status = inflate(&zlib, Z_NO_FLUSH)
        position += given - Int(zlib.avail_in)
        return room.count - Int(zlib.avail_out)
      }
    }
    switch status {
    case Z_OK, Z_BUF_ERROR: return .going
    case Z_STREAM_END: return .memberEnd
    default: return .damaged
    }
  }
}
