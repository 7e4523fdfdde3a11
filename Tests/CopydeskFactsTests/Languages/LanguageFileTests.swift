import CopydeskText
import Testing

@testable import CopydeskFacts

/// The rows of the folders of languages are read: no key is misspelt, no row is without a reader.
@Suite struct LanguageFileTests {
  private static let languages = LanguagePack.shared.languages + [LanguagePack.shared.common]

  private func expectKnown(_ area: LanguageArea, _ keys: Set<String>) {
    for language in Self.languages {
      guard let words = language.words(area) else { continue }
      for row in words.rows {
        #expect(keys.contains(row.key), "\(language.folder)/\(area).tsv: \(row.key)")
        #expect(!row.spellings.isEmpty, "\(language.folder)/\(area).tsv: \(row.key) without words")
      }
    }
  }

  @Test func everyRowOfReportingIsRead() { expectKnown(.reporting, ReportingLanguage(nil).keys) }

  @Test func everyRowOfNamesIsRead() { expectKnown(.names, NameLanguage.common.keys) }

  @Test func everyRowOfEndingsIsRead() { expectKnown(.endings, Inflection(nil).keys) }

  @Test func theUsesOfVerbsAreKnown() {
    for language in Self.languages {
      for row in language.words(.reporting)?.rows ?? [] where ["verb", "compound", "reflexive"].contains(row.key) {
        let names = row.value.split(separator: " ").map(String.init)
        #expect(
          !names.isEmpty && names.allSatisfy { ReportingUse.byName[$0] != nil }, "\(language.folder): \(row.value)")
      }
    }
  }

  @Test func theValuesOfNamesAreKnown() {
    for language in Self.languages {
      let keys: Set = ["press", "abbreviation", "shortened", "field", "shape"]
      for row in language.words(.names)?.rows ?? [] where !row.value.isEmpty {
        #expect(
          row.value == CueTable.endingValue || keys.contains(row.key),
          "\(language.folder): \(row.key) \(row.value)")
      }
    }
  }

  @Test func casesEndInSomething() {
    for language in Self.languages {
      for key in ["ending", "phrase-ending"] {
        for pair in language.words(.endings)?.list(key) ?? [] { #expect(pair.dropFirst().contains(">"), "\(pair)") }
      }
    }
  }

  /// A language gets a layer because its folder has the file.
  @Test(arguments: [("fr", true), ("es", true), ("hr", true), ("cnr", true), ("mk", false), ("pl", false)])
  func quotesComeWithTheFile(_ tag: String, _ isKnown: Bool) {
    #expect((QuoteExtractor().support(for: tag) == .full) == isKnown)
  }

  /// All codes of a folder have its endings, its tagger and its words.
  @Test(arguments: ["sr", "sr-Latn", "hr", "bs", "sh", "cnr"])
  func codesOfAFolderAreAlike(_ tag: String) {
    #expect(Inflection.table(for: tag) != nil)
    #expect(EntityExtractor().support(for: tag) == .full)
    #expect(!HomeCountries.of(tag).isEmpty)
    let text = Text("Juče je u Srbiji otvoren most.")
    let page = CuedDocument(Document(text: text, language: tag))
    #expect(page.gazetteer.names.entry(page.keys[3]) >= 0)
  }
}
