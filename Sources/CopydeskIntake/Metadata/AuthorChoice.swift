import CopydeskText

/// Chooses the authors among what a page says of them.
struct AuthorChoice {
  let survey: PageSurvey
  let facts: PageFacts
  let article: JSONLDArticle
  /// The index of the headline's block or the article's first.
  let place: Int?
  /// The index of the article's last block.
  let last: Int?

  /// The authors, and what says so. People come before what may be a newsroom's name, and that before the site's.
  func byline() -> (String, String)? {
    let site = (facts.meta[.site] ?? article.publisher).map { Line.key($0.utf8) } ?? []
    let data = Byline.names(article.authors, site: site)
    if let data, Self.hasPerson(data) { return (data, "json-ld") }
    let meta = Byline.names([facts.meta[.author] ?? ""], site: site)
    if let meta, Self.hasPerson(meta) {
      // Who owns the site stands in the head of all its pages.
      if isOwner(meta), let signed = signed(AuthorMarks(page: survey.page), site) { return (signed, "byline-element") }
      return (meta, "meta")
    }
    let marks = AuthorMarks(page: survey.page)
    var doubtful = [data.map { ($0, "json-ld") }, meta.map { ($0, "meta") }].compactMap { $0 }
    for find in [{ elements(marks, $0) }, links, { lines($0, marks, areDated: doubtful.isEmpty) }] {
      guard let found = find(site) else { continue }
      if Self.hasPerson(found.0) { return found }
      doubtful.append(found)
    }
    if let first = doubtful.first { return first }
    if let pen = penName(marks, site) { return (pen, "byline-element") }
    for (name, source) in [(article.person, "json-ld"), (facts.meta[.writer], "meta")] {
      if let name, Byline.isPerson(name), let names = Byline.names([name], site: site) { return (names, source) }
    }
    // The newsroom signs with the site's name.
    if let names = Byline.names(article.authors, site: []) { return (names, "json-ld") }
    return Byline.names([facts.meta[.author] ?? ""], site: []).map { ($0, "meta") }
  }

  private static func hasPerson(_ names: String) -> Bool {
    names.split(separator: ";").contains { Byline.isPerson(String($0)) }
  }

  /// Whether the page says that its rights or the site are those of who its head calls the author.
  private func isOwner(_ names: String) -> Bool {
    let owners = [facts.meta[.owner], facts.meta[.site], article.publisher].compactMap { $0.map { Line.key($0.utf8) } }
    return names.split(separator: ";").allSatisfy { name in
      let key = Line.key(name.utf8)
      return owners.contains { Line.occurs(key, in: $0) }
    }
  }

  private var node: Int { place.map { survey.blocks.list[$0].node } ?? 0 }

  private func near(_ marks: AuthorMarks) -> ArraySlice<AuthorMarks.Mark> {
    marks.list.filter { !isElsewhere($0.node) }.sorted { abs($0.node - node) < abs($1.node - node) }.prefix(12)
  }

  private func elements(_ marks: AuthorMarks, _ site: [UInt8]) -> (String, String)? {
    for mark in near(marks) {
      guard let first = Byline.names(inRuns: mark.runs, site: site) else { continue }
      let row = marks.row(of: mark).compactMap { Byline.names(inRuns: $0, site: site) }.filter(Self.hasPerson)
      let all = row.count > 1 && Self.hasPerson(first) ? Byline.names(row, site: site) : nil
      return (all ?? first, "byline-element")
    }
    return nil
  }

  /// The people of an element that the page says to programs is the author's.
  private func signed(_ marks: AuthorMarks, _ site: [UInt8]) -> String? {
    for mark in near(marks) where mark.isStated {
      if let names = Byline.names(inRuns: mark.runs, site: site), Self.hasPerson(names) { return names }
    }
    return nil
  }

  private func penName(_ marks: AuthorMarks, _ site: [UInt8]) -> String? {
    for mark in near(marks) where mark.isStated && mark.runs.count == 1 {
      if let name = Byline.penName(mark.runs[0].text, site: site) { return name }
    }
    return nil
  }

  /// The link to an author's own page: `/author/ada-example`.
  private func links(_ site: [UInt8]) -> (String, String)? {
    let page = survey.page
    var best: (distance: Int, names: String)?
    for (index, element) in page.nodes.enumerated() where element.tag == .a {
      let distance = abs(index - node)
      guard distance < min(best?.distance ?? Int.max, 400), let address = page.value(.href, of: index),
        Self.folders.isIn(address), !isElsewhere(index),
        let names = Byline.names(inRuns: page.runs(of: index), site: site)
      else { continue }
      best = (distance, names)
    }
    return best.map { ($0.names, "byline-element") }
  }

  private static let folders = WordSearch(PageWords.page.phrases("author-folder"))

  /// `By Ada Example`, a line around the headline or at the article's end; `Author:` and the name in two lines, wherever that
  /// stands.
  /// - Parameter areDated: whether lines count that have a date in front.
  private func lines(_ site: [UInt8], _ marks: AuthorMarks, areDated: Bool) -> (String, String)? {
    let list = survey.blocks.list
    guard let centre = place else { return nil }
    var order = Array(centre..<min(centre + 14, list.count)) + (max(0, centre - 6)..<centre).reversed()
    if let last {
      // A headline can stand behind all of the article.
      let first = max(last - 1, centre)
      order += first..<max(first, min(last + 5, list.count))
    }
    for index in order where list[index].range.count < 100 && !list[index].isHeading {
      let line = survey.blocks.bytes[list[index].range]
      let isOpened = line.count < 90 && Byline.isOpened(line)
      guard isOpened || areDated && line.contains(where: HTMLBytes.isDigit), !isElsewhere(list[index].anchor) else {
        continue
      }
      let text = survey.blocks.text(list[index])
      let names = isOpened ? Byline.names(inElement: text, site: site) : Byline.names(inDated: text, site: site)
      if let names { return (names, "text") }
    }
    // A line that is only a name, behind something that is called the author's: `<div class="author-share">…</div><p>Ada Example</p>`.
    for index in centre..<min(centre + 6, list.count) where areDated && index > 0 && list[index].range.count < 40 {
      let name = survey.blocks.text(list[index])
      if Byline.isPerson(name), marks.holds(list[index - 1].node), !isElsewhere(list[index].anchor),
        let names = Byline.names([name], site: site)
      {
        return (names, "text")
      }
    }
    for index in list.indices.dropLast() where list[index].range.count < 40 && list[index + 1].range.count < 80 {
      guard Byline.isLabel(survey.blocks.bytes[list[index].range]), !isElsewhere(list[index].anchor),
        let names = Byline.names(inElement: survey.blocks.text(list[index + 1]), site: site), Self.hasPerson(names)
      else { continue }
      return (names, "text")
    }
    return nil
  }

  /// Whether the node stands in what is none of the article's: other articles, comments, buttons, the picture's photographer.
  private func isElsewhere(_ node: Int) -> Bool {
    var isInside = false
    survey.forEachAncestor(from: node) { ancestor in
      let element = survey.page.nodes[ancestor]
      // What holds the headline too is the article's, whatever its name.
      if place != nil, ancestor <= self.node, self.node < Int(element.end) { return false }
      switch element.tag {
      case .figure, .figcaption: isInside = true
      default:
        if !survey.names[ancestor].strong.isDisjoint(with: [.comments, .related, .share, .caption]) { isInside = true }
      }
      return !isInside
    }
    return isInside
  }
}
