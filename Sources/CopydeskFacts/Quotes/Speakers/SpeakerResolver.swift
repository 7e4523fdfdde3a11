import CopydeskText

/// Says who the noun phrase or pronoun before a reporting word is.
struct SpeakerResolver: Sendable {
  private let scene: SpeechScene
  private let fullNames: FullNames
  private let reader: NounPhraseReader
  private let descriptions: SpeakerDescriptions
  /// Who spoke last in each sentence, by its first token; the entity, or the name alone.
  private var spoken: [Spoken] = []

  private struct Spoken {
    var unit: Range<Int>
    var speaker: Speaker
    var type: EntityType?
    var isPlural: Bool
  }

  init(_ scene: SpeechScene) {
    self.scene = scene
    fullNames = FullNames(scene)
    reader = NounPhraseReader(scene: scene)
    descriptions = SpeakerDescriptions(scene)
  }

  /// How many sentences back a pronoun may point.
  private static let reach = 8

  /// The speaker of a quote; quotes must come in the order of the text.
  mutating func speaker(of phrase: NounPhrase, in unit: Range<Int>) -> Speaker {
    let type = scene.classes[phrase.tokens.lowerBound]
    let isPronoun =
      phrase.tokens.count == 1
      && (type.isPronoun || scene.language.objectPronouns[scene.tokens[phrase.tokens.lowerBound]] != nil)
    var speaker = isPronoun ? resolved(pronoun: phrase.tokens.lowerBound, in: unit) : named(phrase)
    if let pronoun = phrase.pronoun { speaker.range = scene.tokens[pronoun].range }
    let entity = speaker.entity.map { scene.entities[$0].type }
    if speaker.name != nil {
      spoken.append(
        Spoken(
          unit: unit, speaker: speaker, type: entity,
          isPlural: entity != .person && !isPronoun
            && scene.hasEnding(phrase.head.upperBound - 1, scene.language.pluralEndings)))
    }
    return speaker
  }

  /// The name that a phrase shows by itself; nil for pronouns.
  func name(of phrase: NounPhrase) -> String? {
    scene.classes[phrase.tokens.lowerBound].isPronoun ? nil : named(phrase).name
  }

  // MARK: - Names

  private func named(_ phrase: NounPhrase) -> Speaker {
    if !phrase.others.isEmpty {
      // `The head of the guild and owner of the mill, Ana Petrić,` is one.
      let isOne = phrase.apposition != nil && (phrase.others + [phrase]).allSatisfy { personStart(of: $0) == nil }
      guard isOne else { return joint(phrase) }
    }
    if let joint = jointSpeakers(phrase) { return joint }
    // `Director of the Institute for Peace Ivo Kern`, where the entity is more than the name.
    let last = phrase.head.upperBound - 1
    if let start = reader.personStart(endingAt: last), start > scene.entityStart(at: last) {
      let range = scene.document.range(ofTokens: start..<last + 1)
      return Speaker(range: range, name: scene.document.text[range])
    }
    if let entity = entity(in: phrase.head, ofType: .person, atEnd: true) { return speaker(entity) }
    let apposed = phrase.apposition.flatMap { reader.core(from: $0.lowerBound, limit: $0.upperBound, isClosed: true) }
    if let apposed, let entity = entity(in: apposed, ofType: .person, atEnd: true) { return speaker(entity) }
    if let entity = entity(in: phrase.head, ofType: nil, atEnd: true) {
      if let apposition = phrase.apposition, scene.language.isPerson(scene.tokens[phrase.head.upperBound - 1]),
        let person = self.entity(in: apposition, ofType: .person, atEnd: false)
      {
        return speaker(person)
      }
      // Serbian `ministar Kikinde`: the place is whose minister speaks.
      let isAttribute = phrase.head.contains {
        scene.language.isPerson(scene.tokens[$0]) && scene.entityAt[$0] < 0
          && (!scene.isCapitalised($0) || scene.tokens[$0].flags.contains(.sentenceStart))
      }
      return isAttribute ? described(phrase) : named(entity, in: phrase)
    }
    if let apposed, let first = scene.entity(at: apposed.lowerBound), scene.entities[first].type == .organization {
      return speaker(first)
    }
    // `Guests at the hotel`: a capital that only the sentence gives.
    let isDescription =
      phrase.whole != phrase.head && phrase.head.count == 1
      && scene.tokens[phrase.head.lowerBound].flags.contains(.sentenceStart)
    if !isDescription, let speaker = unknownName(phrase.head) { return speaker }
    if let apposed, scene.classes[apposed.lowerBound] == .other, let speaker = unknownName(apposed) { return speaker }
    return described(phrase)
  }

  private func personStart(of phrase: NounPhrase) -> Int? { reader.personStart(endingAt: phrase.head.upperBound - 1) }

  /// Several speakers: their names, `; ` between.
  private func joint(_ phrase: NounPhrase) -> Speaker {
    var last = phrase
    last.others = []
    var speakers = phrase.others.map { named($0) }
    let own = named(last)
    // `Ana and Ivo Petrić`: one surname for both.
    if let name = own.name, let entity = own.entity, scene.entities[entity].type == .person,
      let surname = name.split(separator: " ").dropFirst().last
    {
      for index in speakers.indices {
        guard let given = speakers[index].name, !given.utf8.contains(UInt8(ascii: " ")),
          let entity = speakers[index].entity, scene.entities[entity].type == .person,
          scene.isGivenName(scene.document.tokenIndex(atOrAfter: Int(speakers[index].range.start)))
        else { continue }
        speakers[index].name = "\(given) \(surname)"
      }
    }
    speakers.append(own)
    let start = speakers.map(\.range.start).min() ?? own.range.start
    let names = speakers.compactMap(\.name)
    return Speaker(
      range: TextRange(Int(start), Int(own.range.end)), name: names.isEmpty ? nil : names.joined(separator: "; "))
  }

  /// A name that is no person's: `French` of Paul French, whom the text names before, is no country.
  private func named(_ entity: Int, in phrase: NounPhrase) -> Speaker {
    let last = phrase.head.upperBound - 1
    if scene.entities[entity].type == .group, phrase.head.count == 1, let full = fullNames.person(of: last) {
      return Speaker(range: scene.entities[entity].range, name: full)
    }
    return speaker(entity)
  }

  private func speaker(_ entity: Int) -> Speaker {
    let found = scene.entities[entity]
    var name = found.name
    // `Band`, and `Pallo-Band` out of a headline about two people.
    if found.type == .person, !name.utf8.contains(UInt8(ascii: " ")),
      let full = fullNames.name(of: scene.document.tokenIndex(atOrAfter: Int(found.range.end)) - 1)
    {
      name = full
    }
    return Speaker(range: found.range, name: name, link: found.link, entity: entity)
  }

  /// The entity that ends a phrase (`Mayor Arta Hoxha`, but not `Hoxha's lawyer`), or any in it.
  private func entity(in tokens: Range<Int>, ofType type: EntityType?, atEnd: Bool) -> Int? {
    var token = tokens.upperBound - 1
    while token >= tokens.lowerBound {
      if let entity = scene.entity(at: token), type == nil || scene.entities[entity].type == type { return entity }
      let mayFollow = scene.tokens[token].kind == .punctuation || scene.tokens[token].kind == .number
      if atEnd, !mayFollow { return nil }
      token -= 1
    }
    return nil
  }

  /// `The EU, NATO and the United States`
  private func jointSpeakers(_ phrase: NounPhrase) -> Speaker? {
    guard phrase.head.contains(where: { scene.language.joiners.contains(scene.tokens[$0]) && scene.entityAt[$0] < 0 })
    else {
      return nil
    }
    var found: [Int] = []
    for token in phrase.head {
      if let entity = scene.entity(at: token), found.last != entity { found.append(entity) }
    }
    guard found.count > 1, let first = found.first, let last = found.last,
      scene.entity(at: phrase.head.upperBound - 1) == last
    else {
      return nil
    }
    // `Leka and the Harbour Board` would be a person and a body: more likely two clauses.
    guard Set(found.map { scene.entities[$0].type == .person }).count == 1 else { return nil }
    return Speaker(
      range: TextRange(Int(scene.entities[first].range.start), Int(scene.entities[last].range.end)),
      name: found.map { scene.entities[$0].name }.joined(separator: "; "))
  }

  /// A name that is no entity: the capitalised words at the end of the phrase.
  private func unknownName(_ head: Range<Int>) -> Speaker? {
    var start = head.upperBound
    while start > head.lowerBound, isNameLike(start - 1) { start -= 1 }
    guard start < head.upperBound,
      start > head.lowerBound || !scene.tokens[start].flags.contains(.sentenceStart) || head.count > 1
        || !scene.language.roles.contains(scene.tokens[start])
    else { return nil }
    while start < head.upperBound,
      scene.language.roles.contains(scene.tokens[start]) || scene.isPunctuation(start, ".")
        // `Gov. Nathan Deal`
        || start + 2 < head.upperBound && scene.isPunctuation(start + 1, ".") && scene.tokens[start].range.count > 1
    {
      start += 1
    }
    guard start < head.upperBound else { return nil }
    let range = scene.document.range(ofTokens: start..<head.upperBound)
    let full = start + 1 == head.upperBound ? fullNames.name(of: start) : nil
    return Speaker(range: range, name: full ?? scene.document.text[range])
  }

  private func isNameLike(_ token: Int) -> Bool {
    scene.isCapitalised(token) && scene.classes[token] == .other || scene.isPunctuation(token, "-.")
  }

  // MARK: - Descriptions

  private func described(_ phrase: NounPhrase) -> Speaker {
    let head = phrase.head
    let range = scene.document.range(ofTokens: phrase.whole)
    let last = head.upperBound - 1
    let isDefinite =
      scene.classes[head.lowerBound] == .determiner
      && !scene.language.indefinites.contains(scene.tokens[head.lowerBound])
    // `the government`, `the ministry`: the body that was named before, by a name or by a description.
    if isDefinite, head.count <= 4, phrase.whole == head {
      if let entity = bearer(of: last, before: head.lowerBound) {
        var speaker = speaker(entity)
        speaker.range = range
        return speaker
      }
      if head.count == 2, let body = descriptions.body(of: last) { return Speaker(range: range, name: body) }
    }
    return Speaker(range: range, name: descriptions.name(of: phrase))
  }

  /// Whom `the force`, `the embassy` or `the prime minister` means: the last name with that word in it or before it.
  private func bearer(of noun: Int, before limit: Int) -> Int? {
    let word = scene.document.text.lowercased(scene.tokens[noun].range)
    guard word.utf8.count > 2 else { return nil }
    // Entities and tokens are sorted: the last entity that a token before shows.
    var entity = (max(0, limit - 400)..<limit).reversed().lazy.compactMap { scene.entity(at: $0) }.first ?? -1
    let first = max(0, entity - 60)
    while entity >= first {
      defer { entity -= 1 }
      let candidate = scene.entities[entity]
      switch candidate.type {
      case .organization:
        if hasLastWord(candidate.name, word) || hasLastWord(scene.document.text[candidate.range], word) {
          return entity
        }
      case .person:
        if hasTitle(candidate, scene.tokens[noun].key) { return entity }
      default: break
      }
    }
    return nil
  }

  /// Whether the words right before a name hold the noun: `Prime Minister Albin Kurti`.
  private func hasTitle(_ entity: Entity, _ key: UInt64) -> Bool {
    var token = scene.document.tokenIndex(atOrAfter: Int(entity.range.start)) - 1
    var steps = 0
    while token >= 0, steps < 4, scene.tokens[token].kind == .word, scene.classes[token] != .determiner,
      !scene.isFinite(token)
    {
      if scene.tokens[token].key == key { return true }
      token -= 1
      steps += 1
    }
    return false
  }

  private func hasLastWord(_ name: String, _ word: String) -> Bool {
    let words = name.lowercased().split(separator: " ")
    let isLinker = { (word: Substring) in scene.language.nameLinkers.contains(String(word)) }
    guard let last = words.last(where: { !isLinker($0) }) else { return false }
    // `Embassy of Kosovo`
    return last == word || words.count > 2 && words[0] == word && isLinker(words[1])
  }

  // MARK: - Pronouns

  private func resolved(pronoun: Int, in unit: Range<Int>) -> Speaker {
    let range = scene.tokens[pronoun].range
    let type =
      scene.language.objectPronouns[scene.tokens[pronoun]].flatMap { WordClass(rawValue: UInt8($0)) }
      ?? scene.classes[pronoun]
    switch type {
    case .he: return antecedent(range, pronoun, unit) { isPerson($0, not: .female) }
    case .she: return antecedent(range, pronoun, unit) { isPerson($0, not: .male) }
    case .it:
      return antecedent(range, pronoun, unit) {
        scene.entities[$0].type == .organization || scene.entities[$0].type == .geopolitical
      }
    case .they: return group(range)
    default: return Speaker(range: range, name: nil)
    }
  }

  private func isPerson(_ entity: Int, not gender: Gender) -> Bool {
    let found = scene.entities[entity]
    return found.type == .person && Gender.of(found, in: scene) != gender
  }

  private func group(_ range: TextRange) -> Speaker {
    let last = spoken.suffix(4).last { $0.isPlural || $0.type == .organization }
    return Speaker(range: range, name: last?.speaker.name, link: last?.speaker.link, entity: last?.speaker.entity)
  }

  /// The last speaker or subject that fits, then any name that fits.
  private func antecedent(_ range: TextRange, _ pronoun: Int, _ current: Range<Int>, fits: (Int) -> Bool) -> Speaker {
    let last = unitIndex(of: current.lowerBound)
    var fallback: Int?
    for index in stride(from: last, through: max(0, last - Self.reach), by: -1) {
      let unit = scene.units[index]
      let end = min(unit.upperBound, pronoun)
      // Bounded, so that a line of nothing but pronouns stays linear.
      let tokens = unit.lowerBound..<max(unit.lowerBound, end)
      if let speaker = spoken.suffix(32).last(where: { $0.unit.lowerBound == unit.lowerBound })?.speaker {
        if let entity = speaker.entity, fits(entity) {
          return Speaker(range: range, name: speaker.name, link: speaker.link, entity: entity)
        }
        // `the government … it`: a description is better than an older name.
        if speaker.entity == nil, scene.classes[pronoun] == .it, index < last || last == 0 {
          return Speaker(range: range, name: speaker.name)
        }
      }
      if scene.classes[pronoun] == .it, index < last, let described = descriptions.thing(opening: tokens) {
        return Speaker(range: range, name: described)
      }
      if let entity = subject(tokens.prefix(400), fits: fits) {
        if index < last || unit.lowerBound == current.lowerBound {
          var speaker = speaker(entity)
          speaker.range = range
          return speaker
        }
      }
      if fallback == nil { fallback = mention(tokens.suffix(400), fits: fits) }
    }
    guard let fallback else { return Speaker(range: range, name: nil) }
    var speaker = speaker(fallback)
    speaker.range = range
    return speaker
  }

  private func unitIndex(of token: Int) -> Int {
    scene.units.lastIndex(startingAtOrBefore: token, by: \.lowerBound) ?? 0
  }

  /// The first name before the first verb, outside quotations and not behind a preposition.
  private func subject(_ tokens: Range<Int>, fits: (Int) -> Bool) -> Int? {
    var afterPreposition = false
    for token in tokens where scene.spanAt[token] < 0 {
      if let entity = scene.entity(at: token) {
        if fits(entity), !afterPreposition, !isPossessor(token, entity) { return entity }
        continue
      }
      if scene.isFinite(token) { return nil }
      switch scene.classes[token] {
      case .preposition, .subordinator: afterPreposition = true
      default: if scene.isPunctuation(token, ",") { afterPreposition = false }
      }
    }
    return nil
  }

  private func isPossessor(_ token: Int, _ entity: Int) -> Bool {
    var end = token
    while end < scene.tokens.count, scene.entityAt[end] == entity { end += 1 }
    return end < scene.tokens.count && scene.isPossessive(end)
  }

  /// Any name outside quotations, the last first.
  private func mention(_ tokens: Range<Int>, fits: (Int) -> Bool) -> Int? {
    for token in tokens.reversed() where scene.spanAt[token] < 0 {
      if let entity = scene.entity(at: token), fits(entity) { return entity }
    }
    return nil
  }
}
