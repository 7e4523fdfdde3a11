import CopydeskText

/// Finds where elements end that are passed over as a whole: scripts, drawings, buttons.
struct RawText {
  /// Whether one of them never ends.
  private(set) var isTruncated = false

  private let page: [UInt8]
  // What was searched for up to the page's end is not searched for again: the pass stays linear.
  private var escapesStayOpen = false
  private var unclosed: Set<Tag> = []

  init(page: [UInt8]) { self.page = page }

  /// Where the body of a raw element ends, and where the page goes on.
  mutating func closing(_ tag: Tag, from start: Int) -> (body: Int, after: Int) {
    if unclosed.contains(tag) { return (start, start) }
    if tag == .script, let end = escapedEnd(from: start) { return end }
    let word = Tag.words[Int(tag.rawValue)]
    let mayNest = tag == .svg || tag == .template
    let isCode = tag == .script || tag == .style
    var index = start
    var open = 1
    // The last `>` that was looked for; up to there none is looked for again: `<svg<svg<svg…`.
    var bracket = start - 1
    while true {
      index = HTMLBytes.next(UInt8(ascii: "<"), in: page, from: index)
      guard index + word.count + 1 < page.count else { break }
      let isEnd = page[index + 1] == UInt8(ascii: "/")
      let from = index + (isEnd ? 2 : 1)
      if matches(word, at: from) {
        // The next one opens before this one is closed: this one never was.
        if !isEnd, !mayNest, !isCode { return (start, start) }
        if !isEnd, mayNest, from > bracket { bracket = HTMLBytes.next(UInt8(ascii: ">"), in: page, from: from) }
        if isEnd { open -= 1 } else if mayNest, page[bracket - 1] != UInt8(ascii: "/") { open += 1 }
        if open == 0 {
          let after = HTMLBytes.next(UInt8(ascii: ">"), in: page, from: from)
          return (index, min(after + 1, page.count))
        }
      }
      index += 1
    }
    isTruncated = true
    if isCode { return (page.count, page.count) }
    // A drawing or button that never ends hides the article.
    unclosed.insert(tag)
    return (start, start)
  }

  /// Where a script ends that opens with `<!--` or has it inside, by HTML's rules for them: a `<script>` between that and `-->` has
  /// an end tag of its own. Nil where nothing is escaped.
  private mutating func escapedEnd(from start: Int) -> (body: Int, after: Int)? {
    guard !escapesStayOpen else { return nil }
    let word = Tag.words[Int(Tag.script.rawValue)]
    var (index, dash) = (start, start)
    var (isEscaped, isInner) = (false, false)
    while true {
      index = HTMLBytes.next(UInt8(ascii: "<"), in: page, from: index)
      guard index + word.count + 1 < page.count else { break }
      if isEscaped, let end = endOfEscape(from: &dash, to: index) {
        (isEscaped, isInner, dash) = (false, false, end)
      }
      let isEnd = page[index + 1] == UInt8(ascii: "/")
      if page[index + 1] == UInt8(ascii: "!"), page[index + 2] == UInt8(ascii: "-"),
        page[index + 3] == UInt8(ascii: "-")
      {
        if !isEscaped { (isEscaped, dash) = (true, index + 4) }
      } else if matches(word, at: index + (isEnd ? 2 : 1)) {
        if !isEnd {
          isInner = isEscaped
        } else if isInner {
          isInner = false
        } else {
          let after = HTMLBytes.next(UInt8(ascii: ">"), in: page, from: index)
          return (index, min(after + 1, page.count))
        }
      }
      index += 1
    }
    // Never closed like that: the first end tag ends it.
    escapesStayOpen = true
    return nil
  }

  /// The offset behind the first `-->` in a stretch; goes on behind what was read.
  private func endOfEscape(from start: inout Int, to end: Int) -> Int? {
    while start < end {
      let bracket = HTMLBytes.next(UInt8(ascii: ">"), in: page, from: start, to: end)
      guard bracket < end else {
        start = end
        return nil
      }
      start = bracket + 1
      if bracket >= 2, page[bracket - 1] == UInt8(ascii: "-"), page[bracket - 2] == UInt8(ascii: "-") { return start }
    }
    return nil
  }

  private func matches(_ word: [UInt8], at start: Int) -> Bool {
    guard start + word.count <= page.count, HTMLBytes.lower(page[start]) == word[0] else { return false }
    for (offset, byte) in word.enumerated() where HTMLBytes.lower(page[start + offset]) != byte { return false }
    return start + word.count == page.count || !HTMLBytes.isNameByte(page[start + word.count])
  }
}
