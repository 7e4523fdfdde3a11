import Glibc

/// What the benchmarks share: a clock of processor time and the bytes of a file.
public enum Timing {
  /// The CPU seconds of the fastest round. What the rounds return is looked at, so that their work is needed.
  public static func best<Result: BinaryInteger>(of rounds: Int, _ body: () -> Result) -> Double {
    var best = Double.infinity
    for _ in 0..<rounds {
      let start = clock()
      let result = body()
      best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
      if result == 1 { print("") }
    }
    return best
  }

  /// The bytes of a file; nil if it cannot be opened.
  public static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// The documents of a file, which stand one after the other with an empty line between two.
  public static func documents(in bytes: [UInt8]) -> [[UInt8]] {
    var documents: [[UInt8]] = []
    var start = 0
    for index in bytes.indices.dropFirst() where bytes[index] == 0x0A && bytes[index - 1] == 0x0A {
      if index - start > 2 { documents.append(Array(bytes[start..<index])) }
      start = index + 1
    }
    if start < bytes.count { documents.append(Array(bytes[start...])) }
    return documents
  }
}
