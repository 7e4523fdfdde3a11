import CopydeskText
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
      let range = TextRange(
        Int(document.tokens[name.tokens.lowerBound].start), Int(document.tokens[name.tokens.upperBound - 1].end))
      let type = tagger.model.labels.types[name.type]
      samples.append((features, gold.contains(TrainingDocument.Name(range: range, type: type))))
    }
  }

  /// The weights, `Consensus.count` of them; none if there is too little to learn from.
  public func weights() -> [Float] {
    guard samples.count(where: { $0.features[2] > 0 }) >= Self.least else { return [] }
    let count = Consensus.count
    // The first one stays 1, the others are held near 0.
    var weights = [Double](repeating: 0, count: count)
    weights[0] = 1
    for _ in 0..<50 {
      var gradient = weights.map { -$0 }
      gradient[0] = 0
      var matrix = (0..<count).map { row in (0..<count).map { $0 == row ? 1.0 : 0 } }
      for sample in samples {
        let x = (0..<count).map { Double(sample.features[$0]) }
        let share = 1 / (1 + exp(-zip(x, weights).reduce(0) { $0 + $1.0 * $1.1 }))
        for row in 1..<count {
          gradient[row] += x[row] * ((sample.isRight ? 1 : 0) - share)
          for column in 1..<count { matrix[row][column] += x[row] * x[column] * share * (1 - share) }
        }
      }
      let step = Self.solution(matrix, gradient)
      for index in weights.indices { weights[index] += step[index] }
      if step.allSatisfy({ abs($0) < 1e-7 }) { break }
    }
    return weights.map(Float.init)
  }

  /// The probability of each candidate after a second look with these weights (none: after the first), and whether it is a
  /// name.
  public func outcomes(_ weights: [Float]) -> [(probability: Float, isRight: Bool)] {
    var factors = Consensus.Features()
    factors[0] = 1
    for (index, weight) in weights.enumerated() { factors[index] = weight }
    return samples.map { (1 / (1 + exp(-($0.features * factors).sum())), $0.isRight) }
  }

  /// Solves the equations of a positive definite matrix.
  private static func solution(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var (rows, out) = (matrix, right)
    for pivot in rows.indices {
      for row in rows.indices where row != pivot {
        let factor = rows[row][pivot] / rows[pivot][pivot]
        for column in rows.indices { rows[row][column] -= factor * rows[pivot][column] }
        out[row] -= factor * out[pivot]
      }
    }
    return out.indices.map { out[$0] / rows[$0][$0] }
  }
}
