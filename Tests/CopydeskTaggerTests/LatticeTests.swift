import Testing

@testable import CopydeskTagger

@Suite struct LatticeTests {
  private struct Name: Equatable {
    let first: Int
    let last: Int
    let type: Int
    let confidence: Float
  }

  /// Scores of a sentence in which most tokens are far from any name.
  private func scores(of tokens: Int, _ labels: LabelSet, seed: UInt64) -> [Float] {
    var state = seed
    func next() -> Float {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(state >> 40) / Float(1 << 24)
    }
    var scores: [Float] = []
    for _ in 0..<tokens {
      scores.append(next() < 0.7 ? 11 + next() : 0)
      for label in 1..<labels.stride { scores.append(label < labels.count ? next() * 3 - 1.5 : 0) }
    }
    return scores
  }

  /// The names; `top` changes what the lattice is told of the best label that is none of `O`.
  private func names(_ scores: [Float], _ lattice: Lattice, _ labels: LabelSet, isParted: Bool) -> [Name] {
    let tokens = scores.count / labels.stride
    lattice.start(count: tokens)
    for token in 0..<tokens {
      let row = Array(scores[token * labels.stride..<(token + 1) * labels.stride])
      for label in stride(from: 0, to: labels.stride, by: 8) {
        lattice.set(token, label, SIMD8(row[label..<label + 8]))
      }
      lattice.finish(token, bias: 0, top: isParted ? row[1..<labels.count].max() ?? 0 : .infinity)
    }
    var names: [Name] = []
    lattice.decode { names.append(Name(first: $0, last: $1, type: $2, confidence: $3)) }
    return names
  }

  @Test func partsOfASentenceAreDecodedAsTheWhole() {
    let labels = LabelSet(types: ["PER", "ORG", "LOC"])
    let transitions = (0..<labels.count * labels.stride).map { Float(($0 * 37) % 11) / 5 - 1 }
    let lattice = Lattice(labels: labels, transitions: transitions)
    var found = 0
    for seed in 0..<200 as Range<UInt64> {
      let scores = scores(of: 1 + Int(seed % 40), labels, seed: seed)
      let whole = names(scores, lattice, labels, isParted: false)
      let parted = names(scores, lattice, labels, isParted: true)
      #expect(whole.map { [$0.first, $0.last, $0.type] } == parted.map { [$0.first, $0.last, $0.type] })
      for (one, other) in zip(whole, parted) { #expect(abs(one.confidence - other.confidence) < 0.001) }
      found += whole.count
    }
    #expect(found > 100)
  }
}
