/// Finds out whether one of some words occurs in bytes, case aside: one pass for all of them.
struct WordSearch: Sendable {
  /// By the first byte in lower case: the words that begin with it, without it.
  private let words: [[[UInt8]]]

  /// - Parameter words: in lower case.
  init(_ words: [String]) {
    var table = [[[UInt8]]](repeating: [], count: 256)
    for word in words {
      let bytes = Array(word.utf8)
      if let first = bytes.first { table[Int(first)].append(Array(bytes.dropFirst())) }
    }
    self.words = table
  }

  /// Whether one of the words occurs.
  func isIn(_ bytes: ArraySlice<UInt8>) -> Bool {
    // Safe: the buffers live during the call, and no offset goes beyond their ends.
    bytes.withUnsafeBufferPointer { bytes in
      words.withUnsafeBufferPointer { words in
        for start in bytes.indices {
          let rests = words[Int(HTMLBytes.lower(bytes[start]))]
          if !rests.isEmpty, Self.opens(rests, bytes, at: start + 1) { return true }
        }
        return false
      }
    }
  }

  private static func opens(_ rests: [[UInt8]], _ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for rest in rests where start + rest.count <= bytes.count {
      var offset = 0
      while offset < rest.count, HTMLBytes.lower(bytes[start + offset]) == rest[offset] { offset += 1 }
      if offset == rest.count { return true }
    }
    return false
  }
}
