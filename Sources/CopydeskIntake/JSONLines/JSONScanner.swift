/// Finds where a value of JSON ends, over bytes that come in pieces. It knows what may follow what, and so sees a missing
/// quotation mark or bracket within a few bytes; what numbers and strings hold does not matter to it.
struct JSONScanner {
  /// How far it got.
  enum Step: Equatable {
    /// All bytes belong to the value so far.
    case going
    /// The value ends before this index.
    case end(Int)
    /// The byte at this index cannot stand there.
    case wrong(Int, String)
  }

  private enum State {
    case value
    case valueOrEnd
    case key
    case keyOrEnd
    case colon
    case comma
    case string(isKey: Bool)
    case escape(isKey: Bool)
    /// A number or a word.
    case plain
  }

  /// The parser goes no deeper.
  static let deepest = 256
  /// What is wrong where it would.
  static let tooDeep = "nested deeper than \(deepest)"

  private var state = State.value
  /// Whether each open bracket is that of an object, the outermost first.
  private var isObject: [Bool] = []
  /// Whether a line ended inside a bracket, where pretty-printers end it.
  private(set) var hasLines = false
  /// Whether a line ended where no pretty-printer ends it: inside a string, or before the value of a key.
  private(set) var hasOddLines = false

  /// Whether the bytes so far are a whole value: a number or a word at the end of the text.
  var isWhole: Bool {
    if case .plain = state { return isObject.isEmpty }
    return false
  }

  /// Goes on with some bytes.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Step {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      switch state {
      case .string(let isKey):
        // Most bytes of a file stand here.
        var end = index
        while end < bytes.count, bytes[end] != 0x22, bytes[end] != 0x5C, bytes[end] != 0x0A { end += 1 }
        index = end
        guard index < bytes.count else { return .going }
        switch bytes[index] {
        case 0x22: if let step = close(isKey ? .colon : .comma, at: index) { return step }
        case 0x5C: state = .escape(isKey: isKey)
        default: hasOddLines = true
        }
      case .escape(let isKey): state = .string(isKey: isKey)
      case .plain where Self.isPlain(byte): break
      case .plain:
        if isObject.isEmpty { return .end(index) }
        state = .comma
        continue
      case _ where byte == 0x20 || byte == 0x09 || byte == 0x0D: break
      case _ where byte == 0x0A: noteLine()
      default: if let step = structure(byte, at: index) { return step }
      }
      index += 1
    }
    return .going
  }

  private mutating func noteLine() {
    guard !isObject.isEmpty else { return }
    if case .value = state, isObject.last == true { hasOddLines = true } else { hasLines = true }
  }

  /// A byte that is no space, outside of strings and words; nil if the value goes on.
  private mutating func structure(_ byte: UInt8, at index: Int) -> Step? {
    switch (state, byte) {
    case (.keyOrEnd, UInt8(ascii: "}")), (.valueOrEnd, UInt8(ascii: "]")): return leave(at: index)
    case (.keyOrEnd, UInt8(ascii: "\"")), (.key, UInt8(ascii: "\"")): state = .string(isKey: true)
    case (.keyOrEnd, _), (.key, _): return .wrong(index, "a key in quotes is missing")
    case (.colon, UInt8(ascii: ":")): state = .value
    case (.colon, _): return .wrong(index, "a colon is missing")
    case (.comma, UInt8(ascii: ",")): state = isObject.last == true ? .key : .value
    case (.comma, UInt8(ascii: "}")) where isObject.last == true: return leave(at: index)
    case (.comma, UInt8(ascii: "]")) where isObject.last == false: return leave(at: index)
    case (.comma, _):
      return .wrong(index, "a comma or the end of the \(isObject.last == true ? "object" : "array") is missing")
    case (_, UInt8(ascii: "{")): return enter(isObject: true, at: index)
    case (_, UInt8(ascii: "[")): return enter(isObject: false, at: index)
    case (_, UInt8(ascii: "\"")): state = .string(isKey: false)
    case (_, UInt8(ascii: "t")), (_, UInt8(ascii: "f")), (_, UInt8(ascii: "n")), (_, UInt8(ascii: "-")),
      (_, 0x30...0x39):
      state = .plain
    default: return .wrong(index, "no value begins like this")
    }
    return nil
  }

  private mutating func enter(isObject isOne: Bool, at index: Int) -> Step? {
    if isObject.count == Self.deepest { return .wrong(index, Self.tooDeep) }
    isObject.append(isOne)
    state = isOne ? .keyOrEnd : .valueOrEnd
    return nil
  }

  private mutating func leave(at index: Int) -> Step? {
    isObject.removeLast()
    return close(.comma, at: index)
  }

  /// After a string or a bracket: the end, if it is the outermost.
  private mutating func close(_ next: State, at index: Int) -> Step? {
    if isObject.isEmpty { return .end(index + 1) }
    state = next
    return nil
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}

/// How a file of JSON holds its documents.
enum JSONShape {
  /// Whether a file that begins so is an array of documents, or documents over several lines each (or several on one),
  /// rather than a document on each line. In doubt, lines.
  static func isOfValues(_ head: [UInt8]) -> Bool {
    let start = afterSpace(head, from: head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    guard start < head.count else { return false }
    if head[start] == UInt8(ascii: "[") { return isArray(head, at: start) }
    guard head[start] == UInt8(ascii: "{") else { return false }
    var scanner = JSONScanner()
    switch head.withUnsafeBufferPointer({ scanner.scan($0, from: start) }) {
    case .wrong: return false
    case .going: return scanner.hasLines && !scanner.hasOddLines
    case .end(let end):
      if scanner.hasLines { return !scanner.hasOddLines }
      // `{…}{…}` or `{…},` on one line.
      let next = head[end...].first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
      return next == UInt8(ascii: "{") || next == UInt8(ascii: ",")
    }
  }

  /// Whether a file that has this at its `[` is an array of documents. `[1] The mayor …` is none.
  static func isArray(_ head: [UInt8], at start: Int) -> Bool {
    let next = afterSpace(head, from: start + 1)
    guard next < head.count else { return false }
    switch head[next] {
    case UInt8(ascii: "{"):
      let after = afterSpace(head, from: next + 1)
      return after >= head.count || head[after] == UInt8(ascii: "\"") || head[after] == UInt8(ascii: "}")
    case UInt8(ascii: "]"): return afterSpace(head, from: next + 1) == head.count
    case UInt8(ascii: "\""):
      var scanner = JSONScanner()
      if case .wrong = head.withUnsafeBufferPointer({ scanner.scan($0, from: start) }) { return false }
      return !scanner.hasOddLines
    default: return false
    }
  }

  private static func afterSpace(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    return index
  }
}
