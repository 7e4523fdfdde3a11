import CopydeskTagger
import CopydeskText

/// Finds names with a trained tagger, and tells apart what it calls a place: states and towns, nature, buildings.
struct TaggerMentionFinder {
  let tagger: Tagger
  /// What the rules have found: the tagger weighs it.
  let rules: [Mention]

  /// What may be a name, in the order of the first tokens; spans may overlap.
  func mentions(in page: CuedDocument) -> [Mention] {
    let names = tagger.candidates(
      in: page.text.bytes, tokens: page.tokens.map(\.range), sentences: page.document.sentences.map(\.tokens),
      hints: NameHints(page: page).hints(rules))
    let types = tagger.model.labels.types
    // In lower case the tagger must be surer: 'auckland' in a mail; in German, where every noun has its capital, quite sure.
    let leastWithoutCapital: Float = page.capitalisesNouns ? 0.8 : 0.5
    var found: [Mention] = []
    found.reserveCapacity(names.count)
    for name in names {
      let edges = TaggedSpan(page: page, type: types[name.type])
      for tokens in edges.parts(of: name.tokens) {
        guard name.confidence > leastWithoutCapital || tokens.contains(where: { page.has($0, .capital) }),
          isWorded(tokens, page), let type = type(types[name.type], tokens, page)
        else { continue }
        found.append(
          Mention(
            tokens: tokens, type: type, entry: page.gazetteer.names.entry(page.keys[tokens]), rule: .tagger,
            probability: name.confidence))
      }
    }
    return Self.joined(found)
  }

  /// The mentions in order, those with the same edges and type as one: `UN` and `UN-a` are two spans for the tagger.
  private static func joined(_ mentions: [Mention]) -> [Mention] {
    var joined: [Mention] = []
    joined.reserveCapacity(mentions.count)
    for mention in mentions.sorted(by: {
      ($0.tokens.lowerBound, $0.tokens.upperBound) < ($1.tokens.lowerBound, $1.tokens.upperBound)
    }) {
      let twin = joined.indices.suffix(EntityType.allCases.count).last {
        joined[$0].tokens == mention.tokens && joined[$0].type == mention.type
      }
      if let twin {
        joined[twin].probability = min(0.99, (joined[twin].probability ?? 0) + (mention.probability ?? 0))
      } else {
        joined.append(mention)
      }
    }
    return joined
  }

  /// A figure opens a name only where a word goes on: '50 Cent', but not '41 °C.'
  private func isWorded(_ tokens: Range<Int>, _ page: CuedDocument) -> Bool {
    let least = page.tokens[tokens.lowerBound].kind == .number ? 2 : 1
    return tokens.contains { page.tokens[$0].kind == .word && page.tokens[$0].range.count >= least }
  }

  private func type(_ name: String, _ tokens: Range<Int>, _ page: CuedDocument) -> EntityType? {
    guard name == "LOC" else { return EntityType(rawValue: name) }
    let (first, last) = (tokens.lowerBound, tokens.upperBound - 1)
    let entry = page.gazetteer.names.entry(page.keys[tokens])
    if let known = page.gazetteer.meanings(entry).lazy.map({ page.gazetteer.rows[Int($0)].type }).first(where: {
      [.geopolitical, .location, .facility].contains($0)
    }) {
      return known
    }
    if tokens.count > 1 {
      if page.has(last, .facility) { return .facility }
      if page.has(last, .location) || page.has(first, .leading) && page.has(first, .location) { return .location }
      // 'Pike Valley High School': who runs it, and where it stands; the guidelines call it by the first.
      if page.hasAny(last, [.orgHead, .company]) { return .organization }
    }
    return .geopolitical
  }
}

/// The edges of a name as the guidelines want them, where the texts that the tagger has learned from had others.
private struct TaggedSpan {
  let page: CuedDocument
  let type: String

  /// The name, or two of them: 'Cambridge' and 'Chesterton' in "Cambridge's Chesterton".
  func parts(of tokens: Range<Int>) -> [Range<Int>] {
    let name = trimmed(tokens)
    guard name.count > 2, let mark = name.dropFirst().dropLast().first(where: isPossessive),
      isPlace(name.lowerBound..<mark)
    else { return [name] }
    let rest = trimmed(mark + 1..<name.upperBound)
    return [name.lowerBound..<mark] + (page.has(rest.lowerBound, .capital) ? [rest] : [])
  }

  private func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    let first = trimmedStart(tokens)
    return first..<trimmedEnd(first..<tokens.upperBound)
  }

  /// 'northern Iraq': a lower-case word before the name is none of it, but for 'al-', 'de' and their like.
  /// 'North Texas' is none of the gazetteer's, but Texas is.
  private func trimmedStart(_ tokens: Range<Int>) -> Int {
    var first = tokens.lowerBound
    while first + 1 < tokens.upperBound, page.tokens[first].kind == .word, !page.hasAny(first, [.capital, .particle]),
      page.has(first + 1, .capital)
    {
      first += 1
    }
    if type == "LOC", first + 1 < tokens.upperBound, page.has(first, .direction),
      isPlace(first + 1..<tokens.upperBound),
      page.gazetteer.names.entry(page.keys[first..<tokens.upperBound]) < 0
    {
      first += 1
    }
    return first
  }

  private func trimmedEnd(_ tokens: Range<Int>) -> Int {
    let first = tokens.lowerBound
    var end = tokens.upperBound
    while end - first > 1 {
      let last = end - 1
      if isPossessive(last) || page.isMark(last, ",") {
        end -= 1  // the 's of Kosovo's
      } else if end - first > 2, page.isMark(end - 2, "-"), page.tokens[last].kind == .word, !page.has(last, .capital) {
        end -= 2  // NATO-led
      } else if page.tokens[last].kind == .word, !page.has(last, .capital), page.has(first, .capital),
        type == "LOC" && isPlace(first..<last) || (first + 1..<last).contains(where: isPossessive)
      {
        end -= 1  // Helmand province, California's salmon fishery
      } else {
        break
      }
    }
    return end
  }

  private func isPossessive(_ index: Int) -> Bool {
    let token = page.tokens[index]
    let bytes = page.text.bytes[token.range.indices]
    guard bytes.first == UInt8(ascii: "'") || bytes.starts(with: "’".utf8) else { return false }
    // An apostrophe alone may be a quotation mark.
    return bytes.last == UInt8(ascii: "s") || page.isAttached(index)
  }

  /// Whether it is a state, or a town of some size.
  private func isPlace(_ tokens: Range<Int>) -> Bool {
    let entry = page.gazetteer.names.entry(page.keys[tokens])
    guard entry >= 0, page.has(tokens.lowerBound, .capital) else { return false }
    let row = page.gazetteer.row(entry)
    switch row.table {
    case .countries, .admin, .regions: return true
    case .places: return row.rank >= 4
    default: return false
    }
  }
}
