import CopydeskText

/// What speakers without a name are called: `Government of Kosovo`, `spokesman of the Federal Foreign Office`; and what
/// `the government` means later.
struct SpeakerDescriptions: Sendable {
  private let scene: SpeechScene
  private let reader: NounPhraseReader
  /// The bodies that the text describes by more than an article, by the tokens of their nouns.
  private var bodies: [(noun: Int, name: String)] = []

  private var language: ReportingLanguage { scene.language }

  /// The descriptions of a document; one pass over its tokens.
  init(_ scene: SpeechScene) {
    self.scene = scene
    reader = NounPhraseReader(scene: scene)
    // Papers speak too, but one report is not the next.
    for noun in scene.tokens.indices where scene.entityAt[noun] < 0 && language.bodies[scene.tokens[noun]] == 0 {
      guard let phrase = phrase(round: noun), phrase.whole.count > 2 || scene.entityAt[phrase.whole.lowerBound] >= 0
      else { continue }
      bodies.append((noun, name(of: phrase)))
    }
  }

  /// The description round a noun: from its article or the name before it to what prepositions bring to it.
  private func phrase(round noun: Int) -> NounPhrase? {
    var start = noun
    while start > 0, noun - start < 6, !scene.tokens[start].flags.contains(.sentenceStart) {
      let previous = start - 1
      let isName = scene.entityAt[previous] >= 0
      guard isName || scene.classes[previous] == .determiner || scene.classes[previous] == .other,
        isName || scene.isWord(previous) && scene.cueAt[previous] < 0 && !scene.isFinite(previous)
      else { break }
      start = previous
      if scene.classes[previous] == .determiner { break }
    }
    // To the next verb all may be the phrase: `The ministry of agriculture in Lisbon counted …`.
    let end = min(scene.tokens.count, noun + 20)
    let limit = (noun + 1..<max(noun + 1, end)).first {
      scene.spanAt[$0] >= 0 || scene.isFinite($0) || scene.cueAt[$0] >= 0 || scene.isStop($0, end: end)
    }
    let isSubject = limit.map { scene.spanAt[$0] < 0 && !scene.isStop($0, end: end) } ?? false
    let phrase = reader.phrase(from: start, limit: limit ?? end, isClosed: isSubject)
    return phrase?.head.upperBound == noun + 1 ? phrase : nil
  }

  /// What the last description with the noun was called: of `the government` after `the Polish government`.
  func body(of noun: Int) -> String? {
    let key = scene.tokens[noun].key
    let earlier = bodies[..<bodies.partitionPoint { $0.noun < noun }]
    return earlier.suffix(32).last { scene.tokens[$0.noun].key == key }?.name
  }

  /// What a thing without a name is called that a sentence opens with: `The Finnish railway raised its prices.`
  func thing(opening tokens: Range<Int>) -> String? {
    guard let first = tokens.first, language.definites.contains(scene.tokens[first]), scene.entityAt[first] < 0,
      let phrase = reader.phrase(from: first, limit: tokens.upperBound, isClosed: false),
      phrase.tokens.upperBound < tokens.upperBound,
      scene.isFinite(phrase.tokens.upperBound)
    else { return nil }
    let noun = phrase.head.upperBound - 1
    guard scene.entityAt[noun] < 0, !language.isPerson(scene.tokens[noun]), phrase.others.isEmpty,
      !scene.hasEnding(noun, language.pluralEndings), !scene.isCapitalised(noun)
    else { return nil }
    return name(of: phrase)
  }

  /// What a description is called.
  func name(of phrase: NounPhrase) -> String {
    let noun = phrase.head.upperBound - 1
    // `The Kosovar government`, `the government of Kosovo`
    if let body = language.governments[scene.tokens[noun]], let state = state(in: phrase) {
      return language.bodyName(body, of: state)
    }
    let complement = phrase.head.upperBound + 1..<max(phrase.head.upperBound + 1, phrase.whole.upperBound)
    if !complement.isEmpty, let pattern = language.spokespeople[scene.tokens[noun]] {
      return language.spokesName(pattern, text(named(phrase.head)), of: body(complement))
    }
    return text(named(phrase.whole))
  }

  /// A description without the article that opens it.
  private func named(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    while start + 1 < tokens.upperBound, language.isArticle(scene.tokens[start]) { start += 1 }
    return start..<tokens.upperBound
  }

  private func text(_ tokens: Range<Int>) -> String { scene.document.text[scene.document.range(ofTokens: tokens)] }

  /// A body by its full name, with its article: `the Federal Foreign Office` for `the German foreign ministry`.
  private func body(_ tokens: Range<Int>) -> String {
    let inner = named(tokens)
    guard let entity = scene.entity(at: inner.lowerBound), scene.entityEnd(at: inner.lowerBound) == inner.upperBound
    else {
      return text(tokens)
    }
    let name = scene.entities[entity].name
    return inner == tokens ? language.withArticle(name) : text(tokens.lowerBound..<inner.lowerBound) + " " + name
  }

  /// The state whose body a description is: that of its adjective, or the one behind its preposition.
  private func state(in phrase: NounPhrase) -> String? {
    let last = phrase.whole.upperBound - 1
    let inside = phrase.head.first { scene.entityAt[$0] >= 0 }
    guard let token = inside ?? (scene.entityAt[last] >= 0 ? last : nil), let index = scene.entity(at: token) else {
      return nil
    }
    let entity = scene.entities[index]
    switch entity.type {
    case .geopolitical: return entity.name
    // `Philippine` is the people's, where no state is called so.
    case .group: return entity.link == nil ? Self.states[entity.country ?? ""] : entity.name
    default: return nil
    }
  }

  /// The names of states by their two letters.
  private static let states: [String: String] = {
    let gazetteer = Gazetteer.shared
    var names: [String: String] = [:]
    for row in gazetteer.rows.indices where gazetteer.rows[row].table == .countries {
      guard let country = gazetteer.string(Int32(row), .country), names[country] == nil else { continue }
      names[country] = gazetteer.string(Int32(row), .name)
    }
    return names
  }()
}
