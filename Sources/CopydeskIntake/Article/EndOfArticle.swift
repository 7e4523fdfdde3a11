import CopydeskText

/// Knows the notes behind an article by what they are about: its author, or the company that it tells of.
struct EndOfArticle {
  let survey: PageSurvey
  /// The authors' names of more than one word.
  let authors: [[UInt8]]
  /// The keys of the site's and the publisher's names.
  let sites: [[UInt8]]

  /// Whether nothing of the article follows from that line on.
  func begins(at place: Int, of lines: [Int]) -> Bool {
    let block = survey.blocks.list[lines[place]]
    let line = survey.blocks.bytes[block.range]
    guard line.count < 900 else { return false }
    if isAboutAuthor(line), standsApart(lines[place], from: lines[place - 1]) { return true }
    if place == lines.count - 1, isAboutStaff(line) { return true }
    return isAboutCompany(line, block, at: place, of: lines)
  }

  /// `Ada Example came to the Courier in 2014`: the author's name and a word in small letters.
  private func isAboutAuthor(_ line: ArraySlice<UInt8>) -> Bool {
    authors.contains { name in
      guard line.count > name.count + 2, line.starts(with: name) else { return false }
      let next = line[line.startIndex + name.count + 1]
      return line[line.startIndex + name.count] == 0x20 && (0x61...0x7A).contains(next)
    }
  }

  /// Whether the line stands in another element than the one before, not in the same row of paragraphs.
  private func standsApart(_ index: Int, from before: Int) -> Bool {
    let list = survey.blocks.list
    let parents = [index, before].map { survey.page.nodes[list[$0].anchor].parent }
    return parents[0] != parents[1]
  }

  /// `Ada Example is a reporter for the Courier. Email: …`: any name, where the site or an address is named too.
  private func isAboutStaff(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count < 400 else { return false }
    var rest = line
    var words = 0
    while words < 3, let first = rest.first, (0x41...0x5A).contains(first) {
      rest = rest.drop { $0 != 0x20 }.dropFirst()
      words += 1
      if words >= 2, EndNotes.verbs.contains(where: { rest.starts(with: $0.dropFirst()) }) {
        let key = Line.key(line)
        return line.contains(UInt8(ascii: "@")) || sites.contains { Line.occurs($0, in: key) }
      }
    }
    return false
  }

  /// `About Example`, a line of its own in a press release, where the text above has told of `Example`.
  private func isAboutCompany(_ line: ArraySlice<UInt8>, _ block: Block, at place: Int, of lines: [Int]) -> Bool {
    guard block.words <= 6, !block.endsSentence, 2 * place >= lines.count, place + 1 < lines.count else { return false }
    let folded = CaseFolding.folded(Array(line))
    guard let opener = Self.openers.first(where: { folded.starts(with: $0) }) else { return false }
    let name = Line.key(line.dropFirst(opener.count).filter { $0 != UInt8(ascii: ":") })
    guard name.count >= 3, (0x41...0x5A).contains(line.dropFirst(opener.count).first ?? 0),
      Line.key(survey.blocks.bytes[survey.blocks.list[lines[place + 1]].range]).starts(with: name)
    else { return false }
    return lines[..<place].contains {
      Line.occurs(name, in: Line.key(survey.blocks.bytes[survey.blocks.list[$0].range]))
    }
  }

  private static let openers = PageWords.page.phrases("about-company").map { Array("\($0) ".utf8) }
}
