import CopydeskText

/// Keeps sentences and crossheads of the article that are links as a whole.
///
/// Most lines that are one link lead to other articles; a full sentence between the article's own paragraphs, of the same form as
/// they, is one of them. So is a heading in one row with the paragraphs under it: the name of a bar, linked to its own site.
struct LinkedLines {
  let survey: PageSurvey
  let scope: Int

  func keep(in verdicts: inout [BlockVerdict]) {
    let list = survey.blocks.list
    let candidates = verdicts.indices.filter { verdicts[$0] == .links && isSentence(list[$0]) }
    let headings = verdicts.indices.filter { verdicts[$0] == .links && list[$0].isHeading && list[$0].words < 20 }
    guard !candidates.isEmpty || headings.count > 1 else { return }
    let own = verdicts
    // By the element that the paragraphs stand in: how many of them are no links.
    var paragraphs: [Int: Int] = [:]
    for index in own.indices where own[index] == .article && list[index].prose > 0 {
      paragraphs[container(list[index]), default: 0] += 1
    }
    var linked: [Int: Int] = [:]
    for index in candidates { linked[container(list[index]), default: 0] += 1 }
    for index in candidates {
      let place = container(list[index])
      guard let count = paragraphs[place], count >= 2 || list[index].isItem, linked[place, default: 0] <= count + 1,
        hasNeighbours(index, in: place, own)
      else { continue }
      verdicts[index] = .article
    }
    let heads = headings.filter { paragraphs[container(list[$0]), default: 0] >= 3 && isHead($0, own) }
    if heads.count > 1 { for index in heads { verdicts[index] = .article } }
  }

  /// Whether paragraphs of the article follow the heading in the same element, other headings perhaps between.
  private func isHead(_ index: Int, _ verdicts: [BlockVerdict]) -> Bool {
    let list = survey.blocks.list
    let place = container(list[index])
    for next in index + 1..<min(index + 4, list.count) where container(list[next]) == place {
      if verdicts[next] == .article, list[next].prose > 0 { return true }
      guard list[next].isHeading else { return false }
    }
    return false
  }

  /// Whether it reads like a sentence of an article: a dozen words with a stop, not all in capitals.
  private func isSentence(_ block: Block) -> Bool {
    guard block.words >= 12, block.endsSentence, block.stopWords >= 3, !block.isHeading else { return false }
    let line = survey.blocks.bytes[block.range]
    let capitals = line.count { (0x41...0x5A).contains($0) }
    return 3 * capitals < block.letters
  }

  /// The element that holds the paragraphs; a link around them is none.
  private func container(_ block: Block) -> Int {
    var node = Int(survey.page.nodes[block.anchor].parent)
    while node > 0, survey.page.nodes[node].tag == .a { node = Int(survey.page.nodes[node].parent) }
    return max(node, 0)
  }

  /// Whether paragraphs of the article stand right before and behind; at one side only in a list, or where a link goes on over
  /// several paragraphs.
  private func hasNeighbours(_ index: Int, in place: Int, _ verdicts: [BlockVerdict]) -> Bool {
    let list = survey.blocks.list
    func isNeighbour(_ other: Int) -> Bool {
      list.indices.contains(other) && container(list[other]) == place
        && (verdicts[other] == .article && list[other].prose > 0
          || isSentence(list[other]) && verdicts[other] == .links)
        && survey.page.nodes[list[other].anchor].tag == survey.page.nodes[list[index].anchor].tag
    }
    let (before, behind) = (isNeighbour(index - 1), isNeighbour(index + 1))
    if before && behind { return true }
    return (before || behind) && (list[index].isItem || spansParagraphs(list[index]))
  }

  /// Whether the link around the line holds another paragraph too, and nothing but paragraphs.
  private func spansParagraphs(_ block: Block) -> Bool {
    let link = Int(survey.page.nodes[block.anchor].parent)
    guard link > 0, survey.page.nodes[link].tag == .a else { return false }
    let list = survey.blocks.list
    let first = list.partitionPoint { $0.node < link }
    let inside = list[first...].prefix { $0.node < Int(survey.page.nodes[link].end) }
    return inside.count >= 2 && inside.allSatisfy { isSentence($0) }
  }
}
