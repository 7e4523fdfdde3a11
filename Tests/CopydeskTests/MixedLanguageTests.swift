import Copydesk
import CopydeskFacts
import CopydeskText
import Testing

/// Every layer reads a sentence by the rules of its language.
@Suite struct MixedLanguageTests {
  private func record(_ lines: String...) throws -> Record {
    try Pipeline().record(ofText: lines.joined(separator: "\n"))
  }

  private static let english =
    "The mayor opened the bridge on Tuesday, and some 300 people walked across it in the rain, the city office said."

  @Test func aGermanParagraphInAnEnglishArticle() throws {
    let record = try record(
      Self.english,
      "Am 3. Oktober 2023 war die Brücke gesperrt worden. Rund 2,5 Millionen Euro hat die Reparatur gekostet, sagte der Bauleiter Karl Brandner.",
      "The road behind it will be closed for two weeks in May.")
    let document = try #require(record.document)
    #expect(record.warnings.contains(.mixedLanguages) && document.language == "en")
    #expect(document.sentenceLanguages.all == ["en", "de"])
    #expect(document[TimeExtractor.self].map(\.value).contains("2023-10-03"))
    let cost = try #require(document[QuantityExtractor.self].first { $0.unit == "EUR" })
    #expect(cost.value == 2_500_000 && document.language(at: Int(cost.range.start)) == "de")
    #expect(document[QuantityExtractor.self].contains { $0.value == 300 })
    let quote = try #require(document[QuoteExtractor.self].first { $0.cue.map { document.text[$0] } == "sagte" })
    #expect(quote.speaker?.name == "Karl Brandner")
    #expect(document[TimeExtractor.self].contains { document.text[$0.range] == "two weeks" })
  }

  @Test func aSerbianQuoteInAnEnglishArticle() throws {
    let record = try record(
      Self.english,
      "“Nećemo više da čekamo ni na jednog ministra, most je završen za osam meseci,” Marko Petrović said.",
      "He said: “Vi ste svi dobrodošli u naš grad, i to već od ponedeljka.” The crowd cheered for a long time.")
    let document = try #require(record.document)
    #expect(document.sentenceLanguages.all == ["en", "sr-Latn"])
    #expect(document[QuantityExtractor.self].contains { document.text[$0.range] == "osam meseci" && $0.value == 8 })
    let quote = try #require(document[QuoteExtractor.self].first { $0.speaker?.name == "Marko Petrović" })
    #expect(document.text[quote.range].hasPrefix("“Nećemo") && quote.cue.map { document.text[$0] } == "said")
    for quote in document[QuoteExtractor.self] {
      if let parent = quote.parent { #expect(document[QuoteExtractor.self][parent].range.contains(quote.range)) }
    }
  }

  @Test func twoAlphabets() throws {
    let record = try record(
      "Градоначелник је у уторак отворио мост преко Лима, а пут ће бити завршен до маја.",
      "The bridge over the river had been closed for eight months, and the repair cost 2.5 million euros.",
      "Радови су трајали осам месеци и коштали су два милиона евра.")
    let document = try #require(record.document)
    #expect(document.language == "sr-Cyrl" && document.sentenceLanguages[1] == "en")
    #expect(document[QuantityExtractor.self].contains { $0.unit == "EUR" && $0.value == 2_500_000 })
    #expect(document[QuantityExtractor.self].contains { $0.unit == "EUR" && $0.value == 2_000_000 })
    #expect(document[TimeExtractor.self].contains { document.text[$0.range] == "eight months" })
  }

  @Test func oneLanguageIsReadOnce() throws {
    let record = try record(Self.english, "The road behind it will be closed for two weeks in May.")
    #expect(!record.warnings.contains(.mixedLanguages))
    #expect(record.document?.sentenceLanguages.isMixed == false)
  }
}
