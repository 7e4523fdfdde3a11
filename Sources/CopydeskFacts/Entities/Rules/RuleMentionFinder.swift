import CopydeskText

/// Finds names by the gazetteer, by titles and given names before them, by the heads of institutions, and by their shape.
struct RuleMentionFinder: MentionFinder {
  func mentions(in page: CuedDocument) -> [Mention] {
    var scan = MentionScan(page: page)
    for sentence in page.document.sentences { scan.read(sentence.tokens) }
    return RepeatFinder(page: page).completing(scan.found, with: scan.unknown)
  }
}

/// One pass over the sentences of a document.
struct MentionScan {
  let page: CuedDocument
  /// The mentions so far.
  private(set) var found: [Mention] = []
  /// Capitalised words that no rule could name: perhaps the surname of somebody who is named in full elsewhere.
  private(set) var unknown: [Int] = []

  private let names: GazetteerPattern
  private let persons: PersonPattern
  private let heads: HeadPattern

  init(page: CuedDocument) {
    self.page = page
    (names, persons, heads) = (GazetteerPattern(page: page), PersonPattern(page: page), HeadPattern(page: page))
  }

  mutating func read(_ sentence: Range<Int>) {
    var index = sentence.lowerBound
    let end = sentence.upperBound
    var titled = false
    var titleEnd = -8
    while index < end {
      // 'the prime minister of Kosovo, Albin Kurti': the name may follow the title behind a comma.
      let afterComma = page.isMark(index - 1, ",") && index - titleEnd <= 6
      if let mention = mention(at: index, before: end, titled: titled, apposition: afterComma) {
        found.append(mention)
        index = mention.tokens.upperBound
        titled = false
        continue
      }
      var title =
        page.cues.mayBeginTitle(page.keys[index])
        ? page.cues.length(of: .title, page.keys, at: index, before: end) : 0
      // 'Verkehrsminister', by its end.
      if title == 0, page.has(index, .title) { title = 1 }
      if title > 0 {
        index += title
        // 'Gen.', 'Mr.'
        if page.isMark(index, "."), page.isAttached(index), index + 1 < end { index += 1 }
        titled = true
        titleEnd = index
        continue
      }
      titled = false
      if page.has(index, .capital), !page.hasAny(index, [.stop, .day]) { unknown.append(index) }
      index += 1
    }
  }

  /// The best reading of the words at a place, if they are a name.
  private func mention(at index: Int, before end: Int, titled: Bool, apposition: Bool) -> Mention? {
    if titled, page.isMark(index, "("), let person = persons.bracketed(at: index, before: end) { return person }
    guard page.tokens[index].kind != .punctuation else { return nil }
    let known = names.mention(at: index, before: end, followsPlace: followsPlace(index))
    guard page.has(index, .capital) else { return known }
    let body = heads.mention(at: index, before: end)
    let person = persons.mention(at: index, before: end, titled: titled, apposition: apposition)
    // The longest reading wins; of two equal ones the gazetteer's, unless it is a town and a title stands before it.
    var best = known
    if let body, body.tokens.count > best?.tokens.count ?? 0 { best = body }
    if let person {
      let isTown = best.map { $0.entry >= 0 && page.gazetteer.row($0.entry).table == .places } ?? true
      if person.tokens.count > best?.tokens.count ?? 0 || (titled && isTown) { best = person }
    }
    if best == nil { best = acronym(at: index, before: end) ?? settlement(at: index, before: end) }
    return best
  }

  /// Whether the word goes on a list of places: 'in Banjë and Kleçkë'.
  private func followsPlace(_ index: Int) -> Bool {
    guard let last = found.last, last.type == .geopolitical, last.tokens.upperBound == index - 1 else { return false }
    return page.isMark(index - 1, ",") || page.has(index - 1, .connector)
  }

  /// An unknown word in capitals in the middle of a plain sentence: most are organisations.
  private func acronym(at index: Int, before end: Int) -> Mention? {
    let token = page.tokens[index]
    // In capitals a German noun is no plain one.
    guard token.flags.contains(.allCaps), (3...6).contains(token.range.count),
      !page.hasAny(index, [.opening, .titleCase, .shouting, .stop, .day]),
      !page.hasAny(index, [.common, .title]), token.flags.isDisjoint(with: [.hasDigit, .initialism]),
      !page.has(index + 1, .capital), !page.isMark(index + 1, "-")
    else { return nil }
    return Mention(tokens: index..<index + 1, type: .organization, rule: .acronym)
  }

  /// 'the village of Upper Thing': a settlement, known or not.
  private func settlement(at index: Int, before end: Int) -> Mention? {
    guard page.isProper(index), !page.hasAny(index, [.common, .title]),
      index >= 2, page.has(index - 2, .settlement), page.token(index - 1, isIn: page.words.of)
    else { return nil }
    var stop = index + 1
    while stop < end, page.isProper(stop), !page.hasAny(stop, [.common, .title]) { stop += 1 }
    return Mention(tokens: index..<stop, type: .geopolitical, rule: .settlement)
  }
}

extension CuedDocument {
  /// Whether the token is one of the words.
  func token(_ index: Int, isIn words: PhraseTable) -> Bool {
    tokens.indices.contains(index) && words.contains(tokens[index])
  }

  /// The end of the run of capitalised words from a place: joined by hyphens, `&`, the stops of initials and the
  /// apostrophe of `Workers' Party`.
  ///
  /// No longer than sixteen tokens: a line of capitalised words is asked at each of them.
  func capitalRun(from start: Int, before end: Int) -> Int {
    var index = start
    let end = min(end, start + 16)
    while index < end {
      if has(index, .capital), !has(index, .day), index == start || !isStopInRun(index) {
        index += 1
      } else if index > start, index + 1 < end, has(index + 1, .capital), joins(index) {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  private func isStopInRun(_ index: Int) -> Bool { has(index, .stop) && !tokens[index].flags.contains(.allCaps) }

  private func joins(_ index: Int) -> Bool {
    if isMark(index, "-") { return isAttached(index) && isAttached(index + 1) }
    if isMark(index, "&") { return true }
    if isMark(index, ".") { return isAttached(index) && tokens[index - 1].range.count == 1 }
    return isMark(index, "'") && isAttached(index)
      && text.folded[Int(tokens[index].range.start) - 1] == UInt8(ascii: "s")
  }
}
