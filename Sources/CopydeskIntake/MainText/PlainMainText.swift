import CopydeskText

/// Finds the article in plain text: the lines of a page that somebody copied or another tool stripped of its markup.
public struct PlainMainText {
  /// An extractor.
  public init() {}

  private static func lines(of page: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    page.withUnsafeBufferPointer { bytes in
      var start = 0
      for index in bytes.indices where bytes[index] == 0x0A || bytes[index] == 0x0D {
        if index > start { lines.append(page[start..<index]) }
        start = index + 1
      }
      if start < bytes.count { lines.append(page[start...]) }
    }
    return lines
  }

  /// The main text, and the metadata that lines of the text tell (the headline, a timestamp line).
  /// - Parameter page: valid UTF-8.
  public func extract(from page: [UInt8]) -> MainText {
    let parts = Self.lines(of: page)
    var lines: [[UInt8]] = []
    var rewritings: [(start: Int, edits: TextEdits)] = []
    for part in parts {
      var edits = TextEdits()
      let line = Line.collapsed(Array(part), noting: &edits)
      guard !line.isEmpty else { continue }
      lines.append(line)
      rewritings.append((part.startIndex, edits))
    }
    var sifter = PlainLines(lines: lines)
    sifter.sift()
    var main = MainText(text: [], metadata: sifter.metadata)
    var edits = TextEdits()
    for (index, line) in lines.enumerated() where sifter.isKept[index] {
      let gap = rewritings[index].start - edits.sourceCount
      if main.text.isEmpty {
        edits.replace(gap, by: 0)
      } else {
        main.text.append(0x0A)
        edits.replace(gap, by: 1)
      }
      if index == sifter.headline { main.headline = TextRange(main.text.count, main.text.count + line.count) }
      main.text.append(contentsOf: line)
      edits.append(rewritings[index].edits)
    }
    main.edits = edits
    return main
  }
}

/// Sifts the lines of a plain text.
private struct PlainLines {
  let lines: [[UInt8]]
  private(set) var isKept: [Bool]
  private(set) var headline: Int?
  private(set) var metadata = PageMetadata()

  private var kinds: [BoilerplateLines.Kind?]
  private let isProse: [Bool]

  init(lines: [[UInt8]]) {
    self.lines = lines
    isKept = Array(repeating: true, count: lines.count)
    kinds = lines.map { BoilerplateLines.kind(of: $0[...]) }
    // A question can be a headline; prose that asks is longer.
    isProse = lines.map {
      LineForm.endsSentence($0[...]) && $0.count > ($0.last == UInt8(ascii: "?") ? 160 : 60)
    }
  }

  mutating func sift() {
    let firstProse = isProse.indices.first { isProse[$0] && kinds[$0] == nil } ?? lines.count
    let lastProse = isProse.indices.last { isProse[$0] && kinds[$0] == nil } ?? lines.count
    for index in lines.indices {
      guard let kind = kinds[index] else { continue }
      // Inside the article the name of a section is a crosshead.
      isKept[index] = kind == .label && index > firstProse && index < lastProse
    }
    readTimestamps(firstProse: firstProse, lastProse: lastProse)
    findHeadline(firstProse: firstProse)
    dropRepeats()
    dropSections(lastProse: lastProse)
    // A text of nothing but such lines is an article after all: never lose everything.
    if !isKept.contains(true) { isKept = Array(repeating: true, count: lines.count) }
  }

  // MARK: Timestamps

  private mutating func readTimestamps(firstProse: Int, lastProse: Int) {
    for index in lines.indices
    where isKept[index] && lines[index].count < 120 && (index <= firstProse || index > lastProse) {
      guard !isProse[index], let dates = TimestampLine(String(decoding: lines[index], as: UTF8.self)) else { continue }
      if metadata.published == nil, let published = dates.published {
        (metadata.published, metadata.publishedBy) = (published, "text")
      }
      if metadata.modified == nil { metadata.modified = dates.modified }
      isKept[index] = false
    }
  }

  // MARK: Headline

  private mutating func findHeadline(firstProse: Int) {
    // Prose that begins at once has no headline, and a text without prose has none that can be told.
    guard lines.count > 1 else { return }
    for index in lines.indices.prefix(while: { $0 < max(firstProse, 1) && $0 < 12 }) where isKept[index] {
      guard looksLikeHeadline(lines[index]) else { continue }
      headline = index
      (metadata.title, metadata.titleBy) = (String(decoding: lines[index], as: UTF8.self), "text")
      return
    }
  }

  private func looksLikeHeadline(_ line: [UInt8]) -> Bool {
    guard line.count <= 250, line.last != UInt8(ascii: "."), line.last != UInt8(ascii: ":") else { return false }
    let words = line.split(separator: 0x20).count
    return words >= 3 || (words >= 1 && line.count >= 18 && line[0] >= 0xE3)
  }

  // MARK: Repeats

  /// Drops what says the same as an earlier line: the headline again over a picture, cut short, or a caption twice.
  private mutating func dropRepeats() {
    var seen: Set<Line.SetKey> = []
    let title = headline.map { Line.key(lines[$0]) }
    for index in lines.indices {
      let key = Line.key(lines[index])
      if index != headline, let title, key.count >= 12, isHeadline(key, title, line: index) { isKept[index] = false }
      if kinds[index] == .promo, let colon = lines[index].firstIndex(of: UInt8(ascii: ":")) {
        seen.insert(.init(bytes: Line.key(lines[index][(colon + 1)...])))
      }
      if key.count >= 15, !seen.insert(.init(bytes: key)).inserted { isKept[index] = false }
    }
  }

  private func isHeadline(_ key: [UInt8], _ title: [UInt8], line: Int) -> Bool {
    if key == title { return true }
    // `What is known about the army near the border with`, cut off by a page's layout.
    return !isProse[line] && key.count * 10 >= title.count * 6 && title.starts(with: key)
  }

  // MARK: Sections

  /// Drops the titles under `Related posts`, and all behind the heading of the comments.
  private mutating func dropSections(lastProse: Int) {
    var isUnderRelated = false
    let proseLines = isProse.count { $0 }
    var proseAbove = 0
    for index in lines.indices {
      defer { if isProse[index] { proseAbove += 1 } }
      if kinds[index] == .related {
        isUnderRelated = true
      } else if isUnderRelated {
        if isProse[index] { isUnderRelated = false } else { isKept[index] = false }
      }
      if kinds[index] == .comments,
        index > lastProse || (proseLines - proseAbove) * 3 < proseLines
      {
        for rest in index..<lines.count { isKept[rest] = false }
        return
      }
    }
  }
}
