import CopydeskTestSupport
import CopydeskText
import Foundation
import Testing

/// What the two layers say of the same words, on all of our pages.
@Suite struct TimesAndQuantitiesTests {
  private struct Record: Decodable {
    struct Span: Decodable {
      let start, end: Int
      let text: String
      let unit: String?
    }
    let quantities, times: [Span]?
    let text: String?
  }

  private static let units: Set<String> = ["a", "mo", "wk", "d", "h", "min", "s"]

  /// A number with its unit of time is a time as well. An age without its unit (`Berg, 34`) is none.
  @Test func everyNumberedAmountOfTimeIsATime() throws {
    var wrong: [String] = []
    var count = 0
    for path in ["Tests/CopydeskTests/Golden/seeds.jsonl", "Tests/CopydeskTests/Golden/Corpus.jsonl"] {
      for line in try Repository.bytes(path).split(separator: 0x0A) {
        guard let record = try? JSONDecoder().decode(Record.self, from: Data(line)) else { continue }
        for amount in record.quantities ?? [] {
          guard let unit = amount.unit, Self.units.contains(unit), amount.text.contains(where: \.isLetter),
            amount.text.contains(where: { $0 == " " || $0 == "-" })
          else { continue }
          count += 1
          let isTime = (record.times ?? []).contains { $0.start < amount.end && amount.start < $0.end }
          if !isTime { wrong.append(amount.text) }
        }
      }
    }
    #expect(count > 50)
    #expect(wrong == [])
  }
}
