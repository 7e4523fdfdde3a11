import CopydeskText

/// What the head of a page and its marked elements say, unjudged.
struct PageFacts {
  /// What a `meta` element may tell.
  enum Slot: Int { case title, author, published, modified, url, site, locale, description, writer, kind, owner }

  /// By slot; where several names tell the same, the more reliable name wins.
  private(set) var meta: [Slot: String] = [:]
  private(set) var language: String?
  private(set) var canonical: String?
  private(set) var titleElement: String?
  /// `time` elements in order: the node, what it says to programs, and what it shows.
  private(set) var times: [(node: Int, value: String, shown: String?)] = []
  /// Whether the page only sends its readers on to another address.
  private(set) var isRedirect = false
  /// What elements say that are marked as the time of the last change, in order.
  private(set) var changes: [String] = []

  private var ranks: [Slot: Int] = [:]

  init(page: Page) {
    for (index, node) in page.nodes.enumerated() {
      switch node.tag {
      case .html: language = language ?? page.string(.lang, of: index)
      case .meta: read(meta: index, of: page)
      case .link:
        if canonical == nil, page.string(.rel, of: index) == "canonical" {
          canonical = page.string(.href, of: index).flatMap(Self.address)
        }
      case .title:
        // A drawing has titles too, and so have players.
        if titleElement == nil {
          let text = page.text(of: index, within: 20 * ClaimLimit.title)
          titleElement = text.flatMap { $0.utf8.count <= ClaimLimit.title ? $0 : nil }
        }
      case .text: break
      default: read(element: index, node.tag, of: page)
      }
    }
  }

  private mutating func read(meta index: Int, of page: Page) {
    guard let content = page.string(.content, of: index), !content.isEmpty else { return }
    // `<meta http-equiv="refresh" content="0; url=/news">`; one without an address loads the page itself again.
    if content.utf8.first.map(HTMLBytes.isDigit) ?? false,
      HTMLBytes.contains("url=", in: Array(content.utf8.prefix(40))[...])
    {
      isRedirect = true
    }
    for attribute in [AttributeName.property, .name, .itemprop] {
      guard let name = page.string(attribute, of: index)?.lowercased(), let (slot, rank) = Self.slots[name] else {
        continue
      }
      let value = Line.collapsed(CharacterReference.decoded(content))
      guard !value.isEmpty else { continue }
      if slot == .author, let known = meta[.author], ranks[.author] == rank {
        // One that says too much stays so long that it counts as nothing.
        guard known.utf8.count <= ClaimLimit.byline else { continue }
        if !Line.occurs(Array(value.utf8), in: Array(known.utf8)) { meta[.author] = "\(known); \(value)" }
      } else if value.utf8.count <= Self.limit(slot), rank < ranks[slot] ?? Int.max {
        (meta[slot], ranks[slot]) = (value, rank)
      }
    }
  }

  /// The longest value that is one.
  private static func limit(_ slot: Slot) -> Int {
    switch slot {
    case .title: ClaimLimit.title
    case .site, .owner: ClaimLimit.site
    case .url: ClaimLimit.address
    case .author, .writer: ClaimLimit.byline
    case .description: Int.max
    case .published, .modified, .locale, .kind: ClaimLimit.value
    }
  }

  /// An address as the page has it, spaces around it aside; nil if it is too long for one or holds what nobody sees
  /// (controls, direction marks).
  static func address(_ value: String) -> String? {
    let bytes = Array(value.utf8.drop { $0 <= 0x20 })
    let address = Array(bytes[..<((bytes.lastIndex { $0 > 0x20 } ?? -1) + 1)])
    guard !address.isEmpty, address.count <= ClaimLimit.address, Line.collapsed(address) == address else { return nil }
    return String(decoding: address, as: UTF8.self)
  }

  /// Whether a value is this word, case aside.
  private static func isWord(_ word: StaticString, _ value: ArraySlice<UInt8>) -> Bool {
    value.count == word.utf8CodeUnitCount && HTMLBytes.contains(word, in: value)
  }

  private mutating func read(element index: Int, _ tag: Tag, of page: Page) {
    guard tag == .time || page.nodes[index].first < page.nodes[index].last else { return }
    var (property, title): (ArraySlice<UInt8>?, ArraySlice<UInt8>?)
    for place in Int(page.nodes[index].first)..<Int(page.nodes[index].last) {
      let attribute = page.attributes[place]
      guard attribute.name == .itemprop || attribute.name == .title else { continue }
      let value = page.bytes[Int(attribute.start)..<Int(attribute.end)]
      if attribute.name == .title { title = value } else { property = value }
    }
    let isModified = property.map { Self.isWord("datemodified", $0) } ?? false
    if isModified {
      let stated = [page.string(.datetime, of: index), page.string(.content, of: index)].compactMap { $0 }
      let shown = page.text(of: index, within: 80, nodes: ClaimLimit.nodes)
      if changes.count < 4, let value = stated.first ?? shown { changes.append(value) }
    } else if tag == .time || title != nil || property.map({ Self.isWord("datepublished", $0) }) ?? false {
      let text = page.text(of: index, within: ClaimLimit.shown, nodes: ClaimLimit.nodes)
      let shown = text.flatMap { $0.utf8.count < 80 ? $0 : nil }
      let stated = [
        page.string(.datetime, of: index), page.string(.content, of: index),
        title.map { String(decoding: $0, as: UTF8.self) },
      ].compactMap { $0 }
      if let value = stated.first(where: { !$0.isEmpty }) ?? shown { times.append((index, value, shown)) }
    }
  }

  /// The names of `meta` elements, the most reliable first.
  private static let slots: [String: (Slot, Int)] = {
    let names: [(Slot, String)] = [
      (.title, "og:title headline dc.title dcterms.title twitter:title parsely-title sailthru.title title"),
      (
        .author,
        "author parsely-author sailthru.author dc.creator article:author_name byl dcterms.creator article:author"
      ),
      (
        .published,
        """
        article:published_time datepublished og:published_time og:article:published_time rnews:datepublished
        schema:datepublished parsely-pub-date article.published sailthru.date
        publish-date publishdate pubdate publication_date date_published cxenseparse:recs:publishtime dcterms.created
        dc.date.issued dcterms.issued dc.date.created dcterms.date dc.date date originalpublicationdate article_date_original
        last-published-date timestamp date.created bt:pubdate citation_publication_date citation_online_date
        prism.publicationdate uploaddate creationdate dcterms.available release_date published_at citation_date
        """
      ),
      (
        .modified,
        """
        article:modified_time datemodified og:updated_time og:article:modified_time rnews:datemodified
        schema:datemodified last-modified lastmod dcterms.modified article.updated
        """
      ),
      (.url, "og:url twitter:url"),
      (.kind, "og:type"),
      (.site, "og:site_name application-name dc.publisher publisher"),
      (.locale, "og:locale content-language dc.language language"),
      (.owner, "copyright dc.rights dcterms.rightsholder"),
      // `Written by` stands in `twitter:label1`, in the page's language; the value tells as well what it is.
      (.writer, "twitter:data1"),
      (.description, "og:description description twitter:description dc.description"),
    ]
    var table: [String: (Slot, Int)] = [:]
    for (slot, list) in names {
      for (rank, name) in list.split(whereSeparator: { $0 == " " || $0 == "\n" }).enumerated() {
        table[String(name)] = (slot, rank)
      }
    }
    return table
  }()
}

extension Page {
  /// The texts inside an element, each run of characters by itself, with white space collapsed.
  func runs(of node: Int) -> [Byline.Run] {
    var runs: [Byline.Run] = []
    var (link, linkEnd) = (-1, 0)
    for index in node..<min(Int(nodes[node].end), node + 60) {
      if nodes[index].tag == .a { (link, linkEnd) = (index, Int(nodes[index].end)) }
      guard nodes[index].tag == .text else { continue }
      let run = Line.collapsed(Array(bytes[Int(nodes[index].first)..<Int(nodes[index].last)].prefix(400)))
      guard !run.isEmpty else { continue }
      runs.append(Byline.Run(text: String(decoding: run, as: UTF8.self), link: index < linkEnd ? link : -1))
    }
    return runs
  }

  /// The text of an element with white space collapsed; nil if it has none, or is larger than the limits: elements stand in
  /// each other, and one text would be read for each of them.
  /// - Parameters:
  ///   - limit: the most bytes of text, before white space is collapsed.
  ///   - most: the most nodes.
  func text(of node: Int, within limit: Int = .max, nodes most: Int = .max) -> String? {
    var out: [UInt8] = []
    let end = Int(nodes[node].end)
    guard end - node <= most else { return nil }
    for index in node..<end where nodes[index].tag == .text {
      let text = Int(nodes[index].first)..<Int(nodes[index].last)
      guard out.count + text.count <= limit else { return nil }
      out.append(contentsOf: bytes[text])
      out.append(0x20)
    }
    let text = Line.collapsed(out)
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }
}
