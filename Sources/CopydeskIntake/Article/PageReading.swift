import CopydeskText

/// A page with what was decided of each of its blocks.
struct PageReading {
  let page: Page
  let facts: PageFacts
  let article: JSONLDArticle
  let survey: PageSurvey
  /// The node of the element that holds the article; nil if nothing on the page reads like one.
  let scope: Int?
  let headline: Headline
  let metadata: PageMetadata
  /// By block: what the rules say.
  private(set) var ruled: [BlockVerdict]
  /// By block: what was decided in the end.
  private(set) var verdicts: [BlockVerdict]
  /// By block: the log odds that it is a part of the article; nil where it was not asked.
  private(set) var scores: [Double?] = []
  private(set) var features: BlockFeatures?

  /// Whether the places of its texts are those of the page that was read; not of one that stood in an attribute.
  private(set) var isInPlace = true

  /// The indices of the blocks of the text, in its order.
  private(set) var lines: [Int] = []

  /// A page as it is shown; where that has no article, what is there for those without scripts or frames.
  static func read(decoded bytes: [UInt8], url: String?) -> PageReading {
    let reading = PageReading(decoded: bytes, url: url)
    guard reading.scope == nil, let fallback = FallbackPage.shown(bytes) else { return reading }
    var other = PageReading(decoded: fallback.bytes, url: url)
    other.isInPlace = fallback.isInPlace
    return other.scope == nil ? reading : other
  }

  init(decoded bytes: [UInt8], url: String?) {
    page = Page(decoded: bytes)
    facts = PageFacts(page: page)
    article = JSONLDArticle(scripts: page.jsonLD)
    (survey, scope, ruled) = Self.sifted(page, facts)
    let (firstLine, lastLine) = (ruled.firstIndex(of: .article), ruled.lastIndex(of: .article))
    headline = Headline(
      survey: survey, facts: facts, article: article, host: Self.host(url ?? facts.canonical ?? facts.meta[.url]),
      firstLine: firstLine)
    metadata =
      MetadataChoice(
        survey: survey, facts: facts, article: article, headline: headline, firstLine: firstLine, lastLine: lastLine,
        url: url
      ).metadata()
    verdicts = ruled
    if scope != nil { judge() } else { verdicts = ruled.map { _ in .article } }
    placeHeadline()
    lines = verdicts.indices.filter { verdicts[$0].isKept && $0 != headline.block }
    if let block = headline.block { lines.insert(block, at: 0) }
  }

  /// Whether the page is a list of links to articles: it does not call itself an article, and the headlines that it links
  /// to outweigh what else there is to read.
  var isIndex: Bool {
    if article.headline != nil || facts.meta[.published] != nil || facts.meta[.kind]?.lowercased() == "article" {
      return false
    }
    let list = survey.blocks.list
    var (links, linkLetters) = (0, 0)
    for block in list where block.linkDensity >= 0.8 && block.words >= 4 && block.letters >= 20 {
      links += 1
      linkLetters += block.letters
    }
    guard links >= 12, !opensWithProse else { return false }
    // Without an article all of the page is its text, the links with it.
    let rest = scope == nil ? lines.filter { list[$0].linkDensity < 0.8 } : lines
    // Summaries under the links are as short as these; an article has longer paragraphs.
    let longest = rest.reduce(0) { max($0, $1 == headline.block ? 0 : list[$1].letters) }
    return rest.reduce(0) { $0 + list[$1].letters } < linkLetters && longest < 250
  }

  /// Whether sentences of an article follow the headline before any headline that is a link: a brief of one paragraph beside
  /// fifteen links is an article, however short. Summaries on an index page stand under their links.
  private var opensWithProse: Bool {
    guard scope != nil, let headline = headline.block else { return false }
    let list = survey.blocks.list
    var prose = 0
    for index in headline + 1..<max(headline + 1, list.count) {
      let block = list[index]
      if block.linkDensity >= 0.8, block.letters >= 20 { break }
      if verdicts[index].isKept, block.endsSentence, block.linkDensity < 0.3 { prose += block.letters }
    }
    return prose >= Self.briefest
  }

  /// The letters of what is shown that may be an appeal beside a hidden article.
  private static let hiddenBeside = 400

  private static func letters(_ verdicts: [BlockVerdict], _ survey: PageSurvey) -> Int {
    verdicts.indices.reduce(0) { $0 + (verdicts[$1] == .article ? survey.blocks.list[$1].letters : 0) }
  }

  /// Whether there is a heading of the first level that the page's head has as its title, and three times as much to read.
  private static func isHiddenArticle(
    _ survey: PageSurvey, _ verdicts: [BlockVerdict], _ facts: PageFacts,
    beside shown: (survey: PageSurvey, scope: Int?, verdicts: [BlockVerdict])
  ) -> Bool {
    guard letters(verdicts, survey) > 3 * letters(shown.verdicts, shown.survey) else { return false }
    let titles = [facts.meta[.title], facts.titleElement].compactMap { $0.map { Line.key($0.utf8) } }
    func isTitle(_ block: Block, _ survey: PageSurvey) -> Bool {
      guard case .heading(1) = block.kind else { return false }
      let key = Line.key(survey.blocks.bytes[block.range])
      return key.count >= 12 && titles.contains { $0.starts(with: key) }
    }
    return survey.blocks.list.contains { isTitle($0, survey) }
      && !shown.survey.blocks.list.contains { isTitle($0, shown.survey) }
  }

  /// The letters of the shortest article; `All news from the region, updated every day.` has fewer.
  private static let briefest = 70

  /// The letters of the text's blocks.
  var letters: Int { lines.reduce(0) { $0 + survey.blocks.list[$1].letters } }

  /// The page's blocks as the rules see them; what is hidden counts only where nothing else is there, or no more than an appeal
  /// beside a hidden article that has the page's headline.
  private static func sifted(_ page: Page, _ facts: PageFacts) -> (PageSurvey, Int?, [BlockVerdict]) {
    var shown: (PageSurvey, Int?, [BlockVerdict])?
    for showingHidden in [false, true] {
      let survey = PageSurvey(page: page, showingHidden: showingHidden)
      if let scope = ContentScope(survey: survey).find() {
        let verdicts = ArticleLines(survey: survey, scope: scope).verdicts()
        guard verdicts.contains(.article) else { continue }
        if let shown {
          return isHiddenArticle(survey, verdicts, facts, beside: shown) ? (survey, scope, verdicts) : shown
        }
        let letters = Self.letters(verdicts, survey)
        guard letters < hiddenBeside, survey.holdsHidden else { return (survey, scope, verdicts) }
        shown = (survey, scope, verdicts)
      }
    }
    if let shown { return shown }
    let survey = PageSurvey(page: page, showingHidden: false)
    return (survey, nil, survey.blocks.list.map { _ in .outside })
  }

  /// Adds the rules that need the metadata, and lets the scorer decide.
  private mutating func judge() {
    let notes = EndNotes(
      survey: survey, byline: metadata.byline, sites: [facts.meta[.site], article.publisher].compactMap { $0 })
    let lines = ruled.indices.filter { ruled[$0] == .article }
    let kept = Set(notes.removed(from: lines))
    for index in lines where !kept.contains(index) { ruled[index] = .endNote }
    if let block = headline.block {
      for index in Standfirst(survey: survey, facts: facts).find(after: block, before: lines.first) {
        ruled[index] = .standfirst
      }
    }
    verdicts = ruled
    guard let scope else { return }
    let features = BlockFeatures(
      survey: survey, verdicts: ruled, scope: scope, headline: headline.block, facts: facts, article: article,
      notes: notes)
    self.features = features
    scores = Array(repeating: nil, count: ruled.count)
    for (place, index) in features.candidates.enumerated() {
      let score = BlockScorer.shared.score(features.row(place))
      scores[index] = score
      if ruled[index].isKept, score < BlockScorer.threshold { verdicts[index] = .score }
      if !ruled[index].isKept, score >= BlockScorer.threshold { verdicts[index] = .recovered }
    }
    // A page that the scorer knows nothing like: the rules stand.
    guard verdicts.contains(where: \.isKept) else { return verdicts = ruled }
    ArticleLines.dropRepeats(of: &verdicts, in: survey.blocks)
    ArticleLines.dropEmptySections(of: &verdicts, in: survey.blocks)
  }

  /// The headline stands first; what says the same right behind it goes.
  private mutating func placeHeadline() {
    guard let block = headline.block else { return }
    let blocks = survey.blocks
    // The same headline again, over the text or over a picture, perhaps cut short.
    let title = Line.key(blocks.bytes[blocks.list[block].range])
    let opening = verdicts.indices.filter { verdicts[$0].isKept && $0 != block }.prefix(4)
    for index in opening {
      let key = Line.key(blocks.bytes[blocks.list[index].range])
      if key == title
        || (!blocks.list[index].endsSentence && 10 * key.count >= 6 * title.count && title.starts(with: key))
      {
        verdicts[index] = .repeatedHeadline
      }
    }
    verdicts[block] = .headline
  }

  /// The parts of a line that stand in the source byte for byte, with their places there.
  func forEachSource(of line: Range<Int>, _ body: (Range<Int>, Int) -> Void) {
    let origins = survey.blocks.origins
    var next = origins.lastIndex(startingAtOrBefore: line.lowerBound) { Int($0.own) } ?? 0
    var place = line.lowerBound
    while place < line.upperBound, next < origins.count {
      let end = next + 1 < origins.count ? min(line.upperBound, Int(origins[next + 1].own)) : line.upperBound
      forEachSource(ofTexts: Int(origins[next].page) + place - Int(origins[next].own), count: end - place) {
        offset, count, source in
        body(place + offset..<place + offset + count, source)
      }
      (place, next) = (end, next + 1)
    }
  }

  /// The same for bytes of the page's texts.
  private func forEachSource(ofTexts start: Int, count: Int, _ body: (Int, Int, Int) -> Void) {
    let runs = page.sources
    var next = runs.lastIndex(startingAtOrBefore: start) { Int($0.text) } ?? 0
    var place = start
    while place < start + count, next < runs.count {
      let end = next + 1 < runs.count ? min(start + count, Int(runs[next + 1].text)) : start + count
      if end > place { body(place - start, end - place, Int(runs[next].source) + place - Int(runs[next].text)) }
      (place, next) = (max(place, end), next + 1)
    }
  }

  /// `www.example.com` of an address as `example`: what a site calls itself is like it.
  private static func host(_ url: String?) -> String {
    guard let url, let scheme = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return "" }
    let host = url[scheme...].drop { $0 == ":" || $0 == "/" }.prefix { $0 != "/" }
    let parts = host.split(separator: ".").filter { $0 != "www" }
    return parts.count >= 2 ? parts.dropLast().map(String.init).max { $0.count < $1.count } ?? "" : ""
  }
}
