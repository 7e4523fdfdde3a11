import CopydeskFacts
import CopydeskTestSupport
import Testing

/// What Spanish news writes when somebody says something.
@Suite struct SpanishQuoteTests {
  private static let names: [Name] = [.person("Ana Ruiz")]

  private static let said: [(String, QuoteKind, String)] = [
    ("⟦«El puente es seguro»⟧, dijo la alcaldesa Ana Ruiz el martes en Sevilla.", .direct, "Ana Ruiz"),
    ("⟦«El puente es seguro»⟧, afirmó Ana Ruiz.", .direct, "Ana Ruiz"),
    ("⟦“Vamos a abrirlo el lunes”⟧, ha explicado este martes Ana Ruiz.", .direct, "Ana Ruiz"),
    ("Ana Ruiz declaró: ⟦«El puente es seguro»⟧.", .direct, "Ana Ruiz"),
    ("⟦«¿Quién paga esto?»⟧, preguntó Ana Ruiz.", .direct, "Ana Ruiz"),
    ("⟦«No lo sabíamos»⟧, reconoce un vecino.", .direct, "vecino"),
    ("Ana Ruiz visitó las obras. ⟦«El puente es seguro»⟧, dijo. ⟦«Abrirá el lunes»⟧, añadió.", .direct, "Ana Ruiz"),
    ("Ana Ruiz está tranquila. ⟦«El puente es seguro»⟧, insistió ella.", .direct, "Ana Ruiz"),
    ("⟦«Es una buena noticia, dijo Ana Ruiz, y la celebramos»⟧.", .direct, "Ana Ruiz"),
    ("Ana Ruiz aseguró que ⟦el puente es seguro⟧.", .indirect, "Ana Ruiz"),
    ("Ana Ruiz dijo el martes que ⟦está tranquila⟧.", .indirect, "Ana Ruiz"),
    ("Ana Ruiz recordó que ⟦las obras costaron dos millones⟧.", .indirect, "Ana Ruiz"),
    ("La alcaldesa, Ana Ruiz, ha señalado que ⟦no hay peligro⟧.", .indirect, "Ana Ruiz"),
    ("Ana Ruiz nos dijo que ⟦el puente es seguro⟧.", .indirect, "Ana Ruiz"),
    ("Según la alcaldesa Ana Ruiz, ⟦el puente es seguro⟧.", .indirect, "Ana Ruiz"),
    ("⟦El puente es seguro⟧, según Ana Ruiz.", .indirect, "Ana Ruiz"),
    ("⟦El puente es seguro⟧, según explicó Ana Ruiz.", .indirect, "Ana Ruiz"),
    ("⟦El puente es seguro⟧, según ha explicado este lunes la alcaldesa Ana Ruiz.", .indirect, "Ana Ruiz"),
    ("Según dijo Ana Ruiz, ⟦el puente es seguro⟧.", .indirect, "Ana Ruiz"),
    ("De acuerdo con Ana Ruiz, ⟦el puente es seguro⟧.", .indirect, "Ana Ruiz"),
    ("⟦El puente estará cerrado el lunes⟧, anunció el Ayuntamiento.", .indirect, "Ayuntamiento"),
    ("Ana Ruiz dijo que el puente es ⟦«totalmente seguro»⟧.", .mixed, "Ana Ruiz"),
    ("Ana Ruiz habló de una ⟦«obra difícil»⟧.", .mixed, "Ana Ruiz"),
    ("Ana Ruiz calificó el proyecto de ⟦«locura»⟧.", .mixed, "Ana Ruiz"),
  ]

  @Test(arguments: said)
  func aQuoteHasItsSpanItsKindAndItsSpeaker(_ text: String, _ kind: QuoteKind, _ speaker: String) {
    let found = QuoteCase(text, names: Self.names, language: "es")
    #expect(found.strings == found.marked.strings)
    #expect(found.quotes.allSatisfy { $0.kind == kind }, "\(found.quotes.map(\.kind))")
    #expect(found.names.allSatisfy { $0 == speaker }, "\(found.names)")
  }

  @Test(arguments: [
    "La película «La Gran Travesía» se estrena el miércoles.",
    "Los precios varían según la temporada, de norte a sur.",
    "La alcaldesa no dijo que el puente fuera seguro.",
    "El barrio llamado «La Marina» crece cada año.",
    "El alcalde, entrevistado el lunes, anunció el cierre del puente.",
    "El puente del que habló está cerrado.",
    "Ana Ruiz es la alcaldesa que la ciudad eligió.",
  ]) func nobodySaysThis(_ text: String) {
    let found = QuoteCase(text, names: Self.names, language: "es")
    #expect(found.strings.isEmpty)
  }
}
