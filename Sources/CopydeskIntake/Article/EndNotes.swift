import CopydeskText

/// Cuts what stands behind an article in its own box: where it first appeared, who helped, who the author is, how to
/// write in, what may not be copied.
struct EndNotes {
  let survey: PageSurvey
  /// The authors' names of more than one word.
  private let authors: [[UInt8]]
  private let sites: [[UInt8]]

  /// - Parameters:
  ///   - byline: the authors' names, joined by semicolons.
  ///   - sites: what the page calls its site and its publisher.
  init(survey: PageSurvey, byline: String?, sites: [String]) {
    self.survey = survey
    self.sites = sites.map { Line.key($0.utf8) }.filter { $0.count >= 5 }
    let names = (byline ?? "").utf8.split(separator: UInt8(ascii: ";")).map { Array($0.drop { $0 == 0x20 }) }
    authors = names.filter { $0.contains(0x20) }
  }

  /// The lines up to the first note among the last few.
  func removed(from lines: [Int]) -> [Int] {
    // Nothing of an article stands behind such a note; the notes of the front (`Updated at 1:23 p.m.`) are others.
    let start = max(lines.count - 5, 2)
    guard start < lines.count else { return lines }
    let ends = EndOfArticle(survey: survey, authors: authors, sites: sites)
    for place in start..<lines.count where ends.begins(at: place, of: lines) { return Array(lines[..<place]) }
    for place in start..<lines.count where isNote(survey.blocks.list[lines[place]]) {
      let behind = lines[(place + 1)...]
      // A `Disclaimer:` with much behind it stands inside the article.
      let isLast = behind.reduce(0) { $0 + survey.blocks.list[$1].range.count } < 600
      return Array(lines[..<place]) + (isLast ? [] : behind)
    }
    return lines
  }

  /// Whether the block is such a note, wherever it stands.
  func isNote(_ block: Block) -> Bool {
    guard block.range.count < 700 else { return false }
    let line = survey.blocks.bytes[block.range]
    let words = BoilerplateLines.words(of: line)
    guard let first = words.first else { return false }
    // `* Editor's note: …`, `(This story was originally published …)`: signs in front are no words.
    if let phrases = Self.openings[first.own], phrases.contains(where: { $0.opens(words[...], of: line) }) {
      return true
    }
    for (index, word) in words.enumerated() {
      guard let phrases = Self.phrases[word.own] else { continue }
      if phrases.contains(where: { $0.opens(words[index...], of: line) }) { return true }
    }
    return isAboutAuthor(line)
  }

  /// `Ada Example is a writer in Harbour.`
  private func isAboutAuthor(_ line: ArraySlice<UInt8>) -> Bool {
    for name in authors {
      guard line.count > name.count, line.prefix(name.count).elementsEqual(name) else { continue }
      let rest = line.dropFirst(name.count)
      if Self.verbs.contains(where: { rest.starts(with: $0) }) { return true }
    }
    return false
  }

  /// A phrase by the hashes of its words.
  private struct Phrase {
    let words: [UInt64]
    /// Whether a colon must follow: `Correction:`.
    let hasColon: Bool

    func opens(_ words: ArraySlice<BoilerplateLines.Word>, of line: ArraySlice<UInt8>) -> Bool {
      guard words.count >= self.words.count, zip(words, self.words).allSatisfy({ $0.own == $1 }) else { return false }
      guard hasColon else { return true }
      let end = words[words.startIndex + self.words.count - 1].end
      return end < line.endIndex && line[end] == UInt8(ascii: ":")
    }
  }

  /// What follows an author's name that begins a note: `is`, a comma.
  static let verbs = ([", "] + PageWords.page.phrases("about-author").map { " \($0) " }).map { Array($0.utf8) }

  private static let openings = table("note-opening")

  private static let phrases = table("note")

  /// By the first word.
  private static func table(_ key: String) -> WordTable<[Phrase]> {
    var table: [UInt64: [Phrase]] = [:]
    for phrase in PageWords.page.phrases(key) {
      let words = BoilerplateLines.words(of: Array(phrase.utf8)[...]).map(\.own)
      guard let first = words.first else { continue }
      table[first, default: []].append(Phrase(words: words, hasColon: phrase.last == ":"))
    }
    return WordTable(table)
  }
}
