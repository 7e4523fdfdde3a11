import CopydeskText

/// A document as the quote rules see it: every token with its class, its entity and its quotation, looked up once.
struct SpeechScene: Sendable {
  /// Behind one reference: finders, rankers and resolvers all hold a scene, and copies of its dozen lists cost a tenth of
  /// the quotes.
  private let lists: Lists
  /// Sentences of the narrator: a quotation with several sentences is part of the one that reports it.
  private(set) var units: [Range<Int>] = []

  private final class Lists: Sendable {
    let document: Document
    let language: ReportingLanguage
    let entities: [Entity]
    let tokens: [Token]
    let classes: [WordClass]
    let entityAt: [Int32]
    let cues: [ReportingCue]
    let cueAt: [Int32]
    let spans: [QuotedSpan]
    let spanAt: [Int32]

    init(
      _ document: Document, _ language: ReportingLanguage, entities: [Entity], classes: [WordClass], entityAt: [Int32],
      cues: [ReportingCue], cueAt: [Int32], spans: [QuotedSpan], spanAt: [Int32]
    ) {
      (self.document, self.language, self.entities, self.tokens) = (document, language, entities, document.tokens)
      (self.classes, self.entityAt, self.cues, self.cueAt) = (classes, entityAt, cues, cueAt)
      (self.spans, self.spanAt) = (spans, spanAt)
    }
  }

  var document: Document { lists.document }
  var language: ReportingLanguage { lists.language }
  var entities: [Entity] { lists.entities }
  var tokens: [Token] { lists.tokens }
  /// The class of each token.
  var classes: [WordClass] { lists.classes }
  /// The entity that covers each token, or −1.
  var entityAt: [Int32] { lists.entityAt }
  /// The reporting words, in order.
  var cues: [ReportingCue] { lists.cues }
  /// The cue that starts at each token, or −1.
  var cueAt: [Int32] { lists.cueAt }
  /// The quotations.
  var spans: [QuotedSpan] { lists.spans }
  /// The outermost quotation that covers each token, or −1.
  var spanAt: [Int32] { lists.spanAt }

  init(_ document: Document) {
    let language = ReportingLanguage.table(for: document.language)
    let document = document.cuttingElisions()
    let tokens = document.tokens
    let entities = document[EntityExtractor.self]
    var isAfterCapital = false
    let classes = tokens.map { token -> WordClass in
      let isCapital = token.flags.contains(.capitalised)
      defer { isAfterCapital = isCapital }
      if let value = language.classes[token], let found = WordClass(rawValue: UInt8(value)) {
        // `said Will Doyle`, but not `Trump Will Win`.
        let isName = found == .finite && isCapital && !isAfterCapital && !token.flags.contains(.sentenceStart)
        return isName ? .other : found
      }
      let isAdverb =
        Self.ends(token, language.adverbEndings, in: document.text) && !language.noAdverbs.contains(token)
      return isAdverb ? .adverb : .other
    }

    var entityAt = [Int32](repeating: -1, count: tokens.count)
    for (index, entity) in entities.enumerated() {
      var token = document.tokenIndex(atOrAfter: Int(entity.range.start))
      while token < tokens.count, tokens[token].range.start < entity.range.end {
        entityAt[token] = Int32(index)
        token += 1
      }
    }

    var cues: [ReportingCue] = []
    var cueAt = [Int32](repeating: -1, count: tokens.count)
    var index = 0
    while index < tokens.count {
      if entityAt[index] < 0, let cue = ReportingCue(at: index, tokens, language, classes, document.text),
        !Self.isName(index, tokens)
      {
        cueAt[index] = Int32(cues.count)
        cues.append(cue)
        index = cue.tokens.upperBound
      } else {
        index += 1
      }
    }
    let spans = QuotationMarks.spans(in: document, elisions: language.elisions) { [cueAt] in cueAt[$0] >= 0 }
    if !language.pastEndings.isEmpty {
      for span in spans where span.parent == nil {
        guard let verb = Self.unlistedCue(behind: span, document, language, classes, entityAt, entities),
          cueAt[verb] < 0
        else { continue }
        cueAt[verb] = Int32(cues.count)
        cues.append(ReportingCue(tokens: verb..<verb + 1, uses: .quoted))
      }
    }
    var spanAt = [Int32](repeating: -1, count: tokens.count)
    for (index, span) in spans.enumerated() where span.parent == nil {
      for token in span.tokens { spanAt[token] = Int32(index) }
    }
    lists = Lists(
      document, language, entities: entities, classes: classes, entityAt: entityAt, cues: cues, cueAt: cueAt,
      spans: spans, spanAt: spanAt)
    units = Self.units(of: self)
  }

  /// `Ian Read said`: a capitalised word between another one and a small one.
  private static func isName(_ index: Int, _ tokens: [Token]) -> Bool {
    guard index > 0, index + 1 < tokens.count, tokens[index].flags.contains(.capitalised) else { return false }
    return tokens[index - 1].flags.contains(.capitalised) && !tokens[index].flags.contains(.sentenceStart)
      && tokens[index + 1].kind == .word && !tokens[index + 1].flags.contains(.capitalised)
  }

  /// A verb that no list knows, where only a reporting verb can stand: `“…,” Oliver barked.`
  private static func unlistedCue(
    behind span: QuotedSpan, _ document: Document, _ language: ReportingLanguage, _ classes: [WordClass],
    _ entityAt: [Int32], _ entities: [Entity]
  ) -> Int? {
    let tokens = document.tokens
    guard let last = span.inner.last, document.token(last, is: ",") else { return nil }
    var index = span.tokens.upperBound
    guard index + 1 < tokens.count else { return nil }
    if entityAt[index] >= 0, entities[Int(entityAt[index])].type == .person {
      let entity = entityAt[index]
      while index < tokens.count, entityAt[index] == entity { index += 1 }
    } else if classes[index].isPronoun {
      index += 1
    } else {
      return nil
    }
    guard index + 1 < tokens.count, classes[index] == .other, !tokens[index].flags.contains(.capitalised),
      Self.ends(tokens[index], language.pastEndings, in: document.text)
    else { return nil }
    let follower = classes[index + 1]
    let closes =
      tokens[index + 1].kind == .punctuation || follower == .preposition || follower == .adverb || follower == .time
    return closes ? index : nil
  }

  /// Sentences, joined where a quotation runs over the boundary and where an attribution follows one:
  /// `"Why?" Kurti asked.`
  private static func units(of scene: SpeechScene) -> [Range<Int>] {
    var units: [Range<Int>] = []
    for sentence in scene.document.sentences {
      let start = sentence.tokens.lowerBound
      if let last = units.last, !scene.tokens[start].flags.contains(.lineStart),
        scene.isInsideSpan(before: start) || scene.opensWithAttribution(at: start, end: sentence.tokens.upperBound)
      {
        units[units.count - 1] = last.lowerBound..<sentence.tokens.upperBound
      } else {
        units.append(sentence.tokens)
      }
    }
    return units
  }

  /// Whether the boundary before the token lies inside a quotation.
  private func isInsideSpan(before token: Int) -> Bool {
    token > 0 && spanAt[token] >= 0 && spanAt[token] == spanAt[token - 1]
  }

  /// Whether, behind a quotation that ends before the token, a short `X said` follows and nothing that X said.
  private func opensWithAttribution(at start: Int, end: Int) -> Bool {
    guard start > 0, spanAt[start - 1] >= 0, spanAt[start] < 0 else { return false }
    for index in start..<min(end, start + 9) {
      if spanAt[index] >= 0 || isPunctuation(index, ",:;") { return false }
      guard cueAt[index] >= 0 else {
        if hasEnding(index, language.participleEndings) || classes[index] == .finite || classes[index] == .relative {
          return false
        }
        continue
      }
      let cue = cues[Int(cueAt[index])]
      let after = cue.tokens.upperBound
      if cue.uses.contains(.nounlike)
        || cue.uses.contains(.characterisation) && !cue.uses.contains(.bare) && !cue.uses.contains(.question)
      {
        return false
      }
      if cue.uses.contains(.addressee), end - after > 8 { return false }
      guard cue.uses.contains(.quoted), after < end else { return after >= end }
      if isPunctuation(after, ":") || spanAt[after] >= 0 { return false }
      if isPunctuation(after, ",") { return after + 1 < end && spanAt[after + 1] < 0 }
      let follower = classes[after]
      return isPunctuation(after, ".") || follower == .preposition || follower == .time || follower == .adverb
        || cue.uses.contains(.addressee)
          && !(after..<min(end, after + 4)).contains { classes[$0] == .that || isPunctuation($0, ":") }
    }
    return false
  }

  // MARK: - Questions about tokens

  /// Whether the token is one of these ASCII marks.
  func isPunctuation(_ index: Int, _ marks: StaticString) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .punctuation, tokens[index].range.count == 1 else {
      return false
    }
    let byte = document.text.bytes[Int(tokens[index].range.start)]
    return marks.withUTF8Buffer { $0.contains(byte) }
  }

  /// Whether the token is a dash that separates (`—`, `–`, ` - `).
  func isDash(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .punctuation else { return false }
    let token = tokens[index]
    let bytes = document.text.bytes
    let start = Int(token.range.start)
    if token.range.count == 3 {
      return bytes[start] == 0xE2 && bytes[start + 1] == 0x80 && (bytes[start + 2] == 0x93 || bytes[start + 2] == 0x94)
    }
    guard token.range.count == 1, bytes[start] == UInt8(ascii: "-") else { return false }
    return token.flags.contains(.spaceBefore)
      && (index + 1 >= tokens.count || tokens[index + 1].flags.contains(.spaceBefore)
        || isPunctuation(index + 1, "-"))
  }

  /// Whether the token is a stop that ends a narrator's sentence: not that of `Sgt.`, nor one inside quotation marks.
  func isStop(_ index: Int, end: Int) -> Bool {
    guard isPunctuation(index, ".!?") else { return isPunctuation(index, ";") }
    return index + 1 >= end || tokens[index + 1].flags.contains(.sentenceStart)
  }

  /// Whether the token is a word or a number.
  func isWord(_ index: Int) -> Bool { tokens[index].kind == .word || tokens[index].kind == .number }

  /// Whether the token begins with a capital letter.
  func isCapitalised(_ index: Int) -> Bool { tokens[index].flags.contains(.capitalised) }

  /// Whether the token is a possessive ’s.
  func isPossessive(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.range.count <= 4 && token.range.count >= 2 && !token.flags.contains(.spaceBefore)
      && (document.text.folds(token.range, to: "'s") || document.text.folds(token.range, to: "’s"))
  }

  /// Whether the token ends in one of these and has two letters or more before it (`walked`, `quietly`).
  func hasEnding(_ index: Int, _ endings: [[UInt8]]) -> Bool { Self.ends(tokens[index], endings, in: document.text) }

  private static func ends(_ token: Token, _ endings: [[UInt8]], in text: Text) -> Bool {
    guard token.kind == .word else { return false }
    let (end, count) = (Int(token.range.end), token.range.count)
    for ending in endings where count >= ending.count + 2 {
      var left = ending.count
      while left > 0, text.folded[end - ending.count + left - 1] == ending[left - 1] { left -= 1 }
      if left == 0 { return true }
    }
    return false
  }

  /// Whether the token is a verb that shows a clause, as far as lists and endings tell.
  func isFinite(_ index: Int) -> Bool {
    if classes[index] == .finite { return true }
    guard index > 0, tokens[index].kind == .word, !isCapitalised(index), classes[index] == .other else { return false }
    if cueAt[index] >= 0, !cues[Int(cueAt[index])].uses.contains(.participle) {
      return !cues[Int(cueAt[index])].uses.contains(.nounlike)
    }
    if hasEnding(index, language.finiteEndings), !language.noFinites.contains(tokens[index]) { return true }
    guard !language.pastEndings.isEmpty else { return false }
    let before = classes[index - 1]
    if before == .determiner || before == .preposition || before == .coordinator || before == .infinitive {
      return false
    }
    let afterSubject = entityAt[index - 1] >= 0 || before.isPronoun
    if let form = language.presentVerbs[tokens[index]] { return isPresent(index, isThirdPerson: form == 1) }
    if hasEnding(index, language.pastEndings) {
      return afterSubject || hasEnding(index - 1, language.pluralEndings)
        || isWord(index - 1) && !isPossessive(index - 1)
    }
    return afterSubject && !isPossessive(index) && hasEnding(index, language.thirdEndings)
  }

  /// `prices remain`, `who believe`, `demands sometimes remain`, but not `to remain` and `would remain`.
  private func isPresent(_ index: Int, isThirdPerson: Bool) -> Bool {
    var subject = index - 1
    while subject > 0, classes[subject] == .adverb { subject -= 1 }
    let type = classes[subject]
    if type == .finite || type == .infinitive || !isWord(subject) || isPossessive(subject) { return false }
    if isThirdPerson { return true }
    return type.isPronoun || type == .relative || type == .that || hasEnding(subject, language.pluralEndings)
  }

  /// Whether the quotation looks like the title of a work: `“The Last Ferry”`; `mayEnd` allows a stop in it.
  func isTitle(_ span: Int, mayEnd: Bool = false) -> Bool {
    let inner = spans[span].inner
    var words = 0
    for index in inner where tokens[index].kind == .word {
      words += 1
      if !isCapitalised(index), tokens[index].range.count > 3 { return false }
    }
    guard let last = inner.last, let first = inner.first(where: isWord), words > 1, isCapitalised(first) else {
      return false
    }
    return (mayEnd || !isPunctuation(last, ".,!?")) && !inner.contains(where: { classes[$0] == .finite })
  }
}
