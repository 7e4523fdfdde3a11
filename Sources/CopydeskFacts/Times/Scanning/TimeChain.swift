import CopydeskText

/// Joins what stands beside each other and means one time: `the third quarter` + `of` + `last year`, `next year` + `’s` +
/// `spring`, `2021` + `second quarter`, `April` + `that year`.
///
/// One rule: the finer and open of the two lies within the other; the span is that of both.
struct TimeChain {
  let scanner: TimeScanner

  /// The chains of the candidates; what is no time by itself is gone unless it was joined.
  func joined(_ candidates: [TimeCandidate]) -> [TimeCandidate] {
    guard candidates.count > 1 else { return candidates.contains(where: \.isPart) ? [] : candidates }
    var chains: [TimeCandidate] = []
    for candidate in candidates {
      var candidate = candidate
      while let last = chains.last, let whole = join(last, candidate) {
        chains.removeLast()
        candidate = whole
      }
      chains.append(candidate)
    }
    return chains.contains(where: \.isPart) ? chains.filter { !$0.isPart } : chains
  }

  /// What stands between two links.
  private enum Link { case nothing, of, possessive }

  private func link(_ first: TimeCandidate, _ second: TimeCandidate) -> Link? {
    let (start, end) = (first.tokens.upperBound, second.tokens.lowerBound)
    guard scanner.continues(start), scanner.continues(end) else { return nil }
    switch end - start {
    case 0: return .nothing
    case 1 where isOf(start): return .of
    // 'im dritten Monat des Jahres', 'the last week in the year'
    case 2 where isOf(start) && scanner.word(start + 1) == .definite: return .of
    case 1 where scanner.isPossessive(start): return .possessive
    default: return nil
    }
  }

  private func isOf(_ index: Int) -> Bool {
    scanner.word(index) == .of || scanner.lexicon[.inYear].contains(scanner.tokens[index])
  }

  private func join(_ first: TimeCandidate, _ second: TimeCandidate) -> TimeCandidate? {
    guard second.tokens.lowerBound - first.tokens.upperBound <= 2, let link = link(first, second) else { return nil }
    guard let fine = first.meaning.grain, let coarse = second.meaning.grain else { return nil }
    var chain = first
    chain.tokens = first.tokens.lowerBound..<second.tokens.upperBound
    chain.isPart = false
    // 'the night of 2 November 2021'
    if link == .of, coarse == .day, first.clock.utf8.count == 3, first.meaning == .offset(.day, 0) {
      chain.meaning = second.meaning
      if !second.clock.isEmpty { (chain.clock, chain.clockEnd) = (second.clock, second.clockEnd) }
      return chain
    }
    // 'the weekend of 4 May'
    if link == .of, first.meaning == .weekend, coarse == .day, second.clock.isEmpty, second.meaning.isDate {
      (chain.meaning, chain.takesDeterminer) = (.weekendOf(second.meaning), true)
      return chain
    }
    // 'the third Friday of May', 'week 27 of last year'
    if link == .of, second.clock.isEmpty, second.meaning.isStretch, case .nth = first.meaning,
      first.isPart || first.rule == "time/week-number"
    {
      (chain.meaning, chain.rule) = (first.meaning.within(second.meaning), "time/nth")
      return scanner.withClock(chain)
    }
    if link == .of, let last = first.meaning.last(of: second.meaning), second.clock.isEmpty {
      (chain.meaning, chain.rule) = (last, "time/nth")
      return first.takesDeterminer || fine == .day ? withArticle(chain) : chain
    }
    if link != .possessive, second.clock.isEmpty, first.clockEnd.isEmpty {
      if first.meaning.isOpen, mayStandIn(first.meaning, coarse), fine.rawValue < coarse.rawValue,
        coarse.rawValue <= TimeUnit.year.rawValue,
        link == .of || second.meaning.isToldUnit || second.meaning.isYear && (fine == .quarter || fine == .season)
      {
        chain.meaning = first.meaning.within(second.meaning)
        if first.meaning.hasMonth { chain.rule = "time/month-of-year" }
        return chain
      }
    }
    if link != .of, second.meaning.isOpen, coarse.rawValue < fine.rawValue, fine.rawValue <= TimeUnit.year.rawValue,
      first.clock.isEmpty, link == .possessive || coarse == .quarter || coarse == .season
    {
      chain.meaning = second.meaning.within(first.meaning)
      (chain.type, chain.clock, chain.rule) = (second.type, second.clock, second.rule)
      chain.takesDeterminer = true
      return withArticle(chain)
    }
    return nil
  }

  /// A day of the month stands in a year, a weekday in a week.
  private func mayStandIn(_ fine: TimeMeaning, _ coarse: TimeUnit) -> Bool {
    switch fine {
    case .calendar: coarse == .year
    case .weekday, .weekdayAndDay: coarse == .week
    case .holiday, .same(.day): coarse == .year
    default: true
    }
  }

  private func withArticle(_ chain: TimeCandidate) -> TimeCandidate {
    let start = chain.tokens.lowerBound
    guard start > 0, scanner.word(start - 1) == .definite, scanner.continues(start) else { return chain }
    return scanner.extended(chain, to: start - 1)
  }
}

extension TimeMeaning {
  /// A year by its number.
  fileprivate var isYear: Bool {
    if case .calendar(.some, nil, nil) = self { return true }
    return false
  }

  /// A month or a year.
  fileprivate var isStretch: Bool {
    switch self {
    case .calendar(_, _, nil), .shiftedMonth, .offset(.month, _), .offset(.year, _): true
    default: false
    }
  }

  /// A day of the calendar.
  fileprivate var isDate: Bool {
    switch self {
    case .calendar(_, _, .some), .holiday: true
    default: false
    }
  }

  /// `the last Sunday in September`, `the last week of May`, which are those before publication by themselves.
  fileprivate func last(of whole: TimeMeaning) -> TimeMeaning? {
    guard whole.isStretch else { return nil }
    switch self {
    case .weekday(let weekday, shift: -1): return .nth(-1, .day, weekday: weekday, of: whole)
    case .offset(.week, -1) where whole.grain == .month || whole.grain == .year:
      return .nth(-1, .week, weekday: nil, of: whole)
    case .offset(.month, -1) where whole.grain == .year: return .nth(-1, .month, weekday: nil, of: whole)
    default: return nil
    }
  }

  /// `that year`, `last year`: what may follow without a word between.
  fileprivate var isToldUnit: Bool {
    switch self {
    case .same(.some), .offset(.week, _), .offset(.month, _), .offset(.year, _): true
    default: false
    }
  }
}
