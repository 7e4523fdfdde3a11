import CopydeskFacts
import CopydeskTestSupport
import CopydeskText
import Testing

@Suite struct QuotationMarksTests {
  private let names: [Name] = [.person("Dova", "Mira Dova")]

  /// Which stretches are paired shows in the direct quotes of one speaker.
  @Test(arguments: [
    "⟦\"The gate is shut.\"⟧ Dova said.",
    "⟦''The gate is shut,''⟧ Dova said.",
    "⟦« The gate is shut »⟧, Dova said.",
    "⟦»The gate is shut«⟧, Dova said.",
    "⟦\"Only the gate, not the wall.”⟧ Dova said.",
    "⟦\" The gate is shut , \"⟧ Dova said .",
    "⟦“The gate is shut,”⟧Dova said.",
    "⟦'The drivers' gate is shut,'⟧ Dova said.",
    "⟦''They sang 'Open it,'''⟧ Dova said.",
    "The hut's 12\" lock is lost. ⟦\"The gate is shut,\"⟧ Dova said.",
    "The gate opened in the '60s. ⟦'It is shut now,'⟧ Dova said.",
  ])
  func pairs(_ text: String) {
    let found = QuoteCase(text, names: names)
    #expect(found.strings == found.marked.strings)
    #expect(found.names.first == "Mira Dova")
  }

  @Test func aLostMarkSpoilsOneParagraph() {
    let found = QuoteCase("Nobody has “the key, and nobody looks.\n⟦“The gate is shut,”⟧ Dova said.", names: names)
    #expect(found.strings == found.marked.strings)
  }

  @Test func runsOverParagraphs() {
    let found = QuoteCase(
      "Dova said: ⟦“The gate is shut.⟧\n⟦“The wall is old.⟧\n⟦“We want a new one.”⟧", names: names)
    #expect(found.strings == found.marked.strings)
    #expect(found.names == Array(repeating: "Mira Dova", count: 3))
  }
}
