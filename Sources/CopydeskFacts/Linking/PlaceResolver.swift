import CopydeskText

/// Which of the places of one name is meant: by the country or state named beside it, by the countries that the document
/// is about, and by size.
struct PlaceResolver {
  private let page: Page
  /// How often each country occurs, by the two letters of its code.
  private var votes: [UInt16: Int] = [:]

  init(page: Page, mentions: [Mention]) {
    self.page = page
    for mention in mentions where mention.entry >= 0 {
      let row = page.gazetteer.row(mention.entry)
      guard row.country != 0, row.table == .countries || row.table == .groups || row.rank >= 7 else { continue }
      votes[row.country, default: 0] += 1
    }
  }

  /// The place that the mention means; nil if that is anybody's guess.
  func row(of mention: Mention) -> Int32? {
    let gazetteer = page.gazetteer
    let beside = stateBeside(mention)
    var best: (row: Int32, score: Int)?
    for row in gazetteer.meanings(mention.entry) {
      let candidate = gazetteer.rows[Int(row)]
      guard candidate.type == mention.type || mention.type == .facility && candidate.type == .geopolitical else {
        continue
      }
      var score = Int(candidate.rank) * 2
      if candidate.table == .countries { score += 8 }
      let country = votes[candidate.country] ?? 0
      score += min(6, country * 2)
      if let beside, isIn(row, beside) { score += 20 }
      // A hamlet is meant only where its country is the subject.
      if candidate.rank < 2, candidate.table == .places, country == 0, beside == nil { continue }
      if score > best?.score ?? .min { best = (row, score) }
    }
    return best?.row
  }

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

  private func isIn(_ row: Int32, _ outer: Int32) -> Bool {
    let gazetteer = page.gazetteer
    guard gazetteer.rows[Int(row)].country == gazetteer.rows[Int(outer)].country else { return false }
    guard gazetteer.rows[Int(outer)].table == .admin, let code = gazetteer.string(outer, .extra) else { return true }
    return gazetteer.string(row, .extra) == code
  }
}
