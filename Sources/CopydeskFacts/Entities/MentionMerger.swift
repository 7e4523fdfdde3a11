import CopydeskTagger
import CopydeskText

/// Makes one list of what the rules and the tagger have found.
///
/// Each mention has a probability of being right: the tagger's own, and for rules the share that was right on
/// development data, by whether the tagger agrees, is silent, or says something else there (docs/internals/NER-MODEL.md).
/// Where mentions overlap, the likelier one stays, the larger one if it holds several.
struct MentionMerger {
  let page: CuedDocument

  /// The mentions of both, in order and without overlap.
  /// - Parameter all: what may be a name for the tagger, in the order of the first tokens; they may overlap.
  func merge(rules: [Mention], tagged all: [Mention]) -> [Mention] {
    var candidates = outside(rules, all)
    let tagged = candidates.indices
    candidates.reserveCapacity(rules.count + tagged.count)
    let known = NamedInText(page, rules: rules, tagged: all)
    var next = 0
    for rule in rules {
      while next < tagged.count, candidates[next].tokens.lowerBound + Self.longest <= rule.tokens.lowerBound {
        next += 1
      }
      let says = opinion(of: candidates[next..<tagged.upperBound], on: rule)
      var mention = rule
      let isOther = says.best.map { means(candidates[$0], not: rule, known) } ?? false
      if isOther {
        mention.probability = says.same.map { candidates[$0].probability ?? 0 } ?? 0.3
      } else if let best = says.best, best != says.same, (candidates[best].probability ?? 0) > 0.5 {
        mention.probability = againstTagger(rule, candidates[best], known)
      } else if says.same == nil {
        // A tagger in such doubt speaks for a rule, not against one, unless it is in doubt where a longer name ends:
        // 'Croatian' in 'Croatian Meteorological and Hydrological Service'.
        mention.probability = alone(rule, known) * max(0, 1 - says.longer)
      }
      guard let same = says.same else {
        candidates.append(mention)
        continue
      }
      // Both say so: one mention of the two.
      if !isOther {
        let both = 1 - (1 - (candidates[same].probability ?? 0)) * rule.rule.doubtLeft
        mention.probability = max(both, mention.probability ?? 0)
      }
      mention.isTagged = true
      candidates[same] = mention
    }
    return SpanChoice.best(candidates.map { ($0.tokens, ($0.probability ?? 0) - SpanChoice.least) }).map {
      candidates[$0]
    }
  }

  /// What the tagger says of a rule's mention: the candidate that agrees, the likeliest that shares a token with it, and how
  /// probable it is that the rule has but a part of a name.
  private func opinion(
    of candidates: ArraySlice<Mention>, on rule: Mention
  ) -> (same: Int?, best: Int?, longer: Float) {
    var (same, best): (Int?, Int?) = (nil, nil)
    var (longer, top): (Float, Float) = (0, 0)
    for (index, name) in zip(candidates.indices, candidates) {
      guard name.tokens.lowerBound < rule.tokens.upperBound else { break }
      guard name.tokens.overlaps(rule.tokens) else { continue }
      let probability = name.probability ?? 0
      if name.tokens == rule.tokens, Self.agree(rule.type, name.type) { same = index }
      if name.tokens.count > rule.tokens.count, rule.tokens.clamped(to: name.tokens) == rule.tokens {
        longer += probability
      }
      if probability > top { (best, top) = (index, probability) }
    }
    return (same, best, longer)
  }

  /// A candidate that begins so many tokens before a rule's mention does not reach it.
  private static let longest = 24

  /// How likely the rule is right where the tagger sees nothing: a state or a known body is, a town may be a word.
  private func alone(_ rule: Mention, _ known: NamedInText) -> Float {
    if rule.rule == .gazetteer, rule.entry >= 0, Self.isPlace(rule.type), !isState(rule) { return 0.45 }
    if isOfficeHolder(rule) { return isCountryNamed(rule, known) ? 0.7 : 0.45 }
    return rule.rule.aloneConfidence(type: rule.type)
  }

  /// A tagger knows people, organisations and places; what kind of place is the rules' part.
  private static func agree(_ rule: EntityType, _ tagged: EntityType) -> Bool {
    rule == tagged || isPlace(rule) && isPlace(tagged)
  }

  private static func isPlace(_ type: EntityType) -> Bool {
    type == .geopolitical || type == .location || type == .facility
  }

  /// How likely the rule is right where the tagger has another name.
  private func againstTagger(_ rule: Mention, _ name: Mention, _ known: NamedInText) -> Float {
    switch rule.type {
    // The people of a table is no place, however sure the tagger is: 'Kosovar'.
    case .group where rule.rule == .gazetteer && rule.tokens == name.tokens: return 0.99
    case .group, .event, .law, .work, .product:
      // Of these a tagger knows less than the tables: 'Kosovo War' holds its Kosovo; but 'Serbian' may stand in a longer name.
      return rule.tokens.count >= name.tokens.count ? 0.95 : 0.3
    default: break
    }
    if rule.rule == .force || rule.rule == .crossing { return 0.95 }
    if rule.tokens.count > name.tokens.count, rule.rule == .orgPattern || rule.rule == .headPattern { return 0.7 }
    return rule.tokens == name.tokens ? sameWords(rule, name, known) : otherWords(rule)
  }

  /// How likely the rule is right where the tagger calls the same words something else.
  private func sameWords(_ rule: Mention, _ name: Mention, _ known: NamedInText) -> Float {
    guard rule.entry >= 0 else { return 0.3 }
    if isState(rule) { return 0.9 }
    let row = page.gazetteer.row(rule.entry)
    if row.table == .organizations { return 0.7 }
    if isOfficeHolder(rule) { return isCountryNamed(rule, known) ? 0.92 : 0.6 }
    guard Self.isPlace(rule.type) else { return 0.3 }
    // The guidelines call Tirana a place where its team or its government is meant.
    if name.type == .organization, row.rank >= 5 { return 0.85 }
    // 'in Henderson' is a town; Henderson alone may well be a team or a surname.
    return page.isInPlace(rule.tokens.lowerBound, next: rule.tokens.upperBound) ? 0.9 : 0.7
  }

  /// Whether the text bears the tagger out where it has something else than the place that a rule sees in the same words.
  private func means(_ name: Mention, not rule: Mention, _ known: NamedInText) -> Bool {
    guard (name.probability ?? 0) > SpanChoice.least, rule.tokens == name.tokens, rule.entry >= 0,
      Self.isPlace(rule.type), !page.isInPlace(rule.tokens.lowerBound, next: rule.tokens.upperBound)
    else { return false }
    return name.type == .organization ? isClub(rule) : name.type == .person && isSurname(rule, known)
  }

  /// Whether a town or a region is the short name of its club: 'Chester 4 1 1 2', 'Minnesota 6 Milwaukee 1'.
  ///
  /// The teams of states stay states, as the guidelines have it; and 'in Chicago 40 people died' is a town.
  private func isClub(_ rule: Mention) -> Bool {
    guard page.gazetteer.row(rule.entry).table != .countries else { return false }
    let (before, after) = (rule.tokens.lowerBound - 1, rule.tokens.upperBound)
    return isScore(before) || isScore(after) || isVersus(before) || isVersus(after)
  }

  /// Whether a state or a town is the surname of somebody named in full: 'Neil Jordan said … Jordan, whose film'.
  private func isSurname(_ rule: Mention, _ known: NamedInText) -> Bool {
    rule.tokens.count == 1 && known.surnames.contains(page.keys[rule.tokens.lowerBound])
  }

  /// A figure as goals and points have it, no year.
  private func isScore(_ index: Int) -> Bool {
    page.tokens.indices.contains(index) && page.tokens[index].kind == .number && page.tokens[index].range.count <= 3
  }

  /// 'Walsall v Wrexham'
  private func isVersus(_ index: Int) -> Bool { page.token(index, isIn: page.words.versus) }

  /// How likely the rule is right where the tagger has a longer or a shorter name: 'Texas' in 'Texas Rangers' is not.
  private func otherWords(_ rule: Mention) -> Float {
    guard rule.entry >= 0 else { return 0.25 }
    if isState(rule) { return 0.6 }
    if page.gazetteer.row(rule.entry).table == .organizations { return 0.7 }
    return Self.isPlace(rule.type) ? 0.6 : 0.25
  }

  /// 'Kurti' alone: the surname of one of the few people that the gazetteer has.
  private func isOfficeHolder(_ rule: Mention) -> Bool {
    rule.type == .person && rule.entry >= 0 && page.gazetteer.row(rule.entry).table == .persons
  }

  /// Whether the text names the office holder's country.
  private func isCountryNamed(_ rule: Mention, _ known: NamedInText) -> Bool {
    known.countries.contains(page.gazetteer.row(rule.entry).country)
  }

  private func isState(_ rule: Mention) -> Bool {
    let row = page.gazetteer.row(rule.entry)
    return row.table == .countries || row.table == .regions || row.table == .admin && row.rank >= 4
  }

  /// Without the names inside a longer one of the gazetteer, 'Kosovo' and 'Metohija' in 'Kosovo and Metohija', or inside
  /// '(Aleksandar) Vucic'.
  private func outside(_ rules: [Mention], _ tagged: [Mention]) -> [Mention] {
    var next = 0
    return tagged.filter { name in
      while next < rules.count, rules[next].tokens.upperBound <= name.tokens.lowerBound { next += 1 }
      guard next < rules.count, rules[next].tokens.count > name.tokens.count,
        rules[next].rule == .gazetteer || page.isMark(rules[next].tokens.lowerBound, "(")
      else { return true }
      return
        !(rules[next].tokens.lowerBound <= name.tokens.lowerBound
        && name.tokens.upperBound <= rules[next].tokens.upperBound)
    }
  }
}

/// What the whole text names.
private struct NamedInText {
  /// The countries: not those of its language (`HomeCountries`), nor those that it is about by all its clear names
  /// (`SubjectCountries`).
  private(set) var countries: Set<UInt16> = []
  /// The surnames of those whom the tagger has found with two names or more.
  private(set) var surnames: Set<UInt64> = []

  init(_ page: CuedDocument, rules: [Mention], tagged: [Mention]) {
    for rule in rules where rule.entry >= 0 {
      let row = page.gazetteer.row(rule.entry)
      if row.table == .countries { countries.insert(row.country) }
    }
    for name in tagged where name.type == .person && name.tokens.count > 1 && (name.probability ?? 0) > 0.8 {
      surnames.insert(page.keys[name.tokens.upperBound - 1])
    }
  }
}
