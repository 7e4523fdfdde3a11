import CopydeskTagger

/// Exact names found, by type.
struct Score {
  /// Numbers of names.
  struct Count {
    var right = 0
    var found = 0
    var gold = 0

    var precision: Double { Double(right) / Double(max(found, 1)) }
    var recall: Double { Double(right) / Double(max(gold, 1)) }
    var f1: Double { right == 0 ? 0 : 2 * precision * recall / (precision + recall) }

    static func += (left: inout Count, right: Count) {
      left.right += right.right
      left.found += right.found
      left.gold += right.gold
    }
  }

  private(set) var byType: [String: Count] = [:]
  /// The probability of each span that may be a name, and whether it is one.
  private(set) var samples: [(probability: Float, isRight: Bool)] = []
  private(set) var tokens = 0
  private(set) var cpuSeconds = 0.0

  var all: Count { byType.values.reduce(into: Count()) { $0 += $1 } }

  /// Tags documents and compares.
  /// - Parameter least: the probability from which on a span counts as found.
  init(_ documents: [TrainingDocument], _ tagger: Tagger, least: Float = SpanChoice.least) {
    let types = tagger.model.labels.types
    for document in documents {
      let start = Files.cpuSeconds
      let candidates = tagger.candidates(
        in: document.bytes, tokens: document.tokens, sentences: document.sentences, hints: document.hints)
      let found = Set(SpanChoice.best(candidates.map { ($0.tokens, $0.confidence - least) }))
      cpuSeconds += Files.cpuSeconds - start
      tokens += document.tokens.count
      let gold = Set(document.names)
      for name in gold where types.contains(name.type) { byType[name.type, default: Count()].gold += 1 }
      for (index, name) in candidates.enumerated() {
        let isRight = gold.contains(document.name(at: name.tokens, type: types[name.type]))
        samples.append((name.confidence, isRight))
        guard found.contains(index) else { continue }
        byType[types[name.type], default: Count()].found += 1
        byType[types[name.type], default: Count()].right += isRight ? 1 : 0
      }
    }
  }

  /// For each twentieth of the model's probability: how many spans that may be names, and how many of them were right.
  var reliability: [(count: Int, right: Int)] {
    samples.reduce(into: Array(repeating: (count: 0, right: 0), count: 20)) { bins, sample in
      let bin = min(19, Int(sample.probability * 20))
      bins[bin].count += 1
      bins[bin].right += sample.isRight ? 1 : 0
    }
  }

  /// A number with two places, in per cent.
  static func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10000).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  /// Precision, recall and F1 of each type and of all, a line each.
  var table: String {
    let rows = byType.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + [("all", all)]
    return rows.map { name, count in
      "\(name)\tP \(Self.percent(count.precision))\tR \(Self.percent(count.recall))\tF1 \(Self.percent(count.f1))"
        + "\tgold \(count.gold)\tfound \(count.found)"
    }.joined(separator: "\n")
  }
}
