public import CopydeskText

/// Finds the bytes of a page that the lines of its main text came from.
///
/// The page is read once more, as nothing but the characters that are seen: tags, comments and scripts left out, references
/// decoded, white space dropped. Each line is looked up in that, from where the line before it ended, else from the top.
/// The parser could count along instead, but then every page would pay for what few ask for.
public struct PageTracer {
  /// The characters of the page that are seen.
  private var visible: [UInt8] = []
  /// For each of their bytes, the bytes of the page that its character is written with.
  private var places: [(start: UInt32, end: UInt32)] = []
  private let page: [UInt8]

  /// Reads a page, valid UTF-8. - Complexity: O(n)
  public init(_ page: [UInt8]) {
    self.page = page
    var index = 0
    while index < page.count {
      if page[index] == UInt8(ascii: "<"), let end = Self.endOfMarkup(page, at: index) {
        index = end
      } else if page[index] == UInt8(ascii: "&"), let found = CharacterReference.read(page, at: index) {
        add(found.bytes, index..<found.end)
        index = found.end
      } else {
        let length = max(1, UTF8Validity.sequenceLength(page, at: index))
        if Self.isSeen(page, at: index) { add(page[index..<index + length], index..<index + length) }
        index += length
      }
    }
  }

  private mutating func add(_ character: some Collection<UInt8>, _ range: Range<Int>) {
    guard Self.isSeen(Array(character), at: 0) else { return }
    for byte in character {
      visible.append(byte)
      places.append((UInt32(truncatingIfNeeded: range.lowerBound), UInt32(truncatingIfNeeded: range.upperBound)))
    }
  }

  private static func isSeen(_ bytes: [UInt8], at index: Int) -> Bool {
    let form = LineForm.of(bytes, at: index)
    return form != .space && form != .nothing
  }

  /// What was rewritten between the page and a text of its lines; nil if the page does not show one of them, as when the
  /// article stands in a script. Lines may have another order than in the page.
  public func edits(to text: [UInt8]) -> TextEdits? {
    var edits = TextEdits()
    var from = 0
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: true) {
      let needle = line.filter { $0 > 0x20 }
      guard !needle.isEmpty, let place = find(needle, from: from) ?? find(needle, from: 0) else { return nil }
      if edits.targetCount > 0 { edits.replace(0, by: 1) }
      edits.move(toSource: Int(places[place].start))
      write(line, at: place, to: &edits)
      from = place + needle.count
    }
    return edits
  }

  private func write(_ line: ArraySlice<UInt8>, at place: Int, to edits: inout TextEdits) {
    var (index, place) = (line.startIndex, place)
    while index < line.endIndex {
      if line[index] <= 0x20 {
        // One space for all the white space and all the tags that stand there.
        let next = place < places.count ? Int(places[place].start) : edits.sourceCount
        edits.replace(max(0, next - edits.sourceCount), by: 1)
        index += 1
        continue
      }
      let length = max(1, UTF8Validity.sequenceLength(line, at: index - line.startIndex))
      let (start, end) = (Int(places[place].start), Int(places[place].end))
      // Tags inside a word.
      if start > edits.sourceCount { edits.replace(start - edits.sourceCount, by: 0) }
      if end - start == length, page[start] == line[index] {
        edits.keep(length)
      } else {
        edits.replace(end - start, by: length)
      }
      index += length
      place += length
    }
  }

  /// Where the bytes occur from an index on. - Complexity: O(n) whatever they are (Knuth, Morris and Pratt).
  private func find(_ needle: [UInt8], from start: Int) -> Int? {
    var borders = Array(repeating: 0, count: needle.count)
    var length = 0
    for index in needle.indices.dropFirst() {
      while length > 0, needle[index] != needle[length] { length = borders[length - 1] }
      if needle[index] == needle[length] { length += 1 }
      borders[index] = length
    }
    length = 0
    for index in visible.indices.dropFirst(start) {
      while length > 0, visible[index] != needle[length] { length = borders[length - 1] }
      if visible[index] == needle[length] { length += 1 }
      if length == needle.count { return index + 1 - length }
    }
    return nil
  }

  // MARK: Markup

  /// Elements whose text is not shown, or not there.
  private static let hidden = ["script", "style", "title"].map { Array($0.utf8) }

  /// The end of a tag, a comment, or of a script or style with all that is in it; nil for a bare `<`.
  private static func endOfMarkup(_ page: [UInt8], at start: Int) -> Int? {
    guard start + 1 < page.count else { return nil }
    if page[start...].starts(with: Array("<!--".utf8)) { return end(of: Array("-->".utf8), in: page, from: start + 4) }
    let next = page[start + 1]
    guard HTMLBytes.isLetter(next) || [0x2F, 0x21, 0x3F].contains(next) else { return nil }
    let end = endOfTag(page, at: start)
    let name = page[(start + 1)...].prefix { HTMLBytes.isNameByte($0) }.map(HTMLBytes.lower)
    guard hidden.contains(name) else { return end }
    var index = end
    while index < page.count {
      index = HTMLBytes.next(UInt8(ascii: "<"), in: page, from: index)
      guard index + name.count + 2 <= page.count else { return page.count }
      if page[index + 1] == UInt8(ascii: "/"),
        page[index + 2..<index + 2 + name.count].elementsEqual(name, by: { HTMLBytes.lower($0) == $1 })
      {
        return endOfTag(page, at: index)
      }
      index += 1
    }
    return page.count
  }

  private static func endOfTag(_ page: [UInt8], at start: Int) -> Int {
    var (index, quote): (Int, UInt8) = (start + 1, 0)
    while index < page.count, quote != 0 || page[index] != UInt8(ascii: ">") {
      if quote != 0 {
        if page[index] == quote { quote = 0 }
      } else if page[index] == 0x22 || page[index] == 0x27, page[index - 1] == UInt8(ascii: "=") {
        quote = page[index]
      }
      index += 1
    }
    return min(index + 1, page.count)
  }

  private static func end(of mark: [UInt8], in page: [UInt8], from start: Int) -> Int {
    var index = start
    while index + mark.count <= page.count {
      if page[index..<index + mark.count].elementsEqual(mark) { return index + mark.count }
      index += 1
    }
    return page.count
  }
}
