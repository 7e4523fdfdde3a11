/// All that training reads, as rows of the table of weights: features of words are kept once for each word.
struct TrainingCorpus {
  /// A sentence: its tokens, how much it counts, and the part of the documents it is in.
  struct Sentence {
    let tokens: Range<Int>
    let weight: Float
    let fold: Int?
  }

  private let shift: UInt64
  private(set) var sentences: [Sentence] = []
  private(set) var labels: [UInt8] = []
  private var words: [Int32] = []
  /// For each word and place in the window, where its rows begin.
  private var wordStarts: [UInt32] = [0]
  private var wordRows: [UInt32] = []
  private var tokenStarts: [UInt32] = [0]
  private var tokenRows: [UInt32] = []
  /// For each token how many of its first rows tell the very words.
  private var lexicalCounts: [UInt8] = []
  /// For each token the rows of what its document says of it.
  private var evidence: [Range<UInt32>] = []
  private var evidenceRows: [UInt32] = []

  init(bits: Int) { shift = UInt64(64 - bits) }

  @inline(__always)
  private func row(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> shift) }

  mutating func addWord(_ features: UnsafeBufferPointer<WordStore.Feature>) {
    for place in 0..<WordStore.window {
      for isLexical in [false, true] {
        for feature in features where feature.place == place && feature.isLexical == isLexical {
          wordRows.append(row(feature.hash))
        }
        wordStarts.append(UInt32(wordRows.count))
      }
    }
  }

  mutating func add(
    labels new: [UInt8], sentences ranges: [Range<Int>], weight: Float, fold: Int?, features: DocumentFeatures
  ) {
    let start = words.count
    for index in new.indices { words.append(features.words.base[index]) }
    labels += new
    let entries = evidenceRows.count
    for feature in features.evidence.features { evidenceRows.append(row(feature)) }
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: DocumentFeatures.capacity) { buffer in
      guard let base = buffer.baseAddress else { return }
      for range in ranges where !range.isEmpty {
        let tokens = start + range.lowerBound..<start + range.upperBound
        sentences.append(Sentence(tokens: tokens, weight: weight, fold: fold))
        for index in range {
          let count = features.write(index, in: range, to: base)
          for feature in 0..<count { tokenRows.append(row(base[feature])) }
          tokenStarts.append(UInt32(tokenRows.count))
          lexicalCounts.append(features.isFar(index, in: range) ? 0 : UInt8(DocumentFeatures.lexicalCount))
          let entry = features.evidence.entry(of: index)
          let known = entry >= 0 ? features.evidence.features(of: entry) : 0..<0
          evidence.append(UInt32(entries + known.lowerBound)..<UInt32(entries + known.upperBound))
        }
      }
    }
  }

  /// Calls with each row of a token of a sentence.
  @inline(__always)
  func forEachRow(of token: Int, in sentence: Range<Int>, masked: UnsafePointer<Bool>, _ body: (UInt32) -> Void) {
    for place in 0..<WordStore.window {
      let at = token + place - WordStore.reach
      guard sentence.contains(at) else { continue }
      let word = (Int(words[at]) * WordStore.window + place) * 2
      let end = Int(wordStarts[word + (masked[at - sentence.lowerBound] ? 1 : 2)])
      for index in Int(wordStarts[word])..<end { body(wordRows[index]) }
    }
    let start = Int(tokenStarts[token]) + (masked[token - sentence.lowerBound] ? Int(lexicalCounts[token]) : 0)
    for index in start..<Int(tokenStarts[token + 1]) { body(tokenRows[index]) }
    for index in evidence[token] { body(evidenceRows[Int(index)]) }
  }
}
