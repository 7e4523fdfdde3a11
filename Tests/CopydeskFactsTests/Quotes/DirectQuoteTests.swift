import CopydeskFacts
import CopydeskTestSupport
import CopydeskText
import Testing

@Suite struct DirectQuoteTests {
  private let names: [Name] = [
    .person("Mira Dova"), .person("Dova", "Mira Dova"), .person("Arben Leka"), .person("Leka", "Arben Leka"),
    .organization("Harbour Board"),
  ]

  @Test(arguments: [
    ("⟦“The gate stays shut,”⟧ Dova said on Monday.", "Dova", "said"),
    ("⟦\"The gate stays shut,\"⟧ said Mira Dova, the port's director.", "Mira Dova", "said"),
    ("⟦“The gate stays shut,”⟧ said the port's new director, Mira Dova.", "Mira Dova", "said"),
    ("Dova said: ⟦“The gate stays shut.”⟧", "Dova", "said"),
    ("Mira Dova told reporters in Durrës: ⟦“The gate stays shut.”⟧", "Mira Dova", "told"),
    ("Mira Dova, who runs the port, said: ⟦“The gate stays shut.”⟧", "Mira Dova", "said"),
    ("⟦“The gate,”⟧ Dova said, ⟦“stays shut.”⟧", "Dova", "said"),
    ("⟦“Who has the key?”⟧ Dova asked.", "Dova", "asked"),
    ("⟦“The gate stays shut,”⟧ Dova said. ⟦“Nobody has the key.”⟧", "Dova", "said"),
    ("⟦``The gate stays shut,''⟧ Dova said.", "Dova", "said"),
    ("⟦«The gate stays shut»⟧, Dova said.", "Dova", "said"),
    ("⟦„The gate stays shut“⟧, Dova said.", "Dova", "said"),
    ("⟦‘It’s not the board’s gate,’⟧ said Dova.", "Dova", "said"),
    ("⟦“The gate stays shut,“⟧ Dova said.", "Dova", "said"),
    ("⟦\"The gate stays shut,⟧ Dova said on Monday.", "Dova", "said"),
    ("⟦“The gate stays shut,”⟧ the Harbour Board said in a statement.", "Harbour Board", "said"),
    ("⟦“The gate stays shut,”⟧ the guard shouted.", "the guard", "shouted"),
  ])
  func attributes(_ text: String, _ speaker: String, _ cue: String) {
    expectQuotes(text, .direct, by: speaker, cue: cue, names: names)
  }

  @Test func carriesTheSpeakerOn() {
    let found = QuoteCase(
      "⟦“The gate stays shut,”⟧ Dova said.\n⟦“It rusted. We want a new one.⟧\n⟦“And a lock.”⟧\nShe left.", names: names)
    #expect(found.strings == found.marked.strings)
    #expect(found.names == Array(repeating: "Mira Dova", count: 3))
    #expect(found.quotes.map(\.rule) == ["quote/QSV", "quote/carried", "quote/carried"])
  }

  @Test func nests() {
    let found = QuoteCase("“They say 'it is ours' and leave,” Dova said.", names: names)
    #expect(found.strings == ["“They say 'it is ours' and leave,”", "'it is ours'"])
    #expect(found.quotes.map(\.parent) == [nil, 0])
    #expect(found.speakers == ["Dova", "They"])
  }

  @Test(arguments: [
    "The so-called “free zone” is next to the cinema that shows “The Old Gate”.",
    "The 12\" pipe dates from the '80s and the drivers' hut from the '50s.",
    "The harbour master said nothing at the gate.",
    "The song, called “The Old Gate,” was sung at the gate.",
    "Asked about the gate, the port office did not answer.",
  ])
  func leavesAlone(_ text: String) { #expect(QuoteCase(text).strings.isEmpty) }

  @Test func headlines() {
    let found = QuoteCase("Minister: ⟦“The gate stays shut”⟧\nRivals met in the port.")
    #expect(found.strings == found.marked.strings)
    #expect(found.speakers == ["Minister"])
    #expect(found.quotes.map(\.rule) == ["quote/headline-colon"])
  }

  @Test func transcripts() {
    let found = QuoteCase("HOST: ⟦Is it shut?⟧\nDOVA: ⟦It is. I have the key.⟧\nHOST: ⟦And tomorrow?⟧", names: names)
    #expect(found.strings == found.marked.strings)
    #expect(found.quotes.allSatisfy { $0.kind == .direct })
    #expect(found.speakers == ["HOST", "DOVA", "HOST"])
  }
}
