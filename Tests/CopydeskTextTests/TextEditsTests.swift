import CopydeskTestSupport
import CopydeskText
import Testing

@Suite struct TextEditsTests {
  /// Rewrites at random and keeps, for every byte of the outcome, the bytes of the source that it came from.
  @Test func leadBackThroughRandomEdits() {
    var random = SeededGenerator(seed: 21)
    func number(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
    for _ in 0..<300 {
      var edits = TextEdits()
      var origins: [Range<Int>] = []
      var source = 0
      for _ in 0..<number(40) {
        switch number(3) {
        case 0:
          let count = number(9)
          edits.keep(count)
          for offset in 0..<count { origins.append(source + offset..<source + offset + 1) }
          source += count
        case 1:
          let (from, to, times) = (1 + number(3), number(4), 1 + number(4))
          for _ in 0..<times {
            edits.replace(from, by: to)
            for _ in 0..<to { origins.append(source..<source + from) }
            source += from
          }
        default:
          edits.replace(1 + number(5), by: 0)
          source = edits.sourceCount
        }
      }
      #expect(edits.sourceCount == source && edits.targetCount == origins.count)
      for start in origins.indices {
        for end in start + 1...min(start + 6, origins.count) {
          #expect(edits.sourceRange(of: start..<end) == origins[start].lowerBound..<origins[end - 1].upperBound)
        }
      }
    }
  }

  @Test func keepsEqualNeighboursAsOne() {
    var edits = TextEdits()
    for _ in 0..<1000 { edits.replace(1, by: 2) }
    #expect(edits.count == 1)
    #expect(edits.sourceRange(of: 1001..<1003) == 500..<502)
  }

  /// Every character of a cleaned text that was not rewritten leads to the same character of the source.
  @Test func cleaningLeadsBack() {
    var random = SeededGenerator(seed: 22)
    for _ in 0..<300 {
      let source = Array(random.text(count: 60).utf8)
      var map = SourceMap()
      let cleaned = TextCleaner.cleaned(source, noting: &map)
      var index = 0
      while index < cleaned.count {
        let length = max(1, UTF8Validity.sequenceLength(cleaned, at: index))
        let range = map.sourceRange(of: TextRange(index, index + length))
        #expect(range.upperBound <= source.count && !range.isEmpty)
        if range.count == length, cleaned[index] > 0x20 {
          #expect(Array(source[range]) == Array(cleaned[index..<index + length]))
        } else {
          // What was rewritten says the same when it is cleaned by itself.
          #expect(TextCleaner.cleaned(Array(source[range])) == Array(cleaned[index..<index + length]))
        }
        index += length
      }
    }
  }

  @Test(
    arguments: [
      ("Smith &amp; Sons", "Smith & Sons"), ("it&#146;s &#8220;ok&#8221;", "it’s “ok”"),
      ("caf&eacute; &nbsp;x", "café  x"),
      ("A&B; AT&T", "A&B; AT&T"), ("&lt;b&gt; &unknown; &#1; &", "&lt;b&gt; &unknown; &#1; &"),
      ("&#x2019;&#xD800;", "’&#xD800;"),
    ])
  func readsReferencesThatWereLeft(_ text: String, _ expected: String) {
    #expect(String(decoding: TextCleaner.cleaned(Array(text.utf8)), as: UTF8.self) == expected)
  }
}
