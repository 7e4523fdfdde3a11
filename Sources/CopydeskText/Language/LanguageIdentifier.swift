import Glibc

/// Tells the language of a text: by its script, and by trigrams and words where several languages share the script.
public struct LanguageIdentifier: Sendable {
  /// The shared identifier; the model is read on first use.
  public static let shared = LanguageIdentifier()

  /// So much of a text tells as much as the whole, even of what Serbian, Croatian and Bosnian differ in.
  private static let sampleSize = 8000
  /// And so much is enough where the languages differ more: the beginning, and two places further on, as a page may begin
  /// in another language than it goes on in.
  private static let windows = (first: 400, further: 200)
  /// The lead of a language, in half bits, that no further text takes away.
  private static let clearLead: Int32 = 200

  /// How far before ours the score of another language must be, in half bits: a short text is rather in one of ours.
  private static let ownLead: Int32 = 16

  /// The language of a text (BCP 47) and how sure that is, 0…1; `und` and 0 if it is in none that is known, nil if it has no
  /// letters.
  /// - Parameters:
  ///   - text: of any length; the beginning counts.
  ///   - hint: what the page declares; it decides between languages that fit nearly as well.
  public func identify(_ text: Text, hint: String? = nil) -> (tag: String, confidence: Double)? {
    let sample = LetterSample(text, ranges: Self.ranges(of: text))
    guard let script = sample.mainScript else { return nil }
    let hint = hint.map { $0.lowercased() }
    if let section = LanguageModel.shared.section(script), section.tags.count > 1 {
      return identify(text, sample, of: script, in: section, hint: hint)
    }
    // A script without a model has one language of news, or the one that the page declares (Marathi, Nepali).
    guard let language = script.language else { return nil }
    return (language, rounded(sample.share(of: script)))
  }

  /// The parts of a text to read first.
  private static func ranges(of text: Text) -> [Range<Int>] {
    let count = text.count
    guard isLong(text) else { return [0..<count] }
    return [
      0..<windows.first, count / 2..<count / 2 + windows.further, count - windows.further..<count,
    ]
  }

  private static func isLong(_ text: Text) -> Bool { text.count > 3 * (windows.first + 2 * windows.further) }

  private func identify(
    _ text: Text, _ first: LetterSample, of script: Script, in section: LanguageModel.Section, hint: String?
  ) -> (tag: String, confidence: Double) {
    var sample = first
    var scorer = LanguageScorer(section: section)
    scorer.add(sample, of: script)
    if Self.isLong(text), scorer.lead < Self.clearLead || scorer.isBest(LanguageVariants.column) {
      sample = LetterSample(text, ranges: [0..<min(Self.sampleSize, text.count)])
      scorer = LanguageScorer(section: section)
      scorer.add(sample, of: script)
    }
    let hinted = hint.flatMap { Self.index(of: $0, in: section.tags) }
    var found = Finding(scorer, hinted)
    if found.isForeign, sample.isFullOfNames(in: script) {
      // Names look like any language: `Mayor Okonkwo meets Ngozi Adeyemi in Abuja`. Without them it must be foreign still.
      var plain = LanguageScorer(section: section)
      plain.add(sample, of: script, capitalised: false)
      let second = Finding(plain, hinted)
      if plain.hasWords, !second.isForeign { found = second }
    }
    let share = sample.share(of: script)
    guard !found.isForeign else {
      // Named only if it is nearly sure: a language that nobody reads is told by no name better than by a wrong one.
      let isNamed = found.best >= section.own && found.shortfall < 1.5 && found.confidence * share >= 0.8
      return isNamed ? (section.tags[found.best], rounded(found.confidence * share)) : ("und", 0)
    }
    guard section.tags[found.best] == LanguageVariants.column else {
      return (section.tags[found.best], rounded(found.confidence * share))
    }
    let variant = Self.variant(of: sample, hint: hint)
    return (variant.tag, rounded(found.confidence * share * variant.probability))
  }

  /// What the scores of a text say.
  private struct Finding {
    /// The column of the best language.
    var best: Int
    var confidence: Double
    /// How far the mean of the trigrams is below what is usual in it.
    var shortfall: Double
    /// Whether it is none of ours, or the text does not look like it.
    var isForeign: Bool

    init(_ scorer: LanguageScorer, _ hinted: Int?) {
      var scores = scorer.scores
      let own = scorer.section.own
      for index in 0..<own { scores[index] += LanguageIdentifier.ownLead }
      if let hinted { scores[hinted] += 16 }
      best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
      confidence = LanguageIdentifier.probability(of: best, in: scores.map { Double($0) }, temperature: 12)
      confidence *= scorer.coverage(of: best)
      shortfall = scorer.shortfall(of: best)
      let likeness = scorer.likeness(to: best)
      // What the page itself declares is believed against the look of its text.
      isForeign = best >= own || likeness <= 0 && hinted != best
      if best < own { confidence *= max(0.1, likeness) }
    }
  }

  /// Which of Serbian, Croatian and Bosnian in Latin letters a sample is in.
  static func variant(of sample: LetterSample, hint: String?) -> (tag: String, probability: Double) {
    var scores = LanguageModel.variants.scores(
      of: sample.words.lazy.filter { $0.script == .latin }.map { sample.text.folded[$0.range.indices] })
    if let hint, let index = index(of: hint, in: LanguageVariants.tags) { scores[index] += 0.8 }
    let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    return (LanguageVariants.tags[best], probability(of: best, in: scores, temperature: 1))
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
  private var trigrams = 0
  // Of the last rows in narrow numbers, of all before in wide ones.
  private var rows = 0
  private var rowScores: [UInt16]
  private var rowSums: [UInt16]
  private var wideScores: [Int32]
  private var wideSums: [Int32]

  init(section: LanguageModel.Section) {
    self.section = section
    rowScores = Array(repeating: 0, count: section.width)
    rowSums = rowScores
    wideScores = Array(repeating: 0, count: section.tags.count)
    wideSums = wideScores
  }

  /// Forgets what was added.
  mutating func reset() {
    (trigrams, rows) = (0, 0)
    for index in rowScores.indices { (rowScores[index], rowSums[index]) = (0, 0) }
    for index in wideScores.indices { (wideScores[index], wideSums[index]) = (0, 0) }
  }

  /// For each language, in half bits.
  var scores: [Int32] { wideScores.indices.map { wideScores[$0] + Int32(rowScores[$0]) } }

  /// How far the best language is before the second.
  var lead: Int32 {
    let sorted = scores.sorted(by: >)
    return sorted.count > 1 ? sorted[0] - sorted[1] : .max
  }

  /// Whether the language is the best.
  func isBest(_ tag: String?) -> Bool {
    guard let tag, let column = section.tags.firstIndex(of: tag) else { return false }
    let scores = scores
    return scores[column] == scores.max()
  }

  /// Adds the words of a script, on demand without those that begin with a capital.
  mutating func add(_ sample: LetterSample, of script: Script, capitalised: Bool = true) {
    for word in sample.words where word.script == script && (capitalised || !sample.isCapitalised(word)) {
      add(sample.codes[word.codes], hash: word.hash)
    }
  }

  /// Whether any word was added.
  var hasWords: Bool { trigrams > 0 }

  /// Adds a word: its trigrams, its telling letters, and, if it is a common one, itself.
  mutating func add(_ codes: ArraySlice<UInt16>, hash: UInt64) {
    let edge = UInt32(UInt8(ascii: "_"))
    var (first, second) = (UInt32(0), edge)
    for code in codes {
      let code = UInt32(code)
      if code >= 0x80, let row = section.row(LanguageModel.key(0, 0, code)) { section.add(row, to: &wideScores) }
      if first != 0 { addTrigram(first, second, code) }
      (first, second) = (second, code)
    }
    if first != 0 { addTrigram(first, second, edge) }
    if let row = section.row(LanguageModel.key(ofWord: hash)) {
      // Its trigrams have told half of it.
      for index in wideScores.indices { wideScores[index] += Int32(max(section.cell(row, index), 12) / 2) }
    }
  }

  private mutating func addTrigram(_ first: UInt32, _ second: UInt32, _ third: UInt32) {
    trigrams += 1
    guard let row = section.row(LanguageModel.key(first, second, third)) else { return }
    if rows == LanguageModel.Section.rowsAtMost { widen() }
    section.add(row, atLeast: 8, to: &rowScores, sums: &rowSums)
    rows += 1
  }

  private mutating func widen() {
    for index in wideScores.indices {
      wideScores[index] += Int32(rowScores[index])
      wideSums[index] += Int32(rowSums[index])
      (rowScores[index], rowSums[index]) = (0, 0)
    }
    rows = 0
  }

  /// How much the text looks like one in the language, 1, or like one in a language that is none of ours, 0. The mean of
  /// its trigrams is near that of the table: of ten thousand sentences of news of more than 60 letters it was 4 below in
  /// one of a hundred, of texts in languages that the model does not have it is 8 below in the middle. Short texts vary.
  func likeness(to language: Int) -> Double {
    let most = Self.mostShortfall + Self.shortText / Double(max(1, trigrams)).squareRoot()
    return min(1, max(0, (most - shortfall(of: language)) / (most - Self.usualShortfall)))
  }

  private static let usualShortfall = 2.5
  private static let mostShortfall = 4.0
  private static let shortText = 25.0

  /// How far the mean of the text's trigrams is below what is usual in the language, in half bits.
  func shortfall(of language: Int) -> Double {
    guard trigrams > 0 else { return 0 }
    let sum = wideSums[language] + Int32(rowSums[language])
    return min(28, section.usualMeans[language]) - Double(sum) / Double(trigrams)
  }

  /// Whether the text looks like the language at all, 0…1: the mean of its trigrams is above 26 in news, below 15 in
  /// languages that the model does not have.
  func coverage(of language: Int) -> Double {
    guard trigrams > 0 else { return 0 }
    let sum = wideSums[language] + Int32(rowSums[language])
    return min(1, max(0.05, (Double(sum) / Double(trigrams) - 12) / 8))
  }
}
