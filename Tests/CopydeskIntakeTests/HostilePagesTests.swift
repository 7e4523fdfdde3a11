import CopydeskTestSupport
import Glibc
import Testing

@testable import CopydeskIntake
@testable import CopydeskText

/// Pages made to cost time or to get anything into their records. `scripts/check-pages` has many more, in the size of
/// megabytes; these are the kinds that once took the square of their length.
@Suite struct HostilePagesTests {
  private static let story = """
    <p>The ferry between the two harbours sails again after three years, the port's office said on Tuesday, and the first
    boat leaves at six in the morning.</p><p>Engineers replaced both ramps, widened the road to the pier and added forty
    places for bicycles, which had been asked for since the line was closed.</p>
    """

  private static func page(head: String = "", body: String = "") -> String {
    "<html lang=en><head>\(head)</head><body><h1>Ferry line opens again</h1>\(story)\(body)</body></html>"
  }

  private static func main(_ page: String) -> MainText {
    var extractor = HTMLMainText()
    return extractor.extract(from: Array(page.utf8), url: nil)
  }

  private static func data(_ json: String) -> String { "<script type='application/ld+json'>\(json)</script>" }

  private static func meta(_ name: String, _ content: String) -> String {
    "<meta name='\(name)' content=\"\(content)\">"
  }

  /// A page of about so many bytes, by the kind of page.
  static let kinds: [(name: String, page: @Sendable (Int) -> String)] = [
    ("bars in a title", { page(head: "<title>\(repeated("a | ", $0))</title>") }),
    ("dashes in a meta title", { page(head: meta("og:title", repeated("word - ", $0))) }),
    ("commas of an author", { page(head: meta("author", repeated(",", $0))) }),
    ("By by by", { page(head: meta("author", repeated("By by ", $0))) }),
    ("authors and authors", { page(head: meta("author", repeated("Ada % and ", $0))) }),
    ("author tags", { page(head: repeated(meta("author", "Ada %"), $0)) }),
    (
      "authors of data",
      { page(head: data("{\"@type\":\"NewsArticle\",\"author\":[\(repeated("{\"name\":\"Ada %\"},", $0))\"x\"]}")) }
    ),
    (
      "a description and what is in it",
      {
        page(
          head: meta("description", repeated("the ferry aaaaaaaa ", $0 / 2)),
          body: repeated("<div>the ferry aaaaaaab aaaaaaaa aaaaaaa aaaaa</div>", $0 / 2))
      }
    ),
    (
      "a class of many names and many lines",
      {
        page(
          body:
            "<div class='\(repeated("a% ", $0 / 2))'>\(repeated("The ferry % sails, they said on Tuesday. <br><br>", $0 / 2))</div>"
        )
      }
    ),
    (
      "many attributes of one name and many lines",
      {
        page(
          body:
            "<div\(repeated(" class=a", $0 / 2))>\(repeated("The ferry % sails, they said on Tuesday. <br><br>", $0 / 2))</div>"
        )
      }
    ),
    ("drawings without an end", { page(body: "<svg>\(repeated("<svg", $0))") }),
    (
      "lines in an element of dates",
      {
        page(
          body:
            "<div class=date>\(repeated("<i>\(String(repeating: "x", count: 390))</i>", 12_000))\(repeated("1<br><br>", $0))</div>"
        )
      }
    ),
    (
      "figures around everything",
      {
        page(
          body: String(repeating: story, count: 40) + String(repeating: "<figure>", count: 400)
            + repeated("<i></i>", $0)
            + "<table></table>")
      }
    ),
    ("letters, deep down", { page(body: String(repeating: "<div>", count: 400) + repeated("<p>a", $0)) }),
    ("times in times", { page(body: String(repeating: "<time>", count: 400) + repeated("word ", $0)) }),
    ("controls", { page(body: "<p>" + repeated("\u{80}\u{99}", $0)) }),
  ]

  /// The unit as often as it takes, numbered where it has a `%`.
  private static func repeated(_ unit: String, _ size: Int) -> String {
    let parts = unit.split(separator: "%", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return String(repeating: unit, count: size / unit.utf8.count) }
    return (0..<size / (unit.utf8.count + 3)).map { parts.joined(separator: String($0)) }.joined()
  }

  @Test(arguments: kinds.indices)
  func twiceThePageTakesTwiceTheTime(_ kind: Int) {
    func time(_ size: Int) -> Double {
      let page = Array(Self.kinds[kind].page(size).utf8)
      let taken = (0..<2).map { _ in
        processorTime {
          var extractor = HTMLMainText()
          #expect(!extractor.extract(from: page, url: nil).text.isEmpty)
        }
      }
      return (taken.min() ?? .zero) / .milliseconds(1)
    }
    _ = time(1000)
    let size = 2_000_000 / TextSize.divisor
    let (half, whole) = (time(size), time(2 * size))
    // Other processes disturb the clock; a quadratic step would take four times as long.
    #expect(whole < half * 3.2 + 200, "\(Self.kinds[kind].name): \(half) ms, then \(whole) ms")
  }

  // MARK: What a page may say of itself

  @Test(arguments: [(1_000, true), (1_001, false)])
  func aTitleHasAnEnd(_ count: Int, _ isTitle: Bool) {
    let title = String(repeating: "x", count: count)
    for head in [
      "<title>\(title)</title>", Self.meta("og:title", title),
      Self.data("{\"@type\":\"NewsArticle\",\"headline\":\"\(title)\"}"),
    ] {
      #expect(Self.main("<head>\(head)</head><body>\(Self.story)").metadata.title == (isTitle ? title : nil))
      // The line that shows the headline is one whatever the head says.
      #expect(Self.main(Self.page(head: head)).metadata.title == "Ferry line opens again")
    }
  }

  @Test func moreAuthorsThanABylineHasAreNone() {
    func authors(_ count: Int) -> [String] { (0..<count).map { "Ada \(Self.word($0))" } }
    func byline(_ head: String) -> String? { Self.main(Self.page(head: head)).metadata.byline }
    func objects(_ names: [String]) -> String {
      Self.data(
        "{\"@type\":\"NewsArticle\",\"author\":[\(names.map { "{\"name\":\"\($0)\"}" }.joined(separator: ","))]}")
    }
    let some = authors(64)
    #expect(byline(objects(some)) == some.joined(separator: "; "))
    #expect(byline(some.map { Self.meta("author", $0) }.joined()) == some.joined(separator: "; "))
    #expect(byline(Self.meta("author", some.joined(separator: ", "))) == some.joined(separator: "; "))
    #expect(byline(objects(authors(65))) == nil)
    #expect(byline(Self.meta("author", authors(65).joined(separator: ", "))) == nil)
    #expect(byline(authors(600).map { Self.meta("author", $0) }.joined()) == nil)
    // One place that says too much does not hide another one.
    #expect(byline(objects(authors(65)) + Self.meta("author", "Ben Sample")) == "Ben Sample")
    #expect(byline(objects(Array(repeating: "Ada Example", count: 900))) == "Ada Example")
  }

  /// A capitalised word of its own for each number.
  private static func word(_ number: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return "X\(letters[number / 676 % 26])\(letters[number / 26 % 26])\(letters[number % 26])"
  }

  @Test func namesAndAddressesHaveAnEnd() {
    let name = String(repeating: "x", count: 201)
    #expect(Self.main(Self.page(head: Self.meta("og:site_name", name))).metadata.site == nil)
    #expect(Self.main(Self.page(head: Self.meta("og:site_name", String(name.dropLast())))).metadata.site?.count == 200)
    let publisher = "{\"@type\":\"NewsArticle\",\"publisher\":{\"name\":\"\(name)\"}}"
    #expect(Self.main(Self.page(head: Self.data(publisher))).metadata.site == nil)
    #expect(Self.main(Self.page().replacing("lang=en", with: "lang=en-\(name)")).metadata.language == nil)
    #expect(Self.main(Self.page().replacing("lang=en", with: "lang=sr-Latn-RS")).metadata.language == "sr-Latn-RS")
  }

  @Test(arguments: [
    ("https://example.org/a", "https://example.org/a"), (" https://example.org/a\n", "https://example.org/a"),
    ("https://example.org/\u{1B}[2J", nil), ("https://example.org/\u{202E}gpj.exe", nil),
    ("https://example.org/\u{9B}31m", nil),
    ("https://example.org/\u{7F}", nil), ("https://example.org/a\nb", nil), ("https://example.org/a\0b", nil),
    ("javascript:alert(1)", nil), ("https://example.org/" + String(repeating: "a", count: 1_981), nil),
    (
      "https://example.org/" + String(repeating: "a", count: 1_980),
      "https://example.org/" + String(repeating: "a", count: 1_980)
    ),
  ])
  func anAddressIsOneOrNone(_ stated: String, _ expected: String?) {
    let json = stated.unicodeScalars.map {
      $0.value < 0x20 ? "\\u00\($0.value < 16 ? "0" : "")" + String($0.value, radix: 16) : String($0)
    }
    for head in [
      "<link rel=canonical href=\"\(stated)\">", Self.data("{\"@type\":\"NewsArticle\",\"url\":\"\(json.joined())\"}"),
    ] {
      #expect(Self.main(Self.page(head: head)).metadata.url == expected, "\(head)")
    }
  }

  @Test(arguments: [
    "0000-00-00", "0001-01-01", "9999-12-31T23:59:59Z", "2023-02-30", "2023-13-01", "1923-04-28", "28.04.1923",
    "30.02.2023", "-1", "0",
    "9223372036854775807", "-9223372036854775808", "99999999999999999999", "2101-01-01", "1e9", "-000000001",
    "+99999999999999",
  ])
  func noPageIsOfAnImpossibleDay(_ date: String) {
    for head in [
      Self.meta("article:published_time", date), Self.data("{\"@type\":\"NewsArticle\",\"datePublished\":\"\(date)\"}"),
      Self.data("{\"@type\":\"NewsArticle\",\"datePublished\":\(date)}"),
      "<title>Ferry line opens again | \(date)</title>",
      "<link rel=canonical href='https://example.org/\(date.replacing("-", with: "/"))/ferry'>",
    ] {
      #expect(Self.main(Self.page(head: head)).metadata.published == nil, "\(head)")
    }
    #expect(
      Self.main(Self.page(body: "<time datetime='\(date)'>x</time><p class=date>\(date)</p>")).metadata.published == nil
    )
  }

  // MARK: Depth

  @Test(arguments: [
    String(repeating: "<ul><li>", count: 50_000), String(repeating: "<x-y>", count: 100_000),
    String(repeating: "<template>", count: 100_000),
    data(String(repeating: "[", count: 100_000)), data(String(repeating: "{\"@graph\":", count: 100_000)),
    data(String(repeating: "[", count: 255) + "1" + String(repeating: "]", count: 255)),
    data(String(repeating: "{\"mainEntity\":", count: 255) + "1" + String(repeating: "}", count: 255)),
  ])
  func deepNestingFitsTheSmallestStack(_ deep: String) {
    // As small as that of a thread of a queue.
    final class Box {
      var page: [UInt8] = []
      var text: [UInt8] = []
    }
    let box = Box()
    box.page = Array(Self.page(head: deep, body: deep).utf8)
    let status = withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) { buffer -> Int32 in
      guard let attributes = buffer.baseAddress else { return -1 }
      pthread_attr_init(attributes)
      // A debug build takes several times the stack for each call.
      pthread_attr_setstacksize(attributes, TextSize.divisor > 1 ? 8 << 20 : 512 << 10)
      var thread: pthread_t = 0
      // Safe: the box lives until the thread has ended.
      let status = pthread_create(
        &thread, attributes,
        { context in
          guard let context else { return nil }
          let box = Unmanaged<Box>.fromOpaque(context).takeUnretainedValue()
          var extractor = HTMLMainText()
          box.text = extractor.extract(from: box.page, url: nil).text
          return nil
        }, Unmanaged.passUnretained(box).toOpaque())
      if status == 0 { pthread_join(thread, nil) }
      return status
    }
    #expect(status == 0)
    #expect(!box.text.isEmpty)
  }
}

@Suite struct HostilePlainTextTests {
  @Test func headingsOverCommentsTakeLinearTime() {
    func time(_ count: Int) -> Double {
      let prose = "The ferry between the two harbours sails again after three years, they said.\n"
      let text = Array(
        (String(repeating: "Comments\n", count: count) + String(repeating: prose, count: count / 8)).utf8)
      return processorTime { #expect(!PlainMainText().extract(from: text).text.isEmpty) } / .milliseconds(1)
    }
    _ = time(100)
    let count = 300_000 / TextSize.divisor
    let (half, whole) = (time(count), time(2 * count))
    #expect(whole < half * 3.2 + 200, "\(half) ms, then \(whole) ms")
  }

  @Test(arguments: [
    ("2023-09-30", "2023-09-30"), ("0001-01-01 00:00:00", nil), ("9999-12-31", nil), ("2023-02-30", nil),
  ])
  func aTimestampIsOfAPossibleDay(_ stated: String, _ expected: String?) {
    let text =
      "Ferry line opens again\nPublished: \(stated)\nThe ferry between the two harbours sails again after three years, they said."
    #expect(PlainMainText().extract(from: Array(text.utf8)).metadata.published?.isoString == expected)
  }
}
