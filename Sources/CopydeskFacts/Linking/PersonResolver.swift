import CopydeskText

/// Which person a mention means: one of the gazetteer, or the one whom another mention of the document names in full.
struct PersonResolver {
  /// Who a mention is.
  enum Identity {
    case row(Int32)
    /// The mention with the fullest name.
    case mention(Int)
  }

  private let page: CuedDocument
  private let mentions: [Mention]
  /// By the key of the surname: the mentions that name somebody in full.
  private var bySurname: [UInt64: [Int]] = [:]
  /// By the keys of the names before the surname: the first mention of somebody called so.
  private var byOtherName: [UInt64: Int] = [:]
  /// By the hash of the whole name: the first mention of it.
  private var byName: [UInt64: Int] = [:]

  init(page: CuedDocument, mentions: [Mention]) {
    self.page = page
    self.mentions = mentions
    for (index, mention) in mentions.enumerated() where mention.type == .person && wordCount(mention) > 1 {
      let hash = nameHash(mention)
      if byName[hash] == nil { byName[hash] = index }
      bySurname[page.keys[mention.tokens.upperBound - 1], default: []].append(index)
      // 'Sheinbaum' of Claudia Sheinbaum Pardo, 'Chad' of Chad Ellison.
      for token in mention.tokens.dropLast() where page.has(token, .capital) && page.tokens[token].range.count > 2 {
        if byOtherName[page.keys[token]] == nil { byOtherName[page.keys[token]] = index }
      }
    }
  }

  private func wordCount(_ mention: Mention) -> Int {
    mention.tokens.count(where: { page.tokens[$0].kind == .word && !page.hasAny($0, [.particle]) })
  }

  /// The name without brackets: '(Aleksandar) Vucic' is Aleksandar Vucic.
  private func nameHash(_ mention: Mention) -> UInt64 {
    mention.tokens.reduce(NameTable.seed) {
      page.isMark($1, "(") || page.isMark($1, ")") ? $0 : NameTable.step($0, page.keys[$1])
    }
  }

  /// 'Bello-Okoro', of Amina Bello-Okoro: words joined by hyphens that end somebody's name.
  private func isSurname(_ mention: Mention) -> Bool {
    let name = mention.tokens
    guard name.dropFirst().allSatisfy({ page.isAttached($0) }), let all = bySurname[page.keys[name.upperBound - 1]]
    else {
      return false
    }
    return all.contains {
      mentions[$0].tokens.count > name.count
        && page.keys[mentions[$0].tokens].suffix(name.count).elementsEqual(page.keys[name])
    }
  }

  /// Who the mention is; nil if its own words are all that is known.
  func identity(of index: Int) -> Identity? {
    let mention = mentions[index]
    if wordCount(mention) > 1, !isSurname(mention) {
      if let row = row(of: mention) { return .row(row) }
      return byName[nameHash(mention)].map { .mention($0) }
    }
    let key = page.keys[mention.tokens.upperBound - 1]
    // Two persons of one surname: the one who was named last.
    guard let all = bySurname[key] else {
      if let full = byOtherName[key] { return row(of: mentions[full]).map { .row($0) } ?? .mention(full) }
      return row(of: mention).map { .row($0) }
    }
    let full = all[max(0, all.partitionPoint { $0 < index } - 1)]
    return row(of: mentions[full]).map { .row($0) } ?? .mention(full)
  }

  private func row(of mention: Mention) -> Int32? {
    let gazetteer = page.gazetteer
    var entry = mention.entry
    if page.isMark(mention.tokens.lowerBound, "(") {
      entry = gazetteer.names.entry(
        mention.tokens.filter { page.tokens[$0].kind == .word }.map { page.keys[$0] }[...])
    }
    return gazetteer.meanings(entry).first { gazetteer.rows[Int($0)].type == .person }
  }
}
