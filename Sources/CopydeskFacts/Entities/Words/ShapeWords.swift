import CopydeskText

/// The words that give away names of a kind by where they stand: *Hurricane* before one, *missiles* after one. The `shape` rows
/// of `names.tsv`.
struct ShapeWords: Sendable {
  /// Where the name stands, seen from the word. The raw values are those of the rows, behind the type.
  enum Place: String, Sendable, CaseIterable {
    /// `Hurricane Dalia`: the word opens the name.
    case opens
    /// `Battle of Adwa`: it opens it, with *of* between.
    case opensOf = "opens-of"
    /// `HMS Defiance`: written in capitals.
    case prefix
    /// `Harpoon missiles`: a plain word after the name.
    case follows
    /// `Sinaloa Cartel`: it ends the name.
    case closes
    /// `12th Marine Regiment`: it ends a name that opens with a number.
    case closesNumbered = "closes-numbered"
  }

  /// What a word says, and the words that must follow it to say so: *Task Force*.
  private struct Meaning {
    let place: Place
    let type: EntityType
    let rest: [UInt64]
  }

  private var meanings: [UInt64: [Meaning]] = [:]

  init(_ rows: inout RowReader) {
    for row in rows.rows("shape") {
      // 'EVENT/opens'
      let parts = row.value.split(separator: "/")
      guard parts.count == 2, let type = EntityType(rawValue: String(parts[0])),
        let place = Place(rawValue: String(parts[1]))
      else { continue }
      for word in row.spellings {
        let keys = NameTable.keys(of: word)
        guard let first = keys.first else { continue }
        meanings[first, default: []].append(Meaning(place: place, type: type, rest: Array(keys.dropFirst())))
      }
    }
  }

  /// The type of the names that the words from an index on give away at a place, and how many words these are; nil: none.
  func type(_ keys: [UInt64], at index: Int, _ place: Place) -> (type: EntityType, count: Int)? {
    meanings[keys[index]]?.first { $0.place == place && keys[(index + 1)...].starts(with: $0.rest) }
      .map { ($0.type, $0.rest.count + 1) }
  }

  /// Whether the word gives away any.
  func contains(_ key: UInt64) -> Bool { meanings[key] != nil }
}

/// Finds names by `ShapeWords`.
struct ShapeFinder {
  let page: CuedDocument
  private var words: ShapeWords { page.words.shapes }
  /// No name is longer.
  private static let longest = 5

  init(page: CuedDocument) { self.page = page }

  /// The names of a document, in order; they don't overlap.
  func mentions() -> [Mention] {
    var found: [Mention] = []
    for sentence in page.document.sentences {
      for index in sentence.tokens where page.tokens[index].kind == .word && words.contains(page.keys[index]) {
        guard let mention = mention(at: index, in: sentence.tokens),
          found.last.map({ $0.tokens.upperBound <= mention.tokens.lowerBound }) ?? true
        else { continue }
        found.append(mention)
      }
    }
    return found
  }

  private func mention(at index: Int, in sentence: Range<Int>) -> Mention? {
    let end = sentence.upperBound
    func type(_ place: ShapeWords.Place) -> (type: EntityType, count: Int)? { words.type(page.keys, at: index, place) }
    guard page.has(index, .capital) else {
      guard let known = type(.follows), let name = named(before: index, in: sentence) else { return nil }
      return isMake(name, known.type) ? mention(name, known.type) : nil
    }
    if let known = type(.closesNumbered), let first = numberedStart(of: index, in: sentence) {
      return mention(first..<index + 1, known.type)
    }
    if let known = type(.closes), isName(index - 1, index), !page.has(index - 1, .common) {
      var first = index - 1
      while first > sentence.lowerBound, index - first < Self.longest, isName(first - 1, index) { first -= 1 }
      return mention(first..<index + 1, known.type)
    }
    if let known = type(.prefix), page.tokens[index].flags.contains(.allCaps), isName(index + 1, end) {
      return mention(index..<run(from: index + 1, end), known.type)
    }
    if let known = type(.opens), isName(index + known.count, end), !page.has(index + known.count, .common) {
      return mention(index..<run(from: index + known.count, end), known.type)
    }
    guard let known = type(.opensOf), page.token(index + 1, isIn: page.words.of) else { return nil }
    let name = page.token(index + 2, isIn: page.words.the) ? index + 3 : index + 2
    return isName(name, end) ? mention(index..<run(from: name, end), known.type) : nil
  }

  /// 'Harpoon missiles', but not 'Houthi missiles': a make that the table of ids has, or one behind a number or an article.
  private func isMake(_ name: Range<Int>, _ type: EntityType) -> Bool {
    let before = name.lowerBound - 1
    let isCounted =
      before >= 0
      && (page.tokens[before].kind == .number || page.token(before, isIn: page.words.articles)
        || page.has(before, .stop))
    let hash = page.keys[name].reduce(NameTable.seed) { NameTable.step($0, $1) }
    if let kind = IdTable.Kind(type), !IdTable.shared.things(hash, kind).isEmpty { return true }
    return isCounted && !page.has(name.lowerBound, .opening)
  }

  private func mention(_ tokens: Range<Int>, _ type: EntityType) -> Mention {
    Mention(
      tokens: tokens, type: type, entry: page.gazetteer.names.entry(page.keys[tokens]), rule: .headPattern,
      probability: 0.9)
  }

  /// Whether a word can be in such a name: a capital that headlines and shouting don't give to all.
  private func isName(_ index: Int, _ end: Int) -> Bool {
    index < end && page.has(index, .capital) && !page.hasAny(index, [.stop, .day, .shouting, .titleCase])
  }

  private func run(from start: Int, _ end: Int) -> Int {
    var index = start
    while index < min(end, start + Self.longest), isName(index, end) { index += 1 }
    return index
  }

  /// 'two Harpoon missiles', 'Leopard 2 tanks': the capitalised words right before a plain one.
  private func named(before index: Int, in sentence: Range<Int>) -> Range<Int>? {
    var first = index
    while first > sentence.lowerBound, index - first < Self.longest,
      isName(first - 1, index) || page.tokens[first - 1].kind == .number && isName(first - 2, index)
    {
      if isGroup(first - 1) { break }
      first -= 1
    }
    // 'Russian missiles' are no make; a word that opens the sentence may be a plain one.
    guard first < index, page.tokens[first].kind == .word,
      !page.has(first, .opening) || !page.has(first, .common)
    else { return nil }
    return first..<index
  }

  /// 'Russian', 'Iran': whose they are, and no name of theirs.
  private func isGroup(_ index: Int) -> Bool {
    let entry = page.gazetteer.names.entry(page.keys[index])
    guard entry >= 0 else { return false }
    let table = page.gazetteer.row(entry).table
    return table == .groups || table == .countries || table == .organizations
  }

  /// '12th Marine Regiment', '20th Armoured Brigade': where the number stands.
  private func numberedStart(of head: Int, in sentence: Range<Int>) -> Int? {
    var index = head
    while index > sentence.lowerBound, head - index < Self.longest {
      index -= 1
      if page.tokens[index].kind == .number || page.tokens[index].flags.contains(.hasDigit) { return index }
      // '12th' may be two tokens.
      if page.isAttached(index), page.tokens[index - 1].kind == .number { return index - 1 }
      guard page.has(index, .capital), !page.hasAny(index, [.stop, .day]) else { return nil }
    }
    return nil
  }
}
