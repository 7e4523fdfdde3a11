import CopydeskText

/// What can be seen of a quotation when it is decided whether somebody says it; a weight stands for each.
///
/// The names are the rows of the table that `scripts/train-quotes` writes.
enum QuotationFeature: Int, CaseIterable, Sendable {
  /// Always there.
  case bias
  // What took it.
  case reported, characterised, attributed, continued, carried, alone, fragment, source, headline
  case direct
  // Its length in words.
  case oneWord, twoWords, threeWords, fewWords, someWords, manyWords
  // Its words.
  case opensWithCapital, titleCase, allCapitals, hasVerb, hasSpeechPerson, hasPronoun, hasContraction, hasName
  case hasComma, endsInStop, endsInComma, isSingleMarks, isUnclosed, isRepeated
  // What stands before it.
  case afterDeterminer, afterPreposition, afterComma, afterColon, afterThat, afterInfinitive, afterVerb, afterCue
  case afterAdjunct, afterName, afterNoun, afterBracket, afterDash, afterQuotation, opensSentence, opensLine,
    afterNaming
  // What stands behind it.
  case beforeWord, beforeName, beforePreposition, beforeVerb, beforeComma, beforeDash, beforeBracket, beforeCoordinator
  case endsSentence, beforeQuotation
  // Its sentence.
  case inHeading, hasCue, hasNearCue, hasNoCue, hasDistantCue, hasSpeechInSentence, hasSpeechInParagraph
  case hasSpeaker, speakerIsPronoun, speakerIsPerson, speakerIsShared, isOneOfSeveral, isFirstSentence
}

/// The features of a quotation.
struct QuotationEvidence: Sendable {
  /// Those that it has.
  private(set) var features: [QuotationFeature] = [.bias]

  private mutating func add(_ feature: QuotationFeature, if holds: Bool) {
    if holds { features.append(feature) }
  }

  /// What is seen of a quotation and of the rule that took it.
  init(of speech: ReportedSpeech, span: Int, in finder: ReportedSpeechFinder, context: QuotationContext) {
    let scene = finder.scene
    addRule(of: speech)
    addWords(of: scene.spans[span], number: span, finder: finder, context: context)
    addBefore(scene.spans[span].tokens.lowerBound, speech.unit, scene)
    addBehind(scene.spans[span].tokens.upperBound, scene.spans[span].inner, speech.unit, scene)
    addSentence(of: speech, span: span, scene, context)
  }

  private mutating func addRule(of speech: ReportedSpeech) {
    add(.direct, if: speech.kind == .direct)
    switch speech.rule {
    case "quote/SVQ", "quote/interrupted": features.append(.reported)
    case "quote/SVN": features.append(.characterised)
    case "quote/QSV", "quote/QVS": features.append(.attributed)
    case "quote/continued": features.append(.continued)
    case "quote/carried": features.append(.carried)
    case "quote/alone": features.append(.alone)
    case "quote/fragment": features.append(.fragment)
    case "quote/according-to": features.append(.source)
    default: features.append(.headline)
    }
  }

  private mutating func addWords(
    of quoted: QuotedSpan, number span: Int, finder: ReportedSpeechFinder, context: QuotationContext
  ) {
    let scene = finder.scene
    switch finder.wordCount(span) {
    case ...1: features.append(.oneWord)
    case 2: features.append(.twoWords)
    case 3: features.append(.threeWords)
    case 4...5: features.append(.fewWords)
    case 6...9: features.append(.someWords)
    default: features.append(.manyWords)
    }
    add(.opensWithCapital, if: finder.opensSentence(span))
    add(.titleCase, if: scene.isTitle(span, mayEnd: true))
    let inner = quoted.inner.prefix(60)
    let words = inner.filter { scene.tokens[$0].kind == .word }
    add(.allCapitals, if: !words.isEmpty && words.allSatisfy { scene.tokens[$0].flags.contains(.allCaps) })
    add(.hasVerb, if: inner.contains(where: scene.isFinite))
    add(.hasSpeechPerson, if: inner.contains { scene.language.firstPersons.contains(scene.tokens[$0]) })
    add(.hasPronoun, if: inner.contains { scene.classes[$0].isPronoun && scene.classes[$0] != .speechPerson })
    add(.hasContraction, if: words.contains { finder.contentFinder.isContracted($0) })
    add(.hasName, if: inner.contains { scene.entityAt[$0] >= 0 })
    add(.hasComma, if: inner.dropLast().contains { scene.isPunctuation($0, ",") })
    if let last = quoted.inner.last {
      add(.endsInStop, if: scene.isPunctuation(last, ".!?"))
      add(.endsInComma, if: scene.isPunctuation(last, ","))
    }
    add(.isUnclosed, if: quoted.closing != .mark)
    if let mark = QuotationMark(
      at: quoted.tokens.lowerBound, in: scene.document, paragraph: 0..<scene.tokens.count)
    {
      add(.isSingleMarks, if: mark.family == .single)
    }
    add(.isRepeated, if: context.isRepeated(span))
  }

  private mutating func addBefore(_ first: Int, _ unit: Range<Int>, _ scene: SpeechScene) {
    guard first > 0, !scene.tokens[first].flags.contains(.lineStart) else { return features.append(.opensLine) }
    guard first > unit.lowerBound else { return features.append(.opensSentence) }
    let previous = first - 1
    if scene.spanAt[previous] >= 0 { return features.append(.afterQuotation) }
    if scene.cueAt[previous] >= 0 { return features.append(.afterCue) }
    add(.afterNaming, if: scene.language.namings.contains(scene.tokens[previous]))
    if scene.isDash(previous) { return features.append(.afterDash) }
    if scene.isPunctuation(previous, ",") { return features.append(.afterComma) }
    if scene.isPunctuation(previous, ":") { return features.append(.afterColon) }
    guard scene.isWord(previous) else { return features.append(.afterBracket) }
    if scene.entityAt[previous] >= 0 { return features.append(.afterName) }
    switch scene.classes[previous] {
    case .determiner: features.append(.afterDeterminer)
    case .preposition: features.append(.afterPreposition)
    case .that, .whether: features.append(.afterThat)
    case .infinitive: features.append(.afterInfinitive)
    case .adverb, .time, .coordinator, .subordinator: features.append(.afterAdjunct)
    default: features.append(scene.isFinite(previous) ? .afterVerb : .afterNoun)
    }
  }

  private mutating func addBehind(_ after: Int, _ inner: Range<Int>, _ unit: Range<Int>, _ scene: SpeechScene) {
    guard after < unit.upperBound, !scene.isPunctuation(after, ".!?;") else { return features.append(.endsSentence) }
    if scene.spanAt[after] >= 0 { return features.append(.beforeQuotation) }
    if scene.isDash(after) { return features.append(.beforeDash) }
    if scene.isPunctuation(after, ",:") { return features.append(.beforeComma) }
    guard scene.isWord(after) else { return features.append(.beforeBracket) }
    if scene.entityAt[after] >= 0 { return features.append(.beforeName) }
    if scene.isFinite(after) || scene.cueAt[after] >= 0 { return features.append(.beforeVerb) }
    switch scene.classes[after] {
    case .other: features.append(.beforeWord)
    case .coordinator: features.append(.beforeCoordinator)
    default: features.append(.beforePreposition)
    }
  }

  private mutating func addSentence(
    of speech: ReportedSpeech, span: Int, _ scene: SpeechScene, _ context: QuotationContext
  ) {
    let unit = speech.unit
    let tokens = scene.spans[span].tokens
    let near = max(unit.lowerBound, tokens.lowerBound - 40)..<min(unit.upperBound, tokens.upperBound + 40)
    add(.hasCue, if: near.contains { scene.cueAt[$0] >= 0 && scene.spanAt[$0] < 0 })
    add(
      .inHeading,
      if: scene.tokens[unit.lowerBound].flags.contains(.lineStart)
        && (unit.upperBound == scene.tokens.count || scene.tokens[unit.upperBound].flags.contains(.lineStart))
        && !scene.isPunctuation(unit.upperBound - 1, ".!?") && unit.count < 30)
    if let cue = speech.cue {
      let distance =
        cue.upperBound <= tokens.lowerBound ? tokens.lowerBound - cue.upperBound : cue.lowerBound - tokens.upperBound
      let isHere = unit.contains(cue.lowerBound)
      add(.hasNearCue, if: isHere && distance <= 4)
      add(.hasDistantCue, if: !isHere || distance > 12)
    } else {
      features.append(.hasNoCue)
    }
    add(.hasSpeechInSentence, if: context.hasOtherSpeech(in: unit, but: span))
    add(.hasSpeechInParagraph, if: context.hasOtherSpeech(in: context.paragraph(of: unit), but: span))
    add(.isOneOfSeveral, if: near.contains { scene.spanAt[$0] >= 0 && Int(scene.spanAt[$0]) != span })
    add(.isFirstSentence, if: unit.lowerBound == 0)
    guard let speaker = speech.speaker else { return }
    features.append(.hasSpeaker)
    add(.speakerIsPronoun, if: scene.classes[speaker.tokens.lowerBound].isPronoun)
    add(
      .speakerIsPerson,
      if: speaker.tokens.prefix(20).contains {
        scene.entityAt[$0] >= 0 && scene.entities[Int(scene.entityAt[$0])].type == .person
      })
    add(.speakerIsShared, if: !unit.contains(speaker.tokens.lowerBound))
  }
}

/// What is looked up once for all quotations of a document.
struct QuotationContext: Sendable {
  private let scene: SpeechScene
  /// The first tokens of the speeches that a reporting word took, in order, and their quotations.
  private let certain: [(token: Int, span: Int)]
  private let repeated: Set<Int>

  init(_ finder: ReportedSpeechFinder) {
    scene = finder.scene
    certain = finder.found.compactMap { speech in
      guard let cue = speech.cue, speech.unit.contains(cue.lowerBound) else { return nil }
      return (speech.tokens.lowerBound, speech.span ?? -1)
    }.sorted { $0.0 < $1.0 }
    var seen: [UInt64: Int] = [:]
    var repeated: Set<Int> = []
    for (index, span) in finder.scene.spans.enumerated() where span.parent == nil && span.inner.count <= 6 {
      let key = span.inner.reduce(into: UInt64(1469)) { hash, token in
        guard finder.scene.isWord(token) else { return }
        hash = (hash ^ finder.scene.tokens[token].key) &* 0x100_0000_01B3
      }
      if let first = seen.updateValue(index, forKey: key) {
        repeated.insert(first)
        repeated.insert(index)
      }
    }
    self.repeated = repeated
  }

  /// Whether the same short words stand in marks elsewhere: a term.
  func isRepeated(_ span: Int) -> Bool { repeated.contains(span) }

  /// Whether a reporting word took something else in the tokens.
  func hasOtherSpeech(in tokens: Range<Int>, but span: Int) -> Bool {
    // At most two steps: of all but one the quotation is another. (`prefix(while:)` would go to the end of a sentence of
    // ten thousand quotations first.)
    var index = certain.partitionPoint { $0.token < tokens.lowerBound }
    while index < certain.count, certain[index].token < tokens.upperBound {
      if certain[index].span != span { return true }
      index += 1
    }
    return false
  }

  /// The paragraph round a sentence, as far as sixty tokens show it.
  func paragraph(of unit: Range<Int>) -> Range<Int> {
    var start = unit.lowerBound
    while start > 0, unit.lowerBound - start < 60, !scene.tokens[start].flags.contains(.lineStart) { start -= 1 }
    var end = unit.upperBound
    while end < scene.tokens.count, end - unit.upperBound < 60, !scene.tokens[end].flags.contains(.lineStart) {
      end += 1
    }
    return start..<end
  }
}
