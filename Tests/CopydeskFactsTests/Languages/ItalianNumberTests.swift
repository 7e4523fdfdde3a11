import CopydeskFacts
import CopydeskText
import Testing

/// Italian is read by its folder alone. The day of publication is Thursday, 2 May 2024, ten in the morning.
@Suite struct ItalianNumberTests {
  private static let published = CivilDate(2024, 5, 2).map { Timestamp(date: $0, secondOfDay: 36_000) }

  private func read(_ text: String) -> (times: [String], quantities: [String]) {
    var document = Document(text: Text(text), language: "it", published: Self.published, publishedBy: "option")
    var scratch: Void = ()
    document[TimeExtractor.self] = TimeExtractor().extract(from: document, using: &scratch)
    let quantities = QuantityExtractor().extract(from: document, using: &scratch)
    return (
      document[TimeExtractor.self].map { "\(document.text[$0.range]): \($0.value)" },
      quantities.map { quantity in
        let ends = [quantity.low, quantity.high].compactMap { $0.map { "\($0)" } }.joined(separator: "…")
        let what = quantity.unit ?? quantity.counted ?? "-"
        return "\(document.text[quantity.range]): \(quantity.value.map { "\($0)" } ?? ends) \(what)"
      }
    )
  }

  @Test(arguments: [
    ("Il ponte riapre il 3 maggio 2024.", ["3 maggio 2024: 2024-05-03"]),
    (
      "Ha chiuso l'8 maggio e riaprirà l'11 settembre 2025.", ["8 maggio: 2024-05-08", "11 settembre 2025: 2025-09-11"]
    ),
    ("Il 1° maggio 2023 e il 1º giugno.", ["1° maggio 2023: 2023-05-01", "1º giugno: 2024-06-01"]),
    ("La settimana scorsa, lo scorso anno.", ["La settimana scorsa: 2024-W17", "lo scorso anno: 2023"]),
    ("Alla fine dell'anno scorso.", ["fine dell'anno scorso: 2023"]),
    ("La fine della settimana scorsa.", ["La fine della settimana scorsa: 2024-W17"]),
    ("Il sindaco parlerà lunedì prossimo alle 18.30.", ["lunedì prossimo: 2024-05-06", "18.30: 2024-05-02T18:30"]),
    ("Martedì alle 9 e mercoledì sera.", ["Martedì alle 9: 2024-04-30T09:00", "mercoledì sera: 2024-05-01TEV"]),
    ("Due giorni fa chiuse, tra due mesi ripartirà.", ["Due giorni fa: 2024-04-30", "tra due mesi: 2024-07"]),
    ("Negli anni '90, negli anni Novanta.", ["anni '90: 199X", "anni Novanta: 199X"]),
    ("Nel XIX secolo e nel ventesimo secolo.", ["XIX secolo: 18XX", "ventesimo secolo: 19XX"]),
    ("Nel primo trimestre del 2024.", ["primo trimestre del 2024: 2024-Q1"]),
    ("Ogni lunedì apre; ogni due settimane chiude.", ["Ogni lunedì: XXXX-WXX-1", "ogni due settimane: P2W"]),
    (
      "A Natale 2023 nevicò. Il giorno di Pasqua 2024 pioveva.", ["Natale 2023: 2023-12-25", "Pasqua 2024: 2024-03-31"]
    ),
    (
      "Ieri sera, domani mattina, stamattina.",
      [
        "Ieri sera: 2024-05-01TEV", "domani mattina: 2024-05-03TMO", "stamattina: 2024-05-02TMO",
      ]
    ),
    ("L'estate scorsa era calda.", ["L'estate scorsa: 2023-SU"]),
    ("Quest'anno piove.", ["Quest'anno: 2024"]),
    ("Negli ultimi tre anni e nei prossimi mesi.", ["ultimi tre anni: P3Y", "prossimi mesi: PXM"]),
    ("Tre volte al giorno, due volte alla settimana.", ["Tre volte al giorno: P1D", "due volte alla settimana: P1W"]),
    ("Durò due ore e mezza.", ["due ore e mezza: PT2.5H"]),
    ("Aprì un'ora fa.", ["un'ora fa: 2024-05-02T09:00"]),
    ("Chiuse mezz'ora fa e durò mezz'ora.", ["mezz'ora fa: 2024-05-02T09:30", "mezz'ora: PT0.5H"]),
    ("Tra il 2010 e il 2015, nel 1998.", ["2010: 2010", "2015: 2015", "1998: 1998"]),
    ("Per l'anno e l'ora giusta serve tempo.", []),
  ])
  func times(_ text: String, _ times: [String]) { #expect(read(text).times == times) }

  @Test(arguments: [
    ("Costa due milioni di euro.", ["due milioni di euro: 2000000.0 EUR"]),
    ("Spese duecentocinquanta mila euro.", ["duecentocinquanta mila euro: 250000.0 EUR"]),
    (
      "Contava trecentoventuno case e centottanta barche.",
      [
        "trecentoventuno: 321.0 case", "centottanta: 180.0 barche",
      ]
    ),
    ("Millenovecentonovantotto soldati.", ["Millenovecentonovantotto: 1998.0 soldati"]),
    ("Il 3,5 per cento degli alunni e il 15%.", ["3,5 per cento: 3.5 %", "15%: 15.0 %"]),
    ("Viaggia a 300 km all'ora.", ["300 km all'ora: 300.0 km/h"]),
    ("Scende a 5 gradi sotto zero.", ["5 gradi sotto zero: -5.0 Cel"]),
    (
      "Un terzo degli abitanti, due terzi dei seggi.",
      [
        "Un terzo: 0.3333333333333333 1", "due terzi: 0.6666666666666666 1",
      ]
    ),
    ("Da 10 a 12 euro al chilo.", ["10 a 12 euro al chilo: 10.0…12.0 EUR/kg"]),
    ("Decine di migliaia di persone.", ["Decine di migliaia: 10000.0…100000.0 persone"]),
    ("Costa 1.250,50 euro o 3 mln di dollari.", ["1.250,50 euro: 1250.5 EUR", "3 mln di dollari: 3000000.0 USD"]),
  ])
  func quantities(_ text: String, _ quantities: [String]) { #expect(read(text).quantities == quantities) }

  /// A number in words is what its digits say: all below a thousand, as Italian writes them.
  @Test func numbersInOneWord() {
    let ones = ["", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"]
    let teens = [
      "dieci", "undici", "dodici", "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto",
      "diciannove",
    ]
    let tens = ["", "", "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"]
    func below(_ number: Int) -> String {
      if number < 10 { return ones[number] }
      if number < 20 { return teens[number - 10] }
      let (ten, one) = (tens[number / 10], number % 10)
      return (one == 1 || one == 8 ? String(ten.dropLast()) : ten) + (one == 3 ? "tré" : ones[one])
    }
    var wrong: [String] = []
    for number in 2..<1000 {
      let hundreds = number / 100 == 0 ? "" : (number / 100 == 1 ? "" : ones[number / 100]) + "cento"
      let word = hundreds + below(number % 100)
      if read("Vennero \(word) navi.").quantities != ["\(word): \(number).0 navi"] { wrong.append(word) }
    }
    #expect(wrong.isEmpty)
  }
}
