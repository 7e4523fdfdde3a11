import CopydeskText

/// Names of people: behind a title, with a known given name or surname, before a verb of speech, or by their shape.
struct PersonPattern {
  let page: CuedDocument

  init(page: CuedDocument) { self.page = page }

  /// 'President (Aleksandar) Vucic': the brackets stay inside.
  func bracketed(at index: Int, before end: Int) -> Mention? {
    guard page.has(index + 1, .capital), page.isMark(index + 2, ")"), index + 3 < end, page.has(index + 3, .capital),
      !page.hasAny(index + 3, [.stop, .day])
    else { return nil }
    let stop = run(from: index + 3, before: end)
    return stop > index + 3 ? Mention(tokens: index..<stop, type: .person, rule: .personTitle) : nil
  }

  func mention(at start: Int, before end: Int, titled: Bool, apposition: Bool) -> Mention? {
    guard isNameWord(start), !page.hasAny(start, [.shouting, .title]) else { return nil }
    // 'Učiteljica Olga Simić': the word that opens the sentence is a role, the name begins behind it.
    if page.has(start, .opening), !page.hasAny(start, [.given, .family]), page.has(start + 1, .given), start + 2 < end,
      isNameWord(start + 2), !page.has(start + 2, .opening), !page.isAttached(start + 1)
    {
      return nil
    }
    let stop = run(from: start, before: end)
    let words = (start..<stop).count(where: { page.tokens[$0].kind == .word })
    guard words > 0, stop > start else { return nil }
    guard let rule = rule(start..<stop, words: words, titled: titled, apposition: apposition) else { return nil }
    return Mention(
      tokens: start..<stop, type: .person, entry: page.gazetteer.names.entry(page.keys[start..<stop]), rule: rule)
  }

  private func rule(_ tokens: Range<Int>, words: Int, titled: Bool, apposition: Bool) -> MentionRule? {
    let first = tokens.lowerBound
    let isGiven = page.has(first, .given)
    let opensPlain = page.has(first, .common) && page.hasAny(first, [.opening, .titleCase])
    if titled, !isBody(first), !page.has(first, .common) || isGiven || page.has(first, .family) { return .personTitle }
    guard words >= 2, !opensPlain else { return nil }
    if isGiven, !(page.has(first, .common) && isBody(first)) { return .personGiven }
    if page.tokens[first].range.count == 1, page.isMark(first + 1, ".") { return .personGiven }
    // A shape says nothing where nouns are capitalised too.
    if page.capitalisesNouns { return apposition && areUnknown(tokens) ? .personSpeech : nil }
    guard !isBody(first), !page.has(first, .common), !page.hasAny(first, [.titleCase]) else { return nil }
    let last = tokens.upperBound - 1
    if page.has(last, .family) || hasSurnameEnding(last) { return .personSurname }
    if apposition || page.has(tokens.upperBound, .speech) || page.has(first - 1, .speech) { return .personSpeech }
    // 'the Yas Marina', 'in Castelfranco Veneto' are no people.
    if page.token(first - 1, isIn: page.words.the) || page.has(first - 1, .in) || page.isAttached(first) { return nil }
    return words <= 3 && page.isProper(first) && isUnknown(first) ? .shape : nil
  }

  /// The end of the words that can be a person's name.
  private func run(from start: Int, before end: Int) -> Int {
    var index = start
    var words = 0
    while index < end, words < 6 {
      if isNameWord(index), index == start || !stopsName(index) {
        words += 1
        index += 1
        // 'George W. Bush'
        if page.tokens[index - 1].range.count == 1, page.isMark(index, "."),
          page.has(index + 1, .capital)
        {
          index += 1
        }
      } else if index > start, page.isMark(index, "-"), page.isAttached(index), page.isAttached(index + 1),
        index + 1 < end, isNameWord(index + 1)
      {
        index += 1
      } else if index > start, page.has(index, .particle), !page.has(index, .capital),
        let next = nameBehindParticles(index, end)
      {
        index = next
      } else {
        break
      }
    }
    return index
  }

  /// 'von der Leyen', 'bin Salman', 'al-Assad': the capitalised word behind up to two particles.
  private func nameBehindParticles(_ start: Int, _ end: Int) -> Int? {
    var index = start
    while index < end, index < start + 3, page.has(index, .particle), !page.has(index, .capital) {
      index += 1
      if page.isMark(index, "-") { index += 1 }
    }
    return index < end && isNameWord(index) ? index : nil
  }

  private func isNameWord(_ index: Int) -> Bool {
    guard page.has(index, .capital), !page.hasAny(index, [.stop, .day, .company]) else { return false }
    // 'Stephen King'
    if page.has(index, .title), !page.has(index, .family) { return false }
    let token = page.tokens[index]
    if token.flags.contains(.hasDigit) { return false }
    if token.flags.contains(.allCaps), token.range.count > 2, !page.has(index, .shouting) { return false }
    return !page.hasAny(index, Cue.heads) || page.has(index, .family)
  }

  /// A plain word, a nationality or a country ends a name: 'Kurti Urges', 'Stoltenberg NATO'.
  private func stopsName(_ index: Int) -> Bool {
    if page.has(index, .family) { return page.has(index, .titleCase) && page.has(index, .common) }
    if page.has(index, .common) { return true }
    let entry = page.gazetteer.names.entry(page.keys[index])
    guard entry >= 0 else { return false }
    let table = page.gazetteer.row(entry).table
    return table == .countries || table == .groups || table == .organizations
  }

  /// Whether the word names a place or a body, so that it opens no person's name.
  private func isBody(_ index: Int) -> Bool {
    let entry = page.gazetteer.names.entry(page.keys[index])
    guard entry >= 0 else { return false }
    let row = page.gazetteer.row(entry)
    switch row.table {
    case .persons: return false
    case .places, .admin: return row.rank >= 6
    default: return true
    }
  }

  /// Whether the words are neither plain ones nor names of something: 'Fredo Talvik'.
  private func areUnknown(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { !page.hasAny($0, [.common, .lowerElsewhere, .titleCase, .shouting]) && isUnknown($0) }
  }

  private func isUnknown(_ index: Int) -> Bool { page.gazetteer.names.entry(page.keys[index]) < 0 }

  private func hasSurnameEnding(_ index: Int) -> Bool {
    let range = page.tokens[index].range
    guard range.count >= 5 else { return false }
    let bytes = page.text.folded[range.indices]
    return page.words.surnameEndings.contains { bytes.reversed().starts(with: $0) }
  }
}
