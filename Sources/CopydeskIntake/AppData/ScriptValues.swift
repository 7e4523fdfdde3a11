import CopydeskText

/// The JSON that scripts of a page hold: bodies that are JSON, objects behind `=`, strings for `JSON.parse`, and the pieces of
/// flight data (`self.__next_f.push([1,"…"])`) put together.
///
/// Linear in the bytes: what a value takes up is not looked at again, and of what is no value no more is read than a few times
/// the scripts' own length.
struct ScriptValues {
  private(set) var values: [JSONValue] = []
  /// How many bytes may still be read.
  private var budget: Int
  private var flight: [UInt8] = []

  init(of scripts: [ArraySlice<UInt8>]) {
    budget = 3 * scripts.reduce(0) { $0 + $1.count }
    for script in scripts where !read(script) { readAssignments(script) }
    readFlight()
  }

  /// Reads a script that is JSON as a whole.
  private mutating func read(_ script: ArraySlice<UInt8>) -> Bool {
    let start = script.drop { $0 <= 0x20 }
    guard start.first == UInt8(ascii: "{") || start.first == UInt8(ascii: "[") else { return false }
    guard let end = end(of: start) else { return false }
    add(script[start.startIndex..<end])
    return true
  }

  /// Reads what begins behind an `=` or a bracket of a call.
  private mutating func readAssignments(_ script: ArraySlice<UInt8>) {
    var index = script.startIndex
    var failures = 0
    while index < script.endIndex, failures < 32, budget > 0 {
      let byte = script[index]
      index += 1
      guard byte == UInt8(ascii: "=") || byte == UInt8(ascii: "(") else { continue }
      let rest = script[index...].drop { $0 <= 0x20 }
      switch rest.first {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard let end = end(of: rest) else {
          // `if (x = [y]) {` costs nothing much; a long script has hundreds of them.
          failures += rest.first == UInt8(ascii: "{") ? 1 : 0
          continue
        }
        add(script[rest.startIndex..<end])
        index = end
      case UInt8(ascii: "\"") where byte == UInt8(ascii: "("):
        guard let end = end(of: rest) else {
          failures += 1
          continue
        }
        if case .string(let text)? = JSONParser.parse(script[rest.startIndex..<end]), text.count > 300 {
          _ = read(text[...])
        }
        index = end
      default: continue
      }
    }
  }

  /// Where the value ends that begins here; nil if there is none.
  private mutating func end(of bytes: ArraySlice<UInt8>) -> Int? {
    guard budget > 0 else { return nil }
    var scanner = JSONScanner()
    let step = bytes.withUnsafeBufferPointer { scanner.scan($0, from: 0) }
    switch step {
    case .end(let end):
      budget -= end
      return bytes.startIndex + end
    case .wrong(let place, _): budget -= place
    case .going: budget -= bytes.count
    }
    return nil
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>) {
    // What is shorter holds no article.
    guard bytes.count > 300, let value = JSONParser.parse(bytes) else { return }
    // [1, "a piece of the data"]
    if case .array(let elements) = value, elements.count == 2, case .string(let piece) = elements[1] {
      flight += piece
    } else {
      values.append(value)
    }
  }

  /// Rows of flight data: `1a:{…}`, `1b:[…]`, `1c:T4f2,` and so many bytes of text.
  private mutating func readFlight() {
    var rest = flight[...]
    while !rest.isEmpty {
      let id = rest.prefix { HTMLBytes.isDigit($0) || (0x61...0x66).contains($0) }
      let content = rest[id.endIndex...].dropFirst()
      guard rest[id.endIndex...].first == UInt8(ascii: ":"), id.count <= 8 else {
        rest = rest.drop { $0 != 0x0A }.dropFirst()
        continue
      }
      if content.first == UInt8(ascii: "T"), let comma = content.prefix(10).firstIndex(of: UInt8(ascii: ",")),
        let count = Int(
          String(decoding: content[content.index(after: content.startIndex)..<comma], as: UTF8.self), radix: 16)
      {
        let text = content[(comma + 1)...].prefix(max(count, 0))
        values.append(.string(Array(text)))
        rest = rest[text.endIndex...]
      } else {
        let line = content.prefix { $0 != 0x0A }
        if line.count > 300, let value = JSONParser.parse(line) { values.append(value) }
        rest = rest[line.endIndex...].dropFirst()
      }
    }
  }
}
