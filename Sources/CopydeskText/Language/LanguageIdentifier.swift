import Glibc

/// Tells the language of a text: by its script, and by trigrams and words where several languages share the script.
public struct LanguageIdentifier: Sendable {
  /// The shared identifier; the model is read on first use.
  public static let shared = LanguageIdentifier()

  /// So much of a text tells as much as the whole.
  private static let sampleSize = 8000

  /// The language of a text (BCP 47) and how sure that is, 0…1; nil if it has no letters.
  /// - Parameter hint: what the page declares; it decides between languages that fit nearly as well.
  public func identify(_ text: Text, hint: String? = nil) -> (tag: String, confidence: Double)? {
    let sample = LetterSample(text, limit: Self.sampleSize)
    guard let script = sample.mainScript else { return nil }
    let hint = hint.map { $0.lowercased() }
    if let section = LanguageModel.shared.sections[script], section.tags.count > 1 {
      return identify(sample, of: script, in: section, hint: hint)
    }
    // A script without a model has one language of news, or the one that the page declares (Marathi, Nepali).
    guard let language = script.language else { return nil }
    return (language, rounded(sample.share(of: script)))
  }

  private func identify(
    _ sample: LetterSample, of script: Script, in section: LanguageModel.Section, hint: String?
  ) -> (tag: String, confidence: Double) {
    var scorer = LanguageScorer(section: section)
    for word in sample.words where word.script == script {
      scorer.add(sample.codes[word.codes], hash: word.hash)
    }
    var scores = scorer.scores
    let hinted = hint.flatMap { Self.index(of: $0, in: section.tags) }
    if let hinted { scores[hinted] += 16 }
    let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    var confidence = Self.probability(of: best, in: scores.map { Double($0) }, temperature: 12)
    confidence *= scorer.coverage(of: best) * sample.share(of: script)
    guard section.tags[best] == "sh" else { return (section.tags[best], rounded(confidence)) }

    var variants = LanguageModel.shared.variants.scores(
      of: sample.words.lazy.filter { $0.script == script }.map { sample.text.folded[$0.range.indices] })
    if let hint, let index = Self.index(of: hint, in: LanguageVariants.tags) { variants[index] += 0.8 }
    let variant = variants.indices.max { variants[$0] < variants[$1] } ?? 0
    confidence *= Self.probability(of: variant, in: variants, temperature: 1)
    return (LanguageVariants.tags[variant], rounded(confidence))
  }

  /// The share of the best in the sum of exp(score / temperature): neighbouring trigrams say the same thing twice, so
  /// the scores are no logarithms of probabilities as they stand.
  private static func probability(of best: Int, in scores: [Double], temperature: Double) -> Double {
    1 / scores.reduce(0) { $0 + exp(($1 - scores[best]) / temperature) }
  }

  private static func index(of hint: String, in tags: [String]) -> Int? {
    let base = hint.prefix { $0 != "-" && $0 != "_" }
    return tags.firstIndex { $0.prefix { $0 != "-" } == base }
  }

  private func rounded(_ value: Double) -> Double { (min(1, max(0, value)) * 1000).rounded() / 1000 }
}

/// Sums what the model knows of words' trigrams.
struct LanguageScorer {
  /// The languages of the script.
  let section: LanguageModel.Section
  /// For each language, in half bits.
  private(set) var scores: [Int32]
  private var trigrams = 0
  private var sums: [Int32]

  init(section: LanguageModel.Section) {
    self.section = section
    scores = Array(repeating: 0, count: section.tags.count)
    sums = scores
  }

  /// Adds a word: its trigrams, its telling letters, and, if it is a common one, itself.
  mutating func add(_ codes: ArraySlice<UInt16>, hash: UInt64) {
    let edge = UInt32(UInt8(ascii: "_"))
    var (first, second) = (UInt32(0), edge)
    for code in codes {
      let code = UInt32(code)
      if code >= 0x80, let row = section.row(LanguageModel.key(0, 0, code)) { section.add(row, to: &scores) }
      if first != 0 { addTrigram(first, second, code) }
      (first, second) = (second, code)
    }
    if first != 0 { addTrigram(first, second, edge) }
    if let row = section.row(LanguageModel.key(ofWord: hash)) {
      // Its trigrams have told half of it.
      for index in scores.indices { scores[index] += Int32(max(section.cell(row, index), 12) / 2) }
    }
  }

  private mutating func addTrigram(_ first: UInt32, _ second: UInt32, _ third: UInt32) {
    trigrams += 1
    guard let row = section.row(LanguageModel.key(first, second, third)) else { return }
    section.add(row, to: &sums)
    section.add(row, to: &scores, least: 8)
  }

  /// Whether the text looks like the language at all, 0…1: the mean of its trigrams is above 26 in news, below 15 in
  /// languages that the model does not have.
  func coverage(of language: Int) -> Double {
    guard trigrams > 0 else { return 0 }
    return min(1, max(0.05, (Double(sums[language]) / Double(trigrams) - 12) / 8))
  }
}
