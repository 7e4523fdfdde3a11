import CopydeskFacts
import CopydeskText
import Testing

/// Portuguese and Dutch are read by their folders alone. The day of publication is Thursday, 2 May 2024, ten in the morning.
@Suite struct FolderNumberTests {
  private static let published = CivilDate(2024, 5, 2).map { Timestamp(date: $0, secondOfDay: 36_000) }

  private func read(_ text: String, _ language: String) -> [String] {
    var document = Document(text: Text(text), language: language, published: Self.published, publishedBy: "option")
    var scratch: Void = ()
    document[TimeExtractor.self] = TimeExtractor().extract(from: document, using: &scratch)
    let times = document[TimeExtractor.self].map { "\(document.text[$0.range]): \($0.value)" }
    let quantities = QuantityExtractor().extract(from: document, using: &scratch).map { quantity in
      let ends = [quantity.low, quantity.high].compactMap { $0.map { "\($0)" } }.joined(separator: "…")
      let what = quantity.unit ?? quantity.counted ?? "-"
      return "\(document.text[quantity.range]): \(quantity.value.map { "\($0)" } ?? ends) \(what)"
    }
    return times + quantities
  }

  @Test(arguments: [
    ("A ponte reabriu em 3 de maio de 2024.", ["3 de maio de 2024: 2024-05-03"]),
    ("Custou dois milhões de euros.", ["dois milhões de euros: 2000000.0 EUR"]),
    ("Na semana passada chegaram 250 pessoas.", ["semana passada: 2024-W17", "250: 250.0 pessoas"]),
    ("Fala na próxima segunda-feira às 18h30.", ["próxima segunda-feira às 18h30: 2024-05-06T18:30"]),
    ("No início de 2023 e em meados de maio.", ["início de 2023: 2023", "meados de maio: 2024-05"]),
    ("No século XX não, nos anos 90 sim.", ["século XX: 19XX", "anos 90: 199X"]),
    ("Cresceu 12%, para 1,5 bilhão de reais.", ["12%: 12.0 %", "1,5 bilhão de reais: 1500000000.0 BRL"]),
    ("Há duzentas e cinquenta e três casas.", ["duzentas e cinquenta e três: 253.0 casas"]),
    ("Fecha três vezes por semana.", ["três vezes por semana: P1W", "três: 3.0 vezes"]),
    ("No verão de 2022 e no Natal de 2021.", ["verão de 2022: 2022-SU", "Natal de 2021: 2021-12-25"]),
  ])
  func portuguese(_ text: String, _ facts: [String]) { #expect(read(text, "pt") == facts) }

  @Test(arguments: [
    ("De brug gaat op 3 mei 2024 open.", ["3 mei 2024: 2024-05-03"]),
    ("Het kostte twee miljoen euro.", ["twee miljoen euro: 2000000.0 EUR"]),
    ("Vorige week kwamen 250 mensen.", ["Vorige week: 2024-W17", "250: 250.0 mensen"]),
    ("Zij spreekt volgende maandag om 18.30.", ["volgende maandag om 18.30: 2024-05-06T18:30"]),
    ("Begin 2023 en eind vorig jaar.", ["Begin 2023: 2023", "eind vorig jaar: 2023"]),
    ("In de negentiende eeuw, in de jaren negentig.", ["de negentiende eeuw: 18XX", "de jaren negentig: 199X"]),
    ("Er staan tweehonderddrieënvijftig huizen.", ["tweehonderddrieënvijftig: 253.0 huizen"]),
    ("Tussen 10 en 12 euro per kilo.", ["Tussen 10 en 12 euro per kilo: 10.0…12.0 EUR/kg"]),
    ("Om half negen begint het.", ["half negen: 2024-05-02T08:30"]),
    ("Elke maandag sluit het.", ["Elke maandag: XXXX-WXX-1"]),
    ("Een derde van de stemmen.", ["Een derde: 0.3333333333333333 1"]),
  ])
  func dutch(_ text: String, _ facts: [String]) { #expect(read(text, "nl") == facts) }
}
