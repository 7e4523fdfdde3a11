import CopydeskText

/// Names of the gazetteer, where the way they are written and what stands round them bear them out.
struct GazetteerPattern {
  let page: CuedDocument
  private let marks: [Cue]
  private var gazetteer: Gazetteer { page.gazetteer }

  init(page: CuedDocument) { (self.page, marks) = (page, page.marks) }

  /// The longest name at a place; `followsPlace`: another place stands right before, joined by 'and' or a comma.
  @inline(__always)
  func mention(at index: Int, before end: Int, followsPlace: @autoclosure () -> Bool) -> Mention? {
    guard marks[index].contains(.nameStart) else { return nil }
    return longestMention(at: index, before: end, followsPlace: followsPlace())
  }

  @inline(never)
  private func longestMention(at index: Int, before end: Int, followsPlace: Bool) -> Mention? {
    let match = gazetteer.names.longestMatch(page.keys, at: index, before: end) { entry, count in
      accepts(entry, index..<index + count, followsPlace)
    }
    guard let match else { return nil }
    let entry = meaning(match.entry)
    let row = gazetteer.row(entry)
    let tokens = index..<index + match.count
    if let force = force(after: tokens, row: row, before: end) { return force }
    let form = gazetteer.names.entries[Int(entry)].form
    let isWeak =
      form == .surname || form != .capitals && page.hasAny(index, [.common, .lowerElsewhere])
    return Mention(
      tokens: tokens, type: row.type, entry: entry,
      rule: isWeak && match.count == 1 ? .weakGazetteer : .gazetteer)
  }

  /// 'Russian' and 'Argentine' are adjectives in English, and a state or a case of its name elsewhere: in Serbian 'od Argentine'.
  private func meaning(_ entry: Int32) -> Int32 {
    guard page.prefersAdjectives, gazetteer.row(entry).table == .countries, !gazetteer.names.entries[Int(entry)].isLast,
      gazetteer.row(entry + 1).table == .groups
    else { return entry }
    return entry + 1
  }

  /// 'Serbian army', 'Kosovo police': an organisation in any case, but not 'Kosovar police officers'.
  private func force(after tokens: Range<Int>, row: Gazetteer.Row, before end: Int) -> Mention? {
    guard row.table == .countries || row.table == .groups else { return nil }
    let count = page.cues.length(of: .force, page.keys, at: tokens.upperBound, before: end)
    guard count > 0 else { return nil }
    let all = tokens.lowerBound..<tokens.upperBound + count
    if page.has(all.upperBound, .duty), !page.has(all.upperBound, .capital) { return nil }
    return Mention(
      tokens: all, type: .organization, entry: gazetteer.names.entry(page.keys[all]), rule: .force)
  }

  private func accepts(_ entry: Int32, _ tokens: Range<Int>, _ followsPlace: Bool) -> Bool {
    let form = gazetteer.names.entries[Int(entry)].form
    let row = gazetteer.row(entry)
    let first = tokens.lowerBound
    guard page.has(first, .capital) else {
      // 'dpa', 'al-Qaeda': as the table has it.
      return form == .anyCase && row.type == .organization && !page.hasAny(first, [.stop, .common])
    }
    return tokens.count == 1 ? acceptsWord(first, form, row, followsPlace) : acceptsPhrase(tokens, form, row)
  }

  /// All words of the phrase are capitalised but for 'of', 'and' and their like.
  private func acceptsPhrase(_ tokens: Range<Int>, _ form: NameTable.Form, _ row: Gazetteer.Row) -> Bool {
    // 'Ky.' and 'Md.' are states behind a town only.
    if row.table == .admin, tokens.count == 2, page.isMark(tokens.upperBound - 1, ".") {
      return page.isMark(tokens.lowerBound - 1, ",")
    }
    var capitals = 0
    for index in tokens where page.tokens[index].kind == .word {
      if page.has(index, .capital) {
        if !page.hasAny(index, [.stop, .opening]) { capitals += 1 }
      } else if !page.hasAny(index, [.connector, .particle, .stop]), page.tokens[index].range.count > 2 {
        return false
      }
    }
    return capitals > 0 || page.hasAny(tokens.lowerBound, [.shouting, .opening])
  }

  private func acceptsWord(
    _ index: Int, _ form: NameTable.Form, _ row: Gazetteer.Row, _ followsPlace: Bool
  ) -> Bool {
    let token = page.tokens[index]
    let length = token.range.count
    if length == 1 {
      // 'wrote on X': the platform; 'Malcolm X' and 'X.' are not.
      return page.has(index - 1, .platform) && !page.isMark(index + 1, ".") && !page.has(index + 1, .capital)
    }
    // 'RT @nasa': said again, and no broadcaster.
    if length == 2, page.isMark(index + 1, "@") { return false }
    if form == .capitals {
      guard !token.flags.isDisjoint(with: [.allCaps, .innerCapital]) else { return false }
      if row.table == .admin { return page.isMark(index - 1, ",") }
      if page.has(index, .shouting) { return length >= 4 && !page.has(index, .common) }
      return true
    }
    if page.hasAny(index, [.stop, .day]) { return false }
    switch row.table {
    case .countries, .groups:
      if page.hasAny(index, [.common, .lowerElsewhere]) { return page.isProper(index) || !page.has(index, .opening) }
      return true
    case .organizations, .regions:
      if page.hasAny(index, [.common, .lowerElsewhere, .title]) || page.hasAny(index, Cue.heads) {
        return page.isProper(index) && !page.has(index + 1, .capital)
      }
      return !page.has(index, .shouting) || length > 3
    case .persons:
      return form == .surname && !page.hasAny(index, [.common, .lowerElsewhere, .shouting])
    case .admin, .places, .minorPlaces:
      return acceptsPlace(index, row, inPlace: followsPlace || page.isInPlace(index))
    }
  }

  /// A town of one word: many are surnames, given names or plain words too.
  private func acceptsPlace(_ index: Int, _ row: Gazetteer.Row, inPlace: Bool) -> Bool {
    if page.has(index, .shouting) { return row.rank >= 6 && !page.has(index, .common) }
    // The list of common words is English: 'Split' is none in Croatian.
    let isTownOfHome = !page.home.isEmpty && !page.capitalisesNouns && !page.has(index, .opening) && !isForeign(index)
    if !isTownOfHome, page.hasAny(index, [.common, .title]) || page.hasAny(index, Cue.heads) {
      return inPlace && page.isProper(index)
    }
    if page.has(index, .lowerElsewhere) { return inPlace || row.rank >= 7 && !page.has(index, .opening) }
    // A town of elsewhere may be a plain word of the language: 'Ende' (Indonesia), 'Нови' (Novi, Michigan).
    if page.capitalisesNouns || page.has(index, .opening), row.rank < 5, isForeign(index) { return inPlace }
    if page.capitalisesNouns, row.rank < 4 { return inPlace }
    if page.hasAny(index, [.given, .family]) {
      return inPlace || row.rank >= 6 || row.rank == 5 && page.isProper(index) && !page.has(index, .given)
    }
    if row.rank < 2 { return inPlace }
    // Between two unknown capitalised words it is a part of something longer.
    return inPlace || row.rank >= 3 || !page.has(index, .opening)
  }

  /// Whether no place of that name lies in a country of the document's language.
  private func isForeign(_ index: Int) -> Bool {
    guard !page.home.isEmpty else { return false }
    return !gazetteer.meanings(gazetteer.names.entry(page.keys[index])).contains {
      page.home.contains(gazetteer.rows[Int($0)].country)
    }
  }
}

extension CuedDocument {
  /// Whether the words round a name say that it is a place: 'in X', 'the village of X', 'X, Serbia'.
  func isInPlace(_ index: Int, next: Int? = nil) -> Bool {
    if hasAny(index - 1, [.in, .settlement]) { return true }
    if token(index - 1, isIn: words.of), has(index - 2, .settlement) { return true }
    if token(index - 1, isIn: words.the), hasAny(index - 2, [.in]) { return true }
    let after = next ?? index + 1
    guard isMark(after, ","), has(after + 1, .capital) else { return false }
    let entry = gazetteer.names.entry(keys[after + 1])
    guard entry >= 0 else { return false }
    let table = gazetteer.row(entry).table
    return table == .countries || table == .admin
  }
}
