import CopydeskText

/// Finds the headline: its text, where it was found, and the line of the page that shows it.
struct Headline {
  private(set) var title: String?
  private(set) var source: String?
  /// The index of the block.
  private(set) var block: Int?

  /// - Parameter firstLine: the index of the article's first block.
  init(survey: PageSurvey, facts: PageFacts, article: JSONLDArticle, host: String, firstLine: Int?) {
    let site = article.publisher ?? facts.meta[.site]
    let cut = SiteSuffix(site: site, site2: facts.meta[.site], host: host)
    var stated: [(text: String, source: String)] = []
    if let text = facts.meta[.title] { stated.append((cut.removed(from: text), "meta")) }
    if let text = article.headline { stated.append((cut.removed(from: text), "json-ld")) }
    if let text = facts.titleElement { stated.append((cut.removed(from: text), "title-element")) }
    var keys = stated.map { Line.key($0.text.utf8) }
    for whole in [facts.titleElement, facts.meta[.title]] {
      guard let whole else { continue }
      keys.append(Line.key(whole.utf8))
      // A line that is the title up to one of its dashes is the headline, whatever the site's name behind it is.
      keys += SiteSuffix.heads(of: whole).map { Line.key($0) }.filter { $0.count >= 16 }
    }

    let only = Self.onlyFirstLevel(of: survey, before: firstLine)
    var best: (block: Int, score: Double)?
    for (index, block) in survey.blocks.list.enumerated() where block.letters > 3 && block.range.count < 400 {
      var score = Self.score(block, at: index, survey: survey, keys: keys, firstLine: firstLine)
      // What names the page's only `h1` has matters little: `page-title` under `hero-banner`.
      if index == only { score = max(score, 0.45) }
      if score > best?.score ?? 0.4 { best = (index, score) }
    }
    if let best {
      let claims = [facts.meta[.title], article.headline, article.alternative].compactMap { $0 }
      let shown = Self.shown(insteadOf: best.block, survey, claims.map { Line.key($0.utf8) }, before: firstLine)
      let chosen = shown ?? best.block
      block = chosen
      let element = HeadingText(of: survey.blocks.list[chosen], in: survey)
      let isFirstLevel = Self.level(of: chosen, survey) == 1
      let text = element.title(known: stated.map(\.text) + claims)
      (title, source) = (cut.removed(from: text, known: isFirstLevel), isFirstLevel ? "h1" : "text")
      // A kicker inside the headline's element: `Premier League` before what the page's head has as its title.
      if let plain = stated.first(where: { Self.isKicked($0.text, in: text) }) {
        (title, source) = (plain.text, plain.source)
      }
    }
    // What is shown only in part (`BREAKING:` in front of it, a shortened one) is told better by the page's head.
    if title == nil, let first = stated.first { (title, source) = (first.text, first.source) }
  }

  /// The block of the page's only `h1`, if it reads like a headline over the article.
  private static func onlyFirstLevel(of survey: PageSurvey, before firstLine: Int?) -> Int? {
    let all = survey.blocks.list.indices.filter { level(of: $0, survey) == 1 }
    guard all.count == 1, let only = all.first, let firstLine, only < firstLine else { return nil }
    let block = survey.blocks.list[only]
    return block.words >= 3 && block.linkDensity < 0.5 && survey.kinds[only] == nil ? only : nil
  }

  /// The heading that the page shows over the article where its `h1` is no more than the end of the trail of links that leads to
  /// the page: `Home | Politics | Bridge closed`. The page's head has that heading too.
  private static func shown(
    insteadOf crumb: Int, _ survey: PageSurvey, _ claims: [[UInt8]], before firstLine: Int?
  ) -> Int? {
    guard level(of: crumb, survey) == 1, isEndOfTrail(crumb, survey) else { return nil }
    let list = survey.blocks.list
    for index in crumb + 1..<max(crumb + 1, min(list.count, (firstLine ?? crumb) + 2, crumb + 20)) {
      guard list[index].isHeading, list[index].linkDensity < 0.5, list[index].words >= 3 else { continue }
      let text = HeadingText(of: list[index], in: survey)
      if [text.whole, text.main].contains(where: { claims.contains(Line.key($0.utf8)) }) { return index }
    }
    return nil
  }

  /// Whether the heading stands behind links in an element that holds nothing else.
  private static func isEndOfTrail(_ index: Int, _ survey: PageSurvey) -> Bool {
    guard index > 0 else { return false }
    let (block, before) = (survey.blocks.list[index], survey.blocks.list[index - 1])
    guard before.linkDensity >= 0.8, before.words <= 12, block.linkDensity < 0.5 else { return false }
    var trail: Int?
    survey.forEachAncestor(from: block.anchor) { node in
      guard node <= before.node else { return true }
      trail = node
      return false
    }
    guard let trail else { return false }
    let rest = survey.wholeLetters(of: trail) - survey.linkLetters(of: trail) - block.letters + block.linkLetters
    return rest <= 6
  }

  /// Whether the line is the title behind a kicker without a colon.
  private static func isKicked(_ title: String, in line: String) -> Bool {
    let (key, whole) = (Line.key(title.utf8), Line.key(line.utf8))
    guard key.count >= 12, key.count < whole.count, key.count * 2 > whole.count,
      whole.suffix(key.count).elementsEqual(key)
    else {
      return false
    }
    let kicker = line.utf8.prefix(max(0, line.utf8.count - title.utf8.count)).filter { $0 > 0x20 }
    return kicker.last != UInt8(ascii: ":")
  }

  private static func level(of block: Int, _ survey: PageSurvey) -> Int? {
    if case .heading(let level) = survey.blocks.list[block].kind { level } else { nil }
  }

  /// How far the line is the headline: 1 if a stated title is just that, more if it is an `h1` too.
  private static func score(_ block: Block, at index: Int, survey: PageSurvey, keys: [[UInt8]], firstLine: Int?)
    -> Double
  {
    let level = level(of: index, survey)
    let isNamed = !survey.names[block.anchor].strong.intersection(.headline).isEmpty
    guard level != nil || isNamed || block.range.count > 30 else { return 0 }
    // Behind the article's start stand the headlines of other articles.
    if level != 1, let firstLine, index > firstLine + 2 { return 0 }
    if level == nil, !isNamed,
      !keys.contains(where: { $0.count <= block.range.count && $0.count * 2 > block.range.count })
    {
      return 0
    }
    let key = Line.key(survey.blocks.bytes[block.range])
    guard !key.isEmpty else { return 0 }
    // A paragraph is the headline only where it is just that.
    if level == nil && !isNamed { return keys.contains(key) ? 0.8 : 0 }
    var match = 0.0
    for stated in keys where !stated.isEmpty {
      if stated == key {
        match = max(match, 1)
      } else if Line.occurs(key, in: stated) {
        match = max(match, Double(key.count) / Double(stated.count))
      } else if Line.occurs(stated, in: key) {
        match = max(match, Double(stated.count) / Double(key.count) * 0.9)
      }
    }
    if level == 1 {
      // Sites put their own name into an `h1` as well; it stands before the article's.
      let isLone = !survey.isExcluded[block.anchor] && block.linkDensity < 0.5 && block.words >= 3
      return max(match * 1.5, isLone ? 0.5 + (isNamed ? 0.1 : 0) : 0)
    }
    return match >= 0.8 ? match * (block.linkDensity > 0.8 ? 0.8 : 1.2) : 0
  }
}
