import CopydeskTestSupport
import CopydeskText
import Testing

/// Texts that nobody writes: no crash, and time linear in the size.
@Suite struct HostileTextTests {
  private func process(_ text: String) -> Int {
    let bytes = Array(text.utf8)
    var map = SourceMap()
    let clean = Text(validUTF8: TextCleaner.cleaned(Mojibake.repaired(bytes)?.bytes ?? bytes, noting: &map))
    _ = LanguageIdentifier.shared.identify(clean)
    var tokens = Tokenizer.tokens(of: clean)
    return SentenceSegmenter.sentences(of: clean, tokens: &tokens, language: "en").count
  }

  @Test(
    arguments: [
      "e\u{301}", "\u{301}\u{316}", "\u{5B0}\u{5B1}\u{300}", "\u{0}", "Ã", "Ã ", "Ã©", "â€", "ðŸ", "&", "&amp;", "&#1",
      "\u{85}",
      "\u{AD}", "\u{200D}", ".", "…", "「", "«", "1.", "a.", "Љ", "😀", "x",
    ])
  func tenTimesTheTextTakesTenTimesTheTime(_ unit: String) {
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      let text = "Word " + String(repeating: unit, count: count)
      return clock.measure { #expect(process(text) >= 0) }
    }
    _ = time(100)
    let short = time(4000)
    // A quadratic step would take a hundred times as long.
    #expect(time(40_000) < short * 40 + .milliseconds(500))
  }

  @Test func moreMarksThanAnyLetterBearsStay() {
    let text = "a\u{301} " + "e" + String(repeating: "\u{301}\u{316}", count: 100) + " e\u{301}"
    let cleaned = String(decoding: TextCleaner.cleaned(Array(text.utf8)), as: UTF8.self)
    #expect(cleaned.unicodeScalars.first == "á" && cleaned.unicodeScalars.last == "é")
    #expect(cleaned.unicodeScalars.count == text.unicodeScalars.count - 2)
  }
}
