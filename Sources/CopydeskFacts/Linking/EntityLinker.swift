import CopydeskText

/// Gives mentions their canonical names, links and coordinates: whom or what each one means in this document.
struct EntityLinker {
  private let page: CuedDocument
  private let mentions: [Mention]
  private let places: PlaceResolver
  private let persons: PersonResolver
  private let acronyms: AcronymTable
  private let institutions: Institutions

  private let userNames: UserGazetteer?

  init(page: CuedDocument, mentions: [Mention], userNames: UserGazetteer? = nil) {
    self.page = page
    self.mentions = mentions
    self.userNames = userNames
    places = PlaceResolver(page: page, mentions: mentions, publisher: PublisherPlace(url: page.document.url))
    persons = PersonResolver(page: page, mentions: mentions)
    acronyms = AcronymTable(page: page, mentions: mentions)
    institutions = Institutions(page: page, mentions: mentions)
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
        _ = fillFromUser(&entity, mentions[full])
      case nil: break
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
    default:
      if let row = bodyRow(of: mention) {
        fillBody(&entity, index, row, &rows)
      } else if let full = acronyms.expansion(of: mention) {
        if let row = firstRow(of: full, type: full.type) {
          rows.fill(&entity, from: row)
        } else {
          entity.name = words(of: full)
        }
      }
    }
    return entity
  }

  /// Name and link as the user's list has them, if the mention is one of its names.
  private func fillFromUser(_ entity: inout Entity, _ mention: Mention) -> Bool {
    guard let row = mention.userRow.flatMap({ userNames?.row($0) }) else { return false }
    (entity.name, entity.link) = (row.name, row.id)
    return true
  }

  private func firstRow(of mention: Mention, type: EntityType) -> Int32? {
    page.gazetteer.meanings(mention.entry).first { page.gazetteer.rows[Int($0)].type == type }
  }

  /// A body that the gazetteer knows, unless the text says that it is another country's.
  private func fillBody(_ entity: inout Entity, _ index: Int, _ row: Int32, _ rows: inout RowStrings) {
    let country = page.gazetteer.rows[Int(row)].country
    guard country != 0, let owner = institutions.owner(of: index) else { return rows.fill(&entity, from: row) }
    if owner.country == country { return rows.fill(&entity, from: row) }
    guard let full = owner.mention else { return }
    if let row = bodyRow(of: mentions[full]) {
      rows.fill(&entity, from: row)
    } else {
      entity.name = words(of: mentions[full])
    }
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
