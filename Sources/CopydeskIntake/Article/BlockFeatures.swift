import CopydeskText

/// What the learned scorer sees of each block of a page: small numbers, one row a block.
///
/// Nothing in them depends on the words of one language or the names of one site: shapes, shares, places, and the
/// concepts that the tables know. What the rules drop for good, or what they drop and is no prose either, has no row.
struct BlockFeatures {
  /// The blocks that have a row, in order.
  private(set) var candidates: [Int] = []
  /// The rows one after another, `count` numbers each.
  private(set) var rows: [UInt8] = []

  /// The names of the columns, in order: the trees know them by their places.
  static let names: [String] = Own.allCases.map { String(describing: $0) } + ancestry + containers + neighbours
  /// The number of columns.
  static let count = names.count

  /// The features of a candidate, by its place among them.
  func row(_ place: Int) -> ArraySlice<UInt8> { rows[place * Self.count..<(place + 1) * Self.count] }

  /// What is told by the block itself, its place and the page.
  private enum Own: Int, CaseIterable {
    case isParagraph, isItem, isRow, headingLevel
    case letters, words, wordLength, linkDensity, stopShare, markShare, endsSentence, prose
    case capitals, digits, opensLower, opensQuote, endsColon, endsEllipsis, hasCopyright, hasAt, hasStroke
    case phrase, endNote, timestamp, byline, teaser
    case isExcluded, isInScope, isInHeader, verdict, isKept
    case inDescription, inBody, depth
    case fromHeadline, keptBefore, fromKeptBefore, toKeptAfter
    case sameParent, sameForm
    case pageProse, pageKept, pageKeptShare, pageBlocks, pageLinks, hasArticleData
  }

  private static let ancestry = tags.map { "in \($0)" }

  private static let tags: [Tag] = [
    .nav, .footer, .aside, .header, .figure, .article, .section, .main, .blockquote, .ul, .ol, .table, .form, .a,
    .details, .custom,
  ]
  private static let tagBits: [UInt16] = Tag.allCases.map { tag in
    tags.firstIndex(of: tag).map { 1 << UInt16($0) } ?? 0
  }

  private static let containers = (1...3).flatMap { level in
    ["links", "letters", "prose", "blocks", "own", "kept", "keptOfAll"].map { "container \(level) \($0)" }
  }

  private static let offsets = [-2, -1, 1, 2]
  private static let neighbours = offsets.flatMap { offset in
    ["kept", "excluded", "letters", "links", "heading", "phrase", "sentence", "sameParent"].map {
      "neighbour \(offset) \($0)"
    }
  }

  init(
    survey: PageSurvey, verdicts: [BlockVerdict], scope: Int, headline: Int?, facts: PageFacts, article: JSONLDArticle,
    notes: EndNotes
  ) {
    candidates = verdicts.indices.filter { index in
      verdicts[index].isKept || verdicts[index].isOpinion && survey.blocks.list[index].prose > 0
    }
    let writer = Writer(
      survey: survey, verdicts: verdicts, scope: scope, headline: headline, facts: facts, article: article, notes: notes
    )
    rows = writer.rows(of: candidates)
  }

  /// Fills the rows.
  private struct Writer {
    let survey: PageSurvey
    let verdicts: [BlockVerdict]
    let scope: Int
    let headline: Int?
    let notes: EndNotes
    let description: [UInt8]
    let hasData: Bool
    let body: Set<UInt64>

    /// By node: the prose of the kept blocks in it.
    private var kept: [Double]
    private var keptTotal = 0.0
    private var keptLetters = 0
    private var keptLinks = 0
    /// The kept prose by the form of its block (its element and what that is called).
    private var forms: [UInt64: Double] = [:]
    /// By node: which of the tags it and its ancestors have.
    private var tagsAbove: [UInt16]
    private var depths: [UInt8]

    init(
      survey: PageSurvey, verdicts: [BlockVerdict], scope: Int, headline: Int?, facts: PageFacts,
      article: JSONLDArticle, notes: EndNotes
    ) {
      (self.survey, self.verdicts, self.scope, self.headline) = (survey, verdicts, scope, headline)
      self.notes = notes
      description = facts.meta[.description].map { Line.key($0.utf8.prefix(ClaimLimit.description)) } ?? []
      hasData = article.headline != nil
      body = article.body.map { Writer.shingles(Array($0.utf8)) } ?? []
      let count = survey.page.nodes.count
      kept = Array(repeating: 0, count: count)
      tagsAbove = Array(repeating: 0, count: count)
      depths = Array(repeating: 0, count: count)
      inherit()
      weighKept()
    }

    private mutating func inherit() {
      for (index, node) in survey.page.nodes.enumerated() where node.tag != .text {
        tagsAbove[index] = tagBits[Int(node.tag.rawValue)]
        guard node.parent >= 0 else { continue }
        tagsAbove[index] |= tagsAbove[Int(node.parent)]
        depths[index] = depths[Int(node.parent)]
        if depths[index] < 255 { depths[index] += 1 }
      }
    }

    private mutating func weighKept() {
      for (index, block) in survey.blocks.list.enumerated() where verdicts[index] == .article {
        keptTotal += block.prose
        keptLetters += block.letters
        keptLinks += block.linkLetters
        forms[form(block), default: 0] += block.prose
        guard block.prose > 0 else { continue }
        survey.forEachAncestor(from: block.anchor) { node in
          kept[node] += block.prose
          return true
        }
      }
    }

    private func form(_ block: Block) -> UInt64 {
      var hash = FoldedHash()
      hash.add(survey.page.nodes[block.anchor].tag.rawValue)
      for byte in survey.page.value(.class, of: block.anchor)?.prefix(ClaimLimit.form) ?? [] { hash.add(byte) }
      return hash.value
    }

    // MARK: Rows

    func rows(of candidates: [Int]) -> [UInt8] {
      let list = survey.blocks.list
      var rows: [UInt8] = []
      rows.reserveCapacity(candidates.count * BlockFeatures.count)
      let page = pageRow()
      let (keptBefore, distanceBefore, distanceAfter) = distances()
      for index in candidates {
        var row = page
        own(index, into: &row)
        row[Own.keptBefore.rawValue] = Self.share(keptBefore[index], keptTotal)
        row[Own.fromKeptBefore.rawValue] = distanceBefore[index]
        row[Own.toKeptAfter.rawValue] = distanceAfter[index]
        var place = Own.allCases.count
        let tags = tagsAbove[list[index].anchor]
        for bit in 0..<16 { row[place + bit] = UInt8(tags >> UInt16(bit) & 1) }
        place += 16
        containers(index, at: place, into: &row)
        neighbours(index, at: place + BlockFeatures.containers.count, into: &row)
        rows += row
      }
      return rows
    }

    /// What is the same in all rows of a page.
    private func pageRow() -> [UInt8] {
      let list = survey.blocks.list
      var page = [UInt8](repeating: 0, count: BlockFeatures.count)
      let (letters, links) = (survey.wholeLetters(of: 0), survey.linkLetters(of: 0))
      let prose = survey.wholeProse(of: 0)
      page[Own.pageProse.rawValue] = Self.log(Int(prose))
      page[Own.pageKept.rawValue] = Self.log(keptLetters)
      page[Own.pageKeptShare.rawValue] = Self.share(keptTotal, prose)
      page[Own.pageBlocks.rawValue] = Self.log(list.count)
      page[Own.pageLinks.rawValue] = Self.share(Double(links), Double(letters))
      page[Own.hasArticleData.rawValue] = hasData ? 1 : 0
      return page
    }

    /// By block: the kept prose before it, and how many blocks off the nearest kept prose is, before and behind.
    private func distances() -> (kept: [Double], before: [UInt8], after: [UInt8]) {
      let list = survey.blocks.list
      var kept = [Double](repeating: 0, count: list.count)
      var before = [UInt8](repeating: 64, count: list.count)
      var after = before
      var (sum, distance): (Double, UInt8) = (0, 64)
      for index in list.indices {
        (kept[index], before[index]) = (sum, distance)
        let isKept = verdicts[index] == .article
        if isKept { sum += list[index].prose }
        distance = isKept && list[index].prose > 0 ? 1 : min(distance + 1, 64)
      }
      distance = 64
      for index in list.indices.reversed() {
        after[index] = distance
        distance = verdicts[index] == .article && list[index].prose > 0 ? 1 : min(distance + 1, 64)
      }
      return (kept, before, after)
    }

    private func own(_ index: Int, into row: inout [UInt8]) {
      let block = survey.blocks.list[index]
      func set(_ feature: Own, _ value: UInt8) { row[feature.rawValue] = value }
      func flag(_ feature: Own, _ value: Bool) { row[feature.rawValue] = value ? 1 : 0 }
      switch block.kind {
      case .paragraph: set(.isParagraph, 1)
      case .item: set(.isItem, 1)
      case .row: set(.isRow, 1)
      case .heading(let level): set(.headingLevel, UInt8(level))
      case .other: break
      }
      let words = max(block.words, 1)
      set(.letters, Self.log(block.letters))
      set(.words, Self.log(block.words))
      set(.wordLength, UInt8(min(255, 10 * block.letters / words)))
      set(.linkDensity, Self.share(Double(block.linkLetters), Double(block.letters)))
      set(.stopShare, Self.share(Double(block.stopWords), Double(words)))
      set(.markShare, Self.share(Double(block.marks), Double(words)))
      flag(.endsSentence, block.endsSentence)
      set(.prose, Self.log(Int(block.prose)))
      signs(block, into: &row)
      set(.phrase, survey.kinds[index].map { UInt8($0.rawValue) + 1 } ?? 0)
      flag(.endNote, notes.isNote(block))
      if block.range.count < 120, block.words <= 16, !block.isHeading {
        flag(.byline, Byline.isOpened(survey.blocks.bytes[block.range]))
        if row[Own.digits.rawValue] > 0 { flag(.timestamp, TimestampLine(survey.blocks.text(block)) != nil) }
      }
      flag(.teaser, survey.isTeaser(block))
      flag(.isExcluded, survey.isExcluded[block.anchor])
      flag(.isInScope, block.node >= scope && block.node < Int(survey.page.nodes[scope].end))
      flag(.isInHeader, survey.isInHeader[block.anchor])
      set(.verdict, UInt8(BlockVerdict.allCases.firstIndex(of: verdicts[index]) ?? 0))
      flag(.isKept, verdicts[index] == .article)
      let line = survey.blocks.bytes[block.range]
      // The description repeats the standfirst or the first sentence.
      if block.letters >= 30, description.count >= 30, block.letters < 500, (-4...16).contains(index - (headline ?? 0))
      {
        let key = Line.key(line)
        flag(.inDescription, Line.occurs(key, in: description) || Line.occurs(description, in: key))
      }
      if !body.isEmpty, block.words >= 4 {
        let found = Self.shingles(Array(line.prefix(600)))
        set(.inBody, 1 + Self.share(Double(found.count { body.contains($0) }), Double(max(found.count, 1))) / 2)
      }
      set(.depth, depths[block.anchor])
      if let headline { set(.fromHeadline, UInt8(max(0, min(255, 128 + index - headline)))) }
      set(.sameParent, Self.share(kept[max(0, Int(survey.page.nodes[block.anchor].parent))], keptTotal))
      set(.sameForm, Self.share(forms[form(block)] ?? 0, keptTotal))
    }

    private func signs(_ block: Block, into row: inout [UInt8]) {
      let bytes = survey.blocks.bytes
      var (capitals, digits) = (0, 0)
      for index in block.range {
        let byte = bytes[index]
        if byte >= 0x80 { continue }
        if byte >= 0x41, byte <= 0x5A {
          capitals += 1
        } else if byte >= 0x30, byte <= 0x39 {
          digits += 1
        } else if byte == UInt8(ascii: "@") {
          row[Own.hasAt.rawValue] = 1
        } else if byte == UInt8(ascii: "|") {
          row[Own.hasStroke.rawValue] = 1
        }
      }
      row[Own.capitals.rawValue] = Self.share(Double(capitals), Double(block.letters))
      row[Own.digits.rawValue] = Self.share(Double(digits), Double(block.letters))
      let line = bytes[block.range]
      guard let first = line.first, let last = line.last else { return }
      row[Own.opensLower.rawValue] = first >= 0x61 && first <= 0x7A ? 1 : 0
      row[Own.opensQuote.rawValue] = first == UInt8(ascii: "\"") || line.starts(with: [0xE2, 0x80]) ? 1 : 0
      row[Own.endsColon.rawValue] = last == UInt8(ascii: ":") ? 1 : 0
      let tail = line.suffix(3)
      row[Own.endsEllipsis.rawValue] =
        tail.elementsEqual([0xE2, 0x80, 0xA6]) || tail.elementsEqual("...".utf8) ? 1 : 0
      row[Own.hasCopyright.rawValue] = line.prefix(12).contains(0xC2) && line.prefix(12).contains(0xA9) ? 1 : 0
    }

    /// The smallest elements around the block that hold more than it, and then twice as much each time.
    private func containers(_ index: Int, at start: Int, into row: inout [UInt8]) {
      let block = survey.blocks.list[index]
      var least = block.letters + 1
      var place = start
      var node = block.anchor
      for _ in 0..<3 {
        while node >= 0, survey.wholeLetters(of: node) < least, survey.page.nodes[node].parent >= 0 {
          node = Int(survey.page.nodes[node].parent)
        }
        let letters = survey.wholeLetters(of: node)
        let prose = survey.wholeProse(of: node)
        row[place] = Self.share(Double(survey.linkLetters(of: node)), Double(letters))
        row[place + 1] = Self.log(letters)
        row[place + 2] = Self.share(prose, survey.wholeProse(of: 0))
        row[place + 3] = Self.log(survey.proseBlocks(of: node))
        row[place + 4] = Self.share(Double(block.letters), Double(letters))
        row[place + 5] = Self.share(kept[node], prose)
        row[place + 6] = Self.share(kept[node], keptTotal)
        least = 2 * letters
        place += 7
      }
    }

    private func neighbours(_ index: Int, at start: Int, into row: inout [UInt8]) {
      let list = survey.blocks.list
      let parent = survey.page.nodes[list[index].anchor].parent
      var place = start
      for offset in offsets {
        let other = index + offset
        if list.indices.contains(other) {
          let block = list[other]
          row[place] = verdicts[other] == .article ? 1 : 0
          row[place + 1] = survey.isExcluded[block.anchor] ? 1 : 0
          row[place + 2] = Self.log(block.letters)
          row[place + 3] = Self.share(Double(block.linkLetters), Double(block.letters))
          row[place + 4] = block.isHeading ? 1 : 0
          row[place + 5] = survey.kinds[other].map { UInt8($0.rawValue) + 1 } ?? 0
          row[place + 6] = block.endsSentence ? 1 : 0
          row[place + 7] = survey.page.nodes[block.anchor].parent == parent ? 1 : 0
        }
        place += 8
      }
    }

    // MARK: Numbers

    /// Sixteen steps for each doubling.
    private static func log(_ value: Int) -> UInt8 {
      let value = max(value, 0) + 1
      let exponent = Int.bitWidth - 1 - value.leadingZeroBitCount
      let rest = exponent >= 4 ? value >> (exponent - 4) & 15 : value << (4 - exponent) & 15
      return UInt8(min(255, exponent * 16 + rest))
    }

    private static func share(_ part: Double, _ whole: Double) -> UInt8 {
      whole <= 0 ? 0 : UInt8(max(0, min(255, part * 255 / whole)))
    }

    /// The hashes of each four words in a row.
    private static func shingles(_ line: [UInt8]) -> Set<UInt64> {
      let words = BoilerplateLines.words(of: line[...])
      guard words.count >= 4 else { return [] }
      return Set(
        (3..<words.count).map { last in
          words[last - 3...last].reduce(0) { ($0 &* 0x9E37_79B9_7F4A_7C15) ^ $1.own }
        })
    }
  }
}
