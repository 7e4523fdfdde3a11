import CopydeskTestSupport
import CopydeskText
import Testing

@testable import CopydeskIntake

/// A page with a body and, if need be, a head.
func page(_ body: String, head: String = "") -> MainText {
  var extractor = HTMLMainText()
  return extractor.extract(
    from: Array("<!doctype html><html lang=en><head>\(head)</head><body>\(body)</body></html>".utf8), url: nil)
}

func lines(_ main: MainText) -> [String] {
  String(decoding: main.text, as: UTF8.self).split(separator: "\n").map(String.init)
}

let first =
  "The council of the harbour town voted on Monday to close the old bridge, which has carried traffic since 1911."
let second =
  "Engineers had found cracks in two of the pillars, and the mayor said that nobody would take the risk any longer."
let third =
  "Buses will go by the northern road until the new bridge is ready, the council said in a statement after the vote."

@Suite struct HTMLMainTextTests {
  @Test(arguments: [
    "This story was originally published in The Harbour Weekly.", "Ada Example is a writer at the Harbour Daily.",
    "* Ben Sample contributed to this report.", "Have a tip? Write to the desk.",
    "Dieser Artikel ist zuerst im Hafenblatt erschienen.",
  ])
  func notesBehindTheArticleGo(note: String) {
    let text = page(
      "<h1>Town closes old bridge</h1><p class=author>By Ada Example</p><p>\(first)</p><p>\(second)</p><p>\(first) Again.</p>"
        + "<p>\(note)</p><p>Please be kind in what you write to us about it.</p>"
    ).text
    #expect(String(decoding: text, as: UTF8.self).hasSuffix("Again."))
  }

  @Test func keepsTheArticleAndDropsTheRest() {
    let main = page(
      """
      <nav><ul><li><a href=/>Home</a><li><a href=/news>News</a></ul></nav>
      <div class=cookie-banner><p>We use cookies to make this site better, and our partners do so, too.</p></div>
      <main><article><h1>Town closes old bridge</h1><p class=byline>By Ada Example</p>
      <p>\(first)</p><aside class=related-posts><h3>Related</h3><p>Another story, which is long enough to be read as one.</p></aside>
      <p>\(second)</p><h2>Buses take the northern road</h2><p>\(third)</p><h2>Most read</h2><ul><li><a href=/x>One more story</a></ul>
      </article></main><section class=comments><p>I never liked that bridge, to be honest, and I drive over it every day.</p></section>
      <footer><p>Copyright of the paper. All rights reserved.</p></footer>
      """)
    #expect(lines(main) == ["Town closes old bridge", first, second, "Buses take the northern road", third])
    #expect(main.headline == TextRange(0, 22))
    #expect(main.warnings.isEmpty)
  }

  @Test func doubleBreaksEndParagraphs() {
    let main = page("<div class=text>\(first)<br><br>\(second)<br>\(third)</div>")
    #expect(lines(main) == [first, "\(second) \(third)"])
  }

  @Test func bodySplitByAdvertisementsStaysWhole() {
    let main = page(
      "<article><div class=chunk><p>\(first)</div><div class=ad-slot>Advertisement</div><div class=chunk><p>\(second)<p>\(third)</div></article>"
    )
    #expect(lines(main) == [first, second, third])
  }

  @Test func namesDoNotRemoveMostOfThePage() {
    let main = page(
      "<aside id=popup-newsletter><h1>Town closes old bridge</h1><p>\(first)<p>\(second)<p>\(third)</aside>")
    #expect(lines(main).suffix(3) == [first, second, third])
  }

  @Test func standfirstComesBehindTheHeadline() {
    let summary = "Cracks in two pillars end a century of traffic over the harbour."
    let main = page(
      """
      <header class=page-top><h1>Town closes old bridge</h1><p class=standfirst>\(summary)</p></header>
      <div class=article-body><p>\(first)</p><p>\(second)</p><p>\(third)</p></div>
      """)
    #expect(lines(main) == ["Town closes old bridge", summary, first, second, third])
  }

  @Test func headlineStandsOnce() {
    let main = page(
      """
      <h2>Town closes old bridge for good</h2><article><p>Town closes old bridge for</p>
      <p>\(first)</p><p>\(second)</p></article>
      """, head: "<title>Town closes old bridge for good - Harbour Post</title>")
    #expect(lines(main) == ["Town closes old bridge for good", first, second])
    #expect(main.metadata.title == "Town closes old bridge for good")
  }

  @Test func appealsThatStandTwiceStandOnce() {
    let appeal = "Our newsroom lives from what its readers give, so please think about a small gift today."
    let main = page("<article><p>\(first)</p><p>\(appeal)</p><p>\(second)</p><p>\(appeal)</p><p>\(third)</p></article>")
    #expect(lines(main).count(where: { $0 == appeal }) == 1)
  }

  @Test func pageWithoutProseKeepsItsText() {
    let main = page("<ul><li><a href=/a>Sport</a><li><a href=/b>World</a></ul>")
    #expect(lines(main) == ["Sport", "World"])
    #expect(main.warnings == [.noMainText])
  }

  @Test func tablesGiveALineARow() {
    let main = page(
      "<article><p>\(first)</p><p>\(second)</p><table><tr><td>North road<td>12 buses<tr><td>Ferry<td>4 boats</table></article>"
    )
    #expect(lines(main).contains("North road 12 buses"))
  }
}

@Suite struct PageTests {
  private func text(_ markup: String) -> String {
    let page = Page(decoded: Array(markup.utf8))
    return page.nodes.isEmpty ? "" : page.text(of: 0) ?? ""
  }

  @Test func bytesOfNoCharsetGiveAPage() {
    let bytes =
      Array("<p>The m".utf8) + [0xC3, 0x28, 0xFF, 0xED, 0xA0, 0x80] + Array("yor</p><p>stays &amp; works".utf8)
    let page = Page(decoded: bytes)
    #expect(page.text(of: 0)?.contains("stays & works") == true)
  }

  /// Libxml2 tells long texts in parts, and where each ends a little differently.
  @Test(arguments: ["é", "€", "😀", " ", "x"])
  func longTextsKeepTheirPlaces(_ letter: String) {
    let text = String(repeating: letter, count: 3001) + "&lt;" + String(repeating: letter, count: 1500)
    let page = Page(decoded: Array("<div><b>a</b>\(text)<i>z</i></div>".utf8))
    let source = Array("<div><b>a</b>\(text)<i>z</i></div>".utf8)
    for (index, run) in page.sources.enumerated() {
      let end = index + 1 < page.sources.count ? Int(page.sources[index + 1].text) : page.bytes.count
      let length = end - Int(run.text)
      for place in 0..<length {
        let (own, there) = (page.bytes[Int(run.text) + place], source[Int(run.source) + place])
        #expect(own == there || own == UInt8(ascii: "<") && there == UInt8(ascii: "&"), "\(letter): \(place) of \(run)")
      }
    }
    let kept = page.nodes.filter { $0.tag == .text }.reduce(0) { $0 + Int($1.last - $1.first) }
    #expect(kept == text.utf8.count - 3 + 2)
  }

  @Test(arguments: [
    ("<p>Pre&scaron;evo &ccaron;eka &amp; &Zcaron;ivi", "Preševo čeka & Živi"),
    (
      "<p>&Bcy;&iecy;&period; &CloseCurlyQuote;&lpar;&num;&midast; &NotEqualTilde; &fjlig;x &CounterClockwiseContourIntegral;",
      "Бе. ’(#* ≂̸ fjx ∳"
    ),
    ("<p>Kosovo&#146;s &#8220;no&#x201d; &amp now", "Kosovo’s “no” & now"),
    ("<p>a\u{0}b &nosuch; c<d 5 < 6", "ab &nosuch; c"),
    ("<p>one<!-- <p>two</p> --><!-->three<!--->four", "onethreefour"),
    ("<div @click=\"a > b\" :x='1'>shown</div>", "shown"),
    ("<p>a<script>document.write('</p>')</script>b<svg><svg/><title>x</title></svg>c", "a b c"),
    ("<button><div>menu</button><p>text", "text"),
    ("<meta charset=gb2312><p>Вучић и Љубљана", "Вучић и Љубљана"),
  ])
  func readsWhatBrowsersRead(markup: String, expected: String) {
    #expect(text(markup).hasPrefix(expected), "\(text(markup))")
  }

  @Test func deepNestingIsFlattened() {
    let page = Page(decoded: Array((String(repeating: "<div>", count: 20_000) + "deep</div>").utf8))
    #expect(page.warnings.contains(.deepNesting))
    #expect(page.text(of: 0) == "deep")
  }

  @Test func hugeTextIsWhole() {
    let page = Page(decoded: [UInt8](repeating: UInt8(ascii: "x"), count: 11_000_000) + Array("<p>end".utf8))
    #expect(page.bytes.count >= 11_000_003)
  }

  /// What would take the square of its length if anything were searched for twice.
  @Test(arguments: [
    "<svg>", "<!--", "<a b=\"", "<button>", "</x>", "<li><ul>", "<script", "&", "<p class='a b'>", "<table><tr>",
  ])
  func badMarkupTakesLinearTime(piece: String) {
    var extractor = HTMLMainText()
    let markup = Array(String(repeating: piece, count: 400_000 / piece.utf8.count).utf8)
    let time = processorTime { _ = extractor.extract(from: markup, url: nil) }
    #expect(time < .seconds(10), "\(piece) took \(time)")
  }

  @Test func anyBytesGiveAPage() {
    var state: UInt64 = 7
    let pieces = [
      "<p>", "</p>", "<div class=\"", "\">", "<!--", "-->", "&#", "&amp", "<script>", "</script>", "<", ">", "'",
      "text. ", "é", "\u{0}", "<html>", "<body>", "</html>", "<table>", "<td", "<svg>",
    ]
    for _ in 0..<300 {
      var markup = ""
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        markup += pieces[Int(state >> 33) % pieces.count]
      }
      var extractor = HTMLMainText()
      let main = extractor.extract(from: Array(markup.utf8), url: nil)
      #expect(main.text.withUnsafeBufferPointer { UTF8Validity.isValid($0) })
    }
  }
}
