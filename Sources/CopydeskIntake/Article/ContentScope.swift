import CopydeskText

/// Finds the element that holds the article.
struct ContentScope {
  let survey: PageSurvey

  /// The element, or nil if nothing on the page is prose.
  func find() -> Int? {
    let nodes = survey.page.nodes
    let total = survey.prose.first ?? 0
    guard total > 0 else { return nil }
    var best: (node: Int, score: Double)?
    for (index, node) in nodes.enumerated() where node.tag != .text && !survey.isExcluded[index] {
      let prose = survey.prose[index]
      guard prose > 0.1 * total else { continue }
      let precision = prose / max(survey.letters[index], 1)
      let recall = prose / total
      // What is left out weighs more than what is taken too much: the lines are sifted once more.
      let score = 5 * precision * recall / (4 * precision + recall) * bonus(index, node.tag)
      if score >= (best?.score ?? 0) * 0.9999 { best = (index, score) }
    }
    return best.map { narrowed(firstArticle(in: headlined(whole($0.node)))) }
  }

  /// A paragraph is no article: `<p>` alone may have all that is not a link.
  private func whole(_ scope: Int) -> Int {
    var scope = scope
    while survey.page.nodes[scope].tag == .p, survey.page.nodes[scope].parent > 0 {
      scope = Int(survey.page.nodes[scope].parent)
    }
    return scope
  }

  /// The `article` around the page's only heading of the first level, if little of the prose is outside: notices in front of it
  /// have no name that tells them.
  private func headlined(_ scope: Int) -> Int {
    guard let heading = onlyHeading() else { return scope }
    var article: Int?
    survey.forEachAncestor(from: heading) { node in
      if node > scope, survey.page.nodes[node].tag == .article { article = node }
      return node > scope
    }
    guard let article, survey.prose[article] > 0.5 * survey.prose[scope] else { return scope }
    return article
  }

  private func onlyHeading() -> Int? {
    var found: Int?
    for block in survey.blocks.list {
      guard case .heading(1) = block.kind, !survey.isExcluded[block.anchor] else { continue }
      if found != nil { return nil }
      found = block.anchor
    }
    return found
  }

  /// The first of several articles one below the other, as pages have them that load the next one while the reader scrolls: each an
  /// `article` of the same form with a heading of its own, the page's headline in the first. (Pages of slides have other elements
  /// for theirs.)
  private func firstArticle(in scope: Int) -> Int {
    let list = survey.blocks.list
    guard
      let heading = list.first(where: {
        if case .heading(1) = $0.kind { $0.node >= scope && $0.node < Int(survey.page.nodes[scope].end) } else { false }
      })
    else { return scope }
    var first = scope
    survey.forEachAncestor(from: heading.anchor) { node in
      guard node > scope else { return false }
      if survey.page.nodes[node].tag == .article, survey.prose[node] > 150, hasTwin(node) { first = node }
      return true
    }
    return first
  }

  /// Whether an element of the same form with prose and a heading of its own follows.
  func hasTwin(_ node: Int) -> Bool {
    let nodes = survey.page.nodes
    let form = survey.page.value(.class, of: node)
    var next = Int(nodes[node].end)
    for _ in 0..<Self.steps where next < nodes.count && nodes[next].parent == nodes[node].parent {
      if nodes[next].tag == nodes[node].tag, survey.page.value(.class, of: next) == form,
        survey.wholeProse(of: next) > 150,
        opensWithHeading(next)
      {
        return true
      }
      next = Int(nodes[next].end)
    }
    return false
  }

  /// How many nodes behind an article are looked at for the next one.
  private static let steps = 40

  private func opensWithHeading(_ node: Int) -> Bool {
    let list = survey.blocks.list
    let first = list.partitionPoint { $0.node < node }
    return list[min(first, list.count)..<min(first + 3, list.count)].contains {
      $0.isHeading && $0.node < Int(survey.page.nodes[node].end)
    }
  }

  /// The one element inside that the page itself calls the article's body.
  private func narrowed(_ scope: Int) -> Int {
    var bodies: [Int] = []
    for index in scope + 1..<max(scope + 1, Int(survey.page.nodes[scope].end)) where survey.isArticleBody(index) {
      if let last = bodies.last, index < Int(survey.page.nodes[last].end) { continue }
      if survey.prose[index] > 0 { bodies.append(index) }
    }
    guard bodies.count == 1, survey.prose[bodies[0]] > max(150, 0.3 * survey.prose[scope]) else { return scope }
    return bodies[0]
  }

  private func bonus(_ index: Int, _ tag: Tag) -> Double {
    var bonus = 1.0
    if survey.isArticleBody(index) {
      bonus = 1.3
    } else if survey.names[index].strong.contains(.body) {
      bonus = 1.2
    } else if tag == .article {
      bonus = 1.12
    } else if tag == .main {
      bonus = 1.05
    } else if survey.names[index].weak.contains(.body) {
      bonus = 1.05
    }
    if tag == .td || tag == .li || tag == .p || tag == .blockquote { bonus *= 0.8 }
    return bonus
  }
}
