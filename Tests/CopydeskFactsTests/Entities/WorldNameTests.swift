import CopydeskTestSupport
import CopydeskText
import Testing

@testable import CopydeskFacts

/// A line of `Corpus/names/world.txt`: `PER[Amara Diallo] met …`.
private struct MarkedNews {
  var text = ""
  var names: Set<String> = []

  init(_ line: String) {
    var rest = line[...]
    while let open = rest.firstIndex(of: "[") {
      let before = rest[..<open]
      let type = String(before.reversed().prefix { $0.isUppercase && $0.isASCII }.reversed())
      guard EntityType(rawValue: type) != nil, let close = rest[open...].firstIndex(of: "]") else { break }
      text += before.dropLast(type.count)
      let name = rest[rest.index(after: open)..<close]
      names.insert("\(text.utf8.count) \(type) \(name)")
      text += name
      rest = rest[rest.index(after: close)...]
    }
    text += rest
  }

  /// What was found, in the form of `names`.
  func found() -> Set<String> {
    let text = Text(text)
    return Set(entities(text).map { "\($0.range.start) \($0.type.rawValue) \(text[$0.range])" })
  }
}

@Suite("Names of the whole world")
struct WorldNameTests {
  @Test("Of 120 pieces of news that we made up, F1 is at least 0.92 over all ten types")
  func world() throws {
    var (right, found, gold) = (0, 0, 0)
    var wrong: [String] = []
    for line in try Repository.lines("Corpus/names/world.txt") where line.first != UInt8(ascii: "#") {
      let news = MarkedNews(String(decoding: line, as: UTF8.self))
      let names = news.found()
      right += names.intersection(news.names).count
      found += names.count
      gold += news.names.count
      if names != news.names { wrong.append("\(news.text) → \(names.symmetricDifference(news.names).sorted())") }
    }
    let f1 = 2 * Double(right) / Double(found + gold)
    #expect(gold > 200 && f1 >= 0.92, "\(f1)\n\(wrong.joined(separator: "\n"))")
  }

  @Test(
    "Edges and types follow the shape of a name and the rest of the document",
    arguments: [
      // Parts behind hyphens, titles, particles, nicknames.
      ("President ⟦Yoon Suk-yeol⟧ and ⟦Lin Mei-ling⟧ met reporters in ⟦Busan⟧ on Tuesday morning.", "PER PER GPE"),
      ("Queen ⟦Sirinda⟧ met Sheikh ⟦Zubayr⟧ and Pope ⟦Celestine⟧ in ⟦Muscat⟧.", "PER PER PER GPE"),
      ("⟦Erik ten Brink⟧ resigned. ⟦Ten Brink⟧ said he was tired.", "PER PER"),
      ("Boxer ⟦Pedro \"Tito\" Salgado⟧ beat ⟦Juan Rivas⟧.", "PER PER"),
      ("⟦Chad Ellison⟧ arrived late and then thanked ⟦Chad⟧'s assistant.", "PER PER"),
      // Bodies.
      ("The ⟦Abena and Kofi Boateng Foundation⟧ paid.", "ORG"),
      ("The ⟦Mombasa Cement Exchange⟧ (⟦MCX⟧) halted trading.", "ORG ORG"),
      ("⟦Georgian Dream⟧ pushed the law through parliament in ⟦Tbilisi⟧.", "ORG GPE"),
      ("The ⟦Sinaloa Cartel⟧ and the ⟦Tijuana Cartel⟧ fought near ⟦Culiacán⟧.", "ORG ORG GPE"),
      ("The ⟦12th Marine Regiment⟧ and ⟦Task Force Orion⟧ left.", "ORG ORG"),
      // States.
      ("The loan of US$40 million was signed in ⟦Accra⟧.", "GPE"),
      ("The minister praised ⟦S. Korea⟧ and ⟦S. Africa⟧ on Monday.", "GPE GPE"),
      ("⟦S. Sudan⟧ and ⟦N. Macedonia⟧ voted for it.", "GPE GPE"),
      ("Exports to ⟦N. Korea⟧ and ⟦S. Korea⟧ fell 0.2 percent.", "GPE GPE"),
      // Nature.
      ("Snow fell in the ⟦Andes⟧, the ⟦Himalayas⟧ and the ⟦Caucasus⟧. The ⟦Rockies⟧ stayed dry.", "LOC LOC LOC LOC"),
      // What had no class.
      ("The navy sent the ⟦HMS Defiance⟧, the ⟦ARA Rosales⟧ and two ⟦Harpoon⟧ missiles.", "PRODUCT PRODUCT PRODUCT"),
      ("The court cited ⟦Marbury v. Madison⟧ and heard ⟦Okafor v. Shell⟧.", "LAW LAW"),
      ("⟦Hurricane Dalia⟧ and ⟦Cyclone Mora⟧ killed nine. ⟦Storm Odette⟧ passed.", "EVENT EVENT EVENT"),
      ("The ⟦Siege of Sarajevo⟧ and the ⟦Battle of Adwa⟧ are remembered.", "EVENT EVENT"),
      // What only the table of ids knows.
      ("⟦Elon Musk⟧ left.", "PER"),
    ])
  func shapes(_ sentence: String, _ types: String) {
    let marked = MarkedText(sentence)
    let found = entities(marked.text)
    #expect(found.map { marked.text[$0.range] } == marked.strings)
    #expect(found.map(\.type.rawValue).joined(separator: " ") == types)
  }

  @Test(
    "A short line whose names outweigh its words is read as English if it has words that only English sentences have")
  func shortLines() {
    #expect(entities("Mark Zuckerberg met reporters in Geneva on Monday, with the mayor.", language: "nl").count == 2)
    #expect(entities("De burgemeester van Gent en de minister zijn niet op het feest.", language: "nl").count == 1)
  }
}
