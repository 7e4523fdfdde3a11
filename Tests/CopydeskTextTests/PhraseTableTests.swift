import CopydeskText
import Testing

@Suite struct PhraseTableTests {
  private let table = PhraseTable([
    (phrase: "Kosovo", value: 1), (phrase: "Kosovo Police", value: 2), (phrase: "Kosovo Security Force", value: 3),
    (phrase: "U.S.", value: 4), (phrase: "Kleçkë", value: 5),
  ])

  private func match(_ string: String, at index: Int = 0) -> [Int]? {
    table.longestMatch(Tokenizer.tokens(of: Text(string)), at: index).map { [$0.value, $0.count] }
  }

  @Test func takesTheLongest() {
    #expect(match("Kosovo Police said") == [2, 2])
    #expect(match("Kosovo security council") == [1, 1])
    #expect(match("KOSOVO SECURITY FORCE") == [3, 3])
    #expect(match("in KLEÇKË", at: 1) == [5, 1])
    #expect(match("U.S. troops") == [4, 1])
    #expect(match("Serbia") == nil)
  }

  @Test func stopsAtLineBreaks() { #expect(match("Kosovo\nPolice") == [1, 1]) }

  @Test func growsAndKeepsAll() {
    let words = (0..<5000).map { "w\($0) x\($0)" }
    let table = PhraseTable(words.enumerated().map { (phrase: $1, value: $0) })
    #expect(table.count == 5000)
    for (index, word) in words.enumerated() {
      #expect(table.longestMatch(Tokenizer.tokens(of: Text(word)), at: 0)?.value == index)
    }
  }
}
