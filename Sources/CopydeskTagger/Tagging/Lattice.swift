import Glibc

/// The scores of a sentence's tokens and labels: finds the best labels, and how probable the names in them are.
///
/// A linear-chain conditional random field over BILOU labels; sequences that make no names are impossible.
final class Lattice {
  private let labels: LabelSet
  private let stride: Int
  private let n: Int
  private let transitions: [Float]
  /// `exp` of the transitions, 0 where none is allowed, and the same turned over.
  private let factors: [Float]
  private let turned: [Float]
  private let scores = Workspace<Float>()
  private let best = Workspace<Float>()
  private let potentials = Workspace<Float>()
  private let forward = Workspace<Float>()
  private let backward = Workspace<Float>()
  private let path = Workspace<UInt8>()
  private let message: Workspace<Float>
  private var count = 0

  private static let never: Float = -1e9

  /// A lattice for the labels; `transitions` holds `stride` numbers for each label.
  init(labels: LabelSet, transitions: [Float]) {
    self.labels = labels
    (stride, n) = (labels.stride, labels.count)
    var all = [Float](repeating: Self.never, count: n * stride)
    var factors = [Float](repeating: 0, count: n * stride)
    var turned = factors
    for from in 0..<n {
      for to in 0..<n where labels.allows(to, after: from) {
        all[from * stride + to] = transitions[from * stride + to]
        factors[from * stride + to] = Glibc.exp(transitions[from * stride + to])
        turned[to * stride + from] = factors[from * stride + to]
      }
    }
    (self.transitions, self.factors, self.turned) = (all, factors, turned)
    message = Workspace(stride)
  }

  /// Begins a sentence of so many tokens.
  func start(count: Int) {
    self.count = count
    for space in [scores, best] { space.reserve(count * stride) }
    path.reserve(count)
  }

  /// Sets the scores of a token for sixteen labels.
  @inline(__always)
  func set(_ token: Int, _ label: Int, _ values: SIMD16<Float>) {
    UnsafeMutableRawPointer(scores.base + token * stride + label).storeBytes(of: values, as: SIMD16<Float>.self)
  }

  /// Sets the scores of a token for eight labels.
  @inline(__always)
  func set(_ token: Int, _ label: Int, _ values: SIMD8<Float>) {
    UnsafeMutableRawPointer(scores.base + token * stride + label).storeBytes(of: values, as: SIMD8<Float>.self)
  }

  /// Lowers the score of `O`.
  @inline(__always)
  func lower(_ token: Int, by bias: Float) { scores.base[token * stride] -= bias }

  /// Calls with the first and last token, the type and the confidence of each name in the best labelling.
  func decode(calibration: [Float], name: (Int, Int, Int, Float) -> Void) {
    guard findBest() else { return }
    sumUp()
    var start = 0
    for token in 0..<count where path.base[token] != 0 {
      let label = Int(path.base[token])
      let position = labels.position(of: label)
      if position == .begin || position == .unit { start = token }
      if position == .last || position == .unit {
        let probability = self.probability(start, token, labels.type(of: label))
        name(start, token, labels.type(of: label), Self.calibrated(probability, calibration))
      }
    }
  }

  /// The share of right names among those with about this probability, between two neighbours of the table.
  static func calibrated(_ probability: Float, _ table: [Float]) -> Float {
    guard table.count > 1 else { return probability }
    let place = min(max(probability, 0), 1) * Float(table.count - 1)
    let low = min(Int(place), table.count - 2)
    let share = place - Float(low)
    return table[low] * (1 - share) + table[low + 1] * share
  }

  /// Viterbi's algorithm; whether the best labels hold a name. The way back is found by comparing again: that is
  /// one label a token, where the way forth has all of them.
  private func findBest() -> Bool {
    let (scores, best, path) = (self.scores.base, self.best.base, self.path.base)
    return transitions.withUnsafeBufferPointer { buffer in
      guard let transitions = buffer.baseAddress else { return false }
      for label in 0..<stride { best[label] = label < n && labels.mayStart(label) ? scores[label] : Self.never }
      for token in 1..<max(count, 1) {
        let row = best + token * stride
        ChainMath.best(row - stride, transitions, count: n, stride: stride, row)
        for offset in Swift.stride(from: 0, to: stride, by: 8) {
          ChainMath.store(
            ChainMath.load(row + offset) + ChainMath.load(scores + token * stride + offset), row + offset)
        }
      }
      let last = best + (count - 1) * stride
      var label = 0
      for other in 1..<n where labels.mayEnd(other) && last[other] > last[label] { label = other }
      var found = label != 0
      path[count - 1] = UInt8(truncatingIfNeeded: label)
      for token in (0..<max(count - 1, 0)).reversed() {
        let row = best + token * stride
        var before = 0
        var top = row[0] + transitions[label]
        for other in 1..<n where row[other] + transitions[other * stride + label] > top {
          (before, top) = (other, row[other] + transitions[other * stride + label])
        }
        label = before
        found = found || label != 0
        path[token] = UInt8(truncatingIfNeeded: label)
      }
      return found
    }
  }

  /// Forward and backward sums, each token's scaled to 1.
  private func sumUp() {
    for space in [potentials, forward, backward] { space.reserve(count * stride) }
    let (scores, potentials, forward, backward) = (
      self.scores.base, self.potentials.base, self.forward.base, self.backward.base
    )
    for token in 0..<count {
      let row = token * stride
      var top = scores[row]
      for label in 1..<n { top = max(top, scores[row + label]) }
      for offset in Swift.stride(from: row, to: row + stride, by: 8) {
        ChainMath.store(ChainMath.exp(ChainMath.load(scores + offset) - top), potentials + offset)
      }
    }
    factors.withUnsafeBufferPointer { factors in
      turned.withUnsafeBufferPointer { turned in
        guard let factors = factors.baseAddress, let turned = turned.baseAddress else { return }
        for label in 0..<stride { forward[label] = label < n && labels.mayStart(label) ? potentials[label] : 0 }
        normalise(forward)
        for token in 1..<max(count, 1) {
          let row = forward + token * stride
          ChainMath.multiply(row - stride, factors, count: n, stride: stride, row)
          scale(row, by: potentials + token * stride)
          normalise(row)
        }
        let last = backward + (count - 1) * stride
        for label in 0..<stride { last[label] = label < n && labels.mayEnd(label) ? 1 : 0 }
        for token in (0..<max(count - 1, 0)).reversed() {
          let row = backward + token * stride
          message.base.update(from: row + stride, count: stride)
          scale(message.base, by: potentials + (token + 1) * stride)
          ChainMath.multiply(message.base, turned, count: n, stride: stride, row)
          normalise(row)
        }
      }
    }
  }

  @inline(__always)
  private func scale(_ row: UnsafeMutablePointer<Float>, by other: UnsafePointer<Float>) {
    for offset in Swift.stride(from: 0, to: stride, by: 8) {
      ChainMath.store(ChainMath.load(row + offset) * ChainMath.load(other + offset), row + offset)
    }
  }

  @inline(__always)
  private func normalise(_ row: UnsafeMutablePointer<Float>) {
    var sum = ChainMath.load(row)
    for offset in Swift.stride(from: 8, to: stride, by: 8) { sum += ChainMath.load(row + offset) }
    let factor = 1 / max(sum.sum(), 1e-30)
    for offset in Swift.stride(from: 0, to: stride, by: 8) {
      ChainMath.store(ChainMath.load(row + offset) * factor, row + offset)
    }
  }

  /// How probable it is that exactly these tokens are a name of this type.
  private func probability(_ first: Int, _ last: Int, _ type: Int) -> Float {
    if first == last { return marginal(first, labels.label(type: type, .unit)) }
    // A name that begins here and one that ends there: the smaller of the two bounds the chain, and is near it.
    return min(
      marginal(first, labels.label(type: type, .begin)), marginal(last, labels.label(type: type, .last)))
  }

  private func marginal(_ token: Int, _ label: Int) -> Float {
    let (forward, backward) = (self.forward.base + token * stride, self.backward.base + token * stride)
    var total: Float = 0
    for other in 0..<n { total += forward[other] * backward[other] }
    return forward[label] * backward[label] / max(total, 1e-30)
  }
}
