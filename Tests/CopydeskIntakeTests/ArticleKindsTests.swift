import CopydeskTestSupport
import CopydeskText
import Testing

@testable import CopydeskIntake

/// What is the article's and what is not, a page a kind.
@Suite struct ArticleKindsTests {
  private static let paragraphs = [
    "The county closed the old bridge over the river on Monday after engineers had found cracks in two of its seven piers, officials said.",
    "Lorries have to take the road through the hills until autumn, which is forty kilometres longer, and the bakers fear for their trade.",
    "“We could mend it in summer, or we could fish it out of the water in winter,” said the engineer, who has looked after it since 1998.",
    "The council will vote on the money at its next meeting, and it has asked the province for a third of the sum, since others use it too.",
    "Residents of the north bank filled the gallery and applauded when the result was read, although several complained about the noise.",
  ]
  private static let text = paragraphs.map { "<p>\($0)</p>" }.joined()
  private static let headline = "<h1>Old bridge is closed for eleven months</h1>"

  private func article(_ content: String, head: String = "", around: (String, String) = ("", "")) -> [String] {
    lines(page("\(around.0)<article>\(Self.headline)\(content)</article>\(around.1)", head: head))
  }

  @Test func theFirstOfSeveralArticlesIsThePages() {
    let next = "<header><h2>Three men are saved</h2></header><p>\(first)</p><p>\(second)</p><p>\(third)</p>"
    let found = lines(
      page(
        "<main><article class=s><header>\(Self.headline)</header>\(Self.text)</article><article class=s>\(next)</article></main>"
      ))
    #expect(found.dropFirst() == Self.paragraphs[...])
  }

  @Test func summariesInARowOfBoxesAreTeasers() {
    let card =
      "<div class=c><h3><a href=/m>The mill on the hill is sold to a baker</a></h3><div class=s>\(first)</div></div>"
    let found = lines(
      page(
        "<div id=maincontent>\(Self.headline)<div class=text>\(Self.text)</div><div class=b>\(card)\(card)\(card)</div></div>"
      ))
    #expect(found.dropFirst() == Self.paragraphs[...])
  }

  @Test func headingsThatSaySomethingStay() {
    let items = [
      "1. The fair had 212 stalls this year.", "2. The queue for the baker was long.", "3. No child was lost at all.",
    ]
    let pictures = items.map { "<h3>\($0)</h3><img src=a.jpg>" }.joined()
    #expect(article("<p>\(first)</p><p>\(second)</p>\(pictures)").suffix(3) == items[...])
    let opening = "A few months ago the council asked an engineer to look at the piers of the bridge."
    #expect(article("<h2>\(opening)</h2><img src=a.jpg><h2>He found cracks.</h2>\(Self.text)").contains(opening))
  }

  @Test func sentencesThatAreLinksStay() {
    let all = Self.paragraphs
    #expect(article("<p>\(all[0])</p><p><a href=/x>\(all[1])</a></p><p>\(all[2])</p>").dropFirst() == all[..<3])
    #expect(
      article("<a href=/x><p>\(all[0])</p><p>\(all[1])</p></a><p>\(all[2])</p><p>\(all[3])</p>").dropFirst()
        == all[..<4])
    let list = "<ol><li><a href=/1>\(all[1])</a></li><li><a href=/2>\(all[2])</a> \(all[3])</li><li>\(all[4])</li></ol>"
    #expect(article("<p>\(all[0])</p>\(list)").contains(all[1]))
    let more = "<p><strong>READ MORE: <a href=/y>Bridge in the hills to be torn down</a></strong></p>"
    #expect(article("<p>\(all[0])</p><p>\(all[1])</p>\(more)<p>\(all[2])</p>").dropFirst() == all[..<3])
  }

  @Test func linkedHeadingsOverTheArticlesOwnParagraphsStay() {
    let bars = (0..<4).map {
      "<h2><a href=https://bar.example/\($0)>The Anchor \($0)</a></h2><p>\(Self.paragraphs[$0])</p>"
    }
    #expect(article(bars.joined()).contains("The Anchor 2"))
  }

  @Test func theSameUnderAnotherHeadingIsNoRepeat() {
    let breakfast = "Breakfast: one cup of oats with half a cup of berries and yoghurt"
    let days = (1...3).map {
      "<h3>Day \($0)</h3><p>\(breakfast)</p><p>Lunch: soup number \($0) with a slice of bread.</p>"
    }
    #expect(article("<p>\(first)</p>\(days.joined())").count { $0 == breakfast } == 3)
  }

  @Test(arguments: [
    "<div class=slide><img src=a.jpg><p>FILE - The old bridge is seen on Feb. 2, 2026. (Press/Jim Field, File)</p></div>",
    "<div class=img-wrap><img src=a.jpg><span class=img-desc>The old bridge in February. Photo: Courier/Pat Lowe</span></div>",
  ])
  func captionsWithoutANameGo(_ caption: String) {
    #expect(article(caption + Self.text).dropFirst() == Self.paragraphs[...])
  }

  @Test(arguments: [
    "<div class=q3><div>Lee Harper came to the Courier in 2014 after some years at sea.</div></div>",
    "<p>Pat Lowe is a senior reporter for the Marlow Courier. Email: pat@example.org</p>",
    "<p><b>About Old bridge</b></p><p>Old bridge builds sensors for dams in eleven countries and has done so since 1974.</p>",
  ])
  func notesOfAuthorsAndCompaniesGo(_ note: String) {
    let found = article("<div class=byline>By Lee Harper</div>\(Self.text)\(note)")
    #expect(found.last == Self.paragraphs.last)
  }

  @Test(arguments: [
    "Wir und unsere 842 Partner speichern Daten auf Ihrem Gerät, um Ihnen passende Werbung zu zeigen, und Sie können jederzeit widersprechen.",
    "Ne dhe 842 partnerët tanë ruajmë të dhëna në pajisjen tuaj për t’ju shfaqur reklama të përshtatura, dhe zgjedhja ndryshohet kurdo.",
  ])
  func noticesOutsideTheArticleGo(_ notice: String) {
    let box = "<div class=x7><h2>842</h2><p>\(notice)</p></div>"
    #expect(article(Self.text, around: (box, "")).dropFirst() == Self.paragraphs[...])
    #expect(article(Self.text, around: ("", box)).dropFirst() == Self.paragraphs[...])
  }

  @Test func scriptsEndWhereHTMLSaysThatTheyDo() {
    let script =
      #"<script>/*<!--*/ s={"e":"<script src=\"w.js\"></script>","more":"Leaked words, like a sentence."}; /*-->*/</script>"#
    #expect(article(Self.text + script).dropFirst() == Self.paragraphs[...])
    // One that is never closed like that ends at the first end tag.
    #expect(article("<script>/*<!--<script></script>" + Self.text).dropFirst() == Self.paragraphs[...])
  }

  @Test(arguments: [
    ("<x-story><template shadowrootmode=open>", "</template></x-story>"), ("<noscript>", "</noscript>"),
    ("<noframes><body>", "</body></noframes>"),
    ("<div style='display:none'>", "</div><p>Subscribe now to read this and more.</p>"),
  ])
  func articlesThatBrowsersShowLater(_ open: String, _ close: String) {
    let found = lines(
      page(
        "\(open)<article>\(Self.headline)\(Self.text)</article>\(close)",
        head: "<title>Old bridge is closed for eleven months</title>"))
    #expect(found.dropFirst().prefix(5) == Self.paragraphs[...])
  }

  @Test func aFrameThatThePageBringsAlong() {
    let inner = "<article>\(Self.headline)\(Self.text)</article>".replacing("\"", with: "&quot;")
    #expect(lines(page("<iframe srcdoc=\"\(inner)\"></iframe>")).dropFirst() == Self.paragraphs[...])
  }

  @Test func closedScriptsOfXHTML() {
    let page = "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><script src='a.js'/></head><body>"
    var extractor = HTMLMainText()
    let found = extractor.extract(
      from: Array("\(page)<iframe src='x'/>\(Self.headline)\(Self.text)</body></html>".utf8), url: nil)
    #expect(lines(found).dropFirst() == Self.paragraphs[...])
  }

  @Test func aPageThatSendsItsReadersOnHasNoText() {
    let main = page(
      "<p>This page has moved. Please click here to go on.</p>", head: "<meta http-equiv=refresh content='0; url=/n'>")
    #expect(main.text.isEmpty && main.warnings.contains(.noMainText))
  }

  @Test func readingsOverCharactersAreNoText() {
    let over = "<ruby>橋<rt>はし</rt></ruby>は古い。"
    #expect(article("<p>\(over)\(first)</p><p>\(second)</p>")[1] == "橋は古い。\(first)")
    let bracketed = "<ruby>橋<rp>（</rp><rt>はし</rt><rp>）</rp></ruby>は古い。"
    #expect(article("<p>\(bracketed)\(first)</p><p>\(second)</p>")[1] == "橋（はし）は古い。\(first)")
  }
}
