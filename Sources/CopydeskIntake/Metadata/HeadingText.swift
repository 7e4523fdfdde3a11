import CopydeskText

/// The text of a heading, whole and without what stands in its element over or under the headline: a kicker, a second line, what
/// only programs see.
struct HeadingText {
  /// The line as it is shown.
  let whole: String
  /// Without the rest; the whole where nothing is marked as that.
  let main: String
  /// All of the element, whose parts can be lines of their own.
  let element: String

  init(of block: Block, in survey: PageSurvey) {
    whole = survey.blocks.text(block)
    main = block.isHeading ? Self.main(of: block.anchor, survey) ?? whole : whole
    element = block.isHeading ? survey.page.text(of: block.anchor, within: ClaimLimit.shown) ?? whole : whole
  }

  /// The headline. A title that the page's head has and that is the whole line is written there as it should be: the style alone
  /// may put the colon between the two.
  func title(known: [String]) -> String {
    guard main != whole || element != whole else { return Self.opened(whole) }
    let (key, part) = (Line.key(element.utf8), Line.key(main.utf8))
    if let title = known.first(where: { Line.key($0.utf8) == key }) { return title }
    // What the head has in front of a colon is the kicker, whatever the page calls the rest.
    let isKicker = known.contains { title in
      title.utf8.firstIndex(of: UInt8(ascii: ":")).map { Line.key(title.utf8[..<$0]) == part } ?? false
    }
    return Self.opened(isKicker ? whole : main)
  }

  private static func main(of heading: Int, _ survey: PageSurvey) -> String? {
    let page = survey.page
    var bytes: [UInt8] = []
    var index = heading + 1
    var isCut = false
    while index < Int(page.nodes[heading].end) {
      let node = page.nodes[index]
      if node.tag == .text {
        bytes += page.bytes[Int(node.first)..<Int(node.last)]
      } else if isBeside(index, survey) {
        isCut = true
        bytes.append(0x20)
        index = Int(node.end)
        continue
      }
      index += 1
    }
    guard isCut else { return nil }
    let text = opened(String(decoding: Line.collapsed(bytes), as: UTF8.self))
    // One word alone may be what is beside the headline itself.
    return text.utf8.contains(0x20) || text.utf8.count >= 12 ? text : nil
  }

  private static func isBeside(_ node: Int, _ survey: PageSurvey) -> Bool {
    let names = survey.names[node]
    if names.strong.union(names.weak).contains(.kicker) { return true }
    if !names.strong.isDisjoint(with: [.unseen, .standfirst]) { return true }
    return survey.page.value(.ariaHidden, of: node).map { $0.elementsEqual("true".utf8) } ?? false
  }

  /// Without the signs that joined it to something before or behind: `: Old bridge is closed`.
  private static func opened(_ text: String) -> String {
    let start = text.drop { " :|–—-".contains($0) }
    let end = start.lastIndex { !" :|".contains($0) }
    return end.map { String(start[...$0]) } ?? text
  }
}
