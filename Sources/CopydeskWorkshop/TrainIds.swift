import ArgumentParser
import CopydeskFacts
import CopydeskIntake
import CopydeskText
import Glibc

/// `copydesk-workshop train-ids`: fits the weights by which people and bodies get their ids.
struct TrainIds: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-ids",
    abstract: "Fit the weights by which ids of people and bodies are chosen, and cross-validate them.",
    discussion: """
      Gold: JSON Lines with id, text and entities (start, end in code points, type PER or ORG, wikidata or null). A third of the
      documents, by the hash of their ids, is only measured on. docs/internals/IDS-MODEL.md tells what is fitted and how well.
      """)

  @Argument(help: "Files of gold documents.")
  var files: [String]

  @Option(help: "The file of the weights to write: Models/id-choice.tsv.")
  var output: String?

  func run() throws {
    let gold = try files.flatMap(IdExample.read)
    let weights = IdFit.weights(for: gold.filter { !$0.isHeldOut })
    for (name, part) in [("seen", gold.filter { !$0.isHeldOut }), ("unseen", gold.filter(\.isHeldOut))] {
      let told = part.filter { IdFit.choice($0, weights) != nil }
      let right = told.filter { IdFit.choice($0, weights) == $0.right }.count
      let possible = part.count { $0.right != nil }
      print("\(name): \(part.count) names, \(possible) answerable; \(told.count) get an id, \(right) the right one")
    }
    guard let output else { return }
    guard let file = fopen(output, "w") else { throw ValidationError("cannot write \(output)") }
    fputs("# Weights of IdFeature; written by copydesk-workshop train-ids.\n", file)
    for (feature, weight) in zip(IdFeature.allCases, weights) {
      fputs("\(feature)\t\((weight * 100).rounded() / 100)\n", file)
    }
    fclose(file)
  }
}

/// A name with the things that it may mean.
struct IdExample {
  let features: [[Float]]
  /// The place of the right one; nil: none of them.
  let right: Int?
  let isHeldOut: Bool

  /// The names of a file that may mean something.
  static func read(_ path: String) throws -> [IdExample] {
    var inputs = Inputs([.path(path)], options: .init(format: .jsonl, maxBytes: 1 << 30))
    var examples: [IdExample] = []
    while let input = inputs.next() {
      guard case .success(let raw) = input, let value = JSONParser.parse(raw.bytes[...]) else {
        throw ValidationError("\(path) is no JSON Lines")
      }
      examples += names(of: value)
    }
    return examples
  }

  private static func names(of value: JSONValue) -> [IdExample] {
    let text = value["text"]?.string ?? ""
    var offsets: [Int] = []  // of each code point
    for (index, byte) in text.utf8.enumerated() where byte & 0xC0 != 0x80 { offsets.append(index) }
    offsets.append(text.utf8.count)
    var hash = FoldedHash()
    for byte in (value["id"]?.string ?? "").utf8 { hash.add(byte) }
    let gold = (value["entities"]?.elements ?? []).compactMap { entity -> (span: SpanLinker.Span, id: String?)? in
      guard let type = entity["type"]?.string.flatMap(EntityType.init), type == .person || type == .organization,
        let start = entity["start"]?.string.flatMap(Int.init), let end = entity["end"]?.string.flatMap(Int.init),
        offsets.indices.contains(start), offsets.indices.contains(end)
      else { return nil }
      return (SpanLinker.Span(range: TextRange(offsets[start], offsets[end]), type: type), entity["wikidata"]?.string)
    }
    let things = IdEvidence.things(of: gold.map(\.span), in: Document(text: Text(text)))
    return zip(gold, things).filter { !$0.1.isEmpty }.map { gold, things in
      IdExample(
        features: things.map(\.features), right: things.firstIndex { "Q\($0.number)" == gold.id },
        isHeldOut: hash.value >> 17 % 3 == 0)
    }
  }
}

/// Fits the weights: the logarithm of the probability of the right things, as large as can be, near to what is believed.
enum IdFit {
  /// What is believed before any example is seen: the gold is small.
  private static let believed: [IdFeature: Float] = [
    .any: -1.6, .rank: 4.5, .alone: 0.7, .rivals: -0.5, .overshadowed: -1.5, .countryHere: 1.6, .countryElsewhere: -2,
    .fieldHere: 1.6, .fieldElsewhere: -1.2, .commonName: -1.2, .alias: -0.3, .short: -1.6, .oneWord: -0.5, .longName: 1,
    .plainWord: -1, .organization: 0.2,
  ]
  private static let penalty: Float = 1
  private static let steps = 400

  /// Gradient descent on the whole of the examples: they are few.
  static func weights(for examples: [IdExample]) -> [Float] {
    let prior = IdFeature.allCases.map { believed[$0] ?? 0 }
    var weights = prior
    for _ in 0..<steps {
      var gradient = zip(weights, prior).map { penalty * ($0 - $1) }
      for example in examples {
        let probabilities = probabilities(example, weights)
        for (index, features) in example.features.enumerated() {
          let error = probabilities[index] - (example.right == index ? 1 : 0)
          for place in features.indices { gradient[place] += error * features[place] }
        }
      }
      for place in weights.indices { weights[place] -= 0.02 * gradient[place] }
    }
    return weights
  }

  private static func probabilities(_ example: IdExample, _ weights: [Float]) -> [Float] {
    let scores = example.features.map { zip($0, weights).reduce(Float(0)) { $0 + $1.0 * $1.1 } }
    let highest = max(0, scores.max() ?? 0)
    let powers = scores.map { expf($0 - highest) }
    let sum = powers.reduce(expf(-highest), +)
    return powers.map { $0 / sum }
  }

  /// The place of the thing that the weights choose; nil: none of them.
  static func choice(_ example: IdExample, _ weights: [Float]) -> Int? {
    let probabilities = probabilities(example, weights)
    guard let best = probabilities.indices.max(by: { probabilities[$0] < probabilities[$1] }) else { return nil }
    return probabilities[best] >= IdWeights.threshold ? best : nil
  }
}
