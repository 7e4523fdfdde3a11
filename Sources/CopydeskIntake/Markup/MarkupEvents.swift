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
  /// How many start tags came.
  private var started = 0
  /// The next text.
  private var piece = 0
  /// Whether libxml2 told all start tags and texts, and no others.
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
      for event in UnsafeBufferPointer(start: read.pointee.events, count: read.pointee.count) {
        switch Int(event) {
        case COPYDESK_START: start()
        case COPYDESK_END: end()
        default: texts(Int(event))
        }
      }
    }
    // The first two are the page's own, round everything.
    isWhole = isWhole && started == pass.elements.count + 2 && piece == pass.pieces.count
    builder.closeAll()
    return builder
  }

  private static let head = FoldedHash.of("head")

  private mutating func start() {
    started += 1
    guard started > 2, pass.elements.indices.contains(started - 3) else { return open.append((.html, 0)) }
    let element = pass.elements[started - 3]
    open.append((element.tag, element.name))
    if element.tag == .head, element.name == 0 { return builder.close(.head, Self.head) }
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

  /// Some texts, one after the other.
  private mutating func texts(_ count: Int) {
    for _ in 0..<min(count, pass.pieces.count - piece) {
      let current = pass.pieces[piece]
      let (source, first, length) = (Int(current.source), Int(current.first), Int(current.length))
      builder.text(first < 0 ? page[source..<source + length] : pass.read[first..<first + length], at: source)
      piece += 1
    }
  }
}
