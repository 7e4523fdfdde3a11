import CMarkup
import CopydeskText

/// Hands the tags and texts of a page, as libxml2 reads them, to a `PageBuilder`.
///
/// libxml2 says what is a tag, which tags imply the end of others, and what each end tag ends; every start has its end, so
/// what an end is the end of is on top of a stack.
struct MarkupEvents {
  private let pass: MarkupPass
  private let page: [UInt8]
  private var builder: PageBuilder
  private var open: [(tag: Tag, name: UInt64)] = []
  /// The piece of the compact page that the last text stood in.
  private var piece = 0
  /// Whether every text was found in the page.
  private(set) var isWhole = true

  init(_ pass: MarkupPass, page: [UInt8]) {
    (self.pass, self.page) = (pass, page)
    builder = PageBuilder(capacity: page.count)
  }

  /// The nodes of the page.
  mutating func built() -> PageBuilder {
    let pass = pass
    pass.compact.withUnsafeBufferPointer { compact in
      // The NUL at the end is no part of the page.
      guard let base = compact.baseAddress, let read = copydesk_html_events(base, compact.count - 1) else {
        isWhole = false
        return
      }
      defer { copydesk_html_free(read) }
      isWhole = read.pointee.lost == 0
      let names = UnsafeBufferPointer(start: read.pointee.names, count: read.pointee.name_count).map { name in
        name.map(Self.element(named:)) ?? (.other, 0)
      }
      for event in UnsafeBufferPointer(start: read.pointee.events, count: read.pointee.count) {
        switch Int(event.kind) {
        case COPYDESK_TEXT: text(Int(event.place), Int(event.place) + Int(event.number))
        case COPYDESK_START: start(event, names[Int(event.name)])
        default: end()
        }
      }
    }
    builder.closeAll()
    return builder
  }

  private static let head = FoldedHash.of("head")
  /// What `MarkupPass` writes for `</head>`.
  private static let endOfHead = FoldedHash.of("x-end")

  /// The tag of a name, which is in lower case, and the name's hash.
  private static func element(named name: UnsafePointer<CChar>) -> (tag: Tag, name: UInt64) {
    let hash = FoldedHash.of(String(cString: name))
    return (Tag.byName[hash] ?? .other, hash)
  }

  private mutating func start(_ event: CopydeskEvent, _ named: (tag: Tag, name: UInt64)) {
    guard pass.elements.indices.contains(Int(event.number)) else {
      open.append(named)
      // The parser's own, round everything.
      guard !named.tag.isFrame else { return }
      if named.name == Self.endOfHead { return builder.close(.head, Self.head) }
      builder.open(named.tag, named.name)
      builder.finish(named.tag, named.name)
      return
    }
    let element = pass.elements[Int(event.number)]
    open.append((element.tag, element.name))
    builder.open(element.tag, element.name)
    for place in element.attributes {
      let attribute = pass.attributes[Int(place)]
      builder.add(attribute.name, page[attribute.value])
    }
    builder.finish(element.tag, element.name)
  }

  private mutating func end() {
    guard let last = open.popLast(), !last.tag.isFrame, !PageBuilder.isVoid(last.tag, last.name) else { return }
    builder.close(last.tag, last.name)
  }

  /// A text of the compact page: pieces of the source, and what references stand for.
  private mutating func text(_ start: Int, _ end: Int) {
    var place = start
    while place < end {
      while piece + 1 < pass.pieces.count, Int(pass.pieces[piece + 1].compact) <= place { piece += 1 }
      guard pass.pieces.indices.contains(piece) else { return }
      let current = pass.pieces[piece]
      let next = piece + 1 < pass.pieces.count ? min(Int(pass.pieces[piece + 1].compact), end) : end
      let source = Int(current.source) + place - Int(current.compact)
      if current.sign == 0 {
        builder.text(pass.compact[place..<next], at: source)
      } else {
        builder.text([current.sign], at: Int(current.source))
      }
      place = next
    }
  }
}
