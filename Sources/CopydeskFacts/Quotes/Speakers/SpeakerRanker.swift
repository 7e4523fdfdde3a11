import CopydeskText
import Glibc

/// Chooses who said a quote among those who may have.
///
/// A conditional logit over `SpeakerFeature`; docs/internals/QUOTES-MODEL.md tells how its weights were learned.
enum SpeakerRanker {
  /// How much speaks for a candidate.
  static func score(_ features: [SpeakerFeature]) -> Double {
    features.reduce(0) { $0 + QuoteModels.speakers[$1.rawValue] }
  }

  /// Whether the choice is made here: the lines of a transcript name their speakers, and so does a participle with a
  /// subject of its own (`with Lee stating: …`).
  static func decides(_ speech: ReportedSpeech, _ scene: SpeechScene) -> Bool {
    let rule = speech.rule
    guard rule != "quote/transcript", rule != "quote/headline-colon", scene.language.has(.learnedQuotes) else {
      return false
    }
    return !speech.isFixed
  }

  /// Gives each speech the likeliest speaker.
  static func chooseSpeakers(in finder: inout ReportedSpeechFinder) {
    finder.found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var candidates = SpeakerCandidates(finder, speeches: finder.found)
    var last: ReportedSpeech?
    for index in finder.found.indices {
      if decides(finder.found[index], finder.scene) {
        let all = candidates.candidates(of: index, last: last)
        let scores = all.map { score($0.features) }
        if let best = scores.indices.max(by: { scores[$0] < scores[$1] }) {
          let isOther = finder.found[index].speaker?.tokens != all[best].phrase.tokens
          let isImpersonal = finder.found[index].isImpersonal(all[best].phrase, finder.scene)
          finder.found[index].speaker = isImpersonal ? nil : all[best].phrase
          finder.found[index].share = 1 / scores.reduce(0) { $0 + exp($1 - scores[best]) }
          if isOther, let cue = all[best].cue { finder.found[index].cue = cue }
        }
      }
      if finder.scene.language.has(.learnedQuotes) {
        finder.found[index].confidence = QuoteConfidence.confidence(of: finder.found[index], in: finder.scene)
      }
      candidates.note(finder.found[index].speaker)
      last = finder.found[index]
    }
    guard finder.scene.language.has(.learnedQuotes) else { return }
    // What is asked for (`urged both to show restraint`) stays: the texts that the judge learned from pass most of it over.
    let scene = finder.scene
    finder.found.removeAll {
      $0.kind == .indirect && $0.confidence < QuoteModels.acceptance
        && scene.classes[$0.tokens.lowerBound] != .infinitive
    }
  }

  /// What is seen of the candidates of each speech: the rules' choice first.
  static func evidence(in finder: ReportedSpeechFinder) -> [(speech: ReportedSpeech, candidates: [SpeakerCandidate])] {
    let speeches = finder.found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var candidates = SpeakerCandidates(finder, speeches: speeches)
    var last: ReportedSpeech?
    return speeches.indices.map { index in
      defer {
        candidates.note(speeches[index].speaker)
        last = speeches[index]
      }
      return (
        speeches[index],
        decides(speeches[index], finder.scene) ? candidates.candidates(of: index, last: last) : []
      )
    }
  }
}

extension ReportedSpeech {
  /// Whether the one who is chosen is the *it* of `it was announced that`.
  fileprivate func isImpersonal(_ phrase: NounPhrase, _ scene: SpeechScene) -> Bool {
    speaker == nil && scene.classes[phrase.tokens.lowerBound] == .it
      && cue.map { $0.lowerBound - phrase.tokens.upperBound <= 2 } ?? false
  }
}
