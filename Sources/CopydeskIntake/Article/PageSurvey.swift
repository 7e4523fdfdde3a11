import CopydeskText

/// What is known of each element of a page: its names, how much prose and how many links it holds, and whether it is
/// the article's or not.
struct PageSurvey {
  let page: Page
  let blocks: Blocks
  /// By block: what its words say that it is.
  let kinds: [BoilerplateLines.Kind?]
  /// By node.
  private(set) var names: [Names]
  /// Whether the node stands in something that is no part of an article.
  private(set) var isExcluded: [Bool]
  /// Whether the node stands in a `header`.
  private(set) var isInHeader: [Bool]
  /// The prose of what is not excluded.
  private(set) var prose: [Double]
  /// All of the letters of what is not excluded.
  private(set) var letters: [Double]

  private var rawProse: [Double]
  private var rawLetters: [Int]
  private var linkLetters: [Int]
  private var proseBlocks: [Int32]
  /// The nodes that make more of a figure than a picture, in order.
  private let tablesAndLists: [Int]
  /// The pictures, in order.
  private let pictures: [Int]
  /// Whether some elements were left out because they are not shown.
  let holdsHidden: Bool

  init(page: Page, showingHidden: Bool) {
    self.page = page
    let count = page.nodes.count
    var skipped = [Bool](repeating: false, count: count)
    var (tablesAndLists, pictures): ([Int], [Int]) = ([], [])
    var holdsHidden = false
    for (index, node) in page.nodes.enumerated() where node.tag != .text {
      let isHidden = !showingHidden && !node.tag.isUnread && Self.isHidden(index, of: page)
      if isHidden { holdsHidden = true }
      skipped[index] = node.tag.isUnread || isHidden
      switch node.tag {
      case .table, .blockquote, .ul, .ol: tablesAndLists.append(index)
      case .img, .picture, .video, .svg: pictures.append(index)
      default: break
      }
    }
    (self.tablesAndLists, self.pictures, self.holdsHidden) = (tablesAndLists, pictures, holdsHidden)
    let blocks = Blocks(of: page, skipping: skipped)
    self.blocks = blocks
    kinds = blocks.list.map { BoilerplateLines.kind(of: blocks.bytes[$0.range]) }
    names = Array(repeating: Names(), count: count)
    isExcluded = Array(repeating: false, count: count)
    isInHeader = isExcluded
    (rawProse, prose, letters) = (
      Array(repeating: 0, count: count), Array(repeating: 0, count: count), Array(repeating: 0, count: count)
    )
    (rawLetters, linkLetters) = (Array(repeating: 0, count: count), Array(repeating: 0, count: count))
    proseBlocks = Array(repeating: 0, count: count)
    readNames()
    weighAll()
    exclude(byName: true)
    weighRest()
    // Names that leave a tenth of the prose are not to be trusted: `paywall` or `readmore` around every paragraph.
    if let whole = rawProse.first, let rest = prose.first, rest < 0.15 * whole, rest < 600 {
      isExcluded = Array(repeating: false, count: count)
      (prose, letters) = (Array(repeating: 0, count: count), Array(repeating: 0, count: count))
      exclude(byName: false)
      weighRest()
    }
  }

  /// The share of the element's letters that are links.
  func linkDensity(of node: Int) -> Double {
    rawLetters[node] == 0 ? 0 : Double(linkLetters[node]) / Double(rawLetters[node])
  }

  /// The prose of the element, excluded or not.
  func wholeProse(of node: Int) -> Double { rawProse.isEmpty ? 0 : rawProse[node] }
  /// The letters of the element, excluded or not.
  func wholeLetters(of node: Int) -> Int { rawLetters[node] }
  func linkLetters(of node: Int) -> Int { linkLetters[node] }
  func proseBlocks(of node: Int) -> Int { Int(proseBlocks[node]) }

  /// Whether the page itself calls the element the article's body.
  func isArticleBody(_ node: Int) -> Bool {
    guard page.nodes[node].tag != .text, let property = page.value(.itemprop, of: node) else { return false }
    return HTMLBytes.contains("articlebody", in: property)
  }

  /// Walks from a node to the root.
  func forEachAncestor(from node: Int, _ body: (Int) -> Bool) {
    var next = node
    while next >= 0 {
      if !body(next) { return }
      next = Int(page.nodes[next].parent)
    }
  }

  private static func isHidden(_ index: Int, of page: Page) -> Bool {
    let node = page.nodes[index]
    guard node.last > node.first else { return false }
    if page.value(.hidden, of: index) != nil { return true }
    if let value = page.value(.ariaHidden, of: index), value.elementsEqual("true".utf8) { return true }
    guard let style = page.value(.style, of: index) else { return false }
    return HTMLBytes.contains("display:none", in: style) || HTMLBytes.contains("display: none", in: style)
  }

  private mutating func readNames() {
    var cache = NamesCache()
    for (index, node) in page.nodes.enumerated() where node.tag != .text {
      for place in Int(node.first)..<Int(node.last) {
        let attribute = page.attributes[place]
        switch attribute.name {
        case .class, .id, .role, .itemprop, .dataTestid, .dataComponent, .dataRole:
          guard attribute.start < attribute.end else { continue }
          let found = cache.names(of: Int(attribute.start)..<Int(attribute.end), in: page.bytes)
          names[index].strong.formUnion(found.strong)
          names[index].weak.formUnion(found.weak)
        default: break
        }
      }
    }
  }

  private mutating func weighAll() {
    for (index, block) in blocks.list.enumerated() {
      rawLetters[block.anchor] += block.letters
      linkLetters[block.anchor] += block.linkLetters
      guard kinds[index] == nil, block.prose > 0 else { continue }
      proseBlocks[block.anchor] += 1
      Self.add(block.prose, from: block.anchor, of: page, to: &rawProse)
    }
    // What a node holds, its parent holds; here the nodes come before their parents. A walk to the root from each block would
    // cost the page's depth for each: `<p>a<p>a<p>a…`.
    for index in page.nodes.indices.reversed() where rawLetters[index] > 0 && page.nodes[index].parent >= 0 {
      let parent = Int(page.nodes[index].parent)
      rawLetters[parent] += rawLetters[index]
      linkLetters[parent] += linkLetters[index]
      proseBlocks[parent] += proseBlocks[index]
    }
  }

  /// Adds to a node and all around it. Prose is summed block by block and not node by node, since fractions in another order
  /// have another sum; a block of it takes thirty bytes at least, so the page's depth weighs little.
  private static func add(_ weight: Double, from node: Int, of page: Page, to sums: inout [Double]) {
    var next = node
    while next >= 0 {
      sums[next] += weight
      next = Int(page.nodes[next].parent)
    }
  }

  private mutating func exclude(byName: Bool) {
    let total = max(rawProse.first ?? 0, 1)
    let holdsBody = elementsAroundBodies()
    for (index, node) in page.nodes.enumerated() {
      if node.parent >= 0 {
        isExcluded[index] = isExcluded[Int(node.parent)]
        isInHeader[index] = isInHeader[Int(node.parent)]
      }
      guard node.tag != .text else { continue }
      if node.tag == .header { isInHeader[index] = true }
      if !isExcluded[index], !holdsBody.contains(index),
        isNoArticle(index, node.tag, share: rawProse[index] / total, total, byName)
      {
        isExcluded[index] = true
      }
    }
  }

  /// The elements around what the page itself calls the article's body; no name says that they are something else.
  private func elementsAroundBodies() -> Set<Int> {
    var found: Set<Int> = []
    for index in page.nodes.indices where isArticleBody(index) && rawProse[index] > 200 {
      forEachAncestor(from: index) { found.insert($0).inserted }
    }
    return found
  }

  /// Whether the element is known by its tag or name as something beside the article. What holds most of the page's
  /// prose never is: a whole page can sit, through unclosed tags, in `aside#newsletter-popup`.
  private func isNoArticle(_ index: Int, _ tag: Tag, share: Double, _ total: Double, _ byName: Bool) -> Bool {
    switch tag {
    case .html, .body, .main: return false
    case .nav: return share < 0.5
    case .footer: return share < 0.9
    case .aside: return share < 0.4
    case .figcaption: return share < 0.8
    case .figure: return share < 0.3 && !holdsTableOrList(index)
    case .form, .fieldset, .label, .legend: return share < 0.3
    default: break
    }
    let strong = names[index].strong.intersection(.boilerplate)
    // Under a short post most of the page can be comments.
    if strong.contains(.comments) { return share < 0.8 || total * (1 - share) > 150 }
    guard byName else { return false }
    if !strong.isEmpty {
      let limit = strong.isSubset(of: [.details, .caption]) ? 0.25 : 0.4
      return share < limit
    }
    let weak = names[index].weak.intersection(.boilerplate)
    if !weak.isEmpty, names[index].strong.intersection([.body, .standfirst, .headline]).isEmpty {
      if tag.headingLevel == 1 || tag == .tr || tag == .td || tag == .th { return false }
      return share < 0.4 && (rawProse[index] < 80 || linkDensity(of: index) > 0.35)
    }
    return false
  }

  private func holdsTableOrList(_ index: Int) -> Bool { holds(tablesAndLists, in: index) }

  /// Whether a picture stands in the element.
  func holdsPicture(_ index: Int) -> Bool { holds(pictures, in: index) }

  private func holds(_ nodes: [Int], in index: Int) -> Bool {
    let next = nodes.partitionPoint { $0 < index }
    return next < nodes.count && nodes[next] < Int(page.nodes[index].end)
  }

  private mutating func weighRest() {
    for (index, block) in blocks.list.enumerated() where !isExcluded[block.anchor] {
      letters[block.anchor] += Double(block.letters)
      guard kinds[index] == nil, block.prose > 0 else { continue }
      let weight = block.prose * (isTeaser(block) ? 0.25 : 1)
      Self.add(weight, from: block.anchor, of: page, to: &prose)
    }
    for index in page.nodes.indices.reversed() where letters[index] > 0 && page.nodes[index].parent >= 0 {
      let parent = Int(page.nodes[index].parent)
      letters[parent] += letters[index]
    }
  }

  /// Whether the block is the summary under a linked headline: the only prose of a small box with a link in it.
  func isTeaser(_ block: Block) -> Bool {
    var box = block.anchor
    if page.nodes[box].tag == .p { box = max(0, Int(page.nodes[box].parent)) }
    // A tweet has its link behind it.
    if page.nodes[box].tag == .blockquote { return false }
    if isSummary(block, in: box) { return true }
    // The summary has a box of its own beside the headline's: `<div class="card"><h3><a>…</a></h3><div class="sum">…`. Then
    // the boxes stand in a row.
    guard block.prose > 0 else { return false }
    for _ in 0..<2 {
      box = max(0, Int(page.nodes[box].parent))
      guard proseBlocks[box] == 1, rawLetters[box] < block.letters + 300 else { return false }
      if isSummary(block, in: box) { return holdsLinkedHeading(box) && hasTwin(box) }
    }
    return false
  }

  private func holdsLinkedHeading(_ box: Int) -> Bool {
    for node in box..<min(Int(page.nodes[box].end), box + 40) where page.nodes[node].tag.headingLevel != nil {
      if linkDensity(of: node) >= 0.8 { return true }
    }
    return false
  }

  private func isSummary(_ block: Block, in box: Int) -> Bool {
    proseBlocks[box] == 1 && linkLetters[box] - block.linkLetters >= 12 && rawLetters[box] < block.letters + 300
  }

  /// Whether one of the next elements, or of the first in the same parent, has the same form and as much in it.
  private func hasTwin(_ box: Int) -> Bool {
    let parent = Int(page.nodes[box].parent)
    guard parent >= 0 else { return false }
    let form = page.value(.class, of: box)
    for start in [Int(page.nodes[box].end), parent + 1] {
      var next = start
      for _ in 0..<8 where next < Int(page.nodes[parent].end) {
        if next != box, page.nodes[next].tag == page.nodes[box].tag, proseBlocks[next] == 1, linkLetters[next] >= 12,
          page.value(.class, of: next) == form
        {
          return true
        }
        next = Int(page.nodes[next].end)
      }
    }
    return false
  }
}
