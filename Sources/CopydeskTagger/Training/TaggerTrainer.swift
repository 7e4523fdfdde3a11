import CopydeskText
import Glibc

/// How a tagger is trained.
public struct TrainingSettings: Sendable {
  /// How often all sentences are read.
  public var epochs = 8
  /// The first step of AdaGrad.
  public var rate: Float = 0.05
  /// The share of features that are left out at each reading.
  public var dropout: Float = 0.5
  /// The share of words of which at each reading only the kind is seen, not the word itself.
  public var masking: Float = 0
  /// The number of rows of the table of weights, as a power of 2.
  public var bits = 18
  /// What the order of sentences and the choice of features go by.
  public var seed: UInt64 = 1
  /// Taken from the score of `O` when tagging.
  public var bias: Float = 0
  /// The case endings of the language's names, as `ending>base` with spaces between, the likeliest first.
  public var endings = ""
  /// The defaults.
  public init() {}
}

/// Trains the weights of a linear-chain conditional random field: stochastic gradients, AdaGrad, feature dropout.
///
/// The result is a function of the documents, their order and the settings alone.
public final class TaggerTrainer {
  private let labels: LabelSet
  private let settings: TrainingSettings
  private let lexicon: Lexicon
  private let store: WordStore
  private let features: DocumentFeatures
  private var corpus: TrainingCorpus
  private var weights: RowTable
  private var chain: TrainingChain
  private var random: SplitMix
  /// The rows of the features that are in play, token by token.
  private var active: [UInt32] = []
  private var starts: [Int] = []
  private var masked: [Bool] = []

  /// A trainer of a tagger for these types.
  public init(types: [String], lexicon: Lexicon, settings: TrainingSettings = TrainingSettings()) {
    labels = LabelSet(types: types)
    (self.settings, self.lexicon) = (settings, lexicon)
    store = WordStore(lexicon: lexicon, endings: Endings(settings.endings), limit: 1 << 22)
    features = DocumentFeatures(store: store, lexicon: lexicon)
    corpus = TrainingCorpus(bits: settings.bits)
    weights = RowTable(rows: 1 << settings.bits, stride: labels.stride)
    chain = TrainingChain(labels: labels)
    random = SplitMix(settings.seed)
  }

  /// Adds a document to learn from; `weight` is the importance of its sentences, `fold` the part of the documents that it
  /// belongs to, so that all others can be learned without it.
  public func add(_ document: TrainingDocument, weight: Float = 1, fold: Int? = nil) {
    let ids = features.words
    ids.reserve(document.tokens.count)
    document.bytes.withUnsafeBytes { bytes in
      for (index, token) in document.tokens.enumerated() {
        let word = UnsafeRawBufferPointer(rebasing: bytes[token.indices])
        ids.base[index] = store.id(of: word) { _, features in corpus.addWord(features) }
      }
    }
    features.read(count: document.tokens.count, sentences: document.sentences, hints: document.hints)
    corpus.add(
      labels: document.labels(labels), sentences: document.sentences, weight: weight, fold: fold, features: features)
  }

  /// Forgets what was learned, but not the documents: the next epoch is the first, in another order.
  public func restart(seed: UInt64) {
    weights = RowTable(rows: 1 << settings.bits, stride: labels.stride)
    chain = TrainingChain(labels: labels)
    random = SplitMix(seed)
  }

  /// Reads all sentences once, but for those of one part; returns the mean loss of a token.
  public func runEpoch(without fold: Int? = nil) -> Double {
    var order = corpus.sentences.indices.filter { fold == nil || corpus.sentences[$0].fold != fold }
    order.shuffle(using: &random)
    var loss = 0.0
    var tokens = 0
    for index in order {
      loss += learn(corpus.sentences[index])
      tokens += corpus.sentences[index].tokens.count
    }
    return loss / Double(max(tokens, 1))
  }

  /// One step down the gradient for one sentence.
  private func learn(_ sentence: TrainingCorpus.Sentence) -> Double {
    let stride = labels.stride
    let keep = 1 - settings.dropout
    let threshold = UInt64(Double(keep) * 65536)
    active.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    chain.start(count: sentence.tokens.count)
    masked.removeAll(keepingCapacity: true)
    let limit = UInt64(Double(settings.masking) * 65536)
    for _ in sentence.tokens { masked.append(random.piece() < limit) }
    for index in sentence.tokens {
      starts.append(active.count)
      corpus.forEachRow(of: index, in: sentence.tokens, masked: masked) { row in
        if random.piece() < threshold { active.append(row) }
      }
      chain.withScores(of: index - sentence.tokens.lowerBound) { scores in
        for row in active[starts[starts.count - 1]...] { weights.add(Int(row), to: scores, factor: 1 / keep) }
      }
    }
    starts.append(active.count)
    let loss = chain.gradient(gold: corpus.labels[sentence.tokens], weight: sentence.weight)
    for token in 0..<sentence.tokens.count {
      chain.withScores(of: token) { gradient in
        for label in 0..<stride { gradient[label] *= 1 / keep }
        for row in active[starts[token]..<starts[token + 1]] {
          weights.step(Int(row), along: gradient, rate: settings.rate)
        }
      }
    }
    chain.stepTransitions(rate: settings.rate)
    return loss
  }

  /// The weights as they are now, for averaging.
  public func snapshot() -> [Float] { weights.values() + chain.transitions }

  /// The bytes of a model with the weights as they are now, or with others of the same form.
  public func model(
    properties: [(String, String)] = [], from values: [Float]? = nil, calibration: [Float] = [], bias: Float? = nil,
    lexicon: [UInt8] = [], consensus: [Float] = []
  ) -> [UInt8] {
    let all = values ?? snapshot()
    let table = all.dropLast(chain.transitions.count)
    let top = table.reduce(into: Float(1e-6)) { $0 = max($0, abs($1)) }
    let scale = min(top, 4) / 127
    let quantised = table.map { Int8(max(-127, min(127, ($0 / scale).rounded()))) }
    let endings = settings.endings.isEmpty ? [] : [("endings", settings.endings)]
    return TaggerModel.bytes(
      labels: labels, properties: properties + endings, bits: settings.bits, weights: quantised, scale: scale,
      transitions: Array(all.suffix(chain.transitions.count)), bias: bias ?? settings.bias, calibration: calibration,
      lexicon: lexicon, consensus: consensus)
  }
}

/// Pseudo-random numbers that are the same everywhere (splitmix64).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  private var pieces: UInt64 = 0
  private var left = 0

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// Sixteen random bits.
  @inline(__always)
  mutating func piece() -> UInt64 {
    if left == 0 {
      pieces = next()
      left = 4
    }
    left -= 1
    let piece = pieces & 0xFFFF
    pieces >>= 16
    return piece
  }
}
