import Glibc

/// The weights that make right samples likely and wrong ones unlikely, each held near a value that is given.
package enum LogisticRegression {
  /// Fits by Newton's steps.
  /// - Parameters:
  ///   - samples: values, as many as there are weights, and whether the sample is right.
  ///   - prior: the values that the weights are held near (normal, variance 1), against few samples.
  ///   - fixed: how many of the first weights stay at that value.
  package static func weights(
    _ samples: [(values: [Double], isRight: Bool)], prior: [Double], fixed: Int = 0
  ) -> [Double] {
    let free = fixed..<prior.count
    var weights = prior
    for _ in 0..<50 {
      var gradient = free.map { prior[$0] - weights[$0] }
      var matrix = free.map { row in free.map { $0 == row ? 1.0 : 0 } }
      for sample in samples {
        let x = sample.values
        let share = 1 / (1 + exp(-zip(x, weights).reduce(0) { $0 + $1.0 * $1.1 }))
        for row in free {
          gradient[row - fixed] += x[row] * ((sample.isRight ? 1 : 0) - share)
          for column in free { matrix[row - fixed][column - fixed] += x[row] * x[column] * share * (1 - share) }
        }
      }
      var step = solution(matrix, gradient)
      // A whole step can be too long where nearly all samples are easy, and then the next one is longer still.
      let before = loss(weights, samples, prior)
      var after = weights
      repeat {
        for index in free { after[index] = weights[index] + step[index - fixed] }
        if loss(after, samples, prior) <= before { break }
        for index in step.indices { step[index] /= 2 }
      } while !isSmall(step)
      if isSmall(step) { break }
      weights = after
    }
    return weights
  }

  private static func isSmall(_ step: [Double]) -> Bool { step.allSatisfy { abs($0) < 1e-7 } }

  /// How unlikely the samples are, and the weights.
  private static func loss(
    _ weights: [Double], _ samples: [(values: [Double], isRight: Bool)], _ prior: [Double]
  ) -> Double {
    let distance = zip(weights, prior).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / 2
    return samples.reduce(into: distance) { sum, sample in
      let score = zip(sample.values, weights).reduce(0) { $0 + $1.0 * $1.1 } * (sample.isRight ? -1 : 1)
      sum += score > 30 ? score : log1p(exp(score))
    }
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
