import Glibc

/// Learns how much the second look at a candidate (`Consensus`) makes of what it sees: a logistic regression.
public struct ConsensusFit {
  private var samples: [(features: Consensus.Features, isRight: Bool)] = []
  /// Below that there is too little to learn from.
  private static let least = 500

  /// A fit without samples.
  public init() {}

  /// Adds the candidates in a document that the tagger has not learned from.
  public mutating func add(_ document: TrainingDocument, _ tagger: Tagger) {
    let (names, features) = tagger.firstLook(at: document)
    let gold = Set(document.names)
    for (name, features) in zip(names, features) {
      let type = tagger.model.labels.types[name.type]
      samples.append((features, gold.contains(document.name(at: name.tokens, type: type))))
    }
  }

  /// The weights, `Consensus.count` of them; none if there is too little to learn from.
  public func weights() -> [Float] {
    guard samples.count(where: { $0.features[2] > 0 }) >= Self.least else { return [] }
    let values = samples.map { sample in
      (values: (0..<Consensus.count).map { Double(sample.features[$0]) }, isRight: sample.isRight)
    }
    // What the first look says counts as it is.
    let prior = [1] + Array(repeating: 0.0, count: Consensus.count - 1)
    return LogisticRegression.weights(values, prior: prior, fixed: 1).map(Float.init)
  }

  /// The probability of each candidate after a second look with these weights (none: after the first), and whether it is a
  /// name.
  public func outcomes(_ weights: [Float]) -> [(probability: Float, isRight: Bool)] {
    var factors = Consensus.Features()
    factors[0] = 1
    for (index, weight) in weights.enumerated() { factors[index] = weight }
    return samples.map { (1 / (1 + exp(-($0.features * factors).sum())), $0.isRight) }
  }
}
