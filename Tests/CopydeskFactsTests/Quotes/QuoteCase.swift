import CopydeskFacts
import CopydeskTestSupport
import CopydeskText
import Testing

/// A name for the tests: how it is written, what it is, and the full name.
struct Name {
  let written: String
  let type: EntityType
  let full: String

  static func person(_ written: String, _ full: String? = nil) -> Name {
    Name(written: written, type: .person, full: full ?? written)
  }
  static func organization(_ written: String, _ full: String? = nil) -> Name {
    Name(written: written, type: .organization, full: full ?? written)
  }
  static func place(_ written: String, _ full: String? = nil) -> Name {
    Name(written: written, type: .geopolitical, full: full ?? written)
  }
}

/// A text with its quotes marked, and the quotes that were found in it.
struct QuoteCase {
  let marked: MarkedText
  let document: Document
  let quotes: [Quote]

  init(_ text: String, names: [Name] = [], language: String = "en") {
    marked = MarkedText(text)
    var document = Document(text: marked.text, language: language)
    var entities: [Entity] = []
    for name in names.sorted(by: { $0.written.utf8.count > $1.written.utf8.count }) {
      for range in Self.places(of: name.written, in: marked.text)
      where !entities.contains(where: { $0.range.overlaps(range) }) {
        entities.append(Entity(range: range, type: name.type, name: name.full, confidence: 1, rule: "test"))
      }
    }
    document[EntityExtractor.self] = entities.sorted { $0.range < $1.range }
    var scratch: Void = ()
    quotes = QuoteExtractor().extract(from: document, using: &scratch)
    self.document = document
  }

  /// Where a name stands as whole words.
  private static func places(of name: String, in text: Text) -> [TextRange] {
    let wanted = Array(name.utf8)
    let tokens = Tokenizer.tokens(of: text)
    return tokens.compactMap { token in
      let start = Int(token.range.start)
      guard start + wanted.count <= text.count, Array(text.bytes[start..<start + wanted.count]) == wanted else {
        return nil
      }
      let range = TextRange(start, start + wanted.count)
      return tokens.contains { $0.range.end == range.end } ? range : nil
    }
  }

  /// The quotes' strings.
  var strings: [String] { quotes.map { document.text[$0.range] } }
  /// The speakers' strings.
  var speakers: [String?] { quotes.map { quote in quote.speaker.map { document.text[$0.range] } } }
  /// The speakers' full names.
  var names: [String?] { quotes.map { $0.speaker?.name } }
  /// The cues' strings.
  var cues: [String?] { quotes.map { quote in quote.cue.map { document.text[$0] } } }
}

/// Checks that exactly the marked spans are quotes of the kind, all by the speaker.
func expectQuotes(
  _ text: String, _ kind: QuoteKind, by speaker: String?, cue: String?, names: [Name] = [], language: String = "en",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let found = QuoteCase(text, names: names, language: language)
  #expect(found.strings == found.marked.strings, sourceLocation: sourceLocation)
  #expect(found.quotes.allSatisfy { $0.kind == kind }, sourceLocation: sourceLocation)
  #expect(found.speakers.allSatisfy { $0 == speaker }, "\(found.speakers)", sourceLocation: sourceLocation)
  #expect(found.cues.allSatisfy { $0 == cue }, "\(found.cues)", sourceLocation: sourceLocation)
}
