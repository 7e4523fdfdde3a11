import CZlib
import CZstd

/// The kinds of packing.
enum Packing: CaseIterable {
  /// gzip (RFC 1952).
  case gzip
  /// Zstandard (RFC 8878).
  case zstd

  /// The packing of a file that begins so; nil if it is not packed.
  static func of(_ head: some Collection<UInt8>) -> Packing? { allCases.first { head.starts(with: $0.magic) } }

  /// The bytes that every member begins with. The fourth byte of a gzip member holds flags, which vary.
  var magic: [UInt8] {
    switch self {
    case .gzip: [0x1F, 0x8B, 0x08]
    case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
    }
  }

  /// Whether a member begins so, or (in Zstandard) a frame that holds no data and is skipped.
  func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.starts(with: magic) { return true }
    return self == .zstd && bytes.first.map { $0 & 0xF0 == 0x50 } == true
      && bytes.dropFirst().starts(with: [0x2A, 0x4D, 0x18])
  }

  /// The ending that it adds to a file's name.
  var ending: String {
    switch self {
    case .gzip: ".gz"
    case .zstd: ".zst"
    }
  }

  /// A name without the ending of any packing: `a.warc` for `a.warc.gz`.
  static func unpackedName(of name: String) -> String {
    for packing in allCases where name.hasSuffix(packing.ending) { return String(name.dropLast(packing.ending.count)) }
    return name
  }

  func makeUnpacker() throws(ReadError) -> any Unpacker {
    switch self {
    case .gzip: Inflater(.header)
    case .zstd: try ZstdUnpacker()
    }
  }
}

/// How far an unpacker got.
enum UnpackingState {
  /// It wants more input, or more room.
  case going
  /// The member is complete.
  case memberEnd
  /// The data is no data of this kind.
  case damaged
}

/// Unpacks one member after the other (a gzip member, a Zstandard frame).
protocol Unpacker: AnyObject {
  /// Makes ready for the beginning of a member.
  func restart() throws(ReadError)

  /// Unpacks some bytes.
  /// - Parameters:
  ///   - input: packed bytes, of which those from `position` on count; moves it behind what was used.
  ///   - output: what was unpacked is appended.
  ///   - count: the largest number of bytes to append.
  func unpack(_ input: [UInt8], from position: inout Int, into output: inout [UInt8], count: Int) -> UnpackingState
}

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

/// libzstd.
final class ZstdUnpacker: Unpacker {
  private let context: OpaquePointer

  init() throws(ReadError) {
    guard let context = ZSTD_createDStream() else { throw ReadError("zstd has no memory") }
    self.context = context
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
    if ZSTD_isError(result) != 0 { return .damaged }
    return result == 0 ? .memberEnd : .going
  }
}

extension [UInt8] {
  /// Appends bytes that a C function writes.
  /// - Parameters:
  ///   - count: how many bytes it may write.
  ///   - body: writes into the room it is given, and returns how many bytes it wrote.
  mutating func append(room count: Int, _ body: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
    let piece = [UInt8](unsafeUninitializedCapacity: count) { room, used in
      used = Swift.min(count, body(UnsafeMutableBufferPointer(rebasing: room[..<count])))
    }
    if isEmpty, capacity < piece.count { self = piece } else { append(contentsOf: piece) }
  }
}
