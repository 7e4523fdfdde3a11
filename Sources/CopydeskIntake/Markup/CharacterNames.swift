import CopydeskText

/// The names that HTML has for characters: `Gazetteer/character-names.tsv`, looked up where it lies in the binary.
enum CharacterNames {
  private static let file = EmbeddedTable("character-names.tsv")
  private static var table: UnsafeBufferPointer<UInt8> { file.bytes }
  /// Where each line begins; they are sorted by their bytes.
  private static let lines: [Int32] = {
    var lines: [Int32] = []
    var index = 0
    while index < table.count {
      lines.append(Int32(index))
      index = (table[index...].firstIndex(of: 0x0A) ?? table.count) + 1
    }
    return lines
  }()

  /// The longest name, `CounterClockwiseContourIntegral`.
  static let longest = 31

  /// The characters of a name, as UTF-8; nil if no character has it.
  static func characters(of name: ArraySlice<UInt8>) -> [UInt8]? {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      let line = table[Int(lines[middle])...].prefix { $0 != 0x09 }
      if line.elementsEqual(name) { return characters(after: line.endIndex) }
      if line.lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The characters whose numbers stand behind a tab.
  private static func characters(after tab: Int) -> [UInt8] {
    let codes = table[(tab + 1)...].prefix { $0 != 0x0A }.split(separator: 0x20)
    return codes.flatMap { digits -> [UInt8] in
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
      return code.flatMap(Unicode.Scalar.init).map { Array(String(Character($0)).utf8) } ?? []
    }
  }
}
