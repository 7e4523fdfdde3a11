import CopydeskText
import Testing

@testable import CopydeskFacts

/// Names that a gazetteer alone gets wrong.
@Suite("Names that mislead a linker")
struct LinkerRegressionTests {
  private func found(_ text: String) -> [(text: String, entity: Entity)] {
    entities(text).map { (Text(text)[$0.range], $0) }
  }

  @Test("Banjska is in Kosovo, and no Bansko in Bulgaria")
  func banjska() {
    let all = found("Monks in Banjska heard shots. Kosovo closed the road to Banjska, and Mitrovica was calm.")
    let banjska = all.filter { $0.text == "Banjska" }
    #expect(banjska.count == 2)
    #expect(banjska.allSatisfy { $0.entity.country == "XK" && $0.entity.name == "Banjska" })
  }

  @Test("The White House is no Casablanca")
  func whiteHouse() {
    let all = found("The White House praised the plan. A White House aide had written it.")
    #expect(all.filter { $0.text == "White House" }.count == 2)
    #expect(all.allSatisfy { $0.entity.type == .organization && $0.entity.link == "wikidata:Q35525" })
  }

  @Test(
    "A surname is its bearer, and no town",
    arguments: [
      ("Albin Kurti spoke first. Reporters asked Kurti twice, and Kurti smiled.", "Kurti", "wikidata:Q441633"),
      ("Jens Stoltenberg landed. In the evening Stoltenberg dined.", "Stoltenberg", "wikidata:Q57665"),
      ("Peter Stano read a note. Brussels would wait, Stano said.", "Stano", nil),
      ("James O'Brien toured the region. O'Brien leaves on Friday.", "O'Brien", nil),
      ("James O’Brien toured the region. O’Brien leaves on Friday.", "O’Brien", nil),
    ])
  func surnames(_ text: String, _ name: String, _ link: String?) {
    let all = found(text).filter { $0.text.hasSuffix(name) }
    #expect(all.count >= 2, "\(found(text).map(\.text))")
    #expect(all.allSatisfy { $0.entity.type == .person && $0.entity.link == link && $0.entity.country != "GR" })
    #expect(Set(all.map(\.entity.name)).count == 1)
  }

  @Test(
    "The first word of a sentence is a word",
    arguments: [
      "Kill the lights, somebody shouted in the dark.", "Since then nobody has come back.",
      "Send more blankets, they wrote.", "More is needed before winter.", "Best of all, it was free.",
      "Reading takes time.", "Most stayed at home.",
    ])
  func sentenceOpeners(_ text: String) { #expect(found(text).isEmpty, "\(found(text).map(\.text))") }

  @Test("Acronym and expansion, in either order")
  func acronyms() {
    for text in [
      "The Northern Lakes Authority (NLA) met. Later the NLA voted.",
      "The NLA (Northern Lakes Authority) met. Later the NLA voted.",
    ] {
      let names = found(text).map(\.entity.name)
      #expect(names.count == 3 && names.allSatisfy { $0 == "Northern Lakes Authority" }, "\(names)")
    }
  }

  @Test("Cases of Slavic names of several words")
  func cases() {
    let name = { (text: String, surface: String) in
      let all = Text(text)
      return entities(all, language: "sr").first { all[$0.range] == surface }.map { "\($0.name) \($0.link ?? "-")" }
    }
    #expect(name("Sinoć je u Novom Pazaru padao sneg.", "Novom Pazaru") == "Novi Pazar geonames:787595")
    #expect(
      name("Razgovarali su sa Aleksandrom Vučićem o putu.", "Aleksandrom Vučićem")
        == "Aleksandar Vučić wikidata:Q222031")
    let state = name("Sinoć je u selima Severne Makedonije padao sneg.", "Severne Makedonije")
    #expect(state?.hasPrefix("North Macedonia") == true)
  }
}
