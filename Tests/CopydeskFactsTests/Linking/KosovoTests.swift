import CopydeskTestSupport
import CopydeskText
import Testing

@testable import CopydeskFacts

/// The showcase: every place of Kosovo by each of its names, and the towns of its neighbours.
@Suite("Places of Kosovo and its neighbours")
struct KosovoTests {
  private struct Place {
    let id: String
    let country: String
    let names: [String]
    let rank: Int
  }

  private static func places(_ countries: Set<String>) throws -> [Place] {
    try (tableRows(.places) + tableRows(.minorPlaces)).filter { countries.contains($0[2]) }.map { line in
      Place(
        id: line[6], country: line[2],
        names: [line[5]]
          + line[4].split(separator: "|").filter { !"^=~".contains($0.first ?? "^") }.map { written(String($0)) },
        rank: Int(line[1]) ?? 0)
    }
  }

  /// A key as a text would have it: capitalised words; matching looks through the rest.
  private static func written(_ key: String) -> String {
    key.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }

  private static func skeleton(_ name: String) -> String {
    let text = Text(name)
    return Skeleton.shared.string(of: TextRange(0, text.count), in: text)
  }

  /// What the name means behind 'People in', with its country beside it.
  private func link(_ name: String, _ country: String) -> Entity? {
    let (before, after) = ("People in ", ", \(country), said that the road was open again.")
    let text = Text(before + name + after)
    let range = TextRange(before.utf8.count, before.utf8.count + name.utf8.count)
    return SpanLinker.entities(of: [.init(range: range, type: .geopolitical)], in: Document(text: text)).first ?? nil
  }

  @Test("Every settlement of Kosovo, by both names, is in Kosovo")
  func settlements() throws {
    let places = try Self.places(["XK"])
    #expect(places.count > 2000)
    var idsOfName: [String: Set<String>] = [:]
    for place in places { for name in place.names { idsOfName[Self.skeleton(name), default: []].insert(place.id) } }
    var wrong: [String] = []
    for place in places {
      for name in Set(place.names) {
        let entity = link(name, "Kosovo")
        // Villages share names: one of them it must be.
        let isRight = entity?.link.map { idsOfName[Self.skeleton(name), default: []].contains($0) } ?? false
        if !isRight || entity?.country != "XK" || entity?.latitude == nil {
          wrong.append("\(name): \(entity?.link ?? "-") \(entity?.country ?? "-"), not \(place.id)")
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(30))")
  }

  @Test(
    "Every municipality by its Albanian and its Serbian name",
    arguments: [
      ("Prishtina", "Priština"), ("Prizren", "Призрен"), ("Peja", "Peć"), ("Gjakova", "Đakovica"),
      ("Ferizaj", "Uroševac"),
      ("Gjilan", "Gnjilane"), ("Mitrovica", "Kosovska Mitrovica"), ("Podujeva", "Podujevo"), ("Vushtrri", "Vučitrn"),
      ("Suhareka", "Suva Reka"), ("Rahovec", "Orahovac"), ("Lipjan", "Lipljan"), ("Malisheva", "Mališevo"),
      ("Skenderaj", "Srbica"), ("Viti", "Vitina"), ("Deçan", "Dečani"), ("Istog", "Istok"), ("Klina", "Клина"),
      ("Dragash", "Dragaš"), ("Kaçanik", "Kačanik"), ("Kamenica", "Kosovska Kamenica"), ("Leposaviq", "Leposavić"),
      ("Zubin Potok", "Зубин Поток"), ("Zveçan", "Zvečan"), ("Shtime", "Štimlje"), ("Shtërpca", "Štrpce"),
      ("Obiliq", "Obilić"), ("Graçanica", "Gračanica"), ("Hani i Elezit", "Đeneral Janković"), ("Junik", "Јуник"),
      ("Partesh", "Parteš"), ("Ranillug", "Ranilug"), ("Kllokot", "Klokot"), ("Mamusha", "Mamuša"),
      ("Novobërda", "Novo Brdo"), ("Gllogoc", "Glogovac"), ("Fushë Kosova", "Kosovo Polje"),
    ])
  func municipalities(_ albanian: String, _ serbian: String) {
    let (first, second) = (link(albanian, "Kosovo"), link(serbian, "Kosovo"))
    #expect(first?.country == "XK" && first?.link != nil, "\(albanian)")
    #expect(first?.link == second?.link, "\(albanian) \(first?.link ?? "-"), \(serbian) \(second?.link ?? "-")")
  }

  @Test(
    "The municipalities are found in running text of each language",
    arguments: [
      ("sq", "Në Gjilan dhe në Prizren pati ujë.", 2), ("sr", "U Orahovcu i u Prizrenu je bilo vode.", 2),
      ("sr", "У Ораховцу и у Призрену је било воде.", 2), ("en", "Gjilan and Prizren had water again.", 2),
    ])
  func inText(_ language: String, _ sentence: String, _ count: Int) {
    let found = entities(sentence, language: language).filter { $0.type == .geopolitical }
    #expect(found.count == count && found.allSatisfy { $0.country == "XK" && $0.latitude != nil }, "\(found)")
  }

  @Test(
    "The towns of the neighbours",
    arguments: [("RS", "Serbia"), ("AL", "Albania"), ("MK", "North Macedonia"), ("ME", "Montenegro")])
  func neighbours(_ code: String, _ country: String) throws {
    let towns = try Self.places([code]).filter { $0.rank >= 1 }
    #expect(towns.count > 10)
    var wrong: [String] = []
    for town in towns {
      let entity = link(town.names[0], country)
      if entity?.country != code || entity?.link == nil { wrong.append("\(town.names[0]): \(entity?.link ?? "-")") }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(30))")
  }
}
