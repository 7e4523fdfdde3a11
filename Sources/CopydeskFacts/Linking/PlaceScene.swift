/// Sums by a small number of keys: the countries and states of a document.
struct Tally {
  private(set) var sums: [(key: UInt32, value: Float)] = []

  mutating func add(_ key: UInt32, _ value: Float) {
    for index in sums.indices where sums[index].key == key {
      sums[index].value += value
      return
    }
    sums.append((key, value))
  }

  mutating func add(_ other: Tally) {
    for sum in other.sums { add(sum.key, sum.value) }
  }

  subscript(key: UInt32) -> Float {
    for sum in sums where sum.key == key { return sum.value }
    return 0
  }
}

/// What the names of a document say together: which countries and states it is about, and where its places lie.
struct PlaceScene {
  /// What one name adds to it.
  struct Share {
    /// By country and by state: how probable it is that the name means a place there.
    var countries = Tally()
    var provinces = Tally()
    /// By country and by state: how often it is named.
    var namedCountries = Tally()
    var namedProvinces = Tally()

    init() {}

    init(of number: Int, in places: PlaceCandidates) {
      let group = places.groups[number]
      let count = Float(group.mentions.count)
      for candidate in places.candidates[group.candidates] where candidate.probability > 0.005 {
        let country = UInt32(candidate.known.country)
        guard country != 0 else { continue }
        countries.add(country, candidate.probability)
        if candidate.known.table == .countries { namedCountries.add(country, candidate.probability * count) }
        let province = candidate.province
        guard province != 0 else { continue }
        provinces.add(province, candidate.probability)
        if candidate.known.table == .admin, candidate.known.rank >= 6 {
          namedProvinces.add(province, candidate.probability * count)
        }
      }
    }

    mutating func add(_ other: Share) {
      countries.add(other.countries)
      provinces.add(other.provinces)
      namedCountries.add(other.namedCountries)
      namedProvinces.add(other.namedProvinces)
    }
  }

  /// What a candidate sees of it.
  struct View {
    var countryNamed: Float = 0
    var countryShare: Float = 0
    var provinceNamed: Float = 0
    var provinceShare: Float = 0
    var nearest: Float = 0
    var nearby: Float = 0
    var nearestPossible: Float = 0
    var nearbyPossible: Float = 0
  }

  private struct Landmark {
    let group: Int
    let point: SIMD3<Float>
    let probability: Float
    /// The square root of its probability against that of the likeliest place of the name.
    let possibility: Float
  }

  private var all = Share()
  private var landmarks: [Landmark] = []
  private let others: Float
  /// So that the work stays linear in the document: the first names say where it plays.
  private static let limit = 64

  /// - Parameter shares: what each name adds.
  init(_ places: PlaceCandidates, shares: [Share], named: Tally) {
    others = Float(max(1, places.groups.count - 1))
    all.namedCountries = named
    for number in places.groups.indices {
      all.add(shares[number])
      if number < Self.limit { addLandmarks(number, places) }
    }
  }

  /// The places of a name that are points: the likeliest, and those that are not out of the question.
  private mutating func addLandmarks(_ number: Int, _ places: PlaceCandidates) {
    let range = places.groups[number].candidates
    var (highest, second) = (Float(0), Float(0))
    for index in range {
      let probability = places.candidates[index].probability
      if probability > highest { (highest, second) = (probability, highest) } else { second = max(second, probability) }
    }
    guard highest > 0 else { return }
    var least = highest * 0.01
    let first = landmarks.count
    while true {
      for index in range where places.candidates[index].probability >= least && places.candidates[index].isLocal {
        let candidate = places.candidates[index]
        guard let point = candidate.point else { continue }
        // Only the two likeliest count as what is probably meant.
        let counts = candidate.probability > 0.1 && candidate.probability >= second
        landmarks.append(
          Landmark(
            group: number, point: point, probability: counts ? candidate.probability : 0,
            possibility: (candidate.probability / highest).squareRoot()))
      }
      guard landmarks.count - first > Self.placesOfName else { return }
      // Too many: those that are likelier.
      landmarks.removeSubrange(first...)
      least *= 2
    }
  }

  /// The square of the kilometres beyond which nothing is near.
  private static let farthest: Float = 4000 * 4000
  /// So many places of one name at most are landmarks.
  private static let placesOfName = 8

  func view(from candidate: PlaceCandidate, group: Int, own: Share) -> View {
    var view = View()
    let country = UInt32(candidate.known.country)
    if country != 0 {
      let named = max(0, all.namedCountries[country] - own.namedCountries[country])
      view.countryNamed = named / (named + 1.5)
      view.countryShare = max(0, all.countries[country] - own.countries[country]) / others
    }
    let province = candidate.province
    if province != 0 {
      let named = max(0, all.namedProvinces[province] - own.namedProvinces[province])
      view.provinceNamed = named / (named + 1.5)
      view.provinceShare = max(0, all.provinces[province] - own.provinces[province]) / others
    }
    guard candidate.known.table != .countries, let point = candidate.point else { return view }
    var (sum, possible) = (Float(0), Float(0))
    // The landmarks of a name stand together: of each name the nearest place counts.
    var (ofName, name) = (Float(0), -1)
    for landmark in landmarks where landmark.group != group {
      let distance = UnitSphere.squaredKilometres(point, landmark.point)
      // Most are on another continent.
      guard distance < Self.farthest else { continue }
      let closeness = 1 / (1 + distance / (40 * 40))
      view.nearest = max(view.nearest, landmark.probability * closeness)
      sum += landmark.probability / (1 + distance / (100 * 100))
      if landmark.group != name {
        possible += ofName
        (ofName, name) = (0, landmark.group)
      }
      ofName = max(ofName, landmark.possibility * closeness)
      view.nearestPossible = max(view.nearestPossible, ofName)
    }
    possible += ofName
    view.nearby = sum / (sum + 1.5)
    view.nearbyPossible = possible / (possible + 1)
    return view
  }
}
