import CopydeskText
import Testing

@Suite struct LanguageIdentifierTests {
  @Test(arguments: [
    ("en", "The minister said on Monday that the bridge would be closed for two weeks and that buses would run."),
    ("de", "Der Minister sagte am Montag, dass die Brücke für zwei Wochen gesperrt wird und Busse fahren."),
    (
      "sq",
      "Ministri tha të hënën se ura do të mbyllet për dy javë dhe se autobusët do të qarkullojnë në vend të trenit."
    ),
    ("sr-Cyrl", "Министар је рекао у понедељак да ће мост бити затворен две недеље и да ће возити аутобуси."),
    (
      "sr-Latn",
      "Ministar je rekao u ponedeljak da će most biti zatvoren dve nedelje, posle čega će voziti autobusi kao uvek."
    ),
    ("hr", "Ministar je rekao u ponedjeljak da će most biti zatvoren dva tjedna, a tijekom toga tko želi može vlakom."),
    ("tr", "Bakan pazartesi günü köprünün iki hafta kapalı olacağını ve otobüslerin daha sonra çalışacağını söyledi."),
    ("fr", "Le ministre a dit lundi que le pont serait fermé pour deux semaines et que des bus le remplaceraient."),
  ])
  func tells(_ tag: String, _ text: String) {
    #expect(LanguageIdentifier.shared.identify(Text(text))?.tag == tag)
  }

  @Test func knowsNothingOfNothing() {
    #expect(LanguageIdentifier.shared.identify(Text("12 345 — !")) == nil)
    #expect(LanguageIdentifier.shared.identify(Text("")) == nil)
  }
}
