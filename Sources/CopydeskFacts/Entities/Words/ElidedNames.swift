import CopydeskText

/// Names without the words that are written together with them: `Anne Lefort` of `d'Anne Lefort`.
enum ElidedNames {
  /// The entities with those words cut off; known things (`Côte d'Ivoire`, `L'Oréal`) stay as they are.
  static func trimmed(_ entities: [Entity], in document: Document) -> [Entity] {
    guard let elided = LanguagePack.shared.language(for: document.language)?.elided, !elided.isEmpty else {
      return entities
    }
    return entities.map { entity in
      guard entity.link == nil, let count = headCount(of: entity.range, elided, document.text) else { return entity }
      var entity = entity
      let head = document.text[TextRange(Int(entity.range.start), Int(entity.range.start) + count)]
      entity.range = TextRange(Int(entity.range.start) + count, Int(entity.range.end))
      if entity.name.hasPrefix(head) { entity.name.removeFirst(head.count) }
      return entity
    }
  }

  /// The bytes of a small elided word with its apostrophe before a capital: `d'` of `d'Anne`; nil if there is none.
  private static func headCount(of range: TextRange, _ elided: Set<String>, _ text: Text) -> Int? {
    let (start, end) = (Int(range.start), Int(range.end))
    guard
      let mark = (start..<min(end, start + 8)).first(where: {
        text.bytes[$0] == UInt8(ascii: "'") || text.bytes[$0] == 0xE2
      })
    else { return nil }
    let next = mark + (text.bytes[mark] == 0xE2 ? 3 : 1)
    guard mark > start, next < end, text.bytes[start..<mark] == text.folded[start..<mark],
      text.bytes[next..<end] != text.folded[next..<end],
      elided.contains(String(decoding: text.bytes[start..<mark], as: UTF8.self))
    else { return nil }
    return next - start
  }
}
