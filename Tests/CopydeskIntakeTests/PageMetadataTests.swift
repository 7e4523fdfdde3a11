import CopydeskText
import Testing

@testable import CopydeskIntake

@Suite struct PageMetadataTests {
  private let body = "<h1>Town closes old bridge</h1><p>\(first)</p><p>\(second)</p>"

  @Test func jsonLDComesFirst() {
    let head = """
      <title>Town closes old bridge | The Harbour Daily</title>
      <meta property=og:site_name content="The Harbour Daily"><meta property=og:url content="https://daily.example/bridge">
      <meta property=article:published_time content="2024-01-01">
      <script type="application/ld+json">{"@graph":[{"@type":"Person","@id":"#ada","name":"Ada Example"},
      {"@type":"NewsArticle","headline":"Town closes old bridge","author":[{"@id":"#ada"},{"@type":"Person","name":"Ben Sample"}],
      "datePublished":"2023-09-30T12:01:51+02:00","dateModified":"2023-10-01"}]}</script>
      """
    let data = page(body, head: head).metadata
    #expect(data.title == "Town closes old bridge")
    #expect(data.titleBy == "h1")
    #expect(data.byline == "Ada Example; Ben Sample")
    #expect(data.published?.isoString == "2023-09-30T12:01:51+02:00")
    #expect(data.publishedBy == "json-ld")
    #expect(data.modified?.isoString == "2023-10-01")
    #expect(data.site == "The Harbour Daily")
    #expect(data.url == "https://daily.example/bridge")
    #expect(data.language == "en")
  }

  @Test(arguments: [
    #"{"description":"the council\'s choice","@type":"NewsArticle","author":{"name":"Ada Moss"},"datePublished":"2023-09-30"}"#,
    #"{"@type":"WebSite","name":"The Daily"}{"@type":"NewsArticle","author":{"name":"Ada Moss"},"datePublished":"2023-09-30"}"#,
    #"{"@type":"NewsArticle","author":{"givenName":"Ada","familyName":"Moss"},"datePublished":"2023-09-30"},"#,
  ])
  func dataThatAreAlmostJSON(_ script: String) {
    let data = page(body, head: "<script type='application/ld+json'>\(script)</script>").metadata
    #expect(data.byline == "Ada Moss" && data.published?.isoString == "2023-09-30")
  }

  @Test func titleElementLosesTheSite() {
    let data = page(
      "<p>\(first)</p><p>\(second)</p>", head: "<title>Town closes old bridge | News | The Harbour Daily</title>"
    ).metadata
    #expect(data.title == "Town closes old bridge")
    #expect(data.titleBy == "title-element")
  }

  @Test func timeElementNearTheHeadline() {
    let data = page(
      "<ul><li><time datetime=2020-01-01>old</time></ul>\(body)<time datetime=2023-09-30T08:00Z>today</time>"
    ).metadata
    #expect(data.published?.isoString == "2023-09-30T08:00:00Z")
    #expect(data.publishedBy == "time-element")
  }

  @Test func bylineElement() {
    let data = page(
      "<h1>Town closes old bridge</h1><span class=author-name>By Ada Example</span><p>\(first)</p><p>\(second)</p>"
    ).metadata
    #expect(data.byline == "Ada Example")
  }

  @Test(arguments: [
    ("<a href=/staff/1>Ada Example</a> <span>HARBOUR TODAY</span>", "Ada Example"),
    ("By <span>Ada Example</span> - Sep 30, 2023", "Ada Example"),
    ("<span>Ada Example</span> <span>Ben Sample</span>", "Ada Example; Ben Sample"),
    ("<span>Ada</span> <span>Example</span>", "Ada Example"), ("Loïc Le Modèle", "Loïc Le Modèle"),
    ("Text: <b>Ada Example</b>", "Ada Example"), ("Ada Example, Senior Writer", "Ada Example"),
    ("Von Ada Example und Ben Sample, dpa", "Ada Example; Ben Sample; dpa"),
  ])
  func bylines(element: String, expected: String) {
    let data = page(
      "<h1>Town closes old bridge</h1><div class=author>\(element)</div><p>\(first)</p><p>\(second)</p>"
    ).metadata
    #expect(data.byline == expected)
  }

  @Test func peopleComeBeforeNewsrooms() {
    let head = """
      <meta property=og:site_name content="Daily">
      <script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"DAILY News"}}</script>
      """
    let signed = "<h1>Town closes old bridge</h1><a href=/autor/ada>Ada Example</a><p>\(first)</p><p>\(second)</p>"
    #expect(page(signed, head: head).metadata.byline == "Ada Example")
    #expect(page(body, head: head).metadata.byline == "DAILY News")
    // The site's own name is better than none.
    #expect(page(body, head: "<meta name=author content=Daily>" + head.prefix(46)).metadata.byline == "Daily")
  }

  @Test func theDayIsTheOneWhereItWasPublished() {
    let head = """
      <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-10-01T03:22:07Z"}</script>
      """
    func day(_ element: String) -> String? {
      let html = "<h1>Town closes old bridge</h1>\(element)<p>\(first)</p><p>\(second)</p>"
      return page(html, head: head).metadata.published?.isoString
    }
    #expect(day("") == "2023-10-01T03:22:07Z")
    #expect(day("<time datetime=2023-09-30T23:22:07-0400>Sept. 30</time>") == "2023-09-30T23:22:07-04:00")
    #expect(day("<p>September 30, 2023, 11:22 pm</p>") == "2023-09-30T23:22:00")
    // No clock on earth shows that at this moment.
    #expect(day("<p>September 30, 2023, 11:04 am</p>") == "2023-10-01T03:22:07Z")
  }

  @Test func shownDates() {
    func day(_ before: String, title: String = "Town") -> String? {
      let html = "\(before)<h1>Town closes old bridge</h1><p>\(first)</p><p>\(second)</p>"
      return page(html, head: "<title>\(title)</title>").metadata.published?.isoString
    }
    #expect(day("<h2 class=date-header>Saturday, 30 September 2023</h2>") == "2023-09-30")
    #expect(day("<abbr title='2023-09-30T08:00:00+02:00'>Saturday</abbr>") == "2023-09-30T08:00:00+02:00")
    #expect(day("", title: "Town closes old bridge | World | 30.09.2023") == "2023-09-30")
  }

  @Test(arguments: [
    ("Sat, 30 Sep 2023 12:01:51 +0200", "2023-09-30T12:01:51+02:00"),
    ("30 September 2023", "2023-09-30"), ("September 30th, 2023 at 2:05 PM", "2023-09-30T14:05:00"),
    ("Sept. 30, 2023", "2023-09-30"), ("30.09.2023", "2023-09-30"),
    ("30 Sept 2023 5:30 p.m.", "2023-09-30T17:30:00"), ("30 Sept 2023 12:30am", "2023-09-30T00:30:00"),
    ("30 Sept 2023, 5:30 Amsterdam", "2023-09-30T05:30:00"),
    ("Stand: 30. September 2023, 14:05 Uhr", "2023-09-30T14:05:00"),
    ("30. септембар 2023.", "2023-09-30"), ("30. rujna 2023.", "2023-09-30"), ("30 Eylül 2023 Cumartesi", "2023-09-30"),
    ("30 de septiembre de 2023", "2023-09-30"), ("2023年9月30日", "2023-09-30"), ("30/9/2023", "2023-09-30"),
  ])
  func writtenDates(text: String, expected: String) {
    #expect(WrittenDate.first(in: text)?.isoString == expected)
  }

  @Test func americanOrder() {
    #expect(WrittenDate.first(in: "9/8/2023", monthFirst: true)?.isoString == "2023-09-08")
    #expect(WrittenDate.first(in: "9/8/2023")?.isoString == "2023-08-09")
    #expect(WrittenDate.first(in: "room 30, floor 9") == nil)
  }

  @Test(arguments: [
    ("https://x.example/2023/09/30/bridge", "2023-09-30"), ("https://x.example/news/2023-09-30-bridge", "2023-09-30"),
    ("https://x.example/20230930/bridge.html", "2023-09-30"),
  ])
  func datesOfAddresses(address: String, expected: String) {
    #expect(DateChoice.date(inAddress: address)?.isoString == expected)
  }
}

@Suite struct ArticleBodyInDataTests {
  @Test func takesTheTextOfTheDataWhereThePageShowsNone() {
    let head = """
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Town closes old bridge",
      "articleBody":"\(first)\\n\\n\(second) \(second)\\n\(third) \(third)"}</script>
      """
    let main = page("<h1>Town closes old bridge</h1><div id=app></div>", head: head)
    #expect(lines(main) == ["Town closes old bridge", first, "\(second) \(second)", "\(third) \(third)"])
    #expect(main.warnings.isEmpty)
  }
}
