import CopydeskText
import Testing

@Suite struct SentenceTests {
  private func sentences(_ string: String, _ language: String = "en") -> [String] {
    let text = Text(string)
    var tokens = Tokenizer.tokens(of: text)
    return SentenceSegmenter.sentences(of: text, tokens: &tokens, language: language).map { text[$0.range] }
  }

  @Test(arguments: [
    ("One. Two.", ["One.", "Two."]),
    ("A headline\nThe text. More", ["A headline", "The text.", "More"]),
    ("Mr. Smith met Gen. Jones. They spoke.", ["Mr. Smith met Gen. Jones.", "They spoke."]),
    ("He came on Sept. 24 and left.", ["He came on Sept. 24 and left."]),
    (
      "The U.S. Embassy spoke. It left the U.S. The rest stayed.",
      ["The U.S. Embassy spoke.", "It left the U.S.", "The rest stayed."]
    ),
    ("“Go!” he said. “Why?” she asked.", ["“Go!” he said.", "“Why?” she asked."]),
    ("He said “no.” Then he left.", ["He said “no.”", "Then he left."]),
    ("J. Smith and W. W. Ball agreed.", ["J. Smith and W. W. Ball agreed."]),
    ("It fell 3.5 percent. Up 2.", ["It fell 3.5 percent.", "Up 2."]),
    ("Is it? Yes! Good…", ["Is it?", "Yes!", "Good…"]),
    ("Acme Inc. The firm sold it.", ["Acme Inc.", "The firm sold it."]),
  ])
  func english(_ text: String, _ expected: [String]) { #expect(sentences(text) == expected) }

  @Test func ordinalsInGerman() {
    #expect(
      sentences("Am 3. Oktober kam er. Er blieb bis 2010. Dann ging er.", "de")
        == ["Am 3. Oktober kam er.", "Er blieb bis 2010.", "Dann ging er."])
  }

  @Test(arguments: [
    ("it", ["Ha parlato l'Ing. Bianchi, poi l’Avv. Rossi."]), ("ru", ["В 2014-2016 гг. Анна жила в пгт. Речной."]),
    ("el", ["Πού είναι ο σταθμός;", "Το τρένο φεύγει στις οκτώ."]),
    ("nl", ["Het water steeg snel.", "...en toen brak de dijk."]),
    ("de", ["Der Turm stammt aus dem 2. -4. Jahrhundert."]),
    ("es", ["El alud del Mt. Vernon sorprendió a la Arqa. Pérez."]),
    ("en", ["The file is kept as N°. 88.310.7.", "Nobody has read it."]),
  ])
  func otherLanguages(_ language: String, _ expected: [String]) {
    #expect(sentences(expected.joined(separator: " "), language) == expected)
  }

  @Test func everyTokenIsInOneSentence() {
    let text = Text("A. B! “C?” D…\n\nE (f.) g. 1. H")
    var tokens = Tokenizer.tokens(of: text)
    let sentences = SentenceSegmenter.sentences(of: text, tokens: &tokens, language: "en")
    #expect(sentences.flatMap { Array($0.tokens) } == Array(tokens.indices))
    #expect(sentences.allSatisfy { tokens[$0.tokens.lowerBound].flags.contains(.sentenceStart) })
  }
}
