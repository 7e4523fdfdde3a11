import CopydeskText

/// The names that a document has: what stands in one is no time: `April Jones`, `the Sunday Mirror`, `Midnight Cowboy`.
///
/// Only where the layer of names runs too; the rules of times alone know names by what stands beside a word.
struct TimeVeto {
  private let names: [TextRange]

  init(_ document: Document) {
    names = document[EntityExtractor.self].compactMap { entity in
      switch entity.type {
      case .person, .organization, .work: entity.range
      default: nil
      }
    }
  }

  /// Whether a name reaches over the part of the text and beyond.
  func covers(_ range: TextRange) -> Bool {
    guard let place = names.lastIndex(startingAtOrBefore: Int(range.start), by: { Int($0.start) }) else { return false }
    let name = names[place]
    return name.end >= range.end && name.count > range.count
  }
}
