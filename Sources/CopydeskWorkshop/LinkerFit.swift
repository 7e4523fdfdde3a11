import CopydeskFacts
import Glibc

/// Fits the weights: the logarithm of the probability of the right places, as large as can be.
enum LinkerFit {
  /// A name: the features of each reading, and which are right.
  private struct Example {
    let features: [[Float]]
    let isRight: [Bool]
  }

  private static let count = PlaceFeature.allCases.count
  /// The features of the first look come before this one.
  private static let context = PlaceFeature.countryNamed.rawValue..<PlaceFeature.publisherHere.rawValue
  private static let penalty: Float = 0.3
  private static let steps = 300

  /// The weights that fit the documents. What a name sees of the others depends on the weights, hence the rounds.
  static func weights(for documents: [GoldDocument]) -> PlaceWeights {
    var weights = PlaceWeights.learned
    for round in 0..<2 {
      var second: [Example] = []
      for document in documents {
        for ownSpans in [true] {
          for group in document.groups(weights, ownSpans: ownSpans) where !group.candidates.isEmpty {
            guard let labels = document.labels(of: group) else { continue }
            second.append(Example(features: group.candidates.map(\.features) + [group.none], isRight: labels))
          }
        }
      }
      if round == 0 {
        let first = second.map { example in
          Example(
            features: example.features.map { all in
              all.enumerated().map { context.contains($0.offset) ? 0 : $0.element }
            }, isRight: example.isRight)
        }
        weights.first = fit(first)
      }
      weights.second = fit(second)
    }
    return weights
  }

  /// Adam on the whole of the examples: they are few.
  private static func fit(_ examples: [Example]) -> [Float] {
    var weights = [Float](repeating: 0, count: count)
    var mean = weights
    var variance = weights
    for step in 1...steps {
      var gradient = gradient(examples, weights)
      let rate: Float = step < steps / 2 ? 0.1 : 0.02
      for index in 0..<count {
        gradient[index] += 2 * penalty * weights[index]
        gradient[index] /= Float(examples.count)
        mean[index] = 0.9 * mean[index] + 0.1 * gradient[index]
        variance[index] = 0.99 * variance[index] + 0.01 * gradient[index] * gradient[index]
        let corrected = mean[index] / (1 - powf(0.9, Float(step)))
        let spread = (variance[index] / (1 - powf(0.99, Float(step)))).squareRoot()
        weights[index] -= rate * corrected / (spread + 1e-6)
      }
    }
    return weights
  }

  private static func gradient(_ examples: [Example], _ weights: [Float]) -> [Float] {
    var gradient = [Float](repeating: 0, count: count)
    for example in examples {
      let scores = example.features.map { features in
        (0..<count).reduce(Float(0)) { $0 + weights[$1] * features[$1] }
      }
      let highest = scores.max() ?? 0
      let exponentials = scores.map { expf($0 - highest) }
      let sum = exponentials.reduce(0, +)
      let right = zip(exponentials, example.isRight).reduce(Float(0)) { $0 + ($1.1 ? $1.0 : 0) }
      for (reading, features) in example.features.enumerated() {
        let probability = exponentials[reading] / sum
        let wanted = example.isRight[reading] ? exponentials[reading] / max(right, 1e-12) : 0
        for index in 0..<count { gradient[index] += (probability - wanted) * features[index] }
      }
    }
    return gradient
  }

  /// The file of the weights: `Models/places.tsv`.
  static func source(of weights: PlaceWeights) -> String {
    let rows = zip(PlaceFeature.allCases, zip(weights.first, weights.second)).map { feature, pair in
      "\(feature)\t\((pair.0 * 100).rounded() / 100)\t\((pair.1 * 100).rounded() / 100)\n"
    }
    return "# Weights of PlaceFeature at the first look and after it; written by copydesk-workshop train-linker.\n"
      + rows.joined()
  }
}

/// How well weights do on documents that they have not seen.
struct LinkerReport {
  private struct Row {
    var places = 0
    var near = 0
    var ids = 0
    var rightIds = 0
    /// Places that a candidate of the tables could have answered.
    var answerable = 0
    var nearOfAnswerable = 0
  }

  private var order: [String] = []
  private var rows: [String: Row] = [:]
  /// By tenths of the probability that was given: how many links, how many of them right.
  private var bins = [(count: Int, right: Int)](repeating: (0, 0), count: 10)

  /// Resolves the gold's own spans.
  mutating func add(_ document: GoldDocument, _ weights: PlaceWeights) {
    if rows[document.set] == nil { order.append(document.set) }
    var row = rows[document.set] ?? Row()
    let groups = document.groups(weights, ownSpans: true)
    for place in document.places {
      guard let point = place.point else { continue }
      // 'Turkish' is no place to the resolver.
      guard let group = groups.first(where: { $0.ranges.contains(place.range) }) else { continue }
      row.places += 1
      row.ids += place.link == nil ? 0 : 1
      let isRight = group.candidates.map { candidate in
        if place.link != nil, candidate.link == place.link { return true }
        return candidate.point.map { GoldDocument.kilometres($0, point) <= 161 } ?? false
      }
      if isRight.contains(true) { row.answerable += 1 }
      let best = group.probabilities.indices.max { group.probabilities[$0] < group.probabilities[$1] }
      guard let best, group.probabilities[best] >= 0.2 else { continue }
      if isRight[best] {
        row.near += 1
        row.nearOfAnswerable += 1
      }
      if place.link != nil, group.candidates[best].link == place.link { row.rightIds += 1 }
      let bin = min(9, Int(group.probabilities[best] * 10))
      bins[bin].count += 1
      bins[bin].right += isRight[best] ? 1 : 0
    }
    rows[document.set] = row
  }

  /// The table, in per cent.
  var lines: [String] {
    let percent = { (part: Int, whole: Int) in "\((Double(part) / Double(max(1, whole)) * 1000).rounded() / 10)" }
    var lines = ["set\tplaces\twithin 161 km\tof those in the tables\tsame id"]
    for set in order {
      guard let row = rows[set] else { continue }
      lines.append(
        [
          set, "\(row.places)", percent(row.near, row.places), percent(row.nearOfAnswerable, row.answerable),
          percent(row.rightIds, row.ids),
        ].joined(separator: "\t"))
    }
    lines.append("probability\tlinks\tright")
    for (index, bin) in bins.enumerated() where bin.count > 0 {
      lines.append("0.\(index)\t\(bin.count)\t\(percent(bin.right, bin.count))")
    }
    return lines
  }
}
