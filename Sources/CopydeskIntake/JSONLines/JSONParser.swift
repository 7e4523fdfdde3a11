import CopydeskText

/// Where and why a text is no JSON.
public struct JSONError: Error, Sendable {
  /// The byte offset in the text.
  public let offset: Int
  /// What is wrong there.
  public let problem: String
}

/// A parser of one JSON text (RFC 8259) that lives with what real files contain.
///
/// Ill-formed UTF-8, lone surrogates and raw control characters inside strings are repaired and noted; structure must be
/// right.
public struct JSONParser {
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var depth = 0
  /// What was repaired on the way.
  public private(set) var warnings: Set<Warning> = []

  private static let deepest = 256
  /// Whether an escape that JSON does not know stands for its character, as in scripts: `\'`.
  private var knowsScriptEscapes = false

  /// The value of a text, or nil if it is no JSON.
  public static func parse(_ bytes: ArraySlice<UInt8>) -> JSONValue? {
    var parser = JSONParser(bytes)
    return try? parser.wholeText()
  }

  /// The value of a text that somebody wrote as part of a page: escapes of scripts are read too.
  static func parse(script bytes: ArraySlice<UInt8>) -> JSONValue? {
    var parser = JSONParser(bytes)
    parser.knowsScriptEscapes = true
    return try? parser.wholeText()
  }

  /// A parser of the text.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
    // A byte order mark at the start of a file is no part of its first line.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index += 3 }
  }

  /// The value that the whole text holds.
  public mutating func wholeText() throws(JSONError) -> JSONValue {
    let value = try self.value()
    skipSpace()
    guard index == bytes.endIndex else { throw error("something follows the value") }
    return value
  }

  /// The members of an object before the text breaks off: what can still be told of a line that is too long or damaged.
  public mutating func membersOfPrefix() -> [(key: String, value: JSONValue)] {
    var members: [(key: String, value: JSONValue)] = []
    skipSpace()
    guard take("{") else { return [] }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\""), let key = try? string() else { return members }
      skipSpace()
      guard take(":"), let value = try? value() else { return members }
      members.append((String(decoding: key, as: UTF8.self), value))
      skipSpace()
      guard take(",") else { return members }
    }
  }

  private var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private func error(_ problem: String) -> JSONError { JSONError(offset: index - bytes.startIndex, problem: problem) }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    skipSpace()
    guard let byte = peek else { throw error("the text ends where a value should stand") }
    switch byte {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw error("no value begins like this")
    }
  }

  private mutating func enter() throws(JSONError) {
    depth += 1
    if depth > Self.deepest { throw error("nested deeper than \(Self.deepest)") }
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    try enter()
    defer { depth -= 1 }
    index += 1
    var members: [(key: String, value: JSONValue)] = []
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw error("a key in quotes is missing") }
      let key = try string()
      skipSpace()
      guard take(":") else { throw error("a colon is missing") }
      members.append((String(decoding: key, as: UTF8.self), try value()))
      skipSpace()
      if take(",") { continue }
      if take("}") { return .object(members) }
      throw error("a comma or } is missing")
    }
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    try enter()
    defer { depth -= 1 }
    index += 1
    var elements: [JSONValue] = []
    skipSpace()
    if take("]") { return .array(elements) }
    while true {
      elements.append(try value())
      skipSpace()
      if take(",") { continue }
      if take("]") { return .array(elements) }
      throw error("a comma or ] is missing")
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    let fits = word.withUTF8Buffer { bytes[index...].starts(with: $0) }
    guard fits else { throw error("no value begins like this") }
    index += word.utf8CodeUnitCount
    return value
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = index
    _ = take("-")
    func digits(_ parser: inout JSONParser) -> Int {
      let first = parser.index
      while let byte = parser.peek, (0x30...0x39).contains(byte) { parser.index += 1 }
      return parser.index - first
    }
    guard digits(&self) > 0 else { throw error("a number without digits") }
    if take(".") { guard digits(&self) > 0 else { throw error("a number without digits after its point") } }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      guard digits(&self) > 0 else { throw error("a number without an exponent") }
    }
    return .number(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  /// The characters of a string: runs are copied as they stand, escapes decoded, ill-formed UTF-8 repaired at the end.
  private mutating func string() throws(JSONError) -> [UInt8] {
    index += 1
    var out: [UInt8] = []
    var run = index
    while true {
      skipPlain()
      guard let byte = peek else { break }
      switch byte {
      case UInt8(ascii: "\""):
        out.append(contentsOf: bytes[run..<index])
        index += 1
        let (repaired, count) = Text.repaired(out)
        if count > 0 { warnings.insert(.badBytes) }
        return repaired
      case UInt8(ascii: "\\"):
        out.append(contentsOf: bytes[run..<index])
        index += 1
        try escape(into: &out)
        run = index
      default:
        if byte < 0x20 { warnings.insert(.jsonControlCharacter) }
        index += 1
      }
    }
    throw error("a string without an end")
  }

  /// Passes over bytes that stand for themselves.
  private mutating func skipPlain() {
    index = bytes.withUnsafeBufferPointer { buffer in
      var place = index - bytes.startIndex
      while place < buffer.count, buffer[place] >= 0x20, buffer[place] != 0x22, buffer[place] != 0x5C { place += 1 }
      return place + bytes.startIndex
    }
  }

  /// What was rewritten between the text and the string of the outermost object's member (the last of that key): taken out
  /// around it and unescaped in it, then repaired; nil if there is no such string.
  mutating func editsOfMember(_ key: String) -> (TextEdits, TextEdits)? {
    var found: (TextEdits, TextEdits)?
    skipSpace()
    guard take("{") else { return nil }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\""), let name = try? string() else { return found }
      skipSpace()
      guard take(":") else { return found }
      skipSpace()
      if peek == UInt8(ascii: "\""), String(decoding: name, as: UTF8.self) == key {
        guard let edits = stringEdits() else { return found }
        found = edits
      } else if (try? value()) == nil {
        return found
      }
      skipSpace()
      guard take(",") else { return found }
    }
  }

  private mutating func stringEdits() -> (TextEdits, TextEdits)? {
    var (escapes, repairs) = (TextEdits(), TextEdits())
    index += 1
    escapes.replace(index - bytes.startIndex, by: 0)
    var out: [UInt8] = []
    while let byte = peek {
      if byte == UInt8(ascii: "\"") {
        index += 1
        _ = Text.repaired(out, noting: &repairs)
        return (escapes, repairs)
      }
      let (before, start) = (out.count, index)
      if byte == UInt8(ascii: "\\") {
        index += 1
        guard (try? escape(into: &out)) != nil else { return nil }
        escapes.replace(index - start, by: out.count - before)
      } else {
        out.append(byte)
        index += 1
        escapes.keep(1)
      }
    }
    return nil
  }

  private mutating func escape(into out: inout [UInt8]) throws(JSONError) {
    guard let byte = peek else { throw error("a string without an end") }
    index += 1
    switch byte {
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
    case UInt8(ascii: "u"): out.append(contentsOf: UTF8.encode(unicodeEscape()) ?? UTF8.encodedReplacementCharacter)
    case 0x20..<0x7F where knowsScriptEscapes: out.append(byte)
    default: throw error("an unknown escape")
    }
  }

  /// The character of `\uXXXX`, with its second half if it is a pair; U+FFFD for half a pair or bad digits.
  private mutating func unicodeEscape() -> Unicode.Scalar {
    guard let first = hex4() else { return badEscape() }
    if let scalar = Unicode.Scalar(first) { return scalar }
    let mark = index
    guard first < 0xDC00, take("\\"), take("u"), let second = hex4(), (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else {
      index = mark
      return badEscape()
    }
    return scalar
  }

  private mutating func badEscape() -> Unicode.Scalar {
    warnings.insert(.jsonBadEscape)
    return "\u{FFFD}"
  }

  private mutating func hex4() -> UInt32? {
    var value: UInt32 = 0
    let start = index
    for _ in 0..<4 {
      let digit: UInt8
      switch peek {
      case .some(let byte) where (0x30...0x39).contains(byte): digit = byte - 0x30
      case .some(let byte) where (0x41...0x46).contains(byte): digit = byte - 0x41 + 10
      case .some(let byte) where (0x61...0x66).contains(byte): digit = byte - 0x61 + 10
      default:
        index = start
        return nil
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }
}
