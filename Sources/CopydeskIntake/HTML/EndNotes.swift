import CopydeskText

/// Cuts what stands behind an article in its own box: where it first appeared, who helped, who the author is, how to
/// write in, what may not be copied.
struct EndNotes {
  let survey: PageSurvey
  /// The authors' names.
  let byline: String?

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

  private func isNote(_ block: Block) -> Bool {
    guard block.range.count < 700 else { return false }
    let text = survey.blocks.text(block).lowercased()
    // `* Editor's note: …`, `(This story was originally published …)`
    let bare = text.drop { !$0.isLetter }
    if Self.openings.contains(where: { bare.hasPrefix($0) }) { return true }
    if Self.phrases.contains(where: { text.contains($0) }) { return true }
    return isAboutAuthor(text)
  }

  /// `Ada Example is a writer in Harbour.`
  private func isAboutAuthor(_ text: String) -> Bool {
    for name in (byline ?? "").lowercased().split(separator: ";") {
      let name = name.drop { $0 == " " }
      guard name.contains(" "), text.hasPrefix(name) else { continue }
      let rest = text.dropFirst(name.count)
      if Self.verbs.contains(where: { rest.hasPrefix($0) }) { return true }
    }
    return false
  }

  private static let verbs = [
    " is ", " was ", " covers ", " has ", " writes ", " reports ", " joined ", " works ", ", ", " ist ", " war ",
    " arbeitet ", " schreibt ", " est ", " es ", " è ", " é ", " är ", " er ", " je ", " је ", " është ", " jest ",
  ]

  private static let openings = list(
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

  private static let phrases = list(
    """
    contributed to this report / contributed to this story / contributed to this article / contributed reporting
    can be reached at / may be reached at / be contacted at / for informational purposes only / we may earn
    earn a commission / earn a small commission / appeared originally in / originally appeared in / originally appeared on
    originally published on / originally published in / originally published by / follow her on / follow him on
    follow them on / senden sie uns / no part may be reproduced / all rights reserved / dass ihre kommentare
    comentários com textos / trugen zu diesem / a contribué à cet / ont contribué à cet
    contribuyó a este / contribuyeron a este / ha contribuido a este / contribuiu para / doprineo je / doprinela je
    """)

  private static func list(_ phrases: String) -> [String] {
    phrases.split(whereSeparator: { $0 == "/" || $0 == "\n" }).map { Line.collapsed(String($0)) }.filter { !$0.isEmpty }
  }
}
