import CopydeskText

/// A line of the page: the text between two places where a line ends.
struct Block {
  enum Kind { case paragraph, heading(Int), item, row, other }

  var kind: Kind
  /// The nearest element that ends lines.
  var anchor: Int
  /// The first text node.
  var node: Int
  /// Its bytes in `Blocks.bytes`.
  var range: Range<Int> = 0..<0
  /// Letters and digits; an ideograph counts two.
  var letters = 0
  var linkLetters = 0
  var words = 0
  var stopWords = 0
  /// Commas and sentence stops.
  var marks = 0
  var endsSentence = false

  var linkDensity: Double { letters == 0 ? 0 : Double(linkLetters) / Double(letters) }

  var isHeading: Bool { if case .heading = kind { true } else { false } }
  var isItem: Bool { if case .item = kind { true } else { false } }
  var isRow: Bool { if case .row = kind { true } else { false } }

  /// How much prose it is: its letters if it reads like sentences, else nothing or little.
  var prose: Double {
    guard !isHeading, letters >= 25 else { return 0 }
    let density = linkDensity
    guard density < 0.5 else { return 0 }
    let isSentence = endsSentence || marks >= 2
    guard isSentence || stopWords >= 3 || letters > 120 else { return 0 }
    var weight = isSentence && (stopWords >= 2 || words < 4 || letters > 100) ? 1.0 : 0.4
    if case .other = kind { weight *= 0.9 }
    if isItem || isRow { weight *= 0.5 }
    return Double(min(letters, 1200)) * weight * (1 - density) * (1 - density)
  }
}

/// The lines of a page in order, with white space collapsed.
struct Blocks {
  private(set) var list: [Block] = []
  private(set) var bytes: [UInt8] = []
  /// From each `own` on, bytes of the lines follow those of the page's texts from `page` on.
  private(set) var origins: [(own: Int32, page: Int32)] = []

  private let page: Page
  private var openBlocks: [Int] = []
  private var current: Block?
  private var linkEnd = 0
  private var breaks = 0
  private var needsSpace = false
  private var word = FoldedHash()
  private var wordLength = 0
  /// How far the last byte's place in the page's texts is from its own.
  private var shift = Int.min

  /// The lines of the nodes that are not skipped.
  init(of page: Page, skipping isSkipped: [Bool]) {
    self.page = page
    bytes.reserveCapacity(page.bytes.count / 2)
    var index = 0
    while index < page.nodes.count {
      let node = page.nodes[index]
      while let last = openBlocks.last, index >= Int(page.nodes[last].end) {
        flush()
        openBlocks.removeLast()
      }
      if isSkipped[index] {
        // A dropped button between two words leaves a gap between them.
        if node.tag.isBlock { flush() } else { needsSpace = true }
        index = Int(node.end)
        continue
      }
      element(node, at: index)
      index += 1
    }
    flush()
  }

  func text(_ block: Block) -> String { String(decoding: bytes[block.range], as: UTF8.self) }

  private mutating func element(_ node: Page.Node, at index: Int) {
    switch node.tag {
    case .text:
      if current == nil, isBlank(node) { return }
      begin(at: index)
      append(node, isLink: index < linkEnd)
    case .br:
      // Two in a row end a paragraph; one is a space.
      breaks += 1
      needsSpace = true
      if breaks == 2 { flush() }
    case .a:
      if page.value(.href, of: index) != nil { linkEnd = max(linkEnd, Int(node.end)) }
    case .td, .th:
      needsSpace = true
    case let tag where tag.isBlock:
      flush()
      openBlocks.append(index)
    default: break
    }
  }

  private func isBlank(_ node: Page.Node) -> Bool {
    for byte in page.bytes[Int(node.first)..<Int(node.last)] where byte > 0x20 { return false }
    return true
  }

  private mutating func begin(at index: Int) {
    guard current == nil else { return }
    let anchor = openBlocks.last ?? 0
    let kind: Block.Kind
    switch page.nodes[anchor].tag {
    case .p, .blockquote, .pre: kind = .paragraph
    case .li, .dd, .dt: kind = .item
    case .tr, .table, .tbody, .thead: kind = .row
    case let tag: kind = tag.headingLevel.map { .heading($0) } ?? .other
    }
    current = Block(kind: kind, anchor: anchor, node: index)
    current?.range = bytes.count..<bytes.count
    needsSpace = false
  }

  private mutating func flush() {
    breaks = 0
    endWord()
    guard var block = current else { return }
    current = nil
    var end = bytes.count
    while end > block.range.lowerBound, bytes[end - 1] == 0x20 { end -= 1 }
    bytes.removeLast(bytes.count - end)
    block.range = block.range.lowerBound..<end
    guard !block.range.isEmpty else { return }
    block.endsSentence = LineForm.endsSentence(bytes[block.range])
    list.append(block)
  }

  private mutating func endWord() {
    if wordLength > 0 {
      current?.words += 1
      if wordLength < 12, StopWords.hashes.contains(word.value) { current?.stopWords += 1 }
      word = FoldedHash()
      wordLength = 0
    }
  }

  /// Notes where the next byte comes from, if not from right behind the last one.
  private mutating func note(_ place: Int) {
    if place - bytes.count != shift {
      shift = place - bytes.count
      origins.append((Int32(bytes.count), Int32(place)))
    }
  }

  private mutating func append(_ node: Page.Node, isLink: Bool) {
    guard var block = current else { return }
    current = nil
    let source = page.bytes
    var index = Int(node.first)
    let end = Int(node.last)
    var letters = 0
    while index < end {
      let byte = source[index]
      // Most characters are these.
      if HTMLBytes.isLetter(byte) || HTMLBytes.isDigit(byte) {
        if needsSpace {
          if bytes.count > block.range.lowerBound { bytes.append(0x20) }
          needsSpace = false
        }
        breaks = 0
        note(index)
        let start = index
        repeat {
          word.add(HTMLBytes.lower(source[index]))
          index += 1
        } while index < end && (HTMLBytes.isLetter(source[index]) || HTMLBytes.isDigit(source[index]))
        bytes.append(contentsOf: source[start..<index])
        letters += index - start
        wordLength += index - start
        continue
      }
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let form = LineForm.of(source, at: index)
      switch form {
      case .space:
        current = block
        endWord()
        block = current ?? block
        needsSpace = true
      case .nothing: break
      default:
        if needsSpace {
          if bytes.count > block.range.lowerBound { bytes.append(0x20) }
          needsSpace = false
        }
        breaks = 0
        note(index)
        bytes.append(contentsOf: source[index..<min(index + length, end)])
        if form == .letter || form == .ideograph {
          letters += form == .ideograph ? 2 : 1
          for offset in index..<min(index + length, end) { word.add(HTMLBytes.lower(source[offset])) }
          wordLength += 1
        } else {
          if form == .mark { block.marks += 1 }
          current = block
          endWord()
          block = current ?? block
        }
      }
      index += length
    }
    block.letters += letters
    if isLink { block.linkLetters += letters }
    current = block
  }
}

/// What a character is to the reader of lines.
enum LineForm {
  case letter, ideograph, space, mark, sign, nothing

  /// The form of the character at an offset.
  static func of(_ bytes: [UInt8], at index: Int) -> LineForm {
    let byte = bytes[index]
    if byte < 0x80 {
      if byte <= 0x20 { return byte == 0 ? .nothing : .space }
      if HTMLBytes.isLetter(byte) || HTMLBytes.isDigit(byte) { return .letter }
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): return .mark
      case 0x7F: return .nothing
      default: return .sign
      }
    }
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch byte {
    case 0xC2:
      // C1 controls and the soft hyphen are nothing to read; the no-break space is a space.
      if next < 0xA0 || next == 0xAD { return .nothing }
      if next == 0xA0 { return .space }
      return next == 0xAA || next == 0xB5 || next == 0xBA ? .letter : .sign
    case 0xE1 where next == 0x9A && third == 0x80: return .space
    case 0xE2 where next == 0x80:
      if third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF { return .space }
      if third == 0x8B || third == 0x8E || third == 0x8F || (0xAA...0xAE).contains(third) { return .nothing }
      return .sign
    case 0xE2 where next == 0x81:
      if third == 0x9F { return .space }
      return third == 0xA0 || (0xA6...0xAF).contains(third) ? .nothing : .sign
    case 0xE2: return .sign
    case 0xE3 where next == 0x80:
      if third == 0x80 { return .space }
      return third == 0x81 || third == 0x82 ? .mark : .sign
    case 0xE3...0xED: return .ideograph
    case 0xEF where next == 0xBB && third == 0xBF: return .nothing
    case 0xEF where next == 0xBC: return third == 0x8C || third == 0x81 || third == 0x9F ? .mark : .ideograph
    case 0xEE, 0xEF: return .sign
    case 0xF0...0xFF: return .sign
    default: return .letter
    }
  }

  /// Whether the line ends as a sentence does, closing marks aside.
  static func endsSentence(_ line: ArraySlice<UInt8>) -> Bool {
    var end = line.endIndex
    while end > line.startIndex {
      let last = line[end - 1]
      if last < 0x80 {
        switch last {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): end -= 1
        default: return false
        }
        continue
      }
      guard end - line.startIndex >= 2 else { return false }
      // » and «
      if line[end - 2] == 0xC2, last == 0xBB || last == 0xAB {
        end -= 2
        continue
      }
      guard end - line.startIndex >= 3 else { return false }
      let (lead, middle) = (line[end - 3], line[end - 2])
      if lead == 0xE2, middle == 0x80 {
        if last == 0xA6 { return true }
        guard (0x98...0x9F).contains(last) || last == 0xB9 || last == 0xBA else { return false }
        end -= 3
        continue
      }
      // 。 and the closing brackets of the same scripts; ！ and ？
      if lead == 0xE3, middle == 0x80 {
        if last == 0x82 { return true }
        guard last == 0x8D || last == 0x8F else { return false }
        end -= 3
        continue
      }
      return lead == 0xEF && middle == 0xBC && (last == 0x81 || last == 0x9F)
    }
    return false
  }
}
