import Glibc

/// One sentence of the random field in training: scores in, gradient out.
final class TrainingChain {
  private let labels: LabelSet
  private let stride: Int
  private let n: Int
  /// The weights of label pairs, `stride` for each first label.
  private(set) var transitions: [Float]
  private var squares: [Float]
  private var slopes: [Float]
  private var factors: [Float]
  private var turned: [Float]
  private let allowed: [Bool]
  private var count = 0
  private var capacity = 0
  private var scores: UnsafeMutablePointer<Float>
  private var potentials: UnsafeMutablePointer<Float>
  private var forward: UnsafeMutablePointer<Float>
  private var backward: UnsafeMutablePointer<Float>
  private let message: UnsafeMutablePointer<Float>

  init(labels: LabelSet) {
    self.labels = labels
    (stride, n) = (labels.stride, labels.count)
    transitions = Array(repeating: 0, count: n * stride)
    (squares, slopes, factors) = (transitions, transitions, transitions)
    turned = transitions
    var allowed = [Bool](repeating: false, count: n * stride)
    for from in 0..<n {
      for to in 0..<n { allowed[from * stride + to] = labels.allows(to, after: from) }
    }
    self.allowed = allowed
    (scores, potentials) = (.allocate(capacity: 1), .allocate(capacity: 1))
    (forward, backward) = (.allocate(capacity: 1), .allocate(capacity: 1))
    message = .allocate(capacity: stride)
    refresh()
  }

  deinit {
    for pointer in [scores, potentials, forward, backward, message] { pointer.deallocate() }
  }

  private func refresh() {
    for from in 0..<n {
      for to in 0..<n {
        let factor = allowed[from * stride + to] ? exp(transitions[from * stride + to]) : 0
        factors[from * stride + to] = factor
        turned[to * stride + from] = factor
      }
    }
  }

  func start(count: Int) {
    self.count = count
    if count > capacity {
      capacity = count * 2
      for pointer in [scores, potentials, forward, backward] { pointer.deallocate() }
      scores = .allocate(capacity: capacity * stride)
      potentials = .allocate(capacity: capacity * stride)
      forward = .allocate(capacity: capacity * stride)
      backward = .allocate(capacity: capacity * stride)
    }
    scores.update(repeating: 0, count: count * stride)
  }

  /// The scores of a token; after `gradient`, the slopes of them.
  @inline(__always)
  func withScores(of token: Int, _ body: (UnsafeMutablePointer<Float>) -> Void) { body(scores + token * stride) }

  @inline(__always)
  private func normalise(_ row: UnsafeMutablePointer<Float>) -> Float {
    var total: Float = 0
    for label in 0..<n { total += row[label] }
    let factor = 1 / max(total, 1e-30)
    for label in 0..<stride { row[label] *= factor }
    return total
  }

  /// Replaces the scores with the slopes of the log-likelihood of the right labels; returns the loss.
  func gradient(gold: ArraySlice<UInt8>, weight: Float) -> Double {
    var logZ = 0.0
    for token in 0..<count {
      let row = token * stride
      var top = scores[row]
      for label in 1..<n { top = max(top, scores[row + label]) }
      logZ += Double(top)
      for label in 0..<stride { potentials[row + label] = label < n ? exp(scores[row + label] - top) : 0 }
    }
    factors.withUnsafeBufferPointer { factors in
      turned.withUnsafeBufferPointer { turned in
        guard let factors = factors.baseAddress, let turned = turned.baseAddress else { return }
        for label in 0..<stride { forward[label] = label < n && labels.mayStart(label) ? potentials[label] : 0 }
        logZ += Double(log(max(normalise(forward), 1e-30)))
        for token in 1..<max(count, 1) {
          let row = forward + token * stride
          ChainMath.multiply(row - stride, factors, count: n, stride: stride, row)
          for label in 0..<stride { row[label] *= potentials[token * stride + label] }
          logZ += Double(log(max(normalise(row), 1e-30)))
        }
        let last = backward + (count - 1) * stride
        var ending: Float = 0
        for label in 0..<stride {
          last[label] = label < n && labels.mayEnd(label) ? 1 : 0
          ending += last[label] * forward[(count - 1) * stride + label]
        }
        logZ += Double(log(max(ending, 1e-30)))
        for token in (0..<max(count - 1, 0)).reversed() {
          for label in 0..<stride {
            message[label] = potentials[(token + 1) * stride + label] * backward[(token + 1) * stride + label]
          }
          ChainMath.multiply(message, turned, count: n, stride: stride, backward + token * stride)
          _ = normalise(backward + token * stride)
        }
      }
    }
    return finish(gold: gold, weight: weight, logZ: logZ)
  }

  private func finish(gold: ArraySlice<UInt8>, weight: Float, logZ: Double) -> Double {
    var right = 0.0
    for index in slopes.indices { slopes[index] = 0 }
    for token in 0..<count {
      let row = token * stride
      let label = Int(gold[gold.startIndex + token])
      right += Double(scores[row + label])
      if token > 0 {
        let previous = Int(gold[gold.startIndex + token - 1])
        right += Double(transitions[previous * stride + label])
        slopes[previous * stride + label] += 1
        addPairs(token)
      }
      var total: Float = 0
      for label in 0..<n { total += forward[row + label] * backward[row + label] }
      let factor = weight / max(total, 1e-30)
      for label in 0..<n { scores[row + label] = -forward[row + label] * backward[row + label] * factor }
      scores[row + label] += weight
      for label in n..<stride { scores[row + label] = 0 }
    }
    for index in slopes.indices { slopes[index] *= weight }
    return logZ - right
  }

  /// Takes the expected pairs of labels of two tokens from the slopes.
  private func addPairs(_ token: Int) {
    let (row, before) = (token * stride, (token - 1) * stride)
    var total: Float = 0
    for to in 0..<stride { message[to] = to < n ? potentials[row + to] * backward[row + to] : 0 }
    for from in 0..<n {
      var sum: Float = 0
      for to in 0..<n { sum += factors[from * stride + to] * message[to] }
      total += sum * forward[before + from]
    }
    let factor = 1 / max(total, 1e-30)
    for from in 0..<n {
      let share = forward[before + from] * factor
      if share < 1e-7 { continue }
      for to in 0..<n { slopes[from * stride + to] -= share * factors[from * stride + to] * message[to] }
    }
  }

  /// A step of AdaGrad for the transitions.
  func stepTransitions(rate: Float) {
    guard count > 1 else { return }
    for index in transitions.indices where allowed[index] && slopes[index] != 0 {
      squares[index] += slopes[index] * slopes[index]
      transitions[index] += rate * slopes[index] / (squares[index] + 1e-8).squareRoot()
    }
    refresh()
  }
}
