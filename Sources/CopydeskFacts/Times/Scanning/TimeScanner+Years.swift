import CopydeskText

/// Years and decades: `1999`, `1998-99`, `2021. godine`, `the 1990s`, `’82`.
extension TimeScanner {
  /// The year that four digits state, or nil.
  func year(_ index: Int) -> Int? {
    guard index < tokens.count, tokens[index].kind == .number,
      tokens[index].range.count == 4 || tokens[index].range.count == 8 && tokens[index].flags.contains(.nonASCII),
      let year = DigitParser.plainInteger(tokens[index], in: text), (1000...2100).contains(year)
    else { return nil }
    return year
  }

  /// `1999`, `1998-99`, `2009-2010`, `the 1990s`.
  func years(at index: Int) -> TimeCandidate? {
    guard let year = year(index) else { return nil }
    if let decade = decade(at: index, year) { return decade }
    if isInnerHyphen(index + 1) || isMark(index + 1, "/") && isGlued(index + 1), let second = plain(index + 2) {
      let width = tokens[index + 2].range.count
      let isMonth = width == 2 && (1...12).contains(second) && second != (year + 1) % 100 && isMark(index + 1, "-")
      if width == 2, isGlued(index + 2), !isMark(index + 3, "-"), (year / 100 * 100 + second) > year, year >= 1800,
        !isMonth
      {
        return TimeCandidate(
          index..<index + 3, .date, .years(year, year / 100 * 100 + second), rule: "time/year-range")
      }
      if isMonth, year >= 1900 {
        return TimeCandidate(
          index..<index + 3, .date, .calendar(year: year, month: second, day: nil), rule: "time/iso-month")
      }
    }
    guard isBareYear(index, year, hasMonth: false), !lexicon.isSparse || isSureYear(index, year) else { return nil }
    if lexicon.namesUnits { return yearWithUnit(at: index, year) }
    return TimeCandidate(
      index..<index + 1, .date, .calendar(year: year, month: nil, day: nil), rule: "time/year")
  }

  /// Whether digits are a year where the words beside them are not known: not that of `3 maggio 2024`, of which the day would
  /// be lost, nor the amount of `2000 soldati`, nor that of `2024年`.
  func isSureYear(_ index: Int, _ year: Int) -> Bool {
    let next = index + 1
    if next < tokens.count, isGlued(next), tokens[next].kind == .word { return false }
    if year % 100 == 0, continues(next), tokens[next].kind == .word { return false }
    var place = index
    for _ in 0..<4 {
      if tokens[place].flags.contains(.lineStart) { return true }
      place -= 1
      guard place >= 0 else { return true }
      if tokens[place].kind == .number { return false }
      guard tokens[place].kind == .word || isMark(place, ".") else { return true }
    }
    return true
  }

  /// `2021. godine`, `2026 yılında`, `2026 yılının haziran ayında`.
  func yearWithUnit(at index: Int, _ year: Int) -> TimeCandidate {
    let end = isCaseEnding(index + 1) ? index + 2 : withYearUnit(index + 1)
    if end > index + 1, continues(end), let whole = partOfYear(from: index, at: end, year) { return whole }
    var candidate = TimeCandidate(
      index..<max(end, index + 1), .date, .calendar(year: year, month: nil, day: nil), rule: "time/year")
    if isCaseEnding(index + 1) { candidate.tokens = index..<index + 1 }
    let edged = withEdgeBehind(candidate, at: end)
    if edged.tokens.upperBound > end { return edged }
    guard end > index + 1, continues(end), case .month(let month)? = word(end) else { return candidate }
    var last = after(end)
    if continues(last), word(last) == .unit(.month) { last = after(last) }
    candidate.meaning = .calendar(year: year, month: month, day: nil)
    candidate.tokens = index..<last
    return candidate
  }

  /// `2023 başında`, `Haziran sonunda`: languages that put the edge behind (their words are weak before anything).
  func withEdgeBehind(_ candidate: TimeCandidate, at end: Int) -> TimeCandidate {
    guard lexicon.namesUnits, continues(end), case .edge? = word(end), form(end).contains(.weak) else {
      return candidate
    }
    var candidate = candidate
    candidate.tokens = candidate.tokens.lowerBound..<after(end)
    candidate.rule = "time/edge"
    return candidate
  }

  /// `2022'nin üçüncü çeyreği`, `2018 yazında`: a quarter or season behind its year.
  func partOfYear(from start: Int, at index: Int, _ year: Int) -> TimeCandidate? {
    let next = after(index)
    switch word(index) {
    case .ordinal(let quarter)? where quarter <= 4 && continues(next) && word(next) == .unit(.quarter):
      return TimeCandidate(
        start..<after(next), .date, .part("Q\(quarter)", year: year, yearShift: nil), rule: "time/quarter")
    case .season(let season)?:
      return TimeCandidate(
        start..<next, .date, .season(season, year: year, shift: nil), rule: "time/season")
    default: return nil
    }
  }

  /// Whether a case ending is glued to the year by an apostrophe: `2019'da`, `2022’nin`, not the `lik` of a banknote.
  func isCaseEnding(_ index: Int) -> Bool {
    guard lexicon.namesUnits, isGlued(index), index < tokens.count, tokens[index].kind == .word else { return false }
    let range = tokens[index].range
    let isCurly = text.folds(TextRange(Int(range.start), min(Int(range.start) + 3, Int(range.end))), to: "’")
    let ending = Int(range.start) + (isCurly ? 3 : 1)
    guard isCurly || text.bytes[Int(range.start)] == UInt8(ascii: "'"), ending < Int(range.end) else { return false }
    return !lexicon.noCaseEndings.contains { text.folded[ending..<Int(range.end)].starts(with: $0) }
  }

  /// The token behind the word for a year, with the stop before it, or the same token.
  func withYearUnit(_ index: Int) -> Int {
    let next = lexicon.ordinalStops && isMark(index, ".") && isGlued(index) ? index + 1 : index
    return continues(next) && word(next) == .unit(.year) ? after(next) : index
  }

  /// `1990s`, `1990's`.
  func decade(at index: Int, _ year: Int) -> TimeCandidate? {
    guard year % 10 == 0, index + 1 < tokens.count, isGlued(index + 1) else { return nil }
    if let decade = decadeWithEnding(at: index, year / 10) { return decade }
    // '1990s', '1990er', '1990-ih', '1990'lı yıllar'
    guard let suffix = lexicon[.decadeSuffix].longestMatch(tokens, at: index + 1) else {
      return isDecadeOfThe(index)
        ? TimeCandidate(index..<index + 2, .date, .decade(year / 10), rule: "time/decade", takesDeterminer: true) : nil
    }
    var end = index + 1 + suffix.count
    if lexicon.ordinalStops, continues(end) {
      switch word(end) {
      case .unit(.year)?, .units(.year)?: end = after(end)
      default: break
      }
    }
    return TimeCandidate(index..<end, .date, .decade(year / 10), rule: "time/decade", takesDeterminer: true)
  }

  /// `the 1990's`, `the late 1990's`, not `1990's best film`.
  func isDecadeOfThe(_ index: Int) -> Bool {
    guard index > 0, isPossessive(index + 1) else { return false }
    switch word(index - 1) {
    case .definite?, .edge?: return true
    default: return isMark(index - 1, "-") && isGlued(index)
    }
  }

  /// `1990'lı yıllarda`, `1990'larda`, `80'lerde`: an ending behind the apostrophe.
  func decadeWithEnding(at index: Int, _ decade: Int) -> TimeCandidate? {
    guard !lexicon.decadeEndings.isEmpty, isGlued(index + 1), index + 1 < tokens.count else { return nil }
    let range = tokens[index + 1].range
    let apostrophe = text.bytes[Int(range.start)] == UInt8(ascii: "'") ? 1 : 3
    guard tokens[index + 1].kind == .word, range.count > apostrophe, text.bytes[Int(range.start)] & 0xC0 != 0x40 else {
      return nil
    }
    let ending = text.folded[Int(range.start) + apostrophe..<Int(range.end)]
    guard
      let match = lexicon.decadeEndings.first(where: {
        $0.isOpen ? ending.starts(with: $0.bytes) : ending.elementsEqual($0.bytes)
      })
    else { return nil }
    var end = index + 2
    let isNamed = continues(end) && (word(end) == .units(.year) || word(end) == .unit(.year))
    guard match.isOpen || isNamed else { return nil }
    if isNamed { end = after(end) }
    return withEdgeBehind(
      TimeCandidate(index..<end, .date, .decade(decade), rule: "time/decade", takesDeterminer: true), at: end)
  }

  /// `90'lı yıllar`: the last two figures of a decade.
  func shortDecade(at index: Int) -> TimeCandidate? {
    if let decade = decadeOfThe(at: index) { return decade }
    guard !lexicon.decadeEndings.isEmpty, tokens[index].range.count == 2, let number = plain(index), number % 10 == 0,
      number >= 20
    else { return nil }
    return decadeWithEnding(at: index, (number < 30 ? 200 : 190) + number / 10)
  }

  private func isEdge(_ index: Int) -> Bool {
    if case .edge? = word(index) { return true }
    return false
  }

  /// `the 60s`, and the `70s` of `the 60s and 70s`.
  func decadeOfThe(at index: Int) -> TimeCandidate? {
    guard tokens[index].range.count == 2, let number = plain(index), number % 10 == 0, number >= 20, index > 0,
      isGlued(index + 1), index + 1 < tokens.count, lexicon[.decadeSuffix].contains(tokens[index + 1])
    else { return nil }
    let isListed =
      index > 3 && numbers.lexicon.match(tokens, at: index - 1)?.word == .conjunction
      && lexicon[.decadeSuffix].contains(tokens[index - 2])
    let place = isListed ? index - 4 : index - 1
    // 'the early 60s', but 'in her early 20s'
    guard word(place) == .definite || place > 0 && word(place - 1) == .definite && isEdge(place) else { return nil }
    return TimeCandidate(
      index..<index + 2, .date, .decade((number < 30 ? 200 : 190) + number / 10), rule: "time/decade",
      takesDeterminer: true)
  }

  /// `années 1990`, `década de 1990`, `años 90`, `vitet 1990`: a year of ten behind the word for years.
  func decadeBehind(_ index: Int) -> TimeCandidate? {
    guard lexicon[.decadePrefix].contains(tokens[index]) else { return nil }
    var next = index + 1
    if continues(next), word(next) == .of { next += 1 }
    // 'anni ’90'
    if isMark(next, "'") || isMark(next, "’"), isGlued(next + 1) { next += 1 }
    guard continues(next), let number = plain(next), number % 10 == 0 else { return nil }
    let decade: Int
    switch tokens[next].range.count {
    case 4 where (1500...2090).contains(number): decade = number / 10
    case 2: decade = (number < 30 ? 200 : 190) + number / 10
    default: return nil
    }
    return TimeCandidate(index..<next + 1, .date, .decade(decade), rule: "time/decade", takesDeterminer: true)
  }

  /// `’82`, behind a preposition.
  func apostropheYear(at index: Int) -> TimeCandidate? {
    guard isPreposition(index - 1), isGlued(index + 1), index + 1 < tokens.count, let year = plain(index + 1),
      tokens[index + 1].range.count == 2, !isGlued(index + 2) || !isMark(index + 2, "'"),
      tokens[index].flags.contains(.spaceBefore),
      index + 2 >= tokens.count || tokens[index + 2].kind != .word || !isGlued(index + 2)
    else { return nil }
    return TimeCandidate(
      index..<index + 2, .date, .calendar(year: year + (year < 30 ? 2000 : 1900), month: nil, day: nil),
      rule: "time/apostrophe-year")
  }

  /// `’90s`.
  func apostropheDecade(at index: Int) -> TimeCandidate? {
    guard isMark(index, "'") || text.folds(tokens[index].range, to: "’") || text.folds(tokens[index].range, to: "‘")
    else {
      return nil
    }
    guard isGlued(index + 1), index + 1 < tokens.count, let decade = plain(index + 1),
      tokens[index + 1].range.count == 2, decade % 10 == 0, index + 2 < tokens.count, isGlued(index + 2),
      lexicon[.decadeSuffix].contains(tokens[index + 2])
    else { return apostropheYear(at: index) }
    return TimeCandidate(
      index..<index + 3, .date, .decade((decade < 30 ? 200 : 190) + decade / 10), rule: "time/decade",
      takesDeterminer: true)
  }

  /// Whether four bare digits are a year, not an amount, a part of a name or a house number.
  func isBareYear(_ index: Int, _ year: Int, hasMonth: Bool) -> Bool {
    let isUsual = (1700...2060).contains(year)
    let next = index + 1
    if isGlued(next) {
      if isMark(next, "%")
        || tokens[next].kind == .word && !isCaseEnding(next) && !isPossessive(next)
      {
        return false
      }
      if isMark(next, ":") && isGlued(next + 1) || tokens[next].kind == .symbol { return false }
      if isMark(next, "/"), isGlued(next + 1), year < 1900 { return false }
    }
    if isPercentOrScale(next) { return false }
    if hasMonth { return isUsual }
    guard index > 0 else { return isUsual && !isPluralNoun(next) }
    let previous = tokens[index - 1]
    if previous.kind == .symbol { return false }
    if isGlued(index), previous.kind == .word || previous.kind == .number { return false }
    if isMark(index - 1, "-"), isGlued(index), index >= 2, isGlued(index - 1), tokens[index - 2].kind == .word {
      // 'mid-2023' is one, 'COVID-2019' is none.
      if case .edge? = word(index - 2) { return true }
      return false
    }
    if isMark(index - 1, "+") || isMark(index - 1, "#") || isMark(index - 1, "№") { return false }
    if isPreposition(index - 1), !isApproximation(index - 1) {
      return isUsual || (lexicon[.beforeOddYear].contains(previous) && !isPluralNoun(next))
        || isRangeOfYears(index)
    }
    guard isUsual else { return false }
    if isApproximation(index - 1) || isLabel(index - 1) { return false }
    if continues(next), lexicon[.behindFigure].contains(tokens[next]), previous.flags.contains(.capitalised) {
      return false
    }
    // '2000 soldiers' is an amount, 'the 2010 elections' is not.
    if isPluralNoun(next), !(index > 0 && isDeterminer(index - 1)) { return false }
    return true
  }

  /// Whether the year is the first or the second of `between 1410 and 1440`.
  func isRangeOfYears(_ index: Int) -> Bool {
    let isFirst = continues(index + 1) && isPreposition(index + 1) && year(index + 2) != nil && !isPluralNoun(index + 3)
    let isSecond = index >= 3 && year(index - 2) != nil && isPreposition(index - 3) && !isPluralNoun(index + 1)
    return isFirst && tokens[index + 1].range.count <= 3 || isSecond
  }

  func isApproximation(_ index: Int) -> Bool {
    if word(index) == .approximate { return true }
    // 'more than 1900', 'at least 2000'
    return index >= 1 && word(index - 1) == .approximate && after(index - 1) == index + 1
  }

  func isDeterminer(_ index: Int) -> Bool {
    word(index) == .definite || isPossessive(index) || lexicon[.owner].contains(tokens[index])
  }

  /// The `’s` of `Europe’s`.
  func isPossessive(_ index: Int) -> Bool {
    numbers.lexicon.possessives.contains(tokens[index].range, in: text)
  }

  /// `Resolution 1244`, `Flight 1549`: the number of a thing.
  func isLabel(_ index: Int) -> Bool {
    numbers.lexicon.labels.table.contains(tokens[index])
  }

  func isPluralNoun(_ index: Int) -> Bool {
    guard continues(index), tokens[index].kind == .word, !tokens[index].flags.contains(.capitalised),
      entries[index] < 0
    else { return false }
    return numbers.lexicon.nouns.isPlural(tokens[index], in: text)
  }
}
