import CopydeskText

/// Makes one list of what the rules and the tagger have found.
///
/// Each mention has a probability of being right: the tagger's own, and for rules the share that was right on
/// development data, by whether the tagger agrees, is silent, or says something else there (docs/internals/NER-MODEL.md).
/// Where mentions overlap, the likelier one stays, the larger one if it holds several.
struct MentionMerger {
  let page: CuedDocument

  /// The mentions of both, in order and without overlap.
  func merge(rules: [Mention], tagged all: [Mention]) -> [Mention] {
    let tagged = outside(rules, all)
    var candidates: [Mention] = []
    candidates.reserveCapacity(rules.count + tagged.count)
    var next = 0
    var used = [Bool](repeating: false, count: tagged.count)
    for rule in rules {
      while next < tagged.count, tagged[next].tokens.upperBound <= rule.tokens.lowerBound { next += 1 }
      var mention = rule
      if next < tagged.count, tagged[next].tokens.lowerBound < rule.tokens.upperBound {
        let name = tagged[next]
        if name.tokens == rule.tokens, Self.agree(rule.type, name.type) {
          mention.probability = 1 - (1 - (name.probability ?? 0)) * Self.doubtOfBoth
          mention.isTagged = true
          used[next] = true
        } else if (name.probability ?? 0) > Self.least {
          mention.probability = againstTagger(rule, name)
        } else {
          // A tagger in such doubt speaks for a rule, not against one.
          mention.probability = rule.rule.aloneConfidence(type: rule.type)
        }
      } else {
        mention.probability = rule.rule.aloneConfidence(type: rule.type)
      }
      candidates.append(mention)
    }
    for (index, name) in tagged.enumerated() where !used[index] { candidates.append(name) }
    return choose(candidates)
  }

  /// How much of the tagger's doubt is left where a rule says the same.
  private static let doubtOfBoth: Float = 0.6

  /// A tagger knows people, organisations and places; what kind of place is the rules' part.
  private static func agree(_ rule: EntityType, _ tagged: EntityType) -> Bool {
    rule == tagged || isPlace(rule) && isPlace(tagged)
  }

  private static func isPlace(_ type: EntityType) -> Bool {
    type == .geopolitical || type == .location || type == .facility
  }

  /// How likely the rule is right where the tagger has another name.
  private func againstTagger(_ rule: Mention, _ name: Mention) -> Float {
    switch rule.type {
    case .group, .event, .law, .work, .product:
      // These the tagger does not know: 'Kosovo War' holds its Kosovo; but 'Serbian' may stand in a longer name.
      return rule.tokens.count >= name.tokens.count ? 0.95 : 0.3
    default: break
    }
    if rule.rule == .force || rule.rule == .crossing { return 0.95 }
    if rule.tokens.count > name.tokens.count, rule.rule == .orgPattern || rule.rule == .headPattern { return 0.7 }
    return rule.tokens == name.tokens ? sameWords(rule) : otherWords(rule)
  }

  /// How likely the rule is right where the tagger calls the same words something else.
  private func sameWords(_ rule: Mention) -> Float {
    guard rule.entry >= 0 else { return 0.3 }
    if isState(rule) { return 0.9 }
    if page.gazetteer.row(rule.entry).table == .organizations { return 0.7 }
    guard Self.isPlace(rule.type) else { return 0.3 }
    // 'in Henderson' is a town; Henderson alone may well be a team or a surname.
    return page.isInPlace(rule.tokens.lowerBound, next: rule.tokens.upperBound) ? 0.9 : 0.7
  }

  /// How likely the rule is right where the tagger has a longer or a shorter name: 'Texas' in 'Texas Rangers' is not.
  private func otherWords(_ rule: Mention) -> Float {
    guard rule.entry >= 0 else { return 0.25 }
    if isState(rule) { return 0.6 }
    if page.gazetteer.row(rule.entry).table == .organizations { return 0.7 }
    return Self.isPlace(rule.type) ? 0.6 : 0.25
  }

  private func isState(_ rule: Mention) -> Bool {
    let row = page.gazetteer.row(rule.entry)
    return row.table == .countries || row.table == .regions || row.table == .admin && row.rank >= 4
  }

  /// Without the names inside a longer one of the gazetteer: 'Kosovo' and 'Metohija' in 'Kosovo and Metohija'.
  private func outside(_ rules: [Mention], _ tagged: [Mention]) -> [Mention] {
    var next = 0
    return tagged.filter { name in
      while next < rules.count, rules[next].tokens.upperBound <= name.tokens.lowerBound { next += 1 }
      guard next < rules.count, rules[next].rule == .gazetteer, rules[next].tokens.count > name.tokens.count else {
        return true
      }
      return
        !(rules[next].tokens.lowerBound <= name.tokens.lowerBound
        && name.tokens.upperBound <= rules[next].tokens.upperBound)
    }
  }

  /// The mentions without overlap whose probabilities, each less one half, have the largest sum.
  private func choose(_ candidates: [Mention]) -> [Mention] {
    let sorted = candidates.filter { ($0.probability ?? 0) > Self.least }.sorted {
      ($0.tokens.upperBound, $0.tokens.lowerBound) < ($1.tokens.upperBound, $1.tokens.lowerBound)
    }
    guard !sorted.isEmpty else { return [] }
    // best[i]: the most that the first i candidates can give.
    var best: [Float] = [0]
    var before: [Int] = []
    for mention in sorted {
      // The candidates that end before this one begins: few steps back, for they are sorted by their end.
      var count = before.count
      while count > 0, sorted[count - 1].tokens.upperBound > mention.tokens.lowerBound { count -= 1 }
      before.append(count)
      let gain = best[count] + (mention.probability ?? 0) - Self.least
      best.append(max(best[before.count - 1], gain))
    }
    var chosen: [Mention] = []
    var index = sorted.count
    while index > 0 {
      if best[index] == best[index - 1] {
        index -= 1
      } else {
        chosen.append(sorted[index - 1])
        index = before[index - 1]
      }
    }
    return chosen.reversed()
  }

  /// What is less likely than that is not taken.
  private static let least: Float = 0.5
}
