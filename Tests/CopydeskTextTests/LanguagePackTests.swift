import CopydeskTestSupport
import Testing

@testable import CopydeskText

/// The folders of `Languages/` and what reads `language.tsv` and `abbreviations.tsv`.
@Suite struct LanguagePackTests {
  private static let languageKeys: Set = [
    "name", "code", "switch", "model", "variant", "respells-names",
    // Read by the layers of names.
    "home", "tagger",
    // By the layer of quotes.
    "elided",
  ]

  @Test func everyRowIsRead() {
    for language in LanguagePack.shared.languages + [LanguagePack.shared.common] {
      for row in language.words(.language)?.rows ?? [] {
        #expect(Self.languageKeys.contains(row.key), "\(language.folder)/language.tsv: \(row.key)")
        for name in row.key == "switch" ? row.words.listedWords : [] {
          #expect(LanguageSwitch(rawValue: name) != nil, "\(language.folder): there is no switch \(name)")
        }
        if row.key == "variant" { #expect(Double(row.value) != nil, "\(language.folder): \(row.value)") }
      }
      for row in language.words(.abbreviations)?.rows ?? [] {
        #expect(Abbreviations.keys.contains(row.key), "\(language.folder)/abbreviations.tsv: \(row.key)")
        #expect(row.fields.count == 2 && !row.words.listedWords.isEmpty, "\(language.folder): \(row.fields)")
      }
    }
  }

  /// A word that is looked up is in lower case, or never found.
  @Test func wordsAreInLowerCase() {
    for language in LanguagePack.shared.languages + [LanguagePack.shared.common] {
      for area in [LanguageArea.abbreviations, .page, .dates] {
        for row in language.words(area)?.rows ?? [] where row.key != "month-first" {
          let bytes = Array(row.words.utf8)
          #expect(CaseFolding.folded(bytes) == bytes, "\(language.folder)/\(area): \(row.words)")
        }
      }
    }
  }

  @Test func aCodeMeansOneLanguage() {
    var owners: [String: String] = [:]
    for language in LanguagePack.shared.languages {
      for code in language.codes {
        #expect(owners[code] == nil, "\(code) is \(owners[code] ?? "") and \(language.folder)")
        #expect(
          LanguageTag.base(of: code) == code, "\(code) is never looked up: texts have \(LanguageTag.base(of: code))")
        owners[code] = language.folder
      }
    }
  }

  @Test(arguments: [
    ("hr", "sr"), ("cnr", "sr"), ("sr-Latn-RS", "sr"), ("srp", "sr"), ("hbs", "sr"), ("nn", "nb"), ("no_NO", "nb"),
    ("pt_BR", "pt"),
    ("DE", "de"), ("und", nil), ("", nil), ("common", nil), ("zu", nil),
  ])
  func tagsFindTheirFolder(_ tag: String, _ folder: String?) {
    #expect(LanguagePack.shared.language(for: tag)?.folder == folder)
  }

  private static func pack(_ text: String) -> LanguagePack {
    Array(text.utf8).withUnsafeBufferPointer { LanguagePack($0) }
  }

  @Test func whatIsLaidOverAddsAndReplaces() {
    let ours = Self.pack("en/language.tsv\t1\nname\tEnglish\nen/abbreviations.tsv\t1\nnever\tst\n")
    let theirs = Self.pack("en/abbreviations.tsv\t1\nnever\tmt\nxx/language.tsv\t2\nname\tMade-up\ncode\txy xz\n")
    let both = ours.overlaid(by: theirs)
    #expect(both.languages.map(\.folder) == ["en", "xx"])
    #expect(both.language(for: "en")?.words(.abbreviations)?.list("never") == ["mt"])
    #expect(both.language(for: "en-GB")?.name == "English" && both.language(for: "xz")?.name == "Made-up")
  }

  @Test func rowsHaveKeysValuesAndPhrases() throws {
    let text = "a\tone two_or_three\nb\tv w\tread_more  more \na\t\nc\nb\t\tonly\n"
    let lines = text.split(separator: "\n").count
    let pack = Self.pack("xx/page.tsv\t\(lines)\n\(text)")
    let words = try #require(pack.language(for: "xx")?.words(.page))
    #expect(words.rows.map(\.key) == ["a", "b", "a", "c", "b"] && Set(words.keys) == ["a", "b", "c"])
    #expect(words.list("a") == ["one", "two_or_three"] && words.rows("b").map(\.value) == ["v w", ""])
    #expect(words.rows("a").map(\.phrases) == [["one", "two or three"], []])
    #expect(words.rows("b").map(\.phrases) == [["read more", "more"], ["only"]])
    #expect(words.rows.map(\.fields.count) == [2, 3, 2, 1, 3] && words.rows("c").map(\.words) == [""])
    #expect(words.rows("none").isEmpty && words.words("none").isEmpty && pack.language(for: "xx")?.words(.times) == nil)
    for row in words.rows {
      let hashes = row.phrases.map { phrase in
        phrase.utf8.reduce(into: FoldedHash()) { $0.add($1) }.value
      }
      #expect(row.hashes == hashes, "\(row.fields)")
    }
    let token = try #require(Tokenizer.tokens(of: Text("only")).first)
    #expect(words.rows("b").last?.hashes == [token.key])
  }

  /// Files that are cut off, or no pack at all, hold what they hold and end nothing.
  @Test func brokenPacksAreRead() {
    let whole = "en/language.tsv\t2\nname\tEnglish\nswitch\tcyrillic\nen/page.tsv\t1\nlabel\tnews\n"
    for count in 0...whole.utf8.count {
      let pack = Self.pack(String(decoding: Array(whole.utf8).prefix(count), as: UTF8.self))
      #expect(pack.languages.count <= 1)
    }
    for text in [
      "", "\n\n", "a", "a/b\t1", "/\t1\n", "en/nothing.tsv\t1\nx\ty\n", "en/page.tsv\t-3\n",
      "en/page.tsv\t99999999999999999999\n", "en/page.tsv\t9223372036854775807\nlabel\tnews",
    ] {
      #expect(Self.pack(text).languages.count <= 1, "\(text)")
    }
  }

  /// Stops: the language's own, those of another folder that it includes, and English ones where there are none.
  @Test(arguments: [
    ("de", "bzw", true), ("de", "mrs", false), ("sk", "napr", true), ("nb", "iflg", true), ("no", "iflg", true),
    ("cnr", "itd", true),
    ("uk", "напр", true), ("mk", "бул", true), ("und", "mrs", true), ("zu", "mrs", true), ("zu", "bzw", false),
    ("ar", "mrs", true),
  ])
  func stopsAreTheLanguages(_ language: String, _ word: String, _ isKnown: Bool) throws {
    let token = try #require(Tokenizer.tokens(of: Text(word)).first)
    #expect((Abbreviations.table(for: language)[token] != nil) == isKnown)
  }
}
