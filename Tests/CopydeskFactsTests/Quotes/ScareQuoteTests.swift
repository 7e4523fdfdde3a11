import CopydeskFacts
import CopydeskTestSupport
import Testing

/// What stands in marks, but is said by nobody.
@Suite struct ScareQuoteTests {
  private let names: [Name] = [.person("Mira Dova"), .person("Ben"), .person("Hale")]

  @Test(arguments: [
    "The film “The Last Ferry” opens in the old town on Friday.",
    "Ben “Shorty” Hale repaired the gate for the town.",
    "The so-called “free zone” begins behind the gate.",
    "The shop sells ‘Old Harbour’ rum and nothing else.",
  ])
  func isLeftAlone(_ text: String) {
    #expect(QuoteCase(text, names: names).strings.isEmpty)
  }

  @Test(arguments: [
    "Mira Dova called the plan ⟦“a gift to nobody”⟧ on Friday.",
    "Mira Dova said the gate was ⟦“old”⟧ and that the wall was worse.",
    "⟦“We will not pay for it,”⟧ Mira Dova said.",
  ])
  func isSpeech(_ text: String) {
    let found = QuoteCase(text, names: names)
    #expect(found.strings == found.marked.strings)
  }
}
