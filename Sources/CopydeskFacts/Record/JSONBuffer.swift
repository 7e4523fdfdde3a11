/// Appends JSON to a byte buffer: always valid UTF-8, one line, nothing that a line-splitting reader could trip over.
public struct JSONBuffer: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// An empty buffer.
  public init() {}

  /// Forgets everything but the memory, and that too if a huge document asked for it.
  public mutating func removeAll() {
    if bytes.capacity <= Self.kept { bytes.removeAll(keepingCapacity: true) } else { bytes = [] }
    needsComma = false
  }

  /// What is kept from document to document.
  private static let kept = 16 << 20

  /// Makes room for so many bytes: a line of hundreds of megabytes that grew by doubling would be there twice.
  public mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Opens an object.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  /// Closes it.
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  /// Opens an array.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  /// Closes it.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// A key; its value must follow.
  public mutating func key(_ name: String) {
    comma()
    quoted(name.utf8)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A key that is quoted already: a comma before it, its colon behind it.
  @usableFromInline
  mutating func key(quoted: [UInt8]) {
    quoted.withUnsafeBufferPointer { key in
      bytes.append(contentsOf: needsComma ? key : UnsafeBufferPointer(rebasing: key.dropFirst()))
    }
    needsComma = false
  }

  /// A key as `key(quoted:)` takes it.
  @usableFromInline
  static func quoted(key name: String) -> [UInt8] {
    var json = JSONBuffer()
    json.needsComma = true
    json.key(name)
    return json.bytes
  }

  /// A string or null.
  public mutating func string(_ value: String?) {
    guard let value else { return null() }
    comma()
    quoted(value.utf8)
    needsComma = true
  }

  /// A string from valid UTF-8.
  public mutating func string(utf8 value: some Collection<UInt8>) {
    comma()
    quoted(value)
    needsComma = true
  }

  /// An integer or null.
  public mutating func integer(_ value: Int?) {
    guard let value else { return null() }
    comma()
    digits(of: value)
    needsComma = true
  }

  /// A number with a decimal point (or exponent), so that readers infer DOUBLE; null if it is not finite.
  public mutating func number(_ value: Double?) {
    guard let value, value.isFinite else { return null() }
    comma()
    if !thousandths(of: value) { bytes.append(contentsOf: value.description.utf8) }
    needsComma = true
  }

  /// Writes a number that has three places at most, as every `conf` has; whether it is one. Of the decimals that read as the
  /// same number the one with fewest digits is written, as `description` does: fifteen digits never read as another's.
  private mutating func thousandths(of value: Double) -> Bool {
    guard value >= 0.001, value < 1_000_000 else { return false }
    let all = Int((value * 1000).rounded())
    guard Double(all) / 1000 == value else { return false }
    digits(of: all / 1000)
    bytes.append(UInt8(ascii: "."))
    var (rest, place) = (all % 1000, 100)
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / place))
      (rest, place) = (rest % place, place / 10)
    } while rest > 0
    return true
  }

  /// Null.
  public mutating func null() { literal("null") }
  /// True or false.
  public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  /// The byte that ends a line of JSON Lines.
  public mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  private mutating func literal(_ text: StaticString) {
    comma()
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    needsComma = true
  }

  private mutating func comma() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func open(_ bracket: UInt8) {
    comma()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func digits(of value: Int) {
    guard value >= 0 else { return bytes.append(contentsOf: value.description.utf8) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var (rest, index) = (value, digits.count)
      repeat {
        index -= 1
        digits[index] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      } while rest > 0
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[index...]))
    }
  }

  private mutating func quoted(_ utf8: some Collection<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    let done: Void? = utf8.withContiguousStorageIfAvailable { buffer in escape(buffer) }
    if done == nil { Array(utf8).withUnsafeBufferPointer { escape($0) } }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Copies the bytes, escaping what JSON must and what splits lines elsewhere: controls, U+0085, U+2028, U+2029.
  private mutating func escape(_ buffer: UnsafeBufferPointer<UInt8>) {
    var plain = 0
    var index = 0
    let count = buffer.count
    func isTail(_ offset: Int, _ byte: UInt8) -> Bool { index + offset < count && buffer[index + offset] == byte }
    while index < count {
      if index + 8 <= count, let base = buffer.baseAddress,
        Self.isPlain(UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
      {
        index += 8
        continue
      }
      let byte = buffer[index]
      let length: Int
      if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F {
        length = 1
      } else if byte == 0xC2, index + 1 < count, buffer[index + 1] < 0xA0 {
        length = 2  // C1 controls, U+0085 among them
      } else if byte == 0xE2, isTail(1, 0x80), isTail(2, 0xA8) || isTail(2, 0xA9) {
        length = 3
      } else {
        index += 1
        continue
      }
      bytes.append(contentsOf: buffer[plain..<index])
      switch byte {
      case 0x22: bytes.append(contentsOf: "\\\"".utf8)
      case 0x5C: bytes.append(contentsOf: "\\\\".utf8)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      default:
        let code = length == 3 ? 0x2000 | Int(buffer[index + 2] & 0x3F) : Int(buffer[index + length - 1])
        unicodeEscape(code)
      }
      index += length
      plain = index
    }
    bytes.append(contentsOf: buffer[plain..<count])
  }

  /// Whether none of eight bytes is to be escaped, or begins a character that may be: all ASCII, no control, `"` or `\`.
  @inline(__always)
  private static func isPlain(_ eight: UInt64) -> Bool {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    // The high bit of a byte that is zero; bytes behind one may have it as well, which only costs a second look.
    func zeros(_ bytes: UInt64) -> UInt64 { (bytes &- ones) & ~bytes }
    let controls = (eight &- ones &* 0x20) & ~eight
    let marks = zeros(eight ^ ones &* 0x22) | zeros(eight ^ ones &* 0x5C) | zeros(eight ^ ones &* 0x7F)
    return (eight | controls | marks) & highs == 0
  }

  private mutating func unicodeEscape(_ code: Int) {
    bytes.append(contentsOf: "\\u".utf8)
    for shift in [12, 8, 4, 0] {
      let digit = UInt8(code >> shift & 15)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
