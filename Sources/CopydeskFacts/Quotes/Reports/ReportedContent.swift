import CopydeskText

/// Where the words of a report stand, and what of them is said.
struct ReportedContent: Sendable {
  /// Its place, which names the rule.
  enum Order: Sendable { case subjectVerbQuote, quoteSubjectVerb, quoteVerbSubject, interrupted }

  var tokens: Range<Int>
  var order: Order
  /// Whether only quoted words make it a quote: the object of *call*, a verb without a clause.
  var needsQuotation = false
  /// Whether a word of the clause itself, *that*, *to*, stands before it, so that a quotation in it is a fragment.
  var isSubordinate = false
}

/// Finds what a report reports.
struct ContentFinder: Sendable {
  let scene: SpeechScene
  let phrases: NounPhraseFinder

  init(_ scene: SpeechScene) {
    self.scene = scene
    phrases = NounPhraseFinder(scene: scene)
  }

  /// The content of a report; `floor` is where the content of the report before it ends, `next` where the next begins.
  func content(of report: Report, in unit: Range<Int>, floor: Int, others: ArraySlice<Report>) -> ReportedContent? {
    if namesThing(report) { return nil }
    let ceiling = contentEnd(after: report, in: unit, others: others)
    let next = others.first { $0.start >= report.end }?.start ?? unit.upperBound
    let isBehind = followsSpeech(report, floor: floor)
    if let content = commented(by: report, in: unit) { return content }
    if report.isInverted || scene.language.hasVerbLast(report.cue) {
      if let content = contentBefore(report, in: unit, floor: floor) { return content }
      return contentAfter(report, end: ceiling, next: next, isBehind: false)
    }
    // A quotation that ends right before the subject is what was said, unless a colon or *that* opens something else.
    if isBehind, let content = contentBefore(report, in: unit, floor: floor) {
      if let after = contentAfter(report, end: ceiling, next: next, isBehind: true), after.isSubordinate {
        return after
      }
      return content
    }
    if isParenthesis(report, in: unit, floor: floor), let content = contentBefore(report, in: unit, floor: floor) {
      return content
    }
    if let content = contentAfter(report, end: ceiling, next: next, isBehind: false) { return content }
    return contentBefore(report, in: unit, floor: floor)
  }

  /// `le quartier dit « La Marina »`: a participle before a name.
  private func namesThing(_ report: Report) -> Bool {
    let end = report.cue.tokens.upperBound
    // `The song, called “Harbour Lights,” was sung by …`
    let first = report.cue.tokens.lowerBound
    if first > 0, end < scene.tokens.count, scene.isPunctuation(first - 1, ","), scene.spanAt[end] >= 0,
      scene.language.namings.contains(scene.tokens[end - 1]), scene.isTitle(Int(scene.spanAt[end]), mayEnd: true)
    {
      return true
    }
    return scene.language.has(.thatRequired) && !report.cue.isCompound && report.end == end && end < scene.tokens.count
      && scene.spanAt[end] >= 0 && scene.language.namings.contains(scene.tokens[end - 1])
  }

  /// `The crowds are gone, they say, but he is still there`: the clause before is what is said.
  private func isParenthesis(_ report: Report, in unit: Range<Int>, floor: Int) -> Bool {
    guard report.cue.uses.contains(.bare), !report.isShared, report.start > floor,
      scene.isPunctuation(report.start - 1, ",")
    else { return false }
    let after = attributionEnd(report, unit)
    guard after + 1 < unit.upperBound, scene.isPunctuation(after, ",") else { return false }
    // `The shop was closed, he added, “but the baker let us in.”`
    let next = scene.spanAt[after + 1] >= 0 ? after + 2 : after + 1
    guard next < unit.upperBound, scene.classes[next] == .coordinator,
      next > after + 1 || report.cue.uses.contains(.clauseOnly)
    else { return false }
    return opensClause(max(floor, report.start - 60), end: report.start - 1)
  }

  /// `As the Post reported on Friday, CLAUSE` and German `Wie die Post berichtet, …`.
  private func commented(by report: Report, in unit: Range<Int>) -> ReportedContent? {
    guard report.cue.uses.contains(.bare), !report.isShared, report.speaker != nil,
      unit.lowerBound + 1 < unit.upperBound,
      scene.language.comments.contains(scene.tokens[phrases.commentStart(unit)]),
      min(report.start, report.cue.tokens.lowerBound) == phrases.afterComment(unit)
    else { return nil }
    for index in report.end..<min(unit.upperBound, report.end + 8) {
      if scene.isPunctuation(index, ","), index + 1 < unit.upperBound {
        let last = trimmedEnd(index + 1, unit.upperBound)
        // Elsewhere too few verbs are known for the test.
        let isClause =
          !scene.language.has(.knownVerbs) && last - index > 3
          || (index + 1..<last).contains { scene.isFinite($0) || scene.spanAt[$0] >= 0 }
        guard isClause else { return nil }
        return ReportedContent(tokens: index + 1..<last, order: .subjectVerbQuote, isSubordinate: true)
      }
      guard scene.isWord(index), !scene.isFinite(index), scene.classes[index] != .that else { return nil }
    }
    return nil
  }

  private func followsSpeech(_ report: Report, floor: Int) -> Bool {
    guard report.start > floor, !report.isShared else { return false }
    let previous = report.start - 1
    if scene.spanAt[previous] >= 0 { return true }
    return previous > floor && scene.isPunctuation(previous, ",") && scene.spanAt[previous - 1] >= 0
  }

  // MARK: - Before

  private func contentBefore(_ report: Report, in unit: Range<Int>, floor: Int) -> ReportedContent? {
    guard !report.isShared, report.start > floor,
      !report.cue.uses.contains(.directive) || followsSpeech(report, floor: floor)
    else { return nil }
    if let content = nominalClause(before: report, in: unit, floor: floor) { return content }
    // `…, les uns annoncent`: a verb after its subject has what is said before both only in marks.
    if scene.language.has(.thatRequired), !report.isInverted, !followsSpeech(report, floor: floor) { return nil }
    var end = report.start
    let previous = end - 1
    let quoted = scene.spanAt[previous] >= 0
    if scene.isPunctuation(previous, ",") || scene.isDash(previous) { end = previous } else if !quoted { return nil }
    var start = max(floor, end - 400)
    while start < end, scene.tokens[start].kind == .punctuation && scene.spanAt[start] < 0 { start += 1 }
    if floor > unit.lowerBound, start < end, scene.classes[start] == .coordinator { start += 1 }
    guard start < end else { return nil }
    // `- "I love biscuits," he said`: a quotation behind a dash, colon or bracket stands for itself.
    if end == previous + 1 || scene.isPunctuation(previous, ","), end > start, scene.spanAt[end - 1] >= 0 {
      let first = scene.spans[Int(scene.spanAt[end - 1])].tokens.lowerBound
      let before = first - 1
      let opens =
        first > start && (scene.isDash(before) || scene.isPunctuation(before, ":;(.") || scene.spanAt[before] >= 0)
      if opens || scene.language.hasVerbLast(report.cue) { start = max(start, first) }
    }
    let uses = report.cue.uses
    let order: ReportedContent.Order = report.isInverted ? .quoteVerbSubject : .quoteSubjectVerb
    if hasQuotation(start..<end) { return ReportedContent(tokens: start..<end, order: order) }
    guard uses.contains(.bare) else { return nil }
    // `The concerns, he says, should not be ignored`: the clause goes on behind the attribution.
    let after = attributionEnd(report, unit)
    if after + 1 < unit.upperBound, scene.isPunctuation(after, ","), scene.isPunctuation(report.start - 1, ","),
      goesOn(after + 1, to: unit.upperBound) || opensAdverbial(start) && opensClause(after + 1, end: unit.upperBound)
    {
      return ReportedContent(tokens: start..<trimmedEnd(start, unit.upperBound), order: .interrupted)
    }
    guard (start..<end).contains(where: scene.isFinite) || isUnknownClause(start..<end, before: report, unit),
      mayFollowAttribution(report.end, unit, uses) || report.isInverted
    else { return nil }
    return ReportedContent(tokens: start..<end, order: order)
  }

  /// Turkish `Dova, kapının kapalı kalacağını söyledi`: what stands between the subject and the verb.
  private func nominalClause(before report: Report, in unit: Range<Int>, floor: Int) -> ReportedContent? {
    let verb = report.cue.tokens.lowerBound
    guard report.cue.uses.contains(.last), report.cue.uses.contains(.clause), let speaker = report.speaker else {
      return nil
    }
    // `Bakan Hakan Demir köprünün güvenli olduğunu açıkladı`: a comma, or the end of a name.
    let end = speaker.tokens.upperBound
    let start = end < verb && scene.isPunctuation(end, ",") ? end + 1 : end
    guard end >= floor, start + 1 < verb, scene.spanAt[verb - 1] < 0,
      start > end || scene.entity(at: end - 1).map({ scene.entities[$0].type == .person }) ?? false,
      verb - start < 60, !hasQuotation(start..<verb) || scene.spanAt[start] < 0
    else { return nil }
    return ReportedContent(tokens: start..<verb, order: .quoteSubjectVerb, isSubordinate: true)
  }

  /// `The rules impact the cost of a house, said Dova.`: a clause whose verb no list knows, before an attribution that
  /// ends the sentence.
  private func isUnknownClause(_ tokens: Range<Int>, before report: Report, _ unit: Range<Int>) -> Bool {
    guard report.cue.uses.contains(.clauseOnly), tokens.count > 5, !opensAdverbial(tokens.lowerBound),
      scene.classes[tokens.lowerBound] != .time, !scene.hasEnding(tokens.lowerBound, scene.language.participleEndings),
      !tokens.contains(where: { scene.isPunctuation($0, ",:;") })
    else { return false }
    return report.end >= unit.upperBound || scene.isStop(report.end, end: unit.upperBound)
  }

  /// `As winter nears, he says, prices will rise`
  private func opensAdverbial(_ index: Int) -> Bool {
    switch scene.classes[index] {
    case .preposition, .subordinator, .whether, .adverb: true
    default: false
    }
  }

  /// Whether the token may stand behind `CLAUSE, X said`: no object of the verb.
  private func mayFollowAttribution(_ index: Int, _ unit: Range<Int>, _ uses: ReportingUse) -> Bool {
    guard index < unit.upperBound, scene.isWord(index), !uses.contains(.addressee) else { return true }
    switch scene.classes[index] {
    case .preposition, .time, .adverb, .subordinator, .coordinator, .infinitive: return true
    default: return scene.hasEnding(index, scene.language.participleEndings)
    }
  }

  /// The comma behind `he told me on Friday,`.
  private func attributionEnd(_ report: Report, _ unit: Range<Int>) -> Int {
    for index in report.end..<min(unit.upperBound, report.end + 7) {
      if scene.isPunctuation(index, ",") { return index }
      if !scene.isWord(index) || scene.isFinite(index) || scene.classes[index] == .that || scene.spanAt[index] >= 0 {
        break
      }
    }
    return report.end
  }

  private func goesOn(_ start: Int, to end: Int) -> Bool {
    if scene.classes[start] == .other, scene.hasEnding(start, scene.language.pastEndings) { return true }
    return scene.isFinite(start) || scene.classes[start] == .adverb && start + 1 < end && scene.isFinite(start + 1)
  }

  /// Whether some of the tokens are quoted.
  func hasQuotation(_ tokens: Range<Int>) -> Bool { tokens.contains { scene.spanAt[$0] >= 0 } }

  // MARK: - After

  private func contentAfter(_ report: Report, end: Int, next: Int, isBehind: Bool) -> ReportedContent? {
    let uses = report.cue.uses
    let start = report.end
    guard start < end else { return nil }
    // `asked to remain anonymous`, without anybody who is asked, is no request to report.
    if uses.contains(.question), !report.isPassive, scene.classes[start] == .infinitive { return nil }
    // `told by the government to pull back`
    if report.isPassive, report.speaker != nil, uses.contains(.addressee), scene.classes[start] == .infinitive {
      return content(start, end, isSubordinate: true)
    }
    if let content = anchored(at: start, end: end, uses) { return content }
    if report.isPassive { return nil }
    if isBehind { return nil }
    // `The fund, which critics say is broke, paid its staff.`
    if uses.contains(.bare), report.start > 0, scene.classes[report.start - 1] == .relative, !report.isShared,
      scene.isFinite(start)
    {
      return content(start, (start..<end).first { scene.spanAt[$0] < 0 && scene.isPunctuation($0, ",") } ?? end)
    }
    if scene.language.has(.clauseComma), let content = behindComma(from: start, end: end, uses) { return content }
    // `warned supporters in Kent that …`: past whom it was said to, before a clause is looked for.
    let later = anchoredLater(from: start, end: end, next: next, uses)
    if let later, uses.contains(.addressee) { return later }
    // `demanded they stop`
    let hasSubject = uses.contains(.clause) && scene.classes[start].isPronoun
    if uses.contains(.bare) || hasSubject, !uses.contains(.object), !isAttribute(report),
      !scene.language.has(.thatRequired),
      opensClause(start, end: end) || uses.contains(.clauseOnly) && opensUnknownClause(start, end: min(end, next))
    {
      let whole = start..<trimmedEnd(start, end)
      let last = trimmedEnd(start, endBehindQuotation(whole, needsQuotation: false))
      return ReportedContent(tokens: start..<last, order: .subjectVerbQuote)
    }
    if let later { return later }
    // `emphasized the need for "immediate de-escalation"`, `called the ruling "a gift"`
    let near = min(end, next)
    guard uses.contains(.characterisation), start < near, hasQuotation(start..<near) else { return nil }
    let last = endBehindQuotation(start..<trimmedEnd(start, near), needsQuotation: true)
    return ReportedContent(
      tokens: start..<trimmedEnd(start, last), order: .subjectVerbQuote, needsQuotation: true, isSubordinate: true)
  }

  /// `failures and alleged frauds have`: a participle before its noun.
  private func isAttribute(_ report: Report) -> Bool {
    guard report.isShared, !report.cue.uses.contains(.participle), report.end < scene.tokens.count,
      scene.language.has(.pastAsParticiple)
    else { return false }
    return scene.classes[report.end] == .other && scene.isWord(report.end) && !scene.isCapitalised(report.end)
      && scene.entityAt[report.end] < 0
  }

  /// German `sagte am Montag, das Tor bleibe zu` and `forderte die Stadt auf, das Tor zu öffnen`.
  private func behindComma(from start: Int, end: Int, _ uses: ReportingUse) -> ReportedContent? {
    for index in start..<min(end, start + 9) {
      guard scene.isPunctuation(index, ",") else {
        guard scene.isWord(index), scene.classes[index] != .finite, scene.spanAt[index] < 0 else { return nil }
        continue
      }
      let next = index + 1
      guard next < end else { return nil }
      if uses.contains(.clause), scene.classes[next] == .that || scene.classes[next] == .whether {
        return content(next + 1, end, isSubordinate: true)
      }
      if uses.contains(.directive) {
        let hasInfinitive = (next..<end).contains { scene.classes[$0] == .infinitive }
        return hasInfinitive ? content(next, end, isSubordinate: true) : nil
      }
      return uses.contains(.bare) && opensClause(next, end: end) ? content(next, end) : nil
    }
    return nil
  }

  /// Whether the words behind *say* are a clause whose verb no list knows: `said each year of study yields more income`.
  private func opensUnknownClause(_ start: Int, end: Int) -> Bool {
    let type = scene.classes[start]
    guard
      type == .determiner
        || type == .other
          && (scene.entityAt[start] >= 0 || scene.isCapitalised(start)
            || scene.hasEnding(start, scene.language.pluralEndings) && start + 1 < end && scene.isWord(start + 1)),
      !phrases.isTime(start), start + 1 < end, !phrases.isTime(start + 1)
    else { return false }
    var words = 0
    for index in start..<min(end, start + 30) {
      if scene.spanAt[index] >= 0 || scene.isPunctuation(index, ":;,(") || scene.isDash(index) { return false }
      if scene.isWord(index) { words += 1 }
      if scene.classes[index] == .that || scene.classes[index] == .relative && words < 3 { return false }
    }
    return words > 3
  }

  /// Content that an opener makes certain: a quotation, *that*, *whether*, *to*.
  private func anchored(at start: Int, end: Int, _ uses: ReportingUse) -> ReportedContent? {
    var index = start
    while index < end, scene.classes[index] == .adverb { index += 1 }
    guard index < end else { return nil }
    if scene.spanAt[index] >= 0 { return content(index, end) }
    let isColon = scene.isPunctuation(index, ":")
    if isColon || scene.isPunctuation(index, ",") || scene.isDash(index), index + 1 < end {
      if scene.spanAt[index + 1] >= 0 { return content(index + 1, end) }
      if isColon, opensClause(index + 1, end: end) { return content(index + 1, end) }
      // German puts a comma before its clauses: `sagte, dass …`.
      if scene.classes[index + 1] == .that || scene.classes[index + 1] == .whether, uses.contains(.clause) {
        return content(index + 2, end, isSubordinate: true)
      }
      if scene.language.has(.clauseComma), uses.contains(.bare), opensClause(index + 1, end: end) {
        return content(index + 1, end)
      }
      return nil
    }
    switch scene.classes[index] {
    case .that where uses.contains(.clause) || uses.contains(.directive) && uses.contains(.question):
      // `reports that track spending`: a relative clause.
      if index + 1 < end, scene.classes[index + 1] == .finite, !isContracted(index + 1),
        scene.language.has(.thatAsRelative)
      {
        return uses.contains(.nounlike) ? nil : content(index, end)
      }
      // `hinted at that in an interview`
      let hasVerb = (index + 1..<end).contains { scene.isFinite($0) || scene.spanAt[$0] >= 0 }
      guard hasVerb || !scene.language.has(.knownVerbs) || opensUnknownVerb(index + 1, end: end, uses) else {
        return nil
      }
      return content(index + 1, end, isSubordinate: true)
    case .relative where uses.contains(.question): return content(index, end, isSubordinate: true)
    case .whether where uses.contains(.question) || uses.contains(.clause):
      // Without *whether*, but with *how* and with the *if* of a condition.
      let isOpener =
        scene.language.openers.contains(scene.tokens[index])
        || uses.contains(.question) && scene.language.questionOpeners.contains(scene.tokens[index])
      return content(isOpener ? index + 1 : index, end, isSubordinate: true)
    case .infinitive where uses.contains(.directive): return content(index, end, isSubordinate: true)
    default: return nil
    }
  }

  /// `that cats sleep too much`: a noun phrase and more, in which no list knows the verb.
  private func opensUnknownVerb(_ start: Int, end: Int, _ uses: ReportingUse) -> Bool {
    guard end - start > 2 else { return false }
    let type = scene.classes[start]
    return type == .determiner || type.isPronoun || scene.entityAt[start] >= 0
      || type == .other && (uses.contains(.clauseOnly) || scene.hasEnding(start, scene.language.pluralEndings))
  }

  private func content(_ start: Int, _ end: Int, isSubordinate: Bool = false) -> ReportedContent? {
    let whole = trimmedEnd(start, end)
    guard start < whole else { return nil }
    let trimmed = isSubordinate ? trimmedEnd(start, endBehindQuotation(start..<whole, needsQuotation: false)) : whole
    var start = start
    while start < trimmed, scene.isPunctuation(start, ",:"), scene.spanAt[start] < 0 { start += 1 }
    guard start < trimmed else { return nil }
    return ReportedContent(tokens: start..<trimmed, order: .subjectVerbQuote, isSubordinate: isSubordinate)
  }

  /// Past whom it was said to, where and when: `told reporters in Pristina on Friday that …`.
  private func anchoredLater(from start: Int, end: Int, next: Int, _ uses: ReportingUse) -> ReportedContent? {
    let hasAddressee = uses.contains(.addressee)
    var index = start
    let limit = min(end, next, start + 30)
    // Only an addressee, a time or a preposition may stand between.
    guard index < limit else { return nil }
    let opening = scene.classes[index]
    let mayPass =
      hasAddressee || opening == .preposition || opening == .time || opening == .adverb
      || opening == .infinitive || scene.isPunctuation(index, ",") || isTimePhrase(index)
    guard mayPass else { return nil }
    var comma: Int?
    while index < limit {
      if scene.spanAt[index] >= 0 {
        // `on CNN's "State of the Union" that …`: a title on the way.
        let before = index - 1
        if scene.isTitle(Int(scene.spanAt[index]), mayEnd: true) { return nil }
        if scene.isPunctuation(before, ",:") || scene.isDash(before) { return content(index, end) }
        return nil
      }
      if scene.isPunctuation(index, ":"), index + 1 < end { return content(index + 1, end) }
      if scene.isStop(index, end: end) || scene.isDash(index) { return nil }
      if scene.isPunctuation(index, ",") { comma = index }
      if !hasAddressee, opensObject(index) { return nil }
      switch scene.classes[index] {
      case .that
      where uses.contains(.clause) && (comma == nil || comma == index - 1) && !isRelative(index, end: end)
        && !isConjunction(index):
        return content(index + 1, end, isSubordinate: true)
      case .whether where hasAddressee && !uses.isDisjoint(with: [.question, .object]):
        return content(index + 1, end, isSubordinate: true)
      case .infinitive where hasAddressee && uses.contains(.directive) && index > start && comma == nil:
        return content(scene.classes[index - 1] == .negation ? index - 1 : index, end, isSubordinate: true)
      case .finite: return laterClause(from: start, limit: limit, end: end, uses)
      default: break
      }
      index += 1
    }
    return laterClause(from: start, limit: limit, end: end, uses)
  }

  /// `avant que`, `ainsi que`: no *that* of a clause that is said.
  private func isConjunction(_ index: Int) -> Bool {
    guard scene.language.has(.thatRequired), index > 0 else { return false }
    switch scene.classes[index - 1] {
    case .preposition, .subordinator, .adverb, .relative: return true
    default: return false
    }
  }

  /// `annonce lundi la fermeture que …`: an object, of which a relative clause tells more.
  private func opensObject(_ index: Int) -> Bool {
    guard scene.language.has(.thatRequired), scene.classes[index] == .determiner, index > 0, !isTimePhrase(index) else {
      return false
    }
    return scene.classes[index - 1] != .preposition && scene.classes[index - 1] != .determiner
  }

  /// `adds to the drama that has surrounded her`: *that* with a verb behind it, after a noun.
  private func isRelative(_ index: Int, end: Int) -> Bool {
    index + 1 < end && scene.classes[index + 1] == .finite && scene.language.has(.thatAsRelative)
  }

  /// A clause without *that* behind `Friday` or `told reporters`.
  private func laterClause(from start: Int, limit: Int, end: Int, _ uses: ReportingUse) -> ReportedContent? {
    guard uses.contains(.bare), !scene.language.has(.thatRequired) else { return nil }
    for index in start + 1..<max(start + 1, limit) {
      if scene.spanAt[index] >= 0 || scene.isStop(index, end: end) || scene.isDash(index) { return nil }
      if startsSubject(index, after: start, uses.contains(.addressee)), opensClause(index, end: end) {
        return content(index, end)
      }
      if scene.classes[index] == .finite { return nil }
    }
    return nil
  }

  /// Whether a clause may begin here behind `Friday`, `in a statement` or `told reporters`.
  private func startsSubject(_ index: Int, after start: Int, _ hasAddressee: Bool) -> Bool {
    let type = scene.classes[index]
    if type.isPronoun { return true }
    let before = index - 1
    if scene.entityAt[before] >= 0, scene.entityAt[before] == scene.entityAt[index] { return false }
    let afterTime = phrases.isTime(before) || scene.tokens[before].kind == .number
    let opensNoun = type == .determiner || scene.entityAt[index] >= 0
    return opensNoun
      && (afterTime
        || hasAddressee && scene.classes[before] != .preposition && scene.isWord(before)
          && scene.classes[before] != .determiner)
  }
}

extension ReportingLanguage {
  /// Whether the reporting word stands behind what is said.
  func hasVerbLast(_ cue: ReportingCue) -> Bool { cue.uses.contains(.last) }
}
