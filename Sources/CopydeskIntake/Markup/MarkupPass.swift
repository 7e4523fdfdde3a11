import CopydeskText

/// Prepares a page for libxml2: drops what is no text to read, so that nothing hostile reaches the parser.
///
/// Scripts, styles, drawings, controls and comments (half of a news page) are jumped over; the bodies of JSON-LD scripts are
/// kept aside. Attributes stay here: libxml2 2.9.14 takes a minute over 200,000 of them. Texts stay here too, and a letter stands for each: a NUL would end the page there, and other
/// control characters vanish; its references are those of HTML 4. Linear in the bytes, whatever they are.
struct MarkupPass {
  /// What libxml2 is not shown of a start tag.
  struct Element {
    let tag: Tag
    let name: UInt64
    /// Its places in `attributes`.
    var attributes: Range<Int32>
  }

  /// A text, or a part of one.
  struct Piece {
    /// Where it stands in the source.
    let source: Int32
    /// Its bytes: of the source, or, of a reference, from `first` on of `read`.
    let length: Int32
    /// -1 for what stands in the source as it is.
    let first: Int32
  }

  /// The page for libxml2, a NUL at its end.
  private(set) var compact: [UInt8] = []
  /// The start tags in order, the two that open the page left out.
  private(set) var elements: [Element] = []
  /// The attributes, their values as ranges of the source.
  private(set) var attributes: [(name: AttributeName, value: Range<Int>)] = []
  /// The texts in order, each a letter in the compact page.
  private(set) var pieces: [Piece] = []
  /// What references stand for.
  private(set) var read: [UInt8] = []
  /// The bodies of the JSON-LD scripts.
  private(set) var jsonLD: [ArraySlice<UInt8>] = []
  /// The bodies of other scripts that are long enough to hold an article.
  private(set) var scripts: [ArraySlice<UInt8>] = []
  private(set) var warnings: Set<Warning> = []

  /// What stands for `</head>`: an element of no name.
  static let endOfHead = Element(tag: .head, name: 0, attributes: 0..<0)

  /// Open elements that are let through: far above what pages have (42 at most among a thousand), low enough that
  /// searches of the stack stay cheap. Of 100,000 open ones libxml2 looks at each for every end tag.
  private static let depthLimit = 512
  /// A script that is no longer holds no article.
  private static let shortestScript = 400
  /// Longer names are cut: libxml2 reads 100 bytes of one.
  private static let longestName = 60

  private let page: [UInt8]
  private var position = 0
  private var excess = 0
  /// The open elements that have an end tag and write it.
  private var open: [OpenElement] = []
  private var headIsOpen = false
  /// Whether `<script src="a.js"/>` is whole.
  private var isXHTML = false
  /// Whether the page has brackets for the readings of its characters.
  private var readingsAreBracketed = false
  // What was searched for up to the page's end is not searched for again: the pass stays linear.
  private var commentsStayOpen = false
  private var raw: RawText
  private let tags = Tag.byName
  private let names = AttributeName.byName

  init(page: [UInt8]) {
    self.page = page
    raw = RawText(page: page)
    compact.reserveCapacity(page.count / 4 + 64)
    // All is in a body for libxml2; which element is in which head or body, `PageBuilder` knows.
    write("<html><body>")
    if page.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    isXHTML = page[position...].starts(with: Array("<?xml".utf8))
    while position < page.count {
      let next = HTMLBytes.next(UInt8(ascii: "<"), in: page, from: position)
      if next > position { text(to: next) }
      if position < page.count { markup() }
    }
    compact.append(0)
    if raw.isTruncated { warnings.insert(.truncatedHTML) }
  }

  private func byte(_ offset: Int) -> UInt8 { position + offset < page.count ? page[position + offset] : 0 }

  // MARK: Writing

  private mutating func write(_ markup: StaticString) {
    markup.withUTF8Buffer { compact.append(contentsOf: $0) }
  }

  /// Text that stands in the source as it is.
  private mutating func write(text run: Range<Int>) {
    guard !run.isEmpty else { return }
    pieces.append(Piece(source: Int32(run.lowerBound), length: Int32(run.count), first: -1))
    compact.append(UInt8(ascii: "t"))
  }

  /// What a reference stands for, or a gap.
  private mutating func write(read bytes: [UInt8], at source: Int) {
    pieces.append(Piece(source: Int32(source), length: Int32(bytes.count), first: Int32(read.count)))
    read += bytes
    compact.append(UInt8(ascii: "t"))
  }

  private mutating func write(start name: Range<Int>, _ element: Element, isEmpty: Bool) {
    write(element.tag.isFrame ? "<x-" : "<")
    write(name: name)
    write(isEmpty ? "/>" : ">")
    elements.append(element)
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
      write(text: position..<reference)
      position = reference
      guard position < end else { return }
      if let found = CharacterReference.read(page, at: position), found.end <= end {
        write(read: found.bytes, at: position)
        position = found.end
      } else {
        write(text: position..<position + 1)
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
      write(text: position..<position + 1)
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
        elements.append(Self.endOfHead)
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
    // `悦（<rp>…` is written to be read in one line, brackets and all; without them the reading stands over its word.
    if tag == .rp { readingsAreBracketed = true }
    var isRaw = Self.passedOver.contains(tag.rawValue) && !(tag == .rt && readingsAreBracketed)
    let isTooDeep = open.count >= Self.depthLimit && HTMLBytes.nests(tag)
    let first = attributes.count
    guard let end = attributes(from: range.upperBound, areKept: !isRaw && !isTooDeep) else {
      warnings.insert(.truncatedHTML)
      attributes.removeSubrange(first...)
      position = page.count
      return
    }
    position = end
    if tag == .html, HTMLBytes.contains("/xhtml", in: page[start..<end]) { isXHTML = true }
    var shown = tag
    if tag == .template, HTMLBytes.contains("shadowrootmode", in: page[start..<end]) {
      // The shadow tree of a component is what readers see of it.
      (isRaw, shown) = (false, .custom)
    }
    if isRaw {
      passOver(tag, from: start, end)
    } else if isTooDeep {
      warnings.insert(.deepNesting)
      excess += 1
      // A line ends here all the same.
      write("<br/>")
      elements.append(Element(tag: .br, name: 0, attributes: 0..<0))
    } else {
      keep(range, Element(tag: shown, name: name, attributes: Int32(first)..<Int32(attributes.count)))
      if tag == .title { titleText(range) }
    }
  }

  private mutating func keep(_ name: Range<Int>, _ element: Element) {
    let tag = element.tag
    // What is in which of the three that a page has once, `PageBuilder` knows.
    let isEmpty = tag.isFrame || PageBuilder.isVoid(tag, element.name)
    if tag == .dt || tag == .dd { closeTerm() }
    write(start: name, element, isEmpty: isEmpty)
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
    let close = raw.closing(.title, from: position)
    if close.after > position {
      text(to: close.body)
      position = close.after
    }
    write("</title>")
  }

  private mutating func passOver(_ tag: Tag, from start: Int, _ end: Int) {
    let isEmpty = (tag == .svg || isXHTML) && page[end - 2] == UInt8(ascii: "/")
    let close = isEmpty ? (body: end, after: end) : raw.closing(tag, from: end)
    if tag == .script {
      if HTMLBytes.contains("ld+json", in: page[start..<end]) {
        jsonLD.append(page[end..<close.body])
      } else if close.body - end > Self.shortestScript {
        scripts.append(page[end..<close.body])
      }
    }
    // A dropped button between two words leaves a gap between them; a reading stands beside its word: `体罰<rt>たいばつ</rt>`.
    if tag != .rt { write(read: [0x20], at: start) }
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
  private static let passedOver = TagSet([
    .script, .style, .svg, .math, .button, .select, .textarea, .iframe, .noscript, .template, .canvas, .rt,
  ])
}
