/// The string literals of a Swift file, with what stands round each: for the rules of the house.
public struct SwiftSource: Sendable {
  /// A string literal.
  public struct Literal: Sendable {
    /// Its line, from 1.
    public let line: Int
    /// What stands between its quotes; escapes and interpolations as they are written.
    public let text: String
    /// Up to sixty bytes before it, white space collapsed.
    public let before: String
    /// As much after it.
    public let after: String

    /// Whether part of it is put in when it runs.
    public var isInterpolated: Bool { text.contains("\\(") }
    /// Whether it is an element of an array or an argument among others.
    public var isListed: Bool { "[,(".contains(before.last ?? " ") && ",])".contains(after.first ?? " ") }
  }

  /// Its literals, in order.
  public private(set) var literals: [Literal] = []
  /// The source without comments and with empty literals, line by line.
  public private(set) var code: [String] = []

  /// Reads a file. Raw literals (`#"…"#`) are read like others.
  public init(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    reader.read()
    code = String(decoding: reader.code, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    literals = reader.found.map { place in
      Literal(
        line: place.line, text: String(decoding: bytes[place.text], as: UTF8.self),
        before: Self.collapsed(bytes[max(0, place.whole.lowerBound - 60)..<place.whole.lowerBound]),
        after: Self.collapsed(bytes[place.whole.upperBound..<min(bytes.count, place.whole.upperBound + 60)]))
    }
  }

  private static func collapsed(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  private struct Reader {
    let bytes: [UInt8]
    var code: [UInt8] = []
    var found: [(line: Int, text: Range<Int>, whole: Range<Int>)] = []
    var index = 0
    var line = 1

    init(bytes: [UInt8]) { self.bytes = bytes }

    func starts(_ word: StaticString) -> Bool {
      // Safe: the comparison ends where the bytes do.
      word.withUTF8Buffer { bytes[index...].starts(with: $0) }
    }

    mutating func take() {
      if bytes[index] == 0x0A { line += 1 }
      index += 1
    }

    mutating func read() {
      code.reserveCapacity(bytes.count)
      while index < bytes.count {
        if starts("//") {
          while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        } else if starts("/*") {
          while index < bytes.count, !starts("*/") { takeCode() }
        } else if bytes[index] == 0x22 {
          literal()
        } else {
          code.append(bytes[index])
          take()
        }
      }
    }

    /// Only the lines of what is left out.
    mutating func takeCode() {
      if bytes[index] == 0x0A { code.append(0x0A) }
      take()
    }

    mutating func literal() {
      let start = index
      let first = line
      let isLong = starts("\"\"\"")
      index += isLong ? 3 : 1
      let text = index
      while index < bytes.count, isLong ? !starts("\"\"\"") : bytes[index] != 0x22 {
        if starts("\\(") {
          interpolation()
        } else {
          if bytes[index] == 0x5C { index += 1 }
          if index < bytes.count { takeCode() }
        }
      }
      let end = min(index, bytes.count)
      index = min(index + (isLong ? 3 : 1), bytes.count)
      code += [0x22, 0x22]
      found.append((first, text..<end, start..<index))
    }

    /// `\(…)`, with literals of its own.
    mutating func interpolation() {
      index += 2
      var depth = 1
      while index < bytes.count, depth > 0 {
        switch bytes[index] {
        case 0x28: depth += 1
        case 0x29: depth -= 1
        case 0x22:
          literal()
          code.removeLast(2)
          continue
        default: break
        }
        takeCode()
      }
    }
  }
}
