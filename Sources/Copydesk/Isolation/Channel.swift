import CWorker
import Glibc

/// One end of the connection between the command and a worker.
final class Channel: Sendable {
  let socket: Int32

  init(_ socket: Int32) { self.socket = socket }
  deinit { Glibc.close(socket) }

  /// What came of waiting for bytes.
  enum Arrival {
    /// There are some.
    case bytes
    /// Nothing came for the time that `patience` set.
    case nothing
    /// The other side is gone.
    case end
  }

  /// Sends two pieces of bytes; false if the other side is gone.
  func send(_ first: [UInt8], _ second: [UInt8] = []) -> Bool {
    first.withUnsafeBytes { first in
      second.withUnsafeBytes { second in
        copydesk_send_pieces(socket, first.baseAddress, first.count, second.baseAddress, second.count) == 0
      }
    }
  }

  /// How long `receive` waits before it says that nothing came.
  func setPatience(seconds: Double) {
    var time = timeval(tv_sec: Int(seconds), tv_usec: Int((seconds - seconds.rounded(.down)) * 1e6))
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
  }

  /// Appends bytes that have come, at most `count`.
  func receive(into buffer: inout [UInt8], count: Int = 1 << 16) -> Arrival {
    withUnsafeTemporaryAllocation(byteCount: count, alignment: 16) { room in
      while true {
        let got = read(socket, room.baseAddress, room.count)
        if got > 0 {
          // The first `got` bytes have just been written.
          buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<got]))
          return .bytes
        }
        if got == 0 || errno != EINTR { return got < 0 && errno == EAGAIN ? .nothing : .end }
      }
    }
  }

  /// Exactly so many bytes; nil if the other side goes before.
  func receive(exactly count: Int) -> [UInt8]? {
    guard count > 0 else { return [] }
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, used in
      while used < count {
        let got = read(socket, room.baseAddress.map { $0 + used }, count - used)
        if got > 0 { used += got } else if got == 0 || errno != EINTR { return }
      }
      isWhole = true
    }
    return isWhole ? bytes : nil
  }
}
