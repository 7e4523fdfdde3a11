import CopydeskText
import Glibc

/// A path as the file system has it: bytes, which need not be UTF-8 (`caf\xE9.html` of an old archive).
///
/// Records and messages show it as text. A path that is UTF-8 is shown as it stands; in any other, the bytes that are none
/// are written `%E9`, and `%` itself `%25`, so that nothing is lost.
public struct FileName: Sendable, Hashable, CustomStringConvertible {
  /// The bytes, without the NUL at the end.
  public let bytes: [UInt8]

  /// A path of these bytes; what follows a NUL is none of it.
  public init(bytes: some Sequence<UInt8>) { self.bytes = bytes.prefix { $0 != 0 } }

  /// A path that is text.
  public init(_ text: String) { self.init(bytes: text.utf8) }

  /// Whether `description` escapes some bytes.
  public var isEscaped: Bool { !Self.isUTF8(bytes) }

  /// The path as text.
  public var description: String {
    guard isEscaped else { return String(decoding: bytes, as: UTF8.self) }
    let digits = Array("0123456789ABCDEF".utf8)
    var (text, index) = ([UInt8](), 0)
    while index < bytes.count {
      let length = Self.sequenceLength(bytes, at: index)
      if length == 0 || bytes[index] == UInt8(ascii: "%") {
        text += [UInt8(ascii: "%"), digits[Int(bytes[index] >> 4)], digits[Int(bytes[index] & 15)]]
        index += 1
      } else {
        text += bytes[index..<index + length]
        index += length
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The path that a description of escaped bytes stands for; nil if it escapes nothing.
  public init?(escaped text: String) {
    let source = Array(text.utf8)
    var (bytes, index) = ([UInt8](), 0)
    while index < source.count {
      if source[index] == UInt8(ascii: "%"), index + 2 < source.count, let high = Self.digit(source[index + 1]),
        let low = Self.digit(source[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    guard bytes.count < source.count else { return nil }
    self.init(bytes: bytes)
  }

  /// Calls with the path as C wants it, for the time of the call.
  public func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let characters = bytes.map { CChar(bitPattern: $0) } + [0]
    return characters.withUnsafeBufferPointer { buffer in
      // It has one element at least.
      guard let base = buffer.baseAddress else { return "".withCString(body) }
      return body(base)
    }
  }

  /// The path of an entry of this folder.
  func appending(_ name: [UInt8]) -> FileName {
    FileName(bytes: bytes + (bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]) + name)
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBufferPointer { UTF8Validity.isValid($0) } }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    default: nil
    }
  }

  /// The length of the well-formed sequence at an index; 0 if there is none.
  private static func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int {
    max(0, UTF8Validity.sequenceLength(bytes, at: index))
  }
}

extension FileName {
  /// Programs hand arguments around as strings. In one of these, a byte that is no UTF-8 is a character at the very end of
  /// the last private area, which nobody else uses: byte E9 is U+10FFE9.
  private static let firstByte: UInt32 = 0x10_FF00

  /// An argument of the command line as a string that keeps its bytes, for `init(argument:)`.
  public static func argument(_ bytes: [UInt8]) -> String {
    var (text, index) = (String.UnicodeScalarView(), 0)
    while index < bytes.count {
      let length = sequenceLength(bytes, at: index)
      // The characters themselves, so that each stands for a byte.
      let isOurs = length == 4 && bytes[index] == 0xF4 && bytes[index + 1] == 0x8F && bytes[index + 2] >= 0xBE
      if length == 0 || isOurs {
        for byte in bytes[index..<index + max(1, length)] {
          if let scalar = Unicode.Scalar(firstByte + UInt32(byte)) { text.append(scalar) }
        }
        index += max(1, length)
      } else {
        text.append(contentsOf: String(decoding: bytes[index..<index + length], as: UTF8.self).unicodeScalars)
        index += length
      }
    }
    return String(text)
  }

  /// The path that an argument of the command line names.
  public init(argument: String) {
    var bytes: [UInt8] = []
    for scalar in argument.unicodeScalars {
      if (Self.firstByte + 0x80...Self.firstByte + 0xFF).contains(scalar.value) {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes.append(contentsOf: Array(String(scalar).utf8))
      }
    }
    self.init(bytes: bytes)
  }
}
