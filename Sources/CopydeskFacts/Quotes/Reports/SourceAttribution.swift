import CopydeskText

/// What a source is named for: `According to X, …`.
struct Source: Sendable {
  var unit: Range<Int>
  var cue: Range<Int>
  var speaker: NounPhrase?
  var content: Range<Int>
  var order: ReportedContent.Order
}

extension ReportedSpeechFinder {
  /// `According to X, CLAUSE` at the start of a sentence.
  func sourceOpening(_ unit: Range<Int>) -> Source? {
    var start = unit.lowerBound
    while start < unit.upperBound, scene.classes[start] == .coordinator || scene.isPunctuation(start, ",") {
      start += 1
    }
    if let source = sourceBehind(from: start, unit) { return source }
    guard let (value, count) = scene.language.sources.longestMatch(scene.tokens, at: start), value == 0,
      let (speaker, end) = source(at: start + count, end: unit.upperBound)
    else { return nil }
    guard end < unit.upperBound, scene.isPunctuation(end, ",") || !scene.language.has(.sourceComma) else { return nil }
    let first = scene.isPunctuation(end, ",") ? end + 1 : end
    let last = contentFinder.trimmedEnd(first, unit.upperBound)
    guard first < last else { return nil }
    return Source(
      unit: unit, cue: start..<start + count, speaker: speaker, content: first..<last, order: .subjectVerbQuote)
  }

  /// German `Dem Minister zufolge CLAUSE`, Turkish `Dova'ya göre CLAUSE`.
  private func sourceBehind(from start: Int, _ unit: Range<Int>) -> Source? {
    guard scene.language.hasSourcesAfter else { return nil }
    for index in start..<min(unit.upperBound, start + 8) {
      guard scene.isWord(index), scene.spanAt[index] < 0 else { return nil }
      guard index > start, let (value, count) = scene.language.sources.longestMatch(scene.tokens, at: index), value == 1
      else { continue }
      var first = index + count
      if first < unit.upperBound, scene.isPunctuation(first, ",") { first += 1 }
      let last = contentFinder.trimmedEnd(first, unit.upperBound)
      guard last - first > 1 else { return nil }
      let speaker = reportFinder.phrases.reader.phrase(from: start, limit: index, isClosed: false)
      return Source(
        unit: unit, cue: index..<index + count, speaker: speaker ?? NounPhrase(start..<index),
        content: first..<last, order: .subjectVerbQuote)
    }
    return nil
  }

  /// `CLAUSE, according to X` and `X has, according to Y, …`.
  mutating func findTrailingSource(in unit: Range<Int>, floor: Int) {
    guard unit.count > 4 else { return }
    for index in unit.lowerBound + 3..<unit.upperBound where scene.spanAt[index] < 0 {
      guard let (value, count) = scene.language.sources.longestMatch(scene.tokens, at: index), value == 0,
        count > 1 || scene.isPunctuation(index - 1, ","),
        let (speaker, end) = source(at: index + count, end: unit.upperBound)
      else { continue }
      if let span = quotation(behind: end, in: unit), !isTaken[span] {
        let tokens = scene.spans[span].tokens
        addSource(
          Source(unit: unit, cue: index..<index + count, speaker: speaker, content: tokens, order: .subjectVerbQuote))
        return
      }
      let previous = index - 1
      // `Il est possible que, selon les services, …`: what it says stands after it.
      if scene.language.has(.trailingComments), previous > 0, scene.classes[previous - 1] == .that { continue }
      if scene.isPunctuation(previous, ","), scene.isPunctuation(end, ","),
        !(floor..<previous).contains(where: scene.isFinite), contentFinder.opensClause(end + 1, end: unit.upperBound)
      {
        // `In all, according to the memo, the firm paid twice.`
        let content = end + 1..<contentFinder.trimmedEnd(end + 1, unit.upperBound)
        addSource(
          Source(unit: unit, cue: index..<index + count, speaker: speaker, content: content, order: .subjectVerbQuote))
        return
      }
      let last = contentFinder.trimmedEnd(floor, index)
      // What has a speaker already keeps it: `O'Malley said …, according to the Sun`.
      let isReported = found.reversed().prefix(while: { $0.unit == unit }).contains {
        ($0.clause ?? $0.tokens).upperBound > floor && $0.tokens.lowerBound < last
      }
      guard last > floor, !isReported,
        scene.isPunctuation(previous, ",)") || scene.spanAt[previous] >= 0 || scene.isDash(previous) || count > 1
      else { return }
      guard
        contentFinder.hasQuotation(floor..<last) || (floor..<last).contains(where: scene.isFinite)
          || isClause(floor..<last) && (end >= unit.upperBound || scene.isStop(end, end: unit.upperBound))
      else { return }
      var content = floor..<last
      var order = ReportedContent.Order.quoteSubjectVerb
      if scene.isPunctuation(previous, ","), scene.isPunctuation(end, ","), end + 2 < unit.upperBound,
        scene.isFinite(end + 1), !(floor..<last).contains(where: scene.isFinite)
      {
        content = floor..<contentFinder.trimmedEnd(floor, unit.upperBound)
        order = .interrupted
      }
      addSource(Source(unit: unit, cue: index..<index + count, speaker: speaker, content: content, order: order))
      return
    }
  }

  /// `The pipe burst twice`: four words or more that begin as a subject does, before a source that ends the sentence.
  private func isClause(_ tokens: Range<Int>) -> Bool {
    scene.language.has(.knownVerbs) && tokens.count > 3 && contentFinder.phrases.opensPhrase(tokens.lowerBound)
      && tokens.allSatisfy(scene.isWord)
  }

  /// The quotation behind a source: `in the words of the prosecutor, Ann Lee, QC, “…”`.
  private func quotation(behind end: Int, in unit: Range<Int>) -> Int? {
    for index in end..<min(unit.upperBound, end + 4) {
      if scene.spanAt[index] >= 0 { return scene.isPunctuation(index - 1, ",:") ? Int(scene.spanAt[index]) : nil }
      if scene.isFinite(index) { return nil }
    }
    return nil
  }

  /// Whether a noun phrase may begin here: not in `según dijo la alcaldesa`, `selon lequel`, `d'après-midi`.
  private func opensSource(_ index: Int) -> Bool {
    if scene.entityAt[index] >= 0 { return true }
    guard scene.isWord(index), scene.cueAt[index] < 0, !scene.isFinite(index) else { return false }
    switch scene.classes[index] {
    case .relative, .that: return false
    case .determiner: return true
    default: return !scene.language.floating.contains(scene.tokens[index])
    }
  }

  /// The noun phrase of a source and the token behind it.
  private func source(at start: Int, end: Int) -> (speaker: NounPhrase, end: Int)? {
    guard start < end, scene.spanAt[start] < 0 else { return nil }
    if scene.language.has(.trailingComments), !opensSource(start) { return nil }
    var stop = start
    while stop < end, stop - start < 30, scene.spanAt[stop] < 0 {
      if scene.tokens[stop].kind == .punctuation, !scene.isPunctuation(stop, "-'’&./") || scene.isStop(stop, end: end) {
        break
      }
      stop += 1
    }
    // `Laut Pichler sank der Anteil`: no comma parts a name from the clause.
    if !scene.language.has(.sourceComma), stop < end, !scene.isPunctuation(stop, ",") || stop - start > 8,
      let phrase = reportFinder.phrases.reader.phrase(from: start, limit: end, isClosed: false)
    {
      stop = phrase.tokens.upperBound
      // `Sipas Entit Rregullator të Ujit (ERRU), …`
      if scene.isPunctuation(stop, "("),
        let close = (stop..<min(end, stop + 8)).first(where: { scene.isPunctuation($0, ")") })
      {
        stop = close + 1
      }
    }
    guard stop > start else { return nil }
    var head = start + 1
    while head < stop, scene.classes[head] != .preposition || scene.entityAt[head] >= 0,
      scene.classes[head] != .relative,
      !scene.isFinite(head)
    {
      head += 1
    }
    if scene.language.instruments.contains(scene.tokens[head - 1]) { return nil }
    var phrase = NounPhrase(start..<stop, head: start..<head)
    if let read = reportFinder.phrases.reader.phrase(from: start, limit: stop, isClosed: true) {
      (phrase.head, phrase.whole, phrase.others) = (read.head, read.whole, read.others)
    }
    // `according to a spokesman, Peter Stano`
    if scene.isPunctuation(stop, ","), stop + 1 < end, scene.entityAt[stop + 1] >= 0,
      scene.entities[Int(scene.entityAt[stop + 1])].type == .person,
      let more = reportFinder.phrases.phrase(startingAt: stop + 1, end: end),
      more.tokens.upperBound >= end || scene.tokens[more.tokens.upperBound].kind == .punctuation
    {
      phrase.apposition = more.tokens
      phrase.tokens = start..<more.tokens.upperBound
      stop = more.tokens.upperBound
    }
    return (phrase, stop)
  }
}
