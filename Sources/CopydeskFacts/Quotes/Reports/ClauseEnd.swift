import CopydeskText

/// Where reported words end.
extension ContentFinder {
  /// Where what follows the report must end: before the next report that is not part of it.
  func contentEnd(after report: Report, in unit: Range<Int>, others: ArraySlice<Report>) -> Int {
    let start = report.end
    // Bounded, so that a text without stops stays linear.
    var end = min(unit.upperBound, start + 400, max(start, report.ceiling ?? unit.upperBound))
    for index in start..<end where scene.spanAt[index] < 0 && scene.isPunctuation(index, ";") {
      end = index
      break
    }
    // Forty reports are more than a sentence has: not to the end of a line of nothing but verbs, which would cost its square.
    for other in others.prefix(40) {
      if other.start >= end { break }
      guard other.start >= start else { continue }
      if let stop = boundary(before: other, from: start) {
        end = min(end, stop)
        break
      }
    }
    if report.start > unit.lowerBound,
      scene.classes[report.start - 1] == .subordinator || scene.classes[report.start - 1] == .whether,
      let main = mainClause(after: start, end: end)
    {
      return main
    }
    // `Leka, who said it was safe, has resigned`
    if report.speaker?.pronoun != nil, start < end - 1 {
      let close = (start..<end - 1).first {
        scene.spanAt[$0] < 0 && scene.isPunctuation($0, ",") && scene.isFinite($0 + 1)
      }
      if let close { end = close }
    }
    for index in start..<end where scene.spanAt[index] < 0 {
      guard scene.isPunctuation(index, ","), index + 1 < end,
        scene.language.sources.longestMatch(scene.tokens, at: index + 1) != nil
      else { continue }
      return index
    }
    return end
  }

  /// `While Comey said the rule was clear, he added …`: the comma before the main clause.
  private func mainClause(after start: Int, end: Int) -> Int? {
    for index in start..<max(start, end - 1) {
      let closes = scene.spanAt[index] >= 0 && scene.spanAt[index + 1] < 0
      let isComma = scene.spanAt[index] < 0 && scene.isPunctuation(index, ",")
      guard isComma || closes, phrases.opensPhrase(index + 1) || isContracted(index + 1),
        opensClause(index + 1, end: end)
      else { continue }
      return closes ? index + 1 : index
    }
    return nil
  }

  /// Cuts off what the narrator adds behind a quoted fragment: `a “moderate,” a subtle dig at …`.
  func endBehindQuotation(_ content: Range<Int>, needsQuotation: Bool) -> Int {
    guard let last = content.last(where: { scene.spanAt[$0] >= 0 }) else { return content.upperBound }
    let behind = last + 1
    guard behind < content.upperBound else { return content.upperBound }
    let span = scene.spans[Int(scene.spanAt[last])]
    let hasComma = span.inner.last.map { scene.isPunctuation($0, ",") } ?? false || scene.isPunctuation(behind, ",")
    if hasComma {
      let next = scene.isPunctuation(behind, ",") ? behind + 1 : behind
      guard next < content.upperBound, !scene.isFinite(next) else { return content.upperBound }
      let isAside =
        scene.classes[next] == .determiner || scene.classes[next] == .coordinator
        || scene.hasEnding(next, scene.language.participleEndings)
      let isIncluding = scene.language.inclusions.contains(scene.tokens[next])
      return isAside && !isIncluding ? behind : content.upperBound
    }
    guard needsQuotation else { return content.upperBound }
    for index in behind..<content.upperBound {
      let type = scene.classes[index]
      if scene.isPunctuation(index, ",") || scene.isDash(index) || type == .time && index == behind
        || scene.language.turns.contains(scene.tokens[index])
      {
        return index
      }
      if type == .coordinator, index + 1 < content.upperBound, scene.isFinite(index + 1) || scene.cueAt[index + 1] >= 0
      {
        return index
      }
    }
    return content.upperBound
  }

  /// Where another report cuts off what this one says: `…, but Krasniqi said`, `… and urged`, `…, adding that`.
  private func boundary(before other: Report, from start: Int) -> Int? {
    var index = other.isInverted ? other.cue.tokens.lowerBound : other.start
    guard index > start + 1 else { return nil }
    while index > start + 1, scene.classes[index - 1] == .adverb { index -= 1 }
    // `…, and has asked Vlora to`
    if other.isShared, index > start + 2, scene.classes[index - 1] == .finite,
      scene.classes[index - 2] == .coordinator
    {
      index -= 1
    }
    let previous = index - 1
    if other.cue.uses.contains(.participle) {
      if scene.isPunctuation(previous, ",") || scene.classes[previous] == .subordinator { return previous }
      guard scene.classes[previous] == .coordinator else { return nil }
      return scene.isPunctuation(previous - 1, ",") ? previous - 1 : previous
    }
    if scene.classes[previous] == .coordinator {
      let comma = scene.isPunctuation(previous - 1, ",")
      return other.isShared || comma ? (comma ? previous - 1 : previous) : nil
    }
    if scene.language.contrasts.contains(scene.tokens[previous]), scene.isPunctuation(previous - 1, ",") {
      return previous - 1
    }
    // `A witness said the gate was open, the report said.`
    if scene.isPunctuation(previous, ","),
      scene.isStop(other.end, end: other.end + 1) || other.end >= scene.tokens.count
    {
      return previous
    }
    return nil
  }

  /// The end without final stop, comma or dash.
  func trimmedEnd(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, scene.spanAt[end - 1] < 0, scene.tokens[end - 1].kind == .punctuation,
      !scene.isPunctuation(end - 1, ")]%")
    {
      end -= 1
    }
    return end
  }
}
