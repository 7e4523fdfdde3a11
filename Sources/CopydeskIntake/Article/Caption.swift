import CopydeskText

/// Knows the caption of a picture that no name calls one: alone with the picture in a small element, and credited to whoever took
/// it.
struct Caption {
  let survey: PageSurvey

  func isOne(_ block: Block) -> Bool {
    guard block.letters >= 12, block.range.count < 700, !block.isHeading else { return false }
    let line = survey.blocks.bytes[block.range]
    return isCredited(line) && standsByPicture(block)
  }

  /// Whether the largest element with hardly more text than the line has a picture in it.
  private func standsByPicture(_ block: Block) -> Bool {
    var (found, depth) = (false, 0)
    survey.forEachAncestor(from: block.anchor) { node in
      guard survey.wholeLetters(of: node) <= block.letters + 30, depth < 4 else { return false }
      depth += 1
      found = survey.holdsPicture(node)
      return !found
    }
    return found
  }

  /// `… in February. (Press/Jim Field, File)`, `… in February. Photo: Courier/Pat Lowe`
  private func isCredited(_ line: ArraySlice<UInt8>) -> Bool {
    var end = line.endIndex
    while end > line.startIndex, [0x20, UInt8(ascii: ".")].contains(line[end - 1]) { end -= 1 }
    if end > line.startIndex, line[end - 1] == UInt8(ascii: ")") {
      let inside = line[..<(end - 1)].suffix(90)
      guard let open = inside.lastIndex(of: UInt8(ascii: "(")), open > line.startIndex else { return false }
      let credit = inside[(open + 1)...]
      let first = credit.first ?? 0
      let isName = (0x41...0x5A).contains(first) || first >= 0x80
      // A slash, or a name and what it is of behind a comma; a place in brackets has neither.
      return isName && (credit.contains(UInt8(ascii: "/")) || opensWithSource(credit))
    }
    let tail = line.suffix(70)
    for (index, byte) in zip(tail.indices, tail) where byte == UInt8(ascii: ":") {
      let word = line[..<index].suffix(while: { HTMLBytes.isLetter($0) || $0 >= 0x80 })
      if word.startIndex > line.startIndex, Self.sources.contains(FoldedHash.of(folding: word)) { return true }
    }
    return false
  }

  private func opensWithSource(_ credit: ArraySlice<UInt8>) -> Bool {
    let word = credit.prefix { HTMLBytes.isLetter($0) || $0 >= 0x80 }
    return Self.sources.contains(FoldedHash.of(folding: word))
  }

  /// `photo`, `credit`: the words in front of a source's name.
  private static let sources = WordTable(
    words: PageWords.page.rows("opening").filter { $0.value == "source" }.flatMap(\.phrases).filter {
      !$0.contains(" ")
    })
}

extension ArraySlice<UInt8> {
  /// The longest end of bytes that all satisfy something.
  fileprivate func suffix(while isIn: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, isIn(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}

extension FoldedHash {
  /// The hash of a word as it stands, case aside.
  fileprivate static func of(folding word: ArraySlice<UInt8>) -> UInt64 {
    var hash = FoldedHash()
    for byte in CaseFolding.folded(Array(word)) { hash.add(byte) }
    return hash.value
  }
}
