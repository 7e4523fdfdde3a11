/// A window that slides over a stream, for readers that look ahead.
struct SlidingBuffer<Stream: ByteStream> {
  private var stream: Stream
  private var buffer: [UInt8]
  private var hasEnded = false
  private var error: ReadError?
  /// Where the unread bytes begin in `unread`.
  private(set) var start = 0
  /// The offset of the unread bytes in the stream.
  private(set) var offset = 0

  /// - Parameter head: what was read of the stream already.
  init(_ stream: Stream, head: [UInt8]) {
    self.stream = stream
    buffer = head
  }

  /// The unread bytes.
  var unread: ArraySlice<UInt8> { buffer[start...] }

  /// Reads until there are so many unread bytes; false if the stream ends before.
  mutating func fill(to count: Int) -> Bool {
    while buffer.count - start < count {
      if hasEnded { return false }
      if start > 1 << 16, start > buffer.count / 2 {
        buffer.removeFirst(start)
        start = 0
      }
      do throws(ReadError) {
        if try stream.read(into: &buffer, count: 1 << 16) == 0 { hasEnded = true }
      } catch {
        (hasEnded, self.error) = (true, error)
      }
    }
    return true
  }

  /// Marks bytes as used.
  mutating func use(_ count: Int) {
    start += count
    offset += count
  }

  /// Why the stream has ended too early, once.
  mutating func takeError() -> ReadError? {
    defer { error = nil }
    return error
  }
}
