import CopydeskText

/// Makes nodes of tags and texts: which elements a tag closes before it opens, and which an end tag closes.
struct PageBuilder {
  private(set) var nodes: [Page.Node] = []
  private(set) var attributes: [Page.Attribute] = []
  private(set) var bytes: [UInt8] = []
  /// Where the texts stand in the source: from each `text` on, bytes follow those from `source` on.
  private(set) var sources: [SourceRun] = []

  private var stack: [OpenElement] = []
  /// The names of the last element's attributes, a bit each.
  private var named: UInt32 = 0
  private var hasBody = false

  init(capacity: Int) {
    bytes.reserveCapacity(capacity / 2)
    nodes.reserveCapacity(capacity / 40 + 16)
    attributes.reserveCapacity(capacity / 60 + 16)
    // The root is there, said or not.
    push(.html, FoldedHash.of("html"))
  }

  // MARK: Texts

  mutating func text(_ run: ArraySlice<UInt8>, at source: Int) {
    guard !run.isEmpty else { return }
    if stack.last?.tag == .head, run.contains(where: { $0 > 0x20 }) { closeHead() }
    let first = Int32(bytes.count)
    // Only behind a gap in the source is there a new run of it.
    if let last = sources.last, Int(last.source) + Int(first - last.text) == source {
    } else {
      sources.append(SourceRun(text: first, source: Int32(source)))
    }
    bytes.append(contentsOf: run)
    let parent = stack.last?.node ?? -1
    // A text that comments or references cut into pieces is one.
    if let last = nodes.last, last.tag == .text, last.last == first, last.parent == parent {
      nodes[nodes.count - 1].last = Int32(bytes.count)
    } else {
      nodes.append(
        Page.Node(tag: .text, parent: parent, end: Int32(nodes.count + 1), first: first, last: Int32(bytes.count)))
    }
  }

  // MARK: Elements

  private mutating func push(_ tag: Tag, _ name: UInt64) {
    let place = Int32(attributes.count)
    nodes.append(
      Page.Node(
        tag: tag, parent: stack.last?.node ?? -1, end: Int32(nodes.count + 1), first: place, last: place))
    stack.append(OpenElement(node: Int32(nodes.count - 1), tag: tag, name: name))
    named = 0
  }

  /// Opens an element; its attributes follow, then `finish`.
  mutating func open(_ tag: Tag, _ name: UInt64) {
    if tag == .html || tag == .body && hasBody {
      // One page has one of them; what a second one says counts for the first where that said nothing.
      push(.other, name)
      return
    }
    if !Self.inHead.contains(tag.rawValue) { closeHead() }
    if tag == .body { hasBody = true }
    if tag.endsParagraph { closeParagraph() }
    closeImplied(by: tag)
    push(tag, name)
  }

  /// Adds an attribute; of two of one name the first counts, as in browsers, so an element has few of them.
  mutating func add(_ name: AttributeName, _ value: ArraySlice<UInt8>) {
    let bit = UInt32(1) << UInt32(name.rawValue)
    guard named & bit == 0 else { return }
    named |= bit
    // Of styles only one thing matters: whether the element is shown.
    if name == .style, !HTMLBytes.contains("none", in: value) { return }
    // And of titles whether they are a moment: `<abbr title="2023-09-30T12:01:51+02:00">Saturday</abbr>`.
    if name == .title, !(10...40).contains(value.count) || !value.prefix(4).allSatisfy(HTMLBytes.isDigit) { return }
    let start = Int32(bytes.count)
    if value.contains(UInt8(ascii: "&")) {
      bytes += CharacterReference.decoded(bytes: value)
    } else {
      bytes.append(contentsOf: value)
    }
    attributes.append(Page.Attribute(name: name, start: start, end: Int32(bytes.count)))
    nodes[nodes.count - 1].last = Int32(attributes.count)
  }

  /// All attributes are there.
  mutating func finish(_ tag: Tag, _ name: UInt64) {
    if tag == .html {
      // The root stands there since the start; the language is said here.
      let last = nodes[nodes.count - 1]
      if nodes[0].first == nodes[0].last { (nodes[0].first, nodes[0].last) = (last.first, last.last) }
      closeLast()
    } else if Self.isVoid(tag, name) {
      closeLast()
    } else if tag == .body, nodes[nodes.count - 1].tag == .other {
      closeLast()
    }
  }

  mutating func close(_ tag: Tag, _ name: UInt64) {
    // What follows `</body>` and `</html>` belongs to the body all the same.
    if tag == .html || tag == .body { return }
    if let place = OpenElement.place(closedBy: tag, name, in: stack, from: 1) { close(downTo: place) }
  }

  mutating func closeAll() { while !stack.isEmpty { closeLast() } }

  private mutating func closeLast() {
    let last = stack.removeLast()
    nodes[Int(last.node)].end = Int32(nodes.count)
  }

  private mutating func close(downTo place: Int) { while stack.count > place { closeLast() } }

  private mutating func closeHead() {
    guard !hasBody, let place = stack.firstIndex(where: { $0.tag == .head }) else { return }
    close(downTo: place)
  }

  /// Closes an open paragraph; a cell or a list item between keeps it open.
  private mutating func closeParagraph() {
    for place in stack.indices.reversed() {
      switch stack[place].tag {
      case .p: return close(downTo: place)
      case .td, .th, .table, .caption, .html, .body, .object: return
      // A paragraph cannot be open around these: they closed it.
      case .div, .li, .ul, .ol, .article, .section, .main, .blockquote: return
      default: break
      }
    }
  }

  private mutating func closeImplied(by tag: Tag) {
    switch tag {
    case .li: close(open: [.li], within: [.ul, .ol, .table, .td, .th, .article, .section])
    case .dt, .dd: close(open: [.dt, .dd], within: [.dl, .table, .td, .th])
    case .option: close(open: [.option], within: [.select])
    case .td, .th: close(open: [.td, .th], within: [.tr, .table])
    case .tr: close(open: [.tr], within: [.table, .thead, .tbody, .tfoot])
    case .thead, .tbody, .tfoot: close(open: [.thead, .tbody, .tfoot], within: [.table])
    case .a:
      // A link in a link: the first was never closed.
      for place in stack.indices.reversed() {
        if stack[place].tag == .a { return close(downTo: place) }
        if stack[place].tag.isBlock { return }
      }
    case .h1, .h2, .h3, .h4, .h5, .h6: if stack.last?.tag.headingLevel != nil { closeLast() }
    default: break
    }
  }

  private mutating func close(open: [Tag], within limits: [Tag]) {
    for place in stack.indices.reversed() {
      if open.contains(stack[place].tag) { return close(downTo: place) }
      if limits.contains(stack[place].tag) { return }
    }
  }

  private static let inHead = TagSet([
    .html, .head, .title, .meta, .link, .base, .script, .style, .noscript, .template, .other,
  ])
  /// Whether the element has no end tag.
  static func isVoid(_ tag: Tag, _ name: UInt64) -> Bool {
    void.contains(tag.rawValue) || tag == .other && voidNames.contains(name)
  }

  private static let void = TagSet([.br, .hr, .img, .meta, .link, .base, .input, .embed])
  private static let voidNames = WordTable(words: ["area", "col", "param", "source", "track", "wbr", "keygen", "frame"])
}

/// An element that is open.
struct OpenElement {
  let node: Int32
  let tag: Tag
  let name: UInt64

  /// The place in a stack of the element that an end tag closes; nil if it closes none.
  static func place(closedBy tag: Tag, _ name: UInt64, in stack: [OpenElement], from first: Int) -> Int? {
    let weight = tag.closingWeight
    for place in stack.indices.dropFirst(first).reversed() {
      // `<h2>…</h3>` is a heading all the same.
      if stack[place].name == name || tag.headingLevel != nil && stack[place].tag.headingLevel != nil { return place }
      if stack[place].tag.closingWeight > weight { return nil }
    }
    return nil
  }
}

/// A stretch of a page's texts that stands in the source as it is.
struct SourceRun {
  /// Its first byte in `Page.bytes`.
  var text: Int32
  /// Its first byte in the source.
  var source: Int32
}

extension Tag {
  /// Whether a start tag ends an open paragraph.
  var endsParagraph: Bool { Tag.paragraphEnds.contains(rawValue) }

  private static let paragraphEnds = TagSet([
    .h1, .h2, .h3, .h4, .h5, .h6, .p, .div, .hr, .ul, .ol, .li, .dl, .dt, .dd, .table, .article, .section, .main,
    .aside,
    .nav, .header, .footer, .hgroup, .address, .figure, .figcaption, .blockquote, .pre, .center, .details, .summary,
    .form, .fieldset, .dialog,
  ])

  /// An end tag closes what is open inside its element, but nothing that weighs more than the element: `</span>` does not
  /// end a table.
  var closingWeight: Int {
    switch self {
    case .p: 1
    case .table: 7
    case .thead, .tbody, .tfoot: 6
    case .tr: 5
    case .td, .th, .caption: 4
    // Forms are often closed in the middle of what they opened around.
    case .form: 2
    case let tag where tag.isBlock && tag != .custom: 3
    default: 2
    }
  }
}
