import CopydeskText

/// The article that a page's scripts hold where its markup shows but a piece of it: pages that an app puts together in the
/// browser have the text in their data (`__NEXT_DATA__`, flight data, `window.__STATE__`).
struct AppArticle {
  /// A text of the data: its lines and how many letters they have.
  private struct Candidate {
    let lines: [[UInt8]]
    let keys: [[UInt8]]
    let letters: Int
  }

  /// Less is no article.
  private static let fewest = 300
  /// Pages that show more have their article in their markup.
  static let shown = 1200

  private var candidates: [Candidate] = []
  /// How many values are looked at.
  private var left = 200_000

  /// The lines of the article; nil if the scripts hold none, or one that does not say what the page shows.
  /// - Parameters:
  ///   - shown: the lines of the page's text, its headline left out.
  ///   - title: what the page is called.
  static func lines(in scripts: [ArraySlice<UInt8>], shown: [ArraySlice<UInt8>], title: String?) -> [[UInt8]]? {
    var article = AppArticle()
    for value in ScriptValues(of: scripts).values { article.look(at: value, depth: 0) }
    let keys = shown.map { Line.key($0) }.filter { $0.count > 40 }
    let letters = shown.reduce(0) { $0 + Line.key($1).count }
    // Half as much again: else the page shows it. Of those that say what is shown the smallest, since others hold more than one.
    let enough = article.candidates.filter { 2 * $0.letters >= 3 * letters }
    let saying = enough.filter { candidate in
      !keys.isEmpty
        && keys.contains { key in candidate.keys.contains { Line.occurs(key, in: $0) || Line.occurs($0, in: key) } }
    }
    if let least = saying.min(by: { $0.letters < $1.letters }) { return least.lines }
    // Nothing to compare with: the data must hold one text alone, and one that the title is of. What a site says of itself on each
    // page is in the data too.
    guard letters < fewest, let best = enough.max(by: { $0.letters < $1.letters }), isTitle(title, of: best) else {
      return nil
    }
    let others = enough.filter { other in
      other.keys.first.map { first in !best.keys.contains { Line.occurs(first, in: $0) } } ?? false
    }
    return others.isEmpty ? best.lines : nil
  }

  /// Whether two of the longer words of a title are in a text, or all that it has.
  private static func isTitle(_ title: String?, of candidate: Candidate) -> Bool {
    let words = (title ?? "").split(separator: " ").map { Line.key($0.utf8) }.filter { $0.count > 4 }
    let found = Set(words).filter { word in candidate.keys.contains { Line.occurs(word, in: $0) } }
    return found.count >= min(2, Set(words).count)
  }

  /// Finds texts in a value and what it holds.
  private mutating func look(at value: JSONValue, depth: Int) {
    left -= 1
    guard depth < 64, left > 0 else { return }
    switch value {
    case .string(let bytes):
      if bytes.count > Self.fewest, Self.isMarkup(bytes) { keep(Page.lines(ofMarkup: bytes)) }
    case .array(let elements):
      if elements.count > 1 { keep(elements.flatMap { Self.lines(of: $0, depth: 0) }) }
      for element in elements { look(at: element, depth: depth + 1) }
    case .object(let members):
      for member in members where !Self.isBeside(member.key) { look(at: member.value, depth: depth + 1) }
    default: return
    }
  }

  private mutating func keep(_ lines: [[UInt8]]) {
    let clean = lines.map { Line.collapsed($0) }.filter { !$0.isEmpty }
    let prose = clean.filter { $0.count > 60 && Self.endsSentence($0) }
    guard prose.count >= 2, candidates.count < 500 else { return }
    let keys = clean.map { Line.key($0) }
    let letters = keys.reduce(0) { $0 + $1.count }
    // Most of it is prose.
    guard letters >= Self.fewest, 2 * prose.reduce(0, { $0 + $1.count }) > letters else { return }
    candidates.append(Candidate(lines: clean, keys: keys, letters: letters))
  }

  // MARK: Members

  /// The lines of a member of an article's list: a string, or an object with its text under one of the usual keys.
  private static func lines(of value: JSONValue, depth: Int) -> [[UInt8]] {
    guard depth < 12 else { return [] }
    switch value {
    case .string(let bytes): return isMarkup(bytes) ? Page.lines(ofMarkup: bytes) : isProse(bytes) ? [bytes] : []
    case .object:
      let kind = value["type"]?.string ?? value["__typename"]?.string ?? value["_type"]?.string ?? value["kind"]?.string
      if let kind, isBeside(kind) { return [] }
      for key in textKeys {
        guard let inner = value[key] else { continue }
        switch inner {
        case .string(let bytes) where !bytes.isEmpty: return isMarkup(bytes) ? Page.lines(ofMarkup: bytes) : [bytes]
        case .array(let parts) where !parts.isEmpty:
          if parts.allSatisfy(isInline) { return [Array(parts.map { words(of: $0, depth: 0) }.joined())] }
          return parts.flatMap { lines(of: $0, depth: depth + 1) }
        case .object: return lines(of: inner, depth: depth + 1)
        default: continue
        }
      }
      return []
    default: return []
    }
  }

  /// Whether a part stands inside of a line: words, or a link with words.
  private static func isInline(_ value: JSONValue) -> Bool {
    switch value {
    case .string: return true
    case .object:
      guard let kind = (value["type"] ?? value["nodeType"] ?? value["_type"])?.string else { return false }
      return inlineKinds.contains(kind.lowercased())
    default: return false
    }
  }

  private static func words(of value: JSONValue, depth: Int) -> [UInt8] {
    guard depth < 8 else { return [] }
    switch value {
    case .string(let bytes): return bytes
    case .array(let parts): return Array(parts.map { words(of: $0, depth: depth + 1) }.joined())
    case .object:
      for key in textKeys { if let inner = value[key] { return words(of: inner, depth: depth + 1) } }
      return []
    default: return []
    }
  }

  // MARK: Names

  // Names of keys and kinds, as makers of such pages have them.
  private static let textKeys = [
    "content", "text", "value", "html", "children", "body", "paragraph", "model", "data", "blocks", "items",
  ]
  private static let inlineKinds: Set<String> = [
    "text", "link", "hyperlink", "a", "b", "strong", "em", "i", "bold", "italic", "italics", "span", "mark", "u", "br",
    "fragment",
  ]
  private static let besides: [StaticString] = [
    "caption", "related", "teaser", "bio", "author", "image", "video", "gallery", "embed", "advert", "promo",
    "newsletter",
    "comment", "recommend", "credit", "seo", "meta", "script", "style", "footer", "navigation", "menu", "trending",
    "quiz",
  ]

  private static func isBeside(_ name: String) -> Bool {
    let name = Array(name.utf8)
    return besides.contains { word in HTMLBytes.contains(word, in: name[...]) }
  }

  // MARK: Strings

  private static func isMarkup(_ bytes: [UInt8]) -> Bool {
    HTMLBytes.contains("<p>", in: bytes[...]) || HTMLBytes.contains("<p ", in: bytes[...])
      || HTMLBytes.contains("</", in: bytes[...])
  }

  private static func isProse(_ bytes: [UInt8]) -> Bool { bytes.count > 60 && bytes.contains(0x20) }

  private static func endsSentence(_ line: [UInt8]) -> Bool {
    guard let last = line.last(where: { $0 > 0x20 }) else { return false }
    return last >= 0x80 || ".!?:\"')".utf8.contains(last)
  }
}
