import CopydeskText

/// Gives mentions the edges and types that their shape and the rest of the document ask for, whoever has found them.
///
/// Each step is a kind of name, none a name: titles go, parts behind hyphens, nicknames in marks and particles come in, what
/// stands before a currency sign is no state, and an abbreviation in brackets is its long form's.
struct MentionRepair {
  private let page: CuedDocument
  private var mentions: [Mention]
  /// By the key of a surname: the keys of the particle before it, where a full name has one.
  private var particles: [UInt64: UInt64] = [:]
  /// By the key of a given name: whether somebody in the document is called so in full.
  private var givenNames: Set<UInt64> = []
  /// By the key of the first word: companies that say so, 'Lualaba Holdings'.
  private var companies: Set<UInt64> = []

  private init(_ page: CuedDocument, _ mentions: [Mention]) {
    (self.page, self.mentions) = (page, mentions)
  }

  /// The mentions, mended, in order and without overlap.
  static func mended(_ mentions: [Mention], in page: CuedDocument) -> [Mention] {
    var repair = MentionRepair(page, mentions)
    repair.mendPeople()
    repair.readDocument()
    repair.mendRepeats()
    repair.mendBodies()
    repair.add(ShapeFinder(page: page).mentions())
    repair.add(CaseFinder(page: page).mentions())
    repair.addAbbreviations()
    repair.addCoordinated()
    return KnownNames(page: page).completing(repair.mentions)
  }

  // MARK: People

  private mutating func mendPeople() {
    for index in mentions.indices where mentions[index].type == .person {
      let before = index > 0 ? mentions[index - 1].tokens.upperBound : 0
      let after = index + 1 < mentions.count ? mentions[index + 1].tokens.lowerBound : page.tokens.count
      var name = withoutTitle(mentions[index].tokens)
      name = withHyphenPart(name, before: after)
      name = withNickname(name, after: before)
      if name != mentions[index].tokens { setTokens(index, name) }
    }
    joinNicknames()
  }

  private mutating func setTokens(_ index: Int, _ tokens: Range<Int>) {
    mentions[index].tokens = tokens
    mentions[index].entry = page.gazetteer.names.entry(page.keys[tokens])
  }

  /// 'Queen Sirinda', 'Dr Rosena Allin-Khan': the title is none of the name, unless all of it is how the person is known.
  private func withoutTitle(_ name: Range<Int>) -> Range<Int> {
    var first = name.lowerBound
    while first + 1 < name.upperBound {
      let count = page.cues.length(of: .title, page.keys, at: first, before: name.upperBound)
      guard count > 0 else { break }
      var next = first + count
      if page.isMark(next, "."), page.isAttached(next) { next += 1 }
      guard next < name.upperBound, page.has(next, .capital), page.tokens[next].range.count > 1 else { break }
      first = next
    }
    // 'Boxer Pedro Salgado': what opens the sentence before a given name and a surname is a role.
    if first == name.lowerBound, name.count > 2, page.has(first, .opening), !page.hasAny(first, [.given, .family]),
      page.has(first + 1, .given), page.gazetteer.names.entry(page.keys[first]) < 0, !page.isAttached(first + 1)
    {
      first += 1
    }
    guard first > name.lowerBound else { return name }
    let hash = page.keys[name].reduce(NameTable.seed) { NameTable.step($0, $1) }
    return IdTable.shared.things(hash, .person).isEmpty && page.gazetteer.names.entry(hash: hash) < 0
      ? first..<name.upperBound : name
  }

  /// 'Yoon Suk-yeol': lower-case parts behind hyphens belong to a person, but for the -led of 'Kurti-led'.
  private func withHyphenPart(_ name: Range<Int>, before end: Int) -> Range<Int> {
    let mark = name.upperBound
    let part = mark + 1
    guard part < end, name.count > 1, page.isMark(mark, "-"), page.isAttached(mark), page.isAttached(part),
      page.tokens[part].kind == .word, !page.has(part, .common), !page.token(part, isIn: page.words.compoundTails),
      page.has(part, .capital) || page.tokens[part].range.count <= 6 && !page.capitalisesNouns,
      page.withEnding(name) == name
    else { return name }
    return name.lowerBound..<part + 1
  }

  /// 'Pedro "Tito" Salgado', where the surname alone was found.
  private func withNickname(_ name: Range<Int>, after least: Int) -> Range<Int> {
    let close = name.lowerBound - 1
    guard close - 2 > least, isQuote(close) else { return name }
    for open in [close - 2, close - 3] where open > least && isQuote(open) {
      guard page.has(open - 1, .capital), !page.hasAny(open - 1, [.stop, .day, .common, .title]),
        (open + 1..<close).allSatisfy({ page.has($0, .capital) })
      else { continue }
      return open - 1..<name.upperBound
    }
    return name
  }

  private func isQuote(_ index: Int) -> Bool {
    page.isMark(index, "\"") || page.isMark(index, "“") || page.isMark(index, "”")
  }

  /// 'Pedro "Tito" Salgado', where both parts were found: one person.
  private mutating func joinNicknames() {
    var out: [Mention] = []
    out.reserveCapacity(mentions.count)
    for mention in mentions {
      if mention.type == .person {
        while let last = out.last, last.tokens.upperBound > mention.tokens.lowerBound { out.removeLast() }
        if let last = out.last, last.type == .person, isQuote(last.tokens.upperBound),
          isQuote(mention.tokens.lowerBound - 1),
          (2...3).contains(mention.tokens.lowerBound - 1 - last.tokens.upperBound)
        {
          out[out.count - 1].tokens = last.tokens.lowerBound..<mention.tokens.upperBound
          out[out.count - 1].entry = -1
          continue
        }
      } else if let last = out.last, last.tokens.upperBound > mention.tokens.lowerBound {
        continue
      }
      out.append(mention)
    }
    mentions = out
  }

  // MARK: The rest of the document

  private mutating func readDocument() {
    for mention in mentions where mention.tokens.count > 1 {
      let (first, last) = (mention.tokens.lowerBound, mention.tokens.upperBound - 1)
      if mention.type == .person {
        if page.has(last - 1, .particle), last - 1 > first { particles[page.keys[last]] = page.keys[last - 1] }
        if page.has(first, .given) { givenNames.insert(page.keys[first]) }
      } else if mention.type == .organization, page.has(last, .company) {
        companies.insert(page.keys[first])
      }
    }
  }

  private mutating func mendRepeats() {
    for index in mentions.indices where mentions[index].tokens.count == 1 {
      let token = mentions[index].tokens.lowerBound
      switch mentions[index].type {
      case .person:
        // 'Ten Brink said', of Erik ten Brink.
        guard token > 0, let particle = particles[page.keys[token]], page.keys[token - 1] == particle,
          index == 0 || mentions[index - 1].tokens.upperBound < token
        else { continue }
        setTokens(index, token - 1..<token + 1)
      case .geopolitical:
        guard !page.isInPlace(token) else { continue }
        if givenNames.contains(page.keys[token]), mentions[index].rule != .settlement {
          // 'Chad', of Chad Ellison.
          (mentions[index].type, mentions[index].entry, mentions[index].rule) = (.person, -1, .personRepeat)
        } else if companies.contains(page.keys[token]) {
          // 'Lualaba', of Lualaba Holdings.
          (mentions[index].type, mentions[index].entry) = (.organization, -1)
        }
      default: continue
      }
    }
  }

  // MARK: Bodies

  private mutating func mendBodies() {
    mentions = mentions.filter { !isCurrency(after: $0.tokens.upperBound) && !isParty($0) }
    for index in mentions.indices where isCompany(mentions[index]) { mentions[index].type = .organization }
    for index in mentions.indices where mentions[index].type == .organization {
      let first = mentions[index].tokens.lowerBound
      let least = index > 0 ? mentions[index - 1].tokens.upperBound : 0
      // 'The Abena and Kofi Boateng Foundation': two founders with one surname.
      guard first - 3 >= least, mentions[index].tokens.count > 2, page.token(first - 1, isIn: page.words.and),
        page.has(first - 2, .capital), !page.hasAny(first - 2, [.stop, .day]),
        page.token(first - 3, isIn: page.words.the), page.hasAny(first, [.given]) || !page.hasAny(first, [.common]),
        page.has(mentions[index].tokens.upperBound - 1, .orgHead), page.gazetteer.names.entry(page.keys[first - 2]) < 0
      else { continue }
      setTokens(index, first - 2..<mentions[index].tokens.upperBound)
    }
  }

  /// 'Hana Osman, D-Minn.': a party and a state, and nobody.
  private func isParty(_ mention: Mention) -> Bool {
    let first = mention.tokens.lowerBound
    return mention.type == .person && page.tokens[first].range.count == 1 && page.isMark(first + 1, "-")
  }

  /// 'Eli Lilly beat forecasts': a company that is called like a person, where the text is about business.
  private func isCompany(_ mention: Mention) -> Bool {
    guard mention.type == .person, mention.tokens.count > 1 else { return false }
    let hash = page.keys[mention.tokens].reduce(NameTable.seed) { NameTable.step($0, $1) }
    let isKnown =
      page.gazetteer.meanings(mention.entry).contains { page.gazetteer.rows[Int($0)].type == .organization }
      || IdTable.shared.things(hash, .organization).contains { $0.form != .short }
    return isKnown && IdTable.shared.things(hash, .person).isEmpty
      && page.words.fields.tellsOnly(page.words.fields.companies, from: mention.tokens.upperBound, in: page)
  }

  /// 'Akosua Ama Serwaa and Yuki Tanabe': what is joined to a person by 'and', and looks like one.
  private mutating func addCoordinated() {
    var added: [Mention] = []
    for (index, mention) in mentions.enumerated() where mention.type == .person && mention.tokens.count > 1 {
      let and = mention.tokens.lowerBound - 1
      let least = index > 0 ? mentions[index - 1].tokens.upperBound : 0
      guard and > least, page.token(and, isIn: page.words.and) else { continue }
      var first = and
      while first > least, and - first < 4, isUnknownName(first - 1) { first -= 1 }
      guard (2...3).contains(and - first), first == 0 || !page.has(first - 1, .capital) || page.has(first, .opening)
      else { continue }
      added.append(Mention(tokens: first..<and, type: .person, rule: .shape, probability: 0.6))
    }
    add(added)
  }

  private func isUnknownName(_ index: Int) -> Bool {
    page.tokens[index].kind == .word && page.has(index, .capital)
      && !page.hasAny(index, [.stop, .day, .common, .title, .titleCase, .shouting]) && !page.hasAny(index, Cue.heads)
      && page.gazetteer.names.entry(page.keys[index]) < 0
  }

  /// 'US$40 million'
  private func isCurrency(after end: Int) -> Bool {
    guard page.isAttached(end) else { return false }
    return page.isMark(end, "$") || page.isMark(end, "€") || page.isMark(end, "£")
  }

  /// Adds mentions, in their order, that beat what lies inside them and give way to what reaches out of them.
  private mutating func add(_ found: [Mention]) {
    guard !found.isEmpty else { return }
    var out: [Mention] = []
    out.reserveCapacity(mentions.count + found.count)
    var next = 0
    for mention in found {
      while next < mentions.count, mentions[next].tokens.upperBound <= mention.tokens.lowerBound {
        out.append(mentions[next])
        next += 1
      }
      var end = next
      while end < mentions.count, mentions[end].tokens.lowerBound < mention.tokens.upperBound,
        mentions[end].tokens.clamped(to: mention.tokens) == mentions[end].tokens
      {
        end += 1
      }
      if end < mentions.count, mentions[end].tokens.lowerBound < mention.tokens.upperBound { continue }
      out.append(mention)
      next = end
    }
    mentions = out + mentions[next...]
  }

  /// 'Mombasa Cement Exchange (MCX)': what stands in brackets behind a body and has its letters is the body.
  private mutating func addAbbreviations() {
    var added: [Mention] = []
    for mention in mentions where mention.type == .organization && mention.tokens.count > 1 {
      let short = mention.tokens.upperBound + 1
      guard page.isMark(short - 1, "("), page.isMark(short + 1, ")"), page.tokens[short].flags.contains(.allCaps),
        AcronymTable.abbreviates(short, mention.tokens, in: page)
      else { continue }
      added.append(Mention(tokens: short..<short + 1, type: .organization, rule: .acronym, probability: 0.9))
    }
    let known = Set(added.map { page.keys[$0.tokens.lowerBound] })
    guard !known.isEmpty else { return }
    let places = Set(added.map(\.tokens.lowerBound))
    for index in page.tokens.indices
    where known.contains(page.keys[index]) && page.tokens[index].flags.contains(.allCaps) && !places.contains(index) {
      added.append(Mention(tokens: index..<index + 1, type: .organization, rule: .acronym, probability: 0.8))
    }
    // What was found there already knows more.
    let found = Set(mentions.filter { $0.type == .organization && $0.tokens.count == 1 }.map(\.tokens.lowerBound))
    for index in added.indices { added[index].entry = page.gazetteer.names.entry(page.keys[added[index].tokens]) }
    add(
      added.filter { !found.contains($0.tokens.lowerBound) }.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound })
  }
}
