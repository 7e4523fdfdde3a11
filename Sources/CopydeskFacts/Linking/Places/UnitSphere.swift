import Glibc

/// Points of the earth as vectors of length 1: distances without trigonometry.
enum UnitSphere {
  /// The point at a latitude and longitude in degrees.
  static func point(_ latitude: Double, _ longitude: Double) -> SIMD3<Float> {
    let (phi, lambda) = (Float(latitude) * .pi / 180, Float(longitude) * .pi / 180)
    return SIMD3(cosf(phi) * cosf(lambda), cosf(phi) * sinf(lambda), sinf(phi))
  }

  /// The square of the radius of the earth in kilometres.
  static let squaredRadius: Float = 6371 * 6371

  /// The square of the distance in kilometres, through the earth: what is near is near either way.
  @inline(__always)
  static func squaredKilometres(_ a: SIMD3<Float>, _ b: SIMD3<Float>) -> Float {
    let difference = a - b
    return (difference * difference).sum() * squaredRadius
  }
}
