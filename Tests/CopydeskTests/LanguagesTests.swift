import CopydeskFacts
import CopydeskIntake
import CopydeskTestSupport
import CopydeskText
import Testing

@testable import Copydesk

/// What each layer knows of each language, and the warning where it knows nothing.
@Suite struct LanguagesTests {
  private func isWarned(_ text: String, layers: [String] = Extractors.names) throws -> Bool {
    var options = Options()
    options.layers = layers
    return try Pipeline(options).record(ofText: text).warnings.contains(.languageUnsupported)
  }

  private static let english = "The mayor opened the bridge on Tuesday, and the city office said that it was safe."
  private static let italian =
    "Il sindaco ha aperto il ponte martedì e ha detto che la strada per la stazione resta chiusa fino a maggio."

  private static let portuguese =
    "O prefeito abriu a ponte na terça-feira e disse que a estrada para a estação continua fechada até maio."

  @Test func aLayerWithoutRulesIsTold() throws {
    #expect(try !isWarned(Self.english))
    #expect(try isWarned(Self.italian))
    #expect(try isWarned(Self.portuguese, layers: ["quotes"]))
    // Magnitudes and currencies are known: that is partly.
    #expect(try !isWarned(Self.italian, layers: ["quantities"]))
    #expect(try !isWarned(Self.italian, layers: []))
  }

  @Test func aParagraphInAnotherLanguageIsTold() throws {
    let record = try Pipeline().record(ofText: "\(Self.english)\n\(Self.italian)\n\(Self.english)")
    #expect(record.warnings.isSuperset(of: [.mixedLanguages, .languageUnsupported]))
  }

  @Test func aTextWithoutWordsIsInNoLanguage() throws {
    #expect(try !isWarned("2019: 14,5 % — 7."))
  }

  @Test(arguments: [
    ("sr-Cyrl", "quotes", LanguageSupport.full), ("srp", "times", .full), ("EN_us", "entities", .full),
    ("fr", "quotes", .full), ("fr", "times", .full), ("pt", "quotes", .none), ("it", "quantities", .partly),
    ("it", "times", .none),
    ("und", "quantities", .none), ("", "quotes", .none), ("sq", "entities", .partly),
  ])
  func tagsFindTheirRules(_ tag: String, _ layer: String, _ support: LanguageSupport) throws {
    let extractor = try #require(Extractors.all.first { type(of: $0).name == layer })
    #expect(extractor.support(for: tag) == support)
  }

  @Test(arguments: ["ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ᎠᎴ ᎤᏓᏅᏖᏗ", "Umphathi wesikole uthe izingane zizobuyela ekilasini ngoMsombuluko emini."])
  func wordsInNoKnownLanguageAreTold(_ text: String) throws {
    let record = try Pipeline().record(ofText: text)
    #expect(["und", "zu"].contains(record.metadata.language) && record.warnings.contains(.languageUnsupported))
  }

  /// The pages show what the command prints.
  @Test(arguments: ["README.md", "docs/OUTPUT.md"])
  func thePagesHaveTheTable(_ page: String) throws {
    let text = String(decoding: try Repository.bytes(page), as: UTF8.self)
    #expect(text.contains("```text\n\(Languages.all.text)```"), "paste what copydesk languages prints into \(page)")
  }

  @Test func linesOfJSONSayTheSame() throws {
    let lines = Languages.all.jsonLines.split(separator: 0x0A)
    #expect(lines.count == Languages.all.rows.count && lines.count > 100)
    for (line, row) in zip(lines, Languages.all.rows) {
      let value = try #require(JSONParser.parse(line))
      #expect(value["language"]?.string == row.language)
      for (layer, support) in zip(Languages.all.layers, row.support) {
        #expect(value[layer]?.string == support.rawValue)
      }
    }
  }

  /// No words of English in other languages: `claims` is none of Dutch, `in` and `May` none of Italian.
  @Test(arguments: [
    ("nl", "De burgemeester said dat de brug open is. Het rapport claims dat hij veilig is."),
    ("it", "Il ponte riapre il 3 maggio 2024 dopo tre anni, said Rossi."),
    ("und", "Zuzu May kola last week, said Tara."),
  ])
  func noEnglishRulesElsewhere(_ language: String, _ text: String) throws {
    let line = "{\"text\":\"\(text)\",\"language\":\"\(language)\"}\n"
    let folder = TemporaryFolder()
    let path = folder.write("a.jsonl", line.utf8)
    for record in try Pipeline().records(in: [.path(path)]) {
      let document = try #require(record.document)
      #expect(document[TimeExtractor.self].isEmpty && document[QuoteExtractor.self].isEmpty)
      #expect(document[QuantityExtractor.self].isEmpty)
    }
  }

  /// What stands in marks may be a quote; who said it is not known by English words.
  @Test func aQuotationHasNoSpeakerByChance() throws {
    let record = try Pipeline().record(
      ofText: "O prefeito disse na segunda-feira em Lisboa: «A ponte é segura, e vamos abri-la antes do fim do verão.»")
    for quote in try #require(record.document)[QuoteExtractor.self] { #expect(quote.speaker == nil) }
  }
}
