import CopydeskText

/// Reads a noun phrase from its first word on: no tagger, but closed word lists, capitals and entities.
struct NounPhraseReader: Sendable {
  let scene: SpeechScene

  private var language: ReportingLanguage { scene.language }

  /// The longest noun phrase, in tokens.
  static let reach = 40

  // MARK: - One noun

  /// One noun with what stands before it: `the 34-year-old sailor`, `US Secretary`, `62%`, `Mayor Ana Petrić`.
  ///
  /// - Parameter isClosed: whether all up to the limit is the phrase, so that no word of it is a verb.
  func core(from start: Int, limit: Int, isClosed: Bool) -> Range<Int>? {
    guard start < limit, scene.spanAt[start] < 0 else { return nil }
    if scene.classes[start].isPronoun { return start..<start + 1 }
    if language.objectPronouns.contains(scene.tokens[start]), start + 1 >= limit || scene.classes[start] != .determiner
    {
      return start..<start + 1
    }
    var index = start
    var hasNoun = false
    scan: while index < limit, scene.spanAt[index] < 0 {
      if scene.isPossessive(index) {
        hasNoun = false
      } else if scene.entityAt[index] >= 0 {
        let entity = scene.entityAt[index]
        index = min(limit, scene.entityEnd(at: index))
        hasNoun = true
        // A person's name closes the noun before another name: `Petrić | Voss`, but `Petrić's lawyer`, `Petrić aide Voss`.
        if index < limit, closes(Int(entity), before: index, limit: limit, isClosed: isClosed) { break }
        continue
      } else if scene.tokens[index].kind == .punctuation {
        guard isPart(index, start: start, limit: limit) else { break }
      } else if scene.tokens[index].kind == .number {
        hasNoun = true
      } else {
        switch scene.classes[index] {
        // `the right-to-die movement`
        case _ where index > start && scene.isGlued(index - 1): hasNoun = true
        case .determiner where !hasNoun && (index == start || scene.classes[index - 1] == .determiner): break
        // `a later mayor`
        case .adverb where index > start && !hasNoun && index + 1 < limit: break
        // `a 34-year-old sailor`, `the night clinic` and all of `Monday evening` are no end.
        case .time
        where index == start || scene.isPunctuation(index - 1, "-") || scene.classes[index - 1] == .time
          || !hasNoun && index + 1 < limit && scene.isWord(index + 1) && scene.classes[index + 1] == .other:
          break
        case .other:
          if hasNoun, isVerb(index, limit: limit, isClosed: isClosed) { break scan }
          // `the widely reported flaw`: a participle before its noun.
          if !scene.hasEnding(index, language.pastEndings) || index + 1 >= limit { hasNoun = true }
        default: break scan
        }
      }
      index += 1
    }
    while index > start, scene.tokens[index - 1].kind == .punctuation, !scene.isPunctuation(index - 1, "%.") {
      index -= 1
    }
    guard index > start, (start..<index).contains(where: scene.isWord) else { return nil }
    // `the` alone is no noun, `those` is.
    let isPronoun = index < limit && language.bindings.contains(scene.tokens[index])
    return hasNoun || isPronoun || !language.isArticle(scene.tokens[index - 1]) ? start..<index : nil
  }

  private func closes(_ entity: Int, before next: Int, limit: Int, isClosed: Bool) -> Bool {
    let isPerson = scene.entities[entity].type == .person
    if scene.entityAt[next] >= 0 { return isPerson }
    return !isClosed && (isPerson || !language.has(.knownVerbs)) && !leadsToNoun(next, limit: limit)
  }

  /// Whether a name before the token goes with a noun: `Petrić's lawyer`, `Petrić campaign spokesman Voss`, but not
  /// German `Laut Petrić sank …`, where no list knows the verb.
  private func leadsToNoun(_ index: Int, limit: Int) -> Bool {
    if scene.isPossessive(index) || scene.isGlued(index) { return true }
    for next in index..<min(limit, index + 3) {
      if language.roles.contains(scene.tokens[next]) { return true }
      guard scene.classes[next] == .other, scene.entityAt[next] < 0, scene.isWord(next), scene.cueAt[next] < 0 else {
        return false
      }
    }
    return false
  }

  /// `Sgt. Vance`, `NATO-led`, `62%`: marks inside a noun.
  private func isPart(_ index: Int, start: Int, limit: Int) -> Bool {
    if scene.isPunctuation(index, ".") { return index > start && !scene.isStop(index, end: scene.tokens.count) }
    if scene.isPunctuation(index, "%") { return index > start }
    if scene.isApostrophe(index) { return index > start && index + 1 < limit }
    return scene.isPunctuation(index, "-/&$") && !scene.isDash(index) && index + 1 < limit
  }

  private func isVerb(_ index: Int, limit: Int, isClosed: Bool) -> Bool {
    if language.roles.contains(scene.tokens[index]) { return false }
    if scene.cueAt[index] >= 0 { return !scene.cues[Int(scene.cueAt[index])].uses.contains(.nounlike) }
    // `A study published in Nature says`: the participle goes with the noun.
    return isClosed ? isPostmodifier(index, limit: limit) : scene.isFinite(index)
  }

  /// `published` of `A study published in Nature`.
  private func isPostmodifier(_ index: Int, limit: Int) -> Bool {
    index + 1 < limit && scene.isWord(index) && scene.entityAt[index] < 0
      && (scene.hasEnding(index, language.pastEndings) || scene.hasEnding(index, language.participleEndings))
      && scene.classes[index + 1] == .preposition
  }

  // MARK: - A phrase

  /// The phrase that starts at a token: its noun, and what prepositions bring to it.
  func phrase(from start: Int, limit: Int, isClosed: Bool) -> NounPhrase? {
    let limit = min(limit, start + Self.reach)
    guard let core = core(from: start, limit: limit, isClosed: isClosed) else { return nil }
    var phrase = NounPhrase(core)
    if scene.classes[start].isPronoun { return phrase }
    var last = core
    while last.upperBound < limit {
      let end = last.upperBound
      if let complement = complement(at: end, of: last, limit: limit, isClosed: isClosed) {
        last = last.lowerBound..<complement.upperBound
        phrase.whole = start..<complement.upperBound
        if bearsName(core, complement) {
          phrase.head = phrase.whole
          break
        }
        last = complement
      } else if isClosed, isPostmodifier(end, limit: limit) {
        last = end..<end + 1
      } else {
        break
      }
    }
    // `Secretary of State for Europe and Eurasia`: the *and* joins what stands behind the preposition.
    while last != core, let joiner = joiner(after: phrase.whole.upperBound, limit: limit),
      let next = self.core(from: joiner + 1, limit: limit, isClosed: isClosed)
    {
      // `Minister of Trade and Industry Ana Petrić`
      let bearsName = phrase.head == core && bearsName(core, next)
      guard bearsName || isAlike(last, next) else { break }
      phrase.whole = start..<next.upperBound
      if bearsName { phrase.head = phrase.whole }
      last = next
    }
    phrase.tokens = phrase.whole
    guard let joiner = joiner(after: phrase.tokens.upperBound, limit: limit),
      var next = self.phrase(from: joiner + 1, limit: limit, isClosed: isClosed)
    else { return phrase }
    // `Athens Parks and Recreation Director Ana Petrić`: one name for all.
    if isClosed, kind(of: phrase) == .thing, kind(of: next) == .person, !opensPerson(next) {
      return NounPhrase(start..<next.tokens.upperBound, head: start..<next.head.upperBound)
    }
    guard joins(phrase, next, at: joiner, isClosed) else { return phrase }
    // One article, one speaker: `the senator and Democratic candidate`, `The Meteorological and Hydrological Service`.
    if scene.classes[start] == .determiner, scene.classes[next.head.lowerBound] != .determiner, next.others.isEmpty,
      scene.entityAt[phrase.head.upperBound - 1] < 0, !endsInPerson(next),
      kind(of: next) == .description || scene.isCapitalised(phrase.head.upperBound - 1)
    {
      return NounPhrase(
        start..<next.tokens.upperBound, head: start..<next.head.upperBound, whole: start..<next.whole.upperBound)
    }
    next.others.insert(phrase, at: 0)
    next.tokens = start..<next.tokens.upperBound
    return next
  }

  /// The noun behind a preposition that goes with the noun before it: `for the German foreign ministry`.
  private func complement(at index: Int, of noun: Range<Int>, limit: Int, isClosed: Bool) -> Range<Int>? {
    guard scene.entityAt[index] < 0, scene.isWord(index), index + 1 < limit else { return nil }
    let isBinding = language.bindings.contains(scene.tokens[index])
    let isPreposition = scene.classes[index] == .preposition
    guard isBinding || scene.isPreposition(index), isClosed || isBinding || !isPreposition || binds(index) else {
      return nil
    }
    guard let core = core(from: index + 1, limit: limit, isClosed: isClosed) else { return nil }
    // `said the envoy to the council`, but not `said the envoy to the crowd`
    if !isClosed, !isPreposition, !isBinding {
      let isBody =
        language.bodies.contains(scene.tokens[core.upperBound - 1]) || scene.entityAt[core.upperBound - 1] >= 0
      guard isBody, language.isPerson(scene.tokens[index - 1]) else { return nil }
    }
    // `said the mayor on Monday`
    return isClosed || scene.classes[core.lowerBound] != .time ? core : nil
  }

  /// Whether a preposition goes with the noun before it: `spokesman on foreign affairs`, not `said Kurti in Brussels`.
  private func binds(_ index: Int) -> Bool {
    if language.roles.contains(scene.tokens[index - 1]) { return true }
    // `a guide from the alpine club`, but not `Kurti from his office`
    if language.attachments.contains(scene.tokens[index]), scene.entityAt[index - 1] < 0,
      !scene.isCapitalised(index - 1)
    {
      return true
    }
    // `the mission of NATO in Kosovo, KFOR`
    guard scene.entityAt[index + 1] >= 0 else { return false }
    let end = scene.entityEnd(at: index + 1)
    return scene.isPunctuation(end, ",") && end + 1 < scene.tokens.count && scene.entityAt[end + 1] >= 0
  }

  /// Whether a title with a preposition stands before the name that ends the complement: `Secretary of State Ana Petrić`, but
  /// not `the mother of Ana Petrić` or `a spokesman of Mayor Ana Petrić`, who is somebody else.
  private func bearsName(_ title: Range<Int>, _ complement: Range<Int>) -> Bool {
    guard let name = personStart(endingAt: complement.upperBound - 1), name > complement.lowerBound,
      !language.isPerson(scene.tokens[name - 1]),
      !scene.isPunctuation(name - 1, "."), scene.classes[name - 1] != .determiner
    else { return false }
    // `direktor škole za muziku`: the role may have a genitive of its own behind it.
    let role = title.last { language.isPerson(scene.tokens[$0]) }
    if scene.classes[title.lowerBound] != .determiner {
      return role != nil || scene.isCapitalised(title.upperBound - 1)
    }
    guard let role else { return false }
    return scene.isCapitalised(role) || language.titleArticles.contains(scene.tokens[title.lowerBound])
  }

  /// Where the person's name begins that ends at a token; an entity may hold the title too (`Minister for Transport Ana
  /// Petrić`), or be the body before the name.
  func personStart(endingAt last: Int) -> Int? {
    guard let entity = scene.entity(at: last) else { return nil }
    let start = scene.entityStart(at: last)
    switch scene.entities[entity].type {
    case .person:
      guard let link = (start..<last).last(where: { scene.classes[$0] == .preposition }) else { return start }
      return (link + 1..<last).first { scene.isGivenName($0) } ?? start
    case .organization:
      return last - start > 2 && scene.isGivenName(last - 1) ? last - 1 : nil
    default: return nil
    }
  }

  // MARK: - Joint speakers

  /// The *and* behind a phrase, over a comma.
  private func joiner(after end: Int, limit: Int) -> Int? {
    guard end + 1 < limit else { return nil }
    let index = scene.isPunctuation(end, ",") ? end + 1 : end
    return index + 1 < limit && language.joiners.contains(scene.tokens[index]) && scene.entityAt[index] < 0
      ? index : nil
  }

  private func joins(_ one: NounPhrase, _ other: NounPhrase, at joiner: Int, _ isClosed: Bool) -> Bool {
    let (left, right) = (kind(of: one), kind(of: other))
    if isClosed { return left == right || left != .nothing && right != .nothing }
    // `said Dova and Leka.`, but not `said Dova and Leka left`.
    let end = other.tokens.upperBound
    return left == right && left != .nothing && (end >= scene.tokens.count || !scene.isFinite(end))
  }

  /// Whether two nouns are both names of things, or both words that nobody speaks by.
  private func isAlike(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    func speaks(_ core: Range<Int>) -> Bool {
      let noun = core.upperBound - 1
      if let entity = scene.entity(at: noun) { return scene.entities[entity].type == .person }
      return language.isPerson(scene.tokens[noun])
    }
    let isName = scene.entityAt[one.upperBound - 1] >= 0
    return isName == (scene.entityAt[other.upperBound - 1] >= 0) && !speaks(one) && !speaks(other)
      && scene.classes[other.lowerBound] != .determiner
  }

  private func endsInPerson(_ phrase: NounPhrase) -> Bool {
    scene.entity(at: phrase.head.upperBound - 1).map { scene.entities[$0].type == .person } ?? false
  }

  /// Whether a phrase begins as a person's does: by a name, a role or an article.
  private func opensPerson(_ phrase: NounPhrase) -> Bool {
    let first = phrase.head.lowerBound
    return scene.entityAt[first] >= 0 || scene.classes[first] == .determiner || language.isPerson(scene.tokens[first])
      || phrase.head.count == 1
  }

  private enum Kind { case person, thing, description, nothing }

  private func kind(of phrase: NounPhrase) -> Kind {
    let last = phrase.head.upperBound - 1
    if let entity = scene.entity(at: last) { return scene.entities[entity].type == .person ? .person : .thing }
    if scene.classes[phrase.head.lowerBound].isPronoun { return .nothing }
    if scene.isCapitalised(last), scene.classes[last] == .other { return .person }
    return scene.classes[phrase.head.lowerBound] == .determiner || language.roles.contains(scene.tokens[last])
      || scene.hasEnding(last, language.pluralEndings) ? .description : .nothing
  }
}
