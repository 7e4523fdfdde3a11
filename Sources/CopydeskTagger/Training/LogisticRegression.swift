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
      let step = solution(matrix, gradient)
      for index in free { weights[index] += step[index - fixed] }
      if step.allSatisfy({ abs($0) < 1e-7 }) { break }
    }
    return weights
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
