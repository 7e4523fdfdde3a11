import CopydeskText
import Glibc

/// Makes a page safe and small for the parser, in one pass over its bytes.
///
/// Scripts, styles, drawings and comments go (half of a news page); the bodies of JSON-LD scripts are kept aside. What
/// the parser is known to misread is put right: NUL bytes, `&ccaron;`, `&amp` without its stop, `&#146;`, attributes
/// like `@click`, and elements nested without end.
struct PageScrubber {
  /// The page for the parser.
  private(set) var output: [UInt8] = []
  /// The bodies of the JSON-LD scripts.
  private(set) var jsonLD: [ArraySlice<UInt8>] = []
  private(set) var warnings: Set<Warning> = []

  /// Open elements that are let through: far above what pages have (42 at most among a thousand), low enough that the
  /// parser's searches of its stack stay cheap.
  private static let depthLimit = 512

  private let page: [UInt8]
  private var position = 0
  private var copied = 0
  private var depth = 0
  private var excess = 0
  // What was searched for up to the page's end is not searched for again: the pass stays linear.
  private var commentsStayOpen = false
  private var unclosed: Set<Tag> = []

  init(page: [UInt8]) {
    self.page = page
    output.reserveCapacity(page.count)
    if page.starts(with: [0xEF, 0xBB, 0xBF]) { (position, copied) = (3, 3) }
    while position < page.count {
      switch page[position] {
      case UInt8(ascii: "<"): markup()
      case UInt8(ascii: "&"): reference()
      case 0: replace(to: position + 1, with: [])
      default: position += 1
      }
    }
    replace(to: page.count, with: [])
  }

  private func byte(_ offset: Int) -> UInt8 { position + offset < page.count ? page[position + offset] : 0 }

  /// Copies what was passed over, then writes `bytes` in place of all up to `end`.
  private mutating func replace(to end: Int, with bytes: [UInt8]) {
    output.append(contentsOf: page[copied..<min(position, page.count)])
    output.append(contentsOf: bytes)
    position = end
    copied = end
  }

  private mutating func markup() {
    switch byte(1) {
    case UInt8(ascii: "!"):
      if byte(2) == UInt8(ascii: "-"), byte(3) == UInt8(ascii: "-") {
        comment()
      } else {
        drop(through: UInt8(ascii: ">"))
      }
    case UInt8(ascii: "?"): drop(through: UInt8(ascii: ">"))
    case UInt8(ascii: "/") where HTMLBytes.isLetter(byte(2)): endTag()
    case let first where HTMLBytes.isLetter(first): startTag()
    default: replace(to: position + 1, with: Array("&lt;".utf8))
    }
  }

  private mutating func drop(through last: UInt8) {
    let end = HTMLBytes.next(last, in: page, from: position + 1)
    if end >= page.count { warnings.insert(.truncatedHTML) }
    replace(to: min(end + 1, page.count), with: [])
  }

  private mutating func comment() {
    // `<!-->` and `<!--->` are whole comments.
    var end = position + 2
    while end < page.count, !commentsStayOpen {
      if page[end] == UInt8(ascii: ">"), page[end - 1] == UInt8(ascii: "-"), page[end - 2] == UInt8(ascii: "-") {
        return replace(to: end + 1, with: [])
      }
      end += 1
    }
    // Never closed: what follows may be the article.
    commentsStayOpen = true
    warnings.insert(.truncatedHTML)
    replace(to: position + 4, with: [])
  }

  private func nameEnd(from start: Int) -> Int {
    var end = start
    while end < page.count, HTMLBytes.isNameByte(page[end]) { end += 1 }
    return end
  }

  private func tag(from start: Int, to end: Int) -> Tag {
    var hash = FoldedHash()
    for index in start..<end { hash.add(HTMLBytes.lower(page[index])) }
    return Tag.byName[hash.value] ?? .other
  }

  private mutating func endTag() {
    let name = tag(from: position + 2, to: nameEnd(from: position + 2))
    if HTMLBytes.nests(name) {
      if excess > 0 {
        excess -= 1
        return drop(through: UInt8(ascii: ">"))
      }
      depth = max(0, depth - 1)
    }
    position += 2
  }

  private mutating func startTag() {
    let start = position
    let afterName = nameEnd(from: start + 1)
    let name = tag(from: start + 1, to: afterName)
    var atAttributes: [Int] = []
    guard let end = tagEnd(from: afterName, atAttributes: &atAttributes) else {
      warnings.insert(.truncatedHTML)
      return replace(to: page.count, with: [])
    }
    if Self.raw.contains(name.rawValue) {
      let isEmpty = name == .svg && page[end - 2] == UInt8(ascii: "/")
      let close = isEmpty ? (body: end, after: end) : closing(name, from: end)
      if name == .script, HTMLBytes.contains("ld+json", in: page[start..<end]) { jsonLD.append(page[end..<close.body]) }
      return replace(to: close.after, with: [UInt8(ascii: " ")])
    }
    if HTMLBytes.nests(name) {
      if depth >= Self.depthLimit {
        warnings.insert(.deepNesting)
        excess += 1
        // A line ends here all the same.
        return replace(to: end, with: Array("<br>".utf8))
      }
      depth += 1
    }
    for attribute in atAttributes {
      position = attribute
      replace(to: attribute + 1, with: [UInt8(ascii: ":")])
    }
    position = end
  }

  /// The offset after the `>` of a start tag; quotes count only behind `=`. Notes where attributes start with `@`.
  private func tagEnd(from start: Int, atAttributes: inout [Int]) -> Int? {
    var index = start
    var previous: UInt8 = 0x20
    while index < page.count {
      let byte = page[index]
      if byte == UInt8(ascii: ">") { return index + 1 }
      if previous == UInt8(ascii: "="), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        var close = index + 1
        while close < page.count, page[close] != byte { close += 1 }
        // Not closed at all: the quote is a slip, and the tag ends at the next `>`.
        if close < page.count { index = close }
      } else if byte == UInt8(ascii: "@"), previous <= 0x20 {
        atAttributes.append(index)
      }
      // `= "x"`: spaces behind the sign do not count.
      if !(byte <= 0x20 && previous == UInt8(ascii: "=")) { previous = page[index] }
      index += 1
    }
    return nil
  }

  /// What is dropped with all that is inside. A browser ends a button at `</button>` whatever is open in it; the parser
  /// would go on, and the page would be one button.
  private static let raw = TagSet([
    .script, .style, .svg, .math, .button, .select, .textarea, .iframe, .noscript, .template, .canvas,
  ])

  /// Where the body of a raw element ends, and where the page goes on.
  private mutating func closing(_ name: Tag, from start: Int) -> (body: Int, after: Int) {
    if unclosed.contains(name) { return (start, start) }
    let word = Tag.words[Int(name.rawValue)]
    let mayNest = name == .svg || name == .template
    let isCode = name == .script || name == .style
    var index = start
    var open = 1
    while true {
      index = HTMLBytes.next(UInt8(ascii: "<"), in: page, from: index)
      guard index + word.count + 1 < page.count else { break }
      let isEnd = page[index + 1] == UInt8(ascii: "/")
      let from = index + (isEnd ? 2 : 1)
      if matches(word, at: from) {
        // The next one opens before this one is closed: this one never was.
        if !isEnd, !mayNest, !isCode { return (start, start) }
        if isEnd { open -= 1 } else if mayNest, !isSelfClosed(from: from) { open += 1 }
        if open == 0 {
          let after = HTMLBytes.next(UInt8(ascii: ">"), in: page, from: from)
          return (index, min(after + 1, page.count))
        }
      }
      index += 1
    }
    warnings.insert(.truncatedHTML)
    if isCode { return (page.count, page.count) }
    // A drawing or button that never ends hides the article.
    unclosed.insert(name)
    return (start, start)
  }

  private func isSelfClosed(from start: Int) -> Bool {
    var index = start
    while index < page.count, page[index] != UInt8(ascii: ">") { index += 1 }
    return page[min(index, page.count) - 1] == UInt8(ascii: "/")
  }

  private func matches(_ word: [UInt8], at start: Int) -> Bool {
    guard start + word.count <= page.count else { return false }
    for (offset, byte) in word.enumerated() where HTMLBytes.lower(page[start + offset]) != byte { return false }
    return start + word.count == page.count || !HTMLBytes.isNameByte(page[start + word.count])
  }

  private mutating func reference() {
    guard let found = CharacterReference.read(page, at: position) else {
      position += 1
      return
    }
    replace(to: found.end, with: HTMLBytes.escaped(found.bytes))
  }
}

/// Small facts about the bytes of markup.
enum HTMLBytes {
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isNameByte(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") }
  static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  /// Whether the element counts towards the depth: it has an end tag and its end tag is written.
  static func nests(_ tag: Tag) -> Bool {
    switch tag {
    case .br, .hr, .img, .meta, .link, .base, .input, .embed: false
    case .p, .li, .dt, .dd, .td, .th, .tr, .option, .thead, .tbody, .tfoot, .html, .head, .body: false
    default: true
    }
  }

  /// The bytes with what is markup written as references again.
  static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    if bytes == [UInt8(ascii: "<")] { return Array("&lt;".utf8) }
    if bytes == [UInt8(ascii: ">")] { return Array("&gt;".utf8) }
    if bytes == [UInt8(ascii: "&")] { return Array("&amp;".utf8) }
    return bytes
  }

  /// The offset of the next such byte, or the page's length.
  static func next(_ byte: UInt8, in page: [UInt8], from start: Int) -> Int {
    guard start < page.count else { return page.count }
    // Safe: the search stays between `start` and the end of the bytes, which live during the call.
    return page.withUnsafeBytes { raw in
      guard let base = raw.baseAddress, let found = memchr(base + start, Int32(byte), raw.count - start) else {
        return raw.count
      }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Whether an ASCII word in lower case occurs, case ignored.
  static func contains(_ word: StaticString, in bytes: ArraySlice<UInt8>) -> Bool {
    // Safe: both buffers live during the call, and no offset goes beyond their ends.
    word.withUTF8Buffer { needle in
      bytes.withUnsafeBufferPointer { bytes in
        guard bytes.count >= needle.count, !needle.isEmpty else { return false }
        for start in 0...(bytes.count - needle.count) where lower(bytes[start]) == needle[0] {
          var offset = 1
          while offset < needle.count, lower(bytes[start + offset]) == needle[offset] { offset += 1 }
          if offset == needle.count { return true }
        }
        return false
      }
    }
  }
}
