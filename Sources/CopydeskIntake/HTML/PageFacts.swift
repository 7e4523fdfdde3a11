import CopydeskText

/// What the head of a page and its marked elements say, unjudged.
struct PageFacts {
  /// What a `meta` element may tell.
  enum Slot: Int { case title, author, published, modified, url, site, locale, description, writer, kind }

  /// By slot; where several names tell the same, the more reliable name wins.
  private(set) var meta: [Slot: String] = [:]
  private(set) var language: String?
  private(set) var canonical: String?
  private(set) var titleElement: String?
  /// `time` elements in order: the node, what it says to programs, and what it shows.
  private(set) var times: [(node: Int, value: String, shown: String?)] = []
  /// The texts of elements that are marked as the author, run by run.
  private(set) var authors: [(node: Int, runs: [String])] = []

  private var ranks: [Slot: Int] = [:]

  init(page: Page) {
    for (index, node) in page.nodes.enumerated() {
      switch node.tag {
      case .html: language = language ?? page.string(.lang, of: index)
      case .meta: read(meta: index, of: page)
      case .link:
        if canonical == nil, page.string(.rel, of: index) == "canonical" { canonical = page.string(.href, of: index) }
      case .title:
        // A drawing has titles too, and so have players.
        if titleElement == nil { titleElement = page.text(of: index) }
      case .text: break
      default: read(element: index, node.tag, of: page)
      }
    }
  }

  private mutating func read(meta index: Int, of page: Page) {
    guard let content = page.string(.content, of: index), !content.isEmpty else { return }
    for attribute in [AttributeName.property, .name, .itemprop] {
      guard let name = page.string(attribute, of: index)?.lowercased(), let (slot, rank) = Self.slots[name] else {
        continue
      }
      let value = Line.collapsed(CharacterReference.decoded(content))
      guard !value.isEmpty else { continue }
      if slot == .author, let known = meta[.author], ranks[.author] == rank {
        if !known.contains(value) { meta[.author] = "\(known); \(value)" }
      } else if rank < ranks[slot] ?? Int.max {
        (meta[slot], ranks[slot]) = (value, rank)
      }
    }
  }

  private mutating func read(element index: Int, _ tag: Tag, of page: Page) {
    guard tag == .time || page.nodes[index].first < page.nodes[index].last else { return }
    let property = page.string(.itemprop, of: index)?.lowercased()
    let title = page.string(.title, of: index)
    if tag == .time || property == "datepublished" || title != nil, property != "datemodified" {
      let shown = page.text(of: index).flatMap { $0.utf8.count < 80 ? $0 : nil }
      let stated = [page.string(.datetime, of: index), page.string(.content, of: index), title].compactMap { $0 }
      if let value = stated.first(where: { !$0.isEmpty }) ?? shown { times.append((index, value, shown)) }
    }
    guard authors.count < 40 else { return }
    let isMarked =
      property == "author" || page.value(.rel, of: index).map { HTMLBytes.contains("author", in: $0) } ?? false
      || isNamedAuthor(index, of: page)
    if isMarked {
      let runs = page.runs(of: index)
      if !runs.isEmpty, runs.reduce(0, { $0 + $1.utf8.count }) < 160 { authors.append((index, runs)) }
    }
  }

  private func isNamedAuthor(_ index: Int, of page: Page) -> Bool {
    guard let value = page.value(.class, of: index), value.count >= 5 else { return false }
    return HTMLBytes.contains("author", in: value) || HTMLBytes.contains("byline", in: value)
      || HTMLBytes.contains("autor", in: value)
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
        article:published_time datepublished og:published_time parsely-pub-date article.published sailthru.date
        publish-date publishdate pubdate publication_date date_published cxenseparse:recs:publishtime dcterms.created
        dc.date.issued dcterms.issued dc.date.created dcterms.date dc.date date originalpublicationdate article_date_original
        last-published-date timestamp date.created bt:pubdate citation_publication_date citation_online_date
        prism.publicationdate uploaddate creationdate dcterms.available release_date published_at citation_date
        """
      ),
      (
        .modified,
        "article:modified_time datemodified og:updated_time last-modified lastmod dcterms.modified article.updated"
      ),
      (.url, "og:url twitter:url"),
      (.kind, "og:type"),
      (.site, "og:site_name application-name dc.publisher publisher"),
      (.locale, "og:locale content-language dc.language language"),
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
  func runs(of node: Int) -> [String] {
    var runs: [String] = []
    for index in node..<min(Int(nodes[node].end), node + 60) where nodes[index].tag == .text {
      let run = Line.collapsed(Array(bytes[Int(nodes[index].first)..<Int(nodes[index].last)].prefix(400)))
      if !run.isEmpty { runs.append(String(decoding: run, as: UTF8.self)) }
    }
    return runs
  }

  /// The text of an element with white space collapsed; nil if it has none.
  func text(of node: Int) -> String? {
    var out: [UInt8] = []
    for index in node..<Int(nodes[node].end) where nodes[index].tag == .text {
      out.append(contentsOf: bytes[Int(nodes[index].first)..<Int(nodes[index].last)])
      out.append(0x20)
      if out.count > 2_000 { break }
    }
    let text = Line.collapsed(out)
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }
}
