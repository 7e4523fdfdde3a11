import Glibc

/// What the confidence of a quote rests on; a weight stands for each.
enum ConfidenceFeature: Int, CaseIterable, Sendable {
  /// Always there.
  case bias
  // How it is reported, and what took it.
  case direct, mixed, indirect
  case report, naming, attribution, inversion, source, continuation, carrying, fragment, interruption, other
  case sharesSubject, long, short
  // How sure it is that somebody says it: the log odds of `QuotationScorer`, above these bounds.
  case scoreAbove2, scoreAbove3, scoreAbove4, scoreAbove6
  // How sure the choice of the speaker is: its share among the candidates, above these bounds.
  case hasChoice, choiceAbove50, choiceAbove70, choiceAbove85, choiceAbove95
  // Of words without marks: what opens them, and the first of them.
  case afterThat, afterWhether, afterInfinitive, afterColon, afterComma, afterCue, afterOther
  case opensPronoun, opensDeterminer, opensName, opensFinite, opensPreposition, opensOther
  // How many of them are verbs that show a clause.
  case noVerb, oneVerb, manyVerbs
  // What stands behind them.
  case endsSentence, endsAtComma, endsAtJoiner
  // How their reporting word is used, and what stands right before it.
  case takesOnlyClause, takesAddressee, takesInfinitive, takesQuestion, takesThing, isNounlike, isParticiple
  case behindVerb, behindJoiner, behindComma
  // Who says them.
  case byPerson, byName, byPronoun, byRole, byPaper, byPlural, byDescription, byNobody, byRelative, opensSentence
}

/// The probability that a quote is one and that its speaker is right, learned with the other models.
enum QuoteConfidence {
  /// 0…1.
  static func confidence(of speech: ReportedSpeech, in scene: SpeechScene) -> Double {
    let odds = features(of: speech, in: scene).reduce(0) { $0 + QuoteModels.confidence[$1.rawValue] }
    return (1 / (1 + exp(-odds)) * 100).rounded() / 100
  }

  /// What the confidence of a quote rests on.
  static func features(of speech: ReportedSpeech, in scene: SpeechScene) -> [ConfidenceFeature] {
    var features = plainFeatures(of: speech, in: scene)
    if let score = speech.score {
      for (feature, bound) in scores where score > bound { features.append(feature) }
    }
    if let share = speech.share {
      features.append(.hasChoice)
      for (feature, bound) in choices where share > bound { features.append(feature) }
    }
    return features
  }

  private static let scores: [(ConfidenceFeature, Double)] = [
    (.scoreAbove2, 2), (.scoreAbove3, 3), (.scoreAbove4, 4), (.scoreAbove6, 6),
  ]
  private static let choices: [(ConfidenceFeature, Double)] = [
    (.choiceAbove50, 0.5), (.choiceAbove70, 0.7), (.choiceAbove85, 0.85), (.choiceAbove95, 0.95),
  ]

  /// Those that no model decides.
  static func plainFeatures(of speech: ReportedSpeech, in scene: SpeechScene) -> [ConfidenceFeature] {
    var features: [ConfidenceFeature] = [.bias]
    switch speech.kind {
    case .direct: features.append(.direct)
    case .mixed: features.append(.mixed)
    case .indirect: features.append(.indirect)
    }
    switch speech.rule {
    case "quote/SVQ": features.append(.report)
    case "quote/SVN": features.append(.naming)
    case "quote/QSV": features.append(.attribution)
    case "quote/QVS": features.append(.inversion)
    case "quote/according-to": features.append(.source)
    case "quote/continued": features.append(.continuation)
    case "quote/carried", "quote/alone": features.append(.carrying)
    case "quote/fragment": features.append(.fragment)
    case "quote/interrupted": features.append(.interruption)
    default: features.append(.other)
    }
    if speech.isShared { features.append(.sharesSubject) }
    let count = (speech.clause ?? speech.tokens).count
    if count > 30 { features.append(.long) }
    if count < 8 { features.append(.short) }
    if speech.kind == .indirect { features += ReportEvidence(speech: speech, scene: scene).features }
    return features
  }
}
