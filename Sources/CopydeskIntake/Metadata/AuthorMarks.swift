import CopydeskText

/// The elements of a page that are marked as its author's.
struct AuthorMarks {
  struct Mark {
    let node: Int
    /// Whether the page says so to programs (`rel`, `itemprop`), not only by what it calls the element.
    let isStated: Bool
    let runs: [Byline.Run]
  }

  /// In the order of the page.
  let list: [Mark]

  private let page: Page

  init(page: Page) {
    self.page = page
    var list: [Mark] = []
    for (index, node) in page.nodes.enumerated() where node.tag != .text && node.first < node.last {
      guard list.count < Self.most else { break }
      let isStated = Self.isStated(index, of: page)
      guard isStated || Self.isNamed(index, of: page) else { continue }
      let runs = page.runs(of: index)
      if !runs.isEmpty, runs.reduce(0, { $0 + $1.text.utf8.count }) < 160 {
        list.append(Mark(node: index, isStated: isStated, runs: runs))
      }
    }
    self.list = list
  }

  /// The marks that are read.
  private static let most = 40

  private static func isStated(_ index: Int, of page: Page) -> Bool {
    if let property = page.value(.itemprop, of: index), property.elementsEqual("author".utf8) { return true }
    return page.value(.rel, of: index).map { HTMLBytes.contains("author", in: $0) } ?? false
  }

  private static func isNamed(_ index: Int, of page: Page) -> Bool {
    guard let value = page.value(.class, of: index), value.count >= 2 else { return false }
    if classes.isIn(value) { return true }
    guard value.first == 0x20 || tokens.contains(where: { $0.first == value.first }) || value.contains(0x20) else {
      return false
    }
    return value.split(separator: 0x20).contains { word in
      tokens.contains { word.starts(with: $0) && !(word.dropFirst($0.count).first.map(HTMLBytes.isLetter) ?? false) }
    }
  }

  private static let classes = WordSearch(PageWords.page.phrases("author-class"))
  /// First words of a class: `by`, `by__name`; many other names have these letters inside.
  private static let tokens = PageWords.page.phrases("author-token").map { Array($0.utf8) }

  /// The runs of each of the marks that say one author each beside this one: the marks in it of one form, or those of its form
  /// that share its parent. At least the mark's own.
  func row(of mark: Mark) -> [[Byline.Run]] {
    let end = Int(page.nodes[mark.node].end)
    let inner = list.filter { $0.node > mark.node && $0.node < end }
    if let first = inner.first {
      let row = inner.filter { hasForm(of: first, $0) && isApart($0, in: inner) }
      if row.count > 1 { return row.map(\.runs) }
    }
    let parent = page.nodes[mark.node].parent
    var row = [mark]
    for other in list
    where other.node > mark.node && page.nodes[other.node].parent == parent && hasForm(of: mark, other) {
      // Behind a text stands the byline of another one.
      guard let last = row.last, other.node - Int(page.nodes[last.node].end) < 12 else { break }
      row.append(other)
    }
    return row.map(\.runs)
  }

  /// Whether the node stands in one of the marks.
  func holds(_ node: Int) -> Bool {
    list.contains { $0.node <= node && node < Int(page.nodes[$0.node].end) }
  }

  private func hasForm(of mark: Mark, _ other: Mark) -> Bool {
    guard let form = page.value(.class, of: mark.node) else { return mark.isStated && other.isStated }
    return page.nodes[mark.node].tag == page.nodes[other.node].tag && page.value(.class, of: other.node) == form
  }

  /// Whether the mark stands in none of the others.
  private func isApart(_ mark: Mark, in others: [Mark]) -> Bool {
    !others.contains { $0.node < mark.node && mark.node < Int(page.nodes[$0.node].end) }
  }
}
