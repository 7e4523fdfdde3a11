import CopydeskText

/// Chooses among what a page says of itself.
struct MetadataChoice {
  let survey: PageSurvey
  let facts: PageFacts
  let article: JSONLDArticle
  let headline: Headline
  let firstLine: Int?
  let url: String?

  /// The metadata, each value with its source.
  func metadata() -> PageMetadata {
    var data = PageMetadata()
    (data.title, data.titleBy) = (headline.title, headline.source)
    data.url = [url, facts.canonical, facts.meta[.url], article.url].compactMap { $0 }.first { $0.hasPrefix("http") }
    data.site = facts.meta[.site] ?? article.publisher
    data.language = language()
    if let (byline, source) = byline() { (data.byline, data.bylineBy) = (byline, source) }
    if let (published, source) = published() { (data.published, data.publishedBy) = (published, source) }
    data.modified = [article.modified, facts.meta[.modified]].compactMap { $0.flatMap(timestamp) }.first
    return data
  }

  private func language() -> String? {
    let stated = [facts.language, article.language, facts.meta[.locale]].compactMap { $0 }
    for name in stated {
      let tag = String(name.prefix { $0.isASCII && ($0.isLetter || $0 == "-" || $0 == "_") })
      let parts = tag.split(whereSeparator: { $0 == "-" || $0 == "_" })
      guard let first = parts.first, (2...3).contains(first.count) else { continue }
      return ([first.lowercased()] + parts.dropFirst().map { $0.count == 2 ? $0.uppercased() : $0.capitalizedASCII })
        .joined(separator: "-")
    }
    return nil
  }

  // MARK: Date

  /// Whether `9/8/2023` is in September here.
  private var monthFirst: Bool {
    let language = language() ?? ""
    return language == "en-US" || language == "en"
  }

  /// A date that a page of news can have.
  private func timestamp(_ text: String) -> Timestamp? {
    let found = Timestamp(iso8601: text) ?? WrittenDate.first(in: text, monthFirst: monthFirst) ?? Self.epoch(text)
    guard let found, (1990...2100).contains(found.date.year) else { return nil }
    return found
  }

  /// Seconds or milliseconds since 1970.
  private static func epoch(_ text: String) -> Timestamp? {
    guard let number = Int(text), text.count == 10 || text.count == 13 else { return nil }
    let seconds = text.count == 13 ? number / 1000 : number
    return Timestamp(
      date: CivilDate(daysSinceEpoch: seconds / 86_400), secondOfDay: seconds % 86_400, zone: "Z")
  }

  private func published() -> (Timestamp, String)? {
    if let found = article.published.flatMap(timestamp) { return (found, "json-ld") }
    if let found = facts.meta[.published].flatMap(timestamp) { return (found, "meta") }
    if let found = timeElement() { return (found, "time-element") }
    let address = url ?? facts.canonical ?? facts.meta[.url]
    if let found = address.flatMap(Self.date(inAddress:)) { return (found, "url") }
    if let found = dateLine() { return (found, "text") }
    return nil
  }

  /// The time element nearest to the headline; those of other articles stand further off.
  private func timeElement() -> Timestamp? {
    let place = headlineNode ?? 0
    var best: (distance: Int, value: Timestamp)?
    for (node, value) in facts.times {
      guard let found = timestamp(value) else { continue }
      let distance = node >= place ? node - place : 3 * (place - node)
      if distance < best?.distance ?? Int.max { best = (distance, found) }
    }
    return best?.value
  }

  private var headlineNode: Int? {
    (headline.block ?? firstLine).map { survey.blocks.list[$0].node }
  }

  /// `/2023/09/30/`, `/2023-09-30-`, `/20230930/`
  static func date(inAddress address: String) -> Timestamp? {
    let bytes = Array(address.utf8)
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") {
      guard index + 8 < bytes.count else { break }
      func number(_ start: Int, _ count: Int) -> Int? {
        guard start + count <= bytes.count else { return nil }
        return Int(String(decoding: bytes[start..<start + count], as: UTF8.self))
      }
      guard let year = number(index + 1, 4), (1990...2100).contains(year) else { continue }
      let sign = bytes[index + 5]
      let parts =
        HTMLBytes.isDigit(sign)
        ? (number(index + 5, 2), number(index + 7, 2)) : (number(index + 6, 2), number(index + 9, 2))
      if !HTMLBytes.isDigit(sign), index + 8 < bytes.count, bytes[index + 8] != sign { continue }
      if let month = parts.0, let day = parts.1, let date = CivilDate(year, month, day) { return Timestamp(date: date) }
    }
    return nil
  }

  /// A short line with a date around the headline, or at the article's end.
  private func dateLine() -> Timestamp? {
    let list = survey.blocks.list
    guard let centre = headline.block ?? firstLine else { return nil }
    let order = Array(centre..<min(centre + 14, list.count)) + (max(0, centre - 8)..<centre).reversed()
    for index in order where list[index].range.count < 160 && !list[index].isHeading {
      if let found = WrittenDate.first(in: survey.blocks.text(list[index]), monthFirst: monthFirst),
        (1990...2100).contains(found.date.year)
      {
        return found
      }
    }
    return nil
  }

  // MARK: Author

  private func byline() -> (String, String)? {
    let site = data(site: facts.meta[.site] ?? article.publisher)
    if let names = Byline.names(article.authors, site: site) { return (names, "json-ld") }
    if let names = Byline.names([facts.meta[.author] ?? ""], site: site) { return (names, "meta") }
    let place = headlineNode ?? 0
    let near = facts.authors.filter { !inComments($0.node) }
      .sorted { abs($0.node - place) < abs($1.node - place) }
    for (_, name) in near.prefix(6) {
      if let names = Byline.names([name], site: site) { return (names, "byline-element") }
    }
    return nil
  }

  private func data(site: String?) -> [UInt8] { site.map { Line.key($0.utf8) } ?? [] }

  private func inComments(_ node: Int) -> Bool {
    var isInside = false
    survey.forEachAncestor(from: node) { ancestor in
      if !survey.names[ancestor].strong.intersection([.comments, .related]).isEmpty { isInside = true }
      return !isInside
    }
    return isInside
  }
}

/// Makes names of what stands in bylines.
enum Byline {
  /// The names joined by `; `, or nil if there is none among them.
  static func names(_ texts: [String], site: [UInt8]) -> String? {
    var names: [String] = []
    for text in texts {
      for part in text.split(whereSeparator: { ";|•·\n".contains($0) }) {
        let name = cleaned(String(part))
        let key = Line.key(name.utf8)
        if key.count >= 3, name.utf8.count < 100, !name.contains("http"), !name.contains("@"), !name.contains("www."),
          key != site, !names.contains(name)
        {
          names.append(name)
        }
      }
    }
    return names.isEmpty ? nil : names.joined(separator: "; ")
  }

  private static func cleaned(_ text: String) -> String {
    var name = Line.collapsed(text)
    let lower = name.lowercased()
    for word in openers where lower.hasPrefix(word) && name.utf8.count > word.utf8.count + 2 {
      name = Line.collapsed(String(name.dropFirst(word.count)))
      break
    }
    while let last = name.last, ",:-–/".contains(last) { name = Line.collapsed(String(name.dropLast())) }
    return name
  }

  private static let openers = [
    "written by ", "posted by ", "by: ", "by ", "von ", "par ", "por ", "autor: ", "autor ", "author: ", "di ", "door ",
    "text: ", "piše: ", "yazan: ",
    "av ", "af ",
  ]
}

extension Substring {
  /// `latn` → `Latn`.
  fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
