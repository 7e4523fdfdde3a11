import CopydeskFacts
import CopydeskText
import Testing

@Suite struct BaseUnitTests {
  @Test(arguments: [
    ("km", 5.0, "m", 5000.0), ("[mi_i]/h", 60.0, "m/s", 26.8224), ("[bbl_us]", 2.0, "m3", 0.317974589856),
    ("Cel", 0.0, "K", 273.15), ("[degF]", 212.0, "K", 373.15), ("%", 12.0, "1", 0.12), ("GBy", 1.0, "By", 1e9),
    ("kg/m3", 1.0, "kg/m3", 1.0), ("a", 1.0, "s", 31_557_600.0), ("g/km", 90.0, "kg/m", 0.00009),
  ])
  func conversion(_ unit: String, _ value: Double, _ base: String, _ expected: Double) {
    let row = BaseUnit(of: unit)
    #expect(row?.symbol == base)
    #expect(row.map { abs($0.convert(value) - expected) <= abs(expected) * 1e-12 } == true)
  }

  @Test(arguments: ["USD", "USD/[bbl_us]", "{cent}", "", "/", "Cel/d", "people"])
  func noFixedRate(_ unit: String) { #expect(BaseUnit(of: unit) == nil) }

  @Test func rangesAreConvertedAtBothEnds() {
    let range = Quantity(
      range: TextRange(0, 7), value: nil, low: 5, high: 10, unit: "km", dimension: "length", confidence: 1, rule: "test"
    )
    let base = range.inBaseUnit()
    #expect(base?.low == 5000 && base?.high == 10_000 && base?.value == nil && base?.unit == "m")
  }
}
