import CopydeskText

/// Names that the user brings: they are found wherever they stand, and are stronger than rules and taggers.
///
/// Names are compared as those of the built-in gazetteer are: without case, diacritics and alphabet. A name that is
/// written with a capital counts only where the text has one too, so that a company called Orange is not found in a bowl
/// of oranges; and one in capitals that is a plain word too (`IT`) counts in capitals only.
///
/// ```swift
/// var names = UserGazetteer()
/// try names.add(ResourceFiles.nameList(at: "names.cdgaz"))
/// options.gazetteer = names
/// ```
public struct UserGazetteer: Sendable {
  /// One thing of a list.
  public struct Row: Sendable {
    /// Its full name.
    public let name: String
    /// What it is; nil: its names are no names at all, and nothing is found where they stand.
    public let type: EntityType?
    /// Its id in the form `list:id`; nil if it has none.
    public let id: String?
    /// A thing.
    public init(name: String, type: EntityType?, id: String?) { (self.name, self.type, self.id) = (name, type, id) }
  }

  /// The lists; of two things of one name the one in the later list counts.
  public private(set) var lists: [NameList] = []
  private var matchers: [NameMatcher] = []

  /// No names.
  public init() {}

  /// Adds a list behind those that there are.
  public mutating func add(_ list: NameList) {
    lists.append(list)
    matchers.append(list.matcher)
  }

  /// The thing that a mention names.
  func row(_ place: UserRow) -> Row? { lists[place.list].row(place.row) }

  /// The mentions with those of the lists, which take the place of whatever they overlap.
  func apply(to mentions: [Mention], in page: CuedDocument) -> [Mention] {
    let keys = page.keys
    prefetch(keys, page)
    var own: [Match] = []
    for sentence in page.document.sentences {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        if let match = match(at: index, before: sentence.tokens.upperBound, keys, page) {
          own.append(match)
          index = match.tokens.upperBound
        } else {
          index += 1
        }
      }
    }
    if own.isEmpty { return mentions }
    let merged = merge(mentions, own)
    let repeats = repeats(of: own, beside: merged, keys, page)
    return repeats.isEmpty ? merged : (merged + repeats).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// A name of a list in a text.
  private struct Match {
    let tokens: Range<Int>
    let place: UserRow
    /// Nil: a killed name.
    let type: EntityType?
  }

  /// A list of a million names is larger than the caches: what the text will ask for is asked for before.
  private func prefetch(_ keys: [UInt64], _ page: CuedDocument) {
    for matcher in matchers {
      for index in keys.indices where mayBeginName(index, page) { matcher.prefetchPlace(of: keys[index]) }
      for index in keys.indices where mayBeginName(index, page) { matcher.prefetchSlot(of: keys[index]) }
    }
  }

  /// Whether most of the list is asked for the token; marks of punctuation are few and in the cache.
  private func mayBeginName(_ index: Int, _ page: CuedDocument) -> Bool {
    page.has(index, .capital) || page.tokens[index].kind == .number
  }

  private func match(at index: Int, before end: Int, _ keys: [UInt64], _ page: CuedDocument) -> Match? {
    var best: (place: UserRow, count: Int)?
    for number in matchers.indices {
      guard let match = matchers[number].match(at: index, before: end, keys, in: page), match.count >= best?.count ?? 0
      else { continue }
      best = (UserRow(list: number, row: match.row), match.count)
    }
    return best.map {
      Match(tokens: index..<index + $0.count, place: $0.place, type: lists[$0.place.list].type($0.place.row))
    }
  }

  /// 'Plenk' alone, where a list has Zorvan Plenk and the text names him in full: what nobody else has claimed.
  private func repeats(
    of own: [Match], beside mentions: [Mention], _ keys: [UInt64], _ page: CuedDocument
  ) -> [Mention] {
    var surnames = KeySet(capacity: own.count)
    var hasSurname = false
    for match in own
    where match.type == .person && match.tokens.count > 1 && page.has(match.tokens.upperBound - 1, .capital) {
      surnames.insert(keys[match.tokens.upperBound - 1])
      hasSurname = true
    }
    guard hasSurname else { return [] }
    var taken = [Bool](repeating: false, count: keys.count)
    for tokens in own.map(\.tokens) + mentions.map(\.tokens) { for index in tokens { taken[index] = true } }
    return keys.indices.filter { index in
      surnames.contains(keys[index]) && !taken[index] && page.has(index, .capital)
        && !page.hasAny(index, [.common, .lowerElsewhere, .shouting])
        && !page.has(index + 1, .capital)
        && (!page.has(index - 1, .capital) || page.hasAny(index - 1, [.stop, .title]))
    }
    .map { Mention(tokens: $0..<$0 + 1, type: .person, rule: .personRepeat, probability: 0.85) }
  }

  private func merge(_ mentions: [Mention], _ own: [Match]) -> [Mention] {
    var out: [Mention] = []
    out.reserveCapacity(mentions.count + own.count)
    var next = 0
    func add(_ match: Match) {
      guard let type = match.type else { return }
      out.append(
        Mention(tokens: match.tokens, type: type, rule: .user, probability: 1, userRow: match.place))
    }
    for mention in mentions {
      while next < own.count, own[next].tokens.upperBound <= mention.tokens.lowerBound {
        add(own[next])
        next += 1
      }
      guard next < own.count, own[next].tokens.lowerBound < mention.tokens.upperBound else {
        out.append(mention)
        continue
      }
      // A longer name may hold a killed one: 'Bank of Orange' stays if 'Orange' is killed.
      let overlapping = own[next...].prefix { $0.tokens.lowerBound < mention.tokens.upperBound }
      if overlapping.allSatisfy({ $0.type == nil && $0.tokens.count < mention.tokens.count }) { out.append(mention) }
    }
    for match in own[next...] { add(match) }
    return out.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}

/// A thing of one of the user's lists, by its number.
struct UserRow: Sendable, Equatable {
  /// The list.
  let list: Int
  /// Its row.
  let row: Int
}
