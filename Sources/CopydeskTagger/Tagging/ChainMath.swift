/// The arithmetic of chains of labels, eight numbers at a time.
enum ChainMath {
  /// `out = vector × matrix`: `count` rows of `stride` numbers, one row for each number of the vector.
  @inline(__always)
  static func multiply(
    _ vector: UnsafePointer<Float>, _ matrix: UnsafePointer<Float>, count: Int, stride: Int,
    _ out: UnsafeMutablePointer<Float>
  ) {
    for offset in Swift.stride(from: 0, to: stride, by: 8) {
      var sum = SIMD8<Float>(repeating: 0)
      for index in 0..<count { sum += load(matrix + index * stride + offset) * vector[index] }
      store(sum, out + offset)
    }
  }

  /// `out = vector × matrix`, of those rows of the matrix (`stride` numbers each) that are listed.
  @inline(__always)
  static func multiply(
    _ vector: UnsafePointer<Float>, _ matrix: UnsafePointer<Float>, rows: UnsafeBufferPointer<Int>, stride: Int,
    _ out: UnsafeMutablePointer<Float>
  ) {
    var offset = 0
    while offset + 16 <= stride {
      var (low, high) = (SIMD8<Float>(repeating: 0), SIMD8<Float>(repeating: 0))
      for row in rows {
        let (from, factor) = (matrix + (row &* stride &+ offset), vector[row])
        low += load(from) * factor
        high += load(from + 8) * factor
      }
      store(low, out + offset)
      store(high, out + offset + 8)
      offset += 16
    }
    guard offset < stride else { return }
    var sum = SIMD8<Float>(repeating: 0)
    for row in rows { sum += load(matrix + (row &* stride &+ offset)) * vector[row] }
    store(sum, out + offset)
  }

  /// `e` to the power of each number, with a relative error below 10⁻⁵; numbers below −87 give next to nothing.
  @inline(__always)
  static func exp(_ value: SIMD8<Float>) -> SIMD8<Float> {
    var x = value * 1.442_695
    x.replace(with: -126, where: x .< -126)
    // Adding 1.5 · 2²³ leaves the nearest whole number in the lower bits.
    let shifted = x + 12_582_912
    let fraction = x - (shifted - 12_582_912)
    var power = SIMD8<Float>(repeating: 0.001_339_88)
    power = power * fraction + 0.009_618_13
    power = power * fraction + 0.055_503_28
    power = power * fraction + 0.240_226_5
    power = power * fraction + 0.693_147_2
    power = power * fraction + 1
    let whole = unsafeBitCast(shifted, to: SIMD8<Int32>.self) &<< 23
    return unsafeBitCast(unsafeBitCast(power, to: SIMD8<Int32>.self) &+ whole, to: SIMD8<Float>.self)
  }

  @inline(__always)
  static func load(_ from: UnsafePointer<Float>) -> SIMD8<Float> {
    UnsafeRawPointer(from).loadUnaligned(as: SIMD8<Float>.self)
  }

  @inline(__always)
  static func store(_ value: SIMD8<Float>, _ to: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(to).storeBytes(of: value, as: SIMD8<Float>.self)
  }
}
