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
    ("mk", "Министерот рече дека мостот ќе биде затворен две недели и дека ќе возат автобуси."),
    ("bg", "Министърът каза, че мостът ще бъде затворен за две седмици и ще се движат автобуси."),
    ("uk", "Міністр сказав, що міст буде закрито на два тижні, а їздитимуть автобуси."),
    ("be", "Міністр сказаў, што мост будзе закрыты на два тыдні і што будуць хадзіць аўтобусы."),
    ("da", "Ministeren sagde mandag, at broen bliver lukket i to uger, og at der i stedet kører busser."),
    ("nl", "De minister zei maandag dat de brug twee weken dicht blijft en dat er bussen rijden."),
    ("lt", "Ministras pirmadienį sakė, kad tiltas bus uždarytas dvi savaites ir važiuos autobusai."),
    ("el", "Ο υπουργός είπε ότι η γέφυρα θα μείνει κλειστή για δύο εβδομάδες."),
    ("ar", "قال الوزير يوم الاثنين إن الجسر سيغلق لمدة أسبوعين."),
    ("he", "השר אמר ביום שני כי הגשר ייסגר לשבועיים."),
    ("zh", "部长周一表示，这座桥将关闭两周。"),
    ("ja", "大臣は月曜日、橋を二週間閉鎖すると述べた。"),
    ("ko", "장관은 월요일 다리가 2주간 폐쇄된다고 말했다."),
    ("ka", "მინისტრმა თქვა, რომ ხიდი ორი კვირით დაიკეტება."),
  ])
  func tells(_ tag: String, _ text: String) {
    #expect(LanguageIdentifier.shared.identify(Text(text))?.tag == tag)
  }

  @Test func knowsNothingOfNothing() {
    #expect(LanguageIdentifier.shared.identify(Text("12 345 — !")) == nil)
    #expect(LanguageIdentifier.shared.identify(Text("")) == nil)
  }

  /// `Putovali su na more` is Serbian, Croatian and Bosnian; the page's word decides.
  @Test func hintDecidesBetweenEquals() {
    let text = Text("Oni su putovali na more.")
    #expect(LanguageIdentifier.shared.identify(text, hint: "hr-HR")?.tag == "hr")
    #expect(LanguageIdentifier.shared.identify(text, hint: "sr-Latn")?.tag == "sr-Latn")
    #expect(LanguageIdentifier.shared.identify(Text("The minister said that he would go."), hint: "fr")?.tag == "en")
  }

  @Test func sureOfMuchNotOfLittle() throws {
    let long = Text(
      "The minister said on Monday that the bridge would be closed for two weeks, and that buses would run.")
    #expect(try #require(LanguageIdentifier.shared.identify(long)).confidence > 0.9)
    #expect(try #require(LanguageIdentifier.shared.identify(Text("Xkqzw vvrp"))).confidence < 0.3)
  }
}
