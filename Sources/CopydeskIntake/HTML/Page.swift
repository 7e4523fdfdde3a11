import CLibXML2
import CopydeskText

/// A parsed page: its elements and texts in the order of the document, in flat arrays.
///
/// The descendants of a node are the nodes from the one behind it up to its `end`. This is the only file that knows
/// libxml2, whose SAX events are turned into this form at once; no tree of it is ever built.
struct Page {
  struct Node {
    var tag: Tag
    var parent: Int32
    /// The index after the last descendant.
    var end: Int32
    /// Of a text: its bytes; of an element: its attributes.
    var first: Int32
    var last: Int32
  }

  struct Attribute {
    let name: AttributeName
    let start: Int32
    let end: Int32
  }

  private(set) var nodes: [Node] = []
  private(set) var attributes: [Attribute] = []
  /// The texts and the values of the attributes.
  private(set) var bytes: [UInt8] = []
  /// The bodies of the JSON-LD scripts.
  private(set) var jsonLD: [ArraySlice<UInt8>] = []
  private(set) var warnings: Set<Warning> = []

  /// Parses a decoded page; any bytes give a page. - Complexity: O(n).
  init(decoded page: [UInt8]) {
    let scrubber = PageScrubber(page: page)
    (jsonLD, warnings) = (scrubber.jsonLD, scrubber.warnings)
    var builder = PageBuilder(capacity: scrubber.output.count)
    Self.parse(scrubber.output, into: &builder)
    builder.closeAll()
    (nodes, attributes, bytes) = (builder.nodes, builder.attributes, builder.bytes)
  }

  /// The value of an attribute, as bytes.
  func value(_ name: AttributeName, of node: Int) -> ArraySlice<UInt8>? {
    let element = nodes[node]
    guard element.tag != .text else { return nil }
    for index in Int(element.first)..<Int(element.last) where attributes[index].name == name {
      return bytes[Int(attributes[index].start)..<Int(attributes[index].end)]
    }
    return nil
  }

  /// The value of an attribute, as a string.
  func string(_ name: AttributeName, of node: Int) -> String? {
    value(name, of: node).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The character of an HTML 4 reference.
  static func knownReference(_ name: String) -> Unicode.Scalar? {
    // Safe: the table is constant and the pointer is read at once.
    guard let entry = htmlEntityLookup(name) else { return nil }
    return Unicode.Scalar(entry.pointee.value)
  }

  /// The parser's tables, made once before any thread uses them.
  private static let prepared: Void = xmlInitParser()

  private static func parse(_ page: [UInt8], into builder: inout PageBuilder) {
    _ = prepared
    guard !page.isEmpty, let size = Int32(exactly: page.count) else { return }
    // Safe: the parser lives inside these closures, and so do the page's bytes and the builder that it points to.
    withUnsafeMutablePointer(to: &builder) { builder in
      page.withUnsafeBytes { raw in
        guard let start = raw.bindMemory(to: CChar.self).baseAddress,
          let parser = htmlCreateMemoryParserCtxt(start, size)
        else { return }
        defer { htmlFreeParserCtxt(parser) }
        // HUGE: a text of more than 10 MB must not end the page. IGNORE_ENC: a wrong meta must not re-decode it.
        let options =
          HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
          | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_HUGE.rawValue
        htmlCtxtUseOptions(parser, Int32(options))
        // The bytes are UTF-8 already; said here, the parser does not guess and does not fall back to Latin-1.
        parser.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
        parser.pointee.sax.pointee = handler
        parser.pointee.userData = UnsafeMutableRawPointer(builder)
        htmlParseDocument(parser)
      }
    }
  }

  /// The callbacks. Safe: each `context` is the builder that `parse` keeps alive, each pointer is read during the call.
  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.startElement = { context, name, values in
      guard let builder = PageBuilder.behind(context), let name else { return }
      builder.pointee.open(name)
      var index = 0
      while let values, let attribute = values[index] {
        if let value = values[index + 1] {
          builder.pointee.add(attribute, UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
        } else {
          builder.pointee.add(attribute, UnsafeBufferPointer(start: nil, count: 0))
        }
        index += 2
      }
      builder.pointee.finishAttributes()
    }
    handler.endElement = { context, name in
      guard let builder = PageBuilder.behind(context), let name else { return }
      builder.pointee.close(name)
    }
    let text: charactersSAXFunc = { context, start, count in
      guard let builder = PageBuilder.behind(context), let start, count > 0 else { return }
      builder.pointee.text(UnsafeBufferPointer(start: start, count: Int(count)))
    }
    handler.characters = text
    handler.ignorableWhitespace = text
    handler.cdataBlock = text
    return handler
  }
}

/// Takes the parser's events. A structure behind a pointer: a class cost a check of exclusive access at every event.
private struct PageBuilder {
  var nodes: [Page.Node] = []
  var attributes: [Page.Attribute] = []
  var bytes: [UInt8] = []
  private var stack: [Int] = []
  private let tags = Tag.byName
  private let names = AttributeName.byName

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
    nodes.reserveCapacity(capacity / 24 + 16)
  }

  static func behind(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<PageBuilder>? {
    // Safe: the only context ever handed over is a living builder.
    context?.assumingMemoryBound(to: PageBuilder.self)
  }

  /// The hash of a zero-terminated name in lower case, and whether it is that of a custom element.
  private func hash(_ name: UnsafePointer<UInt8>) -> (value: UInt64, isCustom: Bool) {
    var hash = FoldedHash()
    var isCustom = false
    var next = name
    while next.pointee != 0 {
      hash.add(HTMLBytes.lower(next.pointee))
      if next.pointee == UInt8(ascii: "-") { isCustom = true }
      next += 1
    }
    return (hash.value, isCustom)
  }

  private func tag(_ name: UnsafePointer<UInt8>) -> Tag {
    let (value, isCustom) = hash(name)
    return tags[value] ?? (isCustom ? .custom : .other)
  }

  private mutating func append(_ tag: Tag, first: Int) {
    let last = Int32(tag == .text ? bytes.count : first)
    nodes.append(
      Page.Node(tag: tag, parent: Int32(stack.last ?? -1), end: Int32(nodes.count + 1), first: Int32(first), last: last)
    )
  }

  mutating func open(_ name: UnsafePointer<UInt8>) {
    append(tag(name), first: attributes.count)
    stack.append(nodes.count - 1)
  }

  mutating func add(_ name: UnsafePointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) {
    guard let known = names[hash(name).value] else { return }
    // Of styles only one thing matters: whether the element is shown.
    if known == .style, !HTMLBytes.contains("none", in: ArraySlice(value)) { return }
    // And of titles whether they are a moment: `<abbr title="2023-09-30T12:01:51+02:00">Saturday</abbr>`.
    if known == .title, !(10...40).contains(value.count) || !value.prefix(4).allSatisfy(HTMLBytes.isDigit) { return }
    let start = Int32(bytes.count)
    bytes.append(contentsOf: value)
    attributes.append(Page.Attribute(name: known, start: start, end: Int32(bytes.count)))
  }

  mutating func finishAttributes() { nodes[nodes.count - 1].last = Int32(attributes.count) }

  mutating func close(_ name: UnsafePointer<UInt8>) {
    let tag = tag(name)
    guard let place = stack.lastIndex(where: { nodes[$0].tag == tag }) else { return }
    while stack.count > place { closeLast() }
  }

  mutating func closeAll() { while !stack.isEmpty { closeLast() } }

  private mutating func closeLast() { nodes[stack.removeLast()].end = Int32(nodes.count) }

  mutating func text(_ run: UnsafeBufferPointer<UInt8>) {
    // The parser cuts long texts into pieces: they are one again here.
    if let last = nodes.last, last.tag == .text, Int(last.last) == bytes.count, Int(last.parent) == stack.last ?? -1 {
      bytes.append(contentsOf: run)
      nodes[nodes.count - 1].last = Int32(bytes.count)
      return
    }
    let first = bytes.count
    bytes.append(contentsOf: run)
    append(.text, first: first)
  }
}
