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
    let parsed = Page(decoded: page)
    let facts = PageFacts(page: parsed)
    let article = JSONLDArticle(scripts: parsed.jsonLD)
    let found = Article(page: parsed)
    let headline = Headline(
      survey: found.survey, facts: facts, article: article, host: Self.host(url ?? facts.canonical ?? facts.meta[.url]),
      firstLine: found.lines.first)
    let metadata = MetadataChoice(
      survey: found.survey, facts: facts, article: article, headline: headline, firstLine: found.lines.first, url: url
    ).metadata()

    var warnings = parsed.warnings
    if !found.isArticle { warnings.insert(.noMainText) }
    var lines = found.lines
    if found.isArticle { lines = EndNotes(survey: found.survey, byline: metadata.byline).removed(from: lines) }
    let blocks = found.survey.blocks
    if let block = headline.block {
      lines.removeAll { $0 == block }
      // The same headline again, over the text or over a picture, perhaps cut short.
      let title = Line.key(blocks.bytes[blocks.list[block].range])
      let repeats = lines.prefix(4).filter { index in
        let key = Line.key(blocks.bytes[blocks.list[index].range])
        return key == title
          || (!blocks.list[index].endsSentence && 10 * key.count >= 6 * title.count && title.starts(with: key))
      }
      lines.removeAll { repeats.contains($0) }
      if found.isArticle {
        lines.insert(
          contentsOf: Standfirst(survey: found.survey, facts: facts).find(after: block, before: lines.first), at: 0)
      }
      lines.insert(block, at: 0)
    }
    var text: [UInt8] = []
    var headlineRange: TextRange?
    func add(_ line: some Sequence<UInt8>, isHeadline: Bool = false) {
      if !text.isEmpty { text.append(0x0A) }
      let start = text.count
      text.append(contentsOf: line)
      if isHeadline { headlineRange = TextRange(start, text.count) }
    }
    if let body = article.bodyLines, !found.isArticle || 4 * found.letters < body.reduce(0, { $0 + $1.count }) {
      // The page shows its article by script only; its data have it all the same.
      warnings.remove(.noMainText)
      if let block = headline.block { add(blocks.bytes[blocks.list[block].range], isHeadline: true) }
      for line in body { add(line) }
    } else {
      for index in lines { add(blocks.bytes[blocks.list[index].range], isHeadline: index == headline.block) }
    }
    return MainText(text: text, headline: headlineRange, metadata: metadata, warnings: warnings)
  }

  /// `www.example.com` of an address as `example`: what a site calls itself is like it.
  private static func host(_ url: String?) -> String {
    guard let url, let scheme = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return "" }
    let host = url[scheme...].drop { $0 == ":" || $0 == "/" }.prefix { $0 != "/" }
    let parts = host.split(separator: ".").filter { $0 != "www" }
    return parts.count >= 2 ? parts.dropLast().map(String.init).max { $0.count < $1.count } ?? "" : ""
  }
}

/// The lines of the article, and whether there is one.
private struct Article {
  let survey: PageSurvey
  let lines: [Int]
  let isArticle: Bool

  /// The letters of its lines.
  var letters: Int { lines.reduce(0) { $0 + survey.blocks.list[$1].letters } }

  init(page: Page) {
    for showingHidden in [false, true] {
      let survey = PageSurvey(page: page, showingHidden: showingHidden)
      if let scope = ContentScope(survey: survey).find() {
        let lines = ArticleLines(survey: survey, scope: scope).find()
        if !lines.isEmpty {
          (self.survey, self.lines, isArticle) = (survey, lines, true)
          return
        }
      }
    }
    survey = PageSurvey(page: page, showingHidden: false)
    lines = Array(survey.blocks.list.indices)
    isArticle = false
  }
}

/// Finds the sentence between the headline and the article that sums it up.
private struct Standfirst {
  let survey: PageSurvey
  let facts: PageFacts

  func find(after headline: Int, before first: Int?) -> [Int] {
    guard let first, headline < first else { return [] }
    let description = facts.meta[.description].map { Line.key($0.utf8) } ?? []
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
