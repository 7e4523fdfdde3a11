import CopydeskText

/// Which of the places of one name is meant: by the country or state named beside it, by the countries and states that
/// the document is about, and by size.
struct PlaceResolver {
  private let page: CuedDocument
  /// How often each country and each state occurs, by the two letters of its code (and its country's).
  private var countries: [UInt16: Int] = [:]
  private var states: [UInt32: Int] = [:]

  init(page: CuedDocument, mentions: [Mention]) {
    self.page = page
    for mention in mentions where mention.entry >= 0 {
      guard let row = clearRow(of: mention) else { continue }
      countries[row.country, default: 0] += 1
      if row.state != 0 { states[state(of: row), default: 0] += row.table == .admin ? 2 : 1 }
    }
  }

  private func state(of row: Gazetteer.Row) -> UInt32 { UInt32(row.country) << 16 | UInt32(row.state) }

  /// What the mention means if there is little doubt: no other place of the name is nearly as large.
  private func clearRow(of mention: Mention) -> Gazetteer.Row? {
    var best: Gazetteer.Row?
    var second = -4
    for index in page.gazetteer.meanings(mention.entry) {
      let row = page.gazetteer.rows[Int(index)]
      guard row.country != 0 else { continue }
      if let largest = best, row.rank <= largest.rank {
        second = max(second, Int(row.rank))
      } else {
        second = best.map { Int($0.rank) } ?? second
        best = row
      }
    }
    guard let best, Int(best.rank) >= second + 4 else { return nil }
    return best.rank >= 2 || best.table == .admin ? best : nil
  }

  /// The place that the mention means; nil if that is anybody's guess.
  func row(of mention: Mention) -> Int32? {
    let gazetteer = page.gazetteer
    let beside = stateBeside(mention)
    // 'the state of Georgia'
    let isState =
      page.hasAny(mention.tokens.lowerBound - 2, [.region]) && page.token(mention.tokens.lowerBound - 1, is: "of")
    var best: (row: Int32, score: Int)?
    var isTied = false
    for row in gazetteer.meanings(mention.entry) {
      let candidate = gazetteer.rows[Int(row)]
      guard Self.isPlace(candidate.type) else { continue }
      let country = countries[candidate.country] ?? 0
      let state = candidate.state == 0 ? 0 : states[state(of: candidate)] ?? 0
      let isBeside = beside.map { isIn(candidate, gazetteer.rows[Int($0)]) } ?? false
      // A hamlet is meant only where its country is the subject.
      if candidate.rank < 2, candidate.table == .places, country == 0, !isBeside { continue }
      var score = Int(candidate.rank) * 2 + min(10, country * 2) + min(12, state * 3)
      if candidate.table == .admin, isState { score += 8 }
      if isBeside { score += 40 }
      if score == best?.score { isTied = true }
      if score > best?.score ?? .min {
        best = (row, score)
        isTied = false
      }
    }
    // Two counties of one name, and nothing speaks for either.
    guard let best, !(isTied && gazetteer.rows[Int(best.row)].table == .admin) else { return nil }
    return best.row
  }

  /// The meaning of a word as a town of some size in a country that the document is about, or −1.
  func townInSubjectCountry(_ key: UInt64) -> Int32 {
    let entry = page.gazetteer.names.entry(key)
    let isTown = page.gazetteer.meanings(entry).contains {
      let row = page.gazetteer.rows[Int($0)]
      return row.table == .places && row.rank >= 4 && countries[row.country] != nil
    }
    return isTown ? entry : -1
  }

  private static func isPlace(_ type: EntityType) -> Bool { type == .geopolitical || type == .location }

  /// The country or state in 'Paris, Texas' or 'Mitrovica, Kosovo'.
  private func stateBeside(_ mention: Mention) -> Int32? {
    let after = mention.tokens.upperBound
    guard page.isMark(after, ","), page.has(after + 1, .capital) else { return nil }
    let match = page.gazetteer.names.longestMatch(page.keys, at: after + 1, before: page.tokens.count) { _, _ in true }
    guard let match else { return nil }
    return page.gazetteer.meanings(match.entry).first {
      let table = page.gazetteer.rows[Int($0)].table
      return table == .countries || table == .admin
    }
  }

  private func isIn(_ row: Gazetteer.Row, _ outer: Gazetteer.Row) -> Bool {
    row.country == outer.country && (outer.table == .countries || outer.state == 0 || row.state == outer.state)
  }
}
