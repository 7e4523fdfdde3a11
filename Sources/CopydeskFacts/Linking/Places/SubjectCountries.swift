import CopydeskText

/// The countries that a document is about, as its clear names say: what decides whether a lone Richmond may be a town.
/// More than the countries whose own names stand in it, and nothing to do with those of its language (`HomeCountries`).
struct SubjectCountries {
  private let gazetteer: Gazetteer
  private var countries: Set<UInt16> = []

  init(page: CuedDocument, mentions: [Mention]) {
    gazetteer = page.gazetteer
    for mention in mentions where mention.entry >= 0 {
      if let row = clearRow(of: mention) { countries.insert(row.country) }
    }
  }

  /// What the mention means if there is little doubt: no other place of the name is nearly as large.
  private func clearRow(of mention: Mention) -> Gazetteer.Row? {
    var best: Gazetteer.Row?
    var second = -4
    for index in gazetteer.meanings(mention.entry) {
      let row = gazetteer.rows[Int(index)]
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

  /// The meaning of a word as a town of some size in a country that the document is about, or −1.
  /// - Parameter anywhere: a city of the world is one too: a text in Spanish that names Lima names no person.
  func town(_ key: UInt64, anywhere: Bool = false) -> Int32 {
    let entry = gazetteer.names.entry(key)
    let isTown = gazetteer.meanings(entry).contains {
      let row = gazetteer.rows[Int($0)]
      return row.table == .places && (row.rank >= 4 && countries.contains(row.country) || anywhere && row.rank >= 5)
    }
    return isTown ? entry : -1
  }
}
