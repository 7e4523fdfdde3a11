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
    let url = item.url(base: head.base)
    if let id = item.id ?? url { provenance.id = id }
    page.provenance = provenance
    page.given.url = url
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
  /// The authors, each by name: `redaktion@news.example (Ada Moss)` is Ada Moss, and an address alone is nobody.
  var author: String? {
    for name in ["dc:creator", "author", "atom:author", "itunes:author"] {
      var names: [String] = []
      for author in element.children(name) {
        let name = Self.person(author.child("name", "atom:name")?.text ?? author.text)
        if !name.isEmpty, !names.contains(name) { names.append(name) }
      }
      if !names.isEmpty { return names.joined(separator: "; ") }
    }
    return nil
  }

  /// The name beside a mail address (RSS 2.0 asks for `mail (name)`).
  private static func person(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
    func inside(_ open: Character, _ close: Character) -> String? {
      guard let start = text.firstIndex(of: open), let end = text.lastIndex(of: close), start < end else { return nil }
      return String(text[text.index(after: start)..<end])
    }
    if let name = inside("(", ")") { return FeedElement.trimmed(name) }
    if inside("<", ">") != nil { return FeedElement.trimmed(String(text.prefix { $0 != "<" })) }
    return ""
  }

  var date: String? {
    Self.nonEmpty(
      element.child("pubDate", "published", "atom:published", "dc:date", "issued", "updated", "atom:updated")?.text)
  }

  /// RSS has the address as text, Atom in the attribute of the `alternate` link; else a `guid` that is an address is one.
  /// - Parameter base: what relative addresses start from.
  func url(base: String?) -> String? {
    let links = element.children("link") + element.children("atom:link")
    for link in links where ["alternate", nil].contains(link.attribute("rel")) {
      if let url = Self.nonEmpty(link.attribute("href") ?? link.text) {
        return Address.resolved(url, from: link.attribute("xml:base") ?? element.attribute("xml:base") ?? base)
      }
    }
    guard let guid = element.child("guid"), guid.attribute("isPermaLink") != "false", guid.text.hasPrefix("http") else {
      return nil
    }
    return guid.text
  }

  /// The whole text if the feed has it, else the summary; and what was rewritten of the item's bytes, step by step.
  var content: (content: DecodedPage.Content, edits: [TextEdits]) {
    for name in [
      "content:encoded", "content", "atom:content", "description", "summary", "atom:summary", "dc:description",
      "media:description", "itunes:summary",
    ] {
      // What describes a video may stand in a group with its sizes.
      guard let body = element.child(name) ?? element.child("media:group")?.child(name) else { continue }
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
      ? FeedElement(markup[...]).text
      : FeedElement.trimmed(CharacterReference.decoded(String(decoding: markup, as: UTF8.self)))
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
