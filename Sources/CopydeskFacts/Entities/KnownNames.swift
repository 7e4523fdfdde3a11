import CopydeskText

/// Names that only the table of ids knows, where neither rules nor tagger have seen one: `Elon Musk left.`, `Georgian Dream`.
///
/// Full names of several words alone, of what is well known: a short one would be a plain word's.
struct KnownNames {
  let page: CuedDocument
  private let table = IdTable.shared
  private static let leastRank: UInt8 = 5
  private static let longest = 5

  /// Whether rules alone have read the text.
  private let isRuled: Bool

  init(page: CuedDocument) {
    self.page = page
    isRuled = TaggerLibrary.languages[LanguageTag.base(of: page.document.language)] == nil
  }

  /// The mentions with those that the table adds.
  func completing(_ mentions: [Mention]) -> [Mention] {
    var out: [Mention] = []
    out.reserveCapacity(mentions.count)
    var next = 0
    for sentence in page.document.sentences {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        while next < mentions.count, mentions[next].tokens.upperBound <= index {
          append(mentions[next], to: &out)
          next += 1
        }
        let mention = next < mentions.count && mentions[next].tokens.contains(index) ? mentions[next] : nil
        if let known = known(at: index, before: sentence.tokens.upperBound, over: mention, mentions[next...]) {
          append(known, to: &out)
          index = known.tokens.upperBound
        } else {
          index = mention?.tokens.upperBound ?? index + 1
        }
      }
    }
    for mention in mentions[next...] { append(mention, to: &out) }
    return out
  }

  private func append(_ mention: Mention, to out: inout [Mention]) {
    if let last = out.last, last.tokens.upperBound > mention.tokens.lowerBound { return }
    out.append(mention)
  }

  /// A known name that begins here: where nothing was found, or where a people or place was and more words of the name follow.
  private func known(
    at index: Int, before end: Int, over mention: Mention?, _ later: ArraySlice<Mention>
  ) -> Mention? {
    guard isWord(index), mention.map({ $0.tokens.lowerBound == index && Self.isFirstWord($0) }) ?? true
    else { return nil }
    var stop = index + 1
    while stop < min(end, index + Self.longest), isInner(stop) { stop += 1 }
    // What another mention reaches out of is not ours.
    if let cut = later.prefix(Self.longest).first(where: { $0.tokens.lowerBound < stop && $0.tokens.upperBound > stop })
    {
      stop = max(index + 1, cut.tokens.lowerBound)
    }
    while stop > max(index + 1, mention?.tokens.upperBound ?? 0) {
      let name = index..<stop
      let hash = page.keys[name].reduce(NameTable.seed) { NameTable.step($0, $1) }
      let kinds: [(kind: IdTable.Kind, type: EntityType)] =
        mention == nil ? [(.person, .person), (.organization, .organization)] : [(.organization, .organization)]
      for (kind, type) in kinds
      where table.things(hash, kind).contains(where: { $0.form != .short && $0.rank >= Self.leastRank }) {
        return Mention(
          tokens: name, type: type, entry: page.gazetteer.names.entry(hash: hash), rule: .weakGazetteer,
          probability: 0.6)
      }
      stop -= 1
    }
    return nil
  }

  private static func isFirstWord(_ mention: Mention) -> Bool {
    mention.tokens.count == 1 && (mention.type == .group || mention.type == .geopolitical)
  }

  /// A word inside a name; where no tagger reads the language, it may be a plain one: 'Parti socialiste'.
  private func isInner(_ index: Int) -> Bool {
    page.tokens[index].kind == .word && (page.has(index, .capital) || isRuled)
  }

  private func isWord(_ index: Int) -> Bool {
    page.tokens[index].kind == .word && page.has(index, .capital) && !page.hasAny(index, [.stop, .day, .shouting])
  }
}
