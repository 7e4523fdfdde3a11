import CopydeskTestSupport
import CopydeskText
import Testing

@testable import CopydeskFacts

/// The entities of a sentence, as 'text type'.
func mentions(_ marked: MarkedText, language: String = "en") -> [String] {
  entities(marked.text, language: language).map { "\(marked.text[$0.range]) \($0.type.rawValue)" }
}

/// The entities of a text.
func entities(_ text: Text, language: String = "en") -> [Entity] {
  let extractor = EntityExtractor()
  var scratch = extractor.makeScratch()
  return extractor.extract(from: Document(text: text, language: language), using: &scratch)
}

/// The entities of a text.
func entities(_ string: String, language: String = "en") -> [Entity] { entities(Text(string), language: language) }

@Suite("Entity mentions")
struct EntityMentionTests {
  @Test(
    "Spans are the names alone",
    arguments: [
      "The mayor of ⟦Prizren⟧ wrote to ⟦NATO⟧ and to ⟦Kosovo⟧'s neighbours.",
      "In northern ⟦Albania⟧ the ethnic ⟦Serbs⟧ met the ⟦EU⟧-led team.",
      "The ⟦U.S. Embassy⟧ in ⟦Tirana⟧ was closed.",
      "A ⟦US⟧ envoy and the ⟦US National Security Council⟧ disagreed.",
      "The ⟦Ministry of Health of Albania⟧ and the ⟦Interior Ministry⟧ answered.",
      "The ⟦Kosovo⟧-⟦Serbia⟧ dialogue went on in ⟦Brussels⟧.",
      "Drivers queued at the ⟦Merdare⟧ border crossing.",
      "The ⟦Serbian⟧ president spoke, (⟦Albanian⟧) ministers listened.",
      "It was signed after the ⟦Kosovo War⟧ under the ⟦Treaty of Lisbon⟧.",
      "He wrote on ⟦X⟧ and on ⟦Facebook⟧.",
    ])
  func spans(_ sentence: String) {
    let marked = MarkedText(sentence)
    #expect(entities(marked.text).map { marked.text[$0.range] } == marked.strings)
  }

  @Test(
    "Armies and police of a state are organisations in any case, their officers are not",
    arguments: [
      ("The German army left.", ["German army ORG"]),
      ("The Kosovo police came.", ["Kosovo police ORG"]),
      ("Three Kosovar police officers came.", ["Kosovar NORP"]),
      ("The French troops left.", ["French NORP"]),
    ])
  func forces(_ sentence: String, _ expected: [String]) {
    #expect(mentions(MarkedText(sentence)) == expected)
  }

  @Test(
    "People by title, given name, surname and verb",
    arguments: [
      ("Prime Minister Agron Testi spoke.", ["Agron Testi PER"]),
      ("The minister, Petrit Hoxhaj, spoke.", ["Petrit Hoxhaj PER"]),
      ("NATO Secretary-General Hannah Quist spoke.", ["NATO ORG", "Hannah Quist PER"]),
      ("US Secretary of State Milo Hartwell spoke.", ["US GPE", "Milo Hartwell PER"]),
      ("Later Mr. Dunlop left.", ["Dunlop PER"]),
      ("He blamed (Croatian) President (Ivan) Marulic for it.", ["Croatian NORP", "(Ivan) Marulic PER"]),
      ("We met George W. Trent there.", ["George W. Trent PER"]),
      ("It was Karla von der Heide who came.", ["Karla von der Heide PER"]),
      ("Then Brennikmeyer said no.", ["Brennikmeyer PER"]),
    ])
  func people(_ sentence: String, _ expected: [String]) {
    #expect(mentions(MarkedText(sentence)) == expected)
  }

  @Test(
    "Capitals that are no names",
    arguments: [
      "Since then nothing has happened.", "Kill the lights. Send more. Reading is nice.",
      "On Friday, in May, they will march.", "MORE THAN A HUNDRED PEOPLE LEFT THE TOWN",
      "Who said so? It was us. CEO and PM agree.", "The government asked the ministry and the embassy.",
    ])
  func noNames(_ sentence: String) {
    #expect(mentions(MarkedText(sentence)) == [])
  }

  @Test("Headlines in title case hide no verbs in names")
  func titleCase() {
    #expect(
      mentions(MarkedText("Albanian Minister Urges Serbia To End Blockade Near Kosovo Border")) == [
        "Albanian NORP", "Serbia GPE", "Kosovo GPE",
      ])
  }

  @Test(
    "Adjectives that are also written for a state",
    arguments: [
      ("en", "Two Russian and three Ukrainian engineers came.", ["Russian NORP", "Ukrainian NORP"]),
      ("en", "The Argentine minister was in Qatar.", ["Argentine NORP", "Qatar GPE"]),
      // The genitive of Argentina.
      ("sr-Latn", "Juče je brod iz Argentine stigao u Bar.", ["Argentine GPE"]),
      ("en", "We are OK with that; UK and US officials agreed.", ["UK GPE", "US GPE"]),
    ])
  func adjectives(_ language: String, _ sentence: String, _ expected: [String]) {
    let found = mentions(MarkedText(sentence), language: language)
    #expect(expected.allSatisfy { found.contains($0) }, "\(found)")
    #expect(!found.contains { $0.hasPrefix("OK") })
  }

  @Test(
    "In results a town is its club, a state is not, and a town in prose is a town",
    arguments: [
      ("Division two\nChester 4 1 1 2 9 8 4\nBradford 4 2 0 2 4 3 6\nYork 4 2 0 2 6 6 6", "Chester ORG"),
      ("Postponed: Walsall v Wrexham", "Wrexham ORG"),
      ("Norway 3 Denmark 1\nSweden 2 Finland 2", "Norway GPE"),
      ("In Chester 40 people were hurt and 12 are missing.", "Chester GPE"),
      ("The mayor of Chester has 40 advisers.", "Chester GPE"),
    ])
  func clubs(_ text: String, _ mention: String) {
    #expect(mentions(MarkedText(text)).contains(mention), "\(mentions(MarkedText(text)))")
  }

  @Test("A town or a state that is the surname of somebody named in full is that person")
  func surnames() {
    let text = """
      The director Neil Jordan showed his new film on Sunday. "It took us five years," Jordan said. Jordan lives in Dublin.
      """
    #expect(mentions(MarkedText(text)) == ["Neil Jordan PER", "Jordan PER", "Jordan PER", "Dublin GPE"])
    #expect(
      mentions(MarkedText("Talks in Jordan went on; Jordan said it would help.")) == ["Jordan GPE", "Jordan GPE"])
  }

  @Test(
    "Organisations that the tables know by the name that the news calls them",
    arguments: ["Lufthansa", "Huawei", "Alibaba", "Red Sox", "Fenerbahçe", "Ryanair", "Telekom Srbija", "Macy's"])
  func organisations(_ name: String) {
    #expect(mentions(MarkedText("Last year \(name) lost 200 fans.")) == ["\(name) ORG"])
  }

  @Test(
    "Other languages through their tables",
    arguments: [
      ("sr-Latn", "Predsednik Srbije je u Beogradu.", [String]()),
      (
        "sr-Latn", "Predsednik Aleksandar Vučić i premijer Albin Kurti su u Briselu; Srbija i Kosovo.",
        [
          "Aleksandar Vučić PER", "Albin Kurti PER", "Srbija GPE", "Kosovo GPE",
        ]
      ),
      (
        "sr-Cyrl", "Председник Александар Вучић и КФОР; Србија.",
        [
          "Александар Вучић PER", "КФОР ORG", "Србија GPE",
        ]
      ),
      ("sq", "Kryeministri Albin Kurti foli në Prishtinë.", ["Albin Kurti PER", "Prishtinë GPE"]),
      (
        "de", "Die Bundeswehr und Bundeskanzler Olaf Scholz besuchten Deutschland.",
        [
          "Bundeswehr ORG", "Olaf Scholz PER", "Deutschland GPE",
        ]
      ),
      (
        "tr", "Cumhurbaşkanı Recep Tayyip Erdoğan Türkiye adına konuştu.",
        [
          "Recep Tayyip Erdoğan PER", "Türkiye GPE",
        ]
      ),
    ])
  func languages(_ language: String, _ sentence: String, _ expected: [String]) {
    let found = mentions(MarkedText(sentence), language: language)
    #expect(expected.allSatisfy { found.contains($0) }, "\(found)")
  }
}
