import CopydeskFacts
import CopydeskTestSupport
import Testing

/// What Italian news writes when somebody says something.
@Suite struct ItalianQuoteTests {
  private static let names: [Name] = [.person("Anna Righi")]

  private static let said: [(String, QuoteKind, String)] = [
    ("⟦«Il ponte è sicuro»⟧, ha detto la sindaca Anna Righi martedì a Bologna.", .direct, "Anna Righi"),
    ("⟦“Riapriamo lunedì”⟧, ha spiegato ieri Anna Righi.", .direct, "Anna Righi"),
    ("Anna Righi ha dichiarato: ⟦«Il ponte è sicuro»⟧.", .direct, "Anna Righi"),
    ("⟦«Non lo sapevamo»⟧, ammette Anna Righi.", .direct, "Anna Righi"),
    (
      "Anna Righi ha visitato il cantiere. ⟦«Il ponte è sicuro»⟧, ha detto. ⟦«Apre lunedì»⟧, ha aggiunto.", .direct,
      "Anna Righi"
    ),
    ("⟦«Il ponte è sicuro, spiega Anna Righi, e lo resterà»⟧.", .direct, "Anna Righi"),
    ("Anna Righi ha assicurato che ⟦il ponte è sicuro⟧.", .indirect, "Anna Righi"),
    ("Anna Righi sostiene che ⟦non c'è alcun pericolo⟧.", .indirect, "Anna Righi"),
    ("La sindaca, Anna Righi, ha precisato che ⟦i lavori dureranno due anni⟧.", .indirect, "Anna Righi"),
    ("Secondo la sindaca Anna Righi, ⟦il ponte è sicuro⟧.", .indirect, "Anna Righi"),
    ("⟦Il ponte è sicuro⟧, secondo Anna Righi.", .indirect, "Anna Righi"),
    ("Come ha detto Anna Righi, ⟦il ponte è sicuro⟧.", .indirect, "Anna Righi"),
    ("Anna Righi ha detto che il ponte è ⟦«del tutto sicuro»⟧.", .mixed, "Anna Righi"),
    ("Anna Righi ha parlato di un ⟦«cantiere difficile»⟧.", .mixed, "Anna Righi"),
  ]

  @Test(arguments: said)
  func aQuoteHasItsSpanItsKindAndItsSpeaker(_ text: String, _ kind: QuoteKind, _ speaker: String) {
    let found = QuoteCase(text, names: Self.names, language: "it")
    #expect(found.strings == found.marked.strings)
    #expect(found.quotes.allSatisfy { $0.kind == kind }, "\(found.quotes.map(\.kind))")
    #expect(found.names.allSatisfy { $0 == speaker }, "\(found.names)")
  }

  @Test(arguments: [
    "Il film «La Grande Traversata» esce mercoledì.",
    "I prezzi variano secondo la stagione, da nord a sud.",
    "La sindaca non ha detto che il ponte era sicuro.",
    "Il quartiere detto «La Marina» cresce ogni anno.",
  ]) func nobodySaysThis(_ text: String) {
    let found = QuoteCase(text, names: Self.names, language: "it")
    #expect(found.strings.isEmpty)
  }
}
