import CopydeskText

/// Finds the article of an HTML page.
public struct HTMLMainText {
  /// An extractor with its buffers: one a worker.
  public init() {}

  /// The main text and the metadata of a page.
  /// - Parameters:
  ///   - page: the decoded page, valid UTF-8.
  ///   - url: its address, if known from outside.
  public mutating func extract(from page: [UInt8], url: String?) -> MainText {
    Self.text(of: PageReading.read(decoded: page, url: url))
  }

  /// The letters of the notice that a page has which sends its readers on.
  private static let notice = 250

  private static func text(of reading: PageReading) -> MainText {
    let blocks = reading.survey.blocks
    var main = MainText(text: [], metadata: reading.metadata, warnings: reading.page.warnings)
    func add(_ line: some Sequence<UInt8>, isHeadline: Bool) {
      if !main.text.isEmpty { main.text.append(0x0A) }
      let start = main.text.count
      main.text.append(contentsOf: line)
      if isHeadline { main.headline = TextRange(start, main.text.count) }
    }
    if let body = reading.article.bodyLines,
      reading.scope == nil || 4 * reading.letters < body.reduce(0, { $0 + $1.count })
    {
      // The page shows its article by script only; its data have it all the same.
      if let block = reading.headline.block { add(blocks.bytes[blocks.list[block].range], isHeadline: true) }
      for line in body { add(line, isHeadline: false) }
      return main
    }
    // Of what is shown, a list of links to other articles says nothing.
    let isIndex = reading.isIndex
    let shown = isIndex || reading.scope == nil ? [] : reading.lines.filter { $0 != reading.headline.block }
    if reading.letters < AppArticle.shown,
      let body = AppArticle.lines(
        in: reading.page.scripts, shown: shown.map { blocks.bytes[blocks.list[$0].range] },
        title: reading.metadata.title)
    {
      if let block = reading.headline.block { add(blocks.bytes[blocks.list[block].range], isHeadline: true) }
      for line in body { add(line, isHeadline: false) }
      return main
    }
    if reading.facts.isRedirect, reading.letters < Self.notice {
      main.warnings.insert(.noMainText)
      return main
    }
    if isIndex {
      main.warnings.insert(.indexPage)
      return main
    }
    if reading.scope == nil { main.warnings.insert(.noMainText) }
    main.text.reserveCapacity(reading.lines.reduce(0) { $0 + blocks.list[$1].range.count + 1 })
    for index in reading.lines {
      let line = blocks.list[index].range
      add(blocks.bytes[line], isHeadline: index == reading.headline.block)
      if reading.isInPlace {
        reading.forEachSource(of: line) { part, source in
          let start = main.text.count - line.upperBound + part.lowerBound
          main.sources.append(.init(text: start..<start + part.count, source: source))
        }
      }
    }
    return main
  }
}

/// Finds the sentence between the headline and the article that sums it up.
struct Standfirst {
  let survey: PageSurvey
  let facts: PageFacts

  func find(after headline: Int, before first: Int?) -> [Int] {
    guard let first, headline < first else { return [] }
    let description = facts.meta[.description].map { Line.key($0.utf8.prefix(ClaimLimit.description)) } ?? []
    for index in headline + 1..<first where survey.blocks.list[index].letters >= 30 {
      let block = survey.blocks.list[index]
      let key = Line.key(survey.blocks.bytes[block.range])
      let isDescription =
        description.count >= 30 && (Line.occurs(key, in: description) || Line.occurs(description, in: key))
      if isDescription || (block.prose > 0 && !survey.isExcluded[block.anchor] && isNamed(block)) { return [index] }
    }
    return []
  }

  private func isNamed(_ block: Block) -> Bool {
    var depth = 0
    var found = survey.isInHeader[block.anchor]
    survey.forEachAncestor(from: block.anchor) { node in
      if survey.names[node].strong.contains(.standfirst) || survey.names[node].weak.contains(.standfirst) {
        found = true
      }
      depth += 1
      return !found && depth < 3
    }
    return found
  }
}
