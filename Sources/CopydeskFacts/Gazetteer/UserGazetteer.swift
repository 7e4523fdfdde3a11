import CopydeskText

/// Names that the user brings: they are found wherever they stand, and are stronger than rules and taggers.
///
/// Names are compared as those of the built-in gazetteer are: without case, diacritics and alphabet. A name that is
/// written with a capital counts only where the text has one too, so that a company called Orange is not found in a bowl
/// of oranges.
public struct UserGazetteer: Sendable {
  /// One thing of the list.
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

  /// The things.
  public private(set) var rows: [Row] = []
  private var names: NameTable

  /// An empty list with room for so many names.
  public init(capacity: Int = 64) { names = NameTable(capacity: capacity) }

  /// Adds a thing with its name and further names. Of two things of one name the later one counts.
  public mutating func add(_ row: Row, aliases: [String] = []) {
    let index = Int32(truncatingIfNeeded: rows.count)
    rows.append(row)
    for name in [row.name] + aliases where !name.isEmpty {
      let hasCapital = name.unicodeScalars.contains { CaseFolding.isUpper($0.value) }
      names.add(name, value: index, form: hasCapital ? .capitalised : .anyCase)
    }
  }

  /// The mentions with those of this list, which take the place of whatever they overlap.
  func apply(to mentions: [Mention], in page: CuedDocument) -> [Mention] {
    var own: [Mention] = []
    for sentence in page.document.sentences {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        guard let match = match(at: index, before: sentence.tokens.upperBound, page) else {
          index += 1
          continue
        }
        let row = row(of: match.entry)
        own.append(
          Mention(
            tokens: index..<index + match.count, type: rows[row].type ?? .organization, rule: .user, probability: 1,
            userRow: row))
        index += match.count
      }
    }
    return own.isEmpty ? mentions : merge(mentions, own)
  }

  private func match(at index: Int, before end: Int, _ page: CuedDocument) -> (entry: Int32, count: Int)? {
    names.longestMatch(page.keys, at: index, before: end) { entry, _ in
      names.entries[Int(entry)].form == .anyCase || page.has(index, .capital)
        || page.tokens[index].kind != .word
    }
  }

  /// The row that was added last.
  private func row(of entry: Int32) -> Int {
    var entry = entry
    while names.entries[Int(entry)].next >= 0 { entry = names.entries[Int(entry)].next }
    return Int(names.entries[Int(entry)].value)
  }

  private func merge(_ mentions: [Mention], _ own: [Mention]) -> [Mention] {
    var out: [Mention] = []
    out.reserveCapacity(mentions.count + own.count)
    var next = 0
    for mention in mentions {
      while next < own.count, own[next].tokens.upperBound <= mention.tokens.lowerBound {
        out.append(own[next])
        next += 1
      }
      if next < own.count, own[next].tokens.lowerBound < mention.tokens.upperBound {
        // A longer name may hold a killed one: 'Bank of Orange' stays if 'Orange' is killed.
        let isKilled = own[next].userRow.map { rows[$0].type == nil } ?? false
        if isKilled, mention.tokens.count > own[next].tokens.count { out.append(mention) }
        continue
      }
      out.append(mention)
    }
    out += own[next...]
    let found = out.filter { $0.userRow.map { rows[$0].type != nil } ?? true }
    return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}
