import Glibc

/// The scores of a sentence's tokens and labels: finds the spans that may be names, and how probable each is.
///
/// A linear-chain conditional random field over BILOU labels; sequences that make no names are impossible.
final class Lattice {
  private let labels: LabelSet
  private let stride: Int
  private let n: Int
  /// `exp` of the transitions, 0 where none is allowed, and the same turned over.
  private let factors: Workspace<Float>
  private let turned: Workspace<Float>
  /// The labels that a name, or nothing, may end with: all that may stand before the beginning of something.
  private let ends: UnsafeMutableBufferPointer<Int>
  /// The labels that a name, or nothing, may begin with.
  private let beginnings: UnsafeMutableBufferPointer<Int>
  private let scores = Workspace<Float>()
  private let potentials = Workspace<Float>()
  private let forward = Workspace<Float>()
  private let backward = Workspace<Float>()
  private let message: Workspace<Float>
  /// Whether a token can hardly be other than `O`, whatever stands beside it.
  private let isSure = Workspace<Bool>()
  /// The highest number for the labels of names, the lowest for `O` and what fills the rows: a mask.
  let caps: Workspace<Int16>
  private var count = 0

  /// A lattice for the labels; `transitions` holds `stride` numbers for each label.
  init(labels: LabelSet, transitions: [Float]) {
    self.labels = labels
    (stride, n) = (labels.stride, labels.count)
    (factors, turned) = (Workspace(), Workspace())
    factors.fill(n * stride, with: 0)
    turned.fill(n * stride, with: 0)
    for from in 0..<n {
      for to in 0..<n where labels.allows(to, after: from) {
        let factor = Glibc.exp(transitions[from * stride + to])
        factors.base[from * stride + to] = factor
        turned.base[to * stride + from] = factor
      }
    }
    ends = .allocate(capacity: (n + 1) / 2)
    _ = ends.initialize(from: (0..<n).filter(labels.mayEnd))
    beginnings = .allocate(capacity: (n + 1) / 2)
    _ = beginnings.initialize(from: (0..<n).filter(labels.mayStart))
    message = Workspace(stride)
    caps = Workspace(stride)
    for label in 0..<stride { caps.base[label] = label > 0 && label < n ? .max : .min }
  }

  deinit {
    ends.deallocate()
    beginnings.deallocate()
  }

  /// Begins a sentence of so many tokens.
  func start(count: Int) {
    self.count = count
    scores.reserve(count * stride)
    isSure.reserve(count)
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

  /// Ends the scores of a token: takes the bias from `O`; `top` is the best score of another label.
  @inline(__always)
  func finish(_ token: Int, bias: Float, top: Float) {
    let outside = scores.base + token * stride
    outside.pointee -= bias
    isSure.base[token] = outside.pointee - top > Self.sureLead
  }

  /// The lead of `O` from which a token is taken for sure, some 3,000 to one. In 10 MB of news no confidence changed in
  /// its third place; with a lead of 4 some did, and no name.
  private static let sureLead: Float = 8

  /// Calls with the first and last token, the type and the probability of each span that may well be a name, in the order of
  /// the first tokens; spans may overlap, and one may be a name of two types.
  ///
  /// Most of a sentence is surely no name: only the pieces between are decoded, each with a sure token on either side.
  func decode(name: (Int, Int, Int, Float) -> Void) {
    var token = 0
    while token < count {
      guard !isSure.base[token] else {
        token += 1
        continue
      }
      let start = max(token - 1, 0)
      var end = token + 1
      while end < count, !isSure.base[end] || end + 1 < count && !isSure.base[end + 1] { end += 1 }
      end = min(end + 1, count)
      decode(start..<end, name: name)
      token = end
    }
  }

  /// Decodes a piece of the sentence; behind and before it all is `O`.
  private func decode(_ piece: Range<Int>, name: (Int, Int, Int, Float) -> Void) {
    sumUp(piece)
    for token in piece {
      let (forward, backward) = (self.forward.base + token * stride, self.backward.base + token * stride)
      var total: Float = 0
      for label in 0..<n { total += forward[label] * backward[label] }
      guard total - forward[0] * backward[0] > Self.least * total else { continue }
      for type in labels.types.indices {
        let unit = labels.label(type: type, .unit)
        let alone = forward[unit] * backward[unit] / total
        if alone >= Self.least { name(token, token, type, alone) }
        let begin = labels.label(type: type, .begin)
        let first = forward[begin] * backward[begin] / total
        if first >= Self.least { extend(token, in: piece, type, first, name) }
      }
    }
  }

  /// What is less probable than that is no candidate.
  private static let least: Float = 0.1

  /// The spans that begin at a token: behind `B` and `I` there are but `I` and `L`, each with its share.
  private func extend(
    _ first: Int, in piece: Range<Int>, _ type: Int, _ probability: Float, _ name: (Int, Int, Int, Float) -> Void
  ) {
    let (inside, last) = (labels.label(type: type, .inside), labels.label(type: type, .last))
    var row = factors.base + labels.label(type: type, .begin) * stride
    var probability = probability
    var token = first + 1
    while token < piece.upperBound, probability >= Self.least {
      let (potentials, backward) = (self.potentials.base + token * stride, self.backward.base + token * stride)
      let goesOn = row[inside] * potentials[inside] * backward[inside]
      let ends = row[last] * potentials[last] * backward[last]
      let share = ends / max(goesOn + ends, 1e-30)
      if probability * share >= Self.least { name(first, token, type, probability * share) }
      probability *= 1 - share
      row = factors.base + inside * stride
      token += 1
    }
  }

  /// Forward and backward sums, each token's scaled to 1.
  private func sumUp(_ piece: Range<Int>) {
    for space in [potentials, forward, backward] { space.reserve(count * stride) }
    let (scores, potentials, forward, backward) = (
      self.scores.base, self.potentials.base, self.forward.base, self.backward.base
    )
    for token in piece {
      let row = token * stride
      var top = scores[row]
      for label in 1..<n { top = max(top, scores[row + label]) }
      for offset in Swift.stride(from: row, to: row + stride, by: 8) {
        ChainMath.store(ChainMath.exp(ChainMath.load(scores + offset) - top), potentials + offset)
      }
    }
    let (factors, turned) = (self.factors.base, self.turned.base)
    let first = piece.lowerBound * stride
    for label in 0..<stride { forward[first + label] = 0 }
    for label in beginnings {
      forward[first + label] = potentials[first + label] * (piece.lowerBound > 0 ? factors[label] : 1)
    }
    normalise(forward + first)
    for token in piece.dropFirst() {
      let row = forward + token * stride
      let before = row - stride
      ChainMath.multiply(before, factors, rows: UnsafeBufferPointer(ends), stride: stride, row)
      for begin in Swift.stride(from: 1, to: n, by: 4) {
        let (fromBegin, fromInside) = (factors + begin * stride, factors + (begin + 1) * stride)
        for label in begin + 1...begin + 2 {
          row[label] = before[begin] * fromBegin[label] + before[begin + 1] * fromInside[label]
        }
      }
      scale(row, by: potentials + token * stride)
      normalise(row)
    }
    let last = backward + (piece.upperBound - 1) * stride
    for label in 0..<stride { last[label] = 0 }
    for label in ends { last[label] = piece.upperBound < count ? turned[label] : 1 }
    let message = message.base
    for token in piece.dropLast().reversed() {
      let row = backward + token * stride
      message.update(from: row + stride, count: stride)
      scale(message, by: potentials + (token + 1) * stride)
      ChainMath.multiply(message, turned, rows: UnsafeBufferPointer(beginnings), stride: stride, row)
      for begin in Swift.stride(from: 1, to: n, by: 4) {
        let (toInside, toLast) = (turned + (begin + 1) * stride, turned + (begin + 2) * stride)
        for label in begin...begin + 1 {
          row[label] = message[begin + 1] * toInside[label] + message[begin + 2] * toLast[label]
        }
      }
      normalise(row)
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
