import CopydeskFacts
import CopydeskTestSupport
import CopydeskText
import Testing

@Suite struct ReportedSpeechTests {
  private let names: [Name] = [
    .person("Mira Dova"), .person("Dova", "Mira Dova"), .person("Arben Leka"), .person("Leka", "Arben Leka"),
    .organization("Harbour Board"), .place("Vlora", "Vlorë"), .place("Durrës"),
  ]

  @Test(arguments: [
    ("Dova said that ⟦the gate had rusted⟧.", "Dova", "said"),
    ("Dova said ⟦the gate had rusted⟧.", "Dova", "said"),
    ("The port's director, Mira Dova, said ⟦the gate had rusted⟧.", "Mira Dova", "said"),
    ("⟦The gate will stay shut until Sunday⟧, the rail union announced.", "the rail union", "announced"),
    ("According to the coast guard, ⟦nine boats were moved before dawn⟧.", "the coast guard", "According to"),
    (
      "⟦Ferry fares went up twice this spring⟧, according to a survey by the league.", "a survey by the league",
      "according to"
    ),
    ("The Harbour Board called on Vlora ⟦to open its gate⟧.", "Harbour Board", "called on"),
    ("Dova asked whether ⟦the gate had rusted⟧.", "Dova", "asked"),
    ("Dova told reporters on Friday that ⟦the gate had rusted⟧.", "Dova", "told"),
    ("The port closed two gates, saying ⟦the storm had broken the locks⟧.", "The port", "saying"),
    ("⟦The old gates, she says, should not be sold⟧.", "she", "says"),
    ("Dova, a diver from Orikum, who has three boats, said ⟦she would sail on Monday⟧.", "Dova", "said"),
    (
      "The Harbour Board has repeatedly said ⟦it would mend the gate⟧.", "Harbour Board",
      "said"
    ),
    ("Guards found a note suggesting ⟦the lock was broken on purpose⟧.", "a note", "suggesting"),
    (
      "⟦The gate would open on Monday⟧, said the board's new secretary, Arben Leka, who was in Durrës.", "Arben Leka",
      "said"
    ),
    ("While Leka said ⟦the gate was safe⟧, the boats left.", "Leka", "said"),
    ("In all, according to the port's book, ⟦nine boats were moved⟧.", "the port's book", "according to"),
    ("Some say ⟦the gate was never locked⟧.", "Some", "say"),
    ("As Dova reported on Friday, ⟦the gate was never locked⟧.", "Dova", "reported"),
    ("Dova said ⟦each metre of wall costs the town a boat⟧.", "Dova", "said"),
    ("⟦The gate was never locked⟧, said harbour engineer Mira Dova.", "Mira Dova", "said"),
  ])
  func indirect(_ text: String, _ speaker: String, _ cue: String) {
    expectQuotes(text, .indirect, by: speaker, cue: cue, names: names)
  }

  @Test func mixed() {
    let found = QuoteCase(
      "Dova warned that the gate was ⟦“a danger to boats”⟧ and urged Vlora ⟦to repair it⟧.", names: names)
    #expect(found.strings == found.marked.strings)
    #expect(found.quotes.map(\.kind) == [.mixed, .indirect])
    #expect(found.quotes[0].clause.map { found.document.text[$0] } == "the gate was “a danger to boats”")
    #expect(found.names == ["Mira Dova", "Mira Dova"])
    #expect(found.cues == ["warned", "urged"])
  }

  @Test func twoSpeakers() {
    let found = QuoteCase(
      "Leka said ⟦the gate was safe⟧, but the mayor of Vlora, Mira Dova, said it was ⟦“a trap”⟧.", names: names)
    #expect(found.strings == found.marked.strings)
    #expect(found.names == ["Arben Leka", "Mira Dova"])
  }

  @Test(arguments: [
    ("Judge Mira Dova heard lawyer Arben Leka. “It is rusty,” he said.", "Arben Leka"),
    ("Judge Mira Dova heard lawyer Arben Leka. “It is rusty,” she said.", "Mira Dova"),
    ("The Harbour Board met on Friday. “The gate stays shut,” it said.", "Harbour Board"),
    ("Mayor Arben Leka arrived late. “I missed the boat,” the mayor said.", "Arben Leka"),
    ("The Harbour Board met on Friday. “The gate stays shut,” the board said.", "Harbour Board"),
  ])
  func resolves(_ text: String, _ name: String) { #expect(QuoteCase(text, names: names).names == [name]) }

  @Test(arguments: [
    "Two divers were told to leave, and a new rule was added to the book.",
    "The so-called gate is a reported wreck, and reports of theft are rare.",
    "According to the meter, the boats are nine metres from the wall.",
    "The board was first noted when it bought the gate.",
  ])
  func reportsNothing(_ text: String) { #expect(QuoteCase(text, names: names).strings.isEmpty) }

  @Test func joinsSpeakers() {
    let found = QuoteCase("Dova and Leka said ⟦the gate was safe⟧.", names: names)
    #expect(found.strings == found.marked.strings)
    #expect(found.names == ["Mira Dova; Arben Leka"])
  }
}
