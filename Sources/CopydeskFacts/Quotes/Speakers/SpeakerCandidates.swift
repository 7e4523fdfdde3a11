import CopydeskText

/// Somebody who may have said a quote.
struct SpeakerCandidate: Sendable {
  var phrase: NounPhrase
  /// The reporting word that goes with it, where that is another than the quote's own.
  var cue: Range<Int>?
  var features: [SpeakerFeature] = []

  fileprivate mutating func add(_ feature: SpeakerFeature, if holds: Bool = true) {
    if holds { features.append(feature) }
  }
}

/// Collects who may have said a quote: the choice of the rules, the speakers before and behind, the subjects of its
/// sentence, and the names and pronouns near it.
struct SpeakerCandidates: Sendable {
  private let scene: SpeechScene
  private let reportFinder: ReportFinder
  /// The speeches in the order of the text.
  private let speeches: [ReportedSpeech]
  /// The reports of the sentence at hand.
  private var reports: (unit: Range<Int>, found: [Report]) = (0..<0, [])
  /// How often each name has spoken so far, by the key of its entity's name.
  private var spoken: [String: Int] = [:]

  init(_ finder: ReportedSpeechFinder, speeches: [ReportedSpeech]) {
    (scene, reportFinder, self.speeches) = (finder.scene, finder.reportFinder, speeches)
  }

  /// How far names are looked for on both sides of a quote, in tokens.
  private static let reach = 60

  /// The candidates of a speech, the choice of the rules first; `last` is who spoke before.
  mutating func candidates(of index: Int, last: ReportedSpeech?) -> [SpeakerCandidate] {
    let speech = speeches[index]
    var found: [SpeakerCandidate] = []
    if let speaker = speech.speaker {
      merge(SpeakerCandidate(phrase: speaker, features: ruleFeatures(of: speech)), into: &found)
    }
    if let last, let speaker = last.speaker {
      let features = lastFeatures(of: last, before: speech)
      merge(SpeakerCandidate(phrase: speaker, cue: last.cue, features: features), into: &found)
    }
    if index + 1 < speeches.count, let speaker = speeches[index + 1].speaker {
      let features = nextFeatures(of: speeches[index + 1], behind: speech)
      if !features.isEmpty {
        merge(SpeakerCandidate(phrase: speaker, cue: speeches[index + 1].cue, features: features), into: &found)
      }
    }
    addSubjects(of: speech, to: &found)
    addNames(near: speech, to: &found)
    let rule = speech.speaker.map { name(of: $0) }
    for place in found.indices { describe(&found[place], speech, ruleName: rule ?? nil) }
    return found
  }

  /// Notes that somebody has spoken.
  mutating func note(_ phrase: NounPhrase?) {
    guard let phrase, let name = name(of: phrase) else { return }
    spoken[name, default: 0] += 1
  }

  /// The name of the entity in a phrase.
  func name(of phrase: NounPhrase) -> String? { entity(in: phrase.head).map { scene.entities[$0].name } }

  // MARK: - Where candidates come from

  private func ruleFeatures(of speech: ReportedSpeech) -> [SpeakerFeature] {
    var features: [SpeakerFeature] = []
    switch speech.rule {
    case "quote/SVQ": features.append(.ofReport)
    case "quote/SVN": features.append(.ofNaming)
    case "quote/QSV": features.append(.ofAttribution)
    case "quote/QVS": features.append(.ofInversion)
    case "quote/according-to": features.append(.ofSource)
    case "quote/continued": features.append(.ofContinuation)
    case "quote/carried", "quote/alone": features.append(.ofCarrying)
    case "quote/fragment": features.append(.ofFragment)
    case "quote/interrupted": features.append(.ofInterruption)
    default: features.append(.ofOther)
    }
    switch speech.kind {
    case .direct: features.append(.ofRuleDirect)
    case .mixed: features.append(.ofRuleMixed)
    case .indirect: features.append(.ofRuleIndirect)
    }
    if speech.isShared { features.append(.ofRuleShared) }
    let first = speech.tokens.lowerBound
    if first > 0, scene.isPunctuation(first - 1, ":") { features.append(.ofRuleAfterColon) }
    guard let speaker = speech.speaker else { return features }
    let own = speech.clause ?? speech.tokens
    let distance = min(abs(own.lowerBound - speaker.tokens.upperBound), abs(speaker.tokens.lowerBound - own.upperBound))
    features.append(distance > 20 ? .ofRuleFar : .ofRuleNear)
    if let entity = entity(in: speaker.head) {
      if scene.entities[entity].type == .person { features.append(.ofRulePerson) }
    } else if !scene.classes[speaker.head.lowerBound].isPronoun,
      !scene.language.roles.contains(scene.tokens[speaker.head.upperBound - 1])
    {
      features.append(.ofRuleThing)
    }
    return features
  }

  private func lastFeatures(of last: ReportedSpeech, before speech: ReportedSpeech) -> [SpeakerFeature] {
    var features: [SpeakerFeature] = [.last]
    if last.unit == speech.unit {
      features.append(.lastInSentence)
    } else {
      switch lineStarts(from: last.unit.lowerBound, to: speech.tokens.lowerBound) {
      case 0: features.append(.lastInParagraph)
      case 1: features.append(.lastBeforeParagraph)
      default: features.append(.lastFarther)
      }
    }
    if isLoose(speech) {
      features.append(.lastOfLoose)
    } else if isFragment(speech) {
      features.append(.lastOfFragment)
    } else {
      features.append(.lastOfReport)
    }
    if scene.tokens[speech.tokens.lowerBound].flags.contains(.lineStart) { features.append(.lastAtLineStart) }
    if speech.tokens.lowerBound - last.tokens.upperBound <= 1 { features.append(.lastRightBefore) }
    if speech.isShared { features.append(.lastOfSharedVerb) }
    return features
  }

  private func nextFeatures(of next: ReportedSpeech, behind speech: ReportedSpeech) -> [SpeakerFeature] {
    var features: [SpeakerFeature] = [.next]
    if next.unit == speech.unit {
      features.append(.nextInSentence)
    } else {
      guard next.unit.lowerBound - speech.unit.upperBound <= Self.reach else { return [] }
      let breaks = lineStarts(from: speech.tokens.upperBound, to: next.unit.lowerBound)
      if breaks == 0 { features.append(.nextInParagraph) }
      if breaks > 1 { return [] }
    }
    if isLoose(speech) { features.append(.nextOfLoose) }
    if isFragment(speech) { features.append(.nextOfFragment) }
    return features
  }

  private mutating func addSubjects(of speech: ReportedSpeech, to found: inout [SpeakerCandidate]) {
    if reports.unit != speech.unit { reports = (speech.unit, reportFinder.reports(in: speech.unit)) }
    let own = speech.clause ?? speech.tokens
    if let subject = reportFinder.mainSubject(speech.unit, before: own.lowerBound) {
      var candidate = SpeakerCandidate(phrase: subject, features: [.subjectOfSentence])
      candidate.add(.subjectOfSharedVerb, if: speech.isShared)
      candidate.add(.subjectOfFragment, if: isFragment(speech))
      candidate.add(.subjectOfLoose, if: isLoose(speech))
      merge(candidate, into: &found)
    }
    let near = reports.found[firstReport(at: own.lowerBound - Self.reach)...].prefix {
      $0.cue.tokens.lowerBound <= own.upperBound + Self.reach
    }
    let nearest = near.min { distance($0, own) < distance($1, own) }
    for report in near.prefix(8) {
      guard let speaker = report.speaker else { continue }
      var candidate = SpeakerCandidate(phrase: speaker, cue: report.cue.tokens, features: [.subjectOfCue])
      candidate.add(.subjectOfNearestCue, if: report.cue.tokens == nearest?.cue.tokens)
      candidate.add(.subjectOfOwnCue, if: report.cue.tokens == speech.cue)
      candidate.add(.isInverted, if: report.isInverted)
      merge(candidate, into: &found)
    }
  }

  /// The first of the reports whose word stands at a token or behind it.
  private func firstReport(at token: Int) -> Int {
    reports.found.partitionPoint { $0.cue.tokens.lowerBound < token }
  }

  private func distance(_ report: Report, _ own: Range<Int>) -> Int {
    let cue = report.cue.tokens
    return cue.upperBound <= own.lowerBound ? own.lowerBound - cue.upperBound : max(0, cue.lowerBound - own.upperBound)
  }

  /// Names and pronouns outside quotation marks, the nearest of the sentence and of the one before.
  private func addNames(near speech: ReportedSpeech, to found: inout [SpeakerCandidate]) {
    let own = speech.tokens
    let start = max(speech.unit.lowerBound, own.lowerBound - Self.reach)
    addNames(in: min(start, own.lowerBound)..<own.lowerBound, limit: 5, [.before], to: &found)
    let end = min(speech.unit.upperBound, own.upperBound + Self.reach)
    addNames(in: own.upperBound..<max(own.upperBound, end), limit: 3, [.after], to: &found)
    let first = speech.unit.lowerBound
    addNames(in: max(0, first - Self.reach)..<first, limit: 3, [.sentenceBefore], to: &found)
  }

  private func addNames(
    in tokens: Range<Int>, limit: Int, _ features: [SpeakerFeature], to found: inout [SpeakerCandidate]
  ) {
    var token = tokens.upperBound - 1
    var count = 0
    while token >= tokens.lowerBound, count < limit {
      defer { token -= 1 }
      guard scene.spanAt[token] < 0 else { continue }
      if scene.entityAt[token] >= 0 {
        let entity = scene.entityAt[token]
        let end = token + 1
        while token > tokens.lowerBound, scene.entityAt[token - 1] == entity { token -= 1 }
        switch scene.entities[Int(entity)].type {
        case .person, .organization, .geopolitical: break
        default: continue
        }
        merge(
          SpeakerCandidate(phrase: NounPhrase(token..<end), features: features), into: &found
        )
        count += 1
      } else if scene.classes[token] == .he || scene.classes[token] == .she {
        let phrase = NounPhrase(token..<token + 1)
        merge(SpeakerCandidate(phrase: phrase, features: features), into: &found)
        count += 1
      }
    }
  }

  /// One candidate a place: what overlaps is the same one seen twice.
  private func merge(_ candidate: SpeakerCandidate, into found: inout [SpeakerCandidate]) {
    if let same = found.firstIndex(where: { $0.phrase.tokens.overlaps(candidate.phrase.tokens) }) {
      // Each once: a weight counts once.
      for feature in candidate.features where !found[same].features.contains(feature) {
        found[same].add(feature)
      }
    } else {
      found.append(candidate)
    }
  }

  // MARK: - What a candidate looks like

  private func describe(_ candidate: inout SpeakerCandidate, _ speech: ReportedSpeech, ruleName: String?) {
    let phrase = candidate.phrase
    let head = phrase.head
    let own = speech.clause ?? speech.tokens
    let distance =
      phrase.tokens.upperBound <= own.lowerBound
      ? own.lowerBound - phrase.tokens.upperBound : phrase.tokens.lowerBound - own.upperBound
    switch distance {
    case ..<0: candidate.add(.isInsideClause)
    case ...2: candidate.add(.adjacent)
    case ...6: candidate.add(.near)
    case ...20: candidate.add(.reachable)
    default: candidate.add(.distant)
    }
    candidate.add(.startsSentence, if: scene.tokens[phrase.tokens.lowerBound].flags.contains(.sentenceStart))
    describePlace(&candidate, before: head.lowerBound - 1, behind: head.upperBound)
    describeKind(&candidate, head)
    guard let entity = entity(in: head) else { return }
    let name = scene.entities[entity].name
    let count = spoken[name] ?? 0
    candidate.add(.spokeBefore, if: count > 0)
    candidate.add(.spokeOften, if: count > 2)
    candidate.add(.isNamedAsRule, if: name == ruleName)
    candidate.add(
      .namedInQuote,
      if: speech.tokens.prefix(200).contains {
        scene.entityAt[$0] >= 0 && scene.entities[Int(scene.entityAt[$0])].name == name
      })
  }

  private func describePlace(_ candidate: inout SpeakerCandidate, before: Int, behind: Int) {
    if before >= 0, !scene.tokens[before + 1].flags.contains(.sentenceStart) {
      candidate.add(.afterPreposition, if: scene.classes[before] == .preposition)
      if let cue = cue(at: before) {
        candidate.add(.afterCue)
        candidate.add(.afterAddressedCue, if: cue.uses.contains(.addressee))
      } else {
        candidate.add(.afterVerb, if: scene.isFinite(before))
      }
    }
    guard behind < scene.tokens.count else { return }
    if scene.isPossessive(behind) { return candidate.add(.isPossessor) }
    if scene.isPunctuation(behind, ",") { return candidate.add(.beforeComma) }
    if cue(at: behind) != nil { return candidate.add(.beforeCue) }
    guard scene.isFinite(behind) else { return }
    candidate.add(.beforeVerb)
    if let entity = entity(in: candidate.phrase.head) {
      candidate.add(.personBeforeVerb, if: scene.entities[entity].type == .person)
    }
    // `Teneo issued a statement saying`
    candidate.add(
      .makesDocument,
      if: (behind + 1..<min(scene.tokens.count, behind + 5)).contains {
        scene.language.documents.contains(scene.tokens[$0])
      })
  }

  private func cue(at token: Int) -> ReportingCue? {
    scene.cueAt[token] >= 0 && scene.spanAt[token] < 0 ? scene.cues[Int(scene.cueAt[token])] : nil
  }

  private func describeKind(_ candidate: inout SpeakerCandidate, _ head: Range<Int>) {
    if let entity = entity(in: head) {
      switch scene.entities[entity].type {
      case .person: candidate.add(.person)
      case .organization: candidate.add(.organization)
      case .geopolitical:
        candidate.add(.place)
        // `in Ames, Iowa, Lee said`
        let before = head.lowerBound - 1
        candidate.add(.placeAfterComma, if: before >= 0 && scene.isPunctuation(before, ","))
      default: candidate.add(.otherEntity)
      }
      return
    }
    switch scene.classes[head.lowerBound] {
    case .he, .she: return candidate.add(.singularPronoun)
    case .it: return candidate.add(.itPronoun)
    case .they: return candidate.add(.pluralPronoun)
    case .speechPerson: return candidate.add(.speechPerson)
    case .otherPronoun, .relative, .that: return candidate.add(.otherPronoun)
    default: break
    }
    let last = head.upperBound - 1
    candidate.add(.indefinite, if: scene.language.indefinites.contains(scene.tokens[head.lowerBound]))
    if scene.language.documents.contains(scene.tokens[last]) { return candidate.add(.document) }
    if scene.language.roles.contains(scene.tokens[last]) { return candidate.add(.role) }
    if scene.isCapitalised(last) { return candidate.add(.unknownName) }
    // `help`, `old enough`: no noun phrase at all.
    let isPlural = scene.hasEnding(last, scene.language.pluralEndings)
    candidate.add(.bare, if: scene.classes[head.lowerBound] != .determiner && !isPlural)
    candidate.add(isPlural ? .plural : .description)
  }

  // MARK: - Questions

  private func entity(in head: Range<Int>) -> Int? {
    var token = head.upperBound - 1
    while token >= head.lowerBound, head.upperBound - token < 12 {
      if scene.entityAt[token] >= 0 { return Int(scene.entityAt[token]) }
      token -= 1
    }
    return nil
  }

  private func isLoose(_ speech: ReportedSpeech) -> Bool {
    let rule = speech.rule
    return rule == "quote/carried" || rule == "quote/alone"
  }

  private func isFragment(_ speech: ReportedSpeech) -> Bool { speech.rule == "quote/fragment" }

  /// The line breaks between two tokens, counted up to three, over at most four hundred tokens.
  private func lineStarts(from start: Int, to end: Int) -> Int {
    guard end - start <= 400 else { return 3 }
    var count = 0
    var token = start + 1
    while token <= end, token < scene.tokens.count, count < 3 {
      if scene.tokens[token].flags.contains(.lineStart) { count += 1 }
      token += 1
    }
    return count
  }
}
