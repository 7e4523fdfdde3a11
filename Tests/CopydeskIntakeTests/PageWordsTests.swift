import CopydeskText
import Testing

@testable import CopydeskIntake

/// The files of pages and dates: what stands in them is read, and means one thing.
@Suite struct PageWordsTests {
  private static let pack = LanguagePack.shared

  private static func rows(_ area: LanguageArea) -> [(folder: String, row: LanguageWords.Row)] {
    (pack.languages + [pack.common]).flatMap { language in
      (language.words(area)?.rows ?? []).map { (language.folder, $0) }
    }
  }

  @Test func everyRowOfPagesIsRead() {
    let withValue: Set = ["line", "opening", "appeal", "class"]
    for (folder, row) in Self.rows(.page) {
      #expect(PageWords.pageKeys.contains(row.key), "\(folder)/page.tsv: \(row.key)")
      #expect(
        row.fields.count == (withValue.contains(row.key) ? 3 : 2) && !row.phrases.isEmpty, "\(folder): \(row.fields)")
      switch row.key {
      case "line", "opening": #expect(BoilerplateLines.Kind(name: row.value) != nil, "\(folder): \(row.value)")
      case "appeal": #expect(BoilerplateLines.AppealWord(rawValue: row.value) != nil, "\(folder): \(row.value)")
      case "class": #expect(Concepts(names: row.value)?.isEmpty == false, "\(folder): \(row.value)")
      default: break
      }
    }
  }

  @Test func everyRowOfDatesIsRead() {
    for (folder, row) in Self.rows(.dates) {
      #expect(PageWords.dateKeys.contains(row.key) && !row.phrases.isEmpty, "\(folder)/dates.tsv: \(row.key)")
      switch row.key {
      case "month": #expect((1...12).contains(Int(row.value) ?? 0), "\(folder): \(row.value)")
      case "half-day": #expect([0, 12].contains(Int(row.value)), "\(folder): \(row.value)")
      case "weekday": #expect((1...7).contains(Int(row.value) ?? 0), "\(folder): \(row.value)")
      default: #expect(row.fields.count == 2, "\(folder): \(row.fields)")
      }
    }
    // Twelve months or none: a page of October is no page of no date.
    for language in Self.pack.languages {
      let months = Set((language.words(.dates)?.rows("month") ?? []).map(\.value))
      #expect(months.isEmpty || months.count == 12, "\(language.folder)")
    }
  }

  /// All folders are one table on pages: in whatever order they come, a phrase means the same.
  @Test func noPhraseMeansTwoThings() {
    for (area, key) in [(LanguageArea.page, "line"), (.page, "opening"), (.page, "appeal"), (.dates, "month")] {
      var values: [String: String] = [:]
      for (folder, row) in Self.rows(area) where row.key == key {
        for phrase in row.phrases {
          #expect(
            values[phrase] == nil || values[phrase] == row.value,
            "\(folder): \(key) \(phrase) is \(row.value) and \(values[phrase] ?? "")")
          values[phrase] = row.value
        }
      }
      #expect(values.count > 20)
    }
  }

  /// A name of a kind in code is written in some file, so that none is misspelt on both sides.
  @Test func everyKindHasLines() {
    let written = Set(Self.rows(.page).filter { ["line", "opening"].contains($0.row.key) }.map(\.row.value))
    let byPhraseAlone: Set = ["label", "agency-profile", "appeal"]
    for name in [
      "chrome", "label", "related", "promo", "photo-control", "media-player", "audio-notice", "cookie-notice",
      "comments",
      "comment-warning", "agency-profile", "rights", "appeal", "source", "credit",
    ] {
      #expect(
        BoilerplateLines.Kind(name: name) != nil && (written.contains(name) || byPhraseAlone.contains(name)), "\(name)")
    }
  }

  /// A longer opener comes before the one that it begins with.
  @Test(arguments: [
    ("Autor teksta: Ada Example", "Ada Example"), ("Autor: Ada Example", "Ada Example"),
    ("By Ada Example", "Ada Example"),
    ("Text & Fotos: Ada Example", "Ada Example"), ("Yazan: Ada Example", "Ada Example"),
  ])
  func openersAreCutOff(_ line: String, _ name: String) {
    #expect(Byline.names(inElement: line, site: []) == name)
  }
}
