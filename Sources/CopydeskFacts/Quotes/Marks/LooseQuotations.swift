import CopydeskText

/// Quotations that no reporting word of their sentence takes.
extension ReportedSpeechFinder {
  /// Gives what stands alone to whoever spoke last; `QuotationScorer` drops titles, terms and scare quotes later.
  mutating func findLooseQuotations() {
    found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var loose: [ReportedSpeech] = []
    var next = 0
    var last: ReportedSpeech?
    for (index, unit) in scene.units.enumerated() {
      while next < found.count, found[next].tokens.lowerBound < unit.lowerBound {
        last = found[next]
        next += 1
      }
      for span in spans(in: unit) where !isTaken[span] {
        while next < found.count, found[next].tokens.lowerBound < scene.spans[span].tokens.lowerBound {
          last = found[next]
          next += 1
        }
        guard let speech = loosen(span, unit, index, before: loose.last.map { newer($0, last) } ?? last) else {
          continue
        }
        isTaken[span] = true
        loose.append(speech)
      }
    }
    if found.isEmpty { swap(&found, &loose) } else { found += loose }
  }

  private func newer(_ one: ReportedSpeech, _ other: ReportedSpeech?) -> ReportedSpeech {
    guard let other, other.tokens.lowerBound > one.tokens.lowerBound else { return one }
    return other
  }

  private func loosen(_ span: Int, _ unit: Range<Int>, _ index: Int, before: ReportedSpeech?) -> ReportedSpeech? {
    guard wordCount(span) > 0, !isTerm(span) else { return nil }
    let quoted = scene.spans[span]
    if let report = insertedReport(in: span) {
      return ReportedSpeech(
        tokens: quoted.tokens, kind: .direct, span: span, speaker: report.speaker, cue: report.cue.tokens, unit: unit,
        rule: "quote/QVS", confidence: 0.8)
    }
    var speech = ReportedSpeech(
      tokens: quoted.tokens, kind: .direct, span: span, speaker: nil, cue: nil, unit: unit, rule: "quote/carried",
      confidence: 0.6)
    if isIndependent(span, in: unit) {
      speech.speaker = carried(span, index, before: before)
      if scene.language.has(.reportedOnly), !isCertain(speech.speaker, before, quoted.tokens) {
        speech.speaker = nil
      }
      if let before, let partner = partner(of: span, before: before) {
        (speech.speaker, speech.isFixed) = (partner, true)
      }
      if let before, speech.speaker?.tokens == before.speaker?.tokens { speech.cue = before.cue }
      if speech.speaker == nil { (speech.rule, speech.confidence) = ("quote/alone", 0.4) }
      return speech
    }
    if scene.language.has(.reportedOnly) { return nil }
    speech.kind = .mixed
    (speech.rule, speech.confidence) = ("quote/fragment", 0.4)
    speech.speaker = reportFinder.mainSubject(unit, before: quoted.tokens.lowerBound) ?? before?.speaker
    return speech
  }

  /// `« Le pont est sûr, a-t-elle ajouté, et il le restera »`: the narrator inside the marks.
  private func insertedReport(in span: Int) -> Report? {
    guard scene.language.has(.reportsInsideMarks) else { return nil }
    let inner = scene.spans[span].inner
    // Bounded, so that one quotation of a whole text stays cheap.
    for index in inner.prefix(400) where scene.cueAt[index] >= 0 && index > inner.lowerBound {
      let cue = scene.cues[Int(scene.cueAt[index])]
      let end = cue.tokens.upperBound
      guard scene.isPunctuation(index - 1, ",?!") || scene.isDash(index - 1), end < inner.upperBound else { continue }
      if let pronoun = cue.pronoun {
        let phrase = NounPhrase(pronoun..<pronoun + 1)
        return Report(cue: cue, speaker: phrase, start: index, end: max(end, pronoun + 1), isInverted: true)
      }
      // `…, explique Jean Durand, …`: the name alone.
      var stop = end
      while stop < inner.upperBound, scene.entityAt[end] >= 0, scene.entityAt[stop] == scene.entityAt[end] { stop += 1 }
      if stop > end, stop >= inner.upperBound || scene.isPunctuation(stop, ",.") || scene.isDash(stop) {
        return Report(
          cue: cue, speaker: NounPhrase(end..<stop), start: index, end: stop, isInverted: true
        )
      }
    }
    return nil
  }

  /// Whether whoever is taken for the speaker of a lone quotation is said to have spoken before, or is somebody by name.
  private func isCertain(_ speaker: NounPhrase?, _ before: ReportedSpeech?, _ quoted: Range<Int>) -> Bool {
    guard let speaker else { return false }
    if let before, before.speaker?.tokens == speaker.tokens {
      // Not from one to the next down a page of sayings.
      return before.cue != nil
        && (before.rule != "quote/carried" || paragraphs(from: before.tokens.lowerBound, to: quoted.lowerBound) == 0)
    }
    return reportFinder.phrases.namesSomebody(speaker)
  }

  /// `a so-called “free zone”`, `Ben “Shorty” Hale`: what is never said, whatever the scorer sees.
  private func isTerm(_ span: Int) -> Bool {
    let tokens = scene.spans[span].tokens
    let (before, after) = (tokens.lowerBound - 1, tokens.upperBound)
    guard before >= 0, after < scene.tokens.count, wordCount(span) <= 3 else { return false }
    if before > 1, scene.isPunctuation(before - 1, "-"), !scene.isDash(before - 1) {
      return scene.language.namingTails.contains(scene.tokens[before])
    }
    return scene.isCapitalised(before) && scene.isCapitalised(after) && scene.classes[before] == .other
      && opensSentence(span) && !scene.tokens[after].flags.contains(.sentenceStart)
  }

  /// Whether the quotation is all that its sentence says, or stands behind a colon.
  private func isIndependent(_ span: Int, in unit: Range<Int>) -> Bool {
    let quoted = scene.spans[span].tokens
    // Bounded, so that a line of nothing but quotations stays linear.
    let unit = max(unit.lowerBound, quoted.lowerBound - 400)..<min(unit.upperBound, quoted.upperBound + 400)
    if quoted.lowerBound > unit.lowerBound, scene.isPunctuation(quoted.lowerBound - 1, ":") {
      return !hasWordsOutside(quoted.upperBound..<unit.upperBound)
    }
    return !hasWordsOutside(unit)
  }

  /// `“At home,” the witness answered. “All night?” “All night.”`: of two quotations with nothing between them, each is said by
  /// the one who did not speak before it.
  private func partner(of span: Int, before: ReportedSpeech) -> NounPhrase? {
    let tokens = scene.spans[span].tokens
    let isAnswer = before.isFixed && before.cue == nil && before.tokens.upperBound == tokens.lowerBound
    let isAnswered =
      scene.spans.indices.contains(span + 1) && scene.spans[span + 1].parent == nil
      && scene.spans[span + 1].tokens.lowerBound == tokens.upperBound
      && !scene.tokens[tokens.upperBound].flags.contains(.lineStart)
      && before.unit.lowerBound >= tokens.lowerBound - 60
    guard isAnswer || isAnswered, let speaker = before.speaker,
      !scene.tokens[tokens.lowerBound].flags.contains(.lineStart)
    else { return nil }
    func words(_ phrase: NounPhrase) -> String {
      scene.document.text[scene.document.range(ofTokens: phrase.head)].lowercased()
    }
    let own = words(speaker)
    // Who said the last one but one.
    return found.suffix(8).last {
      $0.tokens.upperBound <= tokens.lowerBound && $0.tokens.upperBound > tokens.lowerBound - 200
        && $0.speaker.map { $0.head != speaker.head && words($0) != own } ?? false
    }?.speaker
  }

  private func carried(_ span: Int, _ index: Int, before: ReportedSpeech?) -> NounPhrase? {
    let quoted = scene.spans[span]
    // `Kurti had a warning for them: "…"`
    if quoted.tokens.lowerBound > scene.units[index].lowerBound {
      return reportFinder.mainSubject(scene.units[index], before: quoted.tokens.lowerBound)
    }
    if index > 0, scene.isPunctuation(scene.units[index - 1].upperBound - 1, ":") {
      let unit = scene.units[index - 1]
      return reportFinder.mainSubject(unit, before: unit.upperBound)
    }
    if quoted.continues, let before { return before.speaker }
    if let before, before.speaker != nil, paragraphs(from: before.unit.lowerBound, to: quoted.tokens.lowerBound) <= 1 {
      return before.speaker
    }
    // `"I will not run again."` and in the next paragraph: `With these words Governor Pia Lund ended …`
    if index + 1 < scene.units.count {
      let next = scene.units[index + 1]
      for token in next.prefix(12) where scene.entityAt[token] >= 0 {
        let entity = scene.entities[Int(scene.entityAt[token])]
        guard entity.type == .person else { continue }
        let end = next.first { $0 > token && scene.entityAt[$0] != scene.entityAt[token] } ?? next.upperBound
        return NounPhrase(token..<end)
      }
    }
    return before?.speaker
  }

  /// The line breaks between two tokens, counted up to two.
  private func paragraphs(from start: Int, to end: Int) -> Int {
    var count = 0
    var index = end
    while index > start, count < 2 {
      if scene.tokens[index].flags.contains(.lineStart) { count += 1 }
      index -= 1
    }
    return count
  }
}
