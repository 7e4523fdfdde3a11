import CopydeskText

/// A reporting word with its subject: who says something, and where that may stand.
struct Report: Sendable {
  let cue: ReportingCue
  /// The subject, if there is one of its own or one to share.
  var speaker: NounPhrase?
  /// Where the words of attribution begin: what is said may end before.
  var start: Int
  /// Where they end: what is said may begin here.
  var end: Int
  /// `said Peter Stano`.
  var isInverted = false
  /// Whether the subject is that of an earlier verb: `warned … and urged`.
  var isShared = false
  /// Whether grammar leaves no choice of the speaker: a passive, whose subject does not speak (`The board was told that …`), a
  /// participle with a noun of its own.
  var isFixed = false
  /// Whether it is a passive.
  var isPassive = false
  /// Where what it reports ends at the latest: at the comma of `Saying the road was closed, police …`.
  var ceiling: Int?
}

/// Finds the reports of a sentence.
struct ReportFinder: Sendable {
  let scene: SpeechScene
  let phrases: NounPhraseFinder

  init(_ scene: SpeechScene) {
    self.scene = scene
    phrases = NounPhraseFinder(scene: scene)
  }

  /// The reports outside quotation marks, in order.
  func reports(in unit: Range<Int>) -> [Report] {
    var reports: [Report] = []
    var index = unit.lowerBound
    while index < unit.upperBound {
      let place = Int(scene.cueAt[index])
      guard place >= 0, scene.spanAt[index] < 0, scene.cues[place].tokens.upperBound <= unit.upperBound else {
        index += 1
        continue
      }
      if let report = report(scene.cues[place], in: unit, after: outermost(reports)) { reports.append(report) }
      index = scene.cues[place].tokens.upperBound
    }
    return reports
  }

  /// The last report that is not part of what another one says: `said Serbia claimed …, adding` goes on with *said*.
  ///
  /// Looks back over eight reports, more than any sentence nests: 'said said said …' would cost its square.
  private func outermost(_ reports: [Report]) -> Report? {
    var index = reports.count - 1
    while index > 0, reports.count - index < 8 {
      // A later report may begin first: `The customs report says orders rose`, where both words have one subject.
      let start = reports[index].start
      let isInside = start == reports[index - 1].end || start > 0 && scene.classes[start - 1] == .that
      guard isInside || reports[index].cue.uses.isDisjoint(with: [.clause, .directive]) else { break }
      index -= 1
    }
    return index >= 0 ? reports[index] : nil
  }

  private func sharedSubject(_ earlier: Report?, _ unit: Range<Int>, _ first: Int) -> NounPhrase? {
    if let earlier, let speaker = earlier.speaker { return speaker }
    return mainSubject(unit, before: first)
  }

  private func report(_ cue: ReportingCue, in unit: Range<Int>, after earlier: Report?) -> Report? {
    let (first, behind) = (cue.tokens.lowerBound, cue.tokens.upperBound)
    if isNominal(cue, unit) { return nil }
    var report = Report(cue: cue, speaker: nil, start: first, end: behind)

    if let pronoun = cue.pronoun {
      report.speaker = NounPhrase(pronoun..<pronoun + 1)
      report.end = max(behind, pronoun + 1)
      report.isInverted = true
      return report
    }
    if followsSpeech(first, unit), !cue.uses.contains(.participle), cue.isCompound || scene.classes[first] != .finite,
      let phrase = phrases.phrase(
        startingAt: phrases.speakerStart(behind: behind, unit), end: unit.upperBound,
        isCertain: first > unit.lowerBound && (scene.spanAt[first - 1] >= 0 || opensTitledName(behind, unit))),
      isSpeakerOfInversion(phrase, first, unit)
    {
      report.speaker = phrase
      report.end = phrase.tokens.upperBound
      report.isInverted = true
      return report
    }
    if let inverted = commented(cue, unit) { return inverted }
    if let passive = passive(cue, unit) { return passive }
    if let infinitive = infinitive(cue, unit) { return infinitive }
    // `Kako je rekla Dova, …`, `Siç tha Dova, …`
    if first == phrases.afterComment(unit), scene.language.comments.contains(scene.tokens[phrases.commentStart(unit)]),
      scene.language.has(.commentInverts), let phrase = phrases.phrase(startingAt: behind, end: unit.upperBound)
    {
      report.speaker = phrase
      report.end = phrase.tokens.upperBound
      report.isInverted = true
      return report
    }
    // `«…», dijo.`
    if scene.language.has(.verbAlone), isQuoted(before: first), !cue.uses.contains(.participle) {
      report.speaker = earlier?.speaker
      report.isInverted = true
      return report
    }
    // `Kurti, "…" dedi`
    if cue.uses.contains(.last) {
      report.speaker = mainSubject(unit, before: first)
      return report
    }
    if cue.uses.contains(.participle) {
      report.isShared = true
      if let (subject, comma) = subjectBehind(first, unit) {
        (report.speaker, report.ceiling) = (subject, comma)
        report.isFixed = true
      } else if let subject = subject(ofParticiple: first, unit) {
        report.speaker = subject
        report.isFixed = true
      } else {
        report.speaker = sharedSubject(earlier, unit, first)
      }
      return report
    }
    let floor = max(unit.lowerBound, earlierEnd(unit, before: first))
    switch phrases.subject(before: first, floor: floor) {
    case .phrase(let phrase):
      report.speaker = reaching(phrase, back: floor, unit)
      report.start = report.speaker?.tokens.lowerBound ?? phrase.tokens.lowerBound
    case .shared:
      report.speaker = sharedSubject(earlier, unit, first)
      report.isShared = true
      // `and claims that the referee was bribed`
      let isVerb =
        first > unit.lowerBound && scene.classes[first - 1] == .coordinator && behind < unit.upperBound
        && scene.classes[behind] == .that
      if cue.uses.contains(.nounlike), !isVerb { return nil }
    case .none:
      if cue.uses.contains(.nounlike) { return nil }
    }
    return report
  }

  /// `…, según dijo la alcaldesa`, `…, comme l'a dit le maire`: *as* and the verb before its subject, after what is said.
  private func commented(_ cue: ReportingCue, _ unit: Range<Int>) -> Report? {
    guard scene.language.has(.trailingComments) else { return nil }
    var start = cue.tokens.lowerBound - 1
    if start > unit.lowerBound, scene.classes[start] == .determiner { start -= 1 }
    guard start > unit.lowerBound, scene.language.comments.contains(scene.tokens[start]), followsSpeech(start, unit),
      let phrase = phrases.phrase(
        startingAt: phrases.speakerStart(behind: cue.tokens.upperBound, unit), end: unit.upperBound)
    else { return nil }
    var report = Report(cue: cue, speaker: phrase, start: start, end: phrase.tokens.upperBound)
    report.isInverted = true
    return report
  }

  /// Whether a quotation ends right before a token or the comma before it.
  private func isQuoted(before index: Int) -> Bool {
    index > 0 && scene.spanAt[index - 1] >= 0
      || index > 1 && scene.isPunctuation(index - 1, ",") && scene.spanAt[index - 2] >= 0
  }

  /// `…, said harbour engineer Mira Dova`: small letters before a person's name.
  private func opensTitledName(_ start: Int, _ unit: Range<Int>) -> Bool {
    for index in start..<min(unit.upperBound, start + 5) {
      let entity = Int(scene.entityAt[index])
      if entity >= 0 { return index > start && scene.entities[entity].type == .person }
      guard scene.isWord(index), scene.classes[index] == .other, scene.cueAt[index] < 0, !scene.isFinite(index) else {
        return false
      }
    }
    return false
  }

  /// `"…," the senator and Democratic candidate said`: all between the quotation and the verb is the subject.
  private func reaching(_ phrase: NounPhrase, back floor: Int, _ unit: Range<Int>) -> NounPhrase {
    let start = phrase.tokens.lowerBound
    guard floor > unit.lowerBound, start > floor, start - floor <= 12, scene.classes[floor] == .determiner else {
      return phrase
    }
    let isPhrase = (floor..<start).allSatisfy {
      scene.isWord($0) && !scene.isFinite($0) && scene.classes[$0] != .that && scene.classes[$0] != .subordinator
    }
    guard isPhrase else { return phrase }
    return NounPhrase(
      floor..<phrase.tokens.upperBound, head: floor..<phrase.head.upperBound,
      whole: floor..<phrase.whole.upperBound, apposition: phrase.apposition)
  }

  /// The end of the last quotation before a token: a subject does not reach into it.
  private func earlierEnd(_ unit: Range<Int>, before token: Int) -> Int {
    var index = token - 1
    while index >= unit.lowerBound, token - index < 60 {
      if scene.spanAt[index] >= 0 { return index + 1 }
      index -= 1
    }
    return unit.lowerBound
  }

  /// Whether the word is a noun here (`the report`, `his claims`) or a passive that reports nothing (`was reported`).
  private func isNominal(_ cue: ReportingCue, _ unit: Range<Int>) -> Bool {
    let first = cue.tokens.lowerBound
    // `Asked about the gate, she …`
    guard first > unit.lowerBound else {
      // `Asked whether she would resign, …`: by nobody.
      let behind = cue.tokens.upperBound
      if cue.uses.contains(.question), behind < unit.upperBound, scene.classes[behind] == .whether { return false }
      return cue.uses.contains(.nounlike) || scene.language.has(.pastAsParticiple) && !cue.uses.contains(.participle)
    }
    let previous = first - 1
    // `1,200 pledged delegates`
    if scene.tokens[previous].kind == .number, scene.hasEnding(first, scene.language.pastEndings) { return true }
    // `so-called`
    if scene.isPunctuation(previous, "-"), !scene.isDash(previous) { return true }
    // `wants to say`, `to warn`: what was not said is not reported.
    if scene.classes[previous] == .infinitive {
      return first - 2 < unit.lowerBound
        || !scene.language.phases.contains(scene.tokens[first - 2])
          && !(max(unit.lowerBound, first - 10)..<first - 2).contains {
            scene.language.forcers.contains(scene.tokens[$0])
          }
    }
    if scene.classes[previous] == .negation { return true }
    // `s'ajoute`, `il est dit que`
    if scene.entityAt[previous] < 0, scene.language.blockers.contains(scene.tokens[previous]) { return true }
    // `Leka’s proposed credit`
    if scene.isPossessive(previous) { return true }
    // `when asked`, `if said`
    if scene.classes[previous] == .subordinator, scene.language.has(.pastAsParticiple) {
      // But `has since said`.
      let isSince = previous > unit.lowerBound && scene.classes[previous - 1] == .finite
      return !cue.uses.contains(.participle) && !isSince
    }
    if scene.language.quantifiers.contains(scene.tokens[previous]) { return cue.uses.contains(.nounlike) }
    guard cue.uses.contains(.nounlike) else {
      // `Those close to her say`
      let isObject =
        scene.language.objectPronouns.contains(scene.tokens[previous]) && previous > unit.lowerBound
        && scene.isPreposition(previous - 1)
      return scene.classes[previous] == .determiner && !isObject
        && !scene.language.quantifiers.contains(scene.tokens[previous])
        && !cue.isCompound || isPassive(cue) || isAttribute(first, unit)
    }
    if cue.tokens.upperBound < unit.upperBound, scene.classes[cue.tokens.upperBound] == .finite { return true }
    switch scene.classes[previous] {
    case .determiner, .preposition, .finite: return true
    case .adverb:
      return !scene.hasEnding(previous, scene.language.adverbEndings)
        && !scene.language.frequencies.contains(scene.tokens[previous])
    case .other:
      if scene.isPossessive(previous) { return true }
      return scene.entityAt[previous] < 0 && !scene.hasEnding(previous, scene.language.pluralEndings)
        && !scene.language.roles.contains(scene.tokens[previous])
    default: return false
    }
  }

  /// `The widely reported flaw`: a participle before its noun.
  private func isAttribute(_ first: Int, _ unit: Range<Int>) -> Bool {
    first - 2 >= unit.lowerBound && scene.classes[first - 1] == .adverb && scene.classes[first - 2] == .determiner
      && scene.hasEnding(first, scene.language.pastEndings)
  }

  /// `was first noted when …`, `be added to`: the subject does not speak.
  private func isPassive(_ cue: ReportingCue) -> Bool {
    guard !cue.uses.contains(.participle), !cue.uses.contains(.last), scene.language.has(.pastAsParticiple) else {
      return false
    }
    var index = cue.tokens.lowerBound - 1
    let after = cue.tokens.upperBound
    if after < scene.tokens.count,
      scene.classes[after] == .that || scene.spanAt[after] >= 0 || scene.language.agents.contains(scene.tokens[after])
    {
      return false
    }
    while index > 0, scene.classes[index] == .adverb || scene.classes[index] == .negation { index -= 1 }
    return scene.language.passives.contains(scene.tokens[index])
  }

  /// Whether speech may have ended right before the token: a comma, a dash or a closing mark.
  private func followsSpeech(_ index: Int, _ unit: Range<Int>) -> Bool {
    guard index > unit.lowerBound else { return false }
    let previous = index - 1
    return scene.spanAt[previous] >= 0 || scene.isPunctuation(previous, ",") || scene.isDash(previous)
  }

  /// `…," said Stano` and `…, said the spokesman.`, but not `Petrović, who …, said the road was safe`.
  private func isSpeakerOfInversion(_ phrase: NounPhrase, _ first: Int, _ unit: Range<Int>) -> Bool {
    if scene.spanAt[first - 1] >= 0 || first >= 2 && scene.spanAt[first - 2] >= 0 { return true }
    // `Porter, a driver from Ava, said he would vote`
    if scene.classes[phrase.tokens.lowerBound].isPronoun {
      // German `…, fügte sie hinzu.`: the verb stands second, so that what is before it is the clause.
      return scene.language.has(.clauseComma) && phrase.tokens.upperBound + 2 >= unit.upperBound
    }
    if scene.language.has(.thatRequired), !phrases.namesSomebody(phrase) { return false }
    let after = phrase.tokens.upperBound
    if after >= unit.upperBound { return true }
    let hasClauseBefore = (max(unit.lowerBound, first - 200)..<first).contains(where: scene.isFinite)
    if scene.classes[after] == .relative { return hasClauseBefore }
    if scene.isPunctuation(after, ","), scene.isPunctuation(first - 1, ","), after + 1 < unit.upperBound,
      scene.isFinite(after + 1)
    {
      return true
    }
    if scene.isFinite(after) || scene.classes[after] == .that || scene.spanAt[after] >= 0 { return false }
    // `UNESCO, which protects the lake, asked both countries to share their data`
    if scene.classes[after] == .infinitive, scene.spanAt[first - 1] < 0 { return false }
    var hasClauseAfter = false
    for index in (after..<unit.upperBound).prefix(12) {
      if scene.classes[index] == .that { return false }
      if scene.classes[index] == .relative { break }
      // `said Bo Lind, adding that …`
      if scene.isPunctuation(index, ","),
        scene.hasEnding(min(index + 1, unit.upperBound - 1), scene.language.participleEndings)
      {
        break
      }
      if scene.classes[index] == .finite { hasClauseAfter = true }
    }
    return hasClauseBefore && !hasClauseAfter
  }

  /// `In Ames, Iowa, on Sunday, Lee …`: the second half of a place.
  private func isPlaceBehindComma(_ index: Int, _ unit: Range<Int>) -> Bool {
    guard index > unit.lowerBound + 1, scene.isPunctuation(index - 1, ","), scene.entityAt[index] >= 0,
      scene.classes[unit.lowerBound] == .preposition
    else { return false }
    let entity = scene.entityAt[index]
    var end = index
    while end < unit.upperBound, scene.entityAt[end] == entity { end += 1 }
    return scene.entities[Int(entity)].type == .geopolitical && end < unit.upperBound && scene.isPunctuation(end, ",")
  }

  private func endsPerson(_ end: Int) -> Bool {
    guard let entity = scene.entity(at: end - 1), scene.entityAt[end] < 0, !scene.isPossessive(end) else {
      return false
    }
    return scene.entities[entity].type == .person && !scene.language.joiners.contains(scene.tokens[end])
      && !scene.isPunctuation(end, "-.'") && !scene.isApostrophe(end)
  }

  private func closesSubject(_ index: Int) -> Bool {
    switch scene.classes[index] {
    case .that, .relative, .subordinator, .infinitive: scene.entityAt[index] < 0
    default: false
    }
  }

  /// The subject of the sentence, for a verb without one of its own: `The airline cancelled flights, saying …`
  func mainSubject(_ unit: Range<Int>, before limit: Int) -> NounPhrase? {
    var start = unit.lowerBound
    // Past `On Friday,`, `After the talks,`, `Speaking in Bonn,` and `Likewise,`.
    for _ in 0..<4 where start < limit {
      let opening = scene.classes[start]
      let isAdverbial =
        opening == .preposition || opening == .subordinator || opening == .whether || opening == .adverb
        || opening == .time || isPlaceBehindComma(start, unit)
        || opening == .other && scene.entityAt[start] < 0
          && (scene.hasEnding(start, scene.language.participleEndings)
            || scene.hasEnding(start, scene.language.pastEndings))
        || start + 1 < limit && scene.isPunctuation(start + 1, ",") && scene.entityAt[start] < 0
          && !scene.language.roles.contains(scene.tokens[start])
      guard isAdverbial, let comma = (start..<min(limit, start + 25)).first(where: { scene.isPunctuation($0, ",") }),
        comma + 1 < limit || !(start..<comma).contains(where: scene.isFinite)
      else { break }
      start = comma + 1
    }
    // Bounded, so that a line of nothing but quotations stays linear.
    while start < limit, start < unit.lowerBound + 400,
      scene.classes[start] == .coordinator || scene.classes[start] == .adverb
        || scene.tokens[start].kind == .punctuation || scene.spanAt[start] >= 0
    {
      start += 1
    }
    guard start < limit else { return nil }
    if scene.classes[start].isPronoun { return NounPhrase(start..<start + 1) }
    var end = start
    while end < limit, end - start < 25, !scene.isFinite(end) || end == start, !scene.isPunctuation(end, ",;:"),
      scene.spanAt[end] < 0, scene.cueAt[end] < 0 || end == start, end == start || !closesSubject(end),
      // `Bakan Hakan Demir konuştu`: a person's name closes the subject where no list knows the verb.
      end == start || scene.language.has(.knownVerbs) || !endsPerson(end),
      // `Dova clearly erred in saying`
      end == start || scene.classes[end] != .adverb || scene.entityAt[end - 1] < 0
    {
      end += 1
    }
    return phrases.phrase(endingAt: end, floor: start) ?? phrases.phrase(startingAt: start, end: limit)
  }
}
