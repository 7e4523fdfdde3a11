import CopydeskText
import Glibc

/// Which of the places of one name is meant: decided for all names of a document together.
///
/// A first look weighs each place by itself (size, kind, 'Paris, Texas'). Two more looks know what the other names probably
/// mean, and weigh country, state and nearness too. The weights are learned (docs/internals/LINKER-MODEL.md).
struct PlaceResolver {
  /// What a mention means, and how probable that is.
  struct Resolution {
    let row: Int32
    /// 0…1, against all other places of the name and against none of them.
    let probability: Double
  }

  /// What is less probable than that is no link: null rather than a wild guess.
  static let threshold: Float = 0.2
  /// As many words of a country's press the language of a text is worth.
  private static let signsOfLanguage = 2
  private static let featureCount = PlaceFeature.allCases.count

  private let publisher: PublisherPlace?
  private let weights: PlaceWeights
  private(set) var places: PlaceCandidates
  /// The features of all candidates, one behind the other.
  private(set) var features: [Float]
  /// By candidate: the score of what does not change behind the first look, in the later ones.
  private var lasting: [Float]
  /// By group: the score of none of its places, in the first look and in the later ones.
  private var noneScores: [(first: Float, second: Float)] = []
  /// How often each country is named by what is no place: its people, its politicians.
  private var named = Tally()
  /// How often the text has words of a country's press.
  private var press: [(country: UInt16, count: Int)] = []
  /// The countries of the document's language.
  private var home: [UInt16] = []

  init(
    page: CuedDocument, mentions: [Mention], publisher: PublisherPlace? = nil, weights: PlaceWeights = .learned
  ) {
    (self.publisher, self.weights) = (publisher, weights)
    places = PlaceCandidates(page: page, mentions: mentions, publisher: publisher)
    features = Array(repeating: 0, count: places.candidates.count * Self.featureCount)
    lasting = Array(repeating: 0, count: places.candidates.count)
    guard !places.groups.isEmpty else { return }
    for mention in mentions where mention.entry >= 0 && !PlaceCandidates.mayBePlace(mention) {
      let row = page.gazetteer.row(mention.entry)
      if row.country != 0 { named.add(UInt32(row.country), mention.type == .group ? 1 : 0.5) }
    }
    home = page.home
    press = page.local.press(of: page)
    for group in places.groups.indices {
      lookAtPlaces(of: group, page: page, mentions: mentions)
      weighAlone(group)
    }
    var scene = PlaceScene(places, named: named)
    for _ in 0..<2 { lookAround(&scene) }
  }

  // MARK: The first look

  private func place(_ candidate: Int, _ feature: PlaceFeature) -> Int {
    candidate * Self.featureCount + feature.rawValue
  }

  private mutating func lookAtPlaces(of number: Int, page: CuedDocument, mentions: [Mention]) {
    let group = places.groups[number]
    var people: Float = 1
    for candidate in places.candidates[group.candidates] where candidate.known.table.isPlace {
      people += Float(candidate.population)
    }
    var isInAddress = false
    if let publisher, let mention = group.mentions.first {
      let range = page.document.range(ofTokens: mentions[mention].tokens)
      isInAddress = publisher.holds(
        Skeleton.shared.string(of: range, in: page.text).utf8.filter { $0 != UInt8(ascii: " ") })
    }
    for index in group.candidates {
      let candidate = places.candidates[index]
      let table = candidate.known.table
      if table != .countries, table != .regions {
        features[place(index, .population)] = log10f(Float(candidate.population + 100)) / 4 - 1
      }
      features[place(index, .rank)] = Float(candidate.known.rank) / 9
      if table.isPlace { features[place(index, .share)] = Float(candidate.population) / people }
      let kind: PlaceFeature? =
        switch table {
        case .countries: .country
        case .admin: candidate.known.rank >= 4 ? .province : .county
        case .regions: .region
        case .minorPlaces: .minor
        default: nil
        }
      if let kind { features[place(index, kind)] = 1 }
      features[place(index, .mainName)] = candidate.isMain ? 1 : 0
      if !group.besides.isEmpty {
        let inside = group.besides.count { places.isInside(candidate, $0.entry) }
        let share = Float(inside) / Float(group.besides.count)
        features[place(index, .besideInside)] = share
        features[place(index, .besideOutside)] = 1 - share
      } else if group.followsStateOf, table != .admin {
        // 'the state of Georgia' is not in the Caucasus.
        features[place(index, .besideOutside)] = 1
      }
      features[place(index, .afterStateOf)] = group.followsStateOf && table == .admin ? 1 : 0
      addLocal(to: index, candidate, group)
      addPublisher(to: index, candidate.known, isInAddress)
    }
  }

  /// What the plain words of the text say.
  private mutating func addLocal(to index: Int, _ candidate: PlaceCandidate, _ group: PlaceGroup) {
    if candidate.isElided {
      features[place(index, .elided)] = 1
      features[place(index, .elidedInList)] = group.isAmongCounties ? 1 : 0
      features[place(index, .elidedNamed)] = group.isCountyNamed ? 1 : 0
    }
    let known = candidate.known
    let town = min(1, Float(group.townCount) / 2)
    features[place(index, .townPopulation)] = town * features[place(index, .population)]
    let isArea = [.countries, .regions].contains(known.table) || known.table == .admin && known.rank >= 4
    features[place(index, .townArea)] = isArea ? town : 0
    features[place(index, .townPlace)] = known.table.isPlace ? town : 0
    guard known.table != .countries else { return }
    var (here, elsewhere) = (0, 0)
    // A language is as good a sign of where a text was written as a few of its words.
    if home.contains(known.country) {
      here = Self.signsOfLanguage
    } else if !home.isEmpty {
      elsewhere = Self.signsOfLanguage
    }
    for (country, count) in press {
      if country == known.country { here = count } else { elsewhere = max(elsewhere, count) }
    }
    features[place(index, .pressHere)] = Float(here) / Float(here + 3)
    features[place(index, .pressElsewhere)] = Float(elsewhere) / Float(elsewhere + 3)
  }

  private mutating func addPublisher(to index: Int, _ known: Gazetteer.Row, _ isInAddress: Bool) {
    guard let publisher, known.table != .countries else { return }
    let home = publisher.country
    if home != 0 { features[place(index, known.country == home ? .publisherHere : .publisherElsewhere)] = 1 }
    if isInAddress {
      // Without a country in the address, it is one of those whose press has addresses without one.
      let isHome = home == 0 ? Self.addressless.contains(known.country) : known.country == home
      features[place(index, .publisherName)] = isHome ? 1 : 0
    }
  }

  private static let addressless = ["US", "CA", "GB", "AU"].map { PublisherPlace.code($0) }

  // MARK: Scores and probabilities

  private func features(ofNone group: PlaceGroup) -> [(PlaceFeature, Float)] {
    let isSmall = places.candidates[group.candidates].allSatisfy { $0.known.table.isMinor || $0.known.rank < 2 }
    return [(.none, 1), (.noneAmongMany, logf(Float(1 + group.candidates.count))), (.noneAmongSmall, isSmall ? 1 : 0)]
  }

  /// The features that the looks around change; those before them are summed up once, those behind them are few.
  private static let seenFeatures = PlaceFeature.countryNamed.rawValue...PlaceFeature.nearbyPossible.rawValue

  /// Weighs the places of a name by the first look.
  private mutating func weighAlone(_ number: Int) {
    var none: (first: Float, second: Float) = (0, 0)
    for (feature, value) in features(ofNone: places.groups[number]) {
      none.first += weights.first[feature.rawValue] * value
      none.second += weights.second[feature.rawValue] * value
    }
    noneScores.append(none)
    let (first, second) = (weights.first, weights.second)
    for index in places.groups[number].candidates {
      let start = index * Self.featureCount
      var (score, later) = (Float(0), Float(0))
      for feature in 0..<Self.seenFeatures.lowerBound {
        score += first[feature] * features[start + feature]
        later += second[feature] * features[start + feature]
      }
      for feature in Self.seenFeatures.upperBound + 1..<Self.featureCount {
        score += first[feature] * features[start + feature]
      }
      places.candidates[index].probability = score
      lasting[index] = later
    }
    makeProbabilities(ofGroup: number, none: none.first)
  }

  /// Makes probabilities of the scores of a group.
  private mutating func makeProbabilities(ofGroup number: Int, none score: Float) {
    let range = places.groups[number].candidates
    var highest = score
    for index in range { highest = max(highest, places.candidates[index].probability) }
    let none = expf(score - highest)
    var sum = none
    for index in range {
      let value = expf(places.candidates[index].probability - highest)
      places.candidates[index].probability = value
      sum += value
    }
    for index in range { places.candidates[index].probability /= sum }
    places.setProbabilityOfNone(none / sum, ofGroup: number)
  }

  // MARK: The other looks

  private mutating func lookAround(_ scene: inout PlaceScene) {
    scene.survey(places)
    for number in places.groups.indices {
      scene.forEachView(ofName: number, places) { index, view in
        features[place(index, .countryNamed)] = view.countryNamed
        features[place(index, .countryShare)] = view.countryShare
        features[place(index, .provinceNamed)] = view.provinceNamed
        features[place(index, .provinceShare)] = view.provinceShare
        features[place(index, .nearest)] = view.nearest
        features[place(index, .nearby)] = view.nearby
        features[place(index, .nearestPossible)] = view.nearestPossible
        features[place(index, .nearbyPossible)] = view.nearbyPossible
      }
    }
    let second = weights.second
    for number in places.groups.indices {
      for index in places.groups[number].candidates {
        var score = lasting[index]
        for feature in Self.seenFeatures.lowerBound..<Self.featureCount {
          score += second[feature] * features[index * Self.featureCount + feature]
        }
        places.candidates[index].probability = score
      }
      makeProbabilities(ofGroup: number, none: noneScores[number].second)
    }
  }

  // MARK: The answer

  /// The place that a mention means; nil if it is none, or anybody's guess.
  func resolution(ofMention index: Int) -> Resolution? {
    guard places.groupOfMention[index] >= 0 else { return nil }
    let group = places.groups[Int(places.groupOfMention[index])]
    var allowed = Array(group.candidates)
    var total: Float = 1
    if let beside = group.beside(ofMention: index) {
      // 'Paris, Texas' is in Texas, whatever the others are.
      let inside = allowed.filter { places.isInside(places.candidates[$0], beside) }
      if !inside.isEmpty {
        allowed = inside
        total = inside.reduce(group.probabilityOfNone / 4) { $0 + places.candidates[$1].probability }
      }
    }
    guard let best = allowed.max(by: { places.candidates[$0].probability < places.candidates[$1].probability }) else {
      return nil
    }
    let probability = places.candidates[best].probability / total
    if probability < Self.threshold {
      // One of five Slatinas of Kosovo is no wild guess where Kosovo is named: the id is doubtful, the place is not.
      guard isCountryKnown(of: best) else { return nil }
      let near = allowed.filter { isNear(places.candidates[$0], places.candidates[best]) }
      guard near.reduce(0, { $0 + places.candidates[$1].probability }) / total >= Self.threshold else { return nil }
    }
    return Resolution(row: places.candidates[best].row, probability: Double(probability))
  }

  private func isCountryKnown(of candidate: Int) -> Bool {
    [PlaceFeature.besideInside, .countryNamed, .publisherHere].contains { features[place(candidate, $0)] > 0 }
  }

  private func isNear(_ one: PlaceCandidate, _ other: PlaceCandidate) -> Bool {
    if one.row == other.row { return true }
    guard one.isLocal, other.isLocal, let first = one.point, let second = other.point else { return false }
    return UnitSphere.squaredKilometres(first, second) < 100 * 100
  }

  /// For training: the numbers of the mentions of each group, and the features of its candidates and of none of them.
  func evidence(ofGroup number: Int) -> (rows: [Int32], features: [[Float]], ofNone: [Float]) {
    let group = places.groups[number]
    var none = [Float](repeating: 0, count: Self.featureCount)
    for (feature, value) in features(ofNone: group) { none[feature.rawValue] = value }
    return (
      places.candidates[group.candidates].map(\.row),
      group.candidates.map { Array(features[$0 * Self.featureCount..<($0 + 1) * Self.featureCount]) }, none
    )
  }
}
