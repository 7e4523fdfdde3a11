import CopydeskText

/// Who speaks where the reporting word is no finite verb with a subject before it: participles, passives, infinitives.
extension ReportFinder {
  /// The noun right before a participle; not the paper that the subject makes: `The union released a statement saying …`.
  func subject(ofParticiple first: Int, _ unit: Range<Int>) -> NounPhrase? {
    guard let phrase = phrases.subject(ofParticiple: first, floor: unit.lowerBound) else { return nil }
    let before = phrase.tokens.lowerBound - 1
    let isMade =
      before > unit.lowerBound && scene.language.documents.contains(scene.tokens[phrase.head.upperBound - 1])
      && scene.language.publishers.contains(scene.tokens[before])
    return isMade ? nil : phrase
  }

  /// `In describing the verdict as “a disgrace,” the bishop …`, `Recalling the storm, Ek …`: the subject after the participle
  /// that opens the sentence, and the comma before it.
  func subjectBehind(_ first: Int, _ unit: Range<Int>) -> (subject: NounPhrase, comma: Int)? {
    guard first - unit.lowerBound <= 2,
      (unit.lowerBound..<first).allSatisfy({
        scene.classes[$0] == .preposition || scene.classes[$0] == .subordinator || scene.classes[$0] == .adverb
          || scene.classes[$0] == .coordinator
      })
    else { return nil }
    for index in first + 1..<max(first + 1, min(unit.upperBound - 1, first + 40)) {
      let closes = scene.spanAt[index] >= 0 && scene.spanAt[index + 1] < 0
      guard closes || scene.spanAt[index] < 0 && scene.isPunctuation(index, ",") else { continue }
      let next = closes && scene.isPunctuation(index + 1, ",") ? index + 2 : index + 1
      guard next < unit.upperBound, phrases.opensPhrase(next),
        let subject = phrases.phrase(startingAt: next, end: unit.upperBound)
      else { continue }
      return (subject, closes ? index + 1 : index)
    }
    return nil
  }

  /// `The board was told that …`, `She was told by doctors that …`: who speaks stands behind *by*, or nowhere.
  func passive(_ cue: ReportingCue, _ unit: Range<Int>) -> Report? {
    guard scene.language.has(.pastAsParticiple), cue.uses.isDisjoint(with: [.participle, .last, .nounlike]) else {
      return nil
    }
    let first = cue.tokens.lowerBound
    var auxiliary = first
    if first == unit.lowerBound {
      guard cue.uses.contains(.question), let (_, comma) = subjectBehind(first, unit) else { return nil }
      var report = Report(cue: cue, speaker: nil, start: first, end: cue.tokens.upperBound)
      (report.isFixed, report.isPassive, report.ceiling) = (true, true, comma)
      return report
    }
    if !scene.language.passives.contains(scene.tokens[first]) {
      auxiliary -= 1
      while auxiliary > unit.lowerBound, scene.classes[auxiliary] == .adverb { auxiliary -= 1 }
      guard auxiliary >= unit.lowerBound, scene.language.passives.contains(scene.tokens[auxiliary]) else { return nil }
    }
    let end = cue.tokens.upperBound
    var report = Report(cue: cue, speaker: nil, start: first, end: end)
    // `In the ministry's reaction it is stated that …`: whoever else the sentence names.
    let isImpersonal = auxiliary > unit.lowerBound && scene.classes[auxiliary - 1] == .it
    (report.isFixed, report.isPassive) = (!isImpersonal, true)
    if isImpersonal { report.speaker = author(unit, before: auxiliary - 1) }
    if end + 1 < unit.upperBound, scene.language.agents.contains(scene.tokens[end]),
      let agent = phrases.phrase(startingAt: end + 1, end: unit.upperBound, isCertain: true)
    {
      report.speaker = agent
      report.end = agent.tokens.upperBound
    }
    return report
  }

  /// `In the reaction of the ministry, it is stated that …`: who wrote the paper that the sentence opens with.
  func author(_ unit: Range<Int>, before limit: Int) -> NounPhrase? {
    guard scene.classes[unit.lowerBound] == .preposition,
      let paper = phrases.reader.phrase(from: unit.lowerBound + 1, limit: limit, isClosed: true),
      scene.language.documents.contains(scene.tokens[paper.head.upperBound - 1])
    else { return nil }
    return phrases.reader.phrase(from: paper.head.upperBound + 1, limit: paper.whole.upperBound, isClosed: true)
  }

  /// `has begun to argue that`, `forced the operator to admit that`: infinitives that do report.
  func infinitive(_ cue: ReportingCue, _ unit: Range<Int>) -> Report? {
    let first = cue.tokens.lowerBound
    guard first > unit.lowerBound + 1, scene.classes[first - 1] == .infinitive else { return nil }
    var report = Report(cue: cue, speaker: nil, start: first, end: cue.tokens.upperBound)
    if scene.language.phases.contains(scene.tokens[first - 2]) {
      guard case .phrase(let subject) = phrases.subject(before: first - 2, floor: unit.lowerBound) else { return nil }
      (report.speaker, report.start) = (subject, subject.tokens.lowerBound)
      return report
    }
    for verb in stride(from: first - 3, through: max(unit.lowerBound, first - 10), by: -1)
    where scene.language.forcers.contains(scene.tokens[verb]) {
      guard let object = phrases.reader.phrase(from: verb + 1, limit: first - 1, isClosed: true),
        object.tokens.upperBound == first - 1
      else { return nil }
      (report.speaker, report.start, report.isFixed) = (object, object.tokens.lowerBound, true)
      return report
    }
    return nil
  }
}
