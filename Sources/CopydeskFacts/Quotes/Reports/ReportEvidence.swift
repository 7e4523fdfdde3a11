import CopydeskText

/// What can be seen of a report without marks, for the judge of it: `QuoteConfidence`.
struct ReportEvidence: Sendable {
  let speech: ReportedSpeech
  let scene: SpeechScene

  /// The features, each once.
  var features: [ConfidenceFeature] { [opening, first, verbs] + [ending].compactMap { $0 } + ofCue + ofSpeaker }

  private var opening: ConfidenceFeature {
    let before = speech.tokens.lowerBound - 1
    guard before >= 0 else { return .afterOther }
    if speech.cue?.upperBound == speech.tokens.lowerBound { return .afterCue }
    switch scene.classes[before] {
    case .that: return .afterThat
    case .whether: return .afterWhether
    case .infinitive: return .afterInfinitive
    default: break
    }
    if scene.isPunctuation(before, ":") { return .afterColon }
    return scene.isPunctuation(before, ",") ? .afterComma : .afterOther
  }

  private var first: ConfidenceFeature {
    let index = speech.tokens.lowerBound
    let type = scene.classes[index]
    if type.isPronoun { return .opensPronoun }
    if scene.entityAt[index] >= 0 { return .opensName }
    switch type {
    case .determiner: return .opensDeterminer
    case .finite, .infinitive: return .opensFinite
    case .preposition: return .opensPreposition
    default: return .opensOther
    }
  }

  private var verbs: ConfidenceFeature {
    switch speech.tokens.prefix(80).reduce(0, { $0 + (scene.isFinite($1) ? 1 : 0) }) {
    case 0: .noVerb
    case 1: .oneVerb
    default: .manyVerbs
    }
  }

  private var ending: ConfidenceFeature? {
    let after = speech.tokens.upperBound
    if after >= speech.unit.upperBound || scene.isStop(after, end: speech.unit.upperBound) { return .endsSentence }
    if scene.isPunctuation(after, ",") { return .endsAtComma }
    return scene.classes[after] == .coordinator ? .endsAtJoiner : nil
  }

  private var ofCue: [ConfidenceFeature] {
    guard let cue = speech.cue else { return [] }
    var features: [ConfidenceFeature] = []
    let before = cue.lowerBound - 1
    if before >= 0 {
      if scene.isFinite(before) { features.append(.behindVerb) }
      if scene.classes[before] == .coordinator { features.append(.behindJoiner) }
      if scene.isPunctuation(before, ",") { features.append(.behindComma) }
    }
    let place = Int(scene.cueAt[cue.lowerBound])
    guard place >= 0 else { return features }
    let uses = scene.cues[place].uses
    for (use, feature) in Self.uses where uses.contains(use) { features.append(feature) }
    return features
  }

  private static let uses: [(ReportingUse, ConfidenceFeature)] = [
    (.clauseOnly, .takesOnlyClause), (.addressee, .takesAddressee), (.directive, .takesInfinitive),
    (.question, .takesQuestion), (.characterisation, .takesThing), (.nounlike, .isNounlike),
    (.participle, .isParticiple),
  ]

  private var ofSpeaker: [ConfidenceFeature] {
    guard let speaker = speech.speaker else { return [.byNobody] }
    var features: [ConfidenceFeature] = []
    if speaker.pronoun != nil { features.append(.byRelative) }
    if scene.tokens[speaker.tokens.lowerBound].flags.contains(.sentenceStart) { features.append(.opensSentence) }
    let noun = speaker.head.upperBound - 1
    if let entity = scene.entity(at: noun) {
      features.append(scene.entities[entity].type == .person ? .byPerson : .byName)
    } else if scene.classes[speaker.head.lowerBound].isPronoun {
      features.append(.byPronoun)
    } else if scene.language.documents.contains(scene.tokens[noun]) {
      features.append(.byPaper)
    } else if scene.language.roles.contains(scene.tokens[noun]) {
      features.append(.byRole)
    } else {
      features.append(scene.hasEnding(noun, scene.language.pluralEndings) ? .byPlural : .byDescription)
    }
    return features
  }
}
