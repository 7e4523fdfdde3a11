import CZlib

/// The bytes of a gzip file: one member after the other, as `cat a.gz b.gz` makes them.
final class GzipStream: ByteStream {
  private let source: FileStream
  private var compressed: [UInt8]
  private var position = 0
  private var zlib = z_stream()
  private var isOpen = false
  private var isFinished = false

  /// - Parameter head: what was read of the source already.
  init(_ source: FileStream, head: [UInt8]) {
    self.source = source
    compressed = head
  }

  deinit { if isOpen { inflateEnd(&zlib) } }

  /// Whether the bytes are the start of a gzip file.
  static func isGzip(_ head: [UInt8]) -> Bool { head.starts(with: [0x1F, 0x8B, 0x08]) }

  func read(into buffer: inout [UInt8], count: Int) throws(ReadError) -> Int {
    let start = buffer.count
    while buffer.count == start, !isFinished {
      if position == compressed.count, try !refill() {
        if isOpen { throw ReadError("the gzip data is cut off") }
        isFinished = true
        break
      }
      if !isOpen { try openMember() }
      guard isOpen else { break }
      try inflateSome(into: &buffer, count: count)
    }
    return buffer.count - start
  }

  private func refill() throws(ReadError) -> Bool {
    compressed.removeAll(keepingCapacity: true)
    position = 0
    return try source.read(into: &compressed, count: 1 << 16) > 0
  }

  /// Starts the next member. Zeros behind the last one are padding; anything else there is no gzip.
  private func openMember() throws(ReadError) {
    while position < compressed.count, compressed[position] == 0 { position += 1 }
    guard position < compressed.count else { return }
    zlib = z_stream()
    guard copydesk_inflate_init(&zlib) == Z_OK else { throw ReadError("zlib has no memory") }
    isOpen = true
  }

  private func inflateSome(into buffer: inout [UInt8], count: Int) throws(ReadError) {
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: count))
    var status: Int32 = Z_OK
    // zlib keeps these pointers only during the call.
    compressed.withUnsafeMutableBufferPointer { input in
      buffer.withUnsafeMutableBufferPointer { output in
        zlib.next_in = input.baseAddress.map { $0 + position }
        zlib.avail_in = UInt32(input.count - position)
        zlib.next_out = output.baseAddress.map { $0 + start }
        zlib.avail_out = UInt32(count)
        status = inflate(&zlib, Z_NO_FLUSH)
      }
    }
    position = compressed.count - Int(zlib.avail_in)
    buffer.removeLast(Int(zlib.avail_out))
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END:
      inflateEnd(&zlib)
      isOpen = false
    default: throw ReadError("the gzip data is damaged")
    }
  }
}
