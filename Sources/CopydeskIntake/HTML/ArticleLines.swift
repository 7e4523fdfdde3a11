import CopydeskText

/// Sifts the lines of the element that holds the article.
struct ArticleLines {
  let survey: PageSurvey
  let scope: Int

  /// The indices of the article's blocks, in order.
  func find() -> [Int] {
    let end = Int(survey.page.nodes[scope].end)
    let list = survey.blocks.list
    var kept: [Int] = []
    var seen: Set<[UInt8]> = []
    let dropsTeasers = teaserShare(until: end) < 0.3
    var sectionEnd = 0
    for (index, block) in list.enumerated() where block.node >= scope && block.node < end && block.node >= sectionEnd {
      guard !survey.isExcluded[block.anchor] else { continue }
      if let other = otherSection(at: index, behind: kept) {
        sectionEnd = other
      } else if isKept(block, survey.kinds[index]), !(dropsTeasers && survey.isTeaser(block)) {
        // A page for two widths of screen shows some paragraphs twice; an appeal stands between all of them.
        if block.letters > 40, !seen.insert(Line.key(survey.blocks.bytes[block.range])).inserted { continue }
        kept.append(index)
      }
    }
    return withoutFrame(withoutEmptySections(kept))
  }

  /// The share of teasers in the prose. Where it is high, the article is a list of gifts, films, tools…
  private func teaserShare(until end: Int) -> Double {
    var (teasers, all) = (0.0, 1.0)
    for block in survey.blocks.list where block.node >= scope && block.node < end && !survey.isExcluded[block.anchor] {
      all += block.prose
      if survey.isTeaser(block) { teasers += block.prose }
    }
    return teasers / all
  }

  /// Where the box ends that the line opens as a heading over other articles or comments.
  private func otherSection(at index: Int, behind kept: [Int]) -> Int? {
    let list = survey.blocks.list
    let block = list[index]
    guard block.letters < 60, block.isHeading || block.words <= 6,
      let kind = survey.kinds[index], kind == .related || kind == .comments
    else { return nil }
    // The largest element that begins with the line, unless it holds much of the article.
    var end = block.node + 1
    survey.forEachAncestor(from: block.anchor) { node in
      let begins = index == 0 || list[index - 1].node < node
      if begins, node > scope, survey.prose[node] < 0.3 * survey.prose[scope] || isOwnBox(node, behind: kept) {
        end = Int(survey.page.nodes[node].end)
      }
      return begins
    }
    return end
  }

  /// Whether a section of the page's own making follows an article that is there already, however long the section is.
  private func isOwnBox(_ node: Int, behind kept: [Int]) -> Bool {
    switch survey.page.nodes[node].tag {
    case .article, .section, .aside: return kept.reduce(0) { $0 + survey.blocks.list[$1].prose } > 300
    default: return false
    }
  }

  private func isPicture(_ line: ArraySlice<UInt8>) -> Bool {
    let endings: [StaticString] = [".jpg", ".jpeg", ".png", ".webp", ".gif"]
    return line.starts(with: Array("http".utf8)) && endings.contains { HTMLBytes.contains($0, in: line) }
  }

  private func isKept(_ block: Block, _ kind: BoilerplateLines.Kind?) -> Bool {
    if case .heading(1) = block.kind { return false }
    // The address of a picture, with its width and height.
    if block.words < 14, isPicture(survey.blocks.bytes[block.range]) {
      return false
    }
    if let kind, kind != .label { return false }
    if block.isHeading { return block.linkDensity < 0.8 }
    if block.prose > 0 { return !survey.isInHeader[block.anchor] || block.linkDensity < 0.3 }
    if survey.isInHeader[block.anchor] || block.linkDensity >= 0.5 { return false }
    switch block.kind {
    case .paragraph: return true
    case .item:
      return survey.linkDensity(of: max(0, Int(survey.page.nodes[block.anchor].parent))) < 0.4
    case .row: return block.words >= 2 && block.linkDensity < 0.3
    default: return block.endsSentence && block.words >= 4
    }
  }

  /// Drops what stands before and behind the article's own sentences: the byline, the time, the rights.
  private func withoutFrame(_ indices: [Int]) -> [Int] {
    var kept = indices[...]
    let list = survey.blocks.list
    func isFrame(_ index: Int) -> Bool {
      let block = list[index]
      guard !block.isHeading, block.range.count < 120, block.words <= 16 else { return false }
      let text = survey.blocks.text(block)
      if TimestampLine(text) != nil || text.hasPrefix("©") { return true }
      return !block.endsSentence && Byline.isOpened(text)
    }
    // Two or three lines at most stand there, in any order with a place line.
    var front: Set<Int> = []
    for index in kept.prefix(4) where isFrame(index) { front.insert(index) }
    while let last = kept.last, isFrame(last) { kept.removeLast() }
    return kept.filter { !front.contains($0) }
  }

  /// Drops headings with nothing under them, and what trails behind the last prose.
  private func withoutEmptySections(_ indices: [Int]) -> [Int] {
    let list = survey.blocks.list
    var kept: [Int] = []
    guard let lastProse = indices.last(where: { list[$0].prose > 0 || list[$0].endsSentence }) else { return indices }
    for index in indices.reversed() {
      if case .heading(let level) = list[index].kind {
        guard let below = kept.last else { continue }
        if case .heading(let next) = list[below].kind, next <= level { continue }
      } else if index > lastProse, !list[index].isItem, !list[index].isRow {
        continue
      }
      kept.append(index)
    }
    return kept.reversed()
  }
}
