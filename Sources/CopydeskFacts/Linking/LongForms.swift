import CopydeskText

/// The full names of bodies that a document calls by a part of them: `the Mavericks` of the Lagos Mavericks, `Lualaba` of
/// Lualaba Holdings, `Newcastle` of Newcastle United. What the document calls by the name beats the table, which would take
/// the Mavericks for those of Dallas.
struct LongForms {
  private let page: CuedDocument
  private let mentions: [Mention]
  /// By the key of the first word, and by that of the last: the first mention of each name of several words.
  private var byFirst: [UInt64: [Int]] = [:]
  private var byLast: [UInt64: [Int]] = [:]

  init(page: CuedDocument, mentions: [Mention]) {
    (self.page, self.mentions) = (page, mentions)
    var names: Set<UInt64> = []
    for (index, mention) in mentions.enumerated() where mention.type == .organization && mention.tokens.count > 1 {
      guard names.insert(page.keys[mention.tokens].reduce(NameTable.seed) { NameTable.step($0, $1) }).inserted else {
        continue
      }
      byFirst[page.keys[mention.tokens.lowerBound], default: []].append(index)
      byLast[page.keys[mention.tokens.upperBound - 1], default: []].append(index)
    }
  }

  /// The mention of the body that this one is short for; nil if there is none, or if there are two.
  /// - Parameter isKnown: the tables know a thing by the short name: then only the last word of the full one is short for it.
  func mention(of index: Int, isKnown: Bool) -> Int? {
    let name = mentions[index].tokens
    // 'the Bank', 'the Council': a head is short for any of them.
    guard mentions[index].type == .organization, name.count <= 2, page.has(name.lowerBound, .capital),
      !page.hasAny(name.lowerBound, Cue.heads), !page.tokens[name.lowerBound].flags.contains(.allCaps)
    else { return nil }
    let keys = page.keys[name]
    let first = keys.first ?? 0
    let last = keys.last ?? 0
    let longer =
      (isKnown ? [] : byFirst[first] ?? []).filter { page.keys[mentions[$0].tokens].starts(with: keys) }
      + (byLast[last] ?? []).filter { page.keys[mentions[$0].tokens].suffix(keys.count).elementsEqual(keys) }
    let full = longer.filter { mentions[$0].tokens.count > name.count }
    return full.count == 1 ? full[0] : nil
  }
}
