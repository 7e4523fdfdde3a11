import CopydeskText
import Glibc

/// Whom or what a recognised name means of those that `IdTable` has, or that it means none of them.
///
/// A log-linear choice by what the document says: which countries it names, which field its words belong to, how frequent the
/// name is. A wrong id is worse than none, so the likeliest must be likely. One name has one meaning in a document.
final class IdResolver {
  private let page: CuedDocument
  private let table = IdTable.shared
  private let weights: IdWeights
  /// How often the document names each country.
  private var countries = Tally()
  /// How many words of the document tell each field; made when the first name asks.
  private lazy var fields = page.words.fields.counts(in: page)
  private var known: [UInt64: IdTable.Thing?] = [:]

  /// - Parameter places: the places that the mentions turned out to be.
  init(page: CuedDocument, mentions: [Mention], places: PlaceResolver, weights: IdWeights = .learned) {
    (self.page, self.weights) = (page, weights)
    let gazetteer = page.gazetteer
    for (index, mention) in mentions.enumerated() {
      switch mention.type {
      case .geopolitical, .location:
        guard let place = places.resolution(ofMention: index), place.probability > 0.5 else { continue }
        add(gazetteer.rows[Int(place.row)].country)
      case .group where mention.entry >= 0: add(gazetteer.row(mention.entry).country)
      default: break
      }
    }
    for sign in page.local.press(of: page) where sign.count > 0 { add(sign.country) }
    if let country = PublisherPlace(url: page.document.url)?.country { add(country) }
    for country in page.home { add(country) }
  }

  private func add(_ country: UInt16) { if country != 0 { countries.add(UInt32(country), 1) } }

  /// Whether the document names the country; nil if it names none at all.
  func names(_ country: UInt16) -> Bool? {
    countries.sums.isEmpty ? nil : countries.sums.contains { $0.key == UInt32(country) }
  }

  /// What the mention means.
  func thing(_ mention: Mention) -> IdTable.Thing? {
    guard let kind = IdTable.Kind(mention.type) else { return nil }
    let hash = hash(of: mention.tokens)
    let key = hash ^ UInt64(kind.rawValue)
    if let thing = known[key] { return thing }
    let thing = choice(hash, kind, mention.tokens)
    known[key] = .some(thing)
    return thing
  }

  private func hash(of name: Range<Int>) -> UInt64 {
    name.reduce(NameTable.seed) {
      page.isMark($1, "(") || page.isMark($1, ")") ? $0 : NameTable.step($0, page.keys[$1])
    }
  }

  private func choice(_ hash: UInt64, _ kind: IdTable.Kind, _ name: Range<Int>) -> IdTable.Thing? {
    let things = table.things(hash, kind)
    guard !things.isEmpty else { return nil }
    let scores = features(of: things, kind, name).map { features in
      zip(features, weights.values).reduce(Float(0)) { $0 + $1.0 * $1.1 }
    }
    let highest = max(0, scores.max() ?? 0)
    let sum = scores.reduce(expf(-highest)) { $0 + expf($1 - highest) }
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }),
      expf(scores[best] - highest) / sum >= IdWeights.threshold
    else { return nil }
    return things[best]
  }

  private func features(of things: [IdTable.Thing], _ kind: IdTable.Kind, _ name: Range<Int>) -> [[Float]] {
    let words = name.count { page.tokens[$0].kind == .word }
    let (first, last) = (name.lowerBound, name.upperBound - 1)
    let isCommon = kind == .person && page.has(first, .given) && page.hasAny(last, [.family, .given])
    let isPlain = words == 1 && page.has(first, .common)
    let highest = things.map(\.rank).max() ?? 0
    return things.map { thing in
      var features = [Float](repeating: 0, count: IdFeature.allCases.count)
      func set(_ feature: IdFeature, _ value: Float) { features[feature.rawValue] = value }
      func set(_ feature: IdFeature, if condition: Bool) { features[feature.rawValue] = condition ? 1 : 0 }
      set(.any, 1)
      set(.rank, Float(thing.rank) / 9)
      set(.alone, if: things.count == 1)
      set(.rivals, logf(Float(things.count)))
      set(.overshadowed, if: highest >= thing.rank + 3)
      if thing.country != 0, let isHere = names(thing.country) { set(isHere ? .countryHere : .countryElsewhere, 1) }
      let share = fields.share(of: thing.field)
      if thing.field != 0, let share { share > 0 ? set(.fieldHere, share) : set(.fieldElsewhere, 1) }
      set(.commonName, if: isCommon)
      set(.alias, if: thing.form == .alias)
      set(.short, if: thing.form == .short)
      set(.oneWord, if: words == 1)
      set(.longName, if: words > 2)
      set(.plainWord, if: isPlain)
      set(.organization, if: kind == .organization)
      return features
    }
  }

  /// Gives an entity name, link and country of a thing.
  func fill(_ entity: inout Entity, from thing: IdTable.Thing) {
    entity.name = table.name(of: thing)
    entity.link = "wikidata:Q\(thing.number)"
    entity.country = table.country(of: thing)
  }

  /// What the resolver sees of the names, for those who fit its weights: for each mention that may mean something, its bytes
  /// and the number and features of each thing.
  func evidence(_ mention: Mention) -> [(number: UInt32, features: [Float])] {
    guard let kind = IdTable.Kind(mention.type) else { return [] }
    let things = table.things(hash(of: mention.tokens), kind)
    return Array(zip(things.map(\.number), features(of: things, kind, mention.tokens)))
  }
}
