public import CopydeskIntake

/// Lines of JSON that are almost right, as damage and malice make them.
public struct JSONMutation {
  private var random: SeededGenerator

  /// - Parameter seed: of the random numbers.
  public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A line without its end that differs from the value's in one to four places.
  public mutating func line(of value: JSONValue) -> [UInt8] {
    var changed = value
    for _ in 0...(random.next() % 3) { changed = mutated(changed) }
    var bytes: [UInt8] = []
    write(changed, to: &bytes)
    switch random.next() % 12 {
    case 0: return Array(bytes.prefix(Int(random.next() % UInt64(bytes.count + 1))))
    case 1:
      guard let index = bytes.indices.randomElement(using: &random) else { return bytes }
      bytes[index] = UInt8(truncatingIfNeeded: random.next())
      return bytes.filter { $0 != 0x0A }
    default: return bytes
    }
  }

  /// Changes one value, anywhere in the tree; deeper ones as often as outer ones.
  private mutating func mutated(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(var members) where !members.isEmpty && random.next() % 8 > 0:
      let index = Int(random.next() % UInt64(members.count))
      switch random.next() % 12 {
      case 0: members.remove(at: index)
      case 1: members.append(members[index])
      case 2: members.append((members[index].key, odd()))
      case 3: members.swapAt(index, 0)
      default: members[index].value = mutated(members[index].value)
      }
      return .object(members)
    case .array(var elements) where !elements.isEmpty && random.next() % 8 > 0:
      let index = Int(random.next() % UInt64(elements.count))
      switch random.next() % 10 {
      case 0: elements.remove(at: index)
      case 1: elements.append(contentsOf: repeatElement(elements[index], count: 3))
      case 2: elements.reverse()
      default: elements[index] = mutated(elements[index])
      }
      return .array(elements)
    default: return odd()
    }
  }

  /// A value that nobody expects.
  private mutating func odd() -> JSONValue {
    let numbers = [
      "0", "-1", "1", "2", "7", "4611686018427387904", "-4611686018427387904", "9223372036854775807", "1e999", "-1e999",
      "9223372036854775808", "-9223372036854775808", "99999999999999999999999", "0.5", "1e-400", "-0", "1E5",
    ]
    let strings = [
      "", "q0", "e0", "0", "-1", "utf16", "utf8", "codepoint", "copydesk/1", "PER", "\u{0}", "\u{1B}[2J", "😀",
      "e\u{301}",
      "\u{202E}", "../../x", "text", "html", "option", "2024-02-30", "👩‍👩‍👧", "\u{10FFFF}",
    ]
    switch random.next() % 8 {
    case 0, 1, 2: return .number(numbers[Int(random.next() % UInt64(numbers.count))])
    case 3, 4: return .string(Array(strings[Int(random.next() % UInt64(strings.count))].utf8))
    case 5: return random.next() % 2 == 0 ? .null : .bool(true)
    case 6: return random.next() % 2 == 0 ? .array([]) : .object([])
    default:
      // Up to what the parser goes to, and deeper.
      let depth = [1, 2, 40, 250, 300][Int(random.next() % 5)]
      return (0..<depth).reduce(.null) { value, level in level % 2 == 0 ? .array([value]) : .object([("text", value)]) }
    }
  }

  private func write(_ value: JSONValue, to bytes: inout [UInt8]) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let bool): bytes += (bool ? "true" : "false").utf8
    case .number(let digits): bytes += digits.utf8
    case .string(let string): write(string: string, to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(element, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(string: Array(member.key.utf8), to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        write(member.value, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private func write(string: [UInt8], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in string {
      if byte == 0x22 || byte == 0x5C { bytes.append(0x5C) }
      if byte < 0x20 {
        bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      } else {
        bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
