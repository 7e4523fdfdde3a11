/// How far an unpacker got.
enum UnpackingState {
  /// It wants more input, or more room.
  case going
  /// The member is complete.
  case memberEnd
  /// The data is no data of this kind.
  case damaged
  /// The data may be sound, but we cannot or will not unpack it; in words: `the zstd data needs a dictionary`.
  case refused(String)
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
