// Cleaning, identifying and cutting: any text gives tokens and sentences in order that cover all but white space.
import CopydeskText

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // The first byte chooses the language, so that every table has its turn.
  guard let start, count > 0 else { return 0 }
  let language = languages[Int(start[0]) % languages.count]
  let source = Text.repaired(Array(UnsafeBufferPointer(start: start + 1, count: count - 1))).bytes
  var map = SourceMap()
  let cleaned = TextCleaner.cleaned(source, noting: &map)
  check(Text.repaired(cleaned).replacements == 0, "cleaned text is well-formed")
  let text = Text(validUTF8: cleaned)
  _ = LanguageIdentifier.shared.identify(text)
  let parts = Segmentation(of: text, language: language)
  var end = 0
  for token in parts.tokens {
    check(Int(token.range.start) >= end && token.range.end > token.range.start, "tokens are in order and not empty")
    check(text.bytes[Int(token.range.start)] & 0xC0 != 0x80, "tokens start at characters")
    let range = map.sourceRange(of: token.range)
    check(range.lowerBound >= 0 && range.upperBound <= source.count, "tokens lead into the source")
    end = Int(token.range.end)
  }
  var next = 0
  for (index, sentence) in parts.sentences.enumerated() {
    check(parts.languages.all.contains(parts.languages[index]), "every sentence has a language")
    check(parts.tokens[sentence.tokens.lowerBound].flags.contains(.sentenceStart), "sentences know their beginnings")
    check(
      sentence.range.start == parts.tokens[sentence.tokens.lowerBound].range.start
        && sentence.range.end == parts.tokens[sentence.tokens.upperBound - 1].range.end, "sentences are their tokens")
    check(sentence.tokens.lowerBound == next && !sentence.tokens.isEmpty, "sentences follow on each other")
    next = sentence.tokens.upperBound
  }
  check(next == parts.tokens.count, "every token is in a sentence")
  _ = keys.keys(of: String(decoding: cleaned.prefix(60), as: UTF8.self))
  return 0
}

private let languages = ["en", "de", "fr", "hr", "sr-Cyrl", "ru", "tr", "sq", "hy", "zh", "ja", "und"]
nonisolated(unsafe) private let keys = NameKeys()  // safe: libFuzzer calls from one thread

private func check(_ holds: Bool, _ claim: String) {
  if !holds { fatalError("does not hold: \(claim)") }
}
