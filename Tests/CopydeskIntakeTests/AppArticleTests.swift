import CopydeskTestSupport
import CopydeskText
import Testing

@testable import CopydeskIntake

/// Pages that an app puts together: the article stands in the data of their scripts.
@Suite struct AppArticleTests {
  private static let lines = [
    "The old bridge over the Marl was closed on Monday after an engineer had found cracks in two of its piers.",
    "No lorry may cross it before the piers have been looked at by divers, the council said on Tuesday morning.",
    "Buses take the road by the mill, which adds a quarter of an hour to the way into town, the operator said.",
    "The mayor, Ada Moss, hopes that cars can use one lane again by the end of the month, if the river stays low.",
    "The bridge was built in 1911, and it was last mended after the flood that took away the boathouse.",
    "A new one would cost about nine million euros, of which the county would have to pay a third.",
  ]

  private func text(_ body: String) -> [String] {
    var extractor = HTMLMainText()
    let page = "<html><head><title>Old bridge closed after cracks are found</title></head><body>\(body)</body></html>"
    let main = extractor.extract(from: Array(page.utf8), url: nil)
    return String(decoding: main.text, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func json(_ lines: [String], _ make: (String) -> String) -> String { lines.map(make).joined(separator: ",") }

  private static let teaser = "<article><h1>Old bridge closed after cracks are found</h1><p>\(lines[0])</p></article>"

  @Test func paragraphsOfTheData() {
    let data = json(Self.lines) { line in
      let parts = line.split(separator: " ", maxSplits: 4).map(String.init)
      let link = #"{"type":"link","content":[{"type":"text","value":"\#(parts[3]) "}]}"#
      return #"{"type":"paragraph","content":[{"type":"text","value":"\#(parts[0]) \#(parts[1]) \#(parts[2]) "},"#
        + #"\#(link),{"type":"text","value":"\#(parts[4])"}]}"#
    }
    let script = """
      <script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"story":{"body":[\(data)]}}}}</script>
      """
    #expect(text(Self.teaser + script).suffix(6) == Self.lines[...])
  }

  @Test func flightData() {
    let markup = Self.lines.map { #"\\u003cp\\u003e\#($0)\\u003c/p\\u003e"# }.joined()
    let row = #"1:{\"html\":\"\#(markup)\"}\n"#
    let half = row.utf8.count / 2
    let pieces = [String(row.prefix(half)), String(row.dropFirst(half))]
    // A piece may end anywhere but inside of an escape.
    let whole = #"<script>self.__next_f.push([1,"\#(row)"])</script>"#
    #expect(pieces.joined() == row)
    #expect(text(whole).suffix(6) == Self.lines[...])
  }

  @Test func stateOfTheWindow() {
    let markup = Self.lines.map { "<p>\($0)<\\/p>" }.joined()
    let state = #"<script>window.__INITIAL_STATE__ = {"story":{"html":"\#(markup)"}};</script>"#
    #expect(text("<div id=\"app\">Loading…</div>" + state).suffix(6) == Self.lines[...])
    let elements = json(Self.lines) { #"{"type":"text","content":"\#($0)"}"# }
    let fusion = #"<script>Fusion.globalContent={"content_elements":[\#(elements)]};Fusion.x=1</script>"#
    #expect(text("<div id=\"app\">Loading…</div>" + fusion).suffix(6) == Self.lines[...])
    let parsed = "{\"story\":{\"html\":\"\(Self.lines.map { "<p>\($0)</p>" }.joined())\"}}"
    let string = parsed.map { $0 == "\"" ? "\\\"" : String($0) }.joined()
    #expect(text("<div>Loading…</div><script>var s=JSON.parse(\"\(string)\")</script>").suffix(6) == Self.lines[...])
  }

  /// What the page shows is the article; the data hold other texts, captions and what the site says of itself.
  @Test func otherTextsOfTheDataAreNotTheArticle() {
    let other = (1...6).map {
      "The harbour master of Selby counts \($0)00 boats that came in from the sea this year, he said."
    }
    let data = json(other) { #"{"type":"paragraph","text":"\#($0)"}"# }
    let script = #"<script>window.s={"body":[\#(data)]}</script>"#
    #expect(text(Self.teaser + script).last == Self.lines[0])
    let captions = json(Self.lines) { #"{"type":"image","caption":"\#($0)","text":"\#($0)"}"# }
    #expect(text(Self.teaser + #"<script>window.s={"gallery":[\#(captions)]}</script>"#).last == Self.lines[0])
    #expect(!text("<p>Loading</p>" + script).joined().contains("harbour master"))
  }

  @Test func scriptsThatAreNoDataCostTheirLength() {
    for unit in ["={", "=[", "(\"", "={\"a\":", "=[[[", "self.__next_f.push([1,\"a"] {
      let script = String(repeating: unit, count: 400_000 / unit.utf8.count)
      let time = processorTime { _ = text(Self.teaser + "<script>\(script)</script>") }
      #expect(time < .seconds(4), "\(unit): \(time)")
    }
  }
}
