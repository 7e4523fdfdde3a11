import CopydeskText

/// Whether a word of nationality means the state (Serbian president) or the people (ethnic Serb, Serbian minority).
struct GroupSense {
  let page: CuedDocument

  init(page: CuedDocument) { self.page = page }

  func fill(_ entity: inout Entity, _ mention: Mention) {
    let gazetteer = page.gazetteer
    guard let row = gazetteer.meanings(mention.entry).first(where: { gazetteer.rows[Int($0)].type == .group }) else {
      return
    }
    entity.name = gazetteer.string(row, .name) ?? entity.name
    if let people = gazetteer.string(row, .extra), meansPeople(mention) {
      entity.name = people
    } else {
      entity.link = gazetteer.string(row, .id)
      entity.sameAs = gazetteer.stateIDs[gazetteer.rows[Int(row)].country, default: []]
    }
    entity.country = gazetteer.string(row, .country)
    if let point = gazetteer.point(row) { (entity.latitude, entity.longitude) = point }
  }

  /// 'ethnic Albanian mayors', 'Albanian majority'.
  private func meansPeople(_ mention: Mention) -> Bool {
    let before = mention.tokens.lowerBound - 1
    if page.token(before, isIn: page.words.ethnic) { return true }
    let after = mention.tokens.upperBound
    if page.isMark(after, "-"), page.hasAny(after + 1, [.people]) { return true }
    return page.has(after, .people) && !page.tokens[after].flags.contains(.sentenceStart)
  }
}
