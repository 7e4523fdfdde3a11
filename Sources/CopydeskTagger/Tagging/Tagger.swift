import CPrefetch
public import CopydeskText

/// A name that a tagger has found.
public struct TaggedName: Sendable, Equatable {
  /// Its tokens.
  public let tokens: Range<Int>
  /// The index of its type in the labels of the model.
  public let type: Int
  /// How sure the model is, 0…1, calibrated.
  public internal(set) var confidence: Float
}

/// Finds names with a trained model. It keeps the words it has met, so one value serves one worker; not shared.
public final class Tagger {
  /// The model.
  public let model: TaggerModel
  private let store: WordStore
  private let features: DocumentFeatures
  private let lattice: Lattice
  private let consensus: Consensus
  /// The sums of each word's weights, by its place in the window: `window × stride` numbers a word.
  private let sums = Workspace<Int16>()
  /// The same of the evidence of a document for each of its capitalised words.
  private let evidence = Workspace<Int16>()
  /// The hashes of some words.
  private let hashes = Workspace<UInt64>(Tagger.ahead)
  private let buffer = UnsafeMutablePointer<UInt64>.allocate(capacity: DocumentFeatures.capacity)
  /// The rows of the features of a sentence's tokens, by their place in the table, and where those of each begin.
  private let rows = Workspace<UInt32>()
  private let starts = Workspace<Int>()

  /// A tagger; `lexicon` is used if the model has none of its own.
  public init(model: TaggerModel, lexicon: Lexicon) {
    self.model = model
    let words = model.lexicon ?? lexicon
    store = WordStore(lexicon: words, endings: model.endings)
    features = DocumentFeatures(store: store, lexicon: words)
    consensus = Consensus(features)
    lattice = Lattice(labels: model.labels, transitions: model.transitions)
  }

  deinit { buffer.deallocate() }

  /// The names in a text, in order and without overlap: those that most probably are the most.
  /// - Parameters:
  ///   - bytes: the text, in UTF-8.
  ///   - tokens: where its tokens are.
  ///   - sentences: ranges of tokens.
  ///   - hints: what rules and lists say of each token, in numbers that mean the same as in training; empty: nothing.
  /// - Complexity: O(tokens).
  public func names(
    in bytes: [UInt8], tokens: [TextRange], sentences: [Range<Int>], hints: [UInt32] = []
  ) -> [TaggedName] {
    let all = candidates(in: bytes, tokens: tokens, sentences: sentences, hints: hints)
    return SpanChoice.best(all.map { ($0.tokens, $0.confidence - SpanChoice.least) }).map { all[$0] }
  }

  /// The spans of a text that may be names, in the order of their first tokens; spans may overlap, and one may be there
  /// with two types.
  /// - Parameters:
  ///   - bytes: the text, in UTF-8.
  ///   - tokens: where its tokens are.
  ///   - whole: its sentences, as ranges of tokens.
  ///   - hints: as for `names`.
  /// - Complexity: O(tokens).
  public func candidates(
    in bytes: [UInt8], tokens: [TextRange], sentences whole: [Range<Int>], hints: [UInt32] = []
  ) -> [TaggedName] {
    var names = firstLook(bytes, tokens, whole, hints)
    if let weights = model.consensus { consensus.reweigh(&names, tokens: tokens.count, by: weights) }
    for index in names.indices { names[index].confidence = model.calibrated(names[index].confidence) }
    return names
  }

  /// What the sentences tell, each alone, and what the second look has to go by.
  func firstLook(at document: TrainingDocument) -> (names: [TaggedName], features: [Consensus.Features]) {
    let names = firstLook(document.bytes, document.tokens, document.sentences, document.hints)
    return (names, consensus.features(of: names, tokens: document.tokens.count))
  }

  private func firstLook(
    _ bytes: [UInt8], _ tokens: [TextRange], _ whole: [Range<Int>], _ hints: [UInt32]
  ) -> [TaggedName] {
    guard !tokens.isEmpty else { return [] }
    let sentences = whole.contains { $0.count > Self.longest } ? whole.flatMap(Self.pieces) : whole
    if store.isFull { sift() }
    bytes.withUnsafeBytes { read($0, tokens) }
    features.read(count: tokens.count, sentences: sentences, hints: hints)
    sumEvidence()
    var names: [TaggedName] = []
    for sentence in sentences where !sentence.isEmpty {
      score(sentence)
      lattice.decode { first, last, type, probability in
        names.append(
          TaggedName(
            tokens: sentence.lowerBound + first..<sentence.lowerBound + last + 1, type: type, confidence: probability))
      }
    }
    return names
  }

  /// A 'sentence' of a million tokens is a list or a table: it is read in pieces, so that memory stays bounded.
  private static let longest = 512

  private static func pieces(_ sentence: Range<Int>) -> [Range<Int>] {
    stride(from: sentence.lowerBound, to: sentence.upperBound, by: longest).map {
      $0..<min($0 + longest, sentence.upperBound)
    }
  }

  /// How many words are asked for before the first of them is looked up.
  private static let ahead = 64

  /// Looks up the words, some at a time: the table of a worker is larger than the caches, so that each look-up would wait.
  private func read(_ bytes: UnsafeRawBufferPointer, _ tokens: [TextRange]) {
    let ids = features.words
    ids.reserve(tokens.count)
    for first in Swift.stride(from: 0, to: tokens.count, by: Self.ahead) {
      let some = first..<min(first + Self.ahead, tokens.count)
      for index in some {
        let hash = WordStore.hash(of: UnsafeRawBufferPointer(rebasing: bytes[tokens[index].indices]))
        hashes.base[index - first] = hash
        store.prefetch(hash)
      }
      for index in some {
        let word = UnsafeRawBufferPointer(rebasing: bytes[tokens[index].indices])
        ids.base[index] = store.id(of: word, hash: hashes.base[index - first], isNew: sumUp)
      }
    }
  }

  /// Adds up the weights of a new word.
  private func sumUp(_ id: Int, _ features: UnsafeBufferPointer<WordStore.Feature>) {
    let (stride, size) = (model.labels.stride, WordStore.window * model.labels.stride)
    sums.grow(to: (id + 1) * size, keeping: id * size)
    for feature in features { copydesk_prefetch(model.row(feature.hash)) }
    let start = sums.base + id * size
    start.update(repeating: 0, count: size)
    for feature in features { add(model.row(feature.hash), to: start + feature.place * stride, stride) }
  }

  private func sift() {
    let size = WordStore.window * model.labels.stride
    store.sift { old, new in
      if new < old { (sums.base + new * size).update(from: sums.base + old * size, count: size) }
    }
  }

  private func sumEvidence() {
    let stride = model.labels.stride
    let known = features.evidence
    evidence.fill(known.count * stride, with: 0)
    for entry in 0..<known.count {
      for index in known.features(of: entry) {
        add(model.row(known.features[index]), to: evidence.base + entry * stride, stride)
      }
    }
  }

  /// Fills the lattice with the scores of a sentence.
  private func score(_ sentence: Range<Int>) {
    lattice.start(count: sentence.count)
    findRows(of: sentence)
    for index in sentence {
      let token = index - sentence.lowerBound
      // The best score of a label other than `O`.
      var top = Int16.min
      var label = 0
      while label + 16 <= model.labels.stride {
        let sum: SIMD16<Int16> = sum(index, in: sentence, label)
        lattice.set(token, label, SIMD16<Float>(sum) * model.scale)
        top = max(top, sum.capped(by: lattice.caps.base + label).max())
        label += 16
      }
      if label < model.labels.stride {
        let sum: SIMD8<Int16> = sum(index, in: sentence, label)
        lattice.set(token, label, SIMD8<Float>(sum) * model.scale)
        top = max(top, sum.capped(by: lattice.caps.base + label).max())
      }
      lattice.finish(token, bias: model.bias, top: Float(top) * model.scale)
    }
  }

  /// Finds the rows that the tokens of a sentence need, and asks for them: they lie all over a table of megabytes.
  private func findRows(of sentence: Range<Int>) {
    let (stride, size) = (model.labels.stride, WordStore.window * model.labels.stride)
    rows.reserve(sentence.count * DocumentFeatures.capacity)
    starts.reserve(sentence.count + 1)
    var count = 0
    for index in sentence {
      let sum = UnsafeRawPointer(sums.base + Int(features.words.base[index]) * size)
      for line in Swift.stride(from: 0, through: size * 2, by: 64) { copydesk_prefetch(sum + line) }
      starts.base[index - sentence.lowerBound] = count
      for feature in 0..<features.write(index, in: sentence, to: buffer) {
        let row = model.place(buffer[feature]) &* stride
        rows.base[count] = UInt32(truncatingIfNeeded: row)
        copydesk_prefetch(model.weights + row)
        count += 1
      }
    }
    starts.base[sentence.count] = count
  }

  /// The scores of sixteen or eight labels of a token, in units of the model's scale.
  @inline(__always)
  private func sum<Vector: WeightVector>(_ index: Int, in sentence: Range<Int>, _ label: Int) -> Vector {
    let stride = model.labels.stride
    var sum = Vector()
    let first = max(index - WordStore.reach, sentence.lowerBound)
    let last = min(index + WordStore.reach, sentence.upperBound - 1)
    for at in first...last {
      let place = at - index + WordStore.reach
      sum.add(sums.base + (Int(features.words.base[at]) * WordStore.window + place) * stride + label)
    }
    let entry = features.evidence.entry(of: index)
    if entry >= 0 { sum.add(evidence.base + entry * stride + label) }
    let token = index - sentence.lowerBound
    for row in starts.base[token]..<starts.base[token + 1] {
      sum.add(model.weights + Int(rows.base[row]) + label)
    }
    return sum
  }
}

/// Sums of weights for some labels.
private protocol WeightVector {
  init()
  /// Adds 8-bit weights.
  mutating func add(_ row: UnsafePointer<Int8>)
  /// Adds sums.
  mutating func add(_ row: UnsafePointer<Int16>)
  /// The smaller numbers of both.
  func capped(by caps: UnsafePointer<Int16>) -> Self
}

extension SIMD8<Int16>: WeightVector {
  @inline(__always)
  fileprivate mutating func add(_ row: UnsafePointer<Int8>) {
    self &+= SIMD8<Int16>(truncatingIfNeeded: UnsafeRawPointer(row).loadUnaligned(as: SIMD8<Int8>.self))
  }

  @inline(__always)
  fileprivate mutating func add(_ row: UnsafePointer<Int16>) {
    self &+= UnsafeRawPointer(row).loadUnaligned(as: SIMD8<Int16>.self)
  }

  @inline(__always)
  fileprivate func capped(by caps: UnsafePointer<Int16>) -> Self {
    let caps = UnsafeRawPointer(caps).loadUnaligned(as: SIMD8<Int16>.self)
    return replacing(with: caps, where: self .> caps)
  }
}

extension SIMD16<Int16>: WeightVector {
  @inline(__always)
  fileprivate mutating func add(_ row: UnsafePointer<Int8>) {
    self &+= SIMD16<Int16>(truncatingIfNeeded: UnsafeRawPointer(row).loadUnaligned(as: SIMD16<Int8>.self))
  }

  @inline(__always)
  fileprivate mutating func add(_ row: UnsafePointer<Int16>) {
    self &+= UnsafeRawPointer(row).loadUnaligned(as: SIMD16<Int16>.self)
  }

  @inline(__always)
  fileprivate func capped(by caps: UnsafePointer<Int16>) -> Self {
    let caps = UnsafeRawPointer(caps).loadUnaligned(as: SIMD16<Int16>.self)
    return replacing(with: caps, where: self .> caps)
  }
}

/// Adds a row of 8-bit weights.
@inline(__always)
private func add(_ row: UnsafePointer<Int8>, to sum: UnsafeMutablePointer<Int16>, _ stride: Int) {
  var index = 0
  while index < stride {
    let weights = UnsafeRawPointer(row + index).loadUnaligned(as: SIMD8<Int8>.self)
    let old = UnsafeRawPointer(sum + index).loadUnaligned(as: SIMD8<Int16>.self)
    let new = old &+ SIMD8<Int16>(truncatingIfNeeded: weights)
    UnsafeMutableRawPointer(sum + index).storeBytes(of: new, as: SIMD8<Int16>.self)
    index += 8
  }
}
