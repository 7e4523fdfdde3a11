import CopydeskIntake

/// The digest of a set of lines, whatever their order and however they lie in files: the sum of their SHA-256 hashes, as
/// 256-bit numbers. Two runs over the same inputs have the same one, for any number of threads and any shards; the sum
/// of the digests of all shards is the digest of the whole.
package struct LineDigest: Sendable, Hashable {
  /// The number, lowest 64 bits first.
  private var words: [UInt64] = [0, 0, 0, 0]

  /// The digest of nothing.
  package init() {}

  /// From 64 hexadecimal digits; nil if it is something else.
  package init?(hexadecimal text: String) {
    let digits = Array(text)
    guard digits.count == 64 else { return nil }
    for index in 0..<4 {
      guard let word = UInt64(String(digits[(48 - index * 16)..<(64 - index * 16)]), radix: 16) else { return nil }
      words[index] = word
    }
  }

  /// Takes in whole lines.
  package mutating func add(_ lines: [UInt8]) {
    var start = 0
    while start < lines.count {
      let end = lines[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? lines.count
      add(hash: SHA256.digest(of: lines[start..<end]))
      start = end
    }
  }

  /// Takes in what another one took in.
  package mutating func add(_ other: LineDigest) {
    var carry = false
    for index in 0..<4 {
      let (sum, first) = words[index].addingReportingOverflow(other.words[index])
      let (total, second) = sum.addingReportingOverflow(carry ? 1 : 0)
      words[index] = total
      carry = first || second
    }
  }

  /// Takes in a hash of 32 bytes.
  mutating func add(hash: [UInt8]) {
    var other = LineDigest()
    for index in 0..<4 {
      // A hash is a number with its highest byte first.
      for byte in hash[(24 - index * 8)..<(32 - index * 8)] {
        other.words[index] = other.words[index] << 8 | UInt64(byte)
      }
    }
    add(other)
  }

  /// 64 hexadecimal digits.
  package var hexadecimal: String {
    words.reversed().map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

/// The digest of lines that come in pieces, however long a line is.
package struct LineHashes: Sendable {
  private var sum = LineDigest()
  private var line = SHA256Hasher()
  private var isInLine = false

  /// Of nothing.
  package init() {}

  /// Takes in more bytes.
  package mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      while start < buffer.count {
        let end = buffer[start...].firstIndex(of: 0x0A).map { $0 + 1 }
        line.update(UnsafeBufferPointer(rebasing: buffer[start..<(end ?? buffer.count)]))
        isInLine = end == nil
        if end != nil {
          sum.add(hash: line.digest())
          line = SHA256Hasher()
        }
        start = end ?? buffer.count
      }
    }
  }

  /// The digest so far; a line without an end counts as one.
  package var digest: LineDigest {
    var sum = sum
    if isInLine { sum.add(hash: line.digest()) }
    return sum
  }
}
