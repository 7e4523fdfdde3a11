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
