import CopydeskTestSupport
import Testing

@testable import CopydeskTagger

@Suite struct ConsensusTests {
  private struct Name {
    let tokens: Range<Int>
    var type = 0
    let share: Float
  }

  /// The mean of what the rest of the document says: +4 for the same type, −4 for another.
  private static let vote = Consensus.Features([1, 0, 0, 4, -4, 4, -4, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  /// The longer name that says it most clearly.
  private static let witness = Consensus.Features([1, 0, 0, 0, 0, 0, 0, 4, -4, 0, 0, 0, 0, 0, 0, 0])

  /// The probabilities after a second look at names in a text of words with spaces between.
  private func second(
    _ text: String, endings: String = "", by weights: Consensus.Features = vote, _ names: [Name]
  ) -> [Float] {
    let store = WordStore(lexicon: .empty, endings: Endings(endings), limit: 64)
    let features = DocumentFeatures(store: store, lexicon: .empty)
    let words = text.split(separator: " ").map { Array($0.utf8) }
    features.words.reserve(words.count)
    for (index, word) in words.enumerated() {
      features.words.base[index] = word.withUnsafeBytes { store.id(of: $0) { _, _ in } }
    }
    features.read(count: words.count, sentences: [0..<words.count], hints: [])
    var tagged = names.map { TaggedName(tokens: $0.tokens, type: $0.type, confidence: $0.share) }
    Consensus(features).reweigh(&tagged, tokens: words.count, by: weights)
    return tagged.map(\.confidence)
  }

  @Test func aNameOfTheSameTypeElsewhereSpeaksForIt() {
    let after = second(
      "Holding fell and Holding rose", [Name(tokens: 0..<1, share: 0.9), Name(tokens: 3..<4, share: 0.3)])
    #expect(after[1] > 0.9)
    #expect(after[0] > 0.9)
  }

  @Test func aNameOfAnotherTypeSpeaksAgainstIt() {
    let after = second(
      "Holding fell and Holding rose",
      [Name(tokens: 0..<1, type: 1, share: 0.9), Name(tokens: 3..<4, type: 0, share: 0.5)])
    #expect(after[1] < 0.1)
  }

  @Test func aPartOfALongerNameCounts() {
    let after = second(
      "Ana Petrova spoke as Petrova left", [Name(tokens: 0..<2, share: 0.95), Name(tokens: 4..<5, share: 0.4)])
    #expect(after[1] > 0.9)
    // The longer name stands there once: nothing is said of it.
    #expect(abs(after[0] - 0.95) < 0.001)
  }

  @Test func oneFullNameSpeaksForAllThatFollow() {
    let names =
      [Name(tokens: 0..<2, share: 0.95)] + (1...8).map { Name(tokens: $0 * 2 + 1..<$0 * 2 + 2, share: 0.4) }
    let text = "Ana Petrova" + String(repeating: " saw Petrova", count: 8)
    let after = second(text, by: Self.witness, names)
    #expect(after.dropFirst().allSatisfy { $0 > 0.95 })
    // Eight places to one: the mean drowns it.
    #expect(second(text, by: Self.vote, names)[1] < after[1])
    // The word alone, as often as it stands there, is no witness.
    let alone = names.dropFirst().map { Name(tokens: $0.tokens.lowerBound - 2..<$0.tokens.lowerBound - 1, share: 0.4) }
    let rest = String(text.dropFirst("Ana Petrova ".count))
    #expect(second(rest, by: Self.witness, alone).allSatisfy { abs($0 - 0.4) < 0.001 })
  }

  @Test func oneFullNameOfAnotherTypeSpeaksAgainstAll() {
    let names = [Name(tokens: 0..<2, type: 1, share: 0.95)] + [3, 5].map { Name(tokens: $0..<$0 + 1, share: 0.5) }
    #expect(second("Ana Petrova saw Petrova saw Petrova", by: Self.witness, names).dropFirst().allSatisfy { $0 < 0.2 })
  }

  @Test func aLoneNameStaysAsItWas() {
    let after = second("Oslo is far from Lima", [Name(tokens: 0..<1, share: 0.4), Name(tokens: 4..<5, share: 0.7)])
    #expect(zip(after, [0.4, 0.7] as [Float]).allSatisfy { abs($0 - $1) < 0.001 })
  }

  @Test func formsOfOneNameAreOneWord() {
    let names = [Name(tokens: 0..<1, share: 0.95), Name(tokens: 3..<4, share: 0.3)]
    #expect(second("Holdinga nema bez Holdingu tada", endings: "a> u>", names)[1] > 0.9)
    #expect(abs(second("Holdinga nema bez Holdingu tada", names)[1] - 0.3) < 0.001)
  }

  @Test func anotherWordBehindIsAnotherName() {
    let names = [Name(tokens: 0..<2, share: 0.95), Name(tokens: 3..<5, share: 0.3)]
    #expect(abs(second("Port Said and Port Louis", names)[1] - 0.3) < 0.001)
    #expect(second("Port Said and Port Said", names)[1] > 0.9)
  }

  /// What a tagger that an earlier version wrote knows nothing of has no weight.
  @Test func fewerWeightsAreTheFirst() throws {
    let labels = LabelSet(types: ["PER"])
    func weights(_ consensus: [Float]) throws -> Consensus.Features? {
      let bytes = TaggerModel.bytes(
        labels: labels, properties: [], bits: 4, weights: Array(repeating: 0, count: labels.stride << 4), scale: 1,
        transitions: Array(repeating: 0, count: labels.count * labels.stride), bias: 0, calibration: [],
        consensus: consensus)
      let file = FileBytes(bytes)
      return try TaggerModel(file: file.bytes, owner: file).consensus
    }
    #expect(try weights([1, 0, 0, 4, -4, 4, -4]) == Self.vote)
    #expect(try weights([]) == nil)
    #expect(throws: TaggerModel.Failure.isOther) { try weights(Array(repeating: 1, count: Consensus.count + 1)) }
  }

  @Test func aThousandSurnamesTakeNoTime() {
    let count = 20_000
    let text = (0..<count).map { "John Name\($0)" }.joined(separator: " ")
    let names = (0..<count).map { Name(tokens: $0 * 2..<$0 * 2 + 2, share: 0.5) }
    // Each pair of them compared would take minutes.
    #expect(processorTime { _ = second(text, names) } < .seconds(20))
  }

  @Test func aThousandOccurrencesTakeNoTime() {
    let words = Array(repeating: "Oslo", count: 20_000).joined(separator: " ")
    let names = (0..<20_000).map { Name(tokens: $0..<$0 + 1, share: 0.5) }
    #expect(second(words, names).allSatisfy { $0 > 0.5 })
  }
}
