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
}

/// What the names of a document say together: which countries and states it is about, and where its places lie.
///
/// Made once a document, and asked in each look around. It keeps numbers in flat arrays, by candidate or by country, and asks
/// for no memory while it looks: as sums by key and landmarks of each name it took half of the time of all links.
struct PlaceScene {
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

  /// How probable it is that names mean places of a country or state, and how often it is itself named.
  private typealias Mention = SIMD2<Float>

  /// By candidate: the numbers of its country and its state, 0 for none.
  private var countries: [Int]
  private var provinces: [Int]
  /// By candidate: what its own name adds to its country and state.
  private var ownCountries: [Mention]
  private var ownProvinces: [Mention]
  /// By country or state: what all names of the document add.
  private var all: [Mention]
  /// The same of what is no place: its people, its politicians.
  private let named: [Mention]
  /// The same of one name; all 0 between two names.
  private var own: [Mention]
  private var landmarks: Landmarks
  private let others: Float

  /// So that the work stays linear in the document: the first names say where it plays.
  private static let limit = 64
  /// So many places of one name at most are landmarks.
  private static let placesOfName = 8

  /// No country and no state: numbered first, as 0.
  private static let noKey = UInt64.max

  private static func key(_ unit: UInt32) -> UInt64 { unit == 0 ? noKey : UInt64(unit) }

  /// - Parameter named: how often each country is named by what is no place.
  init(_ places: PlaceCandidates, named: Tally) {
    let count = places.candidates.count
    var numbers = KeyNumbers(capacity: count * 2 + 1)
    _ = numbers.number(of: Self.noKey)
    (countries, provinces) = (Array(repeating: 0, count: count), Array(repeating: 0, count: count))
    for index in 0..<count {
      countries[index] = numbers.number(of: Self.key(UInt32(places.candidates[index].known.country)))
      provinces[index] = numbers.number(of: Self.key(places.candidates[index].province))
    }
    var sums = [Mention](repeating: .zero, count: numbers.count)
    for sum in named.sums {
      if let number = numbers.known(Self.key(sum.key)) { sums[number].y = sum.value }
    }
    self.named = sums
    all = sums
    own = Array(repeating: .zero, count: numbers.count)
    (ownCountries, ownProvinces) = (
      Array(repeating: .zero, count: count), Array(repeating: .zero, count: count)
    )
    others = Float(max(1, places.groups.count - 1))
    landmarks = Landmarks(names: min(places.groups.count, Self.limit), places: Self.placesOfName)
  }

  /// Sums up what the names mean by the looks so far.
  mutating func survey(_ places: PlaceCandidates) {
    all = named
    landmarks.removeAll()
    for number in places.groups.indices {
      let range = places.groups[number].candidates
      addShares(of: range, mentions: Float(places.groups[number].mentions.count), places.candidates)
      if number < Self.limit { addLandmarks(range, places.candidates) }
    }
  }

  private mutating func addShares(of name: Range<Int>, mentions: Float, _ candidates: [PlaceCandidate]) {
    for index in name where candidates[index].probability > 0.005 && countries[index] != 0 {
      let probability = candidates[index].probability
      let table = candidates[index].known.table
      own[countries[index]] += Mention(probability, table == .countries ? probability * mentions : 0)
      guard provinces[index] != 0 else { continue }
      let isProvince = table == .admin && candidates[index].known.rank >= 6
      own[provinces[index]] += Mention(probability, isProvince ? probability * mentions : 0)
    }
    for index in name {
      (ownCountries[index], ownProvinces[index]) = (own[countries[index]], own[provinces[index]])
    }
    for index in name {
      for number in [countries[index], provinces[index]] where own[number].x != 0 {
        all[number] += own[number]
        own[number] = .zero
      }
    }
  }

  /// The places of a name that are points: the likeliest, and those that are not out of the question.
  private mutating func addLandmarks(_ name: Range<Int>, _ candidates: [PlaceCandidate]) {
    var (highest, second) = (Float(0), Float(0))
    for index in name {
      let probability = candidates[index].probability
      if probability > highest { (highest, second) = (probability, highest) } else { second = max(second, probability) }
    }
    landmarks.beginName()
    guard highest > 0 else { return }
    func isLandmark(_ index: Int, _ least: Float) -> Bool {
      candidates[index].probability >= least && candidates[index].point != nil && candidates[index].isLocal
    }
    var least = highest * 0.01
    // Too many: those that are likelier.
    while name.count > Self.placesOfName, name.count(where: { isLandmark($0, least) }) > Self.placesOfName {
      least *= 2
    }
    for index in name where isLandmark(index, least) {
      guard let point = candidates[index].point else { continue }
      let probability = candidates[index].probability
      // Only the two likeliest count as what is probably meant.
      landmarks.append(
        point, probability: probability > 0.1 && probability >= second ? probability : 0,
        possibility: (probability / highest).squareRoot())
    }
  }

  /// Calls with what each place of a name sees of the other names.
  @inline(__always)
  mutating func forEachView(
    ofName number: Int, _ places: PlaceCandidates, _ body: (_ candidate: Int, _ view: View) -> Void
  ) {
    landmarks.hide(number)
    for index in places.groups[number].candidates { body(index, view(from: index, places.candidates)) }
    landmarks.show(number)
  }

  @inline(__always)
  private mutating func view(from index: Int, _ candidates: [PlaceCandidate]) -> View {
    var view = View()
    if countries[index] != 0 {
      let others = all[countries[index]] - ownCountries[index]
      let named = max(0, others.y)
      view.countryNamed = named / (named + 1.5)
      view.countryShare = max(0, others.x) / self.others
    }
    if provinces[index] != 0 {
      let others = all[provinces[index]] - ownProvinces[index]
      let named = max(0, others.y)
      view.provinceNamed = named / (named + 1.5)
      view.provinceShare = max(0, others.x) / self.others
    }
    guard candidates[index].known.table != .countries, let point = candidates[index].point else { return view }
    let near = landmarks.nearness(to: point)
    view.nearest = near.nearest
    view.nearby = near.sum / (near.sum + 1.5)
    view.nearestPossible = near.nearestPossible
    view.nearbyPossible = near.sumPossible / (near.sumPossible + 1)
    return view
  }
}
