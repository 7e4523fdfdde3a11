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
  private static let swedish =
    "Borgmästaren öppnade bron på tisdagen och sade att vägen till stationen är stängd fram till maj månad."

  private static let portuguese =
    "O prefeito abriu a ponte na terça-feira e disse que a estrada para a estação continua fechada até maio."

  @Test func aLayerWithoutRulesIsTold() throws {
    #expect(try !isWarned(Self.english))
    #expect(try isWarned(Self.swedish))
    #expect(try isWarned(Self.portuguese, layers: ["quotes"]))
    // Magnitudes and currencies are known: that is partly.
    #expect(try !isWarned(Self.swedish, layers: ["quantities"]))
    #expect(try !isWarned(Self.swedish, layers: []))
  }

  @Test func aParagraphInAnotherLanguageIsTold() throws {
    let record = try Pipeline().record(ofText: "\(Self.english)\n\(Self.swedish)\n\(Self.english)")
    #expect(record.warnings.isSuperset(of: [.mixedLanguages, .languageUnsupported]))
  }

  @Test func aTextWithoutWordsIsInNoLanguage() throws {
    #expect(try !isWarned("2019: 14,5 % — 7."))
  }

  @Test(arguments: [
    ("sr-Cyrl", "quotes", LanguageSupport.full), ("srp", "times", .full), ("EN_us", "entities", .full),
    ("fr", "quotes", .full), ("fr", "times", .full), ("pt", "quotes", .none), ("pt", "times", .full),
    ("ro", "quantities", .partly), ("ro", "times", .none), ("it", "quantities", .full), ("it", "times", .full),
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

  /// No words of English in other languages: `claims` is none of Swedish, `said` and `May` none of Romanian.
  @Test(arguments: [
    ("sv", "Borgmästaren said att bron är öppen. Rapporten claims att den är säker."),
    ("ro", "Podul se redeschide pe 3 mai 2024 după trei ani, said Rusu."),
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
