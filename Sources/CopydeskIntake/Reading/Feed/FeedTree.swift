import CMarkup

/// The elements of a feed's item as libxml2 reads them: what stands in what, and which vocabulary a name is of, whatever its
/// prefix.
final class FeedTree: Sendable {
  struct Element: Sendable {
    let parent: Int
    /// `title`, `dc:creator`, `content:encoded`: the prefix that the vocabulary usually has, none for RSS and Atom.
    let name: String
    /// In the item's bytes.
    let attributes: Range<Int>
    let content: Range<Int>
  }

  /// In the order of their start tags; the item comes first.
  let elements: [Element]
  /// By element: its children, in order.
  private let inner: [[Int32]]

  /// The children of an element that have a name.
  func children(of index: Int, named name: String) -> [Int] {
    inner[index].map(Int.init).filter { elements[$0].name == name }
  }

  /// The elements of an item; nil if it is not well-formed, or more than a reader of XML should be asked to read.
  ///
  /// libxml2 sees no references: what they stand for is read where they stand, as HTML has them, and none can be expanded.
  /// - Parameter namespaces: what was declared before the item: prefixes (empty: the default) and URIs.
  init?(_ item: ArraySlice<UInt8>, namespaces: [FeedHead.Namespace]) {
    guard Self.isModest(item) else { return nil }
    var xml = Array("<x".utf8)
    for namespace in namespaces {
      xml += namespace.prefix.isEmpty ? " xmlns=\"".utf8 : " xmlns:\(namespace.prefix)=\"".utf8
      xml += "\(namespace.uri)\"".utf8
    }
    xml.append(UInt8(ascii: ">"))
    let start = xml.count
    xml += item
    for place in start..<xml.count {
      switch xml[place] {
      case UInt8(ascii: "&"): xml[place] = UInt8(ascii: ".")
      case 0x09, 0x0A, 0x0D: break
      case 0..<0x20: xml[place] = 0x20
      // U+FFFE and U+FFFF are no characters.
      case 0xBF where place >= start + 2 && xml[place - 1] == 0xBF && xml[place - 2] == 0xEF: xml[place] = 0xBD
      case 0xBE where place >= start + 2 && xml[place - 1] == 0xBF && xml[place - 2] == 0xEF: xml[place] = 0xBD
      default: break
      }
    }
    xml += "</x>\0".utf8
    let found: [Element]? = xml.withUnsafeBufferPointer { xml in
      guard let base = xml.baseAddress, let read = copydesk_xml_elements(base, xml.count - 1) else { return nil }
      defer { copydesk_xml_free(read) }
      let strings = read.pointee.strings
      func string(_ place: Int32) -> String { strings.map { String(cString: $0 + Int(place)) } ?? "" }
      let elements = UnsafeBufferPointer(start: read.pointee.elements, count: read.pointee.count)
      guard elements.count > 1 else { return nil }
      let own = string(elements[1].space)
      // The wrapper is no element of the item.
      return elements.dropFirst().map { element in
        let space = string(element.space)
        let prefix = space == own ? "" : Self.prefixes[space] ?? "\(space) "
        func range(_ from: Int32, _ to: Int32) -> Range<Int> {
          let first = min(max(Int(from) - start, 0), item.count)
          return item.startIndex + first..<item.startIndex + min(max(Int(to) - start, first), item.count)
        }
        return Element(
          parent: Int(element.parent) - 1, name: prefix + string(element.name),
          attributes: range(element.attributes, element.content - 1), content: range(element.content, element.end))
      }
    }
    guard let found else { return nil }
    elements = found
    var inner = [[Int32]](repeating: [], count: found.count)
    for (place, element) in found.enumerated() where element.parent >= 0 { inner[element.parent].append(Int32(place)) }
    self.inner = inner
  }

  /// Few attributes a tag and few namespaces: libxml2 2.9.14 compares each with all others.
  private static func isModest(_ item: ArraySlice<UInt8>) -> Bool {
    var (quotes, namespaces) = (0, 0)
    for place in item.indices {
      switch item[place] {
      case UInt8(ascii: "<"): quotes = 0
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quotes += 1
      case UInt8(ascii: "x") where item[place...].starts(with: "xmlns".utf8): namespaces += 1
      default: continue
      }
      // Prose in a CDATA section has quotation marks too, but seldom so many without a tag between.
      if quotes > 2000 || namespaces > 64 { return false }
    }
    return true
  }

  /// The vocabularies of news feeds, by URI; a prefix that was not declared stands for its usual one.
  private static let prefixes = [
    "": "", "rss": "", "atom": "", "http://www.w3.org/2005/Atom": "", "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "", "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "dc": "dc:", "http://purl.org/dc/elements/1.1/": "dc:", "http://purl.org/dc/terms/": "dc:",
    "content": "content:", "http://purl.org/rss/1.0/modules/content/": "content:",
    "media": "media:", "http://search.yahoo.com/mrss/": "media:", "http://search.yahoo.com/mrss": "media:",
    "itunes": "itunes:", "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
  ]
}
