import CopydeskText
import Testing

@testable import CopydeskIntake

/// Titles, authors and dates, a page a kind.
@Suite struct PageClaimsTests {
  private func claims(_ content: String, head: String = "") -> PageMetadata {
    page("<article>\(content)<p>\(first)</p><p>\(second)</p><p>\(third)</p></article>", head: head).metadata
  }

  @Test(arguments: [
    (
      "<h1><span class=kicker>Culture</span> : <span class=hl>Old bridge is closed</span></h1>", "",
      "Old bridge is closed"
    ),
    (
      "<h1><div class=mb-2><span class=topline>Harbour can</span></div><span class=visually-hidden>: </span>Place at the river</h1>",
      "<meta property=og:title content='Harbour can: Place at the river'>", "Harbour can: Place at the river"
    ),
    (
      "<h1>Leave the old bridge alone | Editorial</h1>",
      "<meta property=og:title content='Leave the old bridge alone | Editorial'>",
      "Leave the old bridge alone"
    ),
    (
      "", "<meta property=og:title content='다리를 열한 달 동안 닫는다-사회ㅣ마로일보'><meta property=og:site_name content=마로일보>",
      "다리를 열한 달 동안 닫는다"
    ),
    (
      "<div><a href=/>Home</a> | <a href=/p>Politics</a> | <h1>Old bridge is closed: how long it takes</h1></div><h2>No lorry for months</h2>",
      "<meta property=og:title content='No lorry for months'>", "No lorry for months"
    ),
    (
      "<header><a href=/p>Politics</a><h1>Old bridge is closed</h1></header><h2>No lorry for months</h2>", "",
      "Old bridge is closed"
    ),
  ])
  func titles(_ content: String, _ head: String, _ title: String) {
    #expect(claims(content, head: head).title == title)
  }

  private static let headline = "<h1>Old bridge is closed</h1>"

  @Test(arguments: [
    (
      "<div><a rel=author href=/a>Ada Example</a> in Harbour and <a rel=author href=/b>Ben Sample</a></div>",
      "Ada Example; Ben Sample"
    ),
    (
      "<div class='box author'><a href=/world>World</a> <span>Ada Example</span> <button>Follow</button></div>",
      "Ada Example"
    ),
    (
      "<figure><img src=a.jpg><span>By <a href=/writer/pat-lowe/>Pat Lowe</a></span></figure><span>By <a href=/writer/ada/>Ada Example</a>, Writer</span>",
      "Ada Example"
    ),
    ("<figure><img src=a.jpg><div class=fotoautor>Foto: Bild/PAT LOWE</div></figure>", nil),
    (
      "<div class=by><span class=by__name>Ada Example, <span>County Press</span></span><span class=by__name>Ben Sample, <span>County Press</span></span></div>",
      "Ada Example; Ben Sample"
    ),
    ("<div class=author-share>Facebook WhatsApp</div><p>Ada Example</p>", "Ada Example"),
    ("<div class=info>posted on 2026-03-02 23:30 EST by Ada Example</div>", "Ada Example"),
    ("<div><h4>Author</h4><p>Ada Example</p></div>", "Ada Example"),
    ("<a rel=author href=/u/1>harbourfan</a>", "harbourfan"),
  ])
  func bylines(_ content: String, _ byline: String?) { #expect(claims(Self.headline + content).byline == byline) }

  @Test func degreesAreNoNames() {
    let data =
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Ada Example MS, RDN, LD\"}}</script>"
    #expect(claims(Self.headline, head: data).byline == "Ada Example")
  }

  @Test(arguments: [
    "<meta name=author content='Brandt Nast'><meta name=copyright content='Copyright (c) Brandt Nast 2022'>",
    "<meta name=author content='Watermark Feed'>",
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":\", The Daily\"}</script>",
  ])
  func ownersAndFeedsAreNoAuthors(_ head: String) {
    #expect(
      claims("\(Self.headline)<p class=byline>By <a rel=author href=/a>Ada Example</a></p>", head: head).byline
        == "Ada Example")
  }

  @Test func bothDatesOfALine() {
    let data = claims("\(Self.headline)<p>Published: 4 March 2021 09:30. Updated: 9 March 2021 18:00</p>")
    #expect(data.published?.date.isoString == "2021-03-04" && data.modified?.date.isoString == "2021-03-09")
  }

  @Test func datesOfOtherThings() {
    let data =
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-03-07T07:55:25Z\"}</script>"
    let teaser = "<div><a href=/1>The mill is sold</a><time datetime=2026-03-06T20:15:21Z>March 6, 2026</time></div>"
    #expect(claims(Self.headline + teaser, head: data).published?.isoString == "2026-03-07T07:55:25Z")
    let address = "<link rel=canonical href=https://x.example/archiv/2026/03/260303-bridge.htm>"
    #expect(claims(Self.headline, head: address).published == nil)
  }

  /// What a fuzzer came upon: a headline far below the article, a time on a page without one.
  @Test func claimsInStrangePlaces() {
    let rest = (0..<12).map { "<div>line \($0)</div>" }.joined()
    let head = "<meta property=og:title content='Old bridge is closed for eleven months'>"
    let below = page(
      "<p>\(first)</p><p>\(second)</p>\(rest)<h1>Old bridge is closed for eleven months</h1>", head: head)
    #expect(below.metadata.title == "Old bridge is closed for eleven months" && below.metadata.byline == nil)
    #expect(page("<time datetime=2026-03-07>7 March</time>").metadata.published?.isoString == "2026-03-07")
  }
}
