import CopydeskText

/// Chooses the authors among what a page says of them.
struct AuthorChoice {
  let survey: PageSurvey
  let facts: PageFacts
  let article: JSONLDArticle
  /// The index of the headline's block or the article's first.
  let place: Int?

  /// The authors, and what says so. People come before what may be a newsroom's name, and that before the site's.
  func byline() -> (String, String)? {
    let site = (facts.meta[.site] ?? article.publisher).map { Line.key($0.utf8) } ?? []
    var doubtful: [(names: String, source: String)] = []
    for find in [stated, elements, links, lines] {
      for (names, source) in find(site) {
        if names.split(separator: ";").contains(where: { Byline.isPerson(String($0)) }) { return (names, source) }
        doubtful.append((names, source))
      }
    }
    if let first = doubtful.first { return first }
    for (name, source) in [(article.person, "json-ld"), (facts.meta[.writer], "meta")] {
      if let name, Byline.isPerson(name), let names = Byline.names([name], site: site) { return (names, source) }
    }
    // The newsroom signs with the site's name.
    if let names = Byline.names(article.authors, site: []) { return (names, "json-ld") }
    return Byline.names([facts.meta[.author] ?? ""], site: []).map { ($0, "meta") }
  }

  private func stated(_ site: [UInt8]) -> [(String, String)] {
    let data = Byline.names(article.authors, site: site).map { ($0, "json-ld") }
    let meta = Byline.names([facts.meta[.author] ?? ""], site: site).map { ($0, "meta") }
    return [data, meta].compactMap { $0 }
  }

  private var node: Int { place.map { survey.blocks.list[$0].node } ?? 0 }

  private func elements(_ site: [UInt8]) -> [(String, String)] {
    let near = facts.authors.filter { !isElsewhere($0.node) }.sorted { abs($0.node - node) < abs($1.node - node) }
    for (_, runs) in near.prefix(12) {
      if let names = Byline.names(inRuns: runs, site: site) { return [(names, "byline-element")] }
    }
    return []
  }

  /// The link to an author's own page: `/author/ada-example`.
  private func links(_ site: [UInt8]) -> [(String, String)] {
    let page = survey.page
    var best: (distance: Int, names: String)?
    for (index, element) in page.nodes.enumerated() where element.tag == .a {
      let distance = abs(index - node)
      guard distance < min(best?.distance ?? Int.max, 400), let address = page.value(.href, of: index),
        Self.folders.contains(where: { HTMLBytes.contains($0, in: address) }), !isElsewhere(index),
        let names = Byline.names(inRuns: page.runs(of: index), site: site)
      else { continue }
      best = (distance, names)
    }
    return best.map { [($0.names, "byline-element")] } ?? []
  }

  private static let folders = PageWords.page.phrases("author-folder").map { Array($0.utf8) }

  /// `By Ada Example`, a line around the headline or at the article's end.
  private func lines(_ site: [UInt8]) -> [(String, String)] {
    let list = survey.blocks.list
    guard let centre = place else { return [] }
    let order = Array(centre..<min(centre + 14, list.count)) + (max(0, centre - 6)..<centre).reversed()
    for index in order where list[index].range.count < 90 && !list[index].isHeading {
      guard Byline.isOpened(survey.blocks.bytes[list[index].range]) else { continue }
      if let names = Byline.names(inElement: survey.blocks.text(list[index]), site: site) { return [(names, "text")] }
    }
    return []
  }

  private func isElsewhere(_ node: Int) -> Bool {
    var isInside = false
    survey.forEachAncestor(from: node) { ancestor in
      if !survey.names[ancestor].strong.isDisjoint(with: [.comments, .related]) { isInside = true }
      return !isInside
    }
    return isInside
  }
}
