/// The weights in training: for each row its numbers, and beside them AdaGrad's sums of squared gradients.
final class RowTable {
  private let stride: Int
  private let count: Int
  private let memory: UnsafeMutablePointer<Float>

  init(rows: Int, stride: Int) {
    (self.stride, count) = (stride, rows)
    memory = .allocate(capacity: rows * stride * 2)
    memory.initialize(repeating: 0, count: rows * stride * 2)
  }

  deinit { memory.deallocate() }

  /// Adds a row, times a factor.
  @inline(__always)
  func add(_ row: Int, to sum: UnsafeMutablePointer<Float>, factor: Float) {
    let from = UnsafeRawPointer(memory + row * stride * 2)
    let to = UnsafeMutableRawPointer(sum)
    for offset in Swift.stride(from: 0, to: stride * 4, by: 32) {
      let value = to.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
      let row = from.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
      to.storeBytes(of: value + row * factor, toByteOffset: offset, as: SIMD8<Float>.self)
    }
  }

  /// A step of AdaGrad up the gradient.
  @inline(__always)
  func step(_ row: Int, along gradient: UnsafePointer<Float>, rate: Float) {
    let to = UnsafeMutableRawPointer(memory + row * stride * 2)
    let from = UnsafeRawPointer(gradient)
    for offset in Swift.stride(from: 0, to: stride * 4, by: 32) {
      let slope = from.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
      let square = to.loadUnaligned(fromByteOffset: stride * 4 + offset, as: SIMD8<Float>.self) + slope * slope
      let value = to.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
      to.storeBytes(of: square, toByteOffset: stride * 4 + offset, as: SIMD8<Float>.self)
      let step = slope * rate / (square + 1e-8).squareRoot()
      to.storeBytes(of: value + step, toByteOffset: offset, as: SIMD8<Float>.self)
    }
  }

  /// The weights, row by row.
  func values() -> [Float] {
    var out: [Float] = []
    out.reserveCapacity(count * stride)
    for row in 0..<count {
      for label in 0..<stride { out.append(memory[row * stride * 2 + label]) }
    }
    return out
  }
}
