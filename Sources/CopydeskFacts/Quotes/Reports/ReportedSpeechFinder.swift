import CopydeskText

/// Collects the reported speech of a document, sentence by sentence.
struct ReportedSpeechFinder: Sendable {
  let scene: SpeechScene
  let reportFinder: ReportFinder
  let contentFinder: ContentFinder
  /// What has been found.
  var found: [ReportedSpeech] = []
  /// For each quotation whether it has been taken.
  var isTaken: [Bool]

  init(_ scene: SpeechScene) {
    self.scene = scene
    reportFinder = ReportFinder(scene)
    contentFinder = ContentFinder(scene)
    isTaken = Array(repeating: false, count: scene.spans.count)
  }

  /// Everything that a reporting word in the sentence introduces.
  mutating func findReports(in unit: Range<Int>) {
    var floor = unit.lowerBound
    // What `According to X,` opens is X's, whatever is said inside.
    if let source = sourceOpening(unit) {
      addSource(source)
      return
    }
    let reports = reportFinder.reports(in: unit)
    var index = 0
    while index < reports.count {
      defer { index += 1 }
      var report = reports[index]
      guard report.cue.tokens.lowerBound >= floor || report.start >= floor else { continue }
      if report.speaker == nil, report.isShared { report.speaker = found.last?.speaker }
      // `Ana Ruiz visitó las obras. «…», dijo.`
      if report.speaker == nil, report.isInverted || scene.language.hasVerbLast(report.cue) {
        report.speaker = found.last?.speaker ?? subject(before: unit)
      }
      let others = reports[(index + 1)...]
      guard var content = contentFinder.content(of: report, in: unit, floor: floor, others: others) else { continue }
      // `announced it requested that …`: one quote, of the one who announced.
      if let inner = others.first, inner.start == content.tokens.lowerBound, inner.cue.uses.contains(.clause),
        scene.classes[inner.start] == .it || scene.classes[inner.start] == .they,
        let innermost = contentFinder.content(
          of: inner, in: unit, floor: inner.start, others: reports[(index + 2)...]), innermost.isSubordinate
      {
        content = innermost
        index += 1
        report.end = inner.end
      }
      guard add(content, of: report, in: unit) else { continue }
      floor = max(floor, content.tokens.upperBound)
      if content.order == .quoteSubjectVerb || content.order == .quoteVerbSubject {
        floor = max(floor, addContinuation(of: report, in: unit, others: others))
      }
    }
    findTrailingSource(in: unit, floor: unit.lowerBound)
  }

  /// The subject of the sentence before.
  private func subject(before unit: Range<Int>) -> NounPhrase? {
    guard let last = scene.units.lastIndex(startingAtOrBefore: unit.lowerBound - 1, by: \.lowerBound),
      scene.units[last].upperBound == unit.lowerBound
    else { return nil }
    return reportFinder.mainSubject(scene.units[last], before: scene.units[last].upperBound)
  }

  // MARK: - From content to quotes

  mutating func addSource(_ source: Source) {
    let content = ReportedContent(tokens: source.content, order: source.order)
    emit(
      content, unit: source.unit, speaker: source.speaker, cue: source.cue, rule: "quote/according-to",
      confidence: 0.85, isClause: true)
  }

  @discardableResult
  private mutating func add(_ content: ReportedContent, of report: Report, in unit: Range<Int>) -> Bool {
    let rule: String
    var confidence: Double
    switch content.order {
    case .subjectVerbQuote: (rule, confidence) = content.needsQuotation ? ("quote/SVN", 0.7) : ("quote/SVQ", 0.85)
    case .quoteSubjectVerb: (rule, confidence) = ("quote/QSV", 0.9)
    case .quoteVerbSubject: (rule, confidence) = ("quote/QVS", 0.9)
    case .interrupted: (rule, confidence) = ("quote/interrupted", 0.75)
    }
    if report.isShared { confidence -= 0.1 }
    let uses = report.cue.uses
    return emit(
      content, unit: unit, speaker: report.speaker, cue: report.cue.tokens, rule: rule, confidence: confidence,
      isClause: !content.needsQuotation && !uses.isDisjoint(with: [.clause, .bare, .directive, .question]),
      isShared: report.isShared && report.speaker?.tokens.upperBound != report.cue.tokens.lowerBound,
      isFixed: report.isFixed)
  }

  /// Turns content into quotes: quotations alone are direct, quotations in a clause are mixed, a bare clause is indirect.
  @discardableResult
  private mutating func emit(
    _ content: ReportedContent, unit: Range<Int>, speaker: NounPhrase?, cue: Range<Int>, rule: String,
    confidence: Double, isClause: Bool, isShared: Bool = false, isFixed: Bool = false
  ) -> Bool {
    RuleNote.enter(rule)
    var spans = self.spans(in: content.tokens)
    spans.removeAll { isTaken[$0] || wordCount($0) == 0 }
    func speech(_ tokens: Range<Int>, _ kind: QuoteKind, clause: Range<Int>? = nil, span: Int? = nil) -> ReportedSpeech
    {
      ReportedSpeech(
        tokens: tokens, kind: kind, clause: clause, span: span, speaker: speaker, cue: cue, unit: unit, rule: rule,
        confidence: kind == .indirect ? confidence - 0.1 : confidence, isShared: isShared,
        isFixed: isFixed)
    }
    if spans.isEmpty {
      guard isClause, !contentFinder.hasQuotation(content.tokens) || content.order == .interrupted else { return false }
      found.append(speech(content.tokens, .indirect))
      return true
    }
    let first = scene.spans[spans[0]].tokens
    let opens = first.lowerBound == content.tokens.lowerBound
    let isOnlyQuoted = !hasWordsOutside(content.tokens)
    if !content.isSubordinate,
      isOnlyQuoted
        || opens && content.order == .subjectVerbQuote && isUtterance(spans[0], end: content.tokens.upperBound)
    {
      for span in isOnlyQuoted ? spans : [spans[0]] {
        isTaken[span] = true
        found.append(speech(scene.spans[span].tokens, .direct, span: span))
      }
      return true
    }
    // A clause that is cut off inside a long quotation still covers it.
    let clause =
      content.tokens
      .lowerBound..<max(content.tokens.upperBound, spans.map { scene.spans[$0].tokens.upperBound }.max() ?? 0)
    let start = min(clause.lowerBound, first.lowerBound)
    for span in spans {
      isTaken[span] = true
      found.append(speech(scene.spans[span].tokens, .mixed, clause: start..<clause.upperBound, span: span))
    }
    return true
  }

  /// The further pieces of a quotation that its attribution interrupts: `"A," Merkaj said, "but B."`
  private mutating func addContinuation(of report: Report, in unit: Range<Int>, others: ArraySlice<Report>) -> Int {
    let limit = others.first(where: { $0.start >= report.end })?.start ?? unit.upperBound
    var index = report.end
    var end = report.end
    while index < limit {
      let span = Int(scene.spanAt[index])
      if span >= 0 {
        let tokens = scene.spans[span].tokens
        let before = index - 1
        if !isTaken[span],
          scene.isPunctuation(before, ",:.?!") || scene.isDash(before) || scene.spanAt[before] >= 0
            || opensSentence(span) && wordCount(span) > 3
        {
          isTaken[span] = true
          found.append(
            ReportedSpeech(
              tokens: tokens, kind: .direct, span: span, speaker: report.speaker, cue: report.cue.tokens, unit: unit,
              rule: "quote/continued", confidence: 0.85))
          end = tokens.upperBound
        }
        index = max(index + 1, tokens.upperBound)
      } else {
        index += 1
      }
    }
    return end
  }

  // MARK: - What quotations look like

  /// The outermost quotations in some tokens.
  func spans(in tokens: Range<Int>) -> [Int] {
    var spans: [Int] = []
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      let span = Int(scene.spanAt[index])
      if span >= 0 {
        spans.append(span)
        index = max(index + 1, scene.spans[span].tokens.upperBound)
      } else {
        index += 1
      }
    }
    return spans
  }

  func hasWordsOutside(_ tokens: Range<Int>) -> Bool {
    tokens.contains { scene.spanAt[$0] < 0 && scene.isWord($0) && scene.classes[$0] != .coordinator }
  }

  /// Whether the quotation is a sentence of its own that the narrator's goes on behind:
  /// `said 'the offer is too low' and walked out`, but not `said "the deal" was dead`.
  private func isUtterance(_ span: Int, end: Int) -> Bool {
    let quoted = scene.spans[span]
    let after = quoted.tokens.upperBound
    guard after < end else { return true }
    if quoted.inner.contains(where: { scene.isPunctuation($0, ".!?") }), opensSentence(span) { return true }
    let first = quoted.tokens.lowerBound
    if first > 0, scene.isPunctuation(first - 1, ",:"), !scene.isFinite(after) { return true }
    guard quoted.inner.contains(where: scene.isFinite) else { return false }
    return scene.classes[after] == .coordinator || scene.classes[after] == .time || scene.classes[after] == .adverb
      || scene.classes[after] == .subordinator
  }

  /// Whether the quotation begins with a capital, as a sentence does.
  func opensSentence(_ span: Int) -> Bool {
    let inner = scene.spans[span].inner
    return inner.contains(where: scene.isWord)
      && scene.isCapitalised(inner.first(where: scene.isWord) ?? inner.lowerBound)
  }

  /// Whether the quotation looks like the title of a work: `“The Last Ferry”`.
  func isTitle(_ span: Int) -> Bool { scene.isTitle(span) }

  /// The number of words in a quotation.
  func wordCount(_ span: Int) -> Int { scene.spans[span].inner.reduce(0) { $0 + (scene.isWord($1) ? 1 : 0) } }
}
