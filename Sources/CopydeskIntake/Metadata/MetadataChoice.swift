import CopydeskText

/// Chooses among what a page says of itself.
struct MetadataChoice {
  let survey: PageSurvey
  let facts: PageFacts
  let article: JSONLDArticle
  let headline: Headline
  let firstLine: Int?
  let lastLine: Int?
  let url: String?

  /// The metadata, each value with its source.
  func metadata() -> PageMetadata {
    var data = PageMetadata()
    // A heading that a damaged page never closes holds all that follows it.
    if let title = headline.title, title.utf8.count <= ClaimLimit.title {
      (data.title, data.titleBy) = (title, headline.source)
    }
    data.url = [url, facts.canonical, facts.meta[.url], article.url].compactMap { $0 }.first { $0.hasPrefix("http") }
    data.site = facts.meta[.site] ?? article.publisher
    data.language = language()
    if let (byline, source) = byline() { (data.byline, data.bylineBy) = (byline, source) }
    if let (published, source) = dates.published() { (data.published, data.publishedBy) = (published, source) }
    data.modified = dates.modified()
    return data
  }

  private func language() -> String? {
    let stated = [facts.language, article.language, facts.meta[.locale]].compactMap { $0 }
    for name in stated {
      guard name.utf8.count <= ClaimLimit.value else { continue }
      let tag = String(name.prefix { $0.isASCII && ($0.isLetter || $0 == "-" || $0 == "_") })
      guard tag.count <= ClaimLimit.language else { continue }
      let parts = tag.split(whereSeparator: { $0 == "-" || $0 == "_" })
      guard let first = parts.first, (2...3).contains(first.count) else { continue }
      return ([first.lowercased()] + parts.dropFirst().map { $0.count == 2 ? $0.uppercased() : $0.capitalizedASCII })
        .joined(separator: "-")
    }
    return nil
  }

  // MARK: Date

  /// Whether `9/8/2023` is in September here.
  private var monthFirst: Bool { language().map(WrittenDate.monthFirst.contains) ?? false }

  /// A date that a page of news can have.
  private func timestamp(_ text: String) -> Timestamp? {
    let found = Timestamp(iso8601: text) ?? WrittenDate.first(in: text, monthFirst: monthFirst) ?? Self.epoch(text)
    guard let found, DateChoice.isOfPages(found) else { return nil }
    return found
  }

  /// Seconds or milliseconds since 1970.
  private static func epoch(_ text: String) -> Timestamp? {
    guard let number = Int(text), text.count == 10 || text.count == 13 else { return nil }
    let seconds = text.count == 13 ? number / 1000 : number
    return Timestamp(
      date: CivilDate(daysSinceEpoch: seconds / 86_400), secondOfDay: seconds % 86_400, zone: "Z")
  }

  private var dates: DateChoice {
    DateChoice(
      survey: survey, facts: facts, article: article, place: place, last: lastLine, address: address,
      read: timestamp)
  }

  /// The index of the block that the others are near to.
  private var place: Int? { headline.block ?? firstLine }

  private var address: String? { url ?? facts.canonical ?? facts.meta[.url] }

  // MARK: Author

  private func byline() -> (String, String)? {
    AuthorChoice(survey: survey, facts: facts, article: article, place: place, last: lastLine).byline()
  }
}

extension Substring {
  /// `latn` → `Latn`.
  fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
