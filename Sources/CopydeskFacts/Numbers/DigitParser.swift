import CopydeskText

/// Reads the digits of a number token.
enum DigitParser {
  /// A number in digits.
  struct Digits {
    var value: Double
    /// How many digits there are before the decimal mark.
    var integerDigits: Int
    /// Whether it is bare digits, as years, dates and house numbers are.
    var isPlain: Bool
    /// Whether it stands in groups of three: `10,000`.
    var isGrouped: Bool
  }

  /// The number that a token's bytes state, or nil for dates, versions and addresses (`24.12.2023`).
  ///
  /// Both marks: the last one stands before the decimals. One mark several times: groups. One mark once: decimals where
  /// the language says so or where no group of three follows (`3,5` in English, `3.5` in German).
  static func parse(_ range: TextRange, in text: Text, decimalComma: Bool) -> Digits? {
    guard text.bytes[Int(range.start)] < 0x80 else {
      // The Arabic marks are of their own: ٫ stands before the decimals, ٬ between groups.
      let ascii = inASCII(range, of: text)
      return ascii.isEmpty ? nil : parse(TextRange(0, ascii.count), of: ascii, decimalComma: false)
    }
    return parse(range, of: text.bytes, decimalComma: decimalComma)
  }

  private static func parse(_ range: TextRange, of bytes: [UInt8], decimalComma: Bool) -> Digits? {
    var marks: [(byte: UInt8, offset: Int)] = []
    for index in range.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") {
        marks.append((byte, index))
      } else if byte < UInt8(ascii: "0") || byte > UInt8(ascii: "9") {
        return nil
      }
    }
    guard let last = marks.last else {
      guard range.count <= 18 else { return nil }
      return Digits(value: digits(range.indices, bytes), integerDigits: range.count, isPlain: true, isGrouped: false)
    }
    let tail = Int(range.end) - last.offset - 1
    let isUniform = marks.allSatisfy { $0.byte == last.byte }
    let decimal: Int
    if !isUniform {
      guard marks.dropLast().allSatisfy({ $0.byte != last.byte }) else { return nil }
      decimal = last.offset
    } else if marks.count > 1 {
      decimal = Int(range.end)
    } else {
      let isGroupMark = (last.byte == UInt8(ascii: ".")) == decimalComma
      let canGroup = tail == 3 && last.offset - Int(range.start) <= 3 && bytes[Int(range.start)] != UInt8(ascii: "0")
      decimal = isGroupMark && canGroup ? Int(range.end) : last.offset
    }
    // Groups of three, or of two in the Indian way (1,00,000); anything else is a date or a version.
    let groups = marks.filter { $0.offset < decimal }
    for (index, mark) in groups.enumerated() {
      let end = index + 1 < groups.count ? groups[index + 1].offset : decimal
      let length = end - mark.offset - 1
      let isLast = index + 1 == groups.count
      guard length == 3 || (!isLast && length == 2 && mark.byte == UInt8(ascii: ",")) else { return nil }
    }
    guard decimal - Int(range.start) <= 24 else { return nil }
    let whole = digits(Int(range.start)..<decimal, bytes)
    guard decimal < Int(range.end) else {
      return Digits(
        value: whole, integerDigits: range.count - groups.count, isPlain: false, isGrouped: !groups.isEmpty)
    }
    // Exact as long as the digits fit into 53 bits: 3.7 is 37 / 10. What stands behind twenty decimals is nothing.
    var power = 1.0
    let end = min(Int(range.end), decimal + 21)
    for _ in (decimal + 1)..<end { power *= 10 }
    let value = digits(Int(range.start)..<end, bytes) / power
    return Digits(
      value: value, integerDigits: decimal - Int(range.start) - groups.count, isPlain: false,
      isGrouped: !groups.isEmpty)
  }

  private static func digits(_ range: Range<Int>, _ bytes: [UInt8]) -> Double {
    var value = 0.0
    for index in range where bytes[index] >= UInt8(ascii: "0") && bytes[index] <= UInt8(ascii: "9") {
      value = value * 10 + Double(bytes[index] - UInt8(ascii: "0"))
    }
    return value
  }

  /// The digits of a number in another script (٢٥, ۲۵, २५, ２５) as those of ASCII; empty if they are mixed.
  private static func inASCII(_ range: TextRange, of text: Text) -> [UInt8] {
    var ascii: [UInt8] = []
    for scalar in text[range].unicodeScalars {
      switch scalar.value {
      case 0x660...0x669, 0x6F0...0x6F9: ascii.append(UInt8(scalar.value & 0xF) + 0x30)
      case 0x966...0x96F: ascii.append(UInt8(scalar.value - 0x966) + 0x30)
      case 0xFF10...0xFF19: ascii.append(UInt8(scalar.value - 0xFF10) + 0x30)
      case 0x66B: ascii.append(UInt8(ascii: "."))
      case 0x66C, 0x2C: ascii.append(UInt8(ascii: ","))
      case 0x2E: ascii.append(UInt8(ascii: "."))
      default: return []
      }
    }
    return ascii
  }

  /// The value of plain digits (years, days, hours), or nil.
  static func plainInteger(_ token: Token, in text: Text) -> Int? {
    guard token.kind == .number else { return nil }
    if text.bytes[Int(token.range.start)] >= 0x80 {
      let digits = parse(token.range, in: text, decimalComma: false)
      return digits.flatMap { $0.isPlain && $0.integerDigits <= 9 ? Int($0.value) : nil }
    }
    guard token.range.count <= 9 else { return nil }
    var value = 0
    for index in token.range.indices {
      let byte = text.bytes[index]
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}
