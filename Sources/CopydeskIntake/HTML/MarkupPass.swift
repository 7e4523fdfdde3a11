import CopydeskText

/// Prepares a page for libxml2: drops what is no text to read, so that nothing hostile reaches the parser.
///
/// Scripts, styles, drawings, controls and comments (half of a news page) are jumped over; the bodies of JSON-LD scripts are
/// kept aside. References are read here, with and without their stop, since libxml2 knows those of HTML 4 alone; attributes
/// stay here too, and an element that has some carries their number (`<div a="12">`): libxml2 2.9.14 takes a minute over
/// 200,000 of them. NULs, which end its page, and other control characters, which it leaves out, stay here too. Linear in
/// the bytes, whatever they are.
struct MarkupPass {
  /// An element whose attributes or name libxml2 is not shown.
  struct Element {
    let tag: Tag
    let name: UInt64
    /// Its places in `attributes`.
    var attributes: Range<Int32>
  }

  /// A stretch of the compact page that stands in the source as it is, or what a reference in the source stands for.
  struct Piece {
    let compact: Int32
    let source: Int32
    /// `<`, `&` or a control character, which stand there as a character that no text has; 0 for what is written as it is.
    let sign: UInt8
  }

  /// The page for libxml2, a NUL at its end.
  private(set) var compact: [UInt8] = []
  private(set) var elements: [Element] = []
  /// The attributes, their values as ranges of the source.
  private(set) var attributes: [(name: AttributeName, value: Range<Int>)] = []
  /// In order; what is no text belongs to none.
  private(set) var pieces: [Piece] = []
  /// The bodies of the JSON-LD scripts.
  private(set) var jsonLD: [ArraySlice<UInt8>] = []
  private(set) var warnings: Set<Warning> = []

  /// Open elements that are let through: far above what pages have (42 at most among a thousand), low enough that
  /// searches of the stack stay cheap. Of 100,000 open ones libxml2 looks at each for every end tag.
  private static let depthLimit = 512
  /// Longer names are cut: libxml2 reads 100 bytes of one.
  private static let longestName = 60

  private let page: [UInt8]
  /// Whether the page is UTF-8; what is none goes past libxml2 byte by byte.
  private let isText: Bool
  private var position = 0
  private var excess = 0
  /// The open elements that have an end tag and write it.
  private var open: [OpenElement] = []
  private var headIsOpen = false
  // What was searched for up to the page's end is not searched for again: the pass stays linear.
  private var commentsStayOpen = false
  private var unclosed: Set<Tag> = []
  private let tags = Tag.byName
  private let names = AttributeName.byName

  init(page: [UInt8], isText: Bool = true) {
    (self.page, self.isText) = (page, isText)
    compact.reserveCapacity(page.count / 2 + 64)
    // All is in a body for libxml2; which element is in which head or body, `PageBuilder` knows.
    write("<html><body>")
    if page.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while position < page.count {
      let next = HTMLBytes.next(UInt8(ascii: "<"), in: page, from: position)
      if next > position { text(to: next) }
      if position < page.count { markup() }
    }
    compact.append(0)
  }

  private func byte(_ offset: Int) -> UInt8 { position + offset < page.count ? page[position + offset] : 0 }

  // MARK: Writing

  private mutating func write(_ markup: StaticString) {
    markup.withUTF8Buffer { compact.append(contentsOf: $0) }
  }

  /// Text that stands in the source as it is.
  private mutating func write(text run: ArraySlice<UInt8>, at source: Int) {
    var from = run.startIndex
    var place = from
    while place < run.endIndex {
      let byte = run[place]
      if byte < 0x20 ? byte != 0x0A && byte != 0x09 && byte != 0x0D : byte >= 0x80 && !isText {
        write(plain: run[from..<place], at: source + from - run.startIndex)
        // As in browsers a NUL is nothing.
        if byte != 0 { write(sign: byte, at: source + place - run.startIndex) }
        from = place + 1
      }
      place += 1
    }
    write(plain: run[from...], at: source + from - run.startIndex)
  }

  /// Text without control characters.
  private mutating func write(plain run: ArraySlice<UInt8>, at source: Int) {
    guard !run.isEmpty else { return }
    pieces.append(Piece(compact: Int32(compact.count), source: Int32(source), sign: 0))
    let start = compact.count
    compact.append(contentsOf: run)
    var place = HTMLBytes.next(0xEF, in: compact, from: start)
    while place + 2 < compact.count {
      // U+FDD0…U+FDEF, U+FFFE and U+FFFF are no characters: U+FFFD, which is as long.
      let (second, third) = (compact[place + 1], compact[place + 2])
      if second == 0xB7 && (0x90...0xAF).contains(third) || second == 0xBF && third >= 0xBE {
        (compact[place + 1], compact[place + 2]) = (0xBF, 0xBD)
      }
      place = HTMLBytes.next(0xEF, in: compact, from: place + 3)
    }
  }

  /// A byte that libxml2 is not to see.
  private mutating func write(sign: UInt8, at source: Int) {
    pieces.append(Piece(compact: Int32(compact.count), source: Int32(source), sign: sign))
    // U+FDD0, which no text has.
    compact.append(contentsOf: [0xEF, 0xB7, 0x90])
  }

  /// What a reference stands for.
  private mutating func write(read bytes: [UInt8], at source: Int) {
    guard let first = bytes.first, first == UInt8(ascii: "<") || first == UInt8(ascii: "&") else {
      return write(text: bytes[...], at: source)
    }
    write(sign: first, at: source)
  }

  /// A start tag, with the number of what is kept of it where the name alone does not tell it.
  private mutating func write(start name: Range<Int>, _ element: Element, isNumbered: Bool, isEmpty: Bool) {
    write(element.tag.isFrame ? "<x-" : "<")
    write(name: name)
    if isNumbered {
      write(" a=\"")
      HTMLBytes.write(elements.count, to: &compact)
      compact.append(UInt8(ascii: "\""))
      elements.append(element)
    }
    write(isEmpty ? "/>" : ">")
  }

  private mutating func write(name: Range<Int>) {
    for index in name.prefix(Self.longestName) { compact.append(HTMLBytes.lower(page[index])) }
  }

  private mutating func write(end name: Range<Int>) {
    write("</")
    write(name: name)
    compact.append(UInt8(ascii: ">"))
  }

  // MARK: Text

  /// Takes the text up to an offset, references read.
  private mutating func text(to end: Int) {
    while position < end {
      let reference = HTMLBytes.next(UInt8(ascii: "&"), in: page, from: position, to: end)
      write(text: page[position..<reference], at: position)
      position = reference
      guard position < end else { return }
      if let found = CharacterReference.read(page, at: position), found.end <= end {
        write(read: found.bytes, at: position)
        position = found.end
      } else {
        write(read: [UInt8(ascii: "&")], at: position)
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
      write(read: [UInt8(ascii: "<")], at: position)
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
    let range = position + 2..<nameEnd(from: position + 2)
    let (tag, name) = element(from: range.lowerBound, to: range.upperBound)
    skip()
    if excess > 0, HTMLBytes.nests(tag) {
      excess -= 1
      return
    }
    guard !tag.isFrame else {
      // What follows `</body>` and `</html>` belongs to the body all the same.
      if tag == .head, headIsOpen {
        write("<x-end/>")
        headIsOpen = false
      }
      return
    }
    guard HTMLBytes.nests(tag) else {
      if !PageBuilder.isVoid(tag, name) { write(end: range) }
      return
    }
    // An end tag of nothing that is open means nothing, and libxml2 would look for it among all that are.
    guard let place = OpenElement.place(closedBy: tag, name, in: open, from: 0) else { return }
    if open[place].name == name {
      write(end: range)
    } else {
      // `<h2>…</h3>` is a heading all the same.
      let word = Tag.words[Int(open[place].tag.rawValue)]
      write("</")
      compact.append(contentsOf: word)
      compact.append(UInt8(ascii: ">"))
    }
    open.removeSubrange(place...)
  }

  private mutating func startTag() {
    let start = position
    let range = start + 1..<nameEnd(from: start + 1)
    let (tag, name) = element(from: range.lowerBound, to: range.upperBound)
    let isRaw = Self.raw.contains(tag.rawValue)
    let isTooDeep = open.count >= Self.depthLimit && HTMLBytes.nests(tag)
    let first = attributes.count
    guard let end = attributes(from: range.upperBound, areKept: !isRaw && !isTooDeep) else {
      warnings.insert(.truncatedHTML)
      attributes.removeSubrange(first...)
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
      write("<br/>")
    } else {
      keep(range, Element(tag: tag, name: name, attributes: Int32(first)..<Int32(attributes.count)))
      if tag == .title { titleText(range) }
    }
  }

  private mutating func keep(_ name: Range<Int>, _ element: Element) {
    let tag = element.tag
    // The parser has a root and a body already; and of names that are not in our list it is told the number alone.
    let isNumbered = !element.attributes.isEmpty || tag == .other || tag == .custom || tag.isFrame
    // What is in which of the three that a page has once, `PageBuilder` knows.
    let isEmpty = tag.isFrame || PageBuilder.isVoid(tag, element.name)
    if tag == .dt || tag == .dd { closeTerm() }
    write(start: name, element, isNumbered: isNumbered, isEmpty: isEmpty)
    if tag == .head { headIsOpen = true }
    if !isEmpty, HTMLBytes.nests(tag), tag != .title {
      open.append(OpenElement(node: 0, tag: tag, name: element.name))
    }
  }

  /// Ends an open term or description: libxml2 2.9.14 would put the next one inside.
  private mutating func closeTerm() {
    guard let place = open.lastIndex(where: { [.dt, .dd, .dl, .table].contains($0.tag) }) else { return }
    let tag = open[place].tag
    guard tag == .dt || tag == .dd else { return }
    write(tag == .dt ? "</dt>" : "</dd>")
    open.removeSubrange(place...)
  }

  /// A title has no elements in it, whatever it looks like.
  private mutating func titleText(_ name: Range<Int>) {
    let close = closing(.title, from: position)
    if close.after > position {
      text(to: close.body)
      position = close.after
    }
    write("</title>")
  }

  private mutating func passOver(_ tag: Tag, from start: Int, _ end: Int) {
    let isEmpty = tag == .svg && page[end - 2] == UInt8(ascii: "/")
    let close = isEmpty ? (body: end, after: end) : closing(tag, from: end)
    if tag == .script, HTMLBytes.contains("ld+json", in: page[start..<end]) { jsonLD.append(page[end..<close.body]) }
    // A dropped button between two words leaves a gap between them.
    write(text: [0x20], at: start)
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
        if areKept, let name = names[hash.value] { attributes.append((name, index..<index)) }
        continue
      }
      index = next + 1
      while index < page.count, page[index] <= 0x20 { index += 1 }
      let value = value(at: &index)
      if areKept, let name = names[hash.value] { attributes.append((name, value)) }
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
