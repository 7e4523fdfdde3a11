import CopydeskText
import Testing

@testable import CopydeskIntake

@Suite struct PlainMainTextTests {
  private func extract(_ text: String) -> MainText { PlainMainText().extract(from: Array(text.utf8)) }

  @Test func stripsWhatSurroundsTheArticle() {
    let main = extract(
      """
      ADVERTISEMENT

      Politics News

      Town closes old bridge after cracks are found
      2024-02-11 07:31:05 | Last Update : 2024-02-11 09:40:18
      Town closes old bridge after cracks
      zoom in photo

      \(first)

      WATCH: How the bridge was built
      How the bridge was built
      please wait
      0:00 0:00:53 0:00

      \(second)

      Politics

      \(third)
      Source: Harbour Daily
      Related posts
      A ferry for the harbour
      Leave a Comment
      * By sending this form you consent to our keeping your data.
      """)
    #expect(lines(main) == ["Town closes old bridge after cracks are found", first, second, "Politics", third])
    #expect(main.metadata.title == "Town closes old bridge after cracks are found")
    #expect(main.metadata.titleBy == "text")
    #expect(main.metadata.published?.isoString == "2024-02-11T07:31:05")
    #expect(main.metadata.modified?.isoString == "2024-02-11T09:40:18")
    #expect(main.headline == TextRange(0, 45))
  }

  @Test func proseAloneHasNoHeadline() {
    let main = extract("\(first)\n\n\(second)\n")
    #expect(lines(main) == [first, second])
    #expect(main.metadata.title == nil)
  }

  @Test func headlineMayAsk() {
    let main = extract("Flash News\n\nWhy did the town close the bridge that it had kept for a century?\n\n\(first)\n")
    #expect(main.metadata.title == "Why did the town close the bridge that it had kept for a century?")
  }

  @Test func sentencesWithDatesAreNoTimestamps() {
    #expect(TimestampLine("The bridge was opened on 30 September 1911 by the old king.") == nil)
    #expect(TimestampLine("Objavljeno: 30.09.2023. 14:05")?.published?.isoString == "2023-09-30T14:05:00")
    #expect(TimestampLine("Yayınlanma: 30.09.2023 - Güncelleme: 1 Ekim 2023")?.modified?.isoString == "2023-10-01")
  }

  @Test(arguments: [
    "Read More »", "Anzeige", "Lesen Sie auch: Die Brücke", "Pročitajte još: Most je zatvoren", "Devamını oku",
    "Leave a reply",
    "• This site uses cookies so that it works for you.", "* * *", "Source: BBC",
  ])
  func boilerplate(line: String) {
    #expect(BoilerplateLines.matches(Array(line.utf8)[...]))
  }

  @Test(arguments: [
    "Watch how the bridge was built", "Listen to the people of the harbour, she said.", "Town closes old bridge",
  ])
  func noBoilerplate(line: String) {
    #expect(!BoilerplateLines.matches(Array(line.utf8)[...]))
  }
}
