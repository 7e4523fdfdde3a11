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
    for (index, block) in list.enumerated() where block.node >= scope && block.node < end {
      if !survey.isExcluded[block.anchor], isKept(block) { kept.append(index) }
    }
    return withoutEmptySections(kept)
  }

  private func isKept(_ block: Block) -> Bool {
    if case .heading(1) = block.kind { return false }
    let line = survey.blocks.bytes[block.range]
    if BoilerplateLines.matches(line) { return false }
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
