import CopydeskText

extension PageDecoder {
  /// Decodes an item of RSS or an entry of Atom: its content, or else its summary.
  func decodeItem(
    _ record: RawRecord, _ head: FeedHead, provenance: inout Provenance
  ) throws(DocumentFailure) -> DecodedPage {
    var page = decodeBytes(
      record.bytes, isMarkup: false, declared: head.charset, given: record.given, warnings: record.warnings,
      provenance: &provenance)
    guard case .text(let bytes) = page.content else { return page }
    let item = FeedItem(bytes, namespaces: head.namespaces)
    if let id = item.id ?? item.url { provenance.id = id }
    page.provenance = provenance
    page.given.url = item.url
    page.given.title = item.title
    page.given.byline = item.author
    page.given.language = head.language
    if let date = item.date {
      page.given.published = GivenDate.read(date)
      if page.given.published == nil { page.warnings.insert(.badDate) }
    }
    let (content, edits) = item.content
    page.content = content
    for stage in edits { page.sourceMap?.append(stage) }
    return page
  }
}

/// What an item of a feed says.
struct FeedItem {
  private let element: FeedElement

  /// - Parameters:
  ///   - bytes: the element with its tags, valid UTF-8.
  ///   - namespaces: what was declared before it.
  init(_ bytes: [UInt8], namespaces: [FeedHead.Namespace] = []) {
    if let tree = FeedTree(bytes[...], namespaces: namespaces) {
      element = FeedElement(tree, 0, of: bytes[...])
      return
    }
    let start = bytes.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.endIndex
    element = FeedElement(bytes[start...])
  }

  var id: String? { Self.nonEmpty(element.child("guid", "id", "atom:id")?.text) }
  var title: String? { Self.nonEmpty(element.child("title", "atom:title").map(Self.plain)) }
  var author: String? {
    let author = element.child("dc:creator", "author", "atom:author")
    return Self.nonEmpty(author?.child("name", "atom:name")?.text ?? author?.text)
  }
  var date: String? {
    Self.nonEmpty(
      element.child("pubDate", "published", "atom:published", "dc:date", "issued", "updated", "atom:updated")?.text)
  }

  /// RSS has the address as text, Atom in the attribute of the `alternate` link.
  var url: String? {
    let links = element.children("link") + element.children("atom:link")
    for link in links where ["alternate", nil].contains(link.attribute("rel")) {
      if let url = Self.nonEmpty(link.attribute("href") ?? link.text) { return url }
    }
    return nil
  }

  /// The whole text if the feed has it, else the summary; and what was rewritten of the item's bytes, step by step.
  var content: (content: DecodedPage.Content, edits: [TextEdits]) {
    for name in ["content:encoded", "content", "atom:content", "description", "summary", "atom:summary"] {
      guard let body = element.child(name) else { continue }
      let type = body.attribute("type") ?? ""
      var edits = TextEdits()
      if type == "xhtml" {
        edits.replace(body.content.startIndex, by: 0)
        edits.keep(body.content.count)
        return (.html(Array(body.content)), [edits])
      }
      let characters = body.characters(keepsTags: true, noting: &edits)
      guard characters.contains(where: { $0 > 0x20 }) else { continue }
      if type == "text" { return (.text(characters), [edits]) }
      if Self.hasMarkup(characters) { return (.html(characters), [edits]) }
      // A summary without tags is still one of HTML: its own references are escaped a second time.
      var decoding = TextEdits()
      let text = CharacterReference.decoded(bytes: characters[...], noting: &decoding)
      return (.text(text), [edits, decoding])
    }
    return (.text([]), [])
  }

  /// Titles are markup as well, escaped: `AT&amp;amp;T`, `&lt;b&gt;`.
  private static func plain(_ element: FeedElement) -> String {
    let markup = element.characters(keepsTags: false)
    // `1 &lt; 2` is no tag.
    return hasMarkup(markup)
      ? FeedElement(markup[...]).text : CharacterReference.decoded(String(decoding: markup, as: UTF8.self))
  }

  private static func nonEmpty(_ text: String?) -> String? { text?.isEmpty == false ? text : nil }

  private static func hasMarkup(_ bytes: [UInt8]) -> Bool {
    for index in bytes.indices.dropLast() where bytes[index] == UInt8(ascii: "<") {
      let next = bytes[index + 1]
      if next == UInt8(ascii: "/") || (0x41...0x5A).contains(next & 0xDF) { return true }
    }
    return false
  }
}
