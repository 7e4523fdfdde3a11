import CopydeskTestSupport
import CopydeskText
import Testing

@testable import CopydeskFacts

@Suite("Entity names and links")
struct EntityLinkerTests {
  /// 'text → name link' of each mention.
  private func links(_ string: String, language: String = "en") -> [String] {
    let text = Text(string)
    return entities(text, language: language).map { "\(text[$0.range]) → \($0.name) \($0.link ?? "-")" }
  }

  @Test("All forms of a person share name and link")
  func persons() {
    #expect(
      links("Alexander Vucic spoke. Later Vucic left. Aleksandar Vučić will return, Vučić said.") == [
        "Alexander Vucic → Aleksandar Vučić wikidata:Q222031", "Vucic → Aleksandar Vučić wikidata:Q222031",
        "Aleksandar Vučić → Aleksandar Vučić wikidata:Q222031", "Vučić → Aleksandar Vučić wikidata:Q222031",
      ])
  }

  @Test("The surname stands for the person who was named last")
  func twoOfOneSurname() {
    let names = entities("Anna Bergstrom came. Bergstrom sat. Then Peter Bergstrom came. Bergstrom stood.").map(\.name)
    #expect(names == ["Anna Bergstrom", "Anna Bergstrom", "Peter Bergstrom", "Peter Bergstrom"])
  }

  @Test(
    "Names that stand a thousand times cost a thousand times as much",
    arguments: [
      "John Bergstrom came. Bergstrom sat. ", "She saw Paris, Texas. ",
      "The German Foreign Ministry of the Foreign Ministry. ",
    ])
  func manyOfOneName(_ text: String) {
    func time(_ count: Int) -> Duration {
      let text = Text(String(repeating: text, count: count))
      return (0..<2).map { _ in processorTime { _ = entities(text) } }.min() ?? .zero
    }
    let (small, large) = (time(400), time(3200))
    // Eight times the text: sixty-four times the time would be quadratic.
    #expect(large < small * 16 + .milliseconds(200), "\(small) → \(large)")
  }

  @Test("A word of megabytes is no name")
  func noEndlessName() {
    #expect(
      entities("Mayor Ana " + String(repeating: "Berg", count: 100_000) + " said no.").allSatisfy {
        $0.name.utf8.count < 2000
      })
  }

  @Test(
    "Forms of a state, a body and a city are one",
    arguments: [
      ("The U.S. and the US, the USA or the United States.", "United States"),
      ("Prishtina, Priština and Pristina.", "Pristina"),
      ("Both Türkiye and Turkey.", "Turkey"),
      ("KFOR is the Kosovo Force.", "Kosovo Force"),
      ("Both AFP and Agence France-Presse.", "Agence France-Presse"),
      ("They called on Twitter; others on X.", "X"),
    ])
  func oneThing(_ sentence: String, _ name: String) {
    let found = entities(sentence)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.name == name && $0.link == found[0].link })
  }

  @Test("An abbreviation means what the document says")
  func acronyms() {
    let found = entities("The Northern Fisheries Council (NFC) met. The NFC agreed.")
    #expect(found.map(\.name) == Array(repeating: "Northern Fisheries Council", count: 3))
  }

  @Test(
    "An institution is that of the country beside it, or of the one that the text says in full",
    arguments: [
      ("The German Foreign Office objected. The Foreign Office in Berlin waited.", ["DE", "DE"]),
      ("The British Foreign Office objected. The Foreign Office waited.", ["GB", "GB"]),
      ("Brazil's Senate voted.", [nil]),
      ("Britain wants peace, the Foreign Office said.", ["GB"]), ("The Senate voted.", ["US"]),
    ])
  func institutions(_ text: String, _ countries: [String?]) {
    #expect(entities(text).filter { $0.type == .organization }.map(\.country) == countries)
  }

  @Test("Historic counties and regions are known, with points")
  func regions() {
    for (text, country) in [("A walk through Yorkshire.", "GB"), ("A walk through East Anglia.", "GB")] {
      let found = entities(text)
      #expect(found.count == 1 && found[0].country == country && found[0].latitude != nil, "\(text)")
    }
  }

  @Test("A case form with a changed stem is a town, and a plain word of Albanian none")
  func wordsOfLanguages() {
    #expect(links("Kiša pada u Čačku.", language: "sr") == ["Čačku → Čačak geonames:792078"])
    #expect(links("Duke folur për këtë, ai u largua.", language: "sq").isEmpty)
  }

  @Test(
    "A nationality is the state or the people",
    arguments: [
      ("The Serbian president came.", "Serbia"), ("Most ethnic Serbs stayed.", "Serbs"),
      ("An ethnic Albanian mayor came.", "Albanians"), ("The Albanian majority stayed.", "Albanians"),
      ("A Serb-majority town.", "Serbs"), ("Many Albanians stayed.", "Albanians"), ("The Balkan states.", "Balkans"),
    ])
  func groups(_ sentence: String, _ name: String) {
    #expect(entities(sentence).filter { $0.type == .group }.map(\.name) == [name])
  }

  @Test(
    "Of several places of one name, the one that the text is about",
    arguments: [
      ("She lives in Paris, Texas.", "geonames:4717560"), ("She lives in Paris, France.", "geonames:2988507"),
      ("She lives in Paris.", "geonames:2988507"),
      ("The state of Georgia borders Alabama, Florida and Tennessee.", "geonames:4197000"),
      ("Armenia and Georgia share a border.", "geonames:614540"),
    ])
  func places(_ sentence: String, _ link: String) {
    let found = entities(sentence)
    #expect(found.contains { $0.link == link }, "\(found.map { ($0.name, $0.link) })")
  }

  @Test("A village is one where its country is the subject, and none elsewhere")
  func villages() {
    // Kosovo has two of that name; the one of the monastery and of the attack is meant.
    #expect(links("In Kosovo, the village of Banjska was quiet.").last == "Banjska → Banjska geonames:792910")
    #expect(entities("In Chile, Banjska was quiet.").allSatisfy { $0.link != "geonames:792910" })
  }

  @Test("Places bear coordinates and country")
  func coordinates() throws {
    let place = try #require(entities("They met in Pristina.").first)
    #expect(place.country == "XK")
    #expect(place.latitude.map { abs($0 - 42.67) < 0.1 } == true)
  }

  @Test("An empty text has none")
  func empty() { #expect(entities("").isEmpty) }
}
