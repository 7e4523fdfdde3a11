import CopydeskFacts
import CopydeskTestSupport
import Testing

/// The same constructions in the languages that have a table of their own.
@Suite struct LanguageQuoteTests {
  private static let names = [Name.person("Mira Dova"), .person("Dova", "Mira Dova"), .person("Дова", "Mira Dova")]

  private func expect(_ text: String, _ language: String, _ names: [String?] = ["Mira Dova"]) {
    let found = QuoteCase(text, names: Self.names, language: language)
    #expect(found.strings == found.marked.strings)
    #expect(found.names == names)
  }

  @Test(arguments: [
    "Dova sagte, ⟦das Tor sei verrostet⟧.",
    "Dova sagte am Montag, ⟦das Tor bleibe zu⟧.",
    "Dova erklärte, dass ⟦das Tor zu bleibt⟧.",
    "⟦„Das Tor bleibt zu“⟧, sagte Dova am Montag.",
    "⟦»Das Tor bleibt zu«⟧, erklärte Dova.",
    "Dova betonte: ⟦„Das Tor bleibt zu.“⟧",
    "⟦Das Tor ist seit Montag zu⟧, teilte Dova am Freitag mit.",
    "⟦Das Tor bleibe zu⟧, so Dova.",
    "Laut Dova ⟦sank das Wasser im Hafen⟧.",
    "Dova zufolge ⟦ist das Tor seit Montag zu⟧.",
    "Wie Dova mitteilte, ⟦ist das Tor seit Montag zu⟧.",
    "Dova forderte die Stadt auf, ⟦das Tor zu öffnen⟧.",
    "Dova sprach von einem ⟦„schweren Fehler“⟧.",
  ]) func german(_ text: String) { expect(text, "de") }

  @Test func germanGoesOn() {
    expect("⟦„Das Tor ist alt“⟧, sagte Dova. ⟦„Wir warten auf Teile.“⟧", "de", ["Mira Dova", "Mira Dova"])
  }

  @Test(arguments: [
    ("sr-Latn", "Dova je rekla da ⟦je kapija zatvorena⟧."),
    ("sr-Latn", "Dova je dodala da ⟦kapija troši manje⟧."),
    ("sr-Latn", "⟦„Kapija ostaje zatvorena“⟧, rekla je Dova u ponedeljak."),
    ("sr-Latn", "Dova je poručila: ⟦„Nećemo otvoriti kapiju.“⟧"),
    ("sr-Latn", "Kako je rekla Dova, ⟦kapija je stara i teška⟧."),
    ("sr-Cyrl", "Дова је изјавила да ⟦је капија затворена⟧."),
    ("sr-Cyrl", "⟦„Капија је стара“⟧, каже Дова."),
    ("sr-Cyrl", "Дова је поручила: ⟦„Нећемо отворити капију.“⟧"),
    ("hr", "Dova je priopćila da ⟦će vrata ostati zatvorena⟧."),
    ("hr", "⟦„Vrata ostaju zatvorena”⟧, izjavila je Dova."),
  ]) func serbianAndCroatian(_ language: String, _ text: String) { expect(text, language) }

  @Test(arguments: [
    "Dova tha se ⟦porta është e mbyllur⟧.",
    "Dova shtoi se ⟦porta kushtoi shumë⟧.",
    "⟦“Porta mbetet e mbyllur”⟧, tha Dova të hënën.",
    "Dova deklaroi: ⟦“Nuk do ta hapim portën.”⟧",
    "Sipas Dova, ⟦porta është e mbyllur⟧.",
    "Siç tha Dova, ⟦porta është e vjetër⟧.",
  ]) func albanian(_ text: String) { expect(text, "sq") }

  @Test(arguments: [
    "Dova, ⟦\"Kapı kapalı kalacak\"⟧ dedi.",
    "⟦\"Kapı kapalı kalacak\"⟧ diyen Dova, limanda kaldı.",
    "Dova, ⟦kapının kapalı kalacağını⟧ söyledi.",
    "Dova şöyle konuştu: ⟦\"Kapı kapalı kalacak.\"⟧",
    "Dova göre ⟦kapı pazartesi gününden beri kapalı⟧.",
  ]) func turkish(_ text: String) { expect(text, "tr") }

  @Test func aTitleInTurkish() {
    let found = QuoteCase("Bakan, ⟦\"Kapıyı açmayacağız\"⟧ diye konuştu.", language: "tr")
    #expect(found.strings == found.marked.strings)
    #expect(found.speakers == ["Bakan"])
  }
}
