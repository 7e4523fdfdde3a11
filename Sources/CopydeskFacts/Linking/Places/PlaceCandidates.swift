import CopydeskText

/// A place that a name may mean.
struct PlaceCandidate {
  let row: Int32
  let known: Gazetteer.Row
  /// Whether the name is its first one.
  let isMain: Bool
  /// The name is short for it: Hamilton for Hamilton County.
  let isElided: Bool
  let population: Int
  /// Its point on the unit sphere; nil without one.
  let point: SIMD3<Float>?
  /// How probable it is, after the looks so far.
  var probability: Float = 0

  /// Country and state as one number; 0 without a state.
  var province: UInt32 { known.state == 0 ? 0 : UInt32(known.country) << 16 | UInt32(known.state) }
  /// Whether it is a point on a map of some kilometres: no state of the United States.
  var isLocal: Bool { known.table.isPlace || known.table == .admin && known.rank < 4 }
}

/// A name of a document and the places that it may mean: one sense a document, but for 'Paris, Texas' beside Paris.
struct PlaceGroup {
  /// The hash of the name.
  let hash: UInt64
  /// Its candidates.
  var candidates: Range<Int>
  /// The mentions, by their numbers; none for the town in the publisher's address.
  var mentions: [Int] = []
  /// The name of the country or state behind a mention, in their order: the mention, and the first meaning of the name beside it.
  var besides: [(mention: Int, entry: Int32)] = []
  /// Whether 'state of' stands before one of the mentions.
  var followsStateOf = false
  /// Whether one of the mentions is in a list of counties: 'Clark, Hamilton and Boone counties'.
  var isAmongCounties = false
  /// Whether the document has the name with 'County' behind it too.
  var isCountyNamed = false
  /// How many of the mentions are those of a town that governs itself: 'Norfolk City Council'.
  var townCount = 0
  /// How probable it is that the name means none of them.
  var probabilityOfNone: Float = 0

  /// The first meaning of the country or state beside a mention; nil if none stands there. - Complexity: O(log n).
  func beside(ofMention number: Int) -> Int32? {
    let place = besides.partitionPoint { $0.mention < number }
    return place < besides.count && besides[place].mention == number ? besides[place].entry : nil
  }
}

/// The place names of a document with what they may mean.
struct PlaceCandidates {
  fileprivate(set) var groups: [PlaceGroup] = []
  var candidates: [PlaceCandidate] = []
  /// By mention: whether it only holds a place's name: 'Huntsville' in 'Huntsville Memorial Park'.
  private(set) var isHolder: [Bool]
  /// The group of each mention; −1: no place.
  private(set) var groupOfMention: [Int32]

  private let page: CuedDocument
  /// More than that a name has hardly, and the others are tiny.
  private static let limit = 48

  init(page: CuedDocument, mentions: [Mention], publisher: PublisherPlace?) {
    self.page = page
    groupOfMention = Array(repeating: -1, count: mentions.count)
    isHolder = Array(repeating: false, count: mentions.count)
    var numbers = KeyNumbers(capacity: mentions.count)
    prefetch(mentions)
    for (index, mention) in mentions.enumerated() where Self.mayBePlace(mention) || mention.type == .facility {
      var hash = page.keys[mention.tokens].reduce(NameTable.seed) { NameTable.step($0, $1) }
      if mention.rule != .crossing, mention.entry < 0, let held = heldName(mention, hash) {
        hash = held
        isHolder[index] = true
      } else if !Self.mayBePlace(mention) {
        continue
      }
      let group = numbers.number(of: hash)
      if group == groups.count {
        let entry = mention.entry >= 0 ? mention.entry : page.gazetteer.names.entry(hash: hash)
        let otherSpellings = [page.words.longForms, page.words.shortForms].compactMap {
          spelling(of: mention.tokens, by: $0)
        }
        groups.append(PlaceGroup(hash: hash, candidates: add(entry, hash, otherSpellings, withCounties: true)))
      }
      groupOfMention[index] = Int32(group)
      groups[group].mentions.append(index)
      if let entry = Self.stateBeside(mention, page) { groups[group].besides.append((index, entry)) }
      let before = mention.tokens.lowerBound - 1
      if page.token(before, isIn: page.words.of), page.hasAny(before - 1, [.region]) {
        groups[group].followsStateOf = true
      }
      if page.local.isTown(mention.tokens, in: page) { groups[group].townCount += 1 }
      if isAmongCounties(mention.tokens) { groups[group].isAmongCounties = true }
    }
    for group in groups.indices {
      groups[group].isCountyNamed = page.words.counties.contains {
        numbers.known(NameTable.step(groups[group].hash, $0)) != nil
      }
    }
    if let hash = publisher?.townHash(in: page.gazetteer), numbers.known(hash) == nil, !groups.isEmpty {
      groups.append(PlaceGroup(hash: hash, candidates: add(page.gazetteer.names.entry(hash: hash), hash)))
    }
  }

  /// Asks for the memory of what the names may mean, first where it is, then itself: a name is looked up in five places.
  private func prefetch(_ mentions: [Mention]) {
    let (names, minorNames) = (page.gazetteer.names, page.gazetteer.minorNames)
    var hashes: [UInt64] = []
    hashes.reserveCapacity(mentions.count)
    for mention in mentions where Self.mayBePlace(mention) {
      let hash = page.keys[mention.tokens].reduce(NameTable.seed) { NameTable.step($0, $1) }
      hashes.append(hash)
      minorNames.prefetchPlace(ofName: hash)
      for key in page.words.counties {
        names.prefetchPlace(ofName: NameTable.step(hash, key))
        minorNames.prefetchPlace(ofName: NameTable.step(hash, key))
      }
    }
    for hash in hashes {
      minorNames.prefetchSlot(ofName: hash)
      for key in page.words.counties {
        names.prefetchSlot(ofName: NameTable.step(hash, key))
        minorNames.prefetchSlot(ofName: NameTable.step(hash, key))
      }
    }
  }

  /// Whether the name is one of a list that 'counties' ends or begins: 'Clark, Hamilton and Boone counties', 'the counties of
  /// Clark and Boone'.
  private func isAmongCounties(_ name: Range<Int>) -> Bool {
    let end = min(page.tokens.count, name.upperBound + Self.listLimit)
    var index = name.upperBound
    while index < end, isInList(index) { index += 1 }
    if isCounties(index) { return true }
    index = name.lowerBound - 1
    let start = max(0, name.lowerBound - Self.listLimit)
    // 'counties of', 'counties:'
    var head = index
    while head >= start, isInList(head), !isCounties(head) { head -= 1 }
    return isCounties(head) || isCounties(head - 1) && (page.hasAny(head, [.connector]) || page.isMark(head, ":"))
  }

  /// As many tokens a list of names is looked through.
  private static let listLimit = 24

  private func isCounties(_ index: Int) -> Bool {
    page.keys.indices.contains(index) && page.words.countiesOfList.contains(page.keys[index])
  }

  private func isInList(_ index: Int) -> Bool {
    page.isMark(index, ",") || page.isMark(index, "&") || page.token(index, isIn: page.words.and)
      || page.token(index, isIn: page.words.or) || page.has(index, .capital) && !isCounties(index)
  }

  static func mayBePlace(_ mention: Mention) -> Bool {
    mention.type == .geopolitical || mention.type == .location || mention.rule == .crossing
  }

  /// The name of a place that an unknown name of several words begins with, or has behind 'North': its hash.
  private func heldName(_ mention: Mention, _ hash: UInt64) -> UInt64? {
    guard mention.tokens.count > 1, page.gazetteer.minorNames.entry(hash: hash) < 0, !isAbbreviated(mention.tokens)
    else {
      return nil
    }
    var start = mention.tokens.lowerBound
    if page.has(start, .direction) { start += 1 }
    let match = page.gazetteer.names.longestMatch(page.keys, at: start, before: mention.tokens.upperBound) { entry, _ in
      switch page.gazetteer.row(entry).table {
      case .countries, .admin, .places: true
      default: false
      }
    }
    guard let match, page.isProper(start) else { return nil }
    return page.keys[start..<start + match.count].reduce(NameTable.seed) { NameTable.step($0, $1) }
  }

  /// The hash of the name with its abbreviations spelled out, or the other way round: 'Mt. Pleasant' is Mount Pleasant; nil if
  /// that changes nothing.
  private func spelling(of name: Range<Int>, by forms: [UInt64: [UInt64]]) -> UInt64? {
    guard name.count > 1, page.keys[name].contains(where: { forms[$0] != nil }) else { return nil }
    var hash = NameTable.seed
    var index = name.lowerBound
    while index < name.upperBound {
      let form = forms[page.keys[index]]
      for key in form ?? [page.keys[index]] { hash = NameTable.step(hash, key) }
      index += 1
      if form != nil, page.isMark(index, "."), index < name.upperBound { index += 1 }
    }
    return hash
  }

  /// Whether the name is a place's when its abbreviations are spelled out: 'Mt. Vernon'.
  private func isAbbreviated(_ name: Range<Int>) -> Bool {
    guard let hash = spelling(of: name, by: page.words.longForms) else { return false }
    return page.gazetteer.names.entry(hash: hash) >= 0 || page.gazetteer.minorNames.entry(hash: hash) >= 0
  }

  private mutating func add(
    _ entry: Int32, _ hash: UInt64, _ otherSpellings: [UInt64] = [], withCounties: Bool = false
  ) -> Range<Int> {
    let first = candidates.count
    append(entry, page.gazetteer.names, from: first)
    append(page.gazetteer.minorNames.entry(hash: hash), page.gazetteer.minorNames, from: first)
    for other in otherSpellings {
      for names in [page.gazetteer.names, page.gazetteer.minorNames] {
        append(names.entry(hash: other), names, from: first)
      }
    }
    if withCounties {
      for key in page.words.counties {
        let full = NameTable.step(hash, key)
        for names in [page.gazetteer.names, page.gazetteer.minorNames] {
          append(names.entry(hash: full), names, from: first, elided: true)
        }
      }
    }
    return first..<candidates.count
  }

  private mutating func append(_ entry: Int32, _ names: NameIndex, from first: Int, elided: Bool = false) {
    let gazetteer = page.gazetteer
    var next = entry
    while next >= 0, candidates.count - first < Self.limit {
      let meaning = names.entries[Int(next)]
      let known = gazetteer.rows[Int(meaning.value)]
      if known.type == .geopolitical || known.type == .location, !elided || known.table == .admin,
        !candidates[first...].contains(where: { $0.row == meaning.value })
      {
        candidates.append(
          PlaceCandidate(
            row: meaning.value, known: known, isMain: meaning.isMain && !elided, isElided: elided,
            population: gazetteer.population(meaning.value),
            point: gazetteer.point(meaning.value).map { UnitSphere.point($0.latitude, $0.longitude) }))
      }
      next = meaning.isLast ? -1 : next + 1
    }
  }

  /// The first meaning of the country or state in 'Paris, Texas', 'Mitrovica, Kosovo' or 'London, Ky.'
  private static func stateBeside(_ mention: Mention, _ page: CuedDocument) -> Int32? {
    let after = mention.tokens.upperBound
    guard page.isMark(after, ","), page.has(after + 1, .capital) else { return nil }
    let names = page.gazetteer.names
    return names.longestMatch(page.keys, at: after + 1, before: page.tokens.count) { entry, _ in
      page.gazetteer.meanings(entry).contains { isOuter(page.gazetteer.rows[Int($0)]) }
    }?.entry
  }

  private static func isOuter(_ row: Gazetteer.Row) -> Bool {
    row.table == .countries || row.table == .admin && row.rank >= 4
  }

  /// Whether a candidate lies in what stands beside the name.
  func isInside(_ candidate: PlaceCandidate, _ entry: Int32) -> Bool {
    page.gazetteer.meanings(entry).contains { number in
      let outer = page.gazetteer.rows[Int(number)]
      return Self.isOuter(outer) && number != candidate.row && outer.country == candidate.known.country
        && (outer.table == .countries || outer.state == 0 || outer.state == candidate.known.state)
    }
  }
}

extension PlaceCandidates {
  mutating func setProbabilityOfNone(_ probability: Float, ofGroup number: Int) {
    groups[number].probabilityOfNone = probability
  }
}
