import Glibc

/// The scores of a sentence's tokens and labels: finds the spans that may be names, and how probable each is.
///
/// A linear-chain conditional random field over BILOU labels; sequences that make no names are impossible.
final class Lattice {
  private let labels: LabelSet
  private let stride: Int
  private let n: Int
  /// `exp` of the transitions, 0 where none is allowed, and the same turned over.
  private let factors: [Float]
  private let turned: [Float]
  private let scores = Workspace<Float>()
  private let potentials = Workspace<Float>()
  private let forward = Workspace<Float>()
  private let backward = Workspace<Float>()
  private let message: Workspace<Float>
  private var count = 0

  /// A lattice for the labels; `transitions` holds `stride` numbers for each label.
  init(labels: LabelSet, transitions: [Float]) {
    self.labels = labels
    (stride, n) = (labels.stride, labels.count)
    var factors = [Float](repeating: 0, count: n * stride)
    var turned = factors
    for from in 0..<n {
      for to in 0..<n where labels.allows(to, after: from) {
        factors[from * stride + to] = Glibc.exp(transitions[from * stride + to])
        turned[to * stride + from] = factors[from * stride + to]
      }
    }
    (self.factors, self.turned) = (factors, turned)
    message = Workspace(stride)
  }

  /// Begins a sentence of so many tokens.
  func start(count: Int) {
    self.count = count
    scores.reserve(count * stride)
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

  /// Calls with the first and last token, the type and the confidence of each span that may well be a name, in the order
  /// of the first tokens; spans may overlap, and a span may be a name of two types.
  func decode(calibration: [Float], name: (Int, Int, Int, Float) -> Void) {
    sumUp()
    for token in 0..<count {
      let place = token * stride
      let (forward, backward) = (self.forward.base + place, self.backward.base + place)
      var total: Float = 0
      for label in 0..<n { total += forward[label] * backward[label] }
      let outside = forward[0] * backward[0]
      guard total - outside > Self.least * total else { continue }
      for type in labels.types.indices {
        let unit = labels.label(type: type, .unit)
        let alone = forward[unit] * backward[unit] / total
        if alone >= Self.least { name(token, token, type, Self.calibrated(alone, calibration)) }
        let begin = labels.label(type: type, .begin)
        let first = forward[begin] * backward[begin] / total
        if first >= Self.least { extend(token, type, first, calibration, name) }
      }
    }
  }

  /// What is less probable than that is no candidate.
  private static let least: Float = 0.1

  /// The spans that begin at a token: behind `B` and `I` there are but `I` and `L`, each with its share.
  private func extend(
    _ first: Int, _ type: Int, _ probability: Float, _ calibration: [Float], _ name: (Int, Int, Int, Float) -> Void
  ) {
    let (inside, last) = (labels.label(type: type, .inside), labels.label(type: type, .last))
    var label = labels.label(type: type, .begin)
    var probability = probability
    var token = first + 1
    while token < count, probability >= Self.least {
      let place = token * stride
      let goesOn = factors[label * stride + inside] * potentials.base[place + inside] * backward.base[place + inside]
      let ends = factors[label * stride + last] * potentials.base[place + last] * backward.base[place + last]
      let share = ends / max(goesOn + ends, 1e-30)
      if probability * share >= Self.least {
        name(first, token, type, Self.calibrated(probability * share, calibration))
      }
      probability *= 1 - share
      label = inside
      token += 1
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
}
