import CopydeskFacts
import CopydeskTestSupport
import Testing

/// Who speaks, where the sentence leaves a choice, and by what name.
@Suite struct SpeakerTests {
  private static let names = [
    Name.person("Mira Dova"), .person("Dova", "Mira Dova"), .person("Arben Leka"), .person("Leka", "Arben Leka"),
    .organization("Harbour Board"), .place("Ames"), .place("Iowa"),
  ]

  @Test(arguments: [
    ("“It is late,” Pallo said. The diver Douglas Pallo had waited for hours.", "Pallo", "Douglas Pallo"),
    ("Douglas A. Pallo is a diver. “It is late,” Pallo said.", "Pallo", "Douglas A. Pallo"),
    ("Douglas Pallo-Reka is a diver. “It is late,” Pallo-Reka said.", "Pallo-Reka", "Douglas Pallo-Reka"),
    ("Old Pallo is a diver. “It is late,” Pallo said.", "Pallo", "Pallo"),
  ])
  func findsTheFullName(_ text: String, _ written: String, _ full: String) {
    #expect(QuoteCase(text, names: [.person(written)]).names == [full])
  }

  /// An *of* inside a title is no end of the speaker; one before somebody else is.
  @Test(arguments: [
    ("“It is late,” said Secretary of State Mira Dova.", "Mira Dova"),
    ("Chief of Staff Mira Dova said that it was late.", "Mira Dova"),
    ("“It is late,” said the mother of Mira Dova.", "mother of Mira Dova"),
    ("“It is late,” said a spokesman of Mayor Mira Dova.", "spokesman of Mayor Mira Dova"),
    ("“It is late,” said a 34-year-old diver.", "34-year-old diver"),
  ])
  func titlesWithOf(_ text: String, _ name: String) {
    #expect(QuoteCase(text, names: [.person("Mira Dova")]).names == [name])
  }

  @Test(arguments: [
    // The subject of the sentence, not the place before it.
    ("In Ames, Iowa, on Sunday, Dova met divers, saying the gate was “a trap for boats.”", "Mira Dova"),
    // Not the one spoken to.
    ("“It is rusty,” Dova told Leka on Friday.", "Mira Dova"),
    // What goes on belongs to the one before.
    ("“It is rusty,” said Dova, who met Leka at the gate. “We will paint it.”", "Mira Dova"),
    ("Leka sat down. “It is rusty,” Dova said. “We will paint it.”", "Mira Dova"),
  ])
  func choosesTheSpeaker(_ text: String, _ name: String) {
    let found = QuoteCase(text, names: Self.names)
    #expect(!found.quotes.isEmpty)
    #expect(found.names.allSatisfy { $0 == name }, "\(found.names)")
  }

  @Test(arguments: [
    "Dova has since said that ⟦the gate was open⟧.",
    "Dova said this week that ⟦the gate was open⟧.",
    "⟦The divers are gone⟧, Dova says, but the gate is shut.",
    "Dova said ⟦the old boats remain a danger⟧.",
    "Dova vowed ⟦to paint the gate⟧.",
    "Dova said that ⟦it's open⟧.",
    "Dova said that ⟦cats sleep too much⟧.",
    "Dova said ⟦the divers need new boats⟧.",
    "Dova has begun to argue that ⟦the gate was open⟧.",
    "The storm forced Dova to admit that ⟦the gate was open⟧.",
    "The gate, which Dova says ⟦is rusty⟧, was shut.",
    "The divers were told by Dova that ⟦the gate was open⟧.",
    "Dova never saw the gate and claims that ⟦it was open⟧.",
  ])
  func findsTheClause(_ text: String) {
    let found = QuoteCase(text, names: Self.names)
    #expect(found.strings == found.marked.strings)
    #expect(found.names == ["Mira Dova"])
  }

  @Test(arguments: [
    "The club lists 1,200 pledged members.", "Dova spoke of thefts, losses and alleged frauds at the gate.",
  ])
  func participlesBeforeNounsReportNothing(_ text: String) {
    #expect(QuoteCase(text, names: Self.names).strings.isEmpty)
  }

  @Test func confidenceTellsPlainFromDoubtful() throws {
    let plain = QuoteCase("“We will paint the gate this year,” Dova said on Friday.", names: Self.names)
    let doubtful = QuoteCase(
      "Dova walked past Leka and the “old gate” of the Harbour Board, saying little.", names: Self.names)
    let sure = try #require(plain.quotes.first).confidence
    #expect(sure > 0.9 && sure <= 1)
    #expect(doubtful.quotes.allSatisfy { $0.confidence < sure })
  }
}
