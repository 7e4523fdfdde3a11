import CopydeskText

/// What a bare number counts.
extension QuantityScanner {
  /// The noun phrase behind a number, without determiner and post-modifiers: `armed and masked men`.
  func counted(after index: Int, _ amount: Amount) -> String? {
    guard let tokens = countedTokens(after: index, amount) else { return nil }
    return text[document.range(ofTokens: tokens)]
  }

  func countedTokens(after index: Int, _ amount: Amount) -> Range<Int>? {
    guard !words.isSparse else { return nil }
    var start = afterEnding(index)
    guard continues(start), !isTold(start) else { return nil }
    // '27 x 20'
    if words.counted.by.contains(tokens[start]), continues(start + 1), tokens[start + 1].kind == .number { return nil }
    if words.of.contains(tokens[start]) {
      // 'hundreds of protesters', 'half of the seats', 'one of the students'; not 'some 40 of its roughly 60 tanks'.
      start += 1
      if continues(start), words.determiners.contains(tokens[start]) { start += 1 }
      guard continues(start), tokens[start].kind == .word, words.modifierTable.longestMatch(tokens, at: start) == nil
      else { return nil }
      if let name = possessor(at: start) { start = name }
    } else if words.determiners.contains(tokens[start]), amount.number.isFraction || amount.number.value == 12 {
      start += 1
    } else if isMark(start, "-"), isGlued(start), isGlued(start + 1), continues(start + 1),
      tokens[start + 1].kind == .word
    {
      // 'a four-cylinder engine' counts cylinders; 'fell to zero—proof enough' counts none.
      guard !amount.number.isOne, !words.stops.contains(tokens[start + 1]), !isParticiple(tokens[start + 1]) else {
        return nil
      }
      if words.counted.strong.contains(tokens[start + 1]) { return nil }
      return start + 1..<start + 2
    }
    if continues(start), words.counted.fillers.contains(tokens[start]) { start += 1 }
    // 'roughly half going to charity'
    if amount.number.isFraction, start == index, continues(start), isParticiple(tokens[start]) { return nil }
    // 'eight million 250ml bottles' counts bottles.
    if continues(start), tokens[start].kind == .number, !isGlued(start), !amount.number.isOne,
      let measure = self.amount(at: start), measure.unit != nil, measure.tokens.count <= 4
    {
      return nounPhrase(at: measure.tokens.upperBound, isPlural: true).flatMap { noun in
        numbers.lexicon.nouns.isPlural(tokens[noun.upperBound - 1], in: text) ? noun : nil
      }
    }
    return nounPhrase(at: start, isPlural: amount.number.value != 1 || amount.low != nil || start > index)
  }

  /// Passes `Johnson's` of `two of Johnson's deputies`.
  private func possessor(at index: Int) -> Int? {
    var next = index
    while next < index + 3, continues(next), tokens[next].kind == .word, tokens[next].flags.contains(.capitalised) {
      next += 1
    }
    guard next > index, continues(next),
      isPossessive(tokens[next])
    else { return nil }
    return next + 1
  }

  /// The noun phrase at the token: up to the last plural before anything that ends a phrase.
  private func nounPhrase(at start: Int, isPlural: Bool) -> Range<Int>? {
    if words.nouns != .plural { return nounByForm(at: start) }
    var index = start
    var lastPlural: Int?
    var end = start
    while index < tokens.count, index < start + 8, index == start || continues(index) {
      let token = tokens[index]
      if token.kind != .word {
        // 'Serb-majority municipalities'
        if isDash(index), isGlued(index), isGlued(index + 1), index > start, continues(index + 1),
          tokens[index + 1].kind == .word
        {
          index += 1
          continue
        }
        // 'two new 737 Max jets', 'thousands of COVID-19 tests', '40 Model 3 sedans'
        if index > start, isInnerNumber(index) {
          index += isDash(index) ? 2 : 1
          continue
        }
        break
      }
      if words.and.contains(token) {
        // 'armed and masked men': two adjectives before one noun; 'officers and soldiers' ends at the first.
        guard lastPlural == nil, index > start, continues(index + 1),
          isAdjective(tokens[index - 1]) && isAdjective(tokens[index + 1]) || areNames(index - 1, index + 1)
        else { break }
        index += 1
        continue
      }
      if isGluedHyphen(before: index), index > start {
        index += 1
        end = index
        continue
      }
      // '20 freshly painted trams'
      if isAdverb(token), index == start, continues(index + 1), isParticiple(tokens[index + 1]) {
        index += 2
        continue
      }
      if words.stops.contains(token) || isPossessive(token) || isAdverb(token) { break }
      if lastPlural == index - 1 {
        // Behind a plural only another noun of the phrase counts on: 'sports clubs', not 'people attended'.
        guard words.counted.compounding.contains(tokens[index - 1]), numbers.lexicon.nouns.isPlural(token, in: text)
        else { break }
      }
      if numbers.lexicon.nouns.isPlural(token, in: text), !isNameGoingOn(index) { lastPlural = index }
      index += 1
      end = index
    }
    if let lastPlural, isPlural { return start..<lastPlural + 1 }
    guard end > start else { return nil }
    return isPlural ? singularOfMany(start, end) : singular(start, end)
  }

  /// Whether the next word belongs to the same name: `three Kansas City turnovers`.
  private func isNameGoingOn(_ index: Int) -> Bool {
    let next = index + 1
    return tokens[index].flags.contains(.capitalised) && continues(next) && tokens[next].kind == .word
      && tokens[next].flags.contains(.capitalised) && !isTold(next)
  }

  /// Whether both words look like names: `Model S and Model X vehicles`.
  private func areNames(_ first: Int, _ second: Int) -> Bool {
    tokens[first].flags.contains(.capitalised) && tokens[second].flags.contains(.capitalised)
      && tokens[second].kind == .word
  }

  /// Whether digits are part of a name inside a noun phrase, so that a word of it follows.
  private func isInnerNumber(_ index: Int) -> Bool {
    var number = index
    if isDash(index), isGlued(index + 1), tokens[index - 1].flags.contains(.capitalised) { number += 1 }
    guard number < tokens.count, tokens[number].kind == .number, tokens[number].range.count <= 4,
      DigitParser.plainInteger(tokens[number], in: text) != nil, continues(number + 1), !isGlued(number + 1),
      tokens[number + 1].kind == .word, !words.stops.contains(tokens[number + 1])
    else { return false }
    return isAdjective(tokens[index - 1]) || tokens[index - 1].flags.contains(.capitalised)
  }

  /// German: up to the first capital; where nothing marks a noun: the first word.
  private func nounByForm(at start: Int) -> Range<Int>? {
    var index = start
    while index < start + 4, index == start || continues(index), index < tokens.count, tokens[index].kind == .word,
      !words.stops.contains(tokens[index])
    {
      if words.nouns == .none || tokens[index].flags.contains(.capitalised) { return start..<index + 1 }
      index += 1
    }
    return nil
  }

  /// `a 12 page document`, `36,000 staff`, `10,000 dead`: the first word, if it can be a noun.
  private func singularOfMany(_ start: Int, _ end: Int) -> Range<Int>? {
    let token = tokens[start]
    if isParticiple(token) || token.flags.contains(.initialism) || words.counted.lone.contains(token) { return nil }
    // 'a score of 7 indicates success'
    if numbers.lexicon.nouns.singular.contains(token) { return nil }
    if token.flags.contains(.capitalised) {
      // '787 Dreamliner', '1,307,000 Americans'
      return nil
    }
    return start..<start + 1
  }

  /// `one police officer`: adjectives up to the noun, then nouns up to a verb.
  private func singular(_ start: Int, _ end: Int) -> Range<Int>? {
    var index = start
    while index < end - 1, isAdjective(tokens[index]), !words.counted.nounsLikeAdjectives.contains(tokens[index]) {
      index += 1
    }
    if isParticiple(tokens[index]) && !isAdjective(tokens[index]) { return nil }
    // 'one renewable-energy plant', 'one well-known critic'
    while index + 3 < end + 1, isDash(index) || isDash(index + 1) {
      index += isDash(index) ? 2 : 3
    }
    while index < end - 1, isAdjective(tokens[index]), !words.counted.nounsLikeAdjectives.contains(tokens[index]) {
      index += 1
    }
    guard index < end else { return nil }
    return start..<index + 1
  }

  // MARK: What a word's form tells

  private func isGluedHyphen(before index: Int) -> Bool { index > 0 && isDash(index - 1) && isGlued(index) }

  func isPossessive(_ token: Token) -> Bool {
    numbers.lexicon.possessives.contains(token.range, in: text)
  }

  private func isAdverb(_ token: Token) -> Bool {
    words.counted.adverbs.matchEnd(of: token.range, in: text) && !words.counted.noAdverbs.contains(token)
  }

  private func isParticiple(_ token: Token) -> Bool {
    words.counted.participles.matchEnd(of: token.range, in: text)
  }

  func isAdjective(_ token: Token) -> Bool {
    words.counted.adjectives.contains(token) || words.counted.adjectiveEndings.matchEnd(of: token.range, in: text)
  }
}
