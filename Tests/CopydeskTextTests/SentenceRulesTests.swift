import CopydeskText
import Testing

/// A sentence ends at each `|`; the bar itself is not in the text.
@Suite struct SentenceRulesTests {
  @Test(
    arguments: [
      // Abbreviations and what follows them
      ("en", "See p. 14 of the report.| It is short."), ("en", "They left at 9 P.M.| Mr. Crane stayed behind."),
      ("en", "At 9 a.m. Mr. Crane arrived."), ("en", "He bought nails, screws, etc.| Then he left."),
      ("en", "Only you and I.| Will Albert R. Stone come?"), ("en", "It was 20 °C.| The sea was calm."),
      ("de", "Das steht in Art. 5 der Satzung.| Es gilt.| Am 7. Mai wird gewählt."),
      ("hr", "Ljetos smo vidjeli Papu Pija XII.| Takav je bio.| Došao je 3. svibnja."),
      ("ru", "Его принял проф. Орлов.| Дом стоит на ул. Мира."), ("es", "Vino el Lic. Ramos.| ¿y los demás?"),
      // Lists that were run together
      ("en", "1) Wash the rice| 2) Boil the water| 3) Wait"), ("en", "1.) Wash the rice.| 2.) Boil the water."),
      ("en", "• 4. Wash the rice| • 5. Boil the water"),
      // Ellipses
      ("en", "I was . . . well, the thing is . . . I forgot."), ("en", "He never came. . . .| She did."),
      // Quotations and brackets
      ("fr", "Il a dit : « Je pars. »| Elle est restée."), ("en", "“It works.” (Green 12).| She nodded."),
      ("en", "A prize for Hello Sunshine! (1931) and more."), ("en", "They sang [...] and danced."),
      ("en", "It grew.[1] [2]| It fell."), ("ru", "«Кто там? – спросил он. – Входите».| Никто не вошёл."),
      ("en", "“We shall see.” – Jane Green"),
      // Lost spaces
      ("en", "The bridge was closed at noon.|The mayor apologised."),
      ("en", "Write to news.Desk@example.org or to Jo.Ann@example.org."),
      // Other scripts
      ("zh", "你好！|他说「真的吗？我不信」然后走了。|再见。"), ("hi", "यह घर है।| वह बड़ा है।"), ("ur", "کیا ہوا؟| کچھ نہیں۔"),
      ("am", "ሰላም ነው፧| አዎ።"), ("hy", "Նա եկավ:| Ես գնացի:"),
    ])
  func ends(_ language: String, _ marked: String) {
    let text = Text(marked.split(separator: "|").joined())
    var tokens = Tokenizer.tokens(of: text, language: language)
    let sentences = SentenceSegmenter.sentences(of: text, tokens: &tokens, language: language)
    let expected = marked.split(separator: "|").map { $0.drop { $0 == " " } }
    #expect(sentences.map { text[$0.range] } == expected.map(String.init))
  }

  @Test func longRunsOfMarksAreReadInLinearTime() {
    for mark in [". ", "... ", "! ", "\" ", "[1] ", "• 1. ", "« ", "a. ", "( "] {
      let text = Text(String(repeating: mark, count: 100_000))
      var tokens = Tokenizer.tokens(of: text)
      let sentences = SentenceSegmenter.sentences(of: text, tokens: &tokens, language: "en")
      #expect(sentences.reduce(0) { $0 + $1.tokens.count } == tokens.count)
    }
  }
}
