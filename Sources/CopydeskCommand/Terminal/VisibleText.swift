/// Text for a terminal: what would steer it (`ESC ]0;…` sets its title) or turn the text round (U+202E) is shown, not run.
enum VisibleText {
  /// The text with each such character as `\x1b` or `\u202e`; ends of lines and tabs stay.
  /// - Parameter isLine: whether it has to stay one line: then ends of lines are shown too.
  static func shown(_ text: String, isLine: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: { isHidden($0) || (isLine && $0 == "\n") }) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar) || (isLine && scalar == "\n") {
        let digits = String(scalar.value, radix: 16)
        let width = scalar.value < 0x80 ? 2 : 4
        out += (width == 2 ? "\\x" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    default: isDirection(scalar.value)
    }
  }

  /// Marks, embeddings, overrides and isolates of the bidirectional algorithm, and what some programs take for ends of lines.
  private static func isDirection(_ code: UInt32) -> Bool {
    switch code {
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// JSON with the same values, in which those characters are escapes. Control characters are that in all that we write.
  static func shown(json: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var plain = 0
    for index in json.indices.dropFirst() where json[index] < 0xC0 && json[index - 1] >= 0x80 {
      // U+061C has two bytes, the others three.
      let start = json[index - 1] == 0xD8 ? index - 1 : index - 2
      guard start >= plain, start >= 0, let code = code(json[start...index]), isDirection(code) else { continue }
      out += json[plain..<start]
      out += Array("\\u\(code < 0x1000 ? "0" : "")\(String(code, radix: 16))".utf8)
      plain = index + 1
    }
    return plain == 0 ? json : out + json[plain...]
  }

  private static func code(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    guard let first = bytes.first, bytes.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return nil }
    let tail = bytes.dropFirst().reduce(0 as UInt32) { $0 << 6 | UInt32($1 & 0x3F) }
    switch (first, bytes.count) {
    case (0xC0..<0xE0, 2): return UInt32(first & 0x1F) << 6 | tail
    case (0xE0..<0xF0, 3): return UInt32(first & 0x0F) << 12 | tail
    default: return nil
    }
  }
}
