import CopydeskText

/// Gives mentions their canonical names, links and coordinates: whom or what each one means in this document.
struct EntityLinker {
  private let page: CuedDocument
  private let mentions: [Mention]
  private let places: PlaceResolver
  private let persons: PersonResolver
  private let acronyms: AcronymTable
  private let institutions: Institutions
  private let longForms: LongForms
  private let ids: IdResolver

  private let userNames: UserGazetteer?

  init(page: CuedDocument, mentions: [Mention], userNames: UserGazetteer? = nil) {
    self.page = page
    self.mentions = mentions
    self.userNames = userNames
    places = PlaceResolver(page: page, mentions: mentions, publisher: PublisherPlace(url: page.document.url))
    persons = PersonResolver(page: page, mentions: mentions)
    acronyms = AcronymTable(page: page, mentions: mentions)
    institutions = Institutions(page: page, mentions: mentions)
    longForms = LongForms(page: page, mentions: mentions)
    ids = IdResolver(page: page, mentions: mentions, places: places)
  }

  /// The entities, in the order of the mentions.
  func entities() -> [Entity] {
    var rows = RowStrings(gazetteer: page.gazetteer)
    return mentions.indices.map { index in
      var entity = entity(index, &rows)
      if entity.name.isEmpty { entity.name = words(of: mentions[index]) }
      return entity
    }
  }

  private func words(of mention: Mention) -> String { page.text[page.document.range(ofTokens: mention.tokens)] }

  /// The entity of a mention; without a name if that is what the text says.
  private func entity(_ index: Int, _ rows: inout RowStrings) -> Entity {
    let mention = mentions[index]
    var entity = Entity(
      range: page.document.range(ofTokens: page.withEnding(mention.tokens)), type: mention.type, name: "",
      confidence: mention.confidence, rule: mention.ruleName)
    if fillFromUser(&entity, mention) { return entity }
    if places.places.isHolder[index] {
      // 'Huntsville Memorial Park' has no id of its own, but it is where Huntsville is.
      if let place = places.resolution(ofMention: index) { fillPoint(&entity, of: place.row) }
      return entity
    }
    switch mention.type {
    case .person:
      switch persons.identity(of: index) {
      case .row(let row): rows.fill(&entity, from: row)
      case .mention(let full):
        entity.name = words(of: mentions[full])
        if !fillFromUser(&entity, mentions[full]) { fillFromIds(&entity, mentions[full]) }
      case nil: fillFromIds(&entity, mention)
      }
    case .group: GroupSense(page: page).fill(&entity, mention)
    case .geopolitical, .location:
      if let place = places.resolution(ofMention: index) {
        // The Missouri may turn out to be the state.
        entity.type = page.gazetteer.rows[Int(place.row)].type
        rows.fill(&entity, from: place.row)
        // That it is a name, and that it is this one.
        entity.confidence = (entity.confidence * place.probability * 1000).rounded() / 1000
      }
    case .facility where mention.rule == .crossing: fillCrossing(&entity, index, &rows)
    default: fillBody(&entity, index, &rows)
    }
    return entity
  }

  /// Name and link as the user's list has them, if the mention is one of its names.
  private func fillFromUser(_ entity: inout Entity, _ mention: Mention) -> Bool {
    guard let row = mention.userRow.flatMap({ userNames?.row($0) }) else { return false }
    (entity.name, entity.link) = (row.name, row.id)
    return true
  }

  /// Name and link of what the table of ids has by the name, if that is what is meant.
  private func fillFromIds(_ entity: inout Entity, _ mention: Mention) {
    if let thing = ids.thing(mention) { ids.fill(&entity, from: thing) }
  }

  private func firstRow(of mention: Mention, type: EntityType) -> Int32? {
    page.gazetteer.meanings(mention.entry).first { page.gazetteer.rows[Int($0)].type == type }
  }

  /// What is no person and no place: by what the document itself calls so, by the tables, by what an abbreviation stands for.
  private func fillBody(_ entity: inout Entity, _ index: Int, _ rows: inout RowStrings) {
    let mention = mentions[index]
    let own = bodyRow(of: mention)
    // 'the White House' is itself, though the text has the White House National Security Council too.
    let isItself = own.map { page.gazetteer.string($0, .id) != nil } ?? false
    let full =
      longForms.mention(of: index, isKnown: isItself).map { mentions[$0] }
      ?? (own == nil ? acronyms.expansion(of: mention) : nil)
    guard let full, full.type == entity.type else { return fillOwned(&entity, index, &rows) }
    entity.name = words(of: full)
    fillKnown(&entity, full, &rows)
  }

  /// By the tables: a body's row, or a thing of the ids; of two that bear the name that of a country which the text names.
  private func fillKnown(_ entity: inout Entity, _ mention: Mention, _ rows: inout RowStrings) {
    guard let row = bodyRow(of: mention) else { return fillFromIds(&entity, mention) }
    let country = page.gazetteer.rows[Int(row)].country
    if country != 0, ids.names(country) == false, let thing = ids.thing(mention), thing.country != country,
      thing.form == .main, ids.names(thing.country) == true
    {
      return ids.fill(&entity, from: thing)
    }
    // 'the Supreme Court' of a text about India is not the American one, which bears the name in full.
    if country != 0, ids.names(country) == false, mention.tokens.count > 1, mention.entry >= 0,
      page.hasAny(mention.tokens.upperBound - 1, [.orgHead]),
      !page.gazetteer.names.entries[Int(mention.entry)].isMain
    {
      return
    }
    rows.fill(&entity, from: row)
    if entity.link == nil, let thing = ids.thing(mention) {
      ids.fill(&entity, from: thing)
    }
  }

  /// A body that the gazetteer knows, unless the text says that it is another country's.
  private func fillOwned(_ entity: inout Entity, _ index: Int, _ rows: inout RowStrings) {
    let mention = mentions[index]
    guard let row = bodyRow(of: mention), page.gazetteer.rows[Int(row)].country != 0,
      let owner = institutions.owner(of: index), owner.country != page.gazetteer.rows[Int(row)].country
    else { return fillKnown(&entity, mention, &rows) }
    guard let full = owner.mention else { return }
    if bodyRow(of: mentions[full]) == nil { entity.name = words(of: mentions[full]) }
    fillKnown(&entity, mentions[full], &rows)
  }

  /// The body that a name means; 'British Foreign Office' is the Foreign Office of the table, which is British.
  private func bodyRow(of mention: Mention) -> Int32? {
    if let row = firstRow(of: mention, type: mention.type) { return row }
    guard mention.type == .organization, let rest = institutions.entryWithoutCountry(mention) else { return nil }
    return page.gazetteer.meanings(rest.entry).first {
      let row = page.gazetteer.rows[Int($0)]
      return row.type == .organization && row.country == rest.country
    }
  }

  /// A crossing bears its own name; where it is, the place of that name says.
  private func fillCrossing(_ entity: inout Entity, _ index: Int, _ rows: inout RowStrings) {
    let gazetteer = page.gazetteer
    let name = page.words.crossingName.split(separator: "…", omittingEmptySubsequences: false)
      .joined(separator: words(of: mentions[index]))
    if let row = gazetteer.meanings(gazetteer.names.entry(ofPhrase: name)).first(where: { _ in true }) {
      rows.fill(&entity, from: row)
      return
    }
    entity.name = name
    if let place = places.resolution(ofMention: index) {
      fillPoint(&entity, of: place.row)
    }
  }

  private func fillPoint(_ entity: inout Entity, of row: Int32) {
    entity.country = page.gazetteer.string(row, .country)
    if let point = page.gazetteer.point(row) { (entity.latitude, entity.longitude) = point }
  }
}

/// What the gazetteer says of the things of a document; the strings of each are made once.
private struct RowStrings {
  private struct Strings {
    let name: String?
    let link: String?
    let country: String?
    let sameAs: [String]
  }

  let gazetteer: Gazetteer
  private var known: [Int32: Strings] = [:]

  init(gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  private mutating func strings(of row: Int32) -> Strings {
    if let strings = known[row] { return strings }
    let same = gazetteer.string(row, .extra).flatMap { $0.hasPrefix("wikidata:") ? [$0] : nil }
    let strings = Strings(
      name: gazetteer.string(row, .name), link: gazetteer.string(row, .id), country: gazetteer.string(row, .country),
      sameAs: same ?? [])
    known[row] = strings
    return strings
  }

  /// Gives an entity name, link, country and point of a row.
  mutating func fill(_ entity: inout Entity, from row: Int32) {
    let strings = strings(of: row)
    entity.name = strings.name ?? entity.name
    (entity.link, entity.country, entity.sameAs) = (strings.link, strings.country, strings.sameAs)
    if let point = gazetteer.point(row) { (entity.latitude, entity.longitude) = point }
  }
}
