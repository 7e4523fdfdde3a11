import CopydeskFacts
import CopydeskTestSupport
import Testing

/// What French news writes when somebody says something.
@Suite struct FrenchQuoteTests {
  private static let names: [Name] = [.person("Anne Lefort")]

  private static let said: [(String, QuoteKind, String)] = [
    ("⟦« Le pont est sûr »⟧, a déclaré la maire Anne Lefort mardi à Lille.", .direct, "Anne Lefort"),
    ("⟦« Le pont est sûr »⟧, affirme Anne Lefort.", .direct, "Anne Lefort"),
    ("⟦« Nous rouvrirons lundi »⟧, a indiqué mardi à l'AFP Anne Lefort.", .direct, "Anne Lefort"),
    ("⟦« C'est une bonne nouvelle ! »⟧ s'est exclamée Anne Lefort.", .direct, "Anne Lefort"),
    ("Anne Lefort a déclaré : ⟦« Le pont est sûr. »⟧", .direct, "Anne Lefort"),
    ("⟦« Le pont est sûr »⟧, a pour sa part déclaré Anne Lefort.", .direct, "Anne Lefort"),
    ("⟦« On n'a rien vu »⟧, raconte une voisine.", .direct, "voisine"),
    ("Anne Lefort connaît le dossier. ⟦« Le pont est sûr »⟧, dit-elle.", .direct, "Anne Lefort"),
    (
      "Anne Lefort a visité le chantier. ⟦« Le pont est sûr »⟧, a-t-elle ajouté. ⟦« Il rouvrira lundi. »⟧", .direct,
      "Anne Lefort"
    ),
    ("Anne Lefort est confiante. ⟦« Le pont est sûr, a-t-elle expliqué, et il le restera. »⟧", .direct, "Anne Lefort"),
    ("⟦« Le pont est sûr, assure Anne Lefort, et il le restera. »⟧", .direct, "Anne Lefort"),
    ("Anne Lefort a affirmé mardi que ⟦le pont était sûr⟧.", .indirect, "Anne Lefort"),
    ("Anne Lefort assure qu'⟦il n'y a aucun danger⟧.", .indirect, "Anne Lefort"),
    ("Anne Lefort a répondu qu’⟦elle ne le savait pas⟧.", .indirect, "Anne Lefort"),
    ("La maire, Anne Lefort, a précisé que ⟦les travaux dureront deux ans⟧.", .indirect, "Anne Lefort"),
    ("Interrogée lundi, Anne Lefort a reconnu que ⟦le chantier avait pris du retard⟧.", .indirect, "Anne Lefort"),
    ("Anne Lefort nous a dit que ⟦le pont est sûr⟧.", .indirect, "Anne Lefort"),
    ("Selon la maire Anne Lefort, ⟦le pont est sûr⟧.", .indirect, "Anne Lefort"),
    ("⟦Le pont est sûr⟧, selon Anne Lefort.", .indirect, "Anne Lefort"),
    ("D'après Anne Lefort, ⟦les travaux coûtent deux millions d'euros⟧.", .indirect, "Anne Lefort"),
    ("⟦Le pont sera fermé lundi⟧, a annoncé la préfecture.", .indirect, "préfecture"),
    ("Comme l'a dit Anne Lefort, ⟦le pont est sûr⟧.", .indirect, "Anne Lefort"),
    ("⟦Le pont est sûr⟧, comme l'a rappelé Anne Lefort.", .indirect, "Anne Lefort"),
    ("Anne Lefort a dit que le pont était ⟦« parfaitement sûr »⟧.", .mixed, "Anne Lefort"),
    ("Anne Lefort a parlé d'un ⟦« chantier difficile »⟧.", .mixed, "Anne Lefort"),
    ("Anne Lefort a qualifié le projet de ⟦« folie »⟧.", .mixed, "Anne Lefort"),
  ]

  @Test(arguments: said)
  func aQuoteHasItsSpanItsKindAndItsSpeaker(_ text: String, _ kind: QuoteKind, _ speaker: String) {
    let found = QuoteCase(text, names: Self.names, language: "fr")
    #expect(found.strings == found.marked.strings)
    #expect(found.quotes.allSatisfy { $0.kind == kind }, "\(found.quotes.map(\.kind))")
    #expect(found.names.allSatisfy { $0 == speaker }, "\(found.names)")
  }

  @Test(arguments: [
    "Le maire n'a pas dit que le pont était sûr.",
    "Le film « La Grande Traversée » sort mercredi.",
    "Le quartier dit « La Marina » compte deux mille habitants.",
    "Les prix varient selon les régions, du nord au sud.",
    "Le nombre de visiteurs baisse, selon les saisons.",
    "La mairie ouvre à neuf heures, comme chaque lundi.",
    "Le préfet, interrogé lundi, a annoncé la fermeture du pont.",
    "Le pont dont elle a parlé est fermé.",
    "Anne Lefort est la maire que la ville a élue.",
  ]) func nobodySaysThis(_ text: String) {
    let found = QuoteCase(text, names: Self.names, language: "fr")
    #expect(found.strings.isEmpty)
  }
}
