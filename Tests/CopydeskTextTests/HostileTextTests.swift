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
    func time(_ count: Int) -> Duration {
      let text = "Word " + String(repeating: unit, count: count)
      return processorTime { #expect(process(text) >= 0) }
    }
    _ = time(100)
    let short = time(4000)
    // A quadratic step would take a hundred times as long.
    #expect(time(40_000) < short * 40 + .milliseconds(500))
  }

  /// Megabytes in one line, a million marks on one letter: twice the text takes twice the time.
  @Test(
    arguments: [
      ("no line break", "The mayor of Prijepolje said that the bridge would reopen. ", 5_000_000),
      ("no space", "bridge", 5_000_000), ("marks", "\u{301}", 1_000_000), ("NUL", "a\u{0}", 500_000),
      ("mojibake", "Ã«Ñ›", 100_000),
    ])
  func twiceTheTextTakesTwiceTheTime(_ name: String, _ unit: String, _ size: Int) {
    func time(_ count: Int) -> Double {
      let text = "e" + String(repeating: unit, count: count / unit.utf8.count)
      let seconds = (0..<2).map { _ in
        processorTime { #expect(process(text) >= 0) }
      }
      return (seconds.min() ?? .zero) / .milliseconds(1)
    }
    _ = time(1000)
    let size = size / TextSize.divisor
    let (half, whole) = (time(size), time(2 * size))
    // Other processes disturb the clock; a quadratic step would take four times as long.
    #expect(whole < half * 3.2 + 200, "\(name): \(half) ms, then \(whole) ms")
  }

  @Test func moreMarksThanAnyLetterBearsStay() {
    let text = "a\u{301} " + "e" + String(repeating: "\u{301}\u{316}", count: 100) + " e\u{301}"
    let cleaned = String(decoding: TextCleaner.cleaned(Array(text.utf8)), as: UTF8.self)
    #expect(cleaned.unicodeScalars.first == "á" && cleaned.unicodeScalars.last == "é")
    #expect(cleaned.unicodeScalars.count == text.unicodeScalars.count - 2)
  }
}
