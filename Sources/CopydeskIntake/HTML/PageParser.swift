import CopydeskText
import Glibc

/// Reads markup into the nodes of a `Page`, in one pass over the bytes.
///
/// It follows the HTML standard where news pages need it: what is raw text, which tags imply the end of others, which end
/// tags count, references with and without their stop. Scripts, styles, drawings, controls and comments (half of a news
/// page) are jumped over; the bodies of JSON-LD scripts are kept aside. Linear in the bytes, whatever they are.
struct PageParser {
  private(set) var builder: PageBuilder
  /// The bodies of the JSON-LD scripts.
  private(set) var jsonLD: [ArraySlice<UInt8>] = []
  private(set) var warnings: Set<Warning> = []

  /// Open elements that are let through: far above what pages have (42 at most among a thousand), low enough that
  /// searches of the stack stay cheap.
  private static let depthLimit = 512

  private let page: [UInt8]
  private var position = 0
  private var excess = 0
  // What was searched for up to the page's end is not searched for again: the pass stays linear.
  private var commentsStayOpen = false
  private var unclosed: Set<Tag> = []
  private let tags = Tag.byName
  private let names = AttributeName.byName

  init(page: [UInt8]) {
    self.page = page
    builder = PageBuilder(capacity: page.count)
    if page.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while position < page.count {
      let next = HTMLBytes.next(UInt8(ascii: "<"), in: page, from: position)
      if next > position { text(to: next) }
      if position < page.count { markup() }
    }
    builder.closeAll()
  }

  private func byte(_ offset: Int) -> UInt8 { position + offset < page.count ? page[position + offset] : 0 }

  // MARK: Text

  /// Takes the text up to an offset, references read.
  private mutating func text(to end: Int) {
    while position < end {
      let reference = HTMLBytes.next(UInt8(ascii: "&"), in: page, from: position, to: end)
      builder.text(page[position..<reference], at: position)
      position = reference
      guard position < end else { return }
      if let found = CharacterReference.read(page, at: position), found.end <= end {
        builder.text(found.bytes[...], at: position)
        position = found.end
      } else {
        builder.text(page[position...position], at: position)
        position += 1
      }
    }
  }

  // MARK: Markup

  private mutating func markup() {
    switch byte(1) {
    case UInt8(ascii: "!"):
      if byte(2) == UInt8(ascii: "-"), byte(3) == UInt8(ascii: "-") { comment() } else { skip() }
    case UInt8(ascii: "?"): skip()
    case UInt8(ascii: "/") where HTMLBytes.isLetter(byte(2)): endTag()
    case let first where HTMLBytes.isLetter(first): startTag()
    default:
      if byte(1) == UInt8(ascii: "/"), position + 2 >= page.count { warnings.insert(.truncatedHTML) }
      builder.text(page[position...position], at: position)
      position += 1
    }
  }

  /// Goes on behind the next `>`.
  private mutating func skip() {
    let end = HTMLBytes.next(UInt8(ascii: ">"), in: page, from: position + 1)
    if end >= page.count { warnings.insert(.truncatedHTML) }
    position = min(end + 1, page.count)
  }

  private mutating func comment() {
    // `<!-->` and `<!--->` are whole comments.
    var end = position + 3
    while !commentsStayOpen {
      end = HTMLBytes.next(UInt8(ascii: ">"), in: page, from: end + 1)
      guard end < page.count else { break }
      if page[end - 1] == UInt8(ascii: "-"), page[end - 2] == UInt8(ascii: "-") {
        position = end + 1
        return
      }
    }
    // Never closed: what follows may be the article.
    commentsStayOpen = true
    warnings.insert(.truncatedHTML)
    position = min(position + 4, page.count)
  }

  private func nameEnd(from start: Int) -> Int {
    var end = start
    while end < page.count, HTMLBytes.isNameByte(page[end]) { end += 1 }
    return end
  }

  /// The element of a name and the name's hash.
  private func element(from start: Int, to end: Int) -> (tag: Tag, name: UInt64) {
    var hash = FoldedHash()
    var isCustom = false
    for index in start..<end {
      hash.add(HTMLBytes.lower(page[index]))
      if page[index] == UInt8(ascii: "-") { isCustom = true }
    }
    return (tags[hash.value] ?? (isCustom ? .custom : .other), hash.value)
  }

  private mutating func endTag() {
    let (tag, name) = element(from: position + 2, to: nameEnd(from: position + 2))
    skip()
    if excess > 0, HTMLBytes.nests(tag) {
      excess -= 1
      return
    }
    builder.close(tag, name)
  }

  private mutating func startTag() {
    let start = position
    let afterName = nameEnd(from: start + 1)
    let (tag, name) = element(from: start + 1, to: afterName)
    let isRaw = Self.raw.contains(tag.rawValue)
    let isTooDeep = builder.depth >= Self.depthLimit && HTMLBytes.nests(tag)
    if !isRaw && !isTooDeep { builder.open(tag, name) }
    guard let end = attributes(from: afterName, areKept: !isRaw && !isTooDeep) else {
      warnings.insert(.truncatedHTML)
      if !isRaw && !isTooDeep { builder.dropLast() }
      position = page.count
      return
    }
    position = end
    if isRaw {
      passOver(tag, from: start, end)
    } else if isTooDeep {
      warnings.insert(.deepNesting)
      excess += 1
      // A line ends here all the same.
      builder.open(.br, 0)
      builder.finish(.br, 0)
    } else {
      builder.finish(tag, name)
      if tag == .title { titleText() }
    }
  }

  /// A title has no elements in it, whatever it looks like.
  private mutating func titleText() {
    let close = closing(.title, from: position)
    if close.after > position {
      text(to: close.body)
      position = close.after
    }
    builder.close(.title, FoldedHash.of("title"))
  }

  private mutating func passOver(_ tag: Tag, from start: Int, _ end: Int) {
    let isEmpty = tag == .svg && page[end - 2] == UInt8(ascii: "/")
    let close = isEmpty ? (body: end, after: end) : closing(tag, from: end)
    if tag == .script, HTMLBytes.contains("ld+json", in: page[start..<end]) { jsonLD.append(page[end..<close.body]) }
    // A dropped button between two words leaves a gap between them.
    builder.gap(at: start)
    position = close.after
  }

  // MARK: Attributes

  /// Reads the attributes; the offset behind the tag's `>`, nil if there is none.
  private mutating func attributes(from start: Int, areKept: Bool) -> Int? {
    var index = start
    while index < page.count {
      let byte = page[index]
      if byte == UInt8(ascii: ">") { return index + 1 }
      if byte <= 0x20 || byte == UInt8(ascii: "/") {
        index += 1
        continue
      }
      var hash = FoldedHash()
      let nameStart = index
      while index < page.count, !Self.endsName(page[index]) || index == nameStart {
        hash.add(HTMLBytes.lower(page[index]))
        index += 1
      }
      var next = index
      while next < page.count, page[next] <= 0x20 { next += 1 }
      guard next < page.count, page[next] == UInt8(ascii: "=") else {
        if areKept, let name = names[hash.value] { builder.add(name, []) }
        continue
      }
      index = next + 1
      while index < page.count, page[index] <= 0x20 { index += 1 }
      let value = value(at: &index)
      if areKept, let name = names[hash.value] { builder.add(name, page[value]) }
    }
    return nil
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  /// The range of a value; goes on behind it.
  private func value(at index: inout Int) -> Range<Int> {
    guard index < page.count else { return index..<index }
    let quote = page[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let close = HTMLBytes.next(quote, in: page, from: index + 1)
      // Not closed at all: the quote is a slip, and the value ends at a space or the next `>`.
      if close < page.count {
        let start = index + 1
        index = close + 1
        return start..<close
      }
    }
    let start = index
    while index < page.count, page[index] > 0x20, page[index] != UInt8(ascii: ">") { index += 1 }
    return start..<index
  }

  // MARK: What is passed over

  /// What is dropped with all that is inside. A browser ends a button at `</button>` whatever is open in it.
  private static let raw = TagSet([
    .script, .style, .svg, .math, .button, .select, .textarea, .iframe, .noscript, .template, .canvas,
  ])

  /// Where the body of a raw element ends, and where the page goes on.
  private mutating func closing(_ tag: Tag, from start: Int) -> (body: Int, after: Int) {
    if unclosed.contains(tag) { return (start, start) }
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
    warnings.insert(.truncatedHTML)
    if isCode { return (page.count, page.count) }
    // A drawing or button that never ends hides the article.
    unclosed.insert(tag)
    return (start, start)
  }

  private func matches(_ word: [UInt8], at start: Int) -> Bool {
    guard start + word.count <= page.count, HTMLBytes.lower(page[start]) == word[0] else { return false }
    for (offset, byte) in word.enumerated() where HTMLBytes.lower(page[start + offset]) != byte { return false }
    return start + word.count == page.count || !HTMLBytes.isNameByte(page[start + word.count])
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

  /// The offset of the next such byte, or `end` (the page's length if not given).
  static func next(_ byte: UInt8, in page: [UInt8], from start: Int, to end: Int? = nil) -> Int {
    let end = end ?? page.count
    guard start < end else { return end }
    // Safe: the search stays between `start` and the end of the bytes, which live during the call.
    return page.withUnsafeBytes { raw in
      guard let base = raw.baseAddress, let found = memchr(base + start, Int32(byte), end - start) else { return end }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Whether an ASCII word in lower case occurs, case ignored.
  static func contains(_ word: StaticString, in bytes: ArraySlice<UInt8>) -> Bool {
    // Safe: the buffer lives during the call.
    word.withUTF8Buffer { contains($0, in: bytes) }
  }

  /// The same of a word that is read from a table.
  static func contains(_ word: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
    // Safe: the buffer lives during the call.
    word.withUnsafeBufferPointer { contains($0, in: bytes) }
  }

  private static func contains(_ needle: UnsafeBufferPointer<UInt8>, in bytes: ArraySlice<UInt8>) -> Bool {
    // Safe: both buffers live during the call, and no offset goes beyond their ends.
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
