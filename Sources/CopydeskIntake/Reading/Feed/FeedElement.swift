import CopydeskText

/// An element of a feed: its children are looked up by name.
///
/// libxml2 tells the elements of an item that is well-formed XML. Half-written ones are read leniently, since an item is not
/// to be lost for a `<br>`: then a child is whatever has its name, wherever it stands in it, but for what an Atom `source` says
/// of another feed.
struct FeedElement {
  /// What stands between its tags (or any XML).
  let content: ArraySlice<UInt8>
  /// What stands in its start tag behind the name.
  let attributes: ArraySlice<UInt8>
  /// Where it stands among the elements of its item, if that is well-formed.
  private let node: (tree: FeedTree, index: Int)?

  init(_ content: ArraySlice<UInt8>, attributes: ArraySlice<UInt8> = []) {
    (self.content, self.attributes, node) = (content, attributes, nil)
  }

  /// An element of an item.
  /// - Parameter item: the bytes that the tree is of.
  init(_ tree: FeedTree, _ index: Int, of item: ArraySlice<UInt8>) {
    let element = tree.elements[index]
    (content, attributes, node) = (item[element.content], item[element.attributes], (tree, index))
    bytes = item
  }

  /// The item that it stands in; empty where there is no tree.
  private var bytes: ArraySlice<UInt8> = []

  /// The first child of one of these names, in the order of the names: `content:encoded`, `description`.
  func child(_ names: String...) -> FeedElement? {
    for name in names { if let child = children(name).first { return child } }
    return nil
  }

  /// All children of a name.
  func children(_ name: String) -> [FeedElement] {
    if let (tree, index) = node {
      return tree.children(of: index, named: name).map { FeedElement(tree, $0, of: bytes) }
    }
    var found: [FeedElement] = []
    var index = content.startIndex
    while let start = Self.nextTag(in: content, from: index) {
      guard isTag(at: start, name) else {
        let isSource = isTag(at: start, "source") || isTag(at: start, "atom:source")
        index =
          isSource
          ? endTag("source", from: start + 1) ?? endTag("atom:source", from: start + 1) ?? start + 1 : start + 1
        continue
      }
      guard let tag = startTag(at: start, name) else { break }
      if content[tag.end - 2] == UInt8(ascii: "/") {
        found.append(FeedElement([], attributes: tag.attributes.dropLast()))
        index = tag.end
      } else {
        let end = endTag(name, from: tag.end) ?? content.endIndex
        found.append(FeedElement(content[tag.end..<end], attributes: tag.attributes))
        index = end
      }
    }
    return found
  }

  /// The value of an attribute, with its references read.
  func attribute(_ name: String) -> String? {
    let name = Array("\(name)=".utf8)
    var index = attributes.startIndex
    while index < attributes.endIndex {
      if attributes[index...].starts(with: name), index == attributes.startIndex || attributes[index - 1] <= 0x20 {
        let quote = attributes.dropFirst(index - attributes.startIndex + name.count).first ?? 0
        let value = attributes[(index + name.count)...].dropFirst()
        return CharacterReference.decoded(String(decoding: value.prefix { $0 != quote }, as: UTF8.self))
      }
      index += 1
    }
    return nil
  }

  /// The characters: CDATA sections as they are, references read elsewhere, tags left out.
  var text: String { Self.trimmed(String(decoding: characters(keepsTags: false), as: UTF8.self)) }

  /// The characters, tags included: what an escaped page is.
  func characters(keepsTags: Bool) -> [UInt8] {
    var edits = TextEdits()
    return characters(keepsTags: keepsTags, noting: &edits)
  }

  /// The same, noting what was rewritten of the bytes that the element stands in.
  func characters(keepsTags: Bool, noting edits: inout TextEdits) -> [UInt8] {
    var out: [UInt8] = []
    var index = content.startIndex
    edits.replace(index, by: 0)
    while index < content.endIndex {
      let rest = content[index...]
      if rest.starts(with: "<![CDATA[".utf8) {
        let end = Self.find("]]>", in: content, from: index + 9) ?? content.endIndex
        out.append(contentsOf: content[(index + 9)..<end])
        edits.replace(9, by: 0)
        edits.keep(end - index - 9)
        index = min(content.endIndex, end + 3)
        edits.replace(index - end, by: 0)
      } else if content[index] == UInt8(ascii: "<"), !keepsTags {
        let end = rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? content.endIndex
        edits.replace(end - index, by: 0)
        index = end
      } else {
        let end = rest.dropFirst().firstIndex(of: UInt8(ascii: "<")) ?? content.endIndex
        out.append(contentsOf: CharacterReference.decoded(bytes: content[index..<end], noting: &edits))
        index = end
      }
    }
    return out
  }

  /// The words with one space between two; control characters, which XML forbids, are spaces.
  static func trimmed(_ text: String) -> String {
    text.split { character in character.unicodeScalars.allSatisfy { $0.value <= 0x20 || $0.value == 0x7F } }
      .joined(separator: " ")
  }

  /// Whether a start tag of that name begins at a `<`.
  private func isTag(at start: Int, _ name: String) -> Bool {
    let after = start + 1 + name.utf8.count
    guard after < content.endIndex, content[(start + 1)...].starts(with: name.utf8) else { return false }
    return content[after] <= 0x20 || content[after] == UInt8(ascii: ">") || content[after] == UInt8(ascii: "/")
  }

  /// The start tag at a `<`; nil if it has no end, and then no other tag has one.
  private func startTag(at start: Int, _ name: String) -> (attributes: ArraySlice<UInt8>, end: Int)? {
    let after = start + 1 + name.utf8.count
    guard let close = content[after...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
    return (content[after..<close], close + 1)
  }

  private func endTag(_ name: String, from start: Int) -> Int? {
    var index = start
    while let tag = Self.nextTag(in: content, from: index) {
      if content[tag...].starts(with: "</\(name)".utf8) { return tag }
      index = tag + 1
    }
    return nil
  }

  /// The next `<` of a tag, outside comments and CDATA sections.
  private static func nextTag(in bytes: ArraySlice<UInt8>, from: Int) -> Int? {
    var index = from
    while index < bytes.endIndex, let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      if bytes[start...].starts(with: "<!--".utf8) {
        index = find("-->", in: bytes, from: start + 4) ?? bytes.endIndex
      } else if bytes[start...].starts(with: "<![CDATA[".utf8) {
        index = find("]]>", in: bytes, from: start + 9) ?? bytes.endIndex
      } else {
        return start
      }
    }
    return nil
  }

  private static func find(_ pattern: String, in bytes: ArraySlice<UInt8>, from: Int) -> Int? {
    let pattern = Array(pattern.utf8)
    var index = from
    while index < bytes.endIndex, let start = bytes[index...].firstIndex(of: pattern[0]) {
      if bytes[start...].starts(with: pattern) { return start }
      index = start + 1
    }
    return nil
  }
}
