import CopydeskText

/// Whose a ministry, a department or a chamber is that many countries call by one name: the Foreign Office of a text about
/// Germany is not Britain's, but the British Foreign Office is the one that is called so.
struct Institutions {
  /// What the text says of whose an institution is.
  struct Owner {
    /// The country, as the number of a row.
    let country: UInt16
    /// The mention that says so, if it is another one: `the German Foreign Office` … `the Foreign Office`.
    let mention: Int?
  }

  private struct FullName {
    let mention: Int
    let country: UInt16
  }

  private let page: CuedDocument
  private let mentions: [Mention]
  /// By the hash of the name without the country before it.
  private var full: [UInt64: [FullName]] = [:]

  init(page: CuedDocument, mentions: [Mention]) {
    (self.page, self.mentions) = (page, mentions)
    for (index, mention) in mentions.enumerated() where mention.type == .organization && mention.tokens.count > 1 {
      guard let rest = rest(of: mention) else { continue }
      full[hash(rest.name), default: []].append(FullName(mention: index, country: rest.country))
    }
  }

  private func hash(_ name: Range<Int>) -> UInt64 { page.keys[name].reduce(NameTable.seed) { NameTable.step($0, $1) } }

  /// The name without the country that it begins with, and which that is.
  private func rest(of mention: Mention) -> (name: Range<Int>, country: UInt16)? {
    guard let start = page.endOfCountry(from: mention.tokens.lowerBound, before: mention.tokens.upperBound),
      start.end < mention.tokens.upperBound
    else { return nil }
    return (start.end..<mention.tokens.upperBound, start.country)
  }

  /// Whether the name is made of a head and plain words: 'Foreign Office', but not 'Deutsche Bank'.
  private func isPlain(_ name: Range<Int>) -> Bool {
    guard page.hasAny(name.lowerBound, [.orgHead]) || page.hasAny(name.upperBound - 1, [.orgHead]) else { return false }
    return name.allSatisfy { page.hasAny($0, [.orgHead, .common, .stop]) || page.tokens[$0].kind == .punctuation }
  }

  /// Whose an institution is; nil if the text does not say it, or the name is none of an institution.
  func owner(of index: Int) -> Owner? {
    let name = mentions[index].tokens
    guard isPlain(name) else { return nil }
    if let country = page.country(endingAt: name.lowerBound) { return Owner(country: country, mention: nil) }
    guard let all = full[hash(name)] else { return nil }
    let named = all[max(0, all.partitionPoint { $0.mention < index } - 1)]
    return Owner(country: named.country, mention: named.mention)
  }

  /// The first meaning of a name without its country, which the gazetteer may have as that country's.
  func entryWithoutCountry(_ mention: Mention) -> (entry: Int32, country: UInt16)? {
    guard mention.tokens.count > 1, let rest = rest(of: mention), isPlain(rest.name) else { return nil }
    let entry = page.gazetteer.names.entry(hash: hash(rest.name))
    return entry < 0 ? nil : (entry, rest.country)
  }
}

extension CuedDocument {
  private func isCountry(_ entry: Int32) -> Bool {
    guard entry >= 0 else { return false }
    let row = gazetteer.row(entry)
    return (row.table == .countries || row.table == .groups) && row.country != 0
  }

  /// Where the country or nationality ends that begins at a token, and which it is.
  fileprivate func endOfCountry(from start: Int, before end: Int) -> (end: Int, country: UInt16)? {
    let match = gazetteer.names.longestMatch(keys, at: start, before: end) { entry, _ in isCountry(entry) }
    return match.map { (start + $0.count, gazetteer.row($0.entry).country) }
  }

  /// The country or nationality that stands right before a token: 'Australian', 'South Korea's'.
  fileprivate func country(endingAt index: Int) -> UInt16? {
    var end = index
    if end > 1, isAttached(end - 1), tokens[end - 1].kind == .word, has(end - 2, .capital) { end -= 1 }
    for start in stride(from: end - 1, through: max(0, end - Self.longestCountry), by: -1) where has(start, .capital) {
      if let found = endOfCountry(from: start, before: end), found.end == end { return found.country }
    }
    return nil
  }

  /// 'Bosnia and Herzegovina', 'Democratic Republic of the Congo'.
  private static let longestCountry = 6
}
