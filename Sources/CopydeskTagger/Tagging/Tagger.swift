public import CopydeskText

/// A name that a tagger has found.
public struct TaggedName: Sendable, Equatable {
  /// Its tokens.
  public let tokens: Range<Int>
  /// The index of its type in the labels of the model.
  public let type: Int
  /// How sure the model is, 0…1, calibrated.
  public let confidence: Float
}

/// Finds names with a trained model. It keeps the words it has met, so one value serves one worker; not shared.
public final class Tagger {
  /// The model.
  public let model: TaggerModel
  private let store: WordStore
  private let features: DocumentFeatures
  private let lattice: Lattice
  /// The sums of each word's weights, by its place in the window: `window × stride` numbers a word.
  private let sums = Workspace<Int16>()
  /// The same of the evidence of a document for each of its capitalised words.
  private let evidence = Workspace<Int16>()
  private let row: Workspace<Int16>
  private let buffer = UnsafeMutablePointer<UInt64>.allocate(capacity: DocumentFeatures.capacity)

  /// A tagger; `lexicon` is used if the model has none of its own.
  public init(model: TaggerModel, lexicon: Lexicon) {
    self.model = model
    let words = model.lexicon ?? lexicon
    store = WordStore(lexicon: words)
    features = DocumentFeatures(store: store, lexicon: words)
    row = Workspace(model.labels.stride)
    lattice = Lattice(labels: model.labels, transitions: model.transitions)
  }

  deinit { buffer.deallocate() }

  /// The names in a text, in order.
  /// - Parameters:
  ///   - bytes: the text, in UTF-8.
  ///   - tokens: where its tokens are.
  ///   - whole: its sentences, as ranges of tokens.
  ///   - hints: what rules and lists say of each token, in numbers that mean the same as in training; empty: nothing.
  /// - Complexity: O(tokens).
  public func names(
    in bytes: [UInt8], tokens: [TextRange], sentences whole: [Range<Int>], hints: [UInt32] = []
  ) -> [TaggedName] {
    guard !tokens.isEmpty else { return [] }
    let sentences = whole.contains { $0.count > Self.longest } ? whole.flatMap(Self.pieces) : whole
    if store.isFull {
      store.removeAll()
    }
    bytes.withUnsafeBytes { read($0, tokens) }
    features.read(count: tokens.count, sentences: sentences, hints: hints)
    sumEvidence()
    var names: [TaggedName] = []
    for sentence in sentences where !sentence.isEmpty {
      score(sentence)
      lattice.decode(calibration: model.calibration) { first, last, type, confidence in
        names.append(
          TaggedName(
            tokens: sentence.lowerBound + first..<sentence.lowerBound + last + 1, type: type, confidence: confidence))
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

  private func read(_ bytes: UnsafeRawBufferPointer, _ tokens: [TextRange]) {
    let (stride, size) = (model.labels.stride, WordStore.window * model.labels.stride)
    let ids = features.words
    ids.reserve(tokens.count)
    for (index, token) in tokens.enumerated() {
      let word = UnsafeRawBufferPointer(rebasing: bytes[token.indices])
      ids.base[index] = store.id(of: word) { id, features in
        sums.grow(to: (id + 1) * size, keeping: id * size)
        let start = sums.base + id * size
        start.update(repeating: 0, count: size)
        for feature in features { add(model.row(feature.hash), to: start + feature.place * stride, stride) }
      }
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
    let stride = model.labels.stride
    let row = self.row.base
    lattice.start(count: sentence.count)
    for index in sentence {
      row.update(repeating: 0, count: stride)
      for at in max(
        index - WordStore.reach, sentence.lowerBound)...min(index + WordStore.reach, sentence.upperBound - 1)
      {
        let place = at - index + WordStore.reach
        add(sums.base + (Int(features.words.base[at]) * WordStore.window + place) * stride, to: row, stride)
      }
      let entry = features.evidence.entry(of: index)
      if entry >= 0 { add(evidence.base + entry * stride, to: row, stride) }
      let count = features.write(index, in: sentence, to: buffer)
      for feature in 0..<count { add(model.row(buffer[feature]), to: row, stride) }
      lattice.set(index - sentence.lowerBound, row, scale: model.scale, bias: model.bias)
    }
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

/// Adds a row of sums.
@inline(__always)
private func add(_ row: UnsafePointer<Int16>, to sum: UnsafeMutablePointer<Int16>, _ stride: Int) {
  var index = 0
  while index < stride {
    let more = UnsafeRawPointer(row + index).loadUnaligned(as: SIMD8<Int16>.self)
    let old = UnsafeRawPointer(sum + index).loadUnaligned(as: SIMD8<Int16>.self)
    UnsafeMutableRawPointer(sum + index).storeBytes(of: old &+ more, as: SIMD8<Int16>.self)
    index += 8
  }
}
