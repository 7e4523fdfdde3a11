import CopydeskTestSupport
import Testing

@testable import CopydeskIntake
@testable import CopydeskText

/// Pages that are broken, cut, hostile or no pages at all: what could be had, a warning, linear time.
@Suite struct BadPagesTests {
  private func main(_ bytes: [UInt8]) -> MainText {
    var extractor = HTMLMainText()
    return extractor.extract(from: Text.repaired(bytes).bytes, url: nil)
  }

  private let story = """
    <html lang="en"><head><title>Ferry line opens again | The Harbour Post</title></head><body><nav><a href="/">Home</a>
    </nav><article><h1>Ferry line opens again</h1><p>The ferry between the two harbours sails again after three years, the
    port's office said on Tuesday, and the first boat leaves at six in the morning.</p><p>Engineers replaced both ramps,
    widened the road to the pier and added forty places for bicycles, which had been asked for since the line was
    closed.</p></article></body></html>
    """

  @Test func pagesCutAnywhereGiveWhatIsThere() throws {
    let page = try Repository.bytes("Corpus/pages/en/striker-transfer.html")
    var longest = 0
    for end in stride(from: 0, through: page.count, by: 10) {
      let main = main(Array(page[..<end]))
      #expect(main.text.withUnsafeBufferPointer { UTF8Validity.isValid($0) })
      longest = max(longest, main.text.count)
    }
    #expect(longest >= self.main(page).text.count)
    // Most of the article is there when nine tenths of the page are.
    #expect(self.main(Array(page[..<(page.count * 9 / 10)])).text.count * 2 > longest)
  }

  @Test func aPageCutInsideATagSaysSo() {
    let bytes = Array(story.utf8)
    let main = main(Array(bytes[..<(bytes.count - 12)]))
    #expect(main.warnings.contains(.truncatedHTML))
    #expect(String(decoding: main.text, as: UTF8.self).contains("forty places for bicycles"))
  }

  @Test func aHundredThousandNestedElementsAreFlattened() {
    let deep = Array((String(repeating: "<div>", count: 100_000) + story).utf8)
    let time = processorTime {
      let main = main(deep)
      #expect(main.warnings.contains(.deepNesting))
      #expect(String(decoding: main.text, as: UTF8.self).contains("Engineers replaced both ramps"))
    }
    #expect(time < .seconds(20))
  }

  @Test func anAttributeOfTwentyMegabytesIsOnlyPassedOver() {
    let attribute = "<div data-state=\"\(String(repeating: "x > y ", count: 3_500_000))\">"
    let time = processorTime {
      let main = main(Array((attribute + story).utf8))
      #expect(main.metadata.title == "Ferry line opens again")
      #expect(String(decoding: main.text, as: UTF8.self).contains("Engineers replaced both ramps"))
    }
    #expect(time < .seconds(60))
  }

  @Test func bytesThatAreNoPageGiveARecord() {
    var random = SeededGenerator(seed: 5)
    let noise = (0..<50_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    #expect(main(noise).text.withUnsafeBufferPointer { UTF8Validity.isValid($0) })
    #expect(main([]).text.isEmpty)
    #expect(main(Array(" \n\t ".utf8)).text.isEmpty)
  }

  @Test func framesHaveNoText() {
    let main = main(
      Array("<html><frameset cols='20%,80%'><frame src=a><frame src=b><noframes>Get frames.</noframes></frameset>".utf8)
    )
    #expect(main.text.isEmpty)
    #expect(main.warnings.contains(.noMainText))
  }

  @Test func aWrongEncodingInXHTMLDoesNotHideTheText() {
    let page =
      "<?xml version=\"1.0\" encoding=\"utf-16\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"><html xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"en\">"
      + story.dropFirst(16).replacing("bicycles", with: "bicycles – so the café owner")
    let provenance = Provenance(id: "x", path: "x", offset: 0, length: page.utf8.count, format: .html)
    var made = provenance
    let decoded = try? PageDecoder().decode(
      RawRecord(provenance: provenance, bytes: Array(page.utf8)), provenance: &made)
    guard case .html(let bytes) = decoded?.content else {
      Issue.record("no page")
      return
    }
    let main = main(bytes)
    #expect(String(decoding: main.text, as: UTF8.self).contains("bicycles – so the café owner"))
    #expect(main.metadata.language == "en")
  }

  /// A brief of a paragraph or a few, beside more linked headlines than it has letters.
  @Test(arguments: [
    ["The council of Selby voted on Tuesday to close the old bridge for eleven months; buses will take the mill road."],
    ["议会周二晚间投票决定将老旧的大桥关闭十一个月。", "工程师在会上说，这座桥建于一九三一年，已经不再可靠。"],
  ])
  func aBriefIsAnArticle(_ paragraphs: [String]) {
    let links = (1...20).map {
      "<li><a href=\"/\($0)\">Harbour plans another long season for everybody in town \($0)</a></li>"
    }
    let text = paragraphs.map { "<p>\($0)</p>" }.joined()
    let main = main(
      Array(
        "<html><body><article><h1>Old bridge closed</h1>\(text)</article><ul>\(links.joined())</ul></body></html>".utf8)
    )
    for paragraph in paragraphs { #expect(String(decoding: main.text, as: UTF8.self).contains(paragraph)) }
    #expect(!main.warnings.contains(.indexPage))
  }

  @Test func linkedHeadlinesAloneAreAnIndex() {
    let links = (1...20).map {
      "<div><h2><a href=\"/\($0)\">Harbour plans another long season for all in town \($0)</a></h2></div>"
    }
    let main = main(
      Array(
        "<html><body><main><h1>The Selby Courier</h1>\(links.joined())</main><footer><p>© 2024</p></footer></body></html>"
          .utf8))
    #expect(main.text.isEmpty && main.warnings.contains(.indexPage))
  }

  @Test func aPageOfLinksIsAnIndex() {
    let names = [
      "Harbour", "Council", "Railway", "Museum", "Bridge", "School", "Library", "Hospital", "Market", "Theatre",
    ]
    var items = ""
    for (number, name) in (names + names).enumerated() {
      items += """
        <div class="card"><h3><a href="/\(number)">\(name) plans another long season for everybody in town \(number)</a></h3>
        <p>What the \(name.lowercased()) wants to do next.</p></div>
        """
    }
    let main = main(Array("<html><body><main>\(items)</main></body></html>".utf8))
    #expect(main.text.isEmpty)
    #expect(main.warnings.contains(.indexPage))
  }
}

@Suite struct SourceRunsTests {
  @Test func everyWordIsWhereTheMapSays() throws {
    var pages = [
      try Repository.bytes("Corpus/pages/en/striker-transfer.html"), try Repository.bytes("Corpus/pages/tr/metro.html"),
    ]
    pages.append(
      Array(
        "<h1>A &amp; B</h1><p>The caf&eacute;   owner<b> said</b>\n\n that&nbsp;the <!-- x -->bridge, built in the year 1910, is safe enough.</p>"
          .utf8))
    for page in pages {
      var extractor = HTMLMainText()
      let main = extractor.extract(from: page, url: nil)
      #expect(!main.sources.runs.isEmpty)
      var covered = 0
      for run in main.sources.runs {
        for offset in 0..<run.text.count {
          let (own, there) = (main.text[run.text.lowerBound + offset], page[run.source + offset])
          // White space stands for white space, and a reference's character for the reference's first bytes.
          if own == there {
            covered += 1
          } else {
            #expect(own <= 0x20 && there <= 0x20 || there == UInt8(ascii: "&") || own >= 0x80)
          }
        }
      }
      #expect(covered * 10 > main.text.count * 9)
    }
  }

  @Test func aPartOfTheTextHasItsPartOfTheSource() throws {
    let page = Array("<p>Two  words &ndash; and the rest of a long enough sentence, as it stands here.</p>".utf8)
    var extractor = HTMLMainText()
    let main = extractor.extract(from: page, url: nil)
    let part = Array("rest of a long".utf8)
    let start = try #require(main.text.indices.first { main.text[$0...].starts(with: part) })
    let source = try #require(main.sources.source(of: start..<start + part.count))
    #expect(String(decoding: page[source], as: UTF8.self) == "rest of a long")
  }

  @Test func removingALineMovesTheRest() {
    var map = SourceRuns()
    map.append(.init(text: 0..<10, source: 100))
    map.append(.init(text: 11..<20, source: 200))
    map.remove(0..<11)
    #expect(map.runs == [.init(text: 0..<9, source: 200)])
    #expect(map.source(of: 2..<4) == 202..<204)
  }
}
