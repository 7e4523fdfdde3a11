/// The charset that a page declares in its first bytes.
enum CharsetDeclaration {
  /// The canonical label of `<meta charset=…>`, `<meta … content="…charset=…">` or `<?xml … encoding=…?>`.
  static func find(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    var index = 0
    while index < head.count {
      guard head[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      let rest = head[index...]
      if rest.starts(with: Array("<!--".utf8)) {
        index = endOfComment(head, from: index + 4)
      } else if rest.starts(with: Array("<meta".utf8)) {
        let end = rest.firstIndex(of: UInt8(ascii: ">")) ?? head.count
        if let label = value(after: "charset", in: head[index..<end]) { return sanitized(label) }
        index = end
      } else if rest.starts(with: Array("<?xml".utf8)) {
        let end = rest.firstIndex(of: UInt8(ascii: ">")) ?? head.count
        if let label = value(after: "encoding", in: head[index..<end]) { return sanitized(label) }
        index = end
      } else {
        index += 1
      }
    }
    return nil
  }

  /// A page whose ASCII markup could be read is not UTF-16, whatever it says.
  private static func sanitized(_ label: String) -> String {
    let canonical = CharsetLabel.canonical(label)
    return canonical.hasPrefix("utf-16") || canonical.hasPrefix("utf-32") ? "utf-8" : canonical
  }

  private static func endOfComment(_ head: [UInt8], from start: Int) -> Int {
    var index = start
    while index + 2 < head.count {
      if head[index] == UInt8(ascii: "-"), head[index + 1] == UInt8(ascii: "-"), head[index + 2] == UInt8(ascii: ">") {
        return index + 3
      }
      index += 1
    }
    return head.count
  }

  /// What stands behind `name =`, with or without quotes.
  private static func value(after name: String, in tag: ArraySlice<UInt8>) -> String? {
    let name = Array(name.utf8)
    var index = tag.startIndex
    func skipSpace() { while index < tag.endIndex, tag[index] <= 0x20 { index += 1 } }
    while index < tag.endIndex {
      guard tag[index...].starts(with: name) else {
        index += 1
        continue
      }
      index += name.count
      skipSpace()
      guard index < tag.endIndex, tag[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < tag.endIndex, tag[index] <= 0x20 || tag[index] == 0x22 || tag[index] == 0x27 { index += 1 }
      let start = index
      while index < tag.endIndex, tag[index] > 0x20, ![0x22, 0x27, 0x3B, 0x2F, 0x3E].contains(tag[index]) { index += 1 }
      if index > start { return String(decoding: tag[start..<index], as: UTF8.self) }
    }
    return nil
  }
}
