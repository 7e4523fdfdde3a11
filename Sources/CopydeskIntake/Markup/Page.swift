import CopydeskText

/// A parsed page: its elements and texts in the order of the document, in flat arrays.
///
/// The descendants of a node are the nodes from the one behind it up to its `end`. No tree of objects is ever built.
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

  let nodes: [Node]
  let attributes: [Attribute]
  /// The texts and the values of the attributes.
  let bytes: [UInt8]
  /// Where the texts stand in the source, in order.
  let sources: [SourceRun]
  /// The bodies of the JSON-LD scripts.
  let jsonLD: [ArraySlice<UInt8>]
  /// The bodies of other scripts, where they are long.
  let scripts: [ArraySlice<UInt8>]
  let warnings: Set<Warning>

  /// Parses a decoded page; any bytes give a page. - Complexity: O(n).
  init(decoded page: [UInt8]) {
    let pass = MarkupPass(page: page)
    var events = MarkupEvents(pass, page: page)
    let builder = events.built()
    (jsonLD, scripts) = (pass.jsonLD, pass.scripts)
    warnings = events.isWhole ? pass.warnings : pass.warnings.union([.truncatedHTML])
    (nodes, attributes, bytes, sources) = (builder.nodes, builder.attributes, builder.bytes, builder.sources)
  }

  /// The lines of a piece of markup that is the text of an article in a page's data.
  static func lines(ofMarkup bytes: [UInt8]) -> [[UInt8]] {
    let page = Page(decoded: bytes)
    let blocks = Blocks(of: page, skipping: page.nodes.map { $0.tag.isUnread })
    return blocks.list.map { Array(blocks.bytes[$0.range]) }
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
}
