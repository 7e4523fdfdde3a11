import CopydeskFacts
import CopydeskTestSupport
import CopydeskText
import Testing

@Suite struct QuantityExtractorTests {
  private func quantities(_ text: Text, _ language: String = "en") -> [Quantity] {
    var document = Document(text: text, language: language)
    var scratch: Void = ()
    document[TimeExtractor.self] = TimeExtractor().extract(from: document, using: &scratch)
    return QuantityExtractor().extract(from: document, using: &scratch)
  }

  /// `modifier value unit|counted`, a range as `low…high`.
  private func describe(_ quantity: Quantity) -> String {
    var amount = quantity.value.map { "\($0)" } ?? "?"
    if quantity.value == nil, let low = quantity.low, let high = quantity.high { amount = "\(low)…\(high)" }
    return "\(quantity.modifier.rawValue) \(amount) \(quantity.unit ?? quantity.counted ?? "-")"
  }

  private func expect(
    _ marked: String, _ values: [String], _ language: String = "en", at location: SourceLocation = #_sourceLocation
  ) {
    let marked = MarkedText(marked)
    let found = quantities(marked.text, language)
    #expect(found.map { marked.text[$0.range] } == marked.strings, sourceLocation: location)
    #expect(found.map(describe) == values, sourceLocation: location)
  }

  @Test(arguments: [
    ("a tunnel of ⟦14 km⟧ and ⟦600 metres⟧", ["= 14.0 km", "= 600.0 m"]),
    ("about ⟦3,000 hectares⟧ burned", ["~ 3000.0 har"]),
    ("winds of ⟦80 km/h⟧ at ⟦−3 °C⟧", ["= 80.0 km/h", "= -3.0 Cel"]),
    ("Turnout was ⟦41.5%⟧, up ⟦two percentage points⟧.", ["= 41.5 %", "= 2.0 {pp}"]),
    ("She is ⟦5 feet 4 inches⟧ tall.", ["= 64.0 [in_i]"]),
    ("a ⟦7mm⟧ bolt, a ⟦40-tonne⟧ truck", ["= 7.0 mm", "= 40.0 t"]),
    ("⟦Two and a half years⟧ of talks", ["= 2.5 a"]),
    ("a ⟦29-year-old⟧ nurse", ["= 29.0 a"]),
    ("Petrit Berisha, ⟦47⟧, was freed.", ["= 47.0 a"]),
    ("⟦6⟧ or ⟦7 miles⟧", ["= 6.0 [mi_i]", "= 7.0 [mi_i]"]),
    ("⟦500 g⟧ of cocaine, ⟦five km⟧ off, ⟦1.4 A/cm2⟧", ["= 500.0 g", "= 5.0 km", "= 1.4 A/cm2"]),
    ("⟦2000 grams⟧ of flour, ⟦1 point 5 litres⟧ of milk", ["= 2000.0 g", "= 1.5 L"]),
    ("It fell to ⟦zero⟧; net zero is far.", ["= 0.0 -"]),
    ("model PS2.7m and v1.10.2", []),
    ("an error of plus or minus ⟦2.5⟧ points", ["= 2.5 points"]),
    ("a bolt of ⟦12.5±0.5 mm⟧, a beam of ⟦40 +/- 3 cm⟧", ["= 12.0…13.0 mm", "= 37.0…43.0 cm"]),
    (
      "⟦two or three hundred⟧ letters, ⟦four or five thousand dollars⟧",
      ["= 200.0…300.0 letters", "= 4000.0…5000.0 USD"]
    ),
    ("an ⟦8- to 10-week⟧ course", ["= 8.0…10.0 wk"]),
    ("It costs ⟦a dollar and 35 cents⟧, or ⟦40c a litre⟧.", ["= 1.35 USD", "= 40.0 {cent}/L"]),
    ("⟦one ton and a half⟧, ⟦six degrees below zero⟧", ["= 1.5 t", "= -6.0 Cel"]),
    ("a bill of ⟦$16.6 billion⟧, ⟦1.1 million⟧ forms", ["= 16600000000.0 USD", "= 1100000.0 forms"]),
    (
      "It fell to ⟦zero⟧—proof enough; ⟦400 cubic inches⟧, ⟦5K⟧ people",
      ["= 0.0 -", "= 400.0 [cin_i]", "= 5000.0 people"]
    ),
    ("⟦27⟧ x ⟦20 cm⟧", ["= 27.0 -", "= 20.0 cm"]),
    ("the 21st-century town, a man of ⟦12st⟧", ["= 12.0 [stone_av]"]),
  ])
  func measures(_ text: String, _ values: [String]) { expect(text, values) }

  @Test(arguments: [
    ("It paid ⟦€4m⟧, ⟦$1.2 billion⟧ and ⟦30 euros⟧.", ["= 4000000.0 EUR", "= 1200000000.0 USD", "= 30.0 EUR"]),
    (
      "⟦US$ 75,000⟧, ⟦A$9m⟧, ⟦CHF 1,500⟧, ⟦USD20m⟧",
      ["= 75000.0 USD", "= 9000000.0 AUD", "= 1500.0 CHF", "= 20000000.0 USD"]
    ),
    ("at ⟦$70 a barrel⟧ and ⟦$15 an hour⟧", ["= 70.0 USD/[bbl_us]", "= 15.0 USD/h"]),
    ("They will pay ⟦C$7⟧ (⟦US$5.12⟧) per share", ["= 7.0 CAD/{share}", "= 5.12 USD"]),
    ("⟦30 MUSD⟧, ⟦three pounds 50p⟧, ⟦ten tugriks⟧", ["= 30000000.0 USD", "= 3.5 GBP", "= 10.0 MNT"]),
    ("⟦2 million 500 thousand euros⟧, ⟦one billion and a half million⟧", ["= 2500000.0 EUR", "= 1000500000.0 -"]),
    ("⟦three million, two hundred and six dollars⟧", ["= 3000206.0 USD"]),
    ("He owed ⟦900 pounds⟧ for a ⟦60-pound⟧ dog.", ["= 900.0 GBP", "= 60.0 [lb_av]"]),
  ])
  func money(_ text: String, _ values: [String]) { expect(text, values) }

  @Test(arguments: [
    ("⟦between 4 and 6 million⟧ voters", ["= 4000000.0…6000000.0 voters"]),
    ("⟦15–20%⟧ of ⟦8 to 12 km⟧", ["= 15.0…20.0 %", "= 8.0…12.0 km"]),
    ("It costs ⟦$3-4 billion⟧.", ["= 3000000000.0…4000000000.0 USD"]),
    ("It grew from ⟦24 to 33-35 billion euros⟧.", ["= 24000000000.0…35000000000.0 EUR"]),
    ("⟦tens of thousands⟧ of pilgrims", ["~ 10000.0…100000.0 pilgrims"]),
  ])
  func ranges(_ text: String, _ values: [String]) { expect(text, values) }

  @Test(arguments: [
    ("more than ⟦200⟧ shops", ["> 200.0 shops"]),
    ("up to ⟦nine meters⟧, at least ⟦15⟧ trucks, fewer than ⟦50⟧", ["<= 9.0 m", ">= 15.0 trucks", "< 50.0 -"]),
    ("nearly ⟦half⟧ of the ballots", ["~ 0.5 1"]),
    ("⟦several kilometres⟧ from ⟦a few thousand⟧ tents", ["~ ? km", "~ ? tents"]),
  ])
  func modifiers(_ text: String, _ values: [String]) { expect(text, values) }

  @Test(arguments: [
    ("more than ⟦50 kilometres⟧ (⟦31 miles⟧)", ["> 50.0 km", "> 31.0 [mi_i]"]),
    ("a ⟦5⟧- or ⟦6-inch⟧ pipe", ["= 5.0 [in_i]", "= 6.0 [in_i]"]),
    ("from ⟦3 to about 9 litres⟧", ["= 3.0…9.0 L"]),
    ("It made ⟦$9 billion⟧, after ⟦$7 billion⟧ a year earlier.", ["= 9000000000.0 USD", "= 7000000000.0 USD"]),
    ("⟦9 million⟧ homes, including ⟦2 million⟧ in the hills", ["= 9000000.0 homes", "= 2000000.0 homes"]),
    ("The index rose ⟦14⟧ points to ⟦1,200.5⟧.", ["= 14.0 points", "= 1200.5 points"]),
    ("a balance of ⟦$-7.5bn⟧ in May", ["= -7500000000.0 USD"]),
    ("more than ⟦10 and less than 40 miles⟧", ["= 10.0…40.0 [mi_i]"]),
    (
      "⟦fifty - two⟧ seats, ⟦4e14⟧ atoms, a plank ⟦2 1/2 in⟧ thick",
      ["= 52.0 seats", "= 400000000000000.0 atoms", "= 2.5 [in_i]"]
    ),
    ("to ⟦1,463.87⟧ points, while the other fell to ⟦1,333.18⟧,", ["= 1463.87 points", "= 1333.18 points"]),
    ("She turned ⟦40⟧ in May.", ["= 40.0 a"]),
    ("a ⟦$US113 trillion⟧ debt and a Boeing 777F", ["= 113000000000000.0 USD"]),
    ("a child under the age of ⟦9⟧", ["< 9.0 a"]),
    ("The brothers, aged ⟦12⟧ and ⟦15⟧", ["= 12.0 a", "= 15.0 a"]),
    ("They gave ⟦20 dollars 50⟧.", ["= 20.5 USD"]),
    ("a mass of ⟦3×10^6 kg⟧", ["= 3000000.0 kg"]),
  ])
  func neighbours(_ text: String, _ values: [String]) { expect(text, values) }

  @Test(arguments: [
    ("⟦Two⟧ new 737 Max jets landed.", ["= 2.0 new 737 Max jets"]),
    ("⟦Thousands⟧ of COVID-19 tests were lost.", ["~ 1000.0…10000.0 COVID-19 tests"]),
    ("⟦500⟧ ⟦250ml⟧ bottles", ["= 500.0 bottles", "= 250.0 mL"]),
    ("⟦300⟧ Model X and Model Y tractors", ["= 300.0 Model X and Model Y tractors"]),
    ("It flew a 737 to Oslo, a 747 replacement.", []),
  ])
  func nounPhrases(_ text: String, _ values: [String]) { expect(text, values) }

  @Test(arguments: [
    ("⟦Three and two fifths⟧ of it", ["= 3.4 -"]),
    ("sales fell by ⟦a fifth⟧.", ["= 0.2 1"]),
    ("⟦a quarter million⟧ trees, ⟦hundred thousand⟧ shrubs", ["= 250000.0 trees", "= 100000.0 shrubs"]),
    ("⟦six million and two thirds⟧", ["= \(6_000_000 + 2.0 / 3 * 1_000_000) -"]),
  ])
  func parts(_ text: String, _ values: [String]) { expect(text, values) }

  @Test(arguments: [
    ("de", "Anna Kern (⟦41⟧) und ein ⟦29-jähriger⟧ Mann bei ⟦minus 4 Grad⟧", ["= 41.0 a", "= 29.0 a", "= -4.0 Cel"]),
    ("de", "Eine Frau und ein Kind, ⟦eine Million Euro⟧", ["= 1000000.0 EUR"]),
    ("sq", "Besa Koci, ⟦52 vjeçe⟧, pagoi ⟦3 deri në 5 euro⟧ për një libër.", ["= 52.0 a", "= 3.0…5.0 EUR"]),
    ("sr-Cyrl", "брод плови ⟦12 чворова⟧", ["= 12.0 [kn_i]"]),
    (
      "tr", "⟦9 kilometrelik⟧ yol ⟦20 dakikada⟧, ⟦15 liradan⟧ ⟦40 yaşındaki⟧",
      ["= 9.0 km", "= 20.0 min", "= 15.0 TRY", "= 40.0 a"]
    ),
  ])
  func forms(_ language: String, _ text: String, _ values: [String]) { expect(text, values, language) }

  @Test(arguments: [
    ("⟦three⟧ hooded and armed men ran", ["= 3.0 hooded and armed men"]),
    ("⟦12⟧ advance command posts near Tuzla", ["= 12.0 advance command posts"]),
    ("⟦Two hundred and fifty⟧ police officers watched.", ["= 250.0 police officers"]),
    ("⟦Half a million⟧ refugees; ⟦a dozen⟧ ships", ["= 500000.0 refugees", "= 12.0 ships"]),
    ("⟦One in four⟧ pupils, ⟦two-thirds⟧ of drivers", ["= 0.25 1", "= \(2.0 / 3) 1"]),
    ("more than ⟦70,000⟧ dead", ["> 70000.0 dead"]),
  ])
  func counts(_ text: String, _ values: [String]) { expect(text, values) }

  @Test(arguments: [
    "in 2014 and on 3 June 2015", "They won 3-1.", "a 7-Eleven", "a one-on-one talk", "a two-by-four",
    "the file build_39", "doi:10.7717/peer", "the drone QX-9B",
    "dial 02382", "agent 007", "ISBN: 97831614", "1120 N. Lake St.", "9501 Harbor Blvd", "14 Elm Avenue", "season four",
    "the 31st-floor flat", "type 2 diabetes", "category 5 hurricanes", "critics from all quarters", "a note [16]",
    "call 18001 0800 0282 878", "a 4K screen", "One suspects he lied.",
    "Article 12 and Resolution 1325", "the 22nd brigade",
    "no one came at 16:30", "call +381 11 555 333", "the iPhone 14", "the first half", "during the 1990s",
  ])
  func notQuantities(_ text: String) { expect(text, []) }

  @Test(arguments: [
    (
      "It went for ⟦$A6.4 million⟧ (⟦$A80,200 a hectare⟧) and ⟦NZD3.4m⟧.",
      ["= 6400000.0 AUD", "= 80200.0 AUD/har", "= 3400000.0 NZD"]
    ),
    (
      "prices from ⟦RM700 to RM1,200⟧ or ⟦between $US30 million and $US35 million⟧",
      ["= 700.0…1200.0 MYR", "= 30000000.0…35000000.0 USD"]
    ),
    (
      "They fined him ⟦$400 to $3 million⟧, not ⟦$2 to $3 million⟧.",
      ["= 400.0…3000000.0 USD", "= 2000000.0…3000000.0 USD"]
    ),
    ("Nikkei 225 ⟦-1.9%⟧, FTSE 100 ⟦-0.2%⟧", ["= -1.9 %", "= -0.2 %"]),
    ("sales rose more than ⟦sixfold⟧, a ⟦10-fold⟧ jump", ["> 6.0 1", "= 10.0 1"]),
    ("The pilot, ⟦38⟧, and her sister, ⟦27⟧, swam.", ["= 38.0 a", "= 27.0 a"]),
    ("Their now-⟦9-month-old⟧ dog slept.", ["= 9.0 mo"]),
    ("It sold ⟦14m⟧ of these lamps and ⟦14m⟧ of rope.", ["= 14000000.0 lamps", "= 14.0 m"]),
    ("He lost ⟦20 pounds⟧ by walking.", ["= 20.0 [lb_av]"]),
    ("⟦80 million⟧ of the ⟦300 million kroner⟧ is there.", ["= 80000000.0 DKK", "= 300000000.0 DKK"]),
    ("Milk costs ⟦1.10 euros a litre⟧, up from ⟦0.98⟧.", ["= 1.1 EUR/L", "= 0.98 EUR/L"]),
    ("It costs ⟦£20 a-year⟧; ⟦30 cubic metres⟧ of water per second", ["= 20.0 GBP/a", "= 30.0 m3/s"]),
    (
      "⟦3 204 118⟧ people, ⟦4 hundred and 11⟧ shops, ⟦three quarters of a billion⟧",
      ["= 3204118.0 people", "= 411.0 shops", "= 750000000.0 -"]
    ),
    ("A magnitude-⟦5.8⟧ quake; ⟦4⟧ MPs; a hum of ⟦50 HZ⟧", ["= 5.8 quake", "= 4.0 MPs", "= 50.0 Hz"]),
    ("Every village; ⟦every fifth⟧ voter", ["= 0.2 1"]),
  ])
  func composed(_ text: String, _ values: [String]) { expect(text, values) }

  @Test(arguments: [
    "The new ID.7 and the older 737 on the lane", "She lives at 12B Cooper Street.", "17 U.S.C. § 512 is old.",
    "He was No. 3 there.", "a six-figure sum", "https://example.org/find?q=a%28b%29c%20d", "It will be gone by 2140.",
    "Section 5 B",
  ])
  func names(_ text: String) { expect(text, []) }

  @Test(arguments: [
    (
      "es", "Cuesta ⟦mil millones de euros⟧ o ⟦dos mil trescientos millones de euros⟧.",
      ["= 1000000000.0 EUR", "= 2300000000.0 EUR"]
    ),
    ("fr", "Il manque d'⟦un milliard de yens⟧, d'⟦une dizaine⟧ de ponts.", ["= 1000000000.0 JPY", "~ 10.0 ponts"]),
    ("fr", "Un prix de ⟦222 333,50 €⟧, soit ⟦30 euros le mètre carré⟧", ["= 222333.5 EUR", "= 30.0 EUR/m2"]),
    ("fr", "les lignes ⟦146⟧ ⟦152⟧ ⟦158⟧ ⟦164⟧", ["= 146.0 -", "= 152.0 -", "= 158.0 -", "= 164.0 -"]),
    ("fr", "un fonds de ⟦5 M €⟧ et de ⟦2 Md€⟧", ["= 5000000.0 EUR", "= 2000000000.0 EUR"]),
    (
      "sr", "⟦milion evra⟧, više od ⟦milion i po⟧ ljudi, ⟦desetine hiljada⟧ kuća",
      ["= 1000000.0 EUR", "> 1500000.0 ljudi", "~ 10000.0…100000.0 kuća"]
    ),
    (
      "sr", "⟦stotinak⟧ ljudi, ⟦hiljade⟧ kuća, ⟦dve hiljade petsto⟧ knjiga",
      ["~ 100.0 ljudi", "~ 1000.0…10000.0 kuća", "= 2500.0 knjiga"]
    ),
    ("de", "⟦drei Millionen vierhunderttausend Euro⟧, ⟦500 schwedische Kronen⟧", ["= 3400000.0 EUR", "= 500.0 SEK"]),
    ("de", "⟦Jeder Fünfte⟧ kam, ⟦3 GWh⟧, ⟦20 Megawattstunden⟧", ["= 0.2 1", "= 3.0 GW.h", "= 20.0 MW.h"]),
    ("tr", "sıfırın altında ⟦9 derece⟧, saatte ⟦150 kilometre⟧", ["= -9.0 Cel", "= 150.0 km/h"]),
  ])
  func composedElsewhere(_ language: String, _ text: String, _ values: [String]) { expect(text, values, language) }

  /// Where names were looked for, a number inside one is no amount.
  @Test func namesVetoAmounts() {
    var document = Document(text: Text("The show 60 Minutes won 5 prizes."), language: "en")
    let name = TextRange(9, 19)
    #expect(document.text[name] == "60 Minutes")
    document[EntityExtractor.self] = [
      Entity(range: name, type: .work, name: "60 Minutes", confidence: 1, rule: "entity/test")
    ]
    var scratch: Void = ()
    #expect(QuantityExtractor().extract(from: document, using: &scratch).map(\.value) == [5])
  }

  /// What repeats for ever must not recurse or grow out of hand.
  @Test(arguments: [
    "the ", "minus ", "5pm on ", "from 5 to ", "a third of ", "100 ", "1-", "$5 ", "about a ", "one in ",
  ])
  func repeats(_ text: String) {
    let count = quantities(Text(String(repeating: text, count: 3000))).count
    #expect(count <= 3000)
  }

  @Test func bounds() {
    let found = quantities(Text("more than 20 tanks, up to 5 km, about 7 km"))
    #expect(found.map(\.low) == [20, nil, nil])
    #expect(found.map(\.high) == [nil, 5, nil])
    #expect(found.map(\.dimension) == ["count", "length", "length"])
    #expect(found.map(\.rule) == ["quantity/counted", "quantity/unit", "quantity/unit"])
  }

  @Test(arguments: [
    ("de", "rund ⟦3,5 Millionen Euro⟧ für ⟦zweihundertfünfzig⟧ Soldaten", ["~ 3500000.0 EUR", "= 250.0 Soldaten"]),
    ("fr", "plus de ⟦10 000⟧ manifestants et ⟦2 millions d'euros⟧", ["> 10000.0 manifestants", "= 2000000.0 EUR"]),
    ("es", "más de ⟦dos millones de dólares⟧", ["> 2000000.0 USD"]),
    ("tr", "yaklaşık ⟦yüz elli⟧ asker, ⟦yüzde 12,5⟧", ["~ 150.0 asker", "= 12.5 %"]),
    ("sq", "rreth ⟦350 metra⟧ dhe ⟦dyzet e pesë⟧ ushtarë", ["~ 350.0 m", "= 45.0 ushtarë"]),
    ("sr", "oko ⟦dvadeset i pet⟧ vojnika, ⟦10.000 evra⟧", ["~ 25.0 vojnika", "= 10000.0 EUR"]),
    ("sr-Cyrl", "око ⟦двадесет и пет⟧ војника", ["~ 25.0 војника"]),
  ])
  func languages(_ language: String, _ text: String, _ values: [String]) { expect(text, values, language) }
}
