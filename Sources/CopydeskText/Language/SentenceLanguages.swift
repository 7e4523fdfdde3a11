/// The languages of a text's sentences: one for nearly every text, more where a text mixes them (`“Nećemo stati,” …`, a
/// German paragraph in an English page).
public struct SentenceLanguages: Sendable {
  /// Neighbouring sentences in one language that is not the text's.
  struct Run: Sendable, Equatable {
    var sentences: Range<Int>
    /// BCP 47.
    var language: String
  }

  /// The language of all sentences outside the runs.
  public let main: String
  /// In order; empty unless the text mixes languages.
  private(set) var runs: [Run]

  init(main: String, runs: [Run] = []) { (self.main, self.runs) = (main, runs) }

  /// Whether there is more than one.
  public var isMixed: Bool { !runs.isEmpty }

  /// All of them, the main one first, then by first appearance.
  public var all: [String] {
    runs.reduce(into: [main]) { if !$0.contains($1.language) { $0.append($1.language) } }
  }

  /// The language of a sentence (BCP 47). - Complexity: O(log n) in the places where the language changes.
  public subscript(sentence: Int) -> String {
    guard isMixed, let run = runs.lastIndex(startingAtOrBefore: sentence, by: \.sentences.lowerBound),
      runs[run].sentences.contains(sentence)
    else { return main }
    return runs[run].language
  }
}

/// Tells which sentences of a text are in another language than the text.
///
/// A sentence with some of its language's telling words (`the`, `that`) is in that language, and nearly all are: that costs a
/// look at a few bits for its first words. Only those without are weighed by their trigrams, and they must be clearly in
/// another language; capitalised words don't count, since names look like any (`Edi Rama traveled to Kosovo`). One too short
/// to tell goes with its line.
struct SentenceLanguageTeller {
  private enum Verdict: Equatable {
    /// In the text's own language.
    case own
    /// In a language of the model, by script and column.
    case other(Script, Int)
    /// Too short to tell.
    case open
  }

  /// The fewest words that tell a language: a title of a song in three is no mixture.
  private static let fewestWords = 4
  /// How far the other language must be ahead of the text's own, in half bits: this, and as much for each word.
  private static let lead = (least: 24, each: 3)
  /// So many other languages at most, those of most sentences: each is a further reading of the text by every layer.
  private static let mostLanguages = 3
  /// So many bytes of one sentence tell its language.
  private static let sampleSize = 16_384

  private let text: Text
  private let main: String
  private let script: Script
  /// The column of the main language; nil if its script has only one.
  private let column: Int?
  private let tellingWords: TellingWords?
  private var sample: LetterSample
  private var scorers: [Script: LanguageScorer] = [:]

  /// Nil if the language is one that the model knows nothing of.
  init?(_ text: Text, language: String) {
    let base = Self.modelTag(of: language, text)
    if let script = LanguageModel.shared.script(of: base), let section = LanguageModel.shared.section(script) {
      self.script = script
      column = section.tags.firstIndex(of: base)
      // Without any, every sentence is weighed.
      tellingWords = section.tags.count > 1 ? column.map { section.tellingWords[$0] } : nil
    } else if let script = Script.allCases.first(where: { $0.language == base }) {
      (self.script, column, tellingWords) = (script, nil, nil)
    } else {
      return nil
    }
    (self.text, main, sample) = (text, language, LetterSample(text))
  }

  /// The language's name in the model, which has one for several languages in Latin letters (`sh`): by the script that the
  /// tag names, or else the text's.
  private static func modelTag(of tag: String, _ text: Text) -> String {
    let base = LanguageTag.base(of: tag)
    guard let names = LanguagePack.shared.language(for: tag)?.modelTags, !names.isEmpty else { return base }
    let script = LanguageTag.script(of: tag) ?? (isCyrillic(text) ? "Cyrl" : "Latn")
    return names["\(base)-\(script)"] ?? names[""] ?? base
  }

  /// Whether one byte in eight at least, of the first few thousand, opens a letter of the Cyrillic script.
  private static func isCyrillic(_ text: Text) -> Bool {
    let sample = text.bytes.prefix(4096)
    return sample.count { (0xD0...0xD3).contains($0) } * 8 > sample.count
  }

  /// The languages of the sentences.
  mutating func languages(of sentences: [Sentence], _ tokens: [Token]) -> SentenceLanguages {
    var verdicts: [Verdict] = []
    for (index, sentence) in sentences.enumerated() where !isClearlyOwn(tokens[sentence.tokens]) {
      let verdict = verdict(on: sentence)
      if verdict == .own { continue }
      if verdicts.isEmpty { verdicts = Array(repeating: .own, count: sentences.count) }
      verdicts[index] = verdict
    }
    let others = others(in: verdicts)
    guard !others.isEmpty else { return SentenceLanguages(main: main) }
    for index in verdicts.indices {
      if case .other = verdicts[index], !others.contains(verdicts[index]) { verdicts[index] = .own }
    }
    settleOpen(&verdicts, sentences, tokens)
    let names = others.map { name(of: $0, verdicts, sentences) }
    var runs: [SentenceLanguages.Run] = []
    for (index, verdict) in verdicts.enumerated() {
      guard let other = others.firstIndex(of: verdict) else { continue }
      if let last = runs.last, last.sentences.upperBound == index, last.language == names[other] {
        runs[runs.count - 1].sentences = last.sentences.lowerBound..<index + 1
      } else {
        runs.append(.init(sentences: index..<index + 1, language: names[other]))
      }
    }
    return SentenceLanguages(main: main, runs: runs)
  }

  /// Whether a part of the words shows the text's own language: one telling word in ten tokens, or, in a script of one
  /// language, a letter of it.
  private func isClearlyOwn(_ tokens: ArraySlice<Token>) -> Bool {
    var missing = 1 + tokens.count / 10
    for token in tokens where token.kind == .word {
      guard tellingWords?.contains(token.key) ?? isOfScript(token) else { continue }
      missing -= 1
      if missing == 0 { return true }
    }
    return false
  }

  private func isOfScript(_ token: Token) -> Bool {
    guard token.flags.contains(.nonASCII) else { return false }
    let letter = String(decoding: text.bytes[token.range.indices].prefix(4), as: UTF8.self).unicodeScalars.first
    guard let found = letter.flatMap({ Script.of($0.value) }) else { return false }
    return found == script || script == .kana && found == .han
  }

  /// What the trigrams of a sentence say.
  private mutating func verdict(on sentence: Sentence) -> Verdict {
    sample.removeAll()
    // A table of megabytes without a stop is one 'sentence': its beginning tells.
    sample.add(sentence.range.indices.prefix(Self.sampleSize))
    guard let found = sample.mainScript else { return .open }
    func tells(_ word: LetterSample.Word) -> Bool {
      word.script == found && (found != script || !sample.isCapitalised(word))
    }
    let count = sample.words.count(where: tells)
    // Chinese and its like set no spaces: a run of letters is a word there.
    let isLong =
      count >= (found == script ? Self.fewestWords : 2) || [.han, .kana, .thai, .lao, .khmer, .burmese].contains(found)
    guard isLong, sample.share(of: found) > 0.6 else { return .open }
    guard let section = LanguageModel.shared.section(found), section.tags.count > 1 else {
      return found == script || script == .kana && found == .han ? .own : .other(found, 0)
    }
    // Taken out, so that it is not copied.
    var scorer = scorers.removeValue(forKey: found) ?? LanguageScorer(section: section)
    scorer.reset()
    for word in sample.words where tells(word) { scorer.add(sample.codes[word.codes], hash: word.hash) }
    defer { scorers[found] = scorer }
    let scores = scorer.scores
    let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    guard found == script, let column else { return .other(found, best) }
    if best == column { return .own }
    let lead = Int(scores[best] - scores[column])
    guard lead >= Self.lead.least + Self.lead.each * count, scorer.coverage(of: best) >= 0.5 else { return .open }
    return .other(found, best)
  }

  /// The languages that some sentences are in, those of most sentences first.
  private func others(in verdicts: [Verdict]) -> [Verdict] {
    var counts: [(verdict: Verdict, count: Int)] = []
    for verdict in verdicts {
      guard case .other = verdict else { continue }
      if let index = counts.firstIndex(where: { $0.verdict == verdict }) {
        counts[index].count += 1
      } else {
        counts.append((verdict, 1))
      }
    }
    return counts.enumerated().sorted { (-$0.element.count, $0.offset) < (-$1.element.count, $1.offset) }
      .prefix(Self.mostLanguages).map(\.element.verdict)
  }

  /// A sentence too short to tell goes with the one before it in its line, or else the one behind it; a line of them with
  /// its neighbours, if these agree.
  private func settleOpen(_ verdicts: inout [Verdict], _ sentences: [Sentence], _ tokens: [Token]) {
    func startsLine(_ index: Int) -> Bool { tokens[sentences[index].tokens.lowerBound].flags.contains(.lineStart) }
    var index = 0
    while index < verdicts.count {
      guard verdicts[index] == .open else {
        index += 1
        continue
      }
      let end = verdicts[index...].firstIndex { $0 != .open } ?? verdicts.count
      let before = index > 0 ? verdicts[index - 1] : .own
      let behind = end < verdicts.count ? verdicts[end] : .own
      let firstLine = (index..<end).first(where: startsLine) ?? end
      let lastLine = end < verdicts.count ? (index...end).last(where: startsLine) ?? index : end
      for open in index..<end {
        let isBetween = open >= firstLine && open < lastLine
        verdicts[open] = open < firstLine ? before : !isBetween ? behind : before == behind ? before : .own
      }
      index = end
    }
  }

  /// The BCP 47 tag; of Bosnian, Croatian and Serbian, the one that fits all of the text's sentences in them.
  private mutating func name(of verdict: Verdict, _ verdicts: [Verdict], _ sentences: [Sentence]) -> String {
    guard case .other(let script, let column) = verdict else { return main }
    guard let section = LanguageModel.shared.section(script) else { return script.language ?? main }
    // One sentence is too short to name a language that is none of ours.
    guard column < section.own else { return "und" }
    guard section.tags[column] == LanguageVariants.column else { return section.tags[column] }
    sample.removeAll()
    for index in sentences.indices where verdicts[index] == verdict && sample.codes.count < Self.sampleSize {
      sample.add(sentences[index].range.indices.prefix(Self.sampleSize))
    }
    return LanguageIdentifier.variant(of: sample, hint: main).tag
  }
}
