import CopydeskText

/// Sifts the lines of the element that holds the article, by rules.
struct ArticleLines {
  let survey: PageSurvey
  let scope: Int

  /// What the rules say of each block of the page.
  func verdicts() -> [BlockVerdict] {
    let end = Int(survey.page.nodes[scope].end)
    let list = survey.blocks.list
    var verdicts = [BlockVerdict](repeating: .outside, count: list.count)
    var seen: [Line.SetKey: Int] = [:]
    let dropsTeasers = teaserShare(until: end) < 0.3
    let isHeadlined = survey.page.nodes[scope].tag == .article && opensWithHeadline(until: end)
    let hasNext = isHeadlined && ContentScope(survey: survey).hasTwin(scope)
    var sectionEnd = 0
    var keptProse = 0.0
    for (index, block) in list.enumerated() {
      if survey.isExcluded[block.anchor] {
        verdicts[index] = .excluded
        continue
      }
      guard block.node >= scope && block.node < end else {
        // Where the page has one article with the headline in it, nothing in front of that is the article's; nor what is behind, where
        // the next one follows.
        if isHeadlined, block.node < scope || hasNext {
          verdicts[index] = .excluded
        } else if let kind = survey.kinds[index], kind != .label {
          // What the words say is no opinion, wherever it stands: the rights behind an article in a table.
          verdicts[index] = .phrase
        }
        continue
      }
      guard block.node >= sectionEnd else {
        verdicts[index] = .otherSection
        continue
      }
      if let other = otherSection(at: index, behind: keptProse) {
        sectionEnd = other
        verdicts[index] = .otherSection
        continue
      }
      verdicts[index] = verdict(of: block, survey.kinds[index])
      guard verdicts[index] == .article else { continue }
      if dropsTeasers && survey.isTeaser(block) {
        verdicts[index] = .teaser
      } else if block.letters > 40, isRepeat(index, &seen) {
        // A page for two widths of screen shows some paragraphs twice; an appeal stands between all of them.
        verdicts[index] = .duplicate
      } else {
        keptProse += block.prose
      }
    }
    LinkedLines(survey: survey, scope: scope).keep(in: &verdicts)
    Self.dropEmptySections(of: &verdicts, in: survey.blocks)
    dropFrame(of: &verdicts)
    return verdicts
  }

  /// Whether a heading of the first level stands in the scope, and none in front of it.
  private func opensWithHeadline(until end: Int) -> Bool {
    let first = survey.blocks.list.first { if case .heading(1) = $0.kind { $0.letters > 8 } else { false } }
    return first.map { $0.node >= scope && $0.node < end } ?? false
  }

  /// Whether the same was said above. Under another heading it may be said again: the breakfast of each day of a diet.
  private func isRepeat(_ index: Int, _ seen: inout [Line.SetKey: Int]) -> Bool {
    let list = survey.blocks.list
    guard
      let first = seen.updateValue(index, forKey: Line.SetKey(bytes: Line.key(survey.blocks.bytes[list[index].range])))
    else {
      return false
    }
    guard index > 0, first > 0, list[index - 1].isHeading, list[first - 1].isHeading else { return true }
    return Line.key(survey.blocks.bytes[list[index - 1].range]) == Line.key(survey.blocks.bytes[list[first - 1].range])
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
  private func otherSection(at index: Int, behind keptProse: Double) -> Int? {
    let list = survey.blocks.list
    let block = list[index]
    guard block.letters < 60, block.isHeading || block.words <= 6,
      let kind = survey.kinds[index], kind == .related || kind == .comments
    else { return nil }
    // The largest element that begins with the line, unless it holds much of the article.
    var end = block.node + 1
    survey.forEachAncestor(from: block.anchor) { node in
      let begins = index == 0 || list[index - 1].node < node
      if begins, node > scope,
        survey.prose[node] < 0.3 * survey.prose[scope] || keptProse > 300 && isOwnBox(node)
      {
        end = Int(survey.page.nodes[node].end)
      }
      return begins
    }
    return end
  }

  /// Whether a section of the page's own making follows an article that is there already, however long the section is.
  private func isOwnBox(_ node: Int) -> Bool {
    switch survey.page.nodes[node].tag {
    case .article, .section, .aside: return true
    default: return false
    }
  }

  private func isPicture(_ line: ArraySlice<UInt8>) -> Bool {
    let endings: [StaticString] = [".jpg", ".jpeg", ".png", ".webp", ".gif"]
    return line.starts(with: Array("http".utf8)) && endings.contains { HTMLBytes.contains($0, in: line) }
  }

  private func verdict(of block: Block, _ kind: BoilerplateLines.Kind?) -> BlockVerdict {
    if case .heading(1) = block.kind { return .form }
    // The address of a picture, with its width and height.
    if block.words < 14, isPicture(survey.blocks.bytes[block.range]) { return .form }
    if let kind, kind != .label { return .phrase }
    if Caption(survey: survey).isOne(block) { return .excluded }
    return isKept(block) ? .article : .links
  }

  private func isKept(_ block: Block) -> Bool {
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
  private func dropFrame(of verdicts: inout [BlockVerdict]) {
    let list = survey.blocks.list
    func isFrame(_ index: Int) -> Bool {
      let block = list[index]
      guard !block.isHeading, block.range.count < 120, block.words <= 16 else { return false }
      let text = survey.blocks.text(block)
      if TimestampLine(text) != nil || text.hasPrefix("©") { return true }
      return !block.endsSentence && Byline.isOpened(text)
    }
    let kept = verdicts.indices.filter { verdicts[$0] == .article }
    // Two or three lines at most stand there, in any order with a place line.
    for index in kept.prefix(4) where isFrame(index) { verdicts[index] = .frame }
    for index in kept.reversed() {
      guard isFrame(index) else { break }
      verdicts[index] = .frame
    }
  }

  /// Drops the second of two long blocks that say the same.
  static func dropRepeats(of verdicts: inout [BlockVerdict], in blocks: Blocks) {
    // Only what was brought back can repeat: the rules dropped all else.
    guard verdicts.contains(.recovered) else { return }
    var seen: Set<Line.SetKey> = []
    for index in verdicts.indices where verdicts[index].isKept && blocks.list[index].letters > 40 {
      if !seen.insert(Line.SetKey(bytes: Line.key(blocks.bytes[blocks.list[index].range]))).inserted {
        verdicts[index] = .duplicate
      }
    }
  }

  /// The headings that are sentences or a numbered list: nothing else need stand under them.
  private static func contents(of kept: [Int], in blocks: Blocks) -> Set<Int> {
    let headings = kept.filter { blocks.list[$0].isHeading }
    let numbered = headings.filter { isNumbered(blocks.bytes[blocks.list[$0].range]) && blocks.list[$0].words >= 4 }
    let sentences = headings.filter {
      let block = blocks.list[$0]
      return block.endsSentence && block.words >= 8 && block.stopWords >= 2 && block.linkDensity < 0.3
    }
    return Set((numbered.count >= 3 ? numbered : []) + sentences + rows(headings, in: blocks.list))
  }

  /// Headings of one level, one behind the other, that say something themselves: what stood between them was no text (posts of
  /// others, pictures).
  private static func rows(_ headings: [Int], in list: [Block]) -> [Int] {
    var (rows, row): ([Int], [Int]) = ([], [])
    func level(_ index: Int) -> Int { if case .heading(let level) = list[index].kind { level } else { 0 } }
    for index in headings {
      if let last = row.last, index - last > 2 || level(last) != level(index) {
        if row.count >= 3 { rows += row }
        row = []
      }
      if list[index].words >= 6, list[index].linkDensity < 0.3 { row.append(index) }
    }
    return row.count >= 3 ? rows + row : rows
  }

  /// `1. The fair had 212 stalls`
  private static func isNumbered(_ line: ArraySlice<UInt8>) -> Bool {
    let digits = line.prefix { HTMLBytes.isDigit($0) }
    guard (1...2).contains(digits.count), digits.endIndex < line.endIndex else { return false }
    return line[digits.endIndex] == UInt8(ascii: ".") || line[digits.endIndex] == UInt8(ascii: ")")
  }

  /// Drops headings with nothing under them, and what trails behind the last prose.
  static func dropEmptySections(of verdicts: inout [BlockVerdict], in blocks: Blocks) {
    let list = blocks.list
    let kept = verdicts.indices.filter { verdicts[$0].isKept }
    let contents = contents(of: kept, in: blocks)
    guard let lastProse = kept.last(where: { list[$0].prose > 0 || list[$0].endsSentence }) else { return }
    var below: Int?
    for index in kept.reversed() {
      if case .heading(let level) = list[index].kind {
        var isEmpty = below == nil
        if let below, case .heading(let next) = list[below].kind, next <= level { isEmpty = true }
        if contents.contains(index) { isEmpty = false }
        if isEmpty {
          verdicts[index] = .trailing
          continue
        }
      } else if index > lastProse, !list[index].isItem, !list[index].isRow {
        verdicts[index] = .trailing
        continue
      }
      below = index
    }
  }
}
