import CopydeskText

/// A noun phrase that may be a speaker.
struct NounPhrase: Sendable {
  /// All of it, with appositions and relative clauses.
  var tokens: Range<Int>
  /// From its start to the first preposition, comma or relative clause.
  var head: Range<Int>
  /// The apposition that may hold the name: `the bloc's spokesman, Peter Stano`.
  var apposition: Range<Int>?
  /// The relative pronoun that stands for it.
  var pronoun: Int?
}

/// Finds noun phrases round a verb: no tagger, but closed word lists, capitals and entities.
struct NounPhraseFinder: Sendable {
  let scene: SpeechScene

  /// What stands where the subject of a verb is looked for.
  enum Subject {
    case phrase(NounPhrase)
    /// The verb shares the subject of the one before: `warned that … and urged`.
    case shared
    case none
  }

  /// The longest noun phrase, in tokens.
  private static let reach = 40

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
      if type == .adverb || type == .negation || isSince || isAuxiliary(previous) || isFloating(previous, verb: end) {
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
      if let phrase = phraseWithApposition(closingComma: last, floor: floor) { return .phrase(phrase) }
      return .shared
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
    if type == .that, var phrase = phrase(endingAt: last, floor: floor) {
      // `released a letter that says`
      if let article = phrase.tokens.last(where: { scene.classes[$0] == .determiner }) {
        phrase = NounPhrase(tokens: article..<last, head: article..<last)
      }
      return .phrase(phrase)
    }
    guard let phrase = phrase(endingAt: end, floor: floor) else { return .shared }
    return .phrase(phrase)
  }

  /// `have all urged`
  private func isFloating(_ index: Int, verb: Int) -> Bool {
    scene.language.floating.contains(scene.tokens[index])
  }

  /// `X, who led the inquiry`: the antecedent of *who*.
  private func relativeSubject(_ relative: Int, floor: Int) -> Subject {
    let end = scene.isPunctuation(relative - 1, ",") ? relative - 1 : relative
    guard end > floor, var phrase = phrase(endingAt: end, floor: floor) else {
      return .phrase(NounPhrase(tokens: relative..<relative + 1, head: relative..<relative + 1))
    }
    phrase.pronoun = relative
    return .phrase(phrase)
  }

  /// `an item suggesting`, `footage of Ann Lee asking`: the noun phrase right before a participle.
  func subject(ofParticiple verb: Int, floor: Int) -> NounPhrase? {
    let last = verb - 1
    guard last >= floor, scene.isWord(last), scene.spanAt[last] < 0 else { return nil }
    if scene.entityAt[last] >= 0 {
      var start = last
      while start > floor, scene.entityAt[start - 1] == scene.entityAt[last] { start -= 1 }
      return NounPhrase(tokens: start..<verb, head: start..<verb)
    }
    guard scene.classes[last] == .other else { return nil }
    for start in stride(from: last - 1, through: max(floor, last - 3), by: -1) {
      if scene.classes[start] == .determiner { return NounPhrase(tokens: start..<verb, head: start..<verb) }
      if scene.classes[start] != .other || !scene.isWord(start) { return nil }
    }
    return nil
  }

  /// The noun phrase that ends before a token.
  func phrase(endingAt end: Int, floor: Int) -> NounPhrase? {
    guard end > floor else { return nil }
    if scene.classes[end - 1].isPronoun { return NounPhrase(tokens: end - 1..<end, head: end - 1..<end) }
    let limit = max(floor, end - Self.reach)
    var start = end
    while start > limit, !isBoundary(start - 1, start: start, end: end) {
      start -= 1
      // `prosecutors who visited the site said`: on to what stands before the relative clause.
      if start > limit, scene.isFinite(start - 1) || scene.classes[start - 1] == .infinitive,
        let antecedent = relative(before: start - 1, floor: limit)
      {
        start = antecedent
      }
    }
    start = trimmed(start, end: end)
    guard start < end, (start..<end).contains(where: scene.isWord) else { return nil }
    return NounPhrase(tokens: start..<end, head: start..<headEnd(start, end))
  }

  /// The relative pronoun that governs a verb, if one stands shortly before it.
  private func relative(before verb: Int, floor: Int) -> Int? {
    var index = verb - 1
    while index >= floor, verb - index <= 10 {
      if scene.classes[index] == .relative { return index }
      if scene.tokens[index].kind == .punctuation || scene.spanAt[index] >= 0 { return nil }
      index -= 1
    }
    return nil
  }

  /// Whether a noun phrase cannot reach over the token.
  private func isBoundary(_ index: Int, start: Int, end: Int) -> Bool {
    if scene.spanAt[index] >= 0 { return true }
    let token = scene.tokens[index]
    if token.kind == .punctuation {
      // `Sgt. Nora Vance`, `NATO-led`, `O'Malley's`
      if scene.isPunctuation(index, ".") {
        return index + 1 >= scene.tokens.count || scene.tokens[index + 1].flags.contains(.sentenceStart)
      }
      return !(scene.isPunctuation(index, "-'/&") && !scene.isDash(index))
    }
    if scene.entityAt[index] >= 0 { return false }
    switch scene.classes[index] {
    case .that, .whether, .subordinator, .finite, .relative, .negation, .infinitive, .he, .she, .it, .they,
      .speechPerson,
      .otherPronoun:
      return true
    case .coordinator:
      // `Kurti and Rama said`, but not `he arrived and Rama said`.
      return index == start || !joins(index, start: start)
    default:
      return scene.cueAt[index] >= 0 && !scene.cues[Int(scene.cueAt[index])].uses.contains(.nounlike)
    }
  }

  /// Whether a coordinator joins two noun phrases, as far as the words beside it show.
  private func joins(_ index: Int, start: Int) -> Bool {
    guard scene.language.joiners.contains(scene.tokens[index]), index > 0, index + 1 < scene.tokens.count else {
      return false
    }
    if scene.entityAt[index - 1] >= 0, scene.entityAt[index] == scene.entityAt[index - 1] { return true }
    let (before, after) = (index - 1, index + 1)
    let isNameBefore = scene.entityAt[before] >= 0 || scene.isCapitalised(before)
    let isNameAfter = scene.entityAt[after] >= 0 || scene.isCapitalised(after)
    return isNameBefore == isNameAfter && !scene.isFinite(before)
  }

  private func trimmed(_ first: Int, end: Int) -> Int {
    var start = first
    while start < end {
      let type = scene.classes[start]
      guard type == .coordinator || type == .adverb || scene.tokens[start].kind == .punctuation else { break }
      start += 1
    }
    guard start < end, scene.classes[start] == .preposition, scene.entityAt[start] < 0 else { return start }
    // `On Monday Kurti said`, `In a statement the ministry said`: the last name or the last article opens the subject.
    var index = end - 1
    if scene.entityAt[index] >= 0 {
      while index > start, scene.entityAt[index - 1] == scene.entityAt[index] { index -= 1 }
      while index > start, scene.isCapitalised(index - 1), !isTime(index - 1), scene.classes[index - 1] == .other {
        index -= 1
      }
      return index
    }
    while index > start, scene.classes[index] != .determiner { index -= 1 }
    // `in a later interview said`: the object of the preposition is no subject.
    return index > start + 1 ? index : end
  }

  /// Where the head of a phrase ends: before `of`, `for`, a comma or a relative clause.
  private func headEnd(_ start: Int, _ end: Int) -> Int {
    var index = start + 1
    while index < end {
      let type = scene.classes[index]
      if scene.entityAt[index] < 0 || scene.entityAt[index] != scene.entityAt[index - 1] {
        if type == .preposition, titlesPerson(index, start: start, end: end) { return end }
        if type == .preposition || type == .relative || scene.isPunctuation(index, ",(") { return index }
        if type == .infinitive { return index }
      }
      index += 1
    }
    return end
  }

  /// Whether an *of* stands inside a title before the name that ends the phrase: `Secretary of State Ana Petrić`, but not `the
  /// mother of Ana Petrić` or `a spokesman of Mayor Ana Petrić`, who is somebody else.
  private func titlesPerson(_ preposition: Int, start: Int, end: Int) -> Bool {
    let entity = scene.entityAt[end - 1]
    guard entity >= 0, scene.entities[Int(entity)].type == .person, preposition > start,
      scene.language.bindings.contains(scene.tokens[preposition]), scene.isCapitalised(preposition - 1),
      scene.language.roles.contains(scene.tokens[preposition - 1])
    else { return false }
    var name = end - 1
    while name > preposition + 1, scene.entityAt[name - 1] == entity { name -= 1 }
    let before = name - 1
    return before > preposition && scene.classes[before] == .other && scene.isWord(before)
      && !scene.language.roles.contains(scene.tokens[before])
  }

  /// `Ivana Petrović, who led the inquiry, said`; `the mayor of Peja, Lum Krasniqi, said`.
  private func phraseWithApposition(closingComma comma: Int, floor: Int) -> NounPhrase? {
    let limit = max(floor, comma - 60)
    var index = comma - 1
    while index > limit {
      defer { index -= 1 }
      guard scene.isPunctuation(index, ","), scene.spanAt[index] < 0 else { continue }
      let next = index + 1
      guard next < comma, opensApposition(next) else { continue }
      guard var phrase = phrase(endingAt: index, floor: floor) else { return nil }
      if scene.classes[phrase.tokens.lowerBound].isPronoun { return nil }
      // `Sanders, a senator from Vermont, who is 74, said`: a name further left is the head.
      var left = phrase.tokens.lowerBound - 1
      var steps = 0
      while steps < 3, !endsInPerson(phrase), left > floor, scene.isPunctuation(left, ","),
        let earlier = self.phrase(endingAt: left, floor: floor)
      {
        left = earlier.tokens.lowerBound - 1
        steps += 1
        if endsInPerson(earlier) { phrase = earlier }
      }
      return NounPhrase(
        tokens: phrase.tokens.lowerBound..<comma + 1, head: phrase.head, apposition: next..<comma)
    }
    return nil
  }

  private func endsInPerson(_ phrase: NounPhrase) -> Bool {
    let entity = Int(scene.entityAt[phrase.head.upperBound - 1])
    return entity >= 0 && scene.entities[entity].type == .person
  }

  private func opensApposition(_ index: Int) -> Bool {
    if scene.entityAt[index] >= 0 || scene.isCapitalised(index) || scene.tokens[index].kind == .number { return true }
    switch scene.classes[index] {
    case .determiner, .relative, .preposition: return true
    case .other: return true
    case .adverb: return true
    default: return false
    }
  }

  /// `Rep. Ann Lee (D-Mass.) said`, `Lee — who chairs the board — said`.
  private func phraseWithInsertion(closing: Int, floor: Int, isDash: Bool) -> NounPhrase? {
    var index = closing - 1
    let limit = max(floor, closing - Self.reach)
    while index > limit {
      if isDash ? scene.isDash(index) : scene.isPunctuation(index, "(") {
        guard let phrase = phrase(endingAt: index, floor: floor) else { return nil }
        return NounPhrase(tokens: phrase.tokens.lowerBound..<closing + 1, head: phrase.head)
      }
      index -= 1
    }
    return nil
  }

  // MARK: - Behind the verb

  /// Whether a noun phrase may start at the token.
  func opensPhrase(_ index: Int) -> Bool {
    guard index < scene.tokens.count, scene.isWord(index), scene.spanAt[index] < 0 else { return false }
    if scene.entityAt[index] >= 0 { return true }
    if isTime(index) { return false }
    switch scene.classes[index] {
    case .determiner, .he, .she, .it, .they: return true
    case .speechPerson, .otherPronoun: return true
    case .other: return scene.isCapitalised(index) || scene.language.roles.contains(scene.tokens[index])
    default: return false
    }
  }

  /// The noun phrase that starts at a token, with its apposition.
  func phrase(startingAt start: Int, end: Int, isCertain: Bool = false) -> NounPhrase? {
    // Behind `…," said` comes the speaker: `economist Bea Lindt`.
    let opens =
      start < end && (opensPhrase(start) || isCertain && scene.classes[start] == .other && scene.isWord(start))
    guard opens else { return nil }
    if scene.classes[start].isPronoun { return NounPhrase(tokens: start..<start + 1, head: start..<start + 1) }
    let limit = min(end, start + Self.reach)
    let stop = phraseEnd(from: start, limit: limit)
    guard stop > start else { return nil }
    var phrase = NounPhrase(tokens: start..<stop, head: start..<headEnd(start, stop))
    if scene.isPunctuation(stop, ","), stop + 1 < limit, opensPhrase(stop + 1), !scene.classes[stop + 1].isPronoun {
      let close = phraseEnd(from: stop + 1, limit: limit)
      if close == end || scene.tokens[close].kind == .punctuation || scene.spanAt[close] >= 0
        || scene.classes[close] == .relative
      {
        phrase.apposition = stop + 1..<close
        phrase.tokens = start..<close
      }
    }
    return phrase
  }

  private func phraseEnd(from start: Int, limit: Int) -> Int {
    var index = start
    while index < limit {
      if scene.spanAt[index] >= 0 { return index }
      if scene.tokens[index].kind == .punctuation {
        let joins = scene.isPunctuation(index, ".-'/&") && !scene.isDash(index)
        if !joins || scene.isStop(index, end: limit) { return index }
      }
      if scene.entityAt[index] < 0 {
        switch scene.classes[index] {
        case .that, .whether, .subordinator, .finite, .relative, .infinitive, .adverb: return index
        // `a 34-year-old sailor` is no time.
        case .time where index > start && !scene.isPunctuation(index - 1, "-"):
          let opener = scene.classes[index - 1]
          return index - 1 > start && (opener == .preposition || opener == .determiner) ? index - 1 : index
        case .preposition where !binds(index): return index
        case .coordinator where !joins(index, start: index + 1): return index
        default: if index > start, scene.classes[index].isPronoun || scene.isFinite(index) { return index }
        }
      }
      index += 1
    }
    return limit
  }

  /// Whether the preposition goes with the noun before it: `spokesman on foreign affairs`, not `said Kurti in Brussels`.
  private func binds(_ index: Int) -> Bool {
    if scene.language.bindings.contains(scene.tokens[index]) { return true }
    if index > 0, scene.language.roles.contains(scene.tokens[index - 1]) { return true }
    // `the mission of NATO in Kosovo, KFOR`
    guard index + 1 < scene.tokens.count, scene.entityAt[index + 1] >= 0 else { return false }
    var end = index + 1
    while end < scene.tokens.count, scene.entityAt[end] == scene.entityAt[index + 1] { end += 1 }
    return scene.isPunctuation(end, ",") && end + 1 < scene.tokens.count && scene.entityAt[end + 1] >= 0
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
