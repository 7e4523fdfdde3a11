import CopydeskFacts
import CopydeskTestSupport
import CopydeskText
import Testing

/// Text that is no news: time must stay linear, and what is wrong must stay local.
@Suite(.serialized) struct QuoteRobustnessTests {
  private static let sentence = "Mira Dova said the gate was shut and the wall was old. "
  private static let paragraph = sentence + "“It will open again,” she said on Monday.\n"

  private static func document(_ text: String) -> Document {
    var document = Document(text: Text(text), language: "en")
    document[EntityExtractor.self] = []
    return document
  }

  private static func quotes(_ document: Document) -> [Quote] {
    var scratch: Void = ()
    return QuoteExtractor().extract(from: document, using: &scratch)
  }

  private static func time(_ text: String) -> Duration {
    let document = document(text)
    return (0..<2).map { _ in processorTime { _ = quotes(document) } }.min() ?? .zero
  }

  /// Text that grows with a number.
  struct Shape: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: @Sendable (Int) -> String
  }

  static let shapes = [
    Shape(testDescription: "one odd mark") { "“" + String(repeating: paragraph, count: $0) },
    Shape(testDescription: "one odd mark in one paragraph") { "“" + String(repeating: sentence, count: $0) },
    Shape(testDescription: "nested marks") {
      String(repeating: "“", count: $0 * 8) + "gate" + String(repeating: "”", count: $0 * 8)
    },
    Shape(testDescription: "nested marks of two kinds") { String(repeating: "“a ‘b ", count: $0 * 4) },
    Shape(testDescription: "only opening marks") { String(repeating: "„", count: $0 * 8) },
    Shape(testDescription: "only straight marks") { String(repeating: "\"", count: $0 * 8) },
    Shape(testDescription: "only marks with spaces") { String(repeating: "\" ", count: $0 * 8) },
    Shape(testDescription: "nested marks of all kinds") { String(repeating: "“a ‘b «c ", count: $0 * 4) },
    Shape(testDescription: "guillemets that nothing closes") { String(repeating: "«a ", count: $0 * 8) },
    Shape(testDescription: "crossing marks") { String(repeating: "»»e »a,«“e”said«", count: $0 * 2) },
    Shape(testDescription: "quotations and reports in one sentence") {
      String(repeating: "“b c d e,” she said, he saw “f g” and ", count: $0 * 2)
    },
    Shape(testDescription: "single marks") { String(repeating: "' a ", count: $0 * 4) },
    Shape(testDescription: "a quote over all paragraphs") { String(repeating: "“The gate was shut.\n", count: $0 * 4) },
    Shape(testDescription: "short quotations in one sentence") { String(repeating: "a “b c” d ", count: $0 * 4) },
    Shape(testDescription: "only quotations") { String(repeating: "“b c” ", count: $0 * 4) },
    Shape(testDescription: "colons and quotations") { String(repeating: ": “b c” ", count: $0 * 4) },
    Shape(testDescription: "cues in one sentence") { String(repeating: "he said ", count: $0 * 4) },
    Shape(testDescription: "pronouns and cues in one sentence") {
      String(repeating: "she, he said it, ", count: $0 * 4)
    },
    Shape(testDescription: "names in one sentence") { String(repeating: "Douglas Pallo said Anna ", count: $0 * 4) },
    Shape(testDescription: "commas and cues in one sentence") { String(repeating: "gate, said, ", count: $0 * 4) },
  ]

  @Test(arguments: shapes) func takesLinearTime(_ shape: Shape) {
    let (small, large) = (Self.time(shape.text(25)), Self.time(shape.text(100)))
    // Four times the text: sixteen times the time would be quadratic; the sum forgives a machine at work.
    #expect(large < small * 9 + .milliseconds(80), "\(small) → \(large)")
  }

  @Test func anOddMarkIsLocal() {
    let whole = String(repeating: Self.paragraph, count: 50)
    let found = Self.quotes(Self.document("Nobody has “the key.\n" + whole))
    #expect(found.count == Self.quotes(Self.document(whole)).count)
  }

  @Test func anOddMarkInALongArticleIsLocal() {
    let half = String(repeating: Self.paragraph, count: 500)
    let text = half + "Nobody has “the key.\n" + half
    #expect(text.utf8.count > 90_000)
    #expect(Self.quotes(Self.document(text)).count == 2 * Self.quotes(Self.document(half)).count)
  }

  @Test func tenThousandNestedMarks() {
    let marks = 10_000
    let text =
      String(repeating: "“", count: marks) + "gate" + String(repeating: "”", count: marks) + "\n" + Self.paragraph
    #expect(Self.quotes(Self.document(text)).suffix(2).map(\.kind) == [.indirect, .direct])
  }

  /// Two reports of which the later word's subject begins at the first token of all: `The customs report says …`.
  @Test(arguments: [
    "The customs report says orders rose in March.",
    "The mayor, who warned of floods, said officials told him to wait.",
    "The man, questioned by police, said he told them all he knew.",
    "Berg, who once praised the deal, promised that she would say no.",
    "Tower Notes Note Note", "ces order accused say", "n,dismissing,asked arguing", "demands demands demands",
  ])
  func theFirstSentenceIsReadLikeTheSecond(_ sentence: String) {
    let before = "Rain fell.\n"
    let (first, second) = (Self.quotes(Self.document(sentence)), Self.quotes(Self.document(before + sentence)))
    #expect(first.map(\.range) == second.map { TextRange(Int($0.range.start) - 11, Int($0.range.end) - 11) })
    #expect(first.map(\.kind) == second.map(\.kind))
  }

  @Test(arguments: [
    "“We are «ready to go, he said, and ‘buy’ bread» today.",
    "»»e »a,«“e”said«", "“a «b” c» d, he said.", "“a ‘b «c” d’ e», he said, „f “g« h‘ i",
    "««a »b «c, she said, »d« “e» f”", "Ana Bell says that prices fell says Bookings: Richards (",
    "The board says that dass says Bookings: Richards",
  ])
  func crossingMarksGiveNoCrossingQuotes(_ text: String) { expectNoCrossing(text, "en") }

  /// Chains of what the rules go by, from the first token on: none traps, and no two quotes cross.
  @Test func chainsOfReportingWords() {
    let words = [
      "said", "says", "told", "asked", "claims", "warned", "report", "reports", "demands", "arguing", "according", "to",
      "that", "who", "which", "he", "she", "it", "they", "the", "a", "mayor", "Dova", "Mira", "and", "but", "not", ",",
      ".", ":", ";", "-", "—", "“", "”", "‘", "’", "\"", "'", "«", "»", "„", "`", "(", ")", "\n", "sagte", "laut",
      "dass",
      "Wie", "zufolge", "rekao", "je", "da", "kako", "рекао", "tha", "se", "Siç", "dedi", "göre", "ki", "dit", "que",
      "dijo", "selon", "5", "Monday", "on", "since", "has", "been", "quickly", "’s", "...", "?",
    ]
    var random = SeededGenerator(seed: 19)
    for round in 0..<12_000 {
      let count = 1 + Int(random.next() % 14)
      var text = ""
      for _ in 0..<count {
        text += words[Int(random.next() % UInt64(words.count))] + (random.next() % 4 == 0 ? "" : " ")
      }
      expectNoCrossing(text, ["en", "de", "sr", "tr", "sq", "fr"][round % 6])
    }
  }

  private func expectNoCrossing(_ text: String, _ language: String) {
    var document = Document(text: Text(text), language: language)
    document[EntityExtractor.self] = []
    let ranges = Self.quotes(document).map(\.range)
    var open: [TextRange] = []
    for range in ranges {
      #expect(!range.isEmpty && Int(range.end) <= document.text.count, "\(text)")
      while let last = open.last, last.end <= range.start { open.removeLast() }
      if let last = open.last { #expect(last.end >= range.end, "\(text)") }
      open.append(range)
    }
  }

  @Test func marksAloneAreNoQuotes() {
    for mark in ["“", "”", "\"", "'", "«", "»", "“”", "\"\" "] {
      #expect(Self.quotes(Self.document(String(repeating: mark, count: 5000))).isEmpty)
    }
  }

  @Test func runsOverFiftyParagraphs() {
    let text = "Mira Dova said: " + String(repeating: "“The gate was shut again today.\n", count: 49) + "“It is old.”"
    let found = Self.quotes(Self.document(text))
    #expect(found.count == 50)
    #expect(found.allSatisfy { $0.speaker?.name == "Mira Dova" })
  }
}
