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
  }

  private struct Landmark {
    let group: Int
    let point: SIMD3<Float>
    let probability: Float
  }

  private var all = Share()
  private var landmarks: [Landmark] = []
  private let others: Float
  /// So that the work stays linear in the document: the first names say where it plays.
  private static let limit = 64

  init(_ places: PlaceCandidates, named: Tally) {
    others = Float(max(1, places.groups.count - 1))
    all.namedCountries = named
    for number in places.groups.indices {
      all.add(Share(of: number, in: places))
      if landmarks.count < Self.limit { addLandmarks(number, places) }
    }
  }

  /// The two likeliest places of a name, if they are points.
  private mutating func addLandmarks(_ number: Int, _ places: PlaceCandidates) {
    var (best, second) = (-1, -1)
    for index in places.groups[number].candidates {
      let probability = places.candidates[index].probability
      if best < 0 || probability > places.candidates[best].probability {
        (best, second) = (index, best)
      } else if second < 0 || probability > places.candidates[second].probability {
        second = index
      }
    }
    for index in [best, second] where index >= 0 {
      let candidate = places.candidates[index]
      guard candidate.probability > 0.1, candidate.isLocal, let point = candidate.point else { continue }
      landmarks.append(Landmark(group: number, point: point, probability: candidate.probability))
    }
  }

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
    var sum: Float = 0
    for landmark in landmarks where landmark.group != group {
      let distance = UnitSphere.squaredKilometres(point, landmark.point)
      view.nearest = max(view.nearest, landmark.probability / (1 + distance / (40 * 40)))
      sum += landmark.probability / (1 + distance / (100 * 100))
    }
    view.nearby = sum / (sum + 1.5)
    return view
  }
}
