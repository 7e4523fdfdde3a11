import CopydeskText
import Testing

@Suite struct TokenizerTests {
  private func strings(_ string: String) -> [String] {
    let text = Text(string)
    return Tokenizer.tokens(of: text).map { text[$0.range] }
  }

  @Test(arguments: [
    ("Kosovo's north", ["Kosovo", "'s", "north"]),
    ("NATO’s KFOR", ["NATO", "’s", "KFOR"]),
    ("NATO-led", ["NATO", "-", "led"]),
    ("don't O'Brien", ["don't", "O'Brien"]),
    ("10,000 dead, 3.5 km.", ["10,000", "dead", ",", "3.5", "km", "."]),
    ("the U.S. Embassy", ["the", "U.S.", "Embassy"]),
    ("at 5 p.m. on", ["at", "5", "p.m.", "on"]),
    ("$3.5bn", ["$", "3.5", "bn"]),
    ("Kleçkë и Вучић", ["Kleçkë", "и", "Вучић"]),
    ("„Nein“, sagte er…", ["„", "Nein", "“", ",", "sagte", "er", "…"]),
    ("16:00", ["16", ":", "00"]),
    ("J. Smith", ["J", ".", "Smith"]),
    ("", []),
    (" \n\t ", []),
  ])
  func cuts(_ text: String, _ expected: [String]) {
    #expect(strings(text) == expected)
  }

  @Test func cutsTurkishSuffixes() {
    let text = Text("İzmir'in Türkiye’nin 2023'te")
    #expect(
      Tokenizer.tokens(of: text, language: "tr").map { text[$0.range] }
        == ["İzmir", "'in", "Türkiye", "’nin", "2023", "'te"])
  }

  @Test func flags() {
    let text = Text("Vučić met\nNATO in iPhone U.S. talks")
    let flags = Tokenizer.tokens(of: text).map(\.flags)
    #expect(flags[0].isSuperset(of: [.capitalised, .nonASCII, .lineStart]))
    #expect(flags[2].isSuperset(of: [.capitalised, .allCaps, .lineStart]))
    #expect(flags[4].contains(.innerCapital))
    #expect(flags[5].isSuperset(of: [.initialism, .allCaps]))
  }
}
