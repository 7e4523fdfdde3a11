import CopydeskTestSupport
import CopydeskText
import Testing

@testable import CopydeskFacts

@Suite("Ids of people, bodies and other things")
struct IdTests {
  private func links(_ string: String, language: String = "en") -> [String] {
    let text = Text(string)
    return entities(text, language: language).map { "\(text[$0.range]) \($0.link ?? "-")" }
  }

  @Test(
    "Well-known people and bodies have their id",
    arguments: [
      (
        "Joe Biden and Xi Jinping met António Guterres and Mark Rutte.",
        [
          "Joe Biden wikidata:Q6279", "Xi Jinping wikidata:Q15031", "António Guterres wikidata:Q311440",
          "Mark Rutte wikidata:Q57792",
        ]
      ),
      (
        "Boeing, Apple, Toyota, Real Madrid, the Bundestag and the New York Times declined to comment.",
        [
          "Boeing wikidata:Q66", "Apple wikidata:Q312", "Toyota wikidata:Q53268", "Real Madrid wikidata:Q8682",
          "Bundestag wikidata:Q154797", "New York Times wikidata:Q9684",
        ]
      ),
    ])
  func known(_ text: String, _ expected: [String]) { #expect(links(text) == expected) }

  @Test("What the document calls by a name beats the table")
  func longForms() {
    let names = entities("The Lagos Mavericks beat the Accra Surf. The Mavericks lead the table.").map(\.name)
    #expect(names == ["Lagos Mavericks", "Accra Surf", "Lagos Mavericks"])
    #expect(links("The Lagos Mavericks beat the Accra Surf. The Mavericks lead the table.").last == "Mavericks -")
  }

  @Test(
    "A short form stands for the full name of the document",
    arguments: [
      ("Amina Bello-Okoro will lead the bank. Bello-Okoro beat two rivals.", "Amina Bello-Okoro"),
      ("Claudia Sheinbaum Pardo spoke in Puebla. Sheinbaum then left.", "Claudia Sheinbaum Pardo"),
      ("The Mombasa Cement Exchange (MCX) halted trading.", "Mombasa Cement Exchange"),
      ("Chad Ellison arrived late and then thanked Chad's assistant.", "Chad Ellison"),
    ])
  func shortForms(_ text: String, _ name: String) { #expect(entities(text).last?.name == name) }

  @Test(
    "An agency in the brackets of a dateline is no place",
    arguments: [
      "VATICAN CITY (VXN) — The council met on Tuesday, VXN reported.",
      "BOULDER, Colo. (KWX) -- Two hikers were found on Tuesday.",
    ])
  func datelines(_ text: String) {
    #expect(entities(text).allSatisfy { $0.type != .organization || $0.link == nil })
  }

  @Test(
    "Places of the whole world, inflected and in their usual spellings",
    arguments: [
      (
        "Ministar je bio u Trebinju, Zenici i Kninu, a predsednik u Gazi.", "sr-Latn",
        ["Trebinje", "Zenica", "Knin", "Gaza"]
      ),
      ("Delegacija iz Bosne i Hercegovine stigla je u Moskvu.", "hr", ["Bosnia and Herzegovina", "Moscow"]),
      (
        "Al Šabab i Boko Haram napali su selo. Vođa Al Šababa je ubijen.", "hr",
        ["al-Shabaab", "Boko Haram", "al-Shabaab"]
      ),
      ("The quake shook Naypyitaw on Monday.", "en", ["Naypyidaw"]),
    ])
  func variants(_ text: String, _ language: String, _ names: [String]) {
    #expect(entities(Text(text), language: language).map(\.name) == names)
  }

  @Test("Cities and states bear their Wikidata id beside that of GeoNames")
  func places() {
    let found = entities("French trains from Paris to California and over the Alps.")
    #expect(found.flatMap { [$0.link ?? ""] + $0.sameAs }.contains("wikidata:Q90"))
    #expect(found.flatMap(\.sameAs).contains("wikidata:Q99"))
    #expect(found.flatMap(\.sameAs).contains("wikidata:Q142"))
  }

  @Test("An organisation never has the id of a place")
  func noPlaceForBody() {
    for text in ["The Kosovo Times wrote so.", "Lagos United beat Accra FC 2-1.", "The Bank of Georgia paid."] {
      #expect(entities(text).allSatisfy { $0.type != .organization || !($0.link ?? "").hasPrefix("geonames") })
    }
  }

  @Test("The table is sorted by the hashes of its names, and each is found by its own")
  func table() throws {
    let lines = try Repository.lines("Gazetteer/ids.tsv")
    #expect(lines.count > 200_000)
    #expect(
      zip(lines, lines.dropFirst()).allSatisfy {
        $0.prefix(7).lexicographicallyPrecedes($1.prefix(7)) || $0.prefix(7) == $1.prefix(7)
      })
    var missed = 0
    for line in stride(from: 0, to: lines.count, by: 97).map({ lines[$0] }) where line[8] == UInt8(ascii: "m") {
      let fields = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
      guard let kind = IdTable.Kind(rawValue: line[7]), !fields[2].lowercased().hasPrefix("the ") else { continue }
      let hash = NameTable.keys(of: fields[2]).reduce(NameTable.seed) { NameTable.step($0, $1) }
      if !IdTable.shared.things(hash, kind).contains(where: { "\($0.number)" == fields[1] }) { missed += 1 }
    }
    // Names with signs that the two tokenizers take differently.
    #expect(missed < 12, "\(missed) missed")
    #expect(IdTable.shared.things(0, .person).isEmpty && IdTable.shared.things(.max, .person).isEmpty)
  }
}
