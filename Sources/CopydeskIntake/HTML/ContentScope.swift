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
    return best.map { narrowed($0.node) }
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
