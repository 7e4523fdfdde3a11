import CopydeskText

/// Finds the noun phrases round a verb.
struct NounPhraseFinder: Sendable {
  let scene: SpeechScene
  let reader: NounPhraseReader

  init(scene: SpeechScene) {
    self.scene = scene
    reader = NounPhraseReader(scene: scene)
  }

  /// What stands where the subject of a verb is looked for.
  enum Subject {
    case phrase(NounPhrase)
    /// The verb shares the subject of the one before: `warned that … and urged`.
    case shared
    case none
  }

  static let reach = NounPhraseReader.reach

  // MARK: - Before the verb

  /// The subject before a verb.
  func subject(before verb: Int, floor: Int) -> Subject {
    var end = verb
    while end > floor {
      let previous = end - 1
      if scene.spanAt[previous] >= 0 { return .none }
      let type = scene.classes[previous]
      // `has since said`
      let isSince = type == .subordinator && previous > floor && isAuxiliary(previous - 1)
      if type == .adverb || type == .negation || isSince || isAuxiliary(previous) || isFloating(previous) {
        end = previous
      } else if let start = timeStart(endingAt: end, floor: floor) {
        end = start
      } else {
        break
      }
    }
    guard end > floor else { return .shared }
    let last = end - 1
    if scene.isPunctuation(last, ",") {
      return phraseWithApposition(closingComma: last, floor: floor).map { .phrase($0) } ?? .shared
    }
    if scene.isDash(last), let phrase = phraseWithInsertion(closing: last, floor: floor, isDash: true) {
      return .phrase(phrase)
    }
    if scene.isPunctuation(last, ")"), let phrase = phraseWithInsertion(closing: last, floor: floor, isDash: false) {
      return .phrase(phrase)
    }
    let type = scene.classes[last]
    if type == .coordinator || type == .infinitive { return .shared }
    if type == .relative { return relativeSubject(last, floor: floor) }
    if type == .that, let phrase = phrase(endingAt: last, floor: floor) {
      // `released a letter that says`
      guard let article = phrase.tokens.last(where: { scene.classes[$0] == .determiner }) else {
        return .phrase(phrase)
      }
      return .phrase(NounPhrase(article..<last))
    }
    return phrase(endingAt: end, floor: floor).map { .phrase($0) } ?? .shared
  }

  /// `have all urged`
  private func isFloating(_ index: Int) -> Bool { scene.language.floating.contains(scene.tokens[index]) }

  /// `X, who led the inquiry`: the antecedent of *who*.
  private func relativeSubject(_ relative: Int, floor: Int) -> Subject {
    let end = scene.isPunctuation(relative - 1, ",") ? relative - 1 : relative
    guard end > floor, var phrase = phrase(endingAt: end, floor: floor) else {
      return .phrase(NounPhrase(relative..<relative + 1))
    }
    phrase.pronoun = relative
    return .phrase(phrase)
  }

  /// `an item suggesting`, `with one in five saying`, `quoted Ann Lee as saying`: the noun phrase right before a participle.
  func subject(ofParticiple verb: Int, floor: Int) -> NounPhrase? {
    var last = verb - 1
    let isObject = last > floor && scene.language.comments.contains(scene.tokens[last])
    if isObject { last -= 1 }
    guard last >= floor, scene.isWord(last), scene.spanAt[last] < 0 else { return nil }
    // From the preposition of `with X saying`, the verb of `quoted X as saying` or the article on.
    for start in stride(from: last, through: max(floor, last - 12), by: -1) {
      let opens =
        start == floor || scene.language.absolutes.contains(scene.tokens[start - 1]) || isObject && isCue(start - 1)
      if opens, let phrase = reader.phrase(from: start, limit: last + 1, isClosed: true),
        phrase.tokens.upperBound == last + 1, start > floor || isObject
      {
        return phrase
      }
      if !scene.isWord(start) && scene.entityAt[start] < 0 && !scene.isPossessive(start) || scene.spanAt[start] >= 0 {
        break
      }
    }
    if isObject { return nil }
    if scene.entityAt[last] >= 0 { return NounPhrase(scene.entityStart(at: last)..<verb) }
    guard scene.classes[last] == .other else { return nil }
    for start in stride(from: last - 1, through: max(floor, last - 3), by: -1) {
      if scene.classes[start] == .determiner { return NounPhrase(start..<verb) }
      if scene.classes[start] != .other || !scene.isWord(start) { return nil }
    }
    return nil
  }

  private func isCue(_ index: Int) -> Bool {
    index >= 0 && scene.cueAt[index] >= 0 && !scene.cues[Int(scene.cueAt[index])].uses.contains(.nounlike)
  }

  /// The noun phrase that ends before a token.
  func phrase(endingAt end: Int, floor: Int) -> NounPhrase? {
    guard end > floor else { return nil }
    if scene.classes[end - 1].isPronoun { return NounPhrase(end - 1..<end) }
    if scene.isPunctuation(end - 1, ")") { return phraseWithInsertion(closing: end - 1, floor: floor, isDash: false) }
    let limit = max(floor, end - Self.reach)
    var start = end
    while start > limit {
      if !isBoundary(start - 1, start: start, end: end, floor: limit) {
        start -= 1
      } else if scene.classes[start - 1] == .relative, start - 1 > limit, scene.isWord(start - 2),
        scene.spanAt[start - 2] < 0
      {
        start -= 1
      } else if scene.spanAt[start - 1] < 0, scene.tokens[start - 1].kind != .punctuation,
        let antecedent = relative(before: start - 1, floor: limit)
      {
        // `prosecutors who visited the site said`: on to what stands before the relative clause.
        start = antecedent
      } else {
        break
      }
    }
    // A verb and its object are no subject: `Inc., which runs a mine in Iowa, …`, but `which fans say`.
    if start > limit, start + 1 < end, scene.classes[start - 1] == .relative, scene.classes[start] == .other,
      scene.entityAt[start] < 0, scene.classes[start + 1] == .determiner || scene.isFinite(start)
    {
      return nil
    }
    return subject(in: start..<end)
  }

  /// The relative pronoun that governs a verb, if one stands shortly before it.
  private func relative(before verb: Int, floor: Int) -> Int? {
    var index = verb - 1
    while index > floor, verb - index <= 10 {
      if scene.classes[index] == .relative { return scene.isPunctuation(index - 1, ",") ? nil : index }
      if scene.tokens[index].kind == .punctuation || scene.spanAt[index] >= 0 { return nil }
      index -= 1
    }
    return nil
  }

  /// Whether a noun phrase cannot reach over the token.
  private func isBoundary(_ index: Int, start: Int, end: Int, floor: Int) -> Bool {
    if scene.spanAt[index] >= 0 { return true }
    let token = scene.tokens[index]
    if token.kind == .punctuation {
      // `Sgt. Nora Vance`, `NATO-led`, `O'Malley's`, `62%`
      if scene.isPunctuation(index, ".") {
        return index + 1 >= scene.tokens.count || scene.tokens[index + 1].flags.contains(.sentenceStart)
      }
      return !(scene.isPunctuation(index, "-'/&%$") && !scene.isDash(index) || scene.isApostrophe(index))
    }
    // `the right-to-die movement`
    if scene.entityAt[index] >= 0 || index > floor && scene.isGlued(index - 1) { return false }
    switch scene.classes[index] {
    case .infinitive: return !scene.isPreposition(index)
    case .that, .whether, .subordinator, .finite, .relative, .negation, .he, .she, .it, .they, .speechPerson,
      .otherPronoun:
      return true
    case .coordinator:
      // `Kurti and Rama said`, but not `he arrived and Rama said`.
      return index == start || !joins(index, end: end, floor: floor)
    default:
      return scene.cueAt[index] >= 0 && !scene.cues[Int(scene.cueAt[index])].uses.contains(.nounlike)
    }
  }

  /// Whether a coordinator joins two noun phrases, as far as the words beside it show.
  private func joins(_ index: Int, end: Int, floor: Int) -> Bool {
    guard scene.language.joiners.contains(scene.tokens[index]), index > floor, index + 1 < scene.tokens.count else {
      return false
    }
    let before = index - 1
    if scene.entityAt[before] >= 0, scene.entityAt[index] == scene.entityAt[before] { return true }
    func isName(_ token: Int) -> Bool { scene.entityAt[token] >= 0 || scene.isCapitalised(token) }
    if isName(before), isName(index + 1) { return true }
    // `NATO and the EU`, `the mayor and his deputy`: where the first could be the subject as well.
    guard let next = reader.core(from: index + 1, limit: end, isClosed: true), opensNoun(next) else { return false }
    var left = before
    while left >= floor, scene.spanAt[left] < 0, scene.tokens[left].kind != .punctuation || scene.isGlued(left),
      scene.entityAt[left] >= 0 || scene.classes[left] == .other || scene.classes[left] == .determiner
        || scene.classes[left] == .preposition || scene.tokens[left].kind == .number,
      !isCue(left),
      scene.entityAt[left] >= 0 || !scene.isFinite(left) || scene.language.roles.contains(scene.tokens[left])
    {
      left -= 1
    }
    guard left + 1 < index, let first = reader.core(from: left + 1, limit: index, isClosed: true), opensNoun(first)
    else {
      return false
    }
    guard left >= floor, !scene.tokens[left + 1].flags.contains(.sentenceStart) else { return true }
    switch scene.classes[left] {
    case .that, .subordinator, .coordinator: return true
    default: return scene.isPunctuation(left, ",:;") || scene.isDash(left)
    }
  }

  private func opensNoun(_ core: Range<Int>) -> Bool {
    scene.classes[core.lowerBound] == .determiner
      || core.contains { scene.entityAt[$0] >= 0 || scene.language.isPerson(scene.tokens[$0]) }
      || scene.language.roles.contains(scene.tokens[core.upperBound - 1])
      || scene.hasEnding(core.upperBound - 1, scene.language.pluralEndings)
  }

  /// The subject among the words before a verb: `On Monday Kurti said`, `In a statement the ministry said`, `Monday at the
  /// shipyard Rep. Olga Stern said`. What a preposition or a time opens is not it.
  private func subject(in tokens: Range<Int>) -> NounPhrase? {
    let end = tokens.upperBound
    var start = tokens.lowerBound
    func skipMarks() {
      while start < end, scene.entityAt[start] < 0,
        scene.classes[start] == .coordinator || scene.classes[start] == .adverb
          || scene.tokens[start].kind == .punctuation && !scene.isPunctuation(start, "$")
      {
        start += 1
      }
    }
    skipMarks()
    // `according to U.S. Census estimates`: a noun, no verb.
    if start < end, scene.entityAt[start] < 0, scene.language.sources.longestMatch(scene.tokens, at: start) != nil {
      return nil
    }
    let first = start
    while start < end, scene.entityAt[start] < 0, scene.classes[start] == .preposition || scene.classes[start] == .time
    {
      if isApproximate(start, end: end) {
        start += 1
        break
      }
      let isTime = scene.classes[start] == .time
      let next = isTime ? start : start + 1
      guard let core = reader.core(from: next, limit: end, isClosed: true) else { break }
      // `Monday evening`, but `last year's winner said`
      if isTime, core.upperBound >= end { break }
      start = core.upperBound
      skipMarks()
    }
    // `In Oslo commuters said`, `In a statement Kurti said`: what stands right before the verb.
    if start >= end, first + 1 < end, scene.entityAt[first] < 0, scene.classes[first] == .preposition {
      start = scene.language.origins.contains(scene.tokens[first]) ? first + 1 : lastNoun(first..<end)
    }
    guard start < end, (start..<end).contains(where: scene.isWord) else { return nil }
    guard var phrase = reader.phrase(from: start, limit: end, isClosed: true) else {
      return NounPhrase(start..<end)
    }
    phrase.tokens = phrase.tokens.lowerBound..<end
    return phrase
  }

  /// `About a third of the pupils`, `over 40 drivers`: a preposition that only makes a number vague.
  private func isApproximate(_ index: Int, end: Int) -> Bool {
    guard scene.language.approximators.contains(scene.tokens[index]), index + 2 < end else { return false }
    return scene.tokens[index + 1].kind == .number
      || scene.language.indefinites.contains(scene.tokens[index + 1]) && !isTime(index + 2)
  }

  /// The last name with its title, or what the last article opens; the end where that is the object of the preposition.
  private func lastNoun(_ tokens: Range<Int>) -> Int {
    var index = tokens.upperBound - 1
    if scene.entityAt[index] >= 0 {
      index = max(tokens.lowerBound, scene.entityStart(at: index))
      while index > tokens.lowerBound + 1, scene.isCapitalised(index - 1) || scene.isPunctuation(index - 1, "."),
        scene.classes[index - 1] == .other, scene.entityAt[index - 1] < 0
      {
        index -= 1
      }
      return index
    }
    while index > tokens.lowerBound, scene.classes[index] != .determiner {
      if scene.entityAt[index - 1] >= 0, !scene.isPossessive(index) { return index }
      index -= 1
    }
    return index > tokens.lowerBound + 1 ? index : tokens.upperBound
  }

  // MARK: - Behind the verb

  /// Whether a noun phrase may start at the token.
  func opensPhrase(_ index: Int) -> Bool {
    guard index < scene.tokens.count, scene.isWord(index), scene.spanAt[index] < 0 else { return false }
    if scene.entityAt[index] >= 0 { return true }
    if isTime(index) { return false }
    switch scene.classes[index] {
    case .determiner, .he, .she, .it, .they, .speechPerson, .otherPronoun: return true
    case .other: return scene.isCapitalised(index) || scene.language.roles.contains(scene.tokens[index])
    default: return false
    }
  }

  /// The noun phrase that starts at a token, with its apposition.
  func phrase(startingAt start: Int, end: Int, isCertain: Bool = false) -> NounPhrase? {
    // Behind `…," said` comes the speaker: `economist Bea Lindt`.
    let opens =
      start < end && (opensPhrase(start) || isCertain && scene.classes[start] == .other && scene.isWord(start))
    guard opens, var phrase = reader.phrase(from: start, limit: end, isClosed: false) else { return nil }
    let stop = phrase.tokens.upperBound
    if scene.isPunctuation(stop, ","), stop + 1 < end, opensPhrase(stop + 1), !scene.classes[stop + 1].isPronoun,
      let apposed = reader.phrase(from: stop + 1, limit: end, isClosed: false)
    {
      let close = apposed.tokens.upperBound
      if close == end || scene.tokens[close].kind == .punctuation || scene.spanAt[close] >= 0
        || scene.classes[close] == .relative
      {
        phrase.apposition = apposed.tokens
        phrase.tokens = start..<close
      }
    }
    return phrase
  }

  // MARK: - Words between subject and verb

  private func isAuxiliary(_ index: Int) -> Bool {
    guard scene.classes[index] == .finite else { return false }
    return scene.language.auxiliaries.count == 0 || scene.language.auxiliaries.contains(scene.tokens[index])
  }

  /// Whether the token names a time: a day, a month.
  func isTime(_ index: Int) -> Bool { scene.classes[index] == .time }

  /// The start of `on September 27` or `Friday` before a verb.
  private func timeStart(endingAt end: Int, floor: Int) -> Int? {
    var start = end
    var hasTime = false
    while start > floor, isTime(start - 1) || scene.tokens[start - 1].kind == .number {
      if isTime(start - 1) { hasTime = true }
      start -= 1
    }
    guard hasTime, start > floor else { return nil }
    while start > floor, scene.language.timeLeaders.contains(scene.tokens[start - 1]) { start -= 1 }
    return start > floor ? start : nil
  }
}
