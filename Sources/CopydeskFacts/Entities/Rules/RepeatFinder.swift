import CopydeskText

/// Finds the names that only the rest of the document explains: the surname of somebody named in full, a bare town of
/// that name, the crossing in 'the Jarinje and Brnjak border crossings'.
struct RepeatFinder {
  let page: CuedDocument

  init(page: CuedDocument) { self.page = page }

  /// The mentions with those that the unknown words turn out to be.
  func completing(_ mentions: [Mention], with unknown: [Int]) -> [Mention] {
    var surnames: Set<UInt64> = []
    var acronyms: Set<UInt64> = []
    var towns: [UInt64: Int32] = [:]
    for mention in mentions {
      if mention.type == .person, mention.tokens.count > 1, mention.rule != .shape {
        surnames.insert(page.keys[mention.tokens.upperBound - 1])
      }
      if mention.type == .geopolitical, mention.tokens.count == 1, mention.entry >= 0 {
        towns[page.keys[mention.tokens.lowerBound]] = mention.entry
      }
      if mention.type == .organization, mention.tokens.count == 1 {
        acronyms.insert(page.keys[mention.tokens.lowerBound])
      }
    }
    let countries = SubjectCountries(page: page, mentions: mentions)
    var all = mentions.map { retyped($0, surnames: surnames) }
    for index in unknown {
      let tokens = index..<index + 1
      if surnames.contains(page.keys[index]), !page.has(index, .shouting), isSurname(index) {
        all.append(Mention(tokens: extendedByParticles(tokens), type: .person, rule: .personRepeat))
      } else if acronyms.contains(page.keys[index]), page.tokens[index].flags.contains(.allCaps) {
        all.append(Mention(tokens: tokens, type: .organization, rule: .acronym))
      } else if let entry = towns[page.keys[index]], !page.has(index, .common) {
        // 'in Mansfield' once: Mansfield is the town everywhere.
        all.append(Mention(tokens: tokens, type: .geopolitical, entry: entry, rule: .gazetteer))
      } else if isLoneName(index) {
        // Richmond and Houston are people and towns: without a person of that name, towns of a country in the text.
        let town = countries.town(page.keys[index], anywhere: !page.home.isEmpty)
        all.append(
          town < 0
            ? Mention(tokens: tokens, type: .person, rule: .loneName)
            : Mention(tokens: tokens, type: .geopolitical, entry: town, rule: .weakGazetteer))
      } else if isSpeaking(index) {
        all.append(Mention(tokens: tokens, type: .person, rule: .personSpeech))
      } else if isInside(index) {
        all.append(Mention(tokens: tokens, type: .geopolitical, rule: .inside))
      } else if isCrossing(tokens) {
        all.append(Mention(tokens: tokens, type: .facility, rule: .crossing))
      }
    }
    all.sort { ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count) }
    // Two readings may overlap where particles were taken in.
    var out: [Mention] = []
    out.reserveCapacity(all.count)
    for mention in all where out.last.map({ $0.tokens.upperBound <= mention.tokens.lowerBound }) ?? true {
      out.append(mention)
    }
    return out
  }

  /// Whether a word that is a surname in this document is one here: 'sagte Stein', but not 'auf dem Stein'.
  private func isSurname(_ index: Int) -> Bool {
    !page.hasAny(index, [.common, .lowerElsewhere]) || page.isProper(index)
      || page.capitalisesNouns && !page.has(index - 1, .stop)
  }

  private func retyped(_ mention: Mention, surnames: Set<UInt64>) -> Mention {
    var mention = mention
    if mention.type == .person, mention.tokens.count == 1 { mention.tokens = extendedByParticles(mention.tokens) }
    guard mention.tokens.count == 1, mention.type == .geopolitical, mention.entry >= 0 else { return mention }
    let table = page.gazetteer.row(mention.entry).table
    // Kurti is a town in India; in a report on Albin Kurti it is not.
    if table == .places, page.gazetteer.row(mention.entry).rank < 6,
      surnames.contains(page.keys[mention.tokens.lowerBound]),
      !page.isInPlace(mention.tokens.lowerBound)
    {
      (mention.type, mention.entry, mention.rule) = (.person, -1, .personRepeat)
    } else if table == .places, isCrossing(mention.tokens) {
      (mention.type, mention.rule) = (.facility, .crossing)
    }
    return mention
  }

  /// 'der Leyen' before the surname: 'von der Leyen'.
  private func extendedByParticles(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    while start > 0, tokens.lowerBound - start < 2, page.has(start - 1, .particle), !page.has(start - 1, .capital),
      !page.hasAny(start - 1, [.connector])
    {
      start -= 1
    }
    return start..<tokens.upperBound
  }

  /// A known given name or surname that stands alone: 'Hitchcock', 'Richard'.
  private func isLoneName(_ index: Int) -> Bool {
    page.hasAny(index, [.given, .family])
      && !page.hasAny(index, [.common, .lowerElsewhere, .title, .titleCase, .shouting])
      && !page.hasAny(index, Cue.heads) && !page.capitalisesNouns
      && !page.tokens[index].flags.contains(.allCaps) && page.tokens[index].range.count > 3
      && !page.has(index - 1, .capital) && !page.has(index + 1, .capital)
      && !page.isMark(index + 1, "-") && !page.isMark(index - 1, "-")
      && !page.token(index - 1, isIn: page.words.articles)
  }

  /// 'in Novakovo', 'near Thule': an unknown word in the place of a place.
  private func isInside(_ index: Int) -> Bool {
    page.isProper(index) && page.has(index - 1, .inside) && !page.has(index - 1, .capital)
      && !page.hasAny(index, [.common, .lowerElsewhere, .title]) && !page.hasAny(index, Cue.heads)
      && page.tokens[index].flags.isDisjoint(with: [.allCaps, .innerCapital, .hasDigit])
      && page.tokens[index].range.count > 3 && !page.has(index + 1, .capital) && !page.isMark(index + 1, "-")
  }

  /// 'Vrajolli says': one capitalised word before a verb of speech, in the middle of a sentence.
  private func isSpeaking(_ index: Int) -> Bool {
    page.isProper(index) && !page.hasAny(index, [.common, .title]) && !page.hasAny(index, Cue.heads)
      && !page.tokens[index].flags.contains(.allCaps)
      && (!page.has(index - 1, .capital) || page.has(index - 1, .stop))
      && (page.has(index + 1, .speech)
        || page.has(index - 1, .speech) && page.tokens[min(index + 1, page.tokens.count - 1)].kind == .punctuation)
  }

  /// 'the Jarinje and Brnjak border crossings', 'the border crossing of Jarinje', 'the crossing at Merdare'.
  private func isCrossing(_ tokens: Range<Int>) -> Bool {
    guard page.has(tokens.lowerBound, .capital), !page.has(tokens.lowerBound, .opening) else { return false }
    let end = page.tokens.count
    var index = tokens.upperBound
    while index < min(end, tokens.upperBound + 6), !page.tokens[index].flags.contains(.sentenceStart) {
      if page.cues.length(of: .crossing, page.keys, at: index, before: end) > 0 { return true }
      guard page.has(index, .capital) || page.token(index, isIn: page.words.and) || page.isMark(index, ",") else {
        break
      }
      index += 1
    }
    let before = tokens.lowerBound - 1
    return before >= 1 && (page.token(before, isIn: page.words.of) || page.token(before, isIn: page.words.at))
      && page.has(before - 1, .crossing)
  }
}
