/// The places of the names of a document that are points, as numbers of one kind beside one another: one instruction
/// measures four distances.
struct Landmarks {
  /// How near they are to a place, by what their names probably mean, and by what they might mean.
  struct Nearness {
    var nearest: Float = 0
    var sum: Float = 0
    var nearestPossible: Float = 0
    var sumPossible: Float = 0
  }

  private typealias Four = SIMD4<Float>

  /// The planes of `numbers`: the point on the unit sphere; how probable the place is; the square root of that against the
  /// likeliest place of its name; how near it is to the place that is looked from, times that root.
  private enum Plane: Int, CaseIterable { case x, y, z, probability, possibility, seen }

  private var numbers: [Float]
  /// The length of a plane, a multiple of four.
  private let stride: Int
  private var count = 0
  /// Where the landmarks of each name begin.
  private var starts: [Int] = []
  private var hidden: [(probability: Float, possibility: Float)] = []

  /// Room for so many names, and for so many places of each.
  init(names: Int, places: Int) {
    stride = (names * places + 3) / 4 * 4
    numbers = Array(repeating: 0, count: stride * Plane.allCases.count)
    starts.reserveCapacity(names + 1)
    hidden.reserveCapacity(places)
  }

  @inline(__always)
  private subscript(plane: Plane, index: Int) -> Float {
    get { numbers[plane.rawValue * stride + index] }
    set { numbers[plane.rawValue * stride + index] = newValue }
  }

  mutating func removeAll() {
    // What is behind the last one of fewer landmarks than before must not count.
    for index in 0..<count { (self[.probability, index], self[.possibility, index]) = (0, 0) }
    count = 0
    starts.removeAll(keepingCapacity: true)
  }

  /// The landmarks that follow are those of the next name.
  mutating func beginName() { starts.append(count) }

  mutating func append(_ point: SIMD3<Float>, probability: Float, possibility: Float) {
    (self[.x, count], self[.y, count], self[.z, count]) = (point.x, point.y, point.z)
    (self[.probability, count], self[.possibility, count]) = (probability, possibility)
    count += 1
  }

  private func range(_ name: Int) -> Range<Int> {
    guard name < starts.count else { return 0..<0 }
    return starts[name]..<(name + 1 < starts.count ? starts[name + 1] : count)
  }

  /// Takes a name's landmarks out of the view: it is no evidence for itself.
  mutating func hide(_ name: Int) {
    hidden.removeAll(keepingCapacity: true)
    for index in range(name) {
      hidden.append((self[.probability, index], self[.possibility, index]))
      (self[.probability, index], self[.possibility, index]) = (0, 0)
    }
  }

  /// Puts them back.
  mutating func show(_ name: Int) {
    for (index, values) in zip(range(name), hidden) {
      (self[.probability, index], self[.possibility, index]) = values
    }
  }

  /// The square of the kilometres beyond which nothing is near.
  private static let farthest: Float = 4000 * 4000

  /// How near the landmarks are to a point.
  mutating func nearness(to point: SIMD3<Float>) -> Nearness {
    let (stride, count, starts) = (stride, count, starts)
    return numbers.withUnsafeMutableBytes { bytes in
      func load(_ plane: Plane, _ index: Int) -> Four {
        bytes.loadUnaligned(fromByteOffset: (plane.rawValue * stride + index) * 4, as: Four.self)
      }
      let (x, y, z) = (Four(repeating: point.x), Four(repeating: point.y), Four(repeating: point.z))
      var (nearest, sum) = (Four.zero, Four.zero)
      var index = 0
      while index < count {
        let (dx, dy, dz) = (load(.x, index) - x, load(.y, index) - y, load(.z, index) - z)
        let squared = (dx * dx + dy * dy + dz * dz) * UnitSphere.squaredRadius
        let isFar = squared .>= Self.farthest
        let closeness = (1600 / (1600 + squared)).replacing(with: 0, where: isFar)
        let probability = load(.probability, index).replacing(with: 0, where: isFar)
        let near = probability * closeness
        nearest.replace(with: near, where: near .> nearest)
        sum += probability * (10_000 / (10_000 + squared))
        let seen = load(.possibility, index) * closeness
        bytes.storeBytes(of: seen, toByteOffset: (Plane.seen.rawValue * stride + index) * 4, as: Four.self)
        index += 4
      }
      var nearness = Nearness()
      nearness.nearest = max(max(nearest.x, nearest.y), max(nearest.z, nearest.w))
      nearness.sum = (sum.x + sum.y) + (sum.z + sum.w)
      // The landmarks of a name stand together: of each name the nearest place counts.
      let seen = UnsafeRawBufferPointer(rebasing: bytes[(Plane.seen.rawValue * stride * 4)...])
      var landmark = 0
      for name in starts.indices {
        let end = name + 1 < starts.count ? starts[name + 1] : count
        var best: Float = 0
        while landmark < end {
          best = max(best, seen.load(fromByteOffset: landmark * 4, as: Float.self))
          landmark += 1
        }
        nearness.sumPossible += best
        nearness.nearestPossible = max(nearness.nearestPossible, best)
      }
      return nearness
    }
  }
}
