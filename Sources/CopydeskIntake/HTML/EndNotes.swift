import CopydeskText

/// Cuts what stands behind an article in its own box: where it first appeared, who helped, who the author is, how to
/// write in, what may not be copied.
struct EndNotes {
  let survey: PageSurvey
  /// The authors' names of more than one word.
  private let authors: [[UInt8]]

  /// - Parameter byline: the authors' names, joined by semicolons.
  init(survey: PageSurvey, byline: String?) {
    self.survey = survey
    let names = (byline ?? "").utf8.split(separator: UInt8(ascii: ";")).map { Array($0.drop { $0 == 0x20 }) }
    authors = names.filter { $0.contains(0x20) }
  }

  /// The lines up to the first note among the last few.
  func removed(from lines: [Int]) -> [Int] {
    // Nothing of an article stands behind such a note; the notes of the front (`Updated at 1:23 p.m.`) are others.
    let start = max(lines.count - 5, 2)
    guard start < lines.count else { return lines }
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
      if Self.verbs.contains(where: { rest.starts(with: $0.utf8) }) { return true }
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

  private static let verbs = [
    " is ", " was ", " covers ", " has ", " writes ", " reports ", " joined ", " works ", ", ", " ist ", " war ",
    " arbeitet ", " schreibt ", " est ", " es ", " è ", " é ", " är ", " er ", " je ", " је ", " është ", " jest ",
  ]

  private static let openings = table(
    """
    this story was originally / this article was originally / this article originally / this story originally
    originally published / first published in / first published on / this post originally / this piece originally
    this story has been updated / this article has been updated / this story was updated / this article was updated
    updated at / updated to / correction: / clarification: / editor's note / editor’s note / editors' note / editors’ note
    have a tip / got a tip / do you have a tip / want more stories / read the original article / cross-posted from
    more information: / journal information: / citation: / this document is subject to copyright / disclaimer: / disclosure:
    would you like to comment / have something to say / your subscription / copyright / reporting by / additional reporting
    our journalism needs / the views expressed / the opinions expressed / translated from / some details have been changed
    get the latest updates / follow the author / about the author / like this article / did you like this
    dieser artikel ist zuerst / dieser artikel erschien / dieser artikel ist eine übersetzung / dieser text ist zuerst
    dieser text erschien / dieser beitrag ist zuerst / dieser beitrag erschien / fehler gefunden / haben sie einen fehler
    sendung: / dieses thema im programm / über dieses thema berichtete / übersetzung: / aus dem englischen von
    hat ihnen dieser artikel / hat ihnen der artikel / wie hat ihnen / ihre meinung ist uns / mit material von / permalink
    cet article / cet entretien / traduit de / este artículo / este reportaje / traducción de / con información de
    questo articolo / este artigo / com informações de / tradução de / dit artikel / artykuł ukazał / bu haber / bu yazı
    tekst je izvorno / tekst je objavljen / članak je izvorno / preuzeto iz / preuzeto sa / ovaj tekst / ovaj članak
    """)

  private static let phrases = table(
    """
    contributed to this report / contributed to this story / contributed to this article / contributed reporting
    can be reached at / may be reached at / be contacted at / for informational purposes only / we may earn
    earn a commission / earn a small commission / appeared originally in / originally appeared in / originally appeared on
    originally published on / originally published in / originally published by / follow her on / follow him on
    follow them on / senden sie uns / no part may be reproduced / all rights reserved / dass ihre kommentare
    comentários com textos / trugen zu diesem / a contribué à cet / ont contribué à cet
    contribuyó a este / contribuyeron a este / ha contribuido a este / contribuiu para / doprineo je / doprinela je
    """)

  /// By the first word.
  private static func table(_ phrases: String) -> WordTable<[Phrase]> {
    var table: [UInt64: [Phrase]] = [:]
    for phrase in phrases.split(whereSeparator: { $0 == "/" || $0 == "\n" }) {
      let words = BoilerplateLines.words(of: Array(phrase.utf8)[...]).map(\.own)
      guard let first = words.first else { continue }
      let hasColon = phrase.last { $0 != " " } == ":"
      table[first, default: []].append(Phrase(words: words, hasColon: hasColon))
    }
    return WordTable(table)
  }
}
